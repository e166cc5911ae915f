//! Facts inside changed words: figures, dates, names and negations that the one version has and the
//! other has not.

use super::diff::{Differ, Edit, EditKind, UnitDiff, touching};
use super::values::Worth;
use crate::concept::{ConceptKind, Mention};
use crate::finding::{Finding, FindingKind, Severity};
use crate::lang::{Lang, is_negation};
use crate::span::{Pair, Side, Span};

/// From so many words on, what was deleted or put in is a passage of its own.
const PASSAGE: usize = 6;
/// A passage with so many names and figures alters what the text says.
const FACTS: usize = 2;
/// A negation counts in a changed stretch of so many words at the most: a longer one says other things.
const SHORT: usize = 5;

/// What a change is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Number,
    Date,
    Name,
}

fn sort(mention: &Mention) -> Sort {
    match mention.kind {
        ConceptKind::Number => Sort::Number,
        ConceptKind::Date => Sort::Date,
        _ => Sort::Name,
    }
}

/// The findings of one link.
pub(super) fn find(
    differ: &Differ<'_>,
    lang: Lang,
    units: &Pair<Vec<usize>>,
    diff: &UnitDiff,
    findings: &mut Vec<Finding>,
) {
    let edits: Vec<&Edit> = diff.edits.iter().filter(|edit| edit.kind.is_of_words()).collect();
    let mut lone = Vec::new();
    for edit in &edits {
        if let Some(passage) = passage(differ, edit) {
            findings.push(passage);
        } else {
            lone.push(*edit);
        }
    }
    values(differ, units, &lone, findings);
    polarity(differ, lang, &lone, findings);
}

/// Half a sentence that was left out or put in.
fn passage(differ: &Differ<'_>, edit: &Edit) -> Option<Finding> {
    let (kind, side) = match edit.kind {
        EditKind::Deleted => (FindingKind::Dropped, Side::Source),
        EditKind::Inserted => (FindingKind::Added, Side::Translation),
        _ => return None,
    };
    let span = edit.spans[side];
    if differ.words_in(side, span).count() < PASSAGE {
        return None;
    }
    let facts = touching(&differ.mentions[side], span);
    let facts = facts.iter().filter(|mention| !mention.is_weak()).count();
    let severity = if facts >= FACTS { Severity::High } else { Severity::Medium };
    Some(finding(kind, severity, Pair::only(side, span), Pair::default()))
}

/// Names, figures and dates in changed words: those of one stretch and one sort stand for each other,
/// those that both versions have elsewhere cancel each other.
fn values(
    differ: &Differ<'_>,
    units: &Pair<Vec<usize>>,
    edits: &[&Edit],
    findings: &mut Vec<Finding>,
) {
    let mut changed = Pair::SIDES.map(|side| {
        let mut seen: Vec<Edited<'_>> = Vec::new();
        for (at, edit) in edits.iter().enumerate().filter(|(_, e)| !e.spans[side].is_empty()) {
            for mention in differ.meant(side, edit.spans[side]) {
                // In the order of the text: what is known already is the last.
                let known = seen.last().is_some_and(|(_, other)| other.span >= mention.span);
                if !mention.is_weak() && !known {
                    seen.push((at, mention));
                }
            }
        }
        seen
    });
    halves(differ, edits, &mut changed);
    // In one stretch a figure stands for a figure, even where both versions have both: they may have
    // changed places. Names change places in any list.
    cancel(differ, &mut changed, |mine, theirs| mine.0 == theirs.0 || sort(mine.1) == Sort::Name);
    let mut only_old = Vec::new();
    for (edit, old) in std::mem::take(&mut changed.source) {
        let partner = changed.translation.iter().position(|(other, new)| {
            *other == edit && sort(new) == sort(old) && fits(old.kind, new.kind)
        });
        match partner.map(|at| changed.translation.remove(at).1) {
            Some(new) => findings.push(change(differ, old, new)),
            None => only_old.push((edit, old)),
        }
    }
    changed.source = only_old;
    for (at, edit) in edits.iter().enumerate() {
        figures(differ, at, edit, &mut changed, findings);
        names(differ, at, &mut changed, findings);
    }
    cancel(differ, &mut changed, |_, _| true);
    for (_, old) in changed.source {
        findings.extend(lost(differ, units, Side::Source, old));
    }
    for (_, new) in changed.translation {
        findings.extend(lost(differ, units, Side::Translation, new));
    }
}

/// A mention, and the edit that it stands in.
type Edited<'a> = (usize, &'a Mention);

