//! The shapes in which a language states its facts.

use crate::calendar::Calendar;

/// What tells a language from its neighbours before any folding.
#[derive(Debug, Default)]
pub struct DetectionRules {
    /// Letters that this language uses and its neighbours do not.
    pub own_letters: &'static [char],
    /// Letters that never stand in this language but for foreign words.
    pub foreign_letters: &'static [char],
    /// The most frequent words.
    pub frequent_words: &'static [&'static str],
}

/// What a reader of the language knows about pages and sentences.
#[derive(Debug, Default)]
pub struct SegmentationRules {
    /// Words before a full stop that does not end a sentence, without the stop.
    pub abbreviations: &'static [&'static str],
}

/// Number words.
#[derive(Debug, Default)]
pub struct Numerals {
    /// Words that add their value: units, teens, tens, hundreds.
    pub cardinals: &'static [(&'static str, u64)],
    /// Words that multiply what stands before them: thousand, million.
    pub scales: &'static [(&'static str, u64)],
    /// Words that say "per cent".
    pub percent: &'static [&'static str],
    /// Words that join the parts of one number ("and").
    pub joiners: &'static [&'static str],
}

/// Words of dates.
#[derive(Debug, Default)]
pub struct CalendarWords {
    /// Month names with calendar and number from 1.
    pub months: &'static [(&'static str, Calendar, u8)],
}

/// How names are written in running text.
#[derive(Debug, Default)]
pub struct NameRules {
    /// What may be written before the first word of a name in one piece with it, and what remains
    /// of it: ("لل", "ال") for the preposition that swallows the article.
    pub prefixes: &'static [(&'static str, &'static str)],
    /// The article where it is written in one piece with the name; a word that begins with it is
    /// likelier a name than an inflected word. Empty where there is none.
    pub article: &'static str,
    /// What may be written behind the last word of a name in one piece with it.
    pub suffixes: &'static [&'static str],
    /// Whether names begin with a capital letter.
    pub capitals: bool,
}
