//! Names: `data/entities` to a map from folded name to entities, and the records of the entities.

use std::collections::HashMap;
use std::path::Path;

use crate::blob::{Postings, write, write_map};
use crate::demonym;
use crate::key::key;
use crate::rows::Rows;
use crate::tsv::{Result, Row, Table};

/// Tags of the columns that hold names, in the order in which ties are broken.
pub const LANGUAGES: [&str; 3] = ["ar", "fa", "en"];

/// The kinds of an entity, by their number in a record; `concept::gazetteer` has the same order.
const KINDS: [&str; 6] = ["place", "person", "organisation", "group", "event", "thing"];

/// What a place is, by its number in a record; `data::Class` has the same order.
const CLASSES: [&str; 6] = ["", "country", "region", "city", "area", "body"];
/// Stands for "no entity" in a record.
const NONE: u32 = u32::MAX;
/// Stands for "no entity" in a posting: words that hold a name and mean something else.
const NOBODY: u32 = u32::MAX >> 12;
/// Numbers in a record.
const RECORD: usize = 5;

/// The name counts only beside something that says that it is one.
const CONTEXT: u32 = 1;
/// An adjective or a people ("Syrian") that stands for the place.
const DEMONYM: u32 = 2;
/// Written in capitals throughout.
const ACRONYM: u32 = 4;

/// Another mention in the same text does not make it certain.
const STRICT: u32 = 8;
/// Its last letter counts as it is written, where the text keeps it apart from a similar one.
const EXACT: u32 = 16;
/// The bits of all flags.
const FLAGS: u32 = 0b1_1111;

/// Longest name in words that a posting can tell from others.
const MOST_WORDS: usize = 7;

#[derive(Default)]
struct Names {
    postings: Postings,
    /// Weight and number of each entity, to be turned into the order of a list.
    weights: Vec<u8>,
    records: Vec<u8>,
    strings: Vec<u8>,
    index: HashMap<String, u32>,
    rows: Rows,
}

/// Compiles the tables of names under `data` and writes the result.
pub fn compile(data: &Path, out: &Path) -> Result<()> {
    let entities = data.join("entities");
    let mut names = Names::default();
    for file in ["own", "places", "organisations", "persons", "others"] {
        let table = Table::read(&entities.join(file).with_extension("tsv"))?;
        for row in table.rows() {
            names.entity(&row?)?;
        }
    }
    let table = Table::read(&entities.join("within.tsv"))?;
    for row in table.rows() {
        names.within(&row?)?;
    }
    let table = Table::read(&entities.join("demonyms.tsv"))?;
    for row in table.rows() {
        let row = row?;
        let entity = names.number(&row, "id")?;
        names.rows.add(entity, &row)?;
        for lang in LANGUAGES {
            for entry in row.entries(lang) {
                for form in demonym::forms(lang, entry) {
                    names.name(&row, lang, &form, entity, DEMONYM)?;
                }
            }
        }
    }
    let table = Table::read(&data.join("lists/no_names.tsv"))?;
    for row in table.rows() {
        let row = row?;
        for lang in LANGUAGES {
            for words in row.entries(lang) {
                names.name(&row, lang, words, NOBODY, 0)?;
            }
        }
    }
    names.finish(out)
}

impl Names {
    fn entity(&mut self, row: &Row<'_>) -> Result<()> {
        let id = row.required("id")?;
        let kind = row.required("kind")?;
        let kind = KINDS
            .iter()
            .position(|known| *known == kind)
            .ok_or_else(|| row.error(format!("unknown kind {kind}")))?;
        let weight: u8 =
            row.required("weight")?.parse().map_err(|e| row.error(format!("weight: {e}")))?;
        let shown = LANGUAGES.iter().rev().find_map(|lang| row.entries(lang).next());
        let shown = shown.ok_or_else(|| row.error("no name in any language"))?;
        let number = match self.index.get(id) {
            // A row of `own.tsv` may add names to an entity of another table.
            Some(&number) => number,
            None => {
                let number = self.weights.len() as u32;
                self.index.insert(id.to_owned(), number);
                self.weights.push(weight);
                self.record(id, shown.trim_start_matches('?'), kind, weight);
                number
            }
        };
        self.rows.add(number, row)?;
        for lang in LANGUAGES {
            for name in row.entries(lang) {
                self.name(row, lang, name, number, 0)?;
            }
        }
        Ok(())
    }

    /// The number of the entity that a cell names.
    fn number(&self, row: &Row<'_>, column: &str) -> Result<u32> {
        let number = self.index.get(row.required(column)?);
        number.copied().ok_or_else(|| row.error(format!("no entity has this {column}")))
    }

