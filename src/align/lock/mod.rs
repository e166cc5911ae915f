//! What a person said about links: constraints around which the rest is aligned.
//!
//! A lock speaks of stretches of the two texts and not of units, because a unit can be cut
//! otherwise tomorrow. Before anything is aligned the sentences are cut at the ends of the
//! stretches, and then never inside or outside of them again, so that a lock holds whatever was cut.

mod constraints;
mod file;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub(crate) use self::constraints::{Constraints, Fixed};
use crate::segment::{Segments, Token, TokenKind};
use crate::span::{Pair, Side, Span};

/// A person's word on whether some stretches of the two texts render each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// What the person said.
    pub kind: LockKind,
    /// Stretches of the source, usually a sentence each.
    pub source: Vec<Span>,
    /// Stretches of the translation.
    pub translation: Vec<Span>,
}

impl Lock {
    /// The stretches of one side.
    pub fn spans(&self, side: Side) -> &[Span] {
        match side {
            Side::Source => &self.source,
            Side::Translation => &self.translation,
        }
    }
}

/// What a person said about a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LockKind {
    /// They render each other, and nothing else renders them but what another lock confirms.
    Confirmed,
    /// None of the one side renders any of the other.
    Refused,
}

/// What a person said about the links of two texts, for [`Options::locks`](crate::Options::locks).
///
/// Every confirmed link is there, with the probability 1 and [`By::Person`](super::By::Person);
/// no refused one is; what lies between is aligned anew. The units are those of the comparison
/// without locks, cut only where a lock ends inside one of them, so that ids stay what they were.
///
/// Of two locks that contradict each other the later one counts, as a person can change his mind.
/// Stretches of page furniture, which is never linked, are passed over.
///
/// ```
/// use muqabala::align::Locks;
/// use muqabala::{Document, Options, Pair, Span, compare};
///
/// let source = Document::from_text("a", "وصل الوزير إلى تونس.\nغادر الوفد مساء.");
/// let translation = Document::from_text("b", "The minister arrived in Tunis.\nRain fell.");
/// let free = compare(&source, &translation, &Options::default());
/// let sentences = free.segments.as_ref().map(|segments| segments.sentences[1].span);
///
/// let mut locks = Locks::default();
/// locks.confirm(&[sentences.source], &[sentences.translation]);
/// let comparison = compare(&source, &translation, &Options::default().locks(locks));
/// let link = comparison.alignment.sentences.iter().find(|link| link.source == [1]);
/// assert_eq!(link.map(|link| (&*link.translation, link.probability)), Some((&[1][..], 1.0)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Locks(Vec<Lock>);

impl Locks {
    /// Each of the stretches of the source belongs together with each of the translation.
    pub fn confirm(&mut self, source: &[Span], translation: &[Span]) {
        self.push(LockKind::Confirmed, source, translation);
    }

    /// None of the stretches of the source belongs together with any of the translation.
    pub fn refuse(&mut self, source: &[Span], translation: &[Span]) {
        self.push(LockKind::Refused, source, translation);
    }

    fn push(&mut self, kind: LockKind, source: &[Span], translation: &[Span]) {
        self.0.push(Lock { kind, source: source.to_vec(), translation: translation.to_vec() });
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The locks, in the order in which they were made.
    pub fn iter(&self) -> std::slice::Iter<'_, Lock> {
        self.0.iter()
    }

    /// The tokens of each side before which a sentence is to be cut, so that locked stretches are
    /// units; rising.
    pub(super) fn cuts(&self, segments: &Pair<Segments>) -> Pair<Vec<usize>> {
        Pair::SIDES.map(|side| {
            let spans = self.iter().flat_map(|lock| lock.spans(side));
            let mut cuts: Vec<usize> =
                spans.flat_map(|&span| edges(&segments[side], span)).collect();
            cuts.sort_unstable();
            cuts.dedup();
            cuts
        })
    }
}

/// The tokens of which a stretch holds some, as indices; none where these are marks alone.
fn tokens_of(segments: &Segments, span: Span) -> Option<Range<usize>> {
    let first = segments.tokens.partition_point(|token| token.span.end <= span.start);
    let behind = segments.tokens.partition_point(|token| token.span.start < span.end);
    let held = segments.tokens.get(first..behind)?;
    says(held).then_some(first..behind)
}

fn says(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| token.kind != TokenKind::Mark)
}

/// The first token of a stretch, and the first behind it, where either stands inside a sentence with
/// words on both its sides.
fn edges(segments: &Segments, span: Span) -> impl Iterator<Item = usize> + '_ {
    let held = tokens_of(segments, span).map(|range| [range.start, range.end]);
    held.into_iter().flatten().filter(|&at| {
        let index = segments.sentences.partition_point(|sentence| sentence.tokens.end <= at);
        let Some(sentence) = segments.sentences.get(index) else { return false };
        let part = |range: Range<usize>| segments.tokens.get(range).is_some_and(says);
        let Range { start, end } = sentence.tokens;
        start < at && part(start..at) && part(at..end)
    })
}

/// The sentences of which a stretch holds a word, by their indices.
fn sentences_of(segments: &Segments, span: Span) -> impl Iterator<Item = usize> + '_ {
    let held = tokens_of(segments, span).unwrap_or(0..0);
    let from = segments.sentences.partition_point(|sentence| sentence.tokens.end <= held.start);
    let to = segments.sentences.partition_point(|sentence| sentence.tokens.start < held.end);
    (from..to.max(from)).filter(move |&at| {
        let tokens = &segments.sentences[at].tokens;
        let inside = tokens.start.max(held.start)..tokens.end.min(held.end);
        segments.tokens.get(inside).is_some_and(says)
    })
}
