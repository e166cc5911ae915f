//! The figures of a stretch of text, those inside names and dates included.

use super::Context;
use crate::calendar::Calendar;
use crate::concept::digits::digit;
use crate::concept::unit::Unit;
use crate::concept::{Approx, ConceptKind, Mention, Value, Written, same_time};
use crate::fold;
use crate::skeleton;
use crate::span::{Side, Span};

/// Figures of a sentence that are looked at; one with more is a table.
const MOST: usize = 100;
/// Digits of the longest figure that is looked for inside a name or date.
const MOST_DIGITS: usize = 9;
/// Letters in front of a figure that make it a label ("COVID-19", not the particle in «و18»).
const LABEL_LETTERS: usize = 2;
/// Digits of a figure in which one wrong digit is more than chance.
const DIGITS_TO_SLIP: usize = 3;
/// Bytes of what stands between the ends of a range, at most.
const RANGE_WORD: usize = 12;
/// Forms of a label that are compared.
const FORMS: usize = 4;
/// A share in words and a percentage this near each other, in points, are one.
const SHARE_ROUNDING: f64 = 1.0;
/// What is left out by rounding is at most this share.
const ROUNDING: f64 = 0.05;
/// First years of decades that words tell without their century, and the years of one.
const DECADES: std::ops::Range<f64> = 1900.0..2000.0;
const CENTURY: f64 = 100.0;
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
    /// Whether translators render it freely.
    pub(super) weak: bool,
    /// Whether it is no quantity: a part of a telephone number, a code with a leading zero.
    pub(super) code: bool,
    pub(super) digits: bool,
    pub(super) unit: Option<Unit>,
    /// Whether the word for the unit may be something else.
    pub(super) doubtful_unit: bool,
    /// Whether the unit is that of the other end of a range.
    pub(super) lent_unit: bool,
    /// Letters that make it a label, in the forms they may have: `covid` of COVID-19.
    pub(super) labels: Vec<String>,
    /// Whether it is the day or the year of its mention, a date.
    pub(super) in_date: bool,
    /// Whether it is a time of day, its value being in minutes.
    pub(super) is_time: bool,
    /// Whether it numbers a thing and does not count.
    pub(super) ordinal: bool,
    /// Whether it is the first year of a decade, which words tell without its century.
    pub(super) decade: bool,
}

