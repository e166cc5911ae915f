//! How much a finding matters: the one place of the rule that `docs/findings.md` tells its readers.
//!
//! High: likely to alter what the text says. Medium: worth a look. Low: for the record. What is
//! hidden in a text is weighed in `hidden.rs`, character by character.

use super::Severity;
use super::figure::Figure;
use crate::lang::Manner;
use crate::span::{Pair, Side};

/// A unit of at most this many words is a heading or an aside …
const SHORT: usize = 5;
/// … and one with as many names, numbers and dates says something that a reader would miss.
const FACTS: usize = 2;
/// A count below this matters little where it is left out or put in.
const SMALL: f64 = 13.0;

/// A date, or a name, in place of another.
pub(super) const OTHER_DATE: Severity = Severity::High;
pub(super) const OTHER_NAME: Severity = Severity::High;
/// A figure in another unit; "more than" where the source has "less than".
pub(super) const OTHER_UNIT: Severity = Severity::High;
pub(super) const OTHER_LIMIT: Severity = Severity::Medium;
/// A name that one side lacks: translators leave out and put in what their readers know.
pub(super) const LONE_NAME: Severity = Severity::Low;
/// A statement that one side gives to nobody, or to somebody else; a text that is said to come from
/// another outlet.
pub(super) const NO_SPEAKER: Severity = Severity::Medium;
pub(super) const OTHER_SPEAKER: Severity = Severity::Medium;
pub(super) const OTHER_OUTLET: Severity = Severity::Medium;
/// Direct speech that became report, or the reverse.
pub(super) const OTHER_SPEECH: Severity = Severity::Low;
/// Marks around a term: each site has its own way with them.
pub(super) const OTHER_MARKS: Severity = Severity::Low;
/// A passage in another place.
pub(super) const MOVED: Severity = Severity::Low;

/// Sentences that one text lacks.
pub(super) fn of_units(words: usize, facts: usize) -> Severity {
    match (words, facts) {
        (words, _) if words <= SHORT => Severity::Low,
        (_, FACTS..) => Severity::High,
        _ => Severity::Medium,
    }
}

/// A figure in place of another.
pub(super) fn of_figures(source: &Figure<'_>, translation: &Figure<'_>) -> Severity {
    // The date itself is a finding; its figure is for those who look for figures.
    if (source.in_date && translation.in_date) || source.is_rounded(translation) {
        Severity::Low
    } else if source.weak || translation.weak {
        Severity::Medium
    } else {
        Severity::High
    }
}

/// A figure that one side lacks.
pub(super) fn of_lone_figure(figure: &Figure<'_>) -> Severity {
    let small = figure.value.abs() < SMALL && !figure.percent && figure.unit.is_none();
    if small || figure.approx().is_some() { Severity::Low } else { Severity::Medium }
}

/// A date that one side lacks.
pub(super) fn of_lone_date(has_day: bool) -> Severity {
    if has_day { Severity::Medium } else { Severity::Low }
}

/// A name of another stance; whether one of the two takes none.
pub(super) fn of_labels(is_one_neutral: bool) -> Severity {
    if is_one_neutral { Severity::Medium } else { Severity::High }
}

/// A denial that one side lacks, where nothing there could answer it, and elsewhere.
pub(super) fn of_denial(is_unanswered: bool) -> Severity {
    if is_unanswered { Severity::High } else { Severity::Medium }
}

/// Doubt that only this side has.
pub(super) fn of_doubt(side: Side) -> Severity {
    match side {
        Side::Source => Severity::Medium,
        Side::Translation => Severity::Low,
    }
}

/// A verb that reports in another manner.
pub(super) fn of_manners(manners: Pair<Manner>) -> Severity {
    match (manners.source, manners.translation) {
        (Manner::Claim, _) | (_, Manner::Claim) => Severity::Medium,
        _ => Severity::Low,
    }
}

/// A quotation that grew puts words of the writer into the mouth of the speaker; one that shrank
/// does not.
pub(super) fn of_quotations(grew: bool) -> Severity {
    if grew { Severity::Medium } else { Severity::Low }
}
