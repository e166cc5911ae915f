//! What a text as a whole says about a name that may be a word, or the name of several things.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::data::{self, Class};
use crate::span::Span;

/// How far on the scale of weights a namesake may lie behind the best known thing of the name and
/// still be meant: «عمان» is Oman or Amman, but «باریس» no village.
const NAMESAKE_LAG: u8 = 1;

/// The names of a sentence.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) found: Vec<Hit>,
    /// Entities that were not taken, since nothing in the text vouched for them.
    pub(super) refused: Vec<u32>,
}

impl Reading {
    /// Whether it could end otherwise now that more of the text is known.
    pub(super) fn is_open(&self, context: &Context) -> bool {
        self.refused.iter().any(|&entity| context.may_vouch(entity))
            || self.found.iter().any(|hit| hit.shared)
    }
}

/// A name at a place of a sentence.
pub(super) struct Hit {
    pub(super) entity: u32,
    pub(super) span: Span,
    /// Its first token.
    pub(super) start: usize,
    /// The token after it.
    pub(super) end: usize,
    /// Whether other things bear the name as well.
    pub(super) shared: bool,
    /// Whether a word for its sort of thing stands before it or before the list that it is in.
    pub(super) introduced: bool,
}

/// The names that were found elsewhere in the text.
#[derive(Default)]
pub(super) struct Context {
    certain: FxHashSet<u32>,
    /// Countries, with the number of their mentions and of places and bodies in them, without
    /// names that something in another country bears too.
    homes: FxHashMap<u32, usize>,
}

impl Context {
    pub(super) fn of<'a>(hits: impl Iterator<Item = &'a Hit>) -> Self {
        let mut context = Self::default();
        for hit in hits {
            context.certain.insert(hit.entity);
            if let Some(home) = home(hit.entity).filter(|_| !hit.shared) {
                *context.homes.entry(home).or_default() += 1;
            }
        }
        context
    }

    /// Whether the text has another, certain, mention of the entity.
    pub(super) fn has(&self, entity: u32) -> bool {
        self.certain.contains(&entity)
    }

    /// Whether the text speaks of the country in which a place lies.
    pub(super) fn is_set_around(&self, entity: u32) -> bool {
        self.mentions_of_home(entity) > 0
    }

    /// Whether anything that was found could vouch for the entity.
    pub(super) fn may_vouch(&self, entity: u32) -> bool {
        self.has(entity) || self.is_set_around(entity)
    }

    /// The one of several things with one name that is meant, the best known first: the text speaks
    /// of the country of another one and not of the country of the first.
    pub(super) fn likeliest(&self, first: u32, others: &[u32]) -> u32 {
        if others.is_empty() || self.is_set_around(first) {
            return first;
        }
        let weight = |entity| data::entity(entity).map_or(0, |entity| entity.weight);
        let least = weight(first).saturating_sub(NAMESAKE_LAG);
        // Of equals the first, which is the better known.
        let likely = others.iter().filter(|&&other| weight(other) >= least).rev();
        likely
            .max_by_key(|&&other| self.mentions_of_home(other))
            .filter(|&&other| self.is_set_around(other))
            .map_or(first, |&other| other)
    }

    fn mentions_of_home(&self, entity: u32) -> usize {
        home(entity).and_then(|home| self.homes.get(&home)).copied().unwrap_or(0)
    }
}

/// The country that a thing is, lies in or belongs to.
pub(super) fn home(entity: u32) -> Option<u32> {
    let data::Entity { class, within, .. } = data::entity(entity)?;
    if class == Class::Country { Some(entity) } else { within }
}
