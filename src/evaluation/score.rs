//! What is right in one comparison, counted as the truth counts.

use std::collections::{BTreeMap, BTreeSet};

use super::beads::Beads;
use super::calibration::Forecast;
use super::gold::{GoldPair, TrueSentence, Truth};
use crate::align::{Alignment, Link, LinkKind};
use crate::comparison::{Comparison, Relation};
use crate::finding::{Finding, FindingKind};
use crate::segment::Segments;
use crate::span::{Pair, Side, Span};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// Linked sentence pairs.
    Sentence,
    /// Linked paragraph pairs.
    Paragraph,
    /// Source sentences without a counterpart.
    Dropped,
    /// Translation sentences without a counterpart.
    Added,
    /// Translation sentences that stand out of the source's order.
    Moved,
    /// Translation sentences with a changed number.
    Numbers,
    /// Translation sentences with a changed name.
    Names,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 7] = [
        Self::Sentence,
        Self::Paragraph,
        Self::Dropped,
        Self::Added,
        Self::Moved,
        Self::Numbers,
        Self::Names,
    ];

    /// Its name in tables and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
            Self::Dropped => "dropped",
            Self::Added => "added",
            Self::Moved => "moved",
            Self::Numbers => "numbers",
            Self::Names => "names",
        }
    }
}

/// Claims against the truth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Claimed and true.
    pub right: usize,
    /// Claimed and not true.
    pub wrong: usize,
    /// True and not claimed.
    pub missed: usize,
}

impl Counts {
    /// Counts of one set of claims.
    pub fn of<T: Ord>(claimed: &BTreeSet<T>, truth: &BTreeSet<T>) -> Self {
        let right = claimed.intersection(truth).count();
        Self { right, wrong: claimed.len() - right, missed: truth.len() - right }
    }

    /// Adds those of another pair.
    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }

    /// Share of the claims that are true; 1 where nothing is claimed.
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// Share of the truth that is claimed; 1 where nothing is true.
    pub fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    /// Harmonic mean of the two.
    pub fn f1(self) -> f64 {
        harmonic(self.precision(), self.recall())
    }
}

/// A share of a number; 1 of nothing.
pub(super) fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { part as f64 / all as f64 }
}

pub(super) fn harmonic(precision: f64, recall: f64) -> f64 {
    let sum = precision + recall;
    if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 }
}

/// What a comparison says, as far as it is scored.
#[derive(Clone, Copy, Debug)]
pub struct Predicted<'a> {
    /// Units.
    pub segments: &'a Pair<Segments>,
    /// Links and nulls.
    pub alignment: &'a Alignment,
    /// How the texts are related.
    pub relation: Relation,
    /// Findings; those of numbers, names and moves count.
    pub findings: &'a [Finding],
}

impl<'a> From<&'a Comparison> for Predicted<'a> {
    fn from(comparison: &'a Comparison) -> Self {
        Self {
            segments: &comparison.segments,
            alignment: &comparison.alignment,
            relation: comparison.verdict.relation,
            findings: &comparison.findings,
        }
    }
}

/// What happened on a pair whose texts do not render each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// Whether the verdict is [`Relation::Unrelated`].
    pub refused: bool,
    /// Linked paragraph pairs that were claimed.
    pub claimed: usize,
    /// Paragraphs of the translation.
    pub paragraphs: usize,
}

/// The score of one comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The name of the pair.
    pub name: String,
    /// Its level.
    pub level: String,
    /// The document that it was made from.
    pub document: String,
    /// The verdict.
    pub relation: Relation,
    /// Counts by [measure](Measure::ALL).
    pub counts: [Counts; 7],
    /// Beads over sentences.
    pub beads: Beads,
    /// Where nothing renders anything.
    pub refusal: Option<Refusal>,
    /// Probabilities of linked sentences, and whether they render each other.
    pub sentence_forecasts: Vec<Forecast>,
    /// The same of paragraphs.
    pub paragraph_forecasts: Vec<Forecast>,
    /// Probabilities that a sentence has no counterpart.
    pub null_forecasts: Vec<Forecast>,
}

