//! What one side of a link denies and doubts.

use std::cell::OnceCell;
use std::ops::Range;

use super::words::{Phrases, Words, words};
use crate::align::Link;
use crate::concept::lexicon;
use crate::finding::Context;
use crate::finding::surroundings::{LEAST_SENSE, senses};
use crate::lang::{Denies, Lang, Language, is_stop_word};
use crate::segment::{Token, TokenKind};
use crate::span::{Side, Span};

/// Words of a link that are looked through; one with more is no sentence.
const MOST: usize = 160;
/// Dictionary forms of a word that are tried.
const FORMS: usize = 8;
/// Words behind or before a word of denial among which is the one that it denies.
const REACH: usize = 4;
/// Words of a clause behind a word that denies or doubts all of it.
const CLAUSE: usize = 5;
/// Letters of the shortest stem that two languages can share.
const STEM: usize = 4;
/// Letters that a word keeps at least without its prefix.
const REST: usize = 3;

/// Letters of the shortest word to which another one sticks, and bytes of the longest that is looked
/// through for it.
const GLUED: usize = 2;
const LONGEST: usize = 120;

/// The words of one side of a link.
pub(super) struct Reading<'a> {
    pub side: Side,
    lang: Lang,
    module: &'static dyn Language,
    table: &'static Words,
    pub words: Vec<Word<'a>>,
    /// Denials beyond doubt.
    pub denials: Vec<Denial>,
    /// Phrases of doubt, beyond doubt themselves.
    pub hedges: Vec<Range<usize>>,
    /// Whether it asks or exclaims.
    pub asks: bool,
}

/// A token of it.
pub(super) struct Word<'a> {
    pub token: &'a Token,
    pub sentence: usize,
    // Most sentences deny nothing, and then nothing of this is asked.
    forms: OnceCell<Vec<String>>,
    senses: OnceCell<Vec<u32>>,
    stem: OnceCell<String>,
    is_negative: OnceCell<bool>,
}

/// A word that denies others.
#[derive(Debug)]
pub(super) struct Denial {
    pub cue: usize,
    /// What it denies.
    pub anchors: Vec<usize>,
    /// How many of them have to be found on the other side.
    pub needed: usize,
}

impl<'a> Reading<'a> {
    /// None where the language has no module, there are too many words, or it is no whole sentence.
    pub fn new(context: &Context<'a>, side: Side, link: &Link) -> Option<Self> {
        let lang = context.documents[side].lang;
        let (module, table) = (lang.module()?, words(lang)?);
        let segments = &context.segments[side];
        // The other part of a sentence that was cut may hold what denies it.
        let units = link.units(side);
        let is_part = |&unit: &usize| !segments.parts_of(unit).all(|part| units.contains(&part));
        if units.iter().any(is_part) {
            return None;
        }
        let sentences = link.units(side).iter().filter_map(|&unit| segments.sentences.get(unit));
        if sentences.map(|sentence| sentence.tokens.len()).sum::<usize>() > MOST {
            return None;
        }
        let mut words = Vec::new();
        for &sentence in link.units(side) {
            let tokens = segments.sentences.get(sentence)?.tokens.clone();
            for token in segments.tokens.get(tokens)? {
                words.push(Word {
                    token,
                    sentence,
                    forms: OnceCell::new(),
                    senses: OnceCell::new(),
                    stem: OnceCell::new(),
                    is_negative: OnceCell::new(),
                });
            }
        }
        let asks = words.iter().any(|word| matches!(word.token.key.as_str(), "?" | "؟" | "!"));
        let mut reading = Self {
            side,
            lang,
            module,
            table,
            words,
            denials: Vec::new(),
            hedges: Vec::new(),
            asks,
        };
        reading.read_denials();
        reading.read_hedges(&context.documents[side].text);
        Some(reading)
    }

