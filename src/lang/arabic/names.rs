//! What Arabic writes in one piece with a name: conjunctions, prepositions, the article.

use crate::lang::NameRules;

/// The conjunction stands before the preposition, and ل swallows the alef of the article. ف and ك
/// count before the article only: before other names they are rare, and make names of words.
pub(super) static RULES: NameRules = NameRules {
    prefixes: &[
        ("و", ""),
        ("لل", "ال"),
        ("ولل", "ال"),
        ("فلل", "ال"),
        ("فال", "ال"),
        ("كال", "ال"),
        ("ب", ""),
        ("ل", ""),
        ("وب", ""),
        ("ول", ""),
    ],
    article: "ال",
    conjunctions: &["و"],
    place_prepositions: &[
        "في",
        "إلى",
        "نحو",
        "داخل",
        "خارج",
        "قرب",
        "حول",
        "شمال",
        "شمالي",
        "جنوب",
        "جنوبي",
        "شرق",
        "شرقي",
        "غرب",
        "غربي",
        "وسط",
    ],
    careless_end: Some(('ى', 'ي')),
    ..NameRules::PLAIN
};
