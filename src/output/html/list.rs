//! The list of reports: a page with a line for each pair of texts.

use std::cmp::Reverse;
use std::ffi::OsStr;

use maud::{Markup, PreEscaped, html};

use super::hidden;
use super::kind::{group, tag};
use super::page::{Look, document};
use super::parts::address;
use super::strings::{Strings, fill};
use super::summary::{Title, title_of};
use super::{HtmlOptions, Ui, text};
use crate::comparison::{Comparison, Relation};
use crate::finding::{FindingKind, Severity};
use crate::lang::Lang;
use crate::output::summary::relation_name;
use crate::span::{Pair, Side};

const LOOK: Look = Look {
    style: concat!(include_str!("report.css"), include_str!("list.css")),
    script: concat!(
        "\"use strict\";\n{\n",
        include_str!("script/common.js"),
        include_str!("list.js"),
        "}\n"
    ),
};

/// A line of the list: what became of one pair of texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    name: String,
    outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    Compared(Box<Compared>),
    Failed(String),
}

/// What the list says of a comparison, so that the comparison itself need not be kept.
#[derive(Clone, Debug, PartialEq)]
struct Compared {
    href: String,
    langs: Pair<Lang>,
    /// Title, and whether it is the name of the file.
    titles: Pair<(String, bool)>,
    outlets: Pair<Option<String>>,
    date: Option<String>,
    relation: Relation,
    confidence: f64,
    coverage: Pair<f64>,
    counts: Vec<(FindingKind, usize)>,
    /// Findings of high severity, of medium severity, all.
    weight: [usize; 3],
}

impl Listed {
    /// A pair whose report is `file`, beside the list.
    pub fn compared(name: &str, file: &OsStr, comparison: &Comparison) -> Self {
        let sides = || Pair::new(Side::Source, Side::Translation);
        let findings = comparison.whole_findings();
        let counts = FindingKind::ALL
            .into_iter()
            .map(|kind| (kind, findings.iter().filter(|finding| finding.kind == kind).count()))
            .filter(|(_, count)| *count > 0)
            .collect();
        let at_least = |least: Severity| findings.iter().filter(|f| f.severity <= least).count();
        let metas = comparison.documents.as_ref().map(|document| &document.meta);
        let compared = Compared {
            href: address(file),
            langs: sides().map(|side| comparison.documents[side].lang),
            titles: sides().map(|side| match title_of(comparison, side) {
                Title::Headline(words) => (words.to_owned(), false),
                Title::File(name) => (name.to_owned(), true),
            }),
            outlets: metas.as_ref().map(|meta| meta.outlet.clone()),
            date: metas.translation.date.clone().or_else(|| metas.source.date.clone()),
            relation: comparison.verdict.relation,
            confidence: comparison.verdict.confidence,
            coverage: comparison.verdict.coverage,
            counts,
            weight: [at_least(Severity::High), at_least(Severity::Medium), findings.len()],
        };
        Self { name: name.to_owned(), outcome: Outcome::Compared(Box::new(compared)) }
    }

    /// A pair that could not be compared, and why.
    pub fn failed(name: &str, reason: &str) -> Self {
        Self { name: name.to_owned(), outcome: Outcome::Failed(reason.to_owned()) }
    }

    fn report(&self) -> Option<&Compared> {
        match &self.outcome {
            Outcome::Compared(compared) => Some(compared),
            Outcome::Failed(_) => None,
        }
    }
}

/// The list as one HTML document that links to the reports beside it: what has most to look at
/// comes first, what failed last. The same lines give the same bytes.
///
/// `options` say the language; where they do not, it is that of most translations.
pub fn list(lines: &[Listed], options: &HtmlOptions) -> String {
    let langs =
        lines.iter().filter_map(|line| line.report()).map(|report| report.langs.translation);
    let s = Strings::of(options.ui.unwrap_or_else(|| Ui::for_most(langs)));
    let around = s.around();
    let mut lines: Vec<&Listed> = lines.iter().collect();
    lines.sort_by_key(|line| {
        (line.report().is_none(), line.report().map(|r| Reverse(r.weight)), &line.name)
    });
    let body = html! {
        body.listing data-digits=(s.digits.iter().collect::<String>()) {
            main {
                header.top {
                    h1.single { (around.list_title) }
                }
                (filters(s, &lines))
                div.tools role="group" aria-label=(s.tools) hidden {
                    label.search {
                        span.vh { (around.list_search) }
                        input type="search" placeholder=(around.list_search) autocomplete="off";
                    }
                    button type="button" data-tool="theme" aria-pressed="false" { (s.tool_theme) }
                }
                p.live aria-live="polite" data-text=(around.list_shown) {}
                @if lines.is_empty() { p { (around.empty_list) } } @else { (table(s, &lines)) }
                p.about {
                    (s.offline) " "
                    (s.program) " " bdi dir="ltr" { "muqabala " (env!("CARGO_PKG_VERSION")) }
                }
            }
            script { (PreEscaped(LOOK.script)) }
        }
    };
    document(s, around.list_title, &LOOK, &body).into_string()
}