    fn read_denials(&mut self) {
        let table = self.table;
        let mut idle = vec![false; self.words.len()];
        for at in 0..self.words.len() {
            let exact = |at: usize, word: &str| self.key(at) == Some(word);
            let length = table.idle.at(&[self.words[at].token.key.as_str()], at, exact);
            idle[at..at + length].fill(true);
        }
        for (cue, is_idle) in idle.into_iter().enumerate() {
            if is_idle || self.words[cue].token.kind != TokenKind::Word {
                continue;
            }
            let Some(denies) = self.denies(cue) else { continue };
            let (anchors, needed) = match denies {
                Denies::Itself if self.is_apart(cue) => (vec![cue + 1], 1),
                Denies::Itself => (vec![cue], 1),
                Denies::Next => (self.content_behind(cue, REACH).take(1).collect(), 1),
                Denies::Before => (self.content_before(cue), 1),
                Denies::Auxiliary => {
                    let cue = cue + usize::from(self.is_apart(cue));
                    let light = self.words.get(cue + 1).is_none_or(|next| {
                        next.token.kind != TokenKind::Word
                            || (is_stop_word(self.lang, &next.token.key)
                                && self.module.closes_clause(&next.token.key))
                    });
                    let anchors = if light {
                        self.content_before(cue)
                    } else {
                        self.content_behind(cue, CLAUSE).take(1).collect()
                    };
                    (anchors, 1)
                }
                Denies::Joined => continue,
                Denies::Clause => (self.content_behind(cue, 2 * CLAUSE).take(CLAUSE).collect(), 2),
            };
            // What denies a denial says the contrary, in ways too many to follow.
            let is_double = anchors.iter().any(|&at| at != cue && self.is_negative(at));
            if anchors.len() >= needed && !is_double {
                self.denials.push(Denial { cue, anchors, needed });
            }
        }
    }

    fn read_hedges(&mut self, text: &str) {
        let table = self.table;
        let capitals = self.module.names().capitals;
        for at in 0..self.words.len() {
            let word = &self.words[at];
            if word.token.kind != TokenKind::Word {
                continue;
            }
            // A capital makes it a name, or a month.
            let is_capital = capitals && word.token.span.of(text).starts_with(char::is_uppercase);
            if is_capital {
                continue;
            }
            let length = self.hedge(at);
            let exact = |at: usize, word: &str| self.key(at) == Some(word);
            if length > 0 && table.certain.at(&[word.token.key.as_str()], at, exact) == 0 {
                self.hedges.push(at..at + length);
            }
        }
    }

    /// How many words of doubt begin at a word.
    fn hedge(&self, at: usize) -> usize {
        let key = self.words[at].token.key.as_str();
        let exact = |at: usize, word: &str| self.key(at) == Some(word);
        match self.table.hedges.at(&[key], at, exact) {
            0 => usize::from(self.key(at + 1).is_some_and(|next| self.module.hedges(key, next))),
            length => length,
        }
    }

    /// Whether anything at all may be doubt.
    pub fn is_hedged(&self) -> bool {
        (0..self.words.len()).any(|at| {
            self.words[at].token.kind == TokenKind::Word
                && (self.hedge(at) > 0 || self.is_phrase(&self.table.weak_hedges, at, false))
        })
    }

    /// Whether a word may deny something, in whatever way.
    pub fn is_negative(&self, at: usize) -> bool {
        let word = &self.words[at];
        let key = &word.token.key;
        *word.is_negative.get_or_init(|| {
            word.token.kind == TokenKind::Word
                && (self.module.denial(key).is_some()
                    || self.is_phrase(&self.table.implicit, at, is_stop_word(self.lang, key))
                    || self.is_turned(at))
        })
    }

    /// What a word denies, with the next one where the two were written apart.
    fn denies(&self, at: usize) -> Option<Denies> {
        let key = &self.words[at].token.key;
        match self.module.denial(key) {
            Some(Denies::Joined) => self.module.denial(&[key, self.key(at + 1)?].concat()),
            denies => denies,
        }
    }

    /// Whether a word makes one with the next.
    fn is_apart(&self, at: usize) -> bool {
        self.module.denial(&self.words[at].token.key) == Some(Denies::Joined)
    }

