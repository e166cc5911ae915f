//! Who says it: statements that lose their speaker, get one, or get another one, and verbs of speech
//! that take another stand.
//!
//! Languages report in a hundred ways, and no list has them all. So a statement counts as nobody's
//! only where nothing around it so much as hints at somebody's words or view, and a speaker as
//! another one only where all of his words are known and none of them is met on the other side.

use std::ops::Range;

use super::passage::{Passages, tokens};
use super::quote::Quotes;
use super::speech::{self, Report};
use super::surroundings::senses;
use super::{Context, Finding, FindingKind, Severity};
use crate::concept::place::Standing;
use crate::concept::{ConceptKind, Mention};
use crate::lang::{Manner, is_stop_word};
use crate::segment::{Token, TokenKind};
use crate::skeleton;
use crate::span::{Pair, Side, Span};

/// Links in which speakers are compared have at least this probability.
const SECURE_LINK: f64 = 0.85;
/// How sure it is that a speaker is lost or another one, in a sure link …
const LIKELY: f64 = 0.85;
/// … and that a verb takes another stand.
const SURE: f64 = 0.9;
/// Words of a quotation that tell whose words they are, even without a verb.
const QUOTED: usize = 3;
/// Letters of the shortest word that is compared by its sound.
const SOUND: usize = 3;
/// Words around a counterpart that are looked at.
const WORDS: usize = 300;

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
    let finder = Finder { context, passages, quotes, reports: &reports };
    for passage in 0..passages.all.len() {
        if passages.all[passage].belief() < SECURE_LINK {
            continue;
        }
        let here = Pair::new(&reports.source.of[passage], &reports.translation.of[passage]);
        let found = match (here.source.as_slice(), here.translation.as_slice()) {
            ([], []) => None,
            (_, []) => finder.lost(passage, Side::Source),
            ([], _) => finder.lost(passage, Side::Translation),
            (&[mine], &[theirs]) => {
                let both = Pair::new(&reports.source.all[mine], &reports.translation.all[theirs]);
                finder.other_speaker(passage, both).or_else(|| finder.other_stand(passage, both))
            }
            _ => None,
        };
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
        let reports = self.reports[side].of[passage].iter().map(|&at| &self.reports[side].all[at]);
        let mut sure = reports.filter(|report| report.sure && !report.quoted);
        let report = sure.next()?;
        let other = side.other();
        let units = &self.passages.all[passage].units[other];
        let open = units.iter().any(|&unit| {
            let range = tokens(self.context, other, unit);
            speech::is_hinted(self.context, other, range) || self.is_quoted(other, unit)
        });
        if open || self.is_met(passage, side, report) || self.is_beside(passage, side, report) {
            return None;
        }
        let words = match &report.speaker {
            Some(speaker) => self.span(side, speaker),
            None => report.cue,
        };
        let (has, lacks) = match side {
            Side::Source => ("source", "translation"),
            Side::Translation => ("translation", "source"),
        };
        let mut spans = Pair::default();
        spans[side] = Some(words.join(report.cue));
        spans[other] = self.context.sentences(other, units);
        let mut values = Pair::default();
        values[side] = Some(self.context.text(side, words).to_owned());
        let severity = match &report.speaker {
            Some(_) => Severity::Medium,
            None => Severity::Low,
        };
        Some(Finding {
            id: String::new(),
            part_of: None,
            kind: FindingKind::AttributionChanged,
            severity,
            spans,
            message: format!(
                "The {has} gives this statement to a speaker, and the {lacks} to nobody."
            ),
            values,
            probability: self.passages.all[passage].probability() * LIKELY,
        })
    }

    /// Whether a sentence holds somebody's words in quotation marks.
    fn is_quoted(&self, side: Side, unit: usize) -> bool {
        let Some(sentence) = self.context.segments[side].sentences.get(unit) else { return false };
        let quotes = &self.quotes[side];
        quotes.are_doubtful(sentence.span)
            || quotes.overlapping(sentence.span).any(|at| quotes.all[at].words >= QUOTED)
    }

    /// Whether the other side has a counterpart of the verb: one that is on no list of ours.
    fn is_met(&self, passage: usize, side: Side, report: &Report) -> bool {
        let tied = self.passages.all[passage].evidence().any(|evidence| {
            let span = match side {
                Side::Source => evidence.source,
                Side::Translation => evidence.translation,
            };
            span.overlaps(report.cue)
        });
        let segments = &self.context.segments[side];
        let cue = segments.tokens.iter().skip(tokens(self.context, side, report.sentence).start);
        let cue: Vec<&Token> = cue
            .skip_while(|token| token.span.start < report.cue.start)
            .take_while(|token| token.span.end <= report.cue.end)
            .collect();
        tied || {
            let others = self.others(side.other(), &self.passages.all[passage].units[side.other()]);
            cue.iter().any(|token| others.mean(&self.meanings(side, token)))
        }
    }

    /// Whether a sentence beside the counterpart says who speaks, beyond what its own counterpart
    /// does.
    fn is_beside(&self, passage: usize, side: Side, report: &Report) -> bool {
        let other = side.other();
        let first = self.passages.all[passage].units[other].first().copied().unwrap_or(0);
        self.passages.beside(other, passage).into_iter().any(|unit| {
            // Who went on speaking needs no second introduction.
            let goes_on = report.speaker.is_none() && unit < first;
            let balanced = self.passages.of(other, unit).is_some_and(|beside| {
                beside == passage || !self.reports[side].of[beside].is_empty()
            });
            self.reports[other].stand_in(unit) && (goes_on || !balanced)
        })
    }

    /// A statement that is given to somebody else.
    fn other_speaker(&self, passage: usize, reports: Pair<&Report>) -> Option<Finding> {
        let mut speakers = Pair::default();
        for side in Side::BOTH {
            if reports[side].quoted || !reports[side].sure {
                return None;
            }
            speakers[side] = reports[side].speaker.clone()?;
        }
        let mut named = false;
        for side in Side::BOTH {
            let other = side.other();
            let mut around = self.passages.all[passage].units[other].clone();
            around.extend(self.passages.beside(other, passage));
            match self.stranger(passage, side, &speakers[side], &around)? {
                Stranger::Name => named = true,
                Stranger::Word => {}
            }
        }
        let spans = Pair::new(
            self.span(Side::Source, &speakers.source),
            self.span(Side::Translation, &speakers.translation),
        );
        let message = String::from("The statement is given to another speaker.");
        let reliability = if named { SURE } else { LIKELY };
        let probability = self.passages.all[passage].probability() * reliability;
        Some(self.context.changed(
            FindingKind::AttributionChanged,
            Severity::Medium,
            spans,
            message,
            probability,
        ))
    }

    /// Whether a speaker is unknown to some sentences of the other side.
    fn stranger(
        &self,
        passage: usize,
        side: Side,
        speaker: &Range<usize>,
        around: &[usize],
    ) -> Option<Stranger> {
        let other = side.other();
        let lang = self.context.documents[side].lang;
        let others = self.others(other, around);
        let words = self.context.segments[side].tokens.get(speaker.clone())?;
        let names: Vec<&Mention> = self
            .mentions(side, speaker)
            .filter(|mention| mention.is_listed() && mention.kind.is_name())
            .collect();
        let is_body =
            |m: &&Mention| matches!(m.kind, ConceptKind::Organisation | ConceptKind::Person);
        let mut bodies = names.iter().copied().filter(is_body).peekable();
        if bodies.peek().is_some() {
            return bodies.all(|name| !others.name(name)).then_some(Stranger::Name);
        }
        let mut content = 0;
        for token in words.iter().filter(|token| token.kind == TokenKind::Word) {
            let name = names.iter().find(|name| name.span.overlaps(token.span));
            if is_stop_word(lang, &token.key) && name.is_none() {
                continue;
            }
            content += 1;
            let meanings = self.meanings(side, token);
            let known = !meanings.is_empty() || name.is_some();
            let met = name.is_some_and(|name| others.name(name))
                || others.mean(&meanings)
                || others.sound(&token.key)
                || self.is_evidence(passage, side, token.span);
            if !known || met {
                return None;
            }
        }
        (content > 0).then_some(Stranger::Word)
    }

    /// The same said in a way that takes another stand to it.
    fn other_stand(&self, passage: usize, reports: Pair<&Report>) -> Option<Finding> {
        let manners = reports.map(|report| report.manner);
        if manners.source == manners.translation
            || Side::BOTH.iter().any(|&side| reports[side].quoted || !reports[side].sure)
        {
            return None;
        }
        let severity = match (manners.source, manners.translation) {
            (Manner::Claim, _) | (_, Manner::Claim) => Severity::Medium,
            _ => Severity::Low,
        };
        let message =
            String::from("The two verbs of speech take a different stand to what is said.");
        let probability = self.passages.all[passage].probability() * SURE;
        Some(self.context.changed(
            FindingKind::AttributionChanged,
            severity,
            reports.map(|report| report.cue),
            message,
            probability,
        ))
    }

    fn span(&self, side: Side, range: &Range<usize>) -> Span {
        let tokens = self.context.segments[side].tokens.get(range.clone()).unwrap_or(&[]);
        let spans = tokens.iter().map(|token| token.span);
        spans.reduce(Span::join).unwrap_or(Span::new(0, 0))
    }

    fn mentions(&self, side: Side, range: &Range<usize>) -> impl Iterator<Item = &Mention> {
        let span = self.span(side, range);
        let mentions = &self.context.mentions[side];
        let first = mentions.partition_point(|mention| mention.span.end <= span.start);
        mentions[first..].iter().take_while(move |mention| mention.span.start < span.end)
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

    /// What some sentences speak of.
    fn others(&self, side: Side, units: &[usize]) -> Others<'_> {
        let mut others =
            Others { context: self.context, side, ..Others::empty(self.context, side) };
        for &unit in units {
            others.mentions.extend(self.context.mentions_in(side, unit));
            let range = tokens(self.context, side, unit);
            let tokens = self.context.segments[side].tokens.get(range).unwrap_or(&[]);
            for token in tokens.iter().filter(|t| t.kind == TokenKind::Word).take(WORDS) {
                others.senses.extend(self.meanings(side, token));
                others.words.push(token.key.as_str());
            }
        }
        others.senses.sort_unstable();
        others.senses.dedup();
        others
    }
}

