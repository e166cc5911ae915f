//! The two texts as one sequence of rows: what belongs together stands together, and every unit of
//! either text stands somewhere.

use super::json::{paragraph_id, sentence_id};
use crate::align::{By, Link, LinkKind};
use crate::comparison::Comparison;
use crate::segment::{AsideKind, Role, Segments};
use crate::span::{Pair, Side, Span};

/// A stretch of one text that is shown as a whole.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// As in the JSON contract; an aside has that of its paragraph.
    pub(super) id: String,
    pub(super) span: Span,
    pub(super) role: Role,
    /// Set where it is a stretch of a paragraph that belongs to no sentence.
    pub(super) aside: Option<AsideKind>,
    /// The unit in which its sentence goes on, where it is a part of one.
    pub(super) rest: Option<String>,
}

impl Unit {
    /// Whether it can be dropped or added.
    pub(super) fn is_content(&self) -> bool {
        self.role.is_content() && self.aside.is_none()
    }
}

/// Units that stand together; one side may be empty.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    pub(super) units: Pair<Vec<Unit>>,
    pub(super) link: Option<&'a Link>,
}

/// The rows in the order of the source; what only the translation has follows what it follows
/// there, and what it begins with stands before the first row that has both.
///
/// Sentences are the units where one text renders the other. Paragraphs are, where they only speak
/// of the same matters: a sentence has no counterpart then but what a person confirmed.
pub(super) fn rows(comparison: &Comparison) -> Vec<Row<'_>> {
    let rendering = comparison.verdict.relation.is_rendering();
    let (links, units) = if rendering {
        (
            &comparison.alignment.sentences,
            both(|side| sentence_units(&comparison.segments[side], side)),
        )
    } else {
        (
            &comparison.alignment.paragraphs,
            both(|side| paragraph_units(&comparison.segments[side], side)),
        )
    };
    let kind = if rendering { LinkKind::Translation } else { LinkKind::Related };
    let shown = |link: &&Link| link.kind == kind || link.by == By::Person;
    Arrangement::new(links.iter().filter(shown), units).rows()
}

fn both<T>(mut make: impl FnMut(Side) -> T) -> Pair<T> {
    Pair::new(make(Side::Source), make(Side::Translation))
}

/// Units in the order of the text, each with the index by which a link names it.
pub(super) type Indexed = Vec<(Option<usize>, Unit)>;

pub(super) fn sentence_units(segments: &Segments, side: Side) -> Indexed {
    let mut asides = segments.asides.iter().peekable();
    let mut units = Indexed::new();
    for (at, paragraph) in segments.paragraphs.iter().enumerate() {
        let first = units.len();
        let role = paragraph.role;
        for index in paragraph.sentences.clone() {
            let Some(sentence) = segments.sentences.get(index) else { continue };
            let id = sentence_id(segments, side, index);
            let rest = segments.goes_on(index).then(|| sentence_id(segments, side, index + 1));
            units.push((Some(index), Unit { id, span: sentence.span, role, aside: None, rest }));
        }
        while let Some(aside) = asides.next_if(|aside| aside.paragraph <= at) {
            let (id, span) = (paragraph_id(side, at), aside.span);
            units.push((None, Unit { id, span, role, aside: Some(aside.kind), rest: None }));
        }
        if units.len() == first {
            let id = paragraph_id(side, at);
            units.push((None, Unit { id, span: paragraph.span, role, aside: None, rest: None }));
        }
        units[first..].sort_by_key(|(_, unit)| unit.span);
    }
    units
}

fn paragraph_units(segments: &Segments, side: Side) -> Indexed {
    let unit = |(at, paragraph): (usize, &crate::segment::Paragraph)| {
        let (id, span, role) = (paragraph_id(side, at), paragraph.span, paragraph.role);
        (Some(at), Unit { id, span, role, aside: None, rest: None })
    };
    segments.paragraphs.iter().enumerate().map(unit).collect()
}

/// Which link claims which unit, and what is still to be shown.
struct Arrangement<'a> {
    units: Pair<Vec<Unit>>,
    links: Vec<(&'a Link, Pair<Vec<usize>>)>,
    /// The links that name each unit of the source, as indices into `links`.
    naming: Vec<Vec<usize>>,
    /// Whether a unit of the translation stands in a row, or will with its link.
    placed: Vec<bool>,
    rows: Vec<Row<'a>>,
}

