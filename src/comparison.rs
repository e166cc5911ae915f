//! The whole comparison of two texts.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::align;
pub use crate::align::verdict::{Relation, Verdict};
use crate::align::{Alignment, Locks, Meetings, Others, Parameters};
use crate::concept::{self, Labels, Mention, UserWords};
use crate::document::Document;
use crate::error::Result;
use crate::finding::{self, Finding, Severity};
use crate::progress::{Progress, Stage, Watch, tell, unless_stopped, unwatched};
use crate::segment::{SegmentOptions, Segments, segment};
use crate::span::{Pair, Side};

/// How many findings are put first: what a reader takes in at a glance.
const MUST_SEE: usize = 7;

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

impl Comparison {
    /// The certain findings that are no part of another one: what reports list and count.
    pub fn whole_findings(&self) -> &[Finding] {
        let wholes = self.all_whole_findings();
        &wholes[..wholes.partition_point(|finding| !finding.is_uncertain())]
    }

    /// The [uncertain](Finding::is_uncertain) findings: shown apart, and counted nowhere.
    pub fn uncertain_findings(&self) -> &[Finding] {
        &self.all_whole_findings()[self.whole_findings().len()..]
    }

    /// What to look at first: the certain findings that are not of low severity, at most seven.
    pub fn must_see(&self) -> Vec<&Finding> {
        let weighty = |finding: &&Finding| finding.severity != Severity::Low;
        self.whole_findings().iter().filter(weighty).take(MUST_SEE).collect()
    }

    /// The findings that are no part of another one, certain ones first.
    pub(crate) fn all_whole_findings(&self) -> &[Finding] {
        let wholes = self.findings.partition_point(|finding| finding.part_of.is_none());
        &self.findings[..wholes]
    }
}

/// What the caller decides about a comparison.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// The texts hold one sentence a line and a blank line between paragraphs: the sentence split
    /// is the caller's.
    pub segmented: bool,
    /// Names and words of the caller's own, beside the built-in data.
    pub words: UserWords,
    /// What things are called by whom: the built-in labels, and those of the caller.
    pub labels: Labels,
    /// Links that a person confirmed or refused: the rest is aligned around them.
    pub locks: Locks,
    /// What other pairs of the same folder teach.
    pub others: Others,
    /// The figures of the alignment model.
    pub parameters: Parameters,
}

impl Options {
    /// Sets [`Options::segmented`].
    pub fn segmented(mut self, segmented: bool) -> Self {
        self.segmented = segmented;
        self
    }

    /// Sets [`Options::words`].
    pub fn words(mut self, words: UserWords) -> Self {
        self.words = words;
        self
    }

    /// Sets [`Options::labels`].
    pub fn labels(mut self, labels: Labels) -> Self {
        self.labels = labels;
        self
    }

    /// Sets [`Options::locks`].
    pub fn locks(mut self, locks: Locks) -> Self {
        self.locks = locks;
        self
    }

    /// Sets [`Options::others`].
    pub fn others(mut self, others: Others) -> Self {
        self.others = others;
        self
    }

    /// Sets [`Options::parameters`].
    pub fn parameters(mut self, parameters: Parameters) -> Self {
        self.parameters = parameters;
        self
    }
}

/// Compares two texts: units, concepts, links, verdict, findings.
///
/// It never fails: a text without content gives a comparison without links, and a language without
/// a module is compared by figures, Latin names, cognates and length.
///
/// ```
/// use muqabala::{Document, Options, Relation, compare};
///
/// let source = Document::from_text("a", "وصل 120 سائحا إلى مطار أصفهان يوم 3 أيار 2019.");
/// let other = Document::from_text("b", "The orchestra plays Mozart tonight, tickets are sold out.");
/// let comparison = compare(&source, &other, &Options::default());
/// assert_eq!(comparison.verdict.relation, Relation::Unrelated);
/// assert!(comparison.findings.is_empty(), "nothing was translated, so nothing was dropped");
///
/// // What was recognised, where, as what: here a number, a place, a date.
/// let mentions: Vec<&str> =
///     comparison.mentions.source.iter().map(|mention| mention.span.of(&source.text)).collect();
/// assert_eq!(mentions, ["120", "أصفهان", "3 أيار 2019"]);
/// ```
pub fn compare(source: &Document, translation: &Document, options: &Options) -> Comparison {
    unwatched(|watch| run(source, translation, options, watch))
}

