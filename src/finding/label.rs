//! Things that the translation calls by a name of another stance: protesters who became rioters.
//!
//! Of the sentences that a link ties, only a name that no name of the other side agrees with
//! counts, and only where the other side has such a one too.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::order::Place;
use super::surroundings::Surroundings;
use super::{Called, Context, Finding, FindingKind, severity};
use crate::align::Link;
use crate::concept::ConceptKind;
use crate::concept::label::{Lemmas, NEUTRAL, Naming};
use crate::span::{Pair, Side, Span};

/// How sure a change is where a word beside both names agrees …
const SURE: f64 = 0.95;
/// … and where none does, but each is the only one of its sentence.
const ALONE: f64 = 0.85;
/// The latter needs a link of this probability …
const SECURE_LINK: f64 = 0.85;
/// … and any change one of this.
const WEAK_LINK: f64 = 0.6;
/// Names of one text that a message lists, at the most.
const LISTED: usize = 4;
/// Words of a sentence that are looked through.
const WORDS: usize = 300;

/// The namings of a text by sentence.
type Namings = Vec<Vec<Naming>>;

/// A naming that nothing on the other side agrees with.
#[derive(Clone, Copy)]
struct Lone<'n> {
    naming: &'n Naming,
    sentence: usize,
}

/// A change with the names in their dictionary forms.
struct Change<'n> {
    concept: u32,
    forms: Pair<&'n str>,
    finding: Finding,
}

/// Finds changed labels. One that the text repeats is one finding at its first place, and each
/// further place a part of it: returned are the places of those parts, with that of the whole.
pub(super) fn find(
    context: &Context<'_>,
    links: &[Cow<'_, Link>],
    findings: &mut Vec<Finding>,
) -> FxHashMap<Place, Place> {
    let namings = Pair::new(namings(context, Side::Source), namings(context, Side::Translation));
    let mut changes = Vec::new();
    for link in links.iter().filter(|link| link.belief >= WEAK_LINK) {
        in_link(context, &namings, link, &mut changes);
    }
    changes.sort_by_key(|change| {
        let spans = change.finding.spans;
        (change.finding.is_uncertain(), spans.source.map(|span| span.start))
    });
    let mut parts = FxHashMap::default();
    let mut firsts: Vec<(u32, Pair<&str>, usize)> = Vec::new();
    let mut counts: Vec<usize> = Vec::new();
    for Change { concept, forms, finding } in changes {
        let first = firsts.iter().position(|(c, f, _)| *c == concept && *f == forms);
        match first {
            Some(first) => {
                // A doubtful place adds nothing to a certain one.
                let whole = &findings[firsts[first].2];
                counts[first] += usize::from(finding.is_uncertain() == whole.is_uncertain());
                parts.insert(finding.spans, whole.spans);
            }
            None => {
                firsts.push((concept, forms, findings.len()));
                counts.push(0);
            }
        }
        findings.push(finding);
    }
    for ((_, _, at), further) in firsts.into_iter().zip(counts) {
        let message = &mut findings[at].message;
        match further {
            0 => {}
            1 => message.push_str(" So it is in one more place."),
            _ => message.push_str(&format!(" So it is in {further} more places.")),
        }
    }
    parts
}

fn namings(context: &Context<'_>, side: Side) -> Namings {
    let segments = &context.segments[side];
    let lang = context.documents[side].lang;
    let is_content = |at: usize| {
        segments.paragraphs.get(at).is_some_and(|paragraph| paragraph.role.is_content())
    };
    let mut lemmas = Lemmas::new(lang);
    let mut of = |sentence: &crate::segment::Sentence| {
        let tokens = segments.tokens_in(sentence);
        context.labels.find(&tokens[..tokens.len().min(WORDS)], &mut lemmas)
    };
    let sentences = segments.sentences.iter();
    sentences.map(|s| if is_content(s.paragraph) { of(s) } else { Vec::new() }).collect()
}

fn in_link<'n>(
    context: &Context<'_>,
    namings: &'n Pair<Namings>,
    link: &Link,
    changes: &mut Vec<Change<'n>>,
) {
    let lone = Pair::new(
        lone(context, namings, link, Side::Source),
        lone(context, namings, link, Side::Translation),
    );
    let mut told: Vec<(u32, &[u32], &[u32])> = Vec::new();
    let mut used: Vec<Span> = Vec::new();
    for mine in &lone.source {
        let rivals = lone.source.iter().filter(|r| r.naming.concept == mine.naming.concept).count();
        let candidates: Vec<&Lone<'_>> =
            lone.translation.iter().filter(|l| l.naming.concept == mine.naming.concept).collect();
        let alone = rivals == 1 && candidates.len() == 1;
        let best = candidates
            .into_iter()
            .filter(|theirs| !used.iter().any(|span| span.overlaps(theirs.naming.span)))
            .filter(|theirs| !is_rendered_otherwise(link, mine.naming.span, theirs.naming.span))
            .filter_map(|theirs| {
                let beside = |side, one: &Lone<'_>| {
                    Surroundings::new(context, side, one.sentence, one.naming.span)
                };
                let shared =
                    beside(Side::Source, mine).shared(&beside(Side::Translation, theirs), link);
                let reliability = match shared {
                    1.. => SURE,
                    0 if alone && link.belief >= SECURE_LINK => ALONE,
                    0 => return None,
                };
                Some((reliability, shared, theirs))
            })
            .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let Some((reliability, _, theirs)) = best else { continue };
        let change = (mine.naming.concept, &*mine.naming.stances, &*theirs.naming.stances);
        if told.contains(&change) {
            continue;
        }
        told.push(change);
        used.push(theirs.naming.span);
        changes.push(Change {
            concept: mine.naming.concept,
            forms: Pair::new(&mine.naming.form, &theirs.naming.form),
            finding: changed(context, namings, link, (mine, theirs), reliability),
        });
    }
}

