//! Several translations of one source: each compared with it, and what they have in common told from
//! what one of them did alone.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::comparison::{Comparison, Options, compare_watched};
use crate::document::Document;
use crate::error::Result;
use crate::finding::{Finding, FindingKind};
use crate::progress::Progress;
use crate::segment::{SegmentOptions, Segments, TokenKind, segment};
use crate::span::{Side, Span};

/// Two added passages in one language are one if they share so much of the shorter one's words; in two
/// languages, so much of its names and figures …
const SAME: f64 = 0.5;
/// … and at least so many.
const CONCEPTS: usize = 2;

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
    let others = |at: usize, finding: &Finding| {
        let is_there = |&other: &usize| {
            let found = comparisons[other].whole_findings();
            other != at
                && found.iter().any(|theirs| {
                    is_same((&comparisons[at], finding), (&comparisons[other], theirs))
                })
        };
        (0..comparisons.len()).filter(is_there).collect()
    };
    let also_in = comparisons
        .iter()
        .enumerate()
        .map(|(at, comparison)| {
            comparison.whole_findings().iter().map(|finding| others(at, finding)).collect()
        })
        .collect();
    Several { source: segments, comparisons, also_in }
}

/// Whether two translations did the same: to the same place of the source, or by putting in the same.
fn is_same(one: (&Comparison, &Finding), other: (&Comparison, &Finding)) -> bool {
    if one.1.kind != other.1.kind {
        return false;
    }
    match (one.1.spans.source, other.1.spans.source) {
        (Some(mine), Some(theirs)) => mine.overlaps(theirs),
        (None, None) => match (one.1.spans.translation, other.1.spans.translation) {
            (Some(mine), Some(theirs)) => {
                is_same_text((one.0, mine), (other.0, theirs), one.1.kind)
            }
            _ => false,
        },
        _ => false,
    }
}

fn is_same_text(one: (&Comparison, Span), other: (&Comparison, Span), kind: FindingKind) -> bool {
    if kind == FindingKind::HiddenCharacter {
        return false;
    }
    let lang = |comparison: &Comparison| comparison.documents.translation.lang;
    let [mine, theirs] = [one, other].map(|(comparison, span)| concepts(comparison, span));
    let shared = mine.intersection(&theirs).count();
    if kind != FindingKind::Added {
        // A name or figure put in.
        return shared > 0;
    }
    if lang(one.0) == lang(other.0) {
        let [mine, theirs] = [one, other].map(|(comparison, span)| words(comparison, span));
        let shared = mine.intersection(&theirs).count();
        let least = mine.len().min(theirs.len());
        return least > 0 && shared as f64 >= SAME * least as f64;
    }
    shared >= CONCEPTS && shared as f64 >= SAME * mine.len().min(theirs.len()) as f64
}

/// What the names and figures of a stretch of a translation stand for.
fn concepts(comparison: &Comparison, span: Span) -> BTreeSet<&str> {
    let mentions = &comparison.mentions[Side::Translation];
    let inside = mentions.iter().filter(|mention| mention.span.overlaps(span));
    inside.filter(|mention| !mention.is_weak()).map(|mention| mention.concept.as_str()).collect()
}

fn words(comparison: &Comparison, span: Span) -> FxHashSet<&str> {
    let tokens = &comparison.segments[Side::Translation].tokens;
    let inside = tokens.iter().filter(|token| token.span.overlaps(span));
    inside.filter(|token| token.kind != TokenKind::Mark).map(|token| token.key.as_str()).collect()
}
