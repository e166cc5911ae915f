//! STAND-IN for pair folders. To be replaced as a whole.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::lang::Lang;
use crate::span::Pair;

/// A folder with a manifest.
#[derive(Clone, Debug)]
pub struct PairFolder {
    /// The folder.
    pub dir: PathBuf,
}

/// A text put in place.
#[derive(Clone, Debug)]
pub struct Filled {
    /// Where it was put.
    pub path: PathBuf,
}

impl PairFolder {
    /// Opens a folder.
    pub fn open(dir: &Path) -> Result<Self> {
        if dir.join("pair.toml").is_file() {
            return Ok(Self { dir: dir.to_owned() });
        }
        Err(Error::Pair {
            path: dir.to_owned(),
            problem: "has no pair.toml".to_owned(),
            help: "name a pair folder, or two texts".to_owned(),
        })
    }

    /// The two files.
    pub fn texts(&self) -> Result<Pair<PathBuf>> {
        Ok(Pair::new(self.dir.join("source.txt"), self.dir.join("translation.txt")))
    }

    /// What the manifest says about the languages.
    pub fn languages(&self) -> Pair<Option<Lang>> {
        Pair::default()
    }

    /// Puts texts in place.
    pub fn fill(&self, _from: &Path) -> Result<Vec<Filled>> {
        Ok(Vec::new())
    }

    /// The pair folders below `dir`.
    pub fn list(_dir: &Path) -> Result<Vec<Self>> {
        Ok(Vec::new())
    }
}
