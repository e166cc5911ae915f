//! Which items of the two sides can mean the same, and how rare that is in this pair.

use rustc_hash::FxHashMap;

use super::item::{Feature, Inventory};
use crate::skeleton;
use crate::span::{Pair, Side};

/// A type of one side meets a type of the other with this quality, from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TypeMatch {
    /// The type on the other side.
    pub(crate) other: u32,
    /// How surely the two mean the same.
    pub(crate) quality: f32,
}

/// All type matches of a pair, from either side, best first.
#[derive(Clone, Debug)]
pub(crate) struct Matches {
    by_type: Pair<Vec<Vec<TypeMatch>>>,
}

/// More types than this on a side are not compared by sound with every type of the other: the
/// prefilter key must agree. It bounds the work on books.
const SOUND_LIMIT: usize = 400;

impl Matches {
    /// Finds the matches of two inventories, by sound too or not.
    pub(crate) fn new(inventories: &Pair<Inventory>, by_sound: bool) -> Self {
        let mut found: FxHashMap<(u32, u32), f32> = FxHashMap::default();
        let mut index: FxHashMap<Feature, Vec<(u32, f32)>> = FxHashMap::default();
        for (id, kind) in inventories.translation.types.iter().enumerate() {
            for &(feature, quality) in &kind.features {
                index.entry(feature).or_default().push((id as u32, quality));
            }
        }
        for (id, kind) in inventories.source.types.iter().enumerate() {
            for (feature, quality) in &kind.features {
                for &(other, other_quality) in index.get(feature).into_iter().flatten() {
                    let unit = inventories.translation.types[other as usize].unit;
                    if matches!(feature, Feature::Quantity(_)) && unit == kind.unit {
                        continue;
                    }
                    let best = found.entry((id as u32, other)).or_default();
                    *best = best.max(trusted(*feature, quality * other_quality));
                }
            }
        }
        if by_sound {
            match_by_sound(inventories, &mut found);
        }
        let mut by_type = Pair::new(
            vec![Vec::new(); inventories.source.types.len()],
            vec![Vec::new(); inventories.translation.types.len()],
        );
        for (&(source, translation), &quality) in &found {
            by_type.source[source as usize].push(TypeMatch { other: translation, quality });
            by_type.translation[translation as usize].push(TypeMatch { other: source, quality });
        }
        let mut matches = Self { by_type };
        matches.sort();
        matches
    }

    /// Adds matches of types that had none with each other, as source type, translation type and
    /// quality.
    pub(crate) fn add(&mut self, found: &[(u32, u32, f32)]) {
        for &(source, translation, quality) in found {
            let (here, there) = (source as usize, translation as usize);
            self.by_type.source[here].push(TypeMatch { other: translation, quality });
            self.by_type.translation[there].push(TypeMatch { other: source, quality });
        }
        self.sort();
    }

    fn sort(&mut self) {
        for side in Side::BOTH {
            for list in &mut self.by_type[side] {
                list.sort_by(|a, b| b.quality.total_cmp(&a.quality).then(a.other.cmp(&b.other)));
            }
        }
    }

    /// The matches of a type of `side`, best first.
    pub(crate) fn of(&self, side: Side, kind: u32) -> &[TypeMatch] {
        &self.by_type[side][kind as usize]
    }
}

/// What a common feature says: the weights of the dictionary fall too slowly. A pair of weight 1/2
/// is met in a rendering as often as one of quality 1/4, as counts over linked sentences and others
/// show.
fn trusted(feature: Feature, quality: f32) -> f32 {
    match feature {
        Feature::Sense(_) => quality * quality,
        _ => quality,
    }
}

/// Adds matches of names by sound, for types that found no better one.
fn match_by_sound(inventories: &Pair<Inventory>, found: &mut FxHashMap<(u32, u32), f32>) {
    let names = inventories.as_ref().map(|inventory| {
        let mut names: Vec<(String, u32)> = inventory
            .types
            .iter()
            .enumerate()
            .filter_map(|(id, kind)| {
                let sound = kind.sound.as_ref()?;
                Some((skeleton::skeleton(sound), id as u32))
            })
            .filter(|(skeleton, _)| !skeleton.is_empty())
            .collect();
        names.sort();
        names
    });
    let small = names.source.len().max(names.translation.len()) <= SOUND_LIMIT;
    let mut buckets: FxHashMap<u8, Vec<&(String, u32)>> = FxHashMap::default();
    for name in &names.translation {
        buckets.entry(name.0.as_bytes()[0]).or_default().push(name);
    }
    for (key, source) in &names.source {
        let Some(bucket) = buckets.get(&key.as_bytes()[0]) else { continue };
        // In a large text only names with the same skeleton are worth a look.
        let candidates = if small {
            &bucket[..]
        } else {
            let from = bucket.partition_point(|name| name.0 < *key);
            let to = bucket.partition_point(|name| name.0 <= *key);
            &bucket[from..to]
        };
        for &&(ref other_key, translation) in candidates {
            if key.len().abs_diff(other_key.len()) > 2
                || found.contains_key(&(*source, translation))
            {
                continue;
            }
            let kinds = (
                &inventories.source.types[*source as usize],
                &inventories.translation.types[translation as usize],
            );
            // Two names that the data knows as different things are different.
            if kinds.0.known && kinds.1.known {
                continue;
            }
            if let (Some(a), Some(b)) = (&kinds.0.sound, &kinds.1.sound) {
                let quality = sound_match(a, b);
                if quality > 0.0 {
                    found.insert((*source, translation), quality);
                }
            }
        }
    }
}

/// Whether two names sound alike, from 0 to 1; 0 below the threshold at which they count as one.
fn sound_match(a: &str, b: &str) -> f32 {
    let alike = skeleton::similarity(a, b);
    if alike >= skeleton::SAME_NAME { alike as f32 } else { 0.0 }
}
