//! The figures of the model, in one place.
//!
//! They stand in `data/parameters.toml`, which the build compiles in and `cargo xtask fit` writes.

use serde::{Deserialize, Serialize};

use super::item::Class;

/// Gaps between two positions that are rendered together: neighbours, or with one or two sentences
/// left out between them.
pub(crate) const GAPS: usize = 3;

/// All figures of the alignment model. The default are those of `data/parameters.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    /// Where sentences are cut.
    pub cut: Cuts,
    /// Which sentences belong to the link of a neighbour.
    pub beside: Beside,
    /// How the relation of the two texts is judged.
    pub relations: Relations,
    /// What becomes of the probabilities before they are reported.
    pub calibration: Calibrations,
}

/// How a class of items behaves.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Counts {
    /// From a link, from none: to a link, to none.
    pub null: [[f64; 2]; 2],
    /// A link is to the next position, the same one, a later one after a gap.
    pub step: [f64; 3],
    /// Inside a paragraph, at its beginning: a step as above, a jump to any position.
    pub jump: [[f64; 2]; 2],
    /// A link is to one position, or to two: neighbours, one left out between them, two.
    pub group: [f64; 1 + GAPS],
}

/// Where sentences are cut: natural logs of how likely a place is to begin a part that the other text
/// treats apart, against all that follows from not cutting.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Cuts {
    /// Behind a mark that is no comma.
    pub behind_mark: f64,
    /// Behind a comma.
    pub behind_comma: f64,
    /// Behind a verb, in a language in which it stands last.
    pub behind_verb: f64,
    /// Before a word with which clauses begin.
    pub before_opener: f64,
    /// Anywhere else.
    pub elsewhere: f64,
    /// What is added where a sentence renders two, so that the cut must be somewhere.
    pub shared: f64,
    /// What is added where both sentences of a link are cut at once.
    pub parallel: f64,
    /// What two items that mean the same say for that, for each unit of their weight, where they
    /// stand in the same half: little, since they do so inside one sentence too.
    pub same: f64,
    /// What they say against it where they stand in different halves.
    pub across: f64,
}

/// What makes the log-odds that a sentence without a link belongs to that of the sentence beside it
/// (logistic regression).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Beside {
    /// Before anything is known.
    pub base: f64,
    /// For each natural unit that it adds to the log-odds of the link.
    pub gain: f64,
    /// For each natural unit of its own log-odds with the link's other side.
    pub alone: f64,
    /// For each natural unit by which the lengths of the two sides come to differ more.
    pub length: f64,
    /// For each natural unit of its length over its neighbour's.
    pub size: f64,
    /// Where it stands in its neighbour's paragraph.
    pub same_paragraph: f64,
}

/// How the relation of the two texts is judged.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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

/// What becomes of the probabilities before they are reported.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Calibrations {
    /// Of links between sentences.
    pub sentence: Curve,
    /// Of links between paragraphs.
    pub paragraph: Curve,
    /// That a sentence has no counterpart.
    pub null: Curve,
}

/// From the model's probability to one that holds: the log-odds become
/// `slope * odds + offset + unlinked * (share of the words of both texts without a link)` (Platt
/// 1999). Within a pair the order stays.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Curve {
    /// How much the log-odds of the model count; above 0.
    pub slope: f64,
    /// What is added to them.
    pub offset: f64,
    /// What is added where nothing is linked, in proportion where a part is.
    pub unlinked: f64,
}

/// The figures of `data/parameters.toml`.
const FITTED: Parameters = include!(concat!(env!("OUT_DIR"), "/parameters.rs"));

impl Default for Parameters {
    fn default() -> Self {
        FITTED
    }
}

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
