//! Quotations that became report, grew or shrank, and terms that lost their quotation marks.
//!
//! Sites have their own ways with quotation marks. Where one text does without them, or most of the
//! other's quotations have none, that is told once, if at all.

use super::passage::Passages;
use super::quote::{Quote, Quotes, words};
use super::{Context, Finding, FindingKind, severity};
use crate::concept::lexicon;
use crate::lang::is_stop_word;
use crate::segment::{Token, TokenKind};
use crate::span::{Pair, Side, Span};

/// Links in which quotations are compared have at least this probability.
const SECURE_LINK: f64 = 0.85;
/// How sure it is that marks are lost …
const SURE: f64 = 0.9;
/// … and that a quotation grew or shrank, where this many words cross its end and none the other
/// way.
const LIKELY: f64 = 0.85;
const CROSSING: usize = 2;
/// … and the quoted share of the passage differs by this much, and by this factor.
const SHARE: f64 = 0.2;
const FACTOR: f64 = 1.5;
/// From so many quotations on it is a habit of the text to give them without marks.
const HABIT: usize = 3;
/// Words of the longest rendering of a term.
const TERM: usize = 4;
/// Words of the longest quotation that may be the name of something.
const TITLE: usize = 6;

pub(super) fn find(
    context: &Context<'_>,
    passages: &Passages<'_>,
    quotes: &Pair<Quotes>,
    findings: &mut Vec<Finding>,
) {
    let finder = Finder { context, passages, quotes };
    for side in Side::BOTH {
        if !quotes[side].all.is_empty() {
            finder.unquoted(side, findings);
        }
    }
    if Side::BOTH.iter().all(|&side| !quotes[side].all.is_empty()) {
        for side in Side::BOTH {
            finder.terms(side, findings);
        }
        finder.resized(findings);
    }
}

struct Finder<'a> {
    context: &'a Context<'a>,
    passages: &'a Passages<'a>,
    quotes: &'a Pair<Quotes>,
}

