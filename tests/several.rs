//! Several translations of one source: the contract of the JSON, the rows, the page.

use muqabala::output::html::{HtmlOptions, Ui, render_several};
use muqabala::output::{SeveralText, write_several_json};
use muqabala::several::{Scope, Several, compare_several};
use muqabala::{Document, FindingKind, Options};
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../schema/comparisons.schema.json");
const COMPARISON: &str = include_str!("../schema/comparison.schema.json");

const SOURCE: &str = include_str!("cmd/texts/source.ar.txt");
const PERSIAN: &str = include_str!("cmd/texts/translation.fa.txt");
const ENGLISH: &str = include_str!("cmd/texts/translation.en.txt");
const OTHER: &str = include_str!("cmd/texts/unrelated.en.txt");

fn several(translations: &[&str]) -> Several {
    let read = |text: &&str| Document::from_text("translation.txt", *text);
    let translations: Vec<Document> = translations.iter().map(read).collect();
    compare_several(&Document::from_text("source.txt", SOURCE), &translations, &Options::default())
}

fn validator() -> jsonschema::Validator {
    let schema = |text| serde_json::from_str::<Value>(text).expect("the schema is JSON");
    let comparison = jsonschema::Resource::from_contents(schema(COMPARISON)).expect("a resource");
    jsonschema::options()
        .with_resource("urn:muqabala:comparison:1", comparison)
        .build(&schema(SCHEMA))
        .expect("the schema is one")
}

fn written(several: &Several) -> Value {
    let mut out = Vec::new();
    write_several_json(several, &mut out).expect("writing to memory");
    assert_eq!(out.last(), Some(&b'\n'));
    serde_json::from_slice(&out).expect("JSON")
}

fn scopes(several: &Several, at: usize) -> Vec<(FindingKind, Scope)> {
    let findings = several.comparisons[at].whole_findings().iter().enumerate();
    findings.map(|(index, finding)| (finding.kind, several.scope(at, index))).collect()
}

#[test]
fn what_one_did_alone_is_told_from_what_all_did() {
    let several = several(&[PERSIAN, ENGLISH]);
    assert_eq!(
        scopes(&several, 0),
        [(FindingKind::NumberChanged, Scope::Only), (FindingKind::Dropped, Scope::All)]
    );
    assert_eq!(
        scopes(&several, 1),
        [
            (FindingKind::NumberChanged, Scope::Only),
            (FindingKind::Dropped, Scope::All),
            (FindingKind::Added, Scope::Only)
        ]
    );
}

#[test]
fn a_text_that_is_no_translation_does_not_count() {
    let several = several(&[PERSIAN, OTHER, ENGLISH]);
    assert!(!several.comparisons[1].verdict.relation.is_rendering());
    assert!(scopes(&several, 0).contains(&(FindingKind::Dropped, Scope::All)));
}

#[test]
fn the_same_put_in_by_two_is_not_one_alone() {
    let more = "\nLorry drivers at the crossing complained of the wait in the summer heat.\n";
    let changed = format!("{}{more}", ENGLISH.lines().take(5).collect::<Vec<_>>().join("\n"));
    let several = several(&[ENGLISH, &changed, PERSIAN]);
    for at in [0, 1] {
        assert!(scopes(&several, at).contains(&(FindingKind::Added, Scope::Some)), "{at}");
    }
}

/// A short article in which a word or figure stands.
fn article(lang: &str, word: &str) -> String {
    match lang {
        "ar" => format!(
            "افتتح وزير النقل صباح الاثنين خط السكة الحديدية الجديد في جنوب البلاد.\n\n\
             {word}\n\n\
             وسيبدأ بيع التذاكر في المحطات بعد انتهاء فصل الشتاء.\n"
        ),
        "fa" => format!(
            "وزیر حمل و نقل صبح دوشنبه خط آهن جدید در جنوب کشور را افتتاح کرد.\n\n\
             {word}\n\n\
             فروش بلیت در ایستگاه‌ها پس از پایان فصل زمستان آغاز خواهد شد.\n"
        ),
        _ => format!(
            "The transport minister opened the new railway line in the south of the country on Monday morning.\n\n\
             {word}\n\n\
             The sale of tickets at the stations will begin after the end of winter.\n"
        ),
    }
}

