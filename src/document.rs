//! A text as it came in, and what is known about it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::lang::Lang;
use crate::span::Span;

/// One of the texts to compare, decoded but otherwise untouched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The file as the user named it, or `-`.
    pub name: String,
    /// SHA-256 of the bytes that were read, in hexadecimal.
    pub sha256: String,
    /// The language, given or detected.
    pub lang: Lang,
    /// The text after decoding, without a byte-order mark. All offsets point into it.
    pub text: String,
    /// Its paragraphs, in order, without overlap; the gaps between them hold white space only.
    pub blocks: Vec<Block>,
    /// What a manifest says of it.
    pub meta: Meta,
    /// How its bytes were read.
    #[serde(default)]
    pub reading: Reading,
}

/// How the bytes of a document became text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// The encoding by its name in the WHATWG Encoding Standard; empty for a text that came decoded.
    pub encoding: String,
    /// Whether the encoding was guessed from the bytes, so that a user may want to know it.
    pub guessed: bool,
    /// What a user should know about the reading, each a lower-case sentence without a full stop.
    pub notes: Vec<String>,
}

/// A stretch of the document that stands alone on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands, without white space at its ends.
    pub span: Span,
}

/// What a pair's manifest says about one side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Meta {
    /// Headline, as the user gave it.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published, ISO 8601.
    pub date: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

/// SHA-256 of `bytes` in lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
