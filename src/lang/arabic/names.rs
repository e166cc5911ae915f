//! What Arabic writes in one piece with a name: conjunctions, prepositions, the article.

use crate::lang::NameRules;

/// The conjunction stands before the preposition, and ل swallows the alef of the article.
pub(super) static RULES: NameRules = NameRules {
    prefixes: &[
        ("و", ""),
        ("ف", ""),
        ("لل", "ال"),
        ("ولل", "ال"),
        ("فلل", "ال"),
        ("ب", ""),
        ("ل", ""),
        ("ك", ""),
        ("وب", ""),
        ("ول", ""),
        ("وك", ""),
        ("فب", ""),
        ("فل", ""),
    ],
    suffixes: &[],
    capitals: false,
};
