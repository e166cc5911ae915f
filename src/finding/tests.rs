//! Changes and traps inside one linked pair of sentences.

use super::*;
use crate::concept;
use crate::concept::UserWords;
use crate::document::{Block, Meta, Reading};
use crate::lang::Lang;
use crate::progress::unwatched;
use crate::segment::{SegmentOptions, segment};

use FindingKind::{DateChanged, NameAdded, NameChanged, NameDropped, NumberChanged};

fn document(lang: Lang, sentences: &[&str]) -> Document {
    let text = sentences.join("\n\n");
    let mut at = 0;
    let blocks = sentences.iter().map(|sentence| {
        let span = Span::new(at, at + sentence.len());
        at = span.end + 2;
        Block { span }
    });
    Document {
        name: "-".to_owned(),
        sha256: String::new(),
        lang,
        blocks: blocks.collect(),
        text,
        meta: Meta::default(),
        reading: Reading::default(),
    }
}

/// What is found where each sentence renders that of the same number.
fn findings_in(
    source: (Lang, &[&str]),
    translation: (Lang, &[&str]),
    probability: f64,
) -> Vec<Finding> {
    let documents = Pair::new(document(source.0, source.1), document(translation.0, translation.1));
    let options = SegmentOptions::new().segmented(true);
    let segments = documents.as_ref().map(|document| segment(document, &options));
    let count = segments.source.sentences.len().min(segments.translation.sentences.len());
    let links: Vec<(usize, usize)> = (0..count).map(|at| (at, at)).collect();
    findings_of(&documents, &segments, &links, probability)
}

/// What is found where these sentences render each other.
fn findings_of(
    documents: &Pair<Document>,
    segments: &Pair<Segments>,
    links: &[(usize, usize)],
    probability: f64,
) -> Vec<Finding> {
    findings_with(documents, segments, links, probability, &[])
}

/// The same where some of the links are out of order.
fn findings_with(
    documents: &Pair<Document>,
    segments: &Pair<Segments>,
    links: &[(usize, usize)],
    probability: f64,
    moved: &[usize],
) -> Vec<Finding> {
    let mentions = Pair::new(
        concept::mentions(&documents.source, &segments.source, &UserWords::default()),
        concept::mentions(&documents.translation, &segments.translation, &UserWords::default()),
    );
    let link = |(at, &(source, translation)): (usize, &(usize, usize))| Link {
        source: vec![source],
        translation: vec![translation],
        kind: LinkKind::Translation,
        probability,
        belief: probability,
        moved: moved.contains(&at),
        evidence: Vec::new(),
        by: crate::align::By::Machine,
    };
    let alignment = Alignment {
        sentences: links.iter().enumerate().map(link).collect(),
        ..Alignment::default()
    };
    let context = Context {
        documents: documents.as_ref(),
        segments,
        mentions: &mentions,
        alignment: &alignment,
        words: &UserWords::default(),
        labels: &Labels::default(),
        named: named(&mentions),
    };
    unwatched(|watch| findings(&context, Relation::Translation, watch))
}

#[test]
fn a_part_of_a_sentence_is_called_one() {
    let source = document(
        Lang::Arabic,
        &["عاد الوفد مساء وزار السوق القديم ظهرا. انتهت الزيارة. غادر الوفد."],
    );
    let translation = document(Lang::Persian, &["هیئت بازگشت. بازدید پایان یافت. هیئت رفت."]);
    let documents = Pair::new(source, translation);
    let mut segments = documents.as_ref().map(|document| segment(document, &SegmentOptions::new()));
    let message = |segments: &Pair<Segments>, links: &[(usize, usize)]| {
        let findings = findings_of(&documents, segments, links, 0.9);
        let dropped = findings.iter().find(|finding| finding.kind == FindingKind::Dropped);
        dropped.map(|finding| finding.message.clone()).unwrap_or_default()
    };
    let sentence = "This sentence has no counterpart in the translation.";
    assert_eq!(message(&segments, &[(1, 1), (2, 2)]), sentence);
    segments.source.cut_before(&documents.source.text, &[3]);
    assert_eq!(message(&segments, &[(2, 1), (3, 2)]), sentence, "both of its parts");
    let part = "This part of a sentence has no counterpart in the translation.";
    assert_eq!(message(&segments, &[(0, 0), (2, 1), (3, 2)]), part);
    assert_eq!(message(&segments, &[(1, 0), (2, 1), (3, 2)]), part);
    let passage = "This passage has no counterpart in the translation.";
    assert_eq!(message(&segments, &[(0, 0), (3, 2)]), passage);
    let sentences = "These 2 sentences have no counterpart in the translation.";
    assert_eq!(message(&segments, &[(3, 2)]), sentences, "three units");
}

