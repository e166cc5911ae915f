//! One pair, aligned many times with different parameters: what a fit needs.

use std::collections::BTreeMap;

use super::item::Inventory;
use super::matching::Matches;
use super::verdict::Verdict;
use super::{Alignment, Parameters, compared, conclude, cuts, fit};
use crate::concept::{self, Mention, UserWords};
use crate::document::Document;
use crate::segment::{SegmentOptions, Segments, segment};
use crate::span::{Pair, Side};

/// Two texts with everything that does not depend on the [`Parameters`], so that aligning them anew
/// takes a fraction of a comparison. It keeps every way in which their sentences were cut.
#[derive(Debug)]
pub struct Prepared<'a> {
    documents: Pair<&'a Document>,
    mentions: Pair<Vec<Mention>>,
    words: UserWords,
    whole: Stage,
    cut: BTreeMap<[Vec<usize>; 2], Stage>,
}

#[derive(Debug)]
struct Stage {
    segments: Pair<Segments>,
    inventories: Pair<Inventory>,
    matches: Matches,
}

impl<'a> Prepared<'a> {
    /// Cuts and annotates both texts.
    pub fn new(documents: Pair<&'a Document>) -> Self {
        let words = UserWords::default();
        let segments = documents.map(|document| segment(document, &SegmentOptions::new()));
        let mentions = Pair::new(
            concept::mentions(documents.source, &segments.source, &words),
            concept::mentions(documents.translation, &segments.translation, &words),
        );
        let (inventories, matches) = compared(documents, &segments, &mentions, &words);
        let whole = Stage { segments, inventories, matches };
        Self { documents, mentions, words, whole, cut: BTreeMap::new() }
    }

    /// Aligns as [`compare`](crate::compare) does, with these parameters; the segments are those
    /// that the alignment speaks of.
    pub fn align(&mut self, parameters: &Parameters) -> (&Pair<Segments>, Alignment, Verdict) {
        let Stage { segments, inventories, matches } = &self.whole;
        let first = fit(inventories, matches, parameters);
        let Some(cuts) = cuts(segments, inventories, matches, &first, parameters) else {
            let (alignment, verdict) = conclude(segments, inventories, matches, first, parameters);
            return (segments, alignment, verdict);
        };
        let key = [cuts.source.clone(), cuts.translation.clone()];
        let Stage { segments, inventories, matches } = self.cut.entry(key).or_insert_with(|| {
            let mut segments = segments.clone();
            for side in Side::BOTH {
                segments[side].cut_before(&cuts[side]);
            }
            let (inventories, matches) =
                compared(self.documents, &segments, &self.mentions, &self.words);
            Stage { segments, inventories, matches }
        });
        let again = fit(inventories, matches, parameters);
        let (alignment, verdict) = conclude(segments, inventories, matches, again, parameters);
        (segments, alignment, verdict)
    }
}
