//! Words of two languages that can mean the same.

use crate::data::{SENSES, Walk, fact};
use crate::lang::Lang;

/// One meaning of a word.
///
/// Words of any two languages can render each other where they share a sense; how likely that is,
/// is the product of the two weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sense {
    /// The row of the lexicon. Words of one row, in whatever language, have the same id.
    pub id: u32,
    /// Share of trust from 0 to 1: 1 for the word a row is about, less for its rarer equivalents
    /// and for pairs of uncertain origin.
    pub weight: f32,
}

/// The senses of a dictionary form, given as folded key; none where the lexicon lacks it.
///
/// Nothing is stemmed: ask for each form of [`crate::lang::Language::lemmas`].
pub fn senses(lang: Lang, key: &str) -> impl Iterator<Item = Sense> + use<> {
    SENSES.get(&format!("{}:{key}", lang.tag())).map(Sense::of_posting)
}

impl Sense {
    fn of_posting(posting: u32) -> Self {
        let [weight, ..] = posting.to_le_bytes();
        Self { id: posting >> 8, weight: f32::from(weight) / 255.0 }
    }
}

/// The beginning of an expression of several words («از جمله», «صندوق رأی», "prime minister").
#[derive(Clone, Copy)]
pub(crate) struct Expression(Walk<'static>);

impl Expression {
    /// The expressions that have this form as their first word, if there are any.
    pub(crate) fn begin(lang: Lang, key: &str) -> Option<Self> {
        SENSES.walk()?.step(lang.tag())?.step(":")?.step(key)?.step(" ").map(Self)
    }

    /// The senses of the expression that this word ends, none where there is no such; and, if
    /// there are any, the expressions that go on behind it.
    pub(crate) fn then(self, key: &str) -> (impl Iterator<Item = Sense> + use<>, Option<Self>) {
        let end = self.0.step(key);
        let value = end.and_then(Walk::value);
        let senses = SENSES.list(value.unwrap_or(0)).map(Sense::of_posting);
        (senses, end.and_then(|end| end.step(" ")).map(Self))
    }
}

/// Whether the lexicon holds the form.
pub fn is_word(lang: Lang, key: &str) -> bool {
    senses(lang, key).next().is_some()
}

/// How often a folded form stands in running text, as a share of all words from 0 to 1; none for
/// a rare one, and in a build without the share-alike lists.
pub fn frequency(lang: Lang, key: &str) -> Option<f64> {
    let centibels = fact(&format!("frequency:{}", lang.tag()), key)?;
    Some(10_f64.powf(-(centibels as f64) / 100.0))
}

/// Whether a word of this folded spelling means one thing in one language of the Arabic script and
/// another in the next («انقلاب»): sharing it is no sign of a translation.
pub fn is_false_friend(key: &str) -> bool {
    fact("false-friend", key).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::key;

    fn agree(a: (Lang, &str), b: (Lang, &str)) -> f32 {
        let theirs: Vec<Sense> = senses(b.0, &key(b.1).replace(' ', "")).collect();
        senses(a.0, &key(a.1))
            .flat_map(|mine| {
                theirs.iter().filter(move |t| t.id == mine.id).map(move |t| t.weight * mine.weight)
            })
            .fold(0.0, f32::max)
    }

    #[test]
    fn words_of_any_two_languages_meet_in_a_sense() {
        assert!(agree((Lang::Arabic, "كتاب"), (Lang::Persian, "کتاب")) > 0.9);
        assert!(agree((Lang::Arabic, "كتب"), (Lang::Persian, "کتاب")) > 0.9, "broken plural");
        assert!(agree((Lang::Persian, "جنگ"), (Lang::English, "war")) > 0.8);
        assert!(agree((Lang::Arabic, "نتنياهو"), (Lang::Persian, "نتانیاهو")) > 0.7);
        assert_eq!(agree((Lang::Arabic, "كتاب"), (Lang::Persian, "جنگ")), 0.0);
    }

    #[test]
    fn earlier_equivalents_weigh_more() {
        let first = agree((Lang::Arabic, "مملكة"), (Lang::Persian, "پادشاهی"));
        let later = agree((Lang::Arabic, "مملكة"), (Lang::Persian, "عربستان سعودی"));
        assert!(first > later && later > 0.0, "{first} {later}");
    }

    #[test]
    fn expressions_are_found_by_their_words() {
        let begin = |word: &str| Expression::begin(Lang::Persian, &key(word));
        let from = begin("از").expect("از جمله and others");
        assert!(from.then(&key("جمله")).0.next().is_some());
        assert!(from.then(&key("میز")).0.next().is_none());
        let (alone, longer) = from.then(&key("کار"));
        assert!(alone.count() > 0, "«از کار افتادن» without its light word");
        assert!(longer.expect("goes on").then(&key("افتادن")).0.next().is_some());
        assert!(begin("نخست").expect("a joiner parts words too").then(&key("وزیر")).0.count() > 0);
    }

    #[test]
    fn light_words_can_be_left_out() {
        let whole = agree((Lang::Arabic, "أعلن"), (Lang::Persian, "اعلام کردن"));
        let head = agree((Lang::Arabic, "أعلن"), (Lang::Persian, "اعلام"));
        assert!(whole > head && head > 0.6, "{whole} {head}");
        assert!(agree((Lang::Arabic, "صدق"), (Lang::English, "ratify")) > 0.3, "to ratify");
    }

    #[test]
    fn false_friends_are_marked() {
        assert!(is_false_friend(&key("انقلاب")) && is_false_friend(&key("مخابرات")));
        assert!(!is_false_friend(&key("كتاب")));
    }
}
