//! What differs between two versions inside a row: marks on whole words, and their families, by which
//! rows are counted and filtered.

use super::mark::end_of;
use super::text::Mark;
use super::view::{Row, View};
use crate::revision::EditKind;
use crate::span::{Side, Span};

/// Edits as readers tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// Words that became others, went or came.
    Words,
    /// Words spelt otherwise.
    Spelling,
    /// Stops, quotation marks, brackets.
    Marks,
}

impl Family {
    pub const ALL: [Self; 3] = [Self::Words, Self::Spelling, Self::Marks];

    fn of_kind(kind: EditKind) -> Self {
        match kind {
            EditKind::Replaced | EditKind::Deleted | EditKind::Inserted => Self::Words,
            EditKind::Spelling => Self::Spelling,
            EditKind::Marks => Self::Marks,
        }
    }

    /// Those of a row.
    pub fn of(view: &View, row: &Row) -> Vec<Self> {
        let edits = view.edits(row);
        let has = |family: &Self| edits.iter().any(|edit| Self::of_kind(edit.kind) == *family);
        Self::ALL.into_iter().filter(has).collect()
    }

    /// How many edits of the revision belong to it.
    pub fn count(self, view: &View) -> usize {
        let Some(revision) = view.revision else { return 0 };
        let edits = revision.diffs.iter().flat_map(|diff| &diff.edits);
        edits.filter(|edit| Self::of_kind(edit.kind) == self).count()
    }

    /// The name in the page's filters.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Spelling => "spelling",
            Self::Marks => "marks",
        }
    }

    /// The sign in the gutter and in lists.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Words => "±",
            Self::Spelling => "≈",
            Self::Marks => ".,",
        }
    }

    /// The class that gives colour and line style.
    pub fn group(self) -> &'static str {
        match self {
            Self::Words => "k-words",
            Self::Spelling | Self::Marks => "k-spelling",
        }
    }
}

/// The edits of a row as marks: whole words, `del` in the old version and `ins` in the new one. What
/// `others` mark already keeps their mark.
pub(super) fn edit_marks(view: &View, side: Side, row: &Row, others: &[Mark]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let edits = view.edits(row).iter().enumerate();
    for (n, edit) in edits.filter(|(_, edit)| !edit.spans[side].is_empty()) {
        let family = Family::of_kind(edit.kind);
        let (element, class) = match (family, side) {
            (Family::Words, Side::Source) => ("del", "m k-lost"),
            (Family::Words, Side::Translation) => ("ins", "m k-gained"),
            _ => ("span", "m k-spelling"),
        };
        let words = (view.strings.edits)(family);
        let label = match (family, side) {
            (Family::Words, Side::Source) => view.strings.gone,
            (Family::Words, Side::Translation) => view.strings.new_words,
            _ => words.label,
        };
        marks.extend(free(view, side, edit.spans[side], others).into_iter().map(|span| Mark {
            span,
            element,
            class: class.to_owned(),
            label: Some((label, end_of(view.strings, label))),
            partner: None,
            change: Some(format!("e{n}")),
            rank: 1,
        }));
    }
    marks
}

/// The runs of tokens inside a span that no other mark touches.
fn free(view: &View, side: Side, span: Span, others: &[Mark]) -> Vec<Span> {
    let tokens = &view.comparison.segments[side].tokens;
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    let mut runs: Vec<Span> = Vec::new();
    let mut open = false;
    for token in tokens[first..].iter().take_while(|token| token.span.start < span.end) {
        if others.iter().any(|mark| mark.span.overlaps(token.span)) {
            open = false;
            continue;
        }
        match runs.last_mut() {
            Some(run) if open => *run = run.join(token.span),
            _ => runs.push(token.span),
        }
        open = true;
    }
    runs
}
