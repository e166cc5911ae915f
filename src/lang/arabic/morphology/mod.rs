//! Words and their forms in Arabic.
//!
//! All letters are folded: final ى is ی, ة is ه, every hamza carrier is its bare letter.

mod stop_words;
#[cfg(test)]
mod tests;
mod verbs;

pub(super) use stop_words::STOP_WORDS;

use crate::lang::affix::{Forms, arabic_noun_stem, cut_end, cut_start, has_letters};

/// The article with what may stand before it.
const ARTICLES: &[&str] =
    &["وبال", "فبال", "وکال", "فکال", "اوال", "وال", "فال", "بال", "کال", "ال", "ولل", "فلل", "لل"];

/// Particles written together with the word behind them; what they join to.
const PARTICLES: &[(&str, Host)] = &[
    ("وس", Host::Imperfect),
    ("فس", Host::Imperfect),
    ("س", Host::Imperfect),
    ("ول", Host::Any),
    ("فل", Host::Any),
    ("وب", Host::Nominal),
    ("فب", Host::Nominal),
    ("وک", Host::Nominal),
    ("و", Host::Any),
    ("ف", Host::Any),
    ("ب", Host::Nominal),
    ("ل", Host::Any),
    ("ک", Host::Nominal),
];

/// Pronouns written together with the word before them.
const PRONOUNS: &[&str] = &["هما", "هم", "هن", "ها", "کما", "کم", "نا", "نی", "ه", "ک", "ی"];

