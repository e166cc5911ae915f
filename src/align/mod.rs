//! Which units of the two texts belong together, and how surely.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Links between the units of two texts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Alignment {
    /// Links between paragraphs (indices into `Segments::paragraphs`).
    pub paragraphs: Vec<Link>,
    /// Links between sentences (indices into `Segments::sentences`).
    pub sentences: Vec<Link>,
}

/// Source units and translation units that belong together. Neither side is empty: a unit without
/// a counterpart is one that no link names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Units of the source, rising.
    pub source: Vec<usize>,
    /// Units of the translation, rising.
    pub translation: Vec<usize>,
    /// Whether one renders the other.
    pub kind: LinkKind,
    /// Probability from 0 to 1 that the link holds.
    pub probability: f64,
    /// Whether it breaks the order of the source.
    pub moved: bool,
    /// What speaks for it, the strongest first.
    pub evidence: Vec<Evidence>,
}

/// What a link claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkKind {
    /// One side renders the other.
    Translation,
    /// The same people, places or figures, but no rendering.
    Related,
}

/// Two stretches that say the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// In the source.
    pub source: Span,
    /// In the translation.
    pub translation: Span,
    /// What both refer to: a mention's concept, `word:…` for a dictionary sense, `cognate:…`.
    pub concept: String,
    /// Log-odds in natural units that it adds.
    pub weight: f64,
}
