//! A change in one line: its kind, and the values of both sides.

use std::borrow::Cow;

use maud::{Markup, html};

use super::hidden;
use super::kind::{group, tag};
use super::strings::{Strings, fill};
use super::text;
use super::value;
use super::view::View;
use crate::concept::ConceptKind;
use crate::finding::{Finding, FindingKind};
use crate::span::Side;

/// Words of a long value that are shown, at its beginning and at its end.
const HEAD: usize = 9;
const TAIL: usize = 5;

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
    let calendar = value
        .and_then(|value| value::calendar(value, value_of(side.other())))
        .map(|c| (s.calendar)(c));
    html! {
        @if let Some(calendar) = calendar { " " small { "(" (calendar) ")" } }
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