/// Words of which the first و is no particle, so far as their first letters tell.
#[rustfmt::skip]
const BEGIN_WITH_WAW: &[&str] = &[
    "وزیر", "وزار", "وزرا", "وکال", "وکیل", "وکلا", "واشنط", "وثیق", "وثای", "وثق", "وحد", "وحش",
    "وحی", "ورق", "ورش", "ورد", "ورا", "ورث", "وسط", "وسای", "وسیل", "وسیط", "وساط", "وصف",
    "وصول", "وصی", "وصل", "وضع", "وضوح", "واضح", "واقع", "وقع", "وقوع", "وقایع", "واقف", "وقف",
    "وقوف", "وقای", "وقود", "وفا", "وفد", "وفود", "وفر", "وفق", "ولای", "ولاد", "ولد", "والد",
    "ولی", "وطن", "وظیف", "وظای", "وظف", "وعد", "وعود", "وعی", "واجه", "واجب", "واحد", "وادی",
    "واسع", "واصل", "وارد", "وارث", "والی", "وافق", "وجه", "وجوه", "وجود", "وجد", "وجب", "وبا",
    "وهم", "وهاب", "ویکی", "ویلز", "ولیام", "وایل", "وداع", "ودی", "وتر", "وتیر", "وکر", "ولع",
    "وقت", "وقح", "وزن", "وزع", "وشیک", "وفی", "وارن", "واتس", "وول",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Host {
    Nominal,
    Imperfect,
    Any,
}

/// See [`crate::lang::Language::lemmas`].
pub(super) fn lemmas(key: &str, out: &mut Vec<String>) {
    let forms = &mut Forms::new(out);
    forms.push(&[key]);
    if key.is_ascii() || !has_letters(key, 3) {
        return;
    }
    for article in ARTICLES {
        if let Some(rest) = key.strip_prefix(article)
            && has_letters(rest, 2)
        {
            noun(rest, forms);
            if article.ends_with("لل") {
                // The noun begins with a ل of its own, and the article lost its letters.
                noun(&key[article.len() - "ل".len()..], forms);
            }
            break;
        }
    }
    inflected(key, Host::Any, forms);
    for &(particle, host) in PARTICLES {
        if let Some(rest) = key.strip_prefix(particle)
            && has_letters(rest, 3)
        {
            if host != Host::Imperfect {
                forms.push(&[rest]);
            }
            inflected(rest, host, forms);
        }
    }
    if let Some(body) = key.strip_prefix('ا')
        && has_letters(body, 3)
    {
        // The first person: so rare, and so many nouns begin with ا, that it comes last.
        forms.push(&[body]);
    }
    derived(forms);
}

/// Forms of which the relatives are looked for.
const RELATED: usize = 5;

/// From the masdars and participles of derived verbs to the verb, and from verb to masdar: a
/// dictionary need not hold all of them, and a translation takes the one for the other.
fn derived(forms: &mut Forms<'_>) {
    for word in forms.first(RELATED) {
        let letters: Vec<char> = word.chars().take(8).collect();
        match letters[..] {
            ['ت', _, _, 'ی', last] => {
                // تطوير of طور.
                let body = &word["ت".len()..word.len() - "ی".len() - last.len_utf8()];
                forms.push(&[body, last.encode_utf8(&mut [0; 4])]);
            }
            ['ا', .., _, _, 'ا', last] | ['ا', _, _, 'ا', last] if letters.len() < 8 => {
                // إعلان of أعلن, استخدام of استخدم.
                let body = &word[..word.len() - "ا".len() - last.len_utf8()];
                forms.push(&[body, last.encode_utf8(&mut [0; 4])]);
            }
            ['ا', 'ن' | 'س', .., before, last] | ['ا', _, 'ت', .., before, last]
                if matches!(letters.len(), 5..=6) && before != 'ی' && last != 'ی' =>
            {
                // انفجر to انفجار.
                let body = &word[..word.len() - last.len_utf8()];
                forms.push(&[body, "ا", last.encode_utf8(&mut [0; 4])]);
            }
            ['م', ..] if (5..8).contains(&letters.len()) => {
                // محاول of حاول, منتشر of انتشر.
                let body = &word["م".len()..];
                forms.push(&[body]);
                forms.push(&["ا", body]);
            }
            _ => {}
        }
    }
}

fn inflected(word: &str, host: Host, forms: &mut Forms<'_>) {
    if host != Host::Nominal {
        imperfect(word, forms);
        if host == Host::Any {
            perfect(word, forms);
        }
    }
    if host != Host::Imperfect {
        noun(word, forms);
        with_pronoun(word, forms);
    }
}

/// Plurals, duals, feminines, the accusative; without pronouns.
fn noun(word: &str, forms: &mut Forms<'_>) {
    forms.push(&[word]);
    if let Some(base) = word.strip_suffix("ات") {
        if has_letters(base, 2) {
            forms.push(&[base, "ه"]);
            forms.push(&[base]);
        }
    } else if let Some(base) = strip_any(word, &["تین", "تان"]) {
        forms.push(&[base, "ه"]);
        forms.push(&[base, "ت"]);
    } else if let Some(base) = strip_any(word, &["ین", "ون", "ان"]) {
        if has_letters(base, 3) {
            forms.push(&[base]);
            if word.ends_with("ین") {
                forms.push(&[base, "ی"]);
            }
        }
    } else if let Some(base) = word.strip_suffix("یه") {
        if has_letters(base, 2) {
            forms.push(&[base, "ی"]);
        }
        if has_letters(base, 3) {
            forms.push(&[base]);
        }
    } else if let Some(base) = strip_any(word, &["ه", "ا"]) {
        if has_letters(base, 3) || (word.ends_with('ه') && has_letters(base, 2)) {
            forms.push(&[base]);
        }
    } else if let Some(base) = word.strip_suffix("ی")
        && has_letters(base, 3)
    {
        // Adjective of relation: the noun may be in a plural or have lost its ending.
        forms.push(&[base]);
        forms.push(&[base, "ه"]);
        if let Some(base) = base.strip_suffix("ت") {
            forms.push(&[base, "ه"]);
        }
    }
}

/// The noun before an attached pronoun.
fn with_pronoun(word: &str, forms: &mut Forms<'_>) {
    let Some(base) = PRONOUNS.iter().find_map(|pronoun| word.strip_suffix(pronoun)) else { return };
    if !has_letters(base, 2) {
        return;
    }
    if let Some(stem) = base.strip_suffix("ات") {
        forms.push(&[stem, "ه"]);
        forms.push(&[stem]);
    } else if let Some(stem) = base.strip_suffix("ت")
        && has_letters(stem, 2)
    {
        forms.push(&[stem, "ه"]);
    }
    if has_letters(base, 3) || !word.ends_with(['ی', 'ه', 'ک']) {
        forms.push(&[base]);
    }
    // Sound plurals and duals lose their ن before a pronoun; the final hamza its seat.
    if let Some(stem) = strip_any(base, &["ی", "و", "ا"])
        && has_letters(stem, 3)
    {
        forms.push(&[stem]);
    }
}

fn imperfect(word: &str, forms: &mut Forms<'_>) {
    let Some(body) = strip_prefix_any(word, &["ی", "ت", "ن", "ا"]) else { return };
    // ا is the first person, rare in news, and begins half of all nouns.
    let by_rule = !word.starts_with('ا');
    imperfect_body(body, by_rule, forms);
    for ending in ["ون", "وا", "ین", "ان", "ن"] {
        if let Some(rest) = body.strip_suffix(ending) {
            imperfect_body(rest, by_rule && has_letters(rest, 3), forms);
            break;
        }
    }
    if let Some(rest) = strip_any(body, &["هما", "هم", "ها", "نا", "نی", "کم", "ک", "ه"])
    {
        imperfect_body(rest, by_rule && has_letters(rest, 3), forms);
        if let Some(rest) = rest.strip_suffix("و") {
            imperfect_body(rest, false, forms);
        }
    }
}

/// The perfects of an imperfect without prefix and endings: those known, or those that the shape
/// allows.
fn imperfect_body(body: &str, by_rule: bool, forms: &mut Forms<'_>) {
    for verb in verbs::of_imperfect(body) {
        forms.push(&[verb]);
    }
    if !by_rule || !has_letters(body, 3) {
        return;
    }
    let mut letters = [' '; 6];
    let mut count = 0;
    for letter in body.chars() {
        if count == letters.len() {
            return;
        }
        letters[count] = letter;
        count += 1;
    }
    match letters[..count] {
        ['و', ..] => {
            // ؤ is folded to و.
            forms.push(&["ا", &body["و".len()..]]);
            forms.push(&[body]);
            forms.push(&["ا", body]);
        }
        [first, 'و' | 'ی', last] => {
            let (first, last) = (first.encode_utf8(&mut [0; 4]).to_owned(), last.to_string());
            forms.push(&[&first, "ا", &last]);
            forms.push(&[body]);
            forms.push(&["ا", &first, "ا", &last]);
        }
        [_, _, _] => {
            forms.push(&[body]);
            forms.push(&["ا", body]);
        }
        ['س', 'ت', first, 'ی', last] => {
            forms.push(&[
                "است",
                first.encode_utf8(&mut [0; 4]),
                "ا",
                last.encode_utf8(&mut [0; 4]),
            ]);
        }
        ['س', 'ت', _, _] | ['س', 'ت', _, _, _] | [_, 'ت', _, _] | ['ن', _, _, _] => {
            forms.push(&["ا", body]);
            forms.push(&[body]);
        }
        [_, 'ا', _, 'ی'] | ['ت', ..] | [_, _, _, _] => forms.push(&[body]),
        _ => {}
    }
}

fn perfect(word: &str, forms: &mut Forms<'_>) {
    for verb in verbs::of_perfect(word) {
        forms.push(&[verb]);
    }
    if let Some(stem) = strip_any(word, &["تا", "وا", "تم", "نا", "ت", "ن"]) {
        for verb in verbs::of_perfect(stem) {
            forms.push(&[verb]);
        }
        if has_letters(stem, 3) || word.ends_with("وا") {
            forms.push(&[stem]);
            if word.ends_with("وا") {
                forms.push(&[stem, "ی"]);
            }
        }
        if !word.ends_with("نا") && !word.ends_with('ن') {
            return;
        }
    }
    if let Some(stem) = strip_any(word, &["هما", "هم", "ها", "ه"]) {
        for stem in [stem, cut_end(stem, &["ت", "و", "ا"], 3)] {
            for verb in verbs::of_perfect(stem) {
                forms.push(&[verb]);
            }
        }
    }
}

fn strip_any<'w>(word: &'w str, suffixes: &[&str]) -> Option<&'w str> {
    suffixes.iter().find_map(|suffix| word.strip_suffix(suffix)).filter(|rest| has_letters(rest, 2))
}

