//! By what else than its concept a figure can meet one of the other text: a quantity in another
//! unit, a day said in another way.

use crate::calendar::{Calendar, Weekday};
use crate::concept::{Mention, Quantity, Value};

/// Two quantities in different units that are this near, as a share and in degrees Celsius, may be
/// one.
const CELL: f64 = 0.1;
const DEGREES: f64 = 3.0;
/// How surely converted quantities, days of a year and days of a week are the same.
const CONVERTED: f32 = 0.9;
const SAME_DAY: f32 = 0.95;
const SAME_WEEKDAY: f32 = 0.7;

/// Whether a mention of one word is a number with its unit.
pub(super) fn is_dual(mention: &Mention) -> bool {
    matches!(mention.value, Some(Value::Number { value, quantity: Some(_), .. }) if value == 2.0)
}

/// Where a quantity lies on two grids that are half a cell apart, so that two that are near each
/// other share a cell of one of them.
pub(super) fn quantity_keys(Quantity { unit, base }: Quantity) -> Vec<(String, f32)> {
    if unit.is_currency() {
        return Vec::new();
    }
    let at = if unit.dimension() == "temperature" {
        base / DEGREES
    } else if base > 0.0 {
        base.ln() / CELL
    } else {
        return Vec::new();
    };
    let cell = |grid: char, at: f64| format!("quantity:{}:{grid}{}", unit.dimension(), at.floor());
    vec![(cell('a', at), CONVERTED), (cell('b', at + 0.5), CONVERTED)]
}

/// By what else than its concept a date or time can meet another: the weekday that it is, the day
/// of the year without the year, the day counted from that of the article, the hour of the half
/// day.
pub(super) fn moment_keys(value: Value) -> Vec<(String, f32)> {
    let mut moments = Vec::new();
    match value {
        Value::Date { written, year, month, day, weekday, relative } => {
            if let (Some(month), Some(day)) = (month, day) {
                let full = year.is_some();
                let calendar = if full { Calendar::Gregorian } else { written };
                let years = year.as_ref().map_or(sample(calendar), std::slice::from_ref);
                for days in years.iter().filter_map(|&year| calendar.to_days(year, month, day)) {
                    if let Some((_, month, day)) = Calendar::Gregorian.from_days(days) {
                        moments.push((format!("day:{month}-{day}"), SAME_DAY));
                    }
                    if full {
                        moments.push((weekday_key(Weekday::of(days)), SAME_WEEKDAY));
                    }
                }
                moments.dedup();
            }
            moments.extend(weekday.map(|weekday| (weekday_key(weekday), SAME_DAY)));
            moments.extend(relative.map(|days| (format!("relative:{days}"), SAME_DAY)));
        }
        Value::Time { hour, minute, .. } => {
            moments.push((format!("time:{}:{minute}", hour % 12), SAME_DAY));
        }
        Value::Number { .. } => {}
    }
    moments
}

/// Years in which a day without a year is looked at: a leap year and the next. None of the lunar
/// calendar, whose days move through the seasons.
fn sample(calendar: Calendar) -> &'static [i32] {
    match calendar {
        Calendar::Gregorian => &[2017],
        Calendar::Jalali => &[1395, 1396],
        Calendar::Hijri => &[],
    }
}

fn weekday_key(weekday: Weekday) -> String {
    format!("on:{}", weekday.name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concept::figures_of;
    use crate::lang::Lang;

    /// The best quality at which the first figures of two texts meet.
    fn met(a: (Lang, &str), b: (Lang, &str)) -> Option<f32> {
        // 5 May 2017, a Friday.
        let published = Calendar::Gregorian.to_days(2017, 5, 5);
        let keys = |(lang, text): (Lang, &str)| {
            let mention = figures_of(text, lang, published).into_iter().next().expect(text);
            match mention.value.expect("a value") {
                Value::Number { quantity, .. } => quantity_keys(quantity.expect("a unit")),
                value => moment_keys(value),
            }
        };
        let others = keys(b);
        let shared = keys(a).into_iter().filter_map(|(key, quality)| {
            let (_, other) = others.iter().find(|(other, _)| *other == key)?;
            Some(quality * other)
        });
        shared.max_by(f32::total_cmp)
    }

    #[test]
    fn quantities_meet_in_other_units() {
        let (ar, fa, en) = (Lang::Arabic, Lang::Persian, Lang::English);
        for (a, b) in [
            ((ar, "160 كيلومترا"), (en, "100 miles")),
            ((en, "6 feet"), (fa, "۱۸۳ سانتی‌متر")),
            ((en, "86 degrees Fahrenheit"), (ar, "30 درجة مئوية")),
            ((ar, "يومين"), (fa, "۴۸ ساعت")),
        ] {
            assert!(met(a, b).is_some(), "{a:?} {b:?}");
        }
        for (a, b) in [
            ((ar, "100 كيلومتر"), (en, "100 miles")),
            ((ar, "5 كيلومترات"), (fa, "۵ کیلوگرم")),
            ((en, "5 dollars"), (fa, "۵ یورو")),
        ] {
            assert_eq!(met(a, b), None, "{a:?} {b:?}");
        }
    }

    #[test]
    fn days_meet_however_they_are_said() {
        let (ar, fa, en) = (Lang::Arabic, Lang::Persian, Lang::English);
        for (a, b) in [
            ((ar, "أمس"), (fa, "۴ مه ۲۰۱۷")),
            ((ar, "أمس"), (fa, "پنجشنبه")),
            ((ar, "أمس"), (en, "yesterday")),
            ((fa, "پنجشنبه"), (en, "May 4, 2017")),
            ((ar, "الخميس الماضي"), (fa, "۱۴ اردیبهشت")),
            ((ar, "4 أيار 2017"), (fa, "۴ مه")),
            ((ar, "الساعة الثالثة والنصف"), (en, "3:30 p.m.")),
            ((fa, "ساعت ۱۵:۳۰"), (en, "3:30 p.m.")),
        ] {
            assert!(met(a, b).is_some_and(|quality| quality > 0.4), "{a:?} {b:?}");
        }
        for (a, b) in [
            ((ar, "أمس"), (fa, "جمعه")),
            ((ar, "أمس"), (fa, "۶ مه ۲۰۱۷")),
            ((fa, "ساعت ۱۵:۳۰"), (en, "3:40 p.m.")),
        ] {
            assert_eq!(met(a, b), None, "{a:?} {b:?}");
        }
    }
}
