//! Words that lost the space between them.
//!
//! Arabic letters show where a word ends even without a space, so that pages and old systems lose
//! spaces and nobody notices («وزيرالخارجية»); a text pulled from a PDF may have hardly any. The
//! words are found again as those that are together the most frequent (Viterbi over word
//! frequencies). Nothing is altered: one token becomes several.

use std::sync::LazyLock;

use super::{Token, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::data::fact;
use crate::fold;
use crate::lang::{Lang, Script, is_stop_word};
use crate::span::Span;

/// A word of fewer letters is left alone, and so is one of more, which is no word at all.
const LETTERS: std::ops::RangeInclusive<usize> = 9..=240;
/// The longest word that is tried.
const LONGEST: usize = 14;
/// No word has as many letters.
const LONG: usize = 20;
/// What stands last has this many letters: two are likelier an ending.
const LEAST_LAST: usize = 3;
/// Costs in decimal digits of improbability: of a space that was lost, of an unlisted word and each
/// of its letters, of a form whose lemma alone is listed.
const SPACE: f64 = 0.8;
const UNLISTED: f64 = 4.0;
const UNLISTED_LETTER: f64 = 0.9;
const INFLECTED: f64 = 3.0;

/// Parts words that run together; all others come through as they are.
pub(super) fn part(text: &str, tokens: Vec<Token>, lang: Lang) -> Vec<Token> {
    let Some(numbers) = NUMBERS.get(&lang) else { return tokens };
    let is_suspect =
        |token: &Token| is_suspect(token, lang) && !is_number(&token.key, lang, numbers);
    let Some(first) = tokens.iter().position(is_suspect) else { return tokens };
    let mut parted = Vec::with_capacity(tokens.len() + 8);
    for (at, token) in tokens.into_iter().enumerate() {
        let is_suspect = at == first || (at > first && is_suspect(&token));
        match is_suspect.then(|| words(token.span.of(text), lang)).flatten() {
            Some(lengths) => {
                let mut at = token.span.start;
                for length in lengths {
                    let span = Span::new(at, at + length);
                    let key = fold::key(span.of(text));
                    parted.push(Token { span, kind: TokenKind::Word, key });
                    at += length;
                }
            }
            None => parted.push(token),
        }
    }
    parted
}

/// Whether a token may be several words: long, in Arabic letters, and no form of a listed word.
fn is_suspect(token: &Token, lang: Lang) -> bool {
    // Two bytes a letter.
    token.kind == TokenKind::Word
        && token.key.len() >= 2 * LETTERS.start()
        && !token.key.starts_with(|c: char| c.is_ascii() || !('\u{600}'..'\u{700}').contains(&c))
        && LETTERS.contains(&token.key.chars().count())
        && cost(&token.key, lang).is_none()
}

/// The number words of the languages in Arabic letters: few of them are frequent enough to be listed
/// («ثمانينيات»), and each begins with another.
static NUMBERS: LazyLock<FxHashMap<Lang, FxHashSet<String>>> = LazyLock::new(|| {
    let modules = Lang::known().filter(|module| module.detection().script == Script::Arabic);
    let words = modules.map(|module| {
        let numerals = module.numerals();
        let lists =
            [numerals.cardinals, numerals.ordinals, numerals.plural_scales, numerals.decades];
        let words = lists.into_iter().flatten().map(|(word, _)| fold::key(word));
        (module.lang(), words.collect())
    });
    words.collect()
});

/// Whether a word is a number word, or one with particles on it.
fn is_number(key: &str, lang: Lang, numbers: &FxHashSet<String>) -> bool {
    let mut forms = Vec::new();
    if let Some(module) = lang.module() {
        module.lemmas(key, &mut forms);
    }
    numbers.contains(key) || forms.iter().any(|form| numbers.contains(form))
}

/// Improbability of a listed word or a form of one, in decimal digits.
fn cost(key: &str, lang: Lang) -> Option<f64> {
    let list = format!("frequency:{}", lang.tag());
    let listed = |key: &str| fact(&list, key).map(|centibels| centibels as f64 / 100.0);
    if let Some(cost) = listed(key) {
        return Some(cost);
    }
    let mut forms = Vec::new();
    lang.module()?.lemmas(key, &mut forms);
    let lemma = forms.iter().filter_map(|form| listed(form)).fold(f64::INFINITY, f64::min);
    lemma.is_finite().then_some(lemma + INFLECTED)
}

/// The lengths in bytes of the words that `written` is likeliest made of; none where it is likelier
/// one word.
fn words(written: &str, lang: Lang) -> Option<Vec<usize>> {
    if written.contains('\u{200c}') {
        return None;
    }
    // Combining marks stay with their letter.
    let starts: Vec<usize> = written
        .char_indices()
        .filter(|&(_, c)| fold::is_letter(c))
        .map(|(at, _)| at)
        .chain([written.len()])
        .collect();
    let letters = starts.len() - 1;
    let unlisted = |count: usize| UNLISTED + UNLISTED_LETTER * count as f64;
    // The cheapest way to each letter, and where its last word begins.
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for end in 1..=letters {
        let from = end.saturating_sub(LONGEST);
        let mut cheapest = (f64::INFINITY, from);
        for start in from..end {
            if start > 0
                && (written[starts[start]..].starts_with(['ء', 'ؤ', 'ئ', 'ة', 'ى'])
                    || (end == letters && end - start < LEAST_LAST))
            {
                continue;
            }
            let key = fold::key(&written[starts[start]..starts[end]]);
            let count = end - start;
            // Of two letters there are too many by chance, but for the words of grammar.
            let short = count < 3 && !is_stop_word(lang, &key);
            let known = if short { None } else { cost(&key, lang) };
            // Only in what is too long for a word an unlisted one may hide.
            if known.is_none() && letters < LONG {
                continue;
            }
            let word = known.unwrap_or_else(|| unlisted(count));
            let total = best[start].0 + word + SPACE;
            if total < cheapest.0 {
                cheapest = (total, start);
            }
        }
        best.push(cheapest);
    }
    if best[letters].0 >= unlisted(letters) + SPACE {
        return None;
    }
    let mut lengths = Vec::new();
    let mut end = letters;
    while end > 0 {
        let start = best[end].1;
        lengths.push(starts[end] - starts[start]);
        end = start;
    }
    lengths.reverse();
    (lengths.len() > 1).then_some(lengths)
}

#[cfg(all(test, feature = "share-alike"))]
mod tests {
    use super::super::word::tokenize;
    use super::*;

    fn parts(text: &str, lang: Lang) -> Vec<&str> {
        let tokens = part(text, tokenize(text, Span::new(0, text.len())), lang);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn words_without_a_space_are_parted() {
        let arabic = |text| parts(text, Lang::Arabic);
        assert_eq!(arabic("قال وزيرالخارجية"), ["قال", "وزير", "الخارجية"]);
        assert_eq!(
            arabic("اجتمعالرئيسمعالوزراءفيالقصر"),
            ["اجتمع", "الرئيس", "مع", "الوزراء", "في", "القصر"]
        );
        assert_eq!(parts("وزیراقتصادایران", Lang::Persian), ["وزیر", "اقتصاد", "ایران"]);
    }

    #[test]
    fn long_words_and_names_stay_whole() {
        for word in [
            "ثلاثينيات",
            "وثمانينيات",
            "والاستراتيجيات",
            "فسيستخدمونها",
            "للمسؤوليات",
            "هورشتماير",
            "بالديموقراطية",
        ] {
            assert_eq!(parts(word, Lang::Arabic), [word]);
        }
        for word in ["سیاستگذاری", "دانشجویانشان", "می‌شناسمشان", "کتابخانه‌هایمان"]
        {
            assert_eq!(parts(word, Lang::Persian), [word]);
        }
        assert_eq!(parts("Internationalisation", Lang::English), ["Internationalisation"]);
    }
}
