//! Locks as the sequence model takes them: which cells of its matrices are fixed.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{LockKind, Locks, sentences_of};
use crate::align::evidence::{Matrix, Scores, Window};
use crate::align::item::Inventory;
use crate::align::parameters::GAPS;
use crate::segment::Segments;
use crate::span::{Pair, Side};

/// Log-odds of a confirmed pair, at least: those of a usual link. What else its sentences could
/// render is impossible, so that more would only make the whole look more alike than it is.
const CONFIRMED: f64 = 8.0;
/// Log-odds of what cannot be.
const IMPOSSIBLE: f64 = -1e3;

/// What locks say of pairs of content sentences (indices into the inventories).
#[derive(Debug, Default)]
pub(crate) struct Constraints {
    said: BTreeMap<(usize, usize), LockKind>,
    /// Sentences that are part of a confirmed pair: all their links are confirmed.
    settled: Pair<FxHashSet<usize>>,
}

/// What may become of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cell {
    Free,
    Confirmed,
    Impossible,
}

impl Constraints {
    /// What locks say of the content sentences.
    pub(crate) fn new(
        locks: &Locks,
        segments: &Pair<Segments>,
        inventories: &Pair<Inventory>,
    ) -> Self {
        let units = inventories.as_ref().map(|inventory| {
            let units = inventory.sentences.iter().enumerate();
            units.map(|(at, unit)| (unit.sentence, at)).collect::<FxHashMap<usize, usize>>()
        });
        let mut constraints = Self::default();
        for lock in locks.iter() {
            let units = |side: Side| -> Vec<usize> {
                let spans = lock.spans(side).iter();
                let sentences = spans.flat_map(|&span| sentences_of(&segments[side], span));
                sentences.filter_map(|sentence| units[side].get(&sentence).copied()).collect()
            };
            let theirs = units(Side::Translation);
            for source in units(Side::Source) {
                for &translation in &theirs {
                    constraints.said.insert((source, translation), lock.kind);
                }
            }
        }
        for (source, translation) in constraints.confirmed() {
            constraints.settled.source.insert(source);
            constraints.settled.translation.insert(translation);
        }
        constraints
    }

    /// The confirmed pairs, rising.
    pub(crate) fn confirmed(&self) -> Vec<(usize, usize)> {
        let confirmed = self.said.iter().filter(|(_, kind)| **kind == LockKind::Confirmed);
        confirmed.map(|(&pair, _)| pair).collect()
    }

    /// Whether each sentence of the one side is refused to each of the other.
    pub(crate) fn refuses_all(&self, source: &[usize], translation: &[usize]) -> bool {
        let mut pairs = source.iter().flat_map(|&s| translation.iter().map(move |&t| (s, t)));
        !self.said.is_empty() && pairs.all(|pair| self.said.get(&pair) == Some(&LockKind::Refused))
    }

    /// The part of the constraints that concerns a window; none where there is none.
    pub(crate) fn within(&self, window: &Window) -> Option<Fixed> {
        let touched = |side: Side| window[side].clone().any(|at| self.settled[side].contains(&at));
        let first = (window.source.start, 0);
        let last = (window.source.end, 0);
        if self.said.range(first..last).next().is_none() && !touched(Side::Translation) {
            return None;
        }
        let (rows, columns) = (window.source.len(), window.translation.len());
        let mut cells = Vec::with_capacity(rows * columns);
        for source in window.source.clone() {
            let row_settled = self.settled.source.contains(&source);
            for translation in window.translation.clone() {
                let settled = row_settled || self.settled.translation.contains(&translation);
                cells.push(match self.said.get(&(source, translation)) {
                    Some(LockKind::Confirmed) => Cell::Confirmed,
                    Some(LockKind::Refused) => Cell::Impossible,
                    None if settled => Cell::Impossible,
                    None => Cell::Free,
                });
            }
        }
        Some(Fixed { rows, columns, cells })
    }
}

/// What may become of each pair of a window.
#[derive(Debug)]
pub(crate) struct Fixed {
    rows: usize,
    columns: usize,
    cells: Vec<Cell>,
}

impl Fixed {
    fn at(&self, row: usize, column: usize) -> Cell {
        self.cells[row * self.columns + column]
    }

    /// Makes the scores of the window say what was said.
    pub(crate) fn constrain(&self, scores: &mut Scores) {
        for row in 0..self.rows {
            for column in 0..self.columns {
                let here = self.at(row, column);
                fix(&mut scores.single, (row, column), here, here);
                for gap in 0..GAPS {
                    let (below, beside) = (row + 1 + gap, column + 1 + gap);
                    if below < self.rows {
                        let other = self.at(below, column);
                        fix(&mut scores.two_sources[gap], (row, column), here, other);
                    }
                    if beside < self.columns {
                        let other = self.at(row, beside);
                        fix(&mut scores.two_translations[gap], (row, column), here, other);
                    }
                }
            }
        }
    }

    /// For every sentence of a side, whether it has a counterpart beyond doubt.
    pub(crate) fn bound(&self, side: Side) -> Vec<bool> {
        let mut bound = vec![
            false;
            match side {
                Side::Source => self.rows,
                Side::Translation => self.columns,
            }
        ];
        for row in 0..self.rows {
            for column in 0..self.columns {
                if self.at(row, column) == Cell::Confirmed {
                    bound[if side == Side::Source { row } else { column }] = true;
                }
            }
        }
        bound
    }

    /// Takes out of the probabilities what is settled or cannot be: it is not for the model to say.
    pub(crate) fn clear(&self, linked: &mut Matrix) {
        for row in 0..self.rows {
            for column in 0..self.columns {
                if self.at(row, column) != Cell::Free {
                    *linked.at_mut(row, column) = 0.0;
                }
            }
        }
    }
}

/// The score of one or two pairs that are rendered together. Two that are both confirmed are likelier
/// than one of them.
fn fix(scores: &mut Matrix, (row, column): (usize, usize), one: Cell, other: Cell) {
    let score = scores.at_mut(row, column);
    match (one, other) {
        (Cell::Free, Cell::Free) => {}
        (Cell::Confirmed, Cell::Confirmed) => *score = score.max(CONFIRMED),
        _ => *score = IMPOSSIBLE,
    }
}
