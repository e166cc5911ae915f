//! Words of two languages that can mean the same.

use crate::data::{SENSES, fact};
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
    SENSES.get(&format!("{}:{key}", lang.tag())).map(|posting| {
        let [weight, ..] = posting.to_le_bytes();
        Sense { id: posting >> 8, weight: f32::from(weight) / 255.0 }
    })
}

/// The senses of an expression of several words («از جمله», «صندوق رأی»), given as the folded keys
/// of its words in order. Expressions have up to [`LONGEST_PHRASE`] words.
pub fn phrase_senses(lang: Lang, keys: &[&str]) -> impl Iterator<Item = Sense> + use<> {
    senses(lang, &keys.concat())
}

/// The most words of an expression that are worth looking up.
pub const LONGEST_PHRASE: usize = 3;

/// Whether the lexicon holds the form.
pub fn is_word(lang: Lang, key: &str) -> bool {
    senses(lang, key).next().is_some()
}

/// Rank by frequency in news, from 1 for the most frequent lemma; none where it is not known.
pub fn rank(lang: Lang, key: &str) -> Option<u32> {
    fact(&format!("rank:{}", lang.tag()), key).and_then(|rank| u32::try_from(rank).ok())
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

/// Whether a word of this folded spelling is known to mean the same in both languages of the
/// Arabic script.
pub fn is_verified_cognate(key: &str) -> bool {
    fact("cognate", key).is_some()
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
        assert!(phrase_senses(Lang::Persian, &["از", "جمله"]).next().is_some());
        assert!(phrase_senses(Lang::Persian, &["از", "میز"]).next().is_none());
    }

    #[test]
    fn false_friends_are_no_cognates() {
        assert!(is_false_friend(&key("انقلاب")) && is_false_friend(&key("مخابرات")));
        assert!(!is_false_friend(&key("كتاب")));
        assert!(is_verified_cognate(&key("كتاب")));
    }

    #[test]
    fn rank_falls_with_frequency() {
        let of = |word| rank(Lang::Arabic, &key(word)).expect("a frequent word");
        assert!(of("في") < of("كتاب"));
        assert_eq!(rank(Lang::Unknown, "في"), None);
    }
}
