mod values;

use proptest::prelude::*;

use super::*;
use crate::finding::FindingKind;

fn read(text: &str, lang: Lang) -> Document {
    let options = crate::import::ReadOptions::default().lang(Some(lang));
    Document::from_bytes("text", text.as_bytes(), &options)
        .unwrap_or_else(|_| Document { lang, ..Document::from_text("text", text) })
}

fn revised(lang: Lang, old: &str, new: &str) -> Revision {
    revise(&read(old, lang), &read(new, lang), &Options::default())
}

/// Edits as `-old+new`, spelling with `~`, marks with `.`.
fn edits(revision: &Revision) -> Vec<String> {
    let documents = &revision.comparison.documents;
    let shown = |edit: &Edit| {
        let [old, new] = Side::BOTH.map(|side| edit.spans[side].of(&documents[side].text));
        match edit.kind {
            EditKind::Spelling => format!("~{old}~{new}"),
            EditKind::Marks => format!(".{old}.{new}"),
            _ => format!("-{old}+{new}"),
        }
    };
    revision.diffs.iter().flat_map(|diff| &diff.edits).map(shown).collect()
}

fn kinds(revision: &Revision) -> Vec<FindingKind> {
    revision.comparison.whole_findings().iter().map(|finding| finding.kind).collect()
}

#[test]
fn a_name_that_was_shortened_is_still_there() {
    let old = "The police spokesman Mohammad Asif Waziri blamed the drivers for the jam.";
    let new = "The police spokesman Asif Waziri blamed the drivers for the jam.";
    assert_eq!(kinds(&revised(Lang::English, old, new)), []);
}

/// Links as `old=new` by number, moved ones with a star.
fn links(revision: &Revision) -> Vec<String> {
    let numbers = |units: &[usize]| {
        let numbers: Vec<String> = units.iter().map(ToString::to_string).collect();
        numbers.join("+")
    };
    let links = revision.comparison.alignment.sentences.iter();
    links
        .map(|link| {
            let moved = if link.moved { "*" } else { "" };
            format!("{}={}{moved}", numbers(&link.source), numbers(&link.translation))
        })
        .collect()
}

const FIRE: [&str; 4] = [
    "The fire began in a storehouse of the harbour on Monday evening.",
    "Firemen from three towns worked through the night to keep it from the silos.",
    "The mayor thanked them and promised an inquiry into the wiring of the building.",
    "Two ships had to leave the quay before midnight.",
];

#[test]
fn the_same_text_is_said_to_be_the_same() {
    let text = FIRE.join("\n");
    let revision = revised(Lang::English, &text, &text);
    assert_eq!(revision.extent, Extent::Identical);
    assert!(edits(&revision).is_empty() && kinds(&revision).is_empty());
    let spaced = revised(Lang::English, &text, &FIRE.join("\n\n  "));
    assert_eq!(spaced.extent, Extent::Spacing);
    let empty = revised(Lang::Unknown, "", "");
    assert_eq!(empty.extent, Extent::Identical);
}

#[test]
fn spelling_is_no_change_of_words() {
    for (old, new) in [
        ("قال الرئيس إنّ القاهرة ستعلن القرار", "قال الرئيس ان القاهره ستعلن القرار"),
        ("شركت ملي گاز ايران مي‌گويد ٢٠ نفر", "شرکت ملی گاز ایران می‌گوید ۲۰ نفر"),
        ("کتاب ها را می خوانند و می روند", "کتاب‌ها را می‌خوانند و می‌روند"),
        ("عاد إلى البو كمال أمس", "عاد إلى البوكمال أمس"),
        (
            "The cooperation of the councils began today.",
            "The co-operation of the councils began to day.",
        ),
    ] {
        let lang =
            if new.contains('ی') || new.contains('ک') { Lang::Persian } else { Lang::Arabic };
        let revision = revised(lang, old, new);
        assert_eq!(revision.extent, Extent::Spelling, "{old}: {:?}", edits(&revision));
        assert!(kinds(&revision).is_empty(), "{old}: {:?}", kinds(&revision));
        let kept = revision.comparison.verdict.coverage;
        assert_eq!((kept.source, kept.translation), (1.0, 1.0), "{old}");
    }
}

