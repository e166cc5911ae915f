//! Dates inside a link, compared by what they mean.

use super::figure::Figure;
use super::surroundings::Surroundings;
use super::{Context, Finding, FindingKind, severity};
use crate::align::Link;
use crate::concept::{DateMatch, Mention, Value, same_date};
use crate::span::{Pair, Side, Span};

/// Dates of a side of a link that are compared; a link with more is a table.
const MOST: usize = 40;
/// How sure a change is where the dates differ in one figure, or words beside them agree …
const SURE: f64 = 0.97;
/// … and where each side has one date left over.
const ALONE: f64 = 0.8;
/// The latter needs a link of this probability.
const SECURE_LINK: f64 = 0.9;

/// Finds changed dates; those of `told` have been found to differ in one figure.
pub(super) fn find(
    context: &Context<'_>,
    link: &Link,
    told: &[(Span, Span)],
    findings: &mut Vec<Finding>,
) {
    let here =
        Pair::new(dates(context, Side::Source, link), dates(context, Side::Translation, link));
    for &(source, translation) in told {
        let mine = here.source.iter().find(|(_, m)| m.span == source);
        let theirs = here.translation.iter().find(|(_, m)| m.span == translation);
        if let (Some((_, mine)), Some((_, theirs))) = (mine, theirs) {
            findings.push(changed(context, mine, theirs, link.probability * SURE));
        }
    }
    let around = Side::BOTH.map(|side| {
        let sentences = context.around(side, link);
        sentences.into_iter().flat_map(|s| context.mentions_in(side, s)).collect::<Vec<_>>()
    });
    let left = |side: Side| -> Vec<(usize, &Mention)> {
        let untold = |m: &Mention| told.iter().all(|&(s, t)| s != m.span && t != m.span);
        let theirs = &around[usize::from(side == Side::Source)];
        let dates = here[side].iter().copied();
        dates.filter(|(_, m)| untold(m) && !says_some(m, theirs)).collect()
    };
    let (source, mut translation) = (left(Side::Source), left(Side::Translation));
    let mut rest = Pair::<Vec<&Mention>>::default();
    let alone = source.len() == 1 && translation.len() == 1;
    for (sentence, mine) in source {
        let words = Surroundings::new(context, Side::Source, sentence, mine.span);
        let shared = |other: usize, theirs: &Mention| {
            let others = Surroundings::new(context, Side::Translation, other, theirs.span);
            words.shared(&others, link)
        };
        let best = translation
            .iter()
            .enumerate()
            .filter(|(_, (_, theirs))| alike(mine, theirs))
            .map(|(at, &(other, theirs))| (shared(other, theirs), at))
            .max_by_key(|&(shared, at)| (shared, std::cmp::Reverse(at)));
        let bond = best.and_then(|(shared, at)| match shared {
            1.. => Some((SURE, at)),
            0 if alone && link.belief >= SECURE_LINK => Some((ALONE, at)),
            0 => None,
        });
        let Some((reliability, at)) = bond else {
            rest.source.push(mine);
            continue;
        };
        let (_, theirs) = translation.remove(at);
        findings.push(changed(context, mine, theirs, link.probability * reliability));
    }
    rest.translation = translation.into_iter().map(|(_, theirs)| theirs).collect();
    super::missing::dates(context, link, &rest, findings);
}

/// The dates of a side of a link, each with its sentence. Weekdays and days that are counted from
/// that of the article are none: two articles need not be of one day.
fn dates<'a>(context: &Context<'a>, side: Side, link: &Link) -> Vec<(usize, &'a Mention)> {
    let mut dates = Vec::new();
    for &sentence in link.units(side) {
        let mentions = context.mentions_in(side, sentence).iter();
        let dated = |m: &&Mention| matches!(m.value, Some(v @ Value::Date { .. }) if !v.is_weak());
        dates.extend(mentions.filter(dated).map(|m| (sentence, m)));
    }
    dates.truncate(MOST);
    dates
}

/// The parts of a date.
fn parts(mention: &Mention) -> Option<(Option<i32>, Option<u8>, Option<u8>)> {
    match mention.value? {
        Value::Date { year, month, day, .. } => Some((year, month, day)),
        Value::Number { .. } | Value::Time { .. } => None,
    }
}

/// Whether two dates are given to the same precision, so that one can be the other, changed.
fn alike(a: &Mention, b: &Mention) -> bool {
    let shape = |m: &Mention| parts(m).map(|(_, month, day)| (month.is_some(), day.is_some()));
    shape(a) == shape(b)
}

/// Whether a date is told to the day.
pub(super) fn has_day(mention: &Mention) -> bool {
    parts(mention).is_some_and(|(_, _, day)| day.is_some())
}

/// Whether some mention says the date or a number that it holds, in whatever calendar.
pub(super) fn says_some(date: &Mention, others: &[&Mention]) -> bool {
    others.iter().any(|other| match (&date.value, &other.value) {
        (Some(a), Some(b)) => same_date(a, b) != DateMatch::Different,
        _ => false,
    })
}

/// Whether the source has the date, to the day where the date has one.
pub(super) fn is_matched(date: &Mention, source: &[&Mention]) -> bool {
    let day = |m: &Mention| parts(m).and_then(|(_, _, day)| day);
    source.iter().any(|other| match (&date.value, &other.value) {
        (Some(a), Some(b)) => {
            same_date(a, b) != DateMatch::Different && (day(date).is_none() || day(other).is_some())
        }
        _ => false,
    })
}

/// Whether the dates of two figures are the same but for these figures.
pub(super) fn differ_in_one_figure(mine: &Figure<'_>, theirs: &Figure<'_>) -> bool {
    let (Some(a), Some(b)) = (parts(mine.mention), parts(theirs.mention)) else { return false };
    let same = |a: Option<i32>, b: Option<i32>| a == b || a.is_none() || b.is_none();
    let is_day = |figure: &Figure<'_>, day: Option<u8>| day.map(f64::from) == Some(figure.value);
    match (is_day(mine, a.2), is_day(theirs, b.2)) {
        (true, true) => a.1.is_some() && a.1 == b.1 && same(a.0, b.0),
        (false, false) => a.1 == b.1 && a.2 == b.2 && (a.1.is_some() || a.0.is_some()),
        _ => false,
    }
}

/// Whether a number stands at a month without a day, where the source has that month with a day:
/// a day that no month has.
pub(super) fn completes_month(
    context: &Context<'_>,
    link: &Link,
    mine: &Figure<'_>,
    theirs: &Figure<'_>,
) -> bool {
    let Some((_, Some(month), Some(day))) = parts(mine.mention) else { return false };
    let text = &context.documents[Side::Translation].text;
    f64::from(day) == mine.value
        && dates(context, Side::Translation, link).iter().any(|(_, date)| {
            let gap = if theirs.span.end <= date.span.start {
                text.get(theirs.span.end..date.span.start)
            } else {
                text.get(date.span.end..theirs.span.start)
            };
            let beside =
                gap.is_some_and(|gap| gap.len() <= 4 && !gap.contains(char::is_alphabetic));
            matches!(parts(date), Some((_, Some(other), None)) if other == month && beside)
        })
}

fn changed(
    context: &Context<'_>,
    source: &Mention,
    translation: &Mention,
    probability: f64,
) -> Finding {
    let message = format!(
        "The date is {} in the source and {} in the translation.",
        source.name, translation.name
    );
    let spans = Pair::new(source.span, translation.span);
    context.changed(FindingKind::DateChanged, severity::OTHER_DATE, spans, message, probability)
}
