//! What is marked inside the text of a row: what changed, and what both sides share.

use maud::{Markup, html};
use rustc_hash::{FxHashMap, FxHashSet};

use super::kind::group;
use super::strings::fill_plain;
use super::text::{self, Mark};
use super::view::{Line, Row, View};
use crate::finding::{Finding, FindingKind};
use crate::span::Side;

/// What a finding marks inside the text of one side.
pub(super) fn finding_mark(view: &View, side: Side, row: &Row, finding: &Finding) -> Option<Mark> {
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
pub(super) struct Shared<'a>(FxHashMap<&'a str, usize>);

impl<'a> Shared<'a> {
    pub fn of(view: &View<'a>, row: &Row) -> Self {
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

    pub fn marks(&self, view: &View<'a>, side: Side, row: &Row) -> Vec<Mark> {
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
pub(super) fn only_here(view: &View, side: Side, row: &Row, shared: &Shared) -> Markup {
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
