//! Units of measure, and whether two quantities in different units are one.

use crate::data;
use crate::lang::Lang;
use crate::segment::{Token, TokenKind};

/// Two quantities in different units are one where they differ by at most this share: translators
/// round, and heights in feet lose their inches.
const CONVERSION_TOLERANCE: f64 = 0.15;
/// Degrees by which two temperatures in different scales may differ.
const DEGREES: f64 = 2.0;
/// Quantities in two units that differ by this factor are no conversion at all.
const FAR: f64 = 3.0;
/// Letters of the shortest word that is a unit with an ending on it.
const SHORTEST_STEM: usize = 3;

/// A unit of measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Unit {
    dimension: u64,
    /// What is taken from a value before it is multiplied (Fahrenheit).
    offset: f64,
    factor: f64,
}

impl Unit {
    /// The unit that stands first in `tokens`, those behind a number.
    pub(crate) fn read(tokens: &[Token], lang: Lang) -> Option<Self> {
        let hyphen = tokens.first().is_some_and(|token| token.key == "-");
        let tokens = &tokens[usize::from(hyphen)..];
        let first = tokens.first().filter(|token| token.kind == TokenKind::Word)?;
        let second = tokens.get(1).filter(|token| token.kind == TokenKind::Word);
        // "Square mile" before "mile".
        let both = second.map(|second| format!("{}{}", first.key, second.key));
        let find = |key: &str| {
            Self::of(lang, key)
                .or_else(|| (key.is_ascii()).then(|| Self::of(Lang::English, key))?)
        };
        both.as_deref().and_then(find).or_else(|| find(&first.key)).or_else(|| {
            let mut forms = Vec::new();
            lang.module()?.lemmas(&first.key, &mut forms);
            forms.iter().filter(|form| form.chars().count() >= SHORTEST_STEM).find_map(|f| find(f))
        })
    }

    fn of(lang: Lang, key: &str) -> Option<Self> {
        let letters: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
        let packed = data::fact(&format!("unit:{}", lang.tag()), &letters)?;
        let [f0, f1, f2, f3, o0, o1, d0, d1] = packed.to_le_bytes();
        Some(Self {
            dimension: u64::from(u16::from_le_bytes([d0, d1])),
            offset: f64::from(u16::from_le_bytes([o0, o1])),
            factor: f64::from(f32::from_le_bytes([f0, f1, f2, f3])),
        })
    }

    /// Whether both measure the same sort of thing.
    pub(crate) fn compares_with(self, other: Self) -> bool {
        self.dimension == other.dimension
    }

    /// A value in the base unit of its dimension.
    pub(crate) fn base(self, value: f64) -> f64 {
        (value - self.offset) * self.factor
    }

    /// Whether two values can be one, changed: in one unit any can, in two only where no
    /// conversion, however rough, explains the difference.
    pub(crate) fn is_far(self, value: f64, other: Self, theirs: f64) -> bool {
        let (a, b) = (self.base(value).abs(), other.base(theirs).abs());
        self == other || a.max(b) > FAR * a.min(b)
    }

    /// Whether a value in this unit and one in another are the same quantity, converted and
    /// rounded.
    pub(crate) fn converts(self, value: f64, other: Self, theirs: f64) -> bool {
        if !self.compares_with(other) || self == other {
            return false;
        }
        let (a, b) = (self.base(value), other.base(theirs));
        let tolerance = if self.offset == other.offset {
            CONVERSION_TOLERANCE * a.abs().max(b.abs())
        } else {
            DEGREES
        };
        (a - b).abs() <= tolerance
    }
}

/// The unit behind a number that the text writes as `words`, for tests.
#[cfg(test)]
fn unit(lang: Lang, words: &str) -> Option<Unit> {
    let tokens = crate::segment::word::tokenize(words, crate::span::Span::new(0, words.len()));
    Unit::read(&tokens, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: (Lang, f64, &str), b: (Lang, f64, &str)) -> bool {
        let units = (unit(a.0, a.2).expect("a unit"), unit(b.0, b.2).expect("a unit"));
        units.0.converts(a.1, units.1, b.1)
    }

    #[test]
    fn converted_quantities_are_one() {
        let (ar, fa, en) = (Lang::Arabic, Lang::Persian, Lang::English);
        assert!(same((ar, 10.0, "أميال"), (fa, 16.0, "کیلومتر")));
        assert!(same((ar, 300.0, "رطلاً"), (fa, 136.0, "کیلوگرمی")));
        assert!(same((en, 6.0, "feet tall"), (fa, 183.0, "سانتی‌متر")));
        assert!(same((en, 2.0, "inches"), (ar, 50.0, "ملم")));
        assert!(same((en, 100.0, "square miles"), (ar, 260.0, "كيلومتر مربع")));
        assert!(same((en, 86.0, "degrees Fahrenheit"), (fa, 30.0, "درجه سانتی‌گراد")));
        assert!(same((ar, 24.0, "ساعة"), (fa, 1.0, "روز")));
    }

    #[test]
    fn other_quantities_are_not() {
        let (ar, fa, en) = (Lang::Arabic, Lang::Persian, Lang::English);
        assert!(!same((ar, 10.0, "أميال"), (fa, 30.0, "کیلومتر")));
        assert!(!same((ar, 10.0, "كيلومترات"), (fa, 11.0, "کیلومتر")), "one unit, no conversion");
        assert!(!same((en, 30.0, "degrees Celsius"), (fa, 30.0, "درجه فارنهایت")));
        assert!(!same((en, 5.0, "miles"), (fa, 5.0, "کیلوگرم")));
        assert_eq!(unit(ar, "شخصا"), None);
        assert_eq!(unit(fa, ""), None);
    }
}