/// No other translation.
const NONE: Vec<usize> = Vec::new();

/// Of each translation that changes something, the others that are said to do the same.
fn told(kind: FindingKind, source: &str, translations: &[(&str, &str)]) -> Vec<Vec<usize>> {
    let read = |text: String| Document::from_text("text", text);
    let translations: Vec<Document> =
        translations.iter().map(|(lang, sentence)| read(article(lang, sentence))).collect();
    let source = read(article("ar", source));
    let several = compare_several(&source, &translations, &Options::default());
    let of = |(at, comparison): (usize, &muqabala::comparison::Comparison)| {
        let findings = comparison.whole_findings().iter().zip(&several.also_in[at]);
        findings
            .filter(|(f, _)| f.kind == kind)
            .map(|(_, others)| others.clone())
            .collect::<Vec<_>>()
    };
    several.comparisons.iter().enumerate().flat_map(of).collect()
}

#[test]
fn other_figures_in_one_place_are_other_changes() {
    let source = "وأصيب في الحادث 45 عاملا نقلوا إلى المستشفى في العاصمة.";
    let english = |number| {
        format!(
            "The accident injured {number} workers, who were taken to the hospital in the capital."
        )
    };
    let persian = "در این حادثه ۵۴ کارگر زخمی شدند که به بیمارستانی در پایتخت منتقل شدند.";
    let [right, first, second] = ["45", "54", "450"].map(english);
    let kind = FindingKind::NumberChanged;
    let texts = [("en", &*first), ("en", &*right), ("en", &*second)];
    assert_eq!(told(kind, source, &texts), [NONE, NONE]);
    let texts = [("en", &*first), ("fa", persian), ("en", &*second)];
    assert_eq!(told(kind, source, &texts), [vec![1], vec![0], NONE]);
}

#[test]
fn other_names_in_one_place_are_other_changes() {
    let source = "ووصل الوفد إلى مصر مساء الأحد لبحث مشروع الميناء.";
    let [jordan, turkey] = ["Jordan", "Turkey"].map(|country| {
        format!(
            "The delegation arrived in {country} on Sunday evening to discuss the port project."
        )
    });
    let persian = "هیأت شامگاه یکشنبه برای بررسی طرح بندر وارد اردن شد.";
    let kind = FindingKind::NameChanged;
    assert_eq!(told(kind, source, &[("en", &*jordan), ("en", &*turkey)]), [NONE, NONE]);
    assert_eq!(told(kind, source, &[("en", &*jordan), ("fa", persian)]), [vec![1], vec![0]]);
}

#[test]
fn other_speakers_of_one_statement_are_other_changes() {
    let source = "وبحسب رويترز، وصلت السفينة إلى الميناء محملة بالقمح.";
    let [afp, bbc] = ["AFP", "the BBC"].map(|outlet| {
        format!("According to {outlet}, the ship arrived at the port loaded with wheat.")
    });
    let persian = "به گزارش خبرگزاری فرانسه، کشتی حامل گندم به بندر رسید.";
    let kind = FindingKind::AttributionChanged;
    assert_eq!(told(kind, source, &[("en", &*afp), ("en", &*bbc)]), [NONE, NONE]);
    assert_eq!(told(kind, source, &[("en", &*afp), ("fa", persian)]), [vec![1], vec![0]]);
}

