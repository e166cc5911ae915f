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

use super::item::{Class, Inventory, Unit};
use super::matching::{Matches, TypeMatch};
use crate::span::{Pair, Side};

/// Sentences of other articles that are imagined beside those of the pair, so that a rare item is
/// not taken for an impossible one.
const PRIOR_SENTENCES: f64 = 4.0;
/// Standard deviation of the log length ratio of true links, and of chance pairs.
const LENGTH_SPREAD: Pair<f64> = Pair::new(0.35, 0.85);

/// How the classes of items behave.
#[derive(Clone, Copy, Debug)]
struct ClassRates {
    /// Probability that an item has a counterpart in the sentence that renders its own.
    rendered: f64,
    /// Probability that it has one in a sentence of another article.
    chance: f64,
}

const fn rates(class: Class) -> ClassRates {
    match class {
        Class::Name => ClassRates { rendered: 0.8, chance: 0.01 },
        Class::Figure => ClassRates { rendered: 0.85, chance: 0.005 },
        Class::SmallFigure => ClassRates { rendered: 0.5, chance: 0.06 },
        Class::Date => ClassRates { rendered: 0.85, chance: 0.005 },
        Class::Word => ClassRates { rendered: 0.55, chance: 0.05 },
        Class::Unlisted => ClassRates { rendered: 0.25, chance: 0.01 },
    }
}

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
    /// Source sentences `i` and `i + 1` together, by translation sentence.
    pub(crate) two_sources: Matrix,
    /// Source sentence by translation sentences `j` and `j + 1` together.
    pub(crate) two_translations: Matrix,
}

/// What the items of one side contribute.
struct OneWay {
    /// Sum over the items of a sentence that find no counterpart.
    misses: Vec<f64>,
    /// What counterparts add to that, by (sentence of this side, sentence of the other).
    gain: Matrix,
    /// The same for two neighbours of the other side together.
    gain_two: Matrix,
}

impl Scores {
    /// Scores of all pairs of sentences of a window; rows and columns count from its start.
    pub(crate) fn new(
        inventories: &Pair<Inventory>,
        matches: &Matches,
        postings: &Pair<Postings>,
        window: &Window,
    ) -> Self {
        let source = one_way(inventories, matches, postings, window, Side::Source);
        let translation = one_way(inventories, matches, postings, window, Side::Translation);
        let (n, m) = (window.source.len(), window.translation.len());
        let units = |side: Side| &inventories[side].sentences[window[side].clone()];
        let length = |side: Side, index: usize| units(side)[index].chars.max(1.0);
        let usual = usual_ratio(units(Side::Source), units(Side::Translation));
        let mut scores = Self {
            single: Matrix::new(n, m, 0.0),
            two_sources: Matrix::new(n.saturating_sub(1), m, 0.0),
            two_translations: Matrix::new(n, m.saturating_sub(1), 0.0),
        };
        for i in 0..n {
            for j in 0..m {
                let (long_i, long_j) = (length(Side::Source, i), length(Side::Translation, j));
                *scores.single.at_mut(i, j) = 0.5
                    * (source.misses[i]
                        + source.gain.at(i, j)
                        + translation.misses[j]
                        + translation.gain.at(j, i))
                    + length_odds(long_j / long_i, usual);
                if i + 1 < n {
                    *scores.two_sources.at_mut(i, j) = 0.5
                        * (source.misses[i]
                            + source.gain.at(i, j)
                            + source.misses[i + 1]
                            + source.gain.at(i + 1, j)
                            + translation.misses[j]
                            + translation.gain_two.at(j, i))
                        + length_odds(long_j / (long_i + length(Side::Source, i + 1)), usual);
                }
                if j + 1 < m {
                    *scores.two_translations.at_mut(i, j) = 0.5
                        * (translation.misses[j]
                            + translation.gain.at(j, i)
                            + translation.misses[j + 1]
                            + translation.gain.at(j + 1, i)
                            + source.misses[i]
                            + source.gain_two.at(i, j))
                        + length_odds((long_j + length(Side::Translation, j + 1)) / long_i, usual);
                }
            }
        }
        scores
    }
}

