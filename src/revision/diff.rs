//! What changed in words between two stretches: differences by folded words, told apart from those of
//! spelling and of marks.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::keys::Keys;
use crate::concept::{Mention, whole_number};
use crate::document::Document;
use crate::segment::{Segments, TokenKind};
use crate::span::{Pair, Side, Span};

/// The differences inside one link, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UnitDiff {
    /// What differs; what stands between two edits is the same to the letter, but for white space.
    pub edits: Vec<Edit>,
}

impl UnitDiff {
    /// Whether a word or figure changed.
    pub fn changes_words(&self) -> bool {
        self.edits.iter().any(|edit| edit.kind.is_of_words())
    }
}

/// One difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What happened.
    pub kind: EditKind,
    /// Where, in the old version (as the source) and the new one (as the translation): whole words.
    /// An empty span is the place at which the other side has something.
    pub spans: Pair<Span>,
}

/// What happened to a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditKind {
    /// Words became others.
    Replaced,
    /// Words that only the old version has.
    Deleted,
    /// Words that only the new version has.
    Inserted,
    /// The same words spelt otherwise: variants of a letter, vowel signs, joined or apart, capitals,
    /// other digits, a number in words.
    Spelling,
    /// Quotation marks, stops, brackets.
    Marks,
}

impl EditKind {
    /// Every kind, in the order in which reports list them.
    pub const ALL: [Self; 5] =
        [Self::Replaced, Self::Deleted, Self::Inserted, Self::Spelling, Self::Marks];

    /// The name in the JSON contract: `replaced`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::Deleted => "deleted",
            Self::Inserted => "inserted",
            Self::Spelling => "spelling",
            Self::Marks => "marks",
        }
    }

    /// Whether words changed, and not how they are written.
    pub const fn is_of_words(self) -> bool {
        matches!(self, Self::Replaced | Self::Deleted | Self::Inserted)
    }
}

/// Words without weight that stand between two changed stretches without parting them.
const BRIDGE: usize = 2;
/// Tokens that are tried as one word in two spellings.
const PIECES: usize = 3;

/// What diffs are made of.
pub(super) struct Differ<'a> {
    pub(super) documents: Pair<&'a Document>,
    pub(super) segments: &'a Pair<Segments>,
    pub(super) mentions: &'a Pair<Vec<Mention>>,
    pub(super) keys: &'a Keys,
}

/// A difference by token; both ranges count in the tokens of the link.
#[derive(Clone, Debug)]
struct Hunk {
    kind: Option<EditKind>,
    tokens: Pair<Range<usize>>,
}

