//! Numbers by value: digits, number words, and the two mixed.

use super::numeral::{Chunk, chunk, extend, scale_behind_part};
use super::scan::{Scan, Sense};
use super::share::{self, Share};
use super::{Approx, ConceptKind, FoundBy, Mention, Quantity, Unit, Value, Written};
use crate::segment::TokenKind;
use crate::span::Span;

/// Two values this near each other, relative to the larger, are one: what is left of rounding when
/// a decimal fraction is multiplied by a scale.
const EPSILON: f64 = 1e-9;

/// Ordinals from here on are figures; smaller ones are mostly turns of speech ("third party", the
/// First Lady) that no two languages share.
const LEAST_ORDINAL: f64 = 11.0;

/// Whether two values are numbers of the same size, both percentages or neither, however they are
/// written.
pub fn same_number(a: &Value, b: &Value) -> bool {
    match (*a, *b) {
        (
            Value::Number { value: a, percent: of_a, .. },
            Value::Number { value: b, percent: of_b, .. },
        ) => of_a == of_b && (a - b).abs() <= EPSILON * a.abs().max(b.abs()),
        _ => false,
    }
}

/// What stands at a piece.
pub(super) struct Reading {
    /// The number; none where the words hold a number that is none of the text's.
    pub mention: Option<Mention>,
    /// The piece behind it.
    pub next: usize,
}

/// Reads the number that starts at a piece.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Reading> {
    // A trap, or the words for "per cent" without a number.
    if let Some(token) = scan.token_at(at)
        && let Some(end) = scan
            .after_phrase(token, &scan.words.trap_phrases)
            .or_else(|| scan.after_phrase(token, &scan.words.percent))
    {
        return Some(Reading { mention: None, next: scan.start(end) });
    }
    if let Some(share) = share::read(scan, at) {
        return match scale_behind_part(scan, share.next) {
            Some((scale, next)) => of_scale(scan, at, share.value() * scale, next),
            None => Some(of_share(scan, at, share)),
        };
    }
    if let Some(dual) = dual(scan, at) {
        return Some(dual);
    }
    let first = chunk(scan, at)?;
    let (first, value) = extend(scan, first);
    let silent = Reading { mention: None, next: first.next };
    if is_taken_away(scan, at, &first, value) {
        return Some(silent);
    }
    let mut span = scan.pieces[at].span.join(scan.pieces[first.next - 1].span);
    let mut next = first.next;
    let mut value = value;
    let mut ordinal = first.ordinal;

    if let Some(suffix) = ordinal_suffix(scan, &first) {
        ordinal = true;
        next = scan.start(suffix + 1);
        span = span.join(scan.tokens[suffix].span);
    }
    let mut percent = false;
    if let Some((after, words)) = percent_behind(scan, next) {
        percent = true;
        next = after;
        span = span.join(words);
    } else if let Some((scale, inherits)) = range_end(scan, at, next, &first) {
        value *= scale;
        percent = inherits;
    }
    if let Some(token) = scan.token_at(at)
        && let Some(sign) = sign_before(scan, token, &mut percent)
    {
        value = -value;
        span = span.join(sign);
    }
    if ordinal && value < LEAST_ORDINAL && !first.digits {
        return Some(silent);
    }
    let written = if first.digits { Written::Digits } else { Written::Words };
    let end = scan.token_at(next).unwrap_or(scan.tokens.len());
    let token = scan.token(at);
    let counts = !percent && !ordinal;
    let value = Value::Number {
        value,
        percent,
        written,
        ordinal,
        approx: approx(scan, token, end),
        quantity: counts
            .then(|| unit(scan, token, end))
            .flatten()
            .map(|unit| quantity(unit, value)),
    };
    Some(Reading { mention: Some(mention(span, value)?), next })
}

/// The token that makes a number in digits an ordinal: the "rd" of 3rd.
pub(super) fn ordinal_suffix(scan: &Scan<'_>, chunk: &Chunk) -> Option<usize> {
    let last = scan.token(chunk.next - 1);
    let is_suffix = chunk.digits
        && scan.is_attached(last)
        && scan.token(chunk.next) == last + 1
        && scan.words.ordinal_suffixes.contains(scan.key(last + 1));
    is_suffix.then_some(last + 1)
}

