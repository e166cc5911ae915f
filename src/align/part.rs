//! Parts of the evidence that can be left out, to see what each of them gives.

/// A part of the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The senses of words and expressions. Words are then known by their letters alone, and words
    /// of grammar not at all.
    Lexicon,
    /// The names of the lists. Their words then count as words.
    Gazetteer,
    /// Dictionary forms and stems: words are then looked up as they are written.
    Morphology,
    /// Names that are one by their sound.
    Sound,
    /// Cutting sentences where the other text has a boundary.
    Cutting,
    /// What the links of a pair teach about its other words.
    Habits,
}

/// All parts but one at the most.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parts {
    pub(crate) without: Option<Part>,
}

impl Parts {
    /// Whether a part is there.
    pub(crate) fn has(self, part: Part) -> bool {
        self.without != Some(part)
    }
}
