//! What holds for the tables of every language: the registered ones and the template.
//!
//! What needs the stages above (detection, numbers, dates in running text) is in
//! `tests/languages.rs`.

use std::collections::BTreeMap;

use super::{Lang, Language, example};
use crate::fold::key;

fn languages() -> impl Iterator<Item = &'static dyn Language> {
    Lang::known().chain(std::iter::once(&example::Example as &dyn Language))
}

/// The words of a list, each folded; panics where one folds to nothing or stands there twice.
fn folded(name: &str, list: &str, words: &[&str]) -> Vec<String> {
    let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
    for (word, key) in words.iter().zip(&keys) {
        assert!(!key.trim().is_empty(), "{name}, {list}: «{word}» folds to nothing");
        assert_eq!(word.trim(), *word, "{name}, {list}: white space around «{word}»");
    }
    keys
}

/// Frequent words and the words of morphology, as samples of running text.
fn samples(language: &dyn Language) -> Vec<String> {
    let mut words = folded("", "", language.detection().frequent_words);
    words.extend(folded("", "", language.stop_words()));
    words.extend(language.numerals().cardinals.iter().map(|(word, _)| key(word)));
    words.extend(language.calendar().months.iter().map(|(word, _, _)| key(word)));
    words
}

/// Panics where a word of a language does not have the dictionary form beside it.
pub(super) fn lemmas(lang: Lang, words: &[(&str, &str)]) {
    let module = lang.module().expect("a known language");
    for (word, lemma) in words {
        let mut forms = Vec::new();
        module.lemmas(&key(word), &mut forms);
        assert!(forms.contains(&key(lemma)), "{word} should give {lemma}: {forms:?}");
    }
}

/// Panics where the words of a group have more than one stem.
pub(super) fn stems(lang: Lang, groups: &[&[&str]]) {
    let module = lang.module().expect("a known language");
    for group in groups {
        let stems: Vec<String> = group.iter().map(|word| module.stem(&key(word))).collect();
        assert!(stems.windows(2).all(|two| two[0] == two[1]), "{group:?} gives {stems:?}");
    }
}

#[test]
fn names_and_tags_tell_languages_apart() {
    let mut seen = BTreeMap::new();
    for language in languages() {
        assert!(!language.tags().is_empty(), "{}", language.name());
        for tag in language.tags().iter().chain([&language.name()]) {
            let earlier = seen.insert(tag.to_ascii_lowercase(), language.name());
            assert_eq!(earlier, None, "{tag} means {} as well", language.name());
        }
    }
    for language in Lang::known() {
        for tag in language.tags() {
            assert_eq!(Lang::from_tag(tag), Some(language.lang()), "{tag}");
            assert_eq!(Lang::from_tag(&format!("{tag}-XX")), Some(language.lang()), "{tag}");
        }
        assert_eq!(Lang::from_tag(language.name()), Some(language.lang()));
    }
}

#[test]
fn no_word_list_holds_what_folds_away() {
    for language in languages() {
        let (detection, page) = (language.detection(), language.segmentation());
        let speech = language.speech();
        for (list, words) in [
            ("frequent words", detection.frequent_words),
            ("prefixes", detection.prefixes),
            ("suffixes", detection.suffixes),
            ("stop words", language.stop_words()),
            ("abbreviations", page.abbreviations),
            ("labels", page.labels),
            ("list labels", page.list_labels),
            ("invitations", page.invitations),
            ("sections", page.sections),
            ("fields", page.fields),
            ("captions", page.captions),
            ("source labels", page.source_labels),
            ("bylines", page.bylines),
            ("date words", page.date_words),
            ("attributions", page.attributions),
            ("outlet words", page.outlet_words),
            ("outlets", page.outlets),
            ("light verbs", speech.light),
            ("endings of verbs of speech", speech.endings),
            ("openers of what is said", speech.openers),
            ("no speakers", speech.no_speakers),
            ("pronouns", speech.pronouns),
            ("ends of speakers", speech.ends),
            ("hints at speech", speech.hints),
        ] {
            folded(language.name(), list, words);
        }
    }
}

#[test]
fn affixes_and_phrases_are_of_the_lists_they_refine() {
    for language in languages() {
        let page = language.segmentation();
        for phrase in page.plain_attributions {
            assert!(page.attributions.contains(phrase), "{}: {phrase}", language.name());
        }
        let calendar = language.calendar();
        let months: Vec<String> = calendar.months.iter().map(|(word, _, _)| key(word)).collect();
        for word in calendar.ambiguous.iter().chain(calendar.wary) {
            assert!(months.contains(&key(word)), "{}: {word} is no month", language.name());
        }
        let speech = language.speech();
        for verb in speech.bare {
            let known = speech.verbs.iter().any(|(known, _)| known == verb);
            assert!(known, "{}: {verb} is no verb of speech", language.name());
        }
        let numerals = language.numerals();
        let numbers = [numerals.cardinals, numerals.scales, numerals.ordinals, numerals.fractions];
        let numbers: Vec<String> =
            numbers.into_iter().flatten().map(|(word, _)| key(word)).collect();
        for word in numerals.only_compound {
            assert!(numbers.contains(&key(word)), "{}: {word} is no number", language.name());
        }
    }
}

#[test]
fn months_are_numbered_as_their_calendar_has_them() {
    for language in languages() {
        let mut meaning = BTreeMap::new();
        for &(word, calendar, month) in language.calendar().months {
            assert!((1..=12).contains(&month), "{}: {word}", language.name());
            let earlier = meaning.insert((key(word), calendar as u8), month);
            assert!(
                earlier.is_none_or(|earlier| earlier == month),
                "{}: {word} is two months of one calendar",
                language.name()
            );
        }
    }
}

#[test]
fn a_number_word_has_one_value() {
    for language in languages() {
        let numerals = language.numerals();
        for table in [
            numerals.cardinals,
            numerals.scales,
            numerals.plural_scales,
            numerals.dual_scales,
            numerals.ordinals,
            numerals.fractions,
            numerals.decades,
        ] {
            let mut values = BTreeMap::new();
            for &(word, value) in table {
                let earlier = values.insert(key(word), value);
                assert!(
                    earlier.is_none_or(|earlier| earlier == value),
                    "{}: {word} is {value} and {earlier:?}",
                    language.name()
                );
            }
        }
    }
}

#[test]
fn the_first_form_of_a_word_is_the_word() {
    for language in languages() {
        let mut forms = vec!["there before".to_owned()];
        for word in samples(language) {
            forms.truncate(1);
            language.lemmas(&word, &mut forms);
            assert_eq!(forms[1], word, "{}: {word}", language.name());
        }
    }
}

#[test]
fn stems_are_never_empty_and_come_to_rest() {
    for language in languages() {
        assert_eq!(language.stem(""), "");
        for word in samples(language) {
            let mut stem = language.stem(&word);
            assert!(!stem.is_empty(), "{}: {word}", language.name());
            assert!(stem.chars().count() <= word.chars().count() + 3, "{word} grows to {stem}");
            // A stem may lose another ending when cut again, but not one after the other.
            for _ in 0..3 {
                stem = language.stem(&stem);
            }
            assert_eq!(language.stem(&stem), stem, "{}: {word}", language.name());
        }
    }
}
