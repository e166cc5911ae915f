//! Sentences that are cut, because the other text treats their parts apart.
//!
//! Translators join and split sentences, leave half of one out, and web pages glue a heading or a
//! line without a full stop to the next. Cut so, a row of the report holds what belongs together,
//! and a part that has no counterpart can be seen.

mod boundary;
mod parallel;
mod shared;
mod surplus;

use rustc_hash::FxHashMap;

use super::evidence::WindowPostings;
use super::fit::{Fit, Pieces};
use super::item::Inventory;
use super::matching::Matches;
use super::parameters::Parameters;
use super::worth::Worths;
use crate::lang::Lang;
use crate::segment::Segments;
use crate::span::{Pair, Side};

/// Tokens that a part has at least.
const LEAST_TOKENS: usize = 4;

/// From a sentence to the content sentence that it is.
type Units = FxHashMap<usize, usize>;

/// Looks for places where sentences are to be cut.
pub(super) struct Cutter<'a> {
    pub(super) segments: &'a Pair<Segments>,
    pub(super) langs: Pair<Lang>,
    pub(super) inventories: &'a Pair<Inventory>,
    pub(super) matches: &'a Matches,
    pub(super) parameters: &'a Parameters,
}

impl Cutter<'_> {
    /// The tokens of each side before which a sentence is to be cut, rising. Each window is its own
    /// text, so that the work does not grow with the number of windows.
    pub(super) fn cuts(&self, pieces: &Pieces, fit: &Fit) -> Pair<Vec<usize>> {
        let Self { segments, langs, inventories, matches, parameters } = *self;
        let units = inventories.as_ref().map(|inventory| {
            inventory.sentences.iter().enumerate().map(|(at, unit)| (unit.sentence, at)).collect()
        });
        let mut postings = inventories.as_ref().map(WindowPostings::new);
        let shared = shared::Shared {
            segments,
            inventories,
            matches,
            langs,
            cuts: &parameters.cut,
            units: &units,
        };
        let parallel =
            parallel::Parallel { segments, inventories, matches, langs, units: &units, parameters };
        let surplus = surplus::Surplus { segments, inventories, units: &units, parameters };
        let mut cuts = Pair::new(Vec::new(), Vec::new());
        for (piece, links) in pieces.all.iter().zip(&fit.by_piece) {
            // Where nothing was to be cut before, nothing is now.
            if piece.is_settled {
                continue;
            }
            let window = &piece.window;
            for side in Side::BOTH {
                postings[side].enter(&inventories[side], &window[side]);
            }
            let mut worths =
                Worths::new(inventories, matches, &postings, window, langs, parameters);
            let usual = worths.usual_ratio(Side::Translation);
            for link in &fit.links[links.clone()] {
                if let Some(both) = parallel.cut(link, usual) {
                    for side in Side::BOTH {
                        cuts[side].push(both[side]);
                    }
                    continue;
                }
                for side in Side::BOTH {
                    let cut = match (link.units(side), link.units(side.other())) {
                        (&[one], &[first, second]) => shared.cut(side, one, [first, second]),
                        _ => surplus.cut(side, link, &mut worths),
                    };
                    cuts[side].extend(cut);
                }
            }
        }
        for side in Side::BOTH {
            cuts[side].sort_unstable();
            cuts[side].dedup();
        }
        cuts
    }
}
