//! Which units of the two texts belong together, and how surely.

mod calibrate;
mod cut;
pub(crate) mod evidence;
mod habit;
pub(crate) mod item;
pub(crate) mod links;
pub(crate) mod matching;
mod near;
pub mod parameters;
mod part;
mod prepared;
pub(crate) mod related;
mod sequence;
mod sign;
pub mod verdict;
mod windows;

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use self::evidence::{Matrix, Postings, Scores, Window};
use self::item::{Builder, Interner, Inventory};
use self::matching::Matches;
pub use self::parameters::Parameters;
pub use self::part::Part;
use self::part::Parts;
pub use self::prepared::Prepared;
use self::sequence::{Emissions, posteriors};
use self::verdict::{Relation, Verdict};
use crate::concept::{Mention, UserWords};
use crate::document::Document;
use crate::lang::Lang;
use crate::segment::Segments;
use crate::span::{Pair, Side, Span};

/// Links between the units of two texts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Alignment {
    /// Links between paragraphs (indices into `Segments::paragraphs`).
    pub paragraphs: Vec<Link>,
    /// Links between sentences (indices into `Segments::sentences`).
    pub sentences: Vec<Link>,
    /// For every sentence of each side, the probability from 0 to 1 that it has no counterpart.
    #[serde(default)]
    pub nulls: Pair<Vec<f64>>,
}

/// Source units and translation units that belong together. Neither side is empty: a unit without
/// a counterpart is one that no link names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Units of the source, rising.
    pub source: Vec<usize>,
    /// Units of the translation, rising.
    pub translation: Vec<usize>,
    /// Whether one renders the other.
    pub kind: LinkKind,
    /// Probability from 0 to 1 that the link holds.
    pub probability: f64,
    /// What the model itself believed, before `probability` was corrected by how often it is right:
    /// decisions rest on this one.
    #[serde(default)]
    pub belief: f64,
    /// Whether it breaks the order of the source.
    pub moved: bool,
    /// What speaks for it, the strongest first.
    pub evidence: Vec<Evidence>,
}

impl Link {
    /// The units of one side.
    pub fn units(&self, side: Side) -> &[usize] {
        match side {
            Side::Source => &self.source,
            Side::Translation => &self.translation,
        }
    }
}

/// What a link claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkKind {
    /// One side renders the other.
    Translation,
    /// The same people, places or figures, but no rendering.
    Related,
}

/// Two stretches that say the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// In the source.
    pub source: Span,
    /// In the translation.
    pub translation: Span,
    /// What both refer to: a mention's concept, `word:…` for a dictionary sense, `cognate:…`.
    pub concept: String,
    /// Log-odds in natural units that it adds.
    pub weight: f64,
}

/// Sentence links of two inventories, and how well the whole fits.
#[derive(Debug)]
pub(crate) struct Fit {
    /// Links over sentences, indices into `Segments::sentences`.
    pub(crate) links: Vec<Link>,
    /// Mean log-odds a sentence against "no sentence renders another", of the source's sentences
    /// read against the translation, and the reverse.
    pub(crate) odds: Pair<f64>,
    /// Probability of every content sentence to have no counterpart.
    pub(crate) nulls: Pair<Vec<f64>>,
}

impl Fit {
    fn new(inventories: &Pair<Inventory>) -> Self {
        Self {
            links: Vec::new(),
            odds: Pair::new(0.0, 0.0),
            nulls: inventories.as_ref().map(|i| vec![1.0; i.sentences.len()]),
        }
    }
}

/// Times that sentences are cut and aligned anew, at the most.
const CUTTING_ROUNDS: usize = 3;

/// Aligns two texts and says how they are related. With `refine`, sentences that run two of the
/// other text together are cut first.
pub(crate) fn align(
    documents: Pair<&Document>,
    segments: &mut Pair<Segments>,
    mentions: &Pair<Vec<Mention>>,
    words: &UserWords,
    parameters: &Parameters,
    refine: bool,
) -> (Alignment, Verdict) {
    let parts = Parts::default();
    let (mut inventories, mut matches) = compared(documents, segments, mentions, words, parts);
    let mut fit = fit(&inventories, &matches, parameters);
    let renders = renders(&inventories, &matches, &fit, parameters);
    // A cut shows where the next one is.
    let rounds = if refine && renders { CUTTING_ROUNDS } else { 0 };
    for _ in 0..rounds {
        let langs = documents.map(|document| document.lang);
        let Some(cuts) = cuts(segments, langs, &inventories, &matches, &fit, parameters) else {
            break;
        };
        for side in Side::BOTH {
            segments[side].cut_before(&cuts[side]);
        }
        (inventories, matches) = compared(documents, segments, mentions, words, parts);
        fit = self::fit(&inventories, &matches, parameters);
    }
    if renders && let Some(learned) = learned(&inventories, &matches, &fit) {
        matches = learned;
        fit = self::fit(&inventories, &matches, parameters);
    }
    conclude(segments, &inventories, &matches, fit, parameters)
}

