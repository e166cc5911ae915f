//! What a named thing has to do with countries: what it is, where it lies, to whom it belongs.

use crate::data::{self, Class};
use crate::fold;
use crate::lang::Lang;

/// Bit of a posting that stands for an adjective; `build/names.rs` writes it.
const DEMONYM: u32 = 2;
/// Letters of the shortest name that is looked for inside a word.
const GLUED: usize = 4;

/// A known thing as far as places are concerned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    number: u32,
    class: Class,
    within: Option<u32>,
    /// How well it is known, 0 to 9.
    pub(crate) weight: u8,
}

impl Standing {
    /// The standing of a concept; none where the tables do not have it.
    pub(crate) fn of(concept: &str) -> Option<Self> {
        let number = data::entity_number(concept)?;
        let data::Entity { class, within, weight, .. } = data::entity(number)?;
        Some(Self { number, class, within, weight })
    }

    /// Whether it is a country.
    pub(crate) fn is_country(self) -> bool {
        self.class == Class::Country
    }

    /// The number of the country that it is, or to which a body belongs.
    pub(crate) fn nation(self) -> Option<u32> {
        match self.class {
            Class::Country => Some(self.number),
            Class::Body => self.within,
            _ => None,
        }
    }

    /// Whether a word begins or ends with one of its names in the language, and the rest was stuck
    /// to it by accident.
    pub(crate) fn is_part_of(self, lang: Lang, word: &str) -> bool {
        let named = |part: &str| {
            let list = || data::NAMES.get(&format!("{}:{part}", lang.tag()));
            part.chars().nth(GLUED - 1).is_some()
                && list().any(|posting| posting >> 12 == self.number)
        };
        word.char_indices().skip(1).any(|(at, _)| named(&word[..at]) || named(&word[at..]))
    }

    /// Whether `written` is a name of it and not merely an adjective or a people («السوري»).
    pub(crate) fn is_named_by(self, lang: Lang, written: &str) -> bool {
        let key: String = fold::key(written).chars().filter(|c| c.is_alphanumeric()).collect();
        let article =
            lang.module().map_or(String::new(), |module| fold::key(module.names().article));
        let bare = key.strip_prefix(&article).unwrap_or(&key);
        [key.as_str(), bare].into_iter().any(|key| {
            let mut list = data::NAMES.get(&format!("{}:{key}", lang.tag()));
            list.any(|posting| posting >> 12 == self.number && posting & DEMONYM == 0)
        })
    }

    /// Whether it is a town.
    pub(crate) fn is_city(self) -> bool {
        self.class == Class::City
    }

    /// Whether one of two stands for the other: a country and its capital, region, government,
    /// army or party («دمشق», «الجيش السوري» and «سوریه»).
    pub(crate) fn implies(self, other: Self) -> bool {
        self.number == other.number
            || self.within == Some(other.number)
            || other.within == Some(self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::NAMES;
    use crate::fold::key;

    /// What an English name stands for.
    fn standing(name: &str) -> Standing {
        let name: String = key(name).chars().filter(|c| c.is_alphanumeric()).collect();
        let posting = NAMES.get(&format!("en:{name}")).next().expect("a name");
        Standing::of(data::entity(posting >> 12).expect("an entity").id).expect("a standing")
    }

    #[test]
    fn parts_of_a_country_imply_it() {
        for (part, country) in [
            ("Damascus", "Syria"),
            ("Beijing", "China"),
            ("Syrian Army", "Syria"),
            ("Pentagon", "United States"),
            ("France", "France"),
        ] {
            assert!(standing(part).implies(standing(country)), "{part}");
            assert!(standing(country).implies(standing(part)), "{part}");
        }
    }

    #[test]
    fn an_adjective_does_not_name_its_country() {
        for (country, adjective) in
            [("Nigeria", "Nigerian"), ("Pakistan", "Pakistani"), ("Japan", "Japanese")]
        {
            assert!(standing(country).is_named_by(Lang::English, country), "{country}");
            assert!(!standing(country).is_named_by(Lang::English, adjective), "{adjective}");
        }
    }

    #[test]
    fn other_places_do_not() {
        for (one, other) in [
            ("Damascus", "Iraq"),
            ("Syria", "Iraq"),
            ("Damascus", "Aleppo"),
            ("Syrian Army", "Lebanon"),
        ] {
            assert!(!standing(one).implies(standing(other)), "{one}");
        }
        assert!(standing("Syria").is_country() && standing("Guyana").is_country());
        assert!(!standing("Damascus").is_country() && standing("Damascus").is_city());
    }
}
