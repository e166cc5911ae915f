//! Names inside a link: one in place of another, and well-known ones that a side lacks.
//!
//! A text calls one thing by many names, and no table has them all; so a name counts as missing
//! only where nothing around the counterpart can stand for it, and as changed only where a new one
//! of the same sort stands in its place.

use super::surroundings::Surroundings;
use super::{Context, Finding, FindingKind, letters, severity};
use crate::align::Link;
use crate::concept::place::Standing;
use crate::concept::{ConceptKind, Mention};
use crate::span::{Pair, Side};

/// Names of a side that are compared; a link with more is a list.
const MOST: usize = 40;
/// How sure a change is where a word beside both names agrees …
const SURE: f64 = 0.95;
/// … and where none does, but the name is gone and the new one is nowhere in the source.
const ALONE: f64 = 0.85;
/// A name that is merely missing.
const MISSING: f64 = 0.8;
/// The latter two need a link of this probability.
const SECURE_LINK: f64 = 0.85;
/// A link of less needs two words that agree.
const WEAK_LINK: f64 = 0.6;
/// Words beside two names, other than places, that must agree.
const SHARED: usize = 2;
/// Words between two names that have their surroundings in common, at most.
const BESIDE: usize = 4;
/// How well known a thing must be to be missed.
const KNOWN: u8 = 8;

/// A known name of a side of a link.
struct Named<'a> {
    mention: &'a Mention,
    sentence: usize,
    standing: Standing,
    /// Whether the other side of the link, or the sentences around it, can mean it.
    met: bool,
    /// Whether the other side names what it is a part of, or a part of it.
    implied: bool,
    /// Whether this side names it more often than the other does.
    surplus: bool,
    /// Whether it stands in a sentence beside the link that nothing renders: the link may do.
    beside: bool,
}

/// `linked` says of every source sentence whether a link renders it.
pub(super) fn find(
    context: &Context<'_>,
    link: &Link,
    linked: &[bool],
    findings: &mut Vec<Finding>,
) {
    let names = Pair::new(
        names(context, Side::Source, link, linked),
        names(context, Side::Translation, link, linked),
    );
    let missing = |side: Side| {
        let places = names[side].iter().filter(|n| n.mention.kind == ConceptKind::Place);
        places.filter(|name| !name.met && !name.beside).count()
    };
    let only = Side::BOTH.iter().all(|&side| missing(side) == 1);
    let mut used = Pair::new(vec![false; names.source.len()], vec![false; names.translation.len()]);
    for (at, theirs) in names.translation.iter().enumerate().filter(|(_, theirs)| !theirs.met) {
        let words = surroundings(context, Side::Translation, theirs);
        let best = names
            .source
            .iter()
            .enumerate()
            .filter(|(other, _)| !used.source[*other])
            .filter_map(|(other, mine)| {
                let shared = surroundings(context, Side::Source, mine).shared(&words, link);
                let reliability = reliability(context, link, mine, theirs, shared, only)?;
                // One that is gone altogether before one that is still named.
                Some((reliability, (!mine.met, shared), other))
            })
            .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(b.2.cmp(&a.2)));
        if let Some((reliability, _, other)) = best {
            (used.source[other], used.translation[at]) = (true, true);
            let mine = names.source[other].mention;
            let probability = link.probability * reliability;
            findings.push(changed(context, mine, theirs.mention, probability));
        }
    }
    let lone = |side: Side| -> Vec<&Named<'_>> {
        let free = names[side]
            .iter()
            .zip(&used[side])
            .filter(|(name, used)| !name.met && !name.implied && !name.beside && !**used);
        free.map(|(name, _)| name).collect()
    };
    let lone = Pair::new(lone(Side::Source), lone(Side::Translation));
    for side in Side::BOTH {
        // Where both sides have one left over, each may be the other under a name that no table has.
        let unclear = lone[side.other()].iter().any(|other| other.mention.kind.is_name());
        let mut told: Vec<&str> = Vec::new();
        for name in &lone[side] {
            let concept = name.mention.concept.as_str();
            if !unclear && is_missed(context, side, link, name) && !told.contains(&concept) {
                told.push(concept);
                let probability = link.probability * MISSING;
                findings.push(alone(context, link, side, name.mention, probability));
            }
        }
    }
}

