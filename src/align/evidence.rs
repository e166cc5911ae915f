//! Evidence to log-odds: how much better the items of two sentences fit together than chance would
//! have it.
//!
//! Every item of a sentence is a small experiment: does it have a counterpart in the other sentence?
//! Under a translation it has one with the probability that its class has been seen to have; by
//! chance it has one as often as the other sentences of this pair have one. The sum of the log
//! ratios, from both directions, is the log-odds of the pair (naive Bayes over items, with the
//! length model of Gale and Church 1993).

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::item::{Inventory, ItemType, Unit};
use super::length::{LengthOdds, usual_ratio};
use super::matching::{Matches, TypeMatch};
use super::parameters::{GAPS, Parameters, Rates};
use crate::span::{Pair, Side};

/// A matrix of source sentences by translation sentences.
#[derive(Clone, Debug)]
pub(crate) struct Matrix {
    columns: usize,
    cells: Vec<f64>,
}

impl Matrix {
    /// `rows` by `columns` of one value.
    pub(crate) fn new(rows: usize, columns: usize, value: f64) -> Self {
        Self { columns, cells: vec![value; rows * columns] }
    }

    /// The cell of a row and a column.
    pub(crate) fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.columns + column]
    }

    /// The cell of a row and a column, to write to.
    pub(crate) fn at_mut(&mut self, row: usize, column: usize) -> &mut f64 {
        &mut self.cells[row * self.columns + column]
    }

    /// For scores of single pairs and of a row with two neighbouring columns (`two`, by the first):
    /// what a column is worth more behind its left neighbour than alone.
    pub(crate) fn second_parts(&self, two: &Self, rows: usize, columns: usize) -> Self {
        let mut parts = Self::new(rows, columns, 0.0);
        for row in 0..rows {
            for column in 1..columns {
                *parts.at_mut(row, column) =
                    two.at(row, column - 1) - self.at(row, column - 1) - self.at(row, column);
            }
        }
        parts
    }

    /// Rows and columns exchanged.
    pub(crate) fn transposed(&self) -> Self {
        let rows = self.cells.len().checked_div(self.columns).unwrap_or(0);
        let mut other = Self::new(self.columns, rows, 0.0);
        for row in 0..rows {
            for column in 0..self.columns {
                *other.at_mut(column, row) = self.at(row, column);
            }
        }
        other
    }
}

/// Log-odds of sentence pairs against chance, in natural units.
#[derive(Debug)]
pub(crate) struct Scores {
    /// Source sentence by translation sentence.
    pub(crate) single: Matrix,
    /// Source sentences `i` and `i + 1 + gap` together, by translation sentence; for every gap.
    pub(crate) two_sources: [Matrix; GAPS],
    /// Source sentence by translation sentences `j` and `j + 1 + gap` together; for every gap.
    pub(crate) two_translations: [Matrix; GAPS],
}

/// What the items of one side contribute.
struct OneWay {
    /// Sum over the items of a sentence that find no counterpart.
    misses: Vec<f64>,
    /// What counterparts add to that, by (sentence of this side, sentence of the other).
    gain: Matrix,
    /// What a second sentence of the other side adds to that of the first; for every gap.
    second_gain: [Matrix; GAPS],
}

