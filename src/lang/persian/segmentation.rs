//! Sentences and page furniture in Persian.

use crate::lang::SegmentationRules;

pub(super) static RULES: SegmentationRules = SegmentationRules { abbreviations: &[] };
