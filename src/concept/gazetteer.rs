//! Names of places, people and organisations that the tables know.

mod context;
mod introduction;

use std::borrow::Cow;

use super::lexicon::is_word;
use super::{ConceptKind, FoundBy, Mention};
use crate::data::{self, NAMES, Walk};
use crate::fold;
use crate::lang::{Lang, NameRules, is_stop_word};
use crate::segment::{Segments, Token, TokenKind};
use crate::span::Span;
use context::{Context, Hit, Reading};

/// The longest name in words.
const MOST_WORDS: usize = 7;
/// A name written together or apart unlike in the table needs this many letters, so that words
/// that merely stand side by side do not make one («از» «بک»).
const LETTERS_TO_JOIN: usize = 6;
/// A name of one word from which particles were taken needs this many letters …
pub(super) const LETTERS_TO_STRIP: usize = 4;
/// … and this weight, or three letters and the weight of a country or of what is as well known.
pub(super) const WEIGHT_TO_STRIP: u8 = 6;
pub(super) const WEIGHT_OF_COUNTRIES: u8 = 8;
/// How often a text is read again with what was found in it: once for the names that others vouch
/// for, once for those that these vouch for.
const REREADINGS: usize = 2;

/// Bits of a posting; `build/names.rs` writes them.
const CONTEXT: u32 = 1;
const ACRONYM: u32 = 4;
const STRICT: u32 = 8;
const EXACT: u32 = 16;

/// All names of a text, in order, without overlap, the longest at each place.
///
/// Names that are also ordinary words count only beside a title or a word for their sort of thing,
/// in quotation marks (organisations and events), in a list of places, or where the text has
/// another, certain, mention of the same; of several things of one name the one whose country the
/// text speaks of is meant. Therefore the whole text is read at once.
pub(crate) fn names(text: &str, segments: &Segments, lang: Lang) -> Vec<Mention> {
    let native = Reader::new(text, lang);
    // Names left in the letters of another language are looked up there.
    let foreign: Vec<Reader<'_>> = Lang::known()
        .filter(|language| language.lang() != lang && language.names().capitals)
        .map(|language| Reader::new(text, language.lang()))
        .collect();
    let read = |tokens: &[Token], context: &Context| {
        let mut reading = Reading::default();
        let mut at = 0;
        while at < tokens.len() {
            let hit = std::iter::once(&native)
                .chain(&foreign)
                .filter(|reader| reader.reads(&tokens[at]))
                .find_map(|reader| reader.name_at(tokens, at, context, &mut reading));
            match hit {
                Some(hit) => {
                    at = hit.end;
                    reading.found.push(hit);
                }
                None => at += 1,
            }
        }
        reading
    };
    let sentences = || segments.sentences.iter().map(|sentence| segments.tokens_in(sentence));
    let nothing = Context::default();
    let mut readings: Vec<Reading> = sentences().map(|tokens| read(tokens, &nothing)).collect();
    for _ in 0..REREADINGS {
        let context = Context::of(readings.iter().flat_map(|reading| &reading.found));
        for (reading, tokens) in readings.iter_mut().zip(sentences()) {
            if reading.is_open(&context) {
                *reading = read(tokens, &context);
            }
        }
    }
    let found = readings.into_iter().flat_map(|reading| reading.found);
    found.filter_map(|hit| mention(hit.entity, hit.span)).collect()
}

fn mention(entity: u32, span: Span) -> Option<Mention> {
    let entity = data::entity(entity)?;
    Some(Mention {
        span,
        concept: entity.id.to_owned(),
        kind: kind(entity.kind),
        name: entity.name.to_owned(),
        value: None,
        found_by: FoundBy::Gazetteer,
    })
}

/// The kind by its number in the table; `build/names.rs` has the same order.
pub(super) fn kind(number: u8) -> ConceptKind {
    const KINDS: [ConceptKind; 5] = [
        ConceptKind::Place,
        ConceptKind::Person,
        ConceptKind::Organisation,
        ConceptKind::Group,
        ConceptKind::Event,
    ];
    KINDS.get(usize::from(number)).copied().unwrap_or(ConceptKind::Name)
}

/// A key of the table that the tokens from a place on spell.
struct Candidate {
    /// The token after it.
    end: usize,
    /// Its number of words.
    words: usize,
    /// Letters of its key.
    letters: usize,
    /// Whether something had to be taken off its first or last word.
    stripped: bool,
    /// Whether what remained begins with the article.
    article: bool,
    value: u64,
}

