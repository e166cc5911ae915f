//! Posteriors over positions: a hidden Markov model that reads one text sentence by sentence and
//! asks which sentence of the other it renders.
//!
//! States are single sentences, two neighbours together, and "none" with a memory of the last
//! position (the null states of Och and Ney 2003). Steps to the next sentence are likely, gaps
//! and repetitions less so, jumps to any place rare but possible, more so where a paragraph begins.
//! How rare each of them is, is estimated from the pair itself (Baum-Welch on the transition
//! parameters with Dirichlet priors), because texts differ in how much they drop, add and move.

mod pass;
mod states;

use self::pass::Pass;
use self::states::{Likelihoods, States};
use super::evidence::Matrix;
use super::parameters::{Counts, GAPS, Parameters};

/// Emissions are kept within this many natural units of chance.
const EMISSION_LIMIT: f64 = 40.0;
/// Passes over a text that was aligned before; see [`Parameters::rounds`].
const ROUNDS_AGAIN: usize = 2;

/// Log-odds for one reading direction: positions (rows) by observations (columns).
pub(crate) struct Emissions<'a> {
    /// One position.
    pub(crate) single: &'a Matrix,
    /// Positions `i` and `i + 1 + gap` together; for every gap.
    pub(crate) double: &'a [Matrix; GAPS],
    /// What a step to the same position adds to `single`: the second part of a sentence that was
    /// split is not to be charged again for what its first part rendered.
    pub(crate) same: &'a Matrix,
    /// Number of positions.
    pub(crate) positions: usize,
    /// For every observation, whether it opens a paragraph.
    pub(crate) opens: &'a [bool],
    /// For every observation, whether it renders something beyond doubt.
    pub(crate) bound: &'a [bool],
}

/// What the model learned about a pair in one direction.
#[derive(Debug)]
pub(crate) struct Posteriors {
    /// Probability that the observation (column) renders the position (row).
    pub(crate) linked: Matrix,
    /// Log of the likelihood ratio of the observations against "none of them renders anything".
    pub(crate) odds: f64,
    /// The transitions that were counted, the prior among them.
    pub(crate) counts: Counts,
}

/// Transition probabilities.
#[derive(Clone, Copy, Debug)]
struct Transitions {
    /// From a link, or from none, to none.
    to_null: [f64; 2],
    /// A link is to the next position, the same one, a later one after a gap.
    step: [f64; 3],
    /// A link is to any position at all: inside a paragraph, at its beginning.
    jump: [f64; 2],
    /// A link is to one position, to two with each gap.
    group: [f64; 1 + GAPS],
}

impl Counts {
    fn transitions(&self) -> Transitions {
        let share = |pair: [f64; 2]| pair[1] / (pair[0] + pair[1]);
        let steps: f64 = self.step.iter().sum();
        let groups: f64 = self.group.iter().sum();
        Transitions {
            to_null: self.null.map(share),
            step: self.step.map(|count| count / steps),
            jump: self.jump.map(share),
            group: self.group.map(|count| count / groups),
        }
    }
}

/// Posteriors of one reading direction; `before` are the counts of an alignment of the same text that
/// little has changed since, which have converged but for that.
pub(crate) fn posteriors(
    emissions: &Emissions<'_>,
    before: Option<Counts>,
    parameters: &Parameters,
) -> Posteriors {
    let observations = emissions.opens.len();
    let positions = emissions.positions;
    let (mut counts, rounds) = match before {
        Some(counts) => (counts, ROUNDS_AGAIN),
        None => (parameters.prior, parameters.rounds),
    };
    if observations == 0 || positions == 0 {
        return Posteriors { linked: Matrix::new(positions, observations, 0.0), odds: 0.0, counts };
    }
    let states = States::new(positions);
    let likelihoods = Likelihoods::new(&states, emissions, parameters);
    let relief = relief(emissions, parameters);
    // One allocation for all passes.
    let mut forward = vec![0.0; observations * states.all];
    let mut pass = Pass {
        states: &states,
        likelihoods: &likelihoods,
        relief: &relief,
        opens: emissions.opens,
        transitions: counts.transitions(),
        parameters,
    };
    for _ in 1..rounds {
        pass.transitions = counts.transitions();
        counts = pass.counts(&mut forward);
    }
    pass.transitions = counts.transitions();
    let (linked, odds) = pass.posteriors(&mut forward);
    Posteriors { linked, odds, counts }
}

