//! Number words of English.

use crate::lang::Numerals;

pub(super) static NUMERALS: Numerals =
    Numerals { cardinals: &[], scales: &[], percent: &[], joiners: &[] };
