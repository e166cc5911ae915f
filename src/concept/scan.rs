//! The words of a sentence as the grammar of numbers and dates sees them.

use rustc_hash::FxHashSet;

use super::date_text::is_date_shape;
use super::digits::{Figure, complete_short_years, completed, is_dated, read_figures};
use super::words::{Words, words};
use crate::lang::Lang;
use crate::segment::{Token, TokenKind};
use crate::span::Span;

/// What a piece of a token says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sense {
    /// A number in digits.
    Figure(Figure),
    /// "And".
    Joiner,
    /// A number word below a thousand.
    Cardinal(u32),
    /// A number word that multiplies.
    Scale(f64, Count),
    /// A part of one.
    Fraction(f64),
    /// A word that numbers.
    Ordinal(u32),
    /// The first year of a decade.
    Decade(u32),
    /// Three numbers with one separator, as dates are written.
    Dated([Figure; 3]),
    /// Anything else.
    Other,
}

/// What a scale word stands for when no number precedes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    One,
    Two,
    Unknown,
}

/// A token, or a part of one that the grammar has to see by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub sense: Sense,
    /// The whole word, or the part of a figure.
    pub span: Span,
    /// Index of the token.
    pub token: usize,
}

/// The sentence, cut into pieces.
pub(super) struct Scan<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub pieces: Vec<Piece>,
    pub words: &'static Words,
    pub lang: Lang,
    /// First piece of each token, and the number of pieces.
    starts: Vec<usize>,
}

impl<'a> Scan<'a> {
    pub fn new(text: &'a str, tokens: &'a [Token], lang: Lang) -> Self {
        let words = words(lang);
        let mut scan = Self { text, tokens, pieces: Vec::new(), words, lang, starts: Vec::new() };
        for (token, Token { kind, span, .. }) in tokens.iter().enumerate() {
            scan.starts.push(scan.pieces.len());
            match kind {
                TokenKind::Number => scan.push_figure(token),
                TokenKind::Word => scan.push_word(token),
                TokenKind::Mark => scan.push(token, *span, Sense::Other),
            }
        }
        scan.starts.push(scan.pieces.len());
        scan.complete_dashed_years();
        scan
    }

    pub fn sense(&self, piece: usize) -> Sense {
        self.pieces.get(piece).map_or(Sense::Other, |piece| piece.sense)
    }

    /// The token of a piece; the number of tokens past the end.
    pub fn token(&self, piece: usize) -> usize {
        self.pieces.get(piece).map_or(self.tokens.len(), |piece| piece.token)
    }

    /// The first piece of a token.
    pub fn start(&self, token: usize) -> usize {
        self.starts.get(token).copied().unwrap_or(self.pieces.len())
    }

    /// The token that begins with this piece; none inside a token and past the end.
    pub fn token_at(&self, piece: usize) -> Option<usize> {
        let token = self.pieces.get(piece)?.token;
        (self.starts[token] == piece).then_some(token)
    }

