//! The way back from an entity or a sense to the rows of `data/` that speak of it, so that a user
//! can see where an answer comes from.

use std::collections::HashMap;
use std::path::Path;

use crate::blob::write;
use crate::names::LANGUAGES;
use crate::tsv::{Result, Row};

/// Longest path of a table and longest row, as far as an entry can say.
const MOST_PATH: usize = 0xff;
const MOST_TEXT: usize = 0xff_ffff;

/// Rows by the number of what they are about.
#[derive(Default)]
pub struct Rows {
    entries: Vec<(u32, [u32; 4])>,
    strings: Vec<u8>,
    paths: HashMap<String, u32>,
}

impl Rows {
    /// Adds a row about `owner`. What is kept is its names in the order of [`LANGUAGES`] and its
    /// source, tab-separated; lists without a column for it are our own.
    pub fn add(&mut self, owner: u32, row: &Row<'_>) -> Result<()> {
        let mut text = String::new();
        for lang in LANGUAGES {
            let names: Vec<&str> = match lang {
                "ar" => row.entries("ar").chain(row.entries("plurals")).collect(),
                _ => row.entries(lang).collect(),
            };
            text += &names.join("|");
            text.push('\t');
        }
        text += row.cell("source");
        let path = row.path();
        if path.len() > MOST_PATH || text.len() > MOST_TEXT {
            return Err(row.error("too long to be kept"));
        }
        let path_at = match self.paths.get(&path) {
            Some(&at) => at,
            None => {
                let at = self.strings.len() as u32;
                self.strings.extend(path.bytes());
                self.paths.insert(path.clone(), at);
                at
            }
        };
        let at = self.strings.len() as u32;
        let lengths = (text.len() << 8 | path.len()) as u32;
        self.strings.extend(text.bytes());
        self.entries.push((owner, [at, lengths, path_at, row.line() as u32]));
        Ok(())
    }

    /// Writes `NAME.rows`, four numbers an entry in the order of the owners, `NAME.starts`, the
    /// first entry of each owner and the end, and `NAME.txt`, the strings.
    pub fn write(mut self, dir: &Path, name: &str) -> Result<()> {
        // Stable: the rows of one owner stay in the order in which the tables are read.
        self.entries.sort_by_key(|&(owner, _)| owner);
        let owners = self.entries.last().map_or(0, |&(owner, _)| owner + 1);
        let starts = (0..=owners)
            .map(|owner| self.entries.partition_point(|&(known, _)| known < owner) as u32);
        let starts: Vec<u8> = starts.flat_map(u32::to_le_bytes).collect();
        let rows: Vec<u8> = self
            .entries
            .iter()
            .flat_map(|(_, entry)| entry)
            .flat_map(|n| n.to_le_bytes())
            .collect();
        write(dir, &format!("{name}.starts"), &starts)?;
        write(dir, &format!("{name}.rows"), &rows)?;
        write(dir, &format!("{name}.txt"), &self.strings)
    }
}
