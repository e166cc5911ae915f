//! Paragraphs with roles, sentences, tokens: flat lists that refer to each other by range.

pub(crate) mod word;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// The units of a document.
///
/// Sentences of a paragraph are in order and do not overlap; what stands between them is white
/// space or an [`Aside`].
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
}
