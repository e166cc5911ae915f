//! A weighted lexicon from a translation memory.
//!
//! ```
//! use muqabala::Lang;
//! use muqabala::learn::{Memory, learn};
//! use muqabala::span::Pair;
//!
//! let mut memory = Memory::new(Pair::new(Lang::Arabic, Lang::Persian));
//! for (arabic, persian) in [
//!     ("كتاب جديد", "کتاب تازه"),
//!     ("كتاب قديم", "کتاب کهنه"),
//!     ("بيت جديد", "خانه تازه"),
//!     ("بيت قديم", "خانه کهنه"),
//! ] {
//!     memory.push(arabic, persian);
//! }
//! let lexicon = learn(&memory, &mut |_, _| ());
//! assert!(lexicon.rows.iter().any(|row| (row.source.as_str(), row.translation.as_str())
//!     == ("بيت", "خانه")));
//! ```

mod ibm1;
mod tmx;
mod tsv;

use std::io::{self, Write};
use std::path::Path;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::concept::RowFault;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::import::ReadOptions;
use crate::lang::{Lang, is_stop_word};
use crate::segment::TokenKind;
use crate::segment::word::tokenize;
use crate::span::{Pair, Side, Span};

/// Words of an entry beyond these are not read: such an entry is no sentence, and the work on it
/// grows with the product of its sides.
const LONGEST: usize = 120;
/// The largest memory that is read, in bytes.
const LARGEST: u64 = 4 << 30;
/// Pairs of words that are less likely than this are left out: in a memory of some thousand
/// entries most of them merely stand near each other …
const LEAST_WEIGHT: f64 = 0.25;
/// … and of one word all but the likeliest.
const MOST_EQUIVALENTS: usize = 8;

/// The entries of a translation memory, as words.
#[derive(Clone, Debug)]
pub struct Memory {
    langs: Pair<Lang>,
    words: Pair<Vocabulary>,
    entries: Vec<Pair<Vec<u32>>>,
    seen: FxHashSet<Pair<Vec<u32>>>,
}

/// The stems of one side.
#[derive(Clone, Debug, Default)]
struct Vocabulary {
    ids: FxHashMap<String, u32>,
    /// How often each stem is written in each way.
    written: Vec<FxHashMap<String, u32>>,
}

/// Words that render each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The word of the source, in its most frequent form.
    pub source: String,
    /// The word of the translation, in its most frequent form.
    pub translation: String,
    /// From 0 to 1: the geometric mean of the probabilities that each renders the other.
    pub weight: f64,
}

/// What was learned.
#[derive(Clone, Debug, PartialEq)]
pub struct Lexicon {
    /// The languages of its two columns.
    pub langs: Pair<Lang>,
    /// Its rows, by source word and falling weight.
    pub rows: Vec<Row>,
}

impl Memory {
    /// A memory without entries.
    pub fn new(langs: Pair<Lang>) -> Self {
        let words = Pair::default();
        Self { langs, words, entries: Vec::new(), seen: FxHashSet::default() }
    }

    /// Adds a text and its translation, usually a sentence each. Says whether it was new: what a
    /// memory repeats is counted once, and an entry without a content word on either side not at
    /// all.
    pub fn push(&mut self, source: &str, translation: &str) -> bool {
        let entry = Pair::new(
            self.words.source.read(source, self.langs.source),
            self.words.translation.read(translation, self.langs.translation),
        );
        if entry.source.is_empty() || entry.translation.is_empty() {
            return false;
        }
        let new = self.seen.insert(entry.clone());
        if new {
            self.entries.push(entry);
        }
        new
    }

