//! One pair, aligned many times with different parameters: what a fit needs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fit::{Fit, Pieces};
use super::habit;
use super::item::Inventory;
use super::matching::Matches;
use super::part::{Part, Parts};
use super::verdict::Verdict;
use super::{
    Alignment, CUTTING_ROUNDS, Constraints, Parameters, compared, conclude, cuts, renders,
};
use crate::concept::{self, Mention, UserWords};
use crate::document::Document;
use crate::progress::unwatched;
use crate::segment::{SegmentOptions, Segments, segment};
use crate::span::{Pair, Side};

/// Two texts with everything that does not depend on the [`Parameters`], so that aligning them anew
/// takes a fraction of a comparison. It keeps every way in which their sentences were cut.
#[derive(Debug)]
pub struct Prepared<'a> {
    documents: Pair<&'a Document>,
    mentions: Pair<Vec<Mention>>,
    words: UserWords,
    parts: Parts,
    whole: Arc<Stage>,
    /// By the cuts of every round.
    cut: BTreeMap<Vec<Cuts>, Arc<Stage>>,
}

/// Tokens before which the sentences of both sides are cut.
type Cuts = [Vec<usize>; 2];

#[derive(Debug)]
struct Stage {
    segments: Pair<Segments>,
    inventories: Pair<Inventory>,
    matches: Matches,
}

impl<'a> Prepared<'a> {
    /// Cuts and annotates both texts.
    pub fn new(documents: Pair<&'a Document>) -> Self {
        Self::with_parts(documents, Parts::default())
    }

    /// The same without a part of the evidence: what that part gives is the difference.
    pub fn without(documents: Pair<&'a Document>, part: Part) -> Self {
        Self::with_parts(documents, Parts { without: Some(part) })
    }

    fn with_parts(documents: Pair<&'a Document>, parts: Parts) -> Self {
        let words = UserWords::default();
        let segments = documents.map(|document| segment(document, &SegmentOptions::new()));
        let mentions = |side: Side| {
            let (document, segments) = (documents[side], &segments[side]);
            if parts.has(Part::Gazetteer) {
                concept::mentions(document, segments, &words)
            } else {
                concept::mentions_beside(document, segments, &words, Vec::new())
            }
        };
        let mut mentions = Pair::new(mentions(Side::Source), mentions(Side::Translation));
        if parts.has(Part::Sound) {
            concept::link::link(documents, &segments, &mut mentions);
        }
        let whole = Arc::new(Stage::new(documents, segments, &mentions, &words, parts));
        Self { documents, mentions, words, parts, whole, cut: BTreeMap::new() }
    }

    /// Aligns as [`compare`](crate::compare) does, with these parameters; the segments are those
    /// that the alignment speaks of.
    pub fn align(&mut self, parameters: &Parameters) -> (Pair<Segments>, Alignment, Verdict) {
        let langs = self.documents.map(|document| document.lang);
        let free = Constraints::default();
        let mut stage = Arc::clone(&self.whole);
        let mut pieces =
            unwatched(|w| Pieces::new(&stage.inventories, &stage.matches, parameters, w));
        let mut found = pieces.fit(&stage.inventories, &free);
        let renders = renders(&stage.inventories, &stage.matches, &found, parameters);
        let mut made = Vec::new();
        let rounds = if renders && self.parts.has(Part::Cutting) { CUTTING_ROUNDS } else { 0 };
        for _ in 0..rounds {
            let Stage { segments, inventories, matches } = &*stage;
            let now = (&pieces, &found);
            let Some(cuts) = cuts(segments, langs, inventories, matches, now, parameters) else {
                break;
            };
            let places = pieces.places(segments, inventories);
            made.push([cuts.source.clone(), cuts.translation.clone()]);
            let next = self.cut.entry(made.clone()).or_insert_with(|| {
                let mut segments = segments.clone();
                for side in Side::BOTH {
                    segments[side].cut_before(&self.documents[side].text, &cuts[side]);
                }
                let (mentions, words) = (&self.mentions, &self.words);
                Arc::new(Stage::new(self.documents, segments, mentions, words, self.parts))
            });
            let next = Arc::clone(next);
            stage = next;
            let Stage { segments, inventories, matches } = &*stage;
            pieces.follow(&places, &cuts, segments, inventories);
            unwatched(|watch| pieces.align(inventories, matches, &free, parameters, watch));
            found = pieces.fit(inventories, &free);
        }
        let Stage { inventories, matches, .. } = &*stage;
        let learns = |found: &Fit| habit::habits(inventories, matches, &found.links);
        let learned = renders && self.parts.has(Part::Habits);
        let habits = if learned { learns(&found) } else { Vec::new() };
        let taught = (!habits.is_empty()).then(|| {
            let mut matches = matches.clone();
            matches.add(&habits);
            matches
        });
        if let Some(matches) = &taught {
            pieces.doubt(inventories, &habits);
            unwatched(|watch| pieces.align(inventories, matches, &free, parameters, watch));
            found = pieces.fit(inventories, &free);
        }
        let matches = taught.as_ref().unwrap_or(matches);
        let (alignment, verdict) =
            conclude(&stage.segments, &stage.inventories, matches, &free, found, parameters);
        (stage.segments.clone(), alignment, verdict)
    }
}

impl Stage {
    fn new(
        documents: Pair<&Document>,
        segments: Pair<Segments>,
        mentions: &Pair<Vec<Mention>>,
        words: &UserWords,
        parts: Parts,
    ) -> Self {
        let (inventories, matches) = compared(documents, &segments, mentions, words, parts);
        Self { segments, inventories, matches }
    }
}
