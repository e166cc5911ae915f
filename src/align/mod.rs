//! Which units of the two texts belong together, and how surely.

mod beside;
mod calibrate;
mod cut;
pub(crate) mod evidence;
mod far;
mod fit;
mod habit;
pub(crate) mod item;
mod length;
pub(crate) mod links;
mod lock;
pub(crate) mod matching;
mod meeting;
mod near;
mod paragraph;
pub mod parameters;
mod part;
mod prepared;
pub(crate) mod related;
mod sequence;
mod sign;
pub mod verdict;
mod windows;
mod worth;

use std::ops::ControlFlow;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use self::fit::{Fit, Pieces};
use self::item::{Builder, Interner, Inventory};
use self::lock::Constraints;
pub use self::lock::{Lock, LockKind, Locks};
use self::matching::Matches;
pub use self::meeting::{Meetings, Others};
pub use self::parameters::Parameters;
pub use self::part::Part;
use self::part::Parts;
pub use self::prepared::Prepared;
use self::verdict::{Relation, Verdict};
use crate::concept::{Mention, UserWords};
use crate::document::Document;
use crate::lang::Lang;
use crate::progress::Watch;
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
    /// What the model itself believed, before `probability` was corrected by how often it is right,
    /// and of the link before a sentence beside it joined: decisions rest on this one.
    #[serde(default)]
    pub belief: f64,
    /// Whether it breaks the order of the source.
    pub moved: bool,
    /// What speaks for it, the strongest first.
    pub evidence: Vec<Evidence>,
    /// Who made it.
    #[serde(default)]
    pub by: By,
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

/// Who made a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// The program.
    #[default]
    Machine,
    /// Somebody who [confirmed](Locks::confirm) it.
    Person,
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

/// Times that sentences are cut and aligned anew, at the most.
const CUTTING_ROUNDS: usize = 3;

/// What the caller of a comparison brings along.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given<'a> {
    pub(crate) words: &'a UserWords,
    pub(crate) locks: &'a Locks,
    pub(crate) others: &'a Others,
    pub(crate) parameters: &'a Parameters,
    /// Whether sentences that run two of the other text together are cut first.
    pub(crate) refine: bool,
}

/// Aligns two texts and says how they are related.
pub(crate) fn align<B>(
    documents: Pair<&Document>,
    segments: &mut Pair<Segments>,
    mentions: &Pair<Vec<Mention>>,
    given: &Given<'_>,
    watch: Watch<'_, B>,
) -> ControlFlow<B, (Alignment, Verdict)> {
    let Given { words, locks, others, parameters, refine } = *given;
    let langs = documents.map(|document| document.lang);
    let parts = Parts::default();
    let mut constraints = Constraints::default();
    let mut items = Items::new(documents, mentions, words, parts);
    let (mut inventories, mut matches) = items.of(segments, Pair::default());
    let mut pieces = Pieces::new(&inventories, &matches, parameters, watch)?;
    let mut fit = pieces.fit(&inventories, &constraints);
    let mut renders = renders(&inventories, &matches, &fit, parameters);
    // A cut shows where the next one is.
    let rounds = if refine && renders { CUTTING_ROUNDS } else { 0 };
    for _ in 0..rounds {
        let found = (&pieces, &fit);
        let Some(cuts) = cuts(segments, langs, &inventories, &matches, found, parameters) else {
            break;
        };
        let places = pieces.places(segments, &inventories);
        for side in Side::BOTH {
            segments[side].cut_before(&documents[side].text, &cuts[side]);
        }
        // Of a book there is no room for both.
        drop(matches);
        (inventories, matches) = items.of(segments, inventories);
        pieces.follow(&places, &cuts, segments, &inventories);
        pieces.align(&inventories, &matches, &constraints, parameters, watch)?;
        fit = pieces.fit(&inventories, &constraints);
    }
    if !locks.is_empty() {
        // The units are those that the person saw, who had no lock yet or others.
        let cuts = locks.cuts(segments);
        if Side::BOTH.iter().any(|&side| !cuts[side].is_empty()) {
            let places = pieces.places(segments, &inventories);
            for side in Side::BOTH {
                segments[side].cut_before(&documents[side].text, &cuts[side]);
            }
            (inventories, matches) = items.of(segments, inventories);
            pieces.follow(&places, &cuts, segments, &inventories);
        }
        constraints = Constraints::new(locks, segments, &inventories);
        pieces.bind(&constraints);
        pieces.align(&inventories, &matches, &constraints, parameters, watch)?;
        fit = pieces.fit(&inventories, &constraints);
        renders = self::renders(&inventories, &matches, &fit, parameters);
    }
    // Units are the same whatever other pairs teach: a lock that names one goes on meaning it.
    if !others.is_empty() {
        let habits = habit::foreign_habits(&inventories, langs, &matches, others);
        matches.add(&habits);
        pieces.doubt(&inventories, &habits);
        pieces.align(&inventories, &matches, &constraints, parameters, watch)?;
        fit = pieces.fit(&inventories, &constraints);
        renders = self::renders(&inventories, &matches, &fit, parameters);
    }
    if renders {
        let habits = habit::habits(&inventories, &matches, &fit.links);
        if !habits.is_empty() {
            matches.add(&habits);
            pieces.doubt(&inventories, &habits);
            pieces.align(&inventories, &matches, &constraints, parameters, watch)?;
            fit = pieces.fit(&inventories, &constraints);
        }
    }
    ControlFlow::Continue(conclude(segments, &inventories, &matches, &constraints, fit, parameters))
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
    (pieces, fit): (&Pieces, &Fit),
    parameters: &Parameters,
) -> Option<Pair<Vec<usize>>> {
    let cuts = cut::Cutter { segments, langs, inventories, matches, parameters };
    let cuts = cuts.cuts(pieces, fit);
    Side::BOTH.iter().any(|&side| !cuts[side].is_empty()).then_some(cuts)
}