/// Reads names by the rules of one language.
struct Reader<'a> {
    text: &'a str,
    lang: Lang,
    start: Option<Walk<'static>>,
    prefixes: Vec<(String, String)>,
    article: String,
    suffixes: Vec<String>,
    capitals: bool,
    conjunctions: Vec<String>,
    place_prepositions: Vec<String>,
    /// The letter that is never put for another one in this text.
    careless: Option<char>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, lang: Lang) -> Self {
        static NONE: NameRules = NameRules::PLAIN;
        let rules = lang.module().map_or(&NONE, |language| language.names());
        Self {
            text,
            lang,
            start: NAMES.walk().and_then(|walk| walk.step(&format!("{}:", lang.tag()))),
            prefixes: rules.prefixes.iter().map(|(a, b)| (fold::key(a), fold::key(b))).collect(),
            article: fold::key(rules.article),
            suffixes: keys(rules.suffixes),
            capitals: rules.capitals,
            conjunctions: keys(rules.conjunctions),
            place_prepositions: keys(rules.place_prepositions),
            careless: careless_end(text, rules),
        }
    }

    /// Whether a name of the language can begin with the token.
    fn reads(&self, token: &Token) -> bool {
        let latin =
            token.span.of(self.text).starts_with(|c: char| c.is_lowercase() || c.is_uppercase());
        token.kind == TokenKind::Word && latin == self.capitals
    }

    /// The best name that begins at the token, after what was read of the sentence; what another
    /// mention could vouch for is noted there.
    fn name_at(
        &self,
        tokens: &[Token],
        at: usize,
        context: &Context,
        reading: &mut Reading,
    ) -> Option<Hit> {
        let mut candidates = Vec::new();
        self.candidates(tokens, at, &tokens[at].key, false, &mut candidates);
        for (prefix, remains) in &self.prefixes {
            if let Some(rest) = tokens[at].key.strip_prefix(prefix.as_str()) {
                let first = format!("{remains}{rest}");
                self.candidates(tokens, at, &first, true, &mut candidates);
            }
        }
        // The longest first, at the same length what needed no stripping; stable otherwise.
        candidates.sort_by_key(|candidate| (usize::MAX - candidate.end, candidate.stripped));
        candidates.iter().find_map(|candidate| {
            let words = &tokens[at..candidate.end];
            let mut introduced = false;
            let mut possible = Vec::new();
            for posting in NAMES.list(candidate.value) {
                let entity = posting >> 12;
                if !self.fits(words, candidate, posting) {
                    continue;
                }
                if !self.is_doubtful(&tokens[at], candidate, posting) {
                    possible.push(entity);
                    continue;
                }
                let strict = posting & STRICT != 0;
                if self.is_named(tokens, at, candidate.end, entity)
                    || self.is_listed(tokens, at, (entity, strict), reading.found.last())
                {
                    introduced = true;
                    possible.push(entity);
                } else if self.is_located(tokens, at..candidate.end, (entity, strict), context)
                    || (!strict && context.has(entity))
                {
                    possible.push(entity);
                } else if !strict {
                    reading.refused.push(entity);
                }
            }
            let (&first, others) = possible.split_first()?;
            let entity = context.likeliest(first, others);
            let (end, span) = self.close_quotes(tokens, at, candidate.end);
            let shared = !others.is_empty();
            Some(Hit { entity, span, start: at, end, shared, introduced })
        })
    }

    /// Pushes every key that the tokens from `at` on spell, with `first` for the first of them.
    fn candidates(
        &self,
        tokens: &[Token],
        at: usize,
        first: &str,
        stripped: bool,
        candidates: &mut Vec<Candidate>,
    ) {
        let Some(mut walk) = self.start else { return };
        let (mut words, mut letters) = (0, 0);
        let article = stripped && !self.article.is_empty() && first.starts_with(&self.article);
        for index in at..tokens.len() {
            if tokens[index].kind == TokenKind::Mark {
                if words == 0 || !self.may_stand_inside(tokens, index) {
                    return;
                }
                continue;
            }
            let key = if index == at { first } else { tokens[index].key.as_str() };
            words += 1;
            let mut take = |walk: Walk<'_>, key: &str, stripped| {
                if let Some(value) = walk.value() {
                    let letters = letters + key.chars().count();
                    let end = index + 1;
                    candidates.push(Candidate { end, words, letters, stripped, article, value });
                }
            };
            for suffix in &self.suffixes {
                let stem = key.strip_suffix(suffix.as_str()).filter(|stem| !stem.is_empty());
                if let Some(stem) = stem.map(plain)
                    && let Some(end) = walk.step(&stem)
                {
                    take(end, &stem, true);
                }
            }
            let key = plain(key);
            let Some(next) = walk.step(&key) else { return };
            take(next, &key, stripped);
            walk = next;
            letters += key.chars().count();
            if words == MOST_WORDS {
                return;
            }
        }
    }

    /// Whether a mark may stand between the words of a name: a quotation mark, or a hyphen or stop
    /// without space before it.
    fn may_stand_inside(&self, tokens: &[Token], index: usize) -> bool {
        let tight = index > 0 && tokens[index - 1].span.end == tokens[index].span.start;
        match tokens[index].span.of(self.text) {
            "«" | "“" | "\"" | "&" | "+" => true,
            "»" | "”" => true,
            "-" | "\u{2010}" | "\u{2011}" | "–" | "." | "·" => tight,
            _ => false,
        }
    }

    /// Whether the words, as they are written, can be the name of the posting.
    fn fits(&self, tokens: &[Token], candidate: &Candidate, posting: u32) -> bool {
        let counted = posting >> 5 & 1 << (candidate.words - 1) != 0;
        let short_word =
            |token: &Token| token.key.chars().count() < 2 || is_stop_word(self.lang, &token.key);
        if !counted && (candidate.letters < LETTERS_TO_JOIN || tokens.iter().any(short_word)) {
            return false;
        }
        if self.capitals {
            return self.is_capitalised(tokens, posting & ACRONYM != 0);
        }
        if posting & EXACT != 0
            && let (Some(careless), Some(last)) = (self.careless, tokens.last())
            && last.span.of(self.text).ends_with(careless)
        {
            return false;
        }
        if candidate.words != 1 {
            return true;
        }
        if candidate.stripped {
            let weight = data::entity(posting >> 12).map_or(0, |entity| entity.weight);
            let long = (candidate.letters >= LETTERS_TO_STRIP && weight >= WEIGHT_TO_STRIP)
                || (candidate.letters >= 3 && weight >= WEIGHT_OF_COUNTRIES);
            return long && (candidate.article || !is_word(self.lang, &tokens[0].key));
        }
        true
    }

    /// Whether a name has to be vouched for: one that is marked so, and one of a small place that
    /// is also a word with its particles («لوباء»).
    fn is_doubtful(&self, first: &Token, candidate: &Candidate, posting: u32) -> bool {
        posting & CONTEXT != 0
            || (candidate.words == 1
                && !candidate.stripped
                && data::entity(posting >> 12).is_none_or(|entity| entity.weight < WEIGHT_TO_STRIP)
                && self.is_inflected_word(&first.key))
    }

    /// Whether a token is a word of the dictionary with something attached.
    fn is_inflected_word(&self, key: &str) -> bool {
        let bare = self.prefixes.iter().filter_map(|(prefix, remains)| {
            Some(format!("{remains}{}", key.strip_prefix(prefix.as_str())?))
        });
        let stems = self.suffixes.iter().filter_map(|suffix| key.strip_suffix(suffix.as_str()));
        bare.chain(stems.map(str::to_owned)).any(|form| is_word(self.lang, &form))
    }

    /// Whether the words bear the capitals that a name has: the first one, after an article of
    /// another language the second; all letters of an acronym.
    fn is_capitalised(&self, tokens: &[Token], acronym: bool) -> bool {
        let mut words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
        if acronym {
            return words.all(|token| {
                let word = token.span.of(self.text);
                !word.trim_end_matches("'s").trim_end_matches("’s").contains(char::is_lowercase)
            });
        }
        let upper = |token: &Token| token.span.of(self.text).starts_with(char::is_uppercase);
        match words.next() {
            Some(first) if upper(first) => true,
            Some(first) => first.key.len() == 2 && words.next().is_some_and(upper),
            None => false,
        }
    }

    /// The span of a name, with the closing mark of a quotation that begins inside it.
    fn close_quotes(&self, tokens: &[Token], start: usize, end: usize) -> (usize, Span) {
        let span = tokens[start].span.join(tokens[end - 1].span);
        let inside = span.of(self.text);
        let open = inside.matches(['«', '“']).count() > inside.matches(['»', '”']).count();
        match tokens.get(end) {
            Some(next) if open && matches!(next.span.of(self.text), "»" | "”") => {
                (end + 1, span.join(next.span))
            }
            _ => (end, span),
        }
    }
}

fn keys(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| fold::key(word)).collect()
}

/// The letter of [`NameRules::careless_end`] that some put for another, where the text has the
/// other one too.
fn careless_end(text: &str, rules: &NameRules) -> Option<char> {
    let (careless, careful) = rules.careless_end?;
    let ends_word = |(at, found): (usize, &str)| {
        !text[at + found.len()..].starts_with(|c: char| c.is_alphabetic())
    };
    text.match_indices(careful).any(ends_word).then_some(careless)
}

/// A key as the table of names has it.
fn plain(key: &str) -> Cow<'_, str> {
    if key.contains('\'') { Cow::Owned(key.replace('\'', "")) } else { Cow::Borrowed(key) }
}

#[cfg(test)]
mod measure;
#[cfg(test)]
mod tests;
