//! The words beside a figure or name: where they match across the languages, two figures stand in
//! one place of the sentence.

use super::Context;
use crate::align::Link;
use crate::concept::{UserWords, lexicon};
use crate::lang::{Lang, is_stop_word};
use crate::segment::{Token, TokenKind};
use crate::span::{Side, Span};

/// Words looked at on either side of a figure.
const REACH: usize = 3;
/// Dictionary forms of one word that are tried.
const FORMS: usize = 6;
/// Senses weaker than this do not show that two words render each other.
pub(super) const LEAST_SENSE: f32 = 0.5;

/// The words around one stretch.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    words: Vec<(Span, Vec<u32>)>,
}

impl Surroundings {
    /// The content words around `span` in a sentence, of all its parts where it was cut.
    pub(super) fn new(context: &Context<'_>, side: Side, sentence: usize, span: Span) -> Self {
        let tokens = context.whole(side, sentence);
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        let last = tokens.partition_point(|token| token.span.start < span.end);
        let lang = context.documents[side].lang;
        let word = |token: &&Token| token.kind == TokenKind::Word;
        let before = tokens[..first].iter().rev().filter(word).take(REACH);
        let after = tokens[last.max(first)..].iter().filter(word).take(REACH);
        let words = before
            .chain(after)
            .map(|token| (token.span, senses(context, lang, &token.key, LEAST_SENSE)));
        Self { words: words.collect() }
    }

    /// How many of the words have a counterpart in the other surroundings.
    pub(super) fn shared(&self, theirs: &Self, link: &Link) -> usize {
        let mut used = vec![false; theirs.words.len()];
        let mut shared = 0;
        for (mine, senses) in &self.words {
            let met = theirs.words.iter().enumerate().position(|(at, (other, other_senses))| {
                !used[at]
                    && (senses.iter().any(|sense| other_senses.contains(sense))
                        || link.evidence.iter().any(|evidence| {
                            evidence.source.overlaps(*mine) && evidence.translation.overlaps(*other)
                        }))
            });
            if let Some(at) = met {
                used[at] = true;
                shared += 1;
            }
        }
        shared
    }
}

/// What a content word can mean, by senses of at least some weight; nothing for words that say
/// nothing.
pub(super) fn senses(context: &Context<'_>, lang: Lang, key: &str, least: f32) -> Vec<u32> {
    let words: &UserWords = context.words;
    let Some(module) = lang.module() else { return Vec::new() };
    if is_stop_word(lang, key) {
        return Vec::new();
    }
    let mut forms = Vec::new();
    module.lemmas(key, &mut forms);
    let mut senses: Vec<u32> = forms
        .iter()
        .take(FORMS)
        .flat_map(|form| {
            let own = words.glossary(lang, form);
            let known = own.is_empty().then(|| lexicon::senses(lang, form));
            own.iter().copied().chain(known.into_iter().flatten())
        })
        .filter(|sense| sense.weight >= least)
        .map(|sense| sense.id)
        .collect();
    if senses.is_empty() {
        let learned = words.learned(lang, &module.stem(key)).iter();
        senses.extend(learned.filter(|s| s.weight >= least).map(|s| s.id));
    }
    senses.sort_unstable();
    senses.dedup();
    senses
}