/// [`compare`] for long texts: `watch` is told how far the work is and can stop it.
///
/// ```
/// use std::ops::ControlFlow;
///
/// use muqabala::{Document, Error, Options, compare_watched};
///
/// let text = Document::from_text("a", "The ministry announced a harvest of 450 thousand tons.");
/// let mut seen = Vec::new();
/// let mut note = |progress: muqabala::Progress| {
///     seen.push(progress.stage.name());
///     ControlFlow::Continue(())
/// };
/// assert!(compare_watched(&text, &text, &Options::default(), &mut note).is_ok());
/// seen.dedup();
/// assert_eq!(seen, ["reading", "aligning", "finding"]);
///
/// let mut stop = |_| ControlFlow::Break(());
/// let stopped = compare_watched(&text, &text, &Options::default(), &mut stop);
/// assert!(matches!(stopped, Err(Error::Cancelled)));
/// ```
///
/// # Errors
/// [`Error::Cancelled`](crate::Error::Cancelled) where `watch` breaks.
pub fn compare_watched(
    source: &Document,
    translation: &Document,
    options: &Options,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Comparison> {
    unless_stopped(run(source, translation, options, watch))
}

/// Steps of reading: units and mentions of each text.
const READING: usize = 4;

fn run<B>(
    source: &Document,
    translation: &Document,
    options: &Options,
    watch: Watch<'_, B>,
) -> ControlFlow<B, Comparison> {
    let documents = Pair::new(source, translation);
    let segmentation = SegmentOptions::new().segmented(options.segmented);
    tell(watch, Stage::Reading, 0, READING)?;
    let mut segments = Pair::default();
    for (done, side) in Side::BOTH.into_iter().enumerate() {
        segments[side] = segment(documents[side], &segmentation);
        tell(watch, Stage::Reading, done + 1, READING)?;
    }
    let mut mentions = Pair::default();
    for (done, side) in Side::BOTH.into_iter().enumerate() {
        mentions[side] = concept::mentions(documents[side], &segments[side], &options.words);
        tell(watch, Stage::Reading, done + 3, READING)?;
    }
    concept::link::link(documents, &segments, &mut mentions);
    let (alignment, verdict) = align::align(
        documents,
        &mut segments,
        &mentions,
        &align::Given {
            words: &options.words,
            locks: &options.locks,
            others: &options.others,
            parameters: &options.parameters,
            refine: !options.segmented,
        },
        watch,
    )?;
    let findings = finding::findings(
        &finding::Context {
            documents,
            segments: &segments,
            mentions: &mentions,
            alignment: &alignment,
            words: &options.words,
            labels: &options.labels,
            named: finding::named(&mentions),
        },
        verdict.relation,
        watch,
    )?;
    ControlFlow::Continue(Comparison {
        documents: documents.map(Clone::clone),
        segments,
        mentions,
        alignment,
        verdict,
        findings,
    })
}

/// The words that meet in the secure links of a comparison, for [`Options::others`] of other pairs.
///
/// `options` are those of the comparison.
///
/// ```
/// use std::sync::Arc;
///
/// use muqabala::align::{Meetings, Others};
/// use muqabala::comparison::{Comparison, Options, compare, meetings};
/// use muqabala::{Document, Pair};
///
/// fn compare_all(pairs: &[Pair<Document>]) -> Vec<Comparison> {
///     let alone = Options::default();
///     let own: Vec<_> = (pairs.iter())
///         .map(|pair| compare(&pair.source, &pair.translation, &alone))
///         .map(|comparison| Arc::new(meetings(&comparison, &alone)))
///         .collect();
///     let mut all = Meetings::default();
///     own.iter().for_each(|own| all.add(own));
///     let all = Arc::new(all);
///     let options = |own| Options::default().others(Others::new(Arc::clone(&all), own));
///     let pairs = pairs.iter().zip(own);
///     pairs.map(|(pair, own)| compare(&pair.source, &pair.translation, &options(own))).collect()
/// }
/// # assert!(compare_all(&[]).is_empty());
/// ```
pub fn meetings(comparison: &Comparison, options: &Options) -> Meetings {
    align::meetings(
        comparison.documents.as_ref(),
        &comparison.segments,
        &comparison.mentions,
        &options.words,
        &comparison.alignment.sentences,
    )
}
