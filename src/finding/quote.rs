//! Quotation marks, read in pairs.

use crate::document::Document;
use crate::segment::{Segments, Token, TokenKind};
use crate::span::Span;

/// A quotation of at most so many words sets a term apart; a longer one is somebody's words.
const TERM: usize = 3;

/// What stands between quotation marks, in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// With the marks.
    pub(super) span: Span,
    /// Its words and figures.
    pub(super) words: usize,
}

impl Quote {
    /// Whether it sets a term apart.
    pub(super) fn is_term(&self) -> bool {
        self.words <= TERM
    }
}

/// The quotations of a text, in order and without overlap; the outermost where they are nested.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    pub(super) all: Vec<Quote>,
    /// Paragraphs in which a mark lacks its partner.
    doubtful: Vec<Span>,
}

impl Quotes {
    pub(super) fn read(document: &Document, segments: &Segments) -> Self {
        let text = document.text.as_str();
        let mut quotes = Self::default();
        let paragraphs: Vec<Span> = segments
            .paragraphs
            .iter()
            .filter(|paragraph| paragraph.role.is_content())
            .map(|paragraph| paragraph.span)
            .collect();
        // A quotation that an earlier paragraph left open.
        let mut carried: Option<Style> = None;
        for (at, &paragraph) in paragraphs.iter().enumerate() {
            let read = Paragraph::read(text, paragraph, carried.take());
            let mut spans = read.closed;
            if let Some((style, start)) = read.open {
                let next = paragraphs.get(at + 1).and_then(|&next| first_mark(text, next));
                match next {
                    // Each paragraph of a long quotation begins with the mark anew.
                    Some((Place::Opens, true, other)) if other == style => {
                        spans.push(Span::new(start, paragraph.end));
                    }
                    Some((Place::Closes, _, other)) if other == style => {
                        spans.push(Span::new(start, paragraph.end));
                        carried = Some(style);
                    }
                    _ if style == Style::Single => {}
                    _ => quotes.doubtful.push(paragraph),
                }
            }
            if read.stray {
                quotes.doubtful.push(paragraph);
            }
            quotes.all.extend(
                spans.into_iter().map(|span| Quote { span, words: words(&segments.tokens, span) }),
            );
        }
        quotes.all.retain(|quote| quote.words > 0);
        quotes
    }

    /// The quotations that share something with a stretch, as indices.
    pub(super) fn overlapping(&self, span: Span) -> impl Iterator<Item = usize> {
        let first = self.all.partition_point(|quote| quote.span.end <= span.start);
        let last = self.all.partition_point(|quote| quote.span.start < span.end);
        first..last.max(first)
    }

    /// Whether a stretch stands inside a quotation.
    pub(super) fn hold(&self, span: Span) -> bool {
        self.overlapping(span).next().is_some()
    }

    /// Whether the marks around a stretch cannot be read.
    pub(super) fn are_doubtful(&self, span: Span) -> bool {
        let first = self.doubtful.partition_point(|paragraph| paragraph.end <= span.start);
        self.doubtful.get(first).is_some_and(|paragraph| paragraph.overlaps(span))
    }
}

/// The words and figures of a stretch.
pub(super) fn words(tokens: &[Token], span: Span) -> usize {
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let inside = tokens[first..].iter().take_while(|token| token.span.end <= span.end);
    inside.filter(|token| token.kind != TokenKind::Mark).count()
}

/// Marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// «…»
    Angle,
    /// “…”, „…“ and the same turned around.
    Curly,
    /// "…"
    Straight,
    /// ‘…’ and '…'
    Single,
}

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Opens,
    Closes,
    /// Either.
    Open,
}

/// What a character may be as a quotation mark, between its neighbours.
fn mark(before: Option<char>, c: char, behind: Option<char>) -> Option<(Style, Place)> {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    Some(match c {
        '«' | '‹' => (Style::Angle, Place::Opens),
        '»' | '›' => (Style::Angle, Place::Closes),
        '„' => (Style::Curly, Place::Opens),
        '“' | '”' | '‟' => {
            let opens = space(before) && !space(behind);
            let closes = !space(before) && (space(behind) || !word(behind));
            let place = match (opens, closes, c) {
                (true, false, _) => Place::Opens,
                (false, true, _) => Place::Closes,
                (.., '”') => Place::Closes,
                _ => Place::Opens,
            };
            (Style::Curly, place)
        }
        '"' => {
            let place = match (space(before), space(behind) || !word(behind)) {
                (true, false) => Place::Opens,
                (false, true) => Place::Closes,
                _ => Place::Open,
            };
            (Style::Straight, place)
        }
        '‘' | '\'' if !word(before) && word(behind) => (Style::Single, Place::Opens),
        '’' | '\'' if !space(before) && !word(behind) => (Style::Single, Place::Closes),
        _ => return None,
    })
}

/// The marks of a stretch, with their places and lengths.
fn marks(text: &str, span: Span) -> impl Iterator<Item = (usize, usize, Style, Place)> {
    let covered = span.of(text);
    let mut before = None;
    covered.char_indices().filter_map(move |(at, c)| {
        let behind = covered[at + c.len_utf8()..].chars().next();
        let found = mark(before.replace(c), c, behind);
        found.map(|(style, place)| (span.start + at, c.len_utf8(), style, place))
    })
}

