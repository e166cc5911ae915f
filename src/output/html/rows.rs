//! The texts, row by row.

use maud::{Markup, html};
use rustc_hash::{FxHashMap, FxHashSet};

use super::kind::{group, is_inline, tag};
use super::strings::{Strength, fill, fill_plain};
use super::text::{self, Mark};
use super::view::{Line, Row, RowKind, View};
use crate::concept::Value;
use crate::finding::{Finding, FindingKind};
use crate::segment::Role;
use crate::span::{Pair, Side, Span};

/// The whole table. Rows from `rich` on come without marks and evidence, but with all their text.
pub(super) fn table(view: &View, rich: usize) -> Markup {
    let s = view.strings;
    html! {
        section.texts aria-labelledby="texts" {
            h2 #texts { (s.texts) }
            div.table role="table" aria-labelledby="texts" {
                div.row.head role="row" {
                    (column_head(view, Side::Source))
                    div.gut role="columnheader" { span.vh { (fill(s.pair, &[])) } }
                    (column_head(view, Side::Translation))
                }
                @for (at, row) in view.rows.iter().enumerate() {
                    (table_row(view, at, row, at < rich))
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
        RowKind::Stub(target) => stub(view, row, target),
        RowKind::Outside(side, role) => outside(view, row, side, role),
        RowKind::Pair | RowKind::Single(_) => unit_row(view, at, row, rich),
    }
}

fn stub(view: &View, row: &Row, target: usize) -> Markup {
    let Some(target) = view.rows.get(target) else { return html! {} };
    let number = html! { bdi { (view.strings.number(target.number)) } };
    html! {
        div.row.stub role="row" id=(row.id) {
            div.all role="cell" {
                a href={ "#" (target.id) } {
                    span aria-hidden="true" { (tag(FindingKind::Moved)) " " }
                    (fill(view.strings.moved_here, &[("n", number)]))
                }
            }
        }
    }
}

fn outside(view: &View, row: &Row, side: Side, role: Role) -> Markup {
    let s = view.strings;
    let label = match role {
        Role::Attribution => s.attribution,
        Role::Byline => s.byline,
        Role::Furniture => s.furniture,
        Role::Headline => s.headline,
        Role::Body => s.outside,
    };
    let gutter = html! { div.gut role="rowheader" { span.role { (label) } (tags(view, row)) } };
    let shown = cell(view, side, row, &[], true);
    let empty = html! { div class={ "cell blank " (letter(side.other())) } role="cell" {} };
    html! {
        div.row.outside role="row" id=(row.id) tabindex="-1" data-k=[kinds(view, row)]
            aria-label=(format!("{}: {label}", s.outside)) {
            @if side == Side::Source { (shown) (gutter) (empty) } @else { (empty) (gutter) (shown) }
            (captions(view, row))
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
        (view.rendering && row.kind == RowKind::Single(Side::Source), "dropped"),
        (view.rendering && row.kind == RowKind::Single(Side::Translation), "added"),
        (moved, "moved"),
        (uncertain, "uncertain"),
        (row.begins.is_some(), "begins"),
        (view.is_clean(row) && row.kind == RowKind::Pair, "clean"),
    ] {
        if holds {
            class.push(' ');
            class.push_str(name);
        }
    }
    let shared = if rich { Shared::of(view, row) } else { Shared::default() };
    html! {
        div class=(class) role="row" id=(row.id) tabindex="-1" data-k=[kinds(view, row)]
            aria-label=(name(view, row, uncertain)) {
            (side_cell(view, Side::Source, row, &shared, rich))
            (gutter(view, row, uncertain))
            (side_cell(view, Side::Translation, row, &shared, rich))
            @if rich {
                (captions_of(view, at, row, moved))
                (evidence(view, row))
            }
        }
    }
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
        if row.findings.iter().any(|&f| view.comparison.findings[f].kind == kind) {
            parts.push((s.kind)(kind).label.to_owned());
        }
    }
    if uncertain {
        parts.push(s.uncertain.label.to_owned());
    }
    parts.join(s.comma)
}

/// The kinds of findings in the row, for the filters; `uncertain` is one of them.
fn kinds(view: &View, row: &Row) -> Option<String> {
    let mut kinds: Vec<&str> = FindingKind::ALL
        .into_iter()
        .filter(|&kind| row.findings.iter().any(|&f| view.comparison.findings[f].kind == kind))
        .map(FindingKind::name)
        .collect();
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
            div class={ "cell none " (letter(side)) } role="cell" { span.note { (note) } }
        };
    }
    let mut marks = Vec::new();
    if rich {
        for &index in &row.findings {
            marks.extend(finding_mark(view, side, row, &view.comparison.findings[index]));
        }
        marks.extend(shared.marks(view, side, row));
    }
    let body = cell(view, side, row, &marks, rich);
    if !view.rendering && rich && row.kind == RowKind::Pair {
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
    let many = row.lines[side].len() > 1;
    html! {
        @for (n, line) in row.lines[side].iter().enumerate() {
            div.line.heading[line.heading].several[many] id=(line.id) lang=(lang.tag()) dir=(dir) {
                @if many { span.ord aria-hidden="true" { (s.number(n + 1)) } }
                span.txt {
                    @let here = marks.iter().filter(|m| m.span.overlaps(line.span)).cloned().collect();
                    @let asides = if rich { view.asides(side, line.span) } else { Vec::new() };
                    (text::line(view.text(side), line.span, &asides, here, (s.tag, s.dir)))
                }
            }
        }
    }
}

/// What a finding marks inside the text of one side.
fn finding_mark(view: &View, side: Side, row: &Row, finding: &Finding) -> Option<Mark> {
    let span = finding.spans[side]?;
    let covers = |line: &Line| {
        let text = view.text(side);
        span.contains(line.span.trim(text)) || !span.overlaps(line.span)
    };
    let element = match (finding.kind, side) {
        (FindingKind::Moved | FindingKind::HiddenCharacter, _) => return None,
        // A whole sentence is told by its cell.
        (FindingKind::Dropped | FindingKind::Added, _) if row.lines[side].iter().all(covers) => {
            return None;
        }
        (FindingKind::Dropped | FindingKind::NameDropped, Side::Source) => "del",
        (FindingKind::Added | FindingKind::NameAdded, Side::Translation) => "ins",
        _ => "mark",
    };
    let label = (view.strings.kind)(finding.kind).label;
    let end = fill_plain(view.strings.end_of, &[("s", label)]);
    Some(Mark {
        span,
        element,
        class: format!("m {}", group(finding.kind)),
        label: Some((label, end)),
        partner: None,
        rank: 0,
    })
}

/// Concepts that stand on both sides of a row, numbered.
#[derive(Default)]
struct Shared<'a>(FxHashMap<&'a str, usize>);

impl<'a> Shared<'a> {
    fn of(view: &View<'a>, row: &Row) -> Self {
        let there: FxHashSet<&str> = view
            .mentions_in(Side::Translation, &row.lines.translation)
            .map(|m| m.concept.as_str())
            .collect();
        let mut shared = FxHashMap::default();
        for mention in view.mentions_in(Side::Source, &row.lines.source) {
            let next = shared.len() + 1;
            if there.contains(mention.concept.as_str()) {
                shared.entry(mention.concept.as_str()).or_insert(next);
            }
        }
        Self(shared)
    }

    fn marks(&self, view: &View<'a>, side: Side, row: &Row) -> Vec<Mark> {
        view.mentions_in(side, &row.lines[side])
            .filter_map(|mention| {
                let partner = *self.0.get(mention.concept.as_str())?;
                let sort = if mention.kind.is_name() { "name" } else { "figure" };
                Some(Mark {
                    span: mention.span,
                    // Where nothing is called changed, what is shared is the news.
                    element: if view.rendering { "span" } else { "mark" },
                    class: format!("e {sort}"),
                    label: None,
                    partner: Some(partner),
                    rank: 1,
                })
            })
            .collect()
    }
}

/// "Only in the source: …", for rows of texts that do not render each other.
fn only_here(view: &View, side: Side, row: &Row, shared: &Shared) -> Markup {
    let s = view.strings;
    let lang = view.comparison.documents[side].lang;
    let elsewhere: FxHashSet<&str> =
        view.mentions[side.other()].iter().map(|m| m.concept.as_str()).collect();
    let mut seen = FxHashSet::default();
    let chips: Vec<_> = view
        .mentions_in(side, &row.lines[side])
        .filter(|m| !shared.0.contains_key(m.concept.as_str()) && seen.insert(m.concept.as_str()))
        .map(|m| (m.span.of(view.text(side)), elsewhere.contains(m.concept.as_str())))
        .collect();
    let title = match side {
        Side::Source => s.only_source,
        Side::Translation => s.only_translation,
    };
    html! {
        @if !chips.is_empty() {
            p.only {
                b { (title) ":" }
                @for (form, elsewhere) in chips {
                    " "
                    span.chip.elsewhere[elsewhere] {
                        (text::value(form, lang))
                        @if elsewhere { small { " (" (s.elsewhere) ")" } }
                    }
                }
            }
        }
    }
}

fn gutter(view: &View, row: &Row, uncertain: bool) -> Markup {
    let s = view.strings;
    let count = |side: Side| s.number(row.lines[side].len());
    html! {
        div.gut role="rowheader" {
            @if let Some(paragraph) = row.begins {
                span.par { span aria-hidden="true" { "¶" (s.number(paragraph)) }
                    span.vh { (fill(s.paragraph, &[("n", html! { (s.number(paragraph)) })])) } }
            }
            a.n href={ "#" (row.id) } {
                span.vh { (fill(if view.rendering { s.pair } else { s.row }, &[])) }
                (s.number(row.number))
            }
            @if row.lines.source.len() != row.lines.translation.len() && row.kind == RowKind::Pair {
                span.shape dir="ltr" aria-hidden="true" {
                    // Written in the direction of the page, since the columns follow it too.
                    @if s.dir == "rtl" { (count(Side::Translation)) ":" (count(Side::Source)) }
                    @else { (count(Side::Source)) ":" (count(Side::Translation)) }
                }
            }
            (tags(view, row))
            @if uncertain { span.tag.k-uncertain title=(s.uncertain.explain) { "?" } }
            @for label in aside_labels(view, row) { span.role { (label) } }
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

/// One tag for each kind of finding; the words are in the row's name and in the captions.
fn tags(view: &View, row: &Row) -> Markup {
    let findings = &view.comparison.findings;
    html! {
        @for kind in FindingKind::ALL {
            @let of_kind: Vec<usize> = row.findings.iter().copied().filter(|&f| findings[f].kind == kind).collect();
            @if let Some(&first) = of_kind.first() {
                // The anchor of findings that have no caption, at the first row in which they stand.
                @let anchored = !is_inline(kind) && is_first(view, first, row);
                a class={ "tag " (group(kind)) } title=((view.strings.kind)(kind).label)
                    href={ "#" @if is_inline(kind) { (anchor(first)) } @else { (row.id) } }
                    id=[anchored.then(|| anchor(first))] {
                    span aria-hidden="true" { (tag(kind)) @if of_kind.len() > 1 { "×" (view.strings.number(of_kind.len())) } }
                    span.vh { ((view.strings.kind)(kind).label) }
                }
                @for &other in of_kind.iter().skip(1) {
                    @if !is_inline(kind) && is_first(view, other, row) { span id=(anchor(other)) {} }
                }
            }
        }
    }
}

fn is_first(view: &View, finding: usize, row: &Row) -> bool {
    view.finding_rows[finding].first().is_some_and(|&at| view.rows[at].id == row.id)
}

/// The anchor of a finding, counted as its id is: `f1`, `f2`, …
pub(super) fn anchor(finding: usize) -> String {
    format!("f{}", finding + 1)
}

fn captions(view: &View, row: &Row) -> Markup {
    let at = view.rows.iter().position(|other| other.id == row.id).unwrap_or(0);
    captions_of(view, at, row, false)
}

/// What changed in the row, with the values of both sides.
fn captions_of(view: &View, at: usize, row: &Row, moved: bool) -> Markup {
    let is_here = |f: usize| {
        is_inline(view.comparison.findings[f].kind) && view.finding_rows[f].first() == Some(&at)
    };
    let findings: Vec<usize> = row.findings.iter().copied().filter(|&f| is_here(f)).collect();
    let target = moved.then(|| row.lines.translation.first()).flatten();
    html! {
        @if !findings.is_empty() || target.is_some() {
            div.cards role="cell" {
                ul {
                    @for finding in findings {
                        li id=(anchor(finding)) { (caption(view, &view.comparison.findings[finding])) }
                    }
                    @if let Some(line) = target {
                        li {
                            span.tag.k-moved aria-hidden="true" { (tag(FindingKind::Moved)) }
                            " " (fill(view.strings.moved_to, &[("n", html! { bdi { (view.strings.number(line.paragraph + 1)) } })]))
                        }
                    }
                }
            }
        }
    }
}

/// "# Number changed: source 12, translation 21", each value isolated.
pub(super) fn caption(view: &View, finding: &Finding) -> Markup {
    let s = view.strings;
    let has_values = finding.values.source.is_some() || finding.values.translation.is_some();
    html! {
        span class={ "tag " (group(finding.kind)) } aria-hidden="true" { (tag(finding.kind)) }
        " " b { ((s.kind)(finding.kind).label) }
        @for side in Side::BOTH {
            @if let Some(value) = &finding.values[side] {
                " " span.side { (match side { Side::Source => s.source, Side::Translation => s.translation }) }
                " " (text::value(value, view.comparison.documents[side].lang))
                @if let Some(note) = value_note(view, side, finding.spans[side], value) {
                    " " small { "(" (s.shown_as) " " bdi dir="ltr" { (note) } ")" }
                }
            }
        }
        @if !has_values && s.tag == "en" && !finding.message.is_empty() {
            " " (text::value(&finding.message, crate::lang::Lang::English))
        }
    }
}

/// The value behind a figure whose letters do not show it: `2024-05-06`, `1500000`.
fn value_note(view: &View, side: Side, span: Option<Span>, written: &str) -> Option<String> {
    let span = span?;
    let mention = view.comparison.mentions[side]
        .iter()
        .find(|m| m.span.overlaps(span) && m.value.is_some())?;
    let note = match mention.value? {
        Value::Number { value, percent, .. } => {
            format!("{value}{}", if percent { "%" } else { "" })
        }
        Value::Date { year, month, day, .. } => {
            let year = year.map_or_else(|| "····".to_owned(), |year| format!("{year:04}"));
            let part =
                |part: Option<u8>| part.map_or_else(String::new, |part| format!("-{part:02}"));
            format!(
                "{year}{}{}",
                part(month),
                if month.is_some() { part(day) } else { String::new() }
            )
        }
    };
    (note != written).then_some(note)
}

fn evidence(view: &View, row: &Row) -> Markup {
    let Some(link) = view.link(row) else { return html! {} };
    let s = view.strings;
    let strength = Strength::of(link);
    let word = (s.strength)(strength);
    let names: FxHashMap<&str, &str> = view
        .mentions_in(Side::Source, &row.lines.source)
        .map(|m| (m.concept.as_str(), m.name.as_str()))
        .collect();
    let mut seen = FxHashSet::default();
    let pairs: Vec<_> = link
        .evidence
        .iter()
        .map(|evidence| {
            let forms = Pair::new(
                evidence.source.of(view.text(Side::Source)),
                evidence.translation.of(view.text(Side::Translation)),
            );
            (forms, names.get(evidence.concept.as_str()).copied())
        })
        .filter(|(forms, _)| seen.insert(*forms))
        .collect();
    html! {
        div.why role="cell" {
            details {
                summary {
                    span.dots aria-hidden="true" {
                        @for dot in 0..3 { span.on[dot < strength.dots()] { "•" } }
                    }
                    span.vh { (s.evidence) ": " (word) }
                }
                p { b { (s.why) } " (" (word) ")" @if pairs.is_empty() { ": " (s.too_little) } }
                @if !pairs.is_empty() {
                    ul.ties {
                        @for (forms, name) in pairs {
                            li {
                                @for side in Side::BOTH {
                                    @if side == Side::Translation { span.sep aria-hidden="true" { " · " } }
                                    (text::value(forms[side], view.comparison.documents[side].lang))
                                }
                                @if let Some(name) = name { " " small { (text::value(name, crate::lang::Lang::English)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
