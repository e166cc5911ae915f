//! The texts, row by row.

use maud::{Markup, html};

use super::card::captions;
use super::edit::{Family, edit_marks};
use super::evidence::evidence;
use super::gutter::{anchor, gutter, is_confirmed, tags};
use super::kind::tag;
use super::mark::{Shared, finding_mark, only_here};
use super::strings::{fill, fill_plain};
use super::text::{self, Mark};
use super::view::{Row, RowKind, View};
use crate::finding::FindingKind;
use crate::segment::Role;
use crate::span::{Side, Span};

/// Rows of one group. A browser lays out no group that is far away, and of one that is near no row
/// that is not seen: 20,000 rows open in the time of some hundred.
const GROUP: usize = 100;

/// The table of this file. Rows from `rich` on come without marks and evidence, but with all their
/// text.
pub(super) fn table(view: &View, rich: usize) -> Markup {
    let s = view.strings;
    let here = view.parts.here();
    let groups = here.clone().step_by(GROUP).map(|from| from..here.end.min(from + GROUP));
    html! {
        section.texts aria-labelledby="texts" {
            div.bench {
                h2 #texts { (s.texts) }
                (super::tools::tools(s, view.revision.is_none(), view.parts.is_split()))
            }
            div.table role="table" aria-labelledby="texts" {
                div.row.head role="row" {
                    (column_head(view, Side::Source))
                    div.gut role="columnheader" { span.vh { (fill(s.pair, &[])) } }
                    (column_head(view, Side::Translation))
                }
                @for rows in groups {
                    div class={ "group" @if rows.len() == GROUP { " whole" } } role="rowgroup" {
                        @for at in rows { (table_row(view, at, &view.rows[at], at < rich)) }
                    }
                }
            }
        }
    }
}

fn column_head(view: &View, side: Side) -> Markup {
    let s = view.strings;
    let document = &view.comparison.documents[side];
    let name = match side {
        Side::Source => s.source,
        Side::Translation => s.translation,
    };
    html! {
        div class={ "cell " (letter(side)) } role="columnheader" {
            b { (name) } " · " (s.language(document.lang))
            @if let Some(outlet) = &document.meta.outlet { " · " (text::value(outlet, document.lang)) }
        }
    }
}

fn letter(side: Side) -> &'static str {
    match side {
        Side::Source => "s",
        Side::Translation => "t",
    }
}

fn table_row(view: &View, at: usize, row: &Row, rich: bool) -> Markup {
    match row.kind {
        RowKind::Stub(first, last) => stub(view, row, first, last),
        RowKind::Outside(side, role) => outside(view, at, row, side, role),
        RowKind::Pair | RowKind::Single(_) => unit_row(view, at, row, rich),
    }
}

fn stub(view: &View, row: &Row, first: usize, last: usize) -> Markup {
    let s = view.strings;
    let (Some(target), Some(last)) = (view.rows.get(first), view.rows.get(last)) else {
        return html! {};
    };
    let number = |row: &Row| html! { bdi { (s.number(row.number)) } };
    let words = if last.number > target.number { s.moved_run } else { s.moved_here };
    html! {
        div.row.stub role="row" id=(row.id) {
            div.all role="cell" {
                a href=(view.parts.anchor(first, &target.id)) {
                    span aria-hidden="true" { (tag(FindingKind::Moved)) " " }
                    (fill(words, &[("n", number(target)), ("m", number(last))]))
                }
            }
        }
    }
}

fn outside(view: &View, at: usize, row: &Row, side: Side, role: Role) -> Markup {
    let s = view.strings;
    let label = match role {
        Role::Attribution => s.attribution,
        Role::Byline => s.byline,
        Role::Furniture => s.furniture,
        Role::Headline => s.headline,
        Role::Body => s.outside,
    };
    let gutter =
        html! { div.gut role="rowheader" { span.role { (label) } (tags(view, row, true)) } };
    let shown = cell(view, side, row, &[], true);
    let empty = html! { div class={ "cell blank " (letter(side.other())) } role="cell" {} };
    html! {
        div.row.outside role="row" id=(row.id) tabindex="-1" data-k=[kinds(view, row)]
            data-t=[place(row)] aria-label=(format!("{}: {label}", s.outside)) {
            @if side == Side::Source { (shown) (gutter) (empty) } @else { (empty) (gutter) (shown) }
            (captions(view, at, row, false))
        }
    }
}

fn unit_row(view: &View, at: usize, row: &Row, rich: bool) -> Markup {
    let link = view.link(row);
    let uncertain = view.is_uncertain(row);
    let moved = view.rendering && link.is_some_and(|link| link.moved);
    let mut class = "row unit".to_owned();
    for (holds, name) in [
        (row.kind == RowKind::Pair, "pair"),
        (view.rendering && !uncertain && row.kind == RowKind::Single(Side::Source), "dropped"),
        (view.rendering && !uncertain && row.kind == RowKind::Single(Side::Translation), "added"),
        (moved, "moved"),
        (uncertain, "uncertain"),
        (row.begins.source.is_some() || !view.rendering, "begins"),
        (view.is_clean(row) && row.kind == RowKind::Pair, "clean"),
    ] {
        if holds {
            class.push(' ');
            class.push_str(name);
        }
    }
    let shared =
        if rich && view.revision.is_none() { Shared::of(view, row) } else { Shared::default() };
    html! {
        div class=(class) role="row" id=(row.id) tabindex="-1" data-k=[kinds(view, row)]
            data-t=[place(row)] aria-label=(name(view, row, uncertain)) {
            (side_cell(view, Side::Source, row, &shared, rich))
            (gutter(view, row, uncertain, rich))
            (side_cell(view, Side::Translation, row, &shared, rich))
            @if rich {
                (captions(view, at, row, moved))
                @if view.revision.is_none() { (evidence(view, row)) }
            }
        }
    }
}

