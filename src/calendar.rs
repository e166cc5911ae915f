//! Calendars: Gregorian, Jalali (solar Hijri) and tabular Hijri (lunar, civil epoch).
//!
//! Dates meet in a day number: days since 1970-01-01 of the proleptic Gregorian calendar.

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

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The weekday of a day number.
    pub const fn of(days: i64) -> Self {
        // Day 0 was a Thursday.
        match days.rem_euclid(7) {
            0 => Self::Thursday,
            1 => Self::Friday,
            2 => Self::Saturday,
            3 => Self::Sunday,
            4 => Self::Monday,
            5 => Self::Tuesday,
            _ => Self::Wednesday,
        }
    }

    /// The English name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }
}

/// Years outside of this range are no dates of any text; the bound keeps all arithmetic in range.
const YEARS: std::ops::RangeInclusive<i32> = -9999..=9999;

/// First years of the runs of Jalali leap years that are 33 (or 29, 37) years long, after
/// Birashk's table as corrected by Borkowski (1996); between them every fourth year leaps.
const JALALI_BREAKS: [i32; 20] = [
    -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324,
    2394, 2456, 3178,
];

/// Days from the civil epoch of the Hijri calendar (16 July 622 Julian) to 1970-01-01, negated.
const HIJRI_EPOCH: i64 = -492_148;

const GREGORIAN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const JALALI_MONTHS: [&str; 12] = [
    "Farvardin",
    "Ordibehesht",
    "Khordad",
    "Tir",
    "Mordad",
    "Shahrivar",
    "Mehr",
    "Aban",
    "Azar",
    "Dey",
    "Bahman",
    "Esfand",
];

const HIJRI_MONTHS: [&str; 12] = [
    "Muharram",
    "Safar",
    "Rabi al-Awwal",
    "Rabi al-Thani",
    "Jumada al-Awwal",
    "Jumada al-Thani",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qadah",
    "Dhu al-Hijjah",
];

impl Calendar {
    /// The name in concept identifiers, as in the serialised form: `gregorian`, `jalali`, `hijri`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gregorian => "gregorian",
            Self::Jalali => "jalali",
            Self::Hijri => "hijri",
        }
    }

    /// The English name of a month from 1 to 12; the empty string for any other number.
    pub fn month_name(self, month: u8) -> &'static str {
        let names = match self {
            Self::Gregorian => &GREGORIAN_MONTHS,
            Self::Jalali => &JALALI_MONTHS,
            Self::Hijri => &HIJRI_MONTHS,
        };
        names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
    }

    /// The number of days of a month; none where the calendar has no such month or the year lies
    /// outside of what the calendar covers (Jalali: -61 to 3177).
    pub fn days_in_month(self, year: i32, month: u8) -> Option<u8> {
        if !YEARS.contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        Some(match self {
            Self::Gregorian => match month {
                2 if is_gregorian_leap(year) => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            },
            Self::Jalali => match (month, jalali_year(year)?.leap) {
                (1..=6, _) => 31,
                (12, false) => 29,
                _ => 30,
            },
            Self::Hijri => match month {
                12 if is_hijri_leap(year) => 30,
                _ => 29 + month % 2,
            },
        })
    }

    /// The day number of a date; none where the calendar has no such day.
    pub fn to_days(self, year: i32, month: u8, day: u8) -> Option<i64> {
        if day == 0 || day > self.days_in_month(year, month)? {
            return None;
        }
        let first = match self {
            Self::Gregorian => gregorian_month_start(year, month),
            Self::Jalali => {
                let before = i64::from(month) - 1;
                // Six months of 31 days, then months of 30.
                jalali_year(year)?.nowruz + before * 31 - (before - 6).max(0)
            }
            Self::Hijri => {
                let before = i64::from(month) - 1;
                hijri_year_start(year) + (before * 59 + 1) / 2
            }
        };
        Some(first + i64::from(day) - 1)
    }

    /// The date of a day number as year, month, day; none outside of the years of the calendar.
    pub fn from_days(self, days: i64) -> Option<(i32, u8, u8)> {
        // All three years are within two days of these mean lengths, so a guess is off by one at most.
        let (epoch_year, mean, epoch) = match self {
            Self::Gregorian => (1970, 365.2425, 0),
            Self::Jalali => (1, 365.2422, self.to_days(1, 1, 1)?),
            Self::Hijri => (1, 354.366_67, HIJRI_EPOCH),
        };
        if !(-5_000_000..5_000_000).contains(&days) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "bounded just above")]
        let guess = epoch_year + (((days - epoch) as f64) / mean).floor() as i32;
        for year in [guess + 1, guess, guess - 1] {
            let Some(start) = self.to_days(year, 1, 1) else { continue };
            if start > days {
                continue;
            }
            let mut rest = days - start;
            for month in 1..=12 {
                let length = self.days_in_month(year, month)?;
                if rest < i64::from(length) {
                    return Some((year, month, u8::try_from(rest + 1).ok()?));
                }
                rest -= i64::from(length);
            }
        }
        None
    }
}

