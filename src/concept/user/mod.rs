//! The user's own names and words: glossaries, which win over the built-in data, and learned
//! lexicons, which add to it.

mod find;
pub(in crate::concept) mod read;

use std::path::Path;

use rustc_hash::{FxHashMap, FxHashSet};

pub use read::RowFault;

use super::ConceptKind;
use super::lexicon::Sense;
use crate::data;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::import::ReadOptions;
use crate::lang::Lang;
use crate::segment::TokenKind;
use crate::segment::word::tokenize;
use crate::span::Span;

/// The longest name or term in words.
const MOST_WORDS: usize = 8;
/// Columns of glossaries and lexicons beside those of languages.
const COLUMNS: &[&str] = &["kind", "id", "weight"];
/// Built-in senses have smaller numbers: a posting keeps 24 bits for them.
const FIRST_SENSE: u32 = 1 << 24;

/// Names and words that the user brings along, for [`Options::words`](crate::Options::words).
///
/// A **glossary** is a table with tabs between the columns and a header that names them: a language
/// tag for a column of forms, several forms of one thing parted by `|`; `kind`, if there, is
/// `place`, `person`, `organisation`, `group`, `event` or `word` (without one, a row is a name of
/// which nothing more is known); `id`, if there, is what the concept is to be called. Names become
/// mentions, words become senses, and either wins over the built-in data. Of two glossaries the one
/// that was added first wins.
///
/// A **lexicon** is such a table with two languages and `weight`, from 0 to 1, as
/// [`learn`](crate::learn) makes it. It tells of words that neither a glossary nor
/// the built-in dictionary has.
///
/// ```
/// use muqabala::concept::UserWords;
///
/// let mut words = UserWords::default();
/// let faults = words.add_glossary("glossary.tsv", "\
/// ar\tfa\tkind
/// قرية الصفصاف\tروستای صفصاف\tplace
/// مسيّرة\tپهپاد|هواپیمای بدون سرنشین\tword
/// خطأ\tخطا\tmistake
/// ")?;
/// assert_eq!(faults.len(), 1);
/// assert!(faults[0].to_string().starts_with("glossary.tsv:4: "));
/// # Ok::<(), muqabala::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct UserWords {
    things: Vec<Thing>,
    names: ByForm<NameForm>,
    words: ByForm<Vec<Sense>>,
    terms: ByForm<Vec<Term>>,
    learned: ByForm<Vec<Sense>>,
    senses: u32,
}

type ByForm<T> = FxHashMap<Lang, FxHashMap<String, T>>;

/// What a row of a glossary names.
#[derive(Clone, Debug)]
struct Thing {
    concept: String,
    kind: ConceptKind,
    name: String,
}

/// One way to write a name.
#[derive(Clone, Copy, Debug)]
struct NameForm {
    thing: usize,
    words: usize,
    case: Case,
}

/// The capitals that a name needs, as the glossary writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Any,
    First,
    All,
}

/// An expression of several words, without its first.
#[derive(Clone, Debug)]
struct Term {
    rest: Vec<String>,
    sense: Sense,
}