#[test]
fn neighbouring_units_are_one_finding() {
    let source = document(
        Lang::Arabic,
        &[
            "غادر الوفد.",
            "عاد الوفد مساء. زار السوق.",
            "نزل المطر.",
            "توقف القطار.",
            "انتهت الزيارة.",
        ],
    );
    let translation = document(Lang::Persian, &["هیئت رفت.", "باران آمد.", "بازدید پایان یافت."]);
    let documents = Pair::new(source, translation);
    let segments = documents.as_ref().map(|document| segment(document, &SegmentOptions::new()));
    let messages = |links: &[(usize, usize)]| -> Vec<String> {
        let findings = findings_of(&documents, &segments, links, 0.9);
        let dropped = findings.into_iter().filter(|finding| finding.kind == FindingKind::Dropped);
        dropped.map(|finding| finding.message).collect()
    };
    let says = |subject: &str| format!("{subject} have no counterpart in the translation.");
    assert_eq!(messages(&[(0, 0), (5, 2)]), [says("These 3 paragraphs")]);
    let passage = "This passage has no counterpart in the translation.";
    assert_eq!(messages(&[(0, 0), (1, 1), (5, 2)]), [passage], "a sentence and two paragraphs");
    let one = "This paragraph has no counterpart in the translation.";
    assert_eq!(messages(&[(0, 0), (3, 1), (5, 2)]), [one, one], "what stands between is there");
}

#[test]
fn a_block_that_moved_is_one_finding() {
    let sentences = ["غادر الوفد.", "عاد الوفد.", "نزل المطر.", "توقف القطار.", "فتح السوق."];
    let documents = Pair::new(
        document(Lang::Arabic, &sentences),
        document(Lang::Persian, &["یک.", "دو.", "سه.", "چهار.", "پنج."]),
    );
    let options = SegmentOptions::new().segmented(true);
    let segments = documents.as_ref().map(|document| segment(document, &options));
    let links: Vec<(usize, usize)> = vec![(2, 0), (3, 1), (4, 2), (0, 3), (1, 4)];
    let moved: Vec<usize> = vec![3, 4];
    let findings = findings_with(&documents, &segments, &links, 0.9, &moved);
    let moved: Vec<&Finding> = findings.iter().filter(|f| f.kind == FindingKind::Moved).collect();
    let [block] = moved[..] else { panic!("{moved:?}") };
    let of = |side: Side, from: usize, to: usize| {
        let sentences = &segments[side].sentences;
        Some(sentences[from].span.join(sentences[to].span))
    };
    assert_eq!(block.spans, Pair::new(of(Side::Source, 0, 1), of(Side::Translation, 3, 4)));
}

#[test]
fn what_is_uncertain_stands_behind() {
    let source = ["قتل 18 شخصا في المدينة القديمة", "قتل 45 شخصا في المدينة القديمة"];
    let translation = ["۲۵ نفر در شهر قدیمی کشته شدند", "۵۴ نفر در شهر قدیمی کشته شدند"];
    let findings = findings_in((Lang::Arabic, &source), (Lang::Persian, &translation), 0.61);
    assert!(!findings.is_empty() && findings.iter().all(Finding::is_uncertain), "{findings:?}");
    let findings = findings_in((Lang::Arabic, &source), (Lang::Persian, &translation), 0.95);
    assert!(!findings.is_empty() && !findings.iter().any(Finding::is_uncertain), "{findings:?}");
}

