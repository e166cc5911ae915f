//! The head of the page: titles, verdict, coverage, counts, what to look at first.

use std::ops::Range;

use maud::{Markup, html};
use rustc_hash::FxHashSet;

use super::caption::caption;
use super::claim::claim;
use super::coverage::tally;
use super::edit::Family;
use super::gutter::anchor;
use super::hidden;
use super::kind::{group, is_inline, tag};
use super::sections::in_part;
use super::strings::{fill, fill_plain};
use super::text;
use super::view::View;
use crate::comparison::Comparison;
use crate::finding::{Finding, FindingKind};
use crate::segment::Role;
use crate::span::{Side, Span};

/// Length of the excerpt of a dropped or added sentence, in characters: one line of a laptop screen.
const EXCERPT: usize = 90;

/// Titles and verdict.
pub(super) fn head(view: &View, rich: usize) -> Markup {
    let s = view.strings;
    html! {
        header.top {
            (titles(view))
            (verdict(view))
            (claim(view))
            @if !view.rendering { p.claim { (s.nothing_claimed) } }
            @if rich < view.rows.len() {
                p.limit { (fill(s.simplified, &[("n", html! { (s.number(view.rows[rich].number)) })])) }
            }
        }
    }
}

/// Both titles, each in its own language.
pub(super) fn titles(view: &View) -> Markup {
    let s = view.strings;
    html! {
        h1 {
            @for side in Side::BOTH {
                @let lang = view.comparison.documents[side].lang;
                @match title(view, side) {
                    Title::Headline(words) => {
                        span.title lang=(lang.tag()) dir=(text::direction(lang).unwrap_or("auto")) { (hidden::plain(words)) }
                    }
                    Title::File(name) => {
                        span.title.file { (s.file) " " bdi dir="ltr" { (hidden::plain(name)) } }
                    }
                }
            }
        }
    }
}

fn verdict(view: &View) -> Markup {
    let s = view.strings;
    let verdict = &view.comparison.verdict;
    // In the direction of the page: the sign stands behind the digits as they are read.
    let percent = |share: f64| html! { bdi dir=(s.dir) { (s.percent(share)) } };
    let shares =
        [("s", percent(verdict.coverage.source)), ("t", percent(verdict.coverage.translation))];
    html! {
        p.verdict {
            @match view.revision {
                Some(revision) => {
                    @let extent = (s.extent)(revision.extent);
                    b.relation { (extent.label) }
                    " " (fill(extent.explain, &shares))
                    @if view.rendering { " " (changes(view)) }
                }
                None => {
                    b.relation { ((s.relation)(verdict.relation)) }
                    @if view.rendering {
                        @let source = tally(view, Side::Source);
                        " " (s.rendered(source.linked, source.total())) " " (changes(view))
                    } @else {
                        " " (fill((s.verdict)(verdict.relation), &shares))
                    }
                    " " span.confidence { (fill(s.confidence, &[("n", html! { bdi dir=(s.dir) { (s.certainty(verdict.confidence)) } })])) }
                }
            }
            @if !view.rendering {
                @for (template, shares) in [(s.shared, verdict.shared_names), (s.shared_figures, verdict.shared_figures)] {
                    @if let (Some(source), Some(translation)) = (shares.source, shares.translation) {
                        " " (fill(template, &[("s", percent(source)), ("t", percent(translation))]))
                    }
                }
            }
        }
    }
}

/// "1 passage dropped, 2 numbers changed. 3 places are uncertain."
fn changes(view: &View) -> Markup {
    let s = view.strings;
    let ends = [FindingKind::Dropped, FindingKind::Added];
    let others = FindingKind::ALL.into_iter().filter(|kind| !ends.contains(kind));
    let present: Vec<(FindingKind, usize)> = ends
        .into_iter()
        .chain(others)
        .map(|kind| (kind, view.count(kind)))
        .filter(|&(_, count)| count > 0)
        .collect();
    let doubts = view.rows.iter().filter(|row| view.is_uncertain(row)).count();
    html! {
        @for (n, &(kind, count)) in present.iter().enumerate() {
            @if n > 0 { (s.comma) }
            (s.counted(kind, count))
            @if n + 1 == present.len() { ". " }
        }
        @if doubts > 0 && view.revision.is_none() { (s.doubtful(doubts)) }
    }
}

/// What a text is called.
pub(super) enum Title<'a> {
    Headline(&'a str),
    /// It has none, and is told by its file.
    File(&'a str),
}

/// The headline as the manifest gives it, else the text's own, else the file's name.
pub(super) fn title<'a>(view: &View<'a>, side: Side) -> Title<'a> {
    title_of(view.comparison, side)
}

/// The same, of a comparison that is not laid out.
pub(super) fn title_of(comparison: &Comparison, side: Side) -> Title<'_> {
    let document = &comparison.documents[side];
    let paragraphs = &comparison.segments[side].paragraphs;
    let heading = || {
        let headline = paragraphs.iter().find(|p| p.role == Role::Headline);
        headline.map(|p| p.span.of(&document.text))
    };
    match document.meta.title.as_deref().or_else(heading) {
        Some(words) => Title::Headline(words),
        None => Title::File(super::about::file_name(&document.name)),
    }
}

