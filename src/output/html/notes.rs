//! What a reader may want to know but need not act on.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::hidden;
use super::strings::fill;
use super::text;
use super::view::View;
use crate::segment::TokenKind;
use crate::span::{Pair, Side, Span};

/// So many places of one character are linked.
const PLACES: usize = 20;

/// Invisible characters, mixed scripts, digit systems, uncertain pairs.
pub(super) fn notes(view: &View) -> Markup {
    let s = view.strings;
    let hidden = hidden_characters(view);
    let mixed = mixed_words(view);
    let digits = Pair::new(Side::Source, Side::Translation).map(|side| digit_sets(view, side));
    let differ = !digits.source.is_empty()
        && !digits.translation.is_empty()
        && digits.source != digits.translation;
    let uncertain: Vec<_> =
        view.rows.iter().enumerate().filter(|(_, row)| view.is_uncertain(row)).collect();
    let nothing = hidden.is_empty() && mixed.is_empty() && !differ && uncertain.is_empty();
    html! {
        section.notes aria-labelledby="notes" {
            h2 #notes { (s.notes) }
            @if nothing { p { (s.no_notes) } }
            @if !hidden.is_empty() {
                h3 { (s.hidden_note) }
                ul {
                    @for (c, found) in &hidden { (hidden_entry(view, *c, found)) }
                }
            }
            @if !mixed.is_empty() {
                h3 { (s.mixed_note) }
                ul {
                    @for (side, word) in &mixed {
                        li {
                            (text::value(word, view.comparison.documents[*side].lang)) " "
                            bdi.code dir="ltr" { (codes(word)) } (s.comma) (side_name(view, *side))
                        }
                    }
                }
            }
            @if differ {
                @let list = |sets: &[&str]| html! { @for (n, set) in sets.iter().enumerate() { @if n > 0 { (s.comma) } bdi { (set) } } };
                p { (fill(s.digits_note, &[("s", list(&digits.source)), ("t", list(&digits.translation))])) }
            }
            @if !uncertain.is_empty() {
                p {
                    (fill(s.uncertain_note, &[("n", html! { bdi { (s.number(uncertain.len())) } })]))
                    @for (at, row) in uncertain { " " a.go href=(view.parts.anchor(at, &row.id)) { (s.number(row.number)) } }
                }
            }
        }
    }
}

fn side_name(view: &View, side: Side) -> &'static str {
    match side {
        Side::Source => view.strings.source,
        Side::Translation => view.strings.translation,
    }
}

/// Where an invisible character stands.
#[derive(Default)]
struct Found {
    times: Pair<usize>,
    /// In the order of the page, each once.
    rows: BTreeSet<usize>,
}

fn hidden_entry(view: &View, c: char, found: &Found) -> Markup {
    let s = view.strings;
    let (short, long) = hidden::name(c).unwrap_or(("?", ""));
    html! {
        li {
            @if hidden::is_kept(c) { bdi.code dir="ltr" { (short) } } @else { bdi.tok dir="ltr" { "[" (short) "]" } }
            " " bdi dir="ltr" { (format!("U+{:04X} {long}", u32::from(c))) }
            @for side in Side::BOTH {
                @if found.times[side] > 0 { (s.comma) (side_name(view, side)) " ×" bdi { (s.number(found.times[side])) } }
            }
            (s.comma) (if hidden::is_kept(c) { s.hidden_kept } else { s.hidden_replaced })
            @for &at in found.rows.iter().take(PLACES) {
                @let row = &view.rows[at];
                " " a.go href=(view.parts.anchor(at, &row.id)) {
                    @if row.number == 0 { (s.outside) } @else { (s.number(row.number)) }
                }
            }
            @if found.rows.len() > PLACES { " …" }
        }
    }
}

fn hidden_characters(view: &View) -> BTreeMap<char, Found> {
    let mut found: BTreeMap<char, Found> = BTreeMap::new();
    for side in Side::BOTH {
        let hidden: Vec<(usize, char)> =
            view.text(side).char_indices().filter(|&(_, c)| hidden::name(c).is_some()).collect();
        if hidden.is_empty() {
            continue;
        }
        let rows = view.rows.iter().enumerate();
        let mut lines: Vec<(Span, usize)> = rows
            .flat_map(|(at, row)| row.lines[side].iter().map(move |line| (line.span, at)))
            .collect();
        lines.sort_unstable_by_key(|(span, _)| span.start);
        for (at, c) in hidden {
            let entry = found.entry(c).or_default();
            entry.times[side] += 1;
            let after = lines.partition_point(|(span, _)| span.start <= at);
            let line = after.checked_sub(1).map(|last| lines[last]);
            entry.rows.extend(line.filter(|(span, _)| at < span.end).map(|(_, row)| row));
        }
    }
    found
}

/// Words whose letters come from more than one script, as a look-alike letter would make them.
fn mixed_words<'a>(view: &View<'a>) -> Vec<(Side, &'a str)> {
    let mut words = Vec::new();
    for side in Side::BOTH {
        for token in &view.comparison.segments[side].tokens {
            let word = token.span.of(view.text(side));
            let mut scripts: Vec<Script> = word.chars().filter_map(script).collect();
            scripts.sort_unstable();
            scripts.dedup();
            if token.kind == TokenKind::Word && scripts.len() > 1 && !words.contains(&(side, word))
            {
                words.push((side, word));
            }
        }
    }
    words
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
}

fn script(c: char) -> Option<Script> {
    if !c.is_alphabetic() {
        return None;
    }
    Some(match c {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{590}'..='\u{5ff}' => Script::Hebrew,
        '\u{600}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => Script::Arabic,
        _ => return None,
    })
}

fn codes(word: &str) -> String {
    let codes: Vec<String> = word.chars().map(|c| format!("{:04X}", u32::from(c))).collect();
    codes.join(" ")
}

/// The sets of digits that a text uses.
fn digit_sets(view: &View, side: Side) -> Vec<&'static str> {
    let text = view.text(side);
    let used = |first: char| text.chars().any(|c| (first..).take(10).any(|digit| digit == c));
    ['0', '\u{660}', '\u{6f0}']
        .into_iter()
        .zip(view.strings.digit_sets)
        .filter(|&(first, _)| used(first))
        .map(|(_, name)| name)
        .collect()
}