impl Score {
    /// Scores what was predicted of a pair.
    pub fn new(pair: &GoldPair, predicted: &Predicted<'_>) -> Self {
        let truth = &pair.truth;
        let sentences = overlays(
            truth,
            |units| units.sentences.iter().map(TrueSentence::span).collect(),
            predicted,
            |segments| segments.sentences.iter().map(|s| s.span).collect(),
        );
        let paragraphs = overlays(
            truth,
            |units| units.paragraphs.clone(),
            predicted,
            |segments| segments.paragraphs.iter().map(|p| p.span).collect(),
        );
        let pairs = claims(&predicted.alignment.sentences, &sentences);
        let paragraph_pairs = claims(&predicted.alignment.paragraphs, &paragraphs);
        let mut counts = [Counts::default(); 7];
        let mut count = |measure: Measure, found: Counts| counts[measure as usize] = found;
        count(Measure::Sentence, Counts::of(&pairs, &truth.sentence_links));
        count(Measure::Paragraph, Counts::of(&paragraph_pairs, &truth.paragraph_links));
        let content = Pair::new(content(truth, Side::Source), content(truth, Side::Translation));
        let rendering = truth.is_rendering();
        if rendering {
            let unlinked = |side: Side| unlinked(&content[side], &pairs, side);
            count(Measure::Dropped, Counts::of(&unlinked(Side::Source), &truth.dropped));
            count(Measure::Added, Counts::of(&unlinked(Side::Translation), &truth.added));
            let flagged = |kind| flagged(truth, predicted.findings, kind);
            let numbers = truth.numbers.iter().map(|change| change.sentence).collect();
            let names = truth.names.iter().map(|change| change.sentence).collect();
            count(Measure::Numbers, Counts::of(&flagged(FindingKind::NumberChanged), &numbers));
            count(Measure::Names, Counts::of(&flagged(FindingKind::NameChanged), &names));
            let moved = flagged(FindingKind::Moved);
            count(Measure::Moved, Counts::of(&moved, &out_of_order(&truth.sentence_links, &moved)));
        }
        let nulls = Side::BOTH.into_iter().flat_map(|side| {
            nulls(&sentences[side], predicted, side, &content[side], truth.unlinked(side))
        });
        Self {
            name: truth.name.clone(),
            level: truth.level.clone(),
            document: truth.document(),
            relation: predicted.relation,
            counts,
            beads: Beads::new(&pairs, &truth.sentence_links, &content),
            refusal: (!rendering).then(|| Refusal {
                refused: predicted.relation == Relation::Unrelated,
                claimed: paragraph_pairs.len(),
                paragraphs: truth.translation.paragraphs.len(),
            }),
            sentence_forecasts: forecasts(
                &predicted.alignment.sentences,
                &sentences,
                &truth.sentence_links,
            ),
            paragraph_forecasts: forecasts(
                &predicted.alignment.paragraphs,
                &paragraphs,
                &truth.paragraph_links,
            ),
            null_forecasts: if rendering { nulls.collect() } else { Vec::new() },
        }
    }

    /// The counts of a measure.
    pub fn counts(&self, measure: Measure) -> Counts {
        self.counts[measure as usize]
    }
}

/// For every predicted unit of each side the true units that it covers.
fn overlays(
    truth: &Truth,
    of_truth: impl Fn(&super::gold::TrueUnits) -> Vec<Span>,
    predicted: &Predicted<'_>,
    of_predicted: impl Fn(&Segments) -> Vec<Span>,
) -> Pair<Vec<Vec<usize>>> {
    let overlay = |side: Side| {
        overlay(&of_predicted(&predicted.segments[side]), &of_truth(truth.units(side)))
    };
    Pair::new(overlay(Side::Source), overlay(Side::Translation))
}

/// A unit covers every true one that it overlaps by at least half of either.
fn overlay(units: &[Span], truth: &[Span]) -> Vec<Vec<usize>> {
    let covers = |unit: &Span, other: &Span| {
        let overlap = common(*unit, *other);
        overlap > 0 && (2 * overlap >= other.len() || 2 * overlap >= unit.len())
    };
    let covered = |unit: &Span| -> Vec<usize> {
        (0..truth.len()).filter(|&at| covers(unit, &truth[at])).collect()
    };
    units.iter().map(covered).collect()
}

/// Bytes that two spans share.
fn common(a: Span, b: Span) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// True pairs of units that translation links claim.
fn claims(links: &[Link], overlays: &Pair<Vec<Vec<usize>>>) -> BTreeSet<(usize, usize)> {
    let mut claimed = BTreeSet::new();
    for link in links.iter().filter(|link| link.kind == LinkKind::Translation) {
        for &source in link.source.iter().flat_map(|&unit| &overlays.source[unit]) {
            for &translation in link.translation.iter().flat_map(|&t| &overlays.translation[t]) {
                claimed.insert((source, translation));
            }
        }
    }
    claimed
}

