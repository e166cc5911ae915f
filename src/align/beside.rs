//! Sentences that are left over beside a link of one to one, and belong to it: the second half of
//! a sentence that was split, an aside.
//!
//! The sequence model reads a sentence that adds little to its neighbour's link as one without a
//! counterpart. How often such a one belongs to the link, seen by what it adds, was counted on the
//! development sets (logistic regression); `[beside]` of the parameters holds the figures.

use super::evidence::{Matrix, Scores, Window};
use super::item::Inventory;
use super::parameters::{Beside, Parameters};
use crate::span::{Pair, Side};

/// Evidence is kept within this many natural units.
const LIMIT: f64 = 15.0;

/// A sentence that may belong to a link.
struct Candidate {
    odds: f64,
    /// Row and column of the link.
    link: (usize, usize),
    side: Side,
    sentence: usize,
}

/// Adds to `edges` (row, column) those of sentences that belong to a neighbour's link, and to
/// `linked` their probability. Returns them.
pub(super) fn join(
    inventories: &Pair<Inventory>,
    window: &Window,
    scores: &Scores,
    parameters: &Parameters,
    linked: &mut Matrix,
    edges: &mut Vec<(usize, usize)>,
) -> Vec<(usize, usize)> {
    let size = Pair::new(window.source.len(), window.translation.len());
    let mut degrees = size.map(|size| vec![0_usize; size]);
    for &(row, column) in edges.iter() {
        degrees.source[row] += 1;
        degrees.translation[column] += 1;
    }
    let mut candidates: Vec<Candidate> = Vec::new();
    for &link in edges.iter().filter(|e| degrees.source[e.0] == 1 && degrees.translation[e.1] == 1)
    {
        for side in Side::BOTH {
            let own = if side == Side::Source { link.0 } else { link.1 };
            let neighbours = [own.checked_sub(1), Some(own + 1).filter(|&next| next < size[side])];
            for sentence in neighbours.into_iter().flatten() {
                if degrees[side][sentence] == 0 {
                    let odds =
                        odds(inventories, window, scores, &parameters.beside, link, side, sentence);
                    candidates.push(Candidate { odds, link, side, sentence });
                }
            }
        }
    }
    candidates.sort_by(|a, b| b.odds.total_cmp(&a.odds).then(a.link.cmp(&b.link)));
    let (mut grown, mut joined) = (Vec::new(), Vec::new());
    for Candidate { odds, link, side, sentence } in candidates {
        if odds <= 0.0 {
            break;
        }
        if degrees[side][sentence] > 0 || grown.contains(&link) {
            continue;
        }
        degrees[side][sentence] = 1;
        grown.push(link);
        let edge = match side {
            Side::Source => (sentence, link.1),
            Side::Translation => (link.0, sentence),
        };
        let probability = 1.0 / (1.0 + (-odds).exp());
        *linked.at_mut(edge.0, edge.1) = linked.at(edge.0, edge.1).max(probability);
        joined.push(edge);
    }
    edges.extend(&joined);
    edges.sort_unstable();
    joined
}

/// Log-odds that a sentence belongs to the link of its neighbour.
fn odds(
    inventories: &Pair<Inventory>,
    window: &Window,
    scores: &Scores,
    figures: &Beside,
    link: (usize, usize),
    side: Side,
    sentence: usize,
) -> f64 {
    let (row, column) = link;
    let unit = |side: Side, at: usize| &inventories[side].sentences[window[side].start + at];
    let (together, alone, neighbour, partner) = match side {
        Side::Source => (
            scores.two_sources[0].at(row.min(sentence), column),
            scores.single.at(sentence, column),
            unit(Side::Source, row),
            unit(Side::Translation, column),
        ),
        Side::Translation => (
            scores.two_translations[0].at(row, column.min(sentence)),
            scores.single.at(row, sentence),
            unit(Side::Translation, column),
            unit(Side::Source, row),
        ),
    };
    let here = unit(side, sentence);
    let length = |chars: f64| (chars.max(1.0) / partner.chars.max(1.0)).ln().abs();
    let gain = together - scores.single.at(row, column);
    figures.base
        + figures.gain * gain.clamp(-LIMIT, LIMIT)
        + figures.alone * alone.clamp(-LIMIT, LIMIT)
        + figures.length * (length(neighbour.chars + here.chars) - length(neighbour.chars))
        + figures.size * (here.chars.max(1.0) / neighbour.chars.max(1.0)).ln()
        + if here.paragraph == neighbour.paragraph { figures.same_paragraph } else { 0.0 }
}
