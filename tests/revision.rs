//! Two versions of one text: the contract of the JSON, the page, and that long texts are quick and the
//! same on every run.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use muqabala::output::html::{HtmlOptions, Ui, render_revision};
use muqabala::output::{RevisionText, write_revision_json};
use muqabala::revision::{Extent, Revision, revise, revise_watched};
use muqabala::{Document, Error, FindingKind, Options, Progress, Stage};
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../schema/revision.schema.json");
const COMPARISON: &str = include_str!("../schema/comparison.schema.json");

const OLD: &str = "\
حريق في مستودع بالميناء

أعلنت وزارة الداخلية في تونس مقتل 12 شخصا في الحريق الذي اندلع مساء الاثنين. ولم تعلن الجماعة مسؤوليتها عن الحادث.

وتوجه المبعوث إلى موسكو في 3 مايو 2024 للقاء المسؤولين. وشكر رئيس البلدية رجال الإطفاء الذين عملوا طوال الليل.

وأفادت مصادر محلية بأن السفن غادرت الرصيف قبل منتصف الليل.";

const NEW: &str = "\
حريق في مستودع بالمينا

وأفادت مصادر محلية بأن السفن غادرت الرصيف قبل منتصف الليل.

أعلنت وزارة الداخلية في تونس مقتل 15 شخصا في الحريق الذي اندلع مساء الاثنين. وأعلنت الجماعة مسؤوليتها عن الحادث.

وتوجه المبعوث إلى أنقرة في ٣ مايو ٢٠٢٤ للقاء المسؤولين. وشكر رئيس البلدية «رجال الإطفاء» الذين عملوا طوال الليل. وأضاف أن المستودع خال منذ عامين.";

fn revised(old: &str, new: &str) -> Revision {
    let (old, new) = (Document::from_text("old.txt", old), Document::from_text("new.txt", new));
    revise(&old, &new, &Options::default())
}

fn validator(schema: &str) -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is one")
}

fn written(revision: &Revision) -> Value {
    let mut out = Vec::new();
    write_revision_json(revision, &mut out).expect("writing to memory");
    assert_eq!(out.last(), Some(&b'\n'));
    serde_json::from_slice(&out).expect("JSON")
}

#[test]
fn the_schema_describes_what_is_written() {
    let long = "Der Brand begann am Abend. Niemand wurde verletzt.";
    for (old, new) in [
        (OLD, NEW),
        (NEW, OLD),
        (OLD, OLD),
        ("", NEW),
        (OLD, ""),
        ("", ""),
        (long, OLD),
        (long, "x"),
    ] {
        let value = written(&revised(old, new));
        let errors: Vec<String> = validator(SCHEMA)
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert_refers_to_itself(&value, [("old", old), ("new", new)]);
    }
}

/// What a schema cannot say: ids that exist, spans that lie in the text.
fn assert_refers_to_itself(value: &Value, texts: [(&str, &str); 2]) {
    for (side, text) in texts {
        let mut ids = BTreeSet::new();
        for paragraph in value[side]["paragraphs"].as_array().expect("paragraphs") {
            ids.insert(paragraph["id"].as_str().expect("an id"));
            for sentence in paragraph["sentences"].as_array().expect("sentences") {
                ids.insert(sentence["id"].as_str().expect("an id"));
            }
        }
        let within = |span: &Value| {
            let offset = |name: &str| span[name].as_u64().expect("an offset") as usize;
            assert!(text.get(offset("start")..offset("end")).is_some(), "{span}");
        };
        for links in ["paragraph_links", "sentence_links"] {
            for link in value[links].as_array().expect("links") {
                for id in link[side].as_array().expect("ids") {
                    assert!(ids.contains(id.as_str().expect("an id")), "{links} names {id}");
                }
                for edit in link["edits"].as_array().into_iter().flatten() {
                    within(&edit[side]);
                }
            }
        }
        for finding in value["findings"].as_array().expect("findings") {
            if !finding[side].is_null() {
                within(&finding[side]);
            }
        }
    }
}

