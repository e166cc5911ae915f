//! Paragraphs with roles, sentences, tokens: flat lists that refer to each other by range.

mod aside;
mod cut;
mod furniture;
mod glue;
mod paragraph;
mod phrases;
mod sentence;
mod trail;
pub(crate) mod word;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::import::text::lines;
use crate::span::Span;

/// An article says where it comes from in one of its first paragraphs; further down such a phrase
/// belongs to its sentence.
const FRAMING_PARAGRAPHS: usize = 3;

/// How many folded words at the beginning say what sort of outlet follows: "the news agency",
/// «لصحيفة».
pub(crate) fn outlet_word(words: &[&str]) -> usize {
    phrases::prefix_with_particle(words, phrases::Class::OUTLET_WORD)
}

/// How to cut a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SegmentOptions {
    /// Whether each line is a sentence already. The document must have been read so too
    /// ([`ReadOptions::segmented`](crate::import::ReadOptions)), for else each line is a paragraph.
    pub segmented: bool,
    /// Whether everything on the page counts as text: labels, bylines and datelines become sentences
    /// like any other.
    pub plain: bool,
}

impl SegmentOptions {
    /// The default options: the sentences are found.
    pub const fn new() -> Self {
        Self { segmented: false, plain: false }
    }

    /// With the sentences of the user, one a line.
    #[must_use]
    pub const fn segmented(mut self, segmented: bool) -> Self {
        self.segmented = segmented;
        self
    }

    /// With everything on the page taken for text.
    #[must_use]
    pub const fn plain(mut self, plain: bool) -> Self {
        self.plain = plain;
        self
    }
}

/// Finds the roles, sentences and tokens of a document.
///
/// The paragraphs are the document's blocks; the rules are those of its language, and for page
/// furniture those of all languages. Takes time linear in the text.
pub fn segment(document: &Document, options: &SegmentOptions) -> Segments {
    let text = document.text.as_str();
    let mut segments = Segments::default();
    let mut framing = FRAMING_PARAGRAPHS;
    for (block, mut role) in document.blocks.iter().zip(paragraph::roles(document)) {
        let index = segments.paragraphs.len();
        let first = segments.sentences.len();
        let mut content = block.span;
        let mut asides = Vec::new();
        if options.plain {
            role = if role.is_content() { role } else { Role::Body };
        } else if role.is_content() {
            if framing > 0 {
                framing -= 1;
                asides = aside::at_start(text, content);
            }
            // What has no token, such as a control character, belongs to the aside behind it.
            let mut from = content.start;
            for aside in &mut asides {
                aside.span = Span::new(from, aside.span.end).trim(text);
                from = aside.span.end;
            }
            if let Some(last) = asides.last() {
                content = Span::new(last.span.end, content.end).trim(text);
            }
            let behind = asides.len();
            while let Some(mut closing) = aside::at_end(text, content) {
                closing.span.end = content.end;
                content = Span::new(content.start, closing.span.start).trim(text);
                asides.insert(behind, closing);
            }
            if !content.of(text).chars().any(char::is_alphanumeric) && !asides.is_empty() {
                // Nothing but the phrase: the whole line says where the text comes from.
                role = Role::Attribution;
                content = block.span;
                asides.clear();
            }
        }
        let sentences = if options.segmented {
            lines(text, content)
        } else {
            sentence::split(text, content, document.lang)
        };
        for span in sentences {
            let from = segments.tokens.len();
            let tokens = word::tokenize(text, span);
            segments.tokens.extend(glue::part(text, tokens, document.lang));
            let tokens = from..segments.tokens.len();
            segments.sentences.push(Sentence { span, paragraph: index, tokens });
        }
        segments.asides.extend(asides.into_iter().map(|found| Aside {
            span: found.span,
            kind: found.kind,
            paragraph: index,
            outlets: found.outlets,
        }));
        let sentences = first..segments.sentences.len();
        segments.paragraphs.push(Paragraph { span: block.span, role, sentences });
    }
    segments
}

/// The units of a document.
///
/// Sentences of a paragraph are in order and do not overlap; what stands between them is white
/// space or an [`Aside`]. A paragraph of marks alone has no sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segments {
    /// All paragraphs, furniture included, in order.
    pub paragraphs: Vec<Paragraph>,
    /// All sentences, those of furniture included, in order.
    pub sentences: Vec<Sentence>,
    /// All tokens of the sentences, in order; asides have none.
    pub tokens: Vec<Token>,
    /// Stretches inside paragraphs that belong to no sentence.
    pub asides: Vec<Aside>,
    /// Sentences that go on in the next one: units that a comparison cut in two because two
    /// sentences of the other text share them. Indices, rising.
    #[serde(default)]
    pub continued: Vec<usize>,
}

impl Segments {
    /// The tokens of a sentence.
    pub(crate) fn tokens_in(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.clone()).unwrap_or(&[])
    }
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Where it stands.
    pub span: Span,
    /// What it is on the page.
    pub role: Role,
    /// Its sentences, as indices into [`Segments::sentences`].
    pub sentences: Range<usize>,
}

/// What a paragraph is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The headline or a heading between paragraphs.
    Headline,
    /// Text of the article.
    Body,
    /// A line that only says where the text comes from.
    Attribution,
    /// A line that only names the author.
    Byline,
    /// What the page put around the article.
    Furniture,
}

impl Role {
    /// Whether units of this role are aligned and can be dropped or added.
    pub const fn is_content(self) -> bool {
        matches!(self, Self::Headline | Self::Body)
    }
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands, closing marks included.
    pub span: Span,
    /// Its paragraph, as an index into [`Segments::paragraphs`].
    pub paragraph: usize,
    /// Its tokens, as indices into [`Segments::tokens`].
    pub tokens: Range<usize>,
}

/// A word, a figure or a mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its folded form ([`crate::fold::key`]).
    pub key: String,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TokenKind {
    /// A word, with at least one letter; a ZWNJ does not cut it.
    Word,
    /// Digits with their separators.
    Number,
    /// A quotation mark, stop, bracket or other mark.
    Mark,
}

/// A stretch inside a paragraph that is not part of what the paragraph says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: AsideKind,
    /// The paragraph it stands in.
    pub paragraph: usize,
    /// The outlets that it names, as they are written; for attributions and datelines.
    pub outlets: Vec<Span>,
}

/// What an [`Aside`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AsideKind {
    /// Place and agency before the first sentence: "بغداد/ بيروت (رويترز) –".
    Dateline,
    /// Words that say where the text comes from: «به نقل از الاخبار».
    Attribution,
    /// A label of the page behind the last sentence: «انتهای پیام/».
    Furniture,
}
