//! All findings of a revision, in their order and in words about versions.

use std::cmp::Ordering;
use std::ops::ControlFlow;

use rustc_hash::FxHashMap;

use super::Version;
use super::diff::{Differ, UnitDiff};
use super::facts;
use crate::align::verdict::Relation;
use crate::align::{Alignment, Evidence};
use crate::concept::{Labels, UserWords};
use crate::finding::{self, Context, Finding, FindingKind};
use crate::lang::Lang;
use crate::progress::Watch;
use crate::span::{Pair, Side, Span};

/// Words that say something which an unchanged stretch shows the finders for each link at the most.
const SHOWN: usize = 200;

/// What happened, what matters most first.
pub(super) fn findings<B>(
    differ: &Differ<'_>,
    lang: Lang,
    (words, labels): (&UserWords, &Labels),
    alignment: &mut Alignment,
    diffs: &[UnitDiff],
    equal: Vec<Vec<Pair<usize>>>,
    watch: Watch<'_, B>,
) -> ControlFlow<B, Vec<Finding>> {
    let mut found = Vec::new();
    for (at, link) in alignment.sentences.iter().enumerate() {
        let units = Pair::new(link.source.clone(), link.translation.clone());
        facts::find(differ, lang, &units, &diffs[at], &mut found);
    }
    for ((link, diff), equal) in alignment.sentences.iter_mut().zip(diffs).zip(equal) {
        if diff.changes_words() {
            link.evidence = evidence(differ, equal);
        }
    }
    let context = Context {
        documents: differ.documents,
        segments: differ.segments,
        mentions: differ.mentions,
        alignment,
        words,
        labels,
        named: finding::named(differ.mentions),
    };
    let families = finding::findings(&context, Relation::Adaptation, watch)?;
    // What the words show is told by the diffs from now on.
    alignment.sentences.iter_mut().for_each(|link| link.evidence.clear());
    let touched = touched(diffs);
    for finding in families.into_iter().filter(|finding| is_news(differ, finding)) {
        let whole = matches!(
            finding.kind,
            FindingKind::Dropped
                | FindingKind::Added
                | FindingKind::Moved
                | FindingKind::HiddenCharacter
        );
        if whole || (is_touched(&touched, &finding) && !is_told(&found, &finding)) {
            found.push(finding);
        }
    }
    let mut found = finding::order::ranked(found, &FxHashMap::default());
    let stayed = stayed(differ, alignment);
    for finding in &mut found {
        if finding.kind != FindingKind::HiddenCharacter {
            finding.message = message(differ, &stayed, finding);
        }
    }
    ControlFlow::Continue(found)
}

/// Whether an invisible character is not simply one that both versions have.
fn is_news(differ: &Differ<'_>, finding: &Finding) -> bool {
    let place = Side::BOTH.into_iter().find_map(|side| Some((side, finding.spans[side]?)));
    let (FindingKind::HiddenCharacter, Some((side, span))) = (finding.kind, place) else {
        return true;
    };
    let hidden = span.of(&differ.documents[side].text);
    let count = |side: Side| differ.documents[side].text.matches(hidden).count();
    count(Side::Source) != count(Side::Translation)
}

/// The words that both sides of a link have: what the finders look at around a figure or name.
fn evidence(differ: &Differ<'_>, equal: Vec<Pair<usize>>) -> Vec<Evidence> {
    let span = |side: Side, token: usize| differ.segments[side].tokens[token].span;
    equal
        .into_iter()
        .map(|pair| (differ.keys.tokens.source[pair.source], pair))
        .filter(|&(key, _)| !differ.keys.is_light(key))
        .take(SHOWN)
        .map(|(key, pair)| Evidence {
            source: span(Side::Source, pair.source),
            translation: span(Side::Translation, pair.translation),
            concept: format!("word:{}", differ.keys.name(key)),
            weight: differ.keys.weights[key as usize],
        })
        .collect()
}

/// The stretches of both versions in which words changed, in order.
fn touched(diffs: &[UnitDiff]) -> Pair<Vec<Span>> {
    let mut touched = Pair::<Vec<Span>>::default();
    for edit in diffs.iter().flat_map(|diff| &diff.edits).filter(|edit| edit.kind.is_of_words()) {
        for side in Side::BOTH {
            touched[side].push(edit.spans[side]);
        }
    }
    touched.source.sort_unstable();
    touched.translation.sort_unstable();
    touched
}

/// Whether words changed wherever the finding stands: what is the same in both versions did not change.
fn is_touched(touched: &Pair<Vec<Span>>, finding: &Finding) -> bool {
    Side::BOTH.iter().all(|&side| {
        finding.spans[side].is_none_or(|span| {
            let first = touched[side].partition_point(|edit| edit.end <= span.start);
            touched[side].get(first).is_some_and(|edit| edit.start < span.end)
        })
    })
}

