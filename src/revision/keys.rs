//! Numbers for words: tokens with one number are one word to a reader, however they are spelt.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::document::Document;
use crate::lang::{Lang, is_stop_word};
use crate::segment::{Segments, Token, TokenKind};
use crate::span::{Pair, Side};

/// A word that says little weighs so much of one that says something …
const LIGHT: f64 = 0.25;
/// … and a mark so much.
const MARK: f64 = 0.05;
/// In a language without a list of frequent words those of so few letters are taken for them.
const SHORT: usize = 3;

/// The words of two versions, numbered.
pub(super) struct Keys {
    /// For each token of a side, its number.
    pub(super) tokens: Pair<Vec<u32>>,
    /// For each number, what sharing it says.
    pub(super) weights: Vec<f64>,
    /// For each number, what the token is.
    pub(super) kinds: Vec<TokenKind>,
    /// For each number, its letters, and the way back.
    names: Vec<String>,
    numbers: FxHashMap<String, u32>,
    /// For each number, whether it is a frequent word or a mark.
    pub(super) light: Vec<bool>,
}

impl Keys {
    pub(super) fn new(documents: Pair<&Document>, segments: &Pair<Segments>, lang: Lang) -> Self {
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let mut keys = Self {
            tokens: Pair::default(),
            weights: Vec::new(),
            kinds: Vec::new(),
            names: Vec::new(),
            numbers: FxHashMap::default(),
            light: Vec::new(),
        };
        // In how many sentences each stands.
        let mut sentences: Vec<(usize, Option<(Side, usize)>)> = Vec::new();
        let mut count = 0;
        for side in Side::BOTH {
            let text = &documents[side].text;
            count += segments[side].sentences.len();
            keys.tokens[side] = vec![0; segments[side].tokens.len()];
            for (at, sentence) in segments[side].sentences.iter().enumerate() {
                for token in sentence.tokens.clone() {
                    let Some(found) = segments[side].tokens.get(token) else { continue };
                    let name = name(found, text, lang);
                    let number = *numbers.entry(name).or_insert_with_key(|name| {
                        keys.kinds.push(found.kind);
                        keys.names.push(name.clone());
                        keys.light.push(is_light(name, found.kind, lang));
                        sentences.push((0, None));
                        (keys.names.len() - 1) as u32
                    });
                    keys.tokens[side][token] = number;
                    let (times, last) = &mut sentences[number as usize];
                    if last.replace((side, at)) != Some((side, at)) {
                        *times += 1;
                    }
                }
            }
        }
        keys.weights = (keys.kinds.iter().zip(&keys.light))
            .zip(&sentences)
            .map(|((&kind, &light), &(times, _))| {
                let rare = (1.0 + count as f64 / times.max(1) as f64).ln();
                rare * if kind == TokenKind::Mark {
                    MARK
                } else if light {
                    LIGHT
                } else {
                    1.0
                }
            })
            .collect();
        keys.numbers = numbers;
        keys
    }

    /// Some words in a row, without marks and with two in the place of one where either version has
    /// them in one piece: «می شود» and «می‌شود» are one word. Marks alone stay as they are.
    pub(super) fn words(&self, tokens: &[u32]) -> Vec<u32> {
        let mut words: Vec<u32> = Vec::with_capacity(tokens.len());
        let mut last = None;
        let mut letters = String::new();
        for (at, &token) in tokens.iter().enumerate().filter(|&(_, &token)| self.is_word(token)) {
            let before = last.replace((at, token)).filter(|&(before, _)| before + 1 == at);
            if let Some((_, before)) = before {
                letters.clear();
                letters.push_str(self.name(before));
                letters.push_str(self.name(token));
                if let Some(&whole) = self.numbers.get(letters.as_str()) {
                    words.pop();
                    words.push(whole);
                    last = None;
                    continue;
                }
            }
            words.push(token);
        }
        if words.is_empty() { tokens.to_vec() } else { words }
    }

    /// Whether the token is a word or a figure, and no mark.
    pub(super) fn is_word(&self, number: u32) -> bool {
        self.kinds[number as usize] != TokenKind::Mark
    }

    /// Whether it is a mark or so frequent that sharing it says nothing.
    pub(super) fn is_light(&self, number: u32) -> bool {
        self.light[number as usize]
    }

    /// The letters under which all spellings meet.
    pub(super) fn name(&self, number: u32) -> &str {
        &self.names[number as usize]
    }
}

/// The key of a token in a language that is known; in another one what no language tells apart: case,
/// width, vowel signs of the Arabic script, invisible characters, the set of digits. Accents and
/// letter variants may make another word there.
fn name(token: &Token, text: &str, lang: Lang) -> String {
    if lang.module().is_some() {
        return token.key.clone();
    }
    let written = token.span.of(text);
    if written.is_ascii() {
        return written.to_ascii_lowercase();
    }
    let mut name = String::with_capacity(written.len());
    for c in written.nfkc() {
        match c {
            '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{ad}' | '\u{feff}' | 'ـ' => {}
            '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => {
                name.extend(char::from_digit(u32::from(c) & 0xf, 10));
            }
            c if is_combining_mark(c) && ('\u{600}'..='\u{6ff}').contains(&c) => {}
            c => name.extend(c.to_lowercase()),
        }
    }
    if name.is_empty() { written.to_owned() } else { name }
}

fn is_light(name: &str, kind: TokenKind, lang: Lang) -> bool {
    match kind {
        TokenKind::Mark => true,
        TokenKind::Number => false,
        TokenKind::Word if lang.module().is_some() => is_stop_word(lang, name),
        TokenKind::Word => name.chars().count() <= SHORT,
    }
}
