//! Text of strangers on a terminal: nothing that moves the cursor, nothing that reorders the line.

use std::borrow::Cow;
use std::fmt::Write;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// `text` with control characters and bidirectional overrides, embeddings and isolates spelt out
/// (`[U+202E]`), line breaks and tabs as spaces.
///
/// Joiners and the direction marks LRM, RLM and ALM stay: Arabic and Persian spelling needs them,
/// and they reorder nothing beyond their neighbours. The others are those of the Trojan Source
/// report (CVE-2021-42574), the C0 and C1 controls by which a terminal is commanded, and the
/// invisible tag characters.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| is_line_space(c) || is_commanding(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') {
            continue;
        }
        if is_line_space(c) {
            shown.push(' ');
        } else if is_commanding(c) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "[U+{:04X}]", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// A name or value for a line of another direction: [`visible`], and between FSI and PDI
/// (UAX #9) where it holds right-to-left letters, so that it cannot reorder what stands around it.
pub fn isolate(value: &str) -> String {
    let shown = visible(value);
    if shown.contains(is_right_to_left) {
        format!("{FIRST_STRONG_ISOLATE}{shown}{POP_DIRECTIONAL_ISOLATE}")
    } else {
        shown.into_owned()
    }
}

/// An English sentence that quotes other scripts, or a path: [`visible`], and each run of
/// right-to-left words between FSI and PDI, so that the whole keeps its order.
pub fn isolate_runs(sentence: &str) -> String {
    let shown = visible(sentence);
    let mut out = String::with_capacity(shown.len() + 16);
    let mut rest = shown.as_ref();
    while let Some(start) = rest.find(is_right_to_left) {
        let (before, from) = rest.split_at(start);
        let end = run_length(from);
        out.push_str(before);
        out.push(FIRST_STRONG_ISOLATE);
        out.push_str(&from[..end]);
        out.push(POP_DIRECTIONAL_ISOLATE);
        rest = &from[end..];
    }
    out.push_str(rest);
    out
}

/// Bytes from the start of `text` to the last right-to-left letter before one of another script or
/// the end of a path's component.
fn run_length(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if is_right_to_left(c) || (at == end && is_mark_of_word(c)) {
            end = at + c.len_utf8();
        } else if matches!(c, '/' | '\\') || c.is_alphabetic() && !is_mark_of_word(c) {
            break;
        }
    }
    end
}

/// Vowel signs and joiners, which belong to the letter before them.
fn is_mark_of_word(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}') || unicode_normalization::char::is_combining_mark(c)
}

/// Letters of the scripts that are written from right to left; their digits are not.
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && c.is_alphabetic()
}

fn is_line_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_commanding(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spells_out_what_commands_a_terminal() {
        assert_eq!(visible("a\u{202e}b"), "a[U+202E]b");
        assert_eq!(visible("\u{1b}[31mقرمز\u{7}"), "[U+001B][31mقرمز[U+0007]");
        assert_eq!(visible("یک\r\nدو\tسه\u{2028}"), "یک دو سه ");
        assert_eq!(visible("\u{2069}\u{9b}\u{e0041}"), "[U+2069][U+009B][U+E0041]");
    }

    #[test]
    fn keeps_what_spelling_needs() {
        let text = "می\u{200c}رود\u{200f} الرئيسَ";
        assert!(matches!(visible(text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn isolates_names_of_another_direction_only() {
        assert_eq!(isolate("report.html"), "report.html");
        assert_eq!(isolate("گزارش (۲).txt"), "\u{2068}گزارش (۲).txt\u{2069}");
        assert_eq!(isolate("\u{2069}بيروت"), "\u{2068}[U+2069]بيروت\u{2069}");
    }

    #[test]
    fn isolates_each_run_of_a_sentence() {
        assert_eq!(
            isolate_runs("«بيروت الكبرى» (3) became «تهران»."),
            "«\u{2068}بيروت الكبرى\u{2069}» (3) became «\u{2068}تهران\u{2069}»."
        );
        assert_eq!(
            isolate_runs("أخبار/تقرير (۲).txt"),
            "\u{2068}أخبار\u{2069}/\u{2068}تقرير\u{2069} (۲).txt"
        );
        assert_eq!(isolate_runs("12 became 15"), "12 became 15");
    }

    proptest! {
        #[test]
        fn output_never_commands_and_isolates_pair_up(text in any::<String>()) {
            prop_assert!(!visible(&text).contains(|c| is_commanding(c) || is_line_space(c)));
            for shown in [isolate(&text), isolate_runs(&text)] {
                let open = shown.matches(FIRST_STRONG_ISOLATE).count();
                prop_assert_eq!(open, shown.matches(POP_DIRECTIONAL_ISOLATE).count());
                let bare: String = shown.chars()
                    .filter(|c| !matches!(*c, FIRST_STRONG_ISOLATE | POP_DIRECTIONAL_ISOLATE))
                    .collect();
                prop_assert_eq!(bare, visible(&text).into_owned());
            }
        }
    }
}
