//! Bytes to [`Document`]: reading, decoding, finding the paragraphs.

mod encoding;
mod sniff;
pub(crate) mod text;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

pub use encoding::{Encoding, UnknownEncoding};

use crate::detect::detect;
use crate::document::{Document, Meta, Reading, sha256_hex};
use crate::error::{Error, Result};
use crate::lang::Lang;

/// How to read an input; the default detects everything and reads up to 64 MiB.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The encoding; none to detect it. A byte-order mark overrules what is detected, and is an
    /// error where it contradicts what is given.
    pub encoding: Option<Encoding>,
    /// The most bytes to read from one input.
    pub max_size: u64,
    /// The language; none to detect it.
    pub lang: Option<Lang>,
    /// Whether each line is a sentence and blank lines part the paragraphs.
    pub segmented: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { encoding: None, max_size: 64 << 20, lang: None, segmented: false }
    }
}

impl ReadOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a given encoding, or none to detect it.
    #[must_use]
    pub fn encoding(mut self, encoding: Option<Encoding>) -> Self {
        self.encoding = encoding;
        self
    }

    /// With another limit, in bytes.
    #[must_use]
    pub fn max_size(mut self, bytes: u64) -> Self {
        self.max_size = bytes;
        self
    }

    /// With a given language, or none to detect it.
    #[must_use]
    pub fn lang(mut self, lang: Option<Lang>) -> Self {
        self.lang = lang;
        self
    }

    /// With one sentence a line and blank lines between paragraphs.
    #[must_use]
    pub fn segmented(mut self, segmented: bool) -> Self {
        self.segmented = segmented;
        self
    }
}

impl Document {
    /// Reads a file of plain text.
    ///
    /// # Errors
    /// [`Error::Read`] where the operating system refuses; [`Error::Input`] for a directory, a file
    /// over the limit, and whatever [`Document::from_bytes`] refuses.
    pub fn read(path: &Path, options: &ReadOptions) -> Result<Self> {
        let name = path.display().to_string();
        let refused = |reason| Error::Read { path: path.to_owned(), reason };
        let metadata = fs::metadata(path).map_err(refused)?;
        if metadata.is_dir() {
            return Err(Error::input(name, "is a directory", "name a text file"));
        }
        if metadata.len() > options.max_size {
            return Err(too_large(&name, options.max_size));
        }
        let file = File::open(path).map_err(refused)?;
        // A pipe or a growing file may hold more than its metadata says.
        let mut bytes = Vec::new();
        file.take(options.max_size.saturating_add(1)).read_to_end(&mut bytes).map_err(refused)?;
        Self::from_bytes(name, &bytes, options)
    }

    /// Decodes the bytes of a plain text; `name` is what messages call it, `-` for standard input.
    ///
    /// HTML is read as the text that it is, tags included, and said so in
    /// [`Reading::notes`](crate::document::Reading).
    ///
    /// # Errors
    /// [`Error::Input`] for empty or binary input, input over the limit, and bytes that do not fit
    /// a given encoding. Where the encoding was detected, bytes that do not fit it become U+FFFD
    /// and a note tells how many and where.
    ///
    /// ```
    /// use muqabala::{Document, ReadOptions};
    ///
    /// let options = ReadOptions::new().max_size(1 << 20);
    /// let document = Document::from_bytes("-", b"Talks resume in Muscat.", &options)?;
    /// assert_eq!(document.reading.encoding, "UTF-8");
    ///
    /// let refused = Document::from_bytes("empty.txt", b"", &options).unwrap_err();
    /// assert!(refused.to_string().starts_with("empty.txt: is empty"));
    /// # Ok::<(), muqabala::Error>(())
    /// ```
    pub fn from_bytes(
        name: impl Into<String>,
        bytes: &[u8],
        options: &ReadOptions,
    ) -> Result<Self> {
        let name = name.into();
        if u64::try_from(bytes.len()).map_or(true, |len| len > options.max_size) {
            return Err(too_large(&name, options.max_size));
        }
        if let Some((problem, help)) = sniff::refuse(bytes) {
            return Err(Error::input(name, problem, help));
        }
        let (text, mut reading) = encoding::decode(bytes, options.encoding)
            .map_err(|(problem, help)| Error::input(name.as_str(), problem, help))?;
        if let Some(problem) = sniff::control_character(&text) {
            return Err(Error::input(
                name,
                problem,
                "this is no text file; save the article as plain text, or name its encoding",
            ));
        }
        if text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')) {
            let problem = if bytes.is_empty() { "is empty" } else { "holds only white space" };
            return Err(Error::input(name, problem, "name a file that holds an article"));
        }
        if sniff::is_html(&text) {
            reading.notes.push(
                "looks like a web page and is read as it is, tags included; save the article as \
                 plain text for a better result"
                    .to_owned(),
            );
        }
        let mut document = Self::assemble(name, text, options);
        document.sha256 = sha256_hex(bytes);
        document.reading = reading;
        Ok(document)
    }

    /// A document of a text that is there already; detects its language.
    ///
    /// An empty text gives a document without blocks. A byte-order mark at the start is left out.
    ///
    /// ```
    /// use muqabala::{Document, Lang};
    ///
    /// let document = Document::from_text("news.txt", "دو طرف توافق کردند\n\nمتن توافق منتشر شد.");
    /// assert_eq!(document.lang, Lang::Persian);
    /// assert_eq!(document.blocks.len(), 2);
    /// ```
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        let sha256 = sha256_hex(text.as_bytes());
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let mut document = Self::assemble(name.into(), text, &ReadOptions::default());
        document.sha256 = sha256;
        document
    }

    fn assemble(name: String, text: String, options: &ReadOptions) -> Self {
        let lang = options.lang.unwrap_or_else(|| detect(&text));
        let blocks = text::blocks(&text, options.segmented);
        Self {
            name,
            sha256: String::new(),
            lang,
            text,
            blocks,
            meta: Meta::default(),
            reading: Reading::default(),
        }
    }
}

fn too_large(name: &str, limit: u64) -> Error {
    Error::input(
        name,
        format!("is larger than the limit of {limit} bytes"),
        "cut it into articles, or raise the limit",
    )
}
