//! A template to copy when adding a language; compiled and tested, but in no registry.
//!
//! 1. Copy this file to `src/lang/yours.rs`, or to a folder with a file for each table once one of
//!    them outgrows the page (see `src/lang/english`), and rename the type.
//! 2. Add a variant to [`Lang`] with its tag, and your type to `REGISTRY` in `src/lang/mod.rs`.
//! 3. Replace the few words of French below. Word lists are in ordinary spelling, whatever the
//!    keyboard: who looks words up folds both sides. What your language does not have stays empty.
//! 4. `cargo test` runs the test battery (`src/lang/battery.rs`, `tests/languages.rs`) over every
//!    registered language and says what contradicts itself.
//!
//! Take words that news uses, and leave out those that are more often something else: a list that
//! is too short misses a little, one that is too long invents things.

use super::{
    CalendarWords, DayPart, DetectionRules, Direction, Lang, Language, Manner, NameRules,
    NamingRules, Numerals, Script, SegmentationRules, SpeakerPlace, SpeechRules,
};
use crate::calendar::Calendar::Gregorian;
use crate::calendar::Weekday::{Monday, Tuesday};

pub(super) struct Example;

impl Language for Example {
    /// Your variant of [`Lang`].
    fn lang(&self) -> Lang {
        Lang::Unknown
    }

    /// As in a list of languages for English readers; also what `--source-language` takes.
    fn name(&self) -> &'static str {
        "French"
    }

    /// The tag that the JSON shows, then others that users may give: dialects with one module.
    fn tags(&self) -> &'static [&'static str] {
        &["fr"]
    }

    fn direction(&self) -> Direction {
        Direction::Ltr
    }

    fn detection(&self) -> &'static DetectionRules {
        &DETECTION
    }

    fn segmentation(&self) -> &'static SegmentationRules {
        &SEGMENTATION
    }

    fn numerals(&self) -> &'static Numerals {
        &NUMERALS
    }

    fn calendar(&self) -> &'static CalendarWords {
        &CALENDAR
    }

    /// Leave this out where nothing is written in one piece with a name and there are no capitals.
    fn names(&self) -> &'static NameRules {
        &NAMES
    }

    /// Leave this out, and nothing is made of how names are taken up again.
    fn naming(&self) -> &'static NamingRules {
        &NAMING
    }

    /// Leave this out, and nothing is found about who says something.
    fn speech(&self) -> &'static SpeechRules {
        &SPEECH
    }

    fn stop_words(&self) -> &'static [&'static str] {
        STOP_WORDS
    }

    /// `key` is folded: lower case, no accents. The word itself comes first, always; then every
    /// form under which a dictionary may have it, the likeliest before the others.
    fn lemmas(&self, key: &str, forms: &mut Vec<String>) {
        forms.push(key.to_owned());
        forms.extend(ENDINGS.iter().filter_map(|ending| strip(key, ending)).map(str::to_owned));
    }

    /// One form for all inflections, never empty unless the word is. It is compared and not shown,
    /// so it need not be a word.
    fn stem(&self, key: &str) -> String {
        ENDINGS.iter().find_map(|ending| strip(key, ending)).unwrap_or(key).to_owned()
    }
}

/// What inflection adds, folded; the longest first, because the first that fits is cut.
const ENDINGS: &[&str] = &["es", "s", "e"];

/// The word without an ending, where that leaves a word.
fn strip<'w>(key: &'w str, ending: &str) -> Option<&'w str> {
    key.strip_suffix(ending).filter(|rest| rest.chars().nth(2).is_some())
}

static DETECTION: DetectionRules = DetectionRules {
    script: Script::Latin,
    // Letters count for much: only what no other language of the script writes.
    own_letters: &['œ'],
    foreign_letters: &['ı', 'ş', 'ñ', 'ß', 'å', 'ø'],
    // A hundred or so; the first words of any frequency list.
    frequent_words: &[
        "le", "la", "les", "des", "une", "du", "et", "dans", "qui", "que", "est", "pour", "sur",
    ],
    prefixes: &[],
    suffixes: &["ement", "eux"],
};

static SEGMENTATION: SegmentationRules = SegmentationRules {
    // Without their last stop. Without these, "M. Durand" is cut in two.
    abbreviations: &["M", "MM", "Dr", "av", "env"],
    // Whole lines that a page puts around an article.
    labels: &["lire aussi", "partager", "article suivant"],
    source_labels: &["source"],
    bylines: &["par"],
    attributions: &["selon", "d'après"],
    outlet_words: &["agence", "journal", "quotidien"],
    outlets: &["AFP"],
    // The other tables stay empty until someone knows better.
    ..EMPTY_SEGMENTATION
};

