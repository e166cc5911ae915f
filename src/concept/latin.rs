//! Words in Latin letters inside a text of another script, as names and brands are often left.

use super::{ConceptKind, FoundBy, Mention};
use crate::lang::Lang;
use crate::segment::{Segments, Token, TokenKind};
use crate::span::Span;

/// The shortest run that counts, in letters and digits.
const SHORTEST: usize = 2;

/// Runs of Latin words in a text whose own script is another; none in a language that is written
/// with capitals. Words inside `taken` (in the order of the text, as the gazetteer gives them) and
/// parts of addresses are left out.
///
/// The concept is `latin:` and the folded letters: «Google Drive» is `latin:googledrive` on
/// whichever side it stands.
pub(crate) fn latin(
    text: &str,
    segments: &Segments,
    lang: Lang,
    taken: &[Mention],
) -> Vec<Mention> {
    if lang.module().is_none_or(|language| language.names().capitals) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for sentence in &segments.sentences {
        // Buttons of a page are labelled in whatever language.
        let paragraph = segments.paragraphs.get(sentence.paragraph);
        if paragraph.is_some_and(|paragraph| !paragraph.role.is_content()) {
            continue;
        }
        let tokens = segments.tokens_in(sentence);
        let free = |token: &Token| {
            let next = taken.partition_point(|mention| mention.span.end <= token.span.start);
            is_latin(text, token)
                && taken.get(next).is_none_or(|mention| !mention.span.overlaps(token.span))
        };
        let mut at = 0;
        while at < tokens.len() {
            let mut end = at;
            while end < tokens.len() && free(&tokens[end]) {
                end += 1;
            }
            if end > at {
                found.extend(run(text, &tokens[at..end]));
            }
            at = end.max(at + 1);
        }
    }
    found
}

fn run(text: &str, tokens: &[Token]) -> Option<Mention> {
    let span: Span = tokens.first()?.span.join(tokens.last()?.span);
    let key: String = tokens.iter().map(|token| token.key.replace('\'', "")).collect();
    if key.chars().count() < SHORTEST || is_address(text, span) {
        return None;
    }
    Some(Mention {
        span,
        concept: format!("latin:{key}"),
        kind: ConceptKind::Name,
        name: span.of(text).to_owned(),
        value: None,
        found_by: FoundBy::Latin,
    })
}

fn is_latin(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Word
        && token
            .span
            .of(text)
            .starts_with(|c: char| c.is_ascii_alphabetic() || ('\u{c0}'..'\u{250}').contains(&c))
}

/// Whether the run is part of a web or mail address or of a handle: it touches a mark of one, and
/// on a stop more letters follow.
fn is_address(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).and_then(|t| t.chars().next_back());
    let mut after = text.get(span.end..).unwrap_or("").chars();
    let (next, second) = (after.next(), after.next());
    let joins = |c: Option<char>| c.is_some_and(|c| matches!(c, '@' | '/' | '_' | '#'));
    joins(before)
        || joins(next)
        || before == Some('.')
        || (matches!(next, Some('.' | ':'))
            && second.is_some_and(|c| c.is_ascii_alphanumeric() || c == '/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concept::gazetteer;
    use crate::segment::word::tokenize;
    use crate::segment::{Sentence, Token};

    fn read(text: &str, lang: Lang) -> Vec<(String, &str)> {
        let span = Span::new(0, text.len());
        let tokens: Vec<Token> = tokenize(text, span);
        let sentence = Sentence { span, paragraph: 0, tokens: 0..tokens.len() };
        let segments = Segments { sentences: vec![sentence], tokens, ..Segments::default() };
        let taken = gazetteer::names(text, &segments, lang);
        let found = latin(text, &segments, lang, &taken);
        found.into_iter().map(|mention| (mention.concept, mention.span.of(text))).collect()
    }

    #[test]
    fn a_run_of_latin_words_is_one_name() {
        let text = "خدمة Blue Meadow الجديدة";
        assert_eq!(read(text, Lang::Arabic), [("latin:bluemeadow".to_owned(), "Blue Meadow")]);
        assert_eq!(read("سامانه «BLUE MEADOW» است", Lang::Persian)[0].0, "latin:bluemeadow");
    }

    #[test]
    fn what_the_gazetteer_knows_is_not_named_twice() {
        assert_eq!(
            read("وزیر خارجه Iran و شرکت Zorvex", Lang::Persian),
            [("latin:zorvex".to_owned(), "Zorvex")]
        );
    }

    #[test]
    fn addresses_and_single_letters_are_no_names() {
        assert_eq!(read("راجع www.example.org أو @example أو a@b.org و x", Lang::Arabic), []);
    }

    #[test]
    fn a_text_in_latin_letters_has_none() {
        assert_eq!(read("Blue Meadow opened", Lang::English), []);
        assert_eq!(read("Blue Meadow", Lang::Unknown), []);
    }
}
