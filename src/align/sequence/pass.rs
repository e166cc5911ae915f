//! Reading a text forward and backward through the states of the model.

use super::Transitions;
use super::states::{Likelihoods, States};
use crate::align::evidence::Matrix;
use crate::align::parameters::{Counts, Parameters};

/// One forward-backward pass.
pub(super) struct Pass<'a> {
    pub(super) states: &'a States,
    pub(super) likelihoods: &'a Likelihoods,
    pub(super) relief: &'a [f64],
    pub(super) opens: &'a [bool],
    pub(super) transitions: Transitions,
    pub(super) parameters: &'a Parameters,
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
    pub(super) fn counts(&self, forward: &mut [f64]) -> Counts {
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
    pub(super) fn posteriors(&self, forward: &mut [f64]) -> (Matrix, f64) {
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
