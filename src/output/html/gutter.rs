//! Between the texts: the number of a row, its shape, its tags. No badge stands in the text itself.

use maud::{Markup, html};

use super::edit::Family;
use super::kind::{group, tag};
use super::strings::{fill, fill_plain};
use super::view::{Row, RowKind, View};
use crate::align::By;
use crate::finding::FindingKind;
use crate::span::Side;

pub(super) fn gutter(view: &View, row: &Row, uncertain: bool, rich: bool) -> Markup {
    let s = view.strings;
    let count = |side: Side| s.number(row.lines[side].len());
    html! {
        div.gut role="rowheader" {
            div.nums {
                (paragraph(view, row, Side::Source))
                a.n id={ "p" (row.number) } href={ "#" (row.id) } {
                    span.vh { (fill(if view.rendering { s.pair } else { s.row }, &[])) }
                    (s.number(row.number))
                }
                (paragraph(view, row, Side::Translation))
            }
            @if row.lines.source.len() != row.lines.translation.len() && row.kind == RowKind::Pair {
                span.shape dir="ltr" aria-hidden="true" {
                    // Written in the direction of the page, since the columns follow it too.
                    @if s.dir == "rtl" { (count(Side::Translation)) ":" (count(Side::Source)) }
                    @else { (count(Side::Source)) ":" (count(Side::Translation)) }
                }
            }
            (tags(view, row, rich))
            @for &doubt in &row.doubts {
                @if !rich && is_first(view, doubt, row) { span id=(anchor(doubt)) {} }
            }
            @for family in Family::of(view, row) {
                span class={ "tag " (family.group()) } title=((s.edits)(family).label) { span dir="ltr" aria-hidden="true" { (family.tag()) } span.vh { ((s.edits)(family).label) } }
            }
            @if is_confirmed(view, row) { span.tag.confirmed title=(s.by_person) { span aria-hidden="true" { "✓" } span.vh { (s.by_person) } } }
            @if uncertain { span.tag.k-uncertain title=(s.uncertain.explain) { "?" } }
            @for label in aside_labels(view, row) { span.role { (label) } }
        }
    }
}

/// Whether somebody confirmed the row's link.
pub(super) fn is_confirmed(view: &View, row: &Row) -> bool {
    view.link(row).is_some_and(|link| link.by == By::Person)
}

/// The number of the paragraph that begins on a side, at that side of the row's own number.
fn paragraph(view: &View, row: &Row, side: Side) -> Markup {
    let s = view.strings;
    let (class, words) = match side {
        Side::Source => ("par ps", s.source_paragraph),
        Side::Translation => ("par pt", s.translation_paragraph),
    };
    html! {
        @if let Some(paragraph) = row.begins[side] {
            @let number = s.number(paragraph);
            span class=(class) title=(fill_plain(words, &[("n", &number)])) {
                span aria-hidden="true" { "¶" (number) }
                span.vh { (fill(words, &[("n", html! { (number) })])) }
            }
        }
    }
}

fn aside_labels(view: &View, row: &Row) -> Vec<&'static str> {
    let mut labels = Vec::new();
    for side in Side::BOTH {
        for line in &row.lines[side] {
            for (_, label) in view.asides(side, line.span) {
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
        }
    }
    labels
}

/// One tag for each kind of finding; the words are in the row's name and, where it is `rich`, in its
/// captions.
pub(super) fn tags(view: &View, row: &Row, rich: bool) -> Markup {
    let findings = view.findings;
    html! {
        @for kind in FindingKind::ALL {
            @let of_kind: Vec<usize> = row.findings.iter().copied().filter(|&f| findings[f].kind == kind).collect();
            @if let Some(&first) = of_kind.first() {
                // The anchor of findings that have no card, at the first row in which they stand.
                @let anchored = !rich && is_first(view, first, row);
                a class={ "tag " (group(kind)) } title=((view.strings.kind)(kind).label)
                    href=(target(view, first, row))
                    id=[anchored.then(|| anchor(first))] {
                    span dir="ltr" aria-hidden="true" { (tag(kind)) @if of_kind.len() > 1 { "×" (view.strings.number(of_kind.len())) } }
                    span.vh { ((view.strings.kind)(kind).label) }
                }
                @for &other in of_kind.iter().skip(1) {
                    @if !rich && is_first(view, other, row) { span id=(anchor(other)) {} }
                }
            }
        }
    }
}

/// Where a tag leads: to the first finding.
fn target(view: &View, finding: usize, row: &Row) -> String {
    match view.finding_rows[finding].first() {
        Some(&at) => view.parts.anchor(at, &anchor(finding)),
        None => format!("#{}", row.id),
    }
}

fn is_first(view: &View, finding: usize, row: &Row) -> bool {
    view.finding_rows[finding].first().is_some_and(|&at| view.rows[at].id == row.id)
}

/// The anchor of a finding, counted as its id is: `f1`, `f2`, …
pub(super) fn anchor(finding: usize) -> String {
    format!("f{}", finding + 1)
}
