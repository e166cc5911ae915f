//! The words of a language that say who says something, folded and ready for looking up.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::fold;
use crate::lang::{Lang, Manner, SpeakerPlace, SpeechRules};
use crate::segment::{Token, TokenKind};

/// Stands for any light verb.
const LIGHT: &str = "~";
/// Words between a noun and its light verb, at the most.
const GAP: usize = 1;
/// Letters of the shortest name of a speaker.
const SHORTEST: usize = 2;

/// [`SpeechRules`] with folded words.
pub(super) struct Words {
    verbs: FxHashMap<String, Vec<Phrase>>,
    phrases: FxHashMap<String, Vec<Phrase>>,
    /// Phrases of one word, with the preposition that is written together with the speaker.
    prepositions: FxHashMap<String, &'static str>,
    light: FxHashSet<String>,
    not_before: Vec<Vec<String>>,
    not_behind: FxHashSet<String>,
    particles: Vec<String>,
    traps: FxHashSet<String>,
    endings: Vec<String>,
    pub(super) openers: FxHashSet<String>,
    pub(super) no_speakers: FxHashSet<String>,
    pub(super) pronouns: FxHashSet<String>,
    pub(super) ends: FxHashSet<String>,
    pub(super) fillers: FxHashSet<String>,
    hints: FxHashSet<String>,
    pub(super) place: SpeakerPlace,
    pub(super) reach: usize,
}

/// A verb or phrase without its first word.
struct Phrase {
    rest: Vec<String>,
    manner: Manner,
    bare: bool,
}

/// A verb or phrase that stands in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Its tokens.
    pub(super) len: usize,
    pub(super) manner: Manner,
    /// Whether it reports whatever stands behind it.
    pub(super) bare: bool,
    /// Whether it is a phrase and no verb.
    pub(super) phrase: bool,
}

/// The words of a language; none where it has no module.
pub(super) fn of(lang: Lang) -> Option<&'static Words> {
    static WORDS: LazyLock<Vec<(Lang, Words)>> = LazyLock::new(|| {
        Lang::known().map(|language| (language.lang(), Words::new(language.speech()))).collect()
    });
    WORDS.iter().find(|(of, _)| *of == lang).map(|(_, words)| words)
}

fn keys(phrase: &str) -> Vec<String> {
    phrase.split_whitespace().map(fold::key).filter(|key| !key.is_empty()).collect()
}

fn set(words: &[&str]) -> FxHashSet<String> {
    words.iter().map(|word| fold::key(word)).collect()
}

fn table(phrases: &[(&str, Manner)], bare: &[&str]) -> FxHashMap<String, Vec<Phrase>> {
    let mut table: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
    for (phrase, manner) in phrases {
        let mut words = keys(phrase).into_iter();
        if let Some(first) = words.next() {
            let bare = bare.contains(phrase);
            let rest = words.collect();
            table.entry(first).or_default().push(Phrase { rest, manner: *manner, bare });
        }
    }
    table
}

impl Words {
    fn new(rules: &SpeechRules) -> Self {
        Self {
            verbs: table(rules.verbs, rules.bare),
            phrases: table(rules.phrases, &[]),
            prepositions: rules
                .prepositions
                .iter()
                .map(|(of, word)| (fold::key(of), *word))
                .collect(),
            light: set(rules.light),
            not_before: rules.not_before.iter().map(|phrase| keys(phrase)).collect(),
            not_behind: set(rules.not_behind),
            particles: rules.particles.iter().map(|word| fold::key(word)).collect(),
            traps: set(rules.traps),
            endings: rules.endings.iter().map(|word| fold::key(word)).collect(),
            openers: set(rules.openers),
            no_speakers: set(rules.no_speakers),
            pronouns: set(rules.pronouns),
            ends: set(rules.ends),
            fillers: set(rules.fillers),
            hints: set(rules.hints),
            place: rules.place,
            reach: rules.reach,
        }
    }

    /// The verb at a token.
    pub(super) fn verb(&self, tokens: &[Token], at: usize) -> Option<Found> {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        if before.is_some_and(|before| self.not_behind.contains(&before.key)) {
            return None;
        }
        let tokens = tokens.get(at..)?;
        let first = word(tokens.first()?)?;
        let mut forms = self.forms(first, true);
        let found = forms.find_map(|form| self.longest(&self.verbs, form, tokens))?;
        let behind = tokens.get(found.len..).unwrap_or(&[]);
        let denied = self.not_before.iter().any(|phrase| {
            phrase.len() <= behind.len()
                && phrase.iter().zip(behind).all(|(key, token)| token.key == *key)
        });
        (!denied).then_some(found)
    }

    /// The phrase before a speaker at the beginning of some tokens.
    pub(super) fn phrase(&self, tokens: &[Token]) -> Option<Found> {
        let first = word(tokens.first()?).filter(|first| !self.traps.contains(*first))?;
        let mut forms = self.forms(first, false);
        let found = forms.find_map(|form| self.longest(&self.phrases, form, tokens))?;
        Some(Found { phrase: true, ..found })
    }

    /// The bytes of the preposition with which the word behind a phrase begins: «لصحيفة» behind
    /// «وفقا». That of «للوزارة» cannot be cut off, since the article is part of it.
    pub(super) fn preposition(&self, phrase: &Token, behind: &str) -> usize {
        let mut forms = self.forms(&phrase.key, false);
        let Some(word) = forms.find_map(|form| self.prepositions.get(form)) else { return 0 };
        let rest = behind.strip_prefix(word).filter(|rest| !rest.starts_with(word));
        rest.filter(|rest| rest.chars().count() >= SHORTEST).map_or(0, |_| word.len())
    }

    /// Whether a word shows that something is somebody's words or view.
    pub(super) fn hints(&self, lang: Lang, token: &Token) -> bool {
        let Some(key) = word(token) else { return false };
        if self.forms(key, true).any(|form| self.hints.contains(form)) {
            return true;
        }
        let mut forms = Vec::new();
        if let Some(module) = lang.module() {
            module.lemmas(key, &mut forms);
        }
        forms.iter().any(|form| self.hints.contains(form.as_str()))
    }

    /// A word as it is, and without what is written together with it.
    fn forms<'w>(&'w self, key: &'w str, inflected: bool) -> impl Iterator<Item = &'w str> {
        let bare = self.particles.iter().filter_map(|particle| key.strip_prefix(particle.as_str()));
        std::iter::once(key).chain(bare).filter(|form| !form.is_empty()).flat_map(move |form| {
            let endings = if inflected { self.endings.as_slice() } else { &[] };
            let cut = endings.iter().filter_map(move |ending| form.strip_suffix(ending.as_str()));
            std::iter::once(form).chain(cut)
        })
    }

    fn longest(
        &self,
        table: &FxHashMap<String, Vec<Phrase>>,
        first: &str,
        tokens: &[Token],
    ) -> Option<Found> {
        let phrases = table.get(first)?.iter();
        let found = phrases.filter_map(|phrase| {
            let mut at = 1;
            for key in &phrase.rest {
                if key == LIGHT {
                    let reach = tokens.iter().skip(at).take(GAP + 1);
                    at += 1 + { reach }.position(|token| self.light.contains(&token.key))?;
                } else if tokens.get(at)?.key == *key {
                    at += 1;
                } else {
                    return None;
                }
            }
            Some(Found { len: at, manner: phrase.manner, bare: phrase.bare, phrase: false })
        });
        found.max_by_key(|found| found.len)
    }
}

fn word(token: &Token) -> Option<&str> {
    (token.kind == TokenKind::Word).then_some(token.key.as_str())
}
