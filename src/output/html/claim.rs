//! Where the translation says it comes from, and where the manifest says the source does.

use maud::{Markup, html};

use super::strings::fill;
use super::text;
use super::view::View;
use crate::output::claim::{agrees, claims};
use crate::span::Span;

/// "The translation names as its source: …", with what the manifest says of the source; nothing
/// where the translation names none.
pub(super) fn claim(view: &View) -> Markup {
    let s = view.strings;
    let claims = claims(view.comparison);
    if claims.is_empty() {
        return html! {};
    }
    let documents = &view.comparison.documents;
    let list = html! {
        @for (n, claim) in claims.iter().enumerate() {
            @if n > 0 { (s.comma) }
            @match row_of(view, claim.span) {
                Some(row) => a href=(view.parts.anchor(row, &view.rows[row].id)) { (text::value(claim.outlet, documents.translation.lang)) },
                None => (text::value(claim.outlet, documents.translation.lang)),
            }
        }
    };
    html! {
        p.origin {
            (fill(s.claims, &[("n", list)]))
            @if let Some(outlet) = &documents.source.meta.outlet {
                @let agrees = claims.iter().any(|claim| agrees(claim.outlet, outlet));
                " " (fill(
                    if agrees { s.same_outlet } else { s.source_outlet },
                    &[("s", text::value(outlet, documents.source.lang))],
                ))
            }
            @if !view.rendering { " " b { (s.claim_unmet) } }
        }
    }
}

fn row_of(view: &View, span: Span) -> Option<usize> {
    view.rows
        .iter()
        .position(|row| row.lines.translation.iter().any(|line| line.span.overlaps(span)))
}
