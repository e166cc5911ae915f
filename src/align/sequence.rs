//! Posteriors over positions: a hidden Markov model that reads one text sentence by sentence and
//! asks which sentence of the other it renders.
//!
//! States are single sentences, two neighbours together, and "none" with a memory of the last
//! position (the null states of Och and Ney 2003). Steps to the next sentence are likely, gaps
//! and repetitions less so, jumps to any place rare but possible, more so where a paragraph begins.
//! How rare each of them is, is estimated from the pair itself (Baum-Welch on the transition
//! parameters with Dirichlet priors), because texts differ in how much they drop, add and move.

use super::evidence::Matrix;
use super::parameters::{Counts, GAPS, Parameters};

/// Emissions are kept within this many natural units of chance.
const EMISSION_LIMIT: f64 = 40.0;

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

/// Posteriors of one reading direction.
pub(crate) fn posteriors(emissions: &Emissions<'_>, parameters: &Parameters) -> Posteriors {
    let observations = emissions.opens.len();
    let positions = emissions.positions;
    if observations == 0 || positions == 0 {
        return Posteriors { linked: Matrix::new(positions, observations, 0.0), odds: 0.0 };
    }
    let likelihoods: Vec<Likelihood> =
        (0..observations).map(|column| Likelihood::new(emissions, column, parameters)).collect();
    let relief = Relief::new(emissions, parameters);
    let mut counts = parameters.prior;
    for _ in 1..parameters.rounds {
        let transitions = &counts.transitions();
        counts = Pass { emissions, relief: &relief, transitions, parameters }.counts(&likelihoods);
    }
    let transitions = &counts.transitions();
    Pass { emissions, relief: &relief, transitions, parameters }.posteriors(&likelihoods)
}

/// How much likelier each observation is as the second part of each position.
struct Relief {
    positions: usize,
    cells: Vec<f64>,
}

impl Relief {
    fn new(emissions: &Emissions<'_>, parameters: &Parameters) -> Self {
        let Parameters { temperature, second_part, relief_limit, .. } = parameters;
        let positions = emissions.positions;
        let mut cells = Vec::with_capacity(positions * emissions.opens.len());
        for column in 0..emissions.opens.len() {
            cells.extend((0..positions).map(|position| {
                let odds = emissions.same.at(position, column) * temperature;
                second_part * odds.min(*relief_limit).max(-EMISSION_LIMIT).exp()
            }));
        }
        Self { positions, cells }
    }

    fn of(&self, column: usize) -> &[f64] {
        &self.cells[column * self.positions..(column + 1) * self.positions]
    }
}

/// One forward-backward pass.
struct Pass<'a> {
    emissions: &'a Emissions<'a>,
    relief: &'a Relief,
    transitions: &'a Transitions,
    parameters: &'a Parameters,
}

/// Probability mass at one observation.
#[derive(Clone, Debug)]
struct Mass {
    /// By position.
    single: Vec<f64>,
    /// By first position, for every gap.
    double: [Vec<f64>; GAPS],
    /// By last position linked, plus one; index 0 is "none yet".
    null: Vec<f64>,
}

/// How likely an observation is in each state, relative to the likeliest.
struct Likelihood {
    /// Log of the likelihood of the likeliest state, against "none".
    highest: f64,
    /// By position.
    single: Vec<f64>,
    /// By first position, for every gap.
    double: [Vec<f64>; GAPS],
    /// Of "none".
    null: f64,
}

impl Likelihood {
    fn new(emissions: &Emissions<'_>, column: usize, parameters: &Parameters) -> Self {
        let scaled = |matrix: &Matrix, position: usize| {
            let odds = matrix.at(position, column) * parameters.temperature;
            odds.clamp(-EMISSION_LIMIT, EMISSION_LIMIT)
        };
        let positions = emissions.positions;
        let mut single: Vec<f64> = (0..positions).map(|i| scaled(emissions.single, i)).collect();
        let mut double: [Vec<f64>; GAPS] = std::array::from_fn(|gap| {
            let firsts = 0..positions.saturating_sub(gap + 1);
            firsts.map(|i| scaled(&emissions.double[gap], i)).collect()
        });
        let all = single.iter().chain(double.iter().flatten());
        let highest = all.copied().fold(0.0, f64::max);
        for odds in single.iter_mut().chain(double.iter_mut().flatten()) {
            *odds = (*odds - highest).exp();
        }
        let none = if emissions.bound[column] { -EMISSION_LIMIT } else { 0.0 };
        Self { highest, single, double, null: (none - highest).exp() }
    }

