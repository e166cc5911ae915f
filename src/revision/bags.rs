//! The words of sentences, in whatever order, and how much of them two versions share.

use std::collections::BTreeMap;

use super::keys::Keys;
use crate::segment::Segments;
use crate::span::{Pair, Side};

/// The words of one sentence with how often they stand in it, by number.
pub(super) type Bag = Vec<(u32, u32)>;

/// The words of every sentence of both versions.
pub(super) struct Bags<'a> {
    keys: &'a Keys,
    pub(super) of: Pair<Vec<Bag>>,
}

impl<'a> Bags<'a> {
    pub(super) fn new(segments: &Pair<Segments>, keys: &'a Keys) -> Self {
        let of = Pair::SIDES.map(|side| {
            let tokens = &keys.tokens[side];
            let bag = |tokens: &[u32]| {
                let mut sorted = keys.words(tokens);
                sorted.sort_unstable();
                let runs = sorted.chunk_by(|a, b| a == b);
                runs.map(|run| (run[0], run.len() as u32)).collect::<Bag>()
            };
            let sentences = segments[side].sentences.iter();
            sentences.map(|s| bag(tokens.get(s.tokens.clone()).unwrap_or(&[]))).collect()
        });
        Self { keys, of }
    }

    /// The weight of all words of a bag.
    pub(super) fn weight(&self, bag: &Bag) -> f64 {
        bag.iter().map(|&(key, times)| self.keys.weights[key as usize] * f64::from(times)).sum()
    }

    /// The shared weight of two bags, and how many words that say something they share.
    pub(super) fn shared(&self, one: &Bag, other: &Bag) -> (f64, usize) {
        let (mut weight, mut words) = (0.0, 0);
        let mut others = other.iter().peekable();
        for &(key, times) in one {
            while others.next_if(|&&(other, _)| other < key).is_some() {}
            if let Some(&&(_, theirs)) = others.peek().filter(|&&&(other, _)| other == key) {
                let times = times.min(theirs);
                weight += self.keys.weights[key as usize] * f64::from(times);
                words += if self.keys.is_light(key) { 0 } else { times as usize };
            }
        }
        (weight, words)
    }

    /// Share of both sentences' words that they have in common, the same of the shorter one, and how
    /// many words that say something these are.
    pub(super) fn compare(&self, old: usize, new: usize) -> (f64, f64, usize) {
        let (one, other) = (&self.of.source[old], &self.of.translation[new]);
        let (shared, words) = self.shared(one, other);
        let (mine, theirs) = (self.weight(one), self.weight(other));
        let share = |of: f64| if of > 0.0 { (shared / of).min(1.0) } else { 0.0 };
        (share((mine + theirs) / 2.0), share(mine.min(theirs)), words)
    }

    /// The words of several sentences of one version.
    pub(super) fn joined(&self, side: Side, sentences: &[usize]) -> Bag {
        let mut bag: BTreeMap<u32, u32> = BTreeMap::new();
        for &(key, times) in sentences.iter().flat_map(|&at| &self.of[side][at]) {
            *bag.entry(key).or_default() += times;
        }
        bag.into_iter().collect()
    }

    /// Share of all words of these sentences that both versions have.
    pub(super) fn similarity(&self, units: &Pair<Vec<usize>>) -> f64 {
        let bags = Pair::SIDES.map(|side| self.joined(side, &units[side]));
        let whole = (self.weight(&bags.source) + self.weight(&bags.translation)) / 2.0;
        let shared = self.shared(&bags.source, &bags.translation).0;
        if whole > 0.0 { (shared / whole).min(1.0) } else { 0.0 }
    }
}
