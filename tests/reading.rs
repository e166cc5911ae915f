//! Reading and cutting whole documents.
//!
//! The measurements read `../shared/eval` beside the repository. Where it is absent they are
//! skipped, except under `CI=true`, where they fail.

use std::fs;
use std::path::{Path, PathBuf};

use muqabala::Error;
use muqabala::detect::detect;
use muqabala::document::Document;
use muqabala::import::ReadOptions;
use muqabala::lang::Lang;
use muqabala::segment::{AsideKind, Role, SegmentOptions, Segments, segment};
use muqabala::span::Span;
use proptest::prelude::*;

fn cut(text: &str) -> (Document, Segments) {
    let document = Document::from_text("test", text);
    let segments = segment(&document, &SegmentOptions::new());
    (document, segments)
}

fn roles(text: &str) -> Vec<Role> {
    cut(text).1.paragraphs.iter().map(|paragraph| paragraph.role).collect()
}

const BODY_AR: &str =
    "وصل الوفد إلى المدينة صباح أمس، والتقى عددا من المسؤولين قبل أن يغادر في المساء.";
const BODY_FA: &str =
    "هیأت اعزامی صبح دیروز به شهر رسید و پیش از آنکه شب بازگردد با چند مسئول دیدار کرد.";

#[test]
fn roles_of_an_arabic_page() {
    use Role::{Attribution, Body, Byline, Furniture, Headline};
    let page = format!(
        "أخبار عاجلة\nسفينة شحن قرب ميناء عدن\n\nالوفد يغادر المدينة بعد يوم\n\nتقرير سامي حداد\n\n\
         {BODY_AR}\n\nلقاءات المساء\n\n{BODY_AR}\n\nالمصدر: النهار\n\nNext Post\n\n\
         قد يعجبك أيضاً\n\nافتتاح معرض الكتاب في صنعاء\n\n12 تعليقاً\n"
    );
    let found = roles(&page);
    assert_eq!(
        found[..9],
        [Furniture, Furniture, Headline, Byline, Body, Headline, Body, Attribution, Furniture]
    );
    assert_eq!(found[9..11], [Furniture, Furniture]);
}

#[test]
fn roles_of_a_persian_page() {
    use Role::{Attribution, Body, Furniture, Headline};
    let page = format!(
        "کد خبر: ۹۱۲۳۴\n\nتاریخ انتشار: ۱۲ آبان ۱۳۹۶ - ۱۴:۳۰\n\nهیأت شهر را ترک کرد\n\n\
         {BODY_FA}\n\n{BODY_FA}\n\nانتهای پیام/\n\nمنبع: ایسنا\n\nبرچسب‌ها: شهر، هیأت، سفر\n\n\
         بیشتر بخوانید:\nنمایشگاه کتاب گشایش یافت\nبارش باران در شمال\n"
    );
    let expected = [
        Furniture,
        Furniture,
        Headline,
        Body,
        Body,
        Furniture,
        Attribution,
        Furniture,
        Furniture,
        Furniture,
        Furniture,
    ];
    assert_eq!(roles(&page), expected);
}

#[test]
fn roles_of_an_english_page() {
    use Role::{Body, Byline, Furniture, Headline};
    let body = "The delegation reached the town in the morning and left before night fell.";
    let page = format!(
        "Middle East\n\nDelegation leaves after a day\n\nBy Jane Doe\n\nPublished: 3 Nov 2017, 14:30 GMT\n\n\
         A market in the old town. Photo: John Roe / Reuters\n\n{body}\n\nShare Tweet Email\n\n{body}\n\nRead more\n"
    );
    let found = roles(&page);
    assert_eq!(found[..4], [Furniture, Headline, Byline, Furniture]);
    assert_eq!(found[5..], [Body, Furniture, Body, Furniture]);
}

#[test]
fn invitations_and_dated_names_are_of_the_page() {
    let page = format!(
        "عنوان الخبر الأول\n\nصوت النهر - ٣ يناير ٢٠٢٦\n\n{BODY_AR}\n\n{BODY_AR}\n\n\
         للحصول على أخبارنا كل صباح اضغط هنا\n\nاشترك في نشرتنا الأسبوعية\n"
    );
    use Role::{Body, Furniture, Headline};
    assert_eq!(roles(&page), [Headline, Furniture, Body, Body, Furniture, Furniture]);
    let text = format!(
        "عنوان الخبر الأول\n\n{BODY_AR}\n\nانتهت المحادثات - للمرة الثانية - في 3 يناير 2026.\n\n\
         اشترك في المعارك 300 مقاتل\n\n{BODY_AR}"
    );
    assert!(roles(&text).iter().all(|role| role.is_content()), "{:?}", roles(&text));
}

