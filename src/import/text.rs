//! Plain text: its lines, and which of them make a paragraph.

use crate::document::Block;
use crate::span::Span;

/// A file is hard-wrapped only if its lines are no longer than this, in characters.
const WIDEST_WRAP: usize = 160;
/// Lines narrower than this are lists or verse and no wrapped prose.
const NARROWEST_WRAP: usize = 30;
/// In wrapped prose a line ends where the next word would reach beyond this share of the width.
const FILL: f64 = 0.85;
/// Marks with which a paragraph or a sentence ends.
const CLOSING: [char; 17] =
    ['.', '!', '?', '؟', '۔', '…', ':', '؛', ';', '»', '”', '“', '"', '’', ')', ']', '›'];

/// A line that is not blank, and whether blank lines stand before it.
struct Line {
    span: Span,
    after_blank: bool,
    chars: usize,
}

/// The paragraphs of a text.
///
/// Which lines make one is decided for the file as a whole: where lines are broken at a width
/// (prose that goes on in the next line), blank lines and lines that end early part the
/// paragraphs; anywhere else, each line is one. Where the text is `segmented`, only blank lines
/// part them, for then a line is a sentence.
pub(crate) fn blocks(text: &str, segmented: bool) -> Vec<Block> {
    let lines = content_lines(text);
    let width = if segmented { None } else { wrap_width(text, &lines) };
    let mut blocks: Vec<Block> = Vec::new();
    let mut previous: Option<&Line> = None;
    for line in &lines {
        let joined = !line.after_blank
            && previous.is_some_and(|previous| {
                segmented || width.is_some_and(|width| is_filled(text, previous, line, width))
            });
        match blocks.last_mut() {
            Some(block) if joined => block.span = block.span.join(line.span),
            _ => blocks.push(Block { span: line.span }),
        }
        previous = Some(line);
    }
    blocks
}

/// The spans of the lines of `span`, trimmed, without blank ones.
///
/// A line ends at LF, CR LF, CR, NEL, VT, FF, U+2028 or U+2029 (Unicode 5.8).
pub(crate) fn lines(text: &str, span: Span) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = span.start;
    for (at, end) in span.of(text).match_indices(is_line_end) {
        lines.push(Span::new(start, span.start + at).trim(text));
        start = span.start + at + end.len();
    }
    lines.push(Span::new(start, span.end.max(start)).trim(text));
    lines.retain(|line| !line.is_empty());
    lines
}

pub(crate) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a blank line stands in `gap`, white space between two lines.
pub(crate) fn has_blank_line(gap: &str) -> bool {
    let crlf = gap.matches("\r\n").count();
    let ends = gap.chars().filter(|&c| is_line_end(c)).count() - crlf;
    ends > 1 || gap.contains('\u{2029}')
}

fn content_lines(text: &str) -> Vec<Line> {
    let mut content = Vec::new();
    let mut last = 0;
    for span in lines(text, Span::new(0, text.len())) {
        let after_blank = has_blank_line(&text[last..span.start]);
        last = span.end;
        content.push(Line { span, after_blank, chars: span.of(text).chars().count() });
    }
    content
}

/// The width at which the lines of a hard-wrapped file are broken, in characters; none where each
/// line is a paragraph.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    // The longest line may be a stray URL, so the width is that of the longest but a few.
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.chars).collect();
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len().checked_sub(1 + lengths.len() / 20)?)?;
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&width) {
        return None;
    }
    let (mut inner, mut open, mut filled) = (0, 0, 0);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if next.after_blank {
            continue;
        }
        inner += 1;
        open += usize::from(!line.span.of(text).ends_with(CLOSING));
        filled += usize::from(is_filled(text, line, next, width));
    }
    (inner >= 2 && open * 2 > inner && filled * 3 >= inner * 2).then_some(width)
}

/// Whether the first word of `next` would not have fitted at the end of `line`.
fn is_filled(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let word = next.span.of(text).split_whitespace().next().map_or(0, |word| word.chars().count());
    #[expect(clippy::cast_precision_loss, reason = "lengths of lines")]
    let (reached, width) = ((line.chars + 1 + word) as f64, width as f64);
    reached > width * FILL
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn paragraphs(text: &str, segmented: bool) -> Vec<&str> {
        blocks(text, segmented).iter().map(|block| block.span.of(text)).collect()
    }

    #[test]
    fn every_line_end_ends_a_line() {
        let text = "یک.\r\nدو.\rسه.\u{2028}چهار.\u{2029}پنج.\u{85}شش.\n\n\nهفت.";
        assert_eq!(paragraphs(text, false).len(), 7);
    }

    #[test]
    fn blank_lines_and_single_ones_may_mix() {
        let text = "عنوان قصير\n\nوصلت القوات إلى المدينة.\nوقال المتحدث إن العملية انتهت.\n";
        assert_eq!(paragraphs(text, false).len(), 3);
    }

    #[test]
    fn hard_wrapped_prose_is_joined() {
        let text = "The minister told reporters on Monday that the talks would go on\n\
                    for two more weeks, although neither side had moved, and that he\n\
                    saw no reason to leave.\n\nA spokesman for the other side said the same in a short note that\n\
                    was sent to agencies at night.\nNobody else spoke.";
        let found = paragraphs(text, false);
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found[0].ends_with("no reason to leave."));
    }

    #[test]
    fn short_lines_are_no_wrapped_prose() {
        let list = "خبر أول\nخبر ثان عن المدينة\nخبر ثالث\nخبر رابع عن البلد\n";
        assert_eq!(paragraphs(list, false).len(), 4);
    }

    #[test]
    fn segmented_text_is_parted_by_blank_lines() {
        assert_eq!(paragraphs("یک.\nدو.\n \nسه.\r\nچهار.", true).len(), 2);
    }

    proptest! {
        #[test]
        fn blocks_and_gaps_are_the_text(
            text in "([a-z ا-ی.؟\u{200b}\r\n\u{2028}\u{85}]|\\PC){0,120}",
            segmented: bool,
        ) {
            let mut last = 0;
            for block in blocks(&text, segmented) {
                let span = block.span;
                prop_assert!(span.start >= last && !span.of(&text).is_empty());
                prop_assert!(Span::new(last, span.start).trim(&text).is_empty());
                last = span.end;
            }
            prop_assert!(Span::new(last, text.len()).trim(&text).is_empty());
        }
    }
}
