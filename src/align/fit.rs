//! The alignment of one window, and of all windows of a text.

use std::ops::{ControlFlow, Range};

use super::beside;
use super::evidence::{Matrix, Postings, Scores, Window, WindowPostings};
use super::far;
use super::item::Inventory;
use super::links;
use super::lock::{Constraints, Fixed};
use super::matching::Matches;
use super::parameters::{Counts, Parameters};
use super::sequence::{Emissions, posteriors};
use super::windows;
use super::{By, Link};
use crate::progress::{Stage, Watch, tell};
use crate::segment::Segments;
use crate::span::{Pair, Side};

/// Sentence links of two inventories, and how well the whole fits.
#[derive(Debug)]
pub(crate) struct Fit {
    /// Links over sentences, indices into `Segments::sentences`; without evidence.
    pub(crate) links: Vec<Link>,
    /// Mean log-odds a sentence against "no sentence renders another", of the source's sentences
    /// read against the translation, and the reverse.
    pub(crate) odds: Pair<f64>,
    /// Probability of every content sentence to have no counterpart.
    pub(crate) nulls: Pair<Vec<f64>>,
    /// The content sentences of each link.
    groups: Vec<(Vec<usize>, Vec<usize>)>,
    /// The links of each piece.
    pub(super) by_piece: Vec<Range<usize>>,
}

impl Fit {
    /// Hands over the links in the order of the source, with what speaks for them.
    pub(super) fn take_links(
        &mut self,
        inventories: &Pair<Inventory>,
        matches: &Matches,
    ) -> Vec<Link> {
        let mut links = std::mem::take(&mut self.links);
        for (link, (source, translation)) in links.iter_mut().zip(&self.groups) {
            link.evidence = links::evidence(inventories, matches, source, translation);
        }
        links.sort_by_key(|link| (link.source[0], link.translation[0]));
        links
    }
}

/// Sentences that belong together, counted from the start of their window.
#[derive(Debug)]
struct Group {
    source: Vec<usize>,
    translation: Vec<usize>,
    probability: f64,
    /// That of the link before a sentence beside it joined.
    belief: f64,
}

/// What was found in a window.
#[derive(Debug)]
struct Found {
    groups: Vec<Group>,
    odds: Pair<f64>,
    nulls: Pair<Vec<f64>>,
}

/// A window and what was found in it; nothing yet, or nothing that still holds, is none.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) window: Window,
    /// Whether its sentences were looked at and none was to be cut.
    pub(super) is_settled: bool,
    found: Option<Found>,
    /// The transitions of either reading when it was last aligned.
    counts: Option<Pair<Counts>>,
}

/// The windows of two texts and what was found in each.
#[derive(Debug)]
pub(super) struct Pieces {
    /// First those that cover the texts in order, then those of passages that moved far.
    pub(super) all: Vec<Piece>,
    /// How many of them cover the texts.
    covering: usize,
}

/// Where the windows begin and end, as tokens, which stay when sentences are cut.
pub(super) type Places = Vec<Pair<Range<usize>>>;

impl Pieces {
    /// Cuts two texts into windows and aligns them, and then what is left across them.
    pub(super) fn new<B>(
        inventories: &Pair<Inventory>,
        matches: &Matches,
        parameters: &Parameters,
        watch: Watch<'_, B>,
    ) -> ControlFlow<B, Self> {
        let postings = inventories.as_ref().map(Postings::new);
        let windows = windows::windows(inventories, matches, &postings);
        let piece = |window| Piece { window, is_settled: false, found: None, counts: None };
        let all: Vec<Piece> = windows.into_iter().map(piece).collect();
        let mut pieces = Self { covering: all.len(), all };
        let unbound = Constraints::default();
        pieces.align(inventories, matches, &unbound, parameters, watch)?;
        if pieces.covering > 1 {
            let free = pieces.free(inventories);
            let windows = far::windows(inventories, matches, &postings, &free);
            pieces.all.extend(windows.into_iter().map(piece));
            pieces.align(inventories, matches, &unbound, parameters, watch)?;
        }
        ControlFlow::Continue(pieces)
    }

    /// Aligns the windows in which nothing is found yet.
    pub(super) fn align<B>(
        &mut self,
        inventories: &Pair<Inventory>,
        matches: &Matches,
        constraints: &Constraints,
        parameters: &Parameters,
        watch: Watch<'_, B>,
    ) -> ControlFlow<B> {
        let total = self.all.iter().filter(|piece| piece.found.is_none()).count();
        let mut postings = inventories.as_ref().map(WindowPostings::new);
        let open = self.all.iter_mut().filter(|piece| piece.found.is_none());
        for (done, piece) in open.enumerate() {
            tell(watch, Stage::Aligning, done, total)?;
            let window = &piece.window;
            for side in Side::BOTH {
                postings[side].enter(&inventories[side], &window[side]);
            }
            let scores = Scores::new(inventories, matches, &postings, window, parameters);
            let fixed = constraints.within(window);
            let before = piece.counts;
            let (found, counts) =
                found(inventories, window, scores, fixed.as_ref(), before, parameters);
            (piece.found, piece.counts) = (Some(found), Some(counts));
        }
        tell(watch, Stage::Aligning, total, total)
    }

