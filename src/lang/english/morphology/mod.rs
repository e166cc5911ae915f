//! Words and their forms in English.

pub(super) const STOP_WORDS: &[&str] = &[];

pub(super) fn lemmas(key: &str, forms: &mut Vec<String>) {
    forms.push(key.to_owned());
}

pub(super) fn stem(key: &str) -> String {
    key.to_owned()
}
