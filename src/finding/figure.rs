//! A figure, and how it stands to another one: the same, converted, rounded, a slip.

use crate::concept::unit::Unit;
use crate::concept::{Approx, Mention, Value, same_time};
use crate::skeleton;
use crate::span::Span;

/// Digits of a figure in which one wrong digit is more than chance.
const DIGITS_TO_SLIP: usize = 3;
/// A share in words and a percentage this near each other, in points, are one.
const SHARE_ROUNDING: f64 = 1.0;
/// What is left out by rounding is at most this share.
const ROUNDING: f64 = 0.05;
/// Years after which the words for a decade come again.
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
