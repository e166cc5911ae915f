//! The content sentences of a text with what each word can be.

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::concept::lexicon::{frequency, is_word};
use crate::concept::{ConceptKind, FoundBy, Mention};
use crate::data;
use crate::document::Document;
use crate::fold;
use crate::lang::{Lang, NamingRules, is_stop_word};
use crate::segment::{Segments, Token, TokenKind};
use crate::span::Span;

/// Dictionary forms of a word that are tried.
const FORMS: usize = 8;
/// Words of the longest title that is looked up.
const TITLE_WORDS: usize = 3;

/// Bits of the facts `naming`; `build/words.rs` writes them.
const PART: u64 = 1;
const ORDINARY: u64 = 2;
const TITLE_END: u64 = 4;
const ADDRESS: u64 = 64;
const FIRST_SORT: u32 = 8;
/// Bits beside them for the rules of the language.
const JOINT: u64 = 8;
const OPENER: u64 = 16;
const POINTER: u64 = 32;
const RULES: u64 = JOINT | OPENER | POINTER;

/// Sorts of things, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::concept) struct Sorts(pub u64);

impl Sorts {
    pub const COUNTRY: Self = Self(1);
    pub const REGION: Self = Self(2);
    pub const CITY: Self = Self(4);
    /// Another sort of place.
    pub const PLACE: Self = Self(8);
    pub const PLACES: Self = Self(15);

    /// What the two have in common.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// What a word can be, as far as names go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::concept) enum Class {
    /// Too frequent or too short to be looked at.
    Stop,
    /// A form of an ordinary word.
    Known,
    /// A given name or surname and nothing else.
    Part,
    /// A given name or surname, and an ordinary word.
    Both,
    /// In no list.
    Rare,
}

/// A distinct word of a text.
#[derive(Default)]
struct Word<'a> {
    key: &'a str,
    /// The bits of the word itself …
    naming: u64,
    /// … and of what remains without what it has attached.
    attached: u64,
    /// What stands behind the article, where it has one.
    behind_article: Option<&'a str>,
    /// The bits of that.
    definite: u64,
    count: u32,
    class: Cell<Option<Class>>,
}

/// A text that is being read.
pub(in crate::concept) struct Reading<'a> {
    pub text: &'a str,
    pub lang: Lang,
    pub tokens: &'a [Token],
    /// The content sentences, as ranges of `tokens`.
    pub sentences: Vec<Range<usize>>,
    pub rules: &'static NamingRules,
    pub capitals: bool,
    pub article: String,
    prefixes: Vec<(String, String)>,
    suffixes: Vec<String>,
    /// Number of the word that each token is.
    words: Vec<u32>,
    vocabulary: Vec<Word<'a>>,
    /// Index of the mention that covers each token.
    owners: Vec<Option<u32>>,
}

impl<'a> Reading<'a> {
    /// Reads the words; none in a language without a module.
    pub fn new(document: &'a Document, segments: &'a Segments) -> Option<Self> {
        let lang = document.lang;
        let module = lang.module()?;
        let names = module.names();
        let paragraphs = segments.paragraphs.iter().filter(|p| p.role.is_content());
        let mut reading = Self {
            text: &document.text,
            lang,
            tokens: &segments.tokens,
            sentences: paragraphs
                .flat_map(|p| segments.sentences.get(p.sentences.clone()).unwrap_or(&[]))
                .map(|sentence| sentence.tokens.clone())
                .filter(|tokens| tokens.end <= segments.tokens.len())
                .collect(),
            rules: module.naming(),
            capitals: names.capitals,
            article: fold::key(names.article),
            prefixes: names.prefixes.iter().map(|(a, b)| (fold::key(a), fold::key(b))).collect(),
            suffixes: names.suffixes.iter().map(|suffix| fold::key(suffix)).collect(),
            words: Vec::with_capacity(segments.tokens.len()),
            vocabulary: Vec::new(),
            owners: vec![None; segments.tokens.len()],
        };
        let list = format!("naming:{}", lang.tag());
        let rules = [
            (reading.rules.joints, JOINT),
            (reading.rules.openers, OPENER),
            (reading.rules.pointers, POINTER),
        ];
        let mut bits: FxHashMap<String, u64> = FxHashMap::default();
        for (words, bit) in rules {
            for word in words {
                *bits.entry(fold::key(word)).or_default() |= bit;
            }
        }
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        for token in &segments.tokens {
            let key = token.key.as_str();
            let number = *numbers.entry(key).or_insert_with(|| {
                let mut word = Word { key, ..Word::default() };
                if token.kind == TokenKind::Word {
                    let known = |key: &str| data::fact(&list, key).unwrap_or(0);
                    word.naming = known(key) | bits.get(key).copied().unwrap_or(0);
                    word.attached =
                        reading.bare(key).skip(1).fold(0, |all, form| all | known(&form));
                    word.behind_article = reading.behind_article(key);
                    word.definite = word.behind_article.map_or(0, known);
                }
                reading.vocabulary.push(word);
                u32::try_from(reading.vocabulary.len() - 1).unwrap_or(u32::MAX)
            });
            reading.vocabulary[number as usize].count += 1;
            reading.words.push(number);
        }
        Some(reading)
    }

