//! The page for several translations of one source: a column for each beside the source's, a row for
//! each group of its sentences. It needs no script.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::about::file_name;
use super::caption::caption;
use super::kind::{group as color, is_inline, tag};
use super::mark::finding_mark;
use super::page::{STYLE, source_hash};
use super::strings::{SeveralStrings, Strings, fill, fill_plain};
use super::summary::{Title, sentence_entry, title};
use super::text::{self, Mark};
use super::view::View;
use super::{Ui, hidden};
use crate::finding::{Finding, FindingKind, Severity};
use crate::output::rows::Unit;
use crate::output::several::layout::{Group, layout};
use crate::segment::AsideKind;
use crate::several::{Scope, Several};
use crate::span::{Side, Span};

pub(super) const MORE_STYLE: &str = include_str!("several.css");
/// How many findings the list of what to look at first holds.
const MUST_SEE: usize = 10;

/// Everything that the page is made of.
struct Page<'a> {
    several: &'a Several,
    views: Vec<View<'a>>,
    groups: Vec<Group>,
    s: &'static Strings,
    more: &'static SeveralStrings,
}

/// The whole document.
pub(super) fn page(several: &Several, ui: Ui, max_rows: usize) -> Markup {
    let s = Strings::of(ui);
    let page = Page {
        several,
        views: several.comparisons.iter().map(|comparison| View::new(comparison, s)).collect(),
        groups: layout(several),
        s,
        more: SeveralStrings::of(ui),
    };
    let style = format!("{STYLE}{MORE_STYLE}");
    let policy = format!(
        "default-src 'none'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
        source_hash(&style)
    );
    let Some(first) = page.views.first() else { return html! {} };
    let (Title::Headline(name) | Title::File(name)) = title(first, Side::Source);
    let name = fill_plain("{n}", &[("n", &hidden::plain(name))]);
    html! {
        (DOCTYPE)
        html lang=(s.tag) dir=(s.dir) {
            head {
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta charset="utf-8";
                meta name="generator" content=(concat!("muqabala ", env!("CARGO_PKG_VERSION")));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (page.more.page_title) " · " (name) }
                link rel="icon" href="data:,";
                style { (PreEscaped(style)) }
            }
            body {
                main {
                    (page.head())
                    (page.must_see())
                    (page.table(max_rows))
                    (page.about())
                }
            }
        }
    }
}

