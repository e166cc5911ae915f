//! What the picture says: titles, verdict, counts, what a cell stands for.

use std::fmt::Write as _;

use maud::{Markup, html};

use super::super::hidden;
use super::super::kind::{group, tag};
use super::super::strings::fill_plain;
use super::super::summary::{Title, title};
use super::super::text;
use super::lines::{TextBox, sign_at, wrapped};
use super::plan::{Grain, Plan};
use super::{ARABIC_LETTER, CALM, COLUMN, LETTER, MARGIN, Page, SANS, WIDTH, colours, n};
use crate::finding::FindingKind;
use crate::span::Side;

impl Page<'_> {
    /// Titles and verdict, and where they end.
    pub(super) fn head(&self) -> (Markup, f64) {
        let (view, s) = (self.view, self.s);
        let mut lowest = 0.0_f64;
        let titles = Side::BOTH.map(|side| {
            let document = &view.comparison.documents[side];
            let name = match side {
                Side::Source => s.source,
                Side::Translation => s.translation,
            };
            let mut about = format!("{name} · {}", s.language(document.lang));
            if let Some(outlet) = &document.meta.outlet {
                let _ = write!(about, " · \u{2068}{}\u{2069}", text::excerpt(&hidden::plain(outlet), 40));
            }
            let x = self.x(side);
            let label = TextBox { x, width: COLUMN, y: 44.0, size: 14.0, rtl: self.rtl, font: None, bold: false, fill: Some(CALM), lang: None };
            let (words, is_file) = match title(view, side) {
                Title::Headline(words) => (hidden::plain(words), false),
                Title::File(name) => (format!("\u{2066}{}\u{2069}", hidden::plain(name)), true),
            };
            let (rtl, font) = self.reading(side);
            let (rtl, font) = if is_file { (self.rtl, SANS) } else { (rtl, font) };
            let size = 19.0;
            let letter = if rtl { ARABIC_LETTER } else { LETTER };
            let lines = wrapped(&words, (COLUMN / size / letter) as usize, 3);
            lowest = lowest.max(74.0 + 27.0 * lines.len() as f64);
            html! {
                (self.line(&about, label))
                @for (n, line) in lines.iter().enumerate() {
                    (self.line(line, TextBox { x, width: COLUMN, y: 74.0 + 27.0 * n as f64, size, rtl, font: Some(font), bold: true, fill: None, lang: Some(document.lang.tag()) }))
                }
            }
        });
        let mut y = lowest + 12.0;
        let mut lines = Vec::new();
        for line in wrapped(&self.verdict(), 120, 3) {
            lines.push(self.words(&line, y, 16.0, None, false));
            y += 24.0;
        }
        (html! { @for title in &titles { (title) } @for line in &lines { (line) } }, y)
    }

    /// The verdict in one sentence.
    fn verdict(&self) -> String {
        let (view, s) = (self.view, self.s);
        let verdict = &view.comparison.verdict;
        let shares = verdict.coverage.map(|share| s.percent(share));
        let sentence = fill_plain(
            (s.verdict)(verdict.relation),
            &[("s", &shares.source), ("t", &shares.translation)],
        );
        let confidence = fill_plain(s.confidence, &[("n", &s.certainty(verdict.confidence))]);
        let mut all = format!("{}. {sentence} {confidence}", (s.relation)(verdict.relation));
        if !view.rendering {
            for (template, shares) in
                [(s.shared, verdict.shared_names), (s.shared_figures, verdict.shared_figures)]
            {
                if let (Some(source), Some(translation)) = (shares.source, shares.translation) {
                    let (source, translation) = (s.percent(source), s.percent(translation));
                    let shares = [("s", source.as_str()), ("t", translation.as_str())];
                    let _ = write!(all, " {}", fill_plain(template, &shares));
                }
            }
        }
        all
    }

    /// What was found, counted: the legend of the colours.
    fn counts(&self) -> Vec<(&'static str, &'static str, &'static str, usize)> {
        let (view, s) = (self.view, self.s);
        let mut counts: Vec<_> = FindingKind::ALL
            .into_iter()
            .map(|kind| (group(kind), tag(kind), (s.kind)(kind).label, view.count(kind)))
            .collect();
        let uncertain = view.rows.iter().filter(|row| view.is_uncertain(row)).count();
        counts.push(("k-uncertain", "?", s.uncertain.label, uncertain));
        counts.retain(|(.., count)| *count > 0);
        counts
    }

    pub(super) fn legend(&self, top: f64) -> (Markup, f64) {
        let s = self.s;
        let counts = self.counts();
        let (mut x, mut y) = (0.0, top + 14.0);
        let room = WIDTH - 2.0 * MARGIN;
        let mut entries = Vec::new();
        let calm = if self.view.rendering { s.linked } else { s.side_by_side };
        let all = std::iter::once(("calm", "", calm.to_owned())).chain(counts.iter().map(
            |(class, sign, label, count)| (*class, *sign, format!("{label} {}", s.number(*count))),
        ));
        for (class, sign, label) in all {
            let width = 42.0 + label.chars().count() as f64 * 14.0 * LETTER + 18.0;
            if x + width > room && x > 0.0 {
                x = 0.0;
                y += 30.0;
            }
            let at = if self.rtl { WIDTH - MARGIN - x - 32.0 } else { MARGIN + x };
            entries.push(html! {
                (self.swatch(class, sign, at, y - 15.0))
                (self.line(&label, TextBox {
                    x: if self.rtl { at - width + 36.0 } else { at + 40.0 }, width: width - 44.0, y, size: 14.0,
                    rtl: self.rtl, font: None, bold: false, fill: None, lang: None,
                }))
            });
            x += width;
        }
        if counts.is_empty() && self.view.rendering {
            y += 28.0;
            entries.push(self.words(s.around().no_findings, y, 15.0, None, false));
        }
        (html! { @for entry in &entries { (entry) } }, y + 26.0)
    }

    /// A sample of a class with its sign.
    fn swatch(&self, class: &str, sign: &str, x: f64, y: f64) -> Markup {
        let (line, tint) = colours(class);
        let fill = match class {
            "k-dropped" => "url(#dropped)",
            "k-added" => "url(#added)",
            "k-uncertain" => "#ffffff",
            _ => tint,
        };
        html! {
            rect x=(n(x)) y=(n(y)) width="32" height="20" rx="4" fill=(fill) stroke=(line)
                stroke-dasharray=[(class == "k-uncertain").then_some("2 3")] {}
            @if !sign.is_empty() { (sign_at(sign, line, x + 16.0, y + 15.0)) }
        }
    }

    pub(super) fn foot(&self, plan: &Plan, top: f64) -> (Markup, f64) {
        let s = self.s;
        let note = format!("{} {}", self.cells(plan), s.around().tie);
        let made = format!("{} \u{2068}muqabala {}\u{2069}", s.program, env!("CARGO_PKG_VERSION"));
        let mut y = top;
        let mut lines = Vec::new();
        for line in wrapped(&note, 130, 3) {
            lines.push(self.words(&line, y, 14.0, Some(CALM), false));
            y += 22.0;
        }
        lines.push(self.words(&made, y, 14.0, Some(CALM), false));
        (html! { @for line in &lines { (line) } }, y + 26.0)
    }

    /// What a cell stands for.
    fn cells(&self, plan: &Plan) -> String {
        let around = self.s.around();
        match plan.grain {
            Grain::Several(count) => fill_plain(around.cell_many, &[("n", &self.s.number(count))]),
            // Of texts that do not render each other the rows are paragraphs anyway.
            _ if !self.view.rendering => around.cell_whole.to_owned(),
            Grain::Paragraph => around.cell_paragraph.to_owned(),
            Grain::Sentence => around.cell_sentence.to_owned(),
        }
    }

    pub(super) fn window_title(&self) -> String {
        let titles = Side::BOTH.map(|side| match title(self.view, side) {
            Title::Headline(words) | Title::File(words) => {
                format!("\u{2068}{}\u{2069}", hidden::plain(words))
            }
        });
        format!("{}: {}", self.s.page_title, titles.join(" · "))
    }

    /// What the picture says, in words.
    pub(super) fn description(&self, plan: &Plan) -> String {
        let s = self.s;
        let counts: Vec<String> = self
            .counts()
            .iter()
            .map(|(_, _, label, count)| format!("{label} {}", s.number(*count)))
            .collect();
        let found = match counts.is_empty() {
            true if self.view.rendering => s.around().no_findings.to_owned(),
            true => String::new(),
            false => format!("{}.", counts.join(s.comma)),
        };
        format!("{} {found} {}", self.verdict(), self.cells(plan))
    }
}
