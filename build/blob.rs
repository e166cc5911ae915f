//! The compact form of a table: a finite-state map from key to a range of a flat array of numbers.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::tsv::Result;

/// Keys with lists of 32-bit numbers.
#[derive(Default)]
pub struct Postings {
    lists: BTreeMap<String, Vec<u32>>,
}

impl Postings {
    /// The list of `key`, empty where it is new.
    pub fn list(&mut self, key: String) -> &mut Vec<u32> {
        self.lists.entry(key).or_default()
    }

    /// All lists.
    pub fn lists_mut(&mut self) -> impl Iterator<Item = &mut Vec<u32>> {
        self.lists.values_mut()
    }

    /// Writes `NAME.fst` and `NAME.bin`. The value of a key is `start << 8 | length`; longer lists
    /// than 255 are cut.
    pub fn write(&self, dir: &Path, name: &str) -> Result<()> {
        let mut map = fst::MapBuilder::memory();
        let mut flat: Vec<u8> = Vec::new();
        for (key, list) in &self.lists {
            let list = &list[..list.len().min(0xff)];
            let value = ((flat.len() / 4) as u64) << 8 | list.len() as u64;
            map.insert(key, value).map_err(|e| e.to_string())?;
            flat.extend(list.iter().flat_map(|number| number.to_le_bytes()));
        }
        write(dir, &format!("{name}.fst"), &map.into_inner().map_err(|e| e.to_string())?)?;
        write(dir, &format!("{name}.bin"), &flat)
    }
}

/// Writes a map of single numbers as `NAME.fst`.
pub fn write_map(dir: &Path, name: &str, map: &BTreeMap<String, u64>) -> Result<()> {
    let map = fst::Map::from_iter(map.iter().map(|(key, value)| (key, *value)))
        .map_err(|e| e.to_string())?;
    write(dir, &format!("{name}.fst"), map.as_fst().as_bytes())
}

/// Writes one output file.
pub fn write(dir: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    fs::write(dir.join(name), bytes).map_err(|e| format!("{name}: {e}"))
}
