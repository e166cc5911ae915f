//! Posteriors over positions: a hidden Markov model that reads one text sentence by sentence and
//! asks which sentence of the other it renders.
//!
//! States are single sentences, two neighbours together, and "none" with a memory of the last
//! position (the null states of Och and Ney 2003). Steps to the next sentence are likely, gaps
//! and repetitions less so, jumps to any place rare but possible, more so where a paragraph begins.
//! How rare each of them is, is estimated from the pair itself (Baum-Welch on the transition
//! parameters with Dirichlet priors), because texts differ in how much they drop, add and move.

use std::ops::Range;

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

/// Where each state of an observation stands in a row: links to one position, by position; to two,
/// by the first of them, for every gap; and none, by the last position linked plus one, the first
/// of which is "none yet".
struct States {
    positions: usize,
    doubles: [Range<usize>; GAPS],
    /// How many are links.
    linked: usize,
    all: usize,
}

impl States {
    fn new(positions: usize) -> Self {
        let mut linked = positions;
        let doubles = std::array::from_fn(|gap| {
            let first = linked;
            linked += positions.saturating_sub(gap + 1);
            first..linked
        });
        Self { positions, doubles, linked, all: linked + positions + 1 }
    }

    /// Links to two positions, with the gap between them.
    fn doubles<'m>(&self, masses: &'m [f64]) -> [&'m [f64]; GAPS] {
        self.doubles.each_ref().map(|range| &masses[range.clone()])
    }

    /// Mass of links by last position, plus one; index 0 holds nothing.
    fn links_by_end(&self, masses: &[f64], ends: &mut [f64]) {
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
struct Likelihoods {
    /// For every observation the log of the likelihood of the likeliest state, against "none".
    highest: Vec<f64>,
    /// For every observation those of the states that are links.
    linked: Vec<f64>,
    /// For every observation that of "none".
    null: Vec<f64>,
}

impl Likelihoods {
    fn new(states: &States, emissions: &Emissions<'_>, parameters: &Parameters) -> Self {
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
    fn apply(&self, states: &States, column: usize, masses: &mut [f64]) {
        let (linked, null) = masses.split_at_mut(states.linked);
        let likelihoods = &self.linked[column * states.linked..];
        linked.iter_mut().zip(likelihoods).for_each(|(mass, likelihood)| *mass *= likelihood);
        null.iter_mut().for_each(|mass| *mass *= self.null[column]);
    }
}

/// One forward-backward pass.
struct Pass<'a> {
    states: &'a States,
    likelihoods: &'a Likelihoods,
    relief: &'a [f64],
    opens: &'a [bool],
    transitions: Transitions,
    parameters: &'a Parameters,
}

/// The way to one observation.
struct Arrivals {
    /// Mass that leaves each last position (plus one) for a link.
    leaving: Vec<f64>,
    /// Mass that goes to none, by last position plus one.
    nulls: Vec<f64>,
    /// Mass that arrives at each position by the next step, as the same position, over a gap …
    steps: [Vec<f64>; 3],
    /// … and at every one by a jump.
    jump: f64,
    /// All that arrives at each position.
    all: Vec<f64>,
}

impl Arrivals {
    fn new(positions: usize) -> Self {
        Self {
            leaving: vec![0.0; positions + 1],
            nulls: vec![0.0; positions + 1],
            steps: std::array::from_fn(|_| vec![0.0; positions]),
            jump: 0.0,
            all: vec![0.0; positions],
        }
    }
}

impl Pass<'_> {
    fn observations(&self) -> usize {
        self.opens.len()
    }

    /// The row of an observation among those of all.
    fn row<'m>(&self, masses: &'m [f64], column: usize) -> &'m [f64] {
        &masses[column * self.states.all..][..self.states.all]
    }

    /// The row of the observation before one, but for the first.
    fn row_before<'m>(&self, masses: &'m [f64], column: usize) -> Option<&'m [f64]> {
        column.checked_sub(1).map(|before| self.row(masses, before))
    }

    /// The expected number of transitions of each sort.
    fn counts(&self, forward: &mut [f64]) -> Counts {
        self.forward(forward);
        let mut counts = self.parameters.prior;
        let mut arrivals = Arrivals::new(self.states.positions);
        self.backward(forward, |column, _, weighted, entry| {
            let before = self.row_before(forward, column);
            self.arrive(before, column, &mut arrivals);
            self.count(&arrivals, before, column, (weighted, entry), &mut counts);
        });
        counts
    }

    /// The posteriors of links and the log-odds of all observations.
    fn posteriors(&self, forward: &mut [f64]) -> (Matrix, f64) {
        let odds = self.forward(forward);
        let positions = self.states.positions;
        let mut linked = Matrix::new(positions, self.observations(), 0.0);
        self.backward(forward, |column, backward, _, _| {
            let here = self.row(forward, column);
            for i in 0..positions {
                *linked.at_mut(i, column) += here[i] * backward[i];
            }
            let (here, backward) = (self.states.doubles(here), self.states.doubles(backward));
            for (gap, (here, backward)) in here.into_iter().zip(backward).enumerate() {
                for (i, (a, b)) in here.iter().zip(backward).enumerate() {
                    *linked.at_mut(i, column) += a * b;
                    *linked.at_mut(i + gap + 1, column) += a * b;
                }
            }
        });
        (linked, odds)
    }

    /// Writes the mass at every observation, and gives the log of the likelihood of all.
    fn forward(&self, masses: &mut [f64]) -> f64 {
        let states = self.states;
        let mut arrivals = Arrivals::new(states.positions);
        let mut odds = 0.0;
        for column in 0..self.observations() {
            let (before, here) = masses.split_at_mut(column * states.all);
            let here = &mut here[..states.all];
            self.arrive(self.row_before(before, column), column, &mut arrivals);
            let shares = self.transitions.group;
            let ranges = std::iter::once(0..states.positions).chain(states.doubles.clone());
            for (range, share) in ranges.zip(shares) {
                for (mass, arriving) in here[range].iter_mut().zip(&arrivals.all) {
                    *mass = arriving * share;
                }
            }
            here[states.linked..].copy_from_slice(&arrivals.nulls);
            self.likelihoods.apply(states, column, here);
            let total = sum(here).max(f64::MIN_POSITIVE);
            odds += total.ln() + self.likelihoods.highest[column];
            here.iter_mut().for_each(|mass| *mass *= 1.0 / total);
        }
        odds
    }

    /// Goes back over the observations and shows of each its backward mass, scaled so that forward
    /// times backward sums to one, the same weighted by the emission, and what links that start at
    /// each position are worth from there on.
    fn backward(&self, forward: &[f64], mut see: impl FnMut(usize, &[f64], &[f64], &[f64])) {
        let states = self.states;
        let mut backward = vec![1.0; states.all];
        let mut weighted = backward.clone();
        let mut entry = vec![0.0; states.positions];
        let mut onward = vec![0.0; states.positions + 1];
        for column in (0..self.observations()).rev() {
            let here = self.row(forward, column);
            let norm = dot(here, &backward).max(f64::MIN_POSITIVE);
            backward.iter_mut().for_each(|mass| *mass *= 1.0 / norm);
            weighted.copy_from_slice(&backward);
            self.likelihoods.apply(states, column, &mut weighted);
            self.enter(&weighted, &mut entry);
            see(column, &backward, &weighted, &entry);
            self.retreat(&weighted, &entry, column, &mut onward, &mut backward);
        }
    }

    fn jump(&self, column: usize) -> f64 {
        self.transitions.jump[usize::from(self.opens[column])]
    }

    fn relief(&self, column: usize) -> &[f64] {
        &self.relief[column * self.states.positions..][..self.states.positions]
    }

    /// What comes to an observation from the mass at the one before it.
    fn arrive(&self, before: Option<&[f64]>, column: usize, arrivals: &mut Arrivals) {
        let t = &self.transitions;
        let Arrivals { leaving, nulls, .. } = arrivals;
        if let Some(before) = before {
            self.states.links_by_end(before, leaving);
            let none = &before[self.states.linked..];
            for ((leaving, to_null), null) in leaving.iter_mut().zip(nulls).zip(none) {
                let link = *leaving;
                *leaving = link * (1.0 - t.to_null[0]) + null * (1.0 - t.to_null[1]);
                *to_null = link * t.to_null[0] + null * t.to_null[1];
            }
        } else {
            leaving.fill(0.0);
            nulls.fill(0.0);
            leaving[0] = 1.0 - t.to_null[0];
            nulls[0] = t.to_null[0];
        }
        let jump = self.jump(column);
        let positions = self.states.positions;
        let Arrivals { leaving, steps: [to_next, to_same, over_gap], .. } = arrivals;
        let [next, same, gap] = t.step.map(|share| share * (1.0 - jump));
        for (arriving, leaving) in to_next.iter_mut().zip(&*leaving) {
            *arriving = leaving * next;
        }
        let relief = self.relief(column);
        for ((arriving, leaving), relief) in to_same.iter_mut().zip(&leaving[1..]).zip(relief) {
            *arriving = leaving * same * relief;
        }
        let decay = self.parameters.gap_decay;
        let gap = gap * (1.0 - decay);
        let mut far = 0.0;
        for (i, arriving) in over_gap.iter_mut().enumerate() {
            // Every last position at least two behind, each further one less likely.
            far *= decay;
            if i > 0 {
                far += leaving[i - 1];
            }
            *arriving = far * gap;
        }
        let anywhere = jump * sum(leaving) / positions as f64;
        let steps = to_next.iter().zip(&*to_same).zip(&*over_gap);
        for (all, ((next, same), gap)) in arrivals.all.iter_mut().zip(steps) {
            *all = next + same + gap + anywhere;
        }
        arrivals.jump = anywhere;
    }

    /// What a link that starts at each position is worth from here on.
    fn enter(&self, weighted: &[f64], entry: &mut [f64]) {
        let shares = self.transitions.group;
        for (entry, single) in entry.iter_mut().zip(weighted) {
            *entry = single * shares[0];
        }
        for (doubles, share) in self.states.doubles(weighted).into_iter().zip(&shares[1..]) {
            for (entry, double) in entry.iter_mut().zip(doubles) {
                *entry += double * share;
            }
        }
    }

    /// Backward mass at the observation before `column`, from the emission-weighted backward mass
    /// at it.
    fn retreat(
        &self,
        weighted: &[f64],
        entry: &[f64],
        column: usize,
        onward: &mut [f64],
        backward: &mut [f64],
    ) {
        let positions = self.states.positions;
        let t = &self.transitions;
        let relief = self.relief(column);
        let jump = self.jump(column);
        let [next, same, gap] = t.step.map(|share| share * (1.0 - jump));
        let anywhere = jump * sum(entry) / positions as f64;
        let decay = self.parameters.gap_decay;
        let mut far = 0.0;
        for end in (0..=positions).rev() {
            // `end` is the last position plus one: the next one is `end` itself.
            far *= decay;
            if end + 1 < positions {
                far += entry[end + 1];
            }
            onward[end] = anywhere + far * gap * (1.0 - decay);
        }
        for (onward, entry) in onward.iter_mut().zip(entry) {
            *onward += next * entry;
        }
        for ((onward, entry), relief) in onward[1..].iter_mut().zip(entry).zip(relief) {
            *onward += same * entry * relief;
        }
        let (linked, none) = backward.split_at_mut(self.states.linked);
        let to_none = &weighted[self.states.linked..];
        let value = |from: usize, onward: f64, none: f64| {
            (1.0 - t.to_null[from]) * onward + t.to_null[from] * none
        };
        let ends = |from: usize| onward.iter().zip(to_none).skip(from);
        for (mass, (onward, none)) in linked[..positions].iter_mut().zip(ends(1)) {
            *mass = value(0, *onward, *none);
        }
        for (gap, range) in self.states.doubles.iter().enumerate() {
            for (mass, (onward, none)) in linked[range.clone()].iter_mut().zip(ends(gap + 2)) {
                *mass = value(0, *onward, *none);
            }
        }
        for (mass, (onward, none)) in none.iter_mut().zip(ends(0)) {
            *mass = value(1, *onward, *none);
        }
    }

    /// Adds the expected transitions to an observation to `counts`.
    fn count(
        &self,
        arrivals: &Arrivals,
        before: Option<&[f64]>,
        column: usize,
        (weighted, entry): (&[f64], &[f64]),
        counts: &mut Counts,
    ) {
        let t = &self.transitions;
        let none = self.states.linked..;
        let steps = arrivals.steps.each_ref().map(|arriving| dot(arriving, entry));
        let jumped = arrivals.jump * sum(entry);
        let to_null = dot(&arrivals.nulls, &weighted[none.clone()]);
        let linked = steps.iter().sum::<f64>() + jumped;
        let total = (linked + to_null).max(f64::MIN_POSITIVE);
        for (count, step) in counts.step.iter_mut().zip(steps) {
            *count += step / total;
        }
        let place = usize::from(self.opens[column]);
        counts.jump[place][0] += (linked - jumped).max(0.0) / total;
        counts.jump[place][1] += jumped / total;
        let mut single = linked;
        for (gap, doubles) in self.states.doubles(weighted).into_iter().enumerate() {
            let double = t.group[gap + 1] * dot(&arrivals.all[..doubles.len()], doubles);
            counts.group[gap + 1] += double / total;
            single -= double;
        }
        counts.group[0] += single.max(0.0) / total;
        // Whether the observation before was linked decides which of the two null rates it counts for.
        let was_null = before.map_or(0.0, |mass| sum(&mass[none])).clamp(0.0, 1.0);
        for (from, share) in [(0, 1.0 - was_null), (1, was_null)] {
            counts.null[from][0] += share * linked / total;
            counts.null[from][1] += share * to_null / total;
        }
    }
}

/// Running sums side by side: a single one would wait for each addition before the next.
const LANES: usize = 8;

/// The sum of some values.
fn sum(values: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let chunks = values.chunks_exact(LANES);
    let rest: f64 = chunks.remainder().iter().sum();
    for chunk in chunks {
        lanes.iter_mut().zip(chunk).for_each(|(lane, value)| *lane += value);
    }
    lanes.iter().sum::<f64>() + rest
}

/// The sum of the products of two rows of values.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let (a, b) = (a.chunks_exact(LANES), b.chunks_exact(LANES));
    let rest: f64 = a.remainder().iter().zip(b.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in a.zip(b) {
        lanes.iter_mut().zip(a.iter().zip(b)).for_each(|(lane, (a, b))| *lane += a * b);
    }
    lanes.iter().sum::<f64>() + rest
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
