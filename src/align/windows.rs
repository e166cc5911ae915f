//! Long texts are cut into windows at sentences that belong together beyond doubt, so that time and
//! memory grow with the length and not with its square.
//!
//! A passage that moved from one window to another is not found: a limit of texts of more than
//! [`LARGEST`] sentences.

use rustc_hash::FxHashMap;

use super::evidence::{Postings, Window};
use super::item::Inventory;
use super::matching::Matches;
use crate::span::{Pair, Side};

/// Texts of at most this many sentences are one window.
const LARGEST: usize = 400;
/// A type in more sentences than this is too common for an anchor.
const RARE: usize = 4;
/// Shared rare types, each counted by its rarity, that make an anchor.
const ANCHOR: f64 = 1.0;

/// The windows of two inventories, in order; together they cover all content sentences.
pub(crate) fn windows(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    postings: &Pair<Postings>,
) -> Vec<Window> {
    let ends = inventories.as_ref().map(|i| i.sentences.len());
    let spine = if ends.source.max(ends.translation) <= LARGEST {
        Vec::new()
    } else {
        rising(&anchors(inventories, matches, postings))
    };
    let mut windows = Vec::new();
    let mut from = Pair::new(0, 0);
    let mut last_anchor = from;
    for anchor in spine.into_iter().chain([ends]) {
        let reaches =
            |to: Pair<usize>| Side::BOTH.iter().any(|&side| to[side] - from[side] > LARGEST);
        // The window ends at the last anchor that it can hold.
        if reaches(anchor) && last_anchor != from {
            windows.push(Pair::new(
                from.source..last_anchor.source,
                from.translation..last_anchor.translation,
            ));
            from = last_anchor;
        }
        // A stretch without an anchor is cut in proportion.
        while reaches_from(from, anchor) {
            let left =
                Pair::new(anchor.source - from.source, anchor.translation - from.translation);
            let pieces = left.source.max(left.translation).div_ceil(LARGEST);
            let to = Pair::new(
                from.source + left.source / pieces,
                from.translation + left.translation / pieces,
            );
            windows.push(Pair::new(from.source..to.source, from.translation..to.translation));
            from = to;
        }
        last_anchor = anchor;
    }
    windows.push(Pair::new(from.source..ends.source, from.translation..ends.translation));
    windows
}

fn reaches_from(from: Pair<usize>, to: Pair<usize>) -> bool {
    Side::BOTH.iter().any(|&side| to[side] - from[side] > LARGEST)
}

/// Sentence pairs that share rare types and are each other's best.
fn anchors(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    postings: &Pair<Postings>,
) -> Vec<Pair<usize>> {
    let all = inventories.as_ref().map(|i| 0..i.sentences.len());
    let mut votes: FxHashMap<(usize, usize), f64> = FxHashMap::default();
    for kind in 0..inventories.source.types.len() as u32 {
        let here = postings.source.within(kind, &all.source);
        for matched in matches.of(Side::Source, kind) {
            let there = postings.translation.within(matched.other, &all.translation);
            if here.len().max(there.len()) > RARE {
                continue;
            }
            let weight = f64::from(matched.quality) / (here.len() * there.len()).max(1) as f64;
            for &source in here {
                for &translation in there {
                    *votes.entry((source, translation)).or_default() += weight;
                }
            }
        }
    }
    let mut best: Pair<FxHashMap<usize, (f64, usize)>> = Pair::default();
    for (&(source, translation), &vote) in &votes {
        for (side, own, other) in
            [(Side::Source, source, translation), (Side::Translation, translation, source)]
        {
            let entry = best[side].entry(own).or_insert((vote, other));
            if vote > entry.0 || (vote == entry.0 && other < entry.1) {
                *entry = (vote, other);
            }
        }
    }
    let mut anchors: Vec<Pair<usize>> = best
        .source
        .iter()
        .filter(|&(source, (vote, translation))| {
            *vote >= ANCHOR && best.translation.get(translation).is_some_and(|b| b.1 == *source)
        })
        .map(|(&source, &(_, translation))| Pair::new(source, translation))
        .collect();
    anchors.sort_by_key(|anchor| (anchor.source, anchor.translation));
    anchors
}

/// The longest run of anchors that rise on both sides (patience sorting, Fredman 1975).
fn rising(anchors: &[Pair<usize>]) -> Vec<Pair<usize>> {
    let mut tails: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = vec![None; anchors.len()];
    for (at, anchor) in anchors.iter().enumerate() {
        let place = tails.partition_point(|&t| anchors[t].translation < anchor.translation);
        previous[at] = place.checked_sub(1).map(|before| tails[before]);
        match tails.get_mut(place) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut run = Vec::new();
    let mut at = tails.last().copied();
    while let Some(anchor) = at {
        run.push(anchors[anchor]);
        at = previous[anchor];
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spine_rises_on_both_sides() {
        let anchors: Vec<Pair<usize>> = [(0, 5), (1, 1), (2, 2), (3, 0), (4, 9)]
            .iter()
            .map(|&(s, t)| Pair::new(s, t))
            .collect();
        let spine: Vec<usize> = rising(&anchors).iter().map(|a| a.translation).collect();
        assert_eq!(spine, [1, 2, 9]);
    }
}
