//! English.

mod calendar;
mod detection;
mod morphology;
mod names;
mod naming;
mod numerals;
mod segmentation;
mod speech;

use super::{
    CalendarWords, DetectionRules, Direction, Lang, Language, NameRules, NamingRules,
    NegationRules, Numerals, SegmentationRules, SpeechRules,
};

/// The module of English.
pub(super) struct English;

impl Language for English {
    fn lang(&self) -> Lang {
        Lang::English
    }

    fn name(&self) -> &'static str {
        "English"
    }

    fn tags(&self) -> &'static [&'static str] {
        &["en"]
    }

    fn direction(&self) -> Direction {
        Direction::Ltr
    }

    fn detection(&self) -> &'static DetectionRules {
        &detection::RULES
    }

    fn segmentation(&self) -> &'static SegmentationRules {
        &segmentation::RULES
    }

    fn numerals(&self) -> &'static Numerals {
        &numerals::NUMERALS
    }

    fn calendar(&self) -> &'static CalendarWords {
        &calendar::CALENDAR
    }

    fn names(&self) -> &'static NameRules {
        &names::RULES
    }

    fn naming(&self) -> &'static NamingRules {
        &naming::RULES
    }

    fn clause_openers(&self) -> &'static [&'static str] {
        CLAUSE_OPENERS
    }

    fn negation(&self) -> &'static NegationRules {
        &NegationRules {
            words: &[
                "no", "not", "never", "none", "without", "nothing", "nobody", "neither", "nor",
                "cannot",
            ],
            beginnings: &[],
            endings: &["n't"],
        }
    }

    fn speech(&self) -> &'static SpeechRules {
        &speech::RULES
    }

    fn stop_words(&self) -> &'static [&'static str] {
        morphology::STOP_WORDS
    }

    fn lemmas(&self, key: &str, forms: &mut Vec<String>) {
        morphology::lemmas(key, forms);
    }

    fn stem(&self, key: &str) -> String {
        morphology::stem(key)
    }
}

/// Words with which clauses begin.
const CLAUSE_OPENERS: &[&str] = &[
    "and", "but", "which", "who", "while", "although", "because", "where", "when", "as", "that",
    "after", "before",
];
