//! Where a sentence may be cut, and how likely a clause is to end there.

use crate::lang::Lang;
use crate::segment::{Token, TokenKind};

/// Natural log of the probability that a rendering stops or begins at a place of a sentence, by
/// what stands there.
const BEHIND_STRONG_MARK: f64 = -3.0;
const BEHIND_VERB: f64 = -3.5;
const BEFORE_OPENER: f64 = -4.0;
const BEHIND_COMMA: f64 = -4.0;
const ELSEWHERE: f64 = -7.0;

/// The natural log of the probability that one of `tokens` begins a clause that the other text
/// treats apart; none where a cut would strand a mark.
pub(super) fn boundary(tokens: &[Token], at: usize, lang: Lang) -> Option<f64> {
    let (before, here) = (tokens.get(at.checked_sub(1)?)?, tokens.get(at)?);
    if here.kind == TokenKind::Mark && !opens(&here.key) {
        return None;
    }
    if before.kind == TokenKind::Mark {
        return match before.key.as_str() {
            mark if opens(mark) => None,
            "،" | "," => Some(BEHIND_COMMA),
            _ => Some(BEHIND_STRONG_MARK),
        };
    }
    let module = lang.module()?;
    let opener = here.kind == TokenKind::Word && module.opens_clause(&here.key);
    Some(if module.closes_clause(&before.key) && !opener {
        BEHIND_VERB
    } else if opener {
        BEFORE_OPENER
    } else {
        ELSEWHERE
    })
}

/// Whether a mark belongs to what follows it.
fn opens(mark: &str) -> bool {
    matches!(mark, "«" | "(" | "[" | "“" | "„" | "‘")
}
