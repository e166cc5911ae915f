//! The overview: both texts as two columns of cells, lines between what belongs together.

use std::fmt::Write as _;

use maud::{Markup, html};
use rustc_hash::{FxHashMap, FxHashSet};

use super::edit::Family;
use super::kind::group;
use super::view::{RowKind, View};
use crate::span::{Pair, Side};

/// Width of a column of cells, of 100.
const COLUMN: f64 = 34.0;

/// Cells of one column at the most: more than a screen has lines. From there on a cell stands for
/// several units in a row.
const MOST_CELLS: usize = 800;

/// A cell: the rows of its units, its top and height.
struct Cell {
    rows: Vec<usize>,
    y: f64,
    height: f64,
}

/// The strip. It is for the eye and the mouse: the list of findings and the rows' own links are the
/// same for everybody else, so that it is hidden from assistive software and from the tab order.
pub(super) fn strip(view: &View) -> Markup {
    let s = view.strings;
    let cells = Pair::new(Side::Source, Side::Translation).map(|side| cells(view, side));
    let lines = lines(view, &cells);
    html! {
        nav.strip aria-labelledby="strip" {
            h2.vh #strip { (s.overview) }
            p.vh { (s.overview_note) }
            // A square of 100 by 100, stretched; the style sheet lays it on its side on narrow screens.
            svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                g {
                    @for (class, lines) in [("line", lines.0), ("line moved", lines.1)] {
                        @if !lines.is_empty() { path class=(class) d=(lines) {} }
                    }
                    @for side in Side::BOTH {
                        @for cell in &cells[side] {
                            @let (at, class) = class_of(view, cell, side);
                            @let id = &view.rows[at].id;
                            a href={ "#" (id) } tabindex="-1" data-row=(id) {
                                rect class=(class) x=(column(side)) y=(format!("{:.2}", cell.y))
                                    width=(COLUMN) height=(format!("{:.2}", cell.height)) {}
                            }
                        }
                    }
                }
            }
        }
    }
}

fn column(side: Side) -> f64 {
    match side {
        Side::Source => 0.0,
        Side::Translation => 100.0 - COLUMN,
    }
}

/// The cells of a side in the order of its own text.
fn cells(view: &View, side: Side) -> Vec<Cell> {
    let mut units: Vec<(usize, usize, usize)> = view
        .parts
        .here()
        .map(|at| (at, &view.rows[at]))
        .filter(|(_, row)| !matches!(row.kind, RowKind::Outside(..)))
        .flat_map(|(at, row)| {
            row.lines[side].iter().map(move |line| (line.span.start, line.span.len(), at))
        })
        .collect();
    units.sort_unstable();
    let total = units.iter().map(|(_, len, _)| (*len).max(1)).sum::<usize>().max(1) as f64;
    let mut y = 0.0;
    units
        .chunks(units.len().div_ceil(MOST_CELLS).max(1))
        .map(|units| {
            let len: usize = units.iter().map(|(_, len, _)| (*len).max(1)).sum();
            let height = 100.0 * len as f64 / total;
            let rows = units.iter().map(|&(_, _, at)| at).collect();
            let cell = Cell { rows, y, height };
            y += height;
            cell
        })
        .collect()
}

/// Lines from each source cell of a row to each of its translation cells, those of moved rows apart.
fn lines(view: &View, cells: &Pair<Vec<Cell>>) -> (String, String) {
    let mut cells_of: FxHashMap<usize, Pair<Vec<usize>>> = FxHashMap::default();
    for side in Side::BOTH {
        for (n, cell) in cells[side].iter().enumerate() {
            for &row in &cell.rows {
                cells_of.entry(row).or_default()[side].push(n);
            }
        }
    }
    let mut drawn = FxHashSet::default();
    let (mut straight, mut moved) = (String::new(), String::new());
    for at in view.parts.here() {
        let row = &view.rows[at];
        let Some(ends) = cells_of.get(&at).filter(|_| row.kind == RowKind::Pair) else { continue };
        let is_moved = view.rendering && view.link(row).is_some_and(|link| link.moved);
        let path = if is_moved { &mut moved } else { &mut straight };
        for &from in &ends.source {
            for &to in &ends.translation {
                if !drawn.insert((from, to, is_moved)) {
                    continue;
                }
                let middle = |cell: &Cell| cell.y + cell.height / 2.0;
                let from = middle(&cells.source[from]);
                let to = middle(&cells.translation[to]);
                // Writing to a string cannot fail.
                let _ = write!(path, "M{COLUMN} {from:.2}L{} {to:.2}", 100.0 - COLUMN);
            }
        }
    }
    (straight, moved)
}

/// The row that a cell leads to, which is the first in it that has a change, and its class.
fn class_of(view: &View, cell: &Cell, side: Side) -> (usize, &'static str) {
    let classes = cell.rows.iter().map(|&at| (at, class(view, at, side)));
    let mut news = classes.filter(|(_, class)| *class != "calm");
    news.next().or(cell.rows.first().map(|&at| (at, "calm"))).unwrap_or((0, "calm"))
}

fn class(view: &View, at: usize, side: Side) -> &'static str {
    let row = &view.rows[at];
    let uncertain = view.is_uncertain(row);
    match (row.kind, side) {
        (RowKind::Single(_), _) if uncertain => "k-uncertain",
        (RowKind::Single(_), Side::Source) if view.rendering => "k-dropped",
        (RowKind::Single(_), Side::Translation) if view.rendering => "k-added",
        (RowKind::Single(_), _) => "alone",
        // A name or figure less or more in a sentence that is there must not look like a sentence less or more.
        _ => row
            .findings
            .iter()
            .map(|&f| view.findings[f].kind)
            .find(|&kind| !matches!(group(kind), "k-lost" | "k-gained"))
            .map_or(
                match () {
                    () if uncertain => "k-uncertain",
                    () if Family::of(view, row).contains(&Family::Words) => "k-words",
                    () => "calm",
                },
                group,
            ),
    }
}
