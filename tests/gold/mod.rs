//! The pairs of this repository that come with their texts, and the truth about them.

#![allow(dead_code, reason = "each test looks at its part of the truth")]
#![expect(clippy::unwrap_used, reason = "helpers of tests, where the lint does not look for tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use muqabala::comparison::Relation;
use muqabala::lang::Lang;
use muqabala::pair::PairFolder;
use muqabala::span::{Pair, Side, Span};
use serde::Deserialize;

pub fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pairs")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gold {
    pub name: String,
    pub level: String,
    pub source_lang: String,
    pub translation_lang: String,
    pub source: Units,
    pub translation: Units,
    pub sentence_links: BTreeSet<(usize, usize)>,
    pub paragraph_links: BTreeSet<(usize, usize)>,
    pub dropped: BTreeSet<usize>,
    pub added: BTreeSet<usize>,
    pub moved: BTreeSet<usize>,
    pub numbers: Vec<Change>,
    pub names: Vec<Change>,
    pub dates: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Units {
    pub paragraphs: Vec<Span>,
    pub sentences: Vec<Sentence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    pub para: usize,
    pub start: usize,
    pub end: usize,
    pub ids: BTreeSet<usize>,
    pub tag: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub sentence: usize,
    pub source: String,
    pub old: String,
    pub new: String,
}

impl Sentence {
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

impl Units {
    /// Units lie in order on character boundaries, and only white space lies between them.
    pub fn check(&self, text: &str) {
        check_cover(&self.paragraphs, text);
        check_cover(&self.sentences.iter().map(Sentence::span).collect::<Vec<_>>(), text);
        for span in &self.paragraphs {
            assert!(!span.of(text).contains('\n'), "{span:?}");
        }
        for sentence in &self.sentences {
            assert!(self.paragraphs[sentence.para].contains(sentence.span()));
            assert!(matches!(&*sentence.tag, "" | "furniture" | "attribution"), "{}", sentence.tag);
        }
    }

    pub fn content(&self) -> BTreeSet<usize> {
        (0..self.sentences.len()).filter(|&at| self.sentences[at].tag != "furniture").collect()
    }
}

fn check_cover(spans: &[Span], text: &str) {
    let mut at = 0;
    for span in spans {
        assert!(text.get(at..span.start).is_some_and(|gap| gap.trim().is_empty()), "{span:?}");
        assert!(!span.of(text).is_empty() && span.trim(text) == *span, "{span:?}");
        at = span.end;
    }
    assert!(text[at..].trim().is_empty());
}

/// The pairs that come with their texts: folder name, the truth, the texts.
pub fn measured() -> Vec<(String, Gold, Pair<String>)> {
    let mut pairs = Vec::new();
    for dir in PairFolder::list(shipped()).unwrap() {
        let Ok(gold) = fs::read_to_string(dir.join("gold.json")) else { continue };
        let gold: Gold = serde_json::from_str(&gold).unwrap();
        let pair = PairFolder::open(&dir).unwrap();
        let texts = pair.texts().unwrap().map(|path| fs::read_to_string(path).unwrap());
        let name = dir.file_name().unwrap().to_str().unwrap().to_owned();
        assert_eq!(gold.name, name);
        assert_eq!(pair.lang(Side::Source).map(Lang::tag), Some(&*gold.source_lang), "{name}");
        let tag = pair.lang(Side::Translation).map(Lang::tag);
        assert_eq!(tag, Some(&*gold.translation_lang), "{name}");
        let relation = match &*gold.level {
            "faithful" => Relation::Translation,
            "edited" => Relation::Adaptation,
            other => panic!("{name}: no level {other}"),
        };
        assert_eq!(pair.manifest().relation, Some(relation), "{name}");
        pairs.push((name, gold, texts));
    }
    assert_eq!(pairs.len(), 4);
    pairs
}
