//! What a reader wants to know first, in a few lines for the terminal.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::claim::claims;
use super::json::{paragraph_id, sentence_id};
use super::{Writer, isolate, isolate_runs};
use crate::comparison::{Comparison, Relation};
use crate::finding::{CERTAIN_FROM, Finding, FindingKind};
use crate::segment::Segments;
use crate::span::{Pair, Side, Span};

pub(super) const STRONG: Style = Style::new().bold();
pub(super) const FAINT: Style = Style::new().dimmed();

/// The short report: verdict, coverage, counts, and the findings to see first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary {
    /// Whether to write ANSI colour.
    pub color: bool,
}

impl Writer for Summary {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let paint = Paint(self.color);
        let verdict = &comparison.verdict;
        let relation = paint.with(STRONG, verdict.relation.name());
        writeln!(out, "{relation} (confidence {})", percent(verdict.confidence.clamp(0.0, 0.99)))?;
        if !verdict.summary.is_empty() {
            writeln!(out, "{}", isolate_runs(&verdict.summary))?;
        }
        let named: Vec<String> =
            claims(comparison).iter().map(|claim| isolate(claim.outlet)).collect();
        if !named.is_empty() {
            writeln!(out, "claims    {} as its source", named.join(", "))?;
        }
        shares(comparison, out)?;
        counts(comparison, paint, out)?;
        must_see(comparison, place, paint, out)
    }
}

/// What both sides have of each other: sentences of a translation, names of another kind of text.
fn shares(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let verdict = &comparison.verdict;
    if verdict.relation.is_rendering() {
        return writeln!(
            out,
            "linked    {} of the source's words, {} of the translation's",
            percent(verdict.coverage.source),
            percent(verdict.coverage.translation),
        );
    }
    for (label, shares) in [("names", verdict.shared_names), ("figures", verdict.shared_figures)] {
        if let Pair { source: Some(source), translation: Some(translation) } = shares {
            let (source, translation) = (percent(source), percent(translation));
            writeln!(
                out,
                "{label:<9} {source} of the source's are in the translation, {translation} of the \
                 translation's in the source"
            )?;
        }
    }
    Ok(())
}

pub(super) fn counts(comparison: &Comparison, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let count =
        |kind| comparison.whole_findings().iter().filter(|finding| finding.kind == kind).count();
    let counted: Vec<String> = FindingKind::ALL
        .into_iter()
        .map(|kind| (kind, count(kind)))
        .filter(|&(_, count)| count > 0)
        .map(|(kind, count)| format!("{count} {}", paint.with(kind_style(kind), kind.name())))
        .collect();
    let counted = if counted.is_empty() { "none".to_owned() } else { counted.join(", ") };
    writeln!(out, "findings  {counted}")?;
    match comparison.uncertain_findings().len() {
        0 => Ok(()),
        more => writeln!(out, "uncertain {more} more, of a probability below {CERTAIN_FROM:.2}"),
    }
}

pub(super) fn must_see(
    comparison: &Comparison,
    place: fn(&Segments, Side, Span) -> String,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let first = comparison.must_see();
    if first.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", paint.with(STRONG, "See first"))?;
    for finding in first {
        let places = Side::BOTH
            .map(|side| Some(place(&comparison.segments[side], side, finding.spans[side]?)));
        let places: Vec<String> = places.into_iter().flatten().collect();
        writeln!(
            out,
            "{}  {}",
            finding_line(finding, paint),
            paint.with(FAINT, &places.join(" "))
        )?;
    }
    Ok(())
}

/// One finding: mark, id, kind and sentence.
pub(super) fn finding_line(finding: &Finding, paint: Paint) -> String {
    let doubt = if finding.is_uncertain() { "? " } else { "" };
    let label =
        format!("{doubt}{} {} {}", kind_mark(finding.kind), finding.id, finding.kind.name());
    format!(
        "  {}  {}",
        paint.with(kind_style(finding.kind), &label),
        isolate_runs(&finding.message)
    )
}

