//! Digits of three families with their separators.

use super::words::Words;
use crate::span::Span;

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    pub value: f64,
    /// Number of digits where it consists of digits alone, else 0.
    pub digits: u8,
}

impl Figure {
    /// The value where it is written as digits alone and fits.
    pub fn whole(self) -> Option<i32> {
        #[expect(clippy::cast_possible_truncation, reason = "at most nine digits")]
        (1..=9).contains(&self.digits).then_some(self.value as i32)
    }
}

/// Whether the separators of a figure of three parts are one and the same sign that dates use.
pub(super) fn is_dated(figure: &str) -> bool {
    let mut signs = figure.chars().filter(|c| !c.is_numeric());
    let first = signs.next();
    matches!(first, Some('/' | '-' | '.')) && signs.all(|c| Some(c) == first)
}

/// The value of a decimal digit of the three families.
pub(crate) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - 0x30),
        '\u{660}'..='\u{669}' => Some(u32::from(c) - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(u32::from(c) - 0x6f0),
        _ => None,
    }
}

/// The numbers in one figure token. Empty where it holds numerals that are no decimal digits.
pub(super) fn read_figures(
    span: Span,
    text: &str,
    words: &Words,
    scaled: bool,
    near_clock: bool,
) -> Vec<(Figure, Span)> {
    let figure = span.of(text);
    let mut runs: Vec<(Span, String)> = Vec::new();
    let mut signs = Vec::new();
    for (at, c) in figure.char_indices() {
        let at = span.start + at;
        if let Some(value) = digit(c) {
            if runs.len() == signs.len() {
                runs.push((Span::new(at, at), String::new()));
            }
            if let Some((run, digits)) = runs.last_mut() {
                run.end = at + c.len_utf8();
                digits.extend(char::from_digit(value, 10));
            }
        } else if c.is_numeric() || signs.len() == runs.len() {
            return Vec::new();
        } else {
            signs.push(c);
        }
    }
    let mut figures = Vec::new();
    let mut first = 0;
    while first < runs.len() {
        // What a hyphen or colon parts are numbers of their own: 3.5-7.2.
        let cut = |c: &char| matches!(c, '-' | ':');
        let begin = signs[..first].iter().rposition(cut).map_or(0, |at| at + 1);
        let end = signs[first..].iter().position(cut).map_or(runs.len(), |at| first + at + 1);
        let signs = &signs[first..end - 1];
        let digits: Vec<&str> =
            runs[first..end].iter().map(|(_, digits)| digits.as_str()).collect();
        // A point between the last two of three runs is that of 2.11.2017.
        let lone = end - begin == 2;
        let (length, decimal) = if near_clock && is_time(&digits, signs) {
            (1, false)
        } else {
            one_number(&digits, signs, words, scaled, lone, figure.is_ascii())
        };
        let whole = length - usize::from(decimal);
        let mut plain = digits[..whole].concat();
        if decimal {
            plain.push('.');
            plain.push_str(digits[whole]);
        }
        let run = runs[first].0.join(runs[first + length - 1].0);
        if let Ok(value) = plain.parse::<f64>() {
            let digits = if length == 1 { u8::try_from(plain.len()).unwrap_or(0) } else { 0 };
            figures.push((Figure { value, digits }, run));
        }
        first += length;
    }
    figures
}

/// Whether digits can be hours and minutes with a point between.
fn is_time(digits: &[&str], signs: &[char]) -> bool {
    let below =
        |run: &str, limit: u8| run.len() <= 2 && run.parse().is_ok_and(|value: u8| value < limit);
    matches!((digits, signs), ([hour, minute], ['.']) if below(hour, 25) && minute.len() == 2 && below(minute, 60))
}

/// Reads 1950-53, in either direction of writing, as two years.
pub(super) fn complete_short_years(parts: &mut [(Figure, Span)], figure: &str) {
    let [(a, _), (b, _)] = parts else { return };
    let dash = figure.contains('-');
    let (long, short) = if a.digits == 4 || !dash { (a, b) } else { (b, a) };
    let season = figure.contains('/') && (long.value % 100.0) + 1.0 == short.value;
    if (dash || season)
        && let Some(year) = completed(*long, *short)
    {
        *short = year;
    }
}

/// The year that two digits mean behind a year of four.
pub(super) fn completed(long: Figure, short: Figure) -> Option<Figure> {
    let century = (long.value / 100.0).trunc() * 100.0;
    let is_year = long.digits == 4 && (1800.0..2200.0).contains(&long.value);
    let value = century + short.value;
    (is_year && short.digits == 2 && value > long.value).then_some(Figure { value, digits: 4 })
}

/// How many of the runs of digits make the first number, and whether the last of them stands
/// behind the decimal point.
fn one_number(
    digits: &[&str],
    signs: &[char],
    words: &Words,
    scaled: bool,
    lone: bool,
    ascii: bool,
) -> (usize, bool) {
    let lead = digits[0];
    let can_group = (1..=3).contains(&lead.len()) && !lead.starts_with('0');
    let Some(&sign) = signs.first() else { return (1, false) };
    let same = signs.iter().take_while(|&&other| other == sign).count();
    let threes = digits[1..].iter().take(same).take_while(|run| run.len() == 3).count();
    let groups = match sign {
        _ if !can_group || threes < same => 0,
        '٬' | '\'' | '’' => threes,
        ',' | '،' => threes,
        '.' if threes > 1 => threes,
        // A decimal fraction does not end in zeros, a rounded number does.
        '.' if digits[1] == "000" => 1,
        '.' if words.comma_decimal && !scaled && lone => 1,
        _ => 0,
    };
    if groups > 0 {
        let decimal = match signs.get(groups) {
            Some('٫') => true,
            Some('.' | ',') => signs.len() == groups + 1,
            _ => false,
        };
        return (1 + groups + usize::from(decimal), decimal);
    }

    let fraction = digits[1].len();
    let decimal = match sign {
        '٫' => true,
        '٬' => lone && fraction <= 2,
        '.' => lone,
        ',' => lone && (words.comma_decimal && fraction <= 2),
        '،' => lone && words.comma_decimal && fraction <= 2 && scaled,
        '/' => {
            lone && words.slash_decimal && fraction <= 2 && (scaled || (fraction == 1 && !ascii))
        }
        _ => false,
    };
    if decimal { (2, true) } else { (1, false) }
}
