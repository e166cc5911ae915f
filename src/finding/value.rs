//! Numbers inside a link, compared by value.
//!
//! A number is changed where the source loses one and the translation has a new one in its place.
//! Being new alone is no sign: translations convert units, round, and say in a figure what the
//! source says in words.

use super::counted::count_one_thing;
use super::figure::Figure;
use super::figures::figures;
use super::surroundings::Surroundings;
use super::{Context, Finding, FindingKind, severity, sum};
use crate::align::Link;
use crate::concept::digits::digit;
use crate::concept::{Mention, Value};
use crate::fold;
use crate::span::{Pair, Side, Span};

/// Figures of a side that are compared; a link with more is a table.
const MOST: usize = 40;
/// How sure a change is where labels, dates or two words beside the figures agree …
const SURE: f64 = 0.97;
/// … where one word does …
const LIKELY: f64 = 0.9;
/// … and where nothing does, but each side has just one figure left over.
const ALONE: f64 = 0.75;
/// The latter needs a link of this probability.
const SECURE_LINK: f64 = 0.9;
/// … and a date without words in common one of this; a link of less than the next needs two words
/// that agree.
const SECURE_DATE: f64 = 0.75;
const WEAK_LINK: f64 = 0.6;
/// A figure without words in common is not compared with one so many times as large.
const FAR: f64 = 1000.0;

/// Smaller figures are sums of others by chance.
const LEAST_SUM: f64 = 13.0;
/// Minutes by which a time may differ because it is that of another place.
const HALF_HOUR: f64 = 30.0;
/// Tokens behind a time in which its place is looked for.
const ZONE_WORDS: usize = 4;

/// Finds changed numbers. Returns the dates (source, translation) whose day or year changed.
pub(super) fn find(
    context: &Context<'_>,
    link: &Link,
    findings: &mut Vec<Finding>,
) -> Vec<(Span, Span)> {
    let here = Pair::new(
        figures(context, Side::Source, link.units(Side::Source)),
        figures(context, Side::Translation, link.units(Side::Translation)),
    );
    let around = Pair::new(
        figures(context, Side::Source, &context.around(Side::Source, link)),
        figures(context, Side::Translation, &context.around(Side::Translation, link)),
    );
    let lost = lost(&here, &around);
    let new = new(context, link, &here, &around);
    let mut bonds = bonds(context, link, &lost, &new);
    bonds.sort_by(|a, b| {
        b.reliability
            .total_cmp(&a.reliability)
            .then(b.shared.cmp(&a.shared))
            .then((a.distance.total_cmp(&b.distance)).then((a.lost, a.new).cmp(&(b.lost, b.new))))
    });
    let (mut used_lost, mut used_new) = (vec![false; lost.len()], vec![false; new.len()]);
    let mut dates = Vec::new();
    let mut changes: Vec<(&Figure<'_>, &Figure<'_>, f64)> = Vec::new();
    for (source, translation) in super::series::slips(context, &here) {
        let (source, translation) = (&here.source[source], &here.translation[translation]);
        changes.push((source, translation, SURE));
        for (used, lost) in used_lost.iter_mut().zip(&lost) {
            *used |= lost.figure.span == source.span;
        }
        for (used, new) in used_new.iter_mut().zip(&new) {
            *used |= new.span == translation.span;
        }
    }
    for bond in bonds {
        if used_lost[bond.lost] || used_new[bond.new] {
            continue;
        }
        (used_lost[bond.lost], used_new[bond.new]) = (true, true);
        changes.push((lost[bond.lost].figure, new[bond.new], bond.reliability));
    }
    changes.sort_by_key(|(_, translation, _)| translation.span.start);
    let told = Pair::new(
        changes.iter().map(|(source, ..)| source.span).collect::<Vec<_>>(),
        changes.iter().map(|(_, translation, _)| translation.span).collect::<Vec<_>>(),
    );
    for (source, translation, reliability) in changes {
        let pair = (source.mention.span, translation.mention.span);
        let both_in_dates = source.in_date && translation.in_date;
        if both_in_dates && !dates.contains(&pair) {
            dates.push(pair);
        }
        let probability = link.probability * reliability;
        findings.push(changed(context, source, translation, probability));
    }
    super::alike::find(context, link, &here, findings);
    super::missing::numbers(context, link, &here, &around, &told, findings);
    dates
}

