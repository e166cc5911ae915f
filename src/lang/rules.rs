//! The shapes in which a language states its facts.

use crate::calendar::{Calendar, Weekday};

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
    /// Those of them that are words as well, and abbreviations before figures only: "no".
    pub before_figures: &'static [&'static str],
    /// Lines that a page puts around an article, word for word: "Share", "انتهای پیام".
    pub labels: &'static [&'static str],
    /// Labels under which a page lists other articles: "Read more", "قد يعجبك أيضا".
    pub list_labels: &'static [&'static str],
    /// Phrases that ask the reader to do something on the page or keep its rights: "click here",
    /// "للاشتراك في نشرتنا". A short line that begins or ends with one is furniture, and behind the
    /// end of the article a line that has one anywhere.
    pub invitations: &'static [&'static str],
    /// Names of sections, which stand above a headline: "Politics", "سياسة".
    pub sections: &'static [&'static str],
    /// Names of the first page, with which a breadcrumb begins: "Home", «صفحه نخست».
    pub homes: &'static [&'static str],
    /// Networks on which articles are shared; two of them on a line make it a row of buttons.
    pub networks: &'static [&'static str],
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

/// Number words and the grammar that joins them.
#[derive(Debug, Default)]
pub struct Numerals {
    /// Words that add their value: units, teens, tens, hundreds.
    pub cardinals: &'static [(&'static str, u64)],
    /// Words that multiply what stands before them, and count once where nothing does: thousand.
    pub scales: &'static [(&'static str, u64)],
    /// Scale words that say nothing exact without a number before them: thousands, آلاف.
    pub plural_scales: &'static [(&'static str, u64)],
    /// Duals of scale words, with the value of the scale: ألفان is 1000 here.
    pub dual_scales: &'static [(&'static str, u64)],
    /// Words that number things, up to the tens: third, سوم, الثالث.
    pub ordinals: &'static [(&'static str, u64)],
    /// Parts of one that stand beside scales, in hundredths: half is 50.
    pub fractions: &'static [(&'static str, u64)],
    /// Shares that one word says, as numerator and denominator: ثلث, ثلثا.
    pub shares: &'static [(&'static str, u64, u64)],
    /// Words behind a small number that make a share of it, with the denominator: thirds, سوم.
    pub denominators: &'static [(&'static str, u64)],
    /// Words or phrases for a half that is a share of something: "half of". A single word counts
    /// before the article only, in languages that write it in one piece.
    pub halves: &'static [&'static str],
    /// Duals of units, with the singular: عامان.
    pub dual_units: &'static [(&'static str, &'static str)],
    /// Phrases before a number that make it a rough one: about, nearly.
    pub about: &'static [&'static str],
    /// Phrases before a number that make it the least: more than, at least.
    pub more: &'static [&'static str],
    /// Phrases before a number that make it the most: less than, up to.
    pub less: &'static [&'static str],
    /// The same behind a number or the word that it counts: على الأقل, "or more".
    pub about_after: &'static [&'static str],
    /// See [`Numerals::about_after`].
    pub more_after: &'static [&'static str],
    /// See [`Numerals::about_after`].
    pub less_after: &'static [&'static str],
    /// Words for the decades of the twentieth century, with their first year of it.
    pub decades: &'static [(&'static str, u64)],
    /// Words that say "per cent".
    pub percent: &'static [&'static str],
    /// Words that join the parts of one number ("and").
    pub joiners: &'static [&'static str],
    /// Particles written together with the word behind them; a joiner among them joins.
    pub particles: &'static [&'static str],
    /// The particle that is the article.
    pub article: Option<&'static str>,
    /// Words before a number that make it negative.
    pub minus: &'static [&'static str],
    /// Words between the ends of a range ("to").
    pub ranges: &'static [&'static str],
    /// Words before the first of two numbers that "and" joins to a range: بين 20 و30.
    pub between: &'static [&'static str],
    /// Words beside a time of day: 7.30 stands for hours and minutes there.
    pub clock_words: &'static [&'static str],
    /// Letters directly behind digits that multiply them: 5k, 2bn.
    pub suffix_scales: &'static [(&'static str, u64)],
    /// Letters directly behind digits that multiply them where a currency sign stands before: $5m.
    pub money_scales: &'static [(&'static str, u64)],
    /// Letters directly behind digits that make an ordinal of them: 20th, ۲۰مین.
    pub ordinal_suffixes: &'static [&'static str],
    /// Number words that mean something else as well, and count as parts of longer numbers only.
    pub only_compound: &'static [&'static str],
    /// Words that look like numbers with particles and are none; without vowel signs.
    pub traps: &'static [&'static str],
    /// Phrases that hold number words and no number.
    pub trap_phrases: &'static [&'static str],
    /// Words behind a number word that take its value away: "two thirds", سه شنبه.
    pub not_before: &'static [&'static str],
    /// Words before a bare scale that make it inexact: several thousand.
    pub indefinite: &'static [&'static str],
    /// Words before a number of two digits that make it a decade.
    pub decade_words: &'static [&'static str],
    /// Names of letters that spell an abbreviation when they stand beside a number word: بی بی سی.
    pub letter_names: &'static [&'static str],
    /// Phrases between a part and the whole: 4 "out of" 5.
    pub out_of: &'static [&'static str],
    /// Words for a number that is not told: dozens, عشرات. Words of scales in the plural belong to
    /// [`Numerals::plural_scales`] and may stand here as well.
    pub vague: &'static [&'static str],
    /// Whether units stand before tens: ثلاثة وعشرون.
    pub units_first: bool,
    /// Whether parts are added without a joiner: "two thousand five hundred".
    pub bare_addition: bool,
    /// Whether a slash may stand for the decimal point: ۲/۵.
    pub slash_decimal: bool,
    /// Whether a comma may stand for the decimal point.
    pub comma_decimal: bool,
}

