//! Which sentences of two versions are the same, by the words that they share.
//!
//! Equal ones first, in the order of the text; then equal ones that stand elsewhere; then those that
//! share most of their words, or stand beside one that is found; then the rest of a sentence that was cut in two or joined with another;
//! then what stands alone between two pairs. Only behind all that is order looked at: what breaks it
//! with the fewest words has moved.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{ControlFlow, Range};

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::bags::{Bags, Joined};
use super::keys::Keys;
use super::order::heaviest_rise;
use super::steps::Steps;
use crate::segment::{Role, Segments};
use crate::span::{Pair, Side};

/// Sentences of both versions that are one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Match {
    pub(super) units: Pair<Vec<usize>>,
    /// Share of the words, by weight, that both sides have.
    pub(super) similarity: f64,
    pub(super) moved: bool,
}

/// An equal sentence elsewhere has at least so many words; a shorter one may stand anywhere.
const MOVED_WORDS: usize = 4;
/// Sentences between the same equal neighbours are one from this similarity on …
const IN_PLACE: f64 = 0.35;
/// … and others from this one on.
const ELSEWHERE: f64 = 0.55;
/// What stands alone on both sides between two pairs needs no more than this.
const ALONE: f64 = 0.2;
/// A sentence is part of another that has so much of its words, …
const PART: f64 = 0.7;
/// … the rest of one if so much of its words are left over there.
const REST: f64 = 0.6;
/// Words that say something which a part shares with its whole at least, in place and elsewhere.
const PART_WORDS: (usize, usize) = (3, 6);
/// A word in more sentences than this proposes no pair.
const COMMON: usize = 48;
/// Pairs that are proposed for a sentence at the most.
const PROPOSED: usize = 12;
/// Runs of at most so many sentences are compared each with each.
const SMALL_GAP: usize = 12;

struct Matcher<'a> {
    keys: &'a Keys,
    segments: &'a Pair<Segments>,
    bags: Bags<'a>,
    matches: Vec<Match>,
    /// For every sentence, its match.
    of: Pair<Vec<Option<usize>>>,
}

/// The matches in the order of the old version.
pub(super) fn matches<B>(
    segments: &Pair<Segments>,
    keys: &Keys,
    steps: &mut Steps<'_, B>,
) -> ControlFlow<B, Vec<Match>> {
    let bags = Bags::new(segments, keys);
    let of = segments.as_ref().map(|segments| vec![None; segments.sentences.len()]);
    let mut matcher = Matcher { keys, segments, bags, matches: Vec::new(), of };
    matcher.equal();
    let gaps = matcher.gaps();
    matcher.alike(&gaps, steps)?;
    matcher.beside();
    matcher.rests(steps)?;
    matcher.alone();
    ControlFlow::Continue(matcher.finish())
}

