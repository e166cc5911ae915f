//! Pairs with known truth, as they lie in folders.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::document::Document;
use crate::error::{Error, Result};
use crate::import::ReadOptions;
use crate::pair::PairFolder;
use crate::span::{Pair, Side, Span};

/// What a file with the truth about a pair is called: this, or anything that ends in it.
const GOLD: &str = "gold.json";

/// How many folders deep pairs are looked for; 1 is the folder itself.
const MAX_DEPTH: usize = 4;

/// The longest file of truth that is read, in bytes.
const MAX_GOLD_BYTES: u64 = 16 << 20;

/// The pairs of a folder, and what was wrong with others.
#[derive(Debug, Default)]
pub struct GoldFolder {
    /// The pairs, by the names of their files.
    pub pairs: Vec<GoldPair>,
    /// What could not be used, by file.
    pub faults: Vec<Error>,
}

/// Two texts and the truth about them.
#[derive(Clone, Debug, PartialEq)]
pub struct GoldPair {
    /// The file that holds the truth.
    pub path: PathBuf,
    /// The texts.
    pub documents: Pair<Document>,
    /// What is true of them.
    pub truth: Truth,
}

/// The truth about a pair. Units are named by their index.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Truth {
    /// The name of the pair.
    pub name: String,
    /// What was done to the translation (faithful, edited, transedited), or `unrelated`.
    pub level: String,
    /// Units of the source.
    pub source: TrueUnits,
    /// Units of the translation.
    pub translation: TrueUnits,
    /// Sentences that render each other.
    pub sentence_links: BTreeSet<(usize, usize)>,
    /// Paragraphs that render each other.
    pub paragraph_links: BTreeSet<(usize, usize)>,
    /// Source sentences without a counterpart.
    pub dropped: BTreeSet<usize>,
    /// Translation sentences without a counterpart.
    pub added: BTreeSet<usize>,
    /// Changed numbers.
    #[serde(default)]
    pub numbers: Vec<TrueChange>,
    /// Changed names.
    #[serde(default)]
    pub names: Vec<TrueChange>,
}

/// The true units of one text.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TrueUnits {
    /// Paragraphs.
    pub paragraphs: Vec<Span>,
    /// Sentences.
    pub sentences: Vec<TrueSentence>,
}

/// A true sentence.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TrueSentence {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// `furniture`, `attribution`, or empty.
    #[serde(default)]
    pub tag: String,
}

/// A value that was changed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TrueChange {
    /// The translation sentence that has it.
    pub sentence: usize,
}

impl TrueSentence {
    /// Where it stands.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }

    /// Whether it belongs to the article and not to the page around it.
    pub fn is_content(&self) -> bool {
        self.tag != "furniture"
    }
}

impl Truth {
    /// The units of one side.
    pub fn units(&self, side: Side) -> &TrueUnits {
        match side {
            Side::Source => &self.source,
            Side::Translation => &self.translation,
        }
    }

    /// The sentences of one side that have no counterpart.
    pub fn unlinked(&self, side: Side) -> &BTreeSet<usize> {
        match side {
            Side::Source => &self.dropped,
            Side::Translation => &self.added,
        }
    }

    /// Whether one text renders the other at all.
    pub fn is_rendering(&self) -> bool {
        self.level != "unrelated"
    }

    /// The document that the pair was made from: the name without the level, since the levels of
    /// one document are no independent samples.
    pub fn document(&self) -> String {
        self.name.replace(&self.level, "")
    }

    /// What makes the truth unusable for two texts of these lengths in bytes.
    fn problem(&self, lengths: Pair<usize>) -> Option<String> {
        for side in Side::BOTH {
            let units = self.units(side);
            let spans = units.sentences.iter().map(TrueSentence::span);
            let is_outside = |span: &Span| span.start > span.end || span.end > lengths[side];
            if let Some(span) = spans.chain(units.paragraphs.iter().copied()).find(is_outside) {
                let (start, end) = (span.start, span.end);
                let name = side.name();
                return Some(format!("a unit from {start} to {end} does not lie in the {name}"));
            }
        }
        let counts = |of: fn(&TrueUnits) -> usize| (of(&self.source), of(&self.translation));
        let links = [
            ("sentence", &self.sentence_links, counts(|units| units.sentences.len())),
            ("paragraph", &self.paragraph_links, counts(|units| units.paragraphs.len())),
        ];
        for (what, links, (sources, translations)) in links {
            if let Some((s, t)) = links.iter().find(|&&(s, t)| s >= sources || t >= translations) {
                return Some(format!("a link names {what} {s} or {t}, which is not there"));
            }
        }
        let changes = self.numbers.iter().chain(&self.names).map(|change| change.sentence);
        let named = Pair::new(
            self.dropped.iter().copied().collect::<Vec<_>>(),
            self.added.iter().copied().chain(changes).collect(),
        );
        for side in Side::BOTH {
            let count = self.units(side).sentences.len();
            if let Some(at) = named[side].iter().find(|&&at| at >= count) {
                return Some(format!("the {} has no sentence {at}", side.name()));
            }
        }
        None
    }
}

