//! Clauses without a counterpart: a linked sentence whose beginning or end the other text does not
//! have.
//!
//! A translator drops or adds half a sentence, and pages glue a line without a full stop to the
//! next. Cut off, the rest can be linked with another sentence, or seen as dropped or added.

use crate::align::Link;
use crate::align::item::Inventory;
use crate::align::length::LengthOdds;
use crate::align::parameters::Parameters;
use crate::align::worth::Worths;
use crate::segment::Segments;
use crate::span::{Pair, Side};

use super::boundary::boundary;
use super::{LEAST_TOKENS, Units};

/// Finds the cuts of linked sentences.
pub(super) struct Surplus<'a> {
    pub(super) segments: &'a Pair<Segments>,
    pub(super) inventories: &'a Pair<Inventory>,
    pub(super) units: &'a Pair<Units>,
    pub(super) parameters: &'a Parameters,
}

impl Surplus<'_> {
    /// The token before which the sentence of one side is cut, where that makes the link likelier
    /// by more than such cuts are rare.
    pub(super) fn cut(&self, side: Side, link: &Link, worths: &mut Worths<'_>) -> Option<usize> {
        let (&[here], &[there]) = (link.units(side), link.units(side.other())) else { return None };
        let (own, other) = (*self.units[side].get(&here)?, *self.units[side.other()].get(&there)?);
        let inventory = &self.inventories[side];
        let sentence = &self.segments[side].sentences[here];
        let tokens = &self.segments[side].tokens[sentence.tokens.clone()];
        let unit = &inventory.sentences[own];
        let items = &inventory.items[unit.items.clone()];
        let partner = &self.inventories[side.other()].sentences[other];
        let odds = LengthOdds::new(worths.usual_ratio(side), self.parameters);
        let length = |chars: f64| odds.of((chars / partner.chars.max(1.0)).ln());
        let whole = length(unit.chars);
        let span = (sentence.span.end - sentence.span.start).max(1) as f64;
        let wanted = worths.wanted(side, other, items);
        let partners = worths.partners(side, own, other, items);
        let mut best: Option<(f64, usize)> = None;
        for at in LEAST_TOKENS..tokens.len().saturating_sub(LEAST_TOKENS - 1) {
            let Some(prior) = boundary(tokens, at, worths.lang(side), &self.parameters.cut) else {
                continue;
            };
            let place = tokens[at].span.start;
            let split = items.partition_point(|item| item.span.start < place);
            let share = (place - sentence.span.start) as f64 / span;
            // Without the lost part its items need no counterpart, and what only they rendered has
            // none any more.
            let behind = wanted.behind(split) + partners.behind(split);
            let before = wanted.before(split) + partners.before(split);
            for (lost, kept_share) in [(behind, share), (before, 1.0 - share)] {
                let odds = length(unit.chars * kept_share) - whole - 0.5 * lost;
                let odds = odds * self.parameters.temperature + prior;
                if odds > 0.0 && best.is_none_or(|(most, _)| odds > most) {
                    best = Some((odds, sentence.tokens.start + at));
                }
            }
        }
        best.map(|(_, at)| at)
    }
}
