//! Units of measure, and whether two quantities in different units are one.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::data::{self, UNITS, UnitRow};
use crate::lang::Lang;
use crate::segment::{Token, TokenKind};

/// Two quantities in different units are one where they differ by at most this share: translators
/// round, and heights in feet lose their inches.
const CONVERSION_TOLERANCE: f64 = 0.15;
/// So near one of a larger unit are twelve months and 30 days.
const TURN: f64 = 0.02;
/// Degrees by which two temperatures in different scales may differ.
const DEGREES: f64 = 2.0;
/// Quantities in two units that differ by this factor are no conversion at all.
const FAR: f64 = 3.0;
/// Letters of the shortest word that is a unit with an ending on it.
const SHORTEST_STEM: usize = 3;

/// A unit of measure or a currency: a row of `data/lists/units.tsv`. It serialises as its English
/// name.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unit(u8);

/// A unit beside a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct UnitHit {
    pub(crate) unit: Unit,
    /// Whether the word may as well be something else: a foot, the pound that is money.
    pub(crate) doubtful: bool,
}

impl Unit {
    /// The unit that stands first in `tokens`, those behind a number.
    pub(crate) fn read(tokens: &[Token], lang: Lang) -> Option<UnitHit> {
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
            let hit = forms
                .iter()
                .filter(|form| form.chars().count() >= SHORTEST_STEM)
                .find_map(|form| find(form))?;
            // What an ending was guessed for is a guess.
            Some(UnitHit { doubtful: true, ..hit })
        })
    }

    /// The currency of a sign before a number.
    pub(crate) fn of_sign(sign: &str) -> Option<Self> {
        let word = match sign {
            "$" => "dollar",
            "€" => "euro",
            "£" => "poundsterling",
            _ => return None,
        };
        Self::of(Lang::English, word).map(|hit| hit.unit)
    }

    /// The unit that a word means.
    pub(crate) fn of(lang: Lang, key: &str) -> Option<UnitHit> {
        let letters: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
        let [number, doubtful, ..] =
            data::fact(&format!("unit:{}", lang.tag()), &letters)?.to_le_bytes();
        Some(UnitHit { unit: Self(number), doubtful: doubtful != 0 })
    }

    fn row(self) -> &'static UnitRow {
        &UNITS[usize::from(self.0)]
    }

    /// The English name: `kilometre`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// What it measures: `length`, `mass`, `area`, `volume`, `temperature`, `time`; a currency has
    /// a dimension of its own, `currency:euro`.
    pub fn dimension(self) -> &'static str {
        self.row().dimension
    }

    /// Whether it is money.
    pub fn is_currency(self) -> bool {
        self.dimension().starts_with("currency:")
    }

    /// Whether both measure the same sort of thing.
    pub(crate) fn compares_with(self, other: Self) -> bool {
        self.dimension() == other.dimension()
    }

    /// A value in the base unit of its dimension: metre, kilogram, square metre, litre, degree
    /// Celsius, minute.
    pub fn base(self, value: f64) -> f64 {
        let row = self.row();
        (value - row.offset) * row.factor
    }

    /// Whether a value is just one of a larger unit, which words say without a figure: 24 hours,
    /// seven days.
    pub(crate) fn is_turn(self, value: f64) -> bool {
        let larger = |row: &&UnitRow| row.dimension == self.dimension() && value > 1.0;
        let mut rows = UNITS.iter().filter(larger);
        rows.any(|row| {
            let one = (1.0 - row.offset) * row.factor;
            (self.base(value) - one).abs() <= TURN * one.abs()
        })
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
        let tolerance = if self.row().offset == other.row().offset {
            CONVERSION_TOLERANCE * a.abs().max(b.abs())
        } else {
            DEGREES
        };
        (a - b).abs() <= tolerance
    }
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unit({})", self.name())
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let row = UNITS.iter().position(|row| row.name == name);
        row.and_then(|row| u8::try_from(row).ok())
            .map(Self)
            .ok_or_else(|| de::Error::custom(format!("no unit is called {name:?}")))
    }
}

/// The unit behind a number that the text writes as `words`, for tests.
#[cfg(test)]
fn unit(lang: Lang, words: &str) -> Option<Unit> {
    let tokens = crate::segment::word::tokenize(words, crate::span::Span::new(0, words.len()));
    Unit::read(&tokens, lang).map(|hit| hit.unit)
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
    fn a_unit_is_its_name() {
        for row in UNITS {
            let json = format!("{:?}", row.name);
            let unit: Unit = serde_json::from_str(&json).expect("a unit");
            assert_eq!(serde_json::to_string(&unit).expect("a string"), json);
            assert_eq!(unit.dimension(), row.dimension);
            assert!(row.factor > 0.0);
        }
        assert!(serde_json::from_str::<Unit>("\"league\"").is_err());
        let mut names: Vec<_> = UNITS.iter().map(|row| row.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), UNITS.len(), "no two units have one name");
    }

    #[test]
    fn what_may_be_no_unit_is_doubtful() {
        for (lang, words, doubtful) in [
            (Lang::Persian, "تن", true),
            (Lang::English, "pounds", true),
            (Lang::Arabic, "كيلومتر", false),
            (Lang::Persian, "دلاری", false),
        ] {
            assert_eq!(
                Unit::of(lang, &crate::fold::key(words)).map(|hit| hit.doubtful),
                Some(doubtful),
                "{words}"
            );
        }
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