    /// Reads a memory from a file: TMX, or a table with tabs and two languages in its first line.
    /// Returns it with the entries that could not be used.
    ///
    /// # Errors
    /// Where the file cannot be read, is neither, or breaks off, with the line.
    pub fn read(path: &Path) -> Result<(Self, Vec<RowFault>)> {
        let name = path.display().to_string();
        if !path.exists() {
            return Err(Error::input(name, "there is no such file", "check the name"));
        }
        // The languages are those that the file names; nothing is to be detected.
        let options = ReadOptions::new().lang(Some(Lang::Unknown)).max_size(LARGEST);
        let text = Document::read(path, &options)?.text;
        if text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
            tmx::read(&name, &text)
        } else {
            tsv::read(&name, &text)
        }
    }

    /// The languages of the two sides.
    pub fn langs(&self) -> Pair<Lang> {
        self.langs
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl Vocabulary {
    /// The stems of the content words of a text.
    fn read(&mut self, text: &str, lang: Lang) -> Vec<u32> {
        let mut stems = Vec::new();
        for token in tokenize(text, Span::new(0, text.len())) {
            let content = token.kind == TokenKind::Word
                && token.key.chars().nth(1).is_some()
                && !is_stop_word(lang, &token.key);
            if !content {
                continue;
            }
            if stems.len() == LONGEST {
                break;
            }
            let stem = lang.module().map_or_else(|| token.key.clone(), |m| m.stem(&token.key));
            let next = u32::try_from(self.written.len()).unwrap_or(u32::MAX);
            let id = *self.ids.entry(stem).or_insert(next);
            if id == next {
                self.written.push(FxHashMap::default());
            }
            if let Some(written) = self.written.get_mut(id as usize) {
                *written.entry(token.span.of(text).to_owned()).or_default() += 1;
            }
            stems.push(id);
        }
        stems
    }

    /// The most frequent form of each stem, of several the first by spelling.
    fn forms(&self) -> Vec<&str> {
        self.written.iter().map(most_frequent).collect()
    }
}

fn most_frequent(written: &FxHashMap<String, u32>) -> &str {
    let best = written.iter().map(|(form, count)| (u32::MAX - count, form.as_str())).min();
    best.map_or("", |(_, form)| form)
}

/// Learns which words render each other: IBM model 1 in both directions, over stems.
///
/// Time grows with the number of entries. `progress` is told the steps done and all that there
/// are. The same entries in the same order give the same lexicon.
pub fn learn(memory: &Memory, progress: &mut dyn FnMut(u64, u64)) -> Lexicon {
    let entries = &memory.entries;
    let sizes = memory.words.as_ref().map(|words| words.written.len());
    let total = 2 * ibm1::steps(entries.len());
    let forward = ibm1::train(entries, Side::Source, sizes, &mut |done| progress(done, total));
    let half = total / 2;
    let back =
        ibm1::train(entries, Side::Translation, sizes, &mut |done| progress(half + done, total));
    let forms = memory.words.as_ref().map(Vocabulary::forms);
    let mut rows: Vec<Row> = Vec::new();
    for ((source, translation), there) in forward.iter() {
        let weight = (there * back.get(translation, source)).sqrt();
        if weight >= LEAST_WEIGHT {
            let source = forms.source[source as usize].to_owned();
            let translation = forms.translation[translation as usize].to_owned();
            rows.push(Row { source, translation, weight: weight.min(1.0) });
        }
    }
    rows.sort_by(|a, b| {
        let spelling = a.translation.cmp(&b.translation);
        a.source.cmp(&b.source).then(b.weight.total_cmp(&a.weight)).then(spelling)
    });
    let mut run = (String::new(), 0);
    rows.retain(|row| {
        if run.0 != row.source {
            run = (row.source.clone(), 0);
        }
        run.1 += 1;
        run.1 <= MOST_EQUIVALENTS
    });
    Lexicon { langs: memory.langs, rows }
}

impl Lexicon {
    /// Writes it as [`UserWords::add_lexicon`](crate::concept::UserWords::add_lexicon) reads it.
    ///
    /// # Errors
    /// What `out` refuses.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}\t{}\tweight", self.langs.source.tag(), self.langs.translation.tag())?;
        for row in &self.rows {
            writeln!(out, "{}\t{}\t{:.3}", row.source, row.translation, row.weight)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