fn surroundings(context: &Context<'_>, side: Side, name: &Named<'_>) -> Surroundings {
    Surroundings::new(context, side, name.sentence, name.mention.span)
}

/// The names of a side of a link that the tables know.
fn names<'a>(context: &Context<'a>, side: Side, link: &Link, linked: &[bool]) -> Vec<Named<'a>> {
    let known = |sentences: &[usize], side: Side| -> Vec<(usize, &'a Mention, Standing)> {
        let mut known = Vec::new();
        for &sentence in sentences {
            for mention in context.mentions_in(side, sentence) {
                if mention.kind.is_name()
                    && mention.is_listed()
                    && let Some(standing) = Standing::of(&mention.concept)
                {
                    known.push((sentence, mention, standing));
                }
            }
        }
        known
    };
    let mine = known(link.units(side), side);
    let theirs = known(link.units(side.other()), side.other());
    let around = context.around(side.other(), link);
    let beyond = known(&around, side.other());
    let count = |names: &[(usize, &Mention, Standing)], standing: Standing| {
        names.iter().filter(|(_, _, other)| standing.implies(*other)).count()
    };
    let beside = known(&unlinked_beside(context, side, link, linked), side);
    let all = mine.iter().map(|name| (name, false)).chain(beside.iter().map(|name| (name, true)));
    all.take(MOST)
        .map(|(&(sentence, mention, standing), is_beside)| {
            // A city is not there because its country is, though that may stand for it.
            let named = beyond.iter().any(|(_, other, other_standing)| {
                let only_country = standing.is_city() && other_standing.is_country();
                (standing.implies(*other_standing) && !only_country)
                    || letters::are_alike(context, side, mention, other)
            });
            let implied = beyond.iter().any(|(_, _, other)| standing.implies(*other));
            let met = named
                || is_evidence(link, side, mention)
                || letters::sounds_like_a_word(context, side, mention, &around)
                || letters::is_glued(context, side.other(), standing, &around);
            let more = if is_beside { count(&beside, standing) } else { 0 };
            let surplus = count(&mine, standing) + more > count(&theirs, standing);
            Named { mention, sentence, standing, met, implied, surplus, beside: is_beside }
        })
        .collect()
}

/// The sentences of the source directly beside a link that no link has.
fn unlinked_beside(context: &Context<'_>, side: Side, link: &Link, linked: &[bool]) -> Vec<usize> {
    if side == Side::Translation {
        return Vec::new();
    }
    let free = |sentence: &usize| linked.get(*sentence) == Some(&false);
    context.around(side, link).into_iter().filter(free).collect()
}

/// Whether the link rests on the mention.
fn is_evidence(link: &Link, side: Side, mention: &Mention) -> bool {
    link.evidence.iter().any(|evidence| {
        let span = match side {
            Side::Source => evidence.source,
            Side::Translation => evidence.translation,
        };
        span.overlaps(mention.span)
    })
}