/// How much likelier each observation is as the second part of each position, by observation.
fn relief(emissions: &Emissions<'_>, parameters: &Parameters) -> Vec<f64> {
    let Parameters { temperature, second_part, relief_limit, .. } = parameters;
    let columns = 0..emissions.opens.len();
    let cells = columns.flat_map(|column| (0..emissions.positions).map(move |row| (row, column)));
    cells
        .map(|(position, column)| {
            let odds = emissions.same.at(position, column) * temperature;
            second_part * odds.min(*relief_limit).max(-EMISSION_LIMIT).exp()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Links (position, observation) of at least one half.
    fn links(rows: &[&[f64]], opens: &[bool]) -> Vec<(usize, usize)> {
        let positions = rows.len();
        let mut single = Matrix::new(positions, opens.len(), 0.0);
        let mut double = [(); GAPS].map(|()| Matrix::new(positions, opens.len(), -9.0));
        for (i, row) in rows.iter().enumerate() {
            for (j, &odds) in row.iter().enumerate() {
                *single.at_mut(i, j) = odds;
                for (gap, double) in double.iter_mut().enumerate() {
                    if let Some(next) = rows.get(i + gap + 1) {
                        *double.at_mut(i, j) = odds.min(next[j]) + 1.0;
                    }
                }
            }
        }
        let same = Matrix::new(positions, opens.len(), 0.0);
        let bound = &vec![false; opens.len()];
        let emissions =
            Emissions { single: &single, double: &double, same: &same, positions, opens, bound };
        let found = posteriors(&emissions, None, &Parameters::default());
        let cells = (0..positions).flat_map(|i| (0..opens.len()).map(move |j| (i, j)));
        cells.filter(|&(i, j)| found.linked.at(i, j) >= 0.5).collect()
    }

    #[test]
    fn order_decides_where_the_evidence_is_weak() {
        let rows: [&[f64]; 3] = [&[9.0, -9.0, -9.0], &[-9.0, 0.0, -9.0], &[-9.0, -9.0, 9.0]];
        assert_eq!(links(&rows, &[true, false, false]), [(0, 0), (1, 1), (2, 2)]);
    }

    #[test]
    fn a_moved_block_is_found_and_so_is_what_stands_alone() {
        let (yes, no) = (14.0, -9.0);
        let rows: [&[f64]; 5] = [
            &[yes, no, no, no, no],
            &[no, no, no, no, yes],
            &[no, yes, no, no, no],
            &[no, no, yes, no, no],
            &[no, no, no, no, no],
        ];
        let found = links(&rows, &[true, true, false, true, true]);
        assert_eq!(found, [(0, 0), (1, 4), (2, 1), (3, 2)]);
    }

    #[test]
    fn two_positions_can_share_an_observation() {
        let rows: [&[f64]; 3] = [&[9.0, -9.0], &[9.0, -9.0], &[-9.0, 9.0]];
        assert_eq!(links(&rows, &[true, true]), [(0, 0), (1, 0), (2, 1)]);
    }

    #[test]
    fn texts_shorter_than_the_widest_gap_are_read() {
        assert_eq!(links(&[&[9.0]], &[true]), [(0, 0)]);
        assert_eq!(links(&[&[9.0, -9.0], &[-9.0, 9.0]], &[true, false]), [(0, 0), (1, 1)]);
    }

    #[test]
    fn nothing_to_read_gives_nothing() {
        let empty = Matrix::new(0, 0, 0.0);
        let double = [(); GAPS].map(|()| empty.clone());
        let emissions = Emissions {
            single: &empty,
            double: &double,
            same: &empty,
            positions: 0,
            opens: &[],
            bound: &[],
        };
        let found = posteriors(&emissions, None, &Parameters::default());
        assert_eq!(found.odds, 0.0);
    }
}
