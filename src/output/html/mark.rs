//! What is marked inside the text of a row: what changed, and what both sides share.

use maud::{Markup, html};
use rustc_hash::{FxHashMap, FxHashSet};

use super::kind::group;
use super::strings::{Strings, fill_plain};
use super::text::{self, Mark};
use super::view::{Row, RowKind, View};
use crate::concept::{Mention, origin};
use crate::document::Document;
use crate::finding::{Finding, FindingKind};
use crate::fold::key;
use crate::span::{Side, Span};

/// What a finding marks inside the text of one side.
pub(super) fn finding_mark(
    view: &View,
    side: Side,
    lines: &[Span],
    finding: &Finding,
) -> Option<Mark> {
    let span = finding.spans[side]?;
    let covers = |line: &Span| span.contains(line.trim(view.text(side))) || !span.overlaps(*line);
    let element = match (finding.kind, side) {
        (FindingKind::Moved | FindingKind::HiddenCharacter, _) => return None,
        // The side that lacks the name or figure has nothing to show.
        (FindingKind::NameDropped | FindingKind::NumberDropped, Side::Translation)
        | (FindingKind::NameAdded | FindingKind::NumberAdded, Side::Source) => return None,
        // A whole sentence is told by its cell.
        (FindingKind::Dropped | FindingKind::Added, _) if lines.iter().all(covers) => {
            return None;
        }
        (
            FindingKind::Dropped | FindingKind::NumberDropped | FindingKind::NameDropped,
            Side::Source,
        ) => "del",
        (
            FindingKind::Added | FindingKind::NumberAdded | FindingKind::NameAdded,
            Side::Translation,
        ) => "ins",
        _ => "mark",
    };
    let label = (view.strings.kind)(finding.kind).label;
    let end = end_of(view.strings, label);
    Some(Mark {
        span,
        element,
        class: format!("m {}", group(finding.kind)),
        label: Some((label, end)),
        partner: None,
        change: None,
        rank: 0,
    })
}

/// What a screen reader says behind a mark.
pub(super) fn end_of(strings: &Strings, label: &str) -> String {
    fill_plain(strings.end_of, &[("s", label)])
}

/// Concepts of a row that the other side has too, numbered: in the row, or anywhere in its text
/// where the row has no other side. Figures that translators render freely tie nothing.
#[derive(Default)]
pub(super) struct Shared<'a>(FxHashMap<&'a str, usize>);

impl<'a> Shared<'a> {
    pub fn of(view: &View<'a>, row: &Row) -> Self {
        let (side, whole) = match row.kind {
            RowKind::Single(side) if view.rendering => (side, false),
            RowKind::Single(side) => (side, true),
            _ => (Side::Source, false),
        };
        let in_row: FxHashSet<&str>;
        let there = if whole {
            &view.concepts[side.other()]
        } else {
            let lines = &row.lines[side.other()];
            in_row = view.mentions_in(side.other(), lines).map(|m| m.concept.as_str()).collect();
            &in_row
        };
        let mut shared = FxHashMap::default();
        for mention in view.mentions_in(side, &row.lines[side]).filter(|m| !is_weak(m)) {
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
                    change: None,
                    rank: 1,
                })
            })
            .collect()
    }
}

/// A name as it stands in the text, without the "and" written in one piece with it, where its row
/// in the data says that this is none of its letters.
fn bare<'a>(document: &'a Document, mention: &Mention) -> &'a str {
    let written = mention.span.of(&document.text);
    let rules = document.lang.module().map(|module| module.names());
    let attached = rules.into_iter().flat_map(|rules| rules.conjunctions.iter().copied());
    let mut pieces = attached.filter_map(|and| Some((and, written.strip_prefix(and)?)));
    let Some((and, rest)) = pieces.next() else { return written };
    let name = origin(document, mention).and_then(|origin| origin.form);
    match name {
        Some(name) if key(rest).starts_with(&key(name.text)) && !name.text.starts_with(and) => rest,
        _ => written,
    }
}

fn is_weak(mention: &Mention) -> bool {
    mention.is_weak() || mention.value.is_some_and(|value| value.is_weak())
}

/// "Only in the source: …", for rows of texts that do not render each other; what the other text
/// has, but elsewhere, apart.
pub(super) fn only_here(view: &View, side: Side, row: &Row, shared: &Shared) -> Markup {
    let s = view.strings;
    let elsewhere = &view.concepts[side.other()];
    let (mut concepts, mut forms) = (FxHashSet::default(), FxHashSet::default());
    // Two concepts may be written alike, and one concept in two ways: each is listed once.
    let (other, only): (Vec<_>, Vec<_>) = view
        .mentions_in(side, &row.lines[side])
        .filter(|m| !shared.0.contains_key(m.concept.as_str()))
        .filter(|m| !is_weak(m))
        .map(|m| (m, bare(&view.comparison.documents[side], m)))
        .filter(|(m, form)| concepts.insert(m.concept.as_str()) && forms.insert(key(form)))
        .partition(|(m, _)| elsewhere.contains(m.concept.as_str()));
    let (alone, away) = match side {
        Side::Source => (s.only_source, s.in_translation),
        Side::Translation => (s.only_translation, s.in_source),
    };
    let lang = view.comparison.documents[side].lang;
    html! {
        @for (title, class, list) in [(alone, "chip", only), (away, "chip elsewhere", other)] {
            @if !list.is_empty() {
                p.only {
                    b { (title) ":" }
                    @for (_, form) in list { " " span class=(class) { (text::value(form, lang)) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concept::recognise;
    use crate::segment::SegmentOptions;

    #[test]
    fn a_name_leaves_the_and_before_it() {
        let text = "زار الوزير سوريا والعراق وتركيا، ثم وادي الفرات.";
        let document = Document::from_text("a.txt", text);
        let mentions = recognise(&document, &SegmentOptions::default()).mentions;
        let names: Vec<&str> = mentions.iter().map(|mention| bare(&document, mention)).collect();
        for name in ["سوريا", "العراق", "تركيا", "وادي الفرات"] {
            assert!(names.contains(&name), "{name} is not in {names:?}");
        }
    }
}
