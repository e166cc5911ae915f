//! The list of what is recognised in one text: its schema describes it, and the list agrees with
//! the text and with the tables.

use std::fs;
use std::path::Path;

use muqabala::concept::{lookup, recognise};
use muqabala::document::Document;
use muqabala::lang::Lang;
use muqabala::output::{write_entities_json, write_entities_text};
use muqabala::segment::SegmentOptions;
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../schema/entities.schema.json");
const TEXT: &str = "\
وصول الوزير إلى تونس

قال الوزير السوري يوم 12 أيار 2024 إن 1500 طن من القمح وصلت إلى بغداد. وعاد إلى «Reuters» مساء.";

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is one")
}

fn listed(document: &Document) -> Value {
    let found = recognise(document, &SegmentOptions::default());
    let mut out = Vec::new();
    write_entities_json(document, &found, &mut out).expect("writing to memory");
    assert_eq!(out.last(), Some(&b'\n'));
    serde_json::from_slice(&out).expect("JSON")
}

#[test]
fn the_schema_describes_the_list() {
    let document = Document::from_text("a.txt", TEXT);
    let list = listed(&document);
    let errors: Vec<String> =
        validator().iter_errors(&list).map(|e| format!("{}: {e}", e.instance_path)).collect();
    assert!(errors.is_empty(), "{errors:#?}");

    let mentions = list["mentions"].as_array().expect("mentions");
    assert!(mentions.len() >= 5, "{mentions:#?}");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for mention in mentions {
        let at = |key: &str| mention[key].as_u64().expect(key) as usize;
        assert_eq!(TEXT.get(at("start")..at("end")), mention["text"].as_str());
        let Some(row) = mention.get("row") else { continue };
        let file = row["file"].as_str().expect("a file");
        let table = fs::read_to_string(root.join(file)).expect("a table");
        let line = row["line"].as_u64().expect("a line") as usize;
        let id = mention["concept"].as_str().expect("a concept");
        assert!(table.lines().nth(line - 1).expect("the line").contains(id), "{mention:#}");
    }
    let country = mentions.iter().find(|m| m["concept"] == "Q858").expect("the adjective");
    assert_eq!(country["row"]["file"], "data/entities/demonyms.tsv");
    assert_eq!(country["sentence"], "2.1");
    let date = mentions.iter().find(|m| m["kind"] == "date").expect("the date");
    assert_eq!(date["value"]["year"], 2024);
    assert!(date.get("row").is_none());
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let document = Document::from_text("a.txt", TEXT);
    let list = listed(&document);
    let broken = [
        ("/schema", json!("muqabala.entities/2")),
        ("/mentions/0/start", json!(-1)),
        ("/mentions/0/sentence", json!("s1.1")),
        ("/mentions/0/text", json!("")),
        ("/mentions/0/row", json!({ "file": "own.tsv" })),
    ];
    for (place, value) in broken {
        let mut wrong = list.clone();
        *wrong.pointer_mut(place).expect(place) = value;
        assert!(!validator().is_valid(&wrong), "{place}");
    }
}

#[test]
fn a_hostile_text_cannot_command_the_terminal() {
    let text = "The minister left \u{202e}Tunisia\u{1b}[31m on 3 May 2019.";
    let document = Document::from_text("a\u{1b}.txt", text);
    let found = recognise(&document, &SegmentOptions::default());
    let mut out = Vec::new();
    write_entities_text(&document, &found, false, &mut out).expect("writing to memory");
    let out = String::from_utf8(out).expect("UTF-8");
    assert!(out.contains("Tunisia, place") && out.contains("[U+202E]"), "{out}");
    assert!(!out.contains(['\u{1b}', '\u{202e}']), "{out:?}");
}

#[test]
fn a_term_is_looked_up_in_every_table() {
    let people = lookup("السوريين", None);
    assert_eq!(people.entities[0].concept, "Q858");
    assert!(people.entities[0].rows.len() > 1, "a country stands in more than one table");
    assert!(people.words.iter().any(|word| word.found.contains(&(Lang::Arabic, "سوری".into()))));
    assert!(lookup("السوريين", Some(Lang::English)).entities.is_empty());

    let dates = lookup("12 أيار 2024", None).figures;
    assert_eq!(
        dates.iter().map(|date| date.concept.as_str()).collect::<Vec<_>>(),
        ["date:2024-05-12"]
    );
    let nothing = lookup("\u{202e} .", None);
    assert!(nothing.entities.is_empty() && nothing.words.is_empty() && nothing.tried.is_empty());
}
