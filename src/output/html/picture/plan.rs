//! What stands where in the picture, in pixels, before any markup.

use std::collections::BTreeMap;

use super::super::kind::{group, is_inline};
use super::super::view::{RowKind, View};
use crate::finding::FindingKind;
use crate::span::{Pair, Side, Span};

/// Cells of one column at the most: from there on a cell stands for more than a sentence.
const MOST_CELLS: usize = 120;
/// Height of the longer column.
const TALLEST: f64 = 1000.0;
/// A cell with less height than this says nothing to the eye.
const LOWEST: f64 = 2.0;
/// What an ordinary character takes, so that a short text makes a low picture.
const PER_CHAR: f64 = 0.32;
/// Space between two cells.
const GAP: f64 = 2.0;

/// What a cell stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    Sentence,
    Paragraph,
    /// So many paragraphs in a row.
    Several(usize),
}

/// A stretch of one text.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub y: f64,
    pub height: f64,
    /// Share of its characters without a counterpart.
    pub alone: f64,
    /// Share that is outside the comparison.
    pub outside: f64,
    pub heading: bool,
    /// The text, where the cell is one unit.
    pub words: Option<Span>,
    chars: usize,
}

/// What joins two cells: its ends on either side.
#[derive(Clone, Debug)]
pub(super) struct Ribbon {
    /// The class of [`group`], or `calm` or `k-uncertain`.
    pub class: &'static str,
    pub ends: Pair<(f64, f64)>,
    /// The kinds of findings on it, with their counts.
    pub tags: Vec<(FindingKind, usize)>,
}

/// The whole of it.
#[derive(Debug)]
pub(super) struct Plan {
    pub grain: Grain,
    pub cells: Pair<Vec<Cell>>,
    pub ribbons: Vec<Ribbon>,
    pub height: f64,
}

struct Unit {
    row: usize,
    span: Span,
    chars: usize,
    paragraph: usize,
    heading: bool,
}

impl Plan {
    pub fn of(view: &View) -> Self {
        let sides = || Pair::new(Side::Source, Side::Translation);
        let units = sides().map(|side| units(view, side));
        let most = |count: &dyn Fn(&[Unit]) -> usize| sides().map(|side| count(&units[side]));
        let largest = |counts: Pair<usize>| counts.source.max(counts.translation);
        let sentences = largest(most(&|units| units.len()));
        let paragraphs = largest(most(&|units| units.last().map_or(0, |last| last.paragraph + 1)));
        let grain = if sentences <= MOST_CELLS {
            Grain::Sentence
        } else if paragraphs <= MOST_CELLS {
            Grain::Paragraph
        } else {
            Grain::Several(paragraphs.div_ceil(MOST_CELLS))
        };
        let cell_of = units.as_ref().map(|units| cell_of(units, grain));
        let mut cells = sides().map(|side| cells(view, &units[side], &cell_of[side], grain));
        let height = place(&mut cells);
        let ribbons = ribbons(view, &units, &cell_of, &cells);
        Self { grain, cells, ribbons, height }
    }
}

/// The units of a side in the order of its text.
fn units(view: &View, side: Side) -> Vec<Unit> {
    let rows = view.rows.iter().enumerate();
    let mut units: Vec<Unit> = rows
        .flat_map(|(at, row)| {
            row.lines[side].iter().map(move |line| Unit {
                row: at,
                span: line.span,
                chars: line.span.of(view.text(side)).trim().chars().count().max(1),
                paragraph: line.paragraph,
                heading: line.heading,
            })
        })
        .collect();
    units.sort_by_key(|unit| (unit.span.start, unit.row));
    units
}

/// For each unit, its cell.
fn cell_of(units: &[Unit], grain: Grain) -> Vec<usize> {
    match grain {
        Grain::Sentence => (0..units.len()).collect(),
        Grain::Paragraph => cell_of(units, Grain::Several(1)),
        Grain::Several(size) => {
            let mut cells = Vec::with_capacity(units.len());
            let (mut paragraphs, mut last) = (0, None);
            for unit in units {
                if last.replace(unit.paragraph).is_some_and(|last| last != unit.paragraph) {
                    paragraphs += 1;
                }
                cells.push(paragraphs / size);
            }
            cells
        }
    }
}

fn cells(view: &View, units: &[Unit], cell_of: &[usize], grain: Grain) -> Vec<Cell> {
    let empty = Cell {
        y: 0.0,
        height: 0.0,
        alone: 0.0,
        outside: 0.0,
        heading: false,
        words: None,
        chars: 0,
    };
    let mut cells = vec![empty; cell_of.last().map_or(0, |last| last + 1)];
    for (unit, &cell) in units.iter().zip(cell_of) {
        let cell = &mut cells[cell];
        cell.chars += unit.chars;
        match view.rows[unit.row].kind {
            RowKind::Single(_) => cell.alone += unit.chars as f64,
            RowKind::Outside(..) => cell.outside += unit.chars as f64,
            RowKind::Pair | RowKind::Stub(..) => {}
        }
        cell.heading = unit.heading && grain == Grain::Sentence;
        cell.words = (grain == Grain::Sentence).then_some(unit.span);
    }
    for cell in &mut cells {
        let chars = cell.chars.max(1) as f64;
        cell.alone /= chars;
        cell.outside /= chars;
    }
    cells
}

