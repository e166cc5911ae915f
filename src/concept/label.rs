//! Names that show where a writer stands: one thing, called by a neutral name, by one that honours
//! it or by one that condemns it.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use super::user::{self, RowFault, read};
use crate::data::{LABEL_LANGUAGES, LABELS};
use crate::error::{Error, Result};
use crate::lang::{Lang, is_stop_word};
use crate::segment::{Token, TokenKind};
use crate::span::Span;

/// The stance that takes none.
pub(crate) const NEUTRAL: &str = "neutral";
/// The stance of phrases that hold a form and mean something else.
const OTHER: &str = "-";
/// Columns of a table beside those of languages.
const COLUMNS: &[&str] = &["concept", "stance"];
/// Dictionary forms of a word that are tried.
const FORMS: usize = 8;

/// Names of one thing by the stance that they show, for
/// [`Options::labels`](crate::Options::labels): those of `data/labels.tsv`, and tables of the user.
///
/// A table has tabs between the columns and a header that names them: `concept` is what is named,
/// `stance` how (`neutral`, or a word of your own), and a language tag stands above a column of
/// forms, several parted by `|`. Words are found in all their inflected forms. A form may show
/// several stances: it agrees with each. A row whose stance is `-` lists phrases that hold a form
/// and mean something else. What a table says of a form replaces what was known of it.
///
/// ```
/// use muqabala::concept::Labels;
///
/// let mut labels = Labels::default();
/// let faults = labels.add("labels.tsv", "\
/// concept\tstance\tar\tfa\ten
/// tax\tneutral\tضريبة\tمالیات\ttax
/// tax\thostile\tإتاوة\tباج\textortion
/// tax\t\tمكس\t\t
/// ")?;
/// assert_eq!(faults[0].to_string(), "labels.tsv:4: it has no stance; left out");
/// # Ok::<(), muqabala::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Labels(Arc<Index>);

/// Forms by their first word.
#[derive(Clone, Debug, Default)]
struct Index {
    /// Concepts and stances by number.
    names: Vec<String>,
    numbers: FxHashMap<String, u32>,
    forms: FxHashMap<Lang, FxHashMap<String, Vec<Form>>>,
}

/// One way to name a concept, without its first word.
#[derive(Clone, Debug)]
struct Form {
    rest: Vec<String>,
    written: Arc<str>,
    concept: u32,
    stance: u32,
    /// How many tables were read before the one that has it.
    table: u32,
}

/// An occurrence of a name in a text.
#[derive(Clone, Debug)]
pub(crate) struct Naming {
    /// Where it stands.
    pub span: Span,
    /// What is named, by number.
    pub concept: u32,
    /// The stances that the name can show, by number.
    pub stances: Vec<u32>,
    /// The name as the table writes it.
    pub form: Arc<str>,
}

static BUILT_IN: LazyLock<Arc<Index>> = LazyLock::new(|| {
    let mut index = Index::default();
    for row in LABELS {
        for (tag, forms) in LABEL_LANGUAGES.into_iter().zip(row.forms) {
            let lang = Lang::from_tag(tag).unwrap_or_default();
            for form in forms {
                // The build refuses what is no form.
                if let Ok(keys) = user::keys(form) {
                    index.add(lang, form, keys, (row.concept, row.stance), 0);
                }
            }
        }
    }
    Arc::new(index)
});

impl Default for Labels {
    fn default() -> Self {
        Self(Arc::clone(&BUILT_IN))
    }
}

