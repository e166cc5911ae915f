//! Sentences and page furniture in English.

use crate::lang::SegmentationRules;

pub(super) static RULES: SegmentationRules = SegmentationRules { abbreviations: &[] };
