//! What stands in which row, before any markup: the plan of the page.

use rustc_hash::{FxHashMap, FxHashSet};

use super::numbering::{Placed, number};
use super::parts::Parts;
use super::strings::{Strength, Strings};
use crate::align::{Link, LinkKind};
use crate::comparison::Comparison;
use crate::concept::Mention;
use crate::document::sha256_hex;
use crate::finding::{Finding, FindingKind};
use crate::revision::{Edit, Revision, Version};
use crate::segment::{AsideKind, Role};
use crate::span::{Pair, Side, Span};

/// A comparison laid out in rows.
pub(super) struct View<'a> {
    pub comparison: &'a Comparison,
    /// Set where the texts are two versions of one.
    pub revision: Option<&'a Revision>,
    pub strings: &'static Strings,
    /// Whether one text renders the other: rows are sentence links, and what has none is dropped or
    /// added. Otherwise rows are related paragraphs, and nothing is claimed of the rest.
    pub rendering: bool,
    pub rows: Vec<Row>,
    /// What is found: the certain findings, then the uncertain ones.
    pub findings: &'a [Finding],
    /// For each finding, the rows in which it stands.
    pub finding_rows: Vec<Vec<usize>>,
    /// Mentions of content paragraphs, by position.
    pub mentions: Pair<Vec<&'a Mention>>,
    /// The concepts of each side's mentions.
    pub concepts: Pair<FxHashSet<&'a str>>,
    /// The files that the rows are spread over.
    pub parts: Parts,
}

/// One row of the page.
pub(super) struct Row {
    pub kind: RowKind,
    /// The anchor, made of what the row says first: a link to it holds as long as the text does.
    pub id: String,
    /// The number shown; 0 where there is none.
    pub number: usize,
    /// The link that the row shows, as an index into the links of the layout.
    pub link: Option<usize>,
    pub lines: Pair<Vec<Line>>,
    /// Certain findings that stand in it, as indices into the list.
    pub findings: Vec<usize>,
    /// The same of uncertain ones.
    pub doubts: Vec<usize>,
    /// The paragraphs that begin here, counted from 1.
    pub begins: Pair<Option<usize>>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    /// Both sides.
    Pair,
    /// A unit of one side without a link.
    Single(Side),
    /// A paragraph that is not part of the article.
    Outside(Side, Role),
    /// The place in the translation of the pairs from one row to another, which stand elsewhere.
    Stub(usize, usize),
}

/// A stretch of text on a line of its own.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// All bytes from the end of the line before to the end of this one, within the paragraph.
    pub span: Span,
    /// The unit of the contract: `s3.1`.
    pub id: String,
    pub paragraph: usize,
    pub heading: bool,
    /// Whether its sentence goes on in the next unit, and whether it is the rest of one.
    pub goes_on: bool,
    pub is_rest: bool,
}

struct Unit {
    line: Line,
    role: Role,
    /// Index of the sentence or paragraph; none for what is outside the comparison.
    key: Option<usize>,
}

impl<'a> View<'a> {
    pub fn new(comparison: &'a Comparison, strings: &'static Strings) -> Self {
        Self::lettered(comparison, None, strings)
    }

    /// Two versions of one text.
    pub fn of_versions(revision: &'a Revision, strings: &'static Strings) -> Self {
        Self::lettered(&revision.comparison, Some(revision), strings)
    }

    fn lettered(
        comparison: &'a Comparison,
        revision: Option<&'a Revision>,
        strings: &'static Strings,
    ) -> Self {
        let letters = match revision {
            Some(_) => Pair::new(Version::Old.letter(), Version::New.letter()),
            None => Pair::new('s', 't'),
        };
        let rendering = comparison.verdict.relation.is_rendering();
        let links = links(comparison, rendering);
        let rows = Builder::new(comparison, links, rendering, letters).build();
        let mentions = Pair::new(Side::Source, Side::Translation)
            .map(|side| content_mentions(comparison, side));
        let concepts =
            mentions.as_ref().map(|mentions| mentions.iter().map(|m| m.concept.as_str()).collect());
        let parts = Parts::one(rows.len());
        let finding_rows = Vec::new();
        let mut view = Self {
            comparison,
            revision,
            strings,
            rendering,
            rows,
            findings: comparison.all_whole_findings(),
            finding_rows,
            mentions,
            concepts,
            parts,
        };
        view.place_findings();
        view.name_rows();
        view
    }

