//! From probabilities of single pairs to links: groups, order, evidence.

use std::collections::BTreeMap;

use super::evidence::Matrix;
use super::item::Inventory;
use super::matching::Matches;
use super::{By, Evidence, Link, LinkKind};
use crate::span::{Pair, Side};

/// Pieces of evidence kept for a link.
pub(crate) const EVIDENCE_LIMIT: usize = 24;

/// Edges of at least the threshold, as (row, column).
pub(crate) fn edges(
    linked: &Matrix,
    rows: usize,
    columns: usize,
    threshold: f64,
) -> Vec<(usize, usize)> {
    let mut edges = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            if linked.at(row, column) >= threshold {
                edges.push((row, column));
            }
        }
    }
    edges
}

/// Groups edges into links so that the product of each link's sides is exactly its edges: units of
/// the translation with the same source units go together.
pub(crate) fn group(edges: &[(usize, usize)]) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut by_column: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut sorted: Vec<(usize, usize)> =
        edges.iter().map(|&(row, column)| (column, row)).collect();
    sorted.sort_unstable();
    sorted.dedup();
    for (column, row) in sorted {
        match by_column.last_mut() {
            Some((last, rows)) if *last == column => rows.push(row),
            _ => by_column.push((column, vec![row])),
        }
    }
    let mut columns_of: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for (column, rows) in by_column {
        columns_of.entry(rows).or_default().push(column);
    }
    let mut links: Vec<(Vec<usize>, Vec<usize>)> = columns_of.into_iter().collect();
    links.sort_by(|a, b| (a.0[0], a.1[0]).cmp(&(b.0[0], b.1[0])));
    links
}

/// Marks the links that break the order of the source: the fewest words of the translation whose
/// removal leaves it (heaviest non-decreasing subsequence).
///
/// `weights` are the words of each link's translation side.
pub(crate) fn mark_moved(links: &mut [Link], weights: &[f64]) {
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by_key(|&link| (links[link].translation[0], links[link].source[0]));
    let mut heaviest =
        Heaviest::new(links.iter().map(|link| link.source[0] + 1).max().unwrap_or(0));
    let mut previous: Vec<Option<usize>> = vec![None; links.len()];
    let mut last: Option<(f64, usize)> = None;
    for &link in &order {
        let place = links[link].source[0];
        let before = heaviest.up_to(place);
        previous[link] = before.map(|(_, before)| before);
        let sum = before.map_or(0.0, |(sum, _)| sum) + weights[link];
        heaviest.raise(place, (sum, link));
        if last.is_none_or(|(most, _)| sum > most) {
            last = Some((sum, link));
        }
    }
    for link in links.iter_mut() {
        link.moved = true;
    }
    let mut at = last.map(|(_, link)| link);
    while let Some(link) = at {
        links[link].moved = false;
        at = previous[link];
    }
}

/// The heaviest chain that ends at or before a place, for all places (a Fenwick tree of maxima).
struct Heaviest(Vec<Option<(f64, usize)>>);

impl Heaviest {
    fn new(places: usize) -> Self {
        Self(vec![None; places + 1])
    }

    fn up_to(&self, place: usize) -> Option<(f64, usize)> {
        let mut at = place + 1;
        let mut best: Option<(f64, usize)> = None;
        while at > 0 {
            if let Some(chain) = self.0[at]
                && best.is_none_or(|(sum, _)| chain.0 > sum)
            {
                best = Some(chain);
            }
            at &= at - 1;
        }
        best
    }

    fn raise(&mut self, place: usize, chain: (f64, usize)) {
        let mut at = place + 1;
        while at < self.0.len() {
            if self.0[at].is_none_or(|(sum, _)| chain.0 > sum) {
                self.0[at] = Some(chain);
            }
            at += at & at.wrapping_neg();
        }
    }
}

