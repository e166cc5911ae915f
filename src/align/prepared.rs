//! One pair, aligned many times with different parameters: what a fit needs.

use std::collections::BTreeMap;

use super::item::Inventory;
use super::matching::Matches;
use super::verdict::Verdict;
use super::{Alignment, Fit, Parameters, compared, conclude, cuts, fit, learned, renders};
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
        let whole = Stage::new(documents, segments, &mentions, &words);
        Self { documents, mentions, words, whole, cut: BTreeMap::new() }
    }

    /// Aligns as [`compare`](crate::compare) does, with these parameters; the segments are those
    /// that the alignment speaks of.
    pub fn align(&mut self, parameters: &Parameters) -> (&Pair<Segments>, Alignment, Verdict) {
        let (first, again) =
            (&self.whole, fit(&self.whole.inventories, &self.whole.matches, parameters));
        if !renders(&first.inventories, &first.matches, &again, parameters) {
            let (alignment, verdict) = first.conclude(&first.matches, again, parameters);
            return (&first.segments, alignment, verdict);
        }
        let (stage, found) = match cuts(&first.segments, &first.inventories, &first.matches, &again)
        {
            None => (first, again),
            Some(cuts) => {
                let key = [cuts.source.clone(), cuts.translation.clone()];
                let stage = self.cut.entry(key).or_insert_with(|| {
                    let mut segments = first.segments.clone();
                    for side in Side::BOTH {
                        segments[side].cut_before(&cuts[side]);
                    }
                    Stage::new(self.documents, segments, &self.mentions, &self.words)
                });
                let found = fit(&stage.inventories, &stage.matches, parameters);
                (&*stage, found)
            }
        };
        let (alignment, verdict) = match learned(&stage.inventories, &stage.matches, &found) {
            None => stage.conclude(&stage.matches, found, parameters),
            Some(matches) => {
                let found = fit(&stage.inventories, &matches, parameters);
                stage.conclude(&matches, found, parameters)
            }
        };
        (&stage.segments, alignment, verdict)
    }
}

impl Stage {
    fn new(
        documents: Pair<&Document>,
        segments: Pair<Segments>,
        mentions: &Pair<Vec<Mention>>,
        words: &UserWords,
    ) -> Self {
        let (inventories, matches) = compared(documents, &segments, mentions, words);
        Self { segments, inventories, matches }
    }

    fn conclude(
        &self,
        matches: &Matches,
        fit: Fit,
        parameters: &Parameters,
    ) -> (Alignment, Verdict) {
        conclude(&self.segments, &self.inventories, matches, fit, parameters)
    }
}