fn renders(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    fit: &Fit,
    parameters: &Parameters,
) -> bool {
    verdict::verdict(inventories, matches, fit, &parameters.relations).relation.is_rendering()
}

/// The tokens before which sentences are to be cut; none where there are none.
fn cuts(
    segments: &Pair<Segments>,
    langs: Pair<Lang>,
    inventories: &Pair<Inventory>,
    matches: &Matches,
    fit: &Fit,
    parameters: &Parameters,
) -> Option<Pair<Vec<usize>>> {
    let cuts = cut::cuts(segments, langs, inventories, matches, &fit.links, parameters);
    Side::BOTH.iter().any(|&side| !cuts[side].is_empty()).then_some(cuts)
}

/// The matches with those that the links of this pair teach; none where they teach nothing.
fn learned(inventories: &Pair<Inventory>, matches: &Matches, fit: &Fit) -> Option<Matches> {
    let habits = habit::habits(inventories, matches, &fit.links);
    if habits.is_empty() {
        return None;
    }
    let mut matches = matches.clone();
    matches.add(&habits);
    Some(matches)
}

/// The verdict, the links that it lets stand, and their probabilities as they are reported.
fn conclude(
    segments: &Pair<Segments>,
    inventories: &Pair<Inventory>,
    matches: &Matches,
    fit: Fit,
    parameters: &Parameters,
) -> (Alignment, Verdict) {
    let verdict = verdict::verdict(inventories, matches, &fit, &parameters.relations);
    let sentences = if verdict.relation.is_rendering() { fit.links } else { Vec::new() };
    let mut paragraphs = paragraph_links(segments, &sentences);
    if verdict.relation != Relation::Unrelated {
        let free = Side::BOTH.map(|side| unlinked_paragraphs(&segments[side], &paragraphs, side));
        let [source, translation] = free;
        paragraphs.extend(related::related(inventories, matches, &Pair::new(source, translation)));
    }
    let nulls = Side::BOTH.map(|side| {
        let mut nulls = vec![1.0; segments[side].sentences.len()];
        if verdict.relation.is_rendering() {
            for (unit, probability) in inventories[side].sentences.iter().zip(&fit.nulls[side]) {
                nulls[unit.sentence] = *probability;
            }
        }
        nulls
    });
    let [source, translation] = nulls;
    let nulls = Pair::new(source, translation);
    let mut alignment = Alignment { paragraphs, sentences, nulls };
    if verdict.relation.is_rendering() {
        calibrate::calibrate(&mut alignment, verdict.coverage, &parameters.calibration);
    }
    (alignment, verdict)
}

/// The items of both texts, and which of them match.
fn compared(
    documents: Pair<&Document>,
    segments: &Pair<Segments>,
    mentions: &Pair<Vec<Mention>>,
    words: &UserWords,
    parts: Parts,
) -> (Pair<Inventory>, Matches) {
    let concepts = mentions.as_ref().map(|mentions| {
        mentions.iter().map(|mention| mention.concept.as_str()).collect::<FxHashSet<_>>()
    });
    let mut interner = Interner::default();
    let mut inventory = |side: Side| {
        let document = documents[side];
        let builder = Builder::new(document.lang, words, parts, &mut interner);
        // What the text alone makes a name counts as one where the other text names it too;
        // elsewhere its words count.
        let counts = |mention: &&Mention| {
            !mention.is_weak()
                && (!mention.is_derived()
                    || concepts[side.other()].contains(mention.concept.as_str()))
        };
        let mentions = mentions[side].iter().filter(counts);
        builder.inventory(&document.text, &segments[side], mentions)
    };
    let inventories = Pair::new(inventory(Side::Source), inventory(Side::Translation));
    let matches = Matches::new(&inventories, parts.has(Part::Sound));
    (inventories, matches)
}

