//! Number words of Arabic.

use crate::lang::Numerals;

pub(super) static NUMERALS: Numerals =
    Numerals { cardinals: &[], scales: &[], percent: &[], joiners: &[] };
