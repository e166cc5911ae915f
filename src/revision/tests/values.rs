//! Figures, dates and denials inside changed words.

use super::*;

fn is(lang: Lang, old: &str, new: &str, extent: Extent, expected: &[FindingKind]) {
    for (old, new) in [(old, new), (new, old)] {
        let revision = revised(lang, old, new);
        let edits = edits(&revision);
        assert_eq!(revision.extent, extent, "{old} / {new}: {edits:?}");
        assert_eq!(kinds(&revision), expected, "{old} / {new}: {edits:?}");
    }
}

fn values(revision: &Revision) -> Vec<(Option<&str>, Option<&str>)> {
    let findings = revision.comparison.whole_findings().iter();
    findings
        .map(|finding| {
            let values = &finding.values;
            (values.source.as_deref(), values.translation.as_deref())
        })
        .collect()
}

#[test]
fn another_weekday_is_another_date() {
    for (lang, old, new) in [
        (
            Lang::English,
            "The talks begin in Geneva on Tuesday 14 January.",
            "The talks begin in Geneva on Wednesday 14 January.",
        ),
        (
            Lang::English,
            "The talks begin on 14 January 2025 in Geneva.",
            "The talks begin on Tuesday, 14 January 2025 in Geneva.",
        ),
        (
            Lang::English,
            "The talks begin on Tuesday, January 14 in Geneva.",
            "The talks begin on Wednesday, January 14 in Geneva.",
        ),
        (
            Lang::Arabic,
            "تبدأ المحادثات في جنيف يوم الثلاثاء 14 يناير بحضور الوزراء",
            "تبدأ المحادثات في جنيف يوم الأربعاء 14 يناير بحضور الوزراء",
        ),
        (
            Lang::Persian,
            "گفت‌وگوها روز سه‌شنبه ۲۴ دی در ژنو آغاز می‌شود",
            "گفت‌وگوها روز چهارشنبه ۲۴ دی در ژنو آغاز می‌شود",
        ),
        (
            Lang::Persian,
            "گفت‌وگوها روز ۲۴ دی در ژنو آغاز می‌شود",
            "گفت‌وگوها روز سه‌شنبه ۲۴ دی در ژنو آغاز می‌شود",
        ),
    ] {
        is(lang, old, new, Extent::Revised, &[FindingKind::DateChanged]);
    }
    let revision = revised(
        Lang::English,
        "It begins on Tuesday 14 January 2025 in Geneva.",
        "It begins on 14 February 2025 in Geneva.",
    );
    let expected = (Some("Tuesday 14 January 2025"), Some("14 February 2025"));
    assert_eq!(values(&revision), [expected]);
}

#[test]
fn a_sign_of_a_figure_is_a_part_of_it() {
    for (lang, old, new) in [
        (Lang::English, "The town paid $5 million for it.", "The town paid €5 million for it."),
        (Lang::English, "The town paid $5 million for it.", "The town paid 5 million for it."),
        (Lang::English, "The town paid ¥5 million for it.", "The town paid ₹5 million for it."),
        (Lang::English, "The town paid 5 € for it.", "The town paid 5 £ for it."),
        (Lang::English, "The town paid $5 in May.", "The town paid 5 in May."),
        (Lang::English, "It was 30° at noon in the shade.", "It was 30 at noon in the shade."),
        (Lang::English, "Some 45% of the voters came.", "Some 45 of the voters came."),
        (Lang::English, "It fell to -5 degrees at night.", "It fell to 5 degrees at night."),
        (Lang::English, "It fell to −5 degrees at night.", "It fell to 5 degrees at night."),
        (Lang::English, "It fell to (-5) degrees at night.", "It fell to (5) degrees at night."),
        (Lang::English, "-5 degrees were measured.", "5 degrees were measured."),
        (Lang::English, "The loss was -$5 this year.", "The loss was $5 this year."),
        (Lang::Arabic, "شارك 45% من الناخبين في الاقتراع", "شارك 45 من الناخبين في الاقتراع"),
        (Lang::Persian, "حدود ۴۵٪ رای‌دهندگان آمدند", "حدود ۴۵ رای‌دهندگان آمدند"),
        (Lang::Unknown, "Der Preis stieg um 45% im Jahr.", "Der Preis stieg um 45 im Jahr."),
    ] {
        is(lang, old, new, Extent::Revised, &[FindingKind::NumberChanged]);
    }
    let revision = revised(Lang::English, "It paid $5 million.", "It paid €5 million.");
    assert_eq!(edits(&revision), ["-$+€"]);
    assert_eq!(values(&revision), [(Some("$5 million"), Some("€5 million"))]);
    let revision = revised(Lang::English, "It costs $5-6 million.", "It costs €5-6 million.");
    assert_eq!(values(&revision)[0], (Some("$5"), Some("€5")));
}

