//! Forms in which a revision leaves: JSON by a contract of its own, text for terminals. The page is the
//! one of a comparison, in words about versions.

mod json;
mod text;

pub use json::write_revision_json;
pub use text::{RevisionSummary, RevisionText};
