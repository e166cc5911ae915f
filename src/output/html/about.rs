//! About the file itself: what made it, from what, and how its marks are read.

use maud::{Markup, html};

use super::edit::Family;
use super::gutter::is_confirmed;
use super::hidden;
use super::kind::{group, tag};
use super::strings::fill;
use super::text;
use super::view::View;
use crate::document::Document;
use crate::finding::FindingKind;
use crate::segment::TokenKind;
use crate::span::Side;

/// The section. It names files without their folders: a report is passed on, a folder tells who
/// made it.
pub(super) fn about(view: &View, max_rows: usize) -> Markup {
    let s = view.strings;
    html! {
        section.about aria-labelledby="about" {
            h2 #about { (s.about) }
            p { (s.offline) }
            dl {
                dt { (s.program) } dd { bdi dir="ltr" { "muqabala " (env!("CARGO_PKG_VERSION")) } }
                @for side in Side::BOTH {
                    @let document = &view.comparison.documents[side];
                    dt { (match side { Side::Source => s.source, Side::Translation => s.translation }) }
                    dd {
                        (s.language(document.lang))
                        (s.comma) (s.words) " " bdi { (s.number(words(view, side))) }
                        (s.comma) (s.file) " " bdi dir="auto" { (hidden::plain(file_name(&document.name))) }
                        (published(view, document))
                        br; bdi.hash dir="ltr" { "SHA-256 " (hidden::plain(&document.sha256)) }
                    }
                }
                @if !view.parts.is_split() { dt { (fill(s.rows_limit, &[("n", html! { bdi { (s.number(max_rows)) } })])) } dd {} }
            }
            (legend(view))
        }
    }
}

/// The last component of a path, whichever system it comes from.
pub(super) fn file_name(path: &str) -> &str {
    path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or(path)
}

fn words(view: &View, side: Side) -> usize {
    view.comparison.segments[side].tokens.iter().filter(|t| t.kind != TokenKind::Mark).count()
}

fn published(view: &View, document: &Document) -> Markup {
    let s = view.strings;
    let meta = &document.meta;
    let facts = [&meta.outlet, &meta.author, &meta.date, &meta.url];
    html! {
        @if facts.iter().any(|fact| fact.is_some()) {
            br; (s.published) " "
            @for (n, fact) in facts.into_iter().flatten().enumerate() {
                @if n > 0 { (s.comma) }
                // An address is text, not a link: opening it would tell its owner of the reader.
                (text::value(fact, document.lang))
            }
        }
    }
}

fn legend(view: &View) -> Markup {
    let s = view.strings;
    html! {
        h3 { (s.legend) }
        ul.legend {
            @for kind in FindingKind::ALL {
                @let words = (s.kind)(kind);
                li { span class={ "tag " (group(kind)) } dir="ltr" { (tag(kind)) } " " b { (words.label) } " " (words.explain) }
            }
            @if view.revision.is_some() {
                @for family in Family::ALL {
                    @let words = (s.edits)(family);
                    li { span class={ "tag " (family.group()) } dir="ltr" { (family.tag()) } " " b { (words.label) } " " (words.explain) }
                }
            } @else {
                li { span.tag.k-uncertain { "?" } " " b { (s.uncertain.label) } " " (s.uncertain.explain) }
                @if view.rows.iter().any(|row| is_confirmed(view, row)) {
                    li { span.tag.confirmed { "✓" } " " b { (s.by_person) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_file_without_its_folder() {
        assert_eq!(file_name("a/b/ar.txt"), "ar.txt");
        assert_eq!(file_name("C:\\b\\ar.txt"), "ar.txt");
        assert_eq!(file_name("-"), "-");
    }
}