impl UserWords {
    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.senses == 0
    }

    /// Adds a glossary; `name` is what messages call it. Returns the rows that were left out.
    ///
    /// # Errors
    /// [`Error::Input`] where no column is named by a language.
    pub fn add_glossary(&mut self, name: &str, text: &str) -> Result<Vec<RowFault>> {
        let mut table = read::Table::new(name, text, COLUMNS)?;
        let (mut names, mut words) = (FxHashSet::default(), FxHashSet::default());
        while let Some(row) = table.next() {
            if let Err(problem) = self.add_row(&row, &mut names, &mut words) {
                table.fault(row.line, problem);
            }
        }
        Ok(table.faults)
    }

    /// Reads a glossary from a file; see [`UserWords::add_glossary`].
    ///
    /// # Errors
    /// Where the file cannot be read or holds no text, or no column is named by a language.
    pub fn read_glossary(&mut self, path: &Path) -> Result<Vec<RowFault>> {
        let (name, text) = read_text(path)?;
        self.add_glossary(&name, &text)
    }

    /// Adds a lexicon of single words; `name` is what messages call it. Returns the rows that were
    /// left out.
    ///
    /// # Errors
    /// [`Error::Input`] where the header does not name two languages and `weight`.
    pub fn add_lexicon(&mut self, name: &str, text: &str) -> Result<Vec<RowFault>> {
        let mut table = read::Table::new(name, text, COLUMNS)?;
        if table.languages() != 2 || !table.has("weight") {
            return Err(Error::input(
                name,
                "is no lexicon: its first line does not name two languages and weight",
                "make one with `muqabala learn`, or give names and terms with --glossary",
            ));
        }
        while let Some(row) = table.next() {
            if let Err(problem) = self.add_pair(&row) {
                table.fault(row.line, problem);
            }
        }
        Ok(table.faults)
    }

    /// Reads a lexicon from a file; see [`UserWords::add_lexicon`].
    ///
    /// # Errors
    /// Where the file cannot be read or holds no text, or is no lexicon.
    pub fn read_lexicon(&mut self, path: &Path) -> Result<Vec<RowFault>> {
        let (name, text) = read_text(path)?;
        self.add_lexicon(&name, &text)
    }

    /// Adds a row of a glossary. `names` and `words` are the forms that this glossary has had: an
    /// earlier glossary may be silently in force, a contradiction inside one is a mistake.
    fn add_row(
        &mut self,
        row: &read::Row<'_>,
        names: &mut FxHashSet<(Lang, String)>,
        words: &mut FxHashSet<(Lang, String)>,
    ) -> Result<(), String> {
        let forms: Vec<(Lang, &str, Vec<String>)> = row
            .forms
            .iter()
            .map(|&(lang, form)| Ok((lang, form, keys(form)?)))
            .collect::<Result<_, String>>()?;
        let (_, first, _) = forms.first().ok_or("it has no name or word")?;
        let Some(kind) = kind(row.cell("kind"))? else {
            let sense = Sense { id: self.next_sense(), weight: 1.0 };
            for (lang, _, mut keys) in forms {
                let joined = keys.concat();
                let own = !words.insert((lang, joined.clone()));
                let rest = keys.split_off(1);
                let head = keys.remove(0);
                if rest.is_empty() {
                    let senses = self.words.entry(lang).or_default().entry(joined).or_default();
                    if senses.is_empty() || own {
                        senses.push(sense);
                    }
                } else {
                    let terms = self.terms.entry(lang).or_default().entry(head).or_default();
                    if own || terms.iter().all(|term| term.rest != rest) {
                        terms.push(Term { rest, sense });
                    }
                }
            }
            return Ok(());
        };
        let english = forms.iter().find(|(lang, ..)| data_names_in(*lang));
        let name = english.map_or(*first, |(_, form, _)| form).to_owned();
        let concept = match row.cell("id") {
            // An id that the built-in data knows adds names to what it is the id of.
            Some(id) if data::entity_number(id).is_some() => id.to_owned(),
            Some(id) => format!("glossary:{id}"),
            None => format!("glossary:{name}"),
        };
        for (lang, form, keys) in &forms {
            let key = (*lang, keys.concat());
            if names.contains(&key)
                && let Some(other) = self.names.get(lang).and_then(|names| names.get(&key.1))
                && self.things[other.thing].concept != concept
            {
                let other = &self.things[other.thing].name;
                return Err(format!("“{form}” is a name of “{other}” in a row above"));
            }
        }
        let thing = self.things.len();
        self.things.push(Thing { concept, kind, name });
        for (lang, form, keys) in forms {
            let joined = keys.concat();
            let case = case(lang, form);
            let known = self.names.entry(lang).or_default();
            known.entry(joined.clone()).or_insert(NameForm { thing, words: keys.len(), case });
            names.insert((lang, joined));
        }
        Ok(())
    }

    fn add_pair(&mut self, row: &read::Row<'_>) -> Result<(), String> {
        let [(a, left), (b, right)] = row.forms[..] else {
            return Err("it needs one word in either language".to_owned());
        };
        if a == b {
            return Err("it needs one word in either language".to_owned());
        }
        let weight = row.cell("weight").and_then(|weight| weight.parse::<f32>().ok());
        let Some(weight) = weight.filter(|weight| *weight > 0.0 && *weight <= 1.0) else {
            return Err("its weight is not a number above 0 and up to 1".to_owned());
        };
        let (left, right) = (single(left)?, single(right)?);
        // The two weights of a sense are multiplied where its words meet.
        let sense = Sense { id: self.next_sense(), weight: weight.sqrt() };
        for (lang, key) in [(a, left), (b, right)] {
            let stem = lang.module().map_or_else(|| key.clone(), |module| module.stem(&key));
            self.learned.entry(lang).or_default().entry(stem).or_default().push(sense);
        }
        Ok(())
    }

    fn next_sense(&mut self) -> u32 {
        let id = FIRST_SENSE.saturating_add(self.senses);
        self.senses = self.senses.saturating_add(1);
        id
    }

    /// What a glossary says a dictionary form means; empty where none has it.
    pub(crate) fn glossary(&self, lang: Lang, form: &str) -> &[Sense] {
        self.words.get(&lang).and_then(|words| words.get(form)).map_or(&[], Vec::as_slice)
    }

    /// What was learned of the words of a stem.
    pub(crate) fn learned(&self, lang: Lang, stem: &str) -> &[Sense] {
        self.learned.get(&lang).and_then(|words| words.get(stem)).map_or(&[], Vec::as_slice)
    }
}