/// The kinds and values of it.
fn found_in(
    source: (Lang, &[&str]),
    translation: (Lang, &[&str]),
    probability: f64,
) -> Vec<(FindingKind, String, String)> {
    let findings = findings_in(source, translation, probability);
    let facts = findings.into_iter().filter(|f| {
        matches!(f.kind, NumberChanged | DateChanged | NameChanged | NameDropped | NameAdded)
    });
    let values = |f: Finding| {
        assert!((0.0..=1.0).contains(&f.probability) && f.probability <= probability);
        let [source, translation] = [f.values.source, f.values.translation];
        (f.kind, source.unwrap_or_default(), translation.unwrap_or_default())
    };
    facts.map(values).collect()
}

fn found(source: (Lang, &str), translation: (Lang, &str)) -> Vec<(FindingKind, String, String)> {
    found_in((source.0, &[source.1]), (translation.0, &[translation.1]), 0.95)
}

fn ar(text: &str) -> (Lang, &str) {
    (Lang::Arabic, text)
}

fn fa(text: &str) -> (Lang, &str) {
    (Lang::Persian, text)
}

fn en(text: &str) -> (Lang, &str) {
    (Lang::English, text)
}

fn changed(kind: FindingKind, source: &str, translation: &str) -> (FindingKind, String, String) {
    (kind, source.to_owned(), translation.to_owned())
}

#[test]
fn a_number_with_another_value_is_changed() {
    for (source, translation, old, new) in [
        (ar("قتل 18 شخصا في الهجوم"), fa("۲۵ نفر در حمله کشته شدند"), "18", "۲۵"),
        (ar("اعتقلت الشرطة 45 طالبا"), fa("پلیس 453 دانشجو را بازداشت کرد"), "45", "453"),
        (ar("ارتفعت الأسعار بنسبة 7%"), fa("قیمت‌ها 9% افزایش یافت"), "7%", "9%"),
        (en("The fire killed 120 people."), ar("قتل الحريق 150 شخصا."), "120", "150"),
        (ar("وصل خمسة أطباء إلى المدينة"), fa("10 پزشک به شهر رسیدند"), "خمسة", "10"),
    ] {
        assert_eq!(found(source, translation), [changed(NumberChanged, old, new)], "{source:?}");
    }
}

#[test]
fn a_number_said_otherwise_is_not() {
    for (source, translation) in [
        (ar("قتل 18 شخصا"), fa("هجده نفر کشته شدند")),
        (ar("سار الجنود 10 أميال"), fa("سربازان 16 کیلومتر راه رفتند")),
        (ar("يزن 300 رطل"), fa("وزن او 136 کیلوگرم است")),
        (ar("هطلت 2 إلى 4 بوصات من المطر"), fa("۵۰ تا ۱۰۰ میلی‌متر باران بارید")),
        (en("He is 6 feet tall."), fa("قد او ۱ متر و ۸۳ سانتی‌متر است.")),
        (ar("بدأ الاجتماع الساعة 5:30"), fa("جلسه ساعت 5.30 آغاز شد")),
        (ar("اتصلوا بالرقم 0800 555 111"), fa("با شماره 0800555111 تماس بگیرید")),
        (ar("في 12 آذار 2017"), fa("در ۱۲ مارس ۲۰۱۷")),
        (ar("شارك 30 طالبا"), fa("دانشجویان شرکت کردند")),
        (ar("شارك الطلاب"), fa("30 دانشجو شرکت کردند")),
        (ar("قتل شخص واحد"), fa("1 نفر کشته شد")),
    ] {
        assert_eq!(found(source, translation), [], "{source:?}");
    }
}

#[test]
fn a_figure_with_another_unit_or_limit_is_changed() {
    for (source, translation, old, new) in [
        (ar("على بعد 100 كيلومتر"), fa("در فاصله ۱۰۰ مایل"), "100 كيلومتر", "۱۰۰ مایل"),
        (
            en("It costs 5 million dollars."),
            ar("يكلف 5 ملايين يورو."),
            "5 million dollars",
            "5 ملايين يورو",
        ),
        (ar("قتل أكثر من 40 جنديا"), fa("کمتر از ۴۰ سرباز کشته شدند"), "40", "۴۰"),
        (en("It opens at 3:30 p.m."), fa("ساعت ۱۵:۴۰ باز می‌شود"), "3:30 p.m.", "۱۵:۴۰"),
        (ar("بين 20 و25 جريحا و25 قتيلا"), fa("بین ۲۰ و ۳۰ زخمی و ۲۵ کشته"), "25", "۳۰"),
        (ar("فاز الفريق 2-1"), fa("تیم 2-0 برد"), "1", "0"),
        (en("It sold for 3 pounds."), ar("بيع بسعر 7 جنيهات إسترلينية."), "3", "7"),
    ] {
        assert_eq!(found(source, translation), [changed(NumberChanged, old, new)], "{source:?}");
    }
}

