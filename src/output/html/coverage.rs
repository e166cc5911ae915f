//! How much of each text stands beside something of the other: bars with their numbers.

use maud::{Markup, html};

use super::strings::{Strength, Strings, fill};
use super::view::{RowKind, View};
use crate::span::Side;

/// Counts of units of one side.
pub(super) struct Tally {
    pub linked: usize,
    alone: usize,
    uncertain: usize,
}

impl Tally {
    pub fn total(&self) -> usize {
        self.linked + self.alone + self.uncertain
    }
}

/// What became of the units of a side. A sentence whose link holds is linked, whatever is doubtful in
/// it.
pub(super) fn tally(view: &View, side: Side) -> Tally {
    let mut tally = Tally { linked: 0, alone: 0, uncertain: 0 };
    for row in &view.rows {
        let units = row.lines[side].len();
        let is_weak = || view.link(row).is_some_and(|link| Strength::of(link) == Strength::Weak);
        match row.kind {
            RowKind::Pair if view.rendering && is_weak() => tally.uncertain += units,
            RowKind::Pair => tally.linked += units,
            RowKind::Single(_) if view.is_uncertain(row) => tally.uncertain += units,
            RowKind::Single(_) => tally.alone += units,
            RowKind::Outside(..) | RowKind::Stub(..) => {}
        }
    }
    tally
}

/// One bar for each text, with its numbers.
pub(super) fn coverage(view: &View) -> Markup {
    let s = view.strings;
    html! {
        section.coverage aria-labelledby="coverage" {
            h2.vh #coverage { (if view.rendering { s.coverage } else { s.coverage_paragraphs }) }
            @for side in Side::BOTH {
                @let tally = tally(view, side);
                @let (class, alone) = match (view.rendering, side) {
                    (false, _) => ("alone", s.alone),
                    (true, Side::Source) => ("dropped", s.unlinked_source),
                    (true, Side::Translation) => ("added", s.unlinked_translation),
                };
                @let linked = if view.rendering { s.linked } else { s.side_by_side };
                div.bar {
                    b { (match side { Side::Source => s.source, Side::Translation => s.translation }) }
                    (bar(s, &tally, class))
                    ul {
                        li.linked {
                            (linked) " " bdi { (s.number(tally.linked)) }
                            // A revision says the share in its verdict.
                            @if view.rendering && view.revision.is_none() {
                                @let share = view.comparison.verdict.coverage[side];
                                " " small { "(" (fill(s.of_words, &[("n", html! { bdi dir=(s.dir) { (s.percent(share)) } })])) ")" }
                            }
                        }
                        @if tally.uncertain > 0 { li.uncertain { (s.uncertain.label) " " bdi { (s.number(tally.uncertain)) } } }
                        li class=(class) { (alone) " " bdi { (s.number(tally.alone)) } }
                    }
                }
            }
        }
    }
}

/// The bar itself; the words beside it say the same.
fn bar(s: &Strings, tally: &Tally, alone: &str) -> Markup {
    let counts = [tally.linked, tally.uncertain, tally.alone];
    let mut end = 0.0;
    let pieces: Vec<_> = ["linked", "uncertain", alone]
        .into_iter()
        .zip(counts.into_iter().zip(widths(counts)))
        .filter(|(_, (count, _))| *count > 0)
        .map(|(class, (count, width))| {
            let start = end;
            end += width;
            // An SVG counts from one side, a page written from right to left from the other.
            let x = if s.dir == "rtl" { 100.0 - end } else { start };
            (class, count, x, width)
        })
        .collect();
    let percent = |share: f64| format!("{share:.2}%");
    html! {
        svg aria-hidden="true" focusable="false" {
            @for (class, count, x, width) in pieces {
                rect class=(class) x=(percent(x)) y="0" width=(percent(width)) height="100%" {}
                text class=(class) x=(percent(x + width / 2.0)) y="50%" { (s.number(count)) }
            }
        }
    }
}

/// Widths of the pieces in per cent: as the counts are to each other, but none narrower than its
/// number on a telephone.
fn widths(counts: [usize; 3]) -> [f64; 3] {
    let least = |count: usize| if count == 0 { 0.0 } else { 3.0 + 2.5 * digits(count) };
    let total = counts.iter().sum::<usize>().max(1) as f64;
    let shares = counts.map(|count| 100.0 * count as f64 / total);
    let short = |at: usize| shares[at] < least(counts[at]);
    let of = |is_short: bool, width: &dyn Fn(usize) -> f64| {
        (0..3).filter(|&at| short(at) == is_short).map(width).sum::<f64>()
    };
    let left = (100.0 - of(true, &|at| least(counts[at]))).max(0.0);
    let long = of(false, &|at| shares[at]).max(f64::MIN_POSITIVE);
    [0, 1, 2].map(|at| if short(at) { least(counts[at]) } else { shares[at] * left / long })
}

fn digits(count: usize) -> f64 {
    f64::from(count.checked_ilog10().unwrap_or(0) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_fill_the_bar_and_have_room_for_their_numbers() {
        for counts in [[28, 0, 3], [30, 0, 1], [12_485, 0, 15], [5, 0, 0], [0, 0, 4], [1, 900, 1]] {
            let widths = widths(counts);
            assert!((widths.iter().sum::<f64>() - 100.0).abs() < 0.001, "{counts:?}: {widths:?}");
            for (count, width) in counts.into_iter().zip(widths) {
                assert_eq!(count == 0, width == 0.0, "{counts:?}: {widths:?}");
                assert!(width >= if count == 0 { 0.0 } else { 5.0 }, "{counts:?}: {widths:?}");
            }
        }
        // What has room stands as it counts.
        assert_eq!(widths([50, 25, 25]), [50.0, 25.0, 25.0]);
        assert_eq!(widths([0, 0, 0]), [0.0; 3]);
    }
}