impl<'a> Arrangement<'a> {
    fn new(links: impl Iterator<Item = &'a Link>, units: Pair<Indexed>) -> Self {
        let position = both(|side| {
            let count = units[side].iter().filter_map(|(index, _)| *index).max();
            let mut position = vec![None; count.map_or(0, |last| last + 1)];
            for (at, (index, _)) in units[side].iter().enumerate() {
                if let Some(index) = index {
                    position[*index] = Some(at);
                }
            }
            position
        });
        let place = |side: Side, indices: &[usize]| -> Vec<usize> {
            indices.iter().filter_map(|&index| *position[side].get(index)?).collect()
        };
        let links: Vec<_> = links
            .map(|link| {
                let source = place(Side::Source, &link.source);
                (link, Pair::new(source, place(Side::Translation, &link.translation)))
            })
            .filter(|(_, places)| !places.source.is_empty() && !places.translation.is_empty())
            .collect();
        let mut naming = vec![Vec::new(); units.source.len()];
        let mut placed = vec![false; units.translation.len()];
        for (number, (_, places)) in links.iter().enumerate() {
            places.source.iter().for_each(|&at| naming[at].push(number));
            places.translation.iter().for_each(|&at| placed[at] = true);
        }
        let units = units.map(|side| side.into_iter().map(|(_, unit)| unit).collect());
        Self { units, links, naming, placed, rows: Vec::new() }
    }

    fn rows(mut self) -> Vec<Row<'a>> {
        let mut done = vec![false; self.links.len()];
        for at in 0..self.units.source.len() {
            if self.naming[at].is_empty() {
                self.push(None, &Pair::new(vec![at], Vec::new()));
            }
            for number in std::mem::take(&mut self.naming[at]) {
                if std::mem::replace(&mut done[number], true) {
                    continue;
                }
                let (link, places) = self.links[number].clone();
                self.followers(0);
                self.push(Some(link), &places);
                for place in places.translation {
                    self.followers(place + 1);
                }
            }
        }
        self.followers(0);
        self.rows
    }

    /// Rows for the units of the translation from `at` on, up to the next that has a place.
    fn followers(&mut self, mut at: usize) {
        while self.placed.get(at) == Some(&false) {
            self.placed[at] = true;
            self.push(None, &Pair::new(Vec::new(), vec![at]));
            at += 1;
        }
    }

    fn push(&mut self, link: Option<&'a Link>, places: &Pair<Vec<usize>>) {
        let units =
            both(|side| places[side].iter().map(|&at| self.units[side][at].clone()).collect());
        self.rows.push(Row { units, link });
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn unit(side: char, at: usize) -> (Option<usize>, Unit) {
        let (id, span) = (format!("{side}{at}"), Span::new(at, at + 1));
        (Some(at), Unit { id, span, role: Role::Body, aside: None, rest: None })
    }

    fn link(source: &[usize], translation: &[usize]) -> Link {
        Link {
            source: source.to_vec(),
            translation: translation.to_vec(),
            kind: LinkKind::Translation,
            probability: 0.9,
            belief: 0.9,
            moved: false,
            evidence: Vec::new(),
            by: By::Machine,
        }
    }

    /// The rows in one line: `s0+s1=t0 s2= =t1`.
    fn arranged(counts: Pair<usize>, links: &[Link]) -> String {
        let units = Pair::new(
            (0..counts.source).map(|at| unit('s', at)).collect(),
            (0..counts.translation).map(|at| unit('t', at)).collect(),
        );
        let ids =
            |units: &[Unit]| units.iter().map(|unit| unit.id.clone()).collect::<Vec<_>>().join("+");
        let rows = Arrangement::new(links.iter(), units).rows();
        let rows = rows
            .iter()
            .map(|row| format!("{}={}", ids(&row.units.source), ids(&row.units.translation)));
        rows.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_only_the_translation_has_stands_where_it_stands_there() {
        let links = [link(&[1, 2], &[1]), link(&[3], &[3])];
        assert_eq!(arranged(Pair::new(4, 5), &links), "s0= =t0 s1+s2=t1 =t2 s3=t3 =t4");
    }

    #[test]
    fn a_moved_unit_stands_with_its_source() {
        let links = [link(&[0], &[2]), link(&[1], &[0])];
        assert_eq!(arranged(Pair::new(2, 4), &links), "s0=t2 =t3 s1=t0 =t1");
    }

    #[test]
    fn without_a_link_the_texts_follow_each_other() {
        assert_eq!(arranged(Pair::new(2, 2), &[]), "s0= s1= =t0 =t1");
        assert_eq!(arranged(Pair::new(1, 1), &[link(&[7], &[0])]), "s0= =t0");
    }

    proptest! {
        #[test]
        fn every_unit_stands_somewhere(
            links in vec((vec(0usize..9, 0..3), vec(0usize..9, 0..3)), 0..8),
        ) {
            let links: Vec<Link> = links.iter().map(|(s, t)| link(s, t)).collect();
            let shown = arranged(Pair::new(8, 8), &links);
            for at in 0..8 {
                for side in ['s', 't'] {
                    let id = format!("{side}{at}");
                    prop_assert!(shown.split([' ', '+', '=']).any(|one| one == id), "{id}: {shown}");
                }
            }
        }
    }
}
