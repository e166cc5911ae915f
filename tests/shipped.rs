//! What `compare` says of the pairs of this repository, against what their `gold.json` lists.

mod gold;

use std::collections::BTreeSet;

use gold::{Change, Gold, Sentence, measured};
use muqabala::comparison::{Comparison, Options};
use muqabala::document::Document;
use muqabala::finding::{Finding, FindingKind, Severity};
use muqabala::span::{Pair, Side, Span};

/// Words, of both texts together, for each false alarm of high or medium severity that is borne.
const WORDS_PER_FALSE_ALARM: usize = 500;

fn compared(texts: &Pair<String>) -> Comparison {
    let documents = texts.as_ref().map(|text| Document::from_text("-", text.as_str()));
    muqabala::compare(&documents.source, &documents.translation, &Options::default())
}

/// Runs `check` on every pair and reports all that it finds wrong at once.
fn on_every_pair(check: impl Fn(&Gold, &Pair<String>, &Comparison) -> Vec<String>) {
    let mut wrong = Vec::new();
    for (name, gold, texts) in measured() {
        let found = check(&gold, &texts, &compared(&texts));
        wrong.extend(found.into_iter().map(|problem| format!("{name}: {problem}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where the two readings of a planted change stand; the source's in any sentence it was made from.
fn places(gold: &Gold, texts: &Pair<String>, change: &Change) -> Pair<Vec<Span>> {
    let rendering = &gold.translation.sentences[change.sentence];
    let inside = |sentence: &Sentence, text: &str, wanted: &str| -> Vec<Span> {
        let start = sentence.start;
        let found = sentence.span().of(text).match_indices(wanted).map(|(at, _)| at + start);
        found.map(|at| Span::new(at, at + wanted.len())).collect()
    };
    let sources = rendering.ids.iter().map(|&id| &gold.source.sentences[id]);
    Pair::new(
        sources.flat_map(|sentence| inside(sentence, &texts.source, &change.source)).collect(),
        inside(rendering, &texts.translation, &change.new),
    )
}

fn touches(finding: &Finding, places: &Pair<Vec<Span>>, side: Side) -> bool {
    finding.spans[side].is_some_and(|span| places[side].iter().any(|p| p.overlaps(span)))
}

/// Whether a finding shows a planted change at its places in both texts.
fn shows(finding: &Finding, places: &Pair<Vec<Span>>) -> bool {
    Side::BOTH.iter().all(|&side| touches(finding, places, side))
}

/// The sentences of a side that a finding covers.
fn covered(gold: &Gold, finding: &Finding, side: Side) -> BTreeSet<usize> {
    let sentences = match side {
        Side::Source => &gold.source.sentences,
        Side::Translation => &gold.translation.sentences,
    };
    finding.spans[side].map_or_else(BTreeSet::new, |span| {
        (0..sentences.len()).filter(|&at| sentences[at].span().overlaps(span)).collect()
    })
}

fn of_kind(comparison: &Comparison, kind: FindingKind) -> impl Iterator<Item = &Finding> {
    comparison.findings.iter().filter(move |finding| finding.kind == kind)
}

/// Planted changes of each kind that carries values.
fn changes(gold: &Gold) -> [(FindingKind, &[Change]); 3] {
    [
        (FindingKind::NumberChanged, &gold.numbers),
        (FindingKind::DateChanged, &gold.dates),
        (FindingKind::NameChanged, &gold.names),
    ]
}

/// Planted structure: the kind, the side on which it shows, the sentences.
fn structure(gold: &Gold) -> [(FindingKind, Side, &BTreeSet<usize>); 3] {
    [
        (FindingKind::Dropped, Side::Source, &gold.dropped),
        (FindingKind::Added, Side::Translation, &gold.added),
        (FindingKind::Moved, Side::Translation, &gold.moved),
    ]
}

fn is_planted(gold: &Gold, texts: &Pair<String>, finding: &Finding) -> bool {
    let changed = changes(gold).into_iter().flat_map(|(_, changes)| changes);
    changed.into_iter().any(|change| {
        let places = places(gold, texts, change);
        Side::BOTH.iter().any(|&side| touches(finding, &places, side))
    }) || structure(gold).into_iter().any(|(kind, side, planted)| {
        let covered = covered(gold, finding, side);
        finding.kind == kind && !covered.is_empty() && covered.is_subset(planted)
    })
}

#[test]
fn the_relation_is_that_of_the_manifest() {
    on_every_pair(|gold, _, comparison| {
        let expected = if gold.level == "faithful" { "translation" } else { "adaptation" };
        let found = format!("{:?}", comparison.verdict.relation).to_lowercase();
        if found == expected { Vec::new() } else { vec![format!("{found}, not {expected}")] }
    });
}

#[test]
fn planted_numbers_dates_and_names_are_found() {
    on_every_pair(|gold, texts, comparison| {
        let mut missed = Vec::new();
        for (kind, changes) in changes(gold) {
            for change in changes {
                let places = places(gold, texts, change);
                if !of_kind(comparison, kind).any(|finding| shows(finding, &places)) {
                    missed.push(format!("{kind:?}: {} for {}", change.new, change.source));
                }
            }
        }
        missed
    });
}

#[test]
fn planted_omissions_additions_and_moves_are_found() {
    on_every_pair(|gold, _, comparison| {
        let mut missed = Vec::new();
        for (kind, side, planted) in structure(gold) {
            let found: BTreeSet<usize> = of_kind(comparison, kind)
                .flat_map(|finding| covered(gold, finding, side))
                .collect();
            missed.extend(planted.difference(&found).map(|at| format!("{kind:?}: sentence {at}")));
        }
        missed
    });
}

#[test]
fn false_alarms_are_rare() {
    on_every_pair(|gold, texts, comparison| {
        let words: usize =
            Side::BOTH.iter().map(|&side| texts[side].split_whitespace().count()).sum();
        let alarms: Vec<String> = comparison
            .findings
            .iter()
            .filter(|finding| finding.severity != Severity::Low)
            .filter(|finding| !is_planted(gold, texts, finding))
            .map(|finding| {
                format!("{:?} {:?}: {}", finding.kind, finding.severity, finding.message)
            })
            .collect();
        if alarms.len() * WORDS_PER_FALSE_ALARM <= words { Vec::new() } else { alarms }
    });
}

#[test]
fn the_page_is_told_from_the_article() {
    on_every_pair(|gold, texts, comparison| {
        let mut wrong = Vec::new();
        for side in Side::BOTH {
            let units = if side == Side::Source { &gold.source } else { &gold.translation };
            for (at, &paragraph) in units.paragraphs.iter().enumerate() {
                let mut inside = units.sentences.iter().filter(|sentence| sentence.para == at);
                let is_content = inside.any(|sentence| sentence.tag != "furniture");
                let found = comparison.segments[side].paragraphs.iter();
                let roles: Vec<_> = found
                    .filter(|found| found.span.overlaps(paragraph))
                    .map(|found| found.role)
                    .collect();
                if roles.iter().any(|role| role.is_content() != is_content) {
                    wrong.push(format!("{roles:?}: {}", paragraph.of(&texts[side])));
                }
            }
        }
        wrong
    });
}
