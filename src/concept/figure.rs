//! Numbers and dates in the order of the text.

use super::scan::Scan;
use super::{Mention, Value, clock, date_text, day, number};
use crate::lang::Lang;
use crate::segment::Token;

/// The numbers and dates in the tokens of one sentence, in order and without overlap; a number
/// inside a date is part of the date. `published` is the day of the article, where it is known.
///
/// Word ordinals below eleventh, "one", and decades in two digits are left out: they are rendered
/// too freely to be compared. `text` is the whole document.
pub(crate) fn figures(
    text: &str,
    tokens: &[Token],
    lang: Lang,
    published: Option<i64>,
) -> Vec<Mention> {
    let scan = Scan::new(text, tokens, lang);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < scan.pieces.len() {
        let day = || clock::read(&scan, at).or_else(|| day::read(&scan, at, published));
        if let Some((mention, next)) = day() {
            mentions.push(mention);
            at = next.max(at + 1);
        } else if let Some((dates, next)) = date_text::read(&scan, at) {
            mentions.extend(dates);
            at = next.max(at + 1);
        } else if let Some(reading) = number::read(&scan, at) {
            mentions.extend(reading.mention);
            at = reading.next.max(at + 1);
        } else {
            at += 1;
        }
    }
    let mut end = 0;
    mentions.retain(|mention| {
        let apart = mention.span.start >= end;
        end = end.max(mention.span.end);
        apart
    });
    lend_units(text, &mut mentions);
    mentions
}

/// Bytes of what stands between the ends of a range, at most.
const RANGE_WORD: usize = 12;

/// Gives the first end of a range the unit of the second: "2 to 4 inches".
fn lend_units(text: &str, mentions: &mut [Mention]) {
    for at in 1..mentions.len() {
        let (before, behind) = mentions.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), behind.first()) else { return };
        let between = text.get(first.span.end..second.span.start).unwrap_or("");
        let close = between.split_whitespace().count() <= 1 && between.len() <= RANGE_WORD;
        if let (
            Some(Value::Number { value, quantity: quantity @ None, percent: false, .. }),
            Some(Value::Number { quantity: Some(lent), .. }),
        ) = (&mut first.value, &second.value)
            && close
        {
            *quantity = Some(number::quantity(lent.unit, *value));
        }
    }
}

#[cfg(test)]
mod tests;
