//! What Persian writes in one piece with a name: plural, ezafe after a vowel, the indefinite and the
//! relative ی, pronouns.

use crate::lang::NameRules;

pub(super) static RULES: NameRules = NameRules {
    prefixes: &[],
    article: "",
    suffixes: &["ی", "ها", "های", "هایی", "هایش", "یی", "ای", "اش", "شان"],
    capitals: false,
};
