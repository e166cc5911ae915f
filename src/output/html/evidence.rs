//! What ties the two sides of a pair, and how strongly.

use maud::{Markup, html};
use rustc_hash::{FxHashMap, FxHashSet};

use super::hidden;
use super::strings::{Strength, Strings};
use super::text;
use super::view::{Row, View};
use crate::align::{By, Link};
use crate::lang::Lang;
use crate::span::{Pair, Side};

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

/// The forms on either side of what both have, and its name.
type Tie<'a> = (Pair<&'a str>, Option<&'a str>);

fn pairs<'a>(view: &View<'a>, row: &Row, link: &'a Link) -> Vec<Tie<'a>> {
    let names: FxHashMap<&str, &str> = view
        .mentions_in(Side::Source, &row.lines.source)
        .map(|m| (m.concept.as_str(), m.name.as_str()))
        .collect();
    let mut seen = FxHashSet::default();
    link.evidence
        .iter()
        .map(|evidence| {
            let forms = Pair::new(
                evidence.source.of(view.text(Side::Source)),
                evidence.translation.of(view.text(Side::Translation)),
            );
            (forms, names.get(evidence.concept.as_str()).copied())
        })
        .filter(|(forms, _)| seen.insert(*forms))
        .collect()
}

/// How strong the link is in a word: "strong"; or that somebody confirmed it.
fn word(s: &Strings, link: &Link) -> &'static str {
    if link.by == By::Person { s.by_person } else { (s.strength)(Strength::of(link)) }
}

/// What to say of a link without a tie.
fn without_ties(s: &Strings, link: &Link) -> Option<&'static str> {
    let weak = Strength::of(link) == Strength::Weak;
    (link.by != By::Person).then_some(if weak { s.too_little } else { s.by_place })
}

/// The evidence of a row as running text; none where it has no link, or where evidence is not shown.
pub(super) fn ties(view: &View, row: &Row) -> Option<Markup> {
    let link = view.link(row).filter(|_| view.revision.is_none())?;
    let s = view.strings;
    let pairs = pairs(view, row, link);
    let ties = match without_ties(s, link).filter(|_| pairs.is_empty()) {
        Some(words) => words.to_owned(),
        None => plain_ties(s, &pairs),
    };
    Some(html! { (word(s, link)) @if !ties.is_empty() { ": " (ties) } })
}

/// The evidence of a row behind its dots.
pub(super) fn evidence(view: &View, row: &Row) -> Markup {
    let Some(link) = view.link(row) else { return html! {} };
    let s = view.strings;
    let strength = Strength::of(link);
    let word = word(s, link);
    let pairs = pairs(view, row, link);
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
                    @if let Some(words) = without_ties(s, link).filter(|_| pairs.is_empty()) { ": " (words) }
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
