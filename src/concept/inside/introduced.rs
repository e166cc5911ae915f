//! Other names that a text gives to what it names: «قوات … (قسد)», "known as".

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::reading::{Class, Name, Reading};
use crate::concept::{ConceptKind, FoundBy, Mention};
use crate::fold;
use crate::segment::TokenKind;

/// Letters of the longest acronym.
const LETTERS: usize = 8;

/// The other names, where they are introduced and where they stand after that.
pub(super) fn find(reading: &Reading<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut names: FxHashMap<String, Option<(usize, Name)>> = FxHashMap::default();
    for sentence in &reading.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let Some(other) = introduction(reading, mentions, sentence, at) else {
                at += 1;
                continue;
            };
            let (token, name) = other;
            let key = reading.key(token).to_owned();
            let known = names.entry(key).or_insert_with(|| Some((token, name.clone())));
            // One short form for two things means neither.
            if known.as_ref().is_some_and(|(_, known)| known.concept != name.concept) {
                *known = None;
            } else {
                found.extend(reading.mention(token..token + 1, &name, FoundBy::Introduced));
            }
            at += 1;
        }
    }
    if names.is_empty() {
        return found;
    }
    let introduced: FxHashSet<usize> = found.iter().map(|mention| mention.span.start).collect();
    let starts = reading.by_word(|key| {
        reading.bare(key).find_map(|form| names.get(&*form)).and_then(Option::as_ref)
    });
    for token in reading.sentences.iter().cloned().flatten() {
        let again = starts[reading.word(token)]
            .filter(|(first, _)| *first < token || is_latin(reading, token))
            .filter(|_| reading.tokens[token].kind == TokenKind::Word)
            .filter(|_| !introduced.contains(&reading.tokens[token].span.start))
            .filter(|_| is_unnamed(reading, mentions, token));
        if let Some((_, name)) = again {
            found.extend(reading.mention(token..token + 1, name, FoundBy::Introduced));
        }
    }
    found
}

/// The token of another name that is introduced at a token, and what it names.
fn introduction(
    reading: &Reading<'_>,
    mentions: &[Mention],
    sentence: &Range<usize>,
    at: usize,
) -> Option<(usize, Name)> {
    if reading.written(at) == "(" {
        return in_brackets(reading, mentions, sentence, at);
    }
    let before = at.checked_sub(1).filter(|before| sentence.contains(before))?;
    let named = mentions.get(reading.owner(before)?).filter(|mention| mention.kind.is_name())?;
    let mut token = after_known_as(reading, sentence, at)?;
    while token < sentence.end && matches!(reading.written(token), "«" | "\"" | "“" | "(") {
        token += 1;
    }
    (token < sentence.end && is_other_name(reading, mentions, token, named))
        .then(|| (token, Name::of(named)))
}

/// The token behind a phrase such as "known as" at a token, with a comma before it or none.
fn after_known_as(reading: &Reading<'_>, sentence: &Range<usize>, at: usize) -> Option<usize> {
    let at = if matches!(reading.written(at), "،" | ",") { at + 1 } else { at };
    let after = |phrase: &&str| reading.after_phrase(sentence, at, phrase);
    let behind = reading.rules.known_as.iter().filter_map(after).max()?;
    // «اختصارا بـ "قسد"»: the preposition may stand apart.
    let apart = reading.tokens.get(behind).is_some_and(|token| token.key.chars().count() == 1)
        && reading.tokens[behind].kind == TokenKind::Word;
    Some(if apart { behind + 1 } else { behind })
}

/// `NAME (OTHER)` and `OTHER (NAME)`.
fn in_brackets(
    reading: &Reading<'_>,
    mentions: &[Mention],
    sentence: &Range<usize>,
    open: usize,
) -> Option<(usize, Name)> {
    let mark = |at: usize| matches!(reading.written(at), "«" | "»" | "\"" | "“" | "”");
    let mut first = open + 1;
    while first < sentence.end && mark(first) {
        first += 1;
    }
    let before = (sentence.start..open).rev().find(|&at| !mark(at))?;
    let named = |token: usize| {
        let mention = mentions.get(reading.owner(token)?)?;
        mention.kind.is_name().then_some(mention)
    };
    let closes = |at: usize| {
        (at..sentence.end).find(|&at| !mark(at)).is_some_and(|at| reading.written(at) == ")")
    };
    if let Some(name) = named(before).filter(|name| can_be_short(name))
        && first < sentence.end
        && closes(first + 1)
        && is_other_name(reading, mentions, first, name)
        && is_confirmed(reading, first, name)
    {
        return Some((first, Name::of(name)));
    }
    let name = (first < sentence.end).then(|| named(first)).flatten()?;
    let inside = reading.extent(first);
    (can_be_short(name)
        && inside.start == first
        && closes(inside.end)
        && is_other_name(reading, mentions, before, name)
        && is_confirmed(reading, before, name))
    .then(|| (before, Name::of(name)))
}

/// Whether the thing is of a sort that has acronyms.
fn can_be_short(mention: &Mention) -> bool {
    !matches!(mention.kind, ConceptKind::Place | ConceptKind::Person | ConceptKind::Event)
        && mention.span.len() > LETTERS
}

/// Whether a token can be another name of the thing: a word that no list knows, or one that is
/// left in Latin capitals.
fn is_other_name(
    reading: &Reading<'_>,
    mentions: &[Mention],
    token: usize,
    name: &Mention,
) -> bool {
    let short = reading.key(token).chars().count() <= LETTERS;
    let own = reading.owner(token).and_then(|owner| mentions.get(owner));
    own.is_none_or(|own| own.concept != name.concept)
        && is_unnamed(reading, mentions, token)
        && reading.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Word)
        && short
        && (is_capitals(reading, token)
            || (!reading.capitals
                && !is_latin(reading, token)
                && matches!(reading.class(token), Class::Rare)))
}

/// Whether no mention covers a token but one of a run of Latin letters, alone.
fn is_unnamed(reading: &Reading<'_>, mentions: &[Mention], token: usize) -> bool {
    match reading.owner(token).and_then(|owner| mentions.get(owner)) {
        Some(own) => own.found_by == FoundBy::Latin && own.span == reading.tokens[token].span,
        None => true,
    }
}

fn is_latin(reading: &Reading<'_>, token: usize) -> bool {
    reading.written(token).starts_with(|c: char| c.is_ascii_alphabetic())
}

fn is_capitals(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.written(token);
    word.len() > 1 && is_latin(reading, token) && !word.contains(char::is_lowercase)
}

/// Whether a word in brackets is shown to be a name and not a remark: it is made of the initials of
/// the name, or the text uses it again.
fn is_confirmed(reading: &Reading<'_>, token: usize, name: &Mention) -> bool {
    let key = reading.key(token);
    reading.count(token) > 1
        || is_made_of_initials(key, name.span.of(reading.text), &reading.article)
        || is_made_of_initials(key, &name.name, "")
}

/// Whether the letters of an acronym are initials of the words, in order, the first one first.
fn is_made_of_initials(acronym: &str, name: &str, article: &str) -> bool {
    let folded = fold::key(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let initial = |word: &str| {
        let bare = word.strip_prefix(article).filter(|rest| rest.chars().nth(1).is_some());
        bare.unwrap_or(word).chars().next()
    };
    let initials: Vec<char> = words.filter_map(initial).collect();
    let mut rest = acronym.chars().peekable();
    if rest.peek() != initials.first() || initials.len() < 2 {
        return false;
    }
    for initial in initials {
        if rest.peek() == Some(&initial) {
            rest.next();
        }
    }
    rest.peek().is_none()
}
