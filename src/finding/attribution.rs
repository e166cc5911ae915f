//! Who says it: statements that lose their speaker, get one, or get another one, and verbs of speech
//! that take another stand.
//!
//! Languages report in a hundred ways, and no list has them all. So a statement counts as nobody's
//! only where nothing around it so much as hints at somebody's words or view, and a speaker as
//! another one only where all of his words are known and none of them is met on the other side.

use super::others::Others;
use super::passage::{Passages, tokens};
use super::quote::Quotes;
use super::speech::{self, Report};
use super::surroundings::{LEAST_SENSE, senses};
use super::{Context, Finding, FindingKind, others, outlet, severity};
use crate::concept::place::Standing;
use crate::concept::{ConceptKind, Mention};
use crate::lang::{Manner, is_stop_word};
use crate::segment::{Token, TokenKind};
use crate::span::{Pair, Side, Span};

/// Links in which speakers are compared have at least this probability.
const SECURE_LINK: f64 = 0.85;
/// How sure it is that a speaker is lost or another one, in a sure link …
const LIKELY: f64 = 0.85;
/// … and that a verb takes another stand.
const SURE: f64 = 0.9;
/// Words of a quotation that tell whose words they are, even without a verb.
const QUOTED: usize = 3;

pub(super) fn find(
    context: &Context<'_>,
    passages: &Passages<'_>,
    quotes: &Pair<Quotes>,
    findings: &mut Vec<Finding>,
) {
    let reports = Pair::new(
        Reports::new(context, passages, Side::Source, &quotes.source),
        Reports::new(context, passages, Side::Translation, &quotes.translation),
    );
    let names = findings.len();
    let finder = Finder { context, passages, quotes, reports: &reports };
    for passage in 0..passages.all.len() {
        if passages.all[passage].belief() < SECURE_LINK {
            continue;
        }
        let reports = |side: Side| !reports[side].of[passage].is_empty();
        let found = match (reports(Side::Source), reports(Side::Translation)) {
            (false, false) => None,
            (true, false) => finder.lost(passage, Side::Source),
            (false, true) => finder.lost(passage, Side::Translation),
            (true, true) => finder.changed(passage),
        };
        // A name that was put for another one is told already.
        let is_told = |found: &Finding| {
            let tells = |name: &Finding| {
                let overlap = |side: Side| match (name.spans[side], found.spans[side]) {
                    (Some(name), Some(speaker)) => name.overlaps(speaker),
                    _ => false,
                };
                Side::BOTH.into_iter().all(overlap)
            };
            findings[..names].iter().any(|f| f.kind == FindingKind::NameChanged && tells(f))
        };
        let found = found.filter(|found| !is_told(found));
        findings.extend(found);
    }
}

/// The reports of a side.
struct Reports {
    all: Vec<Report>,
    /// Those of each passage, as indices.
    of: Vec<Vec<usize>>,
}

impl Reports {
    fn new(context: &Context<'_>, passages: &Passages<'_>, side: Side, quotes: &Quotes) -> Self {
        let all = speech::reports(context, side, quotes);
        let mut of = vec![Vec::new(); passages.all.len()];
        for (at, report) in all.iter().enumerate() {
            if let Some(passage) = passages.of(side, report.sentence) {
                of[passage].push(at);
            }
        }
        Self { all, of }
    }

    /// Whether a sentence reports.
    fn stand_in(&self, sentence: usize) -> bool {
        let at = self.all.partition_point(|report| report.sentence < sentence);
        self.all.get(at).is_some_and(|report| report.sentence == sentence)
    }
}

struct Finder<'a> {
    context: &'a Context<'a>,
    passages: &'a Passages<'a>,
    quotes: &'a Pair<Quotes>,
    reports: &'a Pair<Reports>,
}

