//! Two versions of one text in one language: what a correction, or a silent change, altered.
//!
//! Sentences are matched by the words that they share (`sentences`), words by [`similar`] over folded
//! keys (`diff`), and what changed in them is looked through for facts (`facts`). No clock decides
//! anything: the same versions give the same result everywhere.

mod bags;
mod diff;
mod facts;
mod findings;
mod keys;
mod order;
mod paragraphs;
mod sentences;
mod steps;
#[cfg(test)]
mod tests;
mod values;

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use self::diff::Differ;
pub use self::diff::{Edit, EditKind, UnitDiff};
use self::keys::Keys;
use self::steps::Steps;
use crate::align::{Alignment, By, Link, LinkKind};
use crate::comparison::{Comparison, Options, Relation, Verdict};
use crate::concept;
use crate::document::Document;
use crate::error::Result;
use crate::lang::Lang;
use crate::progress::{Progress, Stage, Watch, tell, unless_stopped, unwatched};
use crate::segment::{SegmentOptions, Segments, Token, TokenKind, segment};
use crate::span::{Pair, Side, Span};

/// Two versions of which less than this is common to both are no versions of one text.
const LEAST_KEPT: f64 = 0.1;
/// What is inferred is never called certain.
const MOST_CERTAIN: f64 = 0.99;

/// Everything that was found out about two versions of one text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// The versions side by side: the old one as the source, the new one as the translation. Its links
    /// are sentences that are the same, and the verdict is about versions.
    pub comparison: Comparison,
    /// For every link between sentences, in their order, what differs in it.
    pub diffs: Vec<UnitDiff>,
    /// How far the versions differ.
    pub extent: Extent,
}

/// How far two versions differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Extent {
    /// Not at all.
    Identical,
    /// In spaces, line breaks and the like alone.
    Spacing,
    /// In spelling and marks alone.
    Spelling,
    /// In words.
    Revised,
    /// So much that they are hardly versions of one text.
    Unrelated,
}

impl Extent {
    /// The name in the JSON contract: `identical`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identical => "identical",
            Self::Spacing => "spacing",
            Self::Spelling => "spelling",
            Self::Revised => "revised",
            Self::Unrelated => "unrelated",
        }
    }
}

/// One of two versions, for words about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// The [`Side::Source`] of the comparison.
    Old,
    /// The [`Side::Translation`] of it.
    New,
}

impl Version {
    pub(crate) const fn of(side: Side) -> Self {
        match side {
            Side::Source => Self::Old,
            Side::Translation => Self::New,
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New => "new",
        }
    }

    /// With which the ids of its units begin: `o3.1`, `n1`.
    pub(crate) const fn letter(self) -> char {
        match self {
            Self::Old => 'o',
            Self::New => 'n',
        }
    }
}

impl Revision {
    /// How many edits of a kind there are.
    pub fn count(&self, kind: EditKind) -> usize {
        self.diffs.iter().flat_map(|diff| &diff.edits).filter(|edit| edit.kind == kind).count()
    }

    /// What differs in a link between sentences of this revision, in the order of the text.
    pub fn edits(&self, link: &Link) -> &[Edit] {
        let links = &self.comparison.alignment.sentences;
        let at = links.partition_point(|other| other.source < link.source);
        self.diffs.get(at).map_or(&[], |diff| &diff.edits)
    }

    /// Whether words changed, and not only how they are written.
    pub fn changes_words(&self) -> bool {
        matches!(self.extent, Extent::Revised | Extent::Unrelated)
    }
}

/// Compares two versions of one text: `old`, and `new`, which was made from it.
///
/// Works in any language; in one without a module words are parted by spaces and marks, and names,
/// numbers and dates are those that need no grammar. Of the options those of alignment are not used.
///
/// ```
/// use muqabala::revision::{EditKind, Extent, revise};
/// use muqabala::{Document, FindingKind, Options};
///
/// let old = Document::from_text("old.txt", "The fire destroyed 12 houses. Nobody was hurt.");
/// let new = Document::from_text("new.txt", "The fire destroyed 21 houses. Nobody was hurt.");
/// let revision = revise(&old, &new, &Options::default());
/// assert_eq!(revision.extent, Extent::Revised);
/// assert_eq!(revision.comparison.findings[0].kind, FindingKind::NumberChanged);
/// let edit = revision.diffs[0].edits[0];
/// assert_eq!((edit.kind, edit.spans.translation.of(&new.text)), (EditKind::Replaced, "21"));
/// ```
pub fn revise(old: &Document, new: &Document, options: &Options) -> Revision {
    unwatched(|watch| run(old, new, options, watch))
}

