//! The JSON contract `muqabala.comparison/1`: fields may be added, never renamed.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::Writer;
use crate::align::{By, Link, LinkKind};
use crate::comparison::{Comparison, Relation};
use crate::concept::{ConceptKind, FoundBy, Value};
use crate::document::{Document, Meta};
use crate::finding::{Called, FindingKind, Severity};
use crate::segment::{AsideKind, Role, Segments};
use crate::span::{Pair, Side, Span};

/// The name of the contract, in the field `schema`.
const SCHEMA: &str = "muqabala.comparison/1";

/// The report for programs, as `schema/comparison.schema.json` describes it: indented, with a line
/// break at the end.
///
/// Offsets are bytes of the decoded text. Probabilities, shares and weights have four decimals, so
/// that equal comparisons give equal files on every machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json;

impl Writer for Json {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &Contract::of(comparison))?;
        out.write_all(b"\n")
    }
}

/// A list whose entries are made one by one while they are written: of a book there is no room for
/// all of them.
pub(super) struct Lazy<'a, T>(Box<dyn Fn() -> Entries<'a, T> + 'a>);

pub(super) type Entries<'a, T> = Box<dyn Iterator<Item = T> + 'a>;

impl<'a, T> Lazy<'a, T> {
    pub(super) fn new<I: Iterator<Item = T> + 'a>(entries: impl Fn() -> I + 'a) -> Self {
        Self(Box::new(move || Box::new(entries())))
    }
}

impl<T: Serialize> Serialize for Lazy<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// A comparison by the contract.
#[derive(Serialize)]
pub(super) struct Contract<'a> {
    schema: &'static str,
    source: Text<'a>,
    translation: Text<'a>,
    verdict: Verdict<'a>,
    paragraph_links: Lazy<'a, UnitLink<'a>>,
    sentence_links: Lazy<'a, UnitLink<'a>>,
    findings: Lazy<'a, Finding<'a>>,
}

/// One of the texts and its units.
#[derive(Serialize)]
pub(super) struct Text<'a> {
    path: &'a str,
    sha256: &'a str,
    language: &'static str,
    meta: &'a Meta,
    paragraphs: Lazy<'a, Paragraph>,
    asides: Lazy<'a, Aside<'a>>,
    mentions: Lazy<'a, Mention<'a>>,
}

#[derive(Serialize)]
struct Paragraph {
    id: String,
    start: usize,
    end: usize,
    role: Role,
    sentences: Vec<Sentence>,
}

#[derive(Serialize)]
struct Sentence {
    id: String,
    start: usize,
    end: usize,
    /// Whether it goes on in the next unit: see `Segments::continued`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    continues: bool,
}

#[derive(Serialize)]
struct Aside<'a> {
    start: usize,
    end: usize,
    kind: AsideKind,
    paragraph: String,
    outlets: &'a [Span],
}

#[derive(Serialize)]
struct Mention<'a> {
    start: usize,
    end: usize,
    #[serde(flatten)]
    recognised: Recognised<'a>,
}

/// What a mention is taken for.
#[derive(Serialize)]
pub(super) struct Recognised<'a> {
    concept: &'a str,
    kind: ConceptKind,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    found_by: FoundBy,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    weak: bool,
}

impl<'a> Recognised<'a> {
    pub(super) fn of(mention: &'a crate::concept::Mention) -> Self {
        Self {
            concept: &mention.concept,
            kind: mention.kind,
            name: &mention.name,
            value: mention.value,
            found_by: mention.found_by,
            weak: mention.is_weak(),
        }
    }
}

#[derive(Serialize)]
struct Verdict<'a> {
    relation: Relation,
    confidence: f64,
    source_coverage: f64,
    translation_coverage: f64,
    shared_names: Pair<Option<f64>>,
    shared_figures: Pair<Option<f64>>,
    summary: &'a str,
}

#[derive(Serialize)]
struct UnitLink<'a> {
    source: Vec<String>,
    translation: Vec<String>,
    kind: LinkKind,
    probability: f64,
    moved: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<By>,
    evidence: Vec<Evidence<'a>>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    source: Span,
    translation: Span,
    concept: &'a str,
    weight: f64,
}

#[derive(Serialize)]
struct Finding<'a> {
    #[serde(flatten)]
    rank: Rank<'a>,
    source: Option<Span>,
    translation: Option<Span>,
    message: &'a str,
    source_value: Option<&'a str>,
    translation_value: Option<&'a str>,
    probability: f64,
    /// What either text calls the thing elsewhere, where a label changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    elsewhere: Option<&'a Pair<Vec<Called>>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    uncertain: bool,
}

/// Which finding it is, and how much it matters.
#[derive(Serialize)]
pub(super) struct Rank<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<&'a str>,
    kind: FindingKind,
    severity: Severity,
}

impl<'a> Rank<'a> {
    pub(super) fn of(finding: &'a crate::finding::Finding) -> Self {
        Self {
            id: &finding.id,
            part_of: finding.part_of.as_deref(),
            kind: finding.kind,
            severity: finding.severity,
        }
    }
}

impl<'a> Contract<'a> {
    pub(super) fn of(comparison: &'a Comparison) -> Self {
        let links = |links: &'a [Link], id: fn(&Segments, Side, usize) -> String| {
            Lazy::new(move || links.iter().map(move |link| UnitLink::of(comparison, link, id)))
        };
        Self {
            schema: SCHEMA,
            source: Text::of(comparison, Side::Source),
            translation: Text::of(comparison, Side::Translation),
            verdict: Verdict::of(comparison),
            paragraph_links: links(&comparison.alignment.paragraphs, |_, side, at| {
                paragraph_id(side, at)
            }),
            sentence_links: links(&comparison.alignment.sentences, sentence_id),
            findings: Lazy::new(|| comparison.findings.iter().map(Finding::of)),
        }
    }
}

