//! STAND-IN for reading: UTF-8 only. To be replaced as a whole.

use std::io::Read;
use std::path::Path;

use crate::document::{Block, Document, Meta, sha256_hex};
use crate::error::{Error, Result};
use crate::lang::Lang;
use crate::span::Span;

/// How to read a text.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// The encoding; detected where none is given.
    pub encoding: Option<&'static encoding_rs::Encoding>,
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
        })
    }
}