/// How sure it is that one name was put in place of the other; none where it is not.
fn reliability(
    context: &Context<'_>,
    link: &Link,
    mine: &Named<'_>,
    theirs: &Named<'_>,
    shared: usize,
    alone: bool,
) -> Option<f64> {
    let gone = !mine.met;
    let foreign = || !context.names(Side::Source, &theirs.mention.concept);
    if mine.beside && (shared == 0 || link.belief < SECURE_LINK || !foreign()) {
        return None;
    }
    if mine.mention.concept == theirs.mention.concept || mine.standing.implies(theirs.standing) {
        return None;
    }
    if let (Some(a), Some(b)) = (mine.standing.nation(), theirs.standing.nation()) {
        let bodies = !(mine.standing.is_country() && theirs.standing.is_country());
        let no_country = !mine.standing.is_country() && !theirs.standing.is_country();
        // One that is still named, elsewhere in the sentence, is replaced only where what stands in
        // its place is new to the whole article.
        let replaced = || {
            shared >= SHARED
                && link.belief >= SECURE_LINK
                && foreign()
                && !is_beside(context, mine, theirs)
        };
        if a == b || no_country || (!gone && (bodies || !(mine.surplus || replaced()))) {
            return None;
        }
        if (bodies && shared == 0) || (link.belief < WEAK_LINK && shared < 2) {
            return None;
        }
        return match shared {
            1.. => Some(SURE),
            0 if foreign() && link.belief >= SECURE_LINK => Some(ALONE),
            0 => None,
        };
    }
    let inside =
        |name: &Named<'_>| name.mention.kind == ConceptKind::Place && !name.standing.is_country();
    let cities =
        inside(mine) && inside(theirs) && (mine.standing.is_city() || theirs.standing.is_city());
    let others =
        mine.mention.kind == theirs.mention.kind && mine.mention.kind == ConceptKind::Person;
    let strangers = !context.names(Side::Translation, &mine.mention.concept)
        && !context.names(Side::Source, &theirs.mention.concept);
    let known = mine.standing.weight >= KNOWN && theirs.standing.weight >= KNOWN;
    let whole = |side: Side, name: &Named<'_>| {
        name.mention.kind != ConceptKind::Person
            || context.text(side, name.mention.span).split_whitespace().count() > 1
    };
    let least = match (cities, alone) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) => SHARED,
    };
    let secure = link.belief >= SECURE_LINK && shared >= least;
    let whole = whole(Side::Source, mine) && whole(Side::Translation, theirs);
    ((cities || others) && gone && strangers && known && whole && secure).then_some(SURE)
}

/// Whether the translation names the first thing too, so near the second that they have their
/// surroundings in common: France and Germany.
fn is_beside(context: &Context<'_>, mine: &Named<'_>, theirs: &Named<'_>) -> bool {
    let side = Side::Translation;
    let text = &context.documents[side].text;
    let words = |from: usize, to: usize| {
        text.get(from..to).is_some_and(|gap| gap.split_whitespace().count() <= BESIDE)
    };
    let (span, mentions) = (theirs.mention.span, context.mentions_in(side, theirs.sentence).iter());
    let mut same =
        mentions.filter(|m| Standing::of(&m.concept).is_some_and(|s| mine.standing.implies(s)));
    same.any(|m| words(m.span.end, span.start) || words(span.end, m.span.start))
}

/// Whether a reviewer would miss the name: a well-known country, city or full name of which the
/// whole other text says nothing, by whatever name.
fn is_missed(context: &Context<'_>, side: Side, link: &Link, name: &Named<'_>) -> bool {
    let written = context.text(side, name.mention.span);
    let words: Vec<&str> = letters::words(written).collect();
    let weighty = match name.mention.kind {
        ConceptKind::Place => {
            (name.standing.is_country() || name.standing.is_city())
                && name.standing.is_named_by(context.documents[side].lang, written)
        }
        ConceptKind::Person => written.split_whitespace().nth(1).is_some(),
        _ => false,
    };
    let other = side.other();
    let around = context.around(other, link);
    weighty
        && name.standing.weight >= KNOWN
        && link.belief >= SECURE_LINK
        && !context.names(other, &name.mention.concept)
        && !letters::has_traces(context, other, &words, &around)
}

fn changed(
    context: &Context<'_>,
    source: &Mention,
    translation: &Mention,
    probability: f64,
) -> Finding {
    let message =
        format!("The source names {}, the translation {}.", source.name, translation.name);
    let spans = Pair::new(source.span, translation.span);
    context.changed(FindingKind::NameChanged, severity::OTHER_NAME, spans, message, probability)
}

fn alone(
    context: &Context<'_>,
    link: &Link,
    side: Side,
    mention: &Mention,
    probability: f64,
) -> Finding {
    let kind = match side {
        Side::Source => FindingKind::NameDropped,
        Side::Translation => FindingKind::NameAdded,
    };
    let other = side.other();
    let (name, has, lacks) = (&mention.name, side.name(), other.name());
    let message =
        format!("{name} is named here in the {has}, and not in the {lacks}'s counterpart.");
    let spans = context.lone(side, mention.span, link.units(other));
    let values = context.lone_text(side, mention.span);
    Finding::new(kind, severity::LONE_NAME, spans, values, message, probability)
}