    /// What was found in all windows; a sentence that is linked in its own window is not in
    /// another. What a person confirmed comes first.
    pub(super) fn fit(&self, inventories: &Pair<Inventory>, constraints: &Constraints) -> Fit {
        let mut fit = Fit {
            links: Vec::new(),
            odds: Pair::new(0.0, 0.0),
            nulls: inventories.as_ref().map(|i| vec![1.0; i.sentences.len()]),
            groups: Vec::new(),
            by_piece: Vec::new(),
        };
        let mut taken = inventories.as_ref().map(|i| vec![false; i.sentences.len()]);
        let mut weights: Vec<f64> = Vec::new();
        let chars = |&unit: &usize| inventories.translation.sentences[unit].chars;
        for units in links::group(&constraints.confirmed()) {
            units.0.iter().for_each(|&unit| taken.source[unit] = true);
            units.1.iter().for_each(|&unit| taken.translation[unit] = true);
            weights.push(units.1.iter().map(chars).sum());
            fit.links.push(links::link(inventories, &units, 1.0, By::Person));
            fit.groups.push(units);
        }
        for (at, Piece { window, found, .. }) in self.all.iter().enumerate() {
            let first = fit.links.len();
            let Some(found) = found else {
                fit.by_piece.push(first..first);
                continue;
            };
            let is_far = at >= self.covering;
            for side in Side::BOTH {
                fit.odds[side] += found.odds[side];
                if !is_far {
                    fit.nulls[side][window[side].clone()].copy_from_slice(&found.nulls[side]);
                }
            }
            for group in &found.groups {
                let group_of = |side: Side, units: &[usize]| -> Vec<usize> {
                    units.iter().map(|unit| unit + window[side].start).collect()
                };
                let units = Pair::new(
                    group_of(Side::Source, &group.source),
                    group_of(Side::Translation, &group.translation),
                );
                let is_taken = |side: Side| units[side].iter().any(|&unit| taken[side][unit]);
                if is_far && Side::BOTH.into_iter().any(is_taken) {
                    continue;
                }
                for side in Side::BOTH {
                    for &unit in &units[side] {
                        taken[side][unit] = true;
                        if is_far {
                            fit.nulls[side][unit] = 1.0 - group.probability;
                        }
                    }
                }
                weights.push(units.translation.iter().map(chars).sum());
                let units = (units.source, units.translation);
                let link = links::link(inventories, &units, group.probability, By::Machine);
                fit.links.push(Link { belief: group.belief, ..link });
                fit.groups.push(units);
            }
            fit.by_piece.push(first..fit.links.len());
        }
        let sentences = inventories.as_ref().map(|i| i.sentences.len().max(1) as f64);
        fit.odds.source /= sentences.source;
        fit.odds.translation /= sentences.translation;
        links::mark_moved(&mut fit.links, &weights);
        fit
    }

    /// The content sentences of each side that no link names.
    fn free(&self, inventories: &Pair<Inventory>) -> Pair<Vec<bool>> {
        let mut free = inventories.as_ref().map(|i| vec![true; i.sentences.len()]);
        for piece in &self.all {
            for group in piece.found.iter().flat_map(|found| &found.groups) {
                for (side, units) in
                    [(Side::Source, &group.source), (Side::Translation, &group.translation)]
                {
                    for unit in units {
                        free[side][unit + piece.window[side].start] = false;
                    }
                }
            }
        }
        free
    }

    /// What was found in windows that a person's word touches holds no more.
    pub(super) fn bind(&mut self, constraints: &Constraints) {
        for piece in &mut self.all {
            if constraints.within(&piece.window).is_some() {
                piece.found = None;
            }
        }
    }

    /// Where the windows lie now.
    pub(super) fn places(
        &self,
        segments: &Pair<Segments>,
        inventories: &Pair<Inventory>,
    ) -> Places {
        let token = |side: Side, unit: usize| {
            let unit = inventories[side].sentences.get(unit);
            unit.map_or(usize::MAX, |u| segments[side].sentences[u.sentence].tokens.start)
        };
        let place = |window: &Window, side: Side| {
            token(side, window[side].start)..token(side, window[side].end)
        };
        let windows = self.all.iter().map(|piece| &piece.window);
        windows
            .map(|window| Pair::new(place(window, Side::Source), place(window, Side::Translation)))
            .collect()
    }

