//! What tells Persian from its neighbours.

use crate::lang::DetectionRules;

pub(super) static RULES: DetectionRules =
    DetectionRules { own_letters: &[], foreign_letters: &[], frequent_words: &[] };
