//! Which paragraphs of two versions are the same: those between which most of a paragraph went.

use std::collections::BTreeMap;

use super::link;
use crate::align::Link;
use crate::segment::Segments;
use crate::span::{Pair, Side};

/// A paragraph belongs to another that has so much of its linked words.
const MOST: f64 = 0.5;

/// Links between paragraphs, from those between their sentences.
pub(super) fn links(segments: &Pair<Segments>, sentences: &[Link]) -> Vec<Link> {
    let words = |side: Side, units: &[usize]| -> BTreeMap<usize, usize> {
        let mut words = BTreeMap::new();
        for sentence in units.iter().filter_map(|&at| segments[side].sentences.get(at)) {
            *words.entry(sentence.paragraph).or_default() += sentence.tokens.len().max(1);
        }
        words
    };
    let mut shared: BTreeMap<(usize, usize), Pair<usize>> = BTreeMap::new();
    let mut moved: BTreeMap<(usize, usize), bool> = BTreeMap::new();
    for link in sentences {
        for (&old, &mine) in &words(Side::Source, &link.source) {
            for (&new, &theirs) in &words(Side::Translation, &link.translation) {
                let both = shared.entry((old, new)).or_default();
                (both.source, both.translation) = (both.source + mine, both.translation + theirs);
                *moved.entry((old, new)).or_insert(true) &= link.moved;
            }
        }
    }
    let all = |side: Side, paragraph: usize| -> usize {
        let sentences = segments[side].paragraphs[paragraph].sentences.clone();
        sentences.map(|at| segments[side].sentences[at].tokens.len().max(1)).sum()
    };
    // Old paragraphs by the first one of their group.
    let mut group: Vec<usize> = (0..segments.source.paragraphs.len()).collect();
    let mut owner: BTreeMap<usize, usize> = BTreeMap::new();
    let belongs = |(&(old, new), both): (&(usize, usize), &Pair<usize>)| {
        let share = |words: usize, of: usize| words as f64 / of.max(1) as f64;
        let strong = share(both.source, all(Side::Source, old)) >= MOST
            || share(both.translation, all(Side::Translation, new)) >= MOST;
        strong.then_some((old, new))
    };
    let pairs: Vec<(usize, usize)> = shared.iter().filter_map(belongs).collect();
    for &(old, new) in &pairs {
        let mine = group[old];
        let theirs = *owner.entry(new).or_insert(mine);
        let (from, to) = (mine.max(theirs), mine.min(theirs));
        if from == to {
            continue;
        }
        group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
        owner.values_mut().filter(|g| **g == from).for_each(|g| *g = to);
    }
    let mut groups: BTreeMap<usize, (Pair<Vec<usize>>, bool)> = BTreeMap::new();
    for (old, new) in pairs {
        let (units, all_moved) = groups.entry(group[old]).or_insert((Pair::default(), true));
        units.source.push(old);
        units.translation.push(new);
        *all_moved &= moved[&(old, new)];
    }
    groups
        .into_values()
        .map(|(mut units, moved)| {
            for side in Side::BOTH {
                units[side].sort_unstable();
                units[side].dedup();
            }
            link(units, 1.0, moved)
        })
        .collect()
}
