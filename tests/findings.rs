//! A table of short sentence pairs, each with the findings that a reviewer would write down; those
//! without one are traps, on which the program must stay silent.
//!
//! `tests/gold/findings/`, one file for each kind: language of the source, of the translation,
//! sentence, its rendering, and the findings, split by semicolons: a kind (with `~` in front where
//! it must be of low severity, `?` where it may be uncertain), then, where the kind has values, the words of the source and of the
//! translation with `→` between them, of which one may be empty. Each is met by one finding. `¶` begins a paragraph. Each pair of sentences is put in the
//! middle of the same short article, and what is found there must be just this.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use muqabala::comparison::{Comparison, Options};
use muqabala::finding::{CERTAIN_FROM, Finding, FindingKind, Severity};
use muqabala::output::html::{HtmlOptions, Ui};
use muqabala::output::{Html, Json, Summary, Writer};
use muqabala::span::{Pair, Side, Span};
use muqabala::{Document, compare};

/// Pairs of sentences in each file, at least.
const LEAST: usize = 15;

/// The article around a sentence, in one language: before it and behind it.
fn frame(lang: &str) -> [&'static str; 2] {
    match lang {
        "ar" => [
            "افتتح وزير النقل صباح الاثنين خط السكة الحديدية الجديد في جنوب البلاد.\n\n\
             ويمر القطار بعدة قرى زراعية وسوق قديمة قبل أن يبلغ الساحل.",
            "وأوضح مدير الشركة أن القطارات تعمل بالطاقة الشمسية وأن المحطات بنيت من الحجر المحلي.\n\n\
             وسيبدأ بيع التذاكر في المحطات بعد انتهاء فصل الشتاء.",
        ],
        "fa" => [
            "وزیر حمل و نقل صبح دوشنبه خط آهن جدید در جنوب کشور را افتتاح کرد.\n\n\
             قطار پیش از رسیدن به ساحل از چند روستای کشاورزی و بازاری قدیمی می‌گذرد.",
            "مدیر شرکت توضیح داد که قطارها با انرژی خورشیدی کار می‌کنند و ایستگاه‌ها از سنگ محلی ساخته شده‌اند.\n\n\
             فروش بلیت در ایستگاه‌ها پس از پایان فصل زمستان آغاز خواهد شد.",
        ],
        "en" => [
            "The transport minister opened the new railway line in the south of the country on Monday morning.\n\n\
             The train passes several farming villages and an old market before it reaches the coast.",
            "The director of the company explained that the trains run on solar energy and that the stations were built of local stone.\n\n\
             The sale of tickets at the stations will begin after the end of winter.",
        ],
        _ => panic!("no article in {lang:?}"),
    }
}

/// A line of the table.
struct Case {
    file: String,
    place: String,
    langs: Pair<String>,
    sentences: Pair<String>,
    expected: Vec<String>,
}

fn table() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/findings");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the table")
        .map(|file| file.expect("a file").path())
        .collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("text");
        let lines = text.lines().enumerate();
        for (at, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let place = format!("{name}.tsv:{}", at + 1);
            let fields: Vec<&str> = line.split('\t').collect();
            let &[from, to, source, translation, expected] = &fields[..] else {
                panic!("{place}: {} fields, not 5", fields.len());
            };
            let expected = expected.split(';').map(str::trim).filter(|e| !e.is_empty());
            cases.push(Case {
                file: name.clone(),
                place,
                langs: Pair::new(from.to_owned(), to.to_owned()),
                sentences: Pair::new(source.to_owned(), translation.to_owned()),
                expected: expected.map(str::to_owned).collect(),
            });
        }
    }
    cases
}

/// The article with the sentence in it, and where that stands.
fn article(lang: &str, sentence: &str) -> (String, Span) {
    let [before, behind] = frame(lang);
    let start = before.len() + 2;
    let sentence = sentence.replace(" ¶ ", "\n\n");
    (format!("{before}\n\n{sentence}\n\n{behind}\n"), Span::new(start, start + sentence.len()))
}