/// What makes a speaker another one.
enum Stranger {
    /// A name.
    Name,
    /// Words for a person or an office.
    Word,
}

/// What some sentences speak of.
struct Others<'a> {
    context: &'a Context<'a>,
    side: Side,
    mentions: Vec<&'a Mention>,
    senses: Vec<u32>,
    words: Vec<&'a str>,
}

impl<'a> Others<'a> {
    fn empty(context: &'a Context<'a>, side: Side) -> Self {
        Self { context, side, mentions: Vec::new(), senses: Vec::new(), words: Vec::new() }
    }

    /// Whether they have a word of one of these senses.
    fn mean(&self, senses: &[u32]) -> bool {
        senses.iter().any(|sense| self.senses.binary_search(sense).is_ok())
    }

    /// Whether they have a word that sounds like a folded one.
    fn sound(&self, key: &str) -> bool {
        key.chars().count() >= SOUND && self.words.iter().any(|word| skeleton::same_name(key, word))
    }

    /// Whether they name the same, or what stands for it.
    fn name(&self, name: &Mention) -> bool {
        let standing = Standing::of(&name.concept);
        let written = self.context.text(self.side.other(), name.span);
        self.mentions.iter().any(|other| {
            let implied = standing.zip(Standing::of(&other.concept));
            other.concept == name.concept || implied.is_some_and(|(a, b)| a.implies(b))
        }) || written
            .split_whitespace()
            .any(|word| self.sound(&crate::fold::key(word)) || self.has_meaning_of(word))
    }

    fn has_meaning_of(&self, word: &str) -> bool {
        let lang = self.context.documents[self.side.other()].lang;
        self.mean(&senses(self.context, lang, &crate::fold::key(word), 0.0))
    }
}
