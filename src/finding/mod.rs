//! What a reviewer would write down.

mod alike;
mod attribution;
mod counted;
mod date;
mod figure;
mod figures;
mod hidden;
mod label;
mod letters;
mod missing;
mod name;
pub(crate) mod order;
mod others;
pub(crate) mod outlet;
mod passage;
mod polarity;
mod quotation;
mod quote;
mod series;
mod severity;
mod speech;
mod structure;
mod sum;
mod surroundings;
#[cfg(test)]
mod tests;
mod value;

use std::ops::ControlFlow;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::align::verdict::Relation;
use crate::align::{Alignment, Link, LinkKind};
use crate::concept::{Labels, Mention, UserWords};
use crate::document::Document;
use crate::progress::{Stage, Watch, tell};
use crate::segment::{Segments, Token};
use crate::span::{Pair, Side, Span};

/// One thing that a reviewer would write down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// `f1`, `f2`, … in the order of the list.
    pub id: String,
    /// The finding that this one spells out or repeats: the figure in a date that changed, a further
    /// place of a changed label. Reports show and count the whole alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// What happened.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// Where, on either side; at least one is given.
    pub spans: Pair<Option<Span>>,
    /// One English sentence without a judgement.
    pub message: String,
    /// The value on either side, as written.
    pub values: Pair<Option<String>>,
    /// Probability from 0 to 1 that it is so.
    pub probability: f64,
    /// What either text calls the thing elsewhere, where a label changed; the most frequent first.
    #[serde(default, skip_serializing_if = "is_called_nothing")]
    pub elsewhere: Pair<Vec<Called>>,
}

/// A name by which a text calls a thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// The name in its dictionary form.
    pub form: String,
    /// How often.
    pub times: usize,
}

/// Whether neither text calls the thing anything elsewhere.
fn is_called_nothing(elsewhere: &Pair<Vec<Called>>) -> bool {
    elsewhere.source.is_empty() && elsewhere.translation.is_empty()
}

/// From this probability on a finding or a link is certain enough to be counted. Of what lies just
/// above it, three in four hold; what lies below is shown apart, for a look.
pub const CERTAIN_FROM: f64 = 0.6;

impl Finding {
    /// One as a finder makes it: its id and the whole that it is part of come with its rank.
    pub(crate) fn new(
        kind: FindingKind,
        severity: Severity,
        spans: Pair<Option<Span>>,
        values: Pair<Option<String>>,
        message: String,
        probability: f64,
    ) -> Self {
        Self {
            id: String::new(),
            part_of: None,
            kind,
            severity,
            spans,
            message,
            values,
            probability,
            elsewhere: Pair::default(),
        }
    }

    /// Whether its probability is below [`CERTAIN_FROM`]: it is shown apart and counted nowhere.
    pub fn is_uncertain(&self) -> bool {
        self.probability < CERTAIN_FROM
    }
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FindingKind {
    /// A source unit without counterpart.
    Dropped,
    /// A translation unit without counterpart.
    Added,
    /// A unit that stands elsewhere than in the source.
    Moved,
    /// A number with another value.
    NumberChanged,
    /// A date with another value.
    DateChanged,
    /// A name that became another.
    NameChanged,
    /// Words that deny became words that affirm, or what is possible became a fact; or the reverse.
    PolarityChanged,
    /// The same thing is called by a name of another stance.
    LabelChanged,
    /// A statement that is given to another speaker, or to none.
    AttributionChanged,
    /// Direct speech that became report, grew or shrank; or the reverse.
    QuotationChanged,
    /// A number of a linked sentence that the translation lacks.
    NumberDropped,
    /// A number in a linked sentence that the source lacks.
    NumberAdded,
    /// A name of a linked sentence that the translation lacks.
    NameDropped,
    /// A name in a linked sentence that the source lacks.
    NameAdded,
    /// A character that a reader cannot see and that can mislead.
    HiddenCharacter,
}

impl FindingKind {
    /// Every kind, in the order in which reports list them.
    pub const ALL: [Self; 15] = [
        Self::NumberChanged,
        Self::DateChanged,
        Self::PolarityChanged,
        Self::NameChanged,
        Self::LabelChanged,
        Self::AttributionChanged,
        Self::Dropped,
        Self::Added,
        Self::QuotationChanged,
        Self::NumberDropped,
        Self::NumberAdded,
        Self::NameDropped,
        Self::NameAdded,
        Self::Moved,
        Self::HiddenCharacter,
    ];