    pub fn link(&self, row: &Row) -> Option<&'a Link> {
        row.link.and_then(|index| links(self.comparison, self.rendering).get(index))
    }

    /// Whether the row's link, or what is found in the row, is too weak to be news.
    pub fn is_uncertain(&self, row: &Row) -> bool {
        let is_weak = |link: &Link| Strength::of(link) == Strength::Weak;
        self.rendering && (!row.doubts.is_empty() || self.link(row).is_some_and(is_weak))
    }

    /// Whether the row shows no change and no doubt.
    pub fn is_clean(&self, row: &Row) -> bool {
        row.findings.is_empty() && !self.is_uncertain(row) && self.edits(row).is_empty()
    }

    /// What differs between the versions in the row; nothing where it shows no versions.
    pub fn edits(&self, row: &Row) -> &'a [Edit] {
        let edits = |revision: &'a Revision| Some(revision.edits(self.link(row)?));
        self.revision.and_then(edits).unwrap_or(&[])
    }

    pub fn text(&self, side: Side) -> &'a str {
        &self.comparison.documents[side].text
    }

    /// How many findings are of the kind: the same number as in the JSON output.
    pub fn count(&self, kind: FindingKind) -> usize {
        self.comparison.whole_findings().iter().filter(|finding| finding.kind == kind).count()
    }

    /// The mentions that touch one of the lines.
    pub fn mentions_in(&self, side: Side, lines: &[Line]) -> impl Iterator<Item = &'a Mention> {
        let spans: Vec<Span> = lines.iter().map(|line| line.span).collect();
        let start = spans.iter().map(|span| span.start).min().unwrap_or(0);
        let end = spans.iter().map(|span| span.end).max().unwrap_or(0);
        let mentions = &self.mentions[side];
        // A mention that began before the row may reach into it; one step back is enough, since
        // mentions stand inside sentences.
        let first = mentions.partition_point(|m| m.span.start < start).saturating_sub(1);
        mentions[first..]
            .iter()
            .take_while(move |m| m.span.start < end)
            .copied()
            .filter(move |m| spans.iter().any(|span| span.overlaps(m.span)))
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// The asides inside a span, with their names in the language of the interface.
    pub fn asides(&self, side: Side, span: Span) -> Vec<(Span, &'static str)> {
        self.comparison.segments[side]
            .asides
            .iter()
            .filter(|aside| span.overlaps(aside.span))
            .map(|aside| {
                let label = match aside.kind {
                    AsideKind::Dateline => self.strings.dateline,
                    AsideKind::Attribution => self.strings.attribution,
                    AsideKind::Furniture => self.strings.furniture,
                };
                (aside.span, label)
            })
            .collect()
    }

    /// Gives each row its anchor: rows that say the same are counted.
    fn name_rows(&mut self) {
        let mut times: FxHashMap<String, usize> = FxHashMap::default();
        for at in 0..self.rows.len() {
            let row = match self.rows[at].kind {
                RowKind::Stub(first, _) => &self.rows[first],
                _ => &self.rows[at],
            };
            let line = Side::BOTH.iter().find_map(|&side| Some((side, row.lines[side].first()?)));
            let text = line.map_or("", |(side, line)| line.span.of(self.text(side)).trim());
            let stub = matches!(self.rows[at].kind, RowKind::Stub(..));
            let hash = &sha256_hex(text.as_bytes())[..10];
            let name = format!("{}{hash}", if stub { 'm' } else { 'r' });
            let times = times.entry(name.clone()).or_default();
            *times += 1;
            self.rows[at].id = if *times > 1 { format!("{name}-{times}") } else { name };
        }
    }

    fn place_findings(&mut self) {
        let lines = Pair::new(Side::Source, Side::Translation).map(|side| {
            let rows = self.rows.iter().enumerate();
            let mut lines: Vec<(Span, usize)> = rows
                .flat_map(|(at, row)| row.lines[side].iter().map(move |line| (line.span, at)))
                .collect();
            lines.sort_unstable_by_key(|(span, at)| (span.start, *at));
            lines
        });
        for (index, finding) in self.findings.iter().enumerate() {
            let mut here = Vec::new();
            for side in Side::BOTH {
                let Some(span) = finding.spans[side] else { continue };
                // Lines do not overlap, so one step back is enough.
                let all = &lines[side];
                let first = all.partition_point(|(line, _)| line.start < span.start);
                let near = all[first.saturating_sub(1)..].iter();
                let near = near.take_while(|(line, _)| line.start <= span.end);
                here.extend(near.filter(|(line, _)| line.overlaps(span)).map(|&(_, at)| at));
            }
            here.sort_unstable();
            here.dedup();
            for &at in &here {
                let row = &mut self.rows[at];
                let list = if finding.is_uncertain() { &mut row.doubts } else { &mut row.findings };
                list.push(index);
            }
            self.finding_rows.push(here);
        }
    }
}