    /// Moves the windows to where their sentences are after some were cut before the tokens `cuts`.
    /// What was found in a window that has a cut holds no more.
    pub(super) fn follow(
        &mut self,
        places: &Places,
        cuts: &Pair<Vec<usize>>,
        segments: &Pair<Segments>,
        inventories: &Pair<Inventory>,
    ) {
        let unit = |side: Side, token: usize| {
            inventories[side]
                .sentences
                .partition_point(|u| segments[side].sentences[u.sentence].tokens.start < token)
        };
        for (piece, place) in self.all.iter_mut().zip(places) {
            piece.is_settled = true;
            for side in Side::BOTH {
                let place = &place[side];
                piece.window[side] = unit(side, place.start)..unit(side, place.end);
                let cut = cuts[side].partition_point(|&cut| cut < place.start);
                if cuts[side].get(cut).is_some_and(|&cut| cut < place.end) {
                    piece.found = None;
                    piece.is_settled = false;
                }
            }
        }
    }

    /// What was found in windows where types meet that did not match before holds no more.
    pub(super) fn doubt(&mut self, inventories: &Pair<Inventory>, matched: &[(u32, u32, f32)]) {
        let postings = inventories.as_ref().map(Postings::new);
        for &(source, translation, _) in matched {
            let covering = &mut self.all[..self.covering];
            let mut at = 0;
            // The windows that cover the texts lie in order: each sentence is in one of them.
            for &sentence in postings.source.within(source, &(0..usize::MAX)) {
                at += covering[at..].partition_point(|p| p.window.source.end <= sentence);
                let Some(piece) = covering.get_mut(at) else { break };
                let there = &piece.window.translation;
                if !postings.translation.within(translation, there).is_empty() {
                    piece.found = None;
                }
            }
            for piece in &mut self.all[self.covering..] {
                let meets = |side: Side, kind: u32| {
                    !postings[side].within(kind, &piece.window[side]).is_empty()
                };
                if meets(Side::Source, source) && meets(Side::Translation, translation) {
                    piece.found = None;
                }
            }
        }
    }
}

/// Aligns one window; `before` are its transitions when it was aligned last.
fn found(
    inventories: &Pair<Inventory>,
    window: &Window,
    mut scores: Scores,
    fixed: Option<&Fixed>,
    before: Option<Pair<Counts>>,
    parameters: &Parameters,
) -> (Found, Pair<Counts>) {
    let (n, m) = (window.source.len(), window.translation.len());
    let opens = |side: Side| -> Vec<bool> {
        let units = &inventories[side].sentences[window[side].clone()];
        units.iter().map(|unit| unit.opens_paragraph).collect()
    };
    // What a second part adds is a matter of the texts alone.
    let second = Pair::new(
        scores.single.transposed().second_parts(&scores.two_sources[0].transposed(), m, n),
        scores.single.second_parts(&scores.two_translations[0], n, m),
    );
    let bound = |side: Side| {
        fixed.map_or_else(|| vec![false; window[side].len()], |fixed| fixed.bound(side))
    };
    if let Some(fixed) = fixed {
        fixed.constrain(&mut scores);
    }
    let (turned, doubled) =
        (scores.single.transposed(), scores.two_translations.each_ref().map(Matrix::transposed));
    let forward = Emissions {
        single: &scores.single,
        double: &scores.two_sources,
        same: &second.translation,
        positions: n,
        opens: &opens(Side::Translation),
        bound: &bound(Side::Translation),
    };
    let backward = Emissions {
        single: &turned,
        double: &doubled,
        same: &second.source,
        positions: m,
        opens: &opens(Side::Source),
        bound: &bound(Side::Source),
    };
    let forward = posteriors(&forward, before.map(|counts| counts.source), parameters);
    let backward = posteriors(&backward, before.map(|counts| counts.translation), parameters);
    let mut linked = Matrix::new(n, m, 0.0);
    for i in 0..n {
        for j in 0..m {
            // Both readings must agree: the geometric mean is low where either is.
            let probability = forward.linked.at(i, j) * backward.linked.at(j, i);
            *linked.at_mut(i, j) = probability.sqrt().min(1.0);
        }
    }
    if let Some(fixed) = fixed {
        fixed.clear(&mut linked);
    }
    let mut edges = links::edges(&linked, n, m, parameters.link_threshold);
    let joined = beside::join(inventories, window, &scores, parameters, &mut linked, &mut edges);
    let mut nulls = Pair::new(vec![1.0_f64; n], vec![1.0_f64; m]);
    for i in 0..n {
        for j in 0..m {
            let null = 1.0 - linked.at(i, j);
            nulls.source[i] = nulls.source[i].min(null);
            nulls.translation[j] = nulls.translation[j].min(null);
        }
    }
    let groups = links::group(&edges).into_iter().map(|(source, translation)| {
        let cells = || source.iter().flat_map(|&i| translation.iter().map(move |&j| (i, j)));
        let least = |least: f64, (i, j)| least.min(linked.at(i, j));
        let probability = cells().fold(1.0, least);
        let belief = cells().filter(|cell| !joined.contains(cell)).fold(1.0, least);
        Group { source, translation, probability, belief }
    });
    let odds = Pair::new(backward.odds, forward.odds);
    let counts = Pair::new(forward.counts, backward.counts);
    (Found { groups: groups.collect(), odds, nulls }, counts)
}
