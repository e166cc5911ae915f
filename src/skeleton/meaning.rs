//! Words of names that are translated and not transliterated: شمال, شمالی, North.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::sound::Sounds;

/// What a word of a name means, where that is more than its sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A sort of place (city, province, camp): one text says it, the other leaves it out.
    Sort(u8),
    /// What tells two places or rulers of one name apart: a direction, an age, an ordinal.
    Mark(u8),
    /// A word between names (بن, de, of), which comes and goes freely.
    Particle,
}

/// The first [`Meaning::Mark`] that is an ordinal; `FIRST_ORDINAL + 1` is "first".
const FIRST_ORDINAL: u8 = 100;

/// The words of each sort of place, in the scripts and spellings in which names have them.
const SORTS: &[&[&str]] = &[
    &["مدينة", "شهر", "سيتي", "city", "town", "ciudad", "shi"],
    &[
        "مقاطعة",
        "محافظة",
        "ولاية",
        "إقليم",
        "استان",
        "ولایت",
        "شهرستان",
        "کانتی",
        "كانتون",
        "کانتون",
        "province",
        "governorate",
        "prefecture",
        "county",
        "district",
        "region",
        "state",
        "canton",
        "municipality",
        "ناحية",
        "ضاحية",
        "قضاء",
    ],
    &["saint", "st", "sankt", "sainte", "سانت", "سنت"],
    &["مخيم", "اردوگاه", "camp"],
    &["جبل", "جبال", "کوه", "mount", "mountain", "mountains"],
    &["شلالات", "آبشار", "آبشارهای", "falls"],
    &["حصن", "قلعة", "دژ", "fort", "fortress", "castle", "citadel"],
    &["جزيرة", "جزر", "جزایر", "island", "islands", "isle"],
    &["خليج", "gulf", "bay"],
    &["نهر", "رود", "رودخانه", "river"],
    &["بحيرة", "دریاچه", "lake"],
    &["بحر", "دریای", "sea"],
    &["ميناء", "بندر", "port", "harbour", "harbor"],
    &["قرية", "روستای", "ده", "village"],
    &["وادي", "دره", "valley"],
    &["مطار", "فرودگاه", "airport"],
    &["جامعة", "دانشگاه", "university"],
    &["شارع", "خیابان", "street"],
    &["رأس", "دماغه", "کیپ", "كيب", "cape"],
    &["ملك", "پادشاه", "king"],
];

/// The words of each mark.
const MARKS: &[&[&str]] = &[
    &["شمال", "شمالي", "شمالية", "north", "northern", "nord", "norte", "نورتي"],
    &["جنوب", "جنوبي", "جنوبية", "south", "southern", "sud", "sur"],
    &["شرق", "شرقي", "شرقية", "east", "eastern", "est", "oriental"],
    &["غرب", "غربي", "غربية", "west", "western", "ouest", "occidental"],
    &["وسط", "وسطى", "مرکزی", "مركزية", "central", "middle"],
    &["سفلى", "پایین", "lower"],
    &["عليا", "بالا", "upper"],
    &["جديد", "جديدة", "نو", "نيو", "new", "neu", "nueva", "nova"],
    &["كبرى", "كبير", "بزرگ", "great", "greater"],
    &["صغير", "کوچک", "little", "lesser"],
    &["أبيض", "بيضاء", "سفید", "white"],
    &["أسود", "سوداء", "سیاه", "black"],
    &["أحمر", "حمراء", "سرخ", "red"],
    &["أزرق", "آبی", "blue"],
    &["أخضر", "خضراء", "سبز", "green"],
];

/// Ordinals from the first on, as the names of rulers have them.
const ORDINALS: &[&[&str]] = &[
    &["الأول", "أولى", "حادي", "اول", "یکم", "first"],
    &["الثاني", "ثانية", "دوم", "second"],
    &["الثالث", "ثالثة", "سوم", "third"],
    &["الرابع", "رابعة", "چهارم", "fourth"],
    &["الخامس", "خامسة", "پنجم", "fifth"],
    &["السادس", "سادسة", "ششم", "sixth"],
    &["السابع", "سابعة", "هفتم", "seventh"],
    &["الثامن", "ثامنة", "هشتم", "eighth"],
    &["التاسع", "تاسعة", "نهم", "ninth"],
    &["العاشر", "عاشرة", "دهم", "tenth"],
    &["یازدهم", "eleventh"],
    &["دوازدهم", "twelfth"],
    &["سیزدهم", "thirteenth"],
    &["چهاردهم", "fourteenth"],
    &["پانزدهم", "fifteenth"],
    &["شانزدهم", "sixteenth"],
    &["هفدهم", "seventeenth"],
    &["هجدهم", "eighteenth"],
    &["نوزدهم", "nineteenth"],
    &["العشرون", "بیستم", "twentieth"],
];