#[test]
fn a_figure_in_another_form_is_not() {
    for (source, translation) in [
        (ar("على بعد 160 كيلومترا"), en("It is 100 miles away.")),
        (ar("قتل أكثر من 40 جنديا"), fa("۴۰ سرباز کشته شدند")),
        (ar("قتل نحو 40 جنديا"), fa("بیش از ۴۰ سرباز کشته شدند")),
        (ar("ثلاثة أرباع السكان"), fa("۷۵ درصد جمعیت")),
        (ar("ثلثا السكان"), fa("دو سوم جمعیت")),
        (ar("بعد عامين"), fa("پس از ۲ سال")),
        (ar("الساعة الثالثة والنصف مساء"), fa("ساعت ۱۵:۳۰")),
        (ar("الساعة 12:30"), fa("ساعت ۱۲ و ۳۰ دقیقه")),
        (ar("الساعة 12:00 بتوقيت غرينتش"), fa("ساعت ۱۵:۳۰ به وقت تهران")),
        (ar("فاز الفريق 2-1"), fa("تیم ۱–۲ برد")),
        (ar("24 ساعة"), fa("یک روز")),
        (en("He is 6-foot-6 and 20."), ar("طوله 6.6 أقدام وعمره 20 عاما")),
        (fa("۵ تن کشته شدند"), ar("قتل 5 أشخاص")),
    ] {
        assert_eq!(found(source, translation), [], "{source:?}");
    }
}

#[test]
fn days_counted_from_the_article_are_no_changes() {
    for (source, translation) in [
        (ar("وصل الوفد أمس"), fa("هیئت امروز رسید")),
        (ar("وصل الوفد أمس"), fa("هیئت پنجشنبه رسید")),
        (ar("وصل الوفد الخميس الماضي"), fa("هیئت ۴ مه ۲۰۱۷ رسید")),
        (ar("وصل الوفد يوم الخميس"), fa("هیئت جمعه رسید")),
    ] {
        assert_eq!(found(source, translation), [], "{source:?}");
    }
}

#[test]
fn what_is_rounded_matters_little() {
    let severity = |source: &str, translation: &str| {
        let found = findings_in((Lang::Arabic, &[source]), (Lang::Persian, &[translation]), 0.95);
        found.into_iter().find(|f| f.kind == NumberChanged).map(|finding| finding.severity)
    };
    let source = "قالت وزارة الصحة الإيرانية في طهران إن الزلزال قتل 453 شخصا";
    let translation = |number| format!("وزارت بهداشت ایران در تهران گفت زلزله {number} نفر را کشت");
    assert_eq!(severity(source, &translation("۴۵۰")), Some(Severity::Low));
    assert_eq!(severity(source, &translation("حدود ۴۵۱")), Some(Severity::Low));
    assert_eq!(severity(source, &translation("۶۵۳")), Some(Severity::High));
}

#[test]
fn figures_of_labels_are_compared_with_those_of_the_label() {
    let findings = found(ar("يصيب كوفيد-19 الكبار"), fa("کووید-27 بزرگسالان را مبتلا می‌کند"));
    assert_eq!(findings, [changed(NumberChanged, "19", "27")]);
    assert_eq!(found(ar("لقاح لكوفيد-19"), fa("واکسن کووید-19")), []);
    assert_eq!(found(ar("مرضى كوفيد-19 هم 27"), fa("27 بیمار کووید-19")), []);
}

