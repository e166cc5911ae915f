//! The JSON contract `muqabala.revision/1`: fields may be added, never renamed.

use std::io::{self, Write};

use serde::Serialize;

use super::super::json::{Lazy, Rank, Text, lettered_paragraph, lettered_sentence, rounded};
use crate::align::Link;
use crate::revision::{Edit, EditKind, Extent, Revision, Version};
use crate::span::{Side, Span};

/// The name of the contract, in the field `schema`.
const SCHEMA: &str = "muqabala.revision/1";

/// Writes a revision as `schema/revision.schema.json` describes it: indented, with a line break at the
/// end. Offsets are bytes of the decoded text.
///
/// # Errors
///
/// Only those of `out`.
pub fn write_revision_json(revision: &Revision, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Contract::of(revision))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Contract<'a> {
    schema: &'static str,
    old: Text<'a>,
    new: Text<'a>,
    verdict: Verdict<'a>,
    paragraph_links: Lazy<'a, ParagraphLink>,
    sentence_links: Lazy<'a, SentenceLink>,
    findings: Lazy<'a, Finding<'a>>,
}

#[derive(Serialize)]
struct Verdict<'a> {
    extent: Extent,
    old_kept: f64,
    new_kept: f64,
    edits: Counts,
    summary: &'a str,
}

/// How many edits there are of each kind.
#[derive(Serialize)]
struct Counts {
    replaced: usize,
    deleted: usize,
    inserted: usize,
    spelling: usize,
    marks: usize,
}

#[derive(Serialize)]
struct ParagraphLink {
    old: Vec<String>,
    new: Vec<String>,
    moved: bool,
}

#[derive(Serialize)]
struct SentenceLink {
    old: Vec<String>,
    new: Vec<String>,
    moved: bool,
    edits: Vec<Change>,
}

#[derive(Serialize)]
struct Change {
    kind: EditKind,
    old: Span,
    new: Span,
}

#[derive(Serialize)]
struct Finding<'a> {
    #[serde(flatten)]
    rank: Rank<'a>,
    old: Option<Span>,
    new: Option<Span>,
    message: &'a str,
    old_value: Option<&'a str>,
    new_value: Option<&'a str>,
}

impl<'a> Contract<'a> {
    fn of(revision: &'a Revision) -> Self {
        let comparison = &revision.comparison;
        let text = |side: Side| Text::lettered(comparison, side, Version::of(side).letter());
        let links = &comparison.alignment;
        Self {
            schema: SCHEMA,
            old: text(Side::Source),
            new: text(Side::Translation),
            verdict: Verdict {
                extent: revision.extent,
                old_kept: rounded(comparison.verdict.coverage.source),
                new_kept: rounded(comparison.verdict.coverage.translation),
                edits: Counts {
                    replaced: revision.count(EditKind::Replaced),
                    deleted: revision.count(EditKind::Deleted),
                    inserted: revision.count(EditKind::Inserted),
                    spelling: revision.count(EditKind::Spelling),
                    marks: revision.count(EditKind::Marks),
                },
                summary: &comparison.verdict.summary,
            },
            paragraph_links: Lazy::new(|| links.paragraphs.iter().map(paragraph_link)),
            sentence_links: Lazy::new(move || {
                let links = links.sentences.iter().zip(&revision.diffs);
                links.map(|(link, diff)| sentence_link(revision, link, &diff.edits))
            }),
            findings: Lazy::new(|| comparison.findings.iter().map(finding)),
        }
    }
}

fn paragraph_link(link: &Link) -> ParagraphLink {
    let ids = |side: Side| {
        let letter = Version::of(side).letter();
        link.units(side).iter().map(|&at| lettered_paragraph(letter, at)).collect()
    };
    ParagraphLink { old: ids(Side::Source), new: ids(Side::Translation), moved: link.moved }
}

fn sentence_link(revision: &Revision, link: &Link, edits: &[Edit]) -> SentenceLink {
    let ids = |side: Side| {
        let (segments, letter) = (&revision.comparison.segments[side], Version::of(side).letter());
        link.units(side).iter().map(|&at| lettered_sentence(segments, letter, at)).collect()
    };
    let change = |edit: &Edit| Change {
        kind: edit.kind,
        old: edit.spans.source,
        new: edit.spans.translation,
    };
    SentenceLink {
        old: ids(Side::Source),
        new: ids(Side::Translation),
        moved: link.moved,
        edits: edits.iter().map(change).collect(),
    }
}

fn finding(finding: &crate::finding::Finding) -> Finding<'_> {
    Finding {
        rank: Rank::of(finding),
        old: finding.spans.source,
        new: finding.spans.translation,
        message: &finding.message,
        old_value: finding.values.source.as_deref(),
        new_value: finding.values.translation.as_deref(),
    }
}