/// The counts, which are the filters. Without a script they are counts.
pub(super) fn counts(view: &View) -> Markup {
    let s = view.strings;
    let doubts = |rows: Range<usize>| rows.filter(|&at| view.is_uncertain(&view.rows[at])).count();
    let all = view.comparison.whole_findings();
    let here = view.parts.is_split().then(|| in_part(view, view.parts.current));
    let edits = Family::ALL.into_iter().map(|family| family.count(view)).sum::<usize>();
    let total = here.as_ref().map_or(all.len(), FxHashSet::len) + edits;
    // In a section the count of its own rows comes first, since that is what the button shows.
    let count = |kind: FindingKind| match &here {
        Some(here) => here.iter().filter(|&&f| all[f].kind == kind).count(),
        None => view.count(kind),
    };
    // What is there comes first. Where nothing can be dropped, a zero would say that nothing was.
    let (present, absent): (Vec<FindingKind>, Vec<FindingKind>) = FindingKind::ALL
        .into_iter()
        .filter(|&kind| view.rendering || view.count(kind) > 0)
        .partition(|&kind| view.count(kind) > 0);
    let button = |name: &str,
                  class: &str,
                  sign: &str,
                  words: super::strings::Words,
                  count: usize,
                  whole: usize| {
        html! {
            button type="button" class={ "kind " (class) @if whole == 0 { " nil" } } data-kind=(name) data-n=(count) aria-pressed="false"
                disabled title=(words.explain) {
                span class={ "tag " (class) } dir="ltr" aria-hidden="true" { (sign) }
                " " (words.label) " " b {
                    @if whole == 0 { span.vh { (s.number(0)) } }
                    @else if here.is_some() {
                        (fill(s.around().of, &[("n", html! { bdi { (s.number(count)) } }), ("m", html! { bdi { (s.number(whole)) } })]))
                    } @else { bdi { (s.number(count)) } }
                }
            }
        }
    };
    let uncertain = doubts(0..view.rows.len());
    let doubtful =
        button("uncertain", "k-uncertain", "?", s.uncertain, doubts(view.parts.here()), uncertain);
    html! {
        section.counts aria-labelledby="counts" {
            h2.vh #counts { (s.changes) }
            div.kinds role="group" aria-labelledby="counts" {
                @for kind in present {
                    (button(kind.name(), group(kind), tag(kind), (s.kind)(kind), count(kind), view.count(kind)))
                }
                @if view.revision.is_some() && view.rendering {
                    @for family in Family::ALL {
                        (button(family.name(), family.group(), family.tag(), (s.edits)(family), family.count(view), family.count(view)))
                    }
                } @else if uncertain > 0 { (doubtful) }
                button.reset type="button" hidden { (s.show_all) }
            }
            @if !absent.is_empty() {
                div.nils role="group" aria-labelledby="nils" {
                    span #nils { (s.absent) }
                    @for kind in absent {
                        (button(kind.name(), group(kind), tag(kind), (s.kind)(kind), 0, 0))
                    }
                    @if view.rendering && view.revision.is_none() && uncertain == 0 { (doubtful) }
                }
            }
            p.live aria-live="polite" data-text=(s.shown) data-total=(total) {}
        }
    }
}

/// At most seven findings that most likely alter the meaning; the others are folded, and what is
/// uncertain is apart from them.
pub(super) fn must_see(view: &View) -> Markup {
    let s = view.strings;
    let certain = view.comparison.whole_findings().len();
    let first = view.comparison.must_see();
    let (first, others): (Vec<usize>, Vec<usize>) =
        (0..certain).partition(|&f| first.iter().any(|first| first.id == view.findings[f].id));
    let doubts: Vec<usize> = (certain..view.findings.len()).collect();
    let list = |findings: &[usize]| {
        html! { ol.list { @for &f in findings { li { (entry(view, f)) } } } }
    };
    let folded = |words: &str, findings: &[usize]| {
        html! {
            details {
                summary { (fill(words, &[("n", html! { bdi { (s.number(findings.len())) } })])) }
                (list(findings))
            }
        }
    };
    html! {
        section.must aria-labelledby="must" {
            h2.vh[first.is_empty()] #must { (s.must_see) }
            // A revision says in its verdict how far the versions differ.
            @if certain == 0 { @if view.rendering && view.revision.is_none() { p { (s.nothing_found) } } }
            @if !first.is_empty() { (list(&first)) }
            @if !others.is_empty() {
                (folded(if first.is_empty() { s.minor_findings } else { s.more_findings }, &others))
            }
            @if !doubts.is_empty() { (folded(s.uncertain_findings, &doubts)) }
        }
    }
}

fn entry(view: &View, index: usize) -> Markup {
    let s = view.strings;
    let finding = &view.findings[index];
    let row = view.finding_rows[index].first().map(|&at| (at, &view.rows[at]));
    html! {
        @if is_inline(finding.kind) { (caption(view, finding)) } @else { (sentence_entry(view, finding)) }
        @if let Some((at, row)) = row {
            " "
            @let name = if row.number == 0 { s.outside.to_owned() } else {
                fill_plain(if view.rendering { s.pair } else { s.row }, &[("n", &s.number(row.number))])
            };
            a.go href=(view.parts.anchor(at, &anchor(index))) { (name) }
        }
    }
}

/// A sentence that was dropped, added or moved, by its first words.
pub(super) fn sentence_entry(view: &View, finding: &Finding) -> Markup {
    let s = view.strings;
    html! {
        span class={ "tag " (group(finding.kind)) } dir="ltr" aria-hidden="true" { (tag(finding.kind)) }
        " " b.what { ((s.kind)(finding.kind).label) }
        @if finding.is_uncertain() { " " span.tag.k-uncertain title=(s.uncertain.explain) { "?" } }
        @let sides = if finding.kind == FindingKind::Moved { &Side::BOTH[..1] } else { &Side::BOTH[..] };
        @for &side in sides {
            @if let Some(span) = finding.spans[side] {
                " " span.val.wide { (text::value(&text::excerpt(words(view, side, span), EXCERPT), view.comparison.documents[side].lang)) }
            }
        }
    }
}

fn words<'a>(view: &View<'a>, side: Side, span: Span) -> &'a str {
    span.of(view.text(side))
}
