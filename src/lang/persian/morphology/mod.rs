//! Words and their forms in Persian.
//!
//! All letters are folded and ZWNJ is gone: «می‌روند» comes as میروند, «خانه‌هایشان» as خانههایشان.

mod plurals;
mod stop_words;
#[cfg(test)]
mod tests;
mod verbs;

pub(super) use stop_words::STOP_WORDS;

use crate::lang::affix::{Forms, arabic_noun_stem, cut_end, cut_start, has_letters};

/// What may follow the noun and its plural: possessives, the indefinite ی, the copula, a joined را.
const CLITICS: &[&str] = &[
    "یشان", "یمان", "یتان", "یش", "یم", "یت", "یی", "اند", "ند", "ایم", "اید", "ست", "را", "شان",
    "مان", "تان", "اش", "ام", "ات", "ای", "ش", "م", "ت", "ی",
];

/// The plural ending with what may follow it.
const PLURAL_HA: &[&str] =
    &["هایشان", "هایمان", "هایتان", "هایش", "هایم", "هایت", "هایی", "های", "هاست", "هارا", "ها"];

const PAST_ENDINGS: &[&str] =
    &["هاند", "هاست", "هام", "هایم", "هاید", "های", "ند", "یم", "ید", "م", "ی", "ه", "ن", ""];

const PRESENT_ENDINGS: &[&str] = &["ند", "یم", "ید", "م", "ی", "د", "نده", "ان", ""];

/// See [`crate::lang::Language::lemmas`].
pub(super) fn lemmas(key: &str, out: &mut Vec<String>) {
    let forms = &mut Forms::new(out);
    forms.push(&[key]);
    if key.is_ascii() || !has_letters(key, 2) {
        return;
    }
    if let Some(singular) = plurals::singular(key) {
        forms.push(&[singular]);
    }
    verb(key, forms);
    noun(key, forms);
    compound(key, forms);
    if let Some(rest) = key.strip_prefix("ب")
        && has_letters(rest, 3)
    {
        // The preposition به in the old joined spelling.
        forms.push(&[rest]);
    }
}

/// Whether a word is a finite verb beyond doubt: with می or نمی, a past in the third person, or a
/// form of "to be" and "to have".
pub(super) fn is_finite_verb(key: &str) -> bool {
    const SURE: &[&str] = &[
        "است",
        "هست",
        "هستند",
        "نیست",
        "نیستند",
        "دارد",
        "دارند",
        "ندارد",
        "ندارند",
        "باشد",
        "باشند",
        "شود",
        "شوند",
        "کند",
        "کنند",
        "اند",
    ];
    if SURE.contains(&key) {
        return true;
    }
    for prefix in ["نمی", "می"] {
        if let Some(rest) = key.strip_prefix(prefix)
            && ["د", "ند", "م", "یم"].iter().any(|end| rest.ends_with(end))
            && has_letters(rest, 3)
        {
            return true;
        }
    }
    let past = |word: &str| {
        verbs::is_past(word)
            || word.strip_suffix("ند").is_some_and(verbs::is_past)
            || word.strip_suffix("هاند").is_some_and(verbs::is_past)
            || word.strip_suffix("هاست").is_some_and(verbs::is_past)
    };
    past(key) || key.strip_prefix("ن").is_some_and(past)
}

/// The infinitives of which a word is a denied form; none where it is none, or one that could be
/// something else.
pub(super) fn denied_verb(key: &str) -> Option<Vec<String>> {
    let mut forms = Vec::new();
    if let Some(rest) = key.strip_prefix("نمی") {
        known_verb(rest, &mut Forms::new(&mut forms));
        let regular = ["د", "ند", "م", "یم"].iter().any(|end| rest.ends_with(end));
        return (!forms.is_empty() || (regular && has_letters(rest, 4))).then_some(forms);
    }
    let rest = key.strip_prefix('ن')?;
    // What is a verb as it stands is no denial of another.
    known_verb(key, &mut Forms::new(&mut forms));
    if !forms.is_empty() {
        return None;
    }
    let glide = rest.strip_prefix('ی').map(|rest| rest.strip_prefix('ا').unwrap_or(rest));
    let restored = glide.map(|rest| format!("ا{rest}"));
    for body in [Some(rest), restored.as_deref()].into_iter().flatten() {
        if is_finite(body) {
            known_verb(body, &mut Forms::new(&mut forms));
        }
    }
    (!forms.is_empty()).then_some(forms)
}

