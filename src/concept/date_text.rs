//! Dates in a text: day, month and year in words and digits.

use super::date::Parts;
use super::digits::Figure;
use super::scan::{Scan, Sense};
use super::words::{Care, Words};
use super::{Mention, numeral};
use crate::calendar::Calendar;
use crate::segment::TokenKind;

/// Years that are taken for Gregorian ones where only a word for "year" says so.
const PLAIN_YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

/// Whether three numbers with one separator can be a date at all.
pub(super) fn is_date_shape([a, b, c]: &[Figure; 3], words: &Words) -> bool {
    let upto =
        |figure: &Figure, limit: f64| figure.digits <= 2 && (1.0..=limit).contains(&figure.value);
    match (a.digits, c.digits) {
        (4, _) => upto(b, 12.0) && upto(c, 31.0),
        (_, 4) => (upto(a, 31.0) && upto(b, 12.0)) || (upto(a, 12.0) && upto(b, 31.0)),
        (2, _) => is_short_jalali(a, words) && upto(b, 12.0) && upto(c, 31.0),
        _ => false,
    }
}

/// ۹۶ for 1396, where the solar calendar is the one of the country.
fn is_short_jalali(year: &Figure, words: &Words) -> bool {
    matches!(words.old_years.first(), Some((Calendar::Jalali, ..)))
        && year.digits == 2
        && (60.0..=99.0).contains(&year.value)
}

/// Reads the dates that start at a piece: several where one month or year word serves many.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<(Vec<Mention>, usize)> {
    match scan.sense(at) {
        Sense::Dated(parts) => Some(numeric(scan, at, parts)),
        Sense::Figure(figure) if figure.digits == 4 => year_with_era(scan, at, figure),
        Sense::Figure(_) | Sense::Cardinal(_) | Sense::Ordinal(_) => day_first(scan, at),
        Sense::Other => month_first(scan, at).or_else(|| years(scan, at)),
        _ => None,
    }
}

fn numeric(scan: &Scan<'_>, at: usize, [a, b, c]: [Figure; 3]) -> (Vec<Mention>, usize) {
    let small = |figure: Figure| figure.whole().and_then(|value| u8::try_from(value).ok());
    let token = scan.token(at);
    let mut parts = Parts::new(Calendar::Gregorian, None, None, None);
    if c.digits == 4 {
        parts.year = c.whole();
        let open = scan.words.numeric_order_open && a.value <= 12.0 && b.value <= 12.0 && a != b;
        if b.value > 12.0 {
            (parts.day, parts.month) = (small(b), small(a));
        } else if !open {
            (parts.day, parts.month) = (small(a), small(b));
        }
    } else {
        let century = if a.digits == 2 { 1300 } else { 0 };
        parts.year = a.whole().map(|year| year + century);
        (parts.month, parts.day) = (small(b), small(c));
    }
    let era = era(scan, token + 1);
    let end = era.map_or(token + 1, |(_, end)| end);
    let written = era.map(|(calendar, _)| calendar).or_else(|| {
        let year = parts.year?;
        calendar_of(year, scan.words).or(match year {
            1300..=1420 => Some(Calendar::Jalali),
            1421..=1500 => Some(Calendar::Hijri),
            _ => None,
        })
    });
    let mention = written.and_then(|written| {
        Parts { written, ..parts }.mention(scan.tokens[token].span.join(scan.tokens[end - 1].span))
    });
    (mention.into_iter().collect(), scan.start(end))
}

/// The calendar of a year that only its size tells.
fn calendar_of(year: i32, words: &Words) -> Option<Calendar> {
    if PLAIN_YEARS.contains(&year) {
        return Some(Calendar::Gregorian);
    }
    let known = words.old_years.iter().find(|(_, from, to)| (*from..=*to).contains(&year));
    known.map(|&(calendar, ..)| calendar)
}

/// The calendar sign at a token, and the token behind it.
fn era(scan: &Scan<'_>, token: usize) -> Option<(Calendar, usize)> {
    scan.words
        .eras
        .iter()
        .find_map(|(phrase, calendar)| scan.after(token, phrase).map(|end| (*calendar, end)))
}

