//! Lines of text in a picture, which breaks none by itself.

use maud::{Markup, html};

use super::n;

/// Where a line of text goes.
pub(super) struct TextBox {
    pub x: f64,
    pub width: f64,
    pub y: f64,
    pub size: f64,
    pub rtl: bool,
    pub font: Option<&'static str>,
    pub bold: bool,
    pub fill: Option<&'static str>,
    pub lang: Option<&'static str>,
}

pub(super) fn sign_at(sign: &str, colour: &str, x: f64, y: f64) -> Markup {
    html! {
        text x=(n(x)) y=(n(y)) direction="ltr" text-anchor="middle" font-size="14" font-weight="600" fill=(colour) { (sign) }
    }
}

/// A text in lines of so many characters at the most, cut between words where it can be; what goes
/// beyond the last line is cut off with a mark.
pub(super) fn wrapped(text: &str, limit: usize, lines: usize) -> Vec<String> {
    let limit = limit.max(8);
    let mut out: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    let words = text.split_whitespace();
    for word in words {
        let count = word.chars().count();
        let space = usize::from(length > 0);
        if length + space + count > limit && length > 0 {
            if out.len() + 1 == lines {
                return cut(out, line, limit);
            }
            out.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        if count > limit {
            line.extend(word.chars().take(limit));
            return cut(out, line, limit);
        }
        line.push_str(word);
        length += count;
    }
    if !line.is_empty() {
        out.push(line);
    }
    if out.is_empty() {
        out.push(String::new());
    }
    out
}

/// The lines with a last one that says that there is more.
fn cut(mut lines: Vec<String>, last: String, limit: usize) -> Vec<String> {
    let fits = last.chars().count() < limit;
    let kept = match last.rfind(' ') {
        Some(space) if !fits => &last[..space],
        _ => &last,
    };
    let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || "،,؛;:.".contains(c));
    lines.push(format!("{kept}…"));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_between_words() {
        assert_eq!(wrapped("one two three four", 8, 3), ["one two", "three", "four"]);
        assert_eq!(wrapped("one two three four", 8, 2), ["one two", "three…"]);
        assert_eq!(wrapped("one, two three", 8, 1), ["one, two…".replace(", two", "")]);
        assert_eq!(wrapped("incomprehensible", 8, 3), ["incompre…"]);
        assert_eq!(wrapped(" ", 8, 3), [""]);
    }
}