impl Labels {
    /// Adds a table; `name` is what messages call it. Returns the rows that were left out.
    ///
    /// # Errors
    /// [`Error::Input`] where a column is missing.
    pub fn add(&mut self, name: &str, text: &str) -> Result<Vec<RowFault>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // The header of the built-in table begins so.
        let text = text.strip_prefix('#').filter(|t| t.starts_with("concept")).unwrap_or(text);
        let mut table = read::Table::new(name, text, COLUMNS)?;
        for column in COLUMNS {
            if !table.has(column) {
                return Err(Error::input(
                    name,
                    format!("its first line names no column {column}"),
                    "begin with concept, stance, ar, fa, en, with tabs between them",
                ));
            }
        }
        let index = Arc::make_mut(&mut self.0);
        let number = 1 + index.tables();
        while let Some(row) = table.next() {
            let problem = match (row.cell("concept"), row.cell("stance")) {
                (None, _) => Some("it has no concept".to_owned()),
                (_, None) => Some("it has no stance".to_owned()),
                _ if row.forms.is_empty() => Some("it has no form".to_owned()),
                (Some(concept), Some(stance)) => {
                    let mut problem = None;
                    for &(lang, form) in &row.forms {
                        match user::keys(form) {
                            Ok(keys) => index.add(lang, form, keys, (concept, stance), number),
                            Err(fault) => problem = Some(fault),
                        }
                    }
                    problem
                }
            };
            if let Some(problem) = problem {
                table.fault(row.line, problem);
            }
        }
        Ok(table.faults)
    }

    /// Reads a table from a file; see [`Labels::add`].
    ///
    /// # Errors
    /// Where the file cannot be read or holds no text, or a column is missing.
    pub fn read(&mut self, path: &Path) -> Result<Vec<RowFault>> {
        let (name, text) = user::read_text(path)?;
        self.add(&name, &text)
    }

    /// The name of a concept or stance.
    pub(crate) fn name(&self, number: u32) -> &str {
        usize::try_from(number).ok().and_then(|at| self.0.names.get(at)).map_or("", String::as_str)
    }

    /// The namings in some tokens, in order: the longest at each place, for every concept of which
    /// it is a name.
    pub(crate) fn find(&self, tokens: &[Token], lemmas: &mut Lemmas) -> Vec<Naming> {
        let lang = lemmas.lang;
        let Some(forms) = self.0.forms.get(&lang) else { return Vec::new() };
        let keys = lemmas.of_all(tokens);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let end = self.at(forms, lang, tokens, &keys, at, &mut found);
            at = end.unwrap_or(at + 1);
        }
        found
    }

    /// Adds the namings that begin at a token; the token behind them.
    fn at(
        &self,
        forms: &FxHashMap<String, Vec<Form>>,
        lang: Lang,
        tokens: &[Token],
        keys: &[&[String]],
        at: usize,
        found: &mut Vec<Naming>,
    ) -> Option<usize> {
        let fits = |form: &Form| {
            let behind = keys.get(at + 1..=at + form.rest.len());
            behind.is_some_and(|behind| {
                behind.iter().zip(&form.rest).all(|(keys, word)| keys.contains(word))
            })
        };
        // A word of grammar is a name in a phrase alone.
        let alone = !is_stop_word(lang, &tokens[at].key);
        let mut best: Vec<&Form> = Vec::new();
        for key in keys[at] {
            let hits = forms.get(key).into_iter().flatten();
            let hits = hits.filter(|form| (alone || !form.rest.is_empty()) && fits(form));
            let hits: Vec<&Form> = hits.collect();
            let longest = hits.iter().map(|form| form.rest.len()).max();
            // Of two of one length the one that needed less taken off.
            if longest > best.first().map(|form| form.rest.len()) {
                best = hits.into_iter().filter(|form| Some(form.rest.len()) == longest).collect();
            }
        }
        let words = 1 + best.first()?.rest.len();
        let span = tokens[at].span.join(tokens[at + words - 1].span);
        let mut concepts: Vec<u32> = best.iter().map(|form| form.concept).collect();
        concepts.sort_unstable();
        concepts.dedup();
        for concept in concepts {
            let mine = || best.iter().filter(|form| form.concept == concept);
            let table = mine().map(|form| form.table).max();
            let mine: Vec<_> = mine().filter(|form| Some(form.table) == table).collect();
            let mut stances: Vec<u32> = mine.iter().map(|form| form.stance).collect();
            stances.sort_unstable();
            stances.dedup();
            if !stances.iter().any(|&stance| self.name(stance) == OTHER) {
                let form = Arc::clone(&mine[0].written);
                found.push(Naming { span, concept, stances, form });
            }
        }
        Some(at + words)
    }
}

/// The keys under which tokens of a language may be words of a form; a text repeats its words, and
/// each is looked up once.
#[derive(Debug)]
pub(crate) struct Lemmas {
    lang: Lang,
    known: FxHashMap<String, Vec<String>>,
}

impl Lemmas {
    /// Of a language.
    pub(crate) fn new(lang: Lang) -> Self {
        Self { lang, known: FxHashMap::default() }
    }

