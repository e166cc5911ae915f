//! Common nouns for what the text named before: «التنظيم», «این گروه», "the country".
//!
//! They are weak: a translator may as well repeat the name, or leave it out.

use rustc_hash::FxHashMap;

use super::reading::{Name, Reading, Sorts};
use super::short_name::is_definite;
use crate::concept::origin::rows;
use crate::concept::{ConceptKind, FoundBy, Mention};
use crate::data::{self, Class};
use crate::fold;

/// Sentences before it in which the thing is looked for.
const REACH: usize = 3;

/// Common nouns behind the names of what they stand for.
pub(super) fn find(reading: &Reading<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let mut known: FxHashMap<&str, Sorts> = FxHashMap::default();
    let mut named: Vec<Vec<(usize, Sorts, &Mention)>> = Vec::new();
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        let mut here: Vec<(usize, Sorts, &Mention)> = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            if let Some(mention) = reading.owner(at).and_then(|owner| mentions.get(owner)) {
                let sorts = match mention.is_listed() || mention.found_by == FoundBy::ShortName {
                    true => *known
                        .entry(&mention.concept)
                        .or_insert_with(|| sorts(&mention.concept, mention.kind)),
                    false => Sorts::default(),
                };
                here.push((at, sorts, mention));
                at = reading.extent(at).end;
                continue;
            }
            let sort = described(reading, at);
            if !sort.is_empty()
                && is_definite(reading, sentence, at)
                && is_pointed(reading, at, sentence.start)
                && !is_joined_to_name(reading, at, sentence.start)
                && let Some(mention) = last(&named, &here, sort)
            {
                found.extend(reading.mention(at..at + 1, &Name::of(mention), FoundBy::Description));
            }
            at += 1;
        }
        named.push(here);
    }
    found
}

/// Whether the language marks the noun as definite here; a bare noun is too little.
fn is_pointed(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    !reading.article.is_empty() || (at > start && reading.is_pointer(at - 1))
}

/// Whether the noun has something attached and stands directly behind a name: the next of a list,
/// «مكة والمدينة».
fn is_joined_to_name(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    at > start
        && reading.owner(at - 1).is_some()
        && !reading.article.is_empty()
        && !reading.key(at).starts_with(&reading.article)
}

/// The sorts that a noun stands for.
fn described(reading: &Reading<'_>, at: usize) -> Sorts {
    if !reading.is_free(at) {
        return Sorts::default();
    }
    let sorts =
        if reading.article.is_empty() { reading.sorts(at) } else { reading.definite_sorts(at) };
    Sorts(sorts.0 & !Sorts::PLACE.0)
}

/// What was named last of a sort; none where the sentence that names it names two.
fn last<'m>(
    before: &[Vec<(usize, Sorts, &'m Mention)>],
    here: &[(usize, Sorts, &'m Mention)],
    sort: Sorts,
) -> Option<&'m Mention> {
    let earlier = before.iter().rev().take(REACH).map(Vec::as_slice);
    for sentence in std::iter::once(here).chain(earlier) {
        let mut fitting =
            sentence.iter().filter(|(_, sorts, _)| !sorts.and(sort).is_empty()).map(|(.., m)| m);
        if let Some(first) = fitting.next() {
            return fitting.all(|other| other.concept == first.concept).then_some(*first);
        }
    }
    None
}

/// The sorts of a known thing: of a place what it is, of a body what its names say that it is.
fn sorts(concept: &str, kind: ConceptKind) -> Sorts {
    match kind {
        ConceptKind::Place => {
            let class = data::entity_number(concept).and_then(data::entity).map(|e| e.class);
            match class {
                Some(Class::Country) => Sorts::COUNTRY,
                Some(Class::Region) => Sorts::REGION,
                Some(Class::City) => Sorts::CITY,
                _ => Sorts::default(),
            }
        }
        ConceptKind::Organisation | ConceptKind::Group => {
            let mut all = 0;
            for form in rows(concept).iter().flat_map(|row| &row.forms) {
                let Some(module) = form.language.module() else { continue };
                let mut words = form.text.split_whitespace();
                let head = match module.naming().head_last {
                    true => words.next_back(),
                    false => words.next(),
                };
                let key = head.map(fold::key).unwrap_or_default();
                let article = fold::key(module.names().article);
                let bare = key.strip_prefix(&article).unwrap_or(&key);
                all |= Reading::sorts_of(form.language, bare).0;
            }
            Sorts(all & !Sorts::PLACES.0)
        }
        _ => Sorts::default(),
    }
}