/// A number with its unit.
pub(super) fn quantity(unit: Unit, value: f64) -> Quantity {
    // As in `mention`: what is left of rounding is no part of it.
    let base = unit.base(value);
    Quantity { unit, base: if base.abs() < 1e9 { (base * 1e6).round() / 1e6 } else { base } }
}

/// The unit behind a number that ends before a token, or the currency before it.
fn unit(scan: &Scan<'_>, first: usize, end: usize) -> Option<Unit> {
    let sign = first.checked_sub(1).map_or("", |before| scan.key(before));
    Unit::of_sign(sign).or_else(|| {
        let hit = Unit::read(scan.tokens.get(end..)?, scan.lang)?;
        (!hit.doubtful).then_some(hit.unit)
    })
}

/// What the words beside a number say of how exact it is.
fn approx(scan: &Scan<'_>, first: usize, end: usize) -> Option<Approx> {
    let sign = first.checked_sub(1).is_some_and(|before| Unit::of_sign(scan.key(before)).is_some());
    let first = first - usize::from(sign);
    let before = scan.words.approx_before.iter().find(|(phrase, _)| scan.ends(first, phrase));
    // "At least" may stand behind the word that is counted.
    let after = || {
        [end, end + 1].into_iter().find_map(|token| {
            let mut phrases = scan.words.approx_after.iter();
            phrases.find(|(phrase, _)| scan.after(token, phrase).is_some())
        })
    };
    before.or_else(after).map(|(_, approx)| *approx)
}

/// The piece behind the words for "per cent" that stand at one, and the last of these words.
fn percent_behind(scan: &Scan<'_>, next: usize) -> Option<(usize, Span)> {
    let after = scan.after_phrase(scan.token_at(next)?, &scan.words.percent)?;
    Some((scan.start(after), scan.tokens[after - 1].span))
}

/// A number that a share of a scale says: three quarters of a million.
fn of_scale(scan: &Scan<'_>, at: usize, value: f64, next: usize) -> Option<Reading> {
    let span = scan.pieces[at].span.join(scan.pieces[next - 1].span);
    let (token, end) = (scan.token(at), scan.token_at(next).unwrap_or(scan.tokens.len()));
    let value = Value::Number {
        value,
        percent: false,
        written: Written::Words,
        ordinal: false,
        approx: approx(scan, token, end),
        quantity: unit(scan, token, end).map(|unit| quantity(unit, value)),
    };
    Some(Reading { mention: Some(mention(span, value)?), next })
}

/// A share as a number; "two thirds per cent" is one of a hundred.
fn of_share(scan: &Scan<'_>, at: usize, share: Share) -> Reading {
    let mut next = share.next;
    let mut span = scan.pieces[at].span.join(scan.pieces[next - 1].span);
    let mut percent = false;
    if let Some((after, words)) = percent_behind(scan, next) {
        percent = true;
        next = after;
        span = span.join(words);
    }
    let sign = if percent { "%" } else { "" };
    let end = scan.token_at(next).unwrap_or(scan.tokens.len());
    let value = Value::Number {
        value: share.value(),
        percent,
        written: Written::Words,
        ordinal: false,
        approx: approx(scan, scan.token(at), end),
        quantity: None,
    };
    let mention = Mention {
        span,
        concept: format!("num:{}{sign}", share.name()),
        kind: ConceptKind::Number,
        name: format!("{}{sign}", share.name()),
        value: Some(value),
        found_by: FoundBy::Number,
    };
    Reading { mention: Some(mention), next }
}

/// Two of a unit in one word: عامين.
fn dual(scan: &Scan<'_>, at: usize) -> Option<Reading> {
    let token = scan.token_at(at)?;
    let key = scan.key(token);
    // With the article some are plurals of other words: العامين.
    let bare = scan.words.bare(key).filter(|(_, _, article)| !article).map(|(bare, _, _)| bare);
    let singular =
        std::iter::once(key).chain(bare).find_map(|key| scan.words.dual_units.get(key))?;
    let unit = Unit::of(scan.lang, singular)?.unit;
    let value = Value::Number {
        value: 2.0,
        percent: false,
        written: Written::Words,
        ordinal: false,
        approx: approx(scan, token, token + 1),
        quantity: Some(quantity(unit, 2.0)),
    };
    Some(Reading { mention: mention(scan.tokens[token].span, value), next: scan.start(token + 1) })
}

