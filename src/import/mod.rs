//! STAND-IN for reading: UTF-8 only. To be replaced as a whole.

use std::io::Read;
use std::path::Path;

use crate::document::{Block, Document, Meta, sha256_hex};
use crate::error::{Error, Result};
use crate::lang::Lang;
use crate::span::Span;

/// A character encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl std::str::FromStr for Encoding {
    type Err = String;
    fn from_str(label: &str) -> Result<Self, String> {
        encoding_rs::Encoding::for_label(label.as_bytes()).map(Self).ok_or("unknown".to_owned())
    }
}

/// How to read a text.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The encoding; detected where none is given.
    pub encoding: Option<Encoding>,
    /// Bytes above which an input is refused.
    pub max_size: u64,
    /// The language; detected where none is given.
    pub lang: Option<Lang>,
    /// Whether each line is a sentence.
    pub segmented: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { encoding: None, max_size: 64 << 20, lang: None, segmented: false }
    }
}

#[allow(missing_docs)]
impl ReadOptions {
    pub fn encoding(mut self, encoding: Option<Encoding>) -> Self {
        self.encoding = encoding;
        self
    }
    pub fn max_size(mut self, bytes: u64) -> Self {
        self.max_size = bytes;
        self
    }
    pub fn lang(mut self, lang: Option<Lang>) -> Self {
        self.lang = lang;
        self
    }
    pub fn segmented(mut self, segmented: bool) -> Self {
        self.segmented = segmented;
        self
    }
}

impl Document {
    /// Reads a file.
    pub fn read(path: &Path, options: &ReadOptions) -> Result<Self> {
        if path.is_dir() {
            return Err(Error::input(path.display().to_string(), "is a directory", "name a file"));
        }
        let read = |reason| Error::Read { path: path.to_owned(), reason };
        let mut bytes = Vec::new();
        let file = std::fs::File::open(path).map_err(read)?;
        file.take(options.max_size + 1).read_to_end(&mut bytes).map_err(read)?;
        Self::from_bytes(&path.display().to_string(), &bytes, options)
    }

    /// Decodes bytes.
    pub fn from_bytes(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Self> {
        let fail = |problem: &str, help: &str| Error::input(name, problem, help);
        if bytes.len() as u64 > options.max_size {
            return Err(fail("is too large", "give a larger --max-size"));
        }
        if bytes.contains(&0) {
            return Err(fail("is a binary file", "save it as plain text"));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| fail("is not UTF-8", "convert it"))?;
        if text.trim().is_empty() {
            return Err(fail("is empty", "give a file with text"));
        }
        let mut blocks = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(at, at + line.len()).trim(text);
            at += line.len();
            if !span.is_empty() {
                blocks.push(Block { span });
            }
        }
        Ok(Self {
            name: name.to_owned(),
            sha256: sha256_hex(bytes),
            lang: options.lang.unwrap_or_default(),
            text: text.to_owned(),
            blocks,
            meta: Meta::default(),
            reading: crate::document::Reading::default(),
        })
    }
}
