//! The shapes in which a language states its facts.

use crate::calendar::Calendar;

/// The scripts that detection tells apart before anything else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// Latin letters, with or without accents.
    #[default]
    Latin,
    /// Letters of the Arabic script, whatever the language.
    Arabic,
}

/// What tells a language from its neighbours before any folding.
///
/// The code points of kaf and yeh are no evidence for or against anything: they tell the keyboard.
#[derive(Debug, Default)]
pub struct DetectionRules {
    /// The script in which the language is written.
    pub script: Script,
    /// Letters that this language uses and its neighbours do not, or seldom.
    pub own_letters: &'static [char],
    /// Letters that never stand in this language but for foreign words.
    pub foreign_letters: &'static [char],
    /// The most frequent words.
    pub frequent_words: &'static [&'static str],
    /// Beginnings that many words of the language share.
    pub prefixes: &'static [&'static str],
    /// Endings that many words of the language share.
    pub suffixes: &'static [&'static str],
}

/// What a reader of the language knows about pages and sentences.
///
/// Phrases are compared word by word after folding; marks and spacing between the words do not
/// count. Pages mix languages ("Next Post" under an Arabic article), so the phrases of all
/// languages are looked for in every text.
#[derive(Debug, Default)]
pub struct SegmentationRules {
    /// Words before a full stop that does not end a sentence, without the last stop.
    pub abbreviations: &'static [&'static str],
    /// Lines that a page puts around an article, word for word: "Share", "انتهای پیام".
    pub labels: &'static [&'static str],
    /// Labels under which a page lists other articles: "Read more", "قد يعجبك أيضا".
    pub list_labels: &'static [&'static str],
    /// Names of sections, which stand above a headline: "Politics", "سياسة".
    pub sections: &'static [&'static str],
    /// Labels that go on with a value after a colon or with figures: "کد خبر", "Tags".
    pub fields: &'static [&'static str],
    /// Labels before a caption or the credit of a picture: "Photo", "عکس".
    pub captions: &'static [&'static str],
    /// Labels before the name of where the text comes from: "Source", "المصدر".
    pub source_labels: &'static [&'static str],
    /// Words before the author's name that say nothing else: "بقلم", "By".
    pub bylines: &'static [&'static str],
    /// Words that stand before an author's name but also begin headlines: "تقرير", "Analysis".
    pub weak_bylines: &'static [&'static str],
    /// Words that, with figures and month names, make a line that is only a date: weekdays, "GMT".
    pub date_words: &'static [&'static str],
    /// Beginnings of phrases that say where an article comes from: «به نقل از», "نقلاً عن".
    pub attributions: &'static [&'static str],
    /// Those of them that need no known outlet to follow.
    pub plain_attributions: &'static [&'static str],
    /// Words for kinds of outlets: "وكالة", «خبرگزاری», "newspaper".
    pub outlet_words: &'static [&'static str],
    /// Names and signatures of agencies and outlets.
    pub outlets: &'static [&'static str],
    /// Particles that are written together with the word behind them: "لوكالة".
    pub particles: &'static [&'static str],
    /// Words after which a phrase quotes an authority or a person, and not an outlet.
    pub authorities: &'static [&'static str],
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
