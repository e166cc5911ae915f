//! What Persian writes in one piece with a name: plural, ezafe after a vowel, the indefinite and the
//! relative ی, pronouns.

use crate::lang::NameRules;

pub(super) static RULES: NameRules = NameRules {
    suffixes: &["ی", "ها", "های", "هایی", "هایش", "یی", "ای", "اش", "شان"],
    conjunctions: &["و"],
    place_prepositions: &["در", "داخل", "نزدیک", "نزدیکی", "شمال", "جنوب", "شرق", "غرب", "مرکز"],
    ..NameRules::PLAIN
};
