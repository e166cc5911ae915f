//! How Persian takes up what it named before, and introduces names.

use crate::lang::NamingRules;

pub(super) static RULES: NamingRules = NamingRules {
    pointers: &["این", "آن", "همین"],
    known_as: &[
        "موسوم به",
        "معروف به",
        "مشهور به",
        "معروف",
        "به اختصار",
        "با نام اختصاری",
        "با علامت اختصاری",
        "که به اختصار",
    ],
    joints: &["بن", "ابن", "بنت"],
    openers: &["ابو", "آل", "ابن"],
    head_last: false,
    head_endings: &[("ای", "ا"), ("وی", "و")],
    goes_on: &["از"],
    bare_is_definite: true,
    adjective_endings: &["ی", "ای", "شده"],
};
