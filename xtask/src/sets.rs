//! Pairs with known truth, made ready to be aligned many times.

use std::path::PathBuf;
use std::sync::Mutex;

use muqabala::align::{Parameters, Part, Prepared};
use muqabala::evaluation::{GoldFolder, GoldPair, Predicted, Score, in_parallel};

use crate::fit::Result;

/// The pairs of all sets.
pub struct Sets {
    /// The names of the sets.
    pub names: Vec<String>,
    /// The pairs with the number of their set.
    pub pairs: Vec<(usize, GoldPair)>,
}

/// The score of a pair, and the share of the words of both texts that no link names.
pub struct Outcome {
    /// The score; its forecasts are those of the parameters.
    pub score: Score,
    /// What a calibration is told of the pair.
    pub unlinked: f64,
}

impl Sets {
    /// Reads folders, one a set.
    pub fn read(folders: &[PathBuf]) -> Result<Self> {
        let mut sets = Self { names: Vec::new(), pairs: Vec::new() };
        for folder in folders {
            let read = GoldFolder::read(folder)?;
            if let Some(fault) = read.faults.into_iter().next() {
                return Err(fault.into());
            }
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let number = sets.names.len();
            sets.names.push(name);
            sets.pairs.extend(read.pairs.into_iter().map(|pair| (number, pair)));
        }
        Ok(sets)
    }

    /// Does everything that does not depend on the parameters, with all evidence or without a part.
    pub fn prepare(&self, without: Option<Part>) -> Bench<'_> {
        let prepared = in_parallel(&self.pairs, |(_, pair)| {
            let documents = pair.documents.as_ref();
            Mutex::new(match without {
                Some(part) => Prepared::without(documents, part),
                None => Prepared::new(documents),
            })
        });
        Bench { sets: self, cases: self.pairs.iter().map(|(_, pair)| pair).zip(prepared).collect() }
    }

    /// The numbers of all pairs.
    pub fn all(&self) -> Vec<usize> {
        (0..self.pairs.len()).collect()
    }

    /// The number of the article that a pair was made from: all sets and levels of one have the
    /// same, so that no fold is measured on what it was fitted to.
    pub fn article(&self, pair: usize) -> usize {
        let name = &self.pairs[pair].1.truth.name;
        let digits = name.rsplit('.').next().unwrap_or(name);
        digits.parse().unwrap_or_else(|_| name.bytes().map(usize::from).sum())
    }
}

/// Pairs that can be aligned again and again.
pub struct Bench<'a> {
    /// The sets.
    pub sets: &'a Sets,
    cases: Vec<(&'a GoldPair, Mutex<Prepared<'a>>)>,
}

impl Bench<'_> {
    /// The outcomes of some pairs, by their number, with some parameters.
    pub fn run(&self, pairs: &[usize], parameters: &Parameters) -> Vec<Outcome> {
        in_parallel(pairs, |&at| {
            let (pair, prepared) = &self.cases[at];
            let mut prepared = prepared.lock().unwrap_or_else(|broken| broken.into_inner());
            let (segments, alignment, verdict) = prepared.align(parameters);
            let predicted = Predicted {
                segments: &segments,
                alignment: &alignment,
                relation: verdict.relation,
                findings: &[],
            };
            let covered = verdict.coverage.source + verdict.coverage.translation;
            Outcome { score: Score::new(pair, &predicted), unlinked: 1.0 - covered / 2.0 }
        })
    }
}
