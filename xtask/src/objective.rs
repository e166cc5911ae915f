//! What a fit makes as large as it can.

use std::collections::BTreeMap;

use muqabala::align::Parameters;
use muqabala::evaluation::{Counts, Measure};

use crate::sets::{Bench, Outcome};

/// What counts of a pair.
const MEASURES: [Measure; 4] =
    [Measure::Sentence, Measure::Paragraph, Measure::Dropped, Measure::Added];

/// The objective over some pairs: the mean over sets and levels of sentence F1, paragraph F1 and, where
/// sentences were dropped and added, half of the F1 of either; less the share of unrelated pairs that
/// were taken for a rendering.
pub struct Objective<'a, 'b> {
    bench: &'a Bench<'b>,
    pairs: Vec<usize>,
    tried: BTreeMap<String, f64>,
}

impl<'a, 'b> Objective<'a, 'b> {
    /// Over pairs by their number; nothing tried yet.
    pub fn new(bench: &'a Bench<'b>, pairs: Vec<usize>) -> Self {
        Self { bench, pairs, tried: BTreeMap::new() }
    }

    /// How many parameters were tried.
    pub fn trials(&self) -> usize {
        self.tried.len()
    }

    /// The objective of some parameters.
    pub fn of(&mut self, parameters: &Parameters) -> f64 {
        let key = format!("{parameters:?}");
        if let Some(&known) = self.tried.get(&key) {
            return known;
        }
        let value = self.measure(parameters);
        self.tried.insert(key, value);
        value
    }

    fn measure(&self, parameters: &Parameters) -> f64 {
        let mut sums: BTreeMap<(usize, String), Sum> = BTreeMap::new();
        let outcomes = self.bench.run(&self.pairs, parameters);
        for (&at, Outcome { score, .. }) in self.pairs.iter().zip(&outcomes) {
            let set = self.bench.sets.pairs[at].0;
            let sum = sums.entry((set, score.level.clone())).or_default();
            for (sum, measure) in sum.counts.iter_mut().zip(MEASURES) {
                sum.add(score.counts(measure));
            }
            if score.refusal.is_some() {
                sum.unrelated += 1;
                sum.accepted += usize::from(score.relation.is_rendering());
            }
        }
        let (mut whole, mut levels, mut penalty) = (0.0, 0.0_f64, 0.0);
        for sum in sums.values() {
            if sum.unrelated > 0 {
                penalty += sum.accepted as f64 / sum.unrelated as f64;
                continue;
            }
            let [sentence, paragraph, dropped, added] = sum.counts.map(Counts::f1);
            // Where nothing was dropped, F1 of nulls says nothing.
            let is_whole = sum.counts[2].right + sum.counts[2].missed == 0;
            levels += 1.0;
            whole += sentence + paragraph + if is_whole { 1.0 } else { (dropped + added) / 2.0 };
        }
        (whole - penalty) / levels.max(1.0)
    }
}

/// Sums over a level of a set.
#[derive(Default)]
struct Sum {
    counts: [Counts; 4],
    unrelated: usize,
    accepted: usize,
}
