//! Sentences and page furniture in Arabic.

use crate::lang::SegmentationRules;

pub(super) static RULES: SegmentationRules = SegmentationRules { abbreviations: &[] };
