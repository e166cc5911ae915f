//! Persian.

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

/// The module of Persian.
pub(super) struct Persian;

impl Language for Persian {
    fn lang(&self) -> Lang {
        Lang::Persian
    }

    fn name(&self) -> &'static str {
        "Persian"
    }

    fn tags(&self) -> &'static [&'static str] {
        &["fa", "prs", "pes"]
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

    fn closes_clause(&self, key: &str) -> bool {
        morphology::is_finite_verb(key)
    }

    fn negation(&self) -> &'static NegationRules {
        &NegationRules {
            words: &["نه", "هیچ", "هیچ‌کس", "هیچ‌گاه", "هرگز", "بدون", "عدم", "غیر"],
            beginnings: &[
                "نمی",
                "نخواه",
                "ندار",
                "نداشت",
                "نکرد",
                "نشد",
                "نبود",
                "نیست",
                "نباید",
                "نباش",
                "نتوان",
                "نداد",
                "نگرف",
                "نیاف",
                "نرسید",
                "نگذاش",
                "ندید",
                "نگف",
                "نیام",
                "نرف",
                "نپذیرف",
                "نساخ",
                "نماند",
            ],
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
    "و",
    "که",
    "اما",
    "ولی",
    "همچنین",
    "زیرا",
    "چراکه",
    "درحالی",
    "وی",
    "او",
    "چون",
    "تا",
    "اگرچه",
    "هرچند",
    "بلکه",
];
