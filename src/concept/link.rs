//! Names that no list holds, found to be one across the two texts by their sound.

use rustc_hash::{FxHashMap, FxHashSet};

use super::inside::{Class, Reading};
use super::{ConceptKind, FoundBy, Mention};
use crate::document::Document;
use crate::fold;
use crate::segment::Segments;
use crate::skeleton::{may_match, signature, similarity, skeleton};
use crate::span::{Pair, Side};

/// From this similarity on two names of several words are one, and of one word.
const SEVERAL: f64 = 0.8;
const LONE: f64 = 0.87;
/// The next best must be less alike by this.
const MARGIN: f64 = 0.05;
/// Where more names than this meet, only those with one skeleton are compared; it bounds the work on
/// books.
const MOST: usize = 400;
/// Letters of the shortest name of one word that is looked for in the other text.
const LETTERS: usize = 4;

/// A name of one text that no list holds.
struct Unlisted {
    concept: String,
    /// Folded, with spaces.
    key: String,
    kind: ConceptKind,
    skeleton: String,
    signature: u32,
}

/// Gives names that sound alike on both sides one concept, and finds in each text the names that
/// only the other one's context shows to be names.
pub(crate) fn link(
    documents: Pair<&Document>,
    segments: &Pair<Segments>,
    mentions: &mut Pair<Vec<Mention>>,
) {
    unify(documents, mentions);
    for side in Side::BOTH {
        let wanted = wanted(documents, mentions, side);
        if !wanted.is_empty() {
            let other = side.other();
            let found = by_sound(documents[other], &segments[other], &mentions[other], &wanted);
            mentions[other].extend(found);
            mentions[other].sort_by_key(|mention| mention.span.start);
        }
    }
}

fn is_unlisted(mention: &Mention) -> bool {
    mention.concept.starts_with("name:") || mention.concept.starts_with("latin:")
}

fn folded(document: &Document, mention: &Mention) -> String {
    let words = mention.span.of(&document.text).split_whitespace().map(fold::key);
    words.collect::<Vec<_>>().join(" ")
}

/// The distinct unlisted names of a text, in order, each as it is written in full.
fn unlisted(document: &Document, mentions: &[Mention]) -> Vec<Unlisted> {
    let mut seen = FxHashSet::default();
    mentions
        .iter()
        .filter(|m| matches!(m.found_by, FoundBy::Context | FoundBy::Latin) && is_unlisted(m))
        .filter(|m| seen.insert(m.concept.as_str()))
        .map(|m| Unlisted::new(document, m))
        .collect()
}

impl Unlisted {
    fn new(document: &Document, mention: &Mention) -> Self {
        let key = folded(document, mention);
        Self {
            concept: mention.concept.clone(),
            kind: mention.kind,
            skeleton: skeleton(&key),
            signature: signature(&key),
            key,
        }
    }

    /// How alike two names sound; 0 below what makes them one.
    fn similarity(&self, other: &Self) -> f64 {
        if !may_match(self.signature, other.signature) {
            return 0.0;
        }
        let lone = !(self.key.contains(' ') && other.key.contains(' '));
        let alike = similarity(&self.key, &other.key);
        if alike >= if lone { LONE } else { SEVERAL } { alike } else { 0.0 }
    }
}