/// Whether something of the same sort is said of the same place.
fn is_told(found: &[Finding], finding: &Finding) -> bool {
    let sort = |kind: FindingKind| match kind {
        FindingKind::NumberChanged
        | FindingKind::NumberDropped
        | FindingKind::NumberAdded
        | FindingKind::DateChanged => 0,
        FindingKind::NameChanged | FindingKind::NameDropped | FindingKind::NameAdded => 1,
        FindingKind::PolarityChanged => 2,
        FindingKind::Dropped | FindingKind::Added => 3,
        _ => 4,
    };
    let meets = |other: &Finding| {
        Side::BOTH.iter().any(|&side| {
            matches!((other.spans[side], finding.spans[side]),
                (Some(one), Some(other)) if one.overlaps(other))
        })
    };
    let is_other_half = |other: &Finding| {
        // A fact inside a passage that was left out is part of that.
        sort(other.kind) == 3 && sort(finding.kind) < 2
    };
    let about = |other: &&Finding| sort(other.kind) == sort(finding.kind) || is_other_half(other);
    found.iter().filter(about).any(meets)
}

/// One English sentence without a judgement.
fn message(differ: &Differ<'_>, stayed: &[Pair<usize>], finding: &Finding) -> String {
    let (old, new) = (Version::Old.name(), Version::New.name());
    match (finding.kind, &finding.values.source, &finding.values.translation) {
        (FindingKind::Dropped, ..) => format!("Only the {old} version has this passage."),
        (FindingKind::Added, ..) => format!("Only the {new} version has this passage."),
        (FindingKind::Moved, ..) => moved(differ, stayed, finding),
        (_, Some(before), Some(after)) => format!("«{before}» became «{after}»."),
        (_, Some(before), None) => format!("«{before}» is only in the {old} version."),
        (_, None, Some(after)) => format!("«{after}» is only in the {new} version."),
        (_, None, None) => finding.message.clone(),
    }
}

/// Where a passage that moved stood and stands: by paragraph, and inside one by the order alone.
fn moved(differ: &Differ<'_>, stayed: &[Pair<usize>], finding: &Finding) -> String {
    let (old, new) = (Version::Old.name(), Version::New.name());
    let start = finding.spans.map(|span| span.map_or(0, |span| span.start));
    let paragraph = |side: Side, at: usize| {
        let paragraphs = &differ.segments[side].paragraphs;
        paragraphs.partition_point(|paragraph| paragraph.span.start <= at)
    };
    let numbers = Pair::SIDES.map(|side| paragraph(side, start[side]));
    // What stayed is in order on both sides.
    let before = Pair::SIDES.map(|side| stayed.partition_point(|place| place[side] < start[side]));
    let way = match before.translation.cmp(&before.source) {
        Ordering::Less => "earlier",
        Ordering::Greater => "later",
        Ordering::Equal => "elsewhere",
    };
    let first =
        stayed.partition_point(|place| paragraph(Side::Source, place.source) < numbers.source);
    let is_inside = stayed[first..]
        .iter()
        .take_while(|place| paragraph(Side::Source, place.source) == numbers.source)
        .any(|place| paragraph(Side::Translation, place.translation) == numbers.translation);
    let (from, to) = (numbers.source, numbers.translation);
    match (is_inside, from == to) {
        (true, true) => {
            format!("This passage stands {way} in paragraph {to} than in the {old} version.")
        }
        (true, false) => format!(
            "This passage stands {way} in its paragraph: paragraph {from} of the {old} version, paragraph {to} of the {new} one."
        ),
        (false, true) => format!(
            "This passage stands {way} than in the {old} version, in paragraph {to} of both."
        ),
        (false, false) => format!(
            "This passage stands in paragraph {from} of the {old} version and in paragraph {to} of the {new} one."
        ),
    }
}

/// The places of the passages that did not move, in order.
fn stayed(differ: &Differ<'_>, alignment: &Alignment) -> Vec<Pair<usize>> {
    let start = |side: Side, units: &[usize]| {
        let sentence = units.first().and_then(|&at| differ.segments[side].sentences.get(at));
        sentence.map(|sentence| sentence.span.start)
    };
    let links = alignment.sentences.iter().filter(|link| !link.moved);
    let places = links.filter_map(|link| {
        let [old, new] = Side::BOTH.map(|side| start(side, link.units(side)));
        Some(Pair::new(old?, new?))
    });
    places.collect()
}