impl Matcher<'_> {
    fn link(&mut self, old: usize, new: usize, similarity: f64) {
        let at = Some(self.matches.len());
        (self.of.source[old], self.of.translation[new]) = (at, at);
        let units = Pair::new(vec![old], vec![new]);
        self.matches.push(Match { units, similarity, moved: false });
    }

    /// Sentences with the same words: those in order, then those that stand elsewhere.
    fn equal(&mut self) {
        let mut numbers: FxHashMap<Vec<u32>, u32> = FxHashMap::default();
        let mut lengths = Vec::new();
        let sentences = Pair::SIDES.map(|side| {
            let mut number = |at: usize| {
                let tokens = self.segments[side].sentences[at].tokens.clone();
                let words = self.keys.words(self.keys.tokens[side].get(tokens).unwrap_or(&[]));
                let next = numbers.len() as u32;
                let length = words.len();
                *numbers.entry(words).or_insert_with(|| {
                    lengths.push(length);
                    next
                })
            };
            (0..self.segments[side].sentences.len()).map(&mut number).collect::<Vec<u32>>()
        });
        for op in capture_diff_slices(Algorithm::Myers, &sentences.source, &sentences.translation) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                (0..len).for_each(|at| self.link(old_index + at, new_index + at, 1.0));
            }
        }
        let mut elsewhere: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
        for (at, &number) in sentences.translation.iter().enumerate() {
            if self.of.translation[at].is_none() && lengths[number as usize] >= MOVED_WORDS {
                elsewhere.entry(number).or_default().insert(at);
            }
        }
        let mut follows = None;
        for (old, number) in sentences.source.iter().enumerate() {
            let place = self.of.source[old].map(|found| self.matches[found].units.translation[0]);
            let place = place.or_else(|| {
                // Of several the one behind the counterpart of the sentence before.
                let free = elsewhere.get_mut(number)?;
                let next = follows.filter(|next| free.contains(next)).or(free.first().copied())?;
                free.remove(&next);
                self.link(old, next, 1.0);
                Some(next)
            });
            follows = place.map_or(follows, |place| Some(place + 1));
        }
    }

    /// For every sentence of the old version, those of the new one between the same neighbours; what
    /// moved is no neighbour.
    fn gaps(&self) -> Vec<Range<usize>> {
        let (count, new) = (self.of.source.len(), self.of.translation.len());
        let pairs: Vec<(usize, usize)> = (0..count)
            .filter_map(|old| {
                let found = &self.matches[self.of.source[old]?];
                Some((old, found.units.translation[0]))
            })
            .collect();
        let places: Vec<usize> = pairs.iter().map(|&(_, new)| new).collect();
        let stays = heaviest_rise(&places, &vec![1; places.len()]);
        let mut place = vec![None; count];
        for (&(old, new), _) in pairs.iter().zip(stays).filter(|&(_, stays)| stays) {
            place[old] = Some(new);
        }
        let mut gaps = vec![0..new; count];
        let mut start = 0;
        for (gap, place) in gaps.iter_mut().zip(&place) {
            gap.start = start;
            start = place.map_or(start, |at| at + 1);
        }
        let mut end = new;
        for (gap, place) in gaps.iter_mut().zip(&place).rev() {
            gap.end = end;
            end = place.unwrap_or(end);
        }
        gaps
    }

    /// Sentences that share most of their words, the most alike first.
    fn alike<B>(&mut self, gaps: &[Range<usize>], steps: &mut Steps<'_, B>) -> ControlFlow<B> {
        let mut pairs: Vec<(f64, usize, usize, f64)> = Vec::new();
        let holders = self.holders();
        for (old, gap) in gaps.iter().enumerate() {
            steps.next()?;
            if self.of.source[old].is_some() {
                continue;
            }
            for new in self.proposals(old, gap, &holders) {
                let (similarity, part, words) = self.bags.compare(old, new);
                let in_place = gap.contains(&new);
                let (least, few) =
                    if in_place { (IN_PLACE, PART_WORDS.0) } else { (ELSEWHERE, PART_WORDS.1) };
                let is_one = similarity >= least && (in_place || words >= MOVED_WORDS);
                if is_one || (part >= PART && words >= few) {
                    let order = if in_place { 0.1 } else { 0.0 };
                    pairs.push((similarity + order, old, new, similarity));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, old, new, similarity) in pairs {
            if self.of.source[old].is_none() && self.of.translation[new].is_none() {
                self.link(old, new, similarity);
            }
        }
        ControlFlow::Continue(())
    }

    /// What stands beside a neighbour of its own in both versions, wherever that went.
    fn beside(&mut self) {
        let count = self.of.source.len();
        let forwards = (1..count).map(|old| (old, old - 1, true));
        let backwards = (0..count.saturating_sub(1)).rev().map(|old| (old, old + 1, false));
        for (old, neighbour, before) in forwards.chain(backwards) {
            let (None, Some(found)) = (self.of.source[old], self.of.source[neighbour]) else {
                continue;
            };
            let units = &self.matches[found].units.translation;
            let new = if before {
                units.last().map(|&last| last + 1)
            } else {
                units.first().and_then(|first| first.checked_sub(1))
            };
            if let Some(new) = new
                && self.of.translation.get(new) == Some(&None)
            {
                let (similarity, ..) = self.bags.compare(old, new);
                if similarity >= IN_PLACE {
                    self.link(old, new, similarity);
                }
            }
        }
    }

    /// For each word, the sentences of the new version without a match that have it.
    fn holders(&self) -> FxHashMap<u32, Vec<usize>> {
        let mut holders: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (new, bag) in self.bags.of.translation.iter().enumerate() {
            if self.of.translation[new].is_none() {
                for &(key, _) in bag.iter().filter(|&&(key, _)| !self.keys.is_light(key)) {
                    holders.entry(key).or_default().push(new);
                }
            }
        }
        holders
    }

    /// Sentences of the new version that may be this one: the few that share the most rare words, and
    /// those around its place.
    fn proposals(
        &self,
        old: usize,
        gap: &Range<usize>,
        holders: &FxHashMap<u32, Vec<usize>>,
    ) -> Vec<usize> {
        let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
        for &(key, _) in &self.bags.of.source[old] {
            let Some(found) = holders.get(&key).filter(|found| found.len() <= COMMON) else {
                continue;
            };
            for &new in found {
                *shared.entry(new).or_default() += self.keys.weights[key as usize];
            }
        }
        let mut proposed: Vec<(f64, usize)> = shared.into_iter().map(|(at, w)| (w, at)).collect();
        proposed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        proposed.truncate(PROPOSED);
        let mut proposed: Vec<usize> = proposed.into_iter().map(|(_, at)| at).collect();
        if gap.len() <= SMALL_GAP {
            proposed.extend(gap.clone().filter(|&new| self.of.translation[new].is_none()));
        }
        proposed.sort_unstable();
        proposed.dedup();
        proposed
    }

    /// Joins a sentence to the match of its neighbour where the words that are left over there are
    /// its own: one sentence became two, or two one.
    fn rests<B>(&mut self, steps: &mut Steps<'_, B>) -> ControlFlow<B> {
        let mut joined: FxHashMap<usize, Joined> = FxHashMap::default();
        for side in Side::BOTH {
            let count = self.of[side].len();
            // Forwards, then backwards: the middle one of three may need either neighbour.
            for at in (0..count).chain((0..count).rev()) {
                steps.next()?;
                if self.of[side][at].is_some() {
                    continue;
                }
                let neighbours = [at.checked_sub(1), Some(at + 1).filter(|&next| next < count)];
                let groups = neighbours.into_iter().flatten().filter_map(|n| self.of[side][n]);
                let best = groups
                    .map(|group| {
                        let words = joined
                            .entry(group)
                            .or_insert_with(|| self.bags.joined(&self.matches[group].units));
                        (self.bags.rest(words, side, at), group)
                    })
                    .filter(|&((share, words), _)| share >= REST && words >= 2)
                    .max_by(|a, b| a.0.0.total_cmp(&b.0.0).then(b.1.cmp(&a.1)));
                if let Some((_, group)) = best
                    && let Some(words) = joined.get_mut(&group)
                {
                    self.of[side][at] = Some(group);
                    let found = &mut self.matches[group];
                    let place = found.units[side].partition_point(|&unit| unit < at);
                    found.units[side].insert(place, at);
                    self.bags.join(words, side, at);
                    found.similarity = words.similarity();
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// What stands alone on both sides between two neighbouring pairs, and headlines.
    fn alone(&mut self) {
        let new_count = self.of.translation.len();
        for old in 0..self.of.source.len() {
            let free = |at: Option<&Option<usize>>| matches!(at, Some(None));
            let before = old.checked_sub(1);
            if self.of.source[old].is_some()
                || before.is_some_and(|before| free(self.of.source.get(before)))
                || free(self.of.source.get(old + 1))
            {
                continue;
            }
            let last = |group: Option<usize>| {
                group.and_then(|group| self.matches[group].units.translation.last().copied())
            };
            let first = |group: Option<usize>| {
                group.and_then(|group| self.matches[group].units.translation.first().copied())
            };
            let from = before.map_or(0, |at| last(self.of.source[at]).map_or(0, |at| at + 1));
            let after = self.of.source.get(old + 1).copied().flatten();
            let to = if after.is_some() { first(after).unwrap_or(new_count) } else { new_count };
            if from + 1 != to || self.of.translation[from].is_some() {
                continue;
            }
            let similarity = self.bags.compare(old, from).0;
            let role = |side: Side, at: usize| {
                let segments = &self.segments[side];
                segments.paragraphs.get(segments.sentences[at].paragraph).map(|p| p.role)
            };
            let headlines = role(Side::Source, old) == Some(Role::Headline)
                && role(Side::Translation, from) == Some(Role::Headline);
            if similarity >= ALONE || headlines {
                self.link(old, from, similarity);
            }
        }
    }

    /// The matches in order, with those that moved told apart: the heaviest ones that keep the order
    /// stay, and the others have moved.
    fn finish(mut self) -> Vec<Match> {
        self.matches.sort_by_key(|found| (found.units.source[0], found.units.translation[0]));
        let weights: Vec<usize> = self
            .matches
            .iter()
            .map(|found| {
                let length = |&at: &usize| self.segments.source.sentences[at].tokens.len().max(1);
                found.units.source.iter().map(length).sum()
            })
            .collect();
        let places: Vec<usize> = self.matches.iter().map(|m| m.units.translation[0]).collect();
        for (at, stays) in heaviest_rise(&places, &weights).into_iter().enumerate() {
            self.matches[at].moved = !stays;
        }
        self.matches
    }
}