/// Gives the names of the translation the concepts of those of the source that they sound like,
/// where each is the best counterpart of the other by a margin.
fn unify(documents: Pair<&Document>, mentions: &mut Pair<Vec<Mention>>) {
    let names = Pair::new(
        unlisted(documents.source, &mentions.source),
        unlisted(documents.translation, &mentions.translation),
    );
    if names.source.is_empty() || names.translation.is_empty() {
        return;
    }
    let large = names.source.len().max(names.translation.len()) > MOST;
    // Names of one word may be one of several on the other side in part only; those are not matched.
    let bucket = |name: &Unlisted| match large {
        true => name.skeleton.clone(),
        false => name.skeleton.chars().take(1).collect(),
    };
    let mut buckets: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, name) in names.translation.iter().enumerate() {
        buckets.entry(bucket(name)).or_default().push(at);
    }
    let mut best: Pair<Vec<[(f64, usize); 2]>> =
        names.as_ref().map(|names| vec![[(0.0, usize::MAX); 2]; names.len()]);
    for (mine, name) in names.source.iter().enumerate() {
        for &theirs in buckets.get(&bucket(name)).into_iter().flatten() {
            let alike = name.similarity(&names.translation[theirs]);
            for (list, at) in
                [(&mut best.source[mine], theirs), (&mut best.translation[theirs], mine)]
            {
                if alike > list[0].0 {
                    *list = [(alike, at), list[0]];
                } else if alike > list[1].0 {
                    list[1] = (alike, at);
                }
            }
        }
    }
    let clear = |list: &[(f64, usize); 2]| list[0].0 > 0.0 && list[0].0 >= list[1].0 + MARGIN;
    let mut same: FxHashMap<&str, &Unlisted> = FxHashMap::default();
    let mut kinds: FxHashMap<&str, ConceptKind> = FxHashMap::default();
    for (mine, list) in best.source.iter().enumerate() {
        let (_, theirs) = list[0];
        if clear(list) && clear(&best.translation[theirs]) && best.translation[theirs][0].1 == mine
        {
            let (mine, theirs) = (&names.source[mine], &names.translation[theirs]);
            same.insert(&theirs.concept, mine);
            if mine.kind == ConceptKind::Name {
                kinds.insert(&mine.concept, theirs.kind);
            }
        }
    }
    for mention in &mut mentions.source {
        mention.kind = kinds.get(mention.concept.as_str()).copied().unwrap_or(mention.kind);
    }
    for mention in &mut mentions.translation {
        if let Some(name) = same.get(mention.concept.as_str()) {
            mention.kind = kinds.get(name.concept.as_str()).copied().unwrap_or(name.kind);
            mention.concept.clone_from(&name.concept);
        }
    }
}

/// Names of a side that the other one does not seem to have, in each form in which it has them:
/// those that no list holds, and full names of persons.
fn wanted<'m>(
    documents: Pair<&Document>,
    mentions: &'m Pair<Vec<Mention>>,
    side: Side,
) -> Vec<(Unlisted, &'m Mention)> {
    let there: FxHashSet<&str> =
        mentions[side.other()].iter().map(|mention| mention.concept.as_str()).collect();
    let mut seen = FxHashSet::default();
    mentions[side]
        .iter()
        .filter(|mention| mention.kind.is_name() && !mention.is_weak())
        .filter(|mention| !there.contains(mention.concept.as_str()))
        .filter(|mention| is_unlisted(mention) || mention.kind == ConceptKind::Person)
        .map(|mention| (Unlisted::new(documents[side], mention), mention))
        .filter(|(name, mention)| name.key.contains(' ') || is_unlisted(mention))
        .filter(|(name, _)| name.key.chars().count() >= LETTERS && !name.skeleton.is_empty())
        .filter(|(name, _)| seen.insert(name.key.clone()))
        .collect()
}

