use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::*;
use crate::segment::word::tokenize;
use crate::segment::{Paragraph, Role, Sentence};

/// Segments of a text with one sentence on each span.
fn segments(text: &str, sentences: impl IntoIterator<Item = Span>) -> Segments {
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

/// A folder that stands beside the repository on the machines of its authors; none elsewhere, but
/// never silently in continuous integration.
fn shared(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder);
    let there = path.is_dir();
    assert!(there || std::env::var("CI").as_deref() != Ok("true"), "no {}", path.display());
    there.then_some(path)
}

/// One side of a measured pair: its mentions by sentence.
fn side(pair: &Value, name: &Path, role: &str, end: &str) -> Vec<Vec<(Mention, String)>> {
    let text = std::fs::read_to_string(name.with_extension(end)).expect("text of the pair");
    let code = pair[format!("{role}_lang")].as_str().unwrap_or("und");
    let lang = Lang::from_tag(code).expect("known language");
    let sentences = pair[role]["sentences"].as_array().expect("sentences").iter().map(|sentence| {
        let at = |field: &str| sentence[field].as_u64().unwrap_or(0) as usize;
        Span::new(at("start"), at("end"))
    });
    let segments = segments(&text, sentences);
    let mut sides: Vec<Vec<(Mention, String)>> = vec![Vec::new(); segments.sentences.len()];
    for mention in names(&text, &segments, lang) {
        let at = segments.sentences.partition_point(|s| s.span.end <= mention.span.start);
        let word = mention.span.of(&text).to_owned();
        sides[at].push((mention, word));
    }
    sides
}

/// Of the names in sentences that are known to render each other, most have the same name on the
/// other side. Run with `--nocapture` for the figures and the most frequent disagreements.
#[test]
fn names_agree_across_measured_translations() {
    let Some(root) = shared("eval/pairs") else { return };
    for set in ["ntrex.ar-fa", "ntrex.fa-ar", "ntrex.en-fa", "ntrex.en-ar", "tico.ar-fa"] {
        let mut files: Vec<PathBuf> = std::fs::read_dir(root.join(set))
            .expect("set")
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.to_string_lossy().ends_with(".gold.json"))
            .collect();
        files.sort();
        let mut shared_names = [0usize; 2];
        let mut all = [0usize; 2];
        let (mut planted, mut recognised) = (0usize, 0usize);
        let mut lonely: BTreeMap<String, usize> = BTreeMap::new();
        for file in files {
            let name = file.to_string_lossy().replace(".gold.json", "");
            let faithful = name.contains("faithful");
            if !faithful && !name.contains(".edited.") {
                continue;
            }
            let json = std::fs::read_to_string(&file).expect("gold file");
            let pair: Value = serde_json::from_str(&json).expect("gold file in JSON");
            let base = PathBuf::from(format!("{name}.x"));
            let sides = [
                side(&pair, &base, "source", "src.txt"),
                side(&pair, &base, "translation", "tgt.txt"),
            ];
            for planted_name in pair["names"].as_array().into_iter().flatten() {
                let sentence = planted_name["sentence"].as_u64().unwrap_or(0) as usize;
                let new = planted_name["new"].as_str().unwrap_or("");
                planted += 1;
                let hit = sides[1]
                    .get(sentence)
                    .is_some_and(|names| names.iter().any(|(_, w)| w.contains(new)));
                recognised += usize::from(hit);
                if !hit {
                    *lonely.entry(format!("planted {new}")).or_default() += 100;
                }
            }
            if !faithful {
                continue;
            }
            for link in pair["sentence_links"].as_array().into_iter().flatten() {
                let at = |side: usize| link[side].as_u64().map_or(usize::MAX, |at| at as usize);
                for this in 0..2 {
                    let (Some(mine), Some(theirs)) =
                        (sides[this].get(at(this)), sides[1 - this].get(at(1 - this)))
                    else {
                        continue;
                    };
                    for (mention, word) in mine {
                        all[this] += 1;
                        if theirs.iter().any(|(other, _)| other.concept == mention.concept) {
                            shared_names[this] += 1;
                        } else {
                            *lonely
                                .entry(format!(
                                    "{this} {word} = {} {}",
                                    mention.concept, mention.name
                                ))
                                .or_default() += 1;
                        }
                    }
                }
            }
        }
        let share = |side: usize| shared_names[side] as f64 / all[side].max(1) as f64;
        println!(
            "{set}: source {:.3} of {}, translation {:.3} of {}, planted {recognised}/{planted}",
            share(0),
            all[0],
            share(1),
            all[1]
        );
        let mut lonely: Vec<_> = lonely.into_iter().collect();
        lonely.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (what, count) in lonely.into_iter().take(60) {
            println!("  {count} {what}");
        }
    }
}
