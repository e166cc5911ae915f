//! What a sentence is apart from its words: a question, a quotation, a denial.
//!
//! Translators keep it more often than not, and short sentences have little else to be known by.

use crate::lang::{Lang, is_negation};
use crate::segment::{Token, TokenKind};
use crate::span::Span;

/// A property of a sentence that its rendering is likely to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sign {
    /// It asks.
    Question,
    /// It exclaims.
    Exclamation,
    /// It quotes.
    Quotation,
    /// It introduces what follows.
    Colon,
    /// It has an aside in parentheses.
    Parenthesis,
    /// It denies.
    Negation,
}

/// The signs of a sentence, each with the place of its first occurrence.
pub(super) fn signs(tokens: &[Token], lang: Lang) -> Vec<(Sign, Span)> {
    let mut found: Vec<(Sign, Span)> = Vec::new();
    for token in tokens {
        let sign = match token.kind {
            TokenKind::Mark => mark(&token.key),
            TokenKind::Word => is_negation(lang, &token.key).then_some(Sign::Negation),
            TokenKind::Number => None,
        };
        if let Some(sign) = sign
            && !found.iter().any(|&(known, _)| known == sign)
        {
            found.push((sign, token.span));
        }
    }
    found
}

fn mark(key: &str) -> Option<Sign> {
    match key {
        "?" | "؟" => Some(Sign::Question),
        "!" => Some(Sign::Exclamation),
        ":" => Some(Sign::Colon),
        "(" | "[" => Some(Sign::Parenthesis),
        "«" | "»" | "\"" | "“" | "”" | "„" | "‟" => Some(Sign::Quotation),
        _ => None,
    }
}
