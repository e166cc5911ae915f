//! How the two texts are related as wholes.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::Link;
use super::fit::Fit;
use super::item::{Class, Inventory};
use super::matching::Matches;
use super::parameters::Relations;
use crate::span::{Pair, Side};

/// How two texts are related as wholes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The relation.
    pub relation: Relation,
    /// Probability from 0 to 1 that the relation is right.
    pub confidence: f64,
    /// Share of each side's words that stand in sentences with a translation link, 0 to 1.
    pub coverage: Pair<f64>,
    /// Share of each side's distinct names that the other side has too, 0 to 1; none where it has no name.
    pub shared_names: Pair<Option<f64>>,
    /// Share of each side's distinct numbers and dates that the other side has too, 0 to 1; none where it has no figure.
    pub shared_figures: Pair<Option<f64>>,
    /// One English sentence.
    pub summary: String,
}

/// How two texts are related as wholes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// One renders the other.
    Translation,
    /// Translated with parts left out, put in or moved.
    Adaptation,
    /// The same events, independently written.
    Comparable,
    /// Different matters.
    Unrelated,
}

impl Relation {
    /// The name in the JSON contract and in `--fail-on`: `translation`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Translation => "translation",
            Self::Adaptation => "adaptation",
            Self::Comparable => "comparable",
            Self::Unrelated => "unrelated",
        }
    }

    /// Whether one text renders the other, wholly or in part, so that units can be dropped or added.
    pub const fn is_rendering(self) -> bool {
        matches!(self, Self::Translation | Self::Adaptation)
    }
}

/// The verdict over two inventories and their fit.
pub(crate) fn verdict(
    inventories: &Pair<Inventory>,
    matches: &Matches,
    fit: &Fit,
    parameters: &Relations,
) -> Verdict {
    let coverage = coverage(inventories, &fit.links);
    let names = shared(inventories, matches, &[Class::Name]);
    let figures = shared(inventories, matches, &[Class::Figure, Class::Date]);
    let odds = fit.odds.source.max(fit.odds.translation);
    let mut rendering =
        logistic((odds - parameters.rendering_odds) * parameters.rendering_steepness);
    if coverage.source.max(coverage.translation) < parameters.least_coverage {
        rendering = rendering.min(0.1);
    }
    let topic = topic(&names, &figures, parameters);
    log::trace!("odds {:?}, coverage {coverage:?}, names {names:?}, figures {figures:?}", fit.odds);
    let moved = fit.links.iter().any(|link| link.moved);
    let (relation, confidence) = if rendering >= 0.5 {
        let full = coverage.source.min(coverage.translation) >= parameters.full_coverage;
        if full && !moved {
            (Relation::Translation, rendering)
        } else {
            (Relation::Adaptation, rendering)
        }
    } else if topic >= 0.5 {
        (Relation::Comparable, (1.0 - rendering) * topic)
    } else {
        (Relation::Unrelated, (1.0 - rendering) * (1.0 - topic))
    };
    let coverage = if relation.is_rendering() { coverage } else { Pair::new(0.0, 0.0) };
    let share = |s: &Pair<Shared>| s.map(Shared::share);
    let mut verdict = Verdict {
        relation,
        confidence,
        coverage,
        shared_names: share(&names),
        shared_figures: share(&figures),
        summary: String::new(),
    };
    verdict.summary = summary(&verdict);
    verdict
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Share of each side's words that stand in linked sentences.
fn coverage(inventories: &Pair<Inventory>, links: &[Link]) -> Pair<f64> {
    let of = |side: Side| {
        let inventory = &inventories[side];
        let linked: FxHashSet<usize> =
            links.iter().flat_map(|link| link.units(side)).copied().collect();
        let total: usize = inventory.sentences.iter().map(|s| s.words).sum();
        let covered: usize = inventory
            .sentences
            .iter()
            .filter(|s| linked.contains(&s.sentence))
            .map(|s| s.words)
            .sum();
        if total == 0 { 0.0 } else { covered as f64 / total as f64 }
    };
    Pair::new(of(Side::Source), of(Side::Translation))
}

/// Distinct items of some classes: how many there are, and how many the other side has.
#[derive(Clone, Copy, Debug, Default)]
struct Shared {
    all: usize,
    found: usize,
}

impl Shared {
    fn share(self) -> Option<f64> {
        (self.all > 0).then(|| self.found as f64 / self.all as f64)
    }
}

fn shared(inventories: &Pair<Inventory>, matches: &Matches, classes: &[Class]) -> Pair<Shared> {
    let of = |side: Side| {
        let mut shared = Shared::default();
        for (id, kind) in inventories[side].types.iter().enumerate() {
            if classes.contains(&kind.class) && !kind.derived {
                shared.all += 1;
                shared.found += usize::from(!matches.of(side, id as u32).is_empty());
            }
        }
        shared
    };
    Pair::new(of(Side::Source), of(Side::Translation))
}

/// Probability that both texts are about the same matter.
fn topic(names: &Pair<Shared>, figures: &Pair<Shared>, parameters: &Relations) -> f64 {
    let side = |side: Side| Shared {
        all: names[side].all + figures[side].all,
        found: names[side].found + figures[side].found,
    };
    let (source, translation) = (side(Side::Source), side(Side::Translation));
    let found = source.found.min(translation.found) as f64;
    let share = (source.share().unwrap_or(0.0) * translation.share().unwrap_or(0.0)).sqrt();
    logistic(
        parameters.topic_count_steepness * (found.max(0.5) / parameters.topic_count).ln()
            + parameters.topic_share_steepness * (share - parameters.topic_share),
    )
}

fn summary(verdict: &Verdict) -> String {
    let percent = |share: f64| format!("{:.0} %", share * 100.0);
    let shares = || {
        let mut parts = Vec::new();
        for (what, shared) in
            [("names", verdict.shared_names), ("figures and dates", verdict.shared_figures)]
        {
            if let (Some(source), Some(translation)) = (shared.source, shared.translation) {
                parts.push(format!(
                    "{} of the source's {what} are in the translation and {} of the translation's in the source",
                    percent(source),
                    percent(translation)
                ));
            }
        }
        if parts.is_empty() {
            String::from("they share no name and no figure")
        } else {
            parts.join("; ")
        }
    };
    match verdict.relation {
        Relation::Translation => format!(
            "The translation renders the source: {} of the source's words and {} of the translation's stand in sentences that render each other.",
            percent(verdict.coverage.source),
            percent(verdict.coverage.translation)
        ),
        Relation::Adaptation => format!(
            "The translation renders parts of the source: {} of the source's words and {} of the translation's stand in sentences that render each other.",
            percent(verdict.coverage.source),
            percent(verdict.coverage.translation)
        ),
        Relation::Comparable => format!(
            "The texts report the same events, but neither renders the other: {}.",
            shares()
        ),
        Relation::Unrelated => format!("The texts are about different matters: {}.", shares()),
    }
}