fn strip_prefix_any<'w>(word: &'w str, prefixes: &[&str]) -> Option<&'w str> {
    prefixes.iter().find_map(|prefix| word.strip_prefix(prefix)).filter(|rest| has_letters(rest, 2))
}

/// Whether a word is the imperfect of a verb whose forms are known.
pub(super) fn is_known_imperfect(word: &str) -> bool {
    let Some(body) = strip_prefix_any(word, &["ی", "ت", "ن", "ا"]) else { return false };
    let bare = ["ون", "وا", "ین", "ان"].iter().find_map(|ending| body.strip_suffix(ending));
    // A verb of which the dictionary form begins so is no imperfect by that.
    !verbs::is_verb(word)
        && (!verbs::of_imperfect(body).is_empty()
            || bare.is_some_and(|body| !verbs::of_imperfect(body).is_empty()))
}

/// See [`crate::lang::Language::stem`].
pub(super) fn stem(key: &str) -> String {
    let mut word = cut_start(key, ARTICLES, 3);
    if word.len() == key.len() {
        if !BEGIN_WITH_WAW.iter().any(|known| key.starts_with(known)) {
            word = cut_start(word, &["و"], 4);
        }
        let bare = cut_end(word, &["هما", "هم", "ها"], 3);
        word = if bare.len() == word.len() { cut_end(word, &["ته"], 3) } else { bare };
        word = cut_end(word, &["نا"], 4);
    }
    arabic_noun_stem(word)
}
