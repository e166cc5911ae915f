//! Under a row: what changed in words and values, and what ties its two sides.

use std::borrow::Cow;

use maud::{Markup, html};
use rustc_hash::{FxHashMap, FxHashSet};

use super::gutter::anchor;
use super::hidden;
use super::kind::{group, is_inline, tag};
use super::strings::{Strength, Strings, fill};
use super::text;
use super::value;
use super::view::{Row, View};
use crate::align::By;
use crate::concept::ConceptKind;
use crate::finding::{Finding, FindingKind};
use crate::lang::Lang;
use crate::span::{Pair, Side};

/// Words of a long value that are shown, at its beginning and at its end.
const HEAD: usize = 9;
const TAIL: usize = 5;

/// What changed in the row, with the values of both sides.
pub(super) fn captions(view: &View, at: usize, row: &Row, moved: bool) -> Markup {
    let is_here =
        |f: usize| is_inline(view.findings[f].kind) && view.finding_rows[f].first() == Some(&at);
    let findings: Vec<usize> =
        row.findings.iter().chain(&row.doubts).copied().filter(|&f| is_here(f)).collect();
    let target = moved.then(|| row.lines.translation.first()).flatten();
    html! {
        @if !findings.is_empty() || target.is_some() {
            div.cards role="cell" {
                ul {
                    @for finding in findings {
                        @let kind = view.findings[finding].kind.name();
                        li id=(anchor(finding)) data-finding=(kind) { (caption(view, &view.findings[finding])) }
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
        span class={ "tag " (group(finding.kind)) } dir="ltr" aria-hidden="true" { (tag(finding.kind)) }
        " " b.what { ((s.kind)(finding.kind).label) }
        @if finding.is_uncertain() { " " span.tag.k-uncertain title=(s.uncertain.explain) { "?" } }
        @for side in Side::BOTH {
            @if let Some(value) = &finding.values[side] {
                " " span class=(match side { Side::Source => "val vs", Side::Translation => "val vt" }) {
                    span.side { (match side { Side::Source => s.source, Side::Translation => s.translation }) }
                    " " (text::value(&shortened(value), view.comparison.documents[side].lang))
                    (value_notes(view, side, finding, value))
                    (elsewhere(view, side, finding))
                }
            } @else if has_values && let Some(none) = none_of(s, finding.kind) {
                " " span class=(match side { Side::Source => "val vs", Side::Translation => "val vt" }) {
                    span.side { (match side { Side::Source => s.source, Side::Translation => s.translation }) }
                    " " (none)
                }
            }
        }
        @if !has_values && s.tag == "en" && !finding.message.is_empty() {
            " " span.val.wide lang="en" dir="ltr" { (hidden::plain(&finding.message)) }
        }
    }
}

/// What to say of a side without a value, where the other one has one.
fn none_of(s: &Strings, kind: FindingKind) -> Option<&'static str> {
    match kind {
        FindingKind::AttributionChanged => Some(s.no_speaker),
        FindingKind::QuotationChanged => Some(s.no_quotation),
        _ => None,
    }
}

/// A value without its middle, where it is long: the text itself is beside it.
fn shortened(value: &str) -> Cow<'_, str> {
    let words: Vec<&str> = value.split_whitespace().collect();
    match (words.get(..HEAD), words.len().checked_sub(TAIL).and_then(|at| words.get(at..))) {
        (Some(head), Some(tail)) if words.len() > HEAD + TAIL + 1 => {
            Cow::Owned(format!("{} … {}", head.join(" "), tail.join(" ")))
        }
        _ => Cow::Borrowed(value),
    }
}

/// What the figure is worth, and how it is seen in the text where it is seen otherwise.
fn value_notes(view: &View, side: Side, finding: &Finding, written: &str) -> Markup {
    let s = view.strings;
    let kind = match finding.kind {
        FindingKind::NumberChanged => ConceptKind::Number,
        FindingKind::DateChanged => ConceptKind::Date,
        _ => return html! {},
    };
    let Some(span) = finding.spans[side] else { return html! {} };
    let published = view.comparison.documents[side].meta.date.as_deref();
    let value_of = |side: Side| {
        let span = finding.spans[side]?;
        let mut mentions = view.comparison.mentions[side].iter();
        mentions.find(|mention| mention.kind == kind && mention.span.overlaps(span))?.value
    };
    let value = value_of(side);
    let note = value.and_then(|value| value::note(s, value, written, published));
    let limit =
        value.zip(value_of(side.other())).and_then(|(value, other)| value::limit(s, value, other));
    let displayed = value::displayed(view.text(side), span);
    html! {
        @if let Some(limit) = limit { " " small { "(" (limit) ")" } }
        @if let Some(note) = note { " " small { "(" (s.shown_as) " " bdi { (note) } ")" } }
        @if let Some(seen) = displayed {
            " " small { "(" (fill(s.displayed_as, &[("n", html! { bdi dir="ltr" { (seen) } })])) ")" }
        }
    }
}

/// What the text calls the thing elsewhere, and how often.
fn elsewhere(view: &View, side: Side, finding: &Finding) -> Markup {
    let (s, called) = (view.strings, &finding.elsewhere[side]);
    if called.is_empty() {
        return html! {};
    }
    html! {
        " " small {
            "(" (s.elsewhere) " "
            @for (n, called) in called.iter().enumerate() {
                @if n > 0 { (s.comma) }
                (text::value(&called.form, view.comparison.documents[side].lang)) " ×"
                bdi { (s.number(called.times)) }
            }
            ")"
        }
    }
}

/// From so many rows on a page has its evidence as running text: most of its weight would be the
/// elements around the words.
const LONG_PAGE: usize = 5000;

/// What ties a pair, each piece in isolates (UAX #9).
fn plain_ties(s: &Strings, pairs: &[(Pair<&str>, Option<&str>)]) -> String {
    let isolated = |text: &str| format!("\u{2068}{}\u{2069}", hidden::plain(text));
    let tie = |(forms, name): &(Pair<&str>, Option<&str>)| {
        let name = name.map_or_else(String::new, |name| format!(" ({})", isolated(name)));
        format!("{} · {}{name}", isolated(forms.source), isolated(forms.translation))
    };
    pairs.iter().map(tie).collect::<Vec<_>>().join(s.comma)
}

pub(super) fn evidence(view: &View, row: &Row) -> Markup {
    let Some(link) = view.link(row) else { return html! {} };
    let s = view.strings;
    let strength = Strength::of(link);
    let confirmed = link.by == By::Person;
    let word = if confirmed { s.by_person } else { (s.strength)(strength) };
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
                        b { @for _ in 0..strength.dots() { "•" } } @for _ in strength.dots()..3 { "•" }
                    }
                    span.vh { (s.evidence) ": " (word) }
                }
                p { b { (s.why) } " (" (word) ")"
                    @if pairs.is_empty() && !confirmed { ": " (if strength == Strength::Weak { s.too_little } else { s.by_place }) }
                }
                @if !pairs.is_empty() && view.parts.here().len() > LONG_PAGE {
                    p { (plain_ties(s, &pairs)) }
                } @else if !pairs.is_empty() {
                    ul.ties {
                        @for (forms, name) in pairs {
                            li {
                                @for side in Side::BOTH {
                                    @if side == Side::Translation { span.sep aria-hidden="true" { " · " } }
                                    (text::value(forms[side], view.comparison.documents[side].lang))
                                }
                                @if let Some(name) = name { " " small { (text::value(name, Lang::Unknown)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