/// The links of the layout.
fn links(comparison: &Comparison, rendering: bool) -> &[Link] {
    if rendering { &comparison.alignment.sentences } else { &comparison.alignment.paragraphs }
}

fn content_mentions(comparison: &Comparison, side: Side) -> Vec<&Mention> {
    let paragraphs = &comparison.segments[side].paragraphs;
    let is_content = |span: Span| {
        let after = paragraphs.partition_point(|p| p.span.start <= span.start);
        let paragraph = after.checked_sub(1).map(|at| &paragraphs[at]);
        paragraph.is_some_and(|p| p.role.is_content() && p.span.contains(span))
    };
    let mut mentions: Vec<_> = comparison.mentions[side]
        .iter()
        .filter(|mention| is_content(mention.span) && !mention.is_weak())
        .collect();
    mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
    mentions
}

/// The units of one side in order: sentences or paragraphs, and what is outside the comparison.
fn units(comparison: &Comparison, side: Side, by_sentence: bool, letter: char) -> Vec<Unit> {
    let segments = &comparison.segments[side];
    let mut units = Vec::new();
    for (paragraph, p) in segments.paragraphs.iter().enumerate() {
        let heading = p.role == Role::Headline;
        let sentences = segments.sentences.get(p.sentences.clone()).unwrap_or(&[]);
        let id = format!("{letter}{}", paragraph + 1);
        if !p.role.is_content() || !by_sentence || sentences.is_empty() {
            let key = (p.role.is_content() && !by_sentence).then_some(paragraph);
            let line =
                Line { span: p.span, id, paragraph, heading, goes_on: false, is_rest: false };
            units.push(Unit { line, role: p.role, key });
            continue;
        }
        let mut start = p.span.start;
        for (n, sentence) in sentences.iter().enumerate() {
            let last = n + 1 == sentences.len();
            let end = if last { p.span.end } else { sentence.span.end.clamp(start, p.span.end) };
            let line = Line {
                span: Span::new(start, end.max(start)),
                id: format!("{id}.{}", n + 1),
                paragraph,
                heading,
                goes_on: segments.goes_on(p.sentences.start + n),
                is_rest: segments.is_rest(p.sentences.start + n),
            };
            units.push(Unit { line, role: p.role, key: Some(p.sentences.start + n) });
            start = end;
        }
    }
    units
}

struct Builder<'a> {
    links: &'a [Link],
    rendering: bool,
    units: Pair<Vec<Unit>>,
    /// For each sentence or paragraph, its link.
    link_of: Pair<Vec<Option<usize>>>,
    /// For each link, its lines.
    lines_of: Vec<Pair<Vec<Line>>>,
}

