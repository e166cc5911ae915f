//! What the morphologies share: collecting dictionary forms, and cutting affixes.

/// The most forms that one word may give: more than this and a dictionary finds something by chance.
const MOST_FORMS: usize = 16;

/// Collects the forms of one word, each once.
pub(super) struct Forms<'a> {
    out: &'a mut Vec<String>,
    first: usize,
}

impl<'a> Forms<'a> {
    /// Collects into `out`, behind what it holds already.
    pub(super) fn new(out: &'a mut Vec<String>) -> Self {
        let first = out.len();
        Self { out, first }
    }

    /// The first forms collected so far, as many as `count`.
    pub(super) fn first(&self, count: usize) -> Vec<String> {
        self.out[self.first..].iter().take(count).cloned().collect()
    }

    /// Adds the word made of `parts`, but for what is there already or of one letter.
    pub(super) fn push(&mut self, parts: &[&str]) {
        let len = parts.iter().map(|part| part.len()).sum();
        let own = &self.out[self.first..];
        if own.len() >= MOST_FORMS
            || (!own.is_empty() && is_short(parts))
            || own.iter().any(|form| form.len() == len && is_made_of(form, parts))
        {
            return;
        }
        let mut form = String::with_capacity(len);
        form.extend(parts.iter().copied());
        self.out.push(form);
    }
}

fn is_short(parts: &[&str]) -> bool {
    parts.iter().flat_map(|part| part.chars()).nth(1).is_none()
}

fn is_made_of(form: &str, parts: &[&str]) -> bool {
    parts.iter().try_fold(form, |rest, part| rest.strip_prefix(part)).is_some_and(str::is_empty)
}

/// Whether the word has at least `count` letters.
pub(super) fn has_letters(word: &str, count: usize) -> bool {
    count == 0 || word.chars().nth(count - 1).is_some()
}

/// The word without the first of `suffixes` that it ends in and that leaves `least` letters.
pub(super) fn cut_end<'w>(word: &'w str, suffixes: &[&str], least: usize) -> &'w str {
    suffixes
        .iter()
        .find_map(|suffix| word.strip_suffix(suffix).filter(|rest| has_letters(rest, least)))
        .unwrap_or(word)
}

/// The word without the first of `prefixes` that it begins with and that leaves `least` letters.
pub(super) fn cut_start<'w>(word: &'w str, prefixes: &[&str], least: usize) -> &'w str {
    prefixes
        .iter()
        .find_map(|prefix| word.strip_prefix(prefix).filter(|rest| has_letters(rest, least)))
        .unwrap_or(word)
}

/// Cuts the endings that Arabic words keep when Persian takes them over, so that both languages
/// come to one stem: sound plurals, feminine ه and ت, nisba ی, the ا of adverbs.
///
/// What is too short to cut ends in ه for either (صفة, صفت).
pub(super) fn arabic_noun_stem(word: &str) -> String {
    let word = cut_end(word, &["ی", "ا"], 4);
    let word = cut_end(word, &["ات"], 3);
    let word = cut_end(word, &["ان", "ون", "ین"], 4);
    let word = cut_end(word, &["ه", "ت"], 3);
    let word = cut_end(word, &["ی"], 3);
    match word.strip_suffix('ت') {
        Some(rest) if has_letters(rest, 2) && !has_letters(rest, 3) => [rest, "ه"].concat(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn forms_come_once_and_never_without_end() {
        let mut out = vec!["کتاب".to_owned()];
        let mut forms = Forms::new(&mut out);
        forms.push(&["کتاب"]);
        forms.push(&["کت", "اب"]);
        forms.push(&["ک"]);
        assert_eq!(out, ["کتاب", "کتاب"]);
        let mut forms = Forms::new(&mut out);
        for count in 1..40 {
            forms.push(&["ab", &"c".repeat(count)]);
        }
        assert_eq!(out.len(), 2 + MOST_FORMS);
    }

    #[test]
    fn cutting_leaves_a_word() {
        assert_eq!(cut_end("حکومه", &["ه"], 3), "حکوم");
        assert_eq!(cut_end("بیت", &["ت"], 3), "بیت");
        assert_eq!(cut_start("والشمس", &["وال", "ال"], 3), "شمس");
        assert_eq!(arabic_noun_stem("مسوولیت"), arabic_noun_stem("مسوولیات"));
        assert_eq!(arabic_noun_stem("صفه"), arabic_noun_stem("صفت"));
    }

    proptest! {
        #[test]
        fn every_language_takes_every_word(
            word in "\\PC{0,12}|[a-z']{0,14}|[\u{627}-\u{64a}پچژگی]{0,14}|(و|ف)?(ال|لل|ب|س)?[یتنا]?[\u{627}-\u{64a}]{1,5}(ون|ات|ته|هایش)?",
        ) {
            let key = crate::fold::key(&word);
            for language in crate::lang::Lang::known() {
                let mut forms = Vec::new();
                language.lemmas(&key, &mut forms);
                prop_assert_eq!(&forms[0], &key);
                prop_assert!(forms.len() <= MOST_FORMS);
                prop_assert!(forms.iter().skip(1).all(|form| has_letters(form, 2)));
                let stem = language.stem(&key);
                prop_assert!(stem.is_empty() == key.is_empty());
            }
        }
    }
}
