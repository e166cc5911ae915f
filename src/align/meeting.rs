//! Words that met in the secure links of several pairs: what the pairs of a folder teach each other.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::habit::Counts;
use super::item::{Class, Inventory};
use crate::lang::Lang;
use crate::span::{Pair, Side};

/// How often words met in the secure links of some pairs, and how often they stood there alone.
///
/// [`meetings`](crate::comparison::meetings) takes them from a comparison; those of a folder are
/// [added](Meetings::add) up, and tell each of its pairs of the [others](Others).
#[derive(Clone, Debug, Default)]
pub struct Meetings {
    words: FxHashMap<(Lang, String), u32>,
    /// By the word whose language comes first, then by the other.
    met: FxHashMap<u32, FxHashMap<u32, Met>>,
    /// In links with a language.
    alone: FxHashMap<(u32, Lang), f64>,
}

/// How often two words met, each meeting counted by the probability of its link.
#[derive(Clone, Copy, Debug, Default)]
struct Met {
    times: f64,
    pairs: u32,
}

impl Meetings {
    /// Adds those of another pair or of several.
    pub fn add(&mut self, other: &Self) {
        let mut ids = vec![0; other.words.len()];
        for ((lang, word), &id) in &other.words {
            ids[id as usize] = self.id(*lang, word);
        }
        for (&first, partners) in &other.met {
            let own = self.met.entry(ids[first as usize]).or_default();
            for (&second, met) in partners {
                let sum = own.entry(ids[second as usize]).or_default();
                sum.times += met.times;
                sum.pairs += met.pairs;
            }
        }
        for (&(word, lang), times) in &other.alone {
            *self.alone.entry((ids[word as usize], lang)).or_default() += times;
        }
    }

    /// Those of one pair, from how often its types met and stood alone.
    pub(super) fn of_pair(
        inventories: &Pair<Inventory>,
        langs: Pair<Lang>,
        Counts { met, alone }: &Counts,
    ) -> Self {
        let mut meetings = Self::default();
        // In a fixed order, for sums of fractions depend on it.
        for side in Side::BOTH {
            let mut types: Vec<(u32, f64)> =
                alone[side].iter().map(|(&kind, &times)| (kind, times)).collect();
            types.sort_unstable_by_key(|&(kind, _)| kind);
            for (kind, times) in types {
                let id = meetings.id(langs[side], label(inventories, side, kind));
                *meetings.alone.entry((id, langs[side.other()])).or_default() += times;
            }
        }
        let mut types: Vec<_> = met.iter().map(|(&types, &times)| (types, times)).collect();
        types.sort_unstable_by_key(|&(types, _)| types);
        let first = first(langs);
        for ((source, translation), times) in types {
            let kinds = Pair::new(source, translation);
            let [one, other] = [first, first.other()]
                .map(|side| meetings.id(langs[side], label(inventories, side, kinds[side])));
            let sum = meetings.met.entry(one).or_default().entry(other).or_default();
            sum.times += times;
            sum.pairs = 1;
        }
        meetings
    }

    fn id(&mut self, lang: Lang, word: &str) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        *self.words.entry((lang, word.to_owned())).or_insert(next)
    }

    fn find(&self, lang: Lang, word: &str) -> Option<u32> {
        self.words.get(&(lang, word.to_owned())).copied()
    }

    fn alone(&self, lang: Lang, word: &str, with: Lang) -> f64 {
        let times = self.find(lang, word).and_then(|id| self.alone.get(&(id, with)));
        times.copied().unwrap_or_default()
    }

    fn met(&self, one: (Lang, &str), other: (Lang, &str)) -> Met {
        let partners = self.find(one.0, one.1).and_then(|id| self.met.get(&id));
        let met = partners.and_then(|partners| partners.get(&self.find(other.0, other.1)?));
        met.copied().unwrap_or_default()
    }
}

/// The side whose words come first in a table of meetings, whichever text was translated.
fn first(langs: Pair<Lang>) -> Side {
    if langs.source <= langs.translation { Side::Source } else { Side::Translation }
}

fn label(inventories: &Pair<Inventory>, side: Side, kind: u32) -> &str {
    &inventories[side].types[kind as usize].label
}

/// What a pair learns of all others in its folder: the meetings of the folder without its own, so
/// that it does not take its own mistakes for the experience of others.
#[derive(Clone, Debug, Default)]
pub struct Others {
    all: Arc<Meetings>,
    own: Arc<Meetings>,
}

impl Others {
    /// Whether there is nothing to learn.
    pub(super) fn is_empty(&self) -> bool {
        self.all.met.is_empty()
    }

    /// Of `all` meetings those that are not the pair's `own`, which are part of them.
    pub fn new(all: Arc<Meetings>, own: Arc<Meetings>) -> Self {
        Self { all, own }
    }

    /// How often the types of two inventories met elsewhere, and in how many pairs: source type,
    /// translation type, times, pairs; in a fixed order.
    pub(super) fn met(
        &self,
        inventories: &Pair<Inventory>,
        langs: Pair<Lang>,
    ) -> Vec<(u32, u32, f64, u32)> {
        let first = first(langs);
        let kinds = |side: Side| {
            let types = (0u32..).zip(&inventories[side].types);
            types.filter(|(_, kind)| matches!(kind.class, Class::Word | Class::Unlisted))
        };
        let mut by_id: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (kind, known) in kinds(first.other()) {
            if let Some(id) = self.all.find(langs[first.other()], &known.label) {
                by_id.entry(id).or_default().push(kind);
            }
        }
        let mut found = Vec::new();
        for (kind, known) in kinds(first) {
            let id = self.all.find(langs[first], &known.label);
            let Some(partners) = id.and_then(|id| self.all.met.get(&id)) else { continue };
            for (partner, met) in partners {
                for &other in by_id.get(partner).into_iter().flatten() {
                    let own = self.own.met(
                        (langs[first], &known.label),
                        (langs[first.other()], label(inventories, first.other(), other)),
                    );
                    let mut types = Pair::new(kind, kind);
                    types[first.other()] = other;
                    let times = (met.times - own.times).max(0.0);
                    let pairs = met.pairs.saturating_sub(own.pairs);
                    found.push((types.source, types.translation, times, pairs));
                }
            }
        }
        found.sort_unstable_by_key(|&(source, translation, ..)| (source, translation));
        found
    }

    /// How often a type stood elsewhere without a counterpart.
    pub(super) fn alone(
        &self,
        inventories: &Pair<Inventory>,
        langs: Pair<Lang>,
        side: Side,
        kind: u32,
    ) -> f64 {
        let (word, with) = (label(inventories, side, kind), langs[side.other()]);
        (self.all.alone(langs[side], word, with) - self.own.alone(langs[side], word, with)).max(0.0)
    }
}
