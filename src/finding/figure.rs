//! The figures of a stretch of text, those inside names and dates included.

use super::Context;
use crate::calendar::Calendar;
use crate::concept::digits::digit;
use crate::concept::unit::Unit;
use crate::concept::{ConceptKind, Mention, Value, Written};
use crate::fold;
use crate::span::{Side, Span};

/// Digits of the longest figure that is looked for inside a name or date.
const MOST_DIGITS: usize = 9;
/// Letters in front of a figure that make it a label ("COVID-19", not the particle in «و18»).
const LABEL_LETTERS: usize = 2;
/// Two values this near are one, relative to the larger.
const EPSILON: f64 = 1e-9;

/// A number of the text, or a figure inside a name or date.
#[derive(Clone, Debug)]
pub(super) struct Figure<'a> {
    pub(super) mention: &'a Mention,
    pub(super) sentence: usize,
    pub(super) span: Span,
    pub(super) value: f64,
    pub(super) percent: bool,
    /// Whether translators render it freely, or it is no quantity at all.
    pub(super) weak: bool,
    pub(super) digits: bool,
    pub(super) unit: Option<Unit>,
    /// Letters that make it a label: `covid` of COVID-19.
    pub(super) label: Option<String>,
    /// Whether it is the day or the year of its mention, a date.
    pub(super) in_date: bool,
}

impl Figure<'_> {
    /// Whether both say the same value; a percentage and a plain number do.
    pub(super) fn equals(&self, other: &Self) -> bool {
        let (a, b) = (self.value.abs(), other.value.abs());
        (a - b).abs() <= EPSILON * a.max(b)
    }

    /// Whether one is the other in another unit.
    pub(super) fn converts(&self, other: &Self) -> bool {
        matches!((self.unit, other.unit), (Some(a), Some(b)) if a.converts(self.value, b, other.value))
    }

    /// Whether two labels are one, as far as their letters tell across scripts.
    pub(super) fn labelled_alike(&self, other: &Self) -> bool {
        match (&self.label, &other.label) {
            (Some(a), Some(b)) => a == b || crate::skeleton::same_name(a, b),
            _ => false,
        }
    }
}

/// The figures of some sentences of a side, in order.
pub(super) fn figures<'a>(
    context: &Context<'a>,
    side: Side,
    sentences: &[usize],
) -> Vec<Figure<'a>> {
    let mut figures = Vec::new();
    for &sentence in sentences {
        let start = figures.len();
        for mention in context.mentions_in(side, sentence) {
            read(context, side, sentence, mention, &mut figures);
        }
        silence_telephones(context, side, &mut figures[start..]);
    }
    figures
}

fn read<'a>(
    context: &Context<'a>,
    side: Side,
    sentence: usize,
    mention: &'a Mention,
    figures: &mut Vec<Figure<'a>>,
) {
    let written = context.text(side, mention.span);
    let plain = |span: Span, value: f64| Figure {
        mention,
        sentence,
        span,
        value,
        percent: false,
        weak: false,
        digits: true,
        unit: None,
        label: None,
        in_date: false,
    };
    match mention.value {
        Some(Value::Number { value, percent, written: how, .. }) => {
            let digits = how == Written::Digits;
            let first = written.chars().find_map(digit);
            let second = written.chars().nth(1).and_then(digit);
            // "08" is no quantity, and 0 and 1 are often rounded off or said in words.
            let weak = mention.value.is_some_and(|value| value.is_weak())
                || (digits && !percent && (value == 0.0 || value == 1.0))
                || (first == Some(0) && second.is_some());
            let tokens = context.tokens_behind(side, sentence, mention.span);
            figures.push(Figure {
                percent,
                weak,
                digits,
                unit: Unit::read(tokens, context.documents[side].lang),
                label: label(context, side, sentence, mention.span),
                ..plain(mention.span, value)
            });
        }
        Some(Value::Date { year, day, written: Calendar::Gregorian, .. }) => {
            for (span, value) in digit_runs(written, mention.span.start) {
                let is = |part: Option<i32>| part.is_some_and(|part| f64::from(part) == value);
                if is(year) || is(day.map(i32::from)) {
                    figures.push(Figure { in_date: true, ..plain(span, value) });
                }
            }
        }
        Some(Value::Date { .. }) => {}
        None if mention.kind.is_name() => {
            let letters: String = fold::key(written)
                .chars()
                .filter(|c| c.is_alphabetic() || c.is_whitespace())
                .collect();
            for (span, value) in digit_runs(written, mention.span.start) {
                let label = Some(letters.trim().to_owned());
                figures.push(Figure { label, ..plain(span, value) });
            }
        }
        None => {}
    }
}

/// The runs of digits in a text that begins at `start`.
fn digit_runs(text: &str, start: usize) -> Vec<(Span, f64)> {
    let mut runs: Vec<(Span, String)> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(value) = digit(c).and_then(|value| char::from_digit(value, 10)) else { continue };
        let (at, end) = (start + at, start + at + c.len_utf8());
        match runs.last_mut() {
            Some((span, digits)) if span.end == at => {
                span.end = end;
                digits.push(value);
            }
            _ => runs.push((Span::new(at, end), value.to_string())),
        }
    }
    runs.retain(|(_, digits)| digits.len() <= MOST_DIGITS);
    runs.into_iter().filter_map(|(span, digits)| Some((span, digits.parse().ok()?))).collect()
}

/// The letters to which a figure is attached by a hyphen, or Latin letters directly before it.
fn label(context: &Context<'_>, side: Side, sentence: usize, span: Span) -> Option<String> {
    let text = &context.documents[side].text;
    let start = context.segments[side].sentences.get(sentence)?.span.start;
    let before = text.get(start..span.start)?;
    let hyphen = before.strip_suffix(['-', '\u{2010}', '\u{2011}']);
    let rest = hyphen.unwrap_or(before);
    let from = rest
        .char_indices()
        .rev()
        .take_while(|&(_, c)| c.is_alphanumeric() || matches!(c, '-' | '\u{2010}' | '\u{2011}'))
        .last()
        .map(|(at, _)| at)?;
    let letters: String = fold::key(&rest[from..]).chars().filter(|c| c.is_alphabetic()).collect();
    let attached = hyphen.is_some() || letters.is_ascii();
    (attached && letters.chars().count() >= LABEL_LETTERS).then_some(letters)
}

/// Groups of digits with nothing but a space between are parts of a telephone number or a code.
fn silence_telephones(context: &Context<'_>, side: Side, figures: &mut [Figure<'_>]) {
    let text = &context.documents[side].text;
    for at in 1..figures.len() {
        let between = text.get(figures[at - 1].span.end..figures[at].span.start);
        let plain = |figure: &Figure<'_>| {
            figure.mention.kind == ConceptKind::Number && figure.digits && !figure.percent
        };
        if between == Some(" ") && plain(&figures[at - 1]) && plain(&figures[at]) {
            figures[at - 1].weak = true;
            figures[at].weak = true;
        }
    }
}