impl Page<'_> {
    fn number(&self, at: usize) -> String {
        self.s.number(at + 1)
    }

    /// The source's title, then a line for each translation: verdict, share, counts.
    fn head(&self) -> Markup {
        let (s, more) = (self.s, self.more);
        html! {
            header.top {
                h1 { (self.title(0, Side::Source)) }
            }
            section.sources aria-labelledby="translations" tabindex="0" {
                h2 #translations { (more.translations) }
                table {
                    thead { tr {
                        th scope="col" { (s.translation) }
                        th scope="col" { (more.verdict) }
                        th scope="col" { (more.rendered) }
                        th scope="col" { (more.findings) }
                    } }
                    tbody {
                        @for (at, view) in self.views.iter().enumerate() {
                            @let verdict = &view.comparison.verdict;
                            tr {
                                th scope="row" { b { (self.number(at)) } " " (self.title(at, Side::Translation)) " " small { (s.language(view.comparison.documents.translation.lang)) } }
                                td { ((s.relation)(verdict.relation)) " " small { (fill(s.confidence, &[("n", html! { bdi dir=(s.dir) { (s.certainty(verdict.confidence)) } })])) } }
                                td { @if view.rendering { bdi dir=(s.dir) { (s.percent(verdict.coverage.source)) } } @else { "–" } }
                                td { (self.counts(at)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn title(&self, at: usize, side: Side) -> Markup {
        let view = &self.views[at];
        let lang = view.comparison.documents[side].lang;
        match title(view, side) {
            Title::Headline(words) => html! {
                bdi.title lang=(lang.tag()) dir=(text::direction(lang).unwrap_or("auto")) { (hidden::plain(words)) }
            },
            Title::File(name) => {
                html! { bdi.title.file dir="ltr" { (hidden::plain(name)) } }
            }
        }
    }

    /// The counts by kind, and how many of the findings are this translation's own.
    fn counts(&self, at: usize) -> Markup {
        let (s, view) = (self.s, &self.views[at]);
        let found = view.comparison.whole_findings().len();
        let of = |scope: Scope| {
            (0..found).filter(|&finding| self.several.scope(at, finding) == scope).count()
        };
        html! {
            @if found == 0 { (s.nothing_found) }
            @for kind in FindingKind::ALL {
                @let count = view.count(kind);
                @if count > 0 {
                    span class={ "tag " (color(kind)) } title=((s.kind)(kind).label) {
                        span dir="ltr" aria-hidden="true" { (tag(kind)) }
                        span.vh { ((s.kind)(kind).label) }
                        " " (s.number(count))
                    }
                    " "
                }
            }
            @for (scope, words) in [(Scope::Only, self.more.only_here), (Scope::All, self.more.in_all)] {
                @let count = of(scope);
                @if count > 0 { span class={ "scope " (scope.name()) } { (words) ": " (s.number(count)) } " " }
            }
        }
    }

    /// What most likely alters the meaning, of all translations.
    fn must_see(&self) -> Markup {
        let s = self.s;
        let mut first: Vec<(usize, usize)> = Vec::new();
        for (at, view) in self.views.iter().enumerate() {
            for (index, finding) in view.comparison.whole_findings().iter().enumerate() {
                if finding.severity != Severity::Low && !self.is_told(at, index) {
                    first.push((at, index));
                }
            }
        }
        let finding = |&(at, index): &(usize, usize)| self.finding(at, index);
        first.sort_by_key(|key| {
            let found = finding(key);
            (found.severity, found.kind.weight(), found.spans.source.map(|span| span.start), *key)
        });
        let hidden = first.len().saturating_sub(MUST_SEE);
        first.truncate(MUST_SEE);
        html! {
            @if !first.is_empty() {
                section.must aria-labelledby="must" {
                    h2 #must { (s.must_see) }
                    ol.list.wide-list {
                        @for &(at, index) in &first {
                            li {
                                (self.entry(at, index))
                                span.who {
                                    @if self.several.scope(at, index) != Scope::All { (fill(self.more.numbered, &[("n", html! { (self.number(at)) })])) }
                                    (self.scope(at, index))
                                }
                                @if let Some(row) = self.groups.iter().position(|g| g.findings[at].contains(&index)) {
                                    a.go href={ "#" (anchor(row)) } { (fill(s.row, &[("n", html! { (s.number(row + 1)) })])) }
                                }
                            }
                        }
                    }
                    @if hidden > 0 { p { (fill(s.more_findings, &[("n", html! { bdi { (s.number(hidden)) } })])) } }
                }
            }
        }
    }

    /// Whether an earlier translation has the same finding with the same outcome.
    fn is_told(&self, at: usize, index: usize) -> bool {
        let mine = self.finding(at, index);
        let is_same = |theirs: &Finding| {
            theirs.kind == mine.kind
                && theirs.values == mine.values
                && matches!((mine.spans.source, theirs.spans.source),
                    (Some(mine), Some(theirs)) if mine == theirs)
        };
        let earlier = self.several.also_in[at][index].iter().take_while(|&&other| other < at);
        earlier
            .into_iter()
            .any(|&other| self.views[other].comparison.whole_findings().iter().any(is_same))
    }

    fn finding(&self, at: usize, index: usize) -> &Finding {
        &self.views[at].comparison.whole_findings()[index]
    }

    fn entry(&self, at: usize, index: usize) -> Markup {
        let (view, finding) = (&self.views[at], self.finding(at, index));
        if is_inline(finding.kind) { caption(view, finding) } else { sentence_entry(view, finding) }
    }

    fn scope(&self, at: usize, index: usize) -> Markup {
        let scope = self.several.scope(at, index);
        let (words, explain) = match scope {
            Scope::Only => (html! { (self.more.only_here) }, Some(self.more.only_explain)),
            Scope::All => (html! { (self.more.in_all) }, Some(self.more.all_explain)),
            Scope::Some => {
                let others = &self.several.also_in[at][index];
                let list = html! { @for (n, &other) in others.iter().enumerate() { @if n > 0 { (self.s.comma) } bdi { (self.number(other)) } } };
                (fill(self.more.also_in, &[("n", list)]), None)
            }
        };
        html! { span class={ "scope " (scope.name()) } title=[explain] { (words) } }
    }

    /// The texts. Rows from `rich` on come without marks, but with all their text.
    fn table(&self, rich: usize) -> Markup {
        let (s, more) = (self.s, self.more);
        html! {
            div.texts {
                div.bench { h2 #texts { (s.texts) } }
                @if rich < self.groups.len() {
                    p.limit { (fill(more.simplified, &[("n", html! { (s.number(rich + 1)) })])) }
                }
                div.scroll tabindex="0" role="region" aria-labelledby="texts" {
                    div.table role="table" aria-labelledby="texts" {
                        div.many.head role="row" {
                            div.cell.s role="columnheader" { b { (s.source) } " · " (s.language(self.views[0].comparison.documents.source.lang)) }
                            @for (at, view) in self.views.iter().enumerate() {
                                div.cell role="columnheader" { b { (fill(more.numbered, &[("n", html! { (self.number(at)) })])) } " · " (s.language(view.comparison.documents.translation.lang)) }
                            }
                        }
                        @for (at, group) in self.groups.iter().enumerate() { (self.row(at, group, at < rich)) }
                    }
                }
            }
        }
    }

    fn row(&self, at: usize, group: &Group, rich: bool) -> Markup {
        let s = self.s;
        let is_content = |units: &[Unit]| units.iter().any(Unit::is_content);
        html! {
            div.many role="row" id=(anchor(at)) aria-label=(fill_plain(s.row, &[("n", &s.number(at + 1))])) {
                @if group.source.is_empty() {
                    @let claimed = self.views.iter().zip(&group.cells).any(|(view, units)| view.rendering && is_content(units));
                    div class={ "cell s none " @if claimed { "claimed" } } role="rowheader" {
                        @if claimed { span.note { (s.not_in_source) } }
                    }
                } @else {
                    div.cell.s role="rowheader" {
                        @let marks = if rich { self.source_marks(group) } else { Vec::new() };
                        (self.units(0, Side::Source, &group.source, &marks))
                    }
                }
                @for (translation, units) in group.cells.iter().enumerate() {
                    (self.cell(translation, group, units, is_content(&group.source), rich))
                }
            }
        }
    }

    fn cell(
        &self,
        at: usize,
        group: &Group,
        units: &[Unit],
        is_content: bool,
        rich: bool,
    ) -> Markup {
        let (s, view) = (self.s, &self.views[at]);
        let findings = &group.findings[at];
        let added = view.rendering && group.source.is_empty() && units.iter().any(Unit::is_content);
        let lines: Vec<Span> = units.iter().map(|unit| unit.span).collect();
        let mark =
            |&index: &usize| finding_mark(view, Side::Translation, &lines, self.finding(at, index));
        let marks: Vec<Mark> =
            if rich { findings.iter().filter_map(mark).collect() } else { Vec::new() };
        let class = match (units.is_empty(), view.rendering && is_content) {
            (true, true) => "cell none claimed",
            (true, false) => "cell none",
            (false, _) if added => "cell alone-added",
            (false, _) => "cell",
        };
        html! {
            div class=(class) role="cell" {
                @if units.is_empty() && is_content {
                    span.note { (if view.rendering { s.not_in_translation } else { s.no_counterpart }) }
                }
                (self.units(at, Side::Translation, units, &marks))
                @if !findings.is_empty() {
                    ul.found {
                        @for &index in findings {
                            li { (self.short_entry(at, index)) (self.scope(at, index)) }
                        }
                    }
                }
            }
        }
    }

    /// A finding beside its text, which need not be quoted again.
    fn short_entry(&self, at: usize, index: usize) -> Markup {
        let finding = self.finding(at, index);
        if is_inline(finding.kind) {
            return caption(&self.views[at], finding);
        }
        html! {
            span class={ "tag " (color(finding.kind)) } dir="ltr" aria-hidden="true" { (tag(finding.kind)) }
            " " b.what { ((self.s.kind)(finding.kind).label) }
        }
    }

    /// What the findings of all translations mark in the source; each stretch once.
    fn source_marks(&self, group: &Group) -> Vec<Mark> {
        let lines: Vec<Span> = group.source.iter().map(|unit| unit.span).collect();
        let mut marks: Vec<Mark> = Vec::new();
        for (at, findings) in group.findings.iter().enumerate() {
            for &index in findings {
                let view = &self.views[at];
                let mark = finding_mark(view, Side::Source, &lines, self.finding(at, index));
                marks.extend(mark.filter(|mark| marks.iter().all(|known| known.span != mark.span)));
            }
        }
        marks
    }

    fn units(&self, at: usize, side: Side, units: &[Unit], marks: &[Mark]) -> Markup {
        let (s, view) = (self.s, &self.views[at]);
        let lang = view.comparison.documents[side].lang;
        let dir = text::direction(lang).unwrap_or("auto");
        let label = |unit: &Unit| match unit.aside {
            Some(AsideKind::Dateline) => Some(s.dateline),
            Some(AsideKind::Attribution) => Some(s.attribution),
            Some(AsideKind::Furniture) => Some(s.furniture),
            None if !unit.role.is_content() => Some(s.outside),
            None => None,
        };
        html! {
            @for unit in units {
                @if let Some(label) = label(unit) { p.role { (label) } }
                div.line lang=(lang.tag()) dir=(dir) {
                    span.txt {
                        @let here = marks.iter().filter(|mark| mark.span.overlaps(unit.span)).cloned().collect();
                        (text::line(view.text(side), unit.span, &[], here, (s.tag, s.dir)))
                    }
                }
            }
        }
    }

    /// The files, by name and checksum, and how the marks are read.
    fn about(&self) -> Markup {
        let (s, more) = (self.s, self.more);
        let kinds: Vec<FindingKind> = FindingKind::ALL
            .into_iter()
            .filter(|&kind| self.views.iter().any(|view| view.count(kind) > 0))
            .collect();
        let file = |name: Markup, document: &crate::document::Document| {
            html! {
                dt { (name) }
                dd {
                    (s.language(document.lang)) (s.comma) (s.file) " " bdi dir="auto" { (hidden::plain(file_name(&document.name))) }
                    br; bdi.hash dir="ltr" { "SHA-256 " (hidden::plain(&document.sha256)) }
                }
            }
        };
        html! {
            section.about aria-labelledby="about" {
                h2 #about { (s.about) }
                p { (s.offline) }
                dl {
                    dt { (s.program) } dd { bdi dir="ltr" { "muqabala " (env!("CARGO_PKG_VERSION")) } }
                    (file(html! { (s.source) }, &self.views[0].comparison.documents.source))
                    @for (at, view) in self.views.iter().enumerate() {
                        (file(fill(more.numbered, &[("n", html! { (self.number(at)) })]), &view.comparison.documents.translation))
                    }
                }
                h3 { (s.legend) }
                ul.legend {
                    @for kind in kinds {
                        li { span class={ "tag " (color(kind)) } dir="ltr" { (tag(kind)) } " " b { ((s.kind)(kind).label) } " " ((s.kind)(kind).explain) }
                    }
                    li { b { (more.only_here) } " " (more.only_explain) }
                    li { b { (more.in_all) } " " (more.all_explain) }
                }
            }
        }
    }
}

fn anchor(row: usize) -> String {
    format!("r{}", row + 1)
}