/// How often words meet in the secure links of two texts.
pub(crate) fn meetings(
    documents: Pair<&Document>,
    segments: &Pair<Segments>,
    mentions: &Pair<Vec<Mention>>,
    words: &UserWords,
    links: &[Link],
) -> Meetings {
    let (inventories, matches) = compared(documents, segments, mentions, words, Parts::default());
    let counts = habit::count(&inventories, &matches, links, |_, _| true);
    Meetings::of_pair(&inventories, documents.map(|document| document.lang), &counts)
}

/// The verdict, the links that it lets stand, and their probabilities as they are reported.
fn conclude(
    segments: &Pair<Segments>,
    inventories: &Pair<Inventory>,
    matches: &Matches,
    constraints: &Constraints,
    mut fit: Fit,
    parameters: &Parameters,
) -> (Alignment, Verdict) {
    let verdict = verdict::verdict(inventories, matches, &fit, &parameters.relations);
    let mut sentences = fit.take_links(inventories, matches);
    if !verdict.relation.is_rendering() {
        sentences.retain(|link| link.by == By::Person);
    }
    let mut paragraphs = paragraph::linked(segments, &sentences);
    if verdict.relation != Relation::Unrelated {
        let free = Pair::SIDES.map(|side| paragraph::unlinked(&segments[side], &paragraphs, side));
        paragraphs.extend(related::related(inventories, matches, &free, constraints));
    }
    let nulls = Pair::SIDES.map(|side| {
        let mut nulls = vec![1.0; segments[side].sentences.len()];
        if verdict.relation.is_rendering() {
            for (unit, probability) in inventories[side].sentences.iter().zip(&fit.nulls[side]) {
                nulls[unit.sentence] = *probability;
            }
        }
        let confirmed = sentences.iter().filter(|link| link.by == By::Person);
        confirmed.flat_map(|link| link.units(side)).for_each(|&sentence| nulls[sentence] = 0.0);
        nulls
    });
    let mut alignment = Alignment { paragraphs, sentences, nulls };
    if verdict.relation.is_rendering() {
        calibrate::calibrate(&mut alignment, verdict.coverage, &parameters.calibration);
    }
    (alignment, verdict)
}

/// Makes the items of both texts, and finds which of them match.
struct Items<'a> {
    documents: Pair<&'a Document>,
    mentions: &'a Pair<Vec<Mention>>,
    parts: Parts,
    concepts: Pair<FxHashSet<&'a str>>,
    interner: Interner,
    builders: Pair<Builder<'a>>,
}

impl<'a> Items<'a> {
    fn new(
        documents: Pair<&'a Document>,
        mentions: &'a Pair<Vec<Mention>>,
        words: &'a UserWords,
        parts: Parts,
    ) -> Self {
        let concepts = mentions.as_ref().map(|mentions| {
            mentions.iter().map(|mention| mention.concept.as_str()).collect::<FxHashSet<_>>()
        });
        let builders = documents.map(|document| Builder::new(document.lang, words, parts));
        Self { documents, mentions, parts, concepts, interner: Interner::default(), builders }
    }

    /// The items of sentences as they are cut now; `before` are those of the cuts before.
    fn of(
        &mut self,
        segments: &Pair<Segments>,
        before: Pair<Inventory>,
    ) -> (Pair<Inventory>, Matches) {
        let Self { documents, mentions, parts, concepts, interner, builders } = self;
        let mut inventory = |side: Side, before: Inventory| {
            // What the text alone makes a name counts as one where the other text names it too;
            // elsewhere its words count.
            let counts = |mention: &&Mention| {
                !mention.is_weak()
                    && (!mention.is_derived()
                        || concepts[side.other()].contains(mention.concept.as_str()))
            };
            let mentions = mentions[side].iter().filter(counts);
            let text = &documents[side].text;
            builders[side].inventory(interner, text, &segments[side], mentions, before)
        };
        let inventories = Pair::new(
            inventory(Side::Source, before.source),
            inventory(Side::Translation, before.translation),
        );
        let matches = Matches::new(&inventories, parts.has(Part::Sound));
        (inventories, matches)
    }
}

/// The items of both texts, and which of them match.
fn compared(
    documents: Pair<&Document>,
    segments: &Pair<Segments>,
    mentions: &Pair<Vec<Mention>>,
    words: &UserWords,
    parts: Parts,
) -> (Pair<Inventory>, Matches) {
    Items::new(documents, mentions, words, parts).of(segments, Pair::default())
}
