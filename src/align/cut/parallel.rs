//! Two sentences run together in both texts: a link of one to one is cut on both sides at once,
//! where the beginnings render each other and the ends do.
//!
//! Clauses of one sentence often keep their order too, so that this alone shows little; what two
//! sentences have beside it are places where one may end and the next begins without a word that
//! joins them.

use super::boundary::boundary;
use super::{LEAST_TOKENS, Units};
use crate::align::Link;
use crate::align::item::Inventory;
use crate::align::length::LengthOdds;
use crate::align::matching::Matches;
use crate::align::parameters::Parameters;
use crate::align::worth::runs;
use crate::lang::{Lang, is_stop_word, opens_clause};
use crate::segment::{Segments, Token};
use crate::span::{Pair, Side};

/// Places of a sentence that are tried; one with more is a list.
const MOST_PLACES: usize = 60;
/// Halves of sentences that render each other end at about the same share of them.
const SHARE_APART: f64 = 0.2;
/// Items of either half that must meet, at least.
const LEAST_MET: usize = 2;
/// Finds the places where both sides of a link are cut.
pub(super) struct Parallel<'a> {
    pub(super) segments: &'a Pair<Segments>,
    pub(super) inventories: &'a Pair<Inventory>,
    pub(super) matches: &'a Matches,
    pub(super) langs: Pair<Lang>,
    pub(super) units: &'a Pair<Units>,
    pub(super) parameters: &'a Parameters,
}

/// A place where a sentence may be cut.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// The token before which it is, in the sentence.
    token: usize,
    /// The first item behind it, in the sentence.
    item: usize,
    /// Share of the sentence's length before it.
    share: f64,
    prior: f64,
}

/// An item of the source that the translation has.
#[derive(Clone, Copy, Debug)]
struct Met {
    source: usize,
    /// The first and the last item that it meets.
    translation: [usize; 2],
    weight: f64,
}

impl Parallel<'_> {
    /// The tokens before which both sentences of a link are cut.
    pub(super) fn cut(&self, link: &Link, usual: f64) -> Option<Pair<usize>> {
        let (&[source], &[translation]) = (&link.source[..], &link.translation[..]) else {
            return None;
        };
        let sentences = Pair::new(source, translation);
        let places = Pair::new(
            self.places(Side::Source, source)?,
            self.places(Side::Translation, translation)?,
        );
        if Side::BOTH.iter().any(|&side| places[side].is_empty()) {
            return None;
        }
        let met = self.met(sentences)?;
        let chars = |side: Side| -> Option<f64> {
            let unit = *self.units[side].get(&sentences[side])?;
            Some(self.inventories[side].sentences[unit].chars.max(1.0))
        };
        let chars = Pair::new(chars(Side::Source)?, chars(Side::Translation)?);
        let odds = LengthOdds::new(usual, self.parameters);
        let length = |source: f64, translation: f64| {
            let (source, translation) = (chars.source * source, chars.translation * translation);
            odds.of((translation.max(1.0) / source.max(1.0)).ln())
        };
        let whole = length(1.0, 1.0);
        let mut best: Option<(f64, Pair<usize>)> = None;
        for s in &places.source {
            for t in places.translation.iter().filter(|t| (t.share - s.share).abs() < SHARE_APART) {
                let (mut halves, mut across) = ([0usize; 2], 0.0);
                let mut same = 0.0;
                for met in &met {
                    let first = met.source < s.item;
                    if met.translation.map(|at| at < t.item).contains(&first) {
                        same += met.weight;
                        halves[usize::from(!first)] += 1;
                    } else {
                        across += met.weight;
                    }
                }
                if halves.iter().any(|&met| met < LEAST_MET) {
                    continue;
                }
                let lengths = length(s.share, t.share) + length(1.0 - s.share, 1.0 - t.share);
                let figures = &self.parameters.cut;
                let odds = figures.same * same - figures.across * across
                    + (lengths - whole).min(0.0)
                    + s.prior
                    + t.prior
                    + figures.parallel;
                if odds > 0.0 && best.is_none_or(|(most, _)| odds > most) {
                    best = Some((odds, Pair::new(s.token, t.token)));
                }
            }
        }
        let first = |side: Side| self.segments[side].sentences[sentences[side]].tokens.start;
        best.map(|(_, at)| {
            Pair::new(first(Side::Source) + at.source, first(Side::Translation) + at.translation)
        })
    }

    /// The items of the source's sentence that the translation's has.
    fn met(&self, sentences: Pair<usize>) -> Option<Vec<Met>> {
        let items = |side: Side| {
            let inventory = &self.inventories[side];
            let unit = *self.units[side].get(&sentences[side])?;
            Some(&inventory.items[inventory.sentences[unit].items.clone()])
        };
        let theirs = runs(items(Side::Translation)?);
        let own = items(Side::Source)?.iter().enumerate();
        let met = own.filter_map(|(source, item)| {
            let weight = self.inventories.source.types[item.kind as usize].class.weight();
            let matched = self.matches.of(Side::Source, item.kind).iter();
            let (first, last) = matched
                .filter_map(|m| {
                    let run = theirs.binary_search_by_key(&m.other, |run| run.0).ok()?;
                    Some((theirs[run].1, theirs[run].2))
                })
                .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
            (weight > 0.0).then_some(Met { source, translation: [first, last], weight })
        });
        Some(met.collect())
    }

    /// Where a sentence of a side may be cut.
    fn places(&self, side: Side, sentence: usize) -> Option<Vec<Place>> {
        let unit = *self.units[side].get(&sentence)?;
        let inventory = &self.inventories[side];
        let items = &inventory.items[inventory.sentences[unit].items.clone()];
        let sentence = &self.segments[side].sentences[sentence];
        let tokens = &self.segments[side].tokens[sentence.tokens.clone()];
        let length = (sentence.span.end - sentence.span.start).max(1) as f64;
        let last = tokens.len().saturating_sub(LEAST_TOKENS - 1);
        let places: Vec<Place> = (LEAST_TOKENS..last)
            .filter_map(|at| {
                let prior = boundary(tokens, at, self.langs[side], &self.parameters.cut)?;
                if self.is_joined(side, tokens, at) {
                    return None;
                }
                let start = tokens[at].span.start;
                Some(Place {
                    token: at,
                    item: items.partition_point(|item| item.span.start < start),
                    share: (start - sentence.span.start) as f64 / length,
                    prior,
                })
            })
            .collect();
        Some(if places.len() > MOST_PLACES { Vec::new() } else { places })
    }

    /// Whether a word joins what stands before a token with what follows, or both are of one phrase.
    fn is_joined(&self, side: Side, tokens: &[Token], at: usize) -> bool {
        let lang = self.langs[side];
        let (before, here) = (&tokens[at - 1].key, &tokens[at].key);
        // A definite noun and its adjective.
        let article = lang.module().map_or("", |module| module.names().article);
        let is_definite = |word: &str| !article.is_empty() && word.starts_with(article);
        opens_clause(lang, here)
            || is_stop_word(lang, before)
            || is_stop_word(lang, here)
            || (is_definite(before) && is_definite(here))
    }
}