    /// Key of a token; the empty string past the end.
    pub fn key(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| token.key.as_str())
    }

    /// Key of the token before; the empty string at the start.
    pub fn key_before(&self, token: usize) -> &'a str {
        token.checked_sub(1).map_or("", |before| self.key(before))
    }

    /// Whether nothing that a reader sees stands between a token and the next.
    pub fn is_attached(&self, token: usize) -> bool {
        let (Some(this), Some(next)) = (self.tokens.get(token), self.tokens.get(token + 1)) else {
            return false;
        };
        let between = self.text.get(this.span.end..next.span.start).unwrap_or(" ");
        !between.contains(char::is_whitespace)
    }

    /// The token after the first of `phrases` that stands at `token`.
    pub fn after_phrase(&self, token: usize, phrases: &[Vec<String>]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.after(token, phrase))
    }

    /// The token after `phrase`, where it stands at `token`.
    pub fn after(&self, token: usize, phrase: &[String]) -> Option<usize> {
        let end = token.checked_add(phrase.len())?;
        let here = self.tokens.get(token..end)?;
        here.iter().zip(phrase).all(|(token, key)| token.key == *key).then_some(end)
    }

    /// The token after `phrase`, where it stands at `token`, with or without attached particles.
    pub fn starts(&self, token: usize, phrase: &[String]) -> Option<usize> {
        let (first, rest) = phrase.split_first()?;
        let key = self.key(token);
        let here = key == first || self.words.bare(key).any(|(bare, _, _)| bare == first);
        if here { self.after(token + 1, rest) } else { None }
    }

    /// Whether `phrase` stands right before a token.
    pub fn ends(&self, token: usize, phrase: &[String]) -> bool {
        let start = token.checked_sub(phrase.len());
        start.is_some_and(|start| self.starts(start, phrase) == Some(token))
    }

    /// Whether a word of `set` stands at the token, with or without attached particles.
    pub fn is_word(&self, token: usize, set: &FxHashSet<String>) -> bool {
        let key = self.key(token);
        !key.is_empty()
            && (set.contains(key) || self.words.bare(key).any(|(bare, _, _)| set.contains(bare)))
    }

    /// Reads 2010–11 with a dash, which cuts tokens, as two years.
    fn complete_dashed_years(&mut self) {
        for token in 1..self.tokens.len().saturating_sub(1) {
            let dash = matches!(self.key(token), "\u{2013}" | "-");
            if !dash || !self.is_attached(token - 1) || !self.is_attached(token) {
                continue;
            }
            let (before, after) = (self.starts[token] - 1, self.starts[token + 1]);
            if let (Sense::Figure(first), Sense::Figure(second)) =
                (self.sense(before), self.sense(after))
                && let Some(second) = completed(first, second)
            {
                self.pieces[after].sense = Sense::Figure(second);
            }
        }
    }

    fn push(&mut self, token: usize, span: Span, sense: Sense) {
        self.pieces.push(Piece { sense, span, token });
    }

    fn push_word(&mut self, token: usize) {
        let key = self.tokens[token].key.as_str();
        let span = self.tokens[token].span;
        let words = self.words;
        for (bare, joined, _) in std::iter::once((key, false, false)).chain(words.bare(key)) {
            if words.traps.contains(bare) {
                break;
            }
            // An ordinal keeps its article: "الثاني" numbers, "ثاني" is any second.
            if let Some(&sense) = words.senses.get(bare) {
                if joined {
                    self.push(token, span, Sense::Joiner);
                }
                return self.push(token, span, sense);
            }
            if let Some(parts) = words.split(bare) {
                if joined {
                    self.push(token, span, Sense::Joiner);
                }
                for sense in parts {
                    self.push(token, span, sense);
                }
                return;
            }
        }
        self.push(token, span, Sense::Other);
    }

    fn push_figure(&mut self, token: usize) {
        let span = self.tokens[token].span;
        let next = self.key(token + 1);
        let scaled = matches!(self.words.senses.get(next), Some(Sense::Scale(..)))
            || self.after_phrase(token + 1, &self.words.percent).is_some();
        let near_clock = self.is_word(token.wrapping_sub(1), &self.words.clock_words)
            || self.is_word(token + 1, &self.words.clock_words);
        let mut parts = read_figures(span, self.text, self.words, scaled, near_clock);
        complete_short_years(&mut parts, span.of(self.text));
        if let [(a, _), (b, _), (c, _)] = parts[..]
            && is_dated(span.of(self.text))
            && is_date_shape(&[a, b, c], self.words)
        {
            return self.push(token, span, Sense::Dated([a, b, c]));
        }
        if parts.is_empty() {
            self.push(token, span, Sense::Other);
        }
        let clock = span.of(self.text).contains(':');
        for (index, (figure, part)) in parts.into_iter().enumerate() {
            // 8:00 is 8 elsewhere.
            if clock && index > 0 && figure.value == 0.0 {
                continue;
            }
            if index > 0 {
                // Keeps the grammar from joining the parts of one token.
                self.push(token, Span::new(part.start, part.start), Sense::Other);
            }
            self.push(token, part, Sense::Figure(figure));
        }
    }
}