#[test]
fn short_sentences_stay_text() {
    let text = format!(
        "الوفد يغادر المدينة\n\n{BODY_AR}\n\nلا تعليق من الحكومة.\n\nقال المصدر: لا نعرف شيئا.\n\n\
         كتب سامي رسالة إلى أخيه.\n\nالصورة لم تكتمل بعد.\n\nعاد في الساعة 10 مساء.\n\n{BODY_AR}"
    );
    assert!(roles(&text)[1..].iter().all(|&role| role == Role::Body), "{:?}", roles(&text));
}

#[test]
fn a_sentence_starts_behind_its_aside() {
    let text = format!("هیأت رفت\n\nبه گزارش «تابناک» به نقل از النهار؛ {BODY_FA}");
    let (document, segments) = cut(&text);
    assert_eq!(segments.sentences.last().map(|s| s.span.of(&document.text)), Some(BODY_FA));
    assert_eq!(segments.asides[0].kind, AsideKind::Attribution);
    assert_eq!(segments.asides[0].paragraph, 1);
    assert_eq!(roles(&format!("بيروت/عمان (رويترز)\n{BODY_AR}\n{BODY_AR}"))[0], Role::Attribution);
}

#[test]
fn segmented_text_keeps_its_sentences() {
    let options = ReadOptions::new().segmented(true);
    let text = "د. سامي وصل. ثم غادر.\nجملة ثانية.\n\nجملة ثالثة.\n";
    let document = Document::from_bytes("-", text.as_bytes(), &options).expect("reads");
    let segments = segment(&document, &SegmentOptions::new().segmented(true));
    assert_eq!((segments.paragraphs.len(), segments.sentences.len()), (2, 3));
}

