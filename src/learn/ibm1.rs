//! IBM model 1: how likely a word is rendered by another, from sentences alone.
//!
//! Every word of one side comes from one word of the other, or from none, with equal chances; the
//! probabilities that explain the memory best are found by rounds of counting.

use rustc_hash::FxHashMap;

use crate::span::{Pair, Side};

/// Rounds of counting; the order of the equivalents hardly changes after these.
const ROUNDS: u64 = 5;
/// Two words must meet in this many entries: one meeting is chance.
const MEETINGS: u32 = 2;
/// Counts that no word pair has, so that what was seen twice is trusted less than what was seen
/// twenty times.
const DOUBT: f64 = 0.5;
/// The word that stands for none.
const NULL: u32 = u32::MAX;
/// Entries between two notes of progress.
const STRIDE: usize = 256;

/// Probabilities that a word of one side is rendered by one of the other.
pub(super) struct Table {
    cells: FxHashMap<(u32, u32), u32>,
    /// The cells' words, in the order of first meeting.
    words: Vec<(u32, u32)>,
    probabilities: Vec<f64>,
}

impl Table {
    /// The probability that `from` is rendered by `to`; 0 where they never met often enough.
    pub fn get(&self, from: u32, to: u32) -> f64 {
        let cell = self.cells.get(&(from, to));
        cell.and_then(|&cell| self.probabilities.get(cell as usize)).copied().unwrap_or(0.0)
    }

    /// All pairs of words but those with the null word.
    pub fn iter(&self) -> impl Iterator<Item = ((u32, u32), f64)> {
        let cells = self.words.iter().copied().zip(self.probabilities.iter().copied());
        cells.filter(|((from, _), _)| *from != NULL)
    }
}

/// The steps that training over so many entries takes.
pub(super) fn steps(entries: usize) -> u64 {
    entries as u64 * (ROUNDS + 1)
}

/// Learns how words of side `from` are rendered; `sizes` are the numbers of words of the sides.
pub(super) fn train(
    entries: &[Pair<Vec<u32>>],
    from: Side,
    sizes: Pair<usize>,
    progress: &mut dyn FnMut(u64),
) -> Table {
    let mut done = 0;
    let mut step = |index: usize| {
        done += 1;
        if index.is_multiple_of(STRIDE) {
            progress(done);
        }
    };
    let mut table = meetings(entries, from, sizes, &mut step);
    let mut counts = vec![0.0; table.words.len()];
    let mut totals = vec![0.0; sizes[from] + 1];
    // The null word's total is the last.
    let slot = |word: u32| if word == NULL { sizes[from] } else { word as usize };
    let mut cells = Vec::new();
    for _ in 0..ROUNDS {
        counts.fill(0.0);
        totals.fill(0.0);
        for (index, entry) in entries.iter().enumerate() {
            step(index);
            for &to in &entry[from.other()] {
                cells.clear();
                let words = entry[from].iter().copied().chain([NULL]);
                let known = words.filter_map(|word| table.cells.get(&(word, to)).copied());
                cells.extend(known);
                let sum: f64 = cells.iter().map(|&cell| table.probabilities[cell as usize]).sum();
                if sum <= 0.0 {
                    continue;
                }
                for &cell in &cells {
                    let share = table.probabilities[cell as usize] / sum;
                    counts[cell as usize] += share;
                    totals[slot(table.words[cell as usize].0)] += share;
                }
            }
        }
        for (cell, &(word, _)) in table.words.iter().enumerate() {
            table.probabilities[cell] = counts[cell] / (totals[slot(word)] + DOUBT);
        }
    }
    table
}

/// A table of the words that meet often enough, all of one source equally likely.
fn meetings(
    entries: &[Pair<Vec<u32>>],
    from: Side,
    sizes: Pair<usize>,
    step: &mut dyn FnMut(usize),
) -> Table {
    // Words of one entry alone meet nothing twice; without them the table is a fraction of its size.
    let mut last = sizes.map(|size| vec![(usize::MAX, 0_u32); size]);
    for (index, entry) in entries.iter().enumerate() {
        for side in Side::BOTH {
            for &word in &entry[side] {
                let (seen, count) = &mut last[side][word as usize];
                if *seen != index {
                    (*seen, *count) = (index, count.saturating_add(1));
                }
            }
        }
    }
    let often = |side: Side, word: u32| last[side][word as usize].1 >= MEETINGS;
    let mut met: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let mut order = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        step(index);
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let targets = || entry[from.other()].iter().filter(|&&to| often(from.other(), to));
        for &word in entry[from].iter().filter(|&&word| often(from, word)) {
            pairs.extend(targets().map(|&to| (word, to)));
        }
        pairs.extend(targets().map(|&to| (NULL, to)));
        pairs.sort_unstable();
        pairs.dedup();
        for pair in pairs {
            let count = met.entry(pair).or_insert_with(|| {
                order.push(pair);
                0
            });
            *count += 1;
        }
    }
    let words: Vec<(u32, u32)> = order.into_iter().filter(|pair| met[pair] >= MEETINGS).collect();
    let cells = words
        .iter()
        .enumerate()
        .filter_map(|(cell, &pair)| Some((pair, u32::try_from(cell).ok()?)))
        .collect();
    let probabilities = vec![1.0; words.len()];
    Table { cells, words, probabilities }
}
