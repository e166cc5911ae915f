//! What stands around a name and says that it is one: a title, a word for its sort of thing, marks,
//! other names of a list.

use std::ops::Range;

use super::context::{Context, Hit, home};
use super::{Reader, WEIGHT_TO_STRIP, kind};
use crate::concept::ConceptKind;
use crate::concept::lexicon::is_word;
use crate::data::{self, Class};
use crate::segment::{Token, TokenKind};

/// Words before a name that are searched for a title or a sort of place.
const TITLE_WORDS: usize = 3;

impl Reader<'_> {
    /// Whether the text around a name says that it is one.
    pub(super) fn is_named(&self, tokens: &[Token], start: usize, end: usize, entity: u32) -> bool {
        let Some(entity) = data::entity(entity) else { return false };
        let kind = kind(entity.kind);
        let list = match kind {
            ConceptKind::Place => "place",
            ConceptKind::Person => "title",
            ConceptKind::Group => "group",
            _ => "organisation",
        };
        let mark = |token: Option<&Token>, marks: [&str; 4]| {
            token.is_some_and(|token| marks.contains(&token.span.of(self.text)))
        };
        let opens = start.checked_sub(1).map(|before| &tokens[before]);
        let quoted =
            mark(opens, ["«", "“", "\"", "‘"]) && mark(tokens.get(end), ["»", "”", "\"", "’"]);
        let figure =
            tokens[start..end].iter().any(|token| token.key.contains(|c: char| c.is_ascii_digit()));
        if quoted
            && (figure
                || !matches!(kind, ConceptKind::Place | ConceptKind::Person | ConceptKind::Group))
        {
            return true;
        }
        let start = if quoted { start - 1 } else { start };
        let list = format!("{list}:{}", self.lang.tag());
        let known = |key: &str| data::fact(&list, key).is_some();
        let mut before = String::new();
        for token in tokens[..start].iter().rev().take(TITLE_WORDS) {
            if token.kind != TokenKind::Word {
                break;
            }
            before.insert_str(0, &token.key);
            let bare = self.prefixes.iter().filter_map(|(prefix, remains)| {
                Some(format!("{remains}{}", before.strip_prefix(prefix.as_str())?))
            });
            let stems = self
                .suffixes
                .iter()
                .filter_map(|suffix| before.strip_suffix(suffix.as_str()).map(str::to_owned));
            if known(&before) || bare.chain(stems).any(|key| known(&key)) {
                return true;
            }
        }
        // Where names have capitals, the sort of place stands behind it: "Nice airport".
        self.capitals && tokens.get(end).is_some_and(|token| known(&token.key))
    }

    /// Whether a place stands in a list behind another place: after a comma or a conjunction,
    /// «منطقة راوة والقائم». The list has to begin with a word for its sort of places, or, for names
    /// that are seldom words, the other one to be no country and to lie in the same one.
    pub(super) fn is_listed(
        &self,
        tokens: &[Token],
        at: usize,
        (entity, strict): (u32, bool),
        before: Option<&Hit>,
    ) -> bool {
        let Some(before) = before.filter(|before| self.are_listed(tokens, before.end, at)) else {
            return false;
        };
        let is_place =
            |entity| data::entity(entity).is_some_and(|e| kind(e.kind) == ConceptKind::Place);
        if !is_place(entity) || !is_place(before.entity) {
            return false;
        }
        let is_country = data::entity(before.entity).is_some_and(|e| e.class == Class::Country);
        (!strict && !is_country && home(entity).is_some() && home(entity) == home(before.entity))
            || before.introduced
            || self.is_named(tokens, before.start, before.end, before.entity)
    }

    /// Whether nothing but a comma or a conjunction separates two words.
    fn are_listed(&self, tokens: &[Token], end: usize, at: usize) -> bool {
        let is_conjunction = |key: &str| self.conjunctions.iter().any(|word| word == key);
        match tokens.get(end..at) {
            Some([]) => self.conjunctions.iter().any(|word| {
                let prefixed = self.prefixes.iter().any(|(prefix, _)| prefix == word);
                prefixed && tokens[at].key.starts_with(word.as_str())
            }),
            Some([between]) => {
                is_conjunction(&between.key)
                    || matches!(between.span.of(self.text), "،" | "," | "/")
            }
            Some([comma, between]) => comma.kind == TokenKind::Mark && is_conjunction(&between.key),
            _ => false,
        }
    }

    /// Whether a place stands behind a preposition of places: a country whose name is also an
    /// adjective («في مالي»), or, in a text that speaks of its country, a place that is no village
    /// and is not spelt like a word of the dictionary («في البصرة», but not «في الزاوية»).
    pub(super) fn is_located(
        &self,
        tokens: &[Token],
        at: Range<usize>,
        (entity, strict): (u32, bool),
        context: &Context,
    ) -> bool {
        let Some(before) = at.start.checked_sub(1).map(|before| &tokens[before].key) else {
            return false;
        };
        if !self.place_prepositions.contains(before) {
            return false;
        }
        let Some(place) = data::entity(entity) else { return false };
        if strict {
            return place.class == Class::Country;
        }
        kind(place.kind) == ConceptKind::Place
            && place.weight >= WEIGHT_TO_STRIP
            && context.is_set_around(entity)
            && !tokens[at].iter().any(|token| self.is_common(&token.key))
    }

    /// Whether the dictionary has the word in any form.
    fn is_common(&self, key: &str) -> bool {
        let stem = self.lang.module().map(|language| language.stem(key));
        is_word(self.lang, key)
            || stem.is_some_and(|stem| is_word(self.lang, &stem))
            || self.is_inflected_word(key)
    }
}
