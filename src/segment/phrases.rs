//! The phrases of all languages, ready for looking up.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::fold;
use crate::lang::{Lang, SegmentationRules};

/// Words in the longest phrase; spacing inside a word ("رسانه های") may make one more.
pub(super) const LONGEST: usize = 8;

/// What a phrase may be, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    pub(super) const LABEL: Self = Self(1);
    pub(super) const LIST: Self = Self(1 << 1);
    pub(super) const SECTION: Self = Self(1 << 2);
    pub(super) const FIELD: Self = Self(1 << 3);
    pub(super) const CAPTION: Self = Self(1 << 4);
    pub(super) const SOURCE: Self = Self(1 << 5);
    pub(super) const BYLINE: Self = Self(1 << 6);
    pub(super) const WEAK_BYLINE: Self = Self(1 << 7);
    pub(super) const DATE: Self = Self(1 << 8);
    pub(super) const ATTRIBUTION: Self = Self(1 << 9);
    pub(super) const PLAIN: Self = Self(1 << 10);
    pub(super) const OUTLET_WORD: Self = Self(1 << 11);
    pub(super) const OUTLET: Self = Self(1 << 12);
    pub(super) const AUTHORITY: Self = Self(1 << 13);
    pub(super) const HOME: Self = Self(1 << 14);
    pub(super) const NETWORK: Self = Self(1 << 15);
    pub(super) const INVITATION: Self = Self(1 << 16);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two sets share a class.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Folded phrases without spaces, for pages write "رسانه های", "رسانه‌های" and "أ ف ب", "أ.ف.ب".
struct Table {
    classes: FxHashMap<String, Class>,
    particles: Vec<String>,
    /// Bytes of the longest phrase.
    longest: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { classes: FxHashMap::default(), particles: Vec::new(), longest: 0 };
    for language in Lang::known() {
        let rules = language.segmentation();
        for (phrases, class) in lists(rules) {
            for phrase in phrases {
                let entry = table.classes.entry(compact(phrase)).or_default();
                *entry = entry.or(class);
            }
        }
        table.particles.extend(rules.particles.iter().map(|particle| fold::key(particle)));
    }
    table.longest = table.classes.keys().map(String::len).max().unwrap_or(0);
    table
});

const fn lists(rules: &SegmentationRules) -> [(&'static [&'static str], Class); 17] {
    [
        (rules.labels, Class::LABEL),
        (rules.list_labels, Class::LIST),
        (rules.sections, Class::SECTION),
        (rules.fields, Class::FIELD),
        (rules.captions, Class::CAPTION),
        (rules.source_labels, Class::SOURCE),
        (rules.bylines, Class::BYLINE),
        (rules.weak_bylines, Class::WEAK_BYLINE),
        (rules.date_words, Class::DATE),
        (rules.attributions, Class::ATTRIBUTION),
        (rules.plain_attributions, Class::PLAIN),
        (rules.outlet_words, Class::OUTLET_WORD),
        (rules.outlets, Class::OUTLET),
        (rules.authorities, Class::AUTHORITY),
        (rules.invitations, Class::INVITATION),
        (rules.homes, Class::HOME),
        (rules.networks, Class::NETWORK),
    ]
}

fn compact(phrase: &str) -> String {
    fold::key(phrase).chars().filter(|c| c.is_alphanumeric() || *c == '\'').collect()
}

/// What the words together are.
pub(super) fn classify(words: &[&str]) -> Class {
    TABLE.classes.get(&words.concat()).copied().unwrap_or_default()
}

/// How many words at the beginning make the longest phrase of a class; 0 where none does.
pub(super) fn prefix(words: &[&str], class: Class) -> usize {
    let mut phrase = String::with_capacity(TABLE.longest);
    let mut found = 0;
    for (at, word) in words.iter().take(LONGEST).enumerate() {
        if phrase.len() + word.len() > TABLE.longest {
            break;
        }
        phrase.push_str(word);
        if TABLE.classes.get(&phrase).is_some_and(|of| of.meets(class)) {
            found = at + 1;
        }
    }
    found
}

/// How many words at the end make the longest phrase of a class; 0 where none does.
pub(super) fn suffix(words: &[&str], class: Class) -> usize {
    let most = words.len().min(LONGEST);
    let is_phrase = |&count: &usize| classify(&words[words.len() - count..]).meets(class);
    (1..=most).rev().find(is_phrase).unwrap_or(0)
}

/// The same as [`prefix`], where a particle may be attached to the first word.
pub(super) fn prefix_with_particle(words: &[&str], class: Class) -> usize {
    let plain = prefix(words, class);
    let Some((first, rest)) = words.split_first() else { return plain };
    let stripped = |particle: &String| {
        let first = first.strip_prefix(particle.as_str()).filter(|rest| !rest.is_empty())?;
        let words: Vec<&str> = std::iter::once(first).chain(rest.iter().copied()).collect();
        Some(prefix(&words[..words.len().min(LONGEST)], class))
    };
    TABLE.particles.iter().filter_map(stripped).fold(plain, usize::max)
}

/// The bytes of the particle with which a word that is written together with one begins.
pub(super) fn particle(word: &str) -> usize {
    let particles = TABLE.particles.iter().filter(|particle| word.starts_with(particle.as_str()));
    particles.map(String::len).max().unwrap_or(0)
}

/// Whether the words are phrases of a class from end to end.
pub(super) fn covered(words: &[&str], class: Class) -> bool {
    let mut rest = words;
    while !rest.is_empty() {
        match prefix(rest, class) {
            0 => return false,
            n => rest = &rest[n..],
        }
    }
    !words.is_empty()
}