/// A figure of the source that the translation says less often.
struct Lost<'f, 'a> {
    figure: &'f Figure<'a>,
    /// Whether the translation does say it, in another place.
    elsewhere: bool,
}

fn lost<'f, 'a>(
    here: &'f Pair<Vec<Figure<'a>>>,
    around: &Pair<Vec<Figure<'a>>>,
) -> Vec<Lost<'f, 'a>> {
    let count = |figures: &[Figure<'_>], value: &Figure<'_>| {
        figures.iter().filter(|figure| figure.equals(value)).count()
    };
    let said = |figure: &Figure<'_>| {
        figure.is_time_in(&here.translation)
            || figure.is_decimal_of(&here.translation)
            || here.translation.iter().any(|t| figure.is_part_of(t))
    };
    let sums = sums(&here.source);
    let renders = |figure: &Figure<'_>| {
        let one = |other: &&Figure<'_>| other.equals(figure) || other.converts(figure);
        here.translation.iter().filter(one).count()
    };
    let is_summand = |at: usize| {
        let large: Vec<Figure<'_>> =
            here.translation.iter().filter(|t| t.value >= LEAST_SUM).cloned().collect();
        sum::is_summand(&here.source, at, &large)
    };
    let surplus = here.source.iter().enumerate().filter(|&(at, figure)| {
        !figure.code
            && !is_summand(at)
            && count(&here.source, figure) > renders(figure)
            && !said(figure)
            && !sums
                .iter()
                .any(|(range, whole)| range.contains(&at) && (said(whole) || renders(whole) > 0))
    });
    surplus
        .map(|(_, figure)| figure)
        .take(MOST)
        .map(|figure| Lost {
            figure,
            elsewhere: count(&around.translation, figure) >= count(&around.source, figure).max(1),
        })
        .collect()
}

/// Figures of the translation that the source does not say at all.
fn new<'f, 'a>(
    context: &Context<'_>,
    link: &Link,
    here: &'f Pair<Vec<Figure<'a>>>,
    around: &Pair<Vec<Figure<'a>>>,
) -> Vec<&'f Figure<'a>> {
    let source: Vec<&Mention> = context
        .around(Side::Source, link)
        .into_iter()
        .flat_map(|sentence| context.mentions_in(Side::Source, sentence))
        .collect();
    // What the next sentence says is taken where its own rendering says it.
    let count = |figures: &[Figure<'_>], figure: &Figure<'_>| {
        figures.iter().filter(|other| other.equals(figure)).count()
    };
    let is_free = |figure: &Figure<'_>| {
        here.source.iter().any(|s| s.equals(figure))
            || count(&around.source, figure) >= count(&around.translation, figure)
    };
    let is_said = |figure: &Figure<'_>| {
        if figure.is_label() {
            return here.source.iter().any(|s| s.equals(figure) && !s.in_date)
                || around.source.iter().any(|s| s.equals(figure) && s.is_label());
        }
        around.source.iter().any(|s| {
            (s.equals(figure) && is_free(figure)) || s.converts(figure) || figure.is_part_of(s)
        }) || figure.is_time_in(&around.source)
            || figure.is_decimal_of(&around.source)
            || source.iter().any(|mention| says(mention, figure))
            || (figure.in_date && super::date::is_matched(figure.mention, &source))
    };
    let sums = sums(&here.translation);
    let new = here.translation.iter().enumerate().filter(|&(at, figure)| {
        let part_of_sum = sums.iter().any(|(range, whole)| {
            range.contains(&at) && around.source.iter().any(|s| s.converts(whole))
        });
        let is_sum = figure.value >= LEAST_SUM && sum::is_sum_of(figure.value, &here.source);
        !figure.code && !is_said(figure) && !part_of_sum && !is_sum
    });
    new.map(|(_, figure)| figure).take(MOST).collect()
}

