//! What a stretch of text refers to, the same on both sides.

mod clock;
mod date;
mod date_text;
mod day;
pub(crate) mod digits;
mod figure;
pub(crate) mod gazetteer;
mod inside;
pub(crate) mod label;
pub(crate) mod latin;
pub mod lexicon;
pub(crate) mod link;
mod lookup;
mod number;
mod numeral;
mod origin;
pub(crate) mod place;
mod published;
mod recognise;
mod scan;
mod share;
pub(crate) mod unit;
mod user;
mod whole;
mod words;

use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Weekday};
use crate::document::Document;
use crate::segment::Segments;
use crate::span::Span;

pub use clock::same_time;
pub use date::{DateMatch, same_date};
pub use label::Labels;
pub use lookup::{Lookup, NamedEntity, Word, lookup};
pub use number::same_number;
pub use origin::{DataRow, Form, Origin, origin, rows};
pub use recognise::{Recognition, recognise};
pub use unit::Unit;
pub use user::{RowFault, UserWords};
pub(crate) use whole::whole_number;

/// One occurrence of a concept in a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it stands: whole words, attached particles included.
    pub span: Span,
    /// What it refers to; two mentions with one concept refer to the same thing.
    pub concept: String,
    /// What sort of thing that is.
    pub kind: ConceptKind,
    /// A name to show, in English where the data has one.
    pub name: String,
    /// The value of a number, a date or a time.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<Value>,
    /// What recognised it.
    pub found_by: FoundBy,
}

impl Mention {
    /// Whether it merely points to something named before, so that its absence on the other side
    /// says nothing.
    pub fn is_weak(&self) -> bool {
        self.found_by == FoundBy::Description
    }

    /// Whether it is no name by itself but by the rest of its text or by the other one.
    pub(crate) fn is_derived(&self) -> bool {
        matches!(
            self.found_by,
            FoundBy::Sound | FoundBy::Context | FoundBy::Introduced | FoundBy::ShortName
        )
    }

    /// Whether a table or glossary has the name as it stands in the text.
    pub(crate) fn is_listed(&self) -> bool {
        matches!(self.found_by, FoundBy::Gazetteer | FoundBy::Glossary)
    }
}

/// What sort of thing a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ConceptKind {
    /// A country, city, river, region.
    Place,
    /// A person.
    Person,
    /// A state body, company, party, outlet, armed group.
    Organisation,
    /// A people, a religious or ethnic group.
    Group,
    /// A war, treaty, tournament.
    Event,
    /// A name of which nothing more is known.
    Name,
    /// A number, with or without a unit.
    Number,
    /// A date or a part of one, a time of day.
    Date,
}

impl ConceptKind {
    /// Whether it is a proper name.
    pub const fn is_name(self) -> bool {
        !matches!(self, Self::Number | Self::Date)
    }
}

/// The value of a number, a date or a time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "type")]
pub enum Value {
    /// A number by value.
    Number {
        /// The value, scale words applied ("1.5 million" is 1500000); a percentage is not divided.
        value: f64,
        /// Whether it is a percentage.
        percent: bool,
        /// Whether the text writes it in digits.
        written: Written,
        /// Whether it numbers a thing and does not count: 20th, الحادي والعشرون.
        #[serde(default)]
        ordinal: bool,
        /// Whether the text gives it as a rough one or as a limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        approx: Option<Approx>,
        /// The unit beside it, where there is one beyond doubt.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<Quantity>,
    },
    /// A date: in the Gregorian calendar where year, month and day are known, else in the calendar
    /// in which it is written. A weekday alone has neither year, month nor day, and so has a day
    /// counted from that of the article ("yesterday") where that is not known.
    Date {
        /// Calendar in which the text writes it.
        written: Calendar,
        /// Year.
        year: Option<i32>,
        /// Month from 1.
        month: Option<u8>,
        /// Day of the month from 1.
        day: Option<u8>,
        /// The weekday that the text names.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        weekday: Option<Weekday>,
        /// Where the text counts from the day of the article ("yesterday", "last Thursday"): by how
        /// many days.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        relative: Option<i16>,
    },
    /// A time of day.
    Time {
        /// The hour from 0 to 23.
        hour: u8,
        /// The minute from 0 to 59.
        minute: u8,
        /// Whether it is that hour and not the same of the other half of the day: 15:30, 3 p.m.
        exact: bool,
    },
}

