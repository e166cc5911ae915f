//! The whole comparison of two texts.

use serde::{Deserialize, Serialize};

use crate::align::Alignment;
use crate::concept::Mention;
use crate::document::Document;
use crate::finding::Finding;
use crate::segment::Segments;
use crate::span::Pair;

/// Everything that was found out about two texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The texts.
    pub documents: Pair<Document>,
    /// Their units.
    pub segments: Pair<Segments>,
    /// Names, numbers and dates in them, in the order of the text.
    pub mentions: Pair<Vec<Mention>>,
    /// Which units belong together.
    pub alignment: Alignment,
    /// How the texts are related as wholes.
    pub verdict: Verdict,
    /// What a reviewer would write down, what matters most first.
    pub findings: Vec<Finding>,
}

/// How two texts are related as wholes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The relation.
    pub relation: Relation,
    /// Probability from 0 to 1 that the relation is right.
    pub confidence: f64,
    /// Share of each side's words that stand in sentences with a translation link, 0 to 1.
    pub coverage: Pair<f64>,
    /// Share of each side's distinct names that the other side has too, 0 to 1; none where it has no name.
    pub shared_names: Pair<Option<f64>>,
    /// Share of each side's distinct numbers and dates that the other side has too, 0 to 1; none where it has no figure.
    pub shared_figures: Pair<Option<f64>>,
    /// One English sentence.
    pub summary: String,
}

/// How two texts are related as wholes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// One renders the other.
    Translation,
    /// Translated with parts left out, put in or moved.
    Adaptation,
    /// The same events, independently written.
    Comparable,
    /// Different matters.
    Unrelated,
}

impl Relation {
    /// Whether one text renders the other, wholly or in part, so that units can be dropped or added.
    pub const fn is_rendering(self) -> bool {
        matches!(self, Self::Translation | Self::Adaptation)
    }
}

// STAND-IN from here: a comparison that finds nothing. To be replaced as a whole.

/// What to do with the texts.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Whether each line is a sentence.
    pub segmented: bool,
}

/// Compares two texts.
pub fn compare(source: &Document, translation: &Document, _options: &Options) -> Comparison {
    use crate::segment::{Paragraph, Role, Sentence};
    let documents = Pair::new(source.clone(), translation.clone());
    let segments = documents.as_ref().map(|document| {
        let mut segments = Segments::default();
        for (at, block) in document.blocks.iter().enumerate() {
            let first = segments.tokens.len();
            segments.tokens.extend(crate::segment::word::tokenize(&document.text, block.span));
            let tokens = first..segments.tokens.len();
            segments.sentences.push(Sentence { span: block.span, paragraph: at, tokens });
            let paragraph = Paragraph { span: block.span, role: Role::Body, sentences: at..at + 1 };
            segments.paragraphs.push(paragraph);
        }
        segments
    });
    Comparison {
        documents,
        segments,
        mentions: Pair::default(),
        alignment: Alignment::default(),
        verdict: Verdict {
            relation: Relation::Unrelated,
            confidence: 0.5,
            coverage: Pair::default(),
            shared_names: Pair::default(),
            shared_figures: Pair::default(),
            summary: "The texts have nothing in common.".to_owned(),
        },
        findings: Vec::new(),
    }
}
