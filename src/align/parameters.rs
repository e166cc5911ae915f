//! The figures of the model, in one place.
//!
//! They were chosen for the sentence F1 on the development halves of the sets that
//! `docs/evaluation.md` names, all sets and levels with one set of figures.

use super::item::Class;

/// Gaps between two positions that are rendered together: neighbours, or with one or two sentences
/// left out between them.
pub(crate) const GAPS: usize = 3;

/// All figures of the alignment model.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parameters {
    /// Log-odds of items are scaled by this before they become emissions: items are not
    /// independent, and naive Bayes counts them as if they were.
    pub(crate) temperature: f64,
    /// Sentences of other articles that are imagined beside those of the pair, so that a rare item
    /// is not taken for an impossible one.
    pub(crate) prior_sentences: f64,
    /// Standard deviation of the log length ratio of true links.
    pub(crate) length_spread: f64,
    /// The same of chance pairs.
    pub(crate) length_spread_chance: f64,
    /// How names behave.
    pub(crate) name: Rates,
    /// How figures behave.
    pub(crate) figure: Rates,
    /// How small whole numbers behave.
    pub(crate) small_figure: Rates,
    /// How dates behave.
    pub(crate) date: Rates,
    /// How words of the dictionary behave.
    pub(crate) word: Rates,
    /// How unlisted words behave.
    pub(crate) unlisted: Rates,
    /// How signs behave.
    pub(crate) sign: Rates,
    /// How words of grammar behave.
    pub(crate) grammar: Rates,
    /// Transitions of a usual pair, as pseudo-counts.
    pub(crate) prior: Counts,
    /// A gap of one more sentence is this much less likely.
    pub(crate) gap_decay: f64,
    /// Rounds of re-estimation of the transitions.
    pub(crate) rounds: usize,
    /// A pair of sentences is linked from this probability on.
    pub(crate) link_threshold: f64,
}

/// How a class of items behaves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rates {
    /// Probability that an item has a counterpart in the sentence that renders its own.
    pub(crate) rendered: f64,
    /// Probability that it has one in a sentence of another article.
    pub(crate) chance: f64,
    /// How much its log-odds count, from 0 to 1: words of grammar say the same thing again.
    pub(crate) weight: f64,
}

/// Counts of transitions, expected or assumed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counts {
    /// From a link, from none: to a link, to none.
    pub(crate) null: [[f64; 2]; 2],
    /// A link is to the next position, the same one, a later one after a gap.
    pub(crate) step: [f64; 3],
    /// Inside a paragraph, at its beginning: a step as above, a jump to any position.
    pub(crate) jump: [[f64; 2]; 2],
    /// A link is to one position, to two with each [gap](GAPS).
    pub(crate) group: [f64; 1 + GAPS],
}

/// The figures in use.
pub(crate) static PARAMETERS: Parameters = Parameters {
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
