//! Times of day: 15:30, 3:30 p.m., الساعة الثالثة والنصف.

use super::digits::digit;
use super::numeral::group;
use super::scan::{Scan, Sense};
use super::{ConceptKind, FoundBy, Mention, Value};
use crate::lang::DayPart;
use crate::segment::TokenKind;

/// Whether two values are one time of day, as far as both say which half of the day they mean.
pub fn same_time(a: &Value, b: &Value) -> bool {
    match (*a, *b) {
        (
            Value::Time { hour, minute, exact },
            Value::Time { hour: other_hour, minute: other_minute, exact: other_exact },
        ) => {
            minute == other_minute
                && (hour == other_hour || (!(exact && other_exact) && hour % 12 == other_hour % 12))
        }
        _ => false,
    }
}

/// Hours and minutes before a part of the day is applied.
struct Reading {
    hour: u8,
    minute: u8,
    exact: bool,
    /// The token behind.
    end: usize,
}

/// Reads the time that starts at a piece, behind a word for it or by its own shape.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<(Mention, usize)> {
    let token = scan.token_at(at)?;
    let opened = scan.is_word(token, &scan.words.clock);
    // Behind a number the word counts hours.
    if opened && at > 0 && is_number(scan.sense(at - 1)) {
        return None;
    }
    let first = token + usize::from(opened);
    let mut time = digital(scan, first, opened)
        .or_else(|| hour_alone(scan, first, opened))
        .or_else(|| opened.then(|| spoken(scan, first))?)?;
    if opened {
        add_minutes(scan, &mut time);
    }
    if let Some((part, end)) = day_part(scan, time.end) {
        time.hour = in_part(time.hour, part);
        time.exact = true;
        time.end = end;
    }
    let value = Value::Time { hour: time.hour, minute: time.minute, exact: time.exact };
    let name = if time.exact {
        format!("{:02}:{:02}", time.hour, time.minute)
    } else {
        format!("{}:{:02}", time.hour, time.minute)
    };
    let mention = Mention {
        span: scan.tokens.get(first)?.span.join(scan.tokens.get(time.end - 1)?.span),
        concept: format!("time:{name}"),
        kind: ConceptKind::Date,
        name,
        value: Some(value),
        found_by: FoundBy::Date,
    };
    Some((mention, scan.start(time.end)))
}

fn is_number(sense: Sense) -> bool {
    matches!(sense, Sense::Figure(_) | Sense::Cardinal(_) | Sense::Scale(..))
}

/// 15:30, and 3.30 beside a word that says it is a time.
fn digital(scan: &Scan<'_>, token: usize, opened: bool) -> Option<Reading> {
    let this = scan.tokens.get(token).filter(|this| this.kind == TokenKind::Number)?;
    let written = this.span.of(scan.text);
    // A minute of a match.
    let minutes = |token: usize| scan.is_word(token, &scan.words.minute_words);
    if !opened && (minutes(token.wrapping_sub(1)) || minutes(token + 1)) {
        return None;
    }
    let point = opened || day_part(scan, token + 1).is_some();
    let sign = if written.contains(':') { ':' } else { '.' };
    if sign == '.' && !point {
        return None;
    }
    let (hours, minutes) = written.split_once(sign)?;
    let (hour, minute) = (two_digits(hours)?, two_digits(minutes)?);
    let fits = hour <= 24 && minute < 60 && minutes.chars().count() == 2;
    fits.then(|| Reading {
        hour: hour % 24,
        minute,
        exact: hour > 12 || hours.chars().next().and_then(digit) == Some(0),
        end: token + 1,
    })
}

/// The number of one or two digits.
fn two_digits(text: &str) -> Option<u8> {
    if text.is_empty() || text.chars().count() > 2 {
        return None;
    }
    let mut value = 0;
    for c in text.chars() {
        value = value * 10 + u8::try_from(digit(c)?).ok()?;
    }
    Some(value)
}

