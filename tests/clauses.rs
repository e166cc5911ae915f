//! Half of a sentence that the other text does not have is seen as dropped or added; a sentence that
//! is rendered whole stays whole.

use muqabala::comparison::{Comparison, Options};
use muqabala::finding::FindingKind;
use muqabala::span::Side;
use muqabala::{Document, compare};

const SOURCE: &str = "افتتح وزير النقل المغربي صباح الاثنين خط السكة الحديدية الجديد بين مدينتي الرباط وفاس بحضور السفير الفرنسي.

ويبلغ طول الخط 180 كيلومتراً وتستغرق الرحلة ساعة واحدة، وقالت نقابة العمال إن أجور السائقين لم ترتفع منذ سبع سنوات وطالبت بحوار عاجل مع الحكومة.

وأوضح مدير الشركة أن المشروع كلف 900 مليون دولار، وأن القطارات تعمل بالطاقة الشمسية.

وسيبدأ بيع التذاكر في المحطات يوم الخميس.
";
const BEFORE: &str = "وزیر حمل و نقل مراکش صبح دوشنبه خط آهن جدید میان شهرهای رباط و فاس را با حضور سفیر فرانسه افتتاح کرد.

طول این خط ۱۸۰ کیلومتر است و سفر یک ساعت طول می‌کشد";
const BEHIND: &str = ".

مدیر شرکت توضیح داد که این پروژه ۹۰۰ میلیون دلار هزینه داشته و قطارها با انرژی خورشیدی کار می‌کنند.

فروش بلیت در ایستگاه‌ها روز پنجشنبه آغاز خواهد شد.
";
const CLAUSE: &str = "، و اتحادیه کارگران گفت دستمزد رانندگان هفت سال است بالا نرفته و خواستار گفتگوی فوری با دولت شد";

fn compared(source: &str, translation: &str) -> Comparison {
    let document = |name: &str, text: &str| Document::from_text(name, text);
    compare(&document("source", source), &document("translation", translation), &Options::default())
}

#[test]
fn a_clause_that_is_left_out_is_dropped() {
    let comparison = compared(SOURCE, &[BEFORE, BEHIND].concat());
    let [finding] = &comparison.findings[..] else { panic!("{:?}", comparison.findings) };
    assert_eq!(finding.kind, FindingKind::Dropped);
    let place = finding.spans.source.expect("a place in the source").of(SOURCE);
    assert!(place.starts_with("وقالت نقابة العمال") && place.ends_with("مع الحكومة."), "{place}");
    assert!(finding.probability > 0.5);
}

#[test]
fn a_clause_that_is_put_in_is_added() {
    let comparison = compared(&[BEFORE, BEHIND].concat(), SOURCE);
    let [finding] = &comparison.findings[..] else { panic!("{:?}", comparison.findings) };
    assert_eq!(finding.kind, FindingKind::Added);
    let place = finding.spans.translation.expect("a place in the translation").of(SOURCE);
    assert!(place.starts_with("وقالت نقابة العمال"), "{place}");
}

#[test]
fn a_sentence_that_is_rendered_whole_has_no_finding() {
    let comparison = compared(SOURCE, &[BEFORE, CLAUSE, BEHIND].concat());
    assert_eq!(comparison.findings, []);
}

/// The texts of the links that have `word` in their source.
fn links_with(comparison: &Comparison, word: &str) -> Vec<[String; 2]> {
    let words = |side: Side, units: &[usize]| -> String {
        let text = &comparison.documents[side].text;
        let sentences = units.iter().map(|&at| comparison.segments[side].sentences[at].span);
        sentences.map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
    };
    let sides = comparison.alignment.sentences.iter().map(|link| {
        [words(Side::Source, &link.source), words(Side::Translation, &link.translation)]
    });
    sides.filter(|[source, _]| source.contains(word)).collect()
}

#[test]
fn two_sentences_that_run_together_in_both_texts_are_cut_apart() {
    let source = SOURCE.replace(
        "وسيبدأ بيع",
        "تستغرق الرحلة بين الرباط وفاس ساعة واحدة في القطار السريع يكلف بناء محطة جديدة في مدينة مكناس 40 مليون دولار\n\nوسيبدأ بيع",
    );
    let translation = [BEFORE, CLAUSE, BEHIND].concat().replace(
        "فروش بلیت",
        "سفر میان رباط و فاس با قطار سریع یک ساعت طول می‌کشد ساخت ایستگاهی تازه در شهر مکناس ۴۰ میلیون دلار هزینه دارد\n\nفروش بلیت",
    );
    let comparison = compared(&source, &translation);
    let [[one, other]] = &links_with(&comparison, "مكناس")[..] else { panic!("not one link") };
    assert!(one.starts_with("يكلف بناء") && other.starts_with("ساخت ایستگاهی"), "{one} / {other}");
    assert_eq!(comparison.findings, []);
}

#[test]
fn the_second_half_of_a_split_sentence_belongs_to_its_link() {
    let translation = [BEFORE, CLAUSE, BEHIND]
        .concat()
        .replace(" با حضور سفیر فرانسه افتتاح کرد.", " افتتاح کرد. سفیر فرانسه هم آنجا بود.");
    let comparison = compared(SOURCE, &translation);
    let [[_, other]] = &links_with(&comparison, "السفير")[..] else { panic!("not one link") };
    assert!(other.ends_with("سفیر فرانسه هم آنجا بود."), "{other}");
    assert_eq!(comparison.findings, []);
}
