//! Paragraphs that speak of the same people, places and figures without rendering each other.
//!
//! Each shared item counts by its rarity among the paragraphs of both texts; one shared item never
//! carries a link alone.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::item::{Class, Inventory};
use super::links::evidence;
use super::matching::Matches;
use super::{Link, LinkKind};
use crate::span::{Pair, Side};

/// Shared names, figures and dates that a related link needs at least.
const LEAST_SHARED: usize = 2;
/// Sum of rarities from which a link is as likely as not, and how fast that grows.
const HALF_WAY: f64 = 2.2;
const STEEPNESS: f64 = 1.5;
/// A link is made from this probability on.
const THRESHOLD: f64 = 0.5;
/// The most source paragraphs that one of the translation is compared with; all of them in anything
/// shorter than a book. Where there are more, the rarest shared names choose.
const MOST_COMPARED: usize = 200;
/// A dictionary word counts this much of a name.
const WORD_SHARE: f64 = 0.25;

/// Related links over paragraphs (indices into `Segments::paragraphs`), among those of `free`:
/// each translation paragraph with the source paragraph that it shares most with. The product of a
/// link's sides is exactly its pairs.
pub(crate) fn related(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    free: &Pair<Vec<usize>>,
) -> Vec<Link> {
    let units = Pair::new(
        by_paragraph(&inventories.source, &free.source),
        by_paragraph(&inventories.translation, &free.translation),
    );
    let spread = Pair::new(
        paragraphs_of_types(inventories, &units, Side::Source),
        paragraphs_of_types(inventories, &units, Side::Translation),
    );
    let places = places_of_types(&inventories.source, &units.source);
    let mut best: Vec<(usize, usize, f64)> = Vec::new();
    for (t, (_, translation)) in units.translation.iter().enumerate() {
        let near = candidates(inventories, matches, &places, translation);
        let scored = near.into_iter().filter_map(|s| {
            let source = &units.source[s].1;
            let shared = shared(inventories, matches, &spread, source, translation);
            (shared.0 >= LEAST_SHARED).then_some((s, shared.1))
        });
        let top = scored.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((s, score)) = top {
            let probability = 1.0 / (1.0 + (-(score - HALF_WAY) * STEEPNESS).exp());
            if probability >= THRESHOLD {
                best.push((s, t, probability));
            }
        }
    }
    best.sort_by_key(|&(s, t, _)| (s, t));
    // A source paragraph that several of the translation share most with makes one link with them.
    best.chunk_by(|a, b| a.0 == b.0)
        .map(|group| {
            let source = &units.source[group[0].0];
            let theirs = group.iter().map(|&(_, t, _)| &units.translation[t]);
            let sentences: Vec<usize> = theirs.clone().flat_map(|(_, s)| s).copied().collect();
            Link {
                source: vec![source.0],
                translation: theirs.map(|&(paragraph, _)| paragraph).collect(),
                kind: LinkKind::Related,
                probability: group.iter().map(|&(.., probability)| probability).fold(1.0, f64::min),
                belief: group.iter().map(|&(.., probability)| probability).fold(1.0, f64::min),
                moved: false,
                evidence: evidence(inventories, matches, &source.1, &sentences),
            }
        })
        .collect()
}

/// Paragraphs with their content sentences, as indices into the inventory.
fn by_paragraph(inventory: &Inventory, free: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let mut paragraphs: Vec<(usize, Vec<usize>)> = Vec::new();
    for (index, unit) in inventory.sentences.iter().enumerate() {
        match paragraphs.last_mut() {
            Some((paragraph, sentences)) if *paragraph == unit.paragraph => sentences.push(index),
            _ => paragraphs.push((unit.paragraph, vec![index])),
        }
    }
    paragraphs.retain(|(paragraph, _)| free.binary_search(paragraph).is_ok());
    paragraphs
}

/// The source units in which each name, figure or date stands, rising.
fn places_of_types(inventory: &Inventory, units: &[(usize, Vec<usize>)]) -> Vec<Vec<usize>> {
    let mut places = vec![Vec::new(); inventory.types.len()];
    for (at, (_, sentences)) in units.iter().enumerate() {
        for (kind, _) in sentences.iter().flat_map(|&sentence| inventory.distinct(sentence)) {
            let places: &mut Vec<usize> = &mut places[kind as usize];
            if is_weighty(inventory.types[kind as usize].class) && places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    places
}

/// The source units that share a name, figure or date with a unit of the translation, rising.
fn candidates(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    places: &[Vec<usize>],
    translation: &[usize],
) -> BTreeSet<usize> {
    let kinds = translation.iter().flat_map(|&sentence| inventories.translation.distinct(sentence));
    let mut lists: Vec<&[usize]> = kinds
        .flat_map(|(kind, _)| matches.of(Side::Translation, kind))
        .map(|matched| places[matched.other as usize].as_slice())
        .collect();
    lists.sort_unstable_by_key(|list| (list.len(), list.first().copied()));
    let mut found = BTreeSet::new();
    for list in lists {
        if list.len() <= MOST_COMPARED {
            found.extend(list.iter().take(MOST_COMPARED.saturating_sub(found.len())));
        }
    }
    found
}

fn is_weighty(class: Class) -> bool {
    matches!(class, Class::Name | Class::Figure | Class::Date)
}

/// In how many paragraphs each type stands.
fn paragraphs_of_types(
    inventories: &Pair<Inventory>,
    units: &Pair<Vec<(usize, Vec<usize>)>>,
    side: Side,
) -> Vec<f64> {
    let inventory = &inventories[side];
    let mut counts = vec![0.0; inventory.types.len()];
    let mut last = vec![usize::MAX; inventory.types.len()];
    for (at, (_, sentences)) in units[side].iter().enumerate() {
        for &sentence in sentences {
            for item in &inventory.items[inventory.sentences[sentence].items.clone()] {
                let kind = item.kind as usize;
                if last[kind] != at {
                    last[kind] = at;
                    counts[kind] += 1.0 / units[side].len().max(1) as f64;
                }
            }
        }
    }
    counts
}

/// How many distinct names and figures two paragraphs share, and the sum of the rarities of all
/// that they share.
fn shared(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    spread: &Pair<Vec<f64>>,
    source: &[usize],
    translation: &[usize],
) -> (usize, f64) {
    let mut theirs: FxHashMap<u32, bool> = FxHashMap::default();
    for &sentence in translation {
        for (kind, _) in inventories.translation.distinct(sentence) {
            theirs.insert(kind, false);
        }
    }
    let mut seen = rustc_hash::FxHashSet::default();
    let (mut count, mut score) = (0, 0.0);
    for &sentence in source {
        for (kind, _) in inventories.source.distinct(sentence) {
            if !seen.insert(kind) {
                continue;
            }
            let matched = matches
                .of(Side::Source, kind)
                .iter()
                .find(|m| theirs.get(&m.other).is_some_and(|used| !used));
            let Some(matched) = matched else { continue };
            theirs.insert(matched.other, true);
            // Share of paragraphs, of both texts, that have it: 1 says nothing.
            let common =
                (spread.source[kind as usize] + spread.translation[matched.other as usize]) / 2.0;
            let rarity = -common.clamp(0.05, 1.0).ln() + 0.15;
            let class = inventories.source.types[kind as usize].class;
            let quality = f64::from(matched.quality);
            if is_weighty(class) {
                count += 1;
                score += quality * rarity;
            } else {
                score += quality * rarity * WORD_SHARE;
            }
        }
    }
    (count, score)
}