impl Scores {
    /// Scores of all pairs of sentences of a window; rows and columns count from its start.
    pub(crate) fn new(
        inventories: &Pair<Inventory>,
        matches: &Matches,
        postings: &Pair<WindowPostings>,
        window: &Window,
        parameters: &Parameters,
    ) -> Self {
        let way = |side| one_way(inventories, matches, postings, window, side, parameters);
        let (source, translation) = (way(Side::Source), way(Side::Translation));
        let (n, m) = (window.source.len(), window.translation.len());
        let units = |side: Side| &inventories[side].sentences[window[side].clone()];
        let usual = usual_ratio(units(Side::Source), units(Side::Translation));
        let lengths = LengthOdds::new(usual, parameters);
        let logs = Pair::new(Logs::new(units(Side::Source)), Logs::new(units(Side::Translation)));
        let half = |row: &OneWay, i: usize, j: usize| row.misses[i] + row.gain.at(i, j);
        let mut scores = Self {
            single: Matrix::new(n, m, 0.0),
            two_sources: std::array::from_fn(|_| Matrix::new(n, m, 0.0)),
            two_translations: std::array::from_fn(|_| Matrix::new(n, m, 0.0)),
        };
        for i in 0..n {
            for j in 0..m {
                let (long_i, long_j) = (logs.source.single[i], logs.translation.single[j]);
                *scores.single.at_mut(i, j) = 0.5
                    * (half(&source, i, j) + half(&translation, j, i))
                    + lengths.of(long_j - long_i);
                for gap in 0..GAPS {
                    let (next_i, next_j) = (i + 1 + gap, j + 1 + gap);
                    if next_i < n {
                        *scores.two_sources[gap].at_mut(i, j) = 0.5
                            * (half(&source, i, j)
                                + half(&source, next_i, j)
                                + half(&translation, j, i)
                                + translation.second_gain[gap].at(j, i))
                            + lengths.of(long_j - logs.source.two[gap][i]);
                    }
                    if next_j < m {
                        *scores.two_translations[gap].at_mut(i, j) = 0.5
                            * (half(&translation, j, i)
                                + half(&translation, next_j, i)
                                + half(&source, i, j)
                                + source.second_gain[gap].at(i, j))
                            + lengths.of(logs.translation.two[gap][j] - long_i);
                    }
                }
            }
        }
        scores
    }
}

/// Logarithms of the lengths of some sentences.
struct Logs {
    single: Vec<f64>,
    /// Of sentences `i` and `i + 1 + gap` together, by the first; for every gap.
    two: [Vec<f64>; GAPS],
}

impl Logs {
    fn new(units: &[Unit]) -> Self {
        let chars = |unit: &Unit| unit.chars.max(1.0);
        let two = |gap: usize| {
            let pairs = units.iter().zip(units.iter().skip(gap + 1));
            pairs.map(|(a, b)| (chars(a) + chars(b)).ln()).collect()
        };
        Self {
            single: units.iter().map(|unit| chars(unit).ln()).collect(),
            two: std::array::from_fn(two),
        }
    }
}

fn one_way(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    postings: &Pair<WindowPostings>,
    window: &Window,
    side: Side,
    parameters: &Parameters,
) -> OneWay {
    let own = &inventories[side];
    let (rows, columns) = (window[side].len(), window[side.other()].len());
    let mut way = OneWay {
        misses: vec![0.0; rows],
        gain: Matrix::new(rows, columns, 0.0),
        second_gain: std::array::from_fn(|_| Matrix::new(rows, columns, 0.0)),
    };
    let mut known: FxHashMap<u32, Counterparts> = FxHashMap::default();
    for row in 0..rows {
        for (kind, _) in own.distinct(window[side].start + row) {
            let counterparts = known.entry(kind).or_insert_with(|| {
                let known = &own.types[kind as usize];
                let matches = matches.of(side, kind);
                Counterparts::new(known, matches, postings, window, side.other(), parameters)
            });
            way.misses[row] += counterparts.miss;
            let gains = &counterparts.gains;
            for (at, &(column, gain)) in gains.iter().enumerate() {
                *way.gain.at_mut(row, column) += gain;
                for gap in 0..GAPS {
                    let Some(first) = column.checked_sub(gap + 1) else { continue };
                    // What both of the two have counts once, at its better.
                    let shared = gains[..at]
                        .iter()
                        .rev()
                        .take(gap + 1)
                        .find(|&&(other, _)| other == first)
                        .map_or(0.0, |&(_, other)| other.min(gain));
                    *way.second_gain[gap].at_mut(row, first) += gain - shared;
                }
            }
        }
    }
    way
}

/// A stretch of each side's content sentences that is aligned in one go.
pub(crate) type Window = Pair<Range<usize>>;

/// For every type of one side the sentences in which it stands, rising.
#[derive(Debug)]
pub(crate) struct Postings(Vec<Vec<usize>>);

/// The same within one window after the other.
#[derive(Debug)]
pub(crate) struct WindowPostings {
    postings: Postings,
    types: Vec<u32>,
    /// Whether each type has any: a word can match many that the window has not.
    has: Vec<bool>,
}