/// Where the row stands in the order of the translation.
fn place(row: &Row) -> Option<usize> {
    row.lines.translation.first().map(|line| line.span.start)
}

/// The row in words: "Pair 12, 1 to 2, number changed".
fn name(view: &View, row: &Row, uncertain: bool) -> String {
    let s = view.strings;
    let template = if view.rendering { s.pair } else { s.row };
    let mut parts = vec![fill_plain(template, &[("n", &s.number(row.number))])];
    if row.kind == RowKind::Pair {
        let count = |side: Side| s.number(row.lines[side].len());
        let (source, translation) = (count(Side::Source), count(Side::Translation));
        parts.push(fill_plain(s.shape, &[("s", &source), ("t", &translation)]));
    }
    for kind in FindingKind::ALL {
        if row.findings.iter().any(|&f| view.findings[f].kind == kind) {
            parts.push((s.kind)(kind).label.to_owned());
        }
    }
    for family in Family::of(view, row) {
        parts.push((s.edits)(family).label.to_owned());
    }
    if uncertain {
        parts.push(s.uncertain.label.to_owned());
    }
    if is_confirmed(view, row) {
        parts.push(s.by_person.to_owned());
    }
    parts.join(s.comma)
}

/// The kinds of findings in the row, for the filters; `uncertain` is one of them.
fn kinds(view: &View, row: &Row) -> Option<String> {
    let mut kinds: Vec<&str> = FindingKind::ALL
        .into_iter()
        .filter(|&kind| row.findings.iter().any(|&f| view.findings[f].kind == kind))
        .map(FindingKind::name)
        .collect();
    kinds.extend(Family::of(view, row).into_iter().map(Family::name));
    if view.is_uncertain(row) {
        kinds.push("uncertain");
    }
    (!kinds.is_empty()).then(|| kinds.join(" "))
}

fn side_cell(view: &View, side: Side, row: &Row, shared: &Shared, rich: bool) -> Markup {
    if row.lines[side].is_empty() {
        let s = view.strings;
        let note = match (view.rendering, side) {
            (false, _) => s.no_counterpart,
            (true, Side::Source) => s.not_in_source,
            (true, Side::Translation) => s.not_in_translation,
        };
        return html! {
            div class={ "cell none " @if view.rendering { "claimed " } (letter(side)) } role="cell" { span.note { (note) } }
        };
    }
    let mut marks = Vec::new();
    if rich {
        let lines: Vec<Span> = row.lines[side].iter().map(|line| line.span).collect();
        for &index in &row.findings {
            let mark = finding_mark(view, side, &lines, &view.findings[index]);
            marks.extend(mark.map(|mark| Mark { change: Some(anchor(index)), ..mark }));
        }
        marks.extend(edit_marks(view, side, row, &marks));
        marks.extend(shared.marks(view, side, row));
    }
    let body = cell(view, side, row, &marks, rich);
    if !view.rendering && rich {
        return html! {
            div class={ "cell both " (letter(side)) } role="cell" {
                (lines(view, side, row, &marks, rich))
                (only_here(view, side, row, shared))
            }
        };
    }
    body
}

fn cell(view: &View, side: Side, row: &Row, marks: &[Mark], rich: bool) -> Markup {
    html! {
        div class={ "cell " (letter(side)) } role="cell" { (lines(view, side, row, marks, rich)) }
    }
}

fn lines(view: &View, side: Side, row: &Row, marks: &[Mark], rich: bool) -> Markup {
    let s = view.strings;
    let lang = view.comparison.documents[side].lang;
    let dir = text::direction(lang).unwrap_or("auto");
    let all = &row.lines[side];
    let many = all.len() > 1;
    // Parts that stand below each other need no mark.
    let is_joined = |n: usize| {
        let (above, below) = (all.get(n), all.get(n + 1));
        above.zip(below).is_some_and(|(a, b)| a.goes_on && a.span.end == b.span.start)
    };
    html! {
        @for (n, line) in all.iter().enumerate() {
            div.line.heading[line.heading].several[many] id=(line.id) lang=(lang.tag()) dir=(dir) {
                @if many { span.ord aria-hidden="true" { (s.number(n + 1)) } }
                @if line.is_rest && !n.checked_sub(1).is_some_and(is_joined) { (cut(s.is_rest, s.tag, s.dir)) " " }
                span.txt {
                    @let here = marks.iter().filter(|m| m.span.overlaps(line.span)).cloned().collect();
                    @let asides = if rich { view.asides(side, line.span) } else { Vec::new() };
                    (text::line(view.text(side), line.span, &asides, here, (s.tag, s.dir)))
                }
                @if line.goes_on && !is_joined(n) { " " (cut(s.goes_on, s.tag, s.dir)) }
            }
        }
    }
}

/// Where a sentence was cut: beside the text, of which it is no part.
fn cut(words: &str, tag: &str, dir: &str) -> Markup {
    html! {
        span.cut title=(words) {
            span aria-hidden="true" { "⋯" }
            span.vh lang=(tag) dir=(dir) { "(" (words) ")" }
        }
    }
}