/// The whole number of a token that is one run of digits and counts nothing.
fn plain_figure(scan: &Scan<'_>, token: usize) -> Option<Figure> {
    let Sense::Figure(figure) = scan.sense(scan.start(token)) else { return None };
    let next = token + 1;
    let counts = matches!(scan.sense(scan.start(next)), Sense::Scale(..))
        || scan.after_phrase(next, &scan.words.percent).is_some()
        // "1990s", "5k"
        || (scan.is_attached(token)
            && scan.words.capital_months
            && scan.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Word)
            && !scan.words.ordinal_suffixes.contains(scan.key(next)));
    (figure.digits > 0 && scan.start(next) == scan.start(token) + 1 && !counts).then_some(figure)
}

/// "1439 هـ", ۱۳۹۶ خورشیدی: four digits and a calendar sign.
fn year_with_era(scan: &Scan<'_>, at: usize, figure: Figure) -> Option<(Vec<Mention>, usize)> {
    let token = scan.token_at(at)?;
    plain_figure(scan, token)?;
    let (written, end) = era(scan, token + 1)?;
    // "2000 م" is as often two kilometres.
    if written == Calendar::Gregorian && scan.key(end - 1).chars().nth(1).is_none() {
        return None;
    }
    let parts = Parts::new(written, figure.whole(), None, None);
    let span = scan.tokens[token].span.join(scan.tokens[end - 1].span);
    Some((vec![parts.mention(span)?], scan.start(end)))
}

/// A word for "year", then years: عامي 2015 و2016.
fn years(scan: &Scan<'_>, at: usize) -> Option<(Vec<Mention>, usize)> {
    let word = scan.token_at(at)?;
    if !scan.is_word(word, &scan.words.year_words) {
        return None;
    }
    let mut mentions = Vec::new();
    let mut piece = scan.start(word + 1);
    let mut next = piece;
    while let Sense::Figure(figure) = scan.sense(piece) {
        let token = scan.token(piece);
        let whole = scan.start(token + 1) == scan.start(token) + 1;
        if figure.digits != 4 || (whole && plain_figure(scan, token).is_none()) {
            break;
        }
        let Some(year) = figure.whole() else { break };
        let sign = if scan.token(piece + 1) == token { None } else { era(scan, token + 1) };
        let Some(written) =
            sign.map(|(calendar, _)| calendar).or_else(|| calendar_of(year, scan.words))
        else {
            break;
        };
        let end = sign.map_or(piece + 1, |(_, end)| scan.start(end));
        let span = scan.pieces[piece].span.join(scan.pieces[end - 1].span);
        let parts = Parts::new(written, Some(year), None, None);
        mentions.extend(parts.mention(span));
        next = end;
        let between = scan.token(end);
        let goes_on = scan.sense(end) == Sense::Joiner
            || scan.words.ranges.contains(scan.key(between))
            || matches!(scan.key(between), "-" | "\u{2013}" | "/" | "," | "،")
            || scan.token_at(end).is_none();
        if !goes_on {
            break;
        }
        piece = end + 1;
        if scan.is_word(scan.token(piece), &scan.words.year_words) {
            piece += 1;
        }
    }
    (!mentions.is_empty()).then_some((mentions, next))
}

/// A month name in the text.
#[derive(Clone, Copy)]
struct MonthHit {
    calendar: Calendar,
    number: u8,
    care: Care,
    signal: Signal,
    /// The token behind.
    end: usize,
}

/// What beside a word says that it is a month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Signal {
    None,
    /// A word that goes with months.
    Near,
    /// The word "month", or a second name of the month.
    Sure,
}

/// The month at a token: "يونيو", "يونيو / حزيران", آبان ماه.
fn month_at(scan: &Scan<'_>, token: usize) -> Option<MonthHit> {
    let mut hit = month_name(scan, token)?;
    if scan.words.month_words.contains(scan.key(hit.end)) {
        hit.end += 1;
        hit.signal = Signal::Sure;
    }
    let opens = scan.key(hit.end) == "(";
    let second = hit.end + usize::from(opens || matches!(scan.key(hit.end), "/" | "-" | "،" | ","));
    if let Some(other) = month_name(scan, second)
        && (other.calendar, other.number) == (hit.calendar, hit.number)
        && (!opens || scan.key(other.end) == ")")
    {
        hit.end = other.end + usize::from(opens);
        hit.signal = Signal::Sure;
    }
    if scan.is_word(token.wrapping_sub(1), &scan.words.month_words) {
        hit.signal = Signal::Sure;
    }
    let near = scan.is_word(token.wrapping_sub(1), &scan.words.before_month)
        || scan.words.after_month.contains(scan.key(hit.end));
    if near && hit.signal == Signal::None {
        hit.signal = Signal::Near;
    }
    Some(hit)
}