#[test]
fn a_figure_in_a_date_is_a_date_and_a_figure_changed() {
    let findings = found(ar("وصل الوفد في 12 يونيو 2018"), fa("هیئت در 13 ژوئن 2018 رسید"));
    assert_eq!(
        findings,
        [changed(DateChanged, "12 يونيو 2018", "13 ژوئن 2018"), changed(NumberChanged, "12", "13")]
    );
    let findings = found(ar("وصل الوفد في 9 يناير 2020"), fa("هیئت در ۹۳ ژانویه ۲۰۲۰ رسید"));
    assert_eq!(findings, [changed(NumberChanged, "9", "۹۳")], "no month has the day");
    let findings = found(ar("وصل الوفد في 12 يونيو 2018"), fa("هیئت در 12 ژوئیه 2018 رسید"));
    assert_eq!(findings, [changed(DateChanged, "12 يونيو 2018", "12 ژوئیه 2018")]);
}

#[test]
fn a_date_said_otherwise_is_not() {
    for (source, translation) in [
        (ar("وصل في 12 يونيو 2018"), fa("در ۲۲ خرداد ۱۳۹۷ رسید")),
        (ar("وصل في 12 يونيو 2018"), fa("در ژوئن 2018 رسید")),
        (ar("وصل في 12 يونيو"), fa("دیروز رسید")),
        (ar("وصل عام 2018"), fa("در 12 ژوئن 2018 رسید")),
    ] {
        assert_eq!(found(source, translation), [], "{source:?}");
    }
}

#[test]
fn a_country_in_place_of_another_is_changed() {
    for (source, translation, old, new) in [
        (ar("وصل الرئيس إلى إيطاليا"), fa("رئیس جمهور به دانمارک رسید"), "إيطاليا", "دانمارک"),
        (en("The army left Kenya."), ar("غادر الجيش فنلندا."), "Kenya", "فنلندا"),
        (
            ar("سافر وزير الخارجية من سوريا والجنود السوريون معه"),
            fa("وزیر خارجه از کوبا سفر کرد و سربازان سوری با او بودند"),
            "سوريا",
            "کوبا",
        ),
    ] {
        assert_eq!(found(source, translation), [changed(NameChanged, old, new)], "{source:?}");
    }
}

#[test]
fn a_country_said_otherwise_is_not() {
    for (source, translation) in [
        (ar("قالت دمشق إنها مستعدة"), fa("سوریه گفت که آماده است")),
        (ar("تقدم الجيش السوري"), fa("نیروهای سوریه پیشروی کردند")),
        (ar("وصل إلى بكين من إيران"), fa("از ایران به چین رسید")),
        (ar("وصل إلى إيطاليا"), fa("به آنجا رسید")),
        (ar("اجتمعوا في إندونيسيا"), fa("در اندونیزی گرد آمدند")),
        (en("Washington refused."), ar("رفضت الولايات المتحدة.")),
    ] {
        let findings = found(source, translation);
        assert!(findings.iter().all(|f| f.0 != NameChanged), "{source:?}: {findings:?}");
    }
}

#[test]
fn what_stands_in_the_next_sentence_is_neither_new_nor_lost() {
    let source = ["وصل 40 جنديا إلى إيطاليا أمس.", "غادر 60 جنديا الدنمارك اليوم."];
    let translation = ["60 سرباز دیروز به دانمارک رسیدند.", "40 سرباز امروز ایتالیا را ترک کردند."];
    let findings = found_in((Lang::Arabic, &source), (Lang::Persian, &translation), 0.95);
    assert_eq!(findings, []);
}

#[test]
fn a_doubtful_link_needs_more() {
    let source = ["قتل 18 شخصا"];
    let translation = ["۲۵ روز گذشت"];
    let findings = found_in((Lang::Arabic, &source), (Lang::Persian, &translation), 0.55);
    assert_eq!(findings, []);
}

#[test]
fn a_country_that_a_side_lacks_is_missed_but_no_adjective() {
    let findings = found(ar("سافر الوزير من البلاد إلى كينيا"), fa("وزیر از کشور رفت"));
    assert_eq!(findings, [changed(NameDropped, "كينيا", "")]);
    let findings = found(ar("غادر اللاعب الإسباني"), fa("بازیکن رفت"));
    assert_eq!(findings, [], "translations drop adjectives");
    let findings = found(ar("قال تقرير من كينيا"), fa("گزارش KBC گفت"));
    assert_eq!(findings, [], "an acronym may hold it");
}
