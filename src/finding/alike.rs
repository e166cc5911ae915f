//! Figures of one value that do not say the same: in another unit, above it and below it.

use super::figure::Figure;
use super::{Context, Finding, FindingKind, Severity, severity};
use crate::align::Link;
use crate::concept::{Approx, Unit};
use crate::lang::is_negation;
use crate::span::{Pair, Side, Span};

/// How sure such a change is, in a link of at least the other probability.
const SURE: f64 = 0.95;
const SECURE_LINK: f64 = 0.75;
/// Words before a figure among which a denial turns its limit around.
const DENIAL: usize = 8;

/// Finds figures that both sides of a link have just once, with another unit or another limit.
pub(super) fn find(
    context: &Context<'_>,
    link: &Link,
    here: &Pair<Vec<Figure<'_>>>,
    findings: &mut Vec<Finding>,
) {
    if link.belief < SECURE_LINK {
        return;
    }
    for mine in here.source.iter().filter(|figure| !figure.is_label() && !figure.code) {
        let mut same = here.translation.iter().filter(|theirs| theirs.equals(mine));
        let (Some(theirs), None) = (same.next(), same.next()) else { continue };
        let once = here.source.iter().filter(|other| other.equals(mine)).count() == 1;
        if !once || mine.percent != theirs.percent {
            continue;
        }
        let probability = link.probability * SURE;
        let changed = |severity: Severity, spans: Pair<Span>, message: String| {
            context.changed(FindingKind::NumberChanged, severity, spans, message, probability)
        };
        if let Some((unit, other)) = other_unit(mine, theirs) {
            let spans = Pair::new(
                with_unit(context, Side::Source, mine),
                with_unit(context, Side::Translation, theirs),
            );
            let message = format!(
                "The unit of {} is {} in the source and {} in the translation.",
                mine.mention.name,
                unit.name(),
                other.name()
            );
            findings.push(changed(severity::OTHER_UNIT, spans, message));
        } else if let Some((limit, other)) = other_limit(mine, theirs)
            && !is_denied(context, Side::Source, mine)
            && !is_denied(context, Side::Translation, theirs)
        {
            let message = format!(
                "The source says {limit} {0}, the translation {other} {0}.",
                mine.mention.name
            );
            findings.push(changed(
                severity::OTHER_LIMIT,
                Pair::new(mine.span, theirs.span),
                message,
            ));
        }
    }
}

/// The units of two figures where they are not the same and measure one thing.
fn other_unit(mine: &Figure<'_>, theirs: &Figure<'_>) -> Option<(Unit, Unit)> {
    let (unit, other) = (mine.sure_unit()?, theirs.sure_unit()?);
    let comparable = unit.compares_with(other) || (unit.is_currency() && other.is_currency());
    (unit != other && comparable && mine.value != 0.0 && !mine.converts(theirs))
        .then_some((unit, other))
}

/// The limits of two figures where one is the least and the other the most.
fn other_limit(mine: &Figure<'_>, theirs: &Figure<'_>) -> Option<(&'static str, &'static str)> {
    const ABOVE: &str = "more than";
    const BELOW: &str = "less than";
    match (mine.approx()?, theirs.approx()?) {
        (Approx::More, Approx::Less) => Some((ABOVE, BELOW)),
        (Approx::Less, Approx::More) => Some((BELOW, ABOVE)),
        _ => None,
    }
}

/// Whether something is denied before a figure: "will take no more than", which is a limit from above.
fn is_denied(context: &Context<'_>, side: Side, figure: &Figure<'_>) -> bool {
    let lang = context.documents[side].lang;
    let tokens = context.tokens_in(side, figure.sentence);
    let before = &tokens[..tokens.partition_point(|token| token.span.end <= figure.span.start)];
    before.iter().rev().take(DENIAL).any(|token| is_negation(lang, &token.key))
}

/// A figure with the word behind it.
fn with_unit(context: &Context<'_>, side: Side, figure: &Figure<'_>) -> Span {
    let behind = context.tokens_behind(side, figure.sentence, figure.span).first();
    behind.map_or(figure.span, |token| figure.span.join(token.span))
}
