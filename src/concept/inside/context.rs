//! Names that no list holds, by what stands beside them.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::reading::{Class, Name, Reading, Sorts};
use crate::concept::{ConceptKind, FoundBy, Mention};
use crate::fold;
use crate::segment::TokenKind;

/// The most words of a name.
const MOST_WORDS: usize = 5;
/// The most words between quotation marks that are a name behind a word for its sort.
const MOST_QUOTED: usize = 4;
/// Letters of the shortest name of one word that no list of names has.
const LETTERS: usize = 3;

/// Names by their context, and their other occurrences.
pub(super) fn find(reading: &Reading<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let name = quoted(reading, sentence, at)
                .or_else(|| person(reading, mentions, sentence, at))
                .or_else(|| place(reading, sentence, at));
            match name {
                Some((tokens, kind)) => {
                    at = tokens.end;
                    found.push((tokens, kind));
                }
                None => at += 1,
            }
        }
    }
    let mut again = occurrences(reading, &found);
    let named = found.into_iter().filter_map(|(tokens, kind)| {
        let name = name(reading, tokens.clone(), kind)?;
        reading.mention(tokens, &name, FoundBy::Context)
    });
    // At one place the first of two is kept: what the context says.
    let mut all: Vec<Mention> = named.collect();
    all.append(&mut again);
    all
}

/// The name that some tokens are.
pub(super) fn name(reading: &Reading<'_>, tokens: Range<usize>, kind: ConceptKind) -> Option<Name> {
    let letters: String = (tokens.clone().map(|at| reading.key(at)))
        .flat_map(|key| key.chars().filter(|c| c.is_alphanumeric()))
        .collect();
    let written = reading.span(tokens)?.of(reading.text).to_owned();
    Some(Name { concept: format!("name:{letters}"), kind, name: written })
}

/// Words in quotation marks behind a word for a sort of organisation: «روزنامه «فردا»».
fn quoted(
    reading: &Reading<'_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<(Range<usize>, ConceptKind)> {
    let close = match reading.written(at) {
        "«" => "»",
        "“" => "”",
        "\"" => "\"",
        _ => return None,
    };
    let before = at.checked_sub(1).filter(|before| sentence.contains(before))?;
    let sorts = reading.sorts(before);
    let organisation = sorts.0 & !Sorts::PLACES.0 != 0;
    if !organisation || reading.owner(before).is_some() {
        return None;
    }
    let end = (at + 1..sentence.end.min(at + 2 + MOST_QUOTED))
        .find(|&end| !reading.is_free(end))
        .filter(|&end| end > at + 1 && reading.written(end) == close)?;
    Some((at + 1..end, ConceptKind::Organisation))
}

/// A personal name that begins at a token.
fn person(
    reading: &Reading<'_>,
    mentions: &[Mention],
    sentence: &Range<usize>,
    at: usize,
) -> Option<(Range<usize>, ConceptKind)> {
    if !reading.is_free(at) {
        return None;
    }
    if reading.capitals {
        return capitals(reading, sentence, at);
    }
    let opener = reading.is_opener(at);
    let titled = at > sentence.start && reading.ends_title(sentence, at - 1);
    if !opener && !titled && !(at..sentence.end.min(at + MOST_WORDS)).any(|at| reading.is_part(at))
    {
        return None;
    }
    let class = reading.class(at);
    if !opener && !matches!(class, Class::Part | Class::Both | Class::Rare) {
        return None;
    }
    let (end, run) = run(reading, sentence, at, opener)?;
    let words = run.parts + run.both + run.rare;
    let likely = if titled {
        run.parts > 0 && (words > 1 || class == Class::Part)
            || (words > 1 && run.rare > 0 && class != Class::Both)
            || (class == Class::Rare
                && reading.is_address(at - 1)
                && is_long(reading, at)
                && reading.count(at) > 1)
    } else {
        (words > 1 && (run.parts > 1 || run.joints > 0))
            || (opener && run.parts + run.rare > 0)
            || (run.parts > 0
                && words > 1
                && is_titled_over_mention(reading, mentions, sentence, at))
    };
    // Part of a longer name that a list has, or of a title.
    let part = reading.owner(end).filter(|_| end < sentence.end).and_then(|o| mentions.get(o));
    let part = part.is_some_and(|next| next.kind == ConceptKind::Person)
        || (words == 1 && reading.ends_title(sentence, at));
    // «فريق» is a rank and a team.
    let team = titled && reading.sorts(at - 1).0 & !Sorts::PLACES.0 != 0;
    let kind = if team { ConceptKind::Organisation } else { ConceptKind::Person };
    (likely && !part).then_some((at..end, kind))
}

/// What a run of words is made of.
#[derive(Default)]
struct Run {
    parts: usize,
    both: usize,
    rare: usize,
    joints: usize,
}

/// The run of words that can be one personal name, from a token on.
fn run(
    reading: &Reading<'_>,
    sentence: &Range<usize>,
    start: usize,
    opener: bool,
) -> Option<(usize, Run)> {
    let mut run = Run::default();
    let (mut at, mut end) = (start, start);
    let mut open = opener;
    while at < sentence.end && at - start < MOST_WORDS && reading.is_free(at) {
        let joint = reading.is_joint(at);
        if (joint && at > start) || (opener && at == start) {
            run.joints += usize::from(joint && at > start);
            open = true;
            at += 1;
            continue;
        }
        let surname = at > start && {
            let key = reading.key(at);
            !reading.article.is_empty() && key.starts_with(&reading.article)
        };
        match reading.class(at) {
            Class::Part => run.parts += 1,
            Class::Both => run.both += 1,
            // Behind two words a third one that no list has is likelier a verb, but for one with
            // the article, which is a surname.
            // What stands behind «بن» is a name, whatever else it is.
            Class::Known if open && run.joints > 0 => run.rare += 1,
            Class::Rare if open || at - start < 2 || surname => run.rare += 1,
            _ => break,
        }
        open = false;
        at += 1;
        end = at;
    }
    (end > start).then_some((end, run))
}

