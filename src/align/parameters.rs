//! The figures of the model, in one place.
//!
//! They were chosen for the sentence F1 on the development halves of the sets that
//! `docs/evaluation.md` names, all sets and levels with one set of figures.

use super::item::Class;

/// Gaps between two positions that are rendered together: neighbours, or with one or two sentences
/// left out between them.
pub(crate) const GAPS: usize = 3;

/// All figures of the alignment model.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parameters {
    /// Log-odds of items are scaled by this before they become emissions: items are not
    /// independent, and naive Bayes counts them as if they were.
    pub temperature: f64,
    /// Sentences of other articles that are imagined beside those of the pair, so that a rare item
    /// is not taken for an impossible one.
    pub prior_sentences: f64,
    /// Standard deviation of the log length ratio of true links.
    pub length_spread: f64,
    /// The same of chance pairs.
    pub length_spread_chance: f64,
    /// How names behave.
    pub name: Rates,
    /// How figures behave.
    pub figure: Rates,
    /// How small whole numbers behave.
    pub small_figure: Rates,
    /// How dates behave.
    pub date: Rates,
    /// How words of the dictionary behave.
    pub word: Rates,
    /// How unlisted words behave.
    pub unlisted: Rates,
    /// How signs behave.
    pub sign: Rates,
    /// How words of grammar behave.
    pub grammar: Rates,
    /// Transitions of a usual pair, as pseudo-counts.
    pub prior: Counts,
    /// A gap of one more sentence is this much less likely.
    pub gap_decay: f64,
    /// Rounds of re-estimation of the transitions.
    pub rounds: usize,
    /// A pair of sentences is linked from this probability on.
    pub link_threshold: f64,
    /// A second part of a split sentence must earn its place: it counts this much of what its relief
    /// would make it.
    pub second_part: f64,
    /// Relief of a second part is kept below this log-odds.
    pub relief_limit: f64,
    /// How the relation of the two texts is judged.
    pub relations: Relations,
}

/// How the relation of the two texts is judged.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Relations {
    /// Mean log-odds a sentence (the better direction) at which a rendering is as likely as not.
    pub rendering_odds: f64,
    /// How fast that grows.
    pub rendering_steepness: f64,
    /// A rendering covers at least this share of one of the two texts.
    pub least_coverage: f64,
    /// A translation covers this share of both texts; less is an adaptation.
    pub full_coverage: f64,
    /// Texts on one matter share this many distinct names and figures, as likely as not.
    pub topic_count: f64,
    /// How fast that grows.
    pub topic_count_steepness: f64,
    /// They share this part of them (geometric mean of the two sides), as likely as not.
    pub topic_share: f64,
    /// How fast that grows.
    pub topic_share_steepness: f64,
}

/// How a class of items behaves.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rates {
    /// Probability that an item has a counterpart in the sentence that renders its own.
    pub rendered: f64,
    /// Probability that it has one in a sentence of another article.
    pub chance: f64,
    /// How much its log-odds count, from 0 to 1: words of grammar say the same thing again.
    pub weight: f64,
}

/// Counts of transitions, expected or assumed.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Counts {
    /// From a link, from none: to a link, to none.
    pub null: [[f64; 2]; 2],
    /// A link is to the next position, the same one, a later one after a gap.
    pub step: [f64; 3],
    /// Inside a paragraph, at its beginning: a step as above, a jump to any position.
    pub jump: [[f64; 2]; 2],
    /// A link is to one position, to two with each [gap](GAPS).
    pub group: [f64; 1 + GAPS],
}

impl Default for Parameters {
    fn default() -> Self {
        DEFAULT
    }
}

/// The figures in use.
const DEFAULT: Parameters = Parameters {
    temperature: 0.8,
    prior_sentences: 4.0,
    length_spread: 0.35,
    length_spread_chance: 0.85,
    name: Rates { rendered: 0.8, chance: 0.005, weight: 1.0 },
    figure: Rates { rendered: 0.75, chance: 0.005, weight: 1.0 },
    small_figure: Rates { rendered: 0.5, chance: 0.1, weight: 1.0 },
    date: Rates { rendered: 0.85, chance: 0.005, weight: 1.0 },
    word: Rates { rendered: 0.57, chance: 0.05, weight: 1.0 },
    unlisted: Rates { rendered: 0.15, chance: 0.01, weight: 1.0 },
    grammar: Rates { rendered: 0.4, chance: 0.1, weight: 0.6 },
    sign: Rates { rendered: 0.75, chance: 0.1, weight: 1.0 },
    prior: Counts {
        null: [[9.0, 0.5], [3.0, 1.0]],
        step: [9.0, 0.3, 2.5],
        jump: [[20.0, 0.3], [10.0, 0.4]],
        group: [20.0, 0.6, 0.2, 0.1],
    },
    gap_decay: 0.6,
    rounds: 4,
    link_threshold: 0.4,
    second_part: 0.3,
    relief_limit: 4.0,
    relations: Relations {
        rendering_odds: 0.3,
        rendering_steepness: 12.0,
        least_coverage: 0.2,
        full_coverage: 0.9,
        topic_count: 9.0,
        topic_count_steepness: 3.0,
        topic_share: 0.36,
        topic_share_steepness: 12.0,
    },
};

impl Parameters {
    /// The rates of a class.
    pub(crate) fn rates(&self, class: Class) -> Rates {
        match class {
            Class::Name => self.name,
            Class::Figure => self.figure,
            Class::SmallFigure => self.small_figure,
            Class::Date => self.date,
            Class::Word => self.word,
            Class::Unlisted => self.unlisted,
            Class::Sign => self.sign,
            Class::Grammar => self.grammar,
        }
    }
}
