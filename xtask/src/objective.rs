//! What a fit makes as large as it can.

use std::collections::BTreeMap;

use muqabala::align::Parameters;
use muqabala::evaluation::{Counts, Measure};

use crate::sets::Bench;

/// What counts of a pair: the set, the level, the counts of links and nulls, and whether it was
/// wrongly taken for a rendering.
#[derive(Clone, Debug)]
struct Row {
    counts: [Counts; 4],
    accepted: Option<bool>,
}

const MEASURES: [Measure; 4] =
    [Measure::Sentence, Measure::Paragraph, Measure::Dropped, Measure::Added];

/// Outcomes of all parameters that were tried.
pub struct Objective<'a, 'b> {
    bench: &'a Bench<'b>,
    tried: BTreeMap<String, Vec<Row>>,
}

impl<'a, 'b> Objective<'a, 'b> {
    /// Nothing tried yet.
    pub fn new(bench: &'a Bench<'b>) -> Self {
        Self { bench, tried: BTreeMap::new() }
    }

    /// How many parameters were tried.
    pub fn trials(&self) -> usize {
        self.tried.len()
    }

    /// The objective over the pairs that `takes` picks: the mean over sets and levels of sentence
    /// F1, paragraph F1 and, where sentences were dropped and added, half of the F1 of either; less
    /// the share of unrelated pairs that were taken for a rendering.
    pub fn of(&mut self, parameters: &Parameters, takes: &dyn Fn(usize) -> bool) -> f64 {
        let key = format!("{parameters:?}");
        let bench = self.bench;
        let rows = self.tried.entry(key).or_insert_with(|| rows(bench, parameters));
        let mut sums: BTreeMap<(usize, &str), ([Counts; 4], usize, usize)> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate().filter(|&(at, _)| takes(at)) {
            let (set, pair) = &bench.sets.pairs[at];
            let (counts, pairs, accepted) = sums.entry((*set, &pair.truth.level)).or_default();
            counts.iter_mut().zip(row.counts).for_each(|(sum, more)| sum.add(more));
            *pairs += usize::from(row.accepted.is_some());
            *accepted += usize::from(row.accepted == Some(true));
        }
        let (mut sum, mut levels, mut penalty) = (0.0, 0.0_f64, 0.0);
        for (counts, unrelated, accepted) in sums.values() {
            if *unrelated > 0 {
                penalty += *accepted as f64 / *unrelated as f64;
                continue;
            }
            let [sentence, paragraph, dropped, added] = counts.map(Counts::f1);
            let is_whole = counts[2].right + counts[2].missed == 0;
            levels += 1.0;
            sum += sentence + paragraph + if is_whole { 1.0 } else { (dropped + added) / 2.0 };
        }
        (sum - penalty) / levels.max(1.0)
    }
}

fn rows(bench: &Bench<'_>, parameters: &Parameters) -> Vec<Row> {
    let outcomes = bench.run(parameters);
    let row = |outcome: &crate::sets::Outcome| Row {
        counts: MEASURES.map(|measure| outcome.score.counts(measure)),
        accepted: outcome.score.refusal.map(|_| outcome.score.relation.is_rendering()),
    };
    outcomes.iter().map(row).collect()
}