/// A part of the day, which tells 3 o'clock from 15 o'clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// Midnight to noon.
    Morning,
    /// Late morning to early afternoon.
    Noon,
    /// Noon to midnight.
    Afternoon,
    /// Evening to early morning.
    Night,
}

/// Words of dates and times.
#[derive(Debug, Default)]
pub struct CalendarWords {
    /// Names of the days of the week.
    pub weekdays: &'static [(&'static str, Weekday)],
    /// Those of them that mean something else as well: a word for "day", or one that goes with
    /// days, has to stand beside them.
    pub ambiguous_weekdays: &'static [&'static str],
    /// Words before a weekday: يوم, روز, "on".
    pub day_words: &'static [&'static str],
    /// Days counted from that of the article: yesterday is -1.
    pub relative_days: &'static [(&'static str, i16)],
    /// Phrases that begin like such a day and are none.
    pub day_traps: &'static [&'static str],
    /// Words beside a weekday that make it the last one before the article: الماضي, "last".
    pub past: &'static [&'static str],
    /// Words beside a weekday that make it the first one behind the article: المقبل, "next".
    pub future: &'static [&'static str],
    /// Words behind which a number is a time of day: الساعة, ساعت.
    pub clock: &'static [&'static str],
    /// Words behind an hour for a part of the day.
    pub day_parts: &'static [(&'static str, DayPart)],
    /// Those of them that make a time of a plain number, without a word from
    /// [`CalendarWords::clock`]: pm.
    pub hour_marks: &'static [&'static str],
    /// Words for "minutes" behind the second number of a time.
    pub minute_words: &'static [&'static str],
    /// Words behind a time that say of which place it is: GMT, بتوقيت.
    pub zones: &'static [&'static str],
    /// Words for minutes behind an hour, after "and": half, a quarter.
    pub hour_fractions: &'static [(&'static str, u8)],
    /// Words that take such minutes away: إلا.
    pub hour_minus: &'static [&'static str],
    /// Month names with calendar and number from 1.
    pub months: &'static [(&'static str, Calendar, u8)],
    /// Month names that are ordinary words or names as well: a day, a year or a word that goes
    /// with months has to stand beside them.
    pub ambiguous: &'static [&'static str],
    /// Month names that are far more often something else: a day in digits has to stand before
    /// them, and a year, a mark or the end behind.
    pub wary: &'static [&'static str],
    /// Whether months are written with a capital letter.
    pub capital_months: bool,
    /// Words that say "month" and stand beside a name: شهر, ماه.
    pub month_words: &'static [&'static str],
    /// Words behind which only a month makes sense: "since", أوائل.
    pub before_month: &'static [&'static str],
    /// Words behind which a day in digits and a month are a date: تاریخ, مورخ.
    pub before_day: &'static [&'static str],
    /// Words that follow months: الماضي, گذشته.
    pub after_month: &'static [&'static str],
    /// Words between day and month, or month and year: من, of.
    pub links: &'static [&'static str],
    /// Words behind which four digits are a year: عام, سال, "in".
    pub year_words: &'static [&'static str],
    /// Signs of the calendar behind a year: هـ, خورشیدی, AD.
    pub eras: &'static [(&'static str, Calendar)],
    /// Years before 1500 that are not Gregorian without further notice, inclusive.
    pub old_years: &'static [(Calendar, i32, i32)],
    /// Whether the day may stand behind the month: "May 5".
    pub month_first: bool,
    /// Whether 2/11/2017 may be read with the month first, so that both readings stay open.
    pub numeric_order_open: bool,
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
    /// "And", between the last two names of a list, whether apart or in one piece with the second.
    pub conjunctions: &'static [&'static str],
    /// Words before the name of a place and before few other things that are spelt like one: "in",
    /// "north of". Ordinary prepositions of many uses do not belong here.
    pub place_prepositions: &'static [&'static str],
    /// A letter that some writers put for another at the end of a word, and the other: ("ى", "ي").
    /// Who keeps the two apart means something else by the first: «اليمنى» is the right hand,
    /// «اليمني» a Yemeni.
    pub careless_end: Option<(char, char)>,
}