/// [`revise`] for long texts: `watch` is told how far the work is and can stop it.
///
/// # Errors
/// [`Error::Cancelled`](crate::Error::Cancelled) where `watch` breaks.
pub fn revise_watched(
    old: &Document,
    new: &Document,
    options: &Options,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Revision> {
    unless_stopped(run(old, new, options, watch))
}

/// Steps of reading: both texts, then the words of both.
const READING: usize = 2;

fn run<B>(
    old: &Document,
    new: &Document,
    options: &Options,
    watch: Watch<'_, B>,
) -> ControlFlow<B, Revision> {
    let documents = Pair::new(old, new);
    let lang = if old.lang == new.lang { old.lang } else { Lang::Unknown };
    tell(watch, Stage::Reading, 0, READING)?;
    let (segments, mentions) = read(documents, options);
    tell(watch, Stage::Reading, 1, READING)?;
    let keys = Keys::new(documents, &segments, lang);
    let mut steps = Steps::new(&segments, watch);
    let matches = sentences::matches(&segments, &keys, &mut steps)?;
    let differ = Differ { documents, segments: &segments, mentions: &mentions, keys: &keys };
    let (mut diffs, mut equal) = (Vec::new(), Vec::new());
    for found in &matches {
        steps.next()?;
        let (diff, same) = differ.diff(&found.units);
        diffs.push(diff);
        equal.push(same);
    }
    steps.end()?;
    let sentences: Vec<Link> =
        matches.into_iter().map(|found| link(found.units, found.similarity, found.moved)).collect();
    let paragraphs = paragraphs::links(&segments, &sentences);
    let nulls = segments.as_ref().map(|segments| vec![MOST_CERTAIN; segments.sentences.len()]);
    let mut alignment = Alignment { paragraphs, sentences, nulls };
    let kept = kept(&differ, &alignment, &diffs);
    let extent = extent(documents, &segments, &alignment, &diffs, kept);
    let findings = if extent == Extent::Unrelated {
        alignment = Alignment::default();
        diffs.clear();
        Vec::new()
    } else {
        findings::findings(
            &differ,
            lang,
            (&options.words, &options.labels),
            &mut alignment,
            &diffs,
            equal,
            watch,
        )?
    };
    let verdict = verdict(extent, kept);
    let comparison = Comparison {
        documents: documents.map(Clone::clone),
        segments,
        mentions,
        alignment,
        verdict,
        findings,
    };
    ControlFlow::Continue(Revision { comparison, diffs, extent })
}

type Reading = (Pair<Segments>, Pair<Vec<concept::Mention>>);

/// Units and mentions of both versions, side by side in time.
fn read(documents: Pair<&Document>, options: &Options) -> Reading {
    let cut = SegmentOptions::new().segmented(options.segmented).plain(true);
    let one = |side: Side| {
        let segments = segment(documents[side], &cut);
        let mentions = concept::mentions(documents[side], &segments, &options.words);
        (segments, mentions)
    };
    let (old, new) = std::thread::scope(|scope| {
        let other = scope.spawn(|| one(Side::Translation));
        let old = one(Side::Source);
        // A panic of the other side is the caller's, as it would be on one thread.
        let new = other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (old, new)
    });
    let segments = Pair::new(old.0, new.0);
    let mut mentions = Pair::new(old.1, new.1);
    concept::link::link(documents, &segments, &mut mentions);
    (segments, mentions)
}

fn link(units: Pair<Vec<usize>>, similarity: f64, moved: bool) -> Link {
    let probability = similarity_as_probability(similarity);
    Link {
        source: units.source,
        translation: units.translation,
        kind: LinkKind::Translation,
        probability,
        belief: probability,
        moved,
        evidence: Vec::new(),
        by: By::Machine,
    }
}

/// Sentences of one text that share a third of their words are hardly ever two: no link that was made
/// is called a doubtful one.
fn similarity_as_probability(similarity: f64) -> f64 {
    (0.7 + 0.3 * similarity.clamp(0.0, 1.0)).min(MOST_CERTAIN)
}

/// Share of each side's words that the other side has in their place, however they are spelt.
fn kept(differ: &Differ<'_>, alignment: &Alignment, diffs: &[UnitDiff]) -> Pair<f64> {
    Pair::SIDES.map(|side| {
        let segments = &differ.segments[side];
        let words = |span: Span| differ.words_in(side, span).count();
        let linked = alignment.sentences.iter().flat_map(|link| link.units(side));
        let linked: usize =
            linked.filter_map(|&at| segments.sentences.get(at)).map(|s| words(s.span)).sum();
        let edits = diffs.iter().flat_map(|diff| &diff.edits).filter(|e| e.kind.is_of_words());
        let changed: usize = edits.map(|edit| words(edit.spans[side])).sum();
        let is_word = |token: &&Token| token.kind != TokenKind::Mark;
        let all = segments.tokens.iter().filter(is_word).count();
        if all == 0 { 1.0 } else { linked.saturating_sub(changed) as f64 / all as f64 }
    })
}

fn extent(
    documents: Pair<&Document>,
    segments: &Pair<Segments>,
    alignment: &Alignment,
    diffs: &[UnitDiff],
    kept: Pair<f64>,
) -> Extent {
    if documents.source.text == documents.translation.text {
        return Extent::Identical;
    }
    let has_words = |side: Side| !segments[side].sentences.is_empty();
    if kept.source.max(kept.translation) < LEAST_KEPT && Side::BOTH.into_iter().all(has_words) {
        return Extent::Unrelated;
    }
    let linked = |side: Side| -> usize {
        alignment.sentences.iter().map(|link| link.units(side).len()).sum()
    };
    let whole = Side::BOTH.into_iter().all(|side| linked(side) == segments[side].sentences.len());
    let moved = alignment.sentences.iter().any(|link| link.moved);
    if !whole || moved || diffs.iter().any(UnitDiff::changes_words) {
        Extent::Revised
    } else if diffs.iter().any(|diff| !diff.edits.is_empty()) {
        Extent::Spelling
    } else {
        Extent::Spacing
    }
}

fn verdict(extent: Extent, kept: Pair<f64>) -> Verdict {
    let summary = match extent {
        Extent::Identical => "The two versions are the same to the last byte.",
        Extent::Spacing => "The two versions differ in spaces and line breaks alone.",
        Extent::Spelling => "The two versions differ in spelling and marks alone; no word changed.",
        Extent::Revised => "The new version is a revision of the old one.",
        Extent::Unrelated => "The two texts have hardly any words in common in one place.",
    };
    let relation = match extent {
        Extent::Unrelated => Relation::Unrelated,
        _ => Relation::Translation,
    };
    Verdict {
        relation,
        confidence: MOST_CERTAIN,
        coverage: kept,
        shared_names: Pair::default(),
        shared_figures: Pair::default(),
        summary: summary.to_owned(),
    }
}