/// How many pairs have which verdict and which changes; the script makes filters of them.
fn filters(s: &Strings, lines: &[&Listed]) -> Markup {
    let relations =
        [Relation::Translation, Relation::Adaptation, Relation::Comparable, Relation::Unrelated];
    let count = |holds: &dyn Fn(&Listed) -> bool| lines.iter().filter(|line| holds(line)).count();
    let button = |name: &str, sign: Markup, label: &str, count: usize| {
        html! {
            @if count > 0 {
                button.kind type="button" data-kind=(name) aria-pressed="false" disabled {
                    (sign) (label) " " b { bdi { (s.number(count)) } }
                }
            }
        }
    };
    html! {
        section.counts aria-labelledby="filters" {
            h2.vh #filters { (s.around().list_filters) }
            div.kinds role="group" aria-labelledby="filters" {
                @for relation in relations {
                    (button(relation_name(relation), html! {}, (s.relation)(relation), count(&|line| line.report().is_some_and(|r| r.relation == relation))))
                }
                (button("failed", html! {}, s.around().unreadable, count(&|line| line.report().is_none())))
                @for kind in FindingKind::ALL {
                    (button(kind.name(), html! { span class={ "tag " (group(kind)) } dir="ltr" aria-hidden="true" { (tag(kind)) } " " },
                        (s.kind)(kind).label, count(&|line| line.report().is_some_and(|r| r.counts.iter().any(|(k, _)| *k == kind)))))
                }
            }
        }
    }
}

fn table(s: &Strings, lines: &[&Listed]) -> Markup {
    let around = s.around();
    // The roles are said, since the style sheet turns the table into blocks on narrow screens.
    let columns = [
        (s.texts, "text", None),
        (around.languages, "text", None),
        (around.verdict, "number", None),
        (around.covered_source, "number", None),
        (around.covered_translation, "number", None),
        (around.changes, "number", Some("descending")),
        (around.date, "text", None),
    ];
    html! {
        div.scroll {
            table role="table" aria-label=(around.list_title) {
                thead role="rowgroup" {
                    tr role="row" {
                        @for (name, sort, sorted) in columns {
                            th scope="col" role="columnheader" data-sort=(sort) aria-sort=[sorted] { (name) }
                        }
                    }
                }
                tbody role="rowgroup" { @for line in lines { (row(s, line)) } }
            }
        }
    }
}

fn row(s: &Strings, line: &Listed) -> Markup {
    let name = html! { small.name { bdi dir="auto" { (hidden::plain(&line.name)) } } };
    let report = match &line.outcome {
        Outcome::Compared(report) => report,
        Outcome::Failed(reason) => {
            return html! {
                tr.failed role="row" data-k="failed" {
                    th scope="row" role="rowheader" { (name) }
                    td role="cell" colspan="6" {
                        b { (s.around().unreadable) } ": " span lang="en" dir="ltr" { (hidden::plain(reason)) }
                    }
                }
            };
        }
    };
    let mut kinds = vec![relation_name(report.relation)];
    kinds.extend(report.counts.iter().map(|(kind, _)| kind.name()));
    let [high, medium, all] = report.weight;
    // One number that sorts as the three do.
    let weight = high as u64 * 1_000_000_000_000 + medium as u64 * 1_000_000 + all as u64;
    let langs = Side::BOTH.map(|side| s.language(report.langs[side]));
    html! {
        tr role="row" data-k=(kinds.join(" ")) {
            th scope="row" role="rowheader" data-v=(hidden::plain(&report.titles.source.0)) {
                a href=(report.href) { @for side in Side::BOTH { (title(s, report, side)) } }
                (name)
            }
            td role="cell" data-v=(langs.join(" ")) { bdi { (langs[0]) } " · " bdi { (langs[1]) } }
            td role="cell" data-v=(report.relation as u8) {
                b { ((s.relation)(report.relation)) }
                br; small { bdi dir=(s.dir) { (s.certainty(report.confidence)) } }
            }
            @for side in Side::BOTH { (covered(s, report, side)) }
            td.changes role="cell" data-v=(weight) { (changes(s, report)) }
            td.date role="cell" data-v=(hidden::plain(report.date.as_deref().unwrap_or_default())) {
                @match &report.date {
                    // The day; the time of day only sorts.
                    Some(date) => bdi dir="ltr" { (hidden::plain(date.split('T').next().unwrap_or(date))) },
                    None => "—",
                }
            }
        }
    }
}

fn title(s: &Strings, report: &Compared, side: Side) -> Markup {
    let lang = report.langs[side];
    let (title, is_file) = &report.titles[side];
    html! {
        @if *is_file {
            span.title.file { (s.file) " " bdi dir="ltr" { (hidden::plain(title)) } }
        } @else {
            span.title lang=(lang.tag()) dir=(text::direction(lang).unwrap_or("auto")) { (hidden::plain(title)) }
        }
        @if let Some(outlet) = &report.outlets[side] { small.outlet dir=[text::direction(lang)] { (text::value(outlet, lang)) } }
    }
}

/// A bar with its number; nothing is counted where nothing was rendered.
fn covered(s: &Strings, report: &Compared, side: Side) -> Markup {
    if !report.relation.is_rendering() {
        return html! { td role="cell" data-v="" { span title=(s.around().no_rendering) { "—" } } };
    }
    let share = report.coverage[side].clamp(0.0, 1.0);
    html! {
        td.covered role="cell" data-v=(format!("{share:.4}")) {
            // Where the table is no table, the head of the column is far.
            small.head { (match side { Side::Source => s.around().covered_source, Side::Translation => s.around().covered_translation }) }
            bdi dir=(s.dir) { (s.percent(share)) }
            svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                rect.linked x="0" y="0" width=(format!("{:.2}", share * 100.0)) height="1" {}
            }
        }
    }
}

fn changes(s: &Strings, report: &Compared) -> Markup {
    html! {
        @if report.counts.is_empty() { span.side { (if report.relation.is_rendering() { s.around().no_change } else { "—" }) } }
        @for (kind, count) in &report.counts {
            span.count title=((s.kind)(*kind).label) {
                span class={ "tag " (group(*kind)) } dir="ltr" aria-hidden="true" { (tag(*kind)) } " "
                span.vh { (fill((s.kind)(*kind).label, &[])) ": " } bdi { (s.number(*count)) }
            }
            " "
        }
    }
}
