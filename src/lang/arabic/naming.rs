//! How Arabic takes up what it named before, and introduces names.

use crate::lang::NamingRules;

pub(super) static RULES: NamingRules = NamingRules {
    pointers: &["هذا", "هذه", "ذلك", "تلك"],
    known_as: &[
        "المعروف باسم",
        "المعروفة باسم",
        "المعروف اختصارا باسم",
        "المعروفة اختصارا باسم",
        "المعروف اختصارا",
        "المعروفة اختصارا",
        "المعروفين اختصارا",
        "المعروف ب",
        "المعروفة ب",
        "التي تعرف اختصارا",
        "الذي يعرف اختصارا",
        "اختصارا",
        "ويعرف اختصارا",
        "وتعرف اختصارا",
    ],
    joints: &["بن", "ابن", "بنت", "ولد"],
    openers: &["أبو", "أبي", "أبا", "آل", "ابن"],
    head_last: false,
    head_endings: &[],
    goes_on: &[],
    bare_is_definite: false,
    adjective_endings: &["ية", "وية", "ي"],
};
