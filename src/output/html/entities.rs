//! Names, numbers and dates: how often on either side, and as what.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::strings::fill;
use super::text;
use super::view::View;
use crate::concept::ConceptKind;
use crate::lang::Lang;
use crate::span::{Pair, Side};

struct Entry<'a> {
    kind: ConceptKind,
    name: &'a str,
    times: Pair<usize>,
    /// Forms as written with their counts, in order of first occurrence.
    forms: Pair<Vec<(&'a str, usize)>>,
}

/// The table.
pub(super) fn table(view: &View) -> Markup {
    let s = view.strings;
    let entries = collect(view);
    let lonely = |side: Side| entries.iter().filter(|e| e.times[side.other()] == 0).count();
    let number = |n: usize| html! { bdi { (s.number(n)) } };
    let note = fill(
        s.entities_note,
        &[
            ("n", number(entries.len())),
            ("s", number(lonely(Side::Source))),
            ("t", number(lonely(Side::Translation))),
        ],
    );
    html! {
        section.entities aria-labelledby="entities" {
            h2 #entities { (s.entities) }
            @if entries.is_empty() {
                p { (note) }
            } @else {
                details {
                    summary { (note) }
                    table {
                        thead {
                            tr {
                                th scope="col" { (s.name) }
                                th scope="col" { (s.type_of) }
                                @for name in [s.source, s.translation] {
                                    th scope="col" { (name) span.vh { ": " (s.times) } }
                                    th scope="col" { (s.forms) span.vh { ": " (name) } }
                                }
                            }
                        }
                        tbody { @for entry in &entries { (table_row(view, entry)) } }
                    }
                }
            }
        }
    }
}

fn table_row(view: &View, entry: &Entry) -> Markup {
    let s = view.strings;
    let lonely = entry.times.source == 0 || entry.times.translation == 0;
    html! {
        tr.lonely[lonely] {
            th scope="row" { (text::value(entry.name, Lang::Unknown)) }
            td { ((s.concept)(entry.kind)) }
            @for side in Side::BOTH {
                td.count.zero[entry.times[side] == 0] { (s.number(entry.times[side])) }
                td {
                    @for (n, (form, times)) in entry.forms[side].iter().enumerate() {
                        @if n > 0 { (s.comma) }
                        (text::value(form, view.comparison.documents[side].lang))
                        @if *times > 1 { " " small { "×" bdi { (s.number(*times)) } } }
                    }
                }
            }
        }
    }
}

/// Concepts by kind, the most frequent first.
fn collect<'a>(view: &View<'a>) -> Vec<Entry<'a>> {
    let mut by_concept: BTreeMap<&str, Entry> = BTreeMap::new();
    for side in Side::BOTH {
        for mention in &view.mentions[side] {
            let entry = by_concept.entry(&mention.concept).or_insert_with(|| Entry {
                kind: mention.kind,
                name: &mention.name,
                times: Pair::default(),
                forms: Pair::default(),
            });
            entry.times[side] += 1;
            let form = mention.span.of(view.text(side));
            match entry.forms[side].iter_mut().find(|(known, _)| *known == form) {
                Some((_, times)) => *times += 1,
                None => entry.forms[side].push((form, 1)),
            }
        }
    }
    let mut entries: Vec<_> = by_concept.into_values().collect();
    entries.sort_by_key(|e| (e.kind, std::cmp::Reverse(e.times.source + e.times.translation)));
    entries
}
