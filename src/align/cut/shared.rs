//! Sentences that run two together: a unit that renders two of the other text, the first with its
//! first words and the second with its last, is cut where one ends and the other begins.

use super::boundary::boundary;
use super::{LEAST_TOKENS, Units};
use crate::align::item::{Inventory, Item};
use crate::align::matching::Matches;
use crate::align::parameters::Cuts;
use crate::lang::Lang;
use crate::segment::Segments;
use crate::span::{Pair, Side};

/// Finds the cuts of sentences that two of the other text share.
pub(super) struct Shared<'a> {
    pub(super) segments: &'a Pair<Segments>,
    pub(super) inventories: &'a Pair<Inventory>,
    pub(super) matches: &'a Matches,
    pub(super) langs: Pair<Lang>,
    pub(super) cuts: &'a Cuts,
    pub(super) units: &'a Pair<Units>,
}

impl Shared<'_> {
    /// The token before which a sentence of `side` is cut so that each half renders one of two
    /// sentences of the other side.
    pub(super) fn cut(&self, side: Side, one: usize, other: [usize; 2]) -> Option<usize> {
        let unit = *self.units[side].get(&one)?;
        let inventory = &self.inventories[side];
        let items = &inventory.items[inventory.sentences[unit].items.clone()];
        let sentence = &self.segments[side].sentences[one];
        let tokens = &self.segments[side].tokens[sentence.tokens.clone()];
        // How much more each item speaks for the first of the two.
        let leans: Vec<f64> = items
            .iter()
            .map(|item| self.weight(side, item, other[0]) - self.weight(side, item, other[1]))
            .collect();
        let all: f64 = leans.iter().sum();
        let mut best: Option<(f64, usize)> = None;
        let (mut left, mut item) = (0.0, 0);
        for at in 0..tokens.len() {
            while items.get(item).is_some_and(|i| i.span.start < tokens[at].span.start) {
                left += leans[item];
                item += 1;
            }
            if at < LEAST_TOKENS || at + LEAST_TOKENS > tokens.len() {
                continue;
            }
            let Some(boundary) = boundary(tokens, at, self.langs[side], self.cuts) else {
                continue;
            };
            // The halves may stand in either order.
            let odds = (2.0 * left - all).abs() + boundary + self.cuts.shared;
            if odds > 0.0 && best.is_none_or(|(most, _)| odds > most) {
                best = Some((odds, sentence.tokens.start + at));
            }
        }
        best.map(|(_, at)| at)
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
}
