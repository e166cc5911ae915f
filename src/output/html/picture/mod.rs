//! The picture: both texts as columns of cells, with bands between what belongs together.
//!
//! One SVG without script, style sheet or outside font, so that every program that shows pictures
//! shows it alike.

mod plan;

use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};

use super::hidden;
use super::kind::{group, tag};
use super::strings::{Strings, fill_plain};
use super::summary::{Title, title};
use super::text::{self, direction};
use super::view::View;
use crate::finding::FindingKind;
use crate::span::{Pair, Side};
use plan::{Cell, Grain, Plan, Ribbon};

const WIDTH: f64 = 1200.0;
const MARGIN: f64 = 40.0;
/// Width of a column of cells.
const COLUMN: f64 = 400.0;
const INK: &str = "#1a1a1a";
const CALM: &str = "#565d66";
const SANS: &str = "system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', Tahoma, sans-serif";
const NASKH: &str = "'Noto Naskh Arabic', 'Geeza Pro', 'Traditional Arabic', 'Segoe UI', 'Noto Sans Arabic', Tahoma, serif";
const SERIF: &str = "Charter, 'Noto Serif', Georgia, serif";
/// Width of a letter, of the size of its font: so much that hardly a line is too long.
const LETTER: f64 = 0.56;
/// The same for Arabic script, whose letters are narrower.
const ARABIC_LETTER: f64 = 0.45;

/// Line and tint of a class, as in the report on white.
fn colours(class: &str) -> (&'static str, &'static str) {
    match class {
        "k-added" | "k-gained" => ("#0057b8", "#d9ecff"),
        "k-dropped" | "k-lost" => ("#a83800", "#ffe2d1"),
        "k-number" => ("#7a5c00", "#f2cf5b"),
        "k-name" => ("#8a1c8f", "#e2b5e6"),
        "k-moved" | "k-hidden" => ("#4a5560", "#9aa5b1"),
        _ => ("#5b6f85", "#dbe3ec"),
    }
}

/// The whole picture.
pub(super) fn picture(view: &View) -> String {
    let plan = Plan::of(view);
    let page = Page { view, s: view.strings, rtl: view.strings.dir == "rtl" };
    let (head, top) = page.head();
    let (legend, top) = page.legend(top);
    let (foot, height) = page.foot(&plan, top + plan.height + 28.0);
    let s = view.strings;
    let described = html! {
        title id="title" { (page.window_title()) }
        desc id="desc" { (page.description(&plan)) }
    };
    html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (n(height)) }
            width=(WIDTH) height=(n(height)) role="img" aria-labelledby="title desc" xml:lang=(s.tag)
            font-family=(SANS) font-size="15" fill=(INK) {
            (described)
            defs {
                (hatching("dropped", "k-dropped", 45.0)) (hatching("added", "k-added", -45.0))
                @for side in Side::BOTH {
                    clipPath id=(column_id(side)) { rect x=(n(page.x(side) + 2.0)) y="0" width=(n(COLUMN - 4.0)) height=(n(height)) {} }
                }
            }
            rect width=(WIDTH) height=(n(height)) fill="#ffffff" {}
            (head) (legend)
            g transform={ "translate(0 " (n(top)) ")" } {
                // What is changed lies over what is not.
                @for ribbon in plan.ribbons.iter().filter(|ribbon| ribbon.class == "calm") { (page.ribbon(ribbon)) }
                @for ribbon in plan.ribbons.iter().filter(|ribbon| ribbon.class != "calm") { (page.ribbon(ribbon)) }
                @for side in Side::BOTH { @for cell in &plan.cells[side] { (page.cell(side, cell)) } }
                (page.tags(&plan))
            }
            (foot)
        }
    }
    .into_string()
}

/// A length in pixels.
fn n(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn column_id(side: Side) -> &'static str {
    match side {
        Side::Source => "source",
        Side::Translation => "translation",
    }
}

/// Stripes for what stands in one text only: seen without colour, too.
fn hatching(id: &str, class: &str, angle: f64) -> Markup {
    let (line, tint) = colours(class);
    html! {
        pattern id=(id) width="9" height="9" patternUnits="userSpaceOnUse" patternTransform={ "rotate(" (angle) ")" } {
            rect width="9" height="9" fill=(tint) {}
            rect width="2" height="9" fill=(line) fill-opacity="0.4" {}
        }
    }
}

