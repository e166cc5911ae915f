//! The picture: both texts as columns of cells, with bands between what belongs together.
//!
//! One SVG without script, style sheet or outside font, so that every program that shows pictures
//! shows it alike.

mod lines;
mod plan;
mod words;

use maud::{Markup, PreEscaped, html};

use super::hidden;
use super::kind::{group, tag};
use super::strings::Strings;
use super::text::{self, direction};
use super::view::View;
use crate::finding::FindingKind;
use crate::span::{Pair, Side};
use lines::{TextBox, sign_at, wrapped};
use plan::{Cell, Plan, Ribbon};

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