#[test]
fn a_value_written_otherwise_is_no_change() {
    let revision = revised(
        Lang::English,
        "The town bought 3,000,000 litres on 12 May 2024.",
        "The town bought three million litres on May 12, 2024.",
    );
    assert!(!revision.changes_words(), "{:?}", edits(&revision));
    assert!(kinds(&revision).is_empty(), "{:?}", kinds(&revision));
}

#[test]
fn whole_words_change_and_marks_are_apart() {
    let revision = revised(
        Lang::English,
        "The minister said the plan was good.",
        "The minister said: the plan was bad.",
    );
    assert_eq!(edits(&revision), ["..:", "-good+bad"]);
    let revision = revised(
        Lang::Arabic,
        "أعلن الجيش مقتل عشرة مسلحين في الغارة",
        "أعلن الجيش مقتل عشرة مدنيين في الغارة",
    );
    assert_eq!(edits(&revision), ["-مسلحين+مدنيين"]);
}

#[test]
fn figures_dates_names_and_negations_are_findings() {
    use FindingKind::*;
    for (lang, old, new, expected) in [
        (
            Lang::English,
            "The flood killed 12 people in Cairo.",
            "The flood killed 21 people in Cairo.",
            vec![NumberChanged],
        ),
        (
            Lang::English,
            "Talks begin on 3 May 2024 in Geneva.",
            "Talks begin on 4 June 2024 in Geneva.",
            vec![DateChanged],
        ),
        (
            Lang::English,
            "The envoy flew from Damascus to Moscow.",
            "The envoy flew from Damascus to Ankara.",
            vec![NameChanged],
        ),
        (
            Lang::English,
            "The ministry did confirm the report.",
            "The ministry did not confirm the report.",
            vec![PolarityChanged],
        ),
        (
            Lang::English,
            "The ministry did not, it said, confirm the report.",
            "The ministry, it said, did not confirm the report.",
            vec![],
        ),
        (
            Lang::Arabic,
            "أعلنت الوزارة مقتل 12 شخصا في بغداد",
            "أعلنت الوزارة مقتل 15 شخصا في بغداد",
            vec![NumberChanged],
        ),
        (
            Lang::Arabic,
            "الحكومة تعلن النتائج اليوم",
            "الحكومة لن تعلن النتائج اليوم",
            vec![PolarityChanged],
        ),
        (
            Lang::Persian,
            "وزیر خارجه به تهران رفت و گزارش داد",
            "وزیر خارجه به دمشق رفت و گزارش داد",
            vec![NameChanged],
        ),
        (
            Lang::Persian,
            "دولت این طرح را اجرا می‌کند",
            "دولت این طرح را اجرا نمی‌کند",
            vec![PolarityChanged],
        ),
        (
            Lang::English,
            "The union met in Cairo and in Tunis.",
            "The union met in Tunis and in Cairo.",
            vec![],
        ),
        (
            Lang::English,
            "The blast killed 12 people and hurt 15.",
            "The blast killed 15 people and hurt 12.",
            vec![NumberChanged, NumberChanged],
        ),
        (
            Lang::English,
            "Both sides met again on Tuesday evening.",
            "Both sides came together again on Tuesday evening.",
            vec![],
        ),
        (
            Lang::English,
            "The vaccine against COVID-19 came in spring.",
            "The vaccine against COVID-23 came in spring.",
            vec![NumberChanged],
        ),
        (
            Lang::Persian,
            "جلسه روز 6 نوفمبر برگزار شد.",
            "جلسه روز 63 نوفمبر برگزار شد.",
            vec![NumberChanged],
        ),
        (
            Lang::Persian,
            "او گفت دولت سوریه بیانیه داد.",
            "او گفت دولت اوگاندا بیانیه داد.",
            vec![NameChanged],
        ),
    ] {
        let revision = revised(lang, old, new);
        assert_eq!(kinds(&revision), expected, "{old} / {new}: {:?}", edits(&revision));
    }
}