impl NameRules {
    /// Names that stand alone and bear no mark.
    pub const PLAIN: Self = Self {
        prefixes: &[],
        article: "",
        suffixes: &[],
        capitals: false,
        conjunctions: &[],
        place_prepositions: &[],
        careless_end: None,
    };
}

/// How a text takes up what it named before, and how it introduces names that no list holds.
#[derive(Debug, Default)]
pub struct NamingRules {
    /// Words before a common noun that make it mean something named before: «این», "the".
    pub pointers: &'static [&'static str],
    /// Phrases between a name and another one of the same thing: "known as".
    pub known_as: &'static [&'static str],
    /// Words inside personal names: بن.
    pub joints: &'static [&'static str],
    /// Words that begin a personal name together with the word behind them: أبو.
    pub openers: &'static [&'static str],
    /// Whether the word for the sort of thing ends a name ("Security Council") and does not begin it.
    pub head_last: bool,
    /// Ends of a head that binds the rest of the name to it, and what remains of them in the head
    /// alone: «شورای امنیت», «شورا».
    pub head_endings: &'static [(&'static str, &'static str)],
    /// Words behind which a noun is said anew and points back to nothing: "the city of …".
    pub goes_on: &'static [&'static str],
    /// Whether a bare noun can mean what was named before: «شورا» for «شورای امنیت».
    pub bare_is_definite: bool,
    /// Endings that make an adjective of a noun: an unlisted word that ends so is no place behind a
    /// word for a sort of place.
    pub adjective_endings: &'static [&'static str],
}

/// Words that deny what a sentence says.
#[derive(Debug, Default)]
pub struct NegationRules {
    /// Whole words, with the particles that may be written before them: "not", «ليس», «وليس».
    pub words: &'static [&'static str],
    /// Beginnings of negated words: «نمی».
    pub beginnings: &'static [&'static str],
    /// Endings of negated words: "n't".
    pub endings: &'static [&'static str],
}

/// How a verb of speech takes a stand to what it reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Manner {
    /// It takes none: said, أعلن, گفت.
    #[default]
    Plain,
    /// It leaves open whether it is true: claimed, زعم, مدعی شد.
    Claim,
    /// It takes it for true, and for something that the speaker had rather not said: admitted.
    Admission,
    /// It takes it for true, and for something that was hidden: revealed, كشف.
    Disclosure,
}

/// Where the speaker stands beside the verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpeakerPlace {
    /// Before it, as in Persian.
    #[default]
    Before,
    /// Behind it, as in Arabic.
    Behind,
    /// Before it, or behind it where it follows what is said ("…", said the mayor).
    Either,
}

/// How a text says who says something.
#[derive(Debug, Default)]
pub struct SpeechRules {
    /// Verbs that report, in the forms of news. `~` as the last word stands for any of
    /// [`SpeechRules::light`].
    pub verbs: &'static [(&'static str, Manner)],
    /// Verbs that make one of a noun: کرد in «اعلام کرد».
    pub light: &'static [&'static str],
    /// Those of the verbs, without what may be written together with them, that report whatever
    /// stands behind them: said. The others need one of [`SpeechRules::openers`], a colon or a
    /// quotation mark.
    pub bare: &'static [&'static str],
    /// Words behind which a verb is none of speech: «و گو» in «گفت و گو».
    pub not_before: &'static [&'static str],
    /// Words before a verb that make it none of speech: the article before "claims", «ترک گفت».
    pub not_behind: &'static [&'static str],
    /// What may be written before a verb or a phrase in one piece with it: و.
    pub particles: &'static [&'static str],
    /// Words that look like a phrase with such a particle and are none: «فحسب», only.
    pub traps: &'static [&'static str],
    /// What may be written behind a verb in one piece with it: ت, وا.
    pub endings: &'static [&'static str],
    /// Where the speaker stands.
    pub place: SpeakerPlace,
    /// Words between a verb and what it reports, at the most.
    pub reach: usize,
    /// Words with which what is said begins: that, أن, که.
    pub openers: &'static [&'static str],
    /// Phrases before a speaker: according to, بحسب, به گفتهٔ.
    pub phrases: &'static [(&'static str, Manner)],
    /// Those of them behind which a preposition is written in one piece with the speaker, and that
    /// preposition: وفقا لـ.
    pub prepositions: &'static [(&'static str, &'static str)],
    /// Words behind such a phrase that are no speaker: law, plan.
    pub no_speakers: &'static [&'static str],
    /// Words that stand for a speaker who is named elsewhere, or for nobody: he, وی.
    pub pronouns: &'static [&'static str],
    /// Words at which the words for a speaker end: in, on, في, روز.
    pub ends: &'static [&'static str],
    /// Words before a speaker that say nothing of him: and, همچنین.
    pub fillers: &'static [&'static str],
    /// Dictionary forms that show that something is somebody's words or view, without saying whose
    /// in a way that can be read: statement, believe.
    pub hints: &'static [&'static str],
}
