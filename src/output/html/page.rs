//! The page around the sections: one file that loads nothing.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::strings::{Strings, fill_plain};
use super::view::View;
use super::{
    HtmlOptions, about, coverage, entities, hidden, notes, rows, sections, strip, summary,
};
use crate::span::Side;

pub(super) const STYLE: &str = include_str!("report.css");
/// The parts share their names in one block, outside which there are none of them.
const SCRIPT: &str = concat!(
    "\"use strict\";\n{\n",
    include_str!("script/common.js"),
    include_str!("script/page.js"),
    include_str!("script/search.js"),
    include_str!("script/fold.js"),
    include_str!("script/rows.js"),
    include_str!("script/letters.js"),
    include_str!("script/seen.js"),
    include_str!("script/copy.js"),
    include_str!("script/card.js"),
    include_str!("script/tools.js"),
    include_str!("script/keys.js"),
    include_str!("script/address.js"),
    include_str!("script/start.js"),
    "}\n"
);

/// The file that `view.parts` names, as a whole document.
pub(super) fn page(view: &View, options: &HtmlOptions) -> Markup {
    let s = view.strings;
    let (here, is_first) = (view.parts.here(), view.parts.current == 0);
    // Where the rows are spread over files, none is simplified.
    let rich = if view.parts.is_split() { view.rows.len() } else { options.max_rows };
    let rich = rich.min(view.rows.len());
    let rows = || here.clone().map(|at| &view.rows[at]);
    let first = rows().find(|row| !view.is_clean(row)).or(rows().next());
    let body = html! {
        body data-digits=(s.digits.iter().collect::<String>()) data-folded=(s.folded)
            data-copy=(s.tool_copy) data-copied=(s.copied) data-copychange=(s.copy_change) {
            @if let Some(row) = first { a.skip href={ "#" (row.id) } { (s.skip) } }
            main {
                @if let Some(list) = &options.list { nav.up { a href=(list) { (s.around().all_pairs) } } }
                @if is_first {
                    (summary::head(view, rich))
                    (coverage::coverage(view))
                } @else {
                    header.top { (summary::titles(view)) }
                }
                (sections::list(view))
                (summary::counts(view))
                @if is_first { (summary::must_see(view)) }
                div.reading {
                    (strip::strip(view))
                    (rows::table(view, rich))
                }
                (sections::steps(view))
                @if is_first {
                    (entities::table(view))
                    (notes::notes(view))
                }
                (about::about(view, options.max_rows))
            }
            script { (PreEscaped(SCRIPT)) }
        }
    };
    document(s, &window_title(view), &LOOK, &body)
}

/// What a page looks like and what it does.
pub(super) struct Look {
    pub style: &'static str,
    pub script: &'static str,
}

const LOOK: Look = Look { style: STYLE, script: SCRIPT };

/// A page that loads nothing, of a `body` that ends with the script: its policy stands before all
/// that it governs.
pub(super) fn document(s: &Strings, title: &str, look: &Look, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(s.tag) dir=(s.dir) {
            head {
                meta http-equiv="Content-Security-Policy" content=(look.policy());
                meta charset="utf-8";
                meta name="generator" content=(concat!("muqabala ", env!("CARGO_PKG_VERSION")));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                link rel="icon" href="data:,";
                style { (PreEscaped(look.style)) }
            }
            (body)
        }
    }
}

fn window_title(view: &View) -> String {
    let (summary::Title::Headline(title) | summary::Title::File(title)) =
        summary::title(view, Side::Translation);
    let title = hidden::plain(title);
    format!("{} · {}", view.strings.page_title, fill_plain("{n}", &[("n", &title)]))
}

/// What a browser may do with a report: run this script and this style, nothing else. A page that
/// was tampered with loses both.
pub(super) fn policy() -> String {
    LOOK.policy()
}

impl Look {
    fn policy(&self) -> String {
        format!(
            "default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
            source_hash(self.script),
            source_hash(self.style)
        )
    }
}

/// A hash source of Content Security Policy level 3: `sha256-` and Base64.
pub(super) fn source_hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

/// Base64 of RFC 4648, section 4, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_u32, |sum, &byte| sum << 8 | u32::from(byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[(group >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::several::MORE_STYLE;
    use super::*;

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    /// The two files stand in the page as they are, so they must not end their element or ask for
    /// anything from outside.
    #[test]
    fn style_and_script_stay_inside_their_elements() {
        for text in [STYLE, SCRIPT, MORE_STYLE] {
            assert!(!text.contains("</") && !text.contains("<!--"));
            assert!(
                !text.contains("http:") && !text.contains("https:") && !text.contains("@import")
            );
        }
        assert!(!STYLE.contains("url(") && !MORE_STYLE.contains("url("));
    }

    /// Columns follow the direction of the page, so the style sheet knows no physical side.
    #[test]
    fn the_style_sheet_is_logical() {
        for (number, line) in STYLE.lines().chain(MORE_STYLE.lines()).enumerate() {
            let words = line.split(|c: char| !c.is_ascii_alphanumeric());
            for word in words {
                assert!(
                    !matches!(word, "left" | "right" | "direction" | "bidi"),
                    "line {}: {line}",
                    number + 1
                );
            }
        }
    }
}