fn month_name(scan: &Scan<'_>, token: usize) -> Option<MonthHit> {
    let this = scan.tokens.get(token)?;
    let starts_small = this.span.of(scan.text).starts_with(|c: char| c.is_ascii_lowercase());
    if this.kind != TokenKind::Word || (scan.words.capital_months && starts_small) {
        return None;
    }
    let key = this.key.as_str();
    let bare = scan.words.bare(key).filter(|(_, _, article)| !article).map(|(bare, _, _)| bare);
    for key in std::iter::once(key).chain(bare) {
        let whole = key.len() == this.key.len();
        for month in scan.words.months.get(key).into_iter().flatten() {
            // "باب" is a door and not "in August".
            if !whole && month.care != Care::Plain {
                continue;
            }
            let rest = &month.phrase[1..];
            let Some(end) = scan.after(token + 1, rest) else { continue };
            return Some(MonthHit {
                calendar: month.calendar,
                number: month.number,
                care: month.care,
                signal: Signal::None,
                end,
            });
        }
    }
    // مهرماه
    let stem = scan.words.month_words.iter().find_map(|word| key.strip_suffix(word.as_str()))?;
    let month = scan.words.months.get(stem)?.iter().find(|month| month.phrase.len() == 1)?;
    Some(MonthHit {
        calendar: month.calendar,
        number: month.number,
        care: month.care,
        signal: Signal::Sure,
        end: token + 1,
    })
}

/// A year behind a month, and the token behind it.
fn year_after(scan: &Scan<'_>, month: &MonthHit, has_day: bool) -> Option<(Calendar, i32, usize)> {
    let mut token = month.end;
    if scan.words.month_first && matches!(scan.key(token), "," | ".") {
        token += 1;
    }
    for words in [&scan.words.links, &scan.words.year_words] {
        if scan.is_word(token, words) {
            token += 1;
        }
    }
    let figure = plain_figure(scan, token)?;
    let year = figure.whole()?;
    let era = era(scan, token + 1);
    let end = era.map_or(token + 1, |(_, end)| end);
    let possible = match month.calendar {
        Calendar::Gregorian => 1000..=2199,
        Calendar::Jalali => 1200..=1500,
        Calendar::Hijri => 1000..=1600,
    };
    if figure.digits == 4 && possible.contains(&year) {
        return Some((month.calendar, year, end));
    }
    // ۱۱ آبان ۹۶, but not ۱۱ آبان ۹۶ نفر
    let closed = scan.tokens.get(end).is_none_or(|token| token.kind == TokenKind::Mark);
    let short = month.calendar == Calendar::Jalali
        && has_day
        && closed
        && is_short_jalali(&figure, scan.words);
    short.then_some((Calendar::Jalali, 1300 + year, end))
}

