//! English.

use super::{Strength, Strings, Words, versions};
use crate::calendar::Calendar;
use crate::comparison::Relation;
use crate::concept::{Approx, ConceptKind};
use crate::finding::FindingKind;

pub(super) static EN: Strings = Strings {
    tag: "en",
    dir: "ltr",
    digits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    comma: ", ",
    page_title: "Source and translation compared",
    skip: "Skip to the first change",
    source: "Source",
    translation: "Translation",
    languages: &[
        ("ar", "Arabic"),
        ("fa", "Persian"),
        ("en", "English"),
        ("und", "language unknown"),
    ],
    verdict,
    relation,
    shared: "Names shared: {s} of the source’s, {t} of the translation’s.",
    shared_figures: "Figures shared: {s} of the source’s, {t} of the translation’s.",
    confidence: "Confidence {n}.",
    claims: "The translation names as its source: {n}.",
    same_outlet: "The source was published by {s}: they agree.",
    source_outlet: "The source was published by {s}.",
    claim_unmet: "Yet no sentence of it renders one of this source.",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    simplified: "This text is long: from row {n} on it is shown in full, but without marks and evidence.",
    coverage: "Coverage, in sentences",
    coverage_paragraphs: "Coverage, in paragraphs",
    of_words: "{n} of the words",
    linked: "linked",
    unlinked_source: "only in the source",
    unlinked_translation: "only in the translation",
    side_by_side: "side by side",
    alone: "without a counterpart",
    changes: "Changes by kind",
    absent: "Not found:",
    show_all: "Show everything",
    shown: "{n} of {m} changes shown",
    kind,
    uncertain: Words {
        label: "Uncertain",
        explain: "The pair, or what is found in it, rests on too little evidence; check it before you trust it.",
    },
    extent: versions::extent_en,
    edits: versions::edits_en,
    gone: "deleted",
    new_words: "new",
    must_see: "Look at these first",
    nothing_found: "No change was found.",
    nothing_claimed: "Neither text renders the other, so nothing is called dropped or added. Paragraphs that share people, places or figures stand side by side.",
    more_findings: "Further findings: {n}",
    minor_findings: "Minor findings: {n}",
    uncertain_findings: "Uncertain findings, not counted: {n}",
    overview: "Overview",
    overview_note: "Each cell is a unit of the source or of the translation, in its own order; a line joins what belongs together.",
    texts: "The texts",
    pair: "Pair {n}",
    row: "Row {n}",
    source_paragraph: "Paragraph {n} of the source",
    translation_paragraph: "Paragraph {n} of the translation",
    evidence: "Evidence",
    probability: "Probability",
    strength,
    shape: "{s} to {t}",
    not_in_translation: "not in the translation",
    not_in_source: "not in the source",
    no_speaker: "names nobody",
    no_quotation: "no quotation marks",
    no_counterpart: "no counterpart found",
    outside: "outside the comparison",
    moved_here: "Pair {n} stands here in the translation",
    moved_run: "Pairs {n} to {m} stand here in the translation",
    moved_to: "In the translation it stands in paragraph {n}",
    folded: "Pairs {n} to {m}: no difference",
    only_source: "Only in the source",
    only_translation: "Only in the translation",
    in_translation: "Elsewhere in the translation",
    in_source: "Elsewhere in the source",
    why: "What ties them",
    too_little: "too little shared evidence",
    by_place: "no shared name, figure or word; it stands where its neighbours lead one to expect it",
    by_person: "confirmed by a person",
    end_of: "end of {s}",
    goes_on: "the sentence goes on in another row",
    is_rest: "the sentence began in another row",
    attribution: "attribution",
    dateline: "dateline",
    byline: "byline",
    furniture: "page furniture",
    headline: "headline",
    shown_as: "value",
    displayed_as: "seen in the text as {n}",
    calendar,
    approx,
    elsewhere: "elsewhere:",
    entities: "Names, numbers and dates",
    entities_note: "{n} in all: {s} only in the source, {t} only in the translation.",
    name: "Name or value",
    type_of: "Kind",
    times: "Times",
    forms: "As written",
    concept,
    notes: "Notes",
    no_notes: "Nothing to note.",
    hidden_note: "Characters that cannot be seen",
    hidden_replaced: "shown as a boxed name in the text",
    hidden_kept: "kept as it is",
    mixed_note: "Words with letters of more than one script",
    digits_note: "Digits: the source uses {s}, the translation {t}. Numbers are compared by value.",
    digit_sets: ["European (0–9)", "Arabic-Indic (٠–٩)", "Persian (۰–۹)"],
    uncertain_note: "Uncertain places: {n}",
    about: "About this file",
    program: "Made by",
    file: "File",
    words: "Words",
    published: "Published",
    rows_limit: "Rows with marks: at most {n}",
    legend: "How to read the marks",
    offline: "One file, no connection: it loads nothing and sends nothing.",
    tools: "View",
    tool_evidence: "Show evidence",
    tool_fold: "Fold what agrees",
    tool_swap: "Swap sides",
    tool_order: "Translation’s order",
    tool_copy: "Copy",
    copy_change: "Copy this change",
    copied: "Copied",
    tool_theme: "Light or dark",
    tool_keys: "Single keys",
    tool_spoken: "Marks in words, for screen readers",
    tool_help: "Keys",
    search: "Search both texts",
    hits: "{s} in the source, {t} in the translation; rows with a hit: {n}",
    only_hits: "Only rows with a hit",
    close: "Close",
    keys: &[
        ("n p", "next, previous change"),
        ("] [", "next, previous paragraph"),
        ("1–9", "only this kind of change"),
        (". ,", "only the next, previous kind of change"),
        ("0", "all kinds"),
        ("u", "only what is uncertain"),
        ("e", "show evidence"),
        ("f", "fold what agrees"),
        ("s", "swap sides"),
        ("o", "order of the translation, of the source"),
        ("Enter Esc", "open, close the card of the change"),
        ("c", "copy the change or the row"),
        ("/", "search"),
        ("d", "light or dark"),
        ("? Esc", "open, close this list"),
    ],
};