fn is_gregorian_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Day number of the first of a month, by eras of 400 years that begin in March (H. Hinnant,
/// "chrono-compatible low-level date algorithms").
fn gregorian_month_start(year: i32, month: u8) -> i64 {
    let month = i64::from(month);
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

struct JalaliYear {
    /// Day number of 1 Farvardin.
    nowruz: i64,
    leap: bool,
}

/// K. M. Borkowski's arithmetic for the astronomical calendar ("The Persian calendar for 3000
/// years", 1996); it agrees with the equinox in Tehran for the years 1178 to 1633.
fn jalali_year(year: i32) -> Option<JalaliYear> {
    let next = JALALI_BREAKS.iter().position(|&start| year < start)?;
    let &start = JALALI_BREAKS.get(next.checked_sub(1)?)?;
    let jump = JALALI_BREAKS[next] - start;
    // Leap years in the runs that are over.
    let mut leaps = -14;
    for run in JALALI_BREAKS[..next].windows(2) {
        let length = run[1] - run[0];
        leaps += length / 33 * 8 + length % 33 / 4;
    }
    let mut of_run = year - start;
    leaps += of_run / 33 * 8 + (of_run % 33 + 3) / 4;
    if jump % 33 == 4 && jump - of_run == 4 {
        leaps += 1;
    }
    let gregorian = year + 621;
    let gregorian_leaps = gregorian / 4 - (gregorian / 100 + 1) * 3 / 4 - 150;
    let day_of_march = i64::from(20 + leaps - gregorian_leaps);
    if jump - of_run < 6 {
        of_run = of_run - jump + (jump + 4) / 33 * 33;
    }
    let leap = ((of_run + 1).rem_euclid(33) - 1).rem_euclid(4) == 0 && (of_run + 1) % 33 != 0;
    Some(JalaliYear { nowruz: gregorian_month_start(gregorian, 3) + day_of_march - 1, leap })
}

fn is_hijri_leap(year: i32) -> bool {
    (11 * i64::from(year) + 14).rem_euclid(30) < 11
}

/// Day number of 1 Muharram in the tabular calendar of type II (leap years 2, 5, 7, 10, 13, 16,
/// 18, 21, 24, 26, 29 of the cycle of 30).
fn hijri_year_start(year: i32) -> i64 {
    let before = i64::from(year) - 1;
    HIJRI_EPOCH + before * 354 + (11 * before + 14).div_euclid(30)
}

#[cfg(test)]
mod tests {
    use icu_calendar::cal::Hijri;
    use icu_calendar::cal::hijri::{TabularAlgorithmEpoch, TabularAlgorithmLeapYears};
    use icu_calendar::{AsCalendar, Date};
    use proptest::prelude::*;

    use super::*;

    const ALL: [Calendar; 3] = [Calendar::Gregorian, Calendar::Jalali, Calendar::Hijri];

    /// The day number of ICU, which counts from 0001-01-01.
    fn theirs<A: AsCalendar>(date: &Date<A>) -> i64 {
        date.to_rata_die().to_i64_date() - 719_163
    }

    #[test]
    fn known_days() {
        for (calendar, date, gregorian) in [
            (Calendar::Jalali, (1357, 11, 22), (1979, 2, 11)),
            (Calendar::Jalali, (1396, 8, 11), (2017, 11, 2)),
            (Calendar::Jalali, (1399, 12, 30), (2021, 3, 20)),
            (Calendar::Jalali, (1403, 12, 30), (2025, 3, 20)),
            (Calendar::Hijri, (1439, 2, 13), (2017, 11, 3)),
            (Calendar::Hijri, (1, 1, 1), (622, 7, 19)),
            (Calendar::Gregorian, (2000, 2, 29), (2000, 2, 29)),
        ] {
            let days = calendar.to_days(date.0, date.1, date.2).expect("a day");
            assert_eq!(Calendar::Gregorian.from_days(days), Some(gregorian), "{date:?}");
            assert_eq!(calendar.from_days(days), Some(date));
        }
        assert_eq!(Calendar::Gregorian.to_days(1970, 1, 1), Some(0));
    }

    #[test]
    fn weekdays() {
        for ((year, month, day), weekday) in [
            ((1969, 12, 31), Weekday::Wednesday),
            ((1970, 1, 1), Weekday::Thursday),
            ((2017, 5, 4), Weekday::Thursday),
            ((2024, 2, 29), Weekday::Thursday),
            ((2026, 11, 22), Weekday::Sunday),
        ] {
            let days = Calendar::Gregorian.to_days(year, month, day).expect("a day");
            assert_eq!(Weekday::of(days), weekday);
            assert_eq!(Weekday::of(days + 7), weekday);
        }
    }

    #[test]
    fn days_that_do_not_exist() {
        assert_eq!(Calendar::Jalali.to_days(1396, 12, 30), None);
        assert_eq!(Calendar::Gregorian.to_days(1900, 2, 29), None);
        assert_eq!(Calendar::Hijri.to_days(1439, 2, 30), None);
        for calendar in ALL {
            for (year, month, day) in [(1400, 0, 1), (1400, 13, 1), (1400, 1, 0), (1400, 1, 32)] {
                assert_eq!(calendar.to_days(year, month, day), None);
            }
            assert_eq!(calendar.to_days(i32::MAX, 1, 1), None);
            assert_eq!(calendar.to_days(i32::MIN, 1, 1), None);
            assert_eq!(calendar.from_days(i64::MAX), None);
        }
    }

    #[test]
    fn jalali_agrees_with_icu_on_every_month() {
        for year in 1178..=1500 {
            for month in 1..=12 {
                let date = Date::try_new_persian(year, month, 1).expect("a month");
                let ours = Calendar::Jalali.to_days(year, month, 1);
                assert_eq!(ours, Some(theirs(&date)), "{year}-{month}");
                let length = Calendar::Jalali.days_in_month(year, month);
                assert_eq!(length, Some(date.days_in_month()), "{year}-{month}");
            }
        }
    }

    #[test]
    fn hijri_agrees_with_icu_on_every_month() {
        let calendar =
            Hijri::new_tabular(TabularAlgorithmLeapYears::TypeII, TabularAlgorithmEpoch::Friday);
        for year in -100..=2000 {
            for month in 1..=12 {
                let date =
                    Date::try_new_hijri_with_calendar(year, month, 1, calendar).expect("a month");
                let ours = Calendar::Hijri.to_days(year, month, 1);
                assert_eq!(ours, Some(theirs(&date)), "{year}-{month}");
                let length = Calendar::Hijri.days_in_month(year, month);
                assert_eq!(length, Some(date.days_in_month()), "{year}-{month}");
            }
        }
    }

    #[test]
    fn gregorian_agrees_with_icu_on_every_month() {
        for year in -400..=2400 {
            for month in 1..=12 {
                let date = Date::try_new_iso(year, month, 1).expect("a month");
                assert_eq!(Calendar::Gregorian.to_days(year, month, 1), Some(theirs(&date)));
            }
        }
    }

    proptest! {
        #[test]
        fn there_and_back(days in -400_000i64..500_000) {
            for calendar in ALL {
                let (year, month, day) = calendar.from_days(days).expect("in range");
                prop_assert_eq!(calendar.to_days(year, month, day), Some(days));
            }
        }

        #[test]
        fn never_panics(days in any::<i64>(), year in any::<i32>(), month in any::<u8>(), day in any::<u8>()) {
            for calendar in ALL {
                let _ = calendar.from_days(days);
                let _ = calendar.to_days(year, month, day);
            }
        }
    }
}
