//! Number words of Persian.

use crate::lang::Numerals;

pub(super) static NUMERALS: Numerals =
    Numerals { cardinals: &[], scales: &[], percent: &[], joiners: &[] };
