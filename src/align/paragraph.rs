//! Which paragraphs belong together, by the links between their sentences.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::links;
use super::{By, Evidence, Link, LinkKind};
use crate::segment::Segments;
use crate::span::{Pair, Side, Span};

/// Paragraphs are linked where their sentences are; the likeliest of the sentence links counts.
pub(super) fn linked(segments: &Pair<Segments>, sentences: &[Link]) -> Vec<Link> {
    let mut edges: BTreeMap<(usize, usize), Vec<&Link>> = BTreeMap::new();
    for link in sentences {
        for &s in &link.source {
            for &t in &link.translation {
                let edge = (
                    segments.source.sentences[s].paragraph,
                    segments.translation.sentences[t].paragraph,
                );
                let links = edges.entry(edge).or_default();
                if !links.last().is_some_and(|&last| std::ptr::eq(last, link)) {
                    links.push(link);
                }
            }
        }
    }
    let keys: Vec<(usize, usize)> = edges.keys().copied().collect();
    let mut paragraphs = Vec::new();
    let mut weights = Vec::new();
    for (source, translation) in links::group(&keys) {
        let cells = source.iter().flat_map(|&s| translation.iter().map(move |&t| (s, t)));
        let under: Vec<&Link> =
            cells.filter_map(|cell| edges.get(&cell)).flatten().copied().collect();
        let mut evidence: Vec<Evidence> = Vec::new();
        // A sentence link may reach into paragraphs that this one does not name.
        let is_inside = |side: Side, units: &[usize], span: Span| {
            units.iter().any(|&unit| segments[side].paragraphs[unit].span.contains(span))
        };
        for piece in under.iter().flat_map(|link| &link.evidence) {
            if is_inside(Side::Source, &source, piece.source)
                && is_inside(Side::Translation, &translation, piece.translation)
                && !evidence.contains(piece)
            {
                evidence.push(piece.clone());
            }
        }
        evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        evidence.truncate(links::EVIDENCE_LIMIT);
        weights.push(
            translation.iter().map(|&t| segments.translation.paragraphs[t].span.len() as f64).sum(),
        );
        let mut cells = source.iter().flat_map(|&s| translation.iter().map(move |&t| (s, t)));
        let confirmed = cells.all(|cell| {
            edges.get(&cell).is_some_and(|links| links.iter().any(|link| link.by == By::Person))
        });
        paragraphs.push(Link {
            source,
            translation,
            kind: LinkKind::Translation,
            probability: under.iter().map(|link| link.probability).fold(0.0, f64::max),
            belief: under.iter().map(|link| link.probability).fold(0.0, f64::max),
            moved: false,
            evidence,
            by: if confirmed { By::Person } else { By::Machine },
        });
    }
    links::mark_moved(&mut paragraphs, &weights);
    paragraphs
}

/// Content paragraphs that no link names.
pub(super) fn unlinked(segments: &Segments, links: &[Link], side: Side) -> Vec<usize> {
    let linked: FxHashSet<usize> =
        links.iter().flat_map(|link| link.units(side)).copied().collect();
    (0..segments.paragraphs.len())
        .filter(|&paragraph| segments.paragraphs[paragraph].role.is_content())
        .filter(|paragraph| !linked.contains(paragraph))
        .collect()
}
