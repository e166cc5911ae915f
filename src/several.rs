//! Several translations of one source: each compared with it, and what they have in common told from
//! what one of them did alone.

mod same;

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use self::same::Index;
use crate::comparison::{Comparison, Options, compare_watched};
use crate::document::Document;
use crate::error::Result;
use crate::progress::Progress;
use crate::segment::{SegmentOptions, Segments, segment};

/// Several translations of one source, each compared with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Several {
    /// The source's units as they are before any comparison cuts them.
    pub source: Segments,
    /// A comparison for each translation, in the order in which they were given.
    pub comparisons: Vec<Comparison>,
    /// For each comparison and each of its [whole findings](Comparison::whole_findings), the others in
    /// which the same is found, as indices into `comparisons`.
    pub also_in: Vec<Vec<Vec<usize>>>,
}

/// How many of the translations have a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// This one alone.
    Only,
    /// Others too, but not all.
    Some,
    /// All that render the source: it may lie in the source rather than in them.
    All,
}

impl Scope {
    /// The name in the JSON contract: `only`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Only => "only",
            Self::Some => "some",
            Self::All => "all",
        }
    }
}

impl Several {
    /// How many of the translations have the finding of that number in a comparison's whole findings.
    pub fn scope(&self, comparison: usize, finding: usize) -> Scope {
        let others = &self.also_in[comparison][finding];
        let is_rendering = |at: &usize| self.comparisons[*at].verdict.relation.is_rendering();
        let mut renderings = (0..self.comparisons.len()).filter(is_rendering);
        if others.is_empty() {
            Scope::Only
        } else if renderings.all(|at| at == comparison || others.contains(&at)) {
            Scope::All
        } else {
            Scope::Some
        }
    }
}

/// Compares several translations with their source.
///
/// ```
/// use muqabala::several::{Scope, compare_several};
/// use muqabala::{Document, Options};
///
/// let source = Document::from_text("ar", "أعلنت الوزارة مقتل 12 شخصا في بغداد.\nوعاد الهدوء إلى المدينة مساء الاثنين.");
/// let [one, other] = ["12", "21"].map(|number| {
///     let text = format!("The ministry said {number} people were killed in Baghdad.\nCalm returned to the city on Monday evening.");
///     Document::from_text(number, &text)
/// });
/// let several = compare_several(&source, &[one, other], &Options::default());
/// assert!(several.comparisons[0].findings.is_empty());
/// assert_eq!(several.scope(1, 0), Scope::Only);
/// ```
pub fn compare_several(source: &Document, translations: &[Document], options: &Options) -> Several {
    let comparisons = translations
        .iter()
        .map(|translation| crate::comparison::compare(source, translation, options))
        .collect();
    gathered(source, comparisons, options)
}

/// [`compare_several`] for long texts: `watch` is told how far each comparison is and can stop it.
///
/// # Errors
/// [`Error::Cancelled`](crate::Error::Cancelled) where `watch` breaks.
pub fn compare_several_watched(
    source: &Document,
    translations: &[Document],
    options: &Options,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Several> {
    let mut comparisons = Vec::with_capacity(translations.len());
    for translation in translations {
        comparisons.push(compare_watched(source, translation, options, watch)?);
    }
    Ok(gathered(source, comparisons, options))
}

fn gathered(source: &Document, comparisons: Vec<Comparison>, options: &Options) -> Several {
    let segments = segment(source, &SegmentOptions::new().segmented(options.segmented));
    let indices: Vec<Index<'_>> = comparisons.iter().map(Index::new).collect();
    let others = |at: usize, finding: usize| {
        let is_there = |&other: &usize| other != at && indices[at].is_in(finding, &indices[other]);
        (0..comparisons.len()).filter(is_there).collect()
    };
    let also_in = comparisons
        .iter()
        .enumerate()
        .map(|(at, comparison)| {
            (0..comparison.whole_findings().len()).map(|finding| others(at, finding)).collect()
        })
        .collect();
    Several { source: segments, comparisons, also_in }
}
