//! Parts by which a text goes on to call what it named in full: the family name, and the head of a
//! name with its article («المجلس», "the council").

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::reading::{Class, Name, Reading};
use crate::concept::{ConceptKind, FoundBy, Mention};
use crate::data::{self, Class as Sort};
use crate::fold;
use crate::segment::TokenKind;

/// Letters of the shortest part of a name.
const LETTERS: usize = 3;
/// Sentences after which a head means its bearer no more.
const REACH: usize = 5;

/// Those who can be called by one part of a name, in the order in which they are named in full.
type Bearers = FxHashMap<String, Vec<Bearer>>;

struct Bearer {
    sentence: usize,
    token: usize,
    name: Name,
}

/// Parts of names, behind the full names.
pub(super) fn find(reading: &Reading<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let mut families = Bearers::default();
    let mut heads = Bearers::default();
    // Where a head is not part of a known name, it may stand for something that no list has.
    for (number, sentence) in reading.sentences.iter().enumerate() {
        let mut at = sentence.start;
        while at < sentence.end {
            let Some(mention) = reading.owner(at).and_then(|owner| mentions.get(owner)) else {
                at += 1;
                continue;
            };
            let extent = reading.extent(at);
            let words: Vec<usize> =
                extent.clone().filter(|&at| reading.tokens[at].kind == TokenKind::Word).collect();
            if let [first, .., last] = words[..] {
                let bearer =
                    || Bearer { sentence: number, token: extent.end, name: Name::of(mention) };
                match mention.kind {
                    ConceptKind::Person => push(&mut families, family(reading, last), bearer()),
                    ConceptKind::Organisation if mention.is_listed() => {
                        let head = if reading.rules.head_last { last } else { first };
                        push(&mut heads, head_of(reading, head), bearer());
                    }
                    _ => {}
                }
            }
            at = extent.end;
        }
    }
    if families.is_empty() && heads.is_empty() {
        return Vec::new();
    }
    let family = reading.by_word(|key| reading.bare(key).find_map(|form| families.get(&*form)));
    let head = reading.by_word(|key| match reading.article.is_empty() {
        true => heads.get(key),
        false => reading.behind_article(key).and_then(|bare| heads.get(bare)),
    });
    let shared = shared_heads(reading, &heads);
    let mut found = Vec::new();
    let nations = nations(reading, mentions);
    for (number, sentence) in reading.sentences.iter().enumerate() {
        for at in sentence.clone() {
            let word = reading.word(at);
            let person = family[word]
                .filter(|_| is_free_name(reading, mentions, at))
                .and_then(|bearers| only(bearers.iter().filter(|bearer| bearer.token <= at)));
            if let Some(name) = person {
                found.extend(reading.mention(at..at + 1, name, FoundBy::ShortName));
                continue;
            }
            let thing = head[word]
                .filter(|_| reading.is_free(at) && is_definite(reading, sentence, at))
                .and_then(|bearers| {
                    let near = bearers
                        .iter()
                        .filter(|bearer| bearer.token <= at && bearer.sentence + REACH >= number);
                    only(near)
                })
                .filter(|name| is_of_nation(&nations, &name.concept, at))
                .filter(|_| !shared.contains(reading.without_article(at).unwrap_or_default()));
            if let Some(name) = thing {
                found.extend(reading.mention(at..at + 1, name, FoundBy::ShortName));
            }
        }
    }
    found
}

/// The one thing that all bearers are; none where they are several.
fn only<'b>(mut bearers: impl Iterator<Item = &'b Bearer>) -> Option<&'b Name> {
    let first = bearers.next()?;
    bearers.all(|other| other.name.concept == first.name.concept).then_some(&first.name)
}

fn push(bearers: &mut Bearers, key: Option<String>, bearer: Bearer) {
    if let Some(key) = key {
        bearers.entry(key).or_default().push(bearer);
    }
}

/// Countries that are named, each with the token.
fn nations(reading: &Reading<'_>, mentions: &[Mention]) -> Vec<(usize, u32)> {
    let country = |mention: &Mention| {
        let number = data::entity_number(&mention.concept)?;
        data::entity(number).filter(|entity| entity.class == Sort::Country).map(|_| number)
    };
    let mut known: FxHashMap<&str, Option<u32>> = FxHashMap::default();
    let tokens = reading.sentences.iter().cloned().flatten();
    tokens
        .filter_map(|token| {
            let mention = mentions.get(reading.owner(token)?)?;
            let place = mention.kind == ConceptKind::Place;
            let number = *known.entry(&mention.concept).or_insert_with(|| country(mention));
            Some((token, number.filter(|_| place)?))
        })
        .collect()
}