/// An hour in digits, with a word before it or a mark such as "pm" behind.
fn hour_alone(scan: &Scan<'_>, token: usize, opened: bool) -> Option<Reading> {
    let Sense::Figure(figure) = scan.sense(scan.start(token)) else { return None };
    let next = token + 1;
    let whole = scan.start(next) == scan.start(token) + 1;
    let hour = u8::try_from(figure.whole().filter(|_| whole && figure.digits <= 2)?).ok()?;
    let counts = matches!(scan.sense(scan.start(next)), Sense::Scale(..))
        || scan.after_phrase(next, &scan.words.percent).is_some();
    let marked = scan.after_phrase(next, &scan.words.hour_marks).is_some();
    let fits = hour <= 24 && !counts && (opened || (marked && (1..=12).contains(&hour)));
    fits.then_some(Reading { hour: hour % 24, minute: 0, exact: hour > 12, end: next })
}

/// An hour in words: الثالثة, سه.
fn spoken(scan: &Scan<'_>, token: usize) -> Option<Reading> {
    let group = group(scan, scan.start(token))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 24")]
    let hour = (1.0..=24.0).contains(&group.value).then_some(group.value as u8)?;
    let end = scan.token_at(group.next).unwrap_or_else(|| scan.token(group.next) + 1);
    let counts = matches!(scan.sense(group.next), Sense::Scale(..))
        || scan.after_phrase(end, &scan.words.percent).is_some();
    (!counts).then_some(Reading {
        hour: hour % 24,
        minute: 0,
        exact: hour > 12,
        end: end.min(scan.tokens.len()),
    })
}

/// "And a half", "less a quarter", "and 40 minutes" behind an hour.
fn add_minutes(scan: &Scan<'_>, time: &mut Reading) {
    if time.minute > 0 {
        return;
    }
    let here = scan.start(time.end);
    let minutes_of = |token: usize| -> Option<u8> {
        let key = scan.key(token);
        let bare = scan.words.bare(key).map(|(bare, _, _)| bare);
        std::iter::once(key).chain(bare).find_map(|key| scan.words.hour_fractions.get(key)).copied()
    };
    if scan.words.hour_minus.contains(scan.key(time.end)) {
        if let Some(minutes) = minutes_of(time.end + 1) {
            time.hour = (time.hour + 23) % 24;
            time.minute = 60 - minutes;
            time.end += 2;
        }
        return;
    }
    // "And" stands alone or in one piece with the word.
    let alone = scan.sense(here) == Sense::Joiner && scan.token_at(here + 1).is_some();
    let attached = scan.words.bare(scan.key(time.end)).any(|(_, joined, _)| joined);
    if !alone && !attached {
        return;
    }
    let token = time.end + usize::from(alone);
    if let Some(minutes) = minutes_of(token) {
        (time.minute, time.end) = (minutes, token + 1);
        return;
    }
    let start = if alone { scan.start(token) } else { here + 1 };
    let counted = match scan.sense(start) {
        Sense::Figure(figure) => figure.whole().map(|value| (f64::from(value), start + 1)),
        _ => group(scan, start).map(|group| (group.value, group.next)),
    };
    if let Some((value, next)) = counted
        && (1.0..60.0).contains(&value)
        && let Some(word) = scan.token_at(next)
        && scan.words.minute_words.contains(scan.key(word))
    {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 60")]
        let minute = value as u8;
        (time.minute, time.end) = (minute, word + 1);
    }
}

/// The part of the day that a token begins, and the token behind.
fn day_part(scan: &Scan<'_>, token: usize) -> Option<(DayPart, usize)> {
    let parts = scan.words.day_parts.iter();
    parts.into_iter().find_map(|(phrase, part)| Some((*part, scan.after(token, phrase)?)))
}

/// The hour of the whole day that is meant by an hour of a part of it.
fn in_part(hour: u8, part: DayPart) -> u8 {
    match (part, hour) {
        (_, 13..) => hour,
        (DayPart::Morning, 12) | (DayPart::Night, 12) => 0,
        (DayPart::Afternoon, 1..=11) | (DayPart::Noon, 1..=4) | (DayPart::Night, 6..=11) => {
            hour + 12
        }
        _ => hour,
    }
}
