//! The outlet that a translation names as its source, against the one that its manifest gives.

use muqabala::comparison::Options;
use muqabala::finding::{Finding, FindingKind, Severity};
use muqabala::{Document, compare};

const SOURCE: &str = "افتتح وزير النقل صباح الاثنين خط السكة الحديدية الجديد في جنوب البلاد.\n\n\
    ويمر القطار بعدة قرى زراعية وسوق قديمة قبل أن يبلغ الساحل.\n\n\
    وسيبدأ بيع التذاكر في المحطات بعد انتهاء فصل الشتاء.\n";

const TRANSLATION: &str = "وزیر حمل و نقل صبح دوشنبه خط آهن جدید در جنوب کشور را افتتاح کرد.\n\n\
    قطار پیش از رسیدن به ساحل از چند روستای کشاورزی و بازاری قدیمی می‌گذرد.\n\n\
    فروش بلیت در ایستگاه‌ها پس از پایان فصل زمستان آغاز خواهد شد.\n";

/// What is said of the outlets where the translation begins with `attribution`.
fn told(attribution: &str, source: Option<&str>, translation: Option<&str>) -> Vec<Finding> {
    told_of(SOURCE, attribution, source, translation)
}

fn told_of(
    text: &str,
    attribution: &str,
    source: Option<&str>,
    translation: Option<&str>,
) -> Vec<Finding> {
    let mut original = Document::from_text("source", text);
    original.meta.outlet = source.map(str::to_owned);
    let mut other = Document::from_text("translation", format!("{attribution}{TRANSLATION}"));
    other.meta.outlet = translation.map(str::to_owned);
    let comparison = compare(&original, &other, &Options::default());
    assert!(comparison.verdict.relation.is_rendering(), "{attribution}");
    let findings = comparison.findings.into_iter();
    findings.filter(|finding| finding.kind == FindingKind::AttributionChanged).collect()
}

#[test]
fn another_outlet_is_told() {
    let found = told("به نقل از المیادین، ", Some("الأخبار"), None);
    let [finding] = &found[..] else { panic!("{found:?}") };
    assert_eq!(finding.severity, Severity::Medium);
    assert_eq!(finding.values.source.as_deref(), Some("الأخبار"));
    assert_eq!(finding.values.translation.as_deref(), Some("المیادین"));
    let span = finding.spans.translation.expect("a place");
    assert_eq!(span.of(&format!("به نقل از المیادین، {TRANSLATION}")), "المیادین");
    assert_eq!(finding.spans.source, None, "the source's outlet stands in the manifest");
}

#[test]
fn the_same_outlet_is_not() {
    for (attribution, outlet) in [
        ("به نقل از الاخبار، ", "الأخبار"),
        ("به گزارش روزنامه لبنانی الاخبار، ", "الأخبار"),
        ("به نقل از الاخبار، ", "Al-Akhbar"),
        ("به گزارش ایسنا به نقل از المیادین، ", "الميادين"),
        ("به گزارش خبرگزاری رویترز، ", "رويترز"),
    ] {
        assert_eq!(told(attribution, Some(outlet), None), [], "{attribution} {outlet}");
    }
}

#[test]
fn without_a_manifest_nothing_is_told() {
    assert_eq!(told("به نقل از المیادین، ", None, None), []);
    assert_eq!(told("", Some("الأخبار"), None), []);
}

#[test]
fn its_own_outlet_is_no_claim() {
    assert_eq!(told("به گزارش ایسنا، ", Some("الأخبار"), Some("ایسنا")), []);
    assert_eq!(told("به گزارش خبرگزاری ایسنا، ", Some("الأخبار"), Some("ایسنا")), []);
}

#[test]
fn an_outlet_that_the_source_passes_on_is_not_told() {
    let passing = format!("{SOURCE}\nونشرت رويترز صورا من الافتتاح.\n");
    assert_eq!(told_of(&passing, "به نقل از رویترز، ", Some("الأخبار"), None), []);
}
