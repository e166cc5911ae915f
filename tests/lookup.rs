//! What a term can stand for, as JSON: its schema describes it, and its rows stand in the tables.

use std::fs;
use std::path::Path;

use muqabala::concept::lookup;
use muqabala::output::write_lookup_json;
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../schema/lookup.schema.json");

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is one")
}

fn looked_up(term: &str) -> Value {
    let mut out = Vec::new();
    write_lookup_json(term, &lookup(term, None), &mut out).expect("writing to memory");
    assert_eq!(out.last(), Some(&b'\n'));
    serde_json::from_slice(&out).expect("JSON")
}

#[test]
fn the_schema_describes_what_is_written() {
    for term in ["السوريين", "کتاب", "12 May 2024", "war", "zzqq", "", "\u{202e}\u{1b}"]
    {
        let found = looked_up(term);
        let errors: Vec<String> =
            validator().iter_errors(&found).map(|e| format!("{}: {e}", e.instance_path)).collect();
        assert!(errors.is_empty(), "{term}: {errors:#?}");
        assert_eq!(found["term"], term);
    }
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let found = looked_up("السوريين");
    let broken = [
        ("/schema", json!("muqabala.lookup/2")),
        ("/entities/0/rows", json!([])),
        ("/entities/0/rows/0/file", json!("own.tsv")),
        ("/words/0/weight", json!(2)),
        ("/tried/0/forms", json!("سوری")),
    ];
    for (place, value) in broken {
        let mut wrong = found.clone();
        *wrong.pointer_mut(place).expect(place) = value;
        assert!(!validator().is_valid(&wrong), "{place}");
    }
}

#[test]
fn rows_are_those_of_the_tables() {
    let found = looked_up("السوريين");
    let country = &found["entities"][0];
    assert_eq!(country["concept"], "Q858");
    assert_eq!(country["kind"], "place");
    assert_eq!(country["found"][0]["language"], "ar");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rows = country["rows"].as_array().expect("rows").iter();
    let words = found["words"].as_array().expect("words").iter().map(|word| &word["row"]);
    let mut seen = 0;
    for row in rows.chain(words) {
        let table = fs::read_to_string(root.join(row["file"].as_str().expect("a file")));
        let table = table.expect("a table");
        let line = row["line"].as_u64().expect("a line") as usize;
        let line = table.lines().nth(line - 1).expect("the line");
        for form in row["forms"].as_array().expect("forms") {
            assert!(line.contains(form["text"].as_str().expect("a form")), "{line}: {form}");
            seen += 1;
        }
    }
    assert!(seen > 3, "{found:#}");
}

#[test]
fn figures_have_place_and_value() {
    let found = looked_up("12 May 2024");
    let date = &found["figures"][0];
    assert_eq!((date["start"].as_u64(), date["end"].as_u64()), (Some(0), Some(11)));
    assert_eq!(date["concept"], "date:2024-05-12");
    assert_eq!(date["value"]["month"], 5);
}
