//! The words of sentences, in whatever order, and how much of them two versions share.

use rustc_hash::FxHashMap;

use super::keys::Keys;
use crate::segment::Segments;
use crate::span::{Pair, Side};

/// The words of one sentence with how often they stand in it, by number.
pub(super) type Bag = Vec<(u32, u32)>;

/// The words of every sentence of both versions.
pub(super) struct Bags<'a> {
    keys: &'a Keys,
    pub(super) of: Pair<Vec<Bag>>,
    /// The weight of all words of each.
    weights: Pair<Vec<f64>>,
}

/// From so many times as many words in the other one on, those of a bag are looked up one by one.
const FEW: usize = 16;

impl<'a> Bags<'a> {
    pub(super) fn new(segments: &Pair<Segments>, keys: &'a Keys) -> Self {
        let of: Pair<Vec<Bag>> = Pair::SIDES.map(|side| {
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
        let weight = |bag: &Bag| {
            bag.iter().map(|&(key, times)| keys.weights[key as usize] * f64::from(times)).sum()
        };
        let weights = of.as_ref().map(|bags| bags.iter().map(weight).collect());
        Self { keys, of, weights }
    }

    /// The shared weight of two bags, and how many words that say something they share.
    fn shared(&self, one: &Bag, other: &Bag) -> (f64, usize) {
        let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
        let (mut weight, mut words) = (0.0, 0);
        let mut at = 0;
        for &(key, times) in few {
            let rest = &many[at..];
            at += if rest.len() / FEW > few.len() {
                rest.partition_point(|&(other, _)| other < key)
            } else {
                rest.iter().take_while(|&&(other, _)| other < key).count()
            };
            if let Some(&(_, theirs)) = many.get(at).filter(|&&(other, _)| other == key) {
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
        let (mine, theirs) = (self.weights.source[old], self.weights.translation[new]);
        let share = |of: f64| if of > 0.0 { (shared / of).min(1.0) } else { 0.0 };
        (share((mine + theirs) / 2.0), share(mine.min(theirs)), words)
    }

    /// The words of a match, to which sentences can be joined.
    pub(super) fn joined(&self, units: &Pair<Vec<usize>>) -> Joined {
        let mut joined = Joined::default();
        for side in Side::BOTH {
            units[side].iter().for_each(|&at| self.join(&mut joined, side, at));
        }
        joined
    }

    /// Joins a sentence to a match.
    pub(super) fn join(&self, joined: &mut Joined, side: Side, sentence: usize) {
        for &(key, times) in &self.of[side][sentence] {
            let weight = self.keys.weights[key as usize];
            let counts = joined.times.entry(key).or_default();
            let before = counts.source.min(counts.translation);
            counts[side] += times;
            let more = counts.source.min(counts.translation) - before;
            joined.shared += weight * f64::from(more);
            joined.whole += weight * f64::from(times);
        }
    }

    /// How much of a sentence is what the other side of a match has beyond this side, and in how many
    /// words that say something.
    pub(super) fn rest(&self, joined: &Joined, side: Side, sentence: usize) -> (f64, usize) {
        let (mut shared, mut words) = (0.0, 0);
        for &(key, times) in &self.of[side][sentence] {
            let Some(counts) = joined.times.get(&key) else { continue };
            let times = times.min(counts[side.other()].saturating_sub(counts[side]));
            shared += self.keys.weights[key as usize] * f64::from(times);
            words += if self.keys.is_light(key) { 0 } else { times as usize };
        }
        let weight = self.weights[side][sentence];
        (if weight > 0.0 { shared / weight } else { 0.0 }, words)
    }
}

/// The words of a match with how often they stand in its sentences of either side, and their weights:
/// kept while sentences are joined to it, for a sentence may be cut into thousands.
#[derive(Default)]
pub(super) struct Joined {
    times: FxHashMap<u32, Pair<u32>>,
    /// Of the words that both sides have.
    shared: f64,
    /// Of all words of both sides.
    whole: f64,
}

impl Joined {
    /// Share of all words of the match that both versions have.
    pub(super) fn similarity(&self) -> f64 {
        if self.whole > 0.0 { (2.0 * self.shared / self.whole).min(1.0) } else { 0.0 }
    }
}
