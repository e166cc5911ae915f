//! The rows of `data/` behind an entity or a sense; `build/rows.rs` writes them.

use super::word;

/// Numbers in an entry.
const ENTRY: usize = 4;

/// Rows by the number of what they are about.
pub(crate) struct Rows {
    starts: &'static [u8],
    entries: &'static [u8],
    strings: &'static [u8],
}

/// A row of `data/`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    /// Its file, from the root of the repository.
    pub file: &'static str,
    /// Its line, from 1.
    pub line: u32,
    /// Its names by language tag, `|` between them, as the file has them.
    pub names: [(&'static str, &'static str); 3],
    /// Tags of its sources, `+` between them; empty where the file has no such column.
    pub source: &'static str,
}

/// The rows of each entity, by its number.
pub(crate) static NAME_ROWS: Rows = Rows {
    starts: include_bytes!(concat!(env!("OUT_DIR"), "/names.starts")),
    entries: include_bytes!(concat!(env!("OUT_DIR"), "/names.rows")),
    strings: include_bytes!(concat!(env!("OUT_DIR"), "/names.txt")),
};

/// The row of each sense of the lexicon.
pub(crate) static SENSE_ROWS: Rows = Rows {
    starts: include_bytes!(concat!(env!("OUT_DIR"), "/senses.starts")),
    entries: include_bytes!(concat!(env!("OUT_DIR"), "/senses.rows")),
    strings: include_bytes!(concat!(env!("OUT_DIR"), "/senses.txt")),
};

impl Rows {
    /// The rows about `owner`, in the order in which the tables are read.
    pub(crate) fn of(&self, owner: u32) -> impl Iterator<Item = Row> + use<'_> {
        let start = |owner: Option<usize>| word(self.starts, owner?).map(|at| at as usize);
        let owner = usize::try_from(owner).ok();
        let first = start(owner).unwrap_or(0);
        let end = start(owner.and_then(|owner| owner.checked_add(1))).unwrap_or(first);
        (first..end).map_while(|index| self.row(index))
    }

    fn row(&self, index: usize) -> Option<Row> {
        let number = |at: usize| word(self.entries, index.checked_mul(ENTRY)?.checked_add(at)?);
        let lengths = number(1)?;
        let text = self.string(number(0)?, lengths >> 8)?;
        let file = self.string(number(2)?, lengths & 0xff)?;
        let mut cells = text.split('\t');
        let names = ["ar", "fa", "en"].map(|tag| (tag, cells.next().unwrap_or("")));
        Some(Row { file, line: number(3)?, names, source: cells.next().unwrap_or("") })
    }

    fn string(&self, start: u32, len: u32) -> Option<&'static str> {
        let start = usize::try_from(start).ok()?;
        let end = start.checked_add(usize::try_from(len).ok()?)?;
        std::str::from_utf8(self.strings.get(start..end)?).ok()
    }
}
