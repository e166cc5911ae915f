//! Denials that were lost or put in, and doubt that became certainty or the reverse.
//!
//! Languages deny in many ways: a verb, a prefix, "refuse", "only", "until". So a change is claimed
//! only of a word that is denied on one side and rendered on the other beside words that agree,
//! where nothing on the other side is left that could answer the denial.

mod reading;
mod words;

use self::reading::{Denial, Reading};
use super::surroundings::Surroundings;
use super::{Context, Finding, FindingKind, Severity, severity};
use crate::align::Link;
use crate::span::{Pair, Side, Span};

/// Only in links of this probability is anything claimed.
const SECURE_LINK: f64 = 0.85;
/// A change of high severity needs one of this.
const SURE_LINK: f64 = 0.95;
/// Words beside both that agree, for the same.
const SURELY_SHARED: usize = 2;
/// How sure a lost or new denial is where the other side has nothing that denies, and elsewhere.
const SURE: f64 = 0.9;
const LIKELY: f64 = 0.8;
/// How sure a change of doubt is.
const DOUBTFUL: f64 = 0.75;
/// Words behind a word of doubt that are looked at, and how many of them must be rendered.
const CLAUSE: usize = 8;
const RENDERED: usize = 2;
/// The longest stretch that shows a clause, in words.
const SHOWN: usize = 8;

pub(super) fn find(context: &Context<'_>, link: &Link, findings: &mut Vec<Finding>) {
    if link.belief < SECURE_LINK {
        return;
    }
    let reading = |side| Reading::new(context, side, link);
    let (Some(source), Some(translation)) = (reading(Side::Source), reading(Side::Translation))
    else {
        return;
    };
    if source.asks || translation.asks {
        return;
    }
    let sides = [(&source, &translation), (&translation, &source)];
    for (mine, theirs) in sides {
        let found = mine.denials.iter().find_map(|d| unanswered(context, link, mine, theirs, d));
        if let Some(change) = found {
            findings.push(change.finding(context, link));
            return;
        }
    }
    for (mine, theirs) in sides {
        if let Some(change) = doubted(context, link, mine, theirs) {
            findings.push(change.finding(context, link));
            return;
        }
    }
}

/// A change, with the side that denies or doubts.
struct Change {
    side: Side,
    doubt: bool,
    severity: Severity,
    reliability: f64,
    /// The words that deny or doubt …
    mine: Span,
    /// … and those that do not.
    theirs: Span,
}

impl Change {
    fn finding(&self, context: &Context<'_>, link: &Link) -> Finding {
        let spans = match self.side {
            Side::Source => Pair::new(self.mine, self.theirs),
            Side::Translation => Pair::new(self.theirs, self.mine),
        };
        let said = |side: Side| match (side == self.side, self.doubt) {
            (true, false) => "denies",
            (false, false) => "affirms",
            (true, true) => "gives as possible or reported",
            (false, true) => "gives as a fact",
        };
        let message = format!(
            "What the source {} (“{}”) the translation {} (“{}”).",
            said(Side::Source),
            context.text(Side::Source, spans.source),
            said(Side::Translation),
            context.text(Side::Translation, spans.translation),
        );
        let probability = link.probability * self.reliability;
        context.changed(FindingKind::PolarityChanged, self.severity, spans, message, probability)
    }
}

/// A denial of one side to which nothing on the other answers, though it says what is denied.
fn unanswered(
    context: &Context<'_>,
    link: &Link,
    mine: &Reading<'_>,
    theirs: &Reading<'_>,
    denial: &Denial,
) -> Option<Change> {
    let renders = |a: usize, b: usize| mine.renders(context, link, a, theirs, b);
    let denied = |reading: &Reading<'_>, at: usize| {
        reading.is_negative(at) || reading.denials.iter().any(|d| d.anchors.contains(&at))
    };
    let counterparts: Vec<(usize, usize)> = denial
        .anchors
        .iter()
        .filter_map(|&at| {
            let found: Vec<usize> = (0..theirs.words.len())
                .filter(|&there| theirs.is_content(there) && renders(at, there))
                .collect();
            // Said twice, and denied once: which is which is not to be told.
            let others = (0..mine.words.len()).filter(|&other| {
                other != at
                    && mine.is_content(other)
                    && !denied(mine, other)
                    && found.iter().any(|&there| renders(other, there))
            });
            let free = others.count() < found.len();
            let affirmed = found.iter().all(|&there| !denied(theirs, there));
            found.first().filter(|_| free && affirmed).map(|&there| (at, there))
        })
        .collect();
    if counterparts.len() < denial.needed {
        return None;
    }
    let &(at, there) = counterparts.first()?;
    let around = |reading: &Reading<'_>, at: usize| {
        let word = &reading.words[at];
        Surroundings::new(context, reading.side, word.sentence, word.token.span)
    };
    let (here, other) = (around(mine, at), around(theirs, there));
    let shared = match mine.side {
        Side::Source => here.shared(&other, link),
        Side::Translation => other.shared(&here, link),
    };
    let tied = mine.is_tied(link, at, theirs, there);
    if (shared == 0 && !tied) || !is_answered_elsewhere(context, link, mine, theirs, denial) {
        return None;
    }
    let clean = (0..theirs.words.len()).all(|at| !theirs.is_negative(at));
    let begins = |side: Side| {
        let units = link.units(side).iter();
        units.filter(|&&unit| !context.segments[side].is_rest(unit)).count()
    };
    let single = Side::BOTH.iter().all(|&side| begins(side) == 1);
    let sure = clean
        && single
        && denial.needed == 1
        && link.belief >= SURE_LINK
        && shared >= SURELY_SHARED;
    let span = match at.abs_diff(denial.cue) {
        0..SHOWN => mine.stretch(denial.cue.min(at), denial.cue.max(at)),
        _ => mine.stretch(denial.cue, denial.cue),
    };
    Some(Change {
        side: mine.side,
        doubt: false,
        severity: severity::of_denial(sure),
        reliability: if clean { SURE } else { LIKELY },
        mine: span,
        theirs: theirs.with_verb(there),
    })
}

