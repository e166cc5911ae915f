//! Units without a counterpart, and units that stand elsewhere.

use super::{Context, Finding, FindingKind, severity};
use crate::segment::{Segments, TokenKind};
use crate::span::{Pair, Side, Span};

/// So many sentences on, a moved one belongs to the same block.
const NEXT: usize = 2;

pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for side in Side::BOTH {
        unlinked(context, side, findings);
    }
    moved(context, findings);
}

/// One finding for each run of unlinked sentences, over the ends of paragraphs where nothing stands
/// between.
fn unlinked(context: &Context<'_>, side: Side, findings: &mut Vec<Finding>) {
    let segments = &context.segments[side];
    let linked = linked(context, side);
    let mut run: Vec<usize> = Vec::new();
    let mut close = |run: &mut Vec<usize>| {
        if let Some(span) = context.sentences(side, run) {
            findings.push(unlinked_run(context, side, span, run));
            run.clear();
        }
    };
    for paragraph in &segments.paragraphs {
        if !paragraph.role.is_content() {
            close(&mut run);
            continue;
        }
        for sentence in paragraph.sentences.clone() {
            match linked.get(sentence) {
                Some(false) => run.push(sentence),
                _ => close(&mut run),
            }
        }
    }
    close(&mut run);
}

fn unlinked_run(context: &Context<'_>, side: Side, span: Span, run: &[usize]) -> Finding {
    let words = run.iter().map(|&s| words(&context.segments[side], s)).sum();
    let mentions = &context.mentions[side];
    let first = mentions.partition_point(|m| m.span.start < span.start);
    let facts = mentions[first..].iter().take_while(|m| m.span.start < span.end);
    let facts = facts.filter(|m| span.contains(m.span) && !m.is_weak()).count();
    let kind = match side {
        Side::Source => FindingKind::Dropped,
        Side::Translation => FindingKind::Added,
    };
    let subject = subject(&context.segments[side], run);
    let message = format!("{subject} no counterpart in the {}.", side.other().name());
    Finding::new(
        kind,
        severity::of_units(words, facts),
        Pair::only(side, span),
        Pair::default(),
        message,
        null_probability(context, side, run),
    )
}

/// The words of a unit, without marks.
fn words(segments: &Segments, sentence: usize) -> usize {
    let tokens = segments.tokens_in(&segments.sentences[sentence]);
    tokens.iter().filter(|token| token.kind == TokenKind::Word).count()
}

/// What a run is, as the beginning of a sentence: whole paragraphs, sentences of one, or a passage.
fn subject(segments: &Segments, run: &[usize]) -> String {
    let mut paragraphs: Vec<usize> = run.iter().map(|&s| segments.sentences[s].paragraph).collect();
    paragraphs.dedup();
    let units: usize = paragraphs.iter().map(|&p| segments.paragraphs[p].sentences.len()).sum();
    if units == run.len() {
        return match paragraphs.len() {
            0 | 1 => String::from("This paragraph has"),
            count => format!("These {count} paragraphs have"),
        };
    }
    let parts = run.iter().filter(|&&unit| segments.is_rest(unit)).count();
    let begins_inside = run.first().is_some_and(|&first| segments.is_rest(first));
    let is_cut = begins_inside || run.last().is_some_and(|&last| segments.goes_on(last));
    // A part at the beginning belongs to a sentence of which the rest is not here.
    let count = run.len() - parts + usize::from(begins_inside);
    match (is_cut, paragraphs.len(), count) {
        (true, _, 1) => String::from("This part of a sentence has"),
        (false, 1, 1) => String::from("This sentence has"),
        (false, 1, count) => format!("These {count} sentences have"),
        _ => String::from("This passage has"),
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
    let linked = Pair::SIDES.map(|side| linked(context, side));
    let mut links: Vec<_> = context.renderings().filter(|link| link.moved).collect();
    links.sort_by_key(|link| link.translation[0]);
    let mut blocks: Vec<(Vec<usize>, Vec<usize>, f64)> = Vec::new();
    for link in links {
        let follows = blocks.last().is_some_and(|(source, translation, _)| {
            // The block of the translation is what moved: much that is new in it ends it.
            let last = translation.last().map_or(0, |last| last + NEXT);
            goes_on(&linked.source, source, link.source[0])
                && goes_on(&linked.translation, translation, link.translation[0])
                && link.translation[0] <= last
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
        let spans = Pair::new(
            context.sentences(Side::Source, &source),
            context.sentences(Side::Translation, &translation),
        );
        let message = format!(
            "This passage stands in paragraph {from} of the source and in paragraph {to} of the translation, out of the source's order."
        );
        findings.push(Finding::new(
            FindingKind::Moved,
            severity::MOVED,
            spans,
            Pair::default(),
            message,
            probability,
        ));
    }
}

/// Whether a sentence follows a block with nothing linked between them.
fn goes_on(linked: &[bool], block: &[usize], next: usize) -> bool {
    let Some(&last) = block.last() else { return false };
    last < next && linked.get(last + 1..next).is_some_and(|gap| !gap.contains(&true))
}

/// Which sentences of a side render something or are rendered.
fn linked(context: &Context<'_>, side: Side) -> Vec<bool> {
    let mut linked = vec![false; context.segments[side].sentences.len()];
    for &sentence in context.renderings().flat_map(|link| link.units(side)) {
        linked[sentence] = true;
    }
    linked
}