impl<'a> Builder<'a> {
    fn new(
        comparison: &'a Comparison,
        links: &'a [Link],
        rendering: bool,
        letters: Pair<char>,
    ) -> Self {
        let units = Pair::new(Side::Source, Side::Translation)
            .map(|side| units(comparison, side, rendering, letters[side]));
        let mut link_of = units.as_ref().map(|units| {
            vec![None; units.iter().filter_map(|unit| unit.key).max().map_or(0, |key| key + 1)]
        });
        for (index, link) in links.iter().enumerate() {
            // A related sentence in a translation is still dropped or added.
            if rendering && link.kind != LinkKind::Translation {
                continue;
            }
            for (side, keys) in
                [(Side::Source, &link.source), (Side::Translation, &link.translation)]
            {
                for &key in keys {
                    if let Some(slot @ None) = link_of[side].get_mut(key) {
                        *slot = Some(index);
                    }
                }
            }
        }
        let mut lines_of = vec![Pair::<Vec<Line>>::default(); links.len()];
        for side in Side::BOTH {
            for unit in &units[side] {
                if let Some(link) = unit.key.and_then(|key| link_of[side][key]) {
                    lines_of[link][side].push(unit.line.clone());
                }
            }
        }
        Self { links, rendering, units, link_of, lines_of }
    }

    fn link_of(&self, side: Side, unit: &Unit) -> Option<usize> {
        unit.key.and_then(|key| self.link_of[side].get(key).copied().flatten())
    }

    fn single(&self, side: Side, unit: &Unit) -> Row {
        let mut lines = Pair::<Vec<Line>>::default();
        lines[side].push(unit.line.clone());
        let kind = match unit.key {
            Some(_) => RowKind::Single(side),
            None => RowKind::Outside(side, unit.role),
        };
        Row { lines, ..Row::empty(kind) }
    }

    fn build(self) -> Vec<Row> {
        let mut placed: Vec<Placed> = Vec::new();
        // Rank of the source row of each link, from 1.
        let mut rank_of = vec![0; self.links.len()];
        let mut rank = 0;
        for unit in &self.units.source {
            let link = self.link_of(Side::Source, unit);
            if link.is_some_and(|link| rank_of[link] != 0) {
                continue;
            }
            rank += 1;
            let row = match link {
                Some(link) => {
                    rank_of[link] = rank;
                    let lines = self.lines_of[link].clone();
                    Row { link: Some(link), lines, ..Row::empty(RowKind::Pair) }
                }
                None => self.single(Side::Source, unit),
            };
            placed.push((rank, 0, row));
        }
        self.insert_translation(&rank_of, &mut placed);
        placed.sort_by_key(|&(rank, order, _)| (rank, order));
        number(placed)
    }

    /// Puts what only the translation has after the nearest row before it that keeps the order.
    fn insert_translation(&self, rank_of: &[usize], placed: &mut Vec<Placed>) {
        let mut after = 0;
        let mut last_link = None;
        for (order, unit) in self.units.translation.iter().enumerate() {
            match self.link_of(Side::Translation, unit) {
                Some(link) if rank_of[link] != 0 => {
                    if !self.links[link].moved {
                        after = rank_of[link];
                    } else if self.rendering
                        && last_link != Some(link)
                        && !(after..=after + 1).contains(&rank_of[link])
                    {
                        let kind = RowKind::Stub(rank_of[link], rank_of[link]);
                        placed.push((after, order + 1, Row::empty(kind)));
                    }
                    last_link = Some(link);
                }
                _ => {
                    placed.push((after, order + 1, self.single(Side::Translation, unit)));
                }
            }
        }
    }
}

impl Row {
    pub fn empty(kind: RowKind) -> Self {
        Self {
            kind,
            id: String::new(),
            number: 0,
            link: None,
            lines: Pair::default(),
            findings: Vec::new(),
            doubts: Vec::new(),
            begins: Pair::default(),
        }
    }
}
