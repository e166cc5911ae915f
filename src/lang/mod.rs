//! Languages: everything that is true of one language only.
//!
//! A language is a folder that implements [`Language`], a variant of [`Lang`], and one line in
//! `REGISTRY`. No other part of the program names a language. `example.rs` is a template to copy,
//! and `battery.rs` the tests that every language passes.

mod affix;
mod arabic;
#[cfg(test)]
mod battery;
mod english;
#[cfg(test)]
mod example;
mod neighbours;
mod persian;
mod rules;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

pub use rules::{
    CalendarWords, DayPart, DetectionRules, Manner, NameRules, NamingRules, NegationRules,
    Numerals, Script, SegmentationRules, SpeakerPlace, SpeechRules,
};

/// A language that the program can name, as BCP 47 tag in serialised form.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[non_exhaustive]
pub enum Lang {
    /// Modern Standard Arabic.
    #[serde(rename = "ar")]
    Arabic,
    /// Persian, Dari included.
    #[serde(rename = "fa")]
    Persian,
    /// English.
    #[serde(rename = "en")]
    English,
    /// None of the above, or not to be told: compared by what needs no grammar.
    #[default]
    #[serde(rename = "und")]
    Unknown,
}

/// Every language that has a module.
static REGISTRY: [&dyn Language; 3] = [&arabic::Arabic, &persian::Persian, &english::English];

/// Rules of languages that have no module but would be mistaken for one that has.
pub(crate) fn neighbours() -> impl Iterator<Item = &'static DetectionRules> {
    neighbours::NEIGHBOURS.iter()
}

impl Lang {
    /// The languages that have a module, in the order of the registry.
    pub fn known() -> impl Iterator<Item = &'static dyn Language> {
        REGISTRY.iter().copied()
    }

    /// The module of the language; none for [`Lang::Unknown`].
    pub fn module(self) -> Option<&'static dyn Language> {
        Self::known().find(|language| language.lang() == self)
    }

    /// The BCP 47 tag: `ar`, `fa`, `en`, `und`.
    pub fn tag(self) -> &'static str {
        self.module().map_or("und", |language| language.tags()[0])
    }

    /// The language of a BCP 47 tag or English name (`fa`, `fa-IR`, `prs`, `Persian`); none where
    /// no module claims it. `und` is [`Lang::Unknown`].
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        if primary.eq_ignore_ascii_case("und") || primary.eq_ignore_ascii_case("unknown") {
            return Some(Self::Unknown);
        }
        Self::known()
            .find(|language| {
                language.name().eq_ignore_ascii_case(tag)
                    || language.tags().iter().any(|known| known.eq_ignore_ascii_case(primary))
            })
            .map(|language| language.lang())
    }
}

/// Folded words of every language.
type Keys = Vec<(Lang, FxHashSet<String>)>;

fn keys(list: fn(&dyn Language) -> &'static [&'static str]) -> Keys {
    let keys = |language: &dyn Language| {
        list(language).iter().map(|word| crate::fold::key(word)).collect()
    };
    Lang::known().map(|language| (language.lang(), keys(language))).collect()
}

fn hold(keys: &Keys, lang: Lang, key: &str) -> bool {
    keys.iter().any(|(of, keys)| *of == lang && keys.contains(key))
}

/// Whether a folded word is so frequent in a language that sharing it says nothing.
pub(crate) fn is_stop_word(lang: Lang, key: &str) -> bool {
    static KEYS: LazyLock<Keys> = LazyLock::new(|| keys(|language| language.stop_words()));
    hold(&KEYS, lang, key)
}

/// Whether a folded word is one with which clauses begin.
pub(crate) fn opens_clause(lang: Lang, key: &str) -> bool {
    static KEYS: LazyLock<Keys> = LazyLock::new(|| keys(|language| language.clause_openers()));
    hold(&KEYS, lang, key)
}

/// Whether a folded word denies what its sentence says.
pub(crate) fn is_negation(lang: Lang, key: &str) -> bool {
    static KEYS: LazyLock<Vec<(Lang, Denials)>> = LazyLock::new(|| {
        let fold = |words: &[&str]| -> Vec<String> {
            words.iter().map(|word| crate::fold::key(word)).collect()
        };
        let denials = |rules: &NegationRules| Denials {
            words: fold(rules.words).into_iter().collect(),
            beginnings: fold(rules.beginnings),
            endings: fold(rules.endings),
        };
        Lang::known().map(|language| (language.lang(), denials(language.negation()))).collect()
    });
    KEYS.iter().any(|(of, denials)| *of == lang && denials.hold(key))
}

/// [`NegationRules`] with folded words.
struct Denials {
    words: FxHashSet<String>,
    beginnings: Vec<String>,
    endings: Vec<String>,
}

impl Denials {
    fn hold(&self, key: &str) -> bool {
        self.words.contains(key)
            || self.beginnings.iter().any(|part| key.starts_with(part.as_str()))
            || self.endings.iter().any(|part| key.ends_with(part.as_str()))
    }
}

/// The direction in which a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// All that the program has to know of a language.
///
/// Word lists are given in ordinary spelling; who looks words up in them folds both sides with
/// [`crate::fold::key`].
pub trait Language: Sync {
    /// Which language this is.
    fn lang(&self) -> Lang;

    /// The English name.
    fn name(&self) -> &'static str;

    /// BCP 47 tags that mean this language, the one to print first.
    fn tags(&self) -> &'static [&'static str];

    /// The direction of its script.
    fn direction(&self) -> Direction;

    /// Letters and words by which it is told from others.
    fn detection(&self) -> &'static DetectionRules;

    /// Sentence ends, abbreviations, page furniture and attributions.
    fn segmentation(&self) -> &'static SegmentationRules;

    /// Number words.
    fn numerals(&self) -> &'static Numerals;

    /// Month names, weekdays and eras.
    fn calendar(&self) -> &'static CalendarWords;

    /// What is written in one piece with a name.
    fn names(&self) -> &'static NameRules {
        static PLAIN: NameRules = NameRules::PLAIN;
        &PLAIN
    }

    /// How names are introduced and taken up again.
    fn naming(&self) -> &'static NamingRules {
        static NONE: LazyLock<NamingRules> = LazyLock::new(NamingRules::default);
        &NONE
    }

    /// Words with which clauses are likely to begin: conjunctions, «حيث».
    fn clause_openers(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether a folded word is a finite verb with which a clause is likely to end, in languages
    /// whose verb stands last.
    fn closes_clause(&self, _key: &str) -> bool {
        false
    }

    /// Words that deny.
    fn negation(&self) -> &'static NegationRules {
        static NONE: NegationRules = NegationRules { words: &[], beginnings: &[], endings: &[] };
        &NONE
    }

    /// Verbs and phrases that say who says something.
    fn speech(&self) -> &'static SpeechRules {
        static NONE: LazyLock<SpeechRules> = LazyLock::new(SpeechRules::default);
        &NONE
    }

    /// Words so frequent that sharing them says nothing.
    fn stop_words(&self) -> &'static [&'static str];

    /// Pushes the forms under which a folded word may stand in a dictionary, the likeliest first:
    /// the word itself, then the word without attached particles, pronouns and endings.
    ///
    /// It may push too many; a form that no dictionary holds does no harm.
    fn lemmas(&self, key: &str, forms: &mut Vec<String>);

    /// The word without what inflection adds, for comparing words that no dictionary holds.
    fn stem(&self, key: &str) -> String;
}
