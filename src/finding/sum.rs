//! Figures that are sums of others: 12 men and 8 women, twenty people.

use super::figure::Figure;

/// Figures in a row that may add up to one of the other text, at most.
const SUMMANDS: usize = 4;
/// Two values this near are one, relative to the larger.
const EPSILON: f64 = 1e-9;

pub(super) fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= EPSILON * a.abs().max(b.abs())
}

/// Whether a value is the sum of figures that stand in a row.
pub(super) fn is_sum_of(value: f64, figures: &[Figure<'_>]) -> bool {
    rows(figures).any(|(row, _)| same(total(row), value))
}

/// Whether a figure and some beside it add up to one of the others.
pub(super) fn is_summand(figures: &[Figure<'_>], at: usize, others: &[Figure<'_>]) -> bool {
    let mut rows = rows(figures).filter(|(row, first)| (*first..first + row.len()).contains(&at));
    rows.any(|(row, _)| others.iter().any(|other| same(total(row), other.value)))
}

/// Whether a value is what remains of one of two figures in a row without the other.
pub(super) fn is_difference(value: f64, figures: &[Figure<'_>]) -> bool {
    let mut pairs = figures.windows(2).filter(|pair| pair.iter().all(is_plain));
    pairs.any(|pair| same((pair[0].value - pair[1].value).abs(), value))
}

fn total(row: &[Figure<'_>]) -> f64 {
    row.iter().map(|figure| figure.value).sum()
}

fn is_plain(figure: &Figure<'_>) -> bool {
    !(figure.code || figure.is_time || figure.in_date || figure.is_label())
}

/// Two and more figures in a row, with the place of the first.
fn rows<'f, 'a>(
    figures: &'f [Figure<'a>],
) -> impl Iterator<Item = (&'f [Figure<'a>], usize)> + use<'f, 'a> {
    (0..figures.len()).flat_map(move |first| {
        let last = figures.len().min(first + SUMMANDS);
        let rows = (first + 2..=last).map(move |end| (&figures[first..end], first));
        rows.filter(|(row, _)| row.iter().all(is_plain))
    })
}
