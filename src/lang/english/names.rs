//! What English writes in one piece with a name: the possessive.

use crate::lang::NameRules;

pub(super) static RULES: NameRules = NameRules {
    suffixes: &["'s", "'"],
    capitals: true,
    conjunctions: &["and"],
    place_prepositions: &["in", "near", "outside", "inside", "around"],
    ..NameRules::PLAIN
};
