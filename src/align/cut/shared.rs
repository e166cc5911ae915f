//! Sentences that run two together: a unit that renders two of the other text, the first with its
//! first words and the second with its last, is cut where one ends and the other begins.

use super::{LEAST_TOKENS, Units};
use crate::align::item::{Inventory, Item};
use crate::align::matching::Matches;
use crate::segment::{Segments, Token, TokenKind};
use crate::span::{Pair, Side};

/// What speaks for either half must weigh at least this much (a name weighs 3, a word 1.5).
const LEAST_WEIGHT: f64 = 2.0;
/// Share of all that speaks for either half that must stand on its own side of the cut.
const CLEAN: f64 = 0.75;

/// Finds the cuts of sentences that two of the other text share.
pub(super) struct Shared<'a> {
    pub(super) segments: &'a Pair<Segments>,
    pub(super) inventories: &'a Pair<Inventory>,
    pub(super) matches: &'a Matches,
    pub(super) units: &'a Pair<Units>,
}

impl Shared<'_> {
    /// The token before which a sentence of `side` is cut so that each half renders one of two
    /// sentences of the other side.
    pub(super) fn cut(&self, side: Side, one: usize, other: [usize; 2]) -> Option<usize> {
        let unit = *self.units[side].get(&one)?;
        let inventory = &self.inventories[side];
        let items = &inventory.items[inventory.sentences[unit].items.clone()];
        let weights: Vec<[f64; 2]> = items
            .iter()
            .map(|item| other.map(|sentence| self.weight(side, item, sentence)))
            .collect();
        let (at, straight) = best_cut(&weights)?;
        let sides = if straight { [0, 1] } else { [1, 0] };
        let sum = |range: &[[f64; 2]], which: usize| range.iter().map(|w| w[which]).sum::<f64>();
        let (left, right) = (sum(&weights[..at], sides[0]), sum(&weights[at..], sides[1]));
        let crossed = sum(&weights[..at], sides[1]) + sum(&weights[at..], sides[0]);
        if left.min(right) < LEAST_WEIGHT || left + right < CLEAN * (left + right + crossed) {
            return None;
        }
        // Between the last item that speaks for the left half and the first that speaks for the right.
        let last = weights[..at].iter().rposition(|w| w[sides[0]] > w[sides[1]])?;
        let first = at + weights[at..].iter().position(|w| w[sides[1]] > w[sides[0]])?;
        self.place(side, one, items[last].span.end, items[first].span.start)
    }

    /// How much an item speaks for a sentence of the other side.
    fn weight(&self, side: Side, item: &Item, sentence: usize) -> f64 {
        let Some(&unit) = self.units[side.other()].get(&sentence) else { return 0.0 };
        let other = &self.inventories[side.other()];
        let theirs = &other.items[other.sentences[unit].items.clone()];
        let class = self.inventories[side].types[item.kind as usize].class;
        self.matches
            .of(side, item.kind)
            .iter()
            .find(|matched| theirs.iter().any(|item| item.kind == matched.other))
            .map_or(0.0, |matched| f64::from(matched.quality) * class.weight())
    }

    /// The token of a sentence, between two positions, at which the second half begins: behind the
    /// last mark, else the last one possible.
    fn place(&self, side: Side, sentence: usize, from: usize, to: usize) -> Option<usize> {
        let segments = &self.segments[side];
        let range = segments.sentences[sentence].tokens.clone();
        let tokens: &[Token] = &segments.tokens;
        let possible =
            range.clone().filter(|&t| tokens[t].span.start >= from && tokens[t].span.start <= to);
        let (mut behind_mark, mut any) = (None, None);
        for token in possible {
            any = Some(token);
            let before = token.checked_sub(1).filter(|&before| range.contains(&before));
            if tokens[token].kind != TokenKind::Mark
                && before.is_some_and(|before| tokens[before].kind == TokenKind::Mark)
            {
                behind_mark = Some(token);
            }
        }
        let token = behind_mark.or(any)?;
        let halves = (token - range.start, range.end - token);
        (halves.0.min(halves.1) >= LEAST_TOKENS).then_some(token)
    }
}

/// The item before which the evidence falls apart best, and whether the halves stand in the order of
/// the other text.
fn best_cut(weights: &[[f64; 2]]) -> Option<(usize, bool)> {
    let mut best: Option<(f64, usize, bool)> = None;
    for (straight, [first, second]) in [(true, [0, 1]), (false, [1, 0])] {
        let mut score: f64 = weights.iter().map(|w| w[second] - w[first]).sum();
        for at in 1..weights.len() {
            score += 2.0 * (weights[at - 1][first] - weights[at - 1][second]);
            if best.is_none_or(|(most, ..)| score > most) {
                best = Some((score, at, straight));
            }
        }
    }
    best.map(|(_, at, straight)| (at, straight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cut_falls_where_the_evidence_changes_sides() {
        let (a, b) = ([1.5, 0.0], [0.0, 3.0]);
        assert_eq!(best_cut(&[a, a, b, b]), Some((2, true)));
        assert_eq!(best_cut(&[b, b, b, a]), Some((3, false)));
        assert_eq!(best_cut(&[a]), None);
    }
}
