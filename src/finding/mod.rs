//! What a reviewer would write down.

use serde::{Deserialize, Serialize};

use crate::span::{Pair, Span};

/// One thing that a reviewer would write down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// `f1`, `f2`, … in the order of the list.
    pub id: String,
    /// What happened.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// Where, on either side; at least one is given.
    pub spans: Pair<Option<Span>>,
    /// One English sentence without a judgement.
    pub message: String,
    /// The value on either side, as written.
    pub values: Pair<Option<String>>,
    /// Probability from 0 to 1 that it is so.
    pub probability: f64,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FindingKind {
    /// A source unit without counterpart.
    Dropped,
    /// A translation unit without counterpart.
    Added,
    /// A unit that stands elsewhere than in the source.
    Moved,
    /// A number with another value.
    NumberChanged,
    /// A date with another value.
    DateChanged,
    /// A name that became another.
    NameChanged,
    /// A name of a linked sentence that the translation lacks.
    NameDropped,
    /// A name in a linked sentence that the source lacks.
    NameAdded,
    /// A character that a reader cannot see and that can mislead.
    HiddenCharacter,
}

impl FindingKind {
    /// Every kind, in the order in which reports list them.
    pub const ALL: [Self; 9] = [
        Self::NumberChanged,
        Self::DateChanged,
        Self::NameChanged,
        Self::Dropped,
        Self::Added,
        Self::NameDropped,
        Self::NameAdded,
        Self::Moved,
        Self::HiddenCharacter,
    ];

    /// The name in the JSON contract and in `--fail-on`: `number_changed`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Added => "added",
            Self::Moved => "moved",
            Self::NumberChanged => "number_changed",
            Self::DateChanged => "date_changed",
            Self::NameChanged => "name_changed",
            Self::NameDropped => "name_dropped",
            Self::NameAdded => "name_added",
            Self::HiddenCharacter => "hidden_character",
        }
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Likely to alter what the text says.
    High,
    /// Worth a look.
    Medium,
    /// For the record.
    Low,
}
