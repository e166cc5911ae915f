//! The source with all translations beside it: a row for each group of its sentences, and one for what
//! translations put in behind them.

use super::super::rows::{Unit, rows, sentence_units};
use crate::several::Several;
use crate::span::{Side, Span};

/// Units that stand side by side.
#[derive(Clone, Debug, Default)]
pub(in crate::output) struct Group {
    /// Of the source; none where translations put something in.
    pub(in crate::output) source: Vec<Unit>,
    /// Of each translation.
    pub(in crate::output) cells: Vec<Vec<Unit>>,
    /// For each translation, the findings that stand here, as indices into its whole findings.
    pub(in crate::output) findings: Vec<Vec<usize>>,
}

/// All groups, in the order of the source.
pub(in crate::output) fn layout(several: &Several) -> Vec<Group> {
    let base: Vec<Unit> =
        sentence_units(&several.source, Side::Source).into_iter().map(|(_, unit)| unit).collect();
    let all: Vec<_> = several.comparisons.iter().map(rows).collect();
    let place = |span: Span| {
        let next = base.partition_point(|unit| unit.span.end <= span.start);
        next.min(base.len().saturating_sub(1))
    };
    // Source units that any translation joins are one group, named by its first.
    let mut owner: Vec<usize> = (0..base.len()).collect();
    for row in all.iter().flatten().filter(|row| row.link.is_some()) {
        let roots: Vec<usize> =
            row.units.source.iter().map(|unit| root(&owner, place(unit.span))).collect();
        if let Some(&least) = roots.iter().min() {
            roots.iter().for_each(|&root| owner[root] = least);
        }
    }
    let first: Vec<usize> = (0..base.len()).map(|at| root(&owner, at)).collect();
    let count = several.comparisons.len();
    let empty = || Group {
        cells: vec![Vec::new(); count],
        findings: vec![Vec::new(); count],
        ..Group::default()
    };
    // What is put in before the first unit, then each unit with what is put in behind it.
    let mut groups: Vec<Group> = (0..=2 * base.len()).map(|_| empty()).collect();
    for (at, unit) in base.iter().enumerate() {
        groups[2 * first[at] + 1].source.push(unit.clone());
    }
    for (translation, rows) in all.iter().enumerate() {
        let mut behind = 0;
        for row in rows {
            let at = match row.units.source.first() {
                Some(unit) => {
                    let owner = first.get(place(unit.span)).copied().unwrap_or(0);
                    behind = 2 * owner + 2;
                    2 * owner + 1
                }
                None => behind,
            };
            if let Some(group) = groups.get_mut(at) {
                group.cells[translation].extend(row.units.translation.iter().cloned());
            }
        }
    }
    groups.retain(|group| !group.source.is_empty() || group.cells.iter().any(|c| !c.is_empty()));
    for (translation, comparison) in several.comparisons.iter().enumerate() {
        for (index, finding) in comparison.whole_findings().iter().enumerate() {
            let meets = |units: &[Unit], span: Option<Span>| {
                span.is_some_and(|span| units.iter().any(|unit| unit.span.overlaps(span)))
            };
            let here = |group: &&mut Group| match finding.spans.source {
                Some(span) => meets(&group.source, Some(span)),
                None => meets(&group.cells[translation], finding.spans.translation),
            };
            if let Some(group) = groups.iter_mut().find(here) {
                group.findings[translation].push(index);
            }
        }
    }
    groups
}

/// The first unit of the group.
fn root(owner: &[usize], mut at: usize) -> usize {
    while owner[at] < at {
        at = owner[at];
    }
    at
}
