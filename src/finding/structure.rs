//! Units without a counterpart, and units that stand elsewhere.

use super::{Context, Finding, FindingKind, Severity};
use crate::span::{Pair, Side, Span};

/// A unit of at most this many words that is left out is for the record: a heading, an aside.
const SHORT: usize = 5;

pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for side in Side::BOTH {
        unlinked(context, side, findings);
    }
    moved(context, findings);
}

/// One finding for each run of unlinked sentences inside a paragraph.
fn unlinked(context: &Context<'_>, side: Side, findings: &mut Vec<Finding>) {
    let segments = &context.segments[side];
    let mut linked = vec![false; segments.sentences.len()];
    for link in context.renderings() {
        for &sentence in link.units(side) {
            linked[sentence] = true;
        }
    }
    for paragraph in segments.paragraphs.iter().filter(|p| p.role.is_content()) {
        let mut run: Vec<usize> = Vec::new();
        for sentence in paragraph.sentences.clone().chain([usize::MAX]) {
            if linked.get(sentence) == Some(&false) {
                run.push(sentence);
            } else if let Some(span) = context.sentences(side, &run) {
                let whole = run.len() == paragraph.sentences.len();
                findings.push(unlinked_run(context, side, span, &run, whole));
                run.clear();
            }
        }
    }
}

fn unlinked_run(
    context: &Context<'_>,
    side: Side,
    span: Span,
    run: &[usize],
    whole: bool,
) -> Finding {
    let words: usize = run.iter().map(|&s| context.segments[side].sentences[s].tokens.len()).sum();
    let mentions = &context.mentions[side];
    let first = mentions.partition_point(|m| m.span.start < span.start);
    let facts = mentions[first..].iter().take_while(|m| m.span.start < span.end);
    let facts = facts.filter(|m| span.contains(m.span)).count();
    let severity = match (words, facts) {
        (words, _) if words <= SHORT => Severity::Low,
        (_, 2..) => Severity::High,
        _ => Severity::Medium,
    };
    let (kind, other) = match side {
        Side::Source => (FindingKind::Dropped, "translation"),
        Side::Translation => (FindingKind::Added, "source"),
    };
    let segments = &context.segments[side];
    let parts = run.iter().filter(|&&unit| segments.is_rest(unit)).count();
    let is_cut = run.first().is_some_and(|&first| segments.is_rest(first))
        || run.last().is_some_and(|&last| segments.goes_on(last));
    // A part at the beginning belongs to a sentence of which the rest is not here.
    let count = run.len() - parts + usize::from(run.first().is_some_and(|&s| segments.is_rest(s)));
    let what = match (whole, is_cut, count) {
        (true, ..) => String::from("This paragraph has"),
        (false, true, 1) => String::from("This part of a sentence has"),
        (false, true, _) => String::from("This passage has"),
        (false, false, 1) => String::from("This sentence has"),
        (false, false, count) => format!("These {count} sentences have"),
    };
    let mut spans = Pair::default();
    spans[side] = Some(span);
    Finding {
        id: String::new(),
        part_of: None,
        kind,
        severity,
        spans,
        message: format!("{what} no counterpart in the {other}."),
        values: Pair::default(),
        probability: null_probability(context, side, run),
        elsewhere: Pair::default(),
    }
}

/// How surely none of the sentences has a counterpart.
fn null_probability(context: &Context<'_>, side: Side, run: &[usize]) -> f64 {
    let nulls = &context.alignment.nulls[side];
    let product: f64 = run.iter().map(|&s| nulls.get(s).copied().unwrap_or(0.5)).product();
    product.powf(1.0 / run.len().max(1) as f64)
}

/// One finding for each block of neighbouring links that break the order together.
fn moved(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut linked = vec![false; context.segments.translation.sentences.len()];
    for &sentence in context.renderings().flat_map(|link| &link.translation) {
        linked[sentence] = true;
    }
    let mut links: Vec<_> = context.renderings().filter(|link| link.moved).collect();
    links.sort_by_key(|link| link.translation[0]);
    let mut blocks: Vec<(Vec<usize>, Vec<usize>, f64)> = Vec::new();
    for link in links {
        let follows = blocks.last().is_some_and(|(source, translation, _)| {
            let next = |units: &[usize], first: usize| {
                units.last().is_some_and(|&last| first > last && first - last <= 2)
            };
            next(source, link.source[0])
                && next(translation, link.translation[0])
                && !gap_is_linked(&linked, translation, link.translation[0])
        });
        match blocks.last_mut() {
            Some((source, translation, probability)) if follows => {
                source.extend(&link.source);
                translation.extend(&link.translation);
                *probability = probability.min(link.probability);
            }
            _ => blocks.push((link.source.clone(), link.translation.clone(), link.probability)),
        }
    }
    for (source, translation, probability) in blocks {
        let paragraph = |side: Side, sentences: &[usize]| {
            sentences.first().map_or(0, |&s| context.segments[side].sentences[s].paragraph + 1)
        };
        let (from, to) =
            (paragraph(Side::Source, &source), paragraph(Side::Translation, &translation));
        findings.push(Finding {
            id: String::new(),
            part_of: None,
            kind: FindingKind::Moved,
            severity: Severity::Low,
            spans: Pair::new(
                context.sentences(Side::Source, &source),
                context.sentences(Side::Translation, &translation),
            ),
            message: format!(
                "This passage stands in paragraph {from} of the source and in paragraph {to} of the translation, out of the source's order."
            ),
            values: Pair::default(),
            probability,
            elsewhere: Pair::default(),
        });
    }
}

/// Whether a sentence between a block and the next link is linked itself, so that the block ends.
fn gap_is_linked(linked: &[bool], block: &[usize], next: usize) -> bool {
    let Some(&last) = block.last() else { return false };
    linked.get(last + 1..next).is_some_and(|gap| gap.contains(&true))
}
