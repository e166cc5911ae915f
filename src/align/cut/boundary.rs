//! Where a sentence may be cut, and how likely a clause is to end there.

use crate::align::parameters::Cuts;
use crate::lang::{Lang, opens_clause};
use crate::segment::{Token, TokenKind};

/// Marks that join what stands on either side without a space.
const JOINS: [&str; 7] = ["-", "/", "\u{2010}", "\u{2011}", "\u{2013}", "'", "\u{2019}"];

/// The natural log of the probability that one of `tokens` begins a clause that the other text
/// treats apart; none where a cut would strand a mark.
pub(super) fn boundary(tokens: &[Token], at: usize, lang: Lang, cuts: &Cuts) -> Option<f64> {
    let (before, here) = (tokens.get(at.checked_sub(1)?)?, tokens.get(at)?);
    if here.kind == TokenKind::Mark && !opens(&here.key) {
        return None;
    }
    // One word to a reader: COVID-19, 5/6.
    let is_attached = before.span.end == here.span.start
        && (before.kind != TokenKind::Mark || JOINS.contains(&before.key.as_str()));
    if is_attached {
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
    let opener = here.kind == TokenKind::Word && opens_clause(lang, &here.key);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Parameters;
    use crate::segment::word::tokenize;
    use crate::span::Span;

    fn at(text: &str, word: &str, lang: Lang) -> Option<f64> {
        let tokens = tokenize(text, Span::new(0, text.len()));
        let at = tokens.iter().position(|token| token.span.of(text) == word).expect("a word");
        boundary(&tokens, at, lang, &Parameters::default().cut)
    }

    #[test]
    fn clauses_begin_behind_marks_and_verbs_and_before_conjunctions() {
        let cuts = Parameters::default().cut;
        let persian = |text, word| at(text, word, Lang::Persian);
        assert_eq!(persian("او رفت؛ باران گرفت", "باران"), Some(cuts.behind_mark));
        assert_eq!(persian("او رفت، باران گرفت", "باران"), Some(cuts.behind_comma));
        assert_eq!(persian("او به خانه رفت باران گرفت", "باران"), Some(cuts.behind_verb));
        assert_eq!(persian("او رفت اما باران گرفت", "اما"), Some(cuts.before_opener));
        assert_eq!(persian("او به خانه رفت", "خانه"), Some(cuts.elsewhere));
    }

    #[test]
    fn a_cut_runs_through_no_word() {
        assert_eq!(at("انتشر كوفيد-19 في المدينة", "19", Lang::Arabic), None);
        assert!(at("انتشر كوفيد - 19 حالة", "19", Lang::Arabic).is_some());
    }

    #[test]
    fn a_cut_strands_no_mark() {
        assert_eq!(at("قال «عدنا» أمس", "عدنا", Lang::Arabic), None);
        assert_eq!(at("قال «عدنا» أمس", "»", Lang::Arabic), None);
        assert!(at("قال «عدنا» أمس", "«", Lang::Arabic).is_some());
        assert_eq!(at("عاد الوفد", "عاد", Lang::Arabic), None);
    }
}
