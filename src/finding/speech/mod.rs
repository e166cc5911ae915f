//! Who says something: verbs of speech and phrases such as "according to", with their speakers.

mod words;

use std::ops::Range;

use self::words::{Found, Words};
use super::Context;
use super::passage::tokens;
use super::quote::Quotes;
use crate::concept::Mention;
use crate::lang::{Lang, Manner, SpeakerPlace};
use crate::segment::{AsideKind, Token, TokenKind};
use crate::span::{Side, Span};

/// Words of the longest speaker.
const MOST: usize = 8;
/// Tokens of the longest clause in front of a verb; a text without marks has no end of it.
const CLAUSE: usize = 60;
/// Words of a speaker whom no mark or word parts from what follows.
const OPEN: usize = 3;
/// Letters that no word has.
const GLUED: usize = 20;

/// Words that say that somebody says something.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) sentence: usize,
    /// The verb or phrase.
    pub(super) cue: Span,
    pub(super) manner: Manner,
    /// The words that say who, where the sentence says it in a way that can be read.
    pub(super) speaker: Option<Span>,
    /// The outlets of an aside, the first of which is the speaker.
    pub(super) outlets: Vec<Span>,
    /// Whether it reports beyond doubt.
    pub(super) sure: bool,
    /// Whether it stands inside a quotation, and is part of what is said.
    pub(super) quoted: bool,
    /// Whether it is a phrase and no verb.
    pub(super) phrase: bool,
    /// Whether it says of a whole passage, perhaps of the article, where it comes from.
    pub(super) aside: bool,
}

/// The reports of a text, in order.
pub(super) fn reports(context: &Context<'_>, side: Side, quotes: &Quotes) -> Vec<Report> {
    let document = context.documents[side];
    let Some(words) = words::of(document.lang) else { return Vec::new() };
    let segments = &context.segments[side];
    let mut reports = Vec::new();
    let mut asides = segments.asides.iter().peekable();
    for (at, paragraph) in segments.paragraphs.iter().enumerate() {
        if !paragraph.role.is_content() {
            continue;
        }
        while let Some(aside) = asides.next_if(|aside| aside.paragraph <= at) {
            if aside.paragraph == at && aside.kind == AsideKind::Attribution {
                reports.push(Report {
                    sentence: paragraph.sentences.start,
                    cue: aside.span,
                    manner: Manner::Plain,
                    speaker: aside.outlets.first().copied(),
                    outlets: aside.outlets.clone(),
                    sure: false,
                    quoted: false,
                    phrase: true,
                    aside: true,
                });
            }
        }
        for sentence in paragraph.sentences.clone() {
            let range = tokens(context, side, sentence);
            let tokens = &segments.tokens[range];
            let names = context.mentions_in(side, sentence);
            let reader = Reader { lang: document.lang, words, tokens, quotes, names };
            let mut at = 0;
            while at < reader.tokens.len() {
                let Some((found, speaker, sure)) = reader.report(at) else {
                    at += 1;
                    continue;
                };
                let cue = reader.tokens[at].span.join(reader.tokens[at + found.len - 1].span);
                reports.push(Report {
                    sentence,
                    cue,
                    manner: found.manner,
                    speaker: speaker.and_then(|speaker| {
                        let spans = tokens.get(speaker)?.iter().map(|token| token.span);
                        let span = spans.reduce(Span::join)?;
                        let last = &reader.tokens[at + found.len - 1];
                        let preposition = match found.phrase {
                            true => words.preposition(last, span.of(&document.text)),
                            false => 0,
                        };
                        Some(Span::new(span.start + preposition, span.end))
                    }),
                    sure,
                    quoted: quotes.hold(cue),
                    phrase: found.phrase,
                    outlets: Vec::new(),
                    aside: false,
                });
                at += found.len;
            }
        }
    }
    reports
}

/// Whether some tokens hint that something is somebody's words or view: a statement, a belief, a
/// colon. So does a text that lost its spaces, since it cannot be read.
pub(super) fn is_hinted(context: &Context<'_>, side: Side, range: Range<usize>) -> bool {
    let document = context.documents[side];
    let Some(words) = words::of(document.lang) else { return true };
    let tokens = context.segments[side].tokens.get(range).unwrap_or(&[]);
    tokens.iter().any(|token| {
        let glued = token.key.chars().count() > GLUED;
        glued || token.key == ":" || words.hints(document.lang, token)
    })
}

/// The tokens of one sentence.
struct Reader<'a> {
    lang: Lang,
    words: &'static Words,
    tokens: &'a [Token],
    quotes: &'a Quotes,
    names: &'a [Mention],
}