    /// The place among findings of one severity: what most likely alters the meaning first. That is
    /// the order of reports, but for hidden characters, which come right behind dates.
    pub(crate) fn weight(self) -> (Option<usize>, bool) {
        let is_hidden = self == Self::HiddenCharacter;
        let before = if is_hidden { Self::DateChanged } else { self };
        (Self::ALL.iter().position(|&kind| kind == before), is_hidden)
    }

    /// The name in the JSON contract and in `--fail-on`: `number_changed`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Added => "added",
            Self::Moved => "moved",
            Self::NumberChanged => "number_changed",
            Self::DateChanged => "date_changed",
            Self::NameChanged => "name_changed",
            Self::PolarityChanged => "polarity_changed",
            Self::LabelChanged => "label_changed",
            Self::AttributionChanged => "attribution_changed",
            Self::QuotationChanged => "quotation_changed",
            Self::NumberDropped => "number_dropped",
            Self::NumberAdded => "number_added",
            Self::NameDropped => "name_dropped",
            Self::NameAdded => "name_added",
            Self::HiddenCharacter => "hidden_character",
        }
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Likely to alter what the text says.
    High,
    /// Worth a look.
    Medium,
    /// For the record.
    Low,
}

/// Everything that the finders look at.
pub(crate) struct Context<'a> {
    pub(crate) documents: Pair<&'a Document>,
    pub(crate) segments: &'a Pair<Segments>,
    pub(crate) mentions: &'a Pair<Vec<Mention>>,
    pub(crate) alignment: &'a Alignment,
    pub(crate) words: &'a UserWords,
    pub(crate) labels: &'a Labels,
    /// The concepts that each text names; see [`named`].
    pub(crate) named: Pair<FxHashSet<&'a str>>,
}

/// The concepts that each of two texts names.
pub(crate) fn named(mentions: &Pair<Vec<Mention>>) -> Pair<FxHashSet<&str>> {
    mentions.as_ref().map(|mentions| {
        let named = mentions.iter().filter(|mention| !mention.is_weak());
        named.map(|mention| mention.concept.as_str()).collect()
    })
}

impl<'a> Context<'a> {
    /// Whether the text of a side names a concept anywhere.
    fn names(&self, side: Side, concept: &str) -> bool {
        self.named[side].contains(concept)
    }

    /// The text of a span of one side.
    fn text(&self, side: Side, span: Span) -> &str {
        span.of(&self.documents[side].text)
    }

    /// A finding that two stretches say different things, each in its own words.
    fn changed(
        &self,
        kind: FindingKind,
        severity: Severity,
        spans: Pair<Span>,
        message: String,
        probability: f64,
    ) -> Finding {
        let written = |side: Side| Some(self.text(side, spans[side]).to_owned());
        let values = Pair::new(written(Side::Source), written(Side::Translation));
        Finding::new(kind, severity, spans.map(Some), values, message, probability)
    }

    /// Where something stands on one side only: there, and all of what the other has for it.
    fn lone(&self, side: Side, span: Span, counterpart: &[usize]) -> Pair<Option<Span>> {
        let mut spans = Pair::only(side, span);
        spans[side.other()] = self.sentences(side.other(), counterpart);
        spans
    }

    /// The words of a stretch that one side only has.
    fn lone_text(&self, side: Side, span: Span) -> Pair<Option<String>> {
        Pair::only(side, self.text(side, span).to_owned())
    }

    /// The stretch from the first to the last of some sentences.
    fn sentences(&self, side: Side, sentences: &[usize]) -> Option<Span> {
        sentences.iter().map(|&s| self.segments[side].sentences[s].span).reduce(Span::join)
    }

