//! Probabilities that hold: what the model says, corrected by how often it was right.
//!
//! Nothing is decided here. Links are made and refused by the model's own probabilities, and within
//! a pair the order of the probabilities stays.

use super::parameters::{Calibrations, Curve};
use super::{Alignment, LinkKind};
use crate::span::{Pair, Side};

/// Log-odds of a probability are kept within this: no text is surer.
const ODDS_LIMIT: f64 = 9.0;

impl Curve {
    /// The probability that holds for one of the model, in a pair of which a share is not linked.
    fn apply(&self, probability: f64, unlinked: f64) -> f64 {
        let odds = odds(probability);
        let corrected = self.slope * odds + self.offset + self.unlinked * unlinked;
        1.0 / (1.0 + (-corrected).exp())
    }
}

/// Log-odds of a probability, within bounds.
fn odds(probability: f64) -> f64 {
    (probability / (1.0 - probability)).ln().clamp(-ODDS_LIMIT, ODDS_LIMIT)
}

/// Corrects the probabilities of translation links and of nulls. A sentence is never linked and
/// without a counterpart with more than 1 together.
pub(super) fn calibrate(alignment: &mut Alignment, coverage: Pair<f64>, curves: &Calibrations) {
    let unlinked = 1.0 - (coverage.source + coverage.translation) / 2.0;
    let curve = |links: &mut Vec<super::Link>, curve: &Curve| {
        for link in links.iter_mut().filter(|link| link.kind == LinkKind::Translation) {
            link.probability = curve.apply(link.probability, unlinked);
        }
    };
    curve(&mut alignment.sentences, &curves.sentence);
    curve(&mut alignment.paragraphs, &curves.paragraph);
    for side in Side::BOTH {
        for null in &mut alignment.nulls[side] {
            *null = curves.null.apply(*null, unlinked);
        }
        for link in &alignment.sentences {
            for &sentence in link.units(side) {
                let null = &mut alignment.nulls[side][sentence];
                *null = null.min(1.0 - link.probability);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Link, Parameters};
    use super::*;

    fn link(probability: f64) -> Link {
        Link {
            source: vec![0],
            translation: vec![0],
            kind: LinkKind::Translation,
            probability,
            belief: probability,
            moved: false,
            evidence: Vec::new(),
        }
    }

    #[test]
    fn the_order_stays_and_nothing_contradicts() {
        let curves = Parameters::default().calibration;
        for share in [0.0, 0.3, 0.9] {
            let mut last = Pair::new(0.0, 1.0);
            for step in 0..=100 {
                let probability = f64::from(step) / 100.0;
                let mut alignment = Alignment {
                    paragraphs: vec![link(probability)],
                    sentences: vec![link(probability)],
                    nulls: Pair::new(vec![1.0 - probability], vec![1.0 - probability]),
                };
                calibrate(&mut alignment, Pair::new(share, share), &curves);
                let (linked, null) =
                    (alignment.sentences[0].probability, alignment.nulls.source[0]);
                assert!((0.0..=1.0).contains(&linked) && (0.0..=1.0).contains(&null));
                assert!(linked >= last.source && null <= last.translation);
                assert!(linked + null <= 1.0 + 1e-12);
                last = Pair::new(linked, null);
            }
        }
    }
}
