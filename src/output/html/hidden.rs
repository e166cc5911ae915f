//! Characters that a reader cannot see: which are shown as a name in a box, which are left alone.

use rustc_hash::FxHashSet;

use crate::span::Span;

/// Name of an invisible character: short for the box, as in the code charts for the notes; none for
/// what can be seen, and for ZWNJ, which is a letter of Persian spelling.
pub(super) fn name(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        '\u{ad}' => ("SHY", "SOFT HYPHEN"),
        '\u{34f}' => ("CGJ", "COMBINING GRAPHEME JOINER"),
        '\u{61c}' => ("ALM", "ARABIC LETTER MARK"),
        '\u{180e}' => ("MVS", "MONGOLIAN VOWEL SEPARATOR"),
        '\u{200b}' => ("ZWSP", "ZERO WIDTH SPACE"),
        '\u{200d}' => ("ZWJ", "ZERO WIDTH JOINER"),
        '\u{200e}' => ("LRM", "LEFT-TO-RIGHT MARK"),
        '\u{200f}' => ("RLM", "RIGHT-TO-LEFT MARK"),
        '\u{202a}' => ("LRE", "LEFT-TO-RIGHT EMBEDDING"),
        '\u{202b}' => ("RLE", "RIGHT-TO-LEFT EMBEDDING"),
        '\u{202c}' => ("PDF", "POP DIRECTIONAL FORMATTING"),
        '\u{202d}' => ("LRO", "LEFT-TO-RIGHT OVERRIDE"),
        '\u{202e}' => ("RLO", "RIGHT-TO-LEFT OVERRIDE"),
        '\u{2060}' => ("WJ", "WORD JOINER"),
        '\u{2061}'..='\u{2064}' => ("INV", "INVISIBLE OPERATOR"),
        '\u{2066}' => ("LRI", "LEFT-TO-RIGHT ISOLATE"),
        '\u{2067}' => ("RLI", "RIGHT-TO-LEFT ISOLATE"),
        '\u{2068}' => ("FSI", "FIRST STRONG ISOLATE"),
        '\u{2069}' => ("PDI", "POP DIRECTIONAL ISOLATE"),
        '\u{206a}'..='\u{206f}' => ("DEP", "DEPRECATED FORMAT CHARACTER"),
        '\u{feff}' => ("BOM", "ZERO WIDTH NO-BREAK SPACE"),
        '\u{fff9}'..='\u{fffb}' => ("IA", "INTERLINEAR ANNOTATION"),
        '\u{e0000}'..='\u{e007f}' => ("TAG", "TAG CHARACTER"),
        '\0' => ("NUL", "NULL"),
        '\t' | '\n' | '\r' | '\u{85}' => return None,
        c if c.is_control() => ("CTL", "CONTROL CHARACTER"),
        // Not characters at all, and an error in HTML.
        c if u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c) => {
            ("NON", "NONCHARACTER")
        }
        _ => return None,
    })
}

/// Whether the character is usual in Arabic script and harms nobody: listed, never replaced.
pub(super) fn is_kept(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200d}' | '\u{200e}' | '\u{200f}')
}

/// Positions of the characters of `span` that have to be shown as a box: all invisible ones but
/// those of [`is_kept`] and embeddings and isolates that are closed within the span.
///
/// An override is never let through: it shows other characters than are there. What stands open
/// at the end of a line would leave its cell (UAX #9; CVE-2021-42574).
pub(super) fn boxed(text: &str, span: Span) -> FxHashSet<usize> {
    let mut boxed = FxHashSet::default();
    // Open controls: position, whether an isolate, whether let through if closed.
    let mut open: Vec<(usize, bool, bool)> = Vec::new();
    for (at, c) in span.of(text).char_indices().map(|(at, c)| (at + span.start, c)) {
        match c {
            '\u{202a}' | '\u{202b}' => open.push((at, false, true)),
            '\u{202d}' | '\u{202e}' => open.push((at, false, false)),
            '\u{2066}'..='\u{2068}' => open.push((at, true, true)),
            '\u{202c}' | '\u{2069}' => {
                let isolate = c == '\u{2069}';
                // PDI also closes embeddings opened inside its isolate; PDF closes no isolate.
                let opener = if isolate {
                    open.iter().rposition(|&(_, is_isolate, _)| is_isolate)
                } else {
                    open.len().checked_sub(1).filter(|&last| !open[last].1)
                };
                match opener {
                    Some(opener) => {
                        boxed.extend(open.drain(opener + 1..).map(|(at, ..)| at));
                        if let Some((start, _, false)) = open.pop() {
                            boxed.extend([start, at]);
                        }
                    }
                    None => {
                        boxed.insert(at);
                    }
                }
            }
            c if name(c).is_some() && !is_kept(c) => {
                boxed.insert(at);
            }
            _ => {}
        }
    }
    boxed.extend(open.into_iter().map(|(at, ..)| at));
    boxed
}

/// Positions of all invisible characters but the kept ones: for values shown outside their text.
pub(super) fn all(text: &str) -> FxHashSet<usize> {
    text.char_indices()
        .filter(|&(_, c)| name(c).is_some() && !is_kept(c))
        .map(|(at, _)| at)
        .collect()
}

/// `text` with invisible characters named in brackets and mark-up characters left alone: for
/// attributes and titles, which take no boxes.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match name(c) {
            Some((short, _)) if !is_kept(c) => {
                out.push('[');
                out.push_str(short);
                out.push(']');
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let boxed = boxed(text, Span::new(0, text.len()));
        text.char_indices()
            .map(|(at, c)| if boxed.contains(&at) { '#' } else { c })
            .filter(|c| name(*c).is_none())
            .collect()
    }

    #[test]
    fn overrides_are_boxed_with_their_end() {
        assert_eq!(shown("a\u{202e}bc\u{202c}d"), "a#bc#d");
    }

    #[test]
    fn closed_isolates_pass_and_open_ones_do_not() {
        assert_eq!(shown("a\u{2068}b\u{2069}c"), "abc");
        assert_eq!(shown("a\u{2068}b"), "a#b");
        assert_eq!(shown("a\u{2069}b\u{202c}"), "a#b#");
        // The embedding inside is cut off by the end of the isolate.
        assert_eq!(shown("\u{2067}\u{202b}x\u{2069}y\u{202c}"), "#xy#");
    }

    #[test]
    fn spelling_is_left_alone() {
        assert_eq!(shown("می\u{200c}رود\u{200f}"), "می\u{200c}رود");
        assert_eq!(shown("x\0y\u{200b}z\u{e0041}"), "x#y#z#");
        assert_eq!(plain("a\u{202e}<\0"), "a[RLO]<[NUL]");
    }
}
