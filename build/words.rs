//! Words: `data/lexicon` and the share-alike rows to a map from folded word to senses, and the small
//! lists to a map of facts.

use std::collections::{BTreeMap, BTreeSet};
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
/// What an expression says of its content without its light word: «اعلام» of «اعلام کردن».
const WITHOUT_LIGHT: f32 = 0.85;

/// Bits of the facts `naming`, which `src/concept/inside/reading.rs` reads: a part of personal
/// names, one that is an ordinary word as well, the last word of a title, and of one
/// by which people are addressed and which has no complement. The sorts of things that a word names follow from `FIRST_SORT` on.
const PART: u64 = 1;
const ORDINARY: u64 = 2;
const TITLE_END: u64 = 4;
const ADDRESS: u64 = 64;
const FIRST_SORT: u32 = 8;
/// Sorts of places, which have the first bits, in the order in which the program knows them.
const PLACES: [&str; 4] = ["country", "region", "city", "place"];

#[derive(Default)]
struct Words {
    senses: Postings,
    facts: BTreeMap<String, u64>,
    /// Words that are more than parts of names, with the language before them.
    ordinary: BTreeSet<String>,
    next: u32,
    rows: Rows,
    /// Words that carry the grammar of an expression and little of its meaning, by language: those
    /// at its beginning and those at its end.
    light: BTreeMap<String, [Vec<String>; 2]>,
}

/// Compiles the lexicon and the lists under `data` and writes the result.
pub fn compile(data: &Path, share_alike: bool, out: &Path) -> Result<()> {
    let mut words = Words::default();
    each(&data.join("lists/light_words.tsv"), |row| words.light_word(row))?;
    each(&data.join("lexicon/news.tsv"), |row| words.lemma(row))?;
    each(&data.join("lexicon/own.tsv"), |row| words.lemma(row))?;
    each(&data.join("lexicon/open.tsv"), |row| words.pair(row))?;
    each(&data.join("entities/name_parts.tsv"), |row| words.name_part(row))?;
    if share_alike {
        each(&data.join("share-alike/lexicon.tsv"), |row| words.pair(row))?;
        each(&data.join("share-alike/cognates.tsv"), |row| words.pair(row))?;
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
    let mut sorts: Vec<String> = PLACES.map(str::to_owned).into();
    each(&data.join("lists/sorts.tsv"), |row| words.sort(row, &mut sorts))?;
    each(&data.join("lists/titles.tsv"), |row| {
        let address = matches!(row.required("category")?, "style" | "military" | "religious");
        words.naming(row, if address { TITLE_END | ADDRESS } else { TITLE_END })
    })?;
    each(&data.join("entities/name_parts.tsv"), |row| words.naming(row, PART))?;
    let Words { facts, ordinary, .. } = &mut words;
    for word in ordinary.iter() {
        facts.entry(format!("naming:{word}")).and_modify(|bits| *bits |= ORDINARY);
    }
    let mut units = Vec::new();
    each(&data.join("lists/units.tsv"), |row| words.unit(row, &mut units))?;
    let units = format!("&[{}]", units.join(", "));
    fs::write(out.join("units.rs"), units).map_err(|error| format!("units.rs: {error}"))?;
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
    fn lemma(&mut self, row: &Row<'_>) -> Result<()> {
        row.required("ar")?;
        let sense = self.sense(row)?;
        for form in row.entries("ar").chain(row.entries("plurals")) {
            self.add("ar", form, sense, 1.0);
        }
        if row.cell("pos") != "NAME" {
            row.entries("ar").for_each(|word| self.is_ordinary("ar", word));
            for lang in ["fa", "en"] {
                row.entries(lang).for_each(|word| self.is_ordinary(lang, word));
            }
        }
        for lang in ["fa", "en"] {
            for (place, word) in row.entries(lang).enumerate() {
                self.add(lang, word, sense, (1.0 - STEP * place as f32).max(FLOOR));
            }
        }
        if row.cell("flags").split(' ').any(|flag| flag == "ff") {
            self.fact("false-friend", row.cell("ar"), 1);
        }
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
        for (lang, word) in [("ar", ar), ("fa", fa)] {
            self.add(lang, word, sense, confidence);
            self.is_ordinary(lang, word);
        }
        Ok(())
    }

    /// Notes that a word is more than a part of names.
    fn is_ordinary(&mut self, lang: &str, word: &str) {
        self.ordinary.insert(format!("{lang}:{}", folded(word)));
    }

    /// What the last word of each entry of a row says about the words behind it.
    fn naming(&mut self, row: &Row<'_>, bits: u64) -> Result<()> {
        for lang in LANGUAGES {
            let entries = row.entries(lang).flat_map(|entry| entry.split([',', ';']));
            for word in entries.filter_map(|entry| entry.split_whitespace().next_back()) {
                *self.facts.entry(format!("naming:{lang}:{}", folded(word))).or_default() |= bits;
            }
        }
        Ok(())
    }

    /// The words for a sort of things.
    fn sort(&mut self, row: &Row<'_>, sorts: &mut Vec<String>) -> Result<()> {
        let sort = row.required("sort")?;
        let at = sorts.iter().position(|known| known == sort).unwrap_or_else(|| {
            sorts.push(sort.to_owned());
            sorts.len() - 1
        });
        let bit = u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(FIRST_SORT + at));
        let bit = bit.ok_or_else(|| row.error("too many sorts"))?;
        self.naming(row, bit)
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

    /// The sense that a row is.
    fn sense(&mut self, row: &Row<'_>) -> Result<u32> {
        self.next += 1;
        self.rows.add(self.next, row)?;
        Ok(self.next)
    }

    fn light_word(&mut self, row: &Row<'_>) -> Result<()> {
        let place = match row.required("place")? {
            "first" => 0,
            "last" => 1,
            other => return Err(row.error(format!("place: {other}"))),
        };
        for lang in LANGUAGES {
            let light = self.light.entry(lang.to_owned()).or_default();
            light[place].extend(row.entries(lang).map(folded));
        }
        Ok(())
    }

    /// A word or expression, with and without its light words. Of an expression the joined words
    /// lead to it, and the words with spaces between, as `lexicon::Expression` walks them.
    fn add(&mut self, lang: &str, word: &str, sense: u32, weight: f32) {
        let words: Vec<String> =
            word.split([' ', '\u{200c}']).map(folded).filter(|word| !word.is_empty()).collect();
        let mut rest = &words[..];
        let mut weight = weight;
        loop {
            self.add_key(format!("{lang}:{}", rest.concat()), sense, weight);
            if rest.len() > 1 {
                self.add_key(format!("{lang}:{}", rest.join(" ")), sense, weight);
            }
            let Some([first, last]) = self.light.get(lang) else { return };
            rest = match rest {
                [word, others @ ..] if !others.is_empty() && first.contains(word) => others,
                [others @ .., word] if !others.is_empty() && last.contains(word) => others,
                _ => return,
            };
            weight *= WITHOUT_LIGHT;
        }
    }

    fn add_key(&mut self, key: String, sense: u32, weight: f32) {
        if key.ends_with(':') {
            return;
        }
        let list = self.senses.list(key);
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
