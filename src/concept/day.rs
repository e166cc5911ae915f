//! Days without a date: weekdays, and days counted from that of the article.

use super::Mention;
use super::date::Parts;
use super::date_text;
use super::scan::Scan;
use crate::calendar::{Calendar, Weekday};
use crate::segment::TokenKind;

/// Where a weekday lies, seen from the article.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Toward {
    Past,
    Future,
}

/// Reads the day that starts at a piece: "yesterday", "last Thursday", "Thursday", and a date with
/// its weekday. `published` is the day of the article, where it is known.
///
/// A weekday alone stays one: whether it is the last or the next one only its sentence knows.
pub(super) fn read(scan: &Scan<'_>, at: usize, published: Option<i64>) -> Option<(Mention, usize)> {
    let token = scan.token_at(at)?;
    if scan.tokens.get(token)?.kind != TokenKind::Word
        || !scan.is_word(token, &scan.words.day_openers)
    {
        return None;
    }
    let written = scan.tokens.get(token)?.span.of(scan.text);
    // Folding leaves out what parts "tomorrow" from "lunch".
    let folded = written.contains('ء')
        || scan.words.day_traps.iter().any(|trap| scan.starts(token, trap).is_some());
    let relative = scan
        .words
        .relative_days
        .iter()
        .find_map(|(phrase, days)| Some((*days, scan.starts(token, phrase)?)));
    if let Some((days, end)) = relative.filter(|_| !folded) {
        let marked = end + usize::from(matches!(scan.key(end), "(" | "،" | ","));
        let named = weekday(scan, marked, true);
        let end = named.map_or(end, |(_, end)| end);
        let weekday = named.map(|(weekday, _)| weekday);
        return mention(scan, (token, end), weekday, Some(days), published);
    }
    let (weekday, end) = weekday(scan, token, false)?;
    if let Some(found) = with_date(scan, token, weekday, end) {
        return Some(found);
    }
    let beside = |words: &rustc_hash::FxHashSet<String>| {
        words.contains(scan.key(end)) || words.contains(scan.key_before(token))
    };
    let toward = if beside(&scan.words.past) {
        Some(Toward::Past)
    } else {
        beside(&scan.words.future).then_some(Toward::Future)
    };
    let days = toward.zip(published).map(|(toward, published)| {
        let distance = (1..=7).find(|&days| match toward {
            Toward::Past => Weekday::of(published - days) == weekday,
            Toward::Future => Weekday::of(published + days) == weekday,
        });
        let distance = i16::try_from(distance.unwrap_or(0)).unwrap_or(0);
        if toward == Toward::Past { -distance } else { distance }
    });
    mention(scan, (token, end), Some(weekday), days, published)
}

/// The weekday at a token; `sure` where the words before leave no doubt that it is one.
fn weekday(scan: &Scan<'_>, token: usize, sure: bool) -> Option<(Weekday, usize)> {
    let this = scan.tokens.get(token)?;
    let small = this.span.of(scan.text).starts_with(|c: char| c.is_ascii_lowercase());
    if scan.words.capital_months && small {
        return None;
    }
    let (weekday, ambiguous, end) = scan.words.weekdays.iter().find_map(|known| {
        Some((known.weekday, known.ambiguous, scan.starts(token, &known.phrase)?))
    })?;
    let beside = scan.is_word(token.wrapping_sub(1), &scan.words.day_words)
        || scan.words.past.contains(scan.key(end))
        || scan.words.future.contains(scan.key(end));
    (!ambiguous || sure || beside).then_some((weekday, end))
}

/// "Thursday, 4 May 2017": one date.
fn with_date(
    scan: &Scan<'_>,
    token: usize,
    weekday: Weekday,
    end: usize,
) -> Option<(Mention, usize)> {
    let marked = end + usize::from(matches!(scan.key(end), "،" | ","));
    let (mentions, next) = date_text::read(scan, scan.start(marked))?;
    let [mention] = &mentions[..] else { return None };
    let parts = Parts::of(mention.value.as_ref()?)?;
    parts.day?;
    let span = scan.tokens[token].span.join(mention.span);
    Some((Parts { weekday: Some(weekday), ..parts }.mention_as_is(span), next))
}

fn mention(
    scan: &Scan<'_>,
    (first, end): (usize, usize),
    weekday: Option<Weekday>,
    relative: Option<i16>,
    published: Option<i64>,
) -> Option<(Mention, usize)> {
    let day = relative.zip(published).map(|(days, published)| published + i64::from(days));
    // Where the text names another weekday, the article is of another day than it seems.
    let day = day.filter(|&day| weekday.is_none_or(|weekday| Weekday::of(day) == weekday));
    let date = day.and_then(|day| Calendar::Gregorian.from_days(day));
    let parts = Parts {
        written: Calendar::Gregorian,
        year: date.map(|(year, _, _)| year),
        month: date.map(|(_, month, _)| month),
        day: date.map(|(_, _, day)| day),
        weekday,
        relative,
    };
    let span = scan.tokens.get(first)?.span.join(scan.tokens.get(end - 1)?.span);
    Some((parts.mention_as_is(span), scan.start(end)))
}