fn fit(inventories: &Pair<Inventory>, matches: &Matches, parameters: &Parameters) -> Fit {
    let postings =
        Pair::new(Postings::new(&inventories.source), Postings::new(&inventories.translation));
    let mut fit = Fit::new(inventories);
    let mut weights = Vec::new();
    for window in windows::windows(inventories, matches, &postings) {
        fit_window(inventories, matches, &postings, &window, parameters, &mut fit, &mut weights);
    }
    let sentences = inventories.as_ref().map(|i| i.sentences.len().max(1) as f64);
    fit.odds.source /= sentences.source;
    fit.odds.translation /= sentences.translation;
    links::mark_moved(&mut fit.links, &weights);
    fit
}

/// Aligns one window and adds what it finds to `fit`; `weights` are the lengths of the links'
/// translation sides.
fn fit_window(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    postings: &Pair<Postings>,
    window: &Window,
    parameters: &Parameters,
    fit: &mut Fit,
    weights: &mut Vec<f64>,
) {
    let (n, m) = (window.source.len(), window.translation.len());
    let scores = Scores::new(inventories, matches, postings, window, parameters);
    let opens = |side: Side| -> Vec<bool> {
        let units = &inventories[side].sentences[window[side].clone()];
        units.iter().map(|unit| unit.opens_paragraph).collect()
    };
    let (turned, doubled) =
        (scores.single.transposed(), scores.two_translations.each_ref().map(Matrix::transposed));
    let forward = Emissions {
        single: &scores.single,
        double: &scores.two_sources,
        same: &scores.single.second_parts(&scores.two_translations[0], n, m),
        positions: n,
        opens: &opens(Side::Translation),
    };
    let backward = Emissions {
        single: &turned,
        double: &doubled,
        same: &turned.second_parts(&scores.two_sources[0].transposed(), m, n),
        positions: m,
        opens: &opens(Side::Source),
    };
    let (forward, backward) = (posteriors(&forward, parameters), posteriors(&backward, parameters));
    fit.odds.source += backward.odds;
    fit.odds.translation += forward.odds;
    let mut linked = Matrix::new(n, m, 0.0);
    for i in 0..n {
        for j in 0..m {
            // Both readings must agree: the geometric mean is low where either is.
            let probability = (forward.linked.at(i, j) * backward.linked.at(j, i)).sqrt().min(1.0);
            *linked.at_mut(i, j) = probability;
            for (side, at) in [(Side::Source, i), (Side::Translation, j)] {
                let null = &mut fit.nulls[side][window[side].start + at];
                *null = null.min(1.0 - probability);
            }
        }
    }
    for (mut source, mut translation) in
        links::group(&links::edges(&linked, n, m, parameters.link_threshold))
    {
        let cells = source.iter().flat_map(|&i| translation.iter().map(move |&j| (i, j)));
        let probability = cells.map(|(i, j)| linked.at(i, j)).fold(1.0, f64::min);
        source.iter_mut().for_each(|i| *i += window.source.start);
        translation.iter_mut().for_each(|j| *j += window.translation.start);
        weights.push(translation.iter().map(|&j| inventories.translation.sentences[j].chars).sum());
        let group = (source, translation);
        fit.links.push(links::link(
            inventories,
            matches,
            &group,
            LinkKind::Translation,
            probability,
        ));
    }
}

/// Paragraphs are linked where their sentences are; the likeliest of the sentence links counts.
fn paragraph_links(segments: &Pair<Segments>, sentences: &[Link]) -> Vec<Link> {
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
        paragraphs.push(Link {
            source,
            translation,
            kind: LinkKind::Translation,
            probability: under.iter().map(|link| link.probability).fold(0.0, f64::max),
            belief: under.iter().map(|link| link.probability).fold(0.0, f64::max),
            moved: false,
            evidence,
        });
    }
    links::mark_moved(&mut paragraphs, &weights);
    paragraphs
}

/// Content paragraphs that no link names.
fn unlinked_paragraphs(segments: &Segments, links: &[Link], side: Side) -> Vec<usize> {
    let linked: FxHashSet<usize> =
        links.iter().flat_map(|link| link.units(side)).copied().collect();
    (0..segments.paragraphs.len())
        .filter(|&paragraph| segments.paragraphs[paragraph].role.is_content())
        .filter(|paragraph| !linked.contains(paragraph))
        .collect()
}
