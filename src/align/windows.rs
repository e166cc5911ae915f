//! Long texts are cut into windows at sentences that belong together beyond doubt, so that time and
//! memory grow with the length and not with its square.
//!
//! What moved from one window to another is looked for afterwards: see [`far`](super::far).

use rustc_hash::FxHashMap;

use super::evidence::{Postings, Window};
use super::item::Inventory;
use super::matching::Matches;
use crate::span::{Pair, Side};

/// Texts of at most this many sentences are one window.
const LARGEST: usize = 400;
/// A window of a longer text has about this many sentences: from the least on it is cut where its
/// neighbours vouch best for the cut.
const LEAST: usize = 32;
const USUAL: usize = 96;
/// Anchors vouch for each other within this many sentences.
const NEAR: usize = 16;
/// A cut inside a paragraph is as doubtful as anchors that lie this many sentences apart on one side
/// only.
const INSIDE: usize = 3;
/// A type in more sentences than this is too common for an anchor.
const RARE: usize = 4;
/// Shared rare types, each counted by its rarity, that make an anchor.
const ANCHOR: f64 = 1.0;

/// The windows of two inventories, in order; together they cover all content sentences.
pub(super) fn windows(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    postings: &Pair<Postings>,
) -> Vec<Window> {
    let ends = inventories.as_ref().map(|i| i.sentences.len());
    if ends.source.max(ends.translation) <= LARGEST {
        return vec![ends.map(|end| 0..end)];
    }
    let spine = rising(&anchors(inventories, matches, postings, &|_, _| true));
    cut(inventories, &spine, &ends.map(|end| 0..end))
}

/// Cuts a stretch of both texts into windows, given anchors in it that rise on both sides.
pub(super) fn cut(
    inventories: &Pair<Inventory>,
    spine: &[Pair<usize>],
    whole: &Window,
) -> Vec<Window> {
    let ends = whole.as_ref().map(|range| range.end);
    let mut windows = Vec::new();
    let mut from = whole.as_ref().map(|range| range.start);
    let (mut at, mut best, mut last) = (0, None::<(usize, usize)>, None::<usize>);
    while at <= spine.len() {
        let anchor = spine.get(at).copied().unwrap_or(ends);
        let reach = longest(from, anchor);
        // A window ends at the anchor that is least in doubt, else at the last that it can hold.
        let end = match (best, last) {
            (Some((_, end)), _) if reach > USUAL => Some(end),
            (None, Some(end)) if reach > LARGEST => Some(end),
            _ => None,
        };
        if let Some(end) = end {
            windows.push(between(from, spine[end]));
            from = spine[end];
            (at, best, last) = (end + 1, None, None);
            continue;
        }
        // A stretch without an anchor is cut in proportion.
        while longest(from, anchor) > LARGEST {
            let pieces = longest(from, anchor).div_ceil(LARGEST);
            let part = |side: Side| from[side] + (anchor[side] - from[side]) / pieces;
            let to = Pair::new(part(Side::Source), part(Side::Translation));
            windows.push(between(from, to));
            from = to;
        }
        if at < spine.len() {
            if anchor != from {
                last = Some(at);
            }
            if longest(from, anchor) >= LEAST
                && let Some(doubt) = doubt(inventories, spine, at)
                && best.is_none_or(|(least, _)| doubt < least)
            {
                best = Some((doubt, at));
            }
        }
        at += 1;
    }
    windows.push(between(from, ends));
    windows
}

fn between(from: Pair<usize>, to: Pair<usize>) -> Window {
    Pair::new(from.source..to.source, from.translation..to.translation)
}

/// Sentences between two places, on the side that has more.
fn longest(from: Pair<usize>, to: Pair<usize>) -> usize {
    (to.source - from.source).max(to.translation - from.translation)
}

/// How doubtful a cut at an anchor of the spine is; none where its neighbours do not vouch for it.
fn doubt(inventories: &Pair<Inventory>, spine: &[Pair<usize>], at: usize) -> Option<usize> {
    let here = spine[at];
    let (before, behind) = (*spine.get(at.checked_sub(1)?)?, *spine.get(at + 1)?);
    if longest(before, here) > NEAR || longest(here, behind) > NEAR {
        return None;
    }
    let uneven = |from: Pair<usize>, to: Pair<usize>| {
        (to.source - from.source).abs_diff(to.translation - from.translation)
    };
    let opens = |&side: &Side| inventories[side].sentences[here[side]].opens_paragraph;
    let inside = Side::BOTH.iter().filter(|side| !opens(side)).count();
    Some(uneven(before, here) + uneven(here, behind) + INSIDE * inside)
}

/// Sentence pairs that share rare types and are each other's best, among those that are `open`.
pub(super) fn anchors(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    postings: &Pair<Postings>,
    open: &dyn Fn(Side, usize) -> bool,
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
            let open = |side| move |sentence: &&usize| open(side, **sentence);
            for &source in here.iter().filter(open(Side::Source)) {
                for &translation in there.iter().filter(open(Side::Translation)) {
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
pub(super) fn rising(anchors: &[Pair<usize>]) -> Vec<Pair<usize>> {
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