/// The namings of a side of a link that none of the other side agrees with.
fn lone<'n>(
    context: &Context<'_>,
    namings: &'n Pair<Namings>,
    link: &Link,
    side: Side,
) -> Vec<Lone<'n>> {
    let other = side.other();
    // A link that may miss a sentence is no proof of what that one does not say.
    let around = if link.belief >= SECURE_LINK {
        link.units(other).to_vec()
    } else {
        context.around(other, link)
    };
    let around: Vec<&Naming> = around.into_iter().flat_map(|s| &namings[other][s]).collect();
    let mut lone = Vec::new();
    for &sentence in link.units(side) {
        for naming in &namings[side][sentence] {
            let agrees = |theirs: &&Naming| {
                theirs.concept == naming.concept
                    && theirs.stances.iter().any(|stance| naming.stances.contains(stance))
            };
            if !around.iter().any(agrees) && !is_part_of_name(context, side, sentence, naming.span)
            {
                lone.push(Lone { naming, sentence });
            }
        }
    }
    lone
}

/// Whether the words are part of a longer name, or of one of a person: a street that bears a
/// martyr's name calls nobody a martyr.
fn is_part_of_name(context: &Context<'_>, side: Side, sentence: usize, span: Span) -> bool {
    context.mentions_in(side, sentence).iter().any(|mention| {
        mention.kind.is_name()
            && mention.span.overlaps(span)
            && (mention.span.contains(span) && mention.span.len() > span.len()
                || mention.kind == ConceptKind::Person)
    })
}

/// Whether the link ties one of the two stretches to something else.
fn is_rendered_otherwise(link: &Link, source: Span, translation: Span) -> bool {
    let mut ties = link
        .evidence
        .iter()
        .filter(|tie| tie.source.overlaps(source) || tie.translation.overlaps(translation));
    ties.any(|tie| !(tie.source.overlaps(source) && tie.translation.overlaps(translation)))
}

fn changed(
    context: &Context<'_>,
    namings: &Pair<Namings>,
    link: &Link,
    (mine, theirs): (&Lone<'_>, &Lone<'_>),
    reliability: f64,
) -> Finding {
    let is_neutral = |one: &Lone<'_>| {
        one.naming.stances.iter().any(|&stance| context.labels.name(stance) == NEUTRAL)
    };
    let severity = severity::of_labels(is_neutral(mine) || is_neutral(theirs));
    let spans = Pair::new(mine.naming.span, theirs.naming.span);
    let concept = mine.naming.concept;
    let elsewhere = Pair::new(
        called(&namings.source, concept, spans.source),
        called(&namings.translation, concept, spans.translation),
    );
    let mut message = format!(
        "“{}” is rendered as “{}”",
        context.text(Side::Source, spans.source),
        context.text(Side::Translation, spans.translation)
    );
    for (side, text) in [(Side::Source, "source"), (Side::Translation, "translation")] {
        if !elsewhere[side].is_empty() {
            let names: Vec<String> =
                elsewhere[side].iter().map(|c| format!("{} {}×", c.form, c.times)).collect();
            message.push_str(&format!("; elsewhere in the {text}: {}", names.join(", ")));
        }
    }
    message.push('.');
    let probability = link.probability * reliability;
    let finding = context.changed(FindingKind::LabelChanged, severity, spans, message, probability);
    Finding { elsewhere, ..finding }
}

/// What a text calls a thing outside of `here`, the most frequent first.
fn called(namings: &Namings, concept: u32, here: Span) -> Vec<Called> {
    let mut called: Vec<Called> = Vec::new();
    for naming in namings.iter().flatten() {
        if naming.concept != concept || naming.span == here {
            continue;
        }
        match called.iter_mut().find(|known| *known.form == *naming.form) {
            Some(known) => known.times += 1,
            None => called.push(Called { form: naming.form.to_string(), times: 1 }),
        }
    }
    called.sort_by_key(|called| std::cmp::Reverse(called.times));
    called.truncate(LISTED);
    called
}
