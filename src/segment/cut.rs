//! Cutting sentences further, where the other text shows that two run together.

use std::ops::Range;

use super::{Segments, Sentence};
use crate::span::Span;

impl Segments {
    /// Whether a sentence (by its index) goes on in the next one: see [`Segments::continued`].
    pub fn goes_on(&self, sentence: usize) -> bool {
        self.continued.binary_search(&sentence).is_ok()
    }

    /// Whether a sentence (by its index) is the rest of the one before.
    pub fn is_rest(&self, sentence: usize) -> bool {
        sentence.checked_sub(1).is_some_and(|before| self.goes_on(before))
    }

    /// The parts of the sentence to which one (by its index) belongs; it alone where none was cut.
    pub fn parts_of(&self, sentence: usize) -> Range<usize> {
        let mut parts = sentence..sentence + 1;
        while self.is_rest(parts.start) {
            parts.start -= 1;
        }
        while self.goes_on(parts.end - 1) {
            parts.end += 1;
        }
        parts
    }

    /// Cuts sentences of `text` before the given tokens (indices into `tokens`, rising); a token that
    /// opens its sentence cuts nothing. The first part of each cut is marked as continued, and what
    /// is no token before the cut is its.
    pub(crate) fn cut_before(&mut self, text: &str, tokens: &[usize]) {
        let mut sentences: Vec<Sentence> = Vec::with_capacity(self.sentences.len() + tokens.len());
        let mut continued = Vec::new();
        let mut first_of = Vec::with_capacity(self.sentences.len() + 1);
        let was_continued = std::mem::take(&mut self.continued);
        for (index, sentence) in self.sentences.iter().enumerate() {
            first_of.push(sentences.len());
            let mut from = sentence.tokens.start;
            let mut start = sentence.span.start;
            let first = tokens.partition_point(|&token| token <= sentence.tokens.start);
            let inside = tokens[first..].iter().take_while(|&&token| token < sentence.tokens.end);
            for &token in inside {
                let next = self.tokens[token].span.start;
                continued.push(sentences.len());
                sentences.push(Sentence {
                    span: Span::new(start, next).trim(text),
                    paragraph: sentence.paragraph,
                    tokens: from..token,
                });
                from = token;
                start = next;
            }
            if was_continued.binary_search(&index).is_ok() {
                continued.push(sentences.len());
            }
            sentences.push(Sentence {
                span: Span::new(start, sentence.span.end),
                paragraph: sentence.paragraph,
                tokens: from..sentence.tokens.end,
            });
        }
        first_of.push(sentences.len());
        for paragraph in &mut self.paragraphs {
            paragraph.sentences =
                first_of[paragraph.sentences.start]..first_of[paragraph.sentences.end];
        }
        self.sentences = sentences;
        self.continued = continued;
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::segment::{SegmentOptions, segment};

    #[test]
    fn a_cut_keeps_every_word_and_every_range() {
        let text =
            "ذهب الوفد إلى المدينة وزار السوق. عاد مساء.\n\nانتهت الزيارة بعد يومين من المحادثات.";
        let document = Document::from_text("a", text);
        let mut segments = segment(&document, &SegmentOptions::new());
        let before: Vec<_> = segments.tokens.clone();
        let count = segments.sentences.len();
        segments.cut_before(text, &[0, 4]);
        assert_eq!(segments.tokens, before);
        assert_eq!(segments.sentences.len(), count + 1);
        assert_eq!(segments.sentences[0].span.of(text), "ذهب الوفد إلى المدينة");
        assert_eq!(segments.sentences[1].span.of(text), "وزار السوق.");
        assert_eq!(segments.continued, [0]);
        assert!(segments.goes_on(0) && segments.is_rest(1));
        assert!(!segments.is_rest(0) && !segments.goes_on(1) && !segments.is_rest(2));
        assert_eq!((segments.parts_of(0), segments.parts_of(1)), (0..2, 0..2));
        assert_eq!(segments.parts_of(2), 2..3);
        let last = segments.paragraphs.last().expect("paragraphs");
        assert_eq!(last.sentences, count..count + 1);
        assert_eq!(
            segments.sentences[last.sentences.start].span.of(text),
            "انتهت الزيارة بعد يومين من المحادثات."
        );
    }
}