/// Where a part of a figure or date changed, its counterpart may have no word of its own in the stretch:
/// a date that lost its weekday, a figure without its sign.
fn halves<'a>(differ: &'a Differ<'_>, edits: &[&Edit], changed: &mut Pair<Vec<Edited<'a>>>) {
    for side in Side::BOTH {
        let other = side.other();
        for (at, mention) in changed[side].clone() {
            let (span, there) = (edits[at].spans[side], edits[at].spans[other]);
            let reach = differ.reach(side, mention);
            let is_partner =
                |found: &Mention| found.value.is_some() && sort(found) == sort(mention);
            let is_met = changed[other].iter().any(|(of, met)| *of == at && is_partner(met));
            if mention.value.is_none() || span.contains(reach) || is_met {
                continue;
            }
            let Some(partner) = differ
                .beside(other, there, Pair::new(reach.start < span.start, reach.end > span.end))
                .filter(|&found| is_partner(found))
            else {
                continue;
            };
            let known = changed[other].iter().position(|(_, met)| met.span == partner.span);
            match known {
                None => changed[other].push((at, partner)),
                // It has changed elsewhere too, and is that of nothing else there.
                Some(known) => {
                    let of = changed[other][known].0;
                    let is_taken = |(its, met): &Edited<'_>| *its == of && is_partner(met);
                    if !changed[side].iter().any(is_taken) {
                        changed[other][known].0 = at;
                    }
                }
            }
        }
    }
}

/// Figure for figure in a stretch, where they are parts of things of different sorts: the 19 of
/// COVID-19, a day of a month that has none such.
fn figures(
    differ: &Differ<'_>,
    at: usize,
    edit: &Edit,
    changed: &mut Pair<Vec<Edited<'_>>>,
    findings: &mut Vec<Finding>,
) {
    if Side::BOTH.iter().all(|&side| changed[side].iter().all(|(of, _)| *of != at)) {
        return;
    }
    let written =
        Pair::SIDES.map(|side| differ.figures_in(side, edit.spans[side]).collect::<Vec<Span>>());
    if written.source.len() != written.translation.len() {
        return;
    }
    for (&old, &new) in written.source.iter().zip(&written.translation) {
        let spans = Pair::new(old, new);
        let is_left = |side: Side| {
            changed[side].iter().any(|(of, left)| *of == at && left.span.overlaps(spans[side]))
        };
        let is_same =
            old.of(&differ.documents.source.text) == new.of(&differ.documents.translation.text);
        let is_told = findings.iter().any(|told| {
            Side::BOTH.iter().all(|&side| told.spans[side].is_some_and(|s| s.overlaps(spans[side])))
        });
        if !is_same && !is_told && Side::BOTH.into_iter().any(is_left) {
            let (kind, values) = (FindingKind::NumberChanged, self::written(differ, spans));
            findings.push(finding(kind, Severity::High, spans.map(Some), values));
        }
        for side in Side::BOTH {
            changed[side].retain(|(of, left)| *of != at || !left.span.overlaps(spans[side]));
        }
    }
}

/// The one name of a stretch for the one of the other side, whatever their sorts: a country in the
/// place of a government.
fn names(
    differ: &Differ<'_>,
    at: usize,
    changed: &mut Pair<Vec<Edited<'_>>>,
    findings: &mut Vec<Finding>,
) {
    let is_name = |(of, left): &Edited<'_>| *of == at && sort(left) == Sort::Name;
    let places = changed.as_ref().map(|side| {
        let mut places = (0..side.len()).filter(|&place| is_name(&side[place]));
        places.next().filter(|_| places.next().is_none())
    });
    if let Pair { source: Some(old), translation: Some(new) } = places {
        let (old, new) = (changed.source.remove(old).1, changed.translation.remove(new).1);
        findings.push(change(differ, old, new));
    }
}

/// Takes out what both versions have.
fn cancel(
    differ: &Differ<'_>,
    changed: &mut Pair<Vec<Edited<'_>>>,
    may: impl Fn(&Edited<'_>, &Edited<'_>) -> bool,
) {
    let new = &mut changed.translation;
    let mut worths: Vec<_> =
        new.iter().map(|&(_, theirs)| differ.worth(Side::Translation, theirs)).collect();
    changed.source.retain(|mine| {
        let worth = differ.worth(Side::Source, mine.1);
        let same = |(theirs, other): (&Edited<'_>, &Option<Worth<'_>>)| {
            let is_one = match (&worth, other) {
                (Some(mine), Some(theirs)) => mine.may_be(theirs),
                _ => mine.1.concept == theirs.1.concept,
            };
            is_one && may(mine, theirs)
        };
        let met = new.iter().zip(&worths).position(same);
        met.map(|at| (new.remove(at), worths.remove(at))).is_none()
    });
}

/// Whether one name can have taken the place of the other.
fn fits(old: ConceptKind, new: ConceptKind) -> bool {
    let open = |kind: ConceptKind| matches!(kind, ConceptKind::Name);
    old == new || open(old) || open(new)
}

fn change(differ: &Differ<'_>, old: &Mention, new: &Mention) -> Finding {
    let (kind, severity) = match sort(old) {
        Sort::Number => (FindingKind::NumberChanged, Severity::High),
        Sort::Date => (FindingKind::DateChanged, Severity::High),
        Sort::Name => (FindingKind::NameChanged, Severity::High),
    };
    let spans = Pair::new(differ.reach(Side::Source, old), differ.reach(Side::Translation, new));
    finding(kind, severity, spans.map(Some), written(differ, spans))
}

