//! Which findings of several comparisons are the same: found by place, by concept and by word, so that
//! the work grows with the length of the texts.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::comparison::Comparison;
use crate::concept::{ConceptKind, Mention};
use crate::finding::outlet::same_name;
use crate::finding::{Finding, FindingKind};
use crate::fold;
use crate::segment::{Token, TokenKind};
use crate::span::{Side, Span};

/// Two added passages in one language are one if they share so much of the shorter one's words; in two
/// languages, so much of its names and figures …
const SAME: f64 = 0.5;
/// … and at least so many.
const CONCEPTS: usize = 2;

/// The whole findings of a comparison, ready to be met by those of another one.
pub(super) struct Index<'a> {
    comparison: &'a Comparison,
    /// Those with a place in the source, by kind.
    placed: FxHashMap<FindingKind, Vec<Placed>>,
    /// What the others have put in.
    put_in: FxHashMap<usize, PutIn<'a>>,
    /// Those of them that have a concept or, of the added, a word.
    of_concept: FxHashMap<FindingKind, FxHashMap<&'a str, Vec<usize>>>,
    of_word: FxHashMap<&'a str, Vec<usize>>,
}

/// A finding at its place in the source.
struct Placed {
    span: Span,
    /// The furthest end of all up to this one.
    reach: usize,
    finding: usize,
}

/// What the names and figures of a passage put in stand for, and of an added one its words.
struct PutIn<'a> {
    concepts: BTreeSet<&'a str>,
    words: FxHashSet<&'a str>,
}

impl<'a> Index<'a> {
    pub(super) fn new(comparison: &'a Comparison) -> Self {
        let mut index = Self {
            comparison,
            placed: FxHashMap::default(),
            put_in: FxHashMap::default(),
            of_concept: FxHashMap::default(),
            of_word: FxHashMap::default(),
        };
        for (at, finding) in comparison.whole_findings().iter().enumerate() {
            match (finding.spans.source, finding.spans.translation) {
                (Some(span), _) => {
                    let placed = index.placed.entry(finding.kind).or_default();
                    placed.push(Placed { span, reach: span.end, finding: at });
                }
                (None, Some(span)) if finding.kind != FindingKind::HiddenCharacter => {
                    index.add(at, finding.kind, span);
                }
                _ => {}
            }
        }
        for placed in index.placed.values_mut() {
            placed.sort_by_key(|placed| (placed.span.start, placed.finding));
            let mut reach = 0;
            for placed in placed {
                reach = reach.max(placed.reach);
                placed.reach = reach;
            }
        }
        index
    }

    fn add(&mut self, at: usize, kind: FindingKind, span: Span) {
        let concepts: BTreeSet<&str> = mentions_in(self.comparison, span)
            .iter()
            .filter(|mention| !mention.is_weak())
            .map(|mention| mention.concept.as_str())
            .collect();
        let of_concept = self.of_concept.entry(kind).or_default();
        for &concept in &concepts {
            of_concept.entry(concept).or_default().push(at);
        }
        let mut words = FxHashSet::default();
        if kind == FindingKind::Added {
            let tokens = tokens_in(self.comparison, span).iter();
            let content = tokens.filter(|token| token.kind != TokenKind::Mark);
            words.extend(content.map(|token| token.key.as_str()));
            for &word in &words {
                self.of_word.entry(word).or_default().push(at);
            }
        }
        self.put_in.insert(at, PutIn { concepts, words });
    }

    /// Whether another comparison has the finding of a number too.
    pub(super) fn is_in(&self, at: usize, other: &Self) -> bool {
        let Some(finding) = self.comparison.whole_findings().get(at) else { return false };
        match (finding.spans.source, self.put_in.get(&at)) {
            (Some(span), _) => other
                .at(finding.kind, span)
                .any(|theirs| did_the_same((self.comparison, finding), (other.comparison, theirs))),
            (None, Some(mine)) => other.has(finding.kind, mine, self.comparison),
            (None, None) => false,
        }
    }