fn is_long(reading: &Reading<'_>, token: usize) -> bool {
    let key = reading.key(token);
    let article = !reading.article.is_empty() && key.starts_with(&reading.article);
    !article && key.chars().count() >= LETTERS
}

/// Whether a title stands before the token with a country or body between: «وزير الدفاع الروسي».
fn is_titled_over_mention(
    reading: &Reading<'_>,
    mentions: &[Mention],
    sentence: &Range<usize>,
    at: usize,
) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| sentence.contains(before)) else {
        return false;
    };
    let Some(owner) = reading.owner(before) else { return false };
    let kind = mentions.get(owner).map(|mention| mention.kind);
    let body =
        matches!(kind, Some(ConceptKind::Place | ConceptKind::Organisation | ConceptKind::Group));
    let start = reading.extent(before).start;
    body && start > sentence.start && reading.ends_title(sentence, start - 1)
}

/// A name in a language that writes names with capitals.
fn capitals(
    reading: &Reading<'_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<(Range<usize>, ConceptKind)> {
    let upper =
        |at: usize| reading.is_free(at) && reading.written(at).starts_with(char::is_uppercase);
    let whole = |at: usize| matches!(reading.class(at), Class::Part | Class::Rare);
    if !upper(at) || !whole(at) {
        return None;
    }
    // The first word of a sentence has a capital whatever it is.
    let first = !(sentence.start..at).any(|at| reading.tokens[at].kind == TokenKind::Word);
    let mut end = at + 1;
    while end < sentence.end && end - at < MOST_WORDS && upper(end) {
        if !matches!(reading.class(end), Class::Part | Class::Rare | Class::Both) {
            break;
        }
        end += 1;
    }
    let parts = (at..end).filter(|&at| reading.class(at) == Class::Part).count();
    let titled = at > sentence.start && reading.ends_title(sentence, at - 1);
    // A word with a capital beside it makes another name of the whole.
    let neighbour =
        |at: usize| sentence.contains(&at) && reading.written(at).starts_with(char::is_uppercase);
    let alone = !neighbour(end) && (titled || at == 0 || !neighbour(at - 1));
    let several = end - at > 1;
    let kind = if titled || parts > 0 && several { ConceptKind::Person } else { ConceptKind::Name };
    let likely = (several && (!first || parts > 0))
        || (!first && is_long(reading, at) && reading.count(at) > 1)
        || (!first && titled);
    (alone && likely).then_some((at..end, kind))
}

/// A word that no list has behind a word for a sort of place.
fn place(
    reading: &Reading<'_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<(Range<usize>, ConceptKind)> {
    let before = at.checked_sub(1).filter(|before| sentence.contains(before))?;
    let sorts = match reading.sorts(before) {
        Sorts(0) => reading.attached_sorts(before),
        sorts => sorts,
    };
    // All countries are listed.
    let place = sorts.0 != 0 && sorts.0 & !(Sorts::PLACES.0 & !Sorts::COUNTRY.0) == 0;
    let unlisted = || reading.is_free(at) && reading.class(at) == Class::Rare;
    if !place || reading.capitals || reading.owner(before).is_some() || !unlisted() {
        return None;
    }
    let key = reading.key(at);
    let adjective = (reading.article.is_empty() || !key.starts_with(&reading.article))
        && reading.rules.adjective_endings.iter().any(|ending| key.ends_with(&fold::key(ending)));
    let compound = reading.written(at).contains('\u{200c}');
    (!adjective && !compound && key.chars().count() >= LETTERS)
        .then_some((at..at + 1, ConceptKind::Place))
}

/// Where else the text has the names that were found.
fn occurrences(reading: &Reading<'_>, found: &[(Range<usize>, ConceptKind)]) -> Vec<Mention> {
    let mut names: FxHashMap<&str, Vec<(Vec<&str>, Name)>> = FxHashMap::default();
    for (tokens, kind) in found {
        let keys: Vec<&str> = tokens.clone().map(|at| reading.key(at)).collect();
        // An ordinary word is a name only where the context says so.
        let known = tokens.clone().any(|at| reading.class(at) == Class::Known);
        let ordinary = tokens.len() == 1 && reading.class(tokens.start) != Class::Rare;
        let Some(name) = name(reading, tokens.clone(), *kind) else { continue };
        let list = names.entry(keys[0]).or_default();
        if !known && !ordinary && list.iter().all(|(known, _)| *known != keys) {
            list.push((keys, name));
        }
    }
    let mut again = Vec::new();
    if names.is_empty() {
        return again;
    }
    for names in names.values_mut() {
        names.sort_by_key(|(keys, _)| std::cmp::Reverse(keys.len()));
    }
    let starts = reading.by_word(|key| reading.bare(key).find_map(|form| names.get(&*form)));
    for sentence in &reading.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let hit = reading.is_free(at).then(|| {
                starts[reading.word(at)].into_iter().flatten().find(|(keys, _)| {
                    let tokens = at..at + keys.len();
                    tokens.end <= sentence.end
                        && tokens.clone().all(|at| reading.is_free(at))
                        && tokens.skip(1).zip(&keys[1..]).all(|(at, key)| reading.key(at) == *key)
                })
            });
            match hit.flatten() {
                Some((keys, name)) => {
                    again.extend(reading.mention(at..at + keys.len(), name, FoundBy::Context));
                    at += keys.len();
                }
                None => at += 1,
            }
        }
    }
    again
}
