//! Beads: groups of sentences that render each other, the unit in which sentence aligners are
//! compared.
//!
//! Counted as in `score.py` of vecalign (Thompson and Koehn 2019), which Bertalign and others use:
//! precision over all beads, those without a counterpart included; recall over the others. A bead is
//! strictly right where it is a true one, laxly where a true one shares a sentence with it on either
//! side.

use std::collections::{BTreeMap, BTreeSet};

use super::score::{harmonic, share};
use crate::span::Pair;

/// Beads of one or many pairs, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beads {
    claimed: Right,
    truth: Right,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Right {
    strict: usize,
    lax: usize,
    all: usize,
}

/// Sentences of both sides that belong together; one side may be empty.
type Bead = (Vec<usize>, Vec<usize>);

impl Beads {
    /// Beads made of claimed and of true links between sentences, and of the content sentences that
    /// have none.
    pub(super) fn new(
        claimed: &BTreeSet<(usize, usize)>,
        truth: &BTreeSet<(usize, usize)>,
        content: &Pair<BTreeSet<usize>>,
    ) -> Self {
        let (claimed, truth) = (beads(claimed, content), beads(truth, content));
        let linked = |beads: &BTreeSet<Bead>| -> BTreeSet<Bead> {
            beads.iter().filter(|(s, t)| !s.is_empty() && !t.is_empty()).cloned().collect()
        };
        Self { claimed: right(&claimed, &truth), truth: right(&linked(&truth), &linked(&claimed)) }
    }

    /// Adds those of another pair.
    pub fn add(&mut self, other: Self) {
        for (sum, more) in [(&mut self.claimed, other.claimed), (&mut self.truth, other.truth)] {
            sum.strict += more.strict;
            sum.lax += more.lax;
            sum.all += more.all;
        }
    }

    /// Precision and recall over equal beads.
    pub fn strict(self) -> (f64, f64) {
        (share(self.claimed.strict, self.claimed.all), share(self.truth.strict, self.truth.all))
    }

    /// Precision and recall over beads that overlap on both sides.
    pub fn lax(self) -> (f64, f64) {
        (share(self.claimed.lax, self.claimed.all), share(self.truth.lax, self.truth.all))
    }

    /// F1 over equal beads.
    pub fn strict_f1(self) -> f64 {
        let (precision, recall) = self.strict();
        harmonic(precision, recall)
    }

    /// F1 over beads that overlap on both sides.
    pub fn lax_f1(self) -> f64 {
        let (precision, recall) = self.lax();
        harmonic(precision, recall)
    }
}

/// How many of `beads` are right by `truth`.
fn right(beads: &BTreeSet<Bead>, truth: &BTreeSet<Bead>) -> Right {
    let mut counterparts: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (sources, translations) in truth {
        for source in sources {
            counterparts.entry(*source).or_default().extend(translations);
        }
    }
    let mut right = Right { all: beads.len(), ..Right::default() };
    for bead in beads {
        let strict = truth.contains(bead);
        let met = bead.0.iter().filter_map(|source| counterparts.get(source));
        let lax = met.into_iter().any(|theirs| bead.1.iter().any(|t| theirs.contains(t)));
        right.strict += usize::from(strict);
        right.lax += usize::from(strict || lax);
    }
    right
}

/// The connected groups of links, and every content sentence without a link alone.
fn beads(links: &BTreeSet<(usize, usize)>, content: &Pair<BTreeSet<usize>>) -> BTreeSet<Bead> {
    let mut groups: Vec<(BTreeSet<usize>, BTreeSet<usize>)> = Vec::new();
    for &(source, translation) in links {
        let mut joined = (BTreeSet::from([source]), BTreeSet::from([translation]));
        groups.retain(|group| {
            let apart = !group.0.contains(&source) && !group.1.contains(&translation);
            if !apart {
                joined.0.extend(&group.0);
                joined.1.extend(&group.1);
            }
            apart
        });
        groups.push(joined);
    }
    let linked = Pair::new(
        links.iter().map(|&(source, _)| source).collect::<BTreeSet<_>>(),
        links.iter().map(|&(_, translation)| translation).collect(),
    );
    let mut beads: BTreeSet<Bead> = groups
        .into_iter()
        .map(|(s, t)| (s.into_iter().collect(), t.into_iter().collect()))
        .collect();
    beads.extend(content.source.difference(&linked.source).map(|&s| (vec![s], Vec::new())));
    beads.extend(
        content.translation.difference(&linked.translation).map(|&t| (Vec::new(), vec![t])),
    );
    beads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beads_count_as_the_field_counts_them() {
        let truth = BTreeSet::from([(0, 0), (1, 1), (1, 2), (3, 3)]);
        let claimed = BTreeSet::from([(0, 0), (1, 1), (3, 2)]);
        let content = Pair::new(BTreeSet::from([0, 1, 2, 3]), BTreeSet::from([0, 1, 2, 3]));
        let beads = Beads::new(&claimed, &truth, &content);
        // Claimed: 0-0, 1-1, 3-2, 2-none, none-3; of them 0-0 and 2-none are true and 1-1 overlaps.
        assert_eq!(beads.strict(), (2.0 / 5.0, 1.0 / 3.0));
        assert_eq!(beads.lax(), (3.0 / 5.0, 2.0 / 3.0));
        assert_eq!(Beads::new(&truth, &truth, &content).strict_f1(), 1.0);
    }

    #[test]
    fn links_that_share_a_sentence_are_one_bead() {
        let links = BTreeSet::from([(0, 0), (1, 1), (0, 1)]);
        let content = Pair::new(BTreeSet::new(), BTreeSet::from([0, 1, 2]));
        let expected = BTreeSet::from([(vec![0, 1], vec![0, 1]), (vec![], vec![2])]);
        assert_eq!(beads(&links, &content), expected);
    }
}