impl Finder<'_> {
    /// Quotations of a side that stand on the other one without marks.
    fn unquoted(&self, side: Side, findings: &mut Vec<Finding>) {
        let speech = self.quotes[side].all.iter().enumerate().filter(|(_, quote)| !quote.is_term());
        let (mut count, mut lost) = (0, Vec::new());
        for (at, quote) in speech {
            let Some(passages) = self.passages_of(side, quote.span) else { continue };
            if self.quotes[side].are_doubtful(quote.span) || self.is_title(side, quote) {
                continue;
            }
            count += 1;
            if !passages.iter().any(|&passage| self.is_quoted(side.other(), passage)) {
                lost.push((at, passages));
            }
        }
        let none = self.quotes[side.other()].all.is_empty();
        if none || lost.len() * 2 > count {
            // One quotation alone shows no habit, as long as there are marks at all.
            let habit = lost.len() >= HABIT;
            if habit && let Some((at, passages)) = lost.first() {
                let message = match side {
                    Side::Source => format!(
                        "Of {count} quotations in the source {} stand in the translation without quotation marks; this is the first.",
                        lost.len()
                    ),
                    Side::Translation => format!(
                        "Of {count} quotations in the translation {} stand in the source without quotation marks; this is the first.",
                        lost.len()
                    ),
                };
                findings.extend(self.unquoted_one(side, *at, passages, message));
            }
            if habit || none {
                return;
            }
        }
        for (at, passages) in lost {
            let message = match side {
                Side::Source => "The translation reports what the source quotes.",
                Side::Translation => "The translation quotes what the source reports.",
            };
            findings.extend(self.unquoted_one(side, at, &passages, message.to_owned()));
        }
    }

    fn unquoted_one(
        &self,
        side: Side,
        quote: usize,
        passages: &[usize],
        message: String,
    ) -> Option<Finding> {
        let quote = self.quotes[side].all.get(quote)?;
        let other = side.other();
        let units: Vec<usize> = passages
            .iter()
            .flat_map(|&passage| self.passages.all[passage].units[other].iter().copied())
            .collect();
        let beliefs = passages.iter().map(|&passage| self.passages.all[passage].probability());
        Some(Finding::new(
            FindingKind::QuotationChanged,
            severity::OTHER_SPEECH,
            self.context.lone(side, quote.span, &units),
            self.context.lone_text(side, quote.span),
            message,
            beliefs.fold(1.0, f64::min) * SURE,
        ))
    }

    /// The passages of a quotation; none where one of its sentences has none, or not surely.
    fn passages_of(&self, side: Side, span: Span) -> Option<Vec<usize>> {
        let sentences = &self.context.segments[side].sentences;
        let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let inside = sentences.iter().enumerate().skip(first);
        let mut passages = Vec::new();
        for (unit, _) in inside.take_while(|(_, sentence)| sentence.span.start < span.end) {
            let passage = self.passages.of(side, unit)?;
            if self.passages.all[passage].belief() < SECURE_LINK {
                return None;
            }
            passages.push(passage);
        }
        passages.dedup();
        (!passages.is_empty()).then_some(passages)
    }

    /// Whether a passage has a quotation on a side, or a sentence beside it one that its own
    /// counterpart lacks.
    fn is_quoted(&self, side: Side, passage: usize) -> bool {
        let has = |side: Side, unit: usize| {
            let span =
                self.context.segments[side].sentences.get(unit).map(|sentence| sentence.span);
            span.is_some_and(|span| {
                self.quotes[side].hold(span) || self.quotes[side].are_doubtful(span)
            })
        };
        let units = |side: Side, passage: usize| self.passages.all[passage].units[side].iter();
        units(side, passage).any(|&unit| has(side, unit))
            || self.passages.beside(side, passage).into_iter().any(|unit| {
                let balanced = self.passages.of(side, unit).is_some_and(|beside| {
                    units(side.other(), beside).any(|&unit| has(side.other(), unit))
                });
                has(side, unit) && !balanced
            })
    }

    /// Terms of a side that stand on the other one without marks.
    fn terms(&self, side: Side, findings: &mut Vec<Finding>) {
        let other = side.other();
        let (mut count, mut lost) = (0, Vec::new());
        for quote in self.quotes[side].all.iter().filter(|quote| quote.is_term()) {
            let Some(&[passage]) = self.passages_of(side, quote.span).as_deref() else { continue };
            if !self.is_common(side, quote) || self.quotes[side].are_doubtful(quote.span) {
                continue;
            }
            count += 1;
            if let Some(rendering) = self.rendering(side, passage, quote)
                && !self.has_marks_left(side, passage)
                && !self.quotes[other].are_doubtful(rendering)
            {
                lost.push((quote.span, rendering, passage));
            }
        }
        if count > 1 && lost.len() * 2 > count {
            return;
        }
        for (span, rendering, passage) in lost {
            let mut spans = Pair::new(span, span);
            spans[other] = rendering;
            let term = self.context.text(side, span);
            let message = match side {
                Side::Source => format!("The source writes {term}, the translation has no marks."),
                Side::Translation => {
                    format!("The translation writes {term}, the source has no marks.")
                }
            };
            let probability = self.passages.all[passage].probability() * SURE;
            let changed = self.context.changed(
                FindingKind::QuotationChanged,
                severity::OTHER_MARKS,
                spans,
                message,
                probability,
            );
            findings.push(changed);
        }
    }

    /// Whether a quotation is so short that it may be a name, and has one in it.
    fn is_title(&self, side: Side, quote: &Quote) -> bool {
        quote.words <= TITLE && self.has_name(side, quote.span)
    }

    /// Whether a name stands in a stretch.
    fn has_name(&self, side: Side, span: Span) -> bool {
        let mentions = &self.context.mentions[side];
        let first = mentions.partition_point(|mention| mention.span.end <= span.start);
        let mut inside = mentions[first..].iter().take_while(|m| m.span.start < span.end);
        inside.any(|mention| mention.kind.is_name() && !mention.is_weak())
    }

    /// Whether the words of a quotation are common ones: the marks of names are a matter of style.
    fn is_common(&self, side: Side, quote: &Quote) -> bool {
        let document = self.context.documents[side];
        let Some(module) = document.lang.module() else { return false };
        if self.has_name(side, quote.span) {
            return false;
        }
        let capitals = module.names().capitals;
        let mut forms = Vec::new();
        let mut content = 0;
        for token in self.tokens(side, quote.span) {
            let written = token.span.of(&document.text);
            let common = token.kind == TokenKind::Word
                && !(capitals && written.starts_with(char::is_uppercase))
                && !is_latin_inside(written, capitals);
            forms.clear();
            module.lemmas(&token.key, &mut forms);
            if token.kind == TokenKind::Mark {
                continue;
            }
            if !common || !forms.iter().any(|form| lexicon::is_word(document.lang, form)) {
                return false;
            }
            content += usize::from(!is_stop_word(document.lang, &token.key));
        }
        content > 0
    }

    fn tokens(&self, side: Side, span: Span) -> impl Iterator<Item = &Token> {
        let tokens = &self.context.segments[side].tokens;
        let first = tokens.partition_point(|token| token.span.start < span.start);
        tokens[first..].iter().take_while(move |token| token.span.end <= span.end)
    }

    /// What a term is rendered by, where that stands outside of all quotations.
    fn rendering(&self, side: Side, passage: usize, quote: &Quote) -> Option<Span> {
        let other = side.other();
        let lang = self.context.documents[side].lang;
        let mut rendering: Option<Span> = None;
        let content =
            |token: &&Token| token.kind == TokenKind::Word && !is_stop_word(lang, &token.key);
        for token in self.tokens(side, quote.span).filter(content) {
            let mut evidence = self.passages.all[passage].evidence().map(|evidence| {
                let ends = Pair::new(evidence.source, evidence.translation);
                (ends[side], ends[other])
            });
            let (_, end) = evidence.find(|(end, _)| end.overlaps(token.span))?;
            if self.quotes[other].hold(end) {
                return None;
            }
            rendering = Some(rendering.map_or(end, |rendering| rendering.join(end)));
        }
        let tokens = &self.context.segments[other].tokens;
        rendering.filter(|&span| words(tokens, span) <= TERM)
    }

    /// Whether the other side of a passage has quotations enough for all of this side.
    fn has_marks_left(&self, side: Side, passage: usize) -> bool {
        let count = |side: Side| {
            let units = self.passages.all[passage].units[side].iter();
            let mut quotes: Vec<usize> = units
                .filter_map(|&unit| self.context.segments[side].sentences.get(unit))
                .flat_map(|sentence| self.quotes[side].overlapping(sentence.span))
                .collect();
            quotes.dedup();
            quotes.len()
        };
        count(side) <= count(side.other())
    }

    /// Quotations that end elsewhere than on the other side.
    fn resized(&self, findings: &mut Vec<Finding>) {
        for passage in 0..self.passages.all.len() {
            if self.passages.all[passage].belief() >= SECURE_LINK {
                findings.extend(self.resized_one(passage));
            }
        }
    }

    fn resized_one(&self, passage: usize) -> Option<Finding> {
        let here = Pair::new(
            self.quoted(Side::Source, passage)?,
            self.quoted(Side::Translation, passage)?,
        );
        let (mut grown, mut shrunk) = (0, 0);
        for evidence in self.passages.all[passage].evidence() {
            let inside = Pair::new(
                self.quotes.source.hold(evidence.source),
                self.quotes.translation.hold(evidence.translation),
            );
            if has_letters(self.context.text(Side::Source, evidence.source)) {
                grown += usize::from(!inside.source && inside.translation);
                shrunk += usize::from(inside.source && !inside.translation);
            }
        }
        let (wide, narrow, crossing, back) = match here.translation.share > here.source.share {
            true => (here.translation.share, here.source.share, grown, shrunk),
            false => (here.source.share, here.translation.share, shrunk, grown),
        };
        let differs = wide - narrow >= SHARE && wide >= narrow * FACTOR;
        if crossing < CROSSING || back > 0 || !differs {
            return None;
        }
        let grew = here.translation.share > here.source.share;
        let message = match grew {
            true => {
                "The translation quotes more than the source: words of the writer became words of the speaker."
            }
            false => "The translation quotes less than the source.",
        };
        let probability = self.passages.all[passage].probability() * LIKELY;
        Some(self.context.changed(
            FindingKind::QuotationChanged,
            severity::of_quotations(grew),
            here.map(|quoted| quoted.span),
            message.to_owned(),
            probability,
        ))
    }

    /// Whether a quotation begins and ends in a passage.
    fn is_inside(&self, side: Side, passage: usize, quote: Span) -> bool {
        let units = &self.passages.all[passage].units[side];
        self.context.sentences(side, units).is_some_and(|whole| whole.contains(quote))
    }

    /// What a passage quotes; none where that is nothing, or cannot be read.
    fn quoted(&self, side: Side, passage: usize) -> Option<Quoted> {
        let segments = &self.context.segments[side];
        let (mut all, mut inside, mut span) = (0, 0, None::<Span>);
        for &unit in &self.passages.all[passage].units[side] {
            let sentence = segments.sentences.get(unit)?.span;
            if self.quotes[side].are_doubtful(sentence) {
                return None;
            }
            all += words(&segments.tokens, sentence);
            for at in self.quotes[side].overlapping(sentence) {
                let quote = self.quotes[side].all[at].span;
                if !self.is_inside(side, passage, quote) {
                    return None;
                }
                let part = Span::new(quote.start.max(sentence.start), quote.end.min(sentence.end));
                inside += words(&segments.tokens, part);
                span = Some(span.map_or(part, |span| span.join(part)));
            }
        }
        (all > 0).then_some(Quoted { span: span?, share: inside as f64 / all as f64 })
    }
}

/// What a passage quotes.
struct Quoted {
    /// From the first to the last quotation.
    span: Span,
    /// Its share of the words.
    share: f64,
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Whether a word is left in the letters of another language.
fn is_latin_inside(word: &str, capitals: bool) -> bool {
    !capitals && word.starts_with(|c: char| c.is_ascii_alphabetic())
}