    /// The findings of a kind that overlap a stretch of the source.
    fn at(&self, kind: FindingKind, span: Span) -> impl Iterator<Item = &'a Finding> {
        let placed = self.placed.get(&kind).map_or(&[][..], Vec::as_slice);
        let findings = self.comparison.whole_findings();
        let before = placed.partition_point(|placed| placed.span.start < span.end);
        let near = placed[..before].iter().rev().take_while(move |p| p.reach > span.start);
        near.filter(move |placed| placed.span.overlaps(span))
            .filter_map(|placed| findings.get(placed.finding))
    }

    fn of(&self, kind: FindingKind, concept: &str) -> Option<&Vec<usize>> {
        self.of_concept.get(&kind)?.get(concept)
    }

    /// Whether the same was put in here.
    fn has(&self, kind: FindingKind, mine: &PutIn<'_>, comparison: &Comparison) -> bool {
        let lang = |comparison: &Comparison| comparison.documents.translation.lang;
        if kind != FindingKind::Added {
            // A name or figure put in.
            return mine.concepts.iter().any(|concept| self.of(kind, concept).is_some());
        }
        if lang(self.comparison) == lang(comparison) {
            let lists = mine.words.iter().filter_map(|word| self.of_word.get(word));
            return shared(lists).into_iter().any(|(theirs, shared)| {
                let least = mine.words.len().min(self.put_in[&theirs].words.len());
                shared as f64 >= SAME * least as f64
            });
        }
        let lists = mine.concepts.iter().filter_map(|concept| self.of(kind, concept));
        shared(lists).into_iter().any(|(theirs, shared)| {
            let least = mine.concepts.len().min(self.put_in[&theirs].concepts.len());
            shared >= CONCEPTS && shared as f64 >= SAME * least as f64
        })
    }
}

/// In how many of some lists each number stands.
fn shared<'l>(lists: impl Iterator<Item = &'l Vec<usize>>) -> FxHashMap<usize, usize> {
    let mut shared = FxHashMap::default();
    for &at in lists.flatten() {
        *shared.entry(at).or_default() += 1;
    }
    shared
}

/// Whether two translations, of the same place of the source, did the same with it. Two that put
/// something else there did not, unless both put the same.
fn did_the_same(one: (&Comparison, &Finding), other: (&Comparison, &Finding)) -> bool {
    let is_named: fn(ConceptKind) -> bool = match one.1.kind {
        FindingKind::NumberChanged => |kind| kind == ConceptKind::Number,
        FindingKind::DateChanged => |kind| kind == ConceptKind::Date,
        FindingKind::NameChanged => ConceptKind::is_name,
        FindingKind::LabelChanged | FindingKind::AttributionChanged => |_| false,
        _ => return true,
    };
    let [mine, theirs] = [one, other].map(|(comparison, finding)| -> BTreeSet<&str> {
        let Some(span) = finding.spans.translation else { return BTreeSet::new() };
        let mentions = mentions_in(comparison, span).iter();
        mentions.filter(|m| is_named(m.kind)).map(|mention| mention.concept.as_str()).collect()
    });
    if !mine.is_empty() && !theirs.is_empty() {
        return mine.intersection(&theirs).next().is_some();
    }
    let [mine, theirs] = [one, other]
        .map(|(_, finding)| fold::key(finding.values.translation.as_deref().unwrap_or_default()));
    mine == theirs || (!mine.is_empty() && !theirs.is_empty() && same_name(&mine, &theirs))
}

/// The mentions of a translation that a stretch of it touches.
fn mentions_in(comparison: &Comparison, span: Span) -> &[Mention] {
    let mentions = &comparison.mentions[Side::Translation];
    let first = mentions.partition_point(|mention| mention.span.end <= span.start);
    let last = mentions.partition_point(|mention| mention.span.start < span.end);
    mentions.get(first..last).unwrap_or(&[])
}

/// The same of its tokens.
fn tokens_in(comparison: &Comparison, span: Span) -> &[Token] {
    let tokens = &comparison.segments[Side::Translation].tokens;
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    let last = tokens.partition_point(|token| token.span.start < span.end);
    tokens.get(first..last).unwrap_or(&[])
}
