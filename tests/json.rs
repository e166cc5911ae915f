//! The JSON contract: the schema describes what is written, and refuses what is not.

mod example;

use jsonschema::Validator;
use muqabala::comparison::Comparison;
use muqabala::output::{Json, Writer};
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../schema/comparison.schema.json");

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is one")
}

fn written(comparison: &Comparison) -> Value {
    let mut out = Vec::new();
    Json.write(comparison, &mut out).expect("writing to memory");
    assert_eq!(out.last(), Some(&b'\n'));
    serde_json::from_slice(&out).expect("JSON")
}

fn assert_keeps_contract(value: &Value, texts: [&str; 2]) {
    let errors: Vec<String> = validator()
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_refers_to_itself(value, texts);
}

/// What a schema cannot say: ids that exist, spans that lie in the text.
fn assert_refers_to_itself(value: &Value, texts: [&str; 2]) {
    for (side, text) in ["source", "translation"].into_iter().zip(texts) {
        let mut ids = [Vec::new(), Vec::new()];
        for paragraph in value[side]["paragraphs"].as_array().expect("paragraphs") {
            assert_span(paragraph, text);
            ids[0].push(&paragraph["id"]);
            for sentence in paragraph["sentences"].as_array().expect("sentences") {
                assert_span(sentence, text);
                ids[1].push(&sentence["id"]);
            }
        }
        for mention in value[side]["mentions"].as_array().expect("mentions") {
            assert_span(mention, text);
        }
        for (links, ids) in ["paragraph_links", "sentence_links"].into_iter().zip(&ids) {
            for link in value[links].as_array().expect("links") {
                for id in link[side].as_array().expect("ids") {
                    assert!(ids.contains(&id), "{links} names {id}");
                }
                for evidence in link["evidence"].as_array().expect("evidence") {
                    assert_span(&evidence[side], text);
                }
            }
        }
        for finding in value["findings"].as_array().expect("findings") {
            if !finding[side].is_null() {
                assert_span(&finding[side], text);
            }
        }
    }
}

fn assert_span(value: &Value, text: &str) {
    let offset = |name: &str| value[name].as_u64().expect("an offset") as usize;
    assert!(text.get(offset("start")..offset("end")).is_some(), "{value}");
}

#[test]
fn a_comparison_keeps_the_contract() {
    for comparison in [example::adaptation(), example::comparable()] {
        let documents = &comparison.documents;
        let texts = [documents.source.text.as_str(), documents.translation.text.as_str()];
        assert_keeps_contract(&written(&comparison), texts);
    }
}

#[test]
fn probabilities_have_four_decimals() {
    let value = written(&example::adaptation());
    assert_eq!(value["sentence_links"][0]["probability"], 0.9912);
    assert_eq!(value["sentence_links"][0]["evidence"][0]["weight"], 2.3457);
    assert_eq!(value["verdict"]["translation_coverage"], 0.6667);
}

#[test]
fn units_are_numbered_as_a_reader_counts() {
    let value = written(&example::adaptation());
    assert_eq!(value["source"]["paragraphs"][1]["sentences"][2]["id"], "s2.3");
    assert_eq!(value["sentence_links"][1]["source"], json!(["s2.1", "s2.2"]));
    assert_eq!(value["sentence_links"][1]["translation"], json!(["t3.1"]));
    assert_eq!(value["paragraph_links"][2]["translation"], json!(["t2"]));
}

#[test]
fn what_is_no_number_does_not_break_the_contract() {
    let mut comparison = example::adaptation();
    comparison.verdict.confidence = f64::NAN;
    comparison.alignment.sentences[0].evidence[0].weight = f64::INFINITY;
    assert!(validator().is_valid(&written(&comparison)));
}

#[test]
fn the_schema_refuses_what_breaks_the_contract() {
    let good = written(&example::adaptation());
    let validator = validator();
    let broken = [
        ("/schema", json!("muqabala.comparison/2")),
        ("/source/sha256", json!("abc")),
        ("/source/paragraphs/0/id", json!("t1")),
        ("/translation/paragraphs/0/sentences/0/id", json!("t1")),
        ("/source/paragraphs/0/start", json!(-1)),
        ("/source/paragraphs/0/role", json!("title")),
        ("/source/mentions/0/kind", json!("thing")),
        ("/source/mentions/2/value", json!({ "type": "number" })),
        ("/translation/asides/0/kind", json!("other")),
        ("/verdict/relation", json!("copy")),
        ("/verdict/confidence", json!(1.2)),
        ("/verdict/summary", json!(null)),
        ("/sentence_links/0/source", json!([])),
        ("/sentence_links/0/source/0", json!("s1")),
        ("/sentence_links/0/kind", json!("moved")),
        ("/paragraph_links/0/evidence/0/weight", json!("2")),
        ("/findings/0/kind", json!("changed")),
        ("/findings/0/severity", json!("fatal")),
        ("/findings/0/message", json!("")),
        ("/findings/1/source", json!(null)),
    ];
    for (place, value) in broken {
        let mut instance = good.clone();
        *instance.pointer_mut(place).expect(place) = value;
        assert!(!validator.is_valid(&instance), "{place}");
    }
    for (place, field) in [
        ("", "verdict"),
        ("/source", "mentions"),
        ("/translation/paragraphs/0", "sentences"),
        ("/sentence_links/0", "probability"),
        ("/findings/0", "translation_value"),
    ] {
        let mut instance = good.clone();
        let object = instance.pointer_mut(place).and_then(Value::as_object_mut).expect(place);
        assert!(object.remove(field).is_some(), "{place}/{field}");
        assert!(!validator.is_valid(&instance), "{place} without {field}");
    }
}

#[test]
fn later_versions_may_add_fields() {
    let mut value = written(&example::adaptation());
    value["findings"][0]["note"] = json!("new");
    value["tool"] = json!({ "version": "9" });
    assert!(validator().is_valid(&value));
}

#[cfg(feature = "cli")]
#[test]
fn the_program_keeps_the_contract() {
    let texts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/texts");
    let [source, translation] =
        ["source.ar.txt", "translation.fa.txt"].map(|name| texts.join(name));
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_muqabala"))
        .arg("compare")
        .args([&source, &translation])
        .args(["--format", "json"])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let value: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let [source, translation] =
        [source, translation].map(|path| std::fs::read_to_string(path).expect("a text"));
    assert_keeps_contract(&value, [&source, &translation]);
    assert!(!value["source"]["paragraphs"].as_array().expect("paragraphs").is_empty());
}

#[test]
fn every_shipped_pair_keeps_the_contract() {
    use muqabala::comparison::Options;
    use muqabala::document::Document;
    use muqabala::import::ReadOptions;
    use muqabala::pair::PairFolder;

    let pairs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("pairs");
    let mut seen = 0;
    for dir in PairFolder::list(pairs).expect("the shipped pairs") {
        // A pair that is published without its texts may be unfilled.
        let Ok(paths) = PairFolder::open(dir).expect("a manifest").texts() else { continue };
        let read = |path| Document::read(path, &ReadOptions::default()).expect("a text");
        let documents = paths.as_ref().map(|path| read(path));
        let comparison =
            muqabala::compare(&documents.source, &documents.translation, &Options::default());
        assert_keeps_contract(
            &written(&comparison),
            [&documents.source.text, &documents.translation.text],
        );
        seen += 1;
    }
    assert!(seen >= 4, "only {seen} pairs have their texts");
}