/// What translation links say of each pair of their units. It holds where something that the one
/// covers is rendered by something that the other covers: probabilities are given to the program's
/// own units, which may be coarser than the true ones.
fn forecasts(
    links: &[Link],
    overlays: &Pair<Vec<Vec<usize>>>,
    truth: &BTreeSet<(usize, usize)>,
) -> Vec<Forecast> {
    let mut forecasts = Vec::new();
    for link in links.iter().filter(|link| link.kind == LinkKind::Translation) {
        for sources in link.source.iter().map(|&unit| &overlays.source[unit]) {
            for translations in link.translation.iter().map(|&t| &overlays.translation[t]) {
                let holds = sources
                    .iter()
                    .any(|&source| translations.iter().any(|&t| truth.contains(&(source, t))));
                forecasts.push(Forecast::new(link.probability, holds));
            }
        }
    }
    forecasts
}

/// True sentences of a side that are no furniture.
fn content(truth: &Truth, side: Side) -> BTreeSet<usize> {
    let sentences = &truth.units(side).sentences;
    (0..sentences.len()).filter(|&at| sentences[at].is_content()).collect()
}

fn unlinked(
    content: &BTreeSet<usize>,
    pairs: &BTreeSet<(usize, usize)>,
    side: Side,
) -> BTreeSet<usize> {
    let linked: BTreeSet<usize> =
        pairs.iter().map(|&(s, t)| if side == Side::Source { s } else { t }).collect();
    content.difference(&linked).copied().collect()
}

/// What is said of the program's own sentences: that they have no counterpart. It holds where
/// nothing that one covers has. Page furniture is left out, by whose word it may be.
fn nulls(
    overlay: &[Vec<usize>],
    predicted: &Predicted<'_>,
    side: Side,
    content: &BTreeSet<usize>,
    truth: &BTreeSet<usize>,
) -> Vec<Forecast> {
    let segments = &predicted.segments[side];
    let nulls = &predicted.alignment.nulls[side];
    let mut forecasts = Vec::new();
    for ((covered, sentence), &null) in overlay.iter().zip(&segments.sentences).zip(nulls) {
        let mut covered = covered.iter().filter(|at| content.contains(at)).peekable();
        if covered.peek().is_some() && segments.paragraphs[sentence.paragraph].role.is_content() {
            forecasts.push(Forecast::new(null, covered.all(|at| truth.contains(at))));
        }
    }
    forecasts
}

/// Translation sentences that findings of a kind touch.
fn flagged(truth: &Truth, findings: &[Finding], kind: FindingKind) -> BTreeSet<usize> {
    let sentences = &truth.translation.sentences;
    let of_kind = findings.iter().filter(|finding| finding.kind == kind);
    of_kind
        .filter_map(|finding| finding.spans.translation)
        .flat_map(|span| {
            let touched = move |&at: &usize| {
                sentences[at].is_content() && common(sentences[at].span(), span) > 0
            };
            (0..sentences.len()).filter(touched)
        })
        .collect()
}

/// The fewest translation sentences whose removal leaves the source's order; among equals, those
/// that were claimed.
fn out_of_order(links: &BTreeSet<(usize, usize)>, claimed: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for &(source, translation) in links {
        let least = first.entry(translation).or_insert(source);
        *least = source.min(*least);
    }
    let sequence: Vec<(usize, usize)> = first.into_iter().collect();
    let weight: Vec<f64> =
        sequence.iter().map(|(t, _)| if claimed.contains(t) { 0.999 } else { 1.0 }).collect();
    let mut best = weight.clone();
    let mut previous = vec![None; sequence.len()];
    let mut heaviest: Option<usize> = None;
    for i in 0..sequence.len() {
        for j in 0..i {
            if sequence[j].1 <= sequence[i].1 && best[j] + weight[i] > best[i] {
                best[i] = best[j] + weight[i];
                previous[i] = Some(j);
            }
        }
        if heaviest.is_none_or(|most| best[i] > best[most]) {
            heaviest = Some(i);
        }
    }
    let mut kept = BTreeSet::new();
    let mut at = heaviest;
    while let Some(i) = at {
        kept.insert(sequence[i].0);
        at = previous[i];
    }
    sequence.iter().map(|&(translation, _)| translation).filter(|t| !kept.contains(t)).collect()
}
