//! Positions in a text, and things that exist once for each of two texts.

use std::ops::{Index, IndexMut, Range};

use serde::{Deserialize, Serialize};

/// A range of bytes of the text as the user gave it (after decoding): `start` inclusive, `end`
/// exclusive, both on character boundaries, `start <= end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text that the span covers; the empty string where it does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether the two spans share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span without white space and invisible spaces at its two ends.
    pub fn trim(self, text: &str) -> Self {
        let covered = self.of(text);
        let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
        let start = self.start + covered.len() - covered.trim_start_matches(blank).len();
        let end = self.start + covered.trim_end_matches(blank).len();
        Self::new(start, end.max(start))
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// One of the two texts of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The text that may have been translated.
    Source,
    /// The text that may be a translation of it: a role, not a claim.
    Translation,
}

impl Side {
    /// Source first, then translation.
    pub const BOTH: [Self; 2] = [Self::Source, Self::Translation];

    /// In one word: `source`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Translation => "translation",
        }
    }

    /// The other side.
    pub const fn other(self) -> Self {
        match self {
            Self::Source => Self::Translation,
            Self::Translation => Self::Source,
        }
    }
}

/// Something that exists once for the source and once for the translation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pair<T> {
    /// The source's.
    pub source: T,
    /// The translation's.
    pub translation: T,
}

impl<T> Pair<T> {
    /// A pair of the two.
    pub const fn new(source: T, translation: T) -> Self {
        Self { source, translation }
    }

    /// A pair of references.
    pub const fn as_ref(&self) -> Pair<&T> {
        Pair { source: &self.source, translation: &self.translation }
    }

    /// The pair with `f` applied to both sides.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Pair<U> {
        Pair { source: f(self.source), translation: f(self.translation) }
    }

    /// Each side's value with that of another pair.
    pub fn zip<U>(self, other: Pair<U>) -> Pair<(T, U)> {
        Pair {
            source: (self.source, other.source),
            translation: (self.translation, other.translation),
        }
    }
}

impl Pair<Side> {
    /// Each side in its place: what is made of both by one rule is `Pair::SIDES.map(…)`.
    pub(crate) const SIDES: Self = Self::new(Side::Source, Side::Translation);
}

impl<T> Pair<Option<T>> {
    /// What one side has and the other has not.
    pub(crate) fn only(side: Side, value: T) -> Self {
        match side {
            Side::Source => Self::new(Some(value), None),
            Side::Translation => Self::new(None, Some(value)),
        }
    }
}

impl<T> Index<Side> for Pair<T> {
    type Output = T;
    fn index(&self, side: Side) -> &T {
        match side {
            Side::Source => &self.source,
            Side::Translation => &self.translation,
        }
    }
}

impl<T> IndexMut<Side> for Pair<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Source => &mut self.source,
            Side::Translation => &mut self.translation,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_white_space_only() {
        let text = "a \u{a0} متن\u{200c} \n b";
        let span = Span::new(1, text.len() - 1).trim(text);
        assert_eq!(span.of(text), "متن\u{200c}");
    }

    #[test]
    fn a_span_that_does_not_fit_covers_nothing() {
        assert_eq!(Span::new(1, 3).of("متن"), "");
    }

    #[test]
    fn sides_index_a_pair() {
        let mut pair = Pair::new(1, 2);
        pair[Side::Translation] += 1;
        assert_eq!((pair[Side::Source], pair[Side::Source.other()]), (1, 3));
    }
}
