//! Where a text has names and terms of a glossary.

use super::{Case, MOST_WORDS, NameForm, UserWords};
use crate::concept::lexicon::{Sense, is_word};
use crate::concept::{FoundBy, Mention};
use crate::fold;
use crate::lang::{Lang, Language};
use crate::segment::{Segments, Token, TokenKind};
use crate::span::Span;

/// A name that is written together or apart unlike in the glossary needs this many letters.
const LETTERS_TO_JOIN: usize = 6;
/// A name of one word with something attached needs this many letters.
const LETTERS_TO_STRIP: usize = 4;
/// Dictionary forms of a word of a term that are tried.
const FORMS: usize = 6;

impl UserWords {
    /// The names of a text that a glossary has, in order, without overlap, the longest at each
    /// place.
    pub(crate) fn mentions(&self, text: &str, segments: &Segments, lang: Lang) -> Vec<Mention> {
        if self.names.is_empty() {
            return Vec::new();
        }
        // Names in capital letters are left as they are in texts of other scripts.
        let readers: Vec<Reader<'_>> = Lang::known()
            .filter(|language| language.lang() == lang || language.names().capitals)
            .map(|language| Reader { words: self, text, language })
            .collect();
        let mut found = Vec::new();
        for sentence in &segments.sentences {
            let tokens = segments.tokens_in(sentence);
            let mut at = 0;
            while at < tokens.len() {
                let hits = readers.iter().filter_map(|reader| reader.name_at(tokens, at));
                let Some((end, form)) = hits.max_by_key(|(end, _)| *end) else {
                    at += 1;
                    continue;
                };
                let thing = &self.things[form.thing];
                found.push(Mention {
                    span: tokens[at].span.join(tokens[end - 1].span),
                    concept: thing.concept.clone(),
                    kind: thing.kind,
                    name: thing.name.clone(),
                    value: None,
                    found_by: FoundBy::Glossary,
                });
                at = end;
            }
        }
        found
    }

    /// The term of several words that begins at a token: what it is, and the token behind it.
    pub(crate) fn term_at(
        &self,
        lang: Lang,
        tokens: &[Token],
        at: usize,
    ) -> Option<(Vec<Sense>, usize)> {
        let terms = self.terms.get(&lang)?;
        let first = tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
        let forms = forms(lang, &first.key);
        let fits = |rest: &[String]| {
            tokens.get(at + 1..=at + rest.len()).is_some_and(|tokens| {
                tokens.iter().zip(rest).all(|(token, key)| {
                    token.key == *key || self::forms(lang, &token.key).contains(key)
                })
            })
        };
        let found = || forms.iter().filter_map(|form| terms.get(form)).flatten();
        let length = found().filter(|term| fits(&term.rest)).map(|term| term.rest.len()).max()?;
        let mut senses: Vec<Sense> = found()
            .filter(|term| term.rest.len() == length && fits(&term.rest))
            .map(|term| term.sense)
            .collect();
        senses.dedup();
        Some((senses, at + 1 + length))
    }
}

/// The dictionary forms of a word, itself included.
fn forms(lang: Lang, key: &str) -> Vec<String> {
    let mut forms = vec![key.to_owned()];
    if let Some(module) = lang.module() {
        module.lemmas(key, &mut forms);
    }
    forms.truncate(FORMS);
    forms
}

/// A key as the table of names has it.
pub(super) fn plain(key: &str) -> String {
    key.replace('\'', "")
}

/// Reads names by the rules of one language.
struct Reader<'a> {
    words: &'a UserWords,
    text: &'a str,
    language: &'static dyn Language,
}

impl Reader<'_> {
    /// The longest name that begins at a token, and the token behind it.
    fn name_at(&self, tokens: &[Token], at: usize) -> Option<(usize, NameForm)> {
        let token = &tokens[at];
        if token.kind == TokenKind::Mark {
            return None;
        }
        let rules = self.language.names();
        let key = plain(&token.key);
        let whole = self.longest(tokens, at, &key, false);
        let stripped = rules.prefixes.iter().filter_map(|(prefix, remains)| {
            let rest = key.strip_prefix(&fold::key(prefix))?;
            self.longest(tokens, at, &format!("{}{rest}", fold::key(remains)), true)
        });
        // Of two of one length the one that needed nothing taken off.
        whole.into_iter().chain(stripped).rev_max(|(end, _)| *end)
    }

    fn longest(
        &self,
        tokens: &[Token],
        at: usize,
        first: &str,
        stripped: bool,
    ) -> Option<(usize, NameForm)> {
        let rules = self.language.names();
        let known = self.words.names.get(&self.language.lang())?;
        let mut joined = String::new();
        let mut words = 0;
        let mut best = None;
        for (index, token) in tokens.iter().enumerate().skip(at) {
            if token.kind == TokenKind::Mark {
                let tight = tokens[index - 1].span.end == token.span.start;
                if !tight && !matches!(token.span.of(self.text), "«" | "“" | "\"") {
                    break;
                }
                continue;
            }
            words += 1;
            // A name may be written with more spaces than in the glossary.
            if words > MOST_WORDS + 2 {
                break;
            }
            let own = if index == at { first.to_owned() } else { plain(&token.key) };
            let whole = format!("{joined}{own}");
            let bare = rules.suffixes.iter().filter_map(|suffix| {
                let stem = own.strip_suffix(&fold::key(suffix)).filter(|stem| !stem.is_empty())?;
                Some((format!("{joined}{stem}"), true))
            });
            let hit =
                std::iter::once((whole.clone(), stripped)).chain(bare).find_map(|(key, cut)| {
                    let form = *known.get(&key)?;
                    self.fits(&tokens[at..=index], form, &key, words, cut).then_some(form)
                });
            if let Some(form) = hit {
                best = Some((index + 1, form));
            }
            joined = whole;
        }
        best
    }

    /// Whether the words, as they are written, can be the name.
    fn fits(&self, tokens: &[Token], form: NameForm, key: &str, words: usize, cut: bool) -> bool {
        let letters = key.chars().count();
        if words != form.words && letters < LETTERS_TO_JOIN {
            return false;
        }
        let article = fold::key(self.language.names().article);
        let article = !article.is_empty() && key.starts_with(&article);
        if cut
            && words == 1
            && (letters < LETTERS_TO_STRIP
                || (!article && is_word(self.language.lang(), &tokens[0].key)))
        {
            return false;
        }
        match form.case {
            Case::Any => true,
            Case::First => tokens[0].span.of(self.text).starts_with(char::is_uppercase),
            Case::All => {
                let span: Span = tokens[0].span.join(tokens[tokens.len() - 1].span);
                let written = span.of(self.text);
                let written = written.trim_end_matches("'s").trim_end_matches("’s");
                !written.contains(char::is_lowercase)
            }
        }
    }
}

/// [`Iterator::max_by_key`], which keeps the last of equals, keeping the first.
trait RevMax: Iterator + Sized {
    fn rev_max<K: Ord>(self, key: impl Fn(&Self::Item) -> K) -> Option<Self::Item> {
        self.fold(None, |best, item| match best {
            Some(best) if key(&best) >= key(&item) => Some(best),
            _ => Some(item),
        })
    }
}

impl<I: Iterator> RevMax for I {}