/// Gives the cells their places, both columns at one scale, and says how high the higher one is.
fn place(cells: &mut Pair<Vec<Cell>>) -> f64 {
    let chars = |cells: &[Cell]| cells.iter().map(|cell| cell.chars).sum::<usize>() as f64;
    let longest = chars(&cells.source).max(chars(&cells.translation)).max(1.0);
    let scale = PER_CHAR.min(TALLEST / longest);
    let mut height = 0.0_f64;
    for side in Side::BOTH {
        let mut y = 0.0;
        let gap = if cells[side].len() * 8 > TALLEST as usize { 1.0 } else { GAP };
        for cell in &mut cells[side] {
            cell.y = y;
            cell.height = (cell.chars as f64 * scale).max(LOWEST);
            y += cell.height + gap;
        }
        height = height.max(y - gap);
    }
    height
}

/// Characters that a class of links carries from a cell to a cell, and the findings on them.
#[derive(Default)]
struct Load {
    chars: Pair<f64>,
    tags: BTreeMap<FindingKind, usize>,
}

fn ribbons(
    view: &View,
    units: &Pair<Vec<Unit>>,
    cell_of: &Pair<Vec<usize>>,
    cells: &Pair<Vec<Cell>>,
) -> Vec<Ribbon> {
    // For each row, its units on either side: cell and length.
    let mut ends: Vec<Pair<Vec<(usize, f64)>>> = vec![Pair::default(); view.rows.len()];
    for side in Side::BOTH {
        for (unit, &cell) in units[side].iter().zip(&cell_of[side]) {
            ends[unit.row][side].push((cell, unit.chars as f64));
        }
    }
    let mut loads: BTreeMap<(usize, usize, &'static str), Load> = BTreeMap::new();
    for (at, ends) in ends.iter().enumerate() {
        if view.rows[at].kind != RowKind::Pair {
            continue;
        }
        let class = class(view, at);
        let total = ends.as_ref().map(|units| units.iter().map(|(_, n)| n).sum::<f64>());
        let mut tags = tags(view, at);
        for &(source, from) in &ends.source {
            for &(translation, to) in &ends.translation {
                let load = loads.entry((source, translation, class)).or_default();
                load.chars.source += from * to / total.translation.max(1.0);
                load.chars.translation += to * from / total.source.max(1.0);
                // Told once, where the row begins.
                for kind in std::mem::take(&mut tags) {
                    *load.tags.entry(kind).or_default() += 1;
                }
            }
        }
    }
    let mut ribbons: Vec<Ribbon> = Vec::with_capacity(loads.len());
    let mut used = cells.as_ref().map(|cells| vec![0.0; cells.len()]);
    let end = |side: Side, cell: usize, chars: f64, used: &mut Pair<Vec<f64>>| {
        let Cell { y, height, chars: all, .. } = &cells[side][cell];
        let scale = height / (*all).max(1) as f64;
        let from = y + used[side][cell] * scale;
        used[side][cell] += chars;
        (from, from + chars * scale)
    };
    // The bands of a cell leave it in the order in which they arrive, so that none crosses another
    // without need.
    for (&(source, _, class), load) in &loads {
        let first = end(Side::Source, source, load.chars.source, &mut used);
        let tags = load.tags.iter().map(|(&kind, &count)| (kind, count)).collect();
        ribbons.push(Ribbon { class, ends: Pair::new(first, (0.0, 0.0)), tags });
    }
    let mut order: Vec<(usize, usize, usize)> = loads
        .keys()
        .enumerate()
        .map(|(n, &(source, translation, _))| (translation, source, n))
        .collect();
    order.sort_unstable();
    let loads: Vec<&Load> = loads.values().collect();
    for (translation, _, n) in order {
        let chars = loads[n].chars.translation;
        ribbons[n].ends.translation = end(Side::Translation, translation, chars, &mut used);
    }
    ribbons
}

/// The class of the row's most serious finding; a name less or more is told by its tag alone.
fn class(view: &View, at: usize) -> &'static str {
    let row = &view.rows[at];
    if view.is_uncertain(row) {
        return "k-uncertain";
    }
    let all = view.findings;
    let kinds = row.findings.iter().map(|&f| all[f].kind);
    let mut told = kinds
        .filter(|kind| !matches!(group(*kind), "k-lost" | "k-gained" | "k-dropped" | "k-added"));
    // The findings of a row stand in the order of what matters most.
    match told.next() {
        Some(kind) => group(kind),
        None if view.rendering && view.link(row).is_some_and(|link| link.moved) => "k-moved",
        None => "calm",
    }
}

/// The kinds of the findings that stand first in the row.
fn tags(view: &View, at: usize) -> Vec<FindingKind> {
    let all = view.findings;
    let row = &view.rows[at];
    let here = row.findings.iter().filter(|&&f| view.finding_rows[f].first() == Some(&at));
    here.map(|&f| all[f].kind)
        .filter(|&kind| is_inline(kind) || kind == FindingKind::Moved)
        .collect()
}
