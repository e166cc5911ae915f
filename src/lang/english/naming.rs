//! How English takes up what it named before, and introduces names.

use crate::lang::NamingRules;

pub(super) static RULES: NamingRules = NamingRules {
    pointers: &["the", "this", "that"],
    known_as: &[
        "known as",
        "better known as",
        "also known as",
        "known by its acronym",
        "abbreviated",
    ],
    joints: &["bin", "ibn", "al", "el", "de", "van", "von", "der", "bint"],
    openers: &["abu"],
    head_last: true,
    head_endings: &[],
    goes_on: &["of"],
    bare_is_definite: false,
    adjective_endings: &[],
};