/// Whether a date has the figure as a part.
fn says(mention: &Mention, figure: &Figure<'_>) -> bool {
    let Some(Value::Date { year, month, day, .. }) = mention.value else { return false };
    let is = |part: Option<i32>| part.is_some_and(|part| f64::from(part) == figure.value);
    !figure.in_date && (is(year) || is(month.map(i32::from)) || is(day.map(i32::from)))
}

/// Neighbouring quantities of one dimension taken together: 1 metre and 80 centimetres.
fn sums<'a>(figures: &[Figure<'a>]) -> Vec<(std::ops::Range<usize>, Figure<'a>)> {
    let pairs = figures.windows(2).enumerate();
    pairs
        .filter_map(|(at, pair)| {
            let (first, second) = (pair[0].unit?, pair[1].unit?);
            if !first.compares_with(second) || first.base(1.0) <= second.base(1.0) {
                return None;
            }
            let second = second.base(pair[1].value) / first.base(1.0);
            Some((at..at + 2, Figure { value: pair[0].value + second, ..pair[0].clone() }))
        })
        .collect()
}

/// Two figures that can be one, changed.
struct Bond {
    lost: usize,
    new: usize,
    reliability: f64,
    /// Words beside them that match.
    shared: usize,
    /// How far the values are apart.
    distance: f64,
}

fn bonds(
    context: &Context<'_>,
    link: &Link,
    lost: &[Lost<'_, '_>],
    new: &[&Figure<'_>],
) -> Vec<Bond> {
    let surroundings = |side: Side, figure: &Figure<'_>| {
        Surroundings::new(context, side, figure.sentence, figure.mention.span)
    };
    let words = Pair::new(
        lost.iter().map(|l| surroundings(Side::Source, l.figure)).collect::<Vec<_>>(),
        new.iter().map(|n| surroundings(Side::Translation, n)).collect::<Vec<_>>(),
    );
    let plain = |figure: &Figure<'_>| !figure.weak && !figure.is_label() && !figure.in_date;
    let may_be_weak = |figure: &Figure<'_>| figure.digits && !figure.is_label() && !figure.in_date;
    let alone = |percent: bool| {
        let counts = |figure: &Figure<'_>| plain(figure) && figure.percent == percent;
        lost.iter().filter(|l| counts(l.figure)).count() == 1
            && new.iter().filter(|n| counts(n)).count() == 1
    };
    let alone = [alone(false), alone(true)];
    let only = lost.len() == 1 && new.len() == 1;
    let mut bonds = Vec::new();
    for (at, mine) in lost.iter().enumerate() {
        for (other, theirs) in new.iter().enumerate() {
            if is_written_alike(context, mine.figure, theirs) {
                continue;
            }
            let shared = words.source[at].shared(&words.translation[other], link);
            let shared = shared
                + usize::from(mine.figure.looks_like(theirs))
                + usize::from(are_sole_sums(mine.figure, theirs, lost, new));
            let one = |figure: &Figure<'_>| plain(figure) || (only && may_be_weak(figure));
            let alone = (only || alone[usize::from(theirs.percent)])
                && one(mine.figure)
                && one(theirs)
                && !mine.elsewhere;
            if let Some(reliability) = reliability(context, link, mine, theirs, shared, alone) {
                let size = |figure: &Figure<'_>| (figure.value.abs() + 1.0).ln();
                let distance = (size(mine.figure) - size(theirs)).abs();
                bonds.push(Bond { lost: at, new: other, reliability, shared, distance });
            }
        }
    }
    bonds
}

/// Whether two figures are the same digits and nothing else, read otherwise: the 20 of 2019-20.
fn is_written_alike(context: &Context<'_>, mine: &Figure<'_>, theirs: &Figure<'_>) -> bool {
    let digits = |side: Side, figure: &Figure<'_>| -> Option<Vec<u32>> {
        context.text(side, figure.span).chars().map(digit).collect()
    };
    let mine = digits(Side::Source, mine);
    mine.is_some() && mine == digits(Side::Translation, theirs)
}

