//! Other people of a known family name: «مايك سوليفان» where the lists know Sullivan as Jake.

use super::context;
use super::reading::{Class, Reading};
use crate::concept::{ConceptKind, FoundBy, Mention};
use crate::{data, fold, skeleton};

/// The most given names before a family name.
const GIVEN: usize = 3;

/// Persons whom a list has by their family name alone, and before whom stands a name that is not
/// theirs. A language with capitals shows by them where a name begins.
pub(super) fn find(reading: &Reading<'_>, mentions: &[Mention]) -> Vec<Mention> {
    if reading.capitals {
        return Vec::new();
    }
    let list = |key: &str| data::NAMES.get(&format!("{}:{key}", reading.lang.tag()));
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        for at in sentence.clone() {
            let Some(mention) = reading.owner(at).and_then(|owner| mentions.get(owner)) else {
                continue;
            };
            let is_family_name = mention.kind == ConceptKind::Person
                && mention.found_by == FoundBy::Gazetteer
                && reading.extent(at) == (at..at + 1)
                // With a particle before it, it is of another phrase: «قال مايك لسوليفان».
                && list(reading.key(at)).next().is_some();
            if !is_family_name {
                continue;
            }
            let is_given = |at: &usize| reading.is_free(*at) && reading.class(*at) == Class::Part;
            let given = (sentence.start..at).rev().take(GIVEN).take_while(is_given).count();
            let is_own = |at: usize| {
                let key = reading.key(at);
                let own = mention.name.split([' ', '-']).map(fold::key);
                own.into_iter().any(|own| skeleton::same_name(key, &own))
            };
            if given > 0 && !(at - given..at).any(is_own) {
                let tokens = at - given..at + 1;
                let name = context::name(reading, tokens.clone(), ConceptKind::Person);
                found.extend(name.and_then(|n| reading.mention(tokens, &n, FoundBy::Context)));
            }
        }
    }
    found
}
