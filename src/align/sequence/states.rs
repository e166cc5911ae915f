//! The states of the model at one observation, and how likely each makes it.

use std::ops::Range;

use super::{EMISSION_LIMIT, Emissions};
use crate::align::evidence::Matrix;
use crate::align::parameters::{GAPS, Parameters};

/// Where each state of an observation stands in a row: links to one position, by position; to two,
/// by the first of them, for every gap; and none, by the last position linked plus one, the first
/// of which is "none yet".
pub(super) struct States {
    pub(super) positions: usize,
    pub(super) doubles: [Range<usize>; GAPS],
    /// How many are links.
    pub(super) linked: usize,
    pub(super) all: usize,
}

impl States {
    pub(super) fn new(positions: usize) -> Self {
        let mut linked = positions;
        let doubles = std::array::from_fn(|gap| {
            let first = linked;
            linked += positions.saturating_sub(gap + 1);
            first..linked
        });
        Self { positions, doubles, linked, all: linked + positions + 1 }
    }

    /// Links to two positions, with the gap between them.
    pub(super) fn doubles<'m>(&self, masses: &'m [f64]) -> [&'m [f64]; GAPS] {
        self.doubles.each_ref().map(|range| &masses[range.clone()])
    }

    /// Mass of links by last position, plus one; index 0 holds nothing.
    pub(super) fn links_by_end(&self, masses: &[f64], ends: &mut [f64]) {
        ends[0] = 0.0;
        ends[1..].copy_from_slice(&masses[..self.positions]);
        for (gap, doubles) in self.doubles(masses).into_iter().enumerate() {
            for (end, mass) in ends.iter_mut().skip(gap + 2).zip(doubles) {
                *end += mass;
            }
        }
    }
}

/// How likely every observation is in each state, relative to the likeliest.
pub(super) struct Likelihoods {
    /// For every observation the log of the likelihood of the likeliest state, against "none".
    pub(super) highest: Vec<f64>,
    /// For every observation those of the states that are links.
    pub(super) linked: Vec<f64>,
    /// For every observation that of "none".
    null: Vec<f64>,
}

impl Likelihoods {
    pub(super) fn new(states: &States, emissions: &Emissions<'_>, parameters: &Parameters) -> Self {
        let observations = emissions.opens.len();
        let mut all = Self {
            highest: Vec::with_capacity(observations),
            linked: Vec::with_capacity(observations * states.linked),
            null: Vec::with_capacity(observations),
        };
        for column in 0..observations {
            let scaled = |matrix: &Matrix, position: usize| {
                let odds = matrix.at(position, column) * parameters.temperature;
                odds.clamp(-EMISSION_LIMIT, EMISSION_LIMIT)
            };
            let first = all.linked.len();
            all.linked.extend((0..states.positions).map(|i| scaled(emissions.single, i)));
            for (matrix, range) in emissions.double.iter().zip(&states.doubles) {
                all.linked.extend((0..range.len()).map(|i| scaled(matrix, i)));
            }
            let linked = &mut all.linked[first..];
            let highest = linked.iter().copied().fold(0.0, f64::max);
            linked.iter_mut().for_each(|odds| *odds = (*odds - highest).exp());
            let none = if emissions.bound[column] { -EMISSION_LIMIT } else { 0.0 };
            all.highest.push(highest);
            all.null.push((none - highest).exp());
        }
        all
    }

    /// Multiplies the mass of every state by the likelihood of an observation.
    pub(super) fn apply(&self, states: &States, column: usize, masses: &mut [f64]) {
        let (linked, null) = masses.split_at_mut(states.linked);
        let likelihoods = &self.linked[column * states.linked..];
        linked.iter_mut().zip(likelihoods).for_each(|(mass, likelihood)| *mass *= likelihood);
        null.iter_mut().for_each(|mass| *mass *= self.null[column]);
    }
}