    /// Multiplies the mass of every state by its likelihood.
    fn apply(&self, mass: &mut Mass) {
        let states = self.single.iter().chain(self.double.iter().flatten());
        let linked = mass.single.iter_mut().chain(mass.double.iter_mut().flatten());
        linked.zip(states).for_each(|(mass, likelihood)| *mass *= likelihood);
        mass.null.iter_mut().for_each(|mass| *mass *= self.null);
    }
}

/// Mass that arrives at each position, by kind of step.
struct Arrivals {
    next: Vec<f64>,
    same: Vec<f64>,
    gap: Vec<f64>,
    jump: f64,
}

impl Mass {
    fn new(positions: usize) -> Self {
        Self {
            single: vec![0.0; positions],
            double: std::array::from_fn(|gap| vec![0.0; positions.saturating_sub(gap + 1)]),
            null: vec![0.0; positions + 1],
        }
    }

    fn values(&self) -> impl Iterator<Item = &f64> {
        self.single.iter().chain(self.double.iter().flatten()).chain(&self.null)
    }

    fn values_mut(&mut self) -> impl Iterator<Item = &mut f64> {
        self.single.iter_mut().chain(self.double.iter_mut().flatten()).chain(&mut self.null)
    }

    fn scale(&mut self, factor: f64) {
        self.values_mut().for_each(|value| *value *= factor);
    }

    fn total(&self) -> f64 {
        self.values().sum()
    }

    /// Mass of links by last position, plus one; index 0 holds nothing.
    fn links_by_end(&self) -> Vec<f64> {
        let mut ends = vec![0.0; self.null.len()];
        for (i, mass) in self.single.iter().enumerate() {
            ends[i + 1] += mass;
        }
        for (gap, double) in self.double.iter().enumerate() {
            for (i, mass) in double.iter().enumerate() {
                ends[i + gap + 2] += mass;
            }
        }
        ends
    }
}

/// The way to one observation, and the mass there.
struct Step {
    arrivals: Arrivals,
    /// Mass that comes to none, by last position plus one.
    nulls: Vec<f64>,
    mass: Mass,
}