/// Whether all that denies on the other side answers something else than this denial.
fn is_answered_elsewhere(
    context: &Context<'_>,
    link: &Link,
    mine: &Reading<'_>,
    theirs: &Reading<'_>,
    denial: &Denial,
) -> bool {
    let denied = |reading: &Reading<'_>, at: usize| -> Vec<usize> {
        let anchors = reading.denials.iter().filter(|d| d.cue == at).flat_map(|d| &d.anchors);
        std::iter::once(at).chain(anchors.copied()).collect()
    };
    let is_mine = |at: usize| at == denial.cue || denial.anchors.contains(&at);
    let mut free: Vec<usize> =
        (0..mine.words.len()).filter(|&at| mine.is_negative(at) && !is_mine(at)).collect();
    (0..theirs.words.len()).filter(|&there| theirs.is_negative(there)).all(|there| {
        let answered = free.iter().position(|&at| {
            denied(mine, at).into_iter().any(|a| {
                denied(theirs, there).into_iter().any(|b| mine.renders(context, link, a, theirs, b))
            })
        });
        answered.map(|at| free.swap_remove(at)).is_some()
    })
}

/// Doubt of one side where the other has none at all, and says the same.
fn doubted(
    context: &Context<'_>,
    link: &Link,
    mine: &Reading<'_>,
    theirs: &Reading<'_>,
) -> Option<Change> {
    let hedge = mine.hedges.first()?;
    if theirs.is_hedged() {
        return None;
    }
    let last = hedge.end - 1;
    let renderings = |at: usize| -> Vec<usize> {
        (0..theirs.words.len())
            .filter(|&there| {
                theirs.is_content(there) && mine.renders(context, link, at, theirs, there)
            })
            .collect()
    };
    let rendered = |at: usize| renderings(at).first().copied();
    // What is doubted stands next; what is said of it may be said in other words.
    let doubted = mine.content_behind(last, CLAUSE).next()?;
    let found = renderings(doubted);
    // Another word of ours that nothing else renders.
    let rivals = |at: usize| {
        let theirs = renderings(at);
        !theirs.is_empty() && theirs.iter().all(|there| found.contains(there))
    };
    let others: Vec<usize> = (0..mine.words.len())
        .filter(|&at| mine.is_content(at) && mine.key(at) != mine.key(doubted) && rivals(at))
        .collect();
    // A word that renders another one of ours says nothing of what is doubted, unless there are
    // enough for both.
    let is_own = |there: &usize| {
        let tied = mine.is_tied(link, doubted, theirs, *there);
        !others.iter().any(|&at| match tied {
            true => mine.is_tied(link, at, theirs, *there),
            false => mine.renders(context, link, at, theirs, *there),
        })
    };
    let enough = || found.first().copied().filter(|_| others.len() < found.len());
    let there = found.iter().copied().find(is_own).or_else(enough)?;
    let further = mine.content_behind(doubted, CLAUSE).filter_map(rendered);
    let mut further: Vec<usize> = further.filter(|&at| at != there).collect();
    further.sort_unstable();
    further.dedup();
    if further.len() + 1 < RENDERED {
        return None;
    }
    Some(Change {
        side: mine.side,
        doubt: true,
        severity: severity::of_doubt(mine.side),
        reliability: DOUBTFUL,
        mine: mine.stretch(hedge.start, doubted),
        theirs: theirs.with_verb(there),
    })
}