/// Where words of a text that no list knows sound like names of the other text.
fn by_sound(
    document: &Document,
    segments: &Segments,
    mentions: &[Mention],
    wanted: &[(Unlisted, &Mention)],
) -> Vec<Mention> {
    let Some(mut reading) = Reading::new(document, segments) else { return Vec::new() };
    reading.take(mentions);
    let large = wanted.len() > MOST;
    let bucket = |skeleton: &str| match large {
        true => skeleton.to_owned(),
        false => skeleton.chars().take(1).collect(),
    };
    // First words of the names by their skeleton.
    let mut starts: FxHashMap<String, Vec<(Unlisted, usize)>> = FxHashMap::default();
    for (at, (name, mention)) in wanted.iter().enumerate() {
        let first = name.key.split(' ').next().unwrap_or_default().to_owned();
        let first = Unlisted {
            concept: String::new(),
            kind: mention.kind,
            skeleton: skeleton(&first),
            signature: signature(&first),
            key: first,
        };
        starts.entry(bucket(&first.skeleton)).or_default().push((first, at));
    }
    let candidates = reading.by_word(|key| {
        let skeleton = skeleton(key);
        let Some(list) = starts.get(&bucket(&skeleton)) else { return Vec::new() };
        let bits = signature(key);
        let alike = list.iter().filter(|(first, _)| {
            first.skeleton.len().abs_diff(skeleton.len()) <= 1
                && may_match(first.signature, bits)
                && similarity(&first.key, key) >= SEVERAL - MARGIN
        });
        alike.map(|(_, at)| *at).collect()
    });
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let mut best: Option<(f64, usize, &Mention)> = None;
            let mut second = 0.0;
            for &candidate in candidates.get(reading.word(at)).into_iter().flatten() {
                let (name, mention) = &wanted[candidate];
                let words = name.key.split(' ').count();
                let end = at + words;
                let is_name = |at: usize| {
                    reading.is_free(at)
                        && matches!(reading.class(at), Class::Rare | Class::Part | Class::Both)
                };
                if words == 1 && reading.key(at).chars().count() < LETTERS {
                    continue;
                }
                let whole = |at: usize| matches!(reading.class(at), Class::Rare | Class::Part);
                if end > sentence.end || !(at..end).all(is_name) || !(at..end).any(whole) {
                    continue;
                }
                let keys: Vec<&str> = (at..end).map(|at| reading.key(at)).collect();
                let alike = similarity(&name.key, &keys.join(" "));
                if alike < if words > 1 { SEVERAL } else { LONE } {
                    continue;
                }
                match best {
                    Some((most, _, other)) if other.concept != mention.concept => {
                        second = f64::max(second, most.min(alike));
                    }
                    _ => {}
                }
                if best.is_none_or(|(most, ..)| alike > most) {
                    best = Some((alike, end, mention));
                }
            }
            match best {
                Some((alike, end, mention)) if alike >= second + MARGIN => {
                    if let Some(span) = reading.span(at..end) {
                        let found_by = FoundBy::Sound;
                        found.push(Mention { span, found_by, ..(*mention).clone() });
                    }
                    at = end;
                }
                _ => at += 1,
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concept::{UserWords, mentions};
    use crate::segment::{SegmentOptions, segment};

    /// Written forms, on both sides, of the concepts that are derived and stand on both.
    fn linked(source: &str, translation: &str) -> Vec<(String, String)> {
        let documents =
            Pair::new(Document::from_text("a", source), Document::from_text("b", translation));
        let segments = documents.as_ref().map(|d| segment(d, &SegmentOptions::default()));
        let mut found = Pair::new(
            mentions(&documents.source, &segments.source, &UserWords::default()),
            mentions(&documents.translation, &segments.translation, &UserWords::default()),
        );
        link(documents.as_ref(), &segments, &mut found);
        let mut linked = Vec::new();
        for mine in found.source.iter().filter(|mention| !mention.is_weak()) {
            let theirs = found.translation.iter().find(|m| m.concept == mine.concept);
            if let Some(theirs) = theirs.filter(|m| m.is_derived() || mine.is_derived()) {
                let form = |m: &Mention, text: &str| m.span.of(text).to_owned();
                linked.push((form(mine, source), form(theirs, translation)));
            }
        }
        linked
    }

    const ARABIC: &str = "وقال العقيد روبن ماركوفيتش للصحفيين إن العملية انتهت أمس.";

    #[test]
    fn one_name_in_three_scripts_is_one_concept() {
        let pair = |other: &str| vec![("روبن ماركوفيتش".to_owned(), other.to_owned())];
        for (translation, other) in [
            ("سرهنگ روبن مارکوویچ به خبرنگاران گفت که عملیات دیروز پایان یافت.", "روبن مارکوویچ"),
            (
                "Colonel Ruben Markovich told reporters that the operation ended yesterday.",
                "Ruben Markovich",
            ),
            (
                "سرهنگ Ruben Markovich به خبرنگاران گفت که عملیات دیروز پایان یافت.",
                "Ruben Markovich",
            ),
            // Nothing but the sound shows the name here.
            ("به گفته روبن مارکوویچ عملیات دیروز پایان یافت.", "روبن مارکوویچ"),
        ] {
            assert_eq!(linked(ARABIC, translation), pair(other), "{translation}");
        }
    }

    #[test]
    fn other_names_stay_apart() {
        for translation in [
            "سرهنگ بهنام سهرابی به خبرنگاران گفت که عملیات دیروز پایان یافت.",
            "Colonel Mark Hanson told reporters that the operation ended yesterday.",
            "سرهنگ گفت که عملیات دیروز پایان یافت.",
        ] {
            assert_eq!(linked(ARABIC, translation), [], "{translation}");
        }
    }
}
