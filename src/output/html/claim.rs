//! Where the translation says it comes from.

use maud::{Markup, html};

use super::strings::fill;
use super::text;
use super::view::View;
use crate::fold::key;
use crate::segment::AsideKind;
use crate::span::{Side, Span};

/// An outlet that an attribution of the translation names.
struct Claim<'a> {
    outlet: &'a str,
    /// Where it is named.
    span: Span,
}

/// "The translation names as its source: …", with what the manifest says of the source; nothing
/// where the translation names none.
pub(super) fn claim(view: &View) -> Markup {
    let s = view.strings;
    let claims = claims(view);
    if claims.is_empty() {
        return html! {};
    }
    let documents = &view.comparison.documents;
    let list = html! {
        @for (n, claim) in claims.iter().enumerate() {
            @if n > 0 { (s.comma) }
            @match row_of(view, claim.span) {
                Some(row) => a href={ "#" (row) } { (text::value(claim.outlet, documents.translation.lang)) },
                None => (text::value(claim.outlet, documents.translation.lang)),
            }
        }
    };
    html! {
        p.origin {
            (fill(s.claims, &[("n", list)]))
            @if let Some(outlet) = &documents.source.meta.outlet {
                @let agrees = claims.iter().any(|claim| loosely(claim.outlet) == loosely(outlet));
                " " (fill(
                    if agrees { s.same_outlet } else { s.source_outlet },
                    &[("s", text::value(outlet, documents.source.lang))],
                ))
            }
            @if !view.rendering { " " b { (s.claim_unmet) } }
        }
    }
}

/// The outlets named, each once, without the translation's own.
fn claims<'a>(view: &View<'a>) -> Vec<Claim<'a>> {
    let side = Side::Translation;
    let own = view.comparison.documents[side].meta.outlet.as_deref().map(loosely);
    let mut claims: Vec<Claim> = Vec::new();
    let asides = &view.comparison.segments[side].asides;
    for aside in asides.iter().filter(|aside| aside.kind == AsideKind::Attribution) {
        for &span in &aside.outlets {
            let outlet = span.of(view.text(side)).trim();
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

fn row_of<'a>(view: &'a View, span: Span) -> Option<&'a str> {
    view.rows
        .iter()
        .find(|row| row.lines.translation.iter().any(|line| line.span.overlaps(span)))
        .map(|row| row.id.as_str())
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
