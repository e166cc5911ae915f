//! Sums over many pairs, and how far they may be off.

use std::collections::BTreeMap;

use super::Evaluation;
use super::beads::Beads;
use super::calibration::{Calibration, Forecast};
use super::score::{Counts, Measure, Refusal, Score, share};

/// How often the documents are drawn anew to see how much the figures vary.
const RESAMPLES: usize = 400;

/// The order of the levels in tables; any other comes behind.
const LEVELS: [&str; 4] = ["faithful", "edited", "transedited", "unrelated"];

/// A measure over many pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// What is measured.
    pub measure: Measure,
    /// Claims against the truth.
    pub counts: Counts,
    /// Standard error of F1: the documents are drawn anew with replacement (bootstrap), all levels
    /// of a document together. None for a single document.
    pub error: Option<f64>,
}

/// Sums over some pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The level; none for all levels in which one text renders the other.
    pub level: Option<String>,
    /// How many pairs.
    pub pairs: usize,
    /// How many documents they were made from.
    pub documents: usize,
    /// Every measure. None of them means anything where [`Summary::refused`] is given.
    pub measured: Vec<Measured>,
    /// Beads over sentences.
    pub beads: Beads,
    /// How many verdicts of each relation.
    pub relations: BTreeMap<&'static str, usize>,
    /// Share of the pairs that were refused, where nothing renders anything.
    pub refused: Option<f64>,
    /// Linked paragraph pairs claimed for each 100 paragraphs of the translation, likewise.
    pub claimed_per_100: Option<f64>,
    /// Of the probabilities of sentence links.
    pub sentence_calibration: Calibration,
    /// Of the probabilities of paragraph links.
    pub paragraph_calibration: Calibration,
    /// Of the probabilities that a sentence has no counterpart.
    pub null_calibration: Calibration,
}

impl Evaluation {
    /// The levels that occur, in the order of how much was done.
    pub fn levels(&self) -> Vec<Summary> {
        let mut levels: Vec<&str> = self.scores.iter().map(|score| &*score.level).collect();
        levels.sort_by_key(|level| {
            (LEVELS.iter().position(|known| known == level).unwrap_or(LEVELS.len()), *level)
        });
        levels.dedup();
        let of_level = |level: &&str| {
            let scores = self.scores.iter().filter(|score| score.level == **level).collect();
            Summary::of(Some((*level).to_owned()), scores)
        };
        levels.iter().map(of_level).collect()
    }

    /// All pairs in which one text renders the other.
    pub fn total(&self) -> Summary {
        Summary::of(None, self.scores.iter().filter(|score| score.refusal.is_none()).collect())
    }
}

impl Summary {
    fn of(level: Option<String>, scores: Vec<&Score>) -> Self {
        let documents = by_document(&scores);
        let mut beads = Beads::default();
        let mut relations = BTreeMap::new();
        for score in &scores {
            beads.add(score.beads);
            *relations.entry(score.relation.name()).or_default() += 1;
        }
        let measured = Measure::ALL.into_iter().map(|measure| {
            let counts = |scores: &[&Score]| {
                let mut sum = Counts::default();
                scores.iter().for_each(|score| sum.add(score.counts(measure)));
                sum
            };
            let by_document: Vec<Counts> = documents.iter().map(|scores| counts(scores)).collect();
            Measured { measure, counts: counts(&scores), error: standard_error(&by_document) }
        });
        let forecasts = |of: fn(&Score) -> &[Forecast]| {
            let all: Vec<Forecast> = scores.iter().flat_map(|score| of(score)).copied().collect();
            Calibration::of(&all)
        };
        let refusals: Vec<Refusal> = scores.iter().filter_map(|score| score.refusal).collect();
        let is_any = !refusals.is_empty();
        let claimed: usize = refusals.iter().map(|refusal| refusal.claimed).sum();
        let paragraphs: usize = refusals.iter().map(|refusal| refusal.paragraphs).sum();
        let refused = refusals.iter().filter(|refusal| refusal.refused).count();
        Self {
            level,
            pairs: scores.len(),
            documents: documents.len(),
            measured: measured.collect(),
            beads,
            relations,
            refused: is_any.then(|| share(refused, refusals.len())),
            claimed_per_100: is_any.then(|| 100.0 * claimed as f64 / paragraphs.max(1) as f64),
            sentence_calibration: forecasts(|score| &score.sentence_forecasts),
            paragraph_calibration: forecasts(|score| &score.paragraph_forecasts),
            null_calibration: forecasts(|score| &score.null_forecasts),
        }
    }

    /// One measure.
    pub fn measured(&self, measure: Measure) -> Option<&Measured> {
        self.measured.iter().find(|measured| measured.measure == measure)
    }
}

fn by_document<'a>(scores: &[&'a Score]) -> Vec<Vec<&'a Score>> {
    let mut documents: BTreeMap<&str, Vec<&Score>> = BTreeMap::new();
    for score in scores {
        documents.entry(&score.document).or_default().push(score);
    }
    documents.into_values().collect()
}

/// Standard error of F1 when the documents are drawn anew (Efron 1979).
fn standard_error(documents: &[Counts]) -> Option<f64> {
    if documents.len() < 2 {
        return None;
    }
    let mut random = Random(documents.len() as u64);
    let drawn: Vec<f64> = (0..RESAMPLES)
        .map(|_| {
            let mut sum = Counts::default();
            for _ in 0..documents.len() {
                sum.add(documents[random.below(documents.len())]);
            }
            sum.f1()
        })
        .collect();
    let mean = drawn.iter().sum::<f64>() / RESAMPLES as f64;
    let squares: f64 = drawn.iter().map(|f1| (f1 - mean) * (f1 - mean)).sum();
    Some((squares / (RESAMPLES - 1) as f64).sqrt())
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same draws on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_documents_do_not_vary_and_unequal_ones_do() {
        let right = Counts { right: 10, wrong: 0, missed: 0 };
        let wrong = Counts { right: 0, wrong: 10, missed: 10 };
        assert_eq!(standard_error(&[right; 9]), Some(0.0));
        assert_eq!(standard_error(&[right]), None);
        let error = standard_error(&[right, wrong, right, wrong, right, wrong, right, wrong])
            .expect("eight documents");
        // Binomial with n = 8 and p = 1/2: sqrt(0.25 / 8) = 0.177.
        assert!((error - 0.177).abs() < 0.02, "{error}");
    }
}