impl WindowPostings {
    /// The postings of no sentence of an inventory.
    pub(crate) fn new(inventory: &Inventory) -> Self {
        let types = inventory.types.len();
        Self {
            postings: Postings(vec![Vec::new(); types]),
            types: Vec::new(),
            has: vec![false; types],
        }
    }

    /// Goes to another window.
    pub(crate) fn enter(&mut self, inventory: &Inventory, window: &Range<usize>) {
        for kind in self.types.drain(..) {
            self.postings.0[kind as usize].clear();
            self.has[kind as usize] = false;
        }
        for sentence in window.clone() {
            for (kind, _) in inventory.distinct(sentence) {
                let places = &mut self.postings.0[kind as usize];
                if places.is_empty() {
                    self.types.push(kind);
                    self.has[kind as usize] = true;
                }
                places.push(sentence);
            }
        }
    }

    /// Whether a type stands in the window.
    fn has(&self, kind: u32) -> bool {
        self.has[kind as usize]
    }

    /// The sentences of the window in which a type stands.
    pub(crate) fn of(&self, kind: u32) -> &[usize] {
        &self.postings.0[kind as usize]
    }
}

impl Postings {
    /// The postings of an inventory.
    pub(crate) fn new(inventory: &Inventory) -> Self {
        let mut postings = vec![Vec::new(); inventory.types.len()];
        for sentence in 0..inventory.sentences.len() {
            for (kind, _) in inventory.distinct(sentence) {
                postings[kind as usize].push(sentence);
            }
        }
        Self(postings)
    }

    /// The sentences of a type that lie in a range.
    pub(crate) fn within(&self, kind: u32, range: &Range<usize>) -> &[usize] {
        let all = &self.0[kind as usize];
        let from = all.partition_point(|&sentence| sentence < range.start);
        let to = all.partition_point(|&sentence| sentence < range.end);
        &all[from..to.max(from)]
    }
}

/// Where a type has counterparts in a window, and what that is worth.
pub(super) struct Counterparts {
    /// Log-odds where there is none.
    pub(super) miss: f64,
    /// Sentences of the other side with a counterpart, rising and counted from the start of the
    /// window, and what it adds to `miss`.
    pub(super) gains: Vec<(usize, f64)>,
}

impl Counterparts {
    /// Counterparts of a type on `side`, the other one.
    pub(super) fn new(
        kind: &ItemType,
        matches: &[TypeMatch],
        postings: &Pair<WindowPostings>,
        window: &Window,
        side: Side,
        parameters: &Parameters,
    ) -> Self {
        let Rates { rendered, chance, weight } = parameters.rates(kind.class);
        let chance = kind.chance.unwrap_or(chance);
        let prior = parameters.prior_sentences;
        let sentences = window[side].len();
        let mut found: Vec<(usize, f64)> = Vec::new();
        let postings = &postings[side];
        for matched in matches.iter().filter(|matched| postings.has(matched.other)) {
            for &sentence in postings.of(matched.other) {
                found.push((sentence - window[side].start, f64::from(matched.quality)));
            }
        }
        if matches.len() > 1 {
            found.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            found.dedup_by_key(|(sentence, _)| *sentence);
        }
        let total: f64 = found.iter().map(|(_, quality)| quality).sum();
        // How often a sentence that does not render this one has a counterpart all the same.
        let rate = |own: f64| {
            let others = (sentences as f64 - 1.0).max(0.0);
            ((total - own).max(0.0) + prior * chance) / (others + prior)
        };
        let miss = ((1.0 - rendered) / (1.0 - rate(0.0).min(0.9))).ln().min(0.0);
        let worth = |quality: f64| {
            let hit = (1.0 - quality + quality * rendered / rate(quality)).ln();
            weight * (hit - miss).max(0.0)
        };
        // Most places of a type are of one quality.
        let (mut last, mut gain) = (0.0, worth(0.0));
        for (_, value) in &mut found {
            if *value != last {
                (last, gain) = (*value, worth(*value));
            }
            *value = gain;
        }
        Self { miss: weight * miss, gains: found }
    }
}