/// The first mark of a paragraph, and whether nothing but marks stands before it.
fn first_mark(text: &str, span: Span) -> Option<(Place, bool, Style)> {
    let mut marks = marks(text, span).filter(|&(.., style, _)| style != Style::Single);
    let (at, _, style, place) = marks.next()?;
    let leads = !text.get(span.start..at)?.contains(char::is_alphanumeric);
    let place = if place == Place::Open && leads { Place::Opens } else { place };
    Some((place, leads, style))
}

/// The marks of a paragraph.
#[derive(Debug, Default)]
struct Paragraph {
    closed: Vec<Span>,
    /// A quotation without an end.
    open: Option<(Style, usize)>,
    /// Whether a mark closes nothing.
    stray: bool,
}

impl Paragraph {
    fn read(text: &str, span: Span, carried: Option<Style>) -> Self {
        let mut read = Self { open: carried.map(|style| (style, span.start)), ..Self::default() };
        let mut depth = 1_usize;
        // Marks of other styles inside.
        let mut inner = 0_usize;
        for (at, len, style, place) in marks(text, span) {
            let is_inch = || {
                let before = text.get(span.start..at).and_then(|text| text.chars().next_back());
                style == Style::Straight && before.is_some_and(char::is_numeric)
            };
            match (read.open, place) {
                (None, Place::Opens | Place::Open) => {
                    read.open = Some((style, at));
                    (depth, inner) = (1, 0);
                }
                (None, Place::Closes) if style == Style::Single || is_inch() => {}
                // The space went to the wrong side of the mark.
                (None, Place::Closes) if style == Style::Straight => {
                    read.open = Some((style, at));
                    (depth, inner) = (1, 0);
                }
                (None, Place::Closes) => read.stray = true,
                // Straight marks are not nested: the one before was not closed.
                (Some((Style::Straight, _)), Place::Opens) if style == Style::Straight => {
                    read.stray = true;
                    read.open = Some((style, at));
                    (depth, inner) = (1, 0);
                }
                (Some((open, start)), place) if open == style => {
                    if place == Place::Opens {
                        depth += 1;
                    } else {
                        depth -= 1;
                        if depth == 0 {
                            read.closed.push(Span::new(start, at + len));
                            read.open = None;
                        }
                    }
                }
                // An apostrophe was taken for a mark.
                (Some((Style::Single, _)), Place::Opens | Place::Open) => {
                    read.open = Some((style, at));
                    (depth, inner) = (1, 0);
                }
                (Some(_), _) if style == Style::Single => {}
                (Some(_), Place::Opens | Place::Open) => inner += 1,
                // It closes what no mark of its style opened.
                (Some(_), Place::Closes) => match inner.checked_sub(1) {
                    Some(rest) => inner = rest,
                    None => read.stray = true,
                },
            }
            depth = depth.max(1);
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::{SegmentOptions, segment};

    fn read(text: &str) -> (Vec<&str>, bool) {
        let document = Document::from_text("a", text);
        let segments = segment(&document, &SegmentOptions::new());
        let quotes = Quotes::read(&document, &segments);
        let spans = quotes.all.iter().map(|quote| quote.span.of(text)).collect();
        (spans, !quotes.doubtful.is_empty())
    }

    #[test]
    fn marks_of_every_style_are_read() {
        for (text, quotes) in [
            ("قال «عدنا» ثم مضى.", vec!["«عدنا»"]),
            ("قال \"عدنا\" ثم \"مضى\".", vec!["\"عدنا\"", "\"مضى\""]),
            ("He said “we’re back”, and left.", vec!["“we’re back”"]),
            ("He said ‘the workers are back’, and left.", vec!["‘the workers are back’"]),
            ("قال ”عدنا“ ثم مضى.", vec!["”عدنا“"]),
            ("They called it 'a victory' and the workers' day.", vec!["'a victory'"]),
        ] {
            assert_eq!(read(text), (quotes, false), "{text}");
        }
    }

    #[test]
    fn the_outermost_counts() {
        let text = "گفت: «مادرم می‌گفت «صبور باش» و “آرام” بود». رفت.";
        assert_eq!(read(text), (vec!["«مادرم می‌گفت «صبور باش» و “آرام” بود»"], false));
    }

    #[test]
    fn an_inch_is_no_quotation() {
        assert_eq!(read("A board of 12\" is not \"long\" here."), (vec!["\"long\""], false));
    }

    #[test]
    fn a_mark_without_its_partner_is_doubted() {
        assert_eq!(read("قال «عدنا ثم مضى في طريقه."), (vec![], true));
        assert_eq!(read("قال عدنا» ثم مضى في طريقه."), (vec![], true));
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_paragraph() {
        let anew = "The widow said: “My sons left.\n\n“They never wrote.” She wept.";
        assert_eq!(read(anew), (vec!["“My sons left.", "“They never wrote.”"], false));
        let once = "گفت: «پسرانم رفتند.\n\nهرگز ننوشتند.» گریست.";
        assert_eq!(read(once), (vec!["«پسرانم رفتند.", "هرگز ننوشتند.»"], false));
    }
}