    /// Notes which tokens the mentions cover.
    pub fn take(&mut self, mentions: &[Mention]) {
        let mut next = 0;
        for (token, owner) in self.tokens.iter().zip(&mut self.owners) {
            while mentions.get(next).is_some_and(|m| m.span.end <= token.span.start) {
                next += 1;
            }
            let covers = mentions.get(next).is_some_and(|m| m.span.overlaps(token.span));
            *owner = u32::try_from(next).ok().filter(|_| covers);
        }
    }

    /// The mention that covers a token, by its index.
    pub fn owner(&self, token: usize) -> Option<usize> {
        self.owners.get(token).copied().flatten().map(|owner| owner as usize)
    }

    /// The tokens that a mention covers, given one of them.
    pub fn extent(&self, token: usize) -> Range<usize> {
        let owner = self.owner(token);
        let mut range = token..token + 1;
        while range.start > 0 && self.owner(range.start - 1) == owner {
            range.start -= 1;
        }
        while range.end < self.tokens.len() && self.owner(range.end) == owner {
            range.end += 1;
        }
        range
    }

    /// Whether a token is a word that no mention covers.
    pub fn is_free(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Word)
            && self.owner(token).is_none()
    }

    pub fn key(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| token.key.as_str())
    }

    pub fn written(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| token.span.of(self.text))
    }

    fn entry(&self, token: usize) -> Option<&Word<'a>> {
        self.vocabulary.get(*self.words.get(token)? as usize)
    }

    /// How often the text has the word of a token.
    pub fn count(&self, token: usize) -> u32 {
        self.entry(token).map_or(0, |word| word.count)
    }

    /// What the word of a token can be.
    pub fn class(&self, token: usize) -> Class {
        let Some(word) = self.entry(token) else { return Class::Stop };
        let class = word.class.get().unwrap_or_else(|| self.classify(word.key, word.naming));
        word.class.set(Some(class));
        class
    }

    fn classify(&self, key: &str, naming: u64) -> Class {
        // Words of two letters spell abbreviations oftener than names.
        if key.chars().nth(2).is_none() || is_stop_word(self.lang, key) {
            return Class::Stop;
        }
        if naming & TITLE_END != 0 {
            return Class::Known;
        }
        match (naming & PART != 0, naming & ORDINARY != 0) {
            (true, false) => return Class::Part,
            (true, true) => return Class::Both,
            (false, _) if naming & !RULES != 0 => return Class::Known,
            _ => {}
        }
        let mut forms = Vec::new();
        if let Some(module) = self.lang.module() {
            module.lemmas(key, &mut forms);
        }
        let known = frequency(self.lang, key).is_some()
            || forms
                .iter()
                .take(FORMS)
                .any(|form| is_word(self.lang, form) || is_stop_word(self.lang, form));
        if known { Class::Known } else { Class::Rare }
    }

    /// Whether the word stands inside personal names.
    pub fn is_joint(&self, token: usize) -> bool {
        self.naming(token) & JOINT != 0
    }

    /// Whether the word begins a personal name with the one behind it.
    pub fn is_opener(&self, token: usize) -> bool {
        self.naming(token) & OPENER != 0
    }

    /// Whether the word makes the noun behind it mean something named before.
    pub fn is_pointer(&self, token: usize) -> bool {
        self.naming(token) & POINTER != 0
    }

    /// Whether lists of personal names have the word.
    pub fn is_part(&self, token: usize) -> bool {
        self.naming(token) & PART != 0
    }

    fn naming(&self, token: usize) -> u64 {
        self.entry(token).map_or(0, |word| word.naming)
    }

    fn attached(&self, token: usize) -> u64 {
        self.entry(token).map_or(0, |word| word.attached)
    }

    /// The word of a token by its number in [`Reading::by_word`].
    pub fn word(&self, token: usize) -> usize {
        self.words.get(token).map_or(usize::MAX, |&word| word as usize)
    }

    /// What `of` says of each distinct word of the text.
    pub fn by_word<T>(&self, mut of: impl FnMut(&'a str) -> T) -> Vec<T> {
        self.vocabulary.iter().map(|word| of(word.key)).collect()
    }

    /// The sorts of things for which the word of a token stands.
    pub fn sorts(&self, token: usize) -> Sorts {
        Sorts(self.naming(token) >> FIRST_SORT)
    }

    /// The same for the word without its article; none where it has none.
    pub fn definite_sorts(&self, token: usize) -> Sorts {
        Sorts(self.entry(token).map_or(0, |word| word.definite) >> FIRST_SORT)
    }

    /// The same for what remains of it without what it has attached.
    pub fn attached_sorts(&self, token: usize) -> Sorts {
        Sorts(self.attached(token) >> FIRST_SORT)
    }

    /// The sorts of things for which a folded word stands.
    pub fn sorts_of(lang: Lang, key: &str) -> Sorts {
        Sorts(data::fact(&format!("naming:{}", lang.tag()), key).unwrap_or(0) >> FIRST_SORT)
    }

    /// The forms of a word without what names have attached before and behind, itself first.
    pub fn bare<'k>(&'k self, key: &'k str) -> impl Iterator<Item = Cow<'k, str>> + 'k {
        let before = self.prefixes.iter().filter_map(move |(prefix, remains)| {
            let rest = key.strip_prefix(prefix.as_str())?;
            Some(match remains.as_str() {
                "" => Cow::Borrowed(rest),
                remains => Cow::Owned(format!("{remains}{rest}")),
            })
        });
        let behind = self
            .suffixes
            .iter()
            .filter(|suffix| suffix.contains('\''))
            .filter_map(move |suffix| key.strip_suffix(suffix.as_str()).map(Cow::Borrowed));
        std::iter::once(Cow::Borrowed(key)).chain(before).chain(behind)
    }

    /// What stands behind the article in a word of the text, where it has one.
    pub fn behind_article(&self, key: &'a str) -> Option<&'a str> {
        if self.article.is_empty() {
            return None;
        }
        let len = self.bare(key).find_map(|form| {
            let rest = form.strip_prefix(self.article.as_str())?;
            rest.chars().nth(1).is_some().then_some(rest.len())
        })?;
        key.get(key.len().checked_sub(len)?..)
    }

    /// The word of a token without the article, where it has one, with or without particles before.
    pub fn without_article(&self, token: usize) -> Option<&'a str> {
        self.entry(token)?.behind_article
    }

    /// Whether a title ends with the token.
    pub fn ends_title(&self, sentence: &Range<usize>, token: usize) -> bool {
        if !sentence.contains(&token) || self.owner(token).is_some() {
            return false;
        }
        if (self.naming(token) | self.attached(token)) & TITLE_END == 0 {
            return false;
        }
        let list = format!("title:{}", self.lang.tag());
        let plain = |key: &str| self.bare(key).any(|form| data::fact(&list, &form).is_some());
        let mut joined = String::new();
        for at in (sentence.start..=token).rev().take(TITLE_WORDS) {
            if self.tokens[at].kind != TokenKind::Word {
                break;
            }
            joined.insert_str(0, self.key(at));
            if plain(&joined) {
                return true;
            }
        }
        false
    }

    /// Whether the title that ends with the token has no complement: what follows is the name.
    pub fn is_address(&self, token: usize) -> bool {
        self.naming(token) & ADDRESS != 0 || self.without_article(token).is_some()
    }

    /// Whether `phrase`, folded, stands at a token; gives the token behind it.
    pub fn after_phrase(&self, sentence: &Range<usize>, at: usize, phrase: &str) -> Option<usize> {
        let mut token = at;
        for word in phrase.split_whitespace() {
            if token >= sentence.end || self.key(token) != fold::key(word) {
                return None;
            }
            token += 1;
        }
        Some(token)
    }

    /// A mention over some tokens.
    pub fn mention(&self, tokens: Range<usize>, name: &Name, found_by: FoundBy) -> Option<Mention> {
        let span = self.span(tokens)?;
        Some(Mention {
            span,
            concept: name.concept.clone(),
            kind: name.kind,
            name: name.name.clone(),
            value: None,
            found_by,
        })
    }

    pub fn span(&self, tokens: Range<usize>) -> Option<Span> {
        let tokens = self.tokens.get(tokens)?;
        Some(tokens.first()?.span.join(tokens.last()?.span))
    }
}

/// What a mention names.
#[derive(Clone, Debug)]
pub(in crate::concept) struct Name {
    pub concept: String,
    pub kind: ConceptKind,
    pub name: String,
}

impl Name {
    pub fn of(mention: &Mention) -> Self {
        Self { concept: mention.concept.clone(), kind: mention.kind, name: mention.name.clone() }
    }
}
