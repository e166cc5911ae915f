//! The figures of a stretch of text, those inside names and dates included.

use super::Context;
use super::figure::Figure;
use crate::calendar::Calendar;
use crate::concept::digits::digit;
use crate::concept::unit::Unit;
use crate::concept::{ConceptKind, Mention, Value, Written};
use crate::fold;
use crate::span::{Side, Span};

/// Figures of a sentence that are looked at; one with more is a table.
const MOST: usize = 100;
/// Digits of the longest figure that is looked for inside a name or date.
const MOST_DIGITS: usize = 9;
/// Letters in front of a figure that make it a label ("COVID-19", not the particle in «و18»).
const LABEL_LETTERS: usize = 2;
/// Bytes of what stands between the ends of a range, at most.
const RANGE_WORD: usize = 12;
/// Forms of a label that are compared.
const FORMS: usize = 4;
/// First years of decades that words tell without their century.
const DECADES: std::ops::Range<f64> = 1900.0..2000.0;

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
        figures.truncate(start + MOST);
        silence_telephones(context, side, &mut figures[start..]);
        lend_units(context, side, &mut figures[start..]);
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
        code: false,
        digits: true,
        unit: None,
        doubtful_unit: false,
        lent_unit: false,
        labels: Vec::new(),
        in_date: false,
        is_time: false,
        ordinal: false,
        decade: false,
    };
    match mention.value {
        Some(Value::Number { value, percent, written: how, quantity, ordinal, .. }) => {
            let digits = how == Written::Digits;
            let first = written.chars().find_map(digit);
            let second = written.chars().nth(1).and_then(digit);
            // 0 and 1 are often rounded off or said in words.
            let weak = match digits {
                true => !percent && (value == 0.0 || value == 1.0),
                false => mention.value.is_some_and(|value| value.is_weak()),
            };
            let tokens = context.tokens_behind(side, sentence, mention.span);
            let hit = Unit::read(tokens, context.documents[side].lang);
            figures.push(Figure {
                percent,
                ordinal,
                decade: is_decade(context, side, sentence, mention, value, digits),
                weak,
                code: first == Some(0) && second.is_some(),
                digits,
                unit: hit.map(|hit| hit.unit).or_else(|| quantity.map(|q| q.unit)),
                doubtful_unit: hit.is_some_and(|hit| hit.doubtful),
                labels: label(context, side, sentence, mention.span)
                    .map_or_else(Vec::new, |label| forms(context, side, label)),
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
        Some(Value::Time { hour, minute, .. }) => {
            let minutes = f64::from(hour) * 60.0 + f64::from(minute);
            figures.push(Figure { is_time: true, ..plain(mention.span, minutes) });
        }
        None if mention.kind.is_name() => {
            let letters = |name: &str| -> String {
                fold::key(name).chars().filter(|c| c.is_alphabetic()).collect()
            };
            for (span, value) in digit_runs(written, mention.span.start) {
                let mut labels = forms(context, side, letters(written));
                labels.push(letters(&mention.name));
                labels.retain(|label| !label.is_empty());
                figures.push(Figure { labels, ..plain(span, value) });
            }
        }
        None => {}
    }
}

/// Whether a number is a decade: one of the words for it, digits behind such a word, "1980s".
fn is_decade(
    context: &Context<'_>,
    side: Side,
    sentence: usize,
    mention: &Mention,
    value: f64,
    digits: bool,
) -> bool {
    let round = value % 10.0 == 0.0;
    if !digits {
        return round
            && DECADES.contains(&value)
            && !context.text(side, mention.span).contains(' ');
    }
    let Some(module) = context.documents[side].lang.module() else { return false };
    let plural = context.documents[side].text.get(mention.span.end..);
    let plural = plural.is_some_and(|rest| {
        let rest = rest.strip_prefix(['\'', '’']).unwrap_or(rest);
        rest.strip_prefix('s').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    let before = context.tokens_before(side, sentence, mention.span).last();
    let words = module.numerals().decade_words;
    round && (plural || before.is_some_and(|b| words.iter().any(|w| fold::key(w) == b.key)))
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
    // A cut may run through a label.
    let segments = &context.segments[side];
    let first = (0..=sentence).rev().find(|&unit| !segments.is_rest(unit))?;
    let start = segments.sentences.get(first)?.span.start;
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

/// A label with and without attached particles.
fn forms(context: &Context<'_>, side: Side, label: String) -> Vec<String> {
    let mut forms = Vec::new();
    if let Some(module) = context.documents[side].lang.module() {
        module.lemmas(&label, &mut forms);
    }
    forms.truncate(FORMS);
    forms.push(label);
    forms.retain(|form| form.chars().count() >= LABEL_LETTERS);
    forms
}

/// Gives the first end of a range the unit of the second: "2 to 4 inches".
fn lend_units(context: &Context<'_>, side: Side, figures: &mut [Figure<'_>]) {
    let text = &context.documents[side].text;
    for at in 1..figures.len() {
        let between = text.get(figures[at - 1].span.end..figures[at].span.start).unwrap_or("");
        let close = between.split_whitespace().count() <= 1 && between.len() <= RANGE_WORD;
        if close && figures[at - 1].unit.is_none() {
            figures[at - 1].unit = figures[at].unit;
            figures[at - 1].lent_unit = figures[at].unit.is_some();
        }
    }
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
            figures[at - 1].code = true;
            figures[at].code = true;
        }
    }
}