impl Differ<'_> {
    /// The differences between the sentences of a link, and the tokens that are equal, as indices into
    /// the tokens of either side.
    pub(super) fn diff(&self, units: &Pair<Vec<usize>>) -> (UnitDiff, Vec<Pair<usize>>) {
        let tokens = Pair::SIDES.map(|side| {
            let sentences = &self.segments[side].sentences;
            let sentences = units[side].iter().filter_map(|&at| sentences.get(at));
            sentences.flat_map(|sentence| sentence.tokens.clone()).collect::<Vec<usize>>()
        });
        let keys = Pair::SIDES.map(|side| {
            tokens[side].iter().map(|&at| self.keys.tokens[side][at]).collect::<Vec<u32>>()
        });
        let mut hunks = Vec::new();
        let mut equal = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, &keys.source, &keys.translation) {
            match op {
                DiffOp::Equal { old_index, new_index, len } => {
                    for at in 0..len {
                        let pair = Pair::new(old_index + at, new_index + at);
                        let index = Pair::new(tokens.source[pair.source], {
                            tokens.translation[pair.translation]
                        });
                        equal.push(index);
                        if self.written(Side::Source, index.source)
                            != self.written(Side::Translation, index.translation)
                        {
                            let kind = if self.keys.is_word(keys.source[pair.source]) {
                                EditKind::Spelling
                            } else {
                                EditKind::Marks
                            };
                            hunks
                                .push(Hunk { kind: Some(kind), tokens: pair.map(|at| at..at + 1) });
                        }
                    }
                }
                other => {
                    let tokens = Pair::new(other.old_range(), other.new_range());
                    hunks.push(Hunk { kind: None, tokens });
                }
            }
        }
        let hunks = self.bridged(hunks, &keys);
        let hunks: Vec<Hunk> =
            hunks.into_iter().flat_map(|hunk| self.told(hunk, &keys, &tokens)).collect();
        let edits = joined(hunks).iter().map(|hunk| self.edit(hunk, &tokens)).collect();
        (UnitDiff { edits: self.same_values(units, edits) }, equal)
    }

    fn written(&self, side: Side, token: usize) -> &str {
        self.segments[side].tokens[token].span.of(&self.documents[side].text)
    }

    /// Joins replaced stretches that only frequent words part: "the head of the office" for "a
    /// spokesman of the army" is one change.
    fn bridged(&self, hunks: Vec<Hunk>, keys: &Pair<Vec<u32>>) -> Vec<Hunk> {
        let mut out: Vec<Hunk> = Vec::with_capacity(hunks.len());
        for hunk in hunks {
            if let Some(last) = out.last_mut()
                && last.kind.is_none()
                && hunk.kind.is_none()
                && is_replaced(last)
                && is_replaced(&hunk)
            {
                let between = last.tokens.source.end..hunk.tokens.source.start;
                let parts = &keys.source[between];
                if parts.len() <= BRIDGE && parts.iter().all(|&key| self.keys.is_light(key)) {
                    last.tokens.source.end = hunk.tokens.source.end;
                    last.tokens.translation.end = hunk.tokens.translation.end;
                    continue;
                }
            }
            out.push(hunk);
        }
        out
    }

    /// A stretch that differs, with the words at its ends set apart that are merely joined or parted
    /// otherwise, or are one number: «می شود» for «می‌شود», "3rd" for "third".
    fn told(&self, hunk: Hunk, keys: &Pair<Vec<u32>>, tokens: &Pair<Vec<usize>>) -> Vec<Hunk> {
        if hunk.kind.is_some() {
            return vec![hunk];
        }
        let (mut before, mut behind) = (Vec::new(), Vec::new());
        let mut left = hunk.tokens;
        let same = |left: &Pair<Range<usize>>, at_end: bool| {
            self.same_letters(left, keys, at_end).or_else(|| self.same_number(left, tokens, at_end))
        };
        while let Some((old, new)) = same(&left, false) {
            let start = Pair::new(left.source.start, left.translation.start);
            let tokens = Pair::new(
                start.source..start.source + old,
                start.translation..start.translation + new,
            );
            (left.source.start, left.translation.start) =
                (tokens.source.end, tokens.translation.end);
            before.push(Hunk { kind: Some(EditKind::Spelling), tokens });
        }
        while let Some((old, new)) = same(&left, true) {
            let end = Pair::new(left.source.end, left.translation.end);
            let tokens =
                Pair::new(end.source - old..end.source, end.translation - new..end.translation);
            (left.source.end, left.translation.end) =
                (tokens.source.start, tokens.translation.start);
            behind.push(Hunk { kind: Some(EditKind::Spelling), tokens });
        }
        if !left.source.is_empty() || !left.translation.is_empty() {
            let words = Pair::SIDES.map(|side| {
                tokens[side][left[side].clone()].iter().any(|&at| self.is_part_of_text(side, at))
            });
            let kind = match (words.source, words.translation) {
                (false, false) => EditKind::Marks,
                (true, false) => EditKind::Deleted,
                (false, true) => EditKind::Inserted,
                (true, true) => EditKind::Replaced,
            };
            before.push(Hunk { kind: Some(kind), tokens: left });
        }
        before.extend(behind.into_iter().rev());
        before
    }

    /// How many tokens at one end of both stretches have the same letters, cut otherwise.
    fn same_letters(
        &self,
        left: &Pair<Range<usize>>,
        keys: &Pair<Vec<u32>>,
        at_end: bool,
    ) -> Option<(usize, usize)> {
        let letters = |side: Side, count: usize| -> Option<String> {
            let range = left[side].clone();
            if count > range.len() {
                return None;
            }
            let keys = &keys[side][taken(range, count, at_end)];
            let is_hyphen = |key: u32| matches!(self.keys.name(key), "-" | "‐" | "‑");
            let is_word = |key: u32| self.keys.kinds[key as usize] == TokenKind::Word;
            let fits = keys.iter().all(|&key| is_word(key) || is_hyphen(key));
            let words = keys.iter().filter(|&&key| is_word(key));
            fits.then(|| words.map(|&key| self.keys.name(key)).collect::<String>())
                .filter(|letters| !letters.is_empty())
        };
        counts().filter(|&(old, new)| old != new).find(|&(old, new)| {
            matches!((letters(Side::Source, old), letters(Side::Translation, new)),
                (Some(old), Some(new)) if old == new)
        })
    }

    /// How many tokens at one end of both stretches are one number, on either side in digits.
    fn same_number(
        &self,
        left: &Pair<Range<usize>>,
        tokens: &Pair<Vec<usize>>,
        at_end: bool,
    ) -> Option<(usize, usize)> {
        let number = |side: Side, count: usize| -> Option<(f64, bool)> {
            let range = left[side].clone();
            if count > range.len() {
                return None;
            }
            let tokens = &tokens[side][taken(range, count, at_end)];
            let (&first, &last) = (tokens.first()?, tokens.last()?);
            if last - first + 1 != count {
                return None;
            }
            let tokens = &self.segments[side].tokens[first..=last];
            let in_digits = tokens.iter().any(|token| token.kind == TokenKind::Number);
            let document = self.documents[side];
            let value = whole_number(&document.text, tokens, document.lang)?;
            Some((value, in_digits))
        };
        let has_digits = |side: Side| {
            let tokens =
                &tokens[side][taken(left[side].clone(), left[side].len().min(PIECES), at_end)];
            tokens.iter().any(|&at| self.segments[side].tokens[at].kind == TokenKind::Number)
        };
        if !Side::BOTH.into_iter().any(has_digits) {
            return None;
        }
        // The longest first: «20» is no spelling of the 20 of «20 000».
        let values = Pair::SIDES
            .map(|side| (1..=PIECES).map(|count| number(side, count)).collect::<Vec<_>>());
        counts().rev().find(|&(old, new)| {
            matches!((values.source[old - 1], values.translation[new - 1]),
                (Some((old, digits)), Some((new, others))) if old == new && (digits || others))
        })
    }

    fn edit(&self, hunk: &Hunk, tokens: &Pair<Vec<usize>>) -> Edit {
        let spans = Pair::SIDES.map(|side| {
            let (range, tokens) = (hunk.tokens[side].clone(), &tokens[side]);
            let span = |at: usize| self.segments[side].tokens[tokens[at]].span;
            match (range.is_empty(), range.start.checked_sub(1)) {
                (false, _) => span(range.start).join(span(range.end - 1)),
                (true, Some(before)) if before < tokens.len() => {
                    Span::new(span(before).end, span(before).end)
                }
                (true, _) => {
                    let start = if tokens.is_empty() { 0 } else { span(0).start };
                    Span::new(start, start)
                }
            }
        });
        Edit { kind: hunk.kind.unwrap_or(EditKind::Replaced), spans }
    }

    /// The letters of the tokens inside a span.
    pub(super) fn tokens_in(&self, side: Side, span: Span) -> impl Iterator<Item = &str> {
        let tokens = &self.segments[side].tokens;
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        let count = tokens[first..].partition_point(|token| token.span.start < span.end);
        (first..first + count).map(move |at| self.keys.name(self.keys.tokens[side][at]))
    }

    /// The figures in digits inside a span.
    pub(super) fn figures_in(&self, side: Side, span: Span) -> impl Iterator<Item = Span> {
        let tokens = &self.segments[side].tokens;
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        tokens[first..]
            .iter()
            .take_while(move |token| token.span.start < span.end)
            .filter(|token| token.kind == TokenKind::Number)
            .map(|token| token.span)
    }

    /// The words and figures inside a span.
    pub(super) fn words_in(&self, side: Side, span: Span) -> impl Iterator<Item = Span> {
        let tokens = &self.segments[side].tokens;
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        tokens[first..]
            .iter()
            .take_while(move |token| token.span.start < span.end)
            .filter(|token| token.kind != TokenKind::Mark)
            .map(|token| token.span)
    }
}

