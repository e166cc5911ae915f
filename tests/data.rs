//! Every line of `data/`: no malformed, duplicate or contradictory rows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use muqabala::fold::key;
use muqabala::lang::Lang;

/// A row with its file, line and cells by column.
struct Row {
    place: String,
    cells: BTreeMap<String, String>,
}

impl Row {
    fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn entries(&self, column: &str) -> impl Iterator<Item = &str> {
        self.cell(column).split('|').filter(|entry| !entry.is_empty())
    }
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// All tables, by path below `data/`.
fn tables() -> Vec<String> {
    let mut tables = Vec::new();
    for folder in fs::read_dir(data()).expect("data") {
        let folder = folder.expect("folder").path();
        if !folder.is_dir() {
            tables.extend(
                folder
                    .to_str()
                    .filter(|path| path.ends_with(".tsv"))
                    .map(|path| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()),
            );
            continue;
        }
        for file in fs::read_dir(&folder).expect("folder") {
            let path = file.expect("file").path();
            let name = path.strip_prefix(data()).expect("below data");
            tables.push(name.to_str().expect("a name in ASCII").to_owned());
        }
    }
    tables.sort();
    tables
}

fn rows(table: &str) -> Vec<Row> {
    let text = fs::read_to_string(data().join(table)).expect("a table in UTF-8");
    let mut lines = text.lines();
    let header = lines.next().and_then(|line| line.strip_prefix('#')).expect("a header line");
    let columns: Vec<&str> = header.split('\t').collect();
    let row = |(index, line): (usize, &str)| {
        let place = format!("{table}:{}", index + 2);
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), columns.len(), "{place}: number of cells");
        let cells =
            columns.iter().map(|c| (*c).to_owned()).zip(cells.into_iter().map(str::to_owned));
        Row { place, cells: cells.collect() }
    };
    lines.enumerate().map(row).collect()
}

const LANGUAGES: [&str; 3] = ["ar", "fa", "en"];
const ENTITIES: [&str; 5] = ["own", "places", "organisations", "persons", "others"];

fn entities() -> impl Iterator<Item = Row> {
    ENTITIES.into_iter().flat_map(|table| rows(&format!("entities/{table}.tsv")))
}

