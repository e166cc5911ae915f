//! The words of denial and doubt of a language, ready to look up.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::fold;
use crate::lang::{Lang, PolarityRules};
use crate::segment::word::tokenize;
use crate::span::Span;

/// Phrases by their first word.
#[derive(Debug, Default)]
pub(super) struct Phrases(FxHashMap<String, Vec<Vec<String>>>);

/// See [`PolarityRules`].
#[derive(Debug, Default)]
pub(super) struct Words {
    pub idle: Phrases,
    pub implicit: Phrases,
    pub prefixes: Vec<String>,
    pub hedges: Phrases,
    pub certain: Phrases,
    pub weak_hedges: Phrases,
}

static WORDS: LazyLock<FxHashMap<Lang, Words>> = LazyLock::new(|| {
    Lang::known().map(|language| (language.lang(), Words::of(language.polarity()))).collect()
});

/// The words of a language; none where it has no module.
pub(super) fn words(lang: Lang) -> Option<&'static Words> {
    WORDS.get(&lang)
}

impl Words {
    fn of(rules: &PolarityRules) -> Self {
        Self {
            idle: Phrases::new(rules.idle, rules.particles),
            implicit: Phrases::new(rules.implicit, &[]),
            prefixes: rules.prefixes.iter().map(|prefix| fold::key(prefix)).collect(),
            hedges: Phrases::new(rules.hedges, rules.particles),
            certain: Phrases::new(rules.certain, rules.particles),
            weak_hedges: Phrases::new(rules.weak_hedges, &[]),
        }
    }
}

impl Phrases {
    fn new(phrases: &[&str], particles: &[&str]) -> Self {
        let mut all: FxHashMap<String, Vec<Vec<String>>> = FxHashMap::default();
        for phrase in phrases {
            let tokens = tokenize(phrase, Span::new(0, phrase.len()));
            let mut keys: Vec<String> = tokens.into_iter().map(|token| token.key).collect();
            let rest = keys.split_off(keys.len().min(1));
            let Some(first) = keys.pop() else { continue };
            for particle in particles {
                let joined = fold::key(particle) + &first;
                all.entry(joined).or_default().push(rest.clone());
            }
            all.entry(first).or_default().push(rest);
        }
        Self(all)
    }

    /// How many words the longest phrase has that begins at a place; `fits` says whether the word
    /// at another place is a word of a phrase.
    pub fn at(&self, keys: &[&str], at: usize, fits: impl Fn(usize, &str) -> bool) -> usize {
        let phrases = keys.iter().filter_map(|key| self.0.get(*key)).flatten();
        let whole = phrases.filter(|rest| {
            rest.iter().enumerate().all(|(further, word)| fits(at + 1 + further, word))
        });
        whole.map(|rest| rest.len() + 1).max().unwrap_or(0)
    }
}
