//! The report for terminals: source above, translation below. Columns are never padded: terminals
//! disagree on the width of Arabic script.

use std::io::{self, Write};

use rustc_hash::FxHashSet;

use super::rows::{Row, Unit, rows};
use super::summary::{FAINT, Paint, STRONG, Summary, finding_line, heading};
use super::{Writer, isolate, visible};
use crate::align::{By, Link};
use crate::comparison::Comparison;
use crate::concept::Mention;
use crate::finding::Finding;
use crate::segment::{AsideKind, Role};
use crate::span::{Pair, Side, Span};

/// The readable report: the summary, then the two texts row by row with their findings.
///
/// A line of text holds nothing but the text and blanks before it, so that a terminal that follows
/// UAX #9 gives it the direction of its first letter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Text {
    /// Whether to write ANSI colour.
    pub color: bool,
    /// How many rows to show; all where none is given. What is left out is said.
    pub max_rows: Option<usize>,
}

impl Writer for Text {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let paint = Paint(self.color);
        for side in Side::BOTH {
            writeln!(out, "{}", heading(comparison, side, paint))?;
        }
        writeln!(out)?;
        Summary { color: self.color }.write(comparison, out)?;
        let rows = rows(comparison);
        let findings = findings_by_row(&rows, comparison.whole_findings());
        let limit = self.max_rows.unwrap_or(rows.len());
        for (row, findings) in rows.iter().zip(&findings).take(limit) {
            writeln!(out)?;
            write_row(comparison, row, paint, out)?;
            for finding in findings {
                writeln!(out, "{}", finding_line(finding, paint))?;
            }
        }
        if rows.len() > limit {
            let (hidden, all) = (rows.len() - limit, rows.len());
            writeln!(out, "\n{hidden} of {all} rows are not shown (--max-rows {limit})")?;
        }
        Ok(())
    }
}

fn write_row(
    comparison: &Comparison,
    row: &Row<'_>,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    for side in Side::BOTH {
        let units = &row.units[side];
        let Some(mut label) = label(comparison, row, side) else { continue };
        if let Some(rest) = units.last().and_then(|unit| unit.rest.as_deref()) {
            label.push_str(if label.is_empty() { "  " } else { ", " });
            label.push_str("goes on in ");
            label.push_str(rest);
        }
        let ids: Vec<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
        writeln!(out, "{}{}", paint.with(STRONG, &ids.join(" ")), paint.with(FAINT, &label))?;
        for unit in units {
            writeln!(out, "  {}", visible(unit.span.of(&comparison.documents[side].text)))?;
        }
    }
    if row.link.is_some() && !comparison.verdict.relation.is_rendering() {
        write_names(comparison, row, out)?;
    }
    Ok(())
}

/// What stands behind the ids; none where the row has nothing on that side.
fn label(comparison: &Comparison, row: &Row<'_>, side: Side) -> Option<String> {
    let first: &Unit = row.units[side].first()?;
    let rendering = comparison.verdict.relation.is_rendering();
    Some(match (row.link, side) {
        (Some(link), Side::Translation) if rendering => {
            let moved = if link.moved { ", moved" } else { "" };
            format!("  {}{moved}", certainty(link))
        }
        (Some(link), Side::Translation) if link.by == By::Person => "  confirmed".to_owned(),
        (Some(link), Side::Translation) => {
            format!("  related, probability {:.2}", link.probability)
        }
        (Some(_), Side::Source) => String::new(),
        (None, _) if !first.is_content() => format!("  {}", role_name(first)),
        (None, Side::Source) if rendering => "  − not in the translation".to_owned(),
        (None, Side::Translation) if rendering => "  + not in the source".to_owned(),
        (None, _) => String::new(),
    })
}

fn certainty(link: &Link) -> String {
    match link.by {
        By::Machine => format!("probability {:.2}", link.probability),
        By::Person => "confirmed".to_owned(),
    }
}

fn role_name(unit: &Unit) -> &'static str {
    match (unit.aside, unit.role) {
        (Some(AsideKind::Dateline), _) => "dateline",
        (Some(AsideKind::Attribution), _) | (None, Role::Attribution) => "attribution",
        (None, Role::Headline) => "headline",
        (None, Role::Body) => "body",
        (None, Role::Byline) => "byline",
        (Some(AsideKind::Furniture), _) | (None, Role::Furniture) => "furniture",
    }
}

/// The names and figures that related paragraphs share, and those that one of them has alone.
fn write_names(comparison: &Comparison, row: &Row<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mentions = row.units.as_ref().zip(comparison.mentions.as_ref());
    let mentions = mentions.map(|(units, mentions)| mentions_in(mentions, units));
    let concepts = mentions
        .as_ref()
        .map(|side| side.iter().map(|mention| &*mention.concept).collect::<FxHashSet<_>>());
    let listed = |side: Side, wanted: bool| {
        let shared = |mention: &&&Mention| {
            concepts[side.other()].contains(mention.concept.as_str()) == wanted
        };
        let mut seen = FxHashSet::default();
        let names: Vec<String> = mentions[side]
            .iter()
            .filter(shared)
            .filter(|mention| wanted || !mention.value.is_some_and(|value| value.is_weak()))
            .filter(|mention| !mention.is_weak())
            .filter(|mention| seen.insert(mention.concept.as_str()))
            .map(|mention| isolate(&mention.name))
            .collect();
        names.join(", ")
    };
    for (label, names) in [
        ("shared", listed(Side::Source, true)),
        ("only in the source", listed(Side::Source, false)),
        ("only in the translation", listed(Side::Translation, false)),
    ] {
        if !names.is_empty() {
            writeln!(out, "  {label}: {names}")?;
        }
    }
    Ok(())
}

/// The mentions inside the units, in the order of the text.
fn mentions_in<'a>(mentions: &'a [Mention], units: &[Unit]) -> Vec<&'a Mention> {
    let inside = |unit: &Unit| {
        let first = mentions.partition_point(|mention| mention.span.start < unit.span.start);
        let end = unit.span.end;
        mentions[first..].iter().take_while(move |mention| mention.span.start < end)
    };
    units.iter().flat_map(inside).collect()
}

/// The findings of each row, in the order of the report; each stands once, at its place in the
/// source where it has one.
pub(super) fn findings_by_row<'a>(
    rows: &[Row<'_>],
    findings: &'a [Finding],
) -> Vec<Vec<&'a Finding>> {
    let mut places = Pair::<Vec<(Span, usize)>>::default();
    for (at, row) in rows.iter().enumerate() {
        for side in Side::BOTH {
            places[side].extend(row.units[side].iter().map(|unit| (unit.span, at)));
        }
    }
    for side in Side::BOTH {
        places[side].sort_unstable();
    }
    let row_of = |side: Side, span: Span| {
        let places = &places[side];
        let next = places.partition_point(|(unit, _)| unit.end <= span.start);
        places.get(next).map(|&(_, row)| row)
    };
    let mut by_row = vec![Vec::new(); rows.len()];
    for finding in findings {
        let row = Side::BOTH.into_iter().find_map(|side| row_of(side, finding.spans[side]?));
        if let Some(row) = row {
            by_row[row].push(finding);
        }
    }
    by_row
}