/// Whether two figures are the only sums of one currency that a side has and the other lacks.
fn are_sole_sums(
    mine: &Figure<'_>,
    theirs: &Figure<'_>,
    lost: &[Lost<'_, '_>],
    new: &[&Figure<'_>],
) -> bool {
    let Some(unit) = mine.unit.filter(|unit| unit.is_currency()) else { return false };
    theirs.unit == Some(unit)
        && lost.iter().filter(|other| other.figure.unit == Some(unit)).count() == 1
        && new.iter().filter(|other| other.unit == Some(unit)).count() == 1
}

/// The word behind a time that says of which place it is.
fn zone(context: &Context<'_>, side: Side, time: &Figure<'_>) -> Option<String> {
    let module = context.documents[side].lang.module()?;
    let tokens = context.tokens_behind(side, time.sentence, time.span);
    let zones: Vec<String> = module.calendar().zones.iter().map(|word| fold::key(word)).collect();
    let mut behind = tokens.iter().take(ZONE_WORDS);
    behind.find(|token| zones.contains(&token.key)).map(|token| token.key.clone())
}

/// How sure it is that one figure stands for the other; none where it is not.
fn reliability(
    context: &Context<'_>,
    link: &Link,
    lost: &Lost<'_, '_>,
    theirs: &Figure<'_>,
    shared: usize,
    alone: bool,
) -> Option<f64> {
    let mine = lost.figure;
    if mine.is_label() || theirs.is_label() {
        return mine.labelled_alike(theirs).then_some(SURE);
    }
    if mine.is_time || theirs.is_time {
        let apart = (mine.value - theirs.value).abs();
        let other_zone = apart % HALF_HOUR == 0.0
            && zone(context, Side::Source, mine) != zone(context, Side::Translation, theirs);
        let both = mine.is_time && theirs.is_time;
        return (both && !other_zone && (shared > 0 || alone)).then_some(SURE);
    }
    if mine.in_date || theirs.in_date {
        let one = match theirs.in_date {
            true => mine.in_date && super::date::differ_in_one_figure(mine, theirs),
            false => super::date::completes_month(context, link, mine, theirs),
        };
        return (one && (shared > 0 || link.belief >= SECURE_DATE)).then_some(SURE);
    }
    if mine.percent != theirs.percent || mine.units_differ(theirs) {
        return None;
    }
    let weak = mine.weak || theirs.weak;
    if weak && link.belief >= SECURE_LINK && count_one_thing(context, link, mine, theirs) {
        return Some(LIKELY);
    }
    if mine.weak && theirs.weak {
        return None;
    }
    // What the source says in a digit is 0 or 1 here: of these texts hold many.
    let least = if mine.weak && mine.digits { 2 } else { 1 };
    if weak && (shared < least || !theirs.digits) && !alone {
        return None;
    }
    let (small, large) =
        (mine.value.abs().min(theirs.value.abs()), mine.value.abs().max(theirs.value.abs()));
    if link.belief < WEAK_LINK && shared < 2 {
        return None;
    }
    match shared {
        2.. => Some(SURE),
        1 => Some(LIKELY),
        // In another unit it may be what remains of a rough conversion.
        _ if alone
            && link.belief >= SECURE_LINK
            && large <= FAR * small.max(1.0)
            && mine.unit_agrees(theirs) =>
        {
            Some(ALONE)
        }
        _ => None,
    }
}

fn changed(
    context: &Context<'_>,
    source: &Figure<'_>,
    translation: &Figure<'_>,
    probability: f64,
) -> Finding {
    let in_dates = source.in_date && translation.in_date;
    let name = |figure: &Figure<'_>| {
        if figure.in_date || figure.is_label() {
            format!("{}", figure.value)
        } else {
            figure.mention.name.clone()
        }
    };
    let times = source.is_time && translation.is_time;
    let what = match (in_dates, times) {
        (true, _) => "The figure in this date is",
        (_, true) => "The time is",
        _ => "The number is",
    };

    let message = format!(
        "{what} {} in the source and {} in the translation.",
        name(source),
        name(translation)
    );
    let spans = Pair::new(source.span, translation.span);
    context.changed(
        FindingKind::NumberChanged,
        severity::of_figures(source, translation),
        spans,
        message,
        probability,
    )
}
