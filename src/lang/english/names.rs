//! What English writes in one piece with a name: the possessive.

use crate::lang::NameRules;

pub(super) static RULES: NameRules =
    NameRules { prefixes: &[], article: "", suffixes: &["'s", "'"], capitals: true };