/// Whether the words hold a number that says nothing of its own.
fn is_taken_away(scan: &Scan<'_>, at: usize, chunk: &Chunk, value: f64) -> bool {
    let words = scan.words;
    let first = scan.token(at);
    let last = scan.token(chunk.next - 1);
    let before = scan.key_before(first);
    let after = scan.key(last + 1);
    let spelled = |neighbour: usize, beyond: usize| {
        // دی.سی
        let key = if scan.key(neighbour) == "." { scan.key(beyond) } else { scan.key(neighbour) };
        words.letter_names.contains(key)
    };
    if chunk.digits {
        // دهه ۹۰ is told as "the nineties" elsewhere.
        return words.decade_words.contains(before)
            && (10.0..100.0).contains(&value)
            && value % 10.0 == 0.0;
    }
    // "One" is an article or a pronoun, and zero a figure of speech.
    if value <= 1.0 {
        return true;
    }
    let single = first == last;
    let key = scan.key(first);
    single
        && (scan.is_word(first, &words.only_compound)
            || words.letter_names.contains(key)
                && (spelled(first.wrapping_sub(1), first.wrapping_sub(2))
                    || spelled(last + 1, last + 2)))
        || words.not_before.contains(after) && value < 100.0
        || words.decade_words.contains(before)
        || (chunk.bare || value == 100.0) && scan.is_word(first.wrapping_sub(1), &words.indefinite)
}

/// The scale and the percentage that the first end of a range takes from its second: "2-3 million".
fn range_end(scan: &Scan<'_>, at: usize, next: usize, first: &Chunk) -> Option<(f64, bool)> {
    if first.scale > 1.0 || first.ordinal {
        return None;
    }
    let inside = scan.token_at(next).is_none() && next < scan.pieces.len();
    let token = scan.token(next);
    let dash = matches!(scan.key(token), "-" | "\u{2013}" | "\u{2212}");
    let between = scan.sense(next) == Sense::Joiner
        && scan.is_word(scan.token(at).wrapping_sub(1), &scan.words.between);
    if !(inside || dash || between || scan.words.ranges.contains(scan.key(token))) {
        return None;
    }
    let second = chunk(scan, next + 1)?;
    let percent = scan
        .token_at(second.next)
        .is_some_and(|token| scan.after_phrase(token, &scan.words.percent).is_some());
    let scaled = second.scale > 1.0 && first.value < second.value / second.scale;
    (scaled || percent).then_some((if scaled { second.scale } else { 1.0 }, percent))
}

/// The minus sign before a number; sets `percent` where a percent sign stands there.
fn sign_before(scan: &Scan<'_>, token: usize, percent: &mut bool) -> Option<Span> {
    let before = token.checked_sub(1)?;
    let mark = &scan.tokens[before];
    if scan.words.minus.contains(&mark.key) {
        return Some(mark.span);
    }
    if mark.kind != TokenKind::Mark || !scan.is_attached(before) {
        return None;
    }
    let free = before.checked_sub(1).is_some_and(|earlier| !scan.is_attached(earlier));
    match mark.key.as_str() {
        "%" | "٪" if free || before == 0 => {
            *percent = true;
            None
        }
        // At the start it is the dash of a list, behind a number that of a range.
        "-" | "\u{2212}" if free && scan.tokens[before - 1].kind != TokenKind::Number => {
            Some(mark.span)
        }
        _ => None,
    }
}

fn mention(span: Span, value: Value) -> Option<Mention> {
    let Value::Number { value: number, percent, .. } = value else { return None };
    if !number.is_finite() {
        return None;
    }
    // Scaled decimal fractions leave 2299999.9999999995.
    let number = if number.abs() < 1e15 { (number * 1e6).round() / 1e6 } else { number };
    let sign = if percent { "%" } else { "" };
    Some(Mention {
        span,
        concept: format!("num:{number}{sign}"),
        kind: ConceptKind::Number,
        name: format!("{}{sign}", grouped(number)),
        value: Some(value),
        found_by: FoundBy::Number,
    })
}

/// The number with commas between thousands.
fn grouped(number: f64) -> String {
    let plain = number.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let mut grouped = String::from(sign);
    for (index, c) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(c);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}
