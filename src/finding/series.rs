//! Figures that stand together: ranges and scores.

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
    slips
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
