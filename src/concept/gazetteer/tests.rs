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
fn of_two_places_of_one_name_that_is_meant_whose_country_the_text_speaks_of() {
    let (oman, amman) = ("Q842", "Q472788");
    for (text, place) in [
        ("عاد وزير الخارجية الأردني إلى عمان", amman),
        ("شاركت شركات من عمان في معرض أقيم في مسقط", oman),
        ("أقيم المعرض في العاصمة عمان", amman),
        ("زار الوفد عمان", oman),
    ] {
        let all = concepts(Arabic, text);
        assert!(all.iter().any(|concept| concept == place), "{text}: {all:?}");
        assert!(all.iter().all(|c| c == place || ![oman, amman].contains(&c.as_str())), "{text}");
    }
}

#[test]
fn a_country_that_is_also_an_adjective_stands_behind_a_preposition() {
    let mali = "Q912";
    assert_eq!(concepts(Arabic, "وقع انقلاب في مالي ليلا"), [mali]);
    assert_eq!(concepts(Persian, "کودتا در مالی"), [mali]);
    let all = concepts(Arabic, "افتتح مركز مالي كبير في باماكو شمال مالي");
    assert_eq!(all.iter().filter(|concept| *concept == mali).count(), 1, "{all:?}");
    assert_eq!(concepts(Arabic, "طلب دعم مالي عاجل"), Vec::<String>::new());
    assert_eq!(concepts(Persian, "کمک مالی به مردم"), Vec::<String>::new());
}

#[test]
fn a_victory_is_no_club() {
    let club = one(Arabic, "نادي النصر");
    assert_eq!(concepts(Arabic, "حقق الفريق النصر بعد وقت إضافي"), Vec::<String>::new());
    assert_eq!(concepts(Arabic, "تعادل نادي النصر أمس"), [club]);
}

#[test]
fn a_right_hand_is_no_yemeni() {
    assert_eq!(concepts(Arabic, "أصيب في ساقه اليمنى"), Vec::<String>::new());
    assert_eq!(concepts(Arabic, "زار الوفد اليمني صنعاء")[0], "Q805");
    // Who never writes ي at the end of a word writes so.
    assert_eq!(concepts(Arabic, "وصل الرئيس اليمنى إلى القاهرة")[0], "Q805");
}

#[test]
fn a_country_behind_a_preposition_is_no_other_one() {
    for text in ["بإندونيسيا", "لإندونيسيا", "وبإندونيسيا"] {
        assert_eq!(one(Arabic, text), "Q252", "{text}");
    }
}

#[test]
fn places_vouch_for_each_other_in_a_list() {
    let town = one(Arabic, "قضاء القائم");
    assert_eq!(concepts(Arabic, "تقدم نحو منطقة راوة والقائم")[1], town);
    assert_eq!(concepts(Arabic, "تقدم نحو راوة، القائم")[1], town);
    assert_eq!(concepts(Arabic, "زار راوة، ورفض النظام القائم فيها").len(), 1);
    let villages = concepts(Persian, "بر مناطق النصر، عبید، الأغر و جحیش مسلط شدند");
    assert_eq!(villages.len(), 4, "{villages:?}");
    assert_eq!(concepts(Persian, "خبر النصر، عبید و جحیش رسید"), Vec::<String>::new());
}

#[test]
fn a_preposition_vouches_for_a_place_of_a_country_that_the_text_speaks_of() {
    for (lang, text, alone, place) in [
        (English, "The army of Yemen fought in Ibb", "The army fought in Ibb", "Q388274"),
        (Arabic, "قاتل الجيش السوري في تنف", "قاتل الجيش في تنف", "muq:L0004"),
    ] {
        assert!(concepts(lang, text).iter().any(|concept| concept == place), "{text}");
        assert_eq!(concepts(lang, alone), Vec::<String>::new(), "{alone}");
    }
    // What is a word of the dictionary needs more.
    for text in [
        "ذكر العراق في حديثه مع الصحافة",
        "أعلنت قطر ذلك في العديد من الدول",
        "تراجعت الأسهم في تركيا في بورصة إسطنبول",
        "نشأت سوريا في الطبقة الوسطى",
    ] {
        for mention in concepts(Arabic, text) {
            let places = ["Q944368", "muq:L0051", "Q43690", "muq:own-tabqa"];
            assert!(!places.contains(&mention.as_str()), "{text}: {mention}");
        }
    }
}

#[test]
fn words_that_hold_a_name_and_mean_something_else_are_no_name() {
    for (lang, text) in [
        (Arabic, "على الضفة الغربية للنهر"),
        (Arabic, "التقى القائم بالأعمال"),
        (Persian, "نماز مغرب را خواند"),
        (English, "a slice of Swiss cheese"),
    ] {
        assert_eq!(found(lang, text), [], "{text}");
    }
    assert_eq!(concepts(Arabic, "مستوطنات الضفة الغربية"), ["Q36678"]);
    assert_eq!(concepts(English, "Swiss voters"), ["Q39"]);
}

#[test]
fn an_adverb_stands_for_its_country_as_the_adjective_does() {
    assert_eq!(concepts(Arabic, "فصائل مدعومة أميركيا"), ["Q30"]);
    assert_eq!(concepts(English, "the Nigerian army in Nigeria"), ["Q1033", "Q1033"]);
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