/// A Persian article with these sentences in it, and an Arabic one with those, compared.
fn compared(persian: &str, arabic: &str) -> Comparison {
    let text =
        |lang: &str, sentences| Document::from_text("-", article(lang, sentences).0.as_str());
    compare(&text("fa", persian), &text("ar", arabic), &Options::default())
}

/// A finding as the table writes it.
fn written(finding: &Finding) -> String {
    let mark = match (finding.is_uncertain(), finding.severity) {
        (true, _) => "?",
        (false, Severity::Low) => "~",
        (false, _) => "",
    };
    let value = |side: Side| finding.values[side].as_deref().unwrap_or("");
    let values = match (value(Side::Source), value(Side::Translation)) {
        ("", "") => String::new(),
        (source, translation) => format!(" {}", format!("{source} → {translation}").trim()),
    };
    format!("{mark}{}{values}", finding.kind.name())
}

/// Whether a finding is what the table says; one that names only the kind is met by any values.
fn is_met(expected: &str, found: &str) -> bool {
    let kind = |finding: &str| finding.split(' ').next().unwrap_or("").to_owned();
    if let Some(doubtful) = expected.strip_prefix('?') {
        return is_met(doubtful, found.trim_start_matches('?'));
    }
    expected == found || (!expected.contains(' ') && kind(found) == expected)
}

