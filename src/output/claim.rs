//! Outlets that a translation names as its source.

use crate::comparison::Comparison;
pub(super) use crate::finding::outlet::{Claim, agrees};

/// The outlets named, each once, without the translation's own.
pub(super) fn claims(comparison: &Comparison) -> Vec<Claim<'_>> {
    let translation = &comparison.documents.translation;
    crate::finding::outlet::claims(translation, &comparison.segments.translation)
}
