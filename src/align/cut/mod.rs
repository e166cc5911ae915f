//! Sentences that are cut, because the other text treats their parts apart.
//!
//! Translators join and split sentences, leave half of one out, and web pages glue a heading or a
//! line without a full stop to the next. Cut so, a row of the report holds what belongs together,
//! and a part that has no counterpart can be seen.

mod boundary;
mod shared;
mod surplus;

use rustc_hash::FxHashMap;

use super::evidence::Worths;
use super::item::Inventory;
use super::matching::Matches;
use super::parameters::Parameters;
use super::{Link, LinkKind};
use crate::lang::Lang;
use crate::segment::Segments;
use crate::span::{Pair, Side};

/// Tokens that a part has at least.
const LEAST_TOKENS: usize = 4;

/// From a sentence to the content sentence that it is.
type Units = FxHashMap<usize, usize>;

/// The tokens of each side before which a sentence is to be cut, rising.
pub(super) fn cuts(
    segments: &Pair<Segments>,
    langs: Pair<Lang>,
    inventories: &Pair<Inventory>,
    matches: &Matches,
    links: &[Link],
    parameters: &Parameters,
) -> Pair<Vec<usize>> {
    let units = inventories.as_ref().map(|inventory| {
        inventory.sentences.iter().enumerate().map(|(at, unit)| (unit.sentence, at)).collect()
    });
    let shared = shared::Shared {
        segments,
        inventories,
        matches,
        langs,
        cuts: &parameters.cut,
        units: &units,
    };
    let surplus = surplus::Surplus { segments, inventories, units: &units, parameters };
    let mut worths = Worths::new(inventories, matches, langs, parameters);
    let mut cuts = Pair::new(Vec::new(), Vec::new());
    for link in links.iter().filter(|link| link.kind == LinkKind::Translation) {
        for side in Side::BOTH {
            let cut = match (link.units(side), link.units(side.other())) {
                (&[one], &[first, second]) => shared.cut(side, one, [first, second]),
                _ => surplus.cut(side, link, &mut worths),
            };
            cuts[side].extend(cut);
        }
    }
    for side in Side::BOTH {
        cuts[side].sort_unstable();
        cuts[side].dedup();
    }
    cuts
}