impl Figure<'_> {
    /// Whether both say the same value; a percentage and a plain number do.
    pub(super) fn equals(&self, other: &Self) -> bool {
        match (self.mention.value, other.mention.value) {
            (Some(a), Some(b)) if self.is_time && other.is_time => same_time(&a, &b),
            _ if self.is_time != other.is_time => false,
            _ => {
                let (a, b) = (self.value.abs(), other.value.abs());
                (a - b).abs() <= EPSILON * a.max(b)
                    || self.is_share_of(other)
                    || ((self.decade || other.decade) && (a - b) % CENTURY == 0.0)
            }
        }
    }

    /// Whether one is a share in words and the other the same as a percentage: three quarters, 75%.
    fn is_share_of(&self, other: &Self) -> bool {
        let said = |share: &Self, percent: &Self| {
            share.is_share_in_words()
                && percent.percent
                && (share.value * 100.0 - percent.value).abs() < SHARE_ROUNDING
        };
        said(self, other) || said(other, self)
    }

    /// Whether words say it as a part of one: two fifths.
    pub(super) fn is_share_in_words(&self) -> bool {
        !self.digits && !self.percent && self.value < 1.0
    }

    /// Whether it can be the first year of a decade: 1980.
    pub(super) fn may_be_decade(&self) -> bool {
        self.value % 10.0 == 0.0 && (1500.0..2100.0).contains(&self.value)
    }

    /// Whether it is a time of day and plain numbers among `others` say its hour and its minutes.
    pub(super) fn is_time_in(&self, others: &[Self]) -> bool {
        let says = |value: f64| others.iter().any(|other| !other.is_time && other.value == value);
        let minute = self.value % 60.0;
        self.is_time && self.hours().into_iter().any(says) && (minute == 0.0 || says(minute))
    }

    /// Whether a plain number is the hour or the minutes of a time of day.
    pub(super) fn is_part_of(&self, time: &Self) -> bool {
        time.is_time
            && !self.is_time
            && (time.hours().contains(&self.value) || self.value == time.value % 60.0)
    }

    /// Whether two figures in a row are what stands before and behind its point: 6-foot-6 and 6.6,
    /// 5 30 and 5.30.
    pub(super) fn is_decimal_of(&self, others: &[Self]) -> bool {
        let joined = |pair: &[Self]| {
            let plain = |figure: &Self| !figure.is_time && !figure.in_date && figure.digits;
            let both = plain(&pair[0]) && plain(&pair[1]) && pair[0].sentence == pair[1].sentence;
            let decimal = || format!("{}.{}", pair[0].value, pair[1].value).parse::<f64>();
            both && decimal() == Ok(self.value)
        };
        self.value.fract() != 0.0 && others.windows(2).any(joined)
    }

    /// The hour of a time of day, of the whole day and of the half.
    fn hours(&self) -> [f64; 2] {
        let hour = (self.value / 60.0).trunc();
        [hour, if hour > 12.0 { hour - 12.0 } else { hour }]
    }

    /// Whether the units speak against one figure being the other, changed: they measure different
    /// things, or one may be the other converted.
    pub(super) fn units_differ(&self, other: &Self) -> bool {
        let (Some(a), Some(b)) = (self.unit, other.unit) else { return false };
        // The pound that is money.
        let money =
            (self.doubtful_unit && b.is_currency()) || (other.doubtful_unit && a.is_currency());
        let lent = a != b && (self.lent_unit || other.lent_unit);
        !money && (lent || !a.compares_with(b) || !a.is_far(self.value, b, other.value))
    }

    /// Whether no two units are known of the two figures.
    pub(super) fn unit_agrees(&self, other: &Self) -> bool {
        self.unit.zip(other.unit).is_none_or(|(a, b)| a == b)
    }

    /// How exact the text says it is.
    pub(super) fn approx(&self) -> Option<Approx> {
        match self.mention.value? {
            Value::Number { approx, .. } => approx,
            Value::Date { .. } | Value::Time { .. } => None,
        }
    }

    /// The unit, where its word can be nothing else.
    pub(super) fn sure_unit(&self) -> Option<Unit> {
        match self.mention.value? {
            Value::Number { quantity, .. } => quantity.map(|quantity| quantity.unit),
            Value::Date { .. } | Value::Time { .. } => None,
        }
    }

    /// Whether one is what remains of the other where someone rounds it, or says that it is rough.
    pub(super) fn is_rounded(&self, other: &Self) -> bool {
        let (a, b) = (self.value.abs(), other.value.abs());
        if (a - b).abs() > ROUNDING * a.max(b) {
            return false;
        }
        let of = |round: f64, exact: f64| {
            let mut step = 10.0;
            while step <= round {
                if round % step != 0.0 {
                    return false;
                }
                if (exact / step).round() * step == round {
                    return true;
                }
                step *= 10.0;
            }
            exact.round() == round && round.fract() == 0.0 && exact.fract() != 0.0
        };
        self.approx().is_some() || other.approx().is_some() || of(a, b) || of(b, a)
    }

    /// Whether one is the other in another unit.
    pub(super) fn converts(&self, other: &Self) -> bool {
        matches!((self.unit, other.unit), (Some(a), Some(b)) if a.converts(self.value, b, other.value))
    }

    /// Whether letters make it a label.
    pub(super) fn is_label(&self) -> bool {
        !self.labels.is_empty()
    }

    /// Whether two labels are one, as far as their letters tell across scripts.
    pub(super) fn labelled_alike(&self, other: &Self) -> bool {
        self.labels.iter().any(|a| other.labels.iter().any(|b| a == b || skeleton::same_name(a, b)))
    }

    /// Whether one can be a slip for the other: a digit more at the end (18, 183), one digit
    /// replaced (1197, 1127) or two exchanged (1967, 1976).
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        if self.value.fract() != 0.0 || other.value.fract() != 0.0 {
            return false;
        }
        let (a, b) = (self.value.to_string(), other.value.to_string());
        let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
        if short.len() + 1 == long.len() {
            return long.starts_with(short.as_str());
        }
        let mut digits: (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let wrong = digits.0.iter().zip(&digits.1).filter(|(a, b)| a != b).count();
        digits.0.sort_unstable();
        digits.1.sort_unstable();
        a.len() == b.len()
            && a.len() >= DIGITS_TO_SLIP
            && (wrong == 1 || (wrong == 2 && digits.0 == digits.1))
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
