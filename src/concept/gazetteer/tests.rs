use super::*;
use crate::segment::word::tokenize;
use crate::segment::{Paragraph, Role, Sentence};

/// Segments of a text with one sentence on each span.
pub(super) fn segments(text: &str, sentences: impl IntoIterator<Item = Span>) -> Segments {
    let mut segments = Segments::default();
    for span in sentences {
        let first = segments.tokens.len();
        segments.tokens.extend(tokenize(text, span));
        let tokens = first..segments.tokens.len();
        segments.sentences.push(Sentence { span, paragraph: 0, tokens });
    }
    let sentences = 0..segments.sentences.len();
    let span = Span::new(0, text.len());
    segments.paragraphs.push(Paragraph { span, role: Role::Body, sentences });
    segments
}

fn read(text: &str, lang: Lang) -> Vec<Mention> {
    names(text, &segments(text, [Span::new(0, text.len())]), lang)
}

/// Concept and written form of all names.
fn found(lang: Lang, text: &str) -> Vec<(String, &str)> {
    read(text, lang).into_iter().map(|m| (m.concept, m.span.of(text))).collect()
}

fn concepts(lang: Lang, text: &str) -> Vec<String> {
    read(text, lang).into_iter().map(|m| m.concept).collect()
}

/// The one concept of a text.
fn one(lang: Lang, text: &str) -> String {
    let all = concepts(lang, text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.into_iter().next().unwrap_or_default()
}

use Lang::{Arabic, English, Persian};

#[test]
fn one_country_in_three_languages_and_as_an_adjective() {
    for (lang, text) in [
        (Arabic, "سوريا"),
        (Arabic, "سورية"),
        (Arabic, "السوريين"),
        (Arabic, "وبالسورية"),
        (Persian, "سوریه"),
        (Persian, "سوری"),
        (Persian, "سوری‌ها"),
        (English, "Syria"),
        (English, "Syria's"),
        (English, "Syrians"),
    ] {
        assert_eq!(one(lang, text), "Q858", "{text}");
    }
}

#[test]
fn a_name_is_one_concept_however_it_is_spaced() {
    let town = one(Arabic, "البوكمال");
    for (lang, text) in [
        (Persian, "بوکمال"),
        (Persian, "بو کمال"),
        (Persian, "البوكمال"),
        (Arabic, "للبوكمال"),
        (English, "Albu Kamal"),
    ] {
        assert_eq!(one(lang, text), town, "{text}");
    }
    assert_eq!(one(Persian, "حشد الشعبی"), one(Arabic, "والحشد الشعبي"));
    assert_eq!(one(Persian, "حزب‌الله"), one(Persian, "حزب الله"));
}

#[test]
fn a_group_is_one_concept_under_its_many_names() {
    for (lang, text) in [
        (Arabic, "تنظيم «داعش»"),
        (Arabic, "الدولة الإسلامية"),
        (Arabic, "«دولة الخلافة»"),
        (Persian, "گروه تروریستی داعش"),
        (English, "Islamic State"),
    ] {
        assert_eq!(one(lang, text), "muq:O0111", "{text}");
    }
    let forces = one(Arabic, "قسد");
    assert_eq!(one(Arabic, "«قوات سوريا الديموقراطية»"), forces);
    assert_eq!(one(Arabic, "قوات سوريا الديمقراطية"), forces);
    assert_eq!(one(English, "the SDF"), forces);
}

#[test]
fn a_station_is_one_concept_in_figures_words_and_letters() {
    let station = one(Arabic, "محطة «T2»");
    for (lang, text) in [
        (Persian, "ایستگاه «T۲»"),
        (Persian, "ایستگاه T2"),
        (Arabic, "محطة “تي تو”"),
        (Arabic, "المحطة الثانية"),
        (English, "the T2 station"),
    ] {
        assert_eq!(one(lang, text), station, "{text}");
    }
}

#[test]
fn spans_cover_whole_words_with_what_is_attached() {
    let text = "وصل إلى محطة «T2» وبالعراق.";
    let all = found(Arabic, text);
    assert_eq!(all.iter().map(|(_, word)| *word).collect::<Vec<_>>(), ["محطة «T2»", "وبالعراق"]);
}

#[test]
fn ordinary_words_are_no_names() {
    for (lang, text) in [
        (Arabic, "كان هذا الأمر بعد ذلك في وسط المدينة ولاية جديدة"),
        (Arabic, "بلغ الدعم المالي نحو نصف المبلغ"),
        (Arabic, "السنة الماضية كانت صعبة على الجميع"),
        (Arabic, "كرد على ذلك قال المسؤول إن الخطة قائمة"),
        (Persian, "او این کار را کرد و خانه را ترک کرد"),
        (Persian, "کمک مالی از بک سو به ما رسید"),
        (Persian, "او در نشست شرکت کرد"),
        (Persian, "چک را به او داد"),
        (English, "he gave us a turkey and some china"),
        (English, "a nice reading of the polish on the table"),
    ] {
        assert_eq!(found(lang, text), [], "{text}");
    }
}

#[test]
fn an_ambiguous_name_needs_something_that_says_that_it_is_one() {
    let paper = "muq:O0331";
    assert_eq!(concepts(Arabic, "وصلت الأخبار متأخرة"), Vec::<String>::new());
    assert_eq!(concepts(Arabic, "كتبت صحيفة الأخبار أمس"), [paper]);
    assert_eq!(concepts(Arabic, "قال لـ«الأخبار» مصدر مطلع"), [paper]);
    assert_eq!(concepts(Arabic, "صحيفة الأخبار وصلت والأخبار كثيرة"), [paper]);
    // For a name that is seldom a word, a certain mention anywhere vouches for the others.
    let town = one(Arabic, "قضاء القائم");
    assert_eq!(concepts(Arabic, "النظام القائم ثابت"), Vec::<String>::new());
    assert_eq!(concepts(Arabic, "القوات في القائم بعد دخولها قضاء القائم"), [town.clone(), town]);
}

#[test]
fn a_people_that_is_also_a_word_needs_words_for_people() {
    assert_eq!(one(Persian, "نیروهای کرد"), one(Arabic, "القوات الكردية"));
}

#[test]
fn the_bank_of_a_river_is_not_the_west_bank() {
    assert_eq!(one(Arabic, "على الضفة الغربية لنهر الفرات"), one(Persian, "کرانه غربی رود فرات"));
    assert_ne!(one(Arabic, "على الضفة الغربية لنهر الفرات"), one(Arabic, "في الضفة الغربية"));
}

#[test]
fn english_names_need_capitals() {
    assert_eq!(concepts(English, "They told US officials"), ["Q30"]);
    assert_eq!(one(English, "the Iraqi Security Forces"), one(Arabic, "قوات الأمن العراقية"));
    assert_eq!(concepts(English, "They told us everything"), Vec::<String>::new());
    assert_eq!(concepts(English, "TURKEY AND IRAN SIGN DEAL"), ["Q43", "Q794"]);
}

#[test]
fn names_in_latin_letters_are_read_inside_other_scripts() {
    assert_eq!(one(Persian, "شرکت Facebook"), one(English, "Facebook"));
}

#[test]
fn nothing_is_read_in_a_language_without_a_module() {
    assert_eq!(found(Lang::Unknown, "سوريا والعراق"), []);
}

proptest::proptest! {
    #[test]
    fn mentions_are_in_order_and_on_characters(text in "([ابتسوریكهال«»T2 .-]|سوريا|العراق|داعش|ایران|Iran){0,30}") {
        for lang in [Arabic, Persian, English] {
            let mut last = 0;
            for mention in read(&text, lang) {
                assert!(mention.span.start >= last && !mention.span.of(&text).is_empty());
                last = mention.span.end;
            }
        }
    }
}
