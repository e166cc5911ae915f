//! The overview: both texts as two columns of cells, lines between what belongs together.

use std::fmt::Write as _;

use maud::{Markup, html};

use super::edit::Family;
use super::kind::group;
use super::view::{RowKind, View};
use crate::span::{Pair, Side};

/// Width of a column of cells, of 100.
const COLUMN: f64 = 34.0;

/// The strip. It is for the eye and the mouse: the list of findings and the rows' own links are the
/// same for everybody else, so that it is hidden from assistive software and from the tab order.
pub(super) fn strip(view: &View) -> Markup {
    let s = view.strings;
    let places = places(view);
    let middles = middles(view, &places);
    html! {
        nav.strip aria-labelledby="strip" {
            h2.vh #strip { (s.overview) }
            p.vh { (s.overview_note) }
            // A square of 100 by 100, stretched; the style sheet lays it on its side on narrow screens.
            svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                g {
                    @for (at, row) in view.rows.iter().enumerate() {
                        @if row.kind == RowKind::Pair {
                            @let class = if view.rendering && view.link(row).is_some_and(|link| link.moved) { "line moved" } else { "line" };
                            path class=(class) d=(lines(&middles[at])) {}
                        }
                    }
                    @for side in Side::BOTH {
                        @for &(at, y, height) in &places[side] {
                            @let row = &view.rows[at];
                            a href={ "#" (row.id) } tabindex="-1" data-row=(row.id) {
                                rect class=(class(view, at, side)) x=(column(side)) y=(format!("{y:.2}"))
                                    width=(COLUMN) height=(format!("{height:.2}")) {}
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

/// For each side, its cells in the order of its own text: row, top, height.
fn places(view: &View) -> Pair<Vec<(usize, f64, f64)>> {
    Pair::new(Side::Source, Side::Translation).map(|side| {
        let mut units: Vec<(usize, usize, usize)> = view
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !matches!(row.kind, RowKind::Outside(..)))
            .flat_map(|(at, row)| {
                row.lines[side].iter().map(move |line| (line.span.start, line.span.len(), at))
            })
            .collect();
        units.sort_unstable();
        let total = units.iter().map(|(_, len, _)| (*len).max(1)).sum::<usize>().max(1) as f64;
        let mut y = 0.0;
        units
            .into_iter()
            .map(|(_, len, at)| {
                let height = 100.0 * len.max(1) as f64 / total;
                let place = (at, y, height);
                y += height;
                place
            })
            .collect()
    })
}

/// For each row, the middles of its cells on either side.
fn middles(view: &View, places: &Pair<Vec<(usize, f64, f64)>>) -> Vec<Pair<Vec<f64>>> {
    let mut middles = vec![Pair::<Vec<f64>>::default(); view.rows.len()];
    for side in Side::BOTH {
        for &(row, y, height) in &places[side] {
            middles[row][side].push(y + height / 2.0);
        }
    }
    middles
}

/// A line from each source cell of a row to each of its translation cells.
fn lines(middles: &Pair<Vec<f64>>) -> String {
    let mut path = String::new();
    for from in &middles.source {
        for to in &middles.translation {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{COLUMN} {from:.2}L{} {to:.2}", 100.0 - COLUMN);
        }
    }
    path
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
