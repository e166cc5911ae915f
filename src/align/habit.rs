//! Words that keep meeting: what the secure links of a pair say of the others.
//!
//! A word that no list holds, or whose rendering no list holds, is learned where it stands in
//! several linked sentences and one word of the other text stands in all of theirs and nowhere
//! else. It is then evidence for the links that were not secure (hunalign's `-realign`, Varga et
//! al. 2005, but weighed by how often the two have met). The pairs of a folder teach each other.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Link;
use super::item::{Class, Inventory};
use super::matching::Matches;
use super::meeting::Others;
use crate::lang::Lang;
use crate::span::{Pair, Side};

/// Links from this probability on are learned from.
const SECURE: f64 = 0.8;
/// Two words have met about this often, each meeting counted by the probability of its link …
const LEAST_MEETINGS: f64 = 2.6;
/// … and this share of what either does in linked sentences without a counterpart (Dice).
const LEAST_SHARE: f64 = 0.8;
/// Words that this pair does not let meet have met this often in others, and in this many of them.
const LEAST_MEETINGS_ELSEWHERE: f64 = 4.0;
const LEAST_PAIRS: u32 = 3;
/// Meetings imagined to have failed.
const DOUBT: f64 = 2.0;

/// How often types met in secure links, each meeting counted by the probability of its link, and how
/// often they stood there without a counterpart.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) met: FxHashMap<(u32, u32), f64>,
    pub(super) alone: Pair<FxHashMap<u32, f64>>,
}

/// What `links` (indices into `Segments::sentences`) say of the types.
pub(super) fn count(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    links: &[Link],
    can_be: impl Fn(f64, f64) -> bool,
) -> Counts {
    let units: Pair<FxHashMap<usize, usize>> = inventories.as_ref().map(|inventory| {
        inventory.sentences.iter().enumerate().map(|(at, unit)| (unit.sentence, at)).collect()
    });
    let secure = || links.iter().filter(|link| link.belief >= SECURE);
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
    let Counts { mut met, mut alone } = Counts::default();
    for link in secure() {
        let open = open(link);
        for side in Side::BOTH {
            for &kind in &open[side] {
                *alone[side].entry(kind).or_default() += link.belief;
            }
        }
    }
    for link in secure() {
        let open = open(link);
        for &kind in &open.source {
            let here = alone.source[&kind];
            for &other in &open.translation {
                if can_be(here, alone.translation[&other]) {
                    *met.entry((kind, other)).or_default() += link.belief;
                }
            }
        }
    }
    Counts { met, alone }
}

/// Pairs of types that keep meeting in `links`, with quality from 0 to 1.
pub(super) fn habits(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    links: &[Link],
) -> Vec<(u32, u32, f32)> {
    // Two words meet no more often than the rarer of them stands alone: most pairs need no count.
    let can_be = |here: f64, there: f64| {
        let most = here.min(there);
        most >= LEAST_MEETINGS && quality(most, here + there).is_some()
    };
    let Counts { met, alone } = count(inventories, matches, links, can_be);
    let mut habits: Vec<(u32, u32, f32)> = Vec::new();
    for (&(kind, other), &times) in &met {
        if times >= LEAST_MEETINGS {
            let all = alone.source[&kind] + alone.translation[&other];
            habits.extend(quality(times, all).map(|quality| (kind, other, quality)));
        }
    }
    habits.sort_unstable_by_key(|&(kind, other, _)| (kind, other));
    habits
}

/// Pairs of types that have no match with each other and kept meeting in other pairs, with quality
/// from 0 to 1.
pub(super) fn foreign_habits(
    inventories: &Pair<Inventory>,
    langs: Pair<Lang>,
    matches: &Matches,
    others: &Others,
) -> Vec<(u32, u32, f32)> {
    let mut habits = Vec::new();
    for (kind, other, times, pairs) in others.met(inventories, langs) {
        let known = matches.of(Side::Source, kind).iter().any(|matched| matched.other == other);
        if times >= LEAST_MEETINGS_ELSEWHERE && pairs >= LEAST_PAIRS && !known {
            let all = others.alone(inventories, langs, Side::Source, kind)
                + others.alone(inventories, langs, Side::Translation, other);
            habits.extend(quality(times, all).map(|quality| (kind, other, quality)));
        }
    }
    habits
}

/// How surely two types mean the same that met so often, where both together stood alone so often;
/// none where they may not.
fn quality(times: f64, alone: f64) -> Option<f32> {
    let share = (2.0 * times / alone.max(f64::MIN_POSITIVE)).min(1.0);
    (share >= LEAST_SHARE).then(|| (share * times / (times + DOUBT)) as f32)
}
