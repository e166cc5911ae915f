//! Findings in the order of what matters, with their ids and what belongs to what.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{Finding, FindingKind};
use crate::span::{Pair, Side, Span};

/// Findings with their ids, what matters most first. Of `parts` each place is given with that of the
/// finding that it belongs to.
pub(crate) fn ranked(findings: Vec<Finding>, parts: &FxHashMap<Place, Place>) -> Vec<Finding> {
    // Within a severity in the order of kinds, then of the text; what is uncertain behind what is
    // not, and parts behind all wholes.
    let dates = dates_of_figures(&findings);
    let mut findings: Vec<(Option<(FindingKind, Place)>, Finding)> = dates
        .into_iter()
        .zip(findings)
        .map(|(date, finding)| {
            let is_label = finding.kind == FindingKind::LabelChanged;
            let label = parts.get(&finding.spans).filter(|_| is_label);
            let date = date.map(|date| (FindingKind::DateChanged, date));
            (date.or(label.map(|&label| (FindingKind::LabelChanged, label))), finding)
        })
        .collect();
    findings.sort_by(|(part, a), (other, b)| {
        let at =
            |f: &Finding| (f.spans.source.map(|s| s.start), f.spans.translation.map(|s| s.start));
        (part.is_some(), a.is_uncertain(), a.severity, a.kind.weight())
            .cmp(&(other.is_some(), b.is_uncertain(), b.severity, b.kind.weight()))
            .then(at(a).cmp(&at(b)))
    });
    let id = |index: usize| format!("f{}", index + 1);
    let mut ids: FxHashMap<(FindingKind, Place), String> = FxHashMap::default();
    for (at, (_, finding)) in findings.iter().enumerate() {
        ids.entry((finding.kind, finding.spans)).or_insert_with(|| id(at));
    }
    findings
        .into_iter()
        .enumerate()
        .map(|(at, (whole, finding))| Finding {
            id: id(at),
            part_of: whole.and_then(|whole| ids.get(&whole).cloned()),
            ..finding
        })
        .collect()
}

/// Where a finding stands.
pub(crate) type Place = Pair<Option<Span>>;

/// For every finding the changed date that it is the figure of.
fn dates_of_figures(findings: &[Finding]) -> Vec<Option<Place>> {
    let mut dates: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
    for date in findings.iter().filter(|finding| finding.kind == FindingKind::DateChanged) {
        if let Some(source) = date.spans.source {
            dates.entry(source.start).or_default().push(date.spans);
        }
    }
    let is_within = |date: &Place, figure: &Place| {
        Side::BOTH.iter().all(|&side| {
            matches!((date[side], figure[side]), (Some(date), Some(figure)) if date.contains(figure))
        })
    };
    let whole = |finding: &Finding| {
        let start = finding.spans.source?.start;
        let (_, dates) = dates.range(..=start).next_back()?;
        let mut wholes = dates.iter().filter(|date| is_within(date, &finding.spans));
        wholes.next().copied()
    };
    let is_figure = |finding: &&Finding| finding.kind == FindingKind::NumberChanged;
    findings.iter().map(|finding| Some(finding).filter(is_figure).and_then(whole)).collect()
}
