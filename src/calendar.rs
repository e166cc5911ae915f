//! Calendars: Gregorian, Jalali (solar Hijri) and tabular Hijri (lunar, civil epoch).

use serde::{Deserialize, Serialize};

/// A calendar in which a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// Gregorian.
    Gregorian,
    /// Solar Hijri, of Iran and Afghanistan.
    Jalali,
    /// Lunar Hijri, tabular; off from sighted months by a day or two.
    Hijri,
}
