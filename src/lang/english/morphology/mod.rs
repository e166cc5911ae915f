//! Words and their forms in English.

mod irregular;
mod stop_words;

pub(super) use stop_words::STOP_WORDS;

use crate::lang::affix::{Forms, has_letters};

/// See [`crate::lang::Language::lemmas`].
pub(super) fn lemmas(key: &str, out: &mut Vec<String>) {
    let forms = &mut Forms::new(out);
    forms.push(&[key]);
    for lemma in irregular::lemmas(key) {
        forms.push(&[lemma]);
    }
    let word = key.split('\'').next().unwrap_or(key);
    if word.len() < key.len() {
        forms.push(&[word]);
        for lemma in irregular::lemmas(word) {
            forms.push(&[lemma]);
        }
    }
    if !has_letters(word, 4) {
        return;
    }
    endings(word, forms);
    if let Some(base) = word.strip_suffix("ly") {
        adverb(base, forms);
    }
    nominal(word.strip_suffix('s').filter(|rest| !rest.ends_with('s')).unwrap_or(word), forms);
}

/// From a noun in -ment, -ness, -ion, -or to what it is made of: a dictionary need not hold both.
fn nominal(word: &str, forms: &mut Forms<'_>) {
    for (ending, restored) in [
        ("iness", &["y"][..]),
        ("ness", &[""]),
        ("ment", &[""]),
        ("ation", &["ate", "e", ""]),
        ("ion", &["", "e"]),
        ("or", &["", "e"]),
    ] {
        if let Some(base) = word.strip_suffix(ending)
            && has_letters(base, 4)
        {
            for end in restored {
                forms.push(&[base, end]);
            }
            return;
        }
    }
}

fn endings(word: &str, forms: &mut Forms<'_>) {
    if let Some(base) = word.strip_suffix("ies").or_else(|| word.strip_suffix("ied"))
        && has_letters(base, 2)
    {
        forms.push(&[base, "y"]);
        forms.push(&[base, "ie"]);
        return;
    }
    if let Some(base) = word.strip_suffix("ves") {
        forms.push(&[base, "ve"]);
        forms.push(&[base, "f"]);
        forms.push(&[base, "fe"]);
    } else if let Some(base) = word.strip_suffix('s')
        && !base.ends_with(['s', 'u'])
        && !base.ends_with("ii")
    {
        if let Some(short) = base.strip_suffix('e')
            && ["s", "x", "z", "ch", "sh", "o"].iter().any(|sound| short.ends_with(sound))
        {
            forms.push(&[short]);
        }
        forms.push(&[base]);
        // The plural of a noun in -ing or -er.
        return;
    }
    for (ending, y) in [
        ("ier", true),
        ("iest", true),
        ("ed", false),
        ("ing", false),
        ("est", false),
        ("er", false),
    ] {
        if let Some(base) = word.strip_suffix(ending)
            && has_letters(base, 2)
            && base.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        {
            if y {
                forms.push(&[base, "y"]);
            } else {
                without_ending(base, forms);
            }
            return;
        }
    }
}

/// The verb or adjective before -ed, -ing, -er, -est: doubled consonant made single, lost e restored.
fn without_ending(base: &str, forms: &mut Forms<'_>) {
    let mut letters = base.chars().rev();
    let (last, before, third) = (letters.next(), letters.next(), letters.next());
    let is_vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    if last == before && !is_vowel(last) {
        // stopped, but also passed and called.
        let single = &base[..base.len() - last.map_or(0, char::len_utf8)];
        if matches!(last, Some('s' | 'l' | 'f' | 'z')) {
            forms.push(&[base]);
            forms.push(&[single]);
        } else {
            forms.push(&[single]);
            forms.push(&[base]);
        }
    } else if !is_vowel(last)
        && is_vowel(before)
        && !is_vowel(third)
        && !matches!(last, Some('w' | 'x' | 'y'))
    {
        // One vowel and one consonant: hoped, voted; of two syllables also opened, visited.
        if has_letters(base, 5) {
            forms.push(&[base]);
            forms.push(&[base, "e"]);
        } else {
            forms.push(&[base, "e"]);
            forms.push(&[base]);
        }
    } else if matches!(last, Some('v' | 'u' | 'c' | 's' | 'z' | 'g')) {
        forms.push(&[base, "e"]);
        forms.push(&[base]);
    } else {
        forms.push(&[base]);
        forms.push(&[base, "e"]);
    }
}

fn adverb(base: &str, forms: &mut Forms<'_>) {
    forms.push(&[base]);
    if let Some(stem) = base.strip_suffix('i') {
        forms.push(&[stem, "y"]);
    }
    forms.push(&[base, "le"]);
    if let Some(stem) = base.strip_suffix("al") {
        forms.push(&[stem]);
    }
}

/// See [`crate::lang::Language::stem`].
pub(super) fn stem(key: &str) -> String {
    if let [lemma, ..] = irregular::lemmas(key) {
        return stem_regular(lemma);
    }
    let word = key.split('\'').next().unwrap_or(key);
    stem_regular(if word.is_empty() { key } else { word })
}

fn stem_regular(word: &str) -> String {
    let base = if let Some(base) = word.strip_suffix("ies").or_else(|| word.strip_suffix("ied")) {
        if has_letters(base, 2) {
            return [base, "y"].concat();
        }
        word
    } else if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        word
    } else {
        word.strip_suffix('s').unwrap_or(word)
    };
    let cut = ["ing", "ed"].iter().find_map(|ending| {
        base.strip_suffix(ending)
            .filter(|rest| has_letters(rest, 3) && rest.contains(['a', 'e', 'i', 'o', 'u', 'y']))
    });
    let stem = cut.unwrap_or(base);
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    if cut.is_some() && last == before && !matches!(last, Some('s' | 'l' | 'e' | 'o' | 'f' | 'z')) {
        return stem[..stem.len() - last.map_or(0, char::len_utf8)].to_owned();
    }
    // The silent e is lost before the endings, so it goes everywhere.
    match stem.strip_suffix('e') {
        Some(rest) if has_letters(rest, 3) => rest.to_owned(),
        _ if has_letters(stem, 2) => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, battery};

    #[test]
    fn finds_the_dictionary_form() {
        battery::lemmas(
            Lang::English,
            &[
                ("cities", "city"),
                ("watches", "watch"),
                ("houses", "house"),
                ("stopped", "stop"),
                ("called", "call"),
                ("voted", "vote"),
                ("visited", "visit"),
                ("making", "make"),
                ("leaving", "leave"),
                ("bigger", "big"),
                ("largest", "large"),
                ("earlier", "early"),
                ("went", "go"),
                ("children", "child"),
                ("government's", "government"),
                ("quickly", "quick"),
                ("possibly", "possible"),
                ("wolves", "wolf"),
                ("agreed", "agree"),
                ("announcements", "announce"),
                ("happiness", "happy"),
                ("weakness", "weak"),
                ("investigation", "investigate"),
                ("elections", "elect"),
                ("investors", "invest"),
            ],
        );
    }

    #[test]
    fn forms_of_a_word_share_the_stem() {
        battery::stems(
            Lang::English,
            &[
                &["vote", "votes", "voted", "voting"],
                &["stop", "stops", "stopped", "stopping"],
                &["city", "cities"],
                &["write", "wrote", "written", "writing"],
                &["crisis", "crises"],
            ],
        );
        assert_eq!(stem("as"), "as");
        assert_eq!(stem("ring"), "ring");
    }
}
