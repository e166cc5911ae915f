//! Numbers and dates in the order of the text.

use super::scan::Scan;
use super::{Mention, date_text, number};
use crate::lang::Lang;
use crate::segment::Token;

/// The numbers and dates in the tokens of one sentence, in order and without overlap; a number
/// inside a date is part of the date.
///
/// Word ordinals below eleventh, "one", and decades in two digits are left out: they are rendered
/// too freely to be compared. `text` is the whole document.
pub(crate) fn figures(text: &str, tokens: &[Token], lang: Lang) -> Vec<Mention> {
    let scan = Scan::new(text, tokens, lang);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < scan.pieces.len() {
        if let Some((dates, next)) = date_text::read(&scan, at) {
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
    mentions
}

#[cfg(test)]
mod tests;