#[test]
fn the_schema_describes_what_is_written() {
    let validator = validator();
    for texts in [&[PERSIAN, ENGLISH][..], &[OTHER, PERSIAN, ENGLISH], &[SOURCE, OTHER]] {
        let value = written(&several(texts));
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn the_schema_refuses_what_breaks_the_contract() {
    let good = written(&several(&[PERSIAN, ENGLISH]));
    let validator = validator();
    assert!(validator.is_valid(&good));
    for (place, value) in [
        ("/schema", json!("muqabala.comparison/1")),
        ("/source/paragraphs/0/id", json!("t1")),
        ("/translations/0/number", json!(0)),
        ("/translations/0/comparison/verdict/relation", json!("copy")),
        ("/translations/1/findings/0/scope", json!("none")),
        ("/rows/0/source", json!("s1.1")),
        ("/rows/0/translations/0/0", json!("s1.1")),
    ] {
        let mut wrong = good.clone();
        *wrong.pointer_mut(place).expect(place) = value;
        assert!(!validator.is_valid(&wrong), "{place}");
    }
}

/// No sentence of any text is lost between the rows, and none stands in two of them.
#[test]
fn every_unit_stands_in_one_row() {
    for texts in [&[PERSIAN, ENGLISH][..], &[OTHER, PERSIAN]] {
        let several = several(texts);
        let value = written(&several);
        let rows = value["rows"].as_array().expect("rows");
        let ids = |units: &Value| -> Vec<String> {
            let units = units.as_array().expect("units");
            units.iter().map(|id| id.as_str().expect("an id").to_owned()).collect()
        };
        let mut source: Vec<String> = rows.iter().flat_map(|row| ids(&row["source"])).collect();
        let expected = value["source"]["paragraphs"].as_array().expect("paragraphs");
        let expected: usize =
            expected.iter().map(|p| p["sentences"].as_array().expect("sentences").len()).sum();
        assert_eq!(source.len(), expected);
        source.dedup();
        assert_eq!(source.len(), expected);
        for at in 0..texts.len() {
            let mut units: Vec<String> =
                rows.iter().flat_map(|row| ids(&row["translations"][at])).collect();
            let before = units.len();
            units.sort();
            units.dedup();
            assert_eq!(units.len(), before);
            let comparison = &several.comparisons[at];
            let segments = &comparison.segments.translation;
            let expected = if comparison.verdict.relation.is_rendering() {
                segments.sentences.len()
            } else {
                segments.paragraphs.len()
            };
            assert_eq!(units.len(), expected, "{at}");
        }
    }
}

#[test]
fn the_page_has_a_column_for_each_and_no_script() {
    let several = several(&[PERSIAN, ENGLISH]);
    for (ui, only, both) in [
        (Ui::En, "only here", "in all"),
        (Ui::Ar, "هنا وحدها", "في كل الترجمات"),
        (Ui::Fa, "فقط اینجا", "در همهٔ ترجمه‌ها"),
    ] {
        let options = HtmlOptions { ui: Some(ui), ..HtmlOptions::default() };
        let page = render_several(&several, &options);
        assert_eq!(page, render_several(&several, &options));
        assert!(!page.contains("<script") && page.contains("default-src 'none'"));
        assert_eq!(page.matches("role=\"columnheader\"").count(), 3);
        assert!(page.contains("<span class=\"scope only\" title="), "{ui:?}");
        assert!(page.contains(only) && page.contains(both), "{ui:?}");
        for text in [SOURCE, PERSIAN, ENGLISH] {
            for line in text.lines().filter(|line| !line.contains(['1', '5', '7', '۱', '۵', '\'']))
            {
                assert!(page.contains(line.split('.').next().unwrap_or(line)), "{line}");
            }
        }
    }
}

#[test]
fn nothing_of_the_texts_becomes_markup() {
    let bad = PERSIAN.replace("بغداد", "<script>alert(1)</script>");
    let page = render_several(&several(&[&bad, ENGLISH]), &HtmlOptions::default());
    assert!(!page.contains("<script"));
}

#[test]
fn what_is_left_out_is_said() {
    let several = several(&[PERSIAN, ENGLISH]);
    let mut out = Vec::new();
    let text = SeveralText { color: false, max_rows: Some(1) };
    text.write(&several, &mut out).expect("writing to memory");
    let said = String::from_utf8(out).expect("UTF-8");
    assert!(said.contains("3 of 4 rows are not shown (--max-rows 1)"), "{said}");
    let page = render_several(&several, &HtmlOptions { max_rows: 1, ui: Some(Ui::En), list: None });
    assert!(page.contains("from row 2 on"));
}
