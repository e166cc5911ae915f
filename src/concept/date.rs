//! Dates as values: what they can mean, how they compare, what they are called.

use super::{ConceptKind, FoundBy, Mention, Value};
use crate::calendar::{Calendar, Weekday};
use crate::span::Span;

/// Days by which a tabular Hijri date may miss the day that was meant, since months begin with the
/// sighting of the moon.
const HIJRI_TOLERANCE: i64 = 1;

/// Day numbers of the years 2015 to 2022, in which two dates without a year are compared: they
/// hold leap years of all calendars.
const SAMPLE: (i64, i64) = (16_436, 19_357);

/// How two dates are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateMatch {
    /// One and the same, as far as both are given.
    Same,
    /// One says less than the other or counts by another calendar, and nothing speaks against it.
    Compatible,
    /// They cannot be the same.
    Different,
}

/// Compares two dates across calendars and precisions.
///
/// A date written in the lunar calendar may be off by a day. A plain number is compatible with the
/// year that it may be ("2017" beside "in 2017"); any other number is different.
pub fn same_date(a: &Value, b: &Value) -> DateMatch {
    match (Parts::of(a), Parts::of(b)) {
        (Some(a), Some(b)) => a.compare(b),
        (Some(date), None) => date.compare_year(b),
        (None, Some(date)) => date.compare_year(a),
        (None, None) => DateMatch::Different,
    }
}

/// A date as far as it is known, in the calendar in which its fields are given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Parts {
    pub written: Calendar,
    pub year: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub weekday: Option<Weekday>,
    /// Days from that of the article, where the text counts from it.
    pub relative: Option<i16>,
}

impl Parts {
    /// A date as its parts say it, without weekday.
    pub const fn new(
        written: Calendar,
        year: Option<i32>,
        month: Option<u8>,
        day: Option<u8>,
    ) -> Self {
        Self { written, year, month, day, weekday: None, relative: None }
    }

    /// The parts of a value that is a date.
    pub fn of(value: &Value) -> Option<Self> {
        match *value {
            Value::Date { written, year, month, day, weekday, relative } => {
                Some(Self { written, year, month, day, weekday, relative })
            }
            Value::Number { .. } | Value::Time { .. } => None,
        }
    }

    /// The calendar of the fields in a [`Value::Date`].
    fn calendar(self) -> Calendar {
        if self.year.is_some() && self.month.is_some() && self.day.is_some() {
            Calendar::Gregorian
        } else {
            self.written
        }
    }

    /// Whether it is no date but a weekday, or a day counted from one that is not known.
    const fn is_undated(self) -> bool {
        self.year.is_none() && self.month.is_none() && self.day.is_none()
    }

    /// The weekday that it names or, as a full date, is.
    fn weekday(self) -> Option<Weekday> {
        let of_date = || {
            let days = self.calendar().to_days(self.year?, self.month?, self.day?)?;
            Some(Weekday::of(days))
        };
        of_date().or(self.weekday)
    }

    /// Compares two of which one at least has no date.
    fn compare_undated(self, other: Self) -> DateMatch {
        if let (Some(a), Some(b)) = (self.relative, other.relative) {
            return if a == b { DateMatch::Same } else { DateMatch::Different };
        }
        match (self.weekday(), other.weekday()) {
            (Some(a), Some(b)) if a != b => DateMatch::Different,
            (Some(_), Some(_)) if self.is_undated() && other.is_undated() => DateMatch::Same,
            (Some(_), Some(_)) => DateMatch::Compatible,
            _ => DateMatch::Different,
        }
    }

    fn compare(self, other: Self) -> DateMatch {
        if self.is_undated() || other.is_undated() {
            return self.compare_undated(other);
        }
        let fields = |parts: Self| (parts.calendar(), parts.year, parts.month, parts.day);
        if fields(self) == fields(other) {
            return DateMatch::Same;
        }
        let lunar = [self.written, other.written].contains(&Calendar::Hijri);
        let tolerance = if lunar { HIJRI_TOLERANCE } else { 0 };
        let window = self.fixed().or(other.fixed()).unwrap_or(SAMPLE);
        let theirs = other.stretches(window);
        let meets = self
            .stretches(window)
            .iter()
            .any(|a| theirs.iter().any(|b| a.0 <= b.1 + tolerance && b.0 <= a.1 + tolerance));
        match (meets, self.day.and(self.year).is_some() && other.day.and(other.year).is_some()) {
            (true, true) => DateMatch::Same,
            (true, false) => DateMatch::Compatible,
            (false, _) => DateMatch::Different,
        }
    }

