//! What a figure means, where the letters of the text do not say it.

use super::strings::Strings;
use super::text::is_right_to_left;
use crate::calendar::Calendar;
use crate::concept::{Value, Written};
use crate::fold::key;
use crate::span::Span;

/// The value of a figure as the interface writes it: `1,500,000`, `2024-05-06`, `12 June`; none
/// where it would repeat what is written. `published` is the date of the text, as its manifest gives
/// it.
pub(super) fn note(
    s: &Strings,
    value: Value,
    written: &str,
    published: Option<&str>,
) -> Option<String> {
    let note = match value {
        // A share in words: 0.6667 says less than two thirds.
        Value::Number { value, written: Written::Words, percent: false, .. } if value < 1.0 => {
            return None;
        }
        Value::Number { value, .. } => s.figure(value),
        Value::Time { hour, minute, exact: true } => format!("{hour:02}:{minute:02}"),
        Value::Time { .. } => return None,
        Value::Date { year: Some(year), month: Some(month), day: Some(day), .. } => {
            format!("{year:04}-{month:02}-{day:02}")
        }
        Value::Date { written: Calendar::Gregorian, year, month: Some(month), day, .. } => {
            named(s, year, month, day)?
        }
        Value::Date { written, year: None, month: Some(month), day: Some(day), .. } => {
            let (_, month, day) = nearest(written, month, day, published?)?;
            named(s, None, month, Some(day))?
        }
        Value::Date { .. } => return None,
    };
    let said = words(written);
    let repeats = words(&note).iter().all(|word| said.contains(word));
    (!repeats).then_some(note)
}

/// The calendar in which a date is written, where either of two is not Gregorian.
pub(super) fn calendar(value: Value, other: Option<Value>) -> Option<Calendar> {
    let of = |value: Value| match value {
        Value::Date { written, month: Some(_), .. } => Some(written),
        _ => None,
    };
    let own = of(value)?;
    let others = [Some(own), other.and_then(of)];
    others.iter().flatten().any(|&calendar| calendar != Calendar::Gregorian).then_some(own)
}

/// "more than", where two figures are of one value and differ in this.
pub(super) fn limit(s: &Strings, value: Value, other: Value) -> Option<&'static str> {
    let Value::Number { value, approx: Some(approx), .. } = value else { return None };
    let Value::Number { value: other, approx: theirs, .. } = other else { return None };
    (value == other && theirs != Some(approx)).then(|| (s.approx)(approx))
}