/// The mentions that share a byte with a span.
pub(super) fn touching(mentions: &[Mention], span: Span) -> &[Mention] {
    let first = mentions.partition_point(|mention| mention.span.end <= span.start);
    let last = mentions.partition_point(|mention| mention.span.start < span.end);
    mentions.get(first..last).unwrap_or(&[])
}

/// Pairs of numbers of tokens that are tried as one word.
fn counts() -> impl DoubleEndedIterator<Item = (usize, usize)> {
    (1..=PIECES).flat_map(|old| (1..=PIECES).map(move |new| (old, new)))
}

/// So many of a range, at its start or end.
fn taken(range: Range<usize>, count: usize, at_end: bool) -> Range<usize> {
    if at_end { range.end - count..range.end } else { range.start..range.start + count }
}

fn is_replaced(hunk: &Hunk) -> bool {
    !hunk.tokens.source.is_empty() && !hunk.tokens.translation.is_empty()
}

/// Neighbours of one kind made one, where they touch on both sides.
fn joined(hunks: Vec<Hunk>) -> Vec<Hunk> {
    let mut out: Vec<Hunk> = Vec::with_capacity(hunks.len());
    for hunk in hunks {
        match out.last_mut() {
            Some(last)
                if last.kind == hunk.kind
                    && last.tokens.source.end == hunk.tokens.source.start
                    && last.tokens.translation.end == hunk.tokens.translation.start =>
            {
                last.tokens.source.end = hunk.tokens.source.end;
                last.tokens.translation.end = hunk.tokens.translation.end;
            }
            _ => out.push(hunk),
        }
    }
    out
}
