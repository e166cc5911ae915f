//! Figures that stand together: ranges, scores, parts of a whole.

use super::Context;
use super::figure::Figure;
use crate::concept::ConceptKind;
use crate::span::{Pair, Side};

/// What may stand between figures of one series, beside the words of the language.
const BETWEEN: [&str; 6] = ["-", "\u{2013}", "\u{2014}", "\u{2212}", "&", "/"];

/// Pairs of figures (source, translation) that are the only ones in which two series differ: 20–25
/// and 20–30, 2-1 and 2-0.
///
/// Each end of a range is said elsewhere as well, in texts with many figures; the range is not.
pub(super) fn slips(context: &Context<'_>, here: &Pair<Vec<Figure<'_>>>) -> Vec<(usize, usize)> {
    let series = Pair::new(
        series(context, Side::Source, &here.source),
        series(context, Side::Translation, &here.translation),
    );
    let differing = |mine: &[usize], theirs: &[usize]| differing(here, mine, theirs);
    let unmatched = |mine: &&Vec<usize>, others: &[Vec<usize>], turned: bool| {
        others.iter().all(|theirs| {
            let (mine, theirs) = if turned { (theirs, *mine) } else { (*mine, theirs) };
            differing(mine, theirs).is_none_or(|left| !left.is_empty())
        })
    };
    let source: Vec<_> =
        series.source.iter().filter(|mine| unmatched(mine, &series.translation, false)).collect();
    let translation: Vec<_> =
        series.translation.iter().filter(|mine| unmatched(mine, &series.source, true)).collect();
    let mut slips = Vec::new();
    for mine in &source {
        let one_off =
            |theirs: &&&Vec<usize>| differing(mine, theirs).is_some_and(|left| left.len() == 1);
        let mut candidates = translation.iter().filter(one_off);
        let (Some(theirs), None) = (candidates.next(), candidates.next()) else { continue };
        let rivals = source
            .iter()
            .filter(|other| differing(other, theirs).is_some_and(|left| left.len() == 1));
        if rivals.count() == 1 {
            slips.extend(differing(mine, theirs).into_iter().flatten());
        }
    }
    slips.extend(other_parts(context, here));
    slips
}

/// Pairs of figures (source, translation) that are different parts of one whole: 4 of 5 and 1 of 5.
fn other_parts(context: &Context<'_>, here: &Pair<Vec<Figure<'_>>>) -> Vec<(usize, usize)> {
    let parts = Pair::new(
        parts(context, Side::Source, &here.source),
        parts(context, Side::Translation, &here.translation),
    );
    let one_whole = |side: Side, whole: &Figure<'_>| {
        let mut of_whole = parts[side].iter().filter(|(_, other)| here[side][*other].equals(whole));
        of_whole.next().filter(|_| of_whole.next().is_none()).map(|&(part, _)| part)
    };
    let mut found = Vec::new();
    for &(part, whole) in &parts.source {
        let whole = &here.source[whole];
        let both = one_whole(Side::Source, whole).zip(one_whole(Side::Translation, whole));
        let Some((_, other)) = both else { continue };
        let (mine, theirs) = (&here.source[part], &here.translation[other]);
        let said = here.translation.iter().any(|t| t.equals(mine))
            || here.source.iter().any(|s| s.equals(theirs));
        if !said && mine.percent == theirs.percent {
            found.push((part, other));
        }
    }
    found
}

/// Figures of a part and of its whole, with the phrase for it and at most one more word between.
fn parts(context: &Context<'_>, side: Side, figures: &[Figure<'_>]) -> Vec<(usize, usize)> {
    let text = &context.documents[side].text;
    let Some(module) = context.documents[side].lang.module() else { return Vec::new() };
    let phrases = module.numerals().out_of;
    let counts = |figure: &Figure<'_>| {
        figure.mention.kind == ConceptKind::Number
            && !(figure.code || figure.is_time || figure.is_label() || figure.ordinal)
    };
    let is_part = |pair: &[Figure<'_>]| {
        let gap = text.get(pair[0].span.end..pair[1].span.start).unwrap_or("").trim();
        let behind_a_word = || {
            gap.split_once(char::is_whitespace).is_some_and(|(word, rest)| {
                word.chars().all(char::is_alphabetic) && phrases.contains(&rest.trim())
            })
        };
        counts(&pair[0])
            && counts(&pair[1])
            && pair[0].value < pair[1].value
            && (phrases.contains(&gap) || behind_a_word())
    };
    let pairs = figures.windows(2).enumerate();
    pairs.filter(|(_, pair)| is_part(pair)).map(|(at, _)| (at, at + 1)).collect()
}

/// The figures of each series, as indices, in order of value: right-to-left text turns them around.
fn series(context: &Context<'_>, side: Side, figures: &[Figure<'_>]) -> Vec<Vec<usize>> {
    let text = &context.documents[side].text;
    let lang = context.documents[side].lang;
    let words: Vec<&str> = lang.module().map_or_else(Vec::new, |module| {
        let numerals = module.numerals();
        numerals.ranges.iter().chain(numerals.joiners).copied().collect()
    });
    let plain = |figure: &Figure<'_>| {
        figure.mention.kind == ConceptKind::Number
            && figure.digits
            && !figure.code
            && !figure.is_time
            && !figure.is_label()
    };
    let mut all: Vec<Vec<usize>> = Vec::new();
    let mut open = false;
    for at in 0..figures.len() {
        let together = at > 0 && plain(&figures[at]) && plain(&figures[at - 1]) && {
            let gap = text.get(figures[at - 1].span.end..figures[at].span.start).unwrap_or("");
            let gap = gap.trim().trim_end_matches('\u{640}');
            BETWEEN.contains(&gap) || words.contains(&gap)
        };
        if !together {
            open = false;
            continue;
        }
        match all.last_mut() {
            Some(last) if open => last.push(at),
            _ => all.push(vec![at - 1, at]),
        }
        open = true;
    }
    for one in &mut all {
        one.sort_by(|&a, &b| figures[a].value.total_cmp(&figures[b].value));
    }
    all
}

/// The pairs of figures in which two series of one length differ; none where the lengths or the
/// units do.
fn differing(
    here: &Pair<Vec<Figure<'_>>>,
    mine: &[usize],
    theirs: &[usize],
) -> Option<Vec<(usize, usize)>> {
    if mine.len() != theirs.len() {
        return None;
    }
    let mut left = theirs.to_vec();
    let mut lost = Vec::new();
    for &at in mine {
        match left.iter().position(|&o| here.translation[o].equals(&here.source[at])) {
            Some(found) => {
                left.remove(found);
            }
            None => lost.push(at),
        }
    }
    let converts =
        lost.iter().any(|&at| left.iter().any(|&o| here.source[at].converts(&here.translation[o])));
    (!converts).then(|| lost.into_iter().zip(left).collect())
}