    fn of_all(&mut self, tokens: &[Token]) -> Vec<&[String]> {
        for token in tokens {
            if token.kind == TokenKind::Mark || self.known.contains_key(&token.key) {
                continue;
            }
            let mut forms = Vec::new();
            match self.lang.module() {
                Some(module) => module.lemmas(&token.key, &mut forms),
                None => forms.push(token.key.clone()),
            }
            forms.truncate(FORMS);
            self.known.insert(token.key.clone(), forms);
        }
        let known = |token: &Token| match token.kind {
            TokenKind::Mark => &[],
            _ => self.known.get(&token.key).map_or(&[][..], Vec::as_slice),
        };
        tokens.iter().map(known).collect()
    }
}

impl Index {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    fn tables(&self) -> u32 {
        let forms = self.forms.values().flat_map(FxHashMap::values).flatten();
        forms.map(|form| form.table).max().unwrap_or(0)
    }

    fn add(
        &mut self,
        lang: Lang,
        written: &str,
        mut keys: Vec<String>,
        (concept, stance): (&str, &str),
        table: u32,
    ) {
        let (concept, stance) = (self.number(concept), self.number(stance));
        let rest = keys.split_off(1);
        let Some(first) = keys.pop() else { return };
        let form = Form { rest, written: Arc::from(written), concept, stance, table };
        self.forms.entry(lang).or_default().entry(first).or_default().push(form);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::word::tokenize;

    fn found(labels: &Labels, text: &str, lang: Lang) -> Vec<String> {
        let tokens = tokenize(text, Span::new(0, text.len()));
        let namings = labels.find(&tokens, &mut Lemmas::new(lang));
        let written = |naming: Naming| {
            let stances: Vec<&str> = naming.stances.iter().map(|&s| labels.name(s)).collect();
            let (span, concept) = (naming.span.of(text), labels.name(naming.concept));
            format!("{span}: {concept}, {}", stances.join("+"))
        };
        namings.into_iter().map(written).collect()
    }

    #[test]
    fn names_are_found_in_all_their_forms() {
        let labels = Labels::default();
        for (lang, text, expected) in [
            (Lang::Arabic, "وللمتظاهرين", "وللمتظاهرين: protesters, neutral"),
            (Lang::Arabic, "من قوات الاحتلال", "قوات الاحتلال: state_forces, occupation forces"),
            (Lang::Persian, "اغتشاشگران", "اغتشاشگران: protesters, rioters"),
            (Lang::Persian, "شبه‌نظامیان", "شبه‌نظامیان: armed_group, neutral+militia"),
            (
                Lang::English,
                "suicide bombers",
                "suicide bombers: suicide_attacker, suicide attacker",
            ),
        ] {
            assert_eq!(found(&labels, text, lang), [expected], "{text}");
        }
    }

    #[test]
    fn phrases_that_mean_something_else_hide_the_names_in_them() {
        let labels = Labels::default();
        assert!(found(&labels, "رژیم غذایی", Lang::Persian).is_empty());
        assert!(found(&labels, "رئيس التحرير", Lang::Arabic).is_empty());
        assert!(found(&labels, "بل", Lang::Arabic).is_empty());
    }

    #[test]
    fn a_table_of_the_user_wins_and_its_faults_have_lines() {
        let mut labels = Labels::default();
        let faults = labels.add(
            "l.tsv",
            "#concept\tstance\tfa\nprotesters\tneutral\tاغتشاشگر\n\nprotesters\t\tگروه\nx\ty\t-\n",
        );
        let faults: Vec<String> =
            faults.expect("columns").iter().map(ToString::to_string).collect();
        assert_eq!(faults[0], "l.tsv:4: it has no stance; left out");
        assert!(faults[1].starts_with("l.tsv:5: “-” has not two letters"), "{faults:?}");
        let expected = "اغتشاشگران: protesters, neutral";
        assert_eq!(found(&labels, "اغتشاشگران", Lang::Persian), [expected]);
        let error = labels.add("l.tsv", "concept\tfa\n").expect_err("no stance");
        assert!(error.to_string().contains("no column stance"), "{error}");
        // The built-in ones are as they were.
        let rioters = "اغتشاشگران: protesters, rioters";
        assert_eq!(found(&Labels::default(), "اغتشاشگران", Lang::Persian), [rioters]);
    }
}
