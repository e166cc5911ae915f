//! What holds for every registered language in running text. `src/lang/battery.rs` has what holds
//! for its tables alone.

use muqabala::calendar::Calendar;
use muqabala::comparison::Options;
use muqabala::concept::{Mention, Value};
use muqabala::detect::detect;
use muqabala::document::Document;
use muqabala::import::ReadOptions;
use muqabala::lang::{Lang, Language};

/// The mentions in a text of a language.
fn mentions(text: &str, language: &dyn Language) -> Vec<Mention> {
    let options = ReadOptions::new().lang(Some(language.lang()));
    let document = Document::from_bytes("-", text.as_bytes(), &options).expect("a text");
    let other = Document::from_text("-", "x");
    muqabala::compare(&document, &other, &Options::default()).mentions.source
}

#[test]
fn frequent_words_are_detected() {
    for language in Lang::known() {
        let words = language.detection().frequent_words;
        for sample in words.chunks(30).filter(|sample| sample.len() == 30) {
            assert_eq!(detect(&sample.join(" ")), language.lang(), "{sample:?}");
        }
    }
}

#[test]
fn number_words_have_their_values() {
    for language in Lang::known() {
        let numerals = language.numerals();
        let plain =
            |word: &str| !numerals.only_compound.contains(&word) && !numerals.traps.contains(&word);
        let words: Vec<_> =
            numerals.cardinals.iter().filter(|(word, value)| *value >= 2 && plain(word)).collect();
        assert!(words.len() > 20, "{}", language.name());
        for &(word, expected) in words {
            let found = mentions(word, language);
            let values: Vec<_> = found.iter().filter_map(|mention| mention.value).collect();
            #[expect(clippy::cast_precision_loss, reason = "number words are far below 2^52")]
            let fits =
                matches!(values[..], [Value::Number { value, .. }] if value == expected as f64);
            assert!(fits, "{}: {word} is {expected}, found {found:#?}", language.name());
        }
    }
}

#[test]
fn months_are_read_beside_a_day_and_a_year() {
    for language in Lang::known() {
        for &(word, calendar, number) in language.calendar().months {
            let year = match calendar {
                Calendar::Jalali => 1396,
                Calendar::Hijri => 1439,
                _ => 2017,
            };
            // A line that is only a date belongs to the page, hence a word before it.
            let found = mentions(&format!("ABC 5 {word} {year}"), language);
            let dates: Vec<_> = found
                .iter()
                .filter_map(|mention| match mention.value {
                    Some(Value::Date { written, month, day, .. }) => Some((written, month, day)),
                    _ => None,
                })
                .collect();
            let [(written, month, day)] = dates[..] else {
                panic!("{}: {word} gives {found:#?}", language.name())
            };
            assert_eq!(written, calendar, "{}: {word}", language.name());
            // A full date comes in the Gregorian calendar, whatever it is written in.
            let days = calendar.to_days(year, number, 5).expect("a day of the calendar");
            let expected = Calendar::Gregorian.from_days(days).map(|(_, month, day)| (month, day));
            assert_eq!(month.zip(day), expected, "{}: {word}", language.name());
        }
    }
}
