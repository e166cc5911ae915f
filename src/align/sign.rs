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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::word::tokenize;

    fn found(text: &str, lang: Lang) -> Vec<Sign> {
        let tokens = tokenize(text, Span::new(0, text.len()));
        signs(&tokens, lang).into_iter().map(|(sign, _)| sign).collect()
    }

    #[test]
    fn a_sentence_shows_what_it_is() {
        assert_eq!(found("هل بكت؟", Lang::Arabic), [Sign::Question]);
        assert_eq!(
            found("قال: «عدنا» (مساءً)!", Lang::Arabic),
            [Sign::Colon, Sign::Quotation, Sign::Parenthesis, Sign::Exclamation]
        );
        assert_eq!(found("عاد الوفد", Lang::Arabic), []);
    }

    #[test]
    fn every_language_can_deny() {
        for (text, lang) in [
            ("ولم يذهب أحد", Lang::Arabic),
            ("بدون شروط", Lang::Arabic),
            ("کسی نمی‌رود", Lang::Persian),
            ("او نیامد", Lang::Persian),
            ("Nobody went", Lang::English),
            ("They didn't go", Lang::English),
        ] {
            assert_eq!(found(text, lang), [Sign::Negation], "{text}");
        }
        for (text, lang) in [
            ("سمع النداء", Lang::Arabic),
            ("نامه‌ای نوشت", Lang::Persian),
            ("a nottle", Lang::English),
        ] {
            assert_eq!(found(text, lang), [], "{text}");
        }
    }
}