/// How exact a number is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Approx {
    /// About, nearly.
    About,
    /// More than, at least.
    More,
    /// Less than, up to.
    Less,
}

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The unit of the text.
    pub unit: Unit,
    /// The number in the base unit of its dimension: see [`Unit::base`].
    pub base: f64,
}

impl Value {
    /// Whether translators render it freely, so that its absence on the other side says little:
    /// small numbers in words (a dual, "both"), ordinals, weekdays, days counted from that of the
    /// article.
    pub const fn is_weak(&self) -> bool {
        match *self {
            Self::Number { value, written, ordinal, percent, .. } => {
                ordinal || (matches!(written, Written::Words) && value <= 12.0 && !percent)
            }
            Self::Date { year, month, day, relative, .. } => {
                relative.is_some() || (year.is_none() && month.is_none() && day.is_none())
            }
            Self::Time { .. } => false,
        }
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Written {
    /// In digits, with or without scale words.
    Digits,
    /// In words alone.
    Words,
}

/// What recognised a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FoundBy {
    /// A row of the gazetteer.
    Gazetteer,
    /// A row of a glossary of the user.
    Glossary,
    /// Digits or number words.
    Number,
    /// A date pattern.
    Date,
    /// Letters of another script, as names and brands are often left.
    Latin,
    /// The same name on the other side, by letters or sound.
    Sound,
    /// Words around it that stand beside names: a title, a sort of place, a patronymic.
    Context,
    /// The text itself, which gives it as another name of something: «قوات … (قسد)».
    Introduced,
    /// A part of a name that the text has in full before: a family name, «المجلس».
    ShortName,
    /// A common noun for something named before: «این گروه». See [`Mention::is_weak`].
    Description,
}

/// The numbers and dates of a stretch of text, for tests of what is built upon them.
#[cfg(test)]
pub(crate) fn figures_of(
    text: &str,
    lang: crate::lang::Lang,
    published: Option<i64>,
) -> Vec<Mention> {
    let tokens = crate::segment::word::tokenize(text, Span::new(0, text.len()));
    figure::figures(text, &tokens, lang, published)
}

/// All mentions in the content sentences of a document, in order and without overlap.
pub(crate) fn mentions(
    document: &Document,
    segments: &Segments,
    words: &UserWords,
) -> Vec<Mention> {
    let listed = gazetteer::names(&document.text, segments, document.lang);
    mentions_beside(document, segments, words, listed)
}

/// The same with the names that the lists of the program hold.
pub(crate) fn mentions_beside(
    document: &Document,
    segments: &Segments,
    words: &UserWords,
    listed: Vec<Mention>,
) -> Vec<Mention> {
    // First of equals: what the user says wins.
    let mut found = words.mentions(&document.text, segments, document.lang);
    found.extend(listed);
    found.extend(latin::latin(&document.text, segments, document.lang, &found));
    let published = published::published(document, segments);
    for paragraph in segments.paragraphs.iter().filter(|p| p.role.is_content()) {
        for sentence in &segments.sentences[paragraph.sentences.clone()] {
            let tokens = segments.tokens_in(sentence);
            found.extend(figure::figures(&document.text, tokens, document.lang, published));
        }
    }
    // Of two that overlap the longer one is meant; of equals the user's, and a name before a figure.
    let own = |m: &Mention| m.found_by == FoundBy::Glossary;
    found.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), !own(m), m.kind));
    let mut kept: Vec<Mention> = Vec::with_capacity(found.len());
    for mention in found {
        match kept.last_mut() {
            Some(last) if last.span.overlaps(mention.span) => {
                let wins = match (own(&mention), own(last)) {
                    (true, false) => !last.span.contains(mention.span),
                    // The longest name counts; of one stretch the user's.
                    (false, true) => mention.span.contains(last.span) && mention.span != last.span,
                    _ => mention.span.len() > last.span.len(),
                };
                if wins {
                    *last = mention;
                }
            }
            _ => kept.push(mention),
        }
    }
    inside::complete(document, segments, &mut kept);
    kept
}