/// The unit in which a span begins.
fn place(segments: &Segments, side: Side, span: Span) -> String {
    match unit_at(segments, span) {
        (_, Some(sentence)) => sentence_id(segments, side, sentence),
        (Some(paragraph), None) => paragraph_id(side, paragraph),
        (None, None) => String::new(),
    }
}

/// The paragraph and the sentence in which a span begins.
pub(super) fn unit_at(segments: &Segments, span: Span) -> (Option<usize>, Option<usize>) {
    let within = |unit: Span| unit.start <= span.start && span.start < unit.end;
    let sentence = segments.sentences.iter().position(|sentence| within(sentence.span));
    let paragraph = segments.paragraphs.iter().position(|paragraph| within(paragraph.span));
    (paragraph, sentence)
}

/// `source` or `translation`, the file, its language and its size.
pub(super) fn heading(comparison: &Comparison, side: Side, paint: Paint) -> String {
    labelled(comparison, side, side.name(), paint)
}

/// The same with another word for the side.
pub(super) fn labelled(comparison: &Comparison, side: Side, label: &str, paint: Paint) -> String {
    let document = &comparison.documents[side];
    let segments = &comparison.segments[side];
    let language = document.lang.module().map_or("language unknown", |language| language.name());
    format!(
        "{}  {}, {language}, {}, {}",
        paint.with(STRONG, label),
        isolate_runs(&document.name),
        counted(segments.paragraphs.len(), "paragraph"),
        counted(segments.sentences.len() - segments.continued.len(), "sentence"),
    )
}

pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

pub(super) const fn relation_name(relation: Relation) -> &'static str {
    relation.name()
}

/// A share from 0 to 1 in whole percent. What is nearly all or nearly nothing is not rounded to it.
pub(super) fn percent(share: f64) -> String {
    let whole = (share * 100.0).round();
    let whole = if whole >= 100.0 && share < 1.0 {
        99.0
    } else if whole <= 0.0 && share > 0.0 {
        1.0
    } else {
        whole
    };
    format!("{whole:.0} %")
}

/// A letter-like mark, so that kinds differ without colour too.
fn kind_mark(kind: FindingKind) -> char {
    match kind {
        FindingKind::Dropped | FindingKind::NumberDropped | FindingKind::NameDropped => '−',
        FindingKind::Added | FindingKind::NumberAdded | FindingKind::NameAdded => '+',
        FindingKind::Moved => '⇅',
        FindingKind::NumberChanged | FindingKind::DateChanged => '#',
        FindingKind::NameChanged | FindingKind::LabelChanged => 'A',
        FindingKind::PolarityChanged => '¬',
        FindingKind::AttributionChanged => '@',
        FindingKind::QuotationChanged => '“',
        _ => '!',
    }
}

pub(super) fn kind_style(kind: FindingKind) -> Style {
    let color = match kind {
        FindingKind::Dropped | FindingKind::NumberDropped | FindingKind::NameDropped => {
            AnsiColor::Red
        }
        FindingKind::Added | FindingKind::NumberAdded | FindingKind::NameAdded => AnsiColor::Cyan,
        FindingKind::NumberChanged | FindingKind::DateChanged => AnsiColor::Yellow,
        FindingKind::NameChanged
        | FindingKind::LabelChanged
        | FindingKind::PolarityChanged
        | FindingKind::AttributionChanged
        | FindingKind::QuotationChanged => AnsiColor::Magenta,
        _ => return Style::new(),
    };
    color.on_default()
}

/// Whether to colour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint(pub(super) bool);

impl Paint {
    pub(super) fn with(self, style: Style, text: &str) -> String {
        if self.0 && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_not_rounded_to_all_or_nothing() {
        assert_eq!(percent(0.9999), "99 %");
        assert_eq!(percent(0.0001), "1 %");
        assert_eq!(percent(0.625), "63 %");
        assert_eq!((percent(0.0), percent(1.0)), ("0 %".to_owned(), "100 %".to_owned()));
    }
}