impl GoldFolder {
    /// Reads all pairs in a folder and the folders below it: `NAME.gold.json` with `NAME.src.txt`
    /// and `NAME.tgt.txt`, or the `gold.json` of a [`PairFolder`].
    ///
    /// A pair that cannot be used is left out and told in [`GoldFolder::faults`]; a pair folder
    /// without a `gold.json` is none of them.
    ///
    /// # Errors
    /// [`Error::Read`] where `dir` is not a folder that can be read; [`Error::Input`] where there is
    /// no pair in it.
    pub fn read(dir: &Path) -> Result<Self> {
        let mut files = Vec::new();
        let found = fs::read_dir(dir);
        let found = found.map_err(|reason| Error::Read { path: dir.to_owned(), reason })?;
        collect(found, MAX_DEPTH, &mut files);
        files.sort();
        if files.is_empty() {
            return Err(Error::input(
                dir.display().to_string(),
                "holds no *.gold.json",
                "name a folder of pairs with known truth; docs/evaluation.md says how they look",
            ));
        }
        let mut folder = Self::default();
        for path in files {
            match GoldPair::read(&path) {
                Ok(pair) => folder.pairs.push(pair),
                Err(fault) => folder.faults.push(fault),
            }
        }
        Ok(folder)
    }
}

fn collect(entries: fs::ReadDir, depth: usize, files: &mut Vec<PathBuf>) {
    for entry in entries.flatten() {
        let path = entry.path();
        let is_dir = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_dir && depth > 1 {
            // What cannot be listed holds nothing that could be read either.
            if let Ok(inner) = fs::read_dir(&path) {
                collect(inner, depth - 1, files);
            }
        } else if !is_dir && path.to_string_lossy().ends_with(GOLD) {
            files.push(path);
        }
    }
}

impl GoldPair {
    /// Reads the truth and the two texts that it speaks of.
    ///
    /// # Errors
    /// [`Error::Read`] and [`Error::Input`], for any of the three files.
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let refused = |reason| Error::Read { path: path.to_owned(), reason };
        let fault = |problem: String| {
            Error::input(name.clone(), problem, "docs/evaluation.md says how the truth is written")
        };
        if fs::metadata(path).map_err(refused)?.len() > MAX_GOLD_BYTES {
            return Err(fault(format!("is longer than {MAX_GOLD_BYTES} bytes")));
        }
        let bytes = fs::read(path).map_err(refused)?;
        let truth: Truth = serde_json::from_slice(&bytes)
            .map_err(|reason| fault(format!("is not the truth about a pair: {reason}")))?;
        let documents = texts(path)?;
        match truth.problem(documents.as_ref().map(|document| document.text.len())) {
            Some(problem) => Err(fault(problem)),
            None => Ok(Self { path: path.to_owned(), documents, truth }),
        }
    }
}

/// The two texts that a file of truth speaks of.
fn texts(path: &Path) -> Result<Pair<Document>> {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let dir = path.parent().unwrap_or(Path::new("."));
    let (paths, languages) = match file.strip_suffix(GOLD).and_then(|n| n.strip_suffix('.')) {
        Some(stem) => {
            let beside = |ending: &str| dir.join(format!("{stem}.{ending}.txt"));
            (Pair::new(beside("src"), beside("tgt")), Pair::default())
        }
        None => {
            let folder = PairFolder::open(dir)?;
            let languages = Pair::new(folder.lang(Side::Source), folder.lang(Side::Translation));
            (folder.texts()?, languages)
        }
    };
    let read = |side: Side| Document::read(&paths[side], &ReadOptions::new().lang(languages[side]));
    Ok(Pair::new(read(Side::Source)?, read(Side::Translation)?))
}