impl<'a> Text<'a> {
    fn of(comparison: &'a Comparison, side: Side) -> Self {
        Self::lettered(comparison, side, letter(side))
    }

    /// With ids that begin with `letter`.
    pub(super) fn lettered(comparison: &'a Comparison, side: Side, letter: char) -> Self {
        let Comparison { documents, segments, mentions, .. } = comparison;
        Self::new(&documents[side], &segments[side], &mentions[side], letter)
    }

    pub(super) fn new(
        document: &'a Document,
        segments: &'a Segments,
        mentions: &'a [crate::concept::Mention],
        letter: char,
    ) -> Self {
        let sentence = move |at: usize| {
            let span = segments.sentences.get(at)?.span;
            let id = lettered_sentence(segments, letter, at);
            let continues = segments.goes_on(at);
            Some(Sentence { id, start: span.start, end: span.end, continues })
        };
        let paragraph = move |(at, paragraph): (usize, &crate::segment::Paragraph)| Paragraph {
            id: lettered_paragraph(letter, at),
            start: paragraph.span.start,
            end: paragraph.span.end,
            role: paragraph.role,
            sentences: paragraph.sentences.clone().filter_map(sentence).collect(),
        };
        let aside = move |aside: &'a crate::segment::Aside| Aside {
            start: aside.span.start,
            end: aside.span.end,
            kind: aside.kind,
            paragraph: lettered_paragraph(letter, aside.paragraph),
            outlets: &aside.outlets,
        };
        let mention = |mention: &'a crate::concept::Mention| Mention {
            start: mention.span.start,
            end: mention.span.end,
            recognised: Recognised::of(mention),
        };
        Self {
            path: &document.name,
            sha256: &document.sha256,
            language: document.lang.tag(),
            meta: &document.meta,
            paragraphs: Lazy::new(move || segments.paragraphs.iter().enumerate().map(paragraph)),
            asides: Lazy::new(move || segments.asides.iter().map(aside)),
            mentions: Lazy::new(move || mentions.iter().map(mention)),
        }
    }
}

impl<'a> Verdict<'a> {
    fn of(comparison: &'a Comparison) -> Self {
        let verdict = &comparison.verdict;
        Self {
            relation: verdict.relation,
            confidence: rounded(verdict.confidence),
            source_coverage: rounded(verdict.coverage.source),
            translation_coverage: rounded(verdict.coverage.translation),
            shared_names: verdict.shared_names.map(|share| share.map(rounded)),
            shared_figures: verdict.shared_figures.map(|share| share.map(rounded)),
            summary: &verdict.summary,
        }
    }
}

impl<'a> UnitLink<'a> {
    fn of(
        comparison: &Comparison,
        link: &'a Link,
        id: fn(&Segments, Side, usize) -> String,
    ) -> Self {
        let ids = |side: Side, units: &[usize]| {
            units.iter().map(|&at| id(&comparison.segments[side], side, at)).collect()
        };
        let evidence = link.evidence.iter().map(|evidence| Evidence {
            source: evidence.source,
            translation: evidence.translation,
            concept: &evidence.concept,
            weight: rounded(evidence.weight),
        });
        Self {
            source: ids(Side::Source, &link.source),
            translation: ids(Side::Translation, &link.translation),
            kind: link.kind,
            probability: rounded(link.probability),
            moved: link.moved,
            by: Some(link.by).filter(|&by| by == By::Person),
            evidence: evidence.collect(),
        }
    }
}

impl<'a> Finding<'a> {
    fn of(finding: &'a crate::finding::Finding) -> Self {
        Self {
            rank: Rank::of(finding),
            source: finding.spans.source,
            translation: finding.spans.translation,
            message: &finding.message,
            source_value: finding.values.source.as_deref(),
            translation_value: finding.values.translation.as_deref(),
            probability: rounded(finding.probability),
            elsewhere: (finding.kind == FindingKind::LabelChanged).then_some(&finding.elsewhere),
            uncertain: finding.is_uncertain(),
        }
    }
}

/// With what the ids of a side begin.
pub(super) const fn letter(side: Side) -> char {
    match side {
        Side::Source => 's',
        Side::Translation => 't',
    }
}

/// The id of a paragraph by its index in `Segments::paragraphs`: `s3`, `t1`.
pub(super) fn paragraph_id(side: Side, at: usize) -> String {
    lettered_paragraph(letter(side), at)
}

/// The id of a sentence by its index in `Segments::sentences`: `s3.1`, counted in its paragraph.
pub(super) fn sentence_id(segments: &Segments, side: Side, at: usize) -> String {
    lettered_sentence(segments, letter(side), at)
}

pub(super) fn lettered_paragraph(letter: char, at: usize) -> String {
    format!("{letter}{}", at + 1)
}

pub(super) fn lettered_sentence(segments: &Segments, letter: char, at: usize) -> String {
    let paragraph = segments.sentences.get(at).map_or(0, |sentence| sentence.paragraph);
    let first = segments.paragraphs.get(paragraph).map_or(0, |owner| owner.sentences.start);
    format!("{}.{}", lettered_paragraph(letter, paragraph), at.saturating_sub(first) + 1)
}

/// Four decimals; what is no number becomes zero, which JSON can say. Adding zero makes -0 plain.
pub(super) fn rounded(value: f64) -> f64 {
    if value.is_finite() { (value * 1e4).round() / 1e4 + 0.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_to_what_json_can_say() {
        assert_eq!(rounded(0.123_456), 0.1235);
        assert_eq!(rounded(f64::NAN), 0.0);
        assert!(rounded(-0.000_01).is_sign_positive());
    }
}
