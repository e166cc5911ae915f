//! The card of a change: under its row a caption, which opens to what it means, where it stands on
//! either side, what ties the row, and how sure it is.

use maud::{Markup, html};

use super::caption::caption;
use super::evidence::ties;
use super::gutter::anchor;
use super::kind::{group, is_inline, tag};
use super::strings::fill;
use super::text;
use super::view::{Line, Row, View};
use crate::finding::{Finding, FindingKind};
use crate::span::{Side, Span};

/// Length of the excerpt of a sentence, in characters.
const EXCERPT: usize = 160;

/// The cards of the changes that stand first in this row; `moved` also where it stands elsewhere.
pub(super) fn captions(view: &View, at: usize, row: &Row, moved: bool) -> Markup {
    let is_here = |f: usize| view.finding_rows[f].first() == Some(&at);
    let findings: Vec<usize> =
        row.findings.iter().chain(&row.doubts).copied().filter(|&f| is_here(f)).collect();
    let has_own = findings.iter().any(|&f| view.findings[f].kind == FindingKind::Moved);
    html! {
        @if !findings.is_empty() || moved {
            div.cards role="cell" {
                ul {
                    @for finding in findings { (card(view, row, finding)) }
                    @if moved && !has_own {
                        li {
                            span.tag.k-moved dir="ltr" aria-hidden="true" { (tag(FindingKind::Moved)) }
                            (moved_to(view, row))
                        }
                    }
                }
            }
        }
    }
}

fn moved_to(view: &View, row: &Row) -> Markup {
    let s = view.strings;
    html! {
        @if let Some(line) = row.lines.translation.first() {
            " " (fill(s.moved_to, &[("n", html! { bdi { (s.number(line.paragraph + 1)) } })]))
        }
    }
}

fn card(view: &View, row: &Row, index: usize) -> Markup {
    let s = view.strings;
    let finding = &view.findings[index];
    html! {
        li id=(anchor(index)) data-finding=(finding.kind.name()) data-p=(format!("{:.4}", finding.probability)) {
            details.card {
                summary {
                    @if is_inline(finding.kind) { (caption(view, finding)) } @else { (heading(view, row, finding)) }
                }
                p.means { ((s.kind)(finding.kind).explain) }
                dl {
                    @for side in Side::BOTH {
                        @if let Some(span) = finding.spans[side] {
                            dt { (match side { Side::Source => s.source, Side::Translation => s.translation }) }
                            dd class=(match side { Side::Source => "vs", Side::Translation => "vt" }) {
                                (words(view, side, finding, span))
                                @if let Some((at, line)) = place(view, index, side, span) {
                                    " " a.go href=(view.parts.anchor(at, &line.id)) data-unit=(line.id) {
                                        (fill(match side { Side::Source => s.source_paragraph, Side::Translation => s.translation_paragraph },
                                            &[("n", html! { (s.number(line.paragraph + 1)) })]))
                                    }
                                }
                            }
                        }
                    }
                    @if let Some(ties) = ties(view, row) { dt { (s.evidence) } dd { (ties) } }
                    dt { (s.probability) } dd { bdi dir=(s.dir) { (s.certainty(finding.probability)) } }
                }
            }
        }
    }
}

/// Of a sentence that went, came or moved: the row itself shows which.
fn heading(view: &View, row: &Row, finding: &Finding) -> Markup {
    let s = view.strings;
    html! {
        span class={ "tag " (group(finding.kind)) } dir="ltr" aria-hidden="true" { (tag(finding.kind)) }
        " " b.what { ((s.kind)(finding.kind).label) }
        @if finding.is_uncertain() { " " span.tag.k-uncertain title=(s.uncertain.explain) { "?" } }
        @if finding.kind == FindingKind::Moved { (moved_to(view, row)) }
    }
}

/// The value in full; of a sentence its beginning.
fn words(view: &View, side: Side, finding: &Finding, span: Span) -> Markup {
    let lang = view.comparison.documents[side].lang;
    match &finding.values[side] {
        Some(value) => html! { span.value { (text::value(value, lang)) } },
        None if is_inline(finding.kind) => html! {},
        None => text::value(&text::excerpt(span.of(view.text(side)), EXCERPT), lang),
    }
}

/// The unit in which the change stands on a side, and its row.
fn place<'a>(view: &'a View, index: usize, side: Side, span: Span) -> Option<(usize, &'a Line)> {
    let mut lines = view.finding_rows[index]
        .iter()
        .flat_map(|&at| view.rows[at].lines[side].iter().map(move |line| (at, line)));
    lines.find(|(_, line)| line.span.overlaps(span))
}
