//! What some sentences speak of, by which a speaker is known to them or not.

use super::Context;
use super::letters;
use super::passage::tokens;
use super::surroundings::senses;
use crate::concept::place::Standing;
use crate::concept::{ConceptKind, Mention};
use crate::fold;
use crate::segment::TokenKind;
use crate::skeleton;
use crate::span::Side;

/// Letters of the shortest word that is compared by its sound.
pub(super) const SOUND: usize = 3;
/// Words of a sentence that are looked at.
const WORDS: usize = 300;

/// What some sentences speak of.
pub(super) struct Others<'a> {
    context: &'a Context<'a>,
    side: Side,
    mentions: Vec<&'a Mention>,
    senses: Vec<u32>,
    words: Vec<&'a str>,
}

impl<'a> Others<'a> {
    /// What sentences of a side speak of.
    pub(super) fn new(context: &'a Context<'a>, side: Side, units: &[usize]) -> Self {
        let mut others =
            Self { context, side, mentions: Vec::new(), senses: Vec::new(), words: Vec::new() };
        let lang = context.documents[side].lang;
        for &unit in units {
            others.mentions.extend(context.mentions_in(side, unit));
            let range = tokens(context, side, unit);
            let tokens = context.segments[side].tokens.get(range).unwrap_or(&[]);
            for token in tokens.iter().filter(|t| t.kind == TokenKind::Word).take(WORDS) {
                others.senses.extend(senses(context, lang, &token.key, 0.0));
                others.words.push(token.key.as_str());
            }
        }
        others.senses.sort_unstable();
        others.senses.dedup();
        others
    }

    /// Whether they have a word of one of these senses.
    pub(super) fn mean(&self, senses: &[u32]) -> bool {
        senses.iter().any(|sense| self.senses.binary_search(sense).is_ok())
    }

    /// Whether they have a word that sounds like a folded one.
    pub(super) fn sound(&self, key: &str) -> bool {
        key.chars().count() >= SOUND && self.words.iter().any(|word| skeleton::same_name(key, word))
    }

    /// Whether they name the same, what stands for it, or a part of the name; of a body more than
    /// the word for what it is.
    pub(super) fn name(&self, name: &Mention) -> bool {
        let standing = Standing::of(&name.concept);
        let written = self.context.text(self.side.other(), name.span);
        self.mentions.iter().any(|other| {
            let implied = standing.zip(Standing::of(&other.concept));
            other.concept == name.concept || implied.is_some_and(|(a, b)| a.implies(b))
        }) || {
            let words = || letters::words(written);
            let met = words()
                .filter(|word| self.sound(&fold::key(word)) || self.has_meaning_of(word))
                .count();
            let least = match name.kind {
                ConceptKind::Organisation => words().count() / 2 + 1,
                _ => 1,
            };
            met >= least
        }
    }

    /// Whether they name one of these things.
    pub(super) fn have(&self, concepts: &[String]) -> bool {
        self.mentions.iter().any(|mention| concepts.contains(&mention.concept))
    }

    fn has_meaning_of(&self, word: &str) -> bool {
        let lang = self.context.documents[self.side.other()].lang;
        self.mean(&senses(self.context, lang, &fold::key(word), 0.0))
    }
}