#[test]
fn sentences_are_dropped_added_and_moved() {
    let old = FIRE.join("\n");
    let without = [FIRE[0], FIRE[1], FIRE[3]].join("\n");
    assert_eq!(kinds(&revised(Lang::English, &old, &without)), [FindingKind::Dropped]);
    assert_eq!(kinds(&revised(Lang::English, &without, &old)), [FindingKind::Added]);
    let moved = [FIRE[3], FIRE[0], FIRE[1], FIRE[2]].join("\n");
    let revision = revised(Lang::English, &old, &moved);
    assert_eq!(kinds(&revision), [FindingKind::Moved]);
    assert_eq!(links(&revision), ["0=1", "1=2", "2=3", "3=0*"]);
    // Moved and changed at once.
    let changed = moved.replace("Two ships", "Three ships");
    let revision = revised(Lang::English, &old, &changed);
    assert_eq!(kinds(&revision), [FindingKind::NumberChanged, FindingKind::Moved]);
}

#[test]
fn a_move_says_where_to() {
    let message = |old: &str, new: &str| {
        let revision = revised(Lang::English, old, new);
        let findings = revision.comparison.whole_findings();
        assert_eq!(kinds(&revision), [FindingKind::Moved]);
        findings[0].message.clone()
    };
    let text = |order: [usize; 4], between: &str| {
        let sentences = order.map(|at| FIRE[at]);
        format!("Fire in the harbour\n\n{}", sentences.join(between))
    };
    let (old, last_first) = (text([0, 1, 2, 3], " "), text([3, 0, 1, 2], " "));
    assert_eq!(
        message(&old, &last_first),
        "This passage stands earlier in paragraph 2 than in the old version."
    );
    assert_eq!(
        message(&last_first, &old),
        "This passage stands later in paragraph 2 than in the old version."
    );
    assert_eq!(
        message(&text([0, 1, 2, 3], "\n\n"), &text([3, 0, 1, 2], "\n\n")),
        "This passage stands in paragraph 5 of the old version and in paragraph 2 of the new one."
    );
}

#[test]
fn what_changed_beside_a_moved_sentence_moved_with_it() {
    let tail = ["It was the third fire of the year, the company said.", "Trade was not affected."];
    let old = [&FIRE[..], &tail].concat().join("\n");
    let new = [&tail[..], &FIRE].concat().join("\n").replace("not affected", "affected");
    let revision = revised(Lang::English, &old, &new);
    assert_eq!(kinds(&revision), [FindingKind::PolarityChanged, FindingKind::Moved]);
}

#[test]
fn a_moved_block_is_one_finding() {
    let more = ["It was the third fire of the year.", "Trade was not affected, the company said."];
    let old = [&FIRE[..], &more].concat();
    let new = [&more[..], &FIRE].concat();
    let revision = revised(Lang::English, &old.join("\n\n"), &new.join("\n\n"));
    assert_eq!(kinds(&revision), [FindingKind::Moved]);
    let moved = revision.comparison.alignment.paragraphs.iter().filter(|link| link.moved).count();
    assert_eq!(moved, 2);
}

