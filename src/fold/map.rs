//! A folded text with the way back to the original.

use unicode_normalization::char::canonical_combining_class;

use super::key::push_folded;
use crate::span::Span;

/// A text folded by [`key`](super::key), with a map to the original.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Where each piece of it came from.
    pub map: OffsetMap,
}

impl Folded {
    /// Folds `text` cluster by cluster: a cut before every character of combining class 0 makes
    /// the joined pieces equal to the whole text normalised at once (UAX #15), and gives the map
    /// its resolution.
    pub fn new(text: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(text.len()), map: OffsetMap::default() };
        let mut piece = 0;
        for (at, c) in text.char_indices().chain(std::iter::once((text.len(), 'x'))) {
            if at == piece || (at < text.len() && canonical_combining_class(c) != 0) {
                continue;
            }
            folded.map.pieces.push((piece, folded.text.len()));
            push_folded(&text[piece..at], &mut folded.text);
            piece = at;
        }
        folded.map.pieces.push((text.len(), folded.text.len()));
        folded
    }
}

/// Pairs of (original, folded) byte offsets, one for each piece and one for the end; both rise.
#[derive(Clone, Debug, Default)]
pub struct OffsetMap {
    pieces: Vec<(usize, usize)>,
}

impl OffsetMap {
    /// The bytes of the original from which a range of the folded text was made.
    ///
    /// A range that cuts a piece covers the whole piece; a range past the end is cut to it.
    pub fn original(&self, folded: Span) -> Span {
        let Some(&(last, _)) = self.pieces.last() else { return Span::new(0, 0) };
        // The last piece that begins at or before the start, the first that begins at or after the end.
        let first = self.pieces.partition_point(|&(_, at)| at <= folded.start).saturating_sub(1);
        let end = self.pieces.partition_point(|&(_, at)| at < folded.end).max(first);
        let at = |index: usize| self.pieces.get(index).map_or(last, |&(original, _)| original);
        Span::new(at(first), at(end).max(at(first)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fold::key;

    #[test]
    fn the_way_back_leads_to_the_word() {
        let text = "قالَ الرَّئِيسُ ﷺ ½ كتاب\u{200c}ها";
        let folded = Folded::new(text);
        let at = folded.text.find("الرییس").expect("folded");
        let span = folded.map.original(Span::new(at, at + "الرییس".len()));
        assert_eq!(span.of(text), "الرَّئِيسُ");
    }

    proptest! {
        #[test]
        fn folding_by_pieces_equals_folding_the_whole(text in "\\PC{0,40}|[\u{600}-\u{6ff}\u{fb50}-\u{fdff} ]{0,40}") {
            prop_assert_eq!(&Folded::new(&text).text, &key(&text));
        }

        #[test]
        fn the_map_stays_inside_the_text(text in any::<String>(), a in 0usize..60, b in 0usize..60) {
            let folded = Folded::new(&text);
            let span = folded.map.original(Span::new(a.min(b), a.max(b)));
            prop_assert!(text.get(span.start..span.end).is_some());
        }
    }
}