/// "12 June".
fn named(s: &Strings, year: Option<i32>, month: u8, day: Option<u8>) -> Option<String> {
    let month = s.months.get(usize::from(month).checked_sub(1)?)?;
    let day = day.map(|day| s.number(usize::from(day)));
    let year = year.map(|year| s.figure(f64::from(year)));
    let parts = [day, Some((*month).to_owned()), year];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// The Gregorian date of a day without a year: of all the years the one nearest to the day on
/// which the text was published.
fn nearest(calendar: Calendar, month: u8, day: u8, published: &str) -> Option<(i32, u8, u8)> {
    let mut parts = published.get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let of = |part: Option<&str>| part?.parse().ok();
    let published = Calendar::Gregorian.to_days(year, of(parts.next())?, of(parts.next())?)?;
    let (year, ..) = calendar.from_days(published)?;
    let days = (year - 1..=year + 1)
        .filter_map(|year| calendar.to_days(year, month, day))
        .min_by_key(|days| days.abs_diff(published))?;
    Calendar::Gregorian.from_days(days)
}

/// The folded words of a figure, without what separates thousands.
fn words(text: &str) -> Vec<String> {
    let folded: String = key(text).chars().filter(|c| !matches!(c, '٬' | ',')).collect();
    let decimal = folded.replace('٫', ".");
    decimal
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// How a figure looks in running text where the bidirectional algorithm turns its parts around:
/// after Arabic letters a hyphen between digits is a neutral character (UAX #9, W2 and W6), so that
/// 2024-05-06 is seen as 06-05-2024.
pub(super) fn displayed(text: &str, span: Span) -> Option<String> {
    let written = span.of(text);
    let before = text.get(..span.start)?;
    let line = before.rsplit('\n').next().unwrap_or(before);
    let after_arabic = line.chars().rev().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left);
    let plain = written.chars().all(|c| c.is_numeric() || is_hyphen(c));
    if !after_arabic || !plain {
        return None;
    }
    let parts: Vec<&str> = written.split(is_hyphen).collect();
    let hyphens: String = written.chars().rev().filter(|&c| is_hyphen(c)).collect();
    if parts.len() < 2 || parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    let mut seen = String::new();
    let mut hyphens = hyphens.chars();
    for (at, part) in parts.iter().rev().enumerate() {
        if at > 0 {
            seen.extend(hyphens.next());
        }
        seen.push_str(part);
    }
    (seen != written).then_some(seen)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2012}' | '–' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::super::Ui;
    use super::*;
    use crate::concept::Approx;

    fn noted(ui: Ui, written: &str, value: Value) -> Option<String> {
        noted_in(ui, written, value, None)
    }

    fn noted_in(ui: Ui, written: &str, value: Value, published: Option<&str>) -> Option<String> {
        note(Strings::of(ui), value, written, published)
    }

    fn number(value: f64) -> Value {
        Value::Number {
            value,
            percent: false,
            written: Written::Digits,
            ordinal: false,
            approx: None,
            quantity: None,
        }
    }

    #[test]
    fn a_limit_is_named_where_it_differs() {
        let with = |limit| match number(48.0) {
            Value::Number { value, percent, written, ordinal, quantity, .. } => {
                Value::Number { value, percent, written, ordinal, quantity, approx: limit }
            }
            other => other,
        };
        let (more, less) = (with(Some(Approx::More)), with(Some(Approx::Less)));
        assert_eq!(limit(Strings::of(Ui::En), more, less), Some("more than"));
        assert_eq!(limit(Strings::of(Ui::Fa), less, more), Some("کمتر از"));
        assert_eq!(limit(Strings::of(Ui::En), more, more), None);
        assert_eq!(limit(Strings::of(Ui::En), with(None), more), None);
        assert_eq!(limit(Strings::of(Ui::En), more, number(50.0)), None);
    }

    #[test]
    fn a_value_is_noted_where_it_is_news() {
        assert_eq!(noted(Ui::En, "۴۸ میلیون", number(48e6)).as_deref(), Some("48,000,000"));
        assert_eq!(noted(Ui::Fa, "۴۸ میلیون", number(48e6)).as_deref(), Some("۴۸٬۰۰۰٬۰۰۰"));
        assert_eq!(noted(Ui::En, "٤٥٠", number(450.0)), None);
        assert_eq!(noted(Ui::Fa, "١٬٢٣٠", number(1230.0)), None);
        // 230 is not said by 1,230.
        assert_eq!(noted(Ui::En, "1,230", number(230.0)).as_deref(), Some("230"));
        assert_eq!(noted(Ui::En, "٢٫٥", number(2.5)), None);
    }

    #[test]
    fn a_date_without_a_year_has_a_month_by_name() {
        let date = |written, year| Value::Date {
            written,
            year,
            month: Some(6),
            day: Some(12),
            weekday: None,
            relative: None,
        };
        let june = date(Calendar::Gregorian, None);
        assert_eq!(noted(Ui::En, "12 حزيران", june).as_deref(), Some("12 June"));
        assert_eq!(noted(Ui::Fa, "۱۲ ژوئن", june), None);
        assert_eq!(noted(Ui::Ar, "12 حزيران/يونيو", june), None);
        assert_eq!(noted(Ui::En, "۱۲ شهریور", date(Calendar::Jalali, None)), None);
        let shahrivar = date(Calendar::Jalali, None);
        for (published, day) in [
            (Some("2025-11-11T08:00"), Some("3 September")),
            (Some("2025-13-45"), None),
            (Some("yesterday"), None),
            (Some("\u{6f2}\u{6f0}\u{6f2}\u{6f5}-11-11"), None),
        ] {
            let noted = noted_in(Ui::En, "۱۲ شهریور", shahrivar, published);
            assert_eq!(noted.as_deref(), day, "{published:?}");
        }
        let whole = date(Calendar::Jalali, Some(2025));
        assert_eq!(noted(Ui::En, "۲۲ خرداد ۱۴۰۴", whole).as_deref(), Some("2025-06-12"));
    }

    #[test]
    fn calendars_are_named_where_one_is_not_gregorian() {
        let date = |written| Value::Date {
            written,
            year: None,
            month: Some(6),
            day: Some(12),
            weekday: None,
            relative: None,
        };
        let (ours, theirs) = (date(Calendar::Gregorian), date(Calendar::Jalali));
        assert_eq!(calendar(ours, Some(theirs)), Some(Calendar::Gregorian));
        assert_eq!(calendar(theirs, Some(ours)), Some(Calendar::Jalali));
        assert_eq!(calendar(theirs, None), Some(Calendar::Jalali));
        assert_eq!(calendar(ours, Some(ours)), None);
        assert_eq!(calendar(number(12.0), Some(theirs)), None);
    }

    #[test]
    fn a_figure_that_is_seen_turned_around_is_told() {
        let seen = |text: &str, figure: &str| {
            let start = text.find(figure).expect("there");
            displayed(text, Span::new(start, start + figure.len()))
        };
        assert_eq!(seen("في 2024-05-06", "2024-05-06").as_deref(), Some("06-05-2024"));
        assert_eq!(seen("بین ۳۰–۴۰ نفر", "۳۰–۴۰").as_deref(), Some("۴۰–۳۰"));
        assert_eq!(seen("on 2024-05-06", "2024-05-06"), None);
        assert_eq!(seen("في 2024/05/06", "2024/05/06"), None);
        assert_eq!(seen("قال\n2024-05-06", "2024-05-06"), None);
        assert_eq!(seen("في -5", "-5"), None);
    }
}
