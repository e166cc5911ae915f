//! What keeps its order, and so what has moved.

use std::cmp::Reverse;

/// Which of the items belong to the heaviest rising subsequence of their places; of equals the one
/// that ends first.
pub(super) fn heaviest_rise(places: &[usize], weights: &[usize]) -> Vec<bool> {
    let size = places.iter().max().map_or(0, |&most| most + 1);
    // A Fenwick tree over places: the heaviest sequence that ends at or before each, and its last item.
    let mut tree: Vec<(usize, Reverse<usize>)> = vec![(0, Reverse(usize::MAX)); size + 1];
    let mut before = vec![usize::MAX; places.len()];
    for (item, (&place, &weight)) in places.iter().zip(weights).enumerate() {
        let mut best = (0, Reverse(usize::MAX));
        let mut at = place;
        while at > 0 {
            best = best.max(tree[at]);
            at &= at - 1;
        }
        before[item] = best.1.0;
        let whole = (best.0 + weight, Reverse(item));
        let mut at = place + 1;
        while at <= size {
            tree[at] = tree[at].max(whole);
            at += at & at.wrapping_neg();
        }
    }
    let mut best = (0, Reverse(usize::MAX));
    let mut at = size;
    while at > 0 {
        best = best.max(tree[at]);
        at &= at - 1;
    }
    let mut stays = vec![false; places.len()];
    let mut item = best.1.0;
    while let Some(slot) = stays.get_mut(item) {
        *slot = true;
        item = before[item];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::heaviest_rise;

    #[test]
    fn the_lightest_that_breaks_the_order_has_moved() {
        assert_eq!(heaviest_rise(&[2, 0, 1], &[5, 5, 5]), [false, true, true]);
        assert_eq!(heaviest_rise(&[2, 0, 1], &[50, 5, 5]), [true, false, false]);
        assert_eq!(heaviest_rise(&[0, 3, 1, 2, 4], &[1; 5]), [true, false, true, true, true]);
        assert!(heaviest_rise(&[], &[]).is_empty());
    }
}