#[test]
fn unusable_inputs_are_named() {
    let refuse = |bytes: &[u8]| {
        Document::from_bytes("news.txt", bytes, &ReadOptions::new())
            .expect_err("refused")
            .to_string()
    };
    assert!(refuse(b"").contains("news.txt: is empty"));
    assert!(refuse(b" \n\t ").contains("white space"));
    assert!(refuse(b"%PDF-1.4 \x00").contains("PDF"));
    assert!(refuse(b"text \x00\x01\x02 more \x00").contains("U+0000"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read =
        |path: &Path, options: &ReadOptions| Document::read(path, options).expect_err("refused");
    assert!(read(&folder, &ReadOptions::new()).to_string().contains("is a directory"));
    let missing = folder.join("no such file.txt");
    assert!(matches!(read(&missing, &ReadOptions::new()), Error::Read { .. }));
    let small = ReadOptions::new().max_size(10);
    assert!(read(&folder.join("lib.rs"), &small).to_string().contains("limit of 10 bytes"));
}

#[test]
fn a_web_page_is_read_with_a_note() {
    let page = b"<!DOCTYPE html><html><p>The news of the day is here.</p></html>";
    let document = Document::from_bytes("-", page, &ReadOptions::new()).expect("reads");
    assert_eq!(document.reading.notes.len(), 1);
}

fn check(document: &Document, segments: &Segments) -> Result<(), TestCaseError> {
    let text = document.text.as_str();
    let mut units: Vec<Span> = segments.sentences.iter().map(|sentence| sentence.span).collect();
    units.extend(segments.asides.iter().map(|aside| aside.span));
    units.sort();
    let mut rebuilt = String::new();
    let mut last = 0;
    for unit in units {
        prop_assert!(unit.start >= last && !unit.of(text).is_empty());
        let gap = &text[last..unit.start];
        prop_assert!(!gap.chars().any(char::is_alphanumeric), "{gap:?}");
        rebuilt.push_str(gap);
        rebuilt.push_str(unit.of(text));
        last = unit.end;
    }
    prop_assert!(!text[last..].chars().any(char::is_alphanumeric));
    rebuilt.push_str(&text[last..]);
    prop_assert_eq!(rebuilt.as_str(), text);
    let mut expected = 0;
    for (index, paragraph) in segments.paragraphs.iter().enumerate() {
        prop_assert_eq!(paragraph.sentences.start, expected);
        expected = paragraph.sentences.end;
        for sentence in &segments.sentences[paragraph.sentences.clone()] {
            prop_assert!(paragraph.span.contains(sentence.span));
            prop_assert_eq!(sentence.paragraph, index);
            for token in &segments.tokens[sentence.tokens.clone()] {
                prop_assert!(sentence.span.contains(token.span));
            }
        }
    }
    prop_assert_eq!(expected, segments.sentences.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn units_and_gaps_are_the_text(
        text in "(\\PC|[a-zA-Z ا-ی.؟!«»\"()،؛:/–…\\n\\r\\u{200c}]|به گزارش |رويترز|\\(رويترز\\) – |\\n\\n|Read more|نقلا عن ){0,80}"
    ) {
        let (document, segments) = cut(&text);
        check(&document, &segments)?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..200),
            proptest::collection::vec(prop_oneof![0x20_u8..0x7f, 0xc0_u8..=0xff, Just(b'\n')], 0..300),
        ],
    ) {
        if let Ok(document) = Document::from_bytes("bytes", &bytes, &ReadOptions::new()) {
            check(&document, &segment(&document, &SegmentOptions::new()))?;
        }
    }
}

/// The folder of one measuring set; none where it is absent and may be.
fn pairs(set: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/pairs").join(set);
    let required = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(folder.is_dir() || !required, "help: {} is needed under CI", folder.display());
    folder.is_dir().then_some(folder)
}

#[derive(Default)]
struct Measure {
    gold: usize,
    ours: usize,
    both: usize,
    files: usize,
    right_files: usize,
    right_sentences: usize,
    furniture: usize,
    missed: usize,
    lost: usize,
}

fn measure(set: &str, side: &str) -> Option<(Measure, Measure)> {
    let folder = pairs(set)?;
    let (extension, field) = if side == "source" { ("src", 0) } else { ("tgt", 1) };
    let tag = set.split('.').nth(1)?.split('-').nth(field)?;
    let expected = Lang::from_tag(tag)?;
    let mut faithful = Measure::default();
    let mut edited = Measure::default();
    let mut names: Vec<PathBuf> =
        fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    names.sort();
    for path in names.iter().filter(|path| path.to_string_lossy().ends_with(".gold.json")) {
        let name = path.to_string_lossy().replace(".gold.json", "");
        if name.contains(".unrelated.") || name.contains(".edited.") {
            continue;
        }
        let is_faithful = name.contains(".faithful.");
        let total = if is_faithful { &mut faithful } else { &mut edited };
        let gold: serde_json::Value =
            serde_json::from_slice(&fs::read(path).ok()?).expect("gold is JSON");
        let document =
            Document::read(Path::new(&format!("{name}.{extension}.txt")), &ReadOptions::new())
                .expect("reads");
        let segments = segment(&document, &SegmentOptions::new());
        let ours: Vec<usize> =
            segments.sentences.iter().map(|sentence| sentence.span.end).collect();
        let mut ends = Vec::new();
        for sentence in gold[side]["sentences"].as_array().expect("sentences") {
            let at = |key: &str| usize::try_from(sentence[key].as_u64().unwrap_or(0)).unwrap_or(0);
            let span = Span::new(at("start"), at("end"));
            ends.push(span.end);
            total.right_sentences += usize::from(detect(span.of(&document.text)) == expected);
            let role = segments.paragraphs.iter().find(|p| p.span.overlaps(span)).map(|p| p.role);
            let content = role.is_some_and(Role::is_content);
            let is_furniture = sentence["tag"] == "furniture";
            total.furniture += usize::from(is_furniture);
            total.missed += usize::from(is_furniture && content);
            total.lost += usize::from(!is_furniture && !content);
        }
        total.gold += ends.len();
        total.ours += ours.len();
        total.both += ours.iter().filter(|end| ends.contains(end)).count();
        total.files += 1;
        total.right_files += usize::from(document.lang == expected);
    }
    Some((faithful, edited))
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[test]
fn sentences_languages_and_roles_meet_the_measure() {
    for set in ["ntrex.ar-fa", "ntrex.en-fa", "tico.ar-fa", "ntrex.ar-prs", "ntrex.en-ar"] {
        for side in ["source", "translation"] {
            let Some((faithful, edited)) = measure(set, side) else { return };
            for (level, m) in [("faithful", &faithful), ("transedited", &edited)] {
                println!(
                    "{set} {side} {level}: found {:.3}, right {:.3}; language of files {:.3}, of \
                     sentences {:.3}; furniture missed {} of {}, text lost {} of {}",
                    share(m.both, m.gold),
                    share(m.both, m.ours),
                    share(m.right_files, m.files),
                    share(m.right_sentences, m.gold),
                    m.missed,
                    m.furniture,
                    m.lost,
                    m.gold
                );
            }
            assert!(share(faithful.both, faithful.gold) > 0.9, "help: gold ends not found");
            assert!(share(faithful.both, faithful.ours) > 0.85, "help: ends that gold has not");
            assert_eq!(faithful.right_files, faithful.files, "help: language of whole files");
            assert!(share(faithful.right_sentences, faithful.gold) > 0.97);
            assert!(share(edited.missed, edited.furniture) < 0.05);
            assert!(share(edited.lost, edited.gold) < 0.005);
        }
    }
}