struct Page<'a> {
    view: &'a View<'a>,
    s: &'static Strings,
    rtl: bool,
}

impl Page<'_> {
    /// Where a column begins: the source first, in the direction of the page.
    fn x(&self, side: Side) -> f64 {
        let is_first = (side == Side::Source) != self.rtl;
        if is_first { MARGIN } else { WIDTH - MARGIN - COLUMN }
    }

    /// The edge of a column at which its bands end.
    fn inner(&self, side: Side) -> f64 {
        let x = self.x(side);
        if x < WIDTH / 2.0 { x + COLUMN } else { x }
    }

    /// A line of text that begins at the start side of a box.
    fn line(&self, text: &str, of: TextBox) -> Markup {
        let x = if of.rtl { of.x + of.width } else { of.x };
        html! {
            text x=(n(x)) y=(n(of.y)) direction=(if of.rtl { "rtl" } else { "ltr" }) text-anchor="start"
                font-size=(n(of.size)) font-family=[of.font] font-weight=[of.bold.then_some("600")]
                fill=[of.fill] xml:lang=[of.lang] { (text) }
        }
    }

    /// A line of the interface over the whole width.
    fn words(
        &self,
        text: &str,
        y: f64,
        size: f64,
        fill: Option<&'static str>,
        bold: bool,
    ) -> Markup {
        let of = TextBox {
            x: MARGIN,
            width: WIDTH - 2.0 * MARGIN,
            y,
            size,
            rtl: self.rtl,
            font: None,
            bold,
            fill,
            lang: None,
        };
        self.line(text, of)
    }

    /// Titles and verdict, and where they end.
    fn head(&self) -> (Markup, f64) {
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
                let _ = write!(about, " · \u{2068}{}\u{2069}", short(&hidden::plain(outlet), 40));
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

    fn legend(&self, top: f64) -> (Markup, f64) {
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

    fn ribbon(&self, ribbon: &Ribbon) -> Markup {
        let (line, tint) = colours(ribbon.class);
        let (from, to) = (self.inner(Side::Source), self.inner(Side::Translation));
        let bend = from + (to - from) / 2.0;
        let ends = ribbon.ends;
        // A change in one sentence of many must still be seen.
        let least = if ribbon.class == "calm" { 0.0 } else { 1.5 };
        let widen = |(top, end): (f64, f64)| (top, end.max(top + least));
        let ((a, b), (c, d)) = (widen(ends.source), widen(ends.translation));
        let path = format!(
            "M{x} {a}C{m} {a} {m} {c} {z} {c}L{z} {d}C{m} {d} {m} {b} {x} {b}Z",
            x = n(from),
            z = n(to),
            m = n(bend),
            a = n(a),
            b = n(b),
            c = n(c),
            d = n(d)
        );
        let uncertain = ribbon.class == "k-uncertain";
        html! {
            path d=(path) fill=(if uncertain { "#ffffff" } else { tint }) fill-opacity=(if ribbon.class == "calm" { "0.7" } else { "0.8" })
                stroke=(line) stroke-width=(if ribbon.class == "calm" { "0.4" } else { "1" })
                stroke-dasharray=[uncertain.then_some("2 3")] {}
        }
    }

    fn cell(&self, side: Side, cell: &Cell) -> Markup {
        let x = self.x(side);
        let (line, tint) = colours("calm");
        let (id, class) = match side {
            Side::Source => ("url(#dropped)", "k-dropped"),
            Side::Translation => ("url(#added)", "k-added"),
        };
        // Where neither text renders the other, what stands alone is neither dropped nor added.
        let (hatch, edge) =
            if self.view.rendering { (id, colours(class).0) } else { ("#f6f7f8", CALM) };
        let alone = cell.alone * COLUMN;
        let at = if x < WIDTH / 2.0 { x } else { x + COLUMN - alone };
        let is_outside = cell.outside > 0.99;
        html! {
            rect x=(n(x)) y=(n(cell.y)) width=(n(COLUMN)) height=(n(cell.height)) rx="2"
                fill=(if is_outside { "#ffffff" } else { tint }) stroke=(line) stroke-width="0.6"
                stroke-dasharray=[is_outside.then_some("2 3")] {}
            @if alone > 0.5 {
                rect x=(n(at)) y=(n(cell.y)) width=(n(alone)) height=(n(cell.height)) rx="2" fill=(hatch) stroke=(edge) stroke-width="0.8" {}
            }
            (self.excerpt(side, cell))
        }
    }

    /// The first words of a cell, where there is room for them.
    fn excerpt(&self, side: Side, cell: &Cell) -> Markup {
        let Some(span) = cell.words else { return html! {} };
        let (rtl, font) = self.reading(side);
        let (size, letter) = if rtl { (15.5, ARABIC_LETTER) } else { (13.0, LETTER * 0.9) };
        let step = size * 1.5;
        if cell.height < size * 1.35 {
            return html! {};
        }
        let document = &self.view.comparison.documents[side];
        let room = COLUMN - 20.0 - if cell.alone > 0.5 { 34.0 } else { 0.0 };
        let most = ((cell.height / step) as usize).clamp(1, 8);
        let words = hidden::plain(span.of(&document.text));
        let lines = wrapped(&words, (room / size / letter) as usize, most);
        let block = step * (lines.len() - 1) as f64;
        let top = cell.y + (cell.height - block) / 2.0 + size * 0.34;
        let x = self.x(side) + 10.0;
        // The sign of a cell without counterpart stands at the inner edge.
        let x = if cell.alone > 0.5 && x > WIDTH / 2.0 { x + 34.0 } else { x };
        let halo = (cell.alone > 0.5).then_some("#ffffff");
        html! {
            g clip-path={ "url(#" (column_id(side)) ")" } stroke=[halo] stroke-width=[halo.map(|_| "3")]
                stroke-linejoin=[halo.map(|_| "round")] paint-order=[halo.map(|_| "stroke")] {
                @for (at, line) in lines.iter().enumerate() {
                    (self.line(line, TextBox { x, width: room, y: top + step * at as f64, size, rtl, font: Some(font), bold: cell.heading, fill: (cell.outside > 0.5).then_some(CALM), lang: Some(document.lang.tag()) }))
                }
            }
        }
    }

    /// Signs on the bands and on the cells without a counterpart; where they are too many, the
    /// colours say it alone.
    fn tags(&self, plan: &Plan) -> Markup {
        const SIZE: f64 = 20.0;
        let middle = (self.inner(Side::Source) + self.inner(Side::Translation)) / 2.0;
        let mut signs: Vec<(f64, Vec<(FindingKind, usize)>)> = plan
            .ribbons
            .iter()
            .filter(|ribbon| !ribbon.tags.is_empty())
            .map(|ribbon| {
                let Pair { source, translation } = ribbon.ends;
                ((source.0 + source.1 + translation.0 + translation.1) / 4.0, ribbon.tags.clone())
            })
            .collect();
        signs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let fits = (plan.height / (SIZE + 2.0)) as usize;
        if signs.len() > fits.max(1) {
            signs.clear();
        }
        // Pushed down where they would lie on each other, then up where they would leave the picture.
        let step = SIZE + 2.0;
        let mut at = f64::MIN;
        for (y, _) in &mut signs {
            *y = y.max(at);
            at = *y + step;
        }
        let mut limit = plan.height - SIZE / 2.0;
        for (y, _) in signs.iter_mut().rev() {
            *y = y.min(limit);
            limit = *y - step;
        }
        html! {
            @for (y, kinds) in &signs {
                @let width = 34.0;
                @let left = middle - width * kinds.len() as f64 / 2.0;
                @for (n, (kind, count)) in kinds.iter().enumerate() {
                    (self.badge(*kind, *count, left + width * n as f64, y - SIZE / 2.0))
                }
            }
            @if self.view.rendering {
                @for (side, kind) in [(Side::Source, FindingKind::Dropped), (Side::Translation, FindingKind::Added)] {
                    @for cell in plan.cells[side].iter().filter(|cell| cell.alone > 0.5 && cell.height >= SIZE) {
                        @let x = if self.x(side) < WIDTH / 2.0 { self.inner(side) - 38.0 } else { self.inner(side) + 6.0 };
                        (self.badge(kind, 1, x, cell.y + cell.height / 2.0 - SIZE / 2.0))
                    }
                }
            }
        }
    }

    fn badge(&self, kind: FindingKind, count: usize, x: f64, y: f64) -> Markup {
        let (line, _) = colours(group(kind));
        let sign = if count > 1 {
            format!("{}{}", tag(kind), self.s.number(count))
        } else {
            tag(kind).to_owned()
        };
        html! {
            rect x=(n(x)) y=(n(y)) width="32" height="20" rx="4" fill="#ffffff" stroke=(line) {}
            (sign_at(&sign, line, x + 16.0, y + 15.0))
        }
    }

    fn foot(&self, plan: &Plan, top: f64) -> (Markup, f64) {
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

    fn window_title(&self) -> String {
        let titles = Side::BOTH.map(|side| match title(self.view, side) {
            Title::Headline(words) | Title::File(words) => {
                format!("\u{2068}{}\u{2069}", hidden::plain(words))
            }
        });
        format!("{}: {}", self.s.page_title, titles.join(" · "))
    }

    /// What the picture says, in words.
    fn description(&self, plan: &Plan) -> String {
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

    /// Whether a text is written from right to left, and its font.
    fn reading(&self, side: Side) -> (bool, &'static str) {
        let document = &self.view.comparison.documents[side];
        let rtl = direction(document.lang).map_or_else(
            || {
                document
                    .text
                    .chars()
                    .find(|c| c.is_alphabetic())
                    .is_some_and(text::is_right_to_left)
            },
            |dir| dir == "rtl",
        );
        (rtl, if rtl { NASKH } else { SERIF })
    }
}

/// Where a line of text goes.
struct TextBox {
    x: f64,
    width: f64,
    y: f64,
    size: f64,
    rtl: bool,
    font: Option<&'static str>,
    bold: bool,
    fill: Option<&'static str>,
    lang: Option<&'static str>,
}

fn sign_at(sign: &str, colour: &str, x: f64, y: f64) -> Markup {
    html! {
        text x=(n(x)) y=(n(y)) direction="ltr" text-anchor="middle" font-size="14" font-weight="600" fill=(colour) { (sign) }
    }
}

/// The beginning of a text.
fn short(text: &str, limit: usize) -> String {
    text::excerpt(text, limit)
}

/// A text in lines of so many characters at the most, cut between words where it can be; what goes
/// beyond the last line is cut off with a mark.
fn wrapped(text: &str, limit: usize, lines: usize) -> Vec<String> {
    let limit = limit.max(8);
    let mut out: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    let words = text.split_whitespace();
    for word in words {
        let count = word.chars().count();
        let space = usize::from(length > 0);
        if length + space + count > limit && length > 0 {
            if out.len() + 1 == lines {
                return cut(out, line, limit);
            }
            out.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        if count > limit {
            line.extend(word.chars().take(limit));
            return cut(out, line, limit);
        }
        line.push_str(word);
        length += count;
    }
    if !line.is_empty() {
        out.push(line);
    }
    if out.is_empty() {
        out.push(String::new());
    }
    out
}

/// The lines with a last one that says that there is more.
fn cut(mut lines: Vec<String>, last: String, limit: usize) -> Vec<String> {
    let fits = last.chars().count() < limit;
    let kept = match last.rfind(' ') {
        Some(space) if !fits => &last[..space],
        _ => &last,
    };
    let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || "،,؛;:.".contains(c));
    lines.push(format!("{kept}…"));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_between_words() {
        assert_eq!(wrapped("one two three four", 8, 3), ["one two", "three", "four"]);
        assert_eq!(wrapped("one two three four", 8, 2), ["one two", "three…"]);
        assert_eq!(wrapped("one, two three", 8, 1), ["one, two…".replace(", two", "")]);
        assert_eq!(wrapped("incomprehensible", 8, 3), ["incompre…"]);
        assert_eq!(wrapped(" ", 8, 3), [""]);
    }
}
