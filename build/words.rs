//! Words: `data/lexicon` and the share-alike rows to a map from folded word to senses, and the small
//! lists to a map of facts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::blob::{Postings, write_map};
use crate::key::key;
use crate::names::LANGUAGES;
use crate::rows::Rows;
use crate::tsv::{Result, Row, Table};

/// What each further equivalent of a row loses against the one before it.
const STEP: f32 = 0.1;
/// What the last equivalents of a long row keep.
const FLOOR: f32 = 0.5;
/// How far the spellings of a part of a personal name can be trusted.
const NAME_PART: f32 = 0.9;

#[derive(Default)]
struct Words {
    senses: Postings,
    facts: BTreeMap<String, u64>,
    next: u32,
    rows: Rows,
}

/// Compiles the lexicon and the lists under `data` and writes the result.
pub fn compile(data: &Path, share_alike: bool, out: &Path) -> Result<()> {
    let mut words = Words::default();
    each(&data.join("lexicon/news.tsv"), |row| words.news(row))?;
    each(&data.join("lexicon/open.tsv"), |row| words.pair(row))?;
    each(&data.join("entities/name_parts.tsv"), |row| words.name_part(row))?;
    if share_alike {
        each(&data.join("share-alike/lexicon.tsv"), |row| words.pair(row))?;
        each(&data.join("share-alike/cognates.tsv"), |row| {
            words.cognate(row.required("ar")?, row.required("fa")?);
            Ok(())
        })?;
    }
    if share_alike {
        each(&data.join("share-alike/frequencies.tsv"), |row| words.frequency(row))?;
    }
    each(&data.join("lists/false_friends.tsv"), |row| {
        for lang in ["ar", "fa"] {
            words.fact("false-friend", row.required(lang)?, 1);
        }
        Ok(())
    })?;
    for (list, name) in [
        ("titles", "title"),
        ("place_types", "place"),
        ("organisation_types", "organisation"),
        ("people_words", "group"),
    ] {
        each(&data.join("lists").join(list).with_extension("tsv"), |row| {
            for lang in LANGUAGES {
                for word in row.entries(lang) {
                    words.fact(&format!("{name}:{lang}"), word, 1);
                }
            }
            Ok(())
        })?;
    }
    let mut units = Vec::new();
    each(&data.join("lists/units.tsv"), |row| words.unit(row, &mut units))?;
    let units = format!("&[{}]", units.join(", "));
    fs::write(out.join("units.rs"), units).map_err(|error| format!("units.rs: {error}"))?;
    // A word of one spelling with two meanings is no cognate, whoever says so.
    let friends: Vec<String> = words
        .facts
        .keys()
        .filter_map(|fact| Some(fact.strip_prefix("false-friend:")?.to_owned()))
        .collect();
    for friend in friends {
        words.facts.remove(&format!("cognate:{friend}"));
    }
    words.senses.write(out, "senses")?;
    words.rows.write(out, "senses")?;
    write_map(out, "facts", &words.facts)
}

fn each(path: &Path, mut take: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
    let table = Table::read(path)?;
    table.rows().try_for_each(|row| take(&row?))
}

impl Words {
    /// A lemma with plurals, and equivalents in falling order of use.
    fn news(&mut self, row: &Row<'_>) -> Result<()> {
        let lemma = row.required("ar")?;
        let rank: u64 =
            row.required("rank")?.parse().map_err(|e| row.error(format!("rank: {e}")))?;
        let sense = self.sense(row)?;
        self.add("ar", lemma, sense, 1.0);
        for plural in row.entries("plurals") {
            self.add("ar", plural, sense, 1.0);
        }
        for lang in ["fa", "en"] {
            for (place, word) in row.entries(lang).enumerate() {
                self.add(lang, word, sense, (1.0 - STEP * place as f32).max(FLOOR));
                if lang == "fa" && place == 0 && !row.cell("flags").contains("ff") {
                    self.cognate(lemma, word);
                }
            }
        }
        if row.cell("flags").split(' ').any(|flag| flag == "ff") {
            self.fact("false-friend", lemma, 1);
        }
        let ranks = self.facts.entry(format!("rank:ar:{}", folded(lemma))).or_insert(rank);
        *ranks = rank.min(*ranks);
        Ok(())
    }

