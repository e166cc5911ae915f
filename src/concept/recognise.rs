//! One text by itself: its units and what they speak of.

use serde::Serialize;

use super::UserWords;
use super::{Mention, mentions};
use crate::document::Document;
use crate::segment::{SegmentOptions, Segments, segment};

/// What was recognised in one text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Recognition {
    /// Its units.
    pub segments: Segments,
    /// Names, numbers and dates, in the order of the text and without overlap.
    pub mentions: Vec<Mention>,
}

/// Cuts a text and finds the names, numbers and dates in it, as a comparison does before it looks at
/// the other text. What only the other text can tell, such as names known by their sound, is not
/// in it.
///
/// ```
/// use muqabala::Document;
/// use muqabala::concept::{origin, recognise};
///
/// let document = Document::from_text("a.txt", "The minister left Tunisia on 3 May 2019.");
/// let found = recognise(&document, &Default::default());
/// let country = &found.mentions[0];
/// assert_eq!(country.span.of(&document.text), "Tunisia");
/// let origin = origin(&document, country).expect("a row of the tables");
/// assert!(origin.row.file.starts_with("data/entities/"));
/// ```
pub fn recognise(document: &Document, options: &SegmentOptions) -> Recognition {
    let segments = segment(document, options);
    let mentions = mentions(document, &segments, &UserWords::default());
    Recognition { segments, mentions }
}

impl Recognition {
    /// The sentence in which a mention begins, as an index into [`Segments::sentences`].
    pub fn sentence_of(&self, mention: &Mention) -> Option<usize> {
        let sentences = &self.segments.sentences;
        let at = sentences.partition_point(|sentence| sentence.span.end <= mention.span.start);
        sentences.get(at).filter(|sentence| sentence.span.start <= mention.span.start).map(|_| at)
    }

    /// The number of a sentence, counted in its paragraph: `3.1`. A comparison puts `s` or `t`
    /// before it.
    pub fn sentence_id(&self, at: usize) -> String {
        let paragraph = self.segments.sentences.get(at).map_or(0, |sentence| sentence.paragraph);
        let first = self.segments.paragraphs.get(paragraph).map_or(0, |p| p.sentences.start);
        format!("{}.{}", paragraph + 1, at.saturating_sub(first) + 1)
    }
}
