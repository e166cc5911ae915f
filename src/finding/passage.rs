//! Linked sentences, with the parts of cut ones put together again.
//!
//! Who speaks, and what is quoted, is said once for a whole sentence, wherever the alignment cut it;
//! and a figure may stand in the first half of one text and in the second of the other.

use std::borrow::Cow;
use std::ops::Range;

use super::Context;
use crate::align::{Evidence, Link};
use crate::span::{Pair, Side};

/// Sentences of both texts that links and cuts tie together.
#[derive(Debug, Default)]
pub(super) struct Passage<'a> {
    /// Sentences of each side, rising.
    pub(super) units: Pair<Vec<usize>>,
    /// The links between them.
    pub(super) links: Vec<&'a Link>,
}

impl Passage<'_> {
    /// The belief in its strongest link.
    pub(super) fn belief(&self) -> f64 {
        self.links.iter().map(|link| link.belief).fold(0.0, f64::max)
    }

    /// The probability of its strongest link.
    pub(super) fn probability(&self) -> f64 {
        self.links.iter().map(|link| link.probability).fold(0.0, f64::max)
    }

    /// All its links as one, of the sentences that they have.
    fn link(&self) -> Option<Cow<'_, Link>> {
        let (first, rest) = self.links.split_first()?;
        if rest.is_empty() {
            return Some(Cow::Borrowed(first));
        }
        let mut whole = Link::clone(first);
        for link in rest {
            whole.source.extend(&link.source);
            whole.translation.extend(&link.translation);
            whole.evidence.extend_from_slice(&link.evidence);
            whole.moved |= link.moved;
        }
        whole.source.sort_unstable();
        whole.source.dedup();
        whole.translation.sort_unstable();
        whole.translation.dedup();
        whole.belief = self.belief();
        whole.probability = self.probability();
        Some(Cow::Owned(whole))
    }

    /// What its links rest on.
    pub(super) fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        self.links.iter().flat_map(|link| &link.evidence)
    }
}

/// All passages of a comparison.
#[derive(Debug)]
pub(super) struct Passages<'a> {
    pub(super) all: Vec<Passage<'a>>,
    /// For every sentence of a side its passage.
    of: Pair<Vec<Option<usize>>>,
}

impl<'a> Passages<'a> {
    pub(super) fn new(context: &Context<'a>) -> Self {
        let counts = Pair::new(
            context.segments.source.sentences.len(),
            context.segments.translation.sentences.len(),
        );
        let at = |side: Side, unit: usize| match side {
            Side::Source => unit,
            Side::Translation => counts.source + unit,
        };
        let mut groups = Groups((0..counts.source + counts.translation).collect());
        for side in Side::BOTH {
            for &unit in &context.segments[side].continued {
                if unit + 1 < counts[side] {
                    groups.join(at(side, unit), at(side, unit + 1));
                }
            }
        }
        let alignment: &'a crate::align::Alignment = context.alignment;
        let renderings = || {
            let links = alignment.sentences.iter();
            links.filter(|link| link.kind == crate::align::LinkKind::Translation)
        };
        for link in renderings() {
            let Some(&first) = link.source.first() else { continue };
            for side in Side::BOTH {
                for &unit in link.units(side) {
                    groups.join(at(Side::Source, first), at(side, unit));
                }
            }
        }
        let mut all: Vec<Passage<'a>> = Vec::new();
        let mut by_root = vec![None; groups.0.len()];
        for link in renderings() {
            let Some(&first) = link.source.first() else { continue };
            let root = groups.root(at(Side::Source, first));
            let passage = *by_root[root].get_or_insert_with(|| {
                all.push(Passage::default());
                all.len() - 1
            });
            all[passage].links.push(link);
        }
        let mut of = counts.map(|count| vec![None; count]);
        for side in Side::BOTH {
            for unit in 0..counts[side] {
                let passage = by_root[groups.root(at(side, unit))];
                of[side][unit] = passage;
                if let Some(passage) = passage {
                    all[passage].units[side].push(unit);
                }
            }
        }
        Self { all, of }
    }

    /// A link for each passage.
    pub(super) fn links(&self) -> Vec<Cow<'_, Link>> {
        self.all.iter().filter_map(Passage::link).collect()
    }

    /// The passage of a sentence, where it is linked.
    pub(super) fn of(&self, side: Side, unit: usize) -> Option<usize> {
        self.of[side].get(unit).copied().flatten()
    }

    /// The sentences right before and behind those of a passage.
    pub(super) fn beside(&self, side: Side, passage: usize) -> Vec<usize> {
        let units = &self.all[passage].units[side];
        let near = |&unit: &usize| [unit.checked_sub(1), Some(unit + 1)];
        let mut beside: Vec<usize> = units.iter().flat_map(near).flatten().collect();
        beside.retain(|unit| *unit < self.of[side].len() && !units.contains(unit));
        beside.sort_unstable();
        beside.dedup();
        beside
    }
}

/// Sets that grow together.
struct Groups(Vec<usize>);

impl Groups {
    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}

/// The tokens of a sentence, as indices.
pub(super) fn tokens(context: &Context<'_>, side: Side, unit: usize) -> Range<usize> {
    let segments = &context.segments[side];
    let tokens = segments.sentences.get(unit).map_or(0..0, |sentence| sentence.tokens.clone());
    tokens.start.min(segments.tokens.len())..tokens.end.min(segments.tokens.len())
}