/// The same as `SegmentationRules::default()`, which a static cannot call.
const EMPTY_SEGMENTATION: SegmentationRules = SegmentationRules {
    abbreviations: &[],
    labels: &[],
    list_labels: &[],
    invitations: &[],
    before_figures: &[],
    homes: &[],
    networks: &[],
    sections: &[],
    fields: &[],
    captions: &[],
    source_labels: &[],
    bylines: &[],
    weak_bylines: &[],
    date_words: &[],
    attributions: &[],
    plain_attributions: &[],
    outlet_words: &[],
    outlets: &[],
    particles: &[],
    authorities: &[],
};

static NUMERALS: Numerals = Numerals {
    // "une" and "un" are articles far more often than numbers: left out.
    cardinals: &[("deux", 2), ("trois", 3), ("vingt", 20), ("trente", 30), ("cent", 100)],
    scales: &[("mille", 1_000)],
    plural_scales: &[("milliers", 1_000), ("millions", 1_000_000)],
    dual_scales: &[],
    ordinals: &[("deuxième", 2), ("troisième", 3)],
    fractions: &[("demi", 50), ("quart", 25)],
    shares: &[("tiers", 1, 3)],
    denominators: &[("tiers", 3), ("cinquièmes", 5)],
    halves: &["la moitié des"],
    dual_units: &[],
    about: &["environ", "près de"],
    more: &["plus de", "au moins"],
    less: &["moins de"],
    about_after: &[],
    more_after: &["au moins"],
    less_after: &["au plus"],
    decades: &[],
    percent: &["pour cent"],
    joiners: &["et"],
    particles: &[],
    article: None,
    minus: &["moins"],
    ranges: &["à"],
    between: &["entre"],
    clock_words: &["heures"],
    suffix_scales: &[],
    money_scales: &[],
    ordinal_suffixes: &["e", "ème"],
    only_compound: &[],
    traps: &[],
    trap_phrases: &[],
    not_before: &["tiers"],
    indefinite: &["quelques", "plusieurs"],
    decade_words: &["années"],
    letter_names: &[],
    out_of: &["sur"],
    vague: &["dizaines", "centaines", "milliers"],
    units_first: false,
    bare_addition: true,
    slash_decimal: false,
    comma_decimal: true,
};

static CALENDAR: CalendarWords = CalendarWords {
    weekdays: &[("lundi", Monday), ("mardi", Tuesday)],
    ambiguous_weekdays: &[],
    day_words: &["jour"],
    relative_days: &[("hier", -1), ("demain", 1)],
    day_traps: &[],
    past: &["dernier"],
    future: &["prochain"],
    clock: &[],
    day_parts: &[("du matin", DayPart::Morning), ("du soir", DayPart::Night)],
    hour_marks: &[],
    minute_words: &["minutes"],
    zones: &["heure"],
    hour_fractions: &[("demie", 30), ("quart", 15)],
    hour_minus: &["moins"],
    months: &[("janvier", Gregorian, 1), ("mars", Gregorian, 3), ("mai", Gregorian, 5)],
    // Also a planet: a day or a year has to stand beside it.
    ambiguous: &["mars"],
    wary: &[],
    capital_months: false,
    month_words: &["mois"],
    before_month: &["depuis", "en", "début", "fin"],
    before_day: &["le"],
    after_month: &["dernier", "prochain"],
    links: &[],
    year_words: &["en", "année", "depuis"],
    eras: &[],
    old_years: &[],
    month_first: false,
    numeric_order_open: false,
};

static NAMES: NameRules = NameRules {
    prefixes: &[("l'", ""), ("d'", "")],
    capitals: true,
    conjunctions: &["et"],
    place_prepositions: &["à"],
    ..NameRules::PLAIN
};

const STOP_WORDS: &[&str] = &["le", "la", "les", "de", "des", "du", "et", "à", "en", "un", "une"];

static NAMING: NamingRules = NamingRules {
    pointers: &["le", "la", "ce", "cette"],
    known_as: &["connu sous le nom de", "dit"],
    joints: &["de", "van"],
    openers: &[],
    head_last: false,
    head_endings: &[],
    goes_on: &["de"],
    bare_is_definite: false,
    adjective_endings: &[],
};

static SPEECH: SpeechRules = SpeechRules {
    verbs: &[
        ("a dit", Manner::Plain),
        ("a déclaré", Manner::Plain),
        ("a prétendu", Manner::Claim),
        ("a avoué", Manner::Admission),
        ("a révélé", Manner::Disclosure),
    ],
    light: &[],
    bare: &["a dit"],
    not_before: &[],
    not_behind: &["on"],
    particles: &[],
    traps: &[],
    endings: &[],
    place: SpeakerPlace::Either,
    reach: 6,
    openers: &["que", "qu'il", "qu'elle"],
    phrases: &[("selon", Manner::Plain), ("d'après", Manner::Plain)],
    prepositions: &[],
    no_speakers: &["loi", "règle"],
    pronouns: &["il", "elle", "ils", "elles"],
    ends: &["à", "en", "lundi", "mardi"],
    fillers: &["et", "mais"],
    hints: &["déclaration", "croire"],
};