#[test]
fn findings_are_those_of_a_reviewer() {
    let mut wrong = Vec::new();
    for case in table() {
        let articles = Pair::new(
            article(&case.langs.source, &case.sentences.source),
            article(&case.langs.translation, &case.sentences.translation),
        );
        let documents = articles.as_ref().map(|(text, _)| Document::from_text("-", text.as_str()));
        let comparison = compare(&documents.source, &documents.translation, &Options::default());
        if !comparison.verdict.relation.is_rendering() {
            wrong.push(format!("{}: {:?}", case.place, comparison.verdict.relation));
            continue;
        }
        let is_here = |finding: &&Finding| {
            Side::BOTH
                .iter()
                .any(|&side| finding.spans[side].is_some_and(|s| s.overlaps(articles[side].1)))
        };
        let found: Vec<String> = comparison
            .findings
            .iter()
            .filter(|f| f.part_of.is_none() && is_here(f))
            .map(written)
            .collect();
        let mut more = found;
        for expected in &case.expected {
            match more.iter().position(|found| is_met(expected, found)) {
                Some(at) => drop(more.remove(at)),
                None => wrong.push(format!("{}: missed: {expected}", case.place)),
            }
        }
        wrong.extend(more.iter().map(|found| format!("{}: false: {found}", case.place)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn about_half_of_each_file_are_traps() {
    let mut files: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for case in table() {
        for expected in &case.expected {
            let kind = expected.trim_start_matches(['~', '?']).split(' ').next().unwrap_or("");
            let is_known = FindingKind::ALL.iter().any(|known| known.name() == kind);
            assert!(is_known, "{}: no kind {kind:?}", case.place);
        }
        let is_trap = !case.expected.iter().any(|expected| expected.contains(&case.file));
        let (all, traps) = files.entry(case.file).or_default();
        *all += 1;
        *traps += usize::from(is_trap);
    }
    for (file, (all, traps)) in files {
        assert!(all >= LEAST, "{file}: {all} pairs of sentences");
        assert!((all * 2..=all * 3).contains(&(traps * 5)), "{file}: {traps} traps among {all}");
    }
}

/// A reader can weigh one word only by the others that the texts use.
#[test]
fn a_changed_label_comes_with_what_the_texts_say_elsewhere() {
    let comparison = compared(
        "سه معترض در نزدیکی میدان بازداشت شدند. ¶ معترضان چراغ‌ها را خاموش کردند. ¶ معترضان به خانه بازگشتند.",
        "اعتقل ثلاثة مشاغبين قرب الميدان. ¶ أطفأ المحتجون المصابيح. ¶ عاد المتظاهرون إلى بيوتهم.",
    );
    let changed =
        comparison.findings.iter().find(|f| f.kind == FindingKind::LabelChanged).expect("a label");
    let called = |side: Side| -> Vec<(&str, usize)> {
        changed.elsewhere[side].iter().map(|called| (called.form.as_str(), called.times)).collect()
    };
    assert_eq!(called(Side::Source), [("معترضان", 2)]);
    assert_eq!(called(Side::Translation), [("محتجون", 1), ("متظاهرون", 1)]);
    assert_eq!(changed.severity, Severity::Medium);
    assert!(
        changed.message.starts_with("“معترض” is rendered as “مشاغبين”; elsewhere in the source: "),
        "{}",
        changed.message
    );
    let mut page = Vec::new();
    Html(HtmlOptions { ui: Some(Ui::Fa), ..HtmlOptions::default() })
        .write(&comparison, &mut page)
        .expect("a page");
    let page = String::from_utf8(page).expect("text");
    assert!(page.contains("در جاهای دیگر متن:"), "the caption counts");
    let mut json = Vec::new();
    Json.write(&comparison, &mut json).expect("a contract");
    let json = String::from_utf8(json).expect("text");
    assert!(json.contains("\"form\": \"معترضان\",\n            \"times\": 2"), "{json}");
}

#[test]
fn a_label_that_changes_again_is_a_part_of_the_first_change() {
    let comparison = compared(
        "معترضان در نزدیکی میدان بازداشت شدند. ¶ معترضان چراغ‌ها را خاموش کردند. ¶ معترضان به خانه بازگشتند.",
        "اعتقل مشاغبون قرب الميدان. ¶ أطفأ المشاغبون المصابيح. ¶ عاد المشاغبون إلى بيوتهم.",
    );
    let labels: Vec<_> =
        comparison.findings.iter().filter(|f| f.kind == FindingKind::LabelChanged).collect();
    assert_eq!(labels.len(), 3, "{labels:?}");
    assert_eq!(labels[0].part_of, None);
    assert!(labels[0].message.ends_with(" So it is in 2 more places."), "{}", labels[0].message);
    for (label, before) in labels[1..].iter().zip(&labels) {
        assert_eq!(label.part_of.as_ref(), Some(&labels[0].id), "{label:?}");
        assert!(label.spans.source > before.spans.source, "each place has its own words");
    }
}

#[test]
fn each_kind_that_is_found_has_its_file() {
    let files: Vec<String> = table().into_iter().map(|case| case.file).collect();
    for kind in FindingKind::ALL.into_iter() {
        assert!(files.iter().any(|file| file == kind.name()), "{}.tsv is missing", kind.name());
    }
}

#[test]
fn what_is_uncertain_is_not_counted() {
    let text =
        |lang: &str, sentence: &str| Document::from_text("-", article(lang, sentence).0.as_str());
    let doubtful = |case: &Case| case.expected.iter().any(|e| e.starts_with('?'));
    let comparison = (table().iter().filter(|case| doubtful(case)))
        .map(|case| {
            let source = text(&case.langs.source, &case.sentences.source);
            let translation = text(&case.langs.translation, &case.sentences.translation);
            compare(&source, &translation, &Options::default())
        })
        .find(|comparison| !comparison.uncertain_findings().is_empty())
        .expect("a pair with an uncertain finding");
    let uncertain = comparison.uncertain_findings();
    assert!(!uncertain.is_empty() && uncertain.iter().all(|f| f.probability < CERTAIN_FROM));
    assert!(comparison.whole_findings().iter().all(|f| f.probability >= CERTAIN_FROM));
    let mut json = Vec::new();
    Json.write(&comparison, &mut json).expect("writing to memory");
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    let marked = |finding: &&serde_json::Value| finding["uncertain"] == true;
    let marked = json["findings"].as_array().expect("findings").iter().filter(marked).count();
    assert_eq!(marked, uncertain.len());
    let mut summary = Vec::new();
    Summary::default().write(&comparison, &mut summary).expect("writing to memory");
    let summary = String::from_utf8(summary).expect("text");
    assert!(summary.contains(&format!("uncertain {} more", uncertain.len())), "{summary}");
}