    fn compare_year(self, number: &Value) -> DateMatch {
        match *number {
            Value::Number { value, percent: false, .. }
                if self.year.is_some_and(|year| f64::from(year) == value) =>
            {
                DateMatch::Compatible
            }
            _ => DateMatch::Different,
        }
    }

    /// First and last day where the year is known.
    fn fixed(self) -> Option<(i64, i64)> {
        let calendar = self.calendar();
        self.stretch(calendar, self.year?)
    }

    fn stretch(self, calendar: Calendar, year: i32) -> Option<(i64, i64)> {
        let (first_month, last_month) = self.month.map_or((1, 12), |month| (month, month));
        let last = calendar.days_in_month(year, last_month)?;
        let (from, to) = self.day.map_or((1, last), |day| (day, day));
        Some((calendar.to_days(year, first_month, from)?, calendar.to_days(year, last_month, to)?))
    }

    /// Every stretch of days that the date can mean, in and around a window.
    fn stretches(self, window: (i64, i64)) -> Vec<(i64, i64)> {
        let calendar = self.calendar();
        if self.year.is_some() {
            return self.fixed().into_iter().collect();
        }
        let year = |days| calendar.from_days(days).map(|(year, _, _)| year);
        let (Some(first), Some(last)) = (year(window.0), year(window.1)) else { return Vec::new() };
        (first - 1..=last + 1).filter_map(|year| self.stretch(calendar, year)).collect()
    }

    /// The mention; none where the calendar has no such date.
    pub fn mention(mut self, span: Span) -> Option<Mention> {
        let calendar = self.written;
        if let (Some(year), Some(month), Some(day)) = (self.year, self.month, self.day) {
            let days = calendar.to_days(year, month, day).or_else(|| {
                // A sighted month may have 30 days where the tabular one has 29.
                (calendar == Calendar::Hijri && day == 30)
                    .then(|| calendar.to_days(year, month, 29).map(|days| days + 1))?
            })?;
            let (year, month, day) = Calendar::Gregorian.from_days(days)?;
            (self.year, self.month, self.day) = (Some(year), Some(month), Some(day));
        } else if let (Some(month), Some(day)) = (self.month, self.day) {
            let longest = match calendar {
                Calendar::Gregorian => calendar.days_in_month(2000, month)?,
                Calendar::Jalali => calendar.days_in_month(1399, month)?,
                Calendar::Hijri => 30,
            };
            if day == 0 || day > longest {
                return None;
            }
        }
        Some(self.mention_as_is(span))
    }

    /// The mention of parts that are known to be a date, a full one in the Gregorian calendar.
    pub fn mention_as_is(self, span: Span) -> Mention {
        let Self { written, year, month, day, weekday, relative } = self;
        Mention {
            span,
            concept: self.concept(),
            kind: ConceptKind::Date,
            name: self.name(),
            value: Some(Value::Date { written, year, month, day, weekday, relative }),
            found_by: FoundBy::Date,
        }
    }

    /// ISO 8601 with `--` for a missing year; other calendars than the Gregorian are named.
    fn concept(self) -> String {
        if self.is_undated() {
            return match (self.weekday, self.relative) {
                (Some(weekday), _) => format!("weekday:{}", weekday.name().to_lowercase()),
                (None, days) => format!("day:{:+}", days.unwrap_or(0)),
            };
        }
        let calendar = match self.calendar() {
            Calendar::Gregorian => String::new(),
            other => format!("{}:", other.name()),
        };
        let year = self.year.map_or("-".to_owned(), |year| format!("{year:04}"));
        let month = self.month.map_or(String::new(), |month| format!("-{month:02}"));
        let day = self.day.map_or(String::new(), |day| format!("-{day:02}"));
        format!("date:{calendar}{year}{month}{day}")
    }

    fn name(self) -> String {
        let mut words = Vec::new();
        words.extend(self.weekday.map(|weekday| weekday.name().to_owned()));
        if self.is_undated() && self.weekday.is_none() {
            words.push(match self.relative {
                Some(-1) => "yesterday".to_owned(),
                Some(1) => "tomorrow".to_owned(),
                Some(days @ ..-1) => format!("{} days before", days.unsigned_abs()),
                Some(days @ 2..) => format!("in {days} days"),
                _ => "today".to_owned(),
            });
        }
        words.extend(self.day.map(|day| day.to_string()));
        words.extend(self.month.map(|month| self.calendar().month_name(month).to_owned()));
        words.extend(self.year.map(|year| year.to_string()));
        match self.calendar() {
            Calendar::Jalali if self.year.is_some() => words.push("SH".to_owned()),
            Calendar::Hijri if self.year.is_some() => words.push("AH".to_owned()),
            _ => {}
        }
        words.join(" ")
    }
}
