//! Outlets that a translation names as its source.

use crate::comparison::Comparison;
use crate::fold::key;
use crate::segment::AsideKind;
use crate::span::{Side, Span};

/// An outlet that an attribution of the translation names.
pub(super) struct Claim<'a> {
    pub(super) outlet: &'a str,
    /// Where it is named.
    pub(super) span: Span,
}

/// The outlets named, each once, without the translation's own.
pub(super) fn claims(comparison: &Comparison) -> Vec<Claim<'_>> {
    let side = Side::Translation;
    let document = &comparison.documents[side];
    let own = document.meta.outlet.as_deref().map(loosely);
    let mut claims: Vec<Claim> = Vec::new();
    let asides = &comparison.segments[side].asides;
    for aside in asides.iter().filter(|aside| aside.kind == AsideKind::Attribution) {
        for &span in &aside.outlets {
            let outlet = span.of(&document.text).trim();
            let name = loosely(outlet);
            let known = own.as_ref() == Some(&name)
                || claims.iter().any(|claim| loosely(claim.outlet) == name);
            if !known && !name.is_empty() {
                claims.push(Claim { outlet, span });
            }
        }
    }
    claims
}

/// Whether two names are one, spelt differently perhaps. That they are not is not said: an outlet
/// has other names, and names in other scripts.
pub(super) fn agrees(one: &str, other: &str) -> bool {
    loosely(one) == loosely(other)
}

/// A name as any of its spellings: letters folded, without the article and without what stands
/// between words.
fn loosely(name: &str) -> String {
    let folded = key(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_are_one() {
        for (a, b) in
            [("الأخبار", "الاخبار"), ("خبرگزاری\u{200c} مهر", "خبرگزاري مهر"), ("«رویترز»", "رويترز")]
        {
            assert_eq!(loosely(a), loosely(b));
        }
        assert_ne!(loosely("الأخبار"), loosely("الأنباء"));
    }
}
