//! Tokens: words, figures, marks.

use super::{Token, TokenKind};
use crate::fold::{self, is_letter};
use crate::span::Span;

/// Cuts a stretch of `text` into tokens.
///
/// Unlike UAX #29 a figure keeps its separators (`12:30`, `۱٬۲۰۰٫۵`, `2017/11/02`), a word keeps its
/// combining marks and inner ZWNJ, Latin letters keep the digits behind them (`T2`, `G20`), and
/// Arabic letters do not (`و2500` is a word and a figure).
pub(crate) fn tokenize(text: &str, span: Span) -> Vec<Token> {
    let mut rest = span.of(text);
    // A token and the space behind it have some ten bytes.
    let mut tokens = Vec::with_capacity(rest.len() / 10 + 1);
    let mut at = span.start;
    while let Some(c) = rest.chars().next() {
        let (len, kind) = if c == 'ـ' && !rest.trim_start_matches('ـ').starts_with(is_letter) {
            // A tatweel between spaces is a dash.
            (rest.len() - rest.trim_start_matches('ـ').len(), Some(TokenKind::Mark))
        } else if is_letter(c) {
            (word_len(rest), Some(TokenKind::Word))
        } else if c.is_whitespace() || is_invisible(c) {
            (c.len_utf8(), None)
        } else if c.is_numeric() {
            (figure_len(rest), Some(TokenKind::Number))
        } else if is_word_mark(c) {
            (word_len(rest), Some(TokenKind::Word))
        } else {
            (c.len_utf8(), Some(TokenKind::Mark))
        };
        if let Some(kind) = kind {
            let key = if c == 'ـ' && kind == TokenKind::Mark {
                "ـ".to_owned()
            } else {
                fold::key(&rest[..len])
            };
            tokens.push(Token { span: Span::new(at, at + len), kind, key });
        }
        rest = &rest[len..];
        at += len;
    }
    tokens
}

/// Length of the figure that `text` starts with: digits, and separators that stand between digits.
fn figure_len(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        if c.is_numeric() {
            end = at + c.len_utf8();
        } else if !(matches!(c, '.' | ',' | '٫' | '٬' | '،' | '/' | ':' | '-' | '’' | '\'')
            && chars.peek().is_some_and(|&(_, next)| next.is_numeric()))
        {
            break;
        }
    }
    end
}

/// Length of the word that `text` starts with, without joiners at its end.
fn word_len(text: &str) -> usize {
    let mut end = 0;
    let mut latin = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_letter(c) {
            latin = c.is_ascii() || ('\u{c0}'..'\u{250}').contains(&c);
            end = at + c.len_utf8();
        } else if c.is_whitespace() {
            break;
        } else if is_word_mark(c) || (c.is_numeric() && latin) {
            end = at + c.len_utf8();
        } else if !(is_joiner(c) && chars.peek().is_some_and(|&(_, next)| is_letter(next))) {
            break;
        }
    }
    end
}

/// Marks that belong to the letter before them: harakat, tatweel, combining accents.
fn is_word_mark(c: char) -> bool {
    !c.is_ascii() && (c == 'ـ' || unicode_normalization::char::is_combining_mark(c))
}

/// Characters that may stand between two letters of one word.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\'' | '’' | '\u{ad}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{feff}' | '\u{ad}' | '\u{61c}' | '\u{180e}')
        || c.is_control()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text, Span::new(0, text.len())).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn keeps_what_belongs_together() {
        assert_eq!(
            words("می\u{200c}رود و2500 تا ۱٬۲۰۰٫۵."),
            ["می\u{200c}رود", "و", "2500", "تا", "۱٬۲۰۰٫۵", "."]
        );
        assert_eq!(words("ایستگاه«T۲»را 12:30"), ["ایستگاه", "«", "T۲", "»", "را", "12:30"]);
        assert_eq!(words("الرئيسَ بن\u{200c} don't"), ["الرئيسَ", "بن", "don't"]);
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_inside(text in any::<String>()) {
            let mut last = 0;
            for token in tokenize(&text, Span::new(0, text.len())) {
                prop_assert!(token.span.start >= last && !token.span.is_empty());
                prop_assert!(!token.span.of(&text).is_empty());
                last = token.span.end;
            }
        }
    }
}
