//! Where a sentence may be cut, and how likely a clause is to end there.

use crate::align::parameters::Cuts;
use crate::lang::Lang;
use crate::segment::{Token, TokenKind};

/// The natural log of the probability that one of `tokens` begins a clause that the other text
/// treats apart; none where a cut would strand a mark.
pub(super) fn boundary(tokens: &[Token], at: usize, lang: Lang, cuts: &Cuts) -> Option<f64> {
    let (before, here) = (tokens.get(at.checked_sub(1)?)?, tokens.get(at)?);
    if here.kind == TokenKind::Mark && !opens(&here.key) {
        return None;
    }
    if before.kind == TokenKind::Mark {
        return match before.key.as_str() {
            mark if opens(mark) => None,
            "،" | "," => Some(cuts.behind_comma),
            _ => Some(cuts.behind_mark),
        };
    }
    let module = lang.module()?;
    let opener = here.kind == TokenKind::Word && module.opens_clause(&here.key);
    Some(if module.closes_clause(&before.key) && !opener {
        cuts.behind_verb
    } else if opener {
        cuts.before_opener
    } else {
        cuts.elsewhere
    })
}

/// Whether a mark belongs to what follows it.
fn opens(mark: &str) -> bool {
    matches!(mark, "«" | "(" | "[" | "“" | "„" | "‘")
}