/// Log of the usual length ratio, translation to source: of the two texts as wholes, but no further
/// from 1 than languages differ, since one text may be a digest.
fn usual_ratio(source: &[Unit], translation: &[Unit]) -> f64 {
    let total = |units: &[Unit]| units.iter().map(|s| s.chars).sum::<f64>().max(1.0);
    (total(translation) / total(source)).ln().clamp(-0.2, 0.2)
}

/// Log-odds of a length ratio: two normal densities of its logarithm.
fn length_odds(ratio: f64, usual: f64) -> f64 {
    let z = ratio.ln() - usual;
    let (link, chance) = (LENGTH_SPREAD.source, LENGTH_SPREAD.translation);
    (chance / link).ln() - z * z / 2.0 * (1.0 / (link * link) - 1.0 / (chance * chance))
}

fn one_way(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    postings: &Pair<Postings>,
    window: &Window,
    side: Side,
) -> OneWay {
    let own = &inventories[side];
    let (rows, columns) = (window[side].len(), window[side.other()].len());
    let mut way = OneWay {
        misses: vec![0.0; rows],
        gain: Matrix::new(rows, columns, 0.0),
        gain_two: Matrix::new(rows, columns.saturating_sub(1), 0.0),
    };
    let mut known: FxHashMap<u32, Counterparts> = FxHashMap::default();
    for row in 0..rows {
        for (kind, _) in own.distinct(window[side].start + row) {
            let counterparts = known.entry(kind).or_insert_with(|| {
                let class = own.types[kind as usize].class;
                Counterparts::new(class, matches.of(side, kind), postings, window, side.other())
            });
            way.misses[row] += counterparts.miss;
            let mut before: Option<(usize, f64)> = None;
            for &(column, gain) in &counterparts.gains {
                *way.gain.at_mut(row, column) += gain;
                if column + 1 < columns {
                    *way.gain_two.at_mut(row, column) += gain;
                }
                if column > 0 {
                    // What the left neighbour counted already is counted once.
                    let left =
                        before.filter(|&(at, _)| at + 1 == column).map_or(0.0, |(_, gain)| gain);
                    *way.gain_two.at_mut(row, column - 1) += (gain - left).max(0.0);
                }
                before = Some((column, gain));
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

/// Where a type has counterparts, and what that is worth.
struct Counterparts {
    /// Log-odds where there is none.
    miss: f64,
    /// Sentences of the other side with a counterpart, rising, and what it adds to `miss`.
    gains: Vec<(usize, f64)>,
}

impl Counterparts {
    /// Counterparts of a type of `class` on `side`, the other one.
    fn new(
        class: Class,
        matches: &[TypeMatch],
        postings: &Pair<Postings>,
        window: &Window,
        side: Side,
    ) -> Self {
        let ClassRates { rendered, chance } = rates(class);
        let sentences = window[side].len();
        let mut found: Vec<(usize, f64)> = Vec::new();
        for matched in matches {
            for &sentence in postings[side].within(matched.other, &window[side]) {
                found.push((sentence - window[side].start, f64::from(matched.quality)));
            }
        }
        found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        found.dedup_by_key(|(sentence, _)| *sentence);
        let total: f64 = found.iter().map(|(_, quality)| quality).sum();
        // How often a sentence that does not render this one has a counterpart all the same.
        let rate = |own: f64| {
            let others = (sentences as f64 - 1.0).max(0.0);
            ((total - own).max(0.0) + PRIOR_SENTENCES * chance) / (others + PRIOR_SENTENCES)
        };
        let miss = ((1.0 - rendered) / (1.0 - rate(0.0).min(0.9))).ln().min(0.0);
        let gains = found
            .into_iter()
            .map(|(sentence, quality)| {
                let hit = (1.0 - quality + quality * rendered / rate(quality)).ln();
                (sentence, (hit - miss).max(0.0))
            })
            .collect();
        Self { miss, gains }
    }
}
