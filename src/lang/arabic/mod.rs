//! Arabic.

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

/// The module of Arabic.
pub(super) struct Arabic;

impl Language for Arabic {
    fn lang(&self) -> Lang {
        Lang::Arabic
    }

    fn name(&self) -> &'static str {
        "Arabic"
    }

    fn tags(&self) -> &'static [&'static str] {
        &["ar"]
    }

    fn direction(&self) -> Direction {
        Direction::Rtl
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
                "لا",
                "ولا",
                "فلا",
                "لم",
                "ولم",
                "فلم",
                "لن",
                "ولن",
                "فلن",
                "ليس",
                "وليس",
                "ليست",
                "وليست",
                "ليسوا",
                "لست",
                "لسنا",
                "ألا",
                "بلا",
                "بدون",
                "دون",
                "غير",
                "عدم",
                "بعدم",
                "لعدم",
                "وعدم",
            ],
            beginnings: &[],
            endings: &[],
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
    "حيث",
    "كما",
    "لكن",
    "ولكن",
    "بينما",
    "فيما",
    "وقد",
    "وقال",
    "وأضاف",
    "وأضافت",
    "وقالت",
    "وكان",
    "وكانت",
    "وأشار",
    "وأكد",
    "وذكر",
    "وتابع",
    "وأوضح",
    "وفي",
    "وهو",
    "وهي",
    "وأن",
    "إذ",
    "مما",
    "بحيث",
    "لأن",
    "رغم",
    "إلا",
    "غير",
];