fn calendar(calendar: Calendar) -> &'static str {
    match calendar {
        Calendar::Gregorian => "Gregorian calendar",
        Calendar::Jalali => "Persian calendar",
        Calendar::Hijri => "Hijri calendar",
    }
}

fn approx(approx: Approx) -> &'static str {
    match approx {
        Approx::About => "about",
        Approx::More => "more than",
        Approx::Less => "less than",
    }
}

fn verdict(relation: Relation) -> &'static str {
    match relation {
        Relation::Translation => {
            "The second text is a translation of the first: {s} of the source is rendered, and {t} of the translation has its origin there."
        }
        Relation::Adaptation => {
            "The second text adapts the first: {s} of the source is rendered, and {t} of the translation has its origin there."
        }
        Relation::Comparable => "Both texts report the same events, but neither renders the other.",
        Relation::Unrelated => "The two texts are about different matters.",
    }
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Translation => "Translation",
        Relation::Adaptation => "Adaptation",
        Relation::Comparable => "Same events, no translation",
        Relation::Unrelated => "Unrelated",
    }
}

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "strong",
        Strength::Fair => "fair",
        Strength::Weak => "weak",
    }
}

fn kind(kind: FindingKind) -> Words {
    let (label, explain) = match kind {
        FindingKind::Dropped => {
            ("Dropped", "A sentence of the source has no counterpart in the translation.")
        }
        FindingKind::Added => {
            ("Added", "A sentence of the translation has no counterpart in the source.")
        }
        FindingKind::Moved => ("Moved", "A sentence stands elsewhere than in the source."),
        FindingKind::NumberChanged => ("Number changed", "The same figure has another value."),
        FindingKind::DateChanged => ("Date changed", "The same date has another value."),
        FindingKind::NameChanged => ("Name changed", "A name is rendered as another name."),
        FindingKind::PolarityChanged => (
            "Polarity changed",
            "What is denied became affirmed, or what is possible became a fact; or the reverse.",
        ),
        FindingKind::LabelChanged => {
            ("Label changed", "The same thing is called by a name of another stance.")
        }
        FindingKind::AttributionChanged => {
            ("Attribution changed", "The statement is given to another speaker, or to none.")
        }
        FindingKind::QuotationChanged => (
            "Quotation changed",
            "Direct speech became report or the reverse, or the quotation grew or shrank.",
        ),
        FindingKind::NumberDropped => {
            ("Number dropped", "A linked sentence lacks a number of the source.")
        }
        FindingKind::NumberAdded => {
            ("Number added", "A linked sentence has a number that the source lacks.")
        }
        FindingKind::NameDropped => {
            ("Name dropped", "A linked sentence lacks a name of the source.")
        }
        FindingKind::NameAdded => {
            ("Name added", "A linked sentence has a name that the source lacks.")
        }
        FindingKind::HiddenCharacter => {
            ("Hidden character", "A character that cannot be seen and can mislead.")
        }
    };
    Words { label, explain }
}

fn concept(kind: ConceptKind) -> &'static str {
    match kind {
        ConceptKind::Place => "place",
        ConceptKind::Person => "person",
        ConceptKind::Organisation => "organisation",
        ConceptKind::Group => "group",
        ConceptKind::Event => "event",
        ConceptKind::Name => "name",
        ConceptKind::Number => "number",
        ConceptKind::Date => "date",
    }
}