    /// A word, folded.
    pub fn key(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|word| word.token.key.as_str())
    }

    /// The dictionary forms of a word.
    fn forms(&self, at: usize) -> &[String] {
        let token = self.words[at].token;
        self.words[at].forms.get_or_init(|| {
            let mut forms = Vec::new();
            if token.kind == TokenKind::Word {
                self.module.lemmas(&token.key, &mut forms);
                forms.truncate(FORMS);
            }
            forms
        })
    }

    /// Whether a phrase begins at a word, in one of its forms or, since a word of grammar can be
    /// taken for a form of much, as it is written.
    fn is_phrase(&self, phrases: &Phrases, at: usize, as_written: bool) -> bool {
        let word = &self.words[at];
        let mut forms: Vec<&str> = vec![word.token.key.as_str()];
        if !as_written {
            forms.extend(self.forms(at).iter().map(String::as_str));
        }
        let fits = |at: usize, key: &str| {
            self.key(at)
                .is_some_and(|word| word == key || self.forms(at).iter().any(|form| form == key))
        };
        phrases.at(&forms, at, fits) > 0
    }

    /// Whether a word is another one with a beginning that turns it around.
    fn is_turned(&self, at: usize) -> bool {
        let key = &self.words[at].token.key;
        let is_word = |key: &str| {
            let mut forms = Vec::new();
            self.module.lemmas(key, &mut forms);
            forms.iter().take(3).any(|form| lexicon::is_word(self.lang, form))
        };
        !is_stop_word(self.lang, key)
            && self.table.prefixes.iter().any(|prefix| {
                key.strip_prefix(prefix.as_str())
                    .is_some_and(|rest| rest.chars().count() >= REST && is_word(rest))
            })
            || (!is_word(key) && self.is_glued(key))
    }

    /// Whether a word that no list holds is one with a word of denial stuck to its end, as happens
    /// where a space was lost.
    fn is_glued(&self, key: &str) -> bool {
        key.len() <= LONGEST
            && key.char_indices().skip(GLUED).any(|(at, _)| {
                let end = &key[at..];
                end.chars().nth(1).is_some() && self.module.denial(end) == Some(Denies::Next)
            })
    }

    /// Whether a word says something.
    pub fn is_content(&self, at: usize) -> bool {
        let token = self.words[at].token;
        token.kind == TokenKind::Word
            && !is_stop_word(self.lang, &token.key)
            && token.key.chars().nth(1).is_some()
    }

    /// The content words among so many behind one, up to the next mark.
    pub fn content_behind(&self, at: usize, reach: usize) -> impl Iterator<Item = usize> + '_ {
        (at + 1..self.words.len())
            .take(reach)
            .take_while(|&at| self.words[at].token.kind != TokenKind::Mark)
            .filter(|&at| self.is_content(at))
    }

    /// The content word before a verb that says little, in its own clause.
    fn content_before(&self, at: usize) -> Vec<usize> {
        let is_end = |at: usize| {
            let token = self.words[at].token;
            token.kind == TokenKind::Mark || self.module.closes_clause(&token.key)
        };
        (0..at)
            .rev()
            .take(REACH)
            .take_while(|&at| !is_end(at))
            .find(|&at| self.is_content(at))
            .into_iter()
            .collect()
    }

    fn senses(&self, context: &Context<'_>, at: usize) -> &[u32] {
        let word = &self.words[at];
        word.senses.get_or_init(|| senses(context, self.lang, &word.token.key, LEAST_SENSE))
    }

    fn stem(&self, at: usize) -> &str {
        let word = &self.words[at];
        word.stem.get_or_init(|| self.module.stem(&word.token.key))
    }

    /// Whether a word can render one of another reading.
    pub fn renders(
        &self,
        context: &Context<'_>,
        link: &Link,
        at: usize,
        other: &Self,
        there: usize,
    ) -> bool {
        let (mine, theirs) = (self.words[at].token, other.words[there].token);
        if mine.kind != TokenKind::Word || theirs.kind != TokenKind::Word {
            return false;
        }
        let meets =
            self.senses(context, at).iter().any(|s| other.senses(context, there).contains(s));
        let cognate = || {
            self.is_content(at)
                && other.is_content(there)
                && !lexicon::is_false_friend(&mine.key)
                && !lexicon::is_false_friend(&theirs.key)
                && self.stem(at).chars().count() >= STEM
                && self.stem(at) == other.stem(there)
        };
        meets || self.is_tied(link, at, other, there) || cognate()
    }

    /// Whether the link rests on a word and one of the other side as words that render each other.
    pub fn is_tied(&self, link: &Link, at: usize, other: &Self, there: usize) -> bool {
        let (mine, theirs) = (self.words[at].token, other.words[there].token);
        self.side != other.side
            && link.evidence.iter().any(|evidence| {
                let (a, b) = match self.side {
                    Side::Source => (evidence.source, evidence.translation),
                    Side::Translation => (evidence.translation, evidence.source),
                };
                a.overlaps(mine.span)
                    && b.overlaps(theirs.span)
                    && evidence.concept.starts_with("word:")
            })
    }

    /// A word with the verb behind it that completes it.
    pub fn with_verb(&self, at: usize) -> Span {
        let span = self.words[at].token.span;
        match self.words.get(at + 1) {
            Some(next) if self.module.closes_clause(&next.token.key) => span.join(next.token.span),
            _ => span,
        }
    }

    /// The stretch between two words, both included.
    pub fn stretch(&self, first: usize, last: usize) -> Span {
        self.words[first].token.span.join(self.words[last].token.span)
    }
}