#[test]
fn one_sentence_becomes_two_and_two_become_one() {
    let whole = "Firemen from three towns worked through the night to keep it from the silos, and two ships had to leave the quay before midnight.";
    let parts = "Firemen from three towns worked through the night to keep it from the silos. Two ships had to leave the quay before midnight.";
    let old = [FIRE[0], whole, FIRE[2]].join(" ");
    let new = [FIRE[0], parts, FIRE[2]].join(" ");
    assert_eq!(links(&revised(Lang::English, &old, &new)), ["0=0", "1=1+2", "2=3"]);
    assert_eq!(links(&revised(Lang::English, &new, &old)), ["0=0", "1+2=1", "3=2"]);
    assert!(kinds(&revised(Lang::English, &old, &new)).is_empty());
}

#[test]
fn half_a_sentence_is_a_passage() {
    let old = "The mayor thanked them.";
    let new = "The mayor thanked them, though the council of the town had asked him to wait.";
    assert_eq!(kinds(&revised(Lang::English, old, new)), [FindingKind::Added]);
    assert_eq!(kinds(&revised(Lang::English, new, old)), [FindingKind::Dropped]);
}

#[test]
fn any_language_will_do() {
    let old = "Der Brand begann am Abend in einem Lager am Hafen. Zwölf Häuser sind zerstört, 40 Menschen verloren ihre Wohnung.";
    let new = "Der Brand begann am Abend in einem Lager am Hafen. Zwölf Häuser sind zerstört, 60 Menschen verloren ihr Heim.";
    let revision = revised(Lang::Unknown, old, new);
    assert_eq!(edits(&revision), ["-40+60", "-ihre Wohnung+ihr Heim"]);
    assert_eq!(kinds(&revision), [FindingKind::NumberChanged]);
    // An accent may make another word where the language is not known.
    assert!(revised(Lang::Unknown, "le pécheur dort", "le pêcheur dort").changes_words());
    assert!(!revised(Lang::Unknown, "LE PÊCHEUR dort", "Le pêcheur dort").changes_words());
}

#[test]
fn two_texts_without_a_common_word_are_no_versions() {
    let other = "Scientists counted the birds of the lake and found eighty kinds. Many come from the north.";
    let revision = revised(Lang::English, FIRE[0], other);
    assert_eq!(revision.extent, Extent::Unrelated);
    assert!(kinds(&revision).is_empty());
}

#[test]
fn a_byline_is_text_like_any_other() {
    let old = format!("By Samir Haddad\n{}", FIRE.join("\n"));
    let new = format!("By Layla Haddad\n{}", FIRE.join("\n"));
    assert_eq!(revised(Lang::English, &old, &new).extent, Extent::Revised);
}

proptest! {
    /// Every difference lies in its text, in order, and what stands between two of them is the same.
    #[test]
    fn edits_tell_all_that_differs(
        old in "([a-e]{1,2}|[ ،.,12%$-]|می|نمی|سه|۱۴ دی|\u{200c}|\n){0,40}",
        new in "([a-e]{1,2}|[ ،.,12%$-]|می|نمی|سه|۱۴ دی|\u{200c}|\n){0,40}",
    ) {
        let revision = revised(Lang::Persian, &old, &new);
        let Comparison { documents, segments, alignment, .. } = &revision.comparison;
        prop_assert_eq!(alignment.sentences.len(), revision.diffs.len());
        for (link, diff) in alignment.sentences.iter().zip(&revision.diffs) {
            let words = Side::BOTH.map(|side| {
                let inside = |span: Span| diff.edits.iter().any(|edit| {
                    edit.spans[side].contains(span) && !edit.spans[side].is_empty()
                });
                let mut words = Vec::new();
                for &unit in link.units(side) {
                    let tokens = segments[side].sentences[unit].tokens.clone();
                    for token in &segments[side].tokens[tokens] {
                        if !inside(token.span) {
                            words.push(token.span.of(&documents[side].text).to_owned());
                        }
                    }
                }
                words
            });
            prop_assert_eq!(&words[0], &words[1]);
            for side in Side::BOTH {
                for pair in diff.edits.windows(2) {
                    prop_assert!(pair[0].spans[side].end <= pair[1].spans[side].start);
                }
            }
        }
    }
}