    /// One word with one equivalent, and how sure that is.
    fn pair(&mut self, row: &Row<'_>) -> Result<()> {
        let (ar, fa) = (row.required("ar")?, row.required("fa")?);
        let confidence: f32 = row
            .required("confidence")?
            .parse()
            .map_err(|e| row.error(format!("confidence: {e}")))?;
        if !(0.0..=1.0).contains(&confidence) {
            return Err(row.error("confidence outside 0 to 1"));
        }
        let sense = self.sense(row)?;
        self.add("ar", ar, sense, confidence);
        self.add("fa", fa, sense, confidence);
        self.cognate(ar, fa);
        Ok(())
    }

    /// A given name or surname in its spellings.
    fn name_part(&mut self, row: &Row<'_>) -> Result<()> {
        let sense = self.sense(row)?;
        for lang in LANGUAGES {
            for word in row.entries(lang) {
                self.add(lang, word, sense, NAME_PART);
            }
        }
        Ok(())
    }

    /// How frequent a form is; of forms that fold alike the most frequent counts.
    fn frequency(&mut self, row: &Row<'_>) -> Result<()> {
        let word = folded(row.required("word")?);
        let centibels: u64 =
            row.required("centibels")?.parse().map_err(|e| row.error(format!("centibels: {e}")))?;
        let name = format!("frequency:{}:{word}", row.required("lang")?);
        let known = self.facts.entry(name).or_insert(centibels);
        *known = centibels.min(*known);
        Ok(())
    }

    /// A unit of measure: its record as source text, for `data::UNITS`, and its words as facts that
    /// name the record; a word with `?` may mean something else, which a bit says.
    fn unit(&mut self, row: &Row<'_>, units: &mut Vec<String>) -> Result<()> {
        let number = |field: &str| -> Result<f64> {
            row.required(field)?.parse().map_err(|error| row.error(format!("{field}: {error}")))
        };
        let record = u8::try_from(units.len()).map_err(|_| row.error("too many units"))?;
        let english = row.entries("en").map(|word| word.trim_start_matches('?')).next();
        units.push(format!(
            "UnitRow {{ name: {:?}, dimension: {:?}, factor: {:?}, offset: {:?} }}",
            english.unwrap_or_default(),
            row.required("dimension")?,
            number("factor")?,
            number("offset")?,
        ));
        for lang in LANGUAGES {
            for word in row.entries(lang) {
                let (word, doubtful) = match word.strip_prefix('?') {
                    Some(word) => (word, 1 << 8),
                    None => (word, 0),
                };
                self.fact(&format!("unit:{lang}"), word, u64::from(record) | doubtful);
            }
        }
        Ok(())
    }

    /// Two words of one meaning are a cognate where they fold alike.
    fn cognate(&mut self, ar: &str, fa: &str) {
        if folded(ar) == folded(fa) {
            self.fact("cognate", ar, 1);
        }
    }

    /// The sense that a row is.
    fn sense(&mut self, row: &Row<'_>) -> Result<u32> {
        self.next += 1;
        self.rows.add(self.next, row)?;
        Ok(self.next)
    }

    fn add(&mut self, lang: &str, word: &str, sense: u32, weight: f32) {
        let key = folded(word);
        if key.is_empty() {
            return;
        }
        let list = self.senses.list(format!("{lang}:{key}"));
        if list.iter().all(|known| known >> 8 != sense) {
            list.push(sense << 8 | (weight * 255.0).round() as u32);
        }
    }

    fn fact(&mut self, list: &str, word: &str, value: u64) {
        self.facts.insert(format!("{list}:{}", folded(word)), value);
    }
}

/// The folded word, without spaces and marks.
fn folded(word: &str) -> String {
    key(word).chars().filter(|c| c.is_alphanumeric()).collect()
}