pub(in crate::concept) fn read_text(path: &Path) -> Result<(String, String)> {
    let name = path.display().to_string();
    if !path.exists() {
        return Err(Error::input(name, "there is no such file", "check the name"));
    }
    let document = Document::read(path, &ReadOptions::new().lang(Some(Lang::Unknown)))?;
    Ok((name, document.text))
}

/// The folded words of a form.
pub(in crate::concept) fn keys(form: &str) -> Result<Vec<String>, String> {
    let tokens = tokenize(form, Span::new(0, form.len()));
    let keys: Vec<String> = tokens
        .into_iter()
        .filter(|token| token.kind != TokenKind::Mark)
        .map(|token| find::plain(&token.key))
        .filter(|key| !key.is_empty())
        .collect();
    if keys.concat().chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return Err(format!("“{form}” has not two letters"));
    }
    if keys.len() > MOST_WORDS {
        return Err(format!("“{form}” has more than {MOST_WORDS} words"));
    }
    Ok(keys)
}

fn single(form: &str) -> Result<String, String> {
    match keys(form)?.as_slice() {
        [key] => Ok(key.clone()),
        _ => Err(format!("“{form}” is not one word; terms belong in a glossary")),
    }
}

/// The kind of a row; none for a word.
fn kind(written: Option<&str>) -> Result<Option<ConceptKind>, String> {
    let Some(written) = written else { return Ok(Some(ConceptKind::Name)) };
    Ok(Some(match written.to_lowercase().as_str() {
        "word" => return Ok(None),
        "place" => ConceptKind::Place,
        "person" => ConceptKind::Person,
        "organisation" | "organization" => ConceptKind::Organisation,
        "group" => ConceptKind::Group,
        "event" => ConceptKind::Event,
        "name" => ConceptKind::Name,
        _ => {
            return Err(format!(
                "“{written}” is no kind; known are place, person, organisation, group, event, name \
                 and word"
            ));
        }
    }))
}

/// Whether names are shown in this language, as those of the built-in data are.
fn data_names_in(lang: Lang) -> bool {
    lang.module().is_some_and(|language| language.names().capitals)
}

fn case(lang: Lang, form: &str) -> Case {
    let has_case = data_names_in(lang);
    let letters = || form.chars().filter(|c| c.is_alphabetic());
    if has_case && letters().count() > 1 && letters().all(|c| !c.is_lowercase()) {
        Case::All
    } else if has_case && form.starts_with(char::is_uppercase) {
        Case::First
    } else {
        Case::Any
    }
}

#[cfg(test)]
mod tests;
