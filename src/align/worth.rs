//! What single items add to the log-odds of a sentence pair, and what is lost with a part of one.

use rustc_hash::FxHashMap;

use super::evidence::{Counterparts, Window, WindowPostings};
use super::item::{Inventory, Item};
use super::length::usual_ratio;
use super::matching::Matches;
use super::parameters::Parameters;
use crate::lang::Lang;
use crate::span::{Pair, Side};

/// What a type is worth in one place.
#[derive(Clone, Copy, Debug)]
struct Worth {
    /// Log-odds where the other sentence has no counterpart.
    miss: f64,
    /// What the counterpart adds to that; 0 where there is none.
    gain: f64,
}

/// What rests on the items of a sentence: values each of which is lost with the items from a first to
/// a last one.
#[derive(Debug)]
pub(crate) struct Stakes {
    /// The values lost with all items before each, and before none.
    before: Vec<f64>,
    /// The values lost with each item and all behind it, and with none.
    behind: Vec<f64>,
}

impl Stakes {
    /// Of a sentence of so many items, by first item, last item and value.
    fn new(items: usize, stakes: impl Iterator<Item = (usize, usize, f64)>) -> Self {
        let (mut before, mut behind) = (vec![0.0; items + 1], vec![0.0; items + 1]);
        for (first, last, value) in stakes {
            before[last + 1] += value;
            behind[first] += value;
        }
        for at in 0..items {
            before[at + 1] += before[at];
        }
        for at in (0..items).rev() {
            behind[at] += behind[at + 1];
        }
        Self { before, behind }
    }

    /// What is lost with the items before one.
    pub(crate) fn before(&self, item: usize) -> f64 {
        self.before[item]
    }

    /// What is lost with an item and all behind it.
    pub(crate) fn behind(&self, item: usize) -> f64 {
        self.behind[item]
    }
}

/// Looks up what types are worth in a window.
pub(crate) struct Worths<'a> {
    inventories: &'a Pair<Inventory>,
    matches: &'a Matches,
    langs: Pair<Lang>,
    parameters: &'a Parameters,
    postings: &'a Pair<WindowPostings>,
    window: &'a Window,
    /// Log of the usual length ratio of the window, translation to source.
    usual: f64,
    known: Pair<FxHashMap<u32, Counterparts>>,
}

impl<'a> Worths<'a> {
    /// Of a window of the two inventories, in which `postings` are.
    pub(crate) fn new(
        inventories: &'a Pair<Inventory>,
        matches: &'a Matches,
        postings: &'a Pair<WindowPostings>,
        window: &'a Window,
        langs: Pair<Lang>,
        parameters: &'a Parameters,
    ) -> Self {
        let units = |side: Side| &inventories[side].sentences[window[side].clone()];
        let usual = usual_ratio(units(Side::Source), units(Side::Translation));
        let known = Pair::default();
        Self { inventories, matches, langs, parameters, postings, window, usual, known }
    }

    /// The language of a side.
    pub(crate) fn lang(&self, side: Side) -> Lang {
        self.langs[side]
    }

    /// Log of the usual length of a sentence of a side in lengths of its counterpart.
    pub(crate) fn usual_ratio(&self, side: Side) -> f64 {
        match side {
            Side::Source => -self.usual,
            Side::Translation => self.usual,
        }
    }

    /// What a type of a side is worth where it meets a content sentence of the other.
    fn of(&mut self, side: Side, kind: u32, other: usize) -> Worth {
        let counterparts = self.known[side].entry(kind).or_insert_with(|| {
            Counterparts::new(
                &self.inventories[side].types[kind as usize],
                self.matches.of(side, kind),
                self.postings,
                self.window,
                side.other(),
                self.parameters,
            )
        });
        let place = other.checked_sub(self.window[side.other()].start);
        let gains = &counterparts.gains;
        let gain = place
            .and_then(|place| gains.binary_search_by_key(&place, |&(at, _)| at).ok())
            .map_or(0.0, |at| gains[at].1);
        Worth { miss: counterparts.miss, gain }
    }

    /// What the types of the items of a sentence of `side` add to its log-odds with the sentence
    /// `other`.
    pub(crate) fn wanted(&mut self, side: Side, other: usize, items: &[Item]) -> Stakes {
        let stakes = runs(items).into_iter().map(|(kind, first, last)| {
            let Worth { miss, gain } = self.of(side, kind, other);
            (first, last, miss + gain)
        });
        Stakes::new(items.len(), stakes)
    }

    /// What the types of the sentence `other` gain by the items of the sentence `own` of `side`.
    pub(crate) fn partners(
        &mut self,
        side: Side,
        own: usize,
        other: usize,
        items: &[Item],
    ) -> Stakes {
        let runs = runs(items);
        let mut stakes = Vec::new();
        for (kind, _) in self.inventories[side.other()].distinct(other) {
            let met = self.matches.of(side.other(), kind).iter().filter_map(|matched| {
                let at = runs.binary_search_by_key(&matched.other, |run| run.0).ok()?;
                Some((runs[at].1, runs[at].2))
            });
            if let Some((first, last)) = met.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) {
                let value = self.of(side.other(), kind, own).gain;
                stakes.push((first, last, value));
            }
        }
        Stakes::new(items.len(), stakes.into_iter())
    }
}

/// The types of items, rising, each with the first and the last item that is of it.
pub(super) fn runs(items: &[Item]) -> Vec<(u32, usize, usize)> {
    let mut runs: Vec<(u32, usize, usize)> =
        items.iter().enumerate().map(|(at, item)| (item.kind, at, at)).collect();
    runs.sort_unstable();
    runs.dedup_by(|next, run| {
        let same = next.0 == run.0;
        if same {
            run.2 = next.2;
        }
        same
    });
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn a_value_is_lost_with_the_last_item_that_it_rests_on() {
        let items: Vec<Item> =
            [7, 3, 7, 5].map(|kind| Item { span: Span::new(0, 1), kind }).to_vec();
        assert_eq!(runs(&items), [(3, 1, 1), (5, 3, 3), (7, 0, 2)]);
        let stakes =
            runs(&items).into_iter().map(|(kind, first, last)| (first, last, f64::from(kind)));
        let stakes = Stakes::new(items.len(), stakes);
        assert_eq!([0, 1, 2, 3, 4].map(|item| stakes.before(item)), [0.0, 0.0, 3.0, 10.0, 15.0]);
        assert_eq!([0, 1, 2, 3, 4].map(|item| stakes.behind(item)), [15.0, 8.0, 5.0, 5.0, 0.0]);
    }
}
