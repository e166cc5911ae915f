//! Names inside a link.

use super::{Context, Finding, FindingKind, Severity};
use crate::align::Link;
use crate::concept::{FoundBy, Mention};
use crate::span::{Pair, Side};

pub(super) fn find(context: &Context<'_>, link: &Link, findings: &mut Vec<Finding>) {
    let mut left = Pair::new(
        left_over(context, link, Side::Source),
        left_over(context, link, Side::Translation),
    );
    // A name of one sort that is missing on one side and a new one on the other: changed.
    let translation = std::mem::take(&mut left.translation);
    for theirs in translation {
        match left.source.iter().position(|mine| mine.kind == theirs.kind) {
            Some(at) => {
                let mine = left.source.remove(at);
                findings.push(changed(context, link, mine, theirs));
            }
            None => left.translation.push(theirs),
        }
    }
    for side in Side::BOTH {
        for mention in &left[side] {
            findings.push(alone(context, link, side, mention));
        }
    }
}

/// Known names of one side that the other side of the link does not have, each once.
fn left_over<'a>(context: &'a Context<'_>, link: &Link, side: Side) -> Vec<&'a Mention> {
    let theirs = context.mentions_of(side.other(), link);
    let mut left: Vec<&Mention> = Vec::new();
    for mention in context.mentions_of(side, link) {
        let known = mention.kind.is_name() && mention.found_by == FoundBy::Gazetteer;
        let met = theirs.iter().any(|other| other.concept == mention.concept)
            || link.evidence.iter().any(|e| {
                let span = match side {
                    Side::Source => e.source,
                    Side::Translation => e.translation,
                };
                span.overlaps(mention.span)
            });
        if known && !met && !left.iter().any(|m| m.concept == mention.concept) {
            left.push(mention);
        }
    }
    left
}

fn changed(context: &Context<'_>, link: &Link, source: &Mention, translation: &Mention) -> Finding {
    Finding {
        id: String::new(),
        kind: FindingKind::NameChanged,
        severity: Severity::High,
        spans: Pair::new(Some(source.span), Some(translation.span)),
        message: format!("The source names {}, the translation {}.", source.name, translation.name),
        values: Pair::new(
            Some(context.text(Side::Source, source.span).to_owned()),
            Some(context.text(Side::Translation, translation.span).to_owned()),
        ),
        probability: link.probability,
    }
}

fn alone(context: &Context<'_>, link: &Link, side: Side, mention: &Mention) -> Finding {
    let (kind, has, lacks) = match side {
        Side::Source => (FindingKind::NameDropped, "source", "translation"),
        Side::Translation => (FindingKind::NameAdded, "translation", "source"),
    };
    let mut spans = Pair::default();
    spans[side] = Some(mention.span);
    spans[side.other()] = context.sentences(side.other(), link.units(side.other()));
    let mut values = Pair::default();
    values[side] = Some(context.text(side, mention.span).to_owned());
    Finding {
        id: String::new(),
        kind,
        severity: Severity::Low,
        spans,
        message: format!(
            "{} is named here in the {has}, and not in the {lacks}'s counterpart.",
            mention.name
        ),
        values,
        probability: link.probability,
    }
}