#[test]
fn the_schema_refuses_what_breaks_the_contract() {
    let good = written(&revised(OLD, NEW));
    let validator = validator(SCHEMA);
    assert!(validator.is_valid(&good));
    for (place, value) in [
        ("/schema", json!("muqabala.revision/2")),
        ("/old/paragraphs/0/id", json!("s1")),
        ("/verdict/extent", json!("translation")),
        ("/verdict/old_kept", json!(1.5)),
        ("/verdict/edits/marks", json!(-1)),
        ("/sentence_links/0/edits/0/kind", json!("changed")),
        ("/sentence_links/0/edits/0/new", json!(null)),
        ("/sentence_links/0/old", json!([])),
        ("/findings/0/kind", json!("typo")),
    ] {
        let mut wrong = good.clone();
        *wrong.pointer_mut(place).expect(place) = value;
        assert!(!validator.is_valid(&wrong), "{place}");
    }
}

/// A text is described alike in both contracts.
#[test]
fn shared_definitions_are_the_same_in_both_schemas() {
    let [revision, comparison] =
        [SCHEMA, COMPARISON].map(|schema| serde_json::from_str::<Value>(schema).expect("JSON"));
    let shared = [
        "offset",
        "share",
        "span",
        "span_or_null",
        "text",
        "paragraph",
        "aside",
        "mention",
        "value",
    ];
    for name in shared {
        assert_eq!(revision["$defs"][name], comparison["$defs"][name], "{name}");
    }
    let kinds = "/$defs/finding/properties/kind";
    assert_eq!(revision.pointer(kinds), comparison.pointer(kinds));
}

#[test]
fn the_page_speaks_of_versions_in_every_language() {
    let revision = revised(OLD, NEW);
    for (ui, old, new, source) in [
        (Ui::En, "<b>Old</b>", "<b>New</b>", "source"),
        (Ui::Ar, "<b>النسخة القديمة</b>", "<b>النسخة الجديدة</b>", "الأصل"),
        (Ui::Fa, "<b>نسخهٔ قدیم</b>", "<b>نسخهٔ جدید</b>", "متن اصلی"),
    ] {
        let page =
            render_revision(&revision, &HtmlOptions { ui: Some(ui), ..HtmlOptions::default() });
        assert!(page.contains(old) && page.contains(new), "{ui:?}");
        let words = page.split_once("<body").expect("a body").1;
        let words = words.split_once("<script").expect("a script").0;
        let mut shown = String::new();
        for piece in words.split('<').filter_map(|piece| piece.split_once('>')) {
            shown.push_str(piece.1);
        }
        assert!(!shown.contains(source), "{ui:?} speaks of a source");
        assert!(
            !shown.contains("translation")
                && !shown.contains("الترجمة")
                && !shown.contains("ترجمه")
        );
        // Whole words, and never a strike: names of what changed, digits alone, quotation marks.
        assert!(page.contains("<mark class=\"m k-number\" data-f=\"f"), "{ui:?}");
        assert!(page.contains("<span class=\"m k-spelling\" data-f=\"e"), "{ui:?}");
        assert!(page.contains("data-k=\"moved\""), "{ui:?}");
    }
}

#[test]
fn changed_words_are_marked_on_both_sides() {
    let revision = revised("The ship left the old harbour.", "The ship left the new harbour.");
    let page = render_revision(&revision, &HtmlOptions::default());
    for (element, word) in [("del", "old"), ("ins", "new")] {
        let open = format!("<{element} class=\"m k-");
        let (_, rest) = page.split_once(&open).expect(element);
        let (marked, _) = rest.split_once(&format!("</{element}>")).expect(element);
        assert!(marked.contains(&format!("</span>{word}<span")), "{marked}");
    }
}

#[test]
fn nothing_of_the_text_becomes_markup() {
    let page = render_revision(
        &revised("A <script>alert(1)</script> word.", "A <img src=x onerror=alert(2)> word."),
        &HtmlOptions::default(),
    );
    assert!(!page.contains("<script>alert") && !page.contains("<img"));
}

/// A text of many sentences, each of its own.
fn long(words: usize) -> String {
    let mut state = 7_u64;
    let mut text = String::new();
    for at in 0..words {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let rank = (state >> 33) % 4000;
        text.push_str(&format!("word{} ", rank * rank / 4000));
        if at % 19 == 18 {
            text.push_str(". ");
            text.push_str(if at % 95 == 94 { "\n" } else { "The " });
        }
    }
    text
}