    /// What a place is, and the country of a place or a body.
    fn within(&mut self, row: &Row<'_>) -> Result<()> {
        let entity = self.number(row, "id")? as usize;
        let class = row.required("class")?;
        let class = CLASSES.iter().position(|known| *known == class);
        let class = class.ok_or_else(|| row.error("unknown class"))? as u32;
        let country = if row.cell("in").is_empty() { NONE } else { self.number(row, "in")? };
        let record = &mut self.records[entity * RECORD * 4..(entity + 1) * RECORD * 4];
        record[15] = class as u8;
        record[16..].copy_from_slice(&country.to_le_bytes());
        Ok(())
    }

    /// Five numbers: where the id stands, its length with the kind and weight, where the name stands,
    /// its length with the class, and the number of the country it lies in or belongs to.
    fn record(&mut self, id: &str, name: &str, kind: usize, weight: u8) {
        let mut string = |text: &str| {
            let at = self.strings.len() as u32;
            self.strings.extend(text.bytes());
            (at, text.len() as u32)
        };
        let ((id, id_len), (name, name_len)) = (string(id), string(name));
        let kinds = (kind as u32) << 16 | u32::from(weight) << 24;
        for number in [id, id_len | kinds, name, name_len, NONE] {
            self.records.extend(number.to_le_bytes());
        }
    }

    fn name(
        &mut self,
        row: &Row<'_>,
        lang: &str,
        written: &str,
        entity: u32,
        flags: u32,
    ) -> Result<()> {
        let name = written.trim_start_matches('?');
        let context = match written.len() - name.len() {
            0 => 0,
            1 => CONTEXT,
            2 => CONTEXT | STRICT,
            _ => return Err(row.error(format!("{lang}: more than two marks of doubt: {written}"))),
        };
        let (name, exact) = match name.strip_prefix('~') {
            Some(name) => (name, EXACT),
            None => (name, 0),
        };
        let acronym = name.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
            && name.chars().any(char::is_uppercase);
        let pieces = pieces(name);
        let folded: String = pieces.iter().map(|piece| key(piece)).collect();
        let folded = folded.replace('\'', "");
        if folded.is_empty() {
            return Err(row.error(format!("{lang}: a name without letters: {written}")));
        }
        let words = 1 << (pieces.len().min(MOST_WORDS) - 1);
        let flags = flags | context | exact | if acronym { ACRONYM } else { 0 };
        let list = self.postings.list(format!("{lang}:{folded}"));
        // One entity stands once in a list: its word counts are joined, the certain name wins.
        match list.iter_mut().find(|posting| **posting >> 12 == entity) {
            Some(posting) => {
                *posting = (*posting | words << 5) & !FLAGS | (*posting & flags & FLAGS);
            }
            None => list.push(entity << 12 | words << 5 | flags),
        }
        Ok(())
    }

    fn finish(mut self, out: &Path) -> Result<()> {
        let weights = &self.weights;
        for list in self.postings.lists_mut() {
            // What is known best first; a name before an adjective, earlier tables before later ones.
            list.sort_by_key(|&posting| {
                let entity = posting >> 12;
                let weight = weights.get(entity as usize).copied().unwrap_or(0);
                (posting & CONTEXT, u32::from(u8::MAX - weight), posting & DEMONYM, entity)
            });
        }
        self.postings.write(out, "names")?;
        self.rows.write(out, "names")?;
        let ids = self.index.iter().map(|(id, &number)| (id.clone(), u64::from(number)));
        write_map(out, "ids", &ids.collect())?;
        write(out, "entities.bin", &self.records)?;
        write(out, "strings.bin", &self.strings)
    }
}

/// The words of a name, cut where the program's tokenizer cuts.
fn pieces(name: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let inside = |c: char| {
        c.is_alphanumeric()
            || unicode_normalization::char::is_combining_mark(c)
            || matches!(c, '\u{200c}' | '\u{200d}' | '\'' | '’' | 'ـ')
    };
    for word in name.split(|c| !inside(c)).filter(|word| !word.is_empty()) {
        // Figures behind Arabic letters are a word of their own, behind Latin letters they are not.
        let figure = word.find(|c: char| c.is_numeric()).filter(|&at| at > 0);
        match figure {
            Some(at) if !word[..at].ends_with(|c: char| c.is_ascii_alphabetic()) => {
                let (letters, figure) = word.split_at(at);
                pieces.extend([letters, figure]);
            }
            _ => pieces.push(word),
        }
    }
    pieces
}
