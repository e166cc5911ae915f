//! How much a finding matters: the one place of the rule that `docs/findings.md` tells its readers.
//!
//! High: likely to alter what the text says. Medium: worth a look. Low: for the record. What is
//! hidden in a text is weighed in `hidden.rs`, character by character.

use super::Severity;
use super::figure::Figure;

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
