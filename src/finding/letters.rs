//! Whether a text says a name that is not known there, as far as letters tell: by its sound, with
//! another word stuck to it, as an acronym.

use super::Context;
use crate::concept::place::Standing;
use crate::concept::{Mention, lexicon};
use crate::fold;
use crate::segment::{Token, TokenKind};
use crate::skeleton;
use crate::span::Side;

/// Words of a sentence in which a name is looked for.
const WORDS: usize = 300;
/// Letters of the shortest name that is matched with any word by sound.
const SOUND: usize = 4;
/// Letters of the shortest part of a name whose sound shows that the whole is there.
const PART: usize = 3;
/// Forms of a name without particles that are compared by sound.
const NAME_FORMS: usize = 3;
/// Parts the words of a name as a space does.
const NON_JOINER: char = '\u{200c}';

/// Whether two mentions of the two sides are written alike, or one inside the other.
pub(super) fn are_alike(
    context: &Context<'_>,
    side: Side,
    mine: &Mention,
    theirs: &Mention,
) -> bool {
    let mine = fold::key(context.text(side, mine.span));
    let theirs = fold::key(context.text(side.other(), theirs.span));
    mine == theirs || skeleton::same_name(&mine, &theirs)
}

/// The words of a name as another script writes them: «خان‌یونس», "Khan Younis".
pub(super) fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| c.is_whitespace() || c == NON_JOINER).filter(|word| !word.is_empty())
}

/// Whether words around the counterpart sound like the name: one that the tables lack in the
/// other language.
pub(super) fn sounds_like_a_word(
    context: &Context<'_>,
    side: Side,
    mention: &Mention,
    around: &[usize],
) -> bool {
    let name = fold::key(context.text(side, mention.span));
    // Without what is attached to it: بإندونيسيا.
    let mut forms = Vec::new();
    if let Some(module) = context.documents[side].lang.module().filter(|_| !name.contains(' ')) {
        module.lemmas(&name, &mut forms);
    }
    forms.retain(|form| name.ends_with(form.as_str()));
    forms.truncate(NAME_FORMS);
    forms.push(name);
    forms.iter().any(|name| sounds_in(context, side.other(), name, around, SOUND))
        || sounds_like_words(context, side, mention, around)
}

/// The same of a name of several words and as many words that no table knows as a name.
fn sounds_like_words(
    context: &Context<'_>,
    side: Side,
    mention: &Mention,
    around: &[usize],
) -> bool {
    let name: Vec<String> = words(context.text(side, mention.span)).map(fold::key).collect();
    if name.len() < 2 {
        return false;
    }
    let whole = name.join(" ");
    let other = side.other();
    around.iter().any(|&sentence| {
        let mentions = context.mentions_in(other, sentence);
        let tokens = context.tokens_in(other, sentence);
        tokens[..tokens.len().min(WORDS)].windows(name.len()).any(|window| {
            let is_free = |token: &Token| {
                token.kind == TokenKind::Word
                    && mentions.iter().all(|m| m.is_derived() || !m.span.overlaps(token.span))
            };
            window.iter().all(is_free) && {
                let keys: Vec<&str> = window.iter().map(|token| token.key.as_str()).collect();
                skeleton::same_name(&whole, &keys.join(" "))
            }
        })
    })
}

/// Whether a word of some sentences, for whole names one that means nothing else, sounds like a name
/// of at least so many letters.
fn sounds_in(
    context: &Context<'_>,
    side: Side,
    name: &str,
    sentences: &[usize],
    least: usize,
) -> bool {
    if name.chars().count() < least {
        return false;
    }
    let lang = context.documents[side].lang;
    let mut forms = Vec::new();
    sentences.iter().any(|&sentence| {
        let mentions = context.mentions_in(side, sentence);
        context.tokens_in(side, sentence).iter().take(WORDS).any(|token| {
            // Parts of names are in the dictionary too, and a part is enough to be silent.
            let known = least > PART
                && (lexicon::is_word(lang, &token.key)
                    || mentions.iter().any(|m| !m.is_derived() && m.span.overlaps(token.span)));
            if known || token.kind != TokenKind::Word || token.key.chars().count() < least {
                return false;
            }
            forms.clear();
            if let Some(module) = lang.module() {
                module.lemmas(&token.key, &mut forms);
            }
            let mut forms = forms.iter().take(3).filter(|form| form.chars().count() >= least);
            skeleton::same_name(name, &token.key)
                || forms.any(|form| skeleton::same_name(name, form))
        })
    })
}

/// Whether a word around the counterpart is the name with another word stuck to it, as happens
/// where a space was lost.
pub(super) fn is_glued(
    context: &Context<'_>,
    side: Side,
    standing: Standing,
    around: &[usize],
) -> bool {
    let lang = context.documents[side].lang;
    around.iter().any(|&sentence| {
        let mentions = context.mentions_in(side, sentence);
        context.tokens_in(side, sentence).iter().take(WORDS).any(|token| {
            token.kind == TokenKind::Word
                && mentions.iter().all(|m| m.is_derived() || !m.span.overlaps(token.span))
                && standing.is_part_of(lang, &token.key)
        })
    })
}

/// Whether some sentences may say a name of these words: a word sounds like one of them, or an acronym
/// may hold them all.
pub(super) fn has_traces(
    context: &Context<'_>,
    side: Side,
    words: &[&str],
    sentences: &[usize],
) -> bool {
    let sounds = |word: &&str| sounds_in(context, side, &fold::key(word), sentences, PART);
    words.iter().any(sounds) || has_acronym(context, side, sentences)
}

/// Whether some sentences hold an acronym in Latin letters, which may hold the name.
fn has_acronym(context: &Context<'_>, side: Side, sentences: &[usize]) -> bool {
    sentences.iter().any(|&sentence| {
        context.tokens_in(side, sentence).iter().take(WORDS).any(|token| {
            let word = context.text(side, token.span);
            word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase())
        })
    })
}