/// The day of the month at a piece: its value, the token behind, and whether digits or an ordinal
/// say so (a cardinal in words may count something).
fn day_at(scan: &Scan<'_>, at: usize) -> Option<(u8, usize, bool)> {
    let token = scan.token_at(at)?;
    let (value, mut end, firm) = match scan.sense(at) {
        Sense::Figure(_) => {
            let figure = plain_figure(scan, token)?;
            (figure.value, token + 1, figure.digits <= 2)
        }
        _ => {
            let group = numeral::group(scan, at)?;
            let end = scan.token_at(group.next).unwrap_or(scan.tokens.len());
            (group.value, end, group.ordinal)
        }
    };
    if scan.words.ordinal_suffixes.contains(scan.key(end)) && scan.is_attached(end - 1) {
        end += 1;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 31")]
    (1.0..=31.0).contains(&value).then_some((value as u8, end, firm))
}

/// A day, then a month, then perhaps a year.
fn day_first(scan: &Scan<'_>, at: usize) -> Option<(Vec<Mention>, usize)> {
    let range = day_range(scan, at);
    let (day, mut token, firm) = match range {
        Some((_, last)) => (last, scan.token(at) + 1, true),
        None => day_at(scan, at)?,
    };
    if scan.is_word(token, &scan.words.links) {
        token += 1;
    }
    if scan.words.month_words.contains(scan.key(token)) {
        token += 1;
    }
    let month = month_at(scan, token)?;
    let year = year_after(scan, &month, true);
    let digits = matches!(scan.sense(at), Sense::Figure(_));
    let allowed = match month.care {
        Care::Plain => true,
        Care::Ambiguous => firm || year.is_some() || month.signal == Signal::Sure,
        Care::Wary => {
            let closed = scan.tokens.get(month.end).is_none_or(|t| t.kind == TokenKind::Mark);
            digits
                && (closed || year.is_some() || month.signal == Signal::Sure || announced(scan, at))
        }
    };
    if !allowed {
        return None;
    }
    let end = year.map_or(month.end, |(_, _, end)| end);
    let parts = Parts::new(
        year.map_or(month.calendar, |(calendar, ..)| calendar),
        year.map(|(_, year, _)| year),
        Some(month.number),
        Some(day),
    );
    let last = scan.tokens[end - 1].span;
    let mut mentions = Vec::new();
    let mut first = scan.pieces[at].span;
    if let Some((day, _)) = range {
        mentions.push(Parts { day: Some(day), ..parts }.mention(first)?);
        first = scan.pieces[at + 2].span;
    }
    mentions.push(parts.mention(first.join(last))?);
    Some((mentions, scan.start(end)))
}

/// Whether a date must follow: به تاریخ ۲۶ میزان, روز شنبه ۲۶ میزان.
fn announced(scan: &Scan<'_>, at: usize) -> bool {
    let before = scan.token_at(at).and_then(|token| token.checked_sub(1));
    before.is_some_and(|before| {
        scan.is_word(before, &scan.words.before_day)
            || scan.words.weekdays.iter().any(|day| {
                let start = (before + 1).checked_sub(day.phrase.len());
                start.and_then(|start| scan.after(start, &day.phrase)) == Some(before + 1)
            })
    })
}

/// Two days in one figure: 11-12.
fn day_range(scan: &Scan<'_>, at: usize) -> Option<(u8, u8)> {
    let token = scan.token_at(at)?;
    let (Sense::Figure(first), Sense::Figure(last)) = (scan.sense(at), scan.sense(at + 2)) else {
        return None;
    };
    let dash = scan.tokens[token].span.of(scan.text).contains('-');
    if !dash || scan.start(token + 1) != at + 3 {
        return None;
    }
    let day = |figure: Figure| {
        let value = u8::try_from(figure.whole()?).ok()?;
        (1..=31).contains(&value).then_some(value)
    };
    Some((day(first)?, day(last)?))
}

/// A month without a day before it: "May 5, 2017", "نوفمبر 2017", "in November".
fn month_first(scan: &Scan<'_>, at: usize) -> Option<(Vec<Mention>, usize)> {
    let token = scan.token_at(at)?;
    let mut month = month_at(scan, token)?;
    let start = scan.tokens[token].span;
    let mut day = None;
    if scan.words.month_first {
        let here = month.end + usize::from(scan.key(month.end) == ".");
        let behind = scan.start(here);
        if matches!(scan.sense(behind), Sense::Figure(_))
            && let Some((value, end, true)) = day_at(scan, behind)
        {
            day = Some(value);
            month.end = end;
        }
    }
    let year = year_after(scan, &month, day.is_some());
    let allowed = match month.care {
        Care::Plain => true,
        Care::Ambiguous => day.is_some() || year.is_some() || month.signal != Signal::None,
        Care::Wary => month.signal == Signal::Sure,
    };
    if !allowed {
        return None;
    }
    let end = year.map_or(month.end, |(_, _, end)| end);
    let year = year.map(|(_, year, _)| year);
    let parts = Parts::new(month.calendar, year, Some(month.number), day);
    Some((vec![parts.mention(start.join(scan.tokens[end - 1].span))?], scan.start(end)))
}