impl Pass<'_> {
    /// The expected number of transitions of each sort.
    fn counts(&self, likelihoods: &[Likelihood]) -> Counts {
        let (steps, _) = self.forward(likelihoods);
        let mut counts = self.parameters.prior;
        self.backward(likelihoods, &steps, |column, _, weighted, entry| {
            self.count(&steps, column, weighted, entry, &mut counts);
        });
        counts
    }

    fn posteriors(&self, likelihoods: &[Likelihood]) -> Posteriors {
        let (steps, odds) = self.forward(likelihoods);
        let positions = self.emissions.positions;
        let mut linked = Matrix::new(positions, likelihoods.len(), 0.0);
        self.backward(likelihoods, &steps, |column, backward, _, _| {
            let here = &steps[column].mass;
            for i in 0..positions {
                *linked.at_mut(i, column) += here.single[i] * backward.single[i];
            }
            for gap in 0..GAPS {
                for (i, (a, b)) in here.double[gap].iter().zip(&backward.double[gap]).enumerate() {
                    *linked.at_mut(i, column) += a * b;
                    *linked.at_mut(i + gap + 1, column) += a * b;
                }
            }
        });
        Posteriors { linked, odds }
    }

    fn forward(&self, likelihoods: &[Likelihood]) -> (Vec<Step>, f64) {
        let mut steps: Vec<Step> = Vec::with_capacity(likelihoods.len());
        let mut odds = 0.0;
        for (column, likelihood) in likelihoods.iter().enumerate() {
            let mut step = self.advance(steps.last().map(|step| &step.mass), column);
            likelihood.apply(&mut step.mass);
            let total = step.mass.total().max(f64::MIN_POSITIVE);
            odds += total.ln() + likelihood.highest;
            step.mass.scale(1.0 / total);
            steps.push(step);
        }
        (steps, odds)
    }

    /// Goes back over the observations and shows of each its backward mass, scaled so that forward
    /// times backward sums to one, the same weighted by the emission, and what links that start at
    /// each position are worth from there on.
    fn backward(
        &self,
        likelihoods: &[Likelihood],
        steps: &[Step],
        mut see: impl FnMut(usize, &Mass, &Mass, &[f64]),
    ) {
        let mut backward = Mass::new(self.emissions.positions);
        backward.values_mut().for_each(|value| *value = 1.0);
        for column in (0..steps.len()).rev() {
            let norm = dot(&steps[column].mass, &backward).max(f64::MIN_POSITIVE);
            backward.scale(1.0 / norm);
            let mut weighted = backward.clone();
            likelihoods[column].apply(&mut weighted);
            let entry = self.entry(&weighted);
            see(column, &backward, &weighted, &entry);
            backward = self.retreat(&weighted, &entry, column);
        }
    }

    fn jump(&self, column: usize) -> f64 {
        self.transitions.jump[usize::from(self.emissions.opens[column])]
    }

    /// Mass before the emission of an observation, from the mass after the one before it.
    fn advance(&self, before: Option<&Mass>, column: usize) -> Step {
        let positions = self.emissions.positions;
        let mut mass = Mass::new(positions);
        let t = self.transitions;
        let (leaving, nulls) = self.departures(before);
        mass.null.copy_from_slice(&nulls);
        let arrivals = self.arrivals(&leaving, column);
        for i in 0..positions {
            let arriving = arrivals.next[i] + arrivals.same[i] + arrivals.gap[i] + arrivals.jump;
            mass.single[i] = arriving * t.group[0];
            for (gap, double) in mass.double.iter_mut().enumerate() {
                if let Some(value) = double.get_mut(i) {
                    *value = arriving * t.group[gap + 1];
                }
            }
        }
        Step { arrivals, nulls, mass }
    }

    /// What leaves each last position (plus one) for a link, and what goes to none.
    fn departures(&self, before: Option<&Mass>) -> (Vec<f64>, Vec<f64>) {
        let t = self.transitions;
        let Some(before) = before else {
            let mut leaving = vec![0.0; self.emissions.positions + 1];
            let mut nulls = leaving.clone();
            leaving[0] = 1.0 - t.to_null[0];
            nulls[0] = t.to_null[0];
            return (leaving, nulls);
        };
        let links = before.links_by_end();
        links
            .iter()
            .zip(&before.null)
            .map(|(link, null)| {
                (
                    link * (1.0 - t.to_null[0]) + null * (1.0 - t.to_null[1]),
                    link * t.to_null[0] + null * t.to_null[1],
                )
            })
            .unzip()
    }

    fn arrivals(&self, leaving: &[f64], column: usize) -> Arrivals {
        let positions = self.emissions.positions;
        let jump = self.jump(column);
        let [next, same, gap] = self.transitions.step.map(|share| share * (1.0 - jump));
        let total: f64 = leaving.iter().sum();
        let mut arrivals = Arrivals {
            next: vec![0.0; positions],
            same: vec![0.0; positions],
            gap: vec![0.0; positions],
            jump: jump * total / positions as f64,
        };
        let relief = self.relief.of(column);
        let mut far = 0.0;
        for i in 0..positions {
            arrivals.next[i] = leaving[i] * next;
            arrivals.same[i] = leaving[i + 1] * same * relief[i];
            // Every last position at least two behind, each further one less likely.
            far *= self.parameters.gap_decay;
            if i > 0 {
                far += leaving[i - 1];
            }
            arrivals.gap[i] = far * gap * (1.0 - self.parameters.gap_decay);
        }
        arrivals
    }

    /// What a link that starts at each position is worth from here on.
    fn entry(&self, weighted: &Mass) -> Vec<f64> {
        let t = self.transitions;
        (0..self.emissions.positions)
            .map(|i| {
                let doubles = weighted.double.iter().zip(&t.group[1..]);
                weighted.single[i] * t.group[0]
                    + doubles
                        .map(|(double, share)| double.get(i).map_or(0.0, |value| value * share))
                        .sum::<f64>()
            })
            .collect()
    }

    /// Backward mass at the observation before `column`, from the emission-weighted backward mass
    /// at it.
    fn retreat(&self, weighted: &Mass, entry: &[f64], column: usize) -> Mass {
        let positions = self.emissions.positions;
        let t = self.transitions;
        let relief = self.relief.of(column);
        let jump = self.jump(column);
        let [next, same, gap] = t.step.map(|share| share * (1.0 - jump));
        let anywhere = jump * entry.iter().sum::<f64>() / positions as f64;
        let mut onward = vec![0.0; positions + 1];
        let mut far = 0.0;
        for end in (0..=positions).rev() {
            // `end` is the last position plus one: the next one is `end` itself.
            far *= self.parameters.gap_decay;
            if end + 1 < positions {
                far += entry[end + 1];
            }
            onward[end] = anywhere
                + if end < positions { next * entry[end] } else { 0.0 }
                + if end > 0 { same * entry[end - 1] * relief[end - 1] } else { 0.0 }
                + far * gap * (1.0 - self.parameters.gap_decay);
        }
        let mut mass = Mass::new(positions);
        let value = |end: usize, from: usize| {
            (1.0 - t.to_null[from]) * onward[end] + t.to_null[from] * weighted.null[end]
        };
        for i in 0..positions {
            mass.single[i] = value(i + 1, 0);
        }
        for (gap, double) in mass.double.iter_mut().enumerate() {
            for (i, slot) in double.iter_mut().enumerate() {
                *slot = value(i + gap + 2, 0);
            }
        }
        for end in 0..=positions {
            mass.null[end] = value(end, 1);
        }
        mass
    }

    /// Adds the expected transitions to an observation to `counts`.
    fn count(
        &self,
        steps: &[Step],
        column: usize,
        weighted: &Mass,
        entry: &[f64],
        counts: &mut Counts,
    ) {
        let t = self.transitions;
        let Step { arrivals, nulls, .. } = &steps[column];
        let before = column.checked_sub(1).map(|before| &steps[before].mass);
        let sum = |arriving: &[f64]| arriving.iter().zip(entry).map(|(a, e)| a * e).sum::<f64>();
        let steps = [sum(&arrivals.next), sum(&arrivals.same), sum(&arrivals.gap)];
        let jumped = arrivals.jump * entry.iter().sum::<f64>();
        let to_null = nulls.iter().zip(&weighted.null).map(|(a, b)| a * b).sum::<f64>();
        let linked = steps.iter().sum::<f64>() + jumped;
        let total = (linked + to_null).max(f64::MIN_POSITIVE);
        for (count, step) in counts.step.iter_mut().zip(steps) {
            *count += step / total;
        }
        let place = usize::from(self.emissions.opens[column]);
        counts.jump[place][0] += (linked - jumped).max(0.0) / total;
        counts.jump[place][1] += jumped / total;
        let mut single = linked;
        for (gap, list) in weighted.double.iter().enumerate() {
            let arriving =
                |i: usize| arrivals.next[i] + arrivals.same[i] + arrivals.gap[i] + arrivals.jump;
            let double: f64 = list
                .iter()
                .enumerate()
                .map(|(i, value)| arriving(i) * t.group[gap + 1] * value)
                .sum();
            counts.group[gap + 1] += double / total;
            single -= double;
        }
        counts.group[0] += single.max(0.0) / total;
        // Whether the observation before was linked decides which of the two null rates it counts for.
        let was_null = before.map_or(0.0, |mass| mass.null.iter().sum::<f64>()).clamp(0.0, 1.0);
        for (from, share) in [(0, 1.0 - was_null), (1, was_null)] {
            counts.null[from][0] += share * linked / total;
            counts.null[from][1] += share * to_null / total;
        }
    }
}

fn dot(a: &Mass, b: &Mass) -> f64 {
    a.values().zip(b.values()).map(|(x, y)| x * y).sum()
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
        let found = posteriors(&emissions, &Parameters::default());
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
        let found = posteriors(&emissions, &Parameters::default());
        assert_eq!(found.odds, 0.0);
    }
}
