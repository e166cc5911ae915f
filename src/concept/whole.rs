//! Whether a few words are one number and nothing else, be it one that is no figure of its text.

use super::number::ordinal_suffix;
use super::numeral::{chunk, extend};
use super::scan::Scan;
use crate::lang::Lang;
use crate::segment::{Token, TokenKind};

/// Digits of a group in 1 200 000.
const GROUP: usize = 3;

/// The value of `tokens`, where all of them are one number: "third", "3rd", "one", "1 200".
///
/// In running text "third" is no figure, and 1 and 200 may be two: this is for words of which something
/// else says that they are a number.
pub(crate) fn whole_number(text: &str, tokens: &[Token], lang: Lang) -> Option<f64> {
    if let Some(grouped) = grouped(tokens) {
        return Some(grouped);
    }
    let scan = Scan::new(text, tokens, lang);
    let (chunk, value) = extend(&scan, chunk(&scan, 0)?);
    let next = ordinal_suffix(&scan, &chunk).map_or(chunk.next, |suffix| scan.start(suffix + 1));
    (next == scan.pieces.len()).then_some(value)
}

/// The value of digits in groups of three with spaces between them.
fn grouped(tokens: &[Token]) -> Option<f64> {
    let (first, rest) = tokens.split_first()?;
    let is_plain = |token: &Token| {
        token.kind == TokenKind::Number && token.key.bytes().all(|byte| byte.is_ascii_digit())
    };
    let fits = !rest.is_empty()
        && tokens.iter().all(is_plain)
        && (1..=GROUP).contains(&first.key.len())
        && !first.key.starts_with('0')
        && rest.iter().all(|token| token.key.len() == GROUP);
    let digits = || tokens.iter().map(|token| token.key.as_str()).collect::<String>();
    fits.then(digits)?.parse().ok()
}