impl Reader<'_> {
    /// The report at a token, with its speaker.
    fn report(&self, at: usize) -> Option<(Found, Option<Range<usize>>, bool)> {
        let rest = &self.tokens[at..];
        if let Some(found) = self.words.phrase(rest) {
            let first = self.tokens.get(at + found.len)?;
            if first.kind != TokenKind::Word || self.is_no_speaker(first) {
                return None;
            }
            let speaker = self.behind(at + found.len, self.tokens.len());
            let sure = speaker.is_some();
            return Some((found, speaker, sure));
        }
        let found = self.words.verb(self.tokens, at)?;
        let end = at + found.len;
        let opener = self.opener(end);
        let speaker = match self.words.place {
            SpeakerPlace::Before => self.before(at),
            SpeakerPlace::Behind => self.behind(end, opener.unwrap_or(self.tokens.len())),
            SpeakerPlace::Either if self.follows_quotation(at) => {
                self.behind(end, self.tokens.len())
            }
            SpeakerPlace::Either => self.before(at),
        };
        Some((found, speaker, found.bare || opener.is_some()))
    }

    /// Whether a word behind a phrase such as "according to" is a law, a plan.
    fn is_no_speaker(&self, token: &Token) -> bool {
        let mut forms = vec![token.key.clone()];
        if let Some(module) = self.lang.module() {
            module.lemmas(&token.key, &mut forms);
        }
        forms.iter().any(|form| self.words.no_speakers.contains(form))
    }

    /// The token with which what is said begins.
    fn opener(&self, from: usize) -> Option<usize> {
        let mut words = 0;
        for (at, token) in self.tokens.iter().enumerate().skip(from) {
            match token.kind {
                TokenKind::Mark if token.key == ":" || self.opens_quotation(token) => {
                    return Some(at);
                }
                TokenKind::Mark => {}
                _ if self.is_opener(token) => return Some(at),
                _ if words == self.words.reach => return None,
                _ => words += 1,
            }
        }
        None
    }

    /// Whether a mark begins somebody's words, and does not set a term apart.
    fn opens_quotation(&self, mark: &Token) -> bool {
        let mut quotes =
            self.quotes.overlapping(mark.span).filter_map(|at| self.quotes.all.get(at));
        quotes.any(|quote| quote.span.start == mark.span.start && !quote.is_term())
    }

    /// Whether a verb stands right behind a quotation: "…," said the mayor.
    fn follows_quotation(&self, at: usize) -> bool {
        let before = self.tokens[..at].iter().rev().take_while(|t| t.kind == TokenKind::Mark);
        before.take(3).any(|token| matches!(token.key.as_str(), "\"" | "”" | "»" | "'"))
    }

    /// The speaker who stands from a token on, before another one.
    fn behind(&self, from: usize, limit: usize) -> Option<Range<usize>> {
        let limit = limit.min(self.tokens.len());
        let mut end = from;
        while end < limit
            && end - from <= MOST
            && self.tokens[end].kind == TokenKind::Word
            && !self.is_end(&self.tokens[end])
        {
            end += 1;
        }
        // Nothing parts the speaker from what is said, or the words are none.
        let open = end < limit && end - from > MOST;
        let end = if open { from + OPEN } else { end };
        self.speaker(from..end)
    }

    /// The speaker who stands before a token.
    fn before(&self, verb: usize) -> Option<Range<usize>> {
        let reach = verb.saturating_sub(CLAUSE);
        let clause = self.tokens[reach..verb].iter().rposition(|t| t.kind == TokenKind::Mark);
        let mut from = match clause {
            Some(mark) => reach + mark + 1,
            None if reach > 0 => return None,
            None => 0,
        };
        let relative = |token: &Token| self.words.openers.contains(&token.key);
        if self.tokens[from..verb].iter().any(relative) {
            return None;
        }
        while from < verb && self.words.fillers.contains(&self.tokens[from].key) {
            from += 1;
        }
        let words = &self.tokens[from..verb];
        let end = from + words.iter().position(|t| self.is_end(t)).unwrap_or(words.len());
        let long = end - from > MOST || words.iter().any(|t| t.kind != TokenKind::Word);
        if long { None } else { self.speaker(from..end) }
    }

    fn is_end(&self, token: &Token) -> bool {
        (self.words.ends.contains(&token.key) && !self.is_in_name(token)) || self.is_opener(token)
    }

    fn is_opener(&self, token: &Token) -> bool {
        self.words.openers.contains(&token.key) && !self.is_in_name(token)
    }

    /// Whether a word goes on with a name that begins before it: «سي إن إن».
    fn is_in_name(&self, token: &Token) -> bool {
        let names = self.names.iter().filter(|name| name.is_listed() && name.kind.is_name());
        names
            .into_iter()
            .any(|name| name.span.start < token.span.start && token.span.end <= name.span.end)
    }

    /// A stretch that names a speaker and does not merely point to one.
    fn speaker(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.tokens.get(range.start)?;
        let last = self.tokens.get(range.end.checked_sub(1)?)?;
        let names = !range.is_empty()
            && !self.words.pronouns.contains(&first.key)
            && !self.words.fillers.contains(&last.key);
        names.then_some(range)
    }
}