/// A translation link over content sentences (indices into the inventories), without evidence.
pub(crate) fn link(
    inventories: &Pair<Inventory>,
    group: &(Vec<usize>, Vec<usize>),
    probability: f64,
    by: By,
) -> Link {
    let sentences = |side: Side, units: &[usize]| -> Vec<usize> {
        units.iter().map(|&unit| inventories[side].sentences[unit].sentence).collect()
    };
    Link {
        source: sentences(Side::Source, &group.0),
        translation: sentences(Side::Translation, &group.1),
        kind: LinkKind::Translation,
        probability,
        belief: probability,
        moved: false,
        evidence: Vec::new(),
        by,
    }
}

/// What two groups of content sentences share, one item to one, the strongest first.
pub(crate) fn evidence(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    source: &[usize],
    translation: &[usize],
) -> Vec<Evidence> {
    let items = Pair::new(source, translation);
    let distinct = |side: Side| -> Vec<(u32, usize)> {
        items[side].iter().flat_map(|&s| inventories[side].distinct(s)).collect()
    };
    let theirs = distinct(Side::Translation);
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (kind, item) in distinct(Side::Source) {
        let spread = matches.of(Side::Source, kind).len().max(1) as f64;
        for matched in matches.of(Side::Source, kind) {
            for &(other, other_item) in theirs.iter().filter(|&&(other, _)| other == matched.other)
            {
                let class = inventories[Side::Translation].types[other as usize].class;
                if class.weight() == 0.0 {
                    continue;
                }
                let weight = f64::from(matched.quality) * class.weight() / spread.sqrt();
                pairs.push((weight, item, other_item));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut used = Pair::new(Vec::new(), Vec::new());
    let mut evidence = Vec::new();
    for (weight, item, other) in pairs {
        if used.source.contains(&item) || used.translation.contains(&other) {
            continue;
        }
        used.source.push(item);
        used.translation.push(other);
        let (item, other) = (inventories.source.items[item], inventories.translation.items[other]);
        evidence.push(Evidence {
            source: item.span,
            translation: other.span,
            concept: inventories.source.types[item.kind as usize].label.clone(),
            weight,
        });
        if evidence.len() == EVIDENCE_LIMIT {
            break;
        }
    }
    evidence
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(order: &[usize]) -> Vec<Link> {
        let link = |(translation, &source): (usize, &usize)| Link {
            source: vec![source],
            translation: vec![translation],
            kind: LinkKind::Translation,
            probability: 1.0,
            belief: 1.0,
            moved: false,
            evidence: Vec::new(),
            by: By::Machine,
        };
        order.iter().enumerate().map(link).collect()
    }

    fn moved(order: &[usize], weights: &[f64]) -> Vec<usize> {
        let mut links = links(order);
        mark_moved(&mut links, weights);
        links.iter().filter(|link| link.moved).map(|link| link.translation[0]).collect()
    }

    #[test]
    fn the_lightest_part_that_breaks_the_order_is_moved() {
        assert_eq!(moved(&[0, 1, 2, 3], &[1.0; 4]), [] as [usize; 0]);
        assert_eq!(moved(&[0, 4, 1, 2, 3, 5], &[1.0; 6]), [1]);
        assert_eq!(moved(&[0, 4, 1, 2, 3, 5], &[1.0, 9.0, 1.0, 1.0, 1.0, 1.0]), [2, 3, 4]);
        assert_eq!(moved(&[0, 0, 1, 1], &[1.0; 4]), [] as [usize; 0]);
    }

    #[test]
    fn the_product_of_each_group_is_its_edges() {
        let edges = [(0, 0), (1, 0), (2, 1), (2, 2), (3, 3), (3, 4), (4, 4)];
        let groups = group(&edges);
        let mut product: Vec<(usize, usize)> = groups
            .iter()
            .flat_map(|(rows, columns)| {
                rows.iter().flat_map(|&r| columns.iter().map(move |&c| (r, c)))
            })
            .collect();
        product.sort_unstable();
        assert_eq!(product, edges);
        assert_eq!(groups[0], (vec![0, 1], vec![0]));
        assert_eq!(groups[1], (vec![2], vec![1, 2]));
    }
}
