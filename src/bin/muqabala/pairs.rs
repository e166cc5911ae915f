//! The work that all commands over several pairs share: the pairs teach each other what words mean,
//! and one that is at fault does not stop the others.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressStyle};
use muqabala::align::{Locks, Meetings, Others};
use muqabala::comparison::{Comparison, Options, compare_watched, meetings};
use muqabala::concept::{Labels, UserWords};
use muqabala::document::Document;
use muqabala::span::Pair;
use muqabala::{Error, Result};

use crate::args::{Knowing, Reading};
use crate::compare::warn_of_texts;
use crate::exit::Exit;
use crate::input::Input;
use crate::interrupt::Interrupt;
use crate::knowledge;

/// A pair folder.
pub(crate) struct Folder {
    pub(crate) name: OsString,
    pub(crate) path: PathBuf,
}

/// A pair that was read, and what it teaches.
pub(crate) struct Ready {
    pub(crate) name: OsString,
    pub(crate) input: Input,
    pub(crate) documents: Pair<Document>,
    words: UserWords,
    labels: Labels,
    locks: Locks,
    meetings: Arc<Meetings>,
}

/// A pair by the name of its folder, and what is wrong with it.
pub(crate) type Fault = (OsString, Error);

/// How pairs are read and what is known beside.
pub(crate) struct Work<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) knowing: &'a Knowing,
    pub(crate) interrupt: Interrupt,
    bar: ProgressBar,
}

/// The folders by name, each once, so that the order in which they were named changes nothing.
pub(crate) fn sorted(paths: &[PathBuf]) -> Vec<Folder> {
    let mut folders: Vec<(OsString, PathBuf, PathBuf)> = paths
        .iter()
        .map(|path| {
            let real = path.canonicalize().unwrap_or_else(|_| path.clone());
            let dir = if real.is_file() { real.parent().unwrap_or(&real) } else { &real };
            let name = dir.file_name().unwrap_or(OsStr::new("pair")).to_owned();
            (name, dir.to_owned(), path.clone())
        })
        .collect();
    folders.sort();
    folders.dedup_by(|a, b| a.1 == b.1);
    folders.into_iter().map(|(name, _, path)| Folder { name, path }).collect()
}

/// Refuses two folders whose files would have one name.
pub(crate) fn refuse_namesakes(folders: &[Folder]) -> Result<()> {
    let Some(pair) = folders.windows(2).find(|pair| pair[0].name == pair[1].name) else {
        return Ok(());
    };
    let (one, other) = (pair[0].path.display(), pair[1].path.display());
    let problem = format!("would be written to one file with {one}, which has the same name");
    Err(Error::input(other.to_string(), problem, "compare them one after the other"))
}

impl<'a> Work<'a> {
    /// `steps` pairs are to be compared.
    pub(crate) fn new(
        reading: &'a Reading,
        knowing: &'a Knowing,
        steps: usize,
        quiet: bool,
    ) -> Self {
        // Shown on a terminal only, and gone when the work is done.
        let bar = if quiet { ProgressBar::hidden() } else { ProgressBar::new(0) };
        if let Ok(style) = ProgressStyle::with_template("comparing {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_length(2 * steps as u64);
        Self { reading, knowing, interrupt: Interrupt::listen(), bar }
    }

    /// Reads the pairs, each compared alone; what is wrong with others is said, and returned.
    pub(crate) fn prepare(&self, folders: Vec<Folder>) -> Result<(Vec<Ready>, Vec<Fault>)> {
        let (mut ready, mut faults) = (Vec::new(), Vec::new());
        for Folder { name, path } in folders {
            match self.read(&name, &path) {
                Ok(pair) => ready.push(pair),
                Err(Error::Cancelled) => return Err(Error::Cancelled),
                Err(fault) => {
                    self.say(&fault);
                    faults.push((name, fault));
                }
            }
            self.bar.inc(1);
        }
        Ok((ready, faults))
    }

    /// Compares each pair with what the others teach, and hands it over; what goes wrong there is
    /// said, and returned.
    pub(crate) fn each(
        &self,
        ready: Vec<Ready>,
        mut done: impl FnMut(&Ready, &Comparison) -> Result<()>,
    ) -> Result<Vec<Fault>> {
        let mut all = Meetings::default();
        ready.iter().for_each(|pair| all.add(&pair.meetings));
        let all = Arc::new(all);
        let mut faults = Vec::new();
        for mut pair in ready {
            let others = Others::new(Arc::clone(&all), Arc::clone(&pair.meetings));
            let words = std::mem::take(&mut pair.words);
            let labels = std::mem::take(&mut pair.labels);
            let locks = std::mem::take(&mut pair.locks);
            let options = self.options(words, labels).locks(locks).others(others);
            let comparison = self.compare(&pair.documents, &options)?;
            match done(&pair, &comparison) {
                Err(_) if self.interrupt.is_asked() => return Err(Error::Cancelled),
                Err(fault) => {
                    self.say(&fault);
                    faults.push((pair.name, fault));
                }
                Ok(()) => {}
            }
            self.bar.inc(1);
        }
        self.bar.finish_and_clear();
        Ok(faults)
    }

    /// Prints while the bar is out of the way.
    pub(crate) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }

    fn say(&self, fault: &Error) {
        self.aside(|| match fault {
            Error::Unfilled { .. } => log::warn!("{fault}"),
            _ => log::error!("{fault}"),
        });
    }

    /// Reads a pair and compares it alone: its locks name the sentences of that, and its secure
    /// links teach the others.
    fn read(&self, name: &OsStr, path: &Path) -> Result<Ready> {
        let input = Input::of_folder(path)?;
        let documents = input.read(self.reading)?;
        let words = knowledge::read(self.knowing, input.folder())?;
        let labels = knowledge::read_labels(self.knowing, input.folder())?;
        let mut options = self.options(words, labels);
        let mut comparison = self.compare(&documents, &options)?;
        let locks = knowledge::read_locks(self.knowing, input.folder(), &comparison)?;
        if !locks.is_empty() {
            options = options.locks(locks);
            comparison = self.compare(&documents, &options)?;
        }
        self.aside(|| warn_of_texts(&comparison));
        let meetings = Arc::new(meetings(&comparison, &options));
        let Options { words, labels, locks, .. } = options;
        Ok(Ready { name: name.to_owned(), input, documents, words, labels, locks, meetings })
    }

    fn options(&self, words: UserWords, labels: Labels) -> Options {
        Options::default().segmented(self.reading.segmented).words(words).labels(labels)
    }

    fn compare(&self, documents: &Pair<Document>, options: &Options) -> Result<Comparison> {
        let mut watch = |_| self.interrupt.flow();
        compare_watched(&documents.source, &documents.translation, options, &mut watch)
    }
}

/// Whether all pairs are there but for some that are published without their texts, beside others.
pub(crate) fn is_whole<'f>(done: usize, mut faults: impl Iterator<Item = &'f Fault>) -> bool {
    done > 0 && faults.all(|(_, fault)| matches!(fault, Error::Unfilled { .. }))
}

/// How many pairs, in words.
pub(crate) fn counted(pairs: usize) -> String {
    if pairs == 1 { "1 pair".to_owned() } else { format!("{pairs} pairs") }
}

/// Ends a command that the user stopped: what was written before is whole, and stays.
pub(crate) fn stopped(outcome: Result<Exit>) -> Result<Exit> {
    match outcome {
        Err(Error::Cancelled) => {
            log::error!("stopped before the end; what is written of other pairs is whole");
            Ok(Exit::Interrupted)
        }
        outcome => outcome,
    }
}