const PARTICLES: &[&str] = &[
    "بن", "بنت", "ابن", "bin", "ben", "bint", "ibn", "von", "van", "فون", "فان", "وان", "of",
    "the", "de", "دي", "دو", "di", "da", "do", "du", "del", "دل", "ديل", "der", "den", "la", "le",
    "لا", "لو", "el", "al", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "آل", "ال", "y", "e",
    "و", "and",
];

static MEANINGS: LazyLock<FxHashMap<Box<[u8]>, Meaning>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    let mut add = |word: &str, meaning| {
        let sounds = Sounds::of(word);
        let bare = sounds.without_article().unwrap_or(sounds.as_slice());
        all.entry(bare.into()).or_insert(meaning);
    };
    for (number, words) in (0..).zip(SORTS) {
        words.iter().for_each(|word| add(word, Meaning::Sort(number)));
    }
    for (number, words) in (0..).zip(MARKS) {
        words.iter().for_each(|word| add(word, Meaning::Mark(number)));
    }
    for (number, words) in (FIRST_ORDINAL + 1..).zip(ORDINALS) {
        words.iter().for_each(|word| add(word, Meaning::Mark(number)));
    }
    PARTICLES.iter().for_each(|word| add(word, Meaning::Particle));
    all
});

/// What the word means; none for most.
pub(super) fn meaning(word: &Sounds) -> Option<Meaning> {
    let bare = word.without_article().unwrap_or(word.as_slice());
    MEANINGS.get(bare).copied()
}

/// The ordinal of a Roman numeral of two letters or more; one letter is rather an initial.
pub(super) fn roman(word: &str) -> Option<Meaning> {
    // From the second on.
    const NUMERALS: [&str; 19] = [
        "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
        "xvi", "xvii", "xviii", "xix", "xx",
    ];
    if !(2..=5).contains(&word.len()) {
        return None;
    }
    let at = NUMERALS.iter().position(|numeral| numeral.eq_ignore_ascii_case(word))?;
    Some(Meaning::Mark(FIRST_ORDINAL + 2 + u8::try_from(at).ok()?))
}

/// The ordinal of two words: ثامن, عشر.
pub(super) fn teen(first: Option<Meaning>, second: &Sounds) -> Option<Meaning> {
    static TEN: LazyLock<Sounds> = LazyLock::new(|| Sounds::of("عشر"));
    match first {
        Some(Meaning::Mark(ordinal)) if second.as_slice() == TEN.as_slice() => (FIRST_ORDINAL + 1
            ..FIRST_ORDINAL + 10)
            .contains(&ordinal)
            .then(|| Meaning::Mark(ordinal + 10)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_the_same_in_either_script() {
        let of = |word: &str| meaning(&Sounds::of(word));
        for words in [
            &["شمال", "الشمالية", "شمالی", "North"][..],
            &["مخيم", "اردوگاه", "camp"],
            &["الثامن", "هشتم", "eighth"],
        ] {
            assert!(of(words[0]).is_some(), "{words:?}");
            assert!(words.windows(2).all(|two| of(two[0]) == of(two[1])), "{words:?}");
        }
        assert_ne!(of("شمال"), of("جنوب"));
        assert_eq!(of("بغداد"), None);
    }

    #[test]
    fn ordinals_are_read_in_words_and_numerals() {
        let ten = Sounds::of("عشر");
        let eighth = meaning(&Sounds::of("الثامن"));
        assert_eq!(roman("VIII"), eighth);
        assert_eq!(roman("xviii"), teen(eighth, &ten));
        assert_eq!(teen(meaning(&Sounds::of("الحادي")), &ten), meaning(&Sounds::of("یازدهم")));
        assert_eq!(roman("x"), None);
        assert_eq!(teen(None, &ten), None);
    }
}