/// Whether a word has the end of a finite verb or of a past participle, and letters enough to be one.
fn is_finite(word: &str) -> bool {
    let past = verbs::is_past(word)
        || ["ند", "م", "یم", "ید", "ه", "هاند", "هاست", "هام"]
            .iter()
            .any(|end| word.strip_suffix(end).is_some_and(verbs::is_past));
    let present = ["د", "ند", "م", "یم", "ید"].iter().any(|end| {
        word.strip_suffix(end).is_some_and(|stem| {
            !verbs::of_present(stem).is_empty()
                || stem.strip_suffix('ی').is_some_and(|stem| !verbs::of_present(stem).is_empty())
        })
    });
    past || (present && has_letters(word, 2))
}

/// Prefix and the tenses that it allows.
const VERB_PREFIXES: &[(&str, Tense)] = &[
    ("نمی", Tense::Durative),
    ("می", Tense::Durative),
    ("همی", Tense::Durative),
    // Before آ and ا a ی stands between: بیاید, نیفتاد.
    ("نیا", Tense::Glide("ا")),
    ("بیا", Tense::Glide("ا")),
    ("نی", Tense::Glide("ا")),
    ("بی", Tense::Glide("ا")),
    ("ن", Tense::Plain),
    ("ب", Tense::Plain),
    ("", Tense::Bare),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    /// With می: present or past, whether the verb is known or not.
    Durative,
    /// With ب or ن.
    Plain,
    /// The same, before a vowel that the spelling lost or kept.
    Glide(&'static str),
    /// No prefix: any tense of a known verb.
    Bare,
}

fn verb(word: &str, forms: &mut Forms<'_>) {
    for &(prefix, tense) in VERB_PREFIXES {
        let Some(rest) = word.strip_prefix(prefix) else { continue };
        if let Tense::Glide(vowel) = tense {
            let mut restored = String::with_capacity(word.len() + vowel.len());
            restored.push_str(vowel);
            restored.push_str(rest);
            known_verb(&restored, forms);
            continue;
        }
        known_verb(rest, forms);
        if tense == Tense::Durative {
            // Verbs that the table lacks are regular nearly all.
            let past = cut_end(rest, &["ند", "یم", "م"], 3);
            if past.ends_with("ید") {
                forms.push(&[past, "ن"]);
            }
            let present = cut_end(rest, &["ند", "یم", "ید", "م", "ی", "د"], 2);
            if has_letters(present, 3) {
                forms.push(&[present, "یدن"]);
            }
            return;
        }
    }
}

fn known_verb(word: &str, forms: &mut Forms<'_>) {
    for ending in PAST_ENDINGS {
        if let Some(stem) = word.strip_suffix(ending)
            && verbs::is_past(stem)
        {
            forms.push(&[stem, "ن"]);
        }
    }
    for ending in PRESENT_ENDINGS {
        if let Some(stem) = word.strip_suffix(ending) {
            for infinitive in verbs::of_present(stem) {
                forms.push(&[infinitive]);
            }
            // گوید and آید: a ی between the vowel of the stem and the ending.
            if let Some(stem) = stem.strip_suffix("ی") {
                for infinitive in verbs::of_present(stem) {
                    forms.push(&[infinitive]);
                }
            }
        }
    }
}

fn noun(word: &str, forms: &mut Forms<'_>) {
    let bare = cut_end(word, PLURAL_HA, 2);
    if bare.len() < word.len() {
        forms.push(&[bare]);
        // Without its ZWNJ the ending of «برنامه‌ای» looks like that plural.
        forms.push(&[bare, "ه"]);
        known_verb(bare, forms);
        derived(bare, forms);
        if word.ends_with("های") {
            // «انتهای»: the ه and the ا are the word's own.
            forms.push(&[bare, "ها"]);
        }
        return;
    }
    derived(word, forms);
    for clitic in CLITICS {
        if let Some(base) = word.strip_suffix(clitic)
            && has_letters(base, 2)
            && (has_letters(base, 3) || has_letters(clitic, 2))
        {
            forms.push(&[base]);
            if let Some(singular) = plurals::singular(base) {
                forms.push(&[singular]);
            }
            derived(base, forms);
        }
    }
}

/// Plurals in ان and ات, degrees, and nouns of quality.
fn derived(word: &str, forms: &mut Forms<'_>) {
    if let Some(base) = word.strip_suffix("گان") {
        forms.push(&[base, "ه"]);
    }
    for ending in ["ترین", "تری", "تر", "یان", "ان", "جات", "یات", "ات", "ین", "ون"]
    {
        let Some(base) = word.strip_suffix(ending) else { continue };
        if !has_letters(base, if ending == "ان" { 2 } else { 3 }) && !ending.starts_with("تر") {
            continue;
        }
        match ending {
            "ات" => {
                forms.push(&[base]);
                forms.push(&[base, "ه"]);
                forms.push(&[base, "ت"]);
            }
            "جات" => {
                forms.push(&[base, "ه"]);
                forms.push(&[base]);
            }
            "یات" => forms.push(&[base, "یه"]),
            "یان" => forms.push(&[base]),
            "ان" => {
                forms.push(&[base]);
                forms.push(&[base, "ه"]);
            }
            _ => forms.push(&[base]),
        }
        if ending.starts_with("تر") || ending == "جات" {
            break;
        }
    }
    if let Some(base) = word.strip_suffix("گی") {
        forms.push(&[base, "ه"]);
    }
    // Adverbs: «شدیداً», «دوستانه».
    if let Some(base) = word.strip_suffix("انه").or_else(|| word.strip_suffix('ا'))
        && has_letters(base, if word.ends_with('ه') { 3 } else { 4 })
    {
        forms.push(&[base]);
    }
}

/// Second parts of compounds, after which the first is what the word is about; without their ZWNJ
/// they are one word.
const SECOND_PARTS: &[&str] = &[
    "گذاری",
    "گذار",
    "سازی",
    "ساز",
    "گیری",
    "گیر",
    "کنندگان",
    "کننده",
    "کنندهای",
    "شدگان",
    "شده",
    "یافته",
    "دهنده",
    "دهندگان",
    "ناپذیر",
    "پذیر",
    "پذیری",
    "امیز",
    "گرا",
    "گرایی",
    "گرایانه",
    "شناسی",
    "شناس",
    "پردازی",
    "پرداز",
    "بندی",
    "داری",
    "دار",
    "کاری",
    "کار",
    "زدایی",
    "گری",
    "گر",
    "زایی",
    "زا",
    "مند",
    "محور",
    "طلبانه",
    "طلب",
    "خواهان",
    "خواه",
    "خواهی",
    "نامه",
    "رسانی",
    "ریزی",
    "افزایی",
    "یابی",
    "ورزی",
    "امیزی",
    "افرین",
];

/// First parts of compounds that Arabic writes as words of their own or not at all.
const FIRST_PARTS: &[&str] = &["غیر", "ضد", "بی", "نا", "هم", "پیش", "فرا", "میان", "نیم", "باز"];

fn compound(word: &str, forms: &mut Forms<'_>) {
    let bare = cut_end(word, PLURAL_HA, 5);
    let bare =
        if bare.len() == word.len() { cut_end(word, &["ای", "ی", "ان"], 6) } else { bare };
    for whole in [word, bare] {
        if let Some(first) = SECOND_PARTS.iter().find_map(|second| whole.strip_suffix(second))
            && has_letters(first, 3)
        {
            forms.push(&[first]);
            return;
        }
    }
    if let Some(second) = FIRST_PARTS.iter().find_map(|first| word.strip_prefix(first))
        && has_letters(second, 4)
    {
        forms.push(&[second]);
    }
}

/// Spellings that Persian keeps apart and Arabic does not.
fn one_spelling(word: &str) -> Option<String> {
    ["مسیول", "شیون"].iter().find(|old| word.contains(**old)).map(|old| {
        let new = old.replace("یو", "وو");
        word.replace(old, &new)
    })
}

/// See [`crate::lang::Language::stem`].
pub(super) fn stem(key: &str) -> String {
    // Arabic loses an article of its own words (الماس) too; both languages must come to one stem.
    let word = cut_start(key, &["ال"], 3);
    let bare = cut_end(word, PLURAL_HA, 2);
    let word = if bare.len() == word.len() {
        let word = cut_end(word, &["یشان", "یمان", "یتان", "شان", "ترین"], 4);
        cut_end(word, &["گی", "ای", "یی"], 3)
    } else {
        bare
    };
    let word = cut_end(word, &["گان", "یان"], 4);
    let stem = arabic_noun_stem(word);
    one_spelling(&stem).unwrap_or(stem)
}