/// A name or figure that one version has alone, unless the other says it in the same sentences.
fn lost(
    differ: &Differ<'_>,
    units: &Pair<Vec<usize>>,
    side: Side,
    mention: &Mention,
) -> Option<Finding> {
    let other = side.other();
    let is_there = units[other].iter().any(|&at| {
        let sentence = differ.segments[other].sentences[at].span;
        let there = touching(&differ.mentions[other], sentence);
        there.iter().any(|found| {
            found.concept == mention.concept || is_shortened(differ, (side, mention), found)
        }) || keeps_last_words(differ, (side, mention), sentence)
    });
    if is_there {
        return None;
    }
    let kind = match (sort(mention), side) {
        (Sort::Name, Side::Source) => FindingKind::NameDropped,
        (Sort::Name, Side::Translation) => FindingKind::NameAdded,
        (_, Side::Source) => FindingKind::NumberDropped,
        (_, Side::Translation) => FindingKind::NumberAdded,
    };
    let (mut spans, mut values) = (Pair::default(), Pair::default());
    let reach = differ.reach(side, mention);
    spans[side] = Some(reach);
    values[side] = Some(reach.of(&differ.documents[side].text).to_owned());
    Some(finding(kind, Severity::Medium, spans, values))
}

/// Whether all words of one name are in the other: the same one, with or without its first name or
/// title. The words that came or went are told as an edit.
fn is_shortened(differ: &Differ<'_>, (side, mine): (Side, &Mention), theirs: &Mention) -> bool {
    if sort(mine) != Sort::Name || !fits(mine.kind, theirs.kind) {
        return false;
    }
    let words = |side: Side, span: Span| differ.tokens_in(side, span).collect::<Vec<_>>();
    let (mine, theirs) = (words(side, mine.span), words(side.other(), theirs.span));
    let (few, many) = if mine.len() < theirs.len() { (mine, theirs) } else { (theirs, mine) };
    !few.is_empty() && few.iter().all(|word| many.contains(word))
}

/// Whether a sentence of the other version has the second half of a name or more, up to its last word:
/// cut so short it may be no name to the lists any more.
fn keeps_last_words(differ: &Differ<'_>, (side, mine): (Side, &Mention), sentence: Span) -> bool {
    let name = differ.tokens_in(side, mine.span).collect::<Vec<_>>();
    if sort(mine) != Sort::Name || name.len() < 2 {
        return false;
    }
    let last = &name[name.len() / 2..];
    let there = differ.tokens_in(side.other(), sentence).collect::<Vec<_>>();
    there.windows(last.len()).any(|words| words == last)
}

/// The short stretches in which a negation came or went, but for those that make up for each other:
/// one that merely stands elsewhere in the sentence.
fn polarity(differ: &Differ<'_>, lang: Lang, edits: &[&Edit], findings: &mut Vec<Finding>) {
    let denials = |side: Side, span: Span| {
        let keys = differ.tokens_in(side, span);
        keys.filter(|key| is_negation(lang, key)).count() as isize
    };
    let is_short = |edit: &Edit| {
        Side::BOTH.iter().all(|&side| differ.words_in(side, edit.spans[side]).count() <= SHORT)
    };
    // Of all denials so far what none of the other direction made up for: of one sign.
    let mut left: Vec<(isize, &Edit)> = Vec::new();
    for edit in edits {
        let count = |side: Side| denials(side, edit.spans[side]);
        let mut balance = count(Side::Translation) - count(Side::Source);
        while let Some((before, _)) = left.last_mut()
            && before.signum() == -balance.signum()
            && balance != 0
        {
            let moved = before.abs().min(balance.abs());
            *before += balance.signum() * moved;
            balance -= balance.signum() * moved;
            left.pop_if(|(before, _)| *before == 0);
        }
        if balance != 0 {
            left.push((balance, edit));
        }
    }
    for (_, edit) in left.into_iter().filter(|(_, edit)| is_short(edit)) {
        let shown = edit.spans.map(|span| Some(span).filter(|span| !span.is_empty()));
        let mut values = written(differ, edit.spans);
        for side in Side::BOTH {
            values[side] = values[side].take().filter(|value| !value.is_empty());
        }
        findings.push(finding(FindingKind::PolarityChanged, Severity::High, shown, values));
    }
}

fn written(differ: &Differ<'_>, spans: Pair<Span>) -> Pair<Option<String>> {
    Pair::SIDES.map(|side| Some(spans[side].of(&differ.documents[side].text).to_owned()))
}

fn finding(
    kind: FindingKind,
    severity: Severity,
    spans: Pair<Option<Span>>,
    values: Pair<Option<String>>,
) -> Finding {
    Finding::new(kind, severity, spans, values, String::new(), 1.0)
}
