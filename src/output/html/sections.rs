//! The way between the files of a report that is too long for one.

use maud::{Markup, html};
use rustc_hash::FxHashSet;

use super::kind::{group, tag};
use super::strings::fill;
use super::text;
use super::view::{RowKind, View};
use crate::finding::FindingKind;
use crate::span::Side;

/// So many sections are listed unasked.
const LISTED: usize = 12;
/// Length of the first words of a section, in characters.
const EXCERPT: usize = 60;

/// What the sections are and what changed in each; nothing where there is one.
pub(super) fn list(view: &View) -> Markup {
    let s = view.strings;
    let around = s.around();
    let parts = &view.parts;
    if !parts.is_split() {
        return html! {};
    }
    let is_first = parts.current == 0;
    html! {
        // Where a unit stands, for an address that names one of another section.
        nav.parts aria-labelledby="parts" data-s=(runs(view, Side::Source)) data-t=(runs(view, Side::Translation))
            data-p=(numbers(view)) data-f=(findings(view)) {
            p.limit {
                @if is_first { (fill(around.split, &[("n", html! { bdi { (s.number(parts.count())) } })])) }
                @else { (name(view, parts.current)) }
            }
            details open[is_first && parts.count() <= LISTED] {
                summary { h2 #parts { (around.sections) } }
                ol.sections { @for part in 0..parts.count() { (entry(view, part)) } }
            }
            (steps(view))
        }
    }
}

/// Links to the section before and to the one after.
pub(super) fn steps(view: &View) -> Markup {
    let around = view.strings.around();
    let parts = &view.parts;
    let before = parts.current.checked_sub(1);
    let after = Some(parts.current + 1).filter(|&part| part < parts.count());
    html! {
        @if before.is_some() || after.is_some() {
            p.steps {
                @if let Some(part) = before { a rel="prev" href=(parts.href(part)) { (around.previous) } " " }
                @if let Some(part) = after { a rel="next" href=(parts.href(part)) { (around.next) } }
            }
        }
    }
}

/// "Section 2 of 5: pairs 2001 to 4000".
fn name(view: &View, part: usize) -> Markup {
    let s = view.strings;
    let around = s.around();
    let number = |n: usize| html! { bdi { (s.number(n)) } };
    let numbers = view.parts.rows(part).map(|at| view.rows[at].number).filter(|&n| n > 0);
    let (first, last) =
        numbers.fold((0, 0), |(first, _), n| (if first == 0 { n } else { first }, n));
    let template = if view.rendering { around.pairs_from_to } else { around.rows_from_to };
    html! {
        (fill(around.section, &[("n", number(part + 1)), ("m", number(view.parts.count()))]))
        (s.comma) (fill(template, &[("n", number(first)), ("m", number(last))]))
    }
}

fn entry(view: &View, part: usize) -> Markup {
    let s = view.strings;
    let here = in_part(view, part);
    let all = view.findings;
    let is_current = part == view.parts.current;
    let lines = view.parts.rows(part).filter_map(|at| {
        let row = &view.rows[at];
        let side = Side::BOTH.into_iter().find(|&side| !row.lines[side].is_empty())?;
        (!matches!(row.kind, RowKind::Outside(..))).then(|| (side, row.lines[side][0].span))
    });
    html! {
        li {
            a href=(view.parts.href(part)) aria-current=[is_current.then_some("page")] { (name(view, part)) }
            @if let Some((side, span)) = lines.into_iter().next() {
                " " span.begin { (text::value(&text::excerpt(span.of(view.text(side)), EXCERPT), view.comparison.documents[side].lang)) }
            }
            " "
            @for kind in FindingKind::ALL {
                @let count = here.iter().filter(|&&f| all[f].kind == kind).count();
                @if count > 0 {
                    span.count {
                        span class={ "tag " (group(kind)) } dir="ltr" aria-hidden="true" { (tag(kind)) } " "
                        span.vh { ((s.kind)(kind).label) ": " } bdi { (s.number(count)) }
                    }
                    " "
                }
            }
        }
    }
}

/// The findings that stand in a section.
pub(super) fn in_part(view: &View, part: usize) -> FxHashSet<usize> {
    let rows = view.parts.rows(part);
    rows.flat_map(|at| view.rows[at].findings.iter().copied()).collect()
}

/// The units of a side in the order of its text, as `unit=section` wherever the section changes.
fn runs(view: &View, side: Side) -> String {
    let mut units: Vec<(usize, &str, usize)> = view
        .rows
        .iter()
        .enumerate()
        .flat_map(|(at, row)| {
            row.lines[side].iter().map(move |line| (line.span.start, line.id.as_str(), at))
        })
        .collect();
    units.sort_unstable();
    write_runs(view, units.into_iter().map(|(_, id, at)| (&id[1..], at)))
}

fn numbers(view: &View) -> String {
    let numbers: Vec<String> = view.rows.iter().map(|row| row.number.to_string()).collect();
    let rows = numbers.iter().enumerate().filter(|(_, number)| *number != "0");
    write_runs(view, rows.map(|(at, number)| (number.as_str(), at)))
}

fn findings(view: &View) -> String {
    let numbers: Vec<String> = (1..=view.finding_rows.len()).map(|f| f.to_string()).collect();
    let rows = view.finding_rows.iter().zip(&numbers);
    write_runs(view, rows.filter_map(|(rows, number)| Some((number.as_str(), *rows.first()?))))
}

fn write_runs<'a>(view: &View, places: impl Iterator<Item = (&'a str, usize)>) -> String {
    let mut runs = Vec::new();
    let mut last = None;
    for (name, at) in places {
        let part = view.parts.part_of(at);
        if last.replace(part) != Some(part) {
            runs.push(format!("{name}={part}"));
        }
    }
    runs.join(" ")
}