/// Whether a body can be meant at a token as far as countries go: «الحكومة» is the government of
/// the country that was named last.
fn is_of_nation(nations: &[(usize, u32)], concept: &str, at: usize) -> bool {
    let within = data::entity_number(concept).and_then(data::entity).and_then(|e| e.within);
    let last = nations[..nations.partition_point(|&(token, _)| token < at)].last();
    match (within, last) {
        (Some(own), Some(&(_, country))) => own == country,
        _ => true,
    }
}

/// The family name that a full name ends with, where it is no ordinary word.
fn family(reading: &Reading<'_>, last: usize) -> Option<String> {
    let key = reading.key(last);
    let name = matches!(reading.class(last), Class::Part | Class::Rare);
    (name && key.chars().count() >= LETTERS).then(|| key.to_owned())
}

/// Whether a token can be a family name: free, or a person by one name.
fn is_free_name(reading: &Reading<'_>, mentions: &[Mention], at: usize) -> bool {
    let Some(token) = reading.tokens.get(at) else { return false };
    if token.kind != TokenKind::Word {
        return false;
    }
    if reading.capitals && !reading.written(at).starts_with(char::is_uppercase) {
        return false;
    }
    match reading.owner(at).and_then(|owner| mentions.get(owner)) {
        None => true,
        Some(own) => own.kind == ConceptKind::Person && own.span == token.span,
    }
}

/// The word for what a thing is, as it stands alone: without the article and what binds it to the
/// rest of the name.
fn head_of(reading: &Reading<'_>, token: usize) -> Option<String> {
    let key = reading.without_article(token).unwrap_or(reading.key(token)).to_owned();
    let long = |key: &str| key.chars().count() >= LETTERS;
    let bare = reading.rules.head_endings.iter().find_map(|(ending, remains)| {
        let bare = format!("{}{remains}", key.strip_suffix(ending)?);
        long(&bare).then_some(bare)
    });
    let bare = bare.unwrap_or(key);
    // A name is no common noun.
    let common = matches!(reading.class(token), Class::Known | Class::Both);
    (common && long(&bare)).then_some(bare)
}

/// Heads that stand in construct with something that no list has: they mean more than one thing.
fn shared_heads<'h>(reading: &Reading<'_>, heads: &'h Bearers) -> FxHashSet<&'h str> {
    // Without an article, construct cannot be told from a noun by itself.
    if reading.article.is_empty() {
        return FxHashSet::default();
    }
    let bound = reading.by_word(|key| {
        let known = reading.bare(key).find_map(|form| heads.get_key_value(&*form));
        known.map(|(head, _)| head.as_str())
    });
    let with_next = reading.sentences.iter().flat_map(|s| s.start..s.end.saturating_sub(1));
    with_next
        .filter_map(|at| bound[reading.word(at)].map(|head| (at, head)))
        .filter(|&(at, _)| reading.is_free(at))
        .filter(|(at, _)| reading.tokens[at + 1].kind == TokenKind::Word)
        .filter(|(at, _)| reading.class(at + 1) != Class::Stop)
        .map(|(_, head)| head)
        .collect()
}

/// Whether a common noun means something known and goes on into no longer name: with the article or
/// a pointer before it, and with no adjective or name behind it.
pub(super) fn is_definite(reading: &Reading<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let next = at + 1;
    let last = next >= sentence.end || reading.tokens[next].kind != TokenKind::Word;
    let pointed = at > sentence.start && reading.is_pointer(at - 1);
    let key = reading.key(next);
    if !last && reading.rules.goes_on.iter().any(|word| fold::key(word) == key) {
        return false;
    }
    if !reading.article.is_empty() {
        let qualified = !last
            && (reading.owner(next).is_some()
                || (reading.key(next).starts_with(&reading.article)
                    && reading.class(next) != Class::Stop));
        return reading.without_article(at).is_some() && !qualified;
    }
    let free = last || reading.class(next) == Class::Stop;
    let upper = reading.capitals && !last && reading.written(next).starts_with(char::is_uppercase);
    if reading.rules.bare_is_definite {
        let named = !last && reading.owner(next).is_some();
        return if pointed { !named } else { free };
    }
    pointed && free && !upper
}
