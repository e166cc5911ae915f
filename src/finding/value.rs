//! Numbers and dates inside a link, compared by value.

use super::{Context, Finding, FindingKind, Severity};
use crate::align::Link;
use crate::concept::{ConceptKind, Mention, Value, same_number};
use crate::concept::{DateMatch, same_date};
use crate::span::{Pair, Side};

pub(super) fn find(context: &Context<'_>, link: &Link, findings: &mut Vec<Finding>) {
    for kind in [ConceptKind::Number, ConceptKind::Date] {
        let left = left_over(context, link, kind);
        for (source, translation) in pair_up(&left) {
            findings.push(changed(context, link, kind, source, translation));
        }
    }
}

/// Mentions of a kind that find no equal value on the other side of the link.
fn left_over<'a>(
    context: &'a Context<'_>,
    link: &Link,
    kind: ConceptKind,
) -> Pair<Vec<&'a Mention>> {
    let all = Pair::new(
        context.mentions_of(Side::Source, link),
        context.mentions_of(Side::Translation, link),
    );
    let of = |side: Side| all[side].iter().copied().filter(|m| m.kind == kind).collect::<Vec<_>>();
    let (mut source, mut translation) = (of(Side::Source), of(Side::Translation));
    source.retain(|mine| {
        let found = translation.iter().position(|theirs| equal(mine, theirs));
        if let Some(found) = found {
            translation.remove(found);
        }
        found.is_none()
    });
    // A value that is said once on one side and twice on the other is no change, and a value that
    // is a number here may be part of a date there.
    let unsaid = |mention: &Mention, other: Side| {
        !all[other].iter().any(|theirs| equal(mention, theirs) || part_of_date(mention, theirs))
            && !mention.value.is_some_and(|value| value.is_weak())
    };
    source.retain(|m| unsaid(m, Side::Translation));
    translation.retain(|m| unsaid(m, Side::Source));
    Pair::new(source, translation)
}

fn equal(a: &Mention, b: &Mention) -> bool {
    match (&a.value, &b.value) {
        (Some(x @ Value::Number { .. }), Some(y @ Value::Number { .. })) => same_number(x, y),
        (Some(x @ Value::Date { .. }), Some(y @ Value::Date { .. })) => {
            same_date(x, y) != DateMatch::Different
        }
        _ => false,
    }
}

fn part_of_date(number: &Mention, date: &Mention) -> bool {
    let parts = |number: &Mention, date: &Mention| match (&number.value, &date.value) {
        (Some(Value::Number { value, .. }), Some(Value::Date { year, month, day, .. })) => {
            let is = |part: Option<i32>| part.is_some_and(|part| f64::from(part) == *value);
            is(*year) || is(month.map(i32::from)) || is(day.map(i32::from))
        }
        _ => false,
    };
    parts(number, date) || parts(date, number)
}

/// Pairs what is left on both sides in the order of the text, percentages with percentages first.
/// What has no partner is no change.
fn pair_up<'a>(left: &Pair<Vec<&'a Mention>>) -> Vec<(&'a Mention, &'a Mention)> {
    let percent = |m: &Mention| matches!(m.value, Some(Value::Number { percent: true, .. }));
    let mut pairs = Vec::new();
    for wanted in [true, false] {
        let side = |side: Side| left[side].iter().copied().filter(move |m| percent(m) == wanted);
        pairs.extend(side(Side::Source).zip(side(Side::Translation)));
    }
    pairs
}

fn changed(
    context: &Context<'_>,
    link: &Link,
    kind: ConceptKind,
    source: &Mention,
    translation: &Mention,
) -> Finding {
    let values = Pair::new(
        context.text(Side::Source, source.span).to_owned(),
        context.text(Side::Translation, translation.span).to_owned(),
    );
    let (kind, what) = match kind {
        ConceptKind::Date => (FindingKind::DateChanged, "date"),
        _ => (FindingKind::NumberChanged, "number"),
    };
    Finding {
        id: String::new(),
        kind,
        severity: Severity::High,
        spans: Pair::new(Some(source.span), Some(translation.span)),
        message: format!(
            "The {what} is {} in the source and {} in the translation.",
            source.name, translation.name
        ),
        values: values.map(Some),
        probability: link.probability,
    }
}
