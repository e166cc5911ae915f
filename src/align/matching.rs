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

/// What a part of a name says of the whole.
const PART_OF_NAME: f32 = 0.9;

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

/// A name of a type, as it sounds.
struct Sound<'a> {
    skeleton: String,
    kind: u32,
    letters: &'a str,
    /// Whether it is a part of the name.
    is_part: bool,
}

/// Adds matches of names by sound, for types that found no better one.
fn match_by_sound(inventories: &Pair<Inventory>, found: &mut FxHashMap<(u32, u32), f32>) {
    let names = inventories.as_ref().map(|inventory| {
        let types = inventory.types.iter().enumerate();
        let mut names: Vec<Sound<'_>> = types
            .flat_map(|(id, kind)| kind.sounds.iter().enumerate().map(move |s| (id as u32, s)))
            .map(|(kind, (at, letters))| Sound {
                skeleton: skeleton::skeleton(letters),
                kind,
                letters,
                is_part: at > 0,
            })
            .filter(|name| !name.skeleton.is_empty())
            .collect();
        names.sort_by(|a, b| (&a.skeleton, a.kind).cmp(&(&b.skeleton, b.kind)));
        names
    });
    let small = names.source.len().max(names.translation.len()) <= SOUND_LIMIT;
    let mut buckets: FxHashMap<u8, Vec<&Sound<'_>>> = FxHashMap::default();
    for name in &names.translation {
        buckets.entry(name.skeleton.as_bytes()[0]).or_default().push(name);
    }
    let mut alike: FxHashMap<(u32, u32), f32> = FxHashMap::default();
    for mine in &names.source {
        let Some(bucket) = buckets.get(&mine.skeleton.as_bytes()[0]) else { continue };
        // In a large text only names with the same skeleton are worth a look.
        let candidates = if small {
            &bucket[..]
        } else {
            let from = bucket.partition_point(|name| name.skeleton < mine.skeleton);
            let to = bucket.partition_point(|name| name.skeleton <= mine.skeleton);
            &bucket[from..to]
        };
        for theirs in candidates {
            let kinds = (mine.kind, theirs.kind);
            if mine.skeleton.len().abs_diff(theirs.skeleton.len()) > 2 || found.contains_key(&kinds)
            {
                continue;
            }
            // Two names that the data knows as different things are different.
            let source = &inventories.source.types[mine.kind as usize];
            if source.known && inventories.translation.types[theirs.kind as usize].known {
                continue;
            }
            let quality = sound_match(mine.letters, theirs.letters);
            if quality > 0.0 {
                let is_part = mine.is_part || theirs.is_part;
                let quality = if is_part { quality * PART_OF_NAME } else { quality };
                let best = alike.entry(kinds).or_default();
                *best = best.max(quality);
            }
        }
    }
    found.extend(alike);
}

/// Whether two names sound alike, from 0 to 1; 0 below the threshold at which they count as one.
fn sound_match(a: &str, b: &str) -> f32 {
    let alike = skeleton::similarity(a, b);
    if alike >= skeleton::SAME_NAME { alike as f32 } else { 0.0 }
}