#[test]
fn long_texts_take_moderate_time() {
    // Without optimisation, on a busy machine: far above what is needed, far below what a quadratic
    // step would take.
    let limit = Duration::from_secs(60);
    let old = long(40_000);
    let few = old.replace("word12 ", "other ");
    let halves = old.split_at(old[..old.len() / 2].rfind('\n').expect("a line") + 1);
    let turned = format!("{}{}", halves.1, halves.0);
    let different: String = old.chars().rev().collect();
    for (new, extent) in
        [(&few, Extent::Revised), (&turned, Extent::Revised), (&different, Extent::Unrelated)]
    {
        let started = Instant::now();
        let revision = revised(&old, new);
        assert!(started.elapsed() < limit, "{extent:?}: {:?}", started.elapsed());
        assert_eq!(revision.extent, extent);
    }
    let moved = revised(&old, &turned);
    let moves = moved.comparison.findings.iter().filter(|f| f.kind == FindingKind::Moved);
    assert_eq!(moves.count(), 1, "half of the text moved as one block");
}

/// One sentence becomes thousands, and thousands one: each of them is looked at beside the long one.
#[test]
fn a_text_without_stops_takes_moderate_time() {
    let limit = Duration::from_secs(60);
    let cut = long(40_000);
    let whole = cut.replace(['.', '\n'], " ");
    for (old, new) in [(&whole, &cut), (&cut, &whole)] {
        let started = Instant::now();
        let revision = revised(old, new);
        assert!(started.elapsed() < limit, "{:?}", started.elapsed());
        assert_eq!(revision.extent, Extent::Spelling);
        assert_eq!(revision.comparison.alignment.sentences.len(), 1);
    }
}

#[test]
fn long_work_can_be_watched_and_stopped() {
    let text = long(4_000);
    let old = Document::from_text("old.txt", &text);
    let new = Document::from_text("new.txt", text.replace("word12 ", "other ").replace('.', " "));
    let options = Options::default();
    let mut steps: Vec<Progress> = Vec::new();
    let watched = revise_watched(&old, &new, &options, &mut |progress| {
        steps.push(progress);
        ControlFlow::Continue(())
    });
    assert_eq!(watched.expect("nobody stopped it"), revise(&old, &new, &options));
    assert!(steps.iter().all(|step| step.done <= step.total));
    let aligning = || steps.iter().filter(|step| step.stage == Stage::Aligning);
    assert!(aligning().map(|step| step.done).is_sorted());
    assert!(aligning().count() > 200, "a step for each sentence");
    for last in [0, 3, 200, steps.len() - 1] {
        let mut told = 0;
        let stopped = revise_watched(&old, &new, &options, &mut |_| {
            told += 1;
            if told > last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(stopped, Err(Error::Cancelled)));
        assert_eq!(told, last + 1, "nothing is done after the stop");
    }
}

/// Texts that make naive matching quadratic, and characters that mislead: no panic, no hang.
#[test]
fn hostile_texts_are_revised_or_told_apart() {
    let limit = Duration::from_secs(60);
    let words: String = (0..20_000).map(|at| format!("w{} ", at * 7919 % 1009)).collect();
    let turned: String = words.split(' ').rev().flat_map(|word| [word, " "]).collect();
    let same = "same words again and again. ".repeat(3_000);
    let lines = "a\nb\n".repeat(5_000);
    let marks = "« ! ؟ ، 1 ".repeat(3_000);
    let misleading = "\u{202e}abc\u{2066} \u{200b}د\u{feff}\0 ".repeat(300);
    let shapes =
        [words.as_str(), &turned, &same, &same[..same.len() / 2], &lines, &marks, &misleading, "x"];
    for (at, old) in shapes.iter().enumerate() {
        for new in shapes[at..].iter().take(4) {
            let started = Instant::now();
            let revision = revised(old, new);
            let mut out = Vec::new();
            RevisionText::default().write(&revision, &mut out).expect("writing to memory");
            write_revision_json(&revision, &mut out).expect("writing to memory");
            let page =
                render_revision(&revision, &HtmlOptions { max_rows: 50, ui: None, list: None });
            assert!(!page.is_empty() && !out.is_empty());
            let (old, new) = (old.len(), new.len());
            assert!(started.elapsed() < limit, "{old}, {new}: {:?}", started.elapsed());
        }
    }
}

#[test]
fn the_same_versions_give_the_same_bytes() {
    let text = |revision: &Revision| {
        let mut out = Vec::new();
        RevisionText::default().write(revision, &mut out).expect("writing to memory");
        out
    };
    let (one, other) = (revised(OLD, NEW), revised(OLD, NEW));
    assert_eq!(written(&one), written(&other));
    assert_eq!(text(&one), text(&other));
    let options = HtmlOptions::default();
    assert_eq!(render_revision(&one, &options), render_revision(&other, &options));
}