#[test]
fn a_mark_that_is_no_sign_is_a_mark() {
    for (lang, old, new) in [
        (
            Lang::English,
            "The well-known man came in May - or so.",
            "The well known man came in May – or so.",
        ),
        (Lang::English, "Some 45% of the voters came.", "Some 45 per cent of the voters came."),
        (Lang::English, "Some 45% of the voters came.", "Some 45٪ of the voters came."),
        (Lang::English, "It fell to -5 degrees.", "It fell to minus 5 degrees."),
        (Lang::English, "It fell to -5 degrees.", "It fell to −5 degrees."),
        (Lang::English, "It fell to -5 degrees.", "It fell to –5 degrees."),
        (
            Lang::English,
            "He said - and left - that it was so.",
            "He said, and left, that it was so.",
        ),
    ] {
        is(lang, old, new, Extent::Spelling, &[]);
    }
    // The word for the sign: other words, and the same money.
    for (old, new) in [
        ("It paid $5 million.", "It paid 5 million dollars."),
        ("It paid £5.", "It paid 5 pounds."),
    ] {
        is(Lang::English, old, new, Extent::Revised, &[]);
    }
}

#[test]
fn spellings_of_one_number_are_spelling() {
    for (lang, old, new) in [
        (Lang::English, "It was the third fire of the year.", "It was the 3rd fire of the year."),
        (Lang::English, "The twenty-first man came.", "The 21st man came."),
        (Lang::English, "Only one man came.", "Only 1 man came."),
        (Lang::English, "Some 1 200 men came.", "Some 1200 men came."),
        (Lang::English, "Some 1 200 men came.", "Some 1,200 men came."),
        (Lang::English, "Some 1 234 567 men came.", "Some 1234567 men came."),
        (Lang::English, "Some 1\u{a0}200 men came.", "Some 1200 men came."),
        (Lang::Arabic, "وصل 1 200 شخص إلى المدينة", "وصل 1200 شخص إلى المدينة"),
        (Lang::Persian, "طبقه سوم ساختمان سوخت", "طبقه ۳ ساختمان سوخت"),
        (Lang::Unknown, "Es kamen 1 200 Gäste am Abend.", "Es kamen 1200 Gäste am Abend."),
    ] {
        is(lang, old, new, Extent::Spelling, &[]);
    }
    let revision = revised(Lang::English, "The third floor burnt.", "The 3rd storey burnt.");
    assert_eq!(edits(&revision), ["~third~3rd", "-floor+storey"]);
    assert_eq!(kinds(&revision), []);
    let number = &[FindingKind::NumberChanged];
    is(Lang::English, "Some 20 000 men came.", "Some 20 men came.", Extent::Revised, number);
}

#[test]
fn every_denial_that_went_is_told() {
    use FindingKind::PolarityChanged;
    for (lang, old, new) in [
        (
            Lang::English,
            "The envoy did not go to the capital and did not meet the president.",
            "The envoy did go to the capital and did meet the president.",
        ),
        (
            Lang::Persian,
            "فرستاده به پایتخت نرفت و با رئیس‌جمهور دیدار نکرد",
            "فرستاده به پایتخت رفت و با رئیس‌جمهور دیدار کرد",
        ),
        (
            Lang::Arabic,
            "لم يذهب المبعوث إلى العاصمة ولم يجتمع مع الرئيس في القصر",
            "ذهب المبعوث إلى العاصمة واجتمع مع الرئيس في القصر",
        ),
    ] {
        is(lang, old, new, Extent::Revised, &[PolarityChanged, PolarityChanged]);
    }
    // One went, one moved.
    is(
        Lang::English,
        "The ministry did not, it said, confirm the report, and the army did not deny it.",
        "The ministry, it said, did not confirm the report, and the army did deny it.",
        Extent::Revised,
        &[PolarityChanged],
    );
}