/// A name as the gazetteer looks it up.
fn name_key(name: &str) -> String {
    key(name.trim_start_matches(['?', '=', '~'])).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn language_columns_are_languages_that_have_a_module() {
    for tag in LANGUAGES {
        assert_eq!(Lang::from_tag(tag).and_then(Lang::module).map(|l| l.tags()[0]), Some(tag));
    }
}

#[test]
fn lines_are_clean() {
    for table in tables() {
        let mut seen = BTreeSet::new();
        for row in rows(&table) {
            let line: Vec<&str> = row.cells.values().map(String::as_str).collect();
            assert!(seen.insert(line.join("\t")), "{}: the same row twice", row.place);
            for (column, cell) in &row.cells {
                let place = format!("{} {column}", row.place);
                assert_eq!(cell.trim(), cell, "{place}: white space at an end");
                assert!(!cell.contains("  "), "{place}: two spaces");
                assert!(
                    cell.is_empty() || cell.split('|').all(|e| !e.trim().is_empty()),
                    "{place}: empty entry"
                );
                // Zero-width non-joiners are spelling; everything else that cannot be seen is a mistake.
                let hidden = |c: char| {
                    c.is_control()
                        || matches!(c, '\u{200b}' | '\u{200d}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffd}' | 'ـ')
                };
                assert!(!cell.contains(hidden), "{place}: hidden character");
            }
        }
        assert!(!seen.is_empty(), "{table}: empty");
    }
}

#[test]
fn every_table_has_its_terms() {
    let terms = fs::read_to_string(data().join("LICENCES.md")).expect("LICENCES.md");
    for table in tables() {
        let name = table.rsplit('/').next().expect("a name");
        assert!(terms.contains(name), "{table} is not in LICENCES.md");
    }
    let sources = entities().map(|row| (row.place.clone(), row.cell("source").to_owned()));
    let words = ["lexicon/open.tsv", "share-alike/lexicon.tsv"].into_iter().flat_map(rows);
    for (place, source) in
        sources.chain(words.map(|row| (row.place.clone(), row.cell("source").to_owned())))
    {
        for tag in source.split('+') {
            let family =
                tag.split_once('-').filter(|(first, _)| *first == "omw").map_or(tag, |_| "omw-*");
            assert!(
                terms.contains(&format!("`{family}`")),
                "{place}: source {tag} is not in LICENCES.md"
            );
        }
    }
}

#[test]
fn permissive_tables_hold_no_share_alike_rows() {
    for row in rows("lexicon/open.tsv") {
        let source = row.cell("source");
        assert!(
            !source.contains("wikt-") && !source.contains("omw-") && !source.contains("freedict"),
            "{}",
            row.place
        );
    }
    for row in rows("share-alike/lexicon.tsv") {
        assert!(!row.cell("source").contains("freedict"), "{}: GPL", row.place);
    }
}

#[test]
fn entities_are_whole() {
    let kinds = ["place", "person", "organisation", "group", "event", "thing"];
    for row in entities() {
        let place = &row.place;
        assert!(kinds.contains(&row.cell("kind")), "{place}: kind");
        assert!(
            row.cell("weight").parse::<u8>().is_ok_and(|weight| weight <= 9),
            "{place}: weight"
        );
        assert!(!row.cell("id").is_empty() && !row.cell("id").contains(' '), "{place}: id");
        let named = LANGUAGES.iter().filter(|lang| !row.cell(lang).is_empty()).count();
        assert!(
            named >= 2 || row.place.starts_with("entities/own"),
            "{place}: names in one language"
        );
        for lang in LANGUAGES {
            let mut seen = BTreeSet::new();
            for name in row.entries(lang) {
                assert!(!name_key(name).is_empty(), "{place}: {name}");
                assert!(name.len() - name.trim_start_matches('?').len() <= 2, "{place}: {name}");
                assert!(seen.insert(name.trim_start_matches('?')), "{place}: {name} twice");
                let arabic = name.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
                assert!(lang != "en" || !arabic, "{place}: {name} is not English");
            }
        }
    }
}

#[test]
fn no_entity_stands_twice_in_the_tables() {
    let mut seen: BTreeMap<String, (String, String)> = BTreeMap::new();
    for row in entities() {
        let (id, kind) = (row.cell("id").to_owned(), row.cell("kind").to_owned());
        let old = seen.insert(id, (row.place.clone(), kind.clone()));
        if let Some((place, other)) = old {
            assert!(place.starts_with("entities/own"), "{} and {place} have one id", row.place);
            assert_eq!(other, kind, "{} and {place}: one id, two kinds", row.place);
        }
    }
}

#[test]
fn every_place_lies_in_a_country() {
    let ids: BTreeSet<String> = entities().map(|row| row.cell("id").to_owned()).collect();
    let rows = rows("entities/within.tsv");
    let of_class = |class: &str| -> BTreeSet<&str> {
        rows.iter().filter(|row| row.cell("class") == class).map(|row| row.cell("id")).collect()
    };
    let countries = of_class("country");
    let mut seen = BTreeSet::new();
    for row in &rows {
        let (id, class, country) = (row.cell("id"), row.cell("class"), row.cell("in"));
        assert!(ids.contains(id), "{}: no entity {id}", row.place);
        assert!(seen.insert(id), "{}: {id} twice", row.place);
        let known = ["country", "region", "city", "area", "body"];
        assert!(known.contains(&class), "{}: class {class}", row.place);
        assert!(country.is_empty() || countries.contains(country), "{}: {country}", row.place);
        assert!(class != "country" || country.is_empty(), "{}: a country in another", row.place);
    }
}

/// Two countries under one certain name would make the gazetteer pick one of them in silence.
#[test]
fn countries_do_not_share_names() {
    let known = ["عمان", "الكونغو", "کنگو"].map(key);
    let mut owners: BTreeMap<(&str, String), BTreeSet<String>> = BTreeMap::new();
    for row in entities().filter(|row| row.cell("weight") == "9" && row.cell("kind") == "place") {
        for lang in LANGUAGES {
            for name in row.entries(lang).filter(|name| !name.starts_with('?')) {
                owners.entry((lang, name_key(name))).or_default().insert(row.cell("id").to_owned());
            }
        }
    }
    let shared: Vec<_> =
        owners.iter().filter(|((_, name), ids)| ids.len() > 1 && !known.contains(name)).collect();
    assert!(shared.is_empty(), "{shared:?}");
}

#[test]
fn demonyms_belong_to_one_entity() {
    let ids: BTreeSet<String> = entities().map(|row| row.cell("id").to_owned()).collect();
    let mut owners: BTreeMap<(&str, String), String> = BTreeMap::new();
    for row in rows("entities/demonyms.tsv") {
        let id = row.cell("id");
        assert!(ids.contains(id), "{}: no entity {id}", row.place);
        for lang in LANGUAGES {
            for entry in row.entries(lang) {
                let old = owners.insert((lang, name_key(entry)), id.to_owned());
                assert!(old.is_none(), "{}: {entry} belongs to {old:?} too", row.place);
            }
        }
    }
}

/// No side has the say: what a stance calls a thing can be said in more than one language, and every
/// form is in the script of its column.
#[test]
fn labels_are_whole() {
    let mut concepts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows("labels.tsv") {
        let place = &row.place;
        let (concept, stance) = (row.cell("concept"), row.cell("stance"));
        assert!(!concept.is_empty() && !stance.is_empty(), "{place}");
        concepts.entry(concept.to_owned()).or_default().insert(stance.to_owned());
        let named = LANGUAGES.iter().filter(|lang| !row.cell(lang).is_empty()).count();
        assert!(named == LANGUAGES.len() || stance == "-", "{place}: not in all languages");
        for lang in LANGUAGES {
            for form in row.entries(lang) {
                let latin = form.chars().any(|c| c.is_ascii_alphabetic());
                assert_eq!(latin, lang == "en", "{place}: another script: {form}");
                assert!(name_key(form).chars().count() > 1, "{place}: too short: {form}");
                assert!(lang != "en" || form == form.to_lowercase(), "{place}: capitals: {form}");
            }
        }
    }
    assert!(concepts.len() >= 60, "{} concepts", concepts.len());
    for (concept, stances) in concepts {
        assert!(stances.iter().filter(|s| *s != "-").count() > 1, "{concept}: one stance");
    }
}

#[test]
fn words_are_whole() {
    for row in rows("lexicon/news.tsv") {
        assert!(row.cell("rank").parse::<u32>().is_ok_and(|rank| rank > 0), "{}: rank", row.place);
        assert!(
            !row.cell("fa").is_empty() || !row.cell("en").is_empty(),
            "{}: no equivalent",
            row.place
        );
        let flags = row.cell("flags");
        assert!(
            flags.split_whitespace().all(|flag| matches!(flag, "ff" | "coll" | "kind")),
            "{}: {flags}",
            row.place
        );
    }
    for table in ["lexicon/open.tsv", "share-alike/lexicon.tsv"] {
        for row in rows(table) {
            let confidence: f64 = row.cell("confidence").parse().expect("a number");
            let least = if table.starts_with("share") { 0.6 } else { 0.5 };
            assert!((least..=1.0).contains(&confidence), "{}: {confidence}", row.place);
        }
    }
}

/// A word written for this project stands with its meaning once: one that the rows above hold
/// already would count twice, and a false friend would contradict the list of them.
#[test]
fn own_words_are_whole() {
    let friends: BTreeSet<(String, String)> = rows("lists/false_friends.tsv")
        .iter()
        .map(|row| (name_key(row.cell("ar")), name_key(row.cell("fa"))))
        .collect();
    let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
    for row in rows("lexicon/own.tsv") {
        let place = &row.place;
        assert!(!row.cell("ar").is_empty(), "{place}: no word");
        assert!(!row.cell("fa").is_empty() || !row.cell("en").is_empty(), "{place}: no equivalent");
        let arabic: Vec<&str> = row.entries("ar").chain(row.entries("plurals")).collect();
        for (cell, words) in [
            ("ar", arabic.clone()),
            ("fa", row.entries("fa").collect()),
            ("en", row.entries("en").collect()),
        ] {
            let keys: BTreeSet<String> = words.iter().map(|word| name_key(word)).collect();
            assert_eq!(keys.len(), words.len(), "{place}: a word twice in {cell}");
            assert!(!keys.contains(""), "{place}: a word without letters in {cell}");
            let is_latin = |word: &&str| word.chars().any(|c| c.is_ascii_alphabetic());
            assert_eq!(
                words.iter().filter(|word| is_latin(word)).count(),
                if cell == "en" { words.len() } else { 0 },
                "{place}: another script in {cell}"
            );
        }
        for ar in row.entries("ar").map(name_key) {
            for fa in row.entries("fa").map(name_key) {
                let pair = (ar.clone(), fa);
                assert!(!friends.contains(&pair), "{place}: {pair:?} are false friends");
                let old = seen.insert(pair.clone(), place.clone());
                assert!(old.is_none(), "{place}: {pair:?} stand in {old:?} too");
            }
        }
    }
}

/// Leaving a light word out must leave something: a row of them alone would lead nowhere.
#[test]
fn light_words_have_a_place() {
    for row in rows("lists/light_words.tsv") {
        assert!(["first", "last"].contains(&row.cell("place")), "{}: place", row.place);
        let words: Vec<&str> = LANGUAGES.iter().flat_map(|lang| row.entries(lang)).collect();
        assert!(!words.is_empty(), "{}: no words", row.place);
        assert!(words.iter().all(|word| !word.contains(' ')), "{}: not one word", row.place);
    }
}

#[test]
fn false_friends_are_known_to_the_program() {
    for row in rows("lists/false_friends.tsv") {
        // A dash: the language does not use the word.
        for word in ["ar", "fa"].map(|lang| row.cell(lang)).into_iter().filter(|w| *w != "-") {
            let word = key(word);
            assert!(muqabala::concept::lexicon::is_false_friend(&word), "{}: {word}", row.place);
        }
    }
}