impl Finder<'_> {
    /// A statement that one side gives to somebody and the other to nobody.
    fn lost(&self, passage: usize, side: Side) -> Option<Finding> {
        let mut sure = self.here(side, passage).filter(|report| report.sure && !report.quoted);
        let report = sure.next()?;
        if Side::BOTH.iter().any(|&side| self.is_doubtful(side, passage)) {
            return None;
        }
        // Who goes on speaking may do so without a word.
        let words = report.speaker?;
        let other = side.other();
        let units = &self.passages.all[passage].units[other];
        let open = units.iter().any(|&unit| {
            let range = tokens(self.context, other, unit);
            speech::is_hinted(self.context, other, range) || self.is_quoted(other, unit)
        });
        let others = Others::new(self.context, other, units);
        let is_there = self.strangeness(passage, side, words, &others) == Some(false)
            && !self.is_repeated(passage, side, words);
        if open
            || is_there
            || self.is_met(passage, side, report, &others)
            || self.is_beside(passage, side)
        {
            return None;
        }
        let message = format!(
            "The {} gives this statement to {}; the {} names nobody.",
            side.name(),
            self.context.text(side, words),
            other.name(),
        );
        Some(Finding::new(
            FindingKind::AttributionChanged,
            severity::NO_SPEAKER,
            self.context.lone(side, words.join(report.cue), units),
            self.context.lone_text(side, words),
            message,
            self.passages.all[passage].probability() * LIKELY,
        ))
    }

    /// Whether the statement names its own speaker, so that the other side may name him without
    /// letting him speak.
    fn is_repeated(&self, passage: usize, side: Side, speaker: Span) -> bool {
        let lang = self.context.documents[side].lang;
        let units = &self.passages.all[passage].units[side];
        let own = self.tokens(side, speaker);
        let named: Vec<Standing> =
            self.names(side, speaker).filter_map(|name| Standing::of(&name.concept)).collect();
        units.iter().any(|&unit| {
            let mut names = self.context.mentions_in(side, unit).iter();
            let range = tokens(self.context, side, unit);
            let mut words = self.context.segments[side].tokens.get(range).unwrap_or(&[]).iter();
            names.any(|name| {
                let standing = Standing::of(&name.concept);
                !name.span.overlaps(speaker)
                    && standing.is_some_and(|other| named.iter().any(|one| one.implies(other)))
            }) || words.any(|word| {
                !word.span.overlaps(speaker)
                    && word.kind == TokenKind::Word
                    && !is_stop_word(lang, &word.key)
                    && own.iter().any(|token| token.key == word.key)
            })
        })
    }

    /// Whether the quotation marks of a passage cannot be read, so that a report may be part of what
    /// is said.
    fn is_doubtful(&self, side: Side, passage: usize) -> bool {
        let units = self.passages.all[passage].units[side].iter();
        let mut sentences = units.filter_map(|&u| self.context.segments[side].sentences.get(u));
        sentences.any(|sentence| self.quotes[side].are_doubtful(sentence.span))
    }

    /// Whether a sentence holds somebody's words in quotation marks.
    fn is_quoted(&self, side: Side, unit: usize) -> bool {
        let Some(sentence) = self.context.segments[side].sentences.get(unit) else { return false };
        let quotes = &self.quotes[side];
        quotes.overlapping(sentence.span).any(|at| quotes.all[at].words >= QUOTED)
    }

    /// Whether the other side has a counterpart of the verb: one that is on no list of ours.
    fn is_met(&self, passage: usize, side: Side, report: &Report, others: &Others<'_>) -> bool {
        let tied = self.passages.all[passage].evidence().any(|evidence| {
            let span = match side {
                Side::Source => evidence.source,
                Side::Translation => evidence.translation,
            };
            span.overlaps(report.cue)
        });
        let mut cue = self.tokens(side, report.cue).iter();
        tied || cue.any(|token| others.mean(&self.meanings(side, token)))
    }

    /// Whether a sentence beside the counterpart says who speaks, beyond what its own counterpart
    /// does.
    fn is_beside(&self, passage: usize, side: Side) -> bool {
        let other = side.other();
        self.passages.beside(other, passage).into_iter().any(|unit| {
            let balanced = self.passages.of(other, unit).is_some_and(|beside| {
                beside == passage || !self.reports[side].of[beside].is_empty()
            });
            self.reports[other].stand_in(unit) && !balanced
        })
    }

    fn here(&self, side: Side, passage: usize) -> impl Iterator<Item = &Report> {
        let reports = &self.reports[side];
        reports.of[passage].iter().filter_map(|&at| reports.all.get(at))
    }

    /// A statement that both sides give to somebody: to another one, or in another manner.
    fn changed(&self, passage: usize) -> Option<Finding> {
        let only = |side: Side| {
            let mut sure = self.here(side, passage).filter(|r| (r.sure || r.aside) && !r.quoted);
            let first = sure.next()?;
            sure.next().is_none().then_some(first)
        };
        let reports = Pair::new(only(Side::Source)?, only(Side::Translation)?);
        if Side::BOTH.iter().any(|&side| self.is_doubtful(side, passage)) {
            return None;
        }
        self.other_speaker(passage, reports).or_else(|| self.other_manner(passage, reports))
    }

    /// A statement that is given to somebody else.
    fn other_speaker(&self, passage: usize, reports: Pair<&Report>) -> Option<Finding> {
        let speakers = Pair::new(reports.source.speaker?, reports.translation.speaker?);
        // Where an article comes from is said in front of it, whoever speaks in its first sentence.
        let aside = reports.source.aside || reports.translation.aside;
        let phrases = reports.source.phrase && reports.translation.phrase;
        let mine = self.context.text(Side::Source, speakers.source);
        let theirs = self.context.text(Side::Translation, speakers.translation);
        let is_same = if aside { outlet::may_be_one } else { outlet::same_name };
        if (aside && !phrases) || is_same(mine, theirs) {
            return None;
        }
        // One outlet may pass on what another one says.
        let passes_on = Side::BOTH.into_iter().any(|side| {
            let other = if side == Side::Source { theirs } else { mine };
            let mut outlets = reports[side].outlets.iter().skip(1);
            outlets.any(|&outlet| is_same(self.context.text(side, outlet), other))
        });
        if passes_on {
            return None;
        }
        let known = Pair::new(outlet::bodies(mine), outlet::bodies(theirs));
        let are_known = !known.source.is_empty() && !known.translation.is_empty();
        let mut named = true;
        for side in Side::BOTH {
            let other = side.other();
            let mut around = self.passages.all[passage].units[other].clone();
            around.extend(self.passages.beside(other, passage));
            let others = Others::new(self.context, other, &around);
            match self.strangeness(passage, side, speakers[side], &others) {
                Some(true) => named &= self.bodies(side, speakers[side]).next().is_some(),
                // Outlets are on no list of words; those that the tables know are looked for by name.
                None if reports[side].aside => {}
                Some(false) if reports[side].aside && are_known && !others.have(&known[side]) => {}
                Some(false) | None => return None,
            }
        }
        let message =
            format!("The source gives this statement to {mine}, the translation to {theirs}.");
        let reliability = if named { SURE } else { LIKELY };
        let probability = self.passages.all[passage].probability() * reliability;
        Some(self.context.changed(
            FindingKind::AttributionChanged,
            severity::OTHER_SPEAKER,
            speakers,
            message,
            probability,
        ))
    }

    /// Whether a speaker is unknown to some sentences of the other side; none where that cannot be
    /// told.
    fn strangeness(
        &self,
        passage: usize,
        side: Side,
        speaker: Span,
        others: &Others<'_>,
    ) -> Option<bool> {
        let lang = self.context.documents[side].lang;
        let mut bodies = self.bodies(side, speaker).peekable();
        if bodies.peek().is_some() {
            return Some(bodies.all(|name| !others.name(name)));
        }
        let (mut strange, mut met) = (0, 0);
        for token in self.tokens(side, speaker).iter().filter(|t| t.kind == TokenKind::Word) {
            let name = self.names(side, speaker).find(|name| name.span.overlaps(token.span));
            if is_stop_word(lang, &token.key) && name.is_none() {
                continue;
            }
            let meanings = self.meanings(side, token);
            let is_met = name.is_some_and(|name| others.name(name))
                || others.mean(&meanings)
                || others.sound(&token.key)
                || self.is_evidence(passage, side, token.span);
            let short = token.key.chars().count() < others::SOUND;
            match (is_met, short || (meanings.is_empty() && name.is_none())) {
                (true, _) => met += 1,
                (false, false) => strange += 1,
                (false, true) => return None,
            }
        }
        match (strange, met) {
            (1.., 0) => Some(true),
            (0, 1..) => Some(false),
            _ => None,
        }
    }

    /// The same said in a way that takes another stand to it.
    fn other_manner(&self, passage: usize, reports: Pair<&Report>) -> Option<Finding> {
        let manners = reports.map(|report| report.manner);
        if manners.source == manners.translation
            || reports.source.aside
            || reports.translation.aside
        {
            return None;
        }
        // The same manner on the other side, in a verb that reports less surely.
        let is_there = Side::BOTH.into_iter().any(|side| {
            let other = side.other();
            let others = Others::new(self.context, other, &self.passages.all[passage].units[other]);
            let mut here = self.here(other, passage);
            manners[side] != Manner::Plain
                && (here.any(|report| report.manner == manners[side])
                    || self.is_manner_met(side, reports[side], &others))
        });
        if is_there {
            return None;
        }
        let severity = severity::of_manners(manners);
        let message = format!(
            "The source reports with {}, the translation with {}: the verbs take a different stand.",
            self.context.text(Side::Source, reports.source.cue),
            self.context.text(Side::Translation, reports.translation.cue)
        );
        let probability = self.passages.all[passage].probability() * SURE;
        Some(self.context.changed(
            FindingKind::AttributionChanged,
            severity,
            reports.map(|report| report.cue),
            message,
            probability,
        ))
    }

    /// Whether the other side has a word of the sense of a verb: a noun, perhaps.
    fn is_manner_met(&self, side: Side, report: &Report, others: &Others<'_>) -> bool {
        let lang = self.context.documents[side].lang;
        let tokens = self.tokens(side, report.cue).iter();
        let mut senses = tokens.map(|token| senses(self.context, lang, &token.key, LEAST_SENSE));
        senses.any(|senses| others.mean(&senses))
    }

    fn tokens(&self, side: Side, span: Span) -> &[Token] {
        let tokens = &self.context.segments[side].tokens;
        // A speaker begins behind what is written together with him.
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        let last = tokens.partition_point(|token| token.span.end <= span.end);
        tokens.get(first..last).unwrap_or(&[])
    }

    /// The names in a stretch that the tables know.
    fn names(&self, side: Side, span: Span) -> impl Iterator<Item = &Mention> {
        let mentions = &self.context.mentions[side];
        let first = mentions.partition_point(|mention| mention.span.end <= span.start);
        let inside = mentions[first..].iter().take_while(move |m| m.span.start < span.end);
        inside.filter(|mention| mention.is_listed() && mention.kind.is_name())
    }

    /// Those of them that can speak.
    fn bodies(&self, side: Side, span: Span) -> impl Iterator<Item = &Mention> {
        let speaks =
            |kind: ConceptKind| matches!(kind, ConceptKind::Organisation | ConceptKind::Person);
        self.names(side, span).filter(move |mention| speaks(mention.kind))
    }

    fn meanings(&self, side: Side, token: &Token) -> Vec<u32> {
        senses(self.context, self.context.documents[side].lang, &token.key, 0.0)
    }

    fn is_evidence(&self, passage: usize, side: Side, span: Span) -> bool {
        self.passages.all[passage].evidence().any(|evidence| match side {
            Side::Source => evidence.source.overlaps(span),
            Side::Translation => evidence.translation.overlaps(span),
        })
    }
}
