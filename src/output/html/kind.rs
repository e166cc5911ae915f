//! How each kind of finding looks: its letter and its colour group.

use crate::finding::FindingKind;

/// The sign in the gutter and in lists; never colour alone tells a kind (WCAG 1.4.1).
pub(super) fn tag(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Dropped => "−",
        FindingKind::Added => "+",
        FindingKind::Moved => "⇅",
        FindingKind::NumberChanged => "#",
        FindingKind::DateChanged => "#",
        FindingKind::NameChanged | FindingKind::LabelChanged => "A",
        FindingKind::PolarityChanged => "¬",
        FindingKind::AttributionChanged => "@",
        FindingKind::QuotationChanged => "“”",
        FindingKind::NumberDropped => "−#",
        FindingKind::NumberAdded => "+#",
        FindingKind::NameDropped => "−A",
        FindingKind::NameAdded => "+A",
        FindingKind::HiddenCharacter => "!",
    }
}

/// The class that gives colour and line style.
pub(super) fn group(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Dropped => "k-dropped",
        FindingKind::NameDropped | FindingKind::NumberDropped => "k-lost",
        FindingKind::Added => "k-added",
        FindingKind::NameAdded | FindingKind::NumberAdded => "k-gained",
        FindingKind::Moved => "k-moved",
        FindingKind::NumberChanged | FindingKind::DateChanged => "k-number",
        FindingKind::NameChanged
        | FindingKind::LabelChanged
        | FindingKind::PolarityChanged
        | FindingKind::AttributionChanged
        | FindingKind::QuotationChanged => "k-name",
        FindingKind::HiddenCharacter => "k-hidden",
    }
}

/// Whether findings of the kind are about a part of a row, and get a caption under it.
pub(super) fn is_inline(kind: FindingKind) -> bool {
    !matches!(kind, FindingKind::Dropped | FindingKind::Added | FindingKind::Moved)
}