    /// The mentions in a sentence.
    fn mentions_in(&self, side: Side, sentence: usize) -> &'a [Mention] {
        let Some(sentence) = self.segments[side].sentences.get(sentence) else { return &[] };
        let mentions = &self.mentions[side];
        let first = mentions.partition_point(|m| m.span.end <= sentence.span.start);
        let last = mentions.partition_point(|m| m.span.start < sentence.span.end);
        mentions.get(first..last).unwrap_or(&[])
    }

    /// The tokens of a sentence, or of the part that it is where one was cut.
    fn tokens_in(&self, side: Side, sentence: usize) -> &'a [Token] {
        let segments = &self.segments[side];
        segments.sentences.get(sentence).map_or(&[], |sentence| segments.tokens_in(sentence))
    }

    /// The tokens of a sentence, of all its parts where it was cut.
    fn whole(&self, side: Side, sentence: usize) -> &'a [Token] {
        let segments = &self.segments[side];
        let parts = segments.parts_of(sentence);
        let ends = segments.sentences.get(parts.start).zip(segments.sentences.get(parts.end - 1));
        let range = ends.map_or(0..0, |(first, last)| first.tokens.start..last.tokens.end);
        segments.tokens.get(range).unwrap_or(&[])
    }

    /// The tokens of a sentence behind a stretch of it.
    fn tokens_behind(&self, side: Side, sentence: usize, span: Span) -> &'a [Token] {
        let tokens = self.whole(side, sentence);
        &tokens[tokens.partition_point(|token| token.span.start < span.end)..]
    }

    /// The tokens of a sentence before a stretch of it.
    fn tokens_before(&self, side: Side, sentence: usize, span: Span) -> &'a [Token] {
        let tokens = self.whole(side, sentence);
        &tokens[..tokens.partition_point(|token| token.span.end <= span.start)]
    }

    /// The sentences of a side of a link with those before and behind, of cut ones all parts: where
    /// a link misses a sentence, what seems to be missing is said there.
    fn around(&self, side: Side, link: &Link) -> Vec<usize> {
        let segments = &self.segments[side];
        let count = segments.sentences.len();
        let mut around: Vec<usize> = link
            .units(side)
            .iter()
            .flat_map(|&unit| {
                let whole = segments.parts_of(unit);
                let before = segments.parts_of(whole.start.saturating_sub(1));
                before.start..segments.parts_of(whole.end).end
            })
            .filter(|&sentence| sentence < count)
            .collect();
        around.sort_unstable();
        around.dedup();
        around
    }

    /// Links that claim a translation.
    fn renderings(&self) -> impl Iterator<Item = &Link> {
        self.alignment.sentences.iter().filter(|link| link.kind == LinkKind::Translation)
    }
}

/// Progress is told whenever so many links are looked through.
const TOLD: usize = 256;

/// All findings of a comparison, what matters most first.
pub(crate) fn findings<B>(
    context: &Context<'_>,
    relation: Relation,
    watch: Watch<'_, B>,
) -> ControlFlow<B, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut repeated = FxHashMap::default();
    let total = context.alignment.sentences.len();
    tell(watch, Stage::Finding, 0, total)?;
    if relation.is_rendering() {
        let mut linked = vec![false; context.segments.source.sentences.len()];
        for &sentence in context.renderings().flat_map(|link| &link.source) {
            linked[sentence] = true;
        }
        structure::find(context, &mut findings);
        let passages = passage::Passages::new(context);
        let links = passages.links();
        repeated = label::find(context, &links, &mut findings);
        for (done, link) in links.iter().enumerate() {
            if done % TOLD == 0 {
                tell(watch, Stage::Finding, done, total)?;
            }
            let told = value::find(context, link, &mut findings);
            date::find(context, link, &told, &mut findings);
            name::find(context, link, &linked, &mut findings);
            polarity::find(context, link, &mut findings);
        }
        let quotes = Pair::SIDES
            .map(|side| quote::Quotes::read(context.documents[side], &context.segments[side]));
        let first = findings.len();
        attribution::find(context, &passages, &quotes, &mut findings);
        quotation::find(context, &passages, &quotes, &mut findings);
        forget_what_went_with_a_passage(&mut findings, first);
        outlet::find(context, &mut findings);
    }
    hidden::find(context, &mut findings);
    ControlFlow::Continue(order::ranked(findings, &repeated))
}

/// Who says a thing, and what is quoted, goes with the passage that was left out or put in: of the
/// findings from `first` on, those that are within one are told by it.
fn forget_what_went_with_a_passage(findings: &mut Vec<Finding>, first: usize) {
    let alone = Pair::SIDES.map(|side| -> Vec<Span> {
        let kind = if side == Side::Source { FindingKind::Dropped } else { FindingKind::Added };
        let passages = findings.iter().filter(|finding| finding.kind == kind);
        passages.filter_map(|finding| finding.spans[side]).collect()
    });
    let mut at = 0;
    findings.retain(|finding| {
        at += 1;
        let went = |side: Side| {
            finding.values[side].is_some()
                && finding.values[side.other()].is_none()
                && finding.spans[side]
                    .is_some_and(|span| alone[side].iter().any(|passage| passage.contains(span)))
        };
        at <= first || !Side::BOTH.into_iter().any(went)
    });
}
