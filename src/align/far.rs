//! Passages of a long text that moved from one window to another.
//!
//! What the windows leave over on both sides is looked at once more: sentences that share rare types
//! lead from one to the other, and where several of them lie together on both sides, the passages
//! around them are aligned in windows of their own. One such sentence alone proves nothing among
//! many thousand.

use super::evidence::{Postings, Window};
use super::item::Inventory;
use super::matching::Matches;
use super::windows;
use crate::span::{Pair, Side};

/// Anchors of one passage lie within this many sentences of the next.
const NEAR: usize = 12;
/// A passage has at least so many anchors.
const LEAST_ANCHORS: usize = 2;
/// A passage goes on over so many sentences that are linked elsewhere.
const BRIDGE: usize = 2;
/// It goes on no further than this beyond its anchors.
const REACH: usize = 32;

/// Windows of passages that are `free` on both sides and seem to render each other.
pub(super) fn windows(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    postings: &Pair<Postings>,
    free: &Pair<Vec<bool>>,
) -> Vec<Window> {
    let open = |side: Side, sentence: usize| free[side][sentence];
    let anchors = windows::anchors(inventories, matches, postings, &open);
    let mut found: Vec<Window> = Vec::new();
    for passage in passages(&anchors) {
        let spine = windows::rising(&passage);
        if spine.len() < LEAST_ANCHORS {
            continue;
        }
        let range = |side: Side| {
            let places = spine.iter().map(|anchor| anchor[side]);
            let (first, last) = (places.clone().min()?, places.max()?);
            Some(widened(&free[side], first, last))
        };
        let (Some(source), Some(translation)) = (range(Side::Source), range(Side::Translation))
        else {
            continue;
        };
        found.extend(windows::cut(inventories, &spine, &Pair::new(source, translation)));
    }
    found
}

/// Anchors, which rise on the source side, in groups that lie together on both sides.
fn passages(anchors: &[Pair<usize>]) -> Vec<Vec<Pair<usize>>> {
    let mut passages: Vec<Vec<Pair<usize>>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for &anchor in anchors {
        let is_near = |last: &Pair<usize>| {
            Side::BOTH.iter().all(|&side| anchor[side].abs_diff(last[side]) <= NEAR)
        };
        open.retain(|&at| {
            passages[at].last().is_some_and(|last| anchor.source - last.source <= NEAR)
        });
        let near = open.iter().rev().find(|&&at| passages[at].last().is_some_and(is_near));
        match near {
            Some(&at) => passages[at].push(anchor),
            None => {
                open.push(passages.len());
                passages.push(vec![anchor]);
            }
        }
    }
    passages
}

/// The free sentences around a stretch, and the stretch.
fn widened(free: &[bool], first: usize, last: usize) -> std::ops::Range<usize> {
    let reach = |sentences: &mut dyn Iterator<Item = usize>| {
        let (mut reached, mut taken) = (None, 0);
        for sentence in sentences.take(REACH) {
            if free[sentence] {
                (reached, taken) = (Some(sentence), 0);
            } else {
                taken += 1;
            }
            if taken > BRIDGE {
                break;
            }
        }
        reached
    };
    let start = reach(&mut (0..first).rev()).unwrap_or(first);
    let end = reach(&mut (last + 1..free.len())).unwrap_or(last) + 1;
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_that_lie_together_are_a_passage() {
        let anchors: Vec<Pair<usize>> = [(10, 90), (12, 30), (14, 91), (15, 33), (40, 94)]
            .map(|(source, translation)| Pair::new(source, translation))
            .to_vec();
        let sources: Vec<Vec<usize>> = passages(&anchors)
            .iter()
            .map(|passage| passage.iter().map(|anchor| anchor.source).collect())
            .collect();
        assert_eq!(sources, [vec![10, 14], vec![12, 15], vec![40]]);
    }

    #[test]
    fn a_passage_reaches_as_far_as_what_is_free() {
        let free = [true, false, false, false, true, true, false, true, true, false];
        assert_eq!(widened(&free, 5, 5), 4..9);
    }
}
