//! Words that keep meeting: what the secure links of a pair say of the others.
//!
//! A word that no list holds, or whose rendering no list holds, is learned where it stands in
//! several linked sentences and one word of the other text stands in all of theirs and nowhere
//! else. It is then evidence for the links that were not secure (hunalign's `-realign`, Varga et
//! al. 2005, but weighed by how often the two have met).

use rustc_hash::{FxHashMap, FxHashSet};

use super::Link;
use super::item::{Class, Inventory};
use super::matching::Matches;
use crate::span::{Pair, Side};

/// Links from this probability on are learned from.
const SECURE: f64 = 0.8;
/// Two words have met about this often, each meeting counted by the probability of its link …
const LEAST_MEETINGS: f64 = 2.6;
/// … and this share of what either does in linked sentences without a counterpart (Dice).
const LEAST_SHARE: f64 = 0.8;
/// Meetings imagined to have failed.
const DOUBT: f64 = 2.0;

/// Pairs of types that keep meeting in `links`, with quality from 0 to 1.
pub(super) fn habits(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    links: &[Link],
) -> Vec<(u32, u32, f32)> {
    let units: Pair<FxHashMap<usize, usize>> = inventories.as_ref().map(|inventory| {
        inventory.sentences.iter().enumerate().map(|(at, unit)| (unit.sentence, at)).collect()
    });
    let secure = || links.iter().filter(|link| link.probability >= SECURE);
    let open = |link: &Link| -> Pair<Vec<u32>> {
        let types = |side: Side| -> FxHashSet<u32> {
            let sentences = link.units(side).iter().filter_map(|at| units[side].get(at));
            sentences.flat_map(|&at| inventories[side].distinct(at)).map(|(kind, _)| kind).collect()
        };
        let types = Pair::new(types(Side::Source), types(Side::Translation));
        let open = |side: Side| -> Vec<u32> {
            let lonely = |&kind: &u32| {
                matches!(
                    inventories[side].types[kind as usize].class,
                    Class::Word | Class::Unlisted
                ) && !matches.of(side, kind).iter().any(|m| types[side.other()].contains(&m.other))
            };
            let mut open: Vec<u32> = types[side].iter().copied().filter(lonely).collect();
            open.sort_unstable();
            open
        };
        Pair::new(open(Side::Source), open(Side::Translation))
    };
    let mut alone = inventories.as_ref().map(|inventory| vec![0.0; inventory.types.len()]);
    for link in secure() {
        let open = open(link);
        for side in Side::BOTH {
            for &kind in &open[side] {
                alone[side][kind as usize] += link.probability;
            }
        }
    }
    // Two words meet no more often than the rarer of them stands alone: most pairs need no count.
    let can_be = |kind: u32, other: u32| {
        let (here, there) = (alone.source[kind as usize], alone.translation[other as usize]);
        let most = here.min(there);
        most >= LEAST_MEETINGS && 2.0 * most / (here + there) >= LEAST_SHARE
    };
    let mut met: FxHashMap<(u32, u32), f64> = FxHashMap::default();
    for link in secure() {
        let open = open(link);
        for &kind in &open.source {
            for &other in open.translation.iter().filter(|&&other| can_be(kind, other)) {
                *met.entry((kind, other)).or_default() += link.probability;
            }
        }
    }
    let mut habits: Vec<(u32, u32, f32)> = Vec::new();
    for (&(kind, other), &times) in &met {
        let apart = alone.source[kind as usize] + alone.translation[other as usize];
        let share = 2.0 * times / apart;
        if times >= LEAST_MEETINGS && share >= LEAST_SHARE {
            habits.push((kind, other, (share * times / (times + DOUBT)) as f32));
        }
    }
    habits.sort_unstable_by_key(|&(kind, other, _)| (kind, other));
    habits
}
