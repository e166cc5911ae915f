//! The glossaries, lexicons, labels and locks of the user.

use std::path::{Path, PathBuf};

use muqabala::align::Locks;
use muqabala::concept::{Labels, RowFault, UserWords};
use muqabala::{Comparison, Error, Result};

use crate::args::Knowing;

/// The names that these files have in a pair folder.
const GLOSSARY: &str = "glossary.tsv";
const LEXICON: &str = "lexicon.tsv";
const LABELS: &str = "labels.tsv";
const LOCKS: &str = "locks.tsv";

/// Bad rows of one file that are told one by one.
const MOST_FAULTS: usize = 20;

/// Reads what the command line names, then what lies in the pair folder, then what lies in the
/// folder above: of two glossaries the first wins.
pub(crate) fn read(knowing: &Knowing, pair: Option<&Path>) -> Result<UserWords> {
    let mut words = UserWords::default();
    for path in with_those_of(pair, GLOSSARY, &knowing.glossary) {
        warn(&words.read_glossary(&path)?);
        log::info!("{}: names and words of your own are read", path.display());
    }
    for path in with_those_of(pair, LEXICON, &knowing.lexicon) {
        warn(&words.read_lexicon(&path)?);
        log::info!("{}: learned words are read", path.display());
    }
    Ok(words)
}

/// Reads labels from the same places. Of two tables the later one counts, so that what is named on
/// the command line comes last.
pub(crate) fn read_labels(knowing: &Knowing, pair: Option<&Path>) -> Result<Labels> {
    let mut labels = Labels::default();
    for path in with_those_of(pair, LABELS, &knowing.labels).iter().rev() {
        warn(&labels.read(path)?);
        log::info!("{}: labels of your own are read", path.display());
    }
    Ok(labels)
}

/// Reads the locks that the command line names, or else those that lie in the pair folder. They name
/// the sentences of `free`, the comparison without them.
pub(crate) fn read_locks(
    knowing: &Knowing,
    pair: Option<&Path>,
    free: &Comparison,
) -> Result<Locks> {
    let beside = pair.map(|dir| dir.join(LOCKS)).filter(|path| path.is_file());
    let Some(path) = knowing.locks.clone().or(beside) else { return Ok(Locks::default()) };
    if !path.exists() {
        let name = path.display().to_string();
        return Err(Error::input(name, "there is no such file", "check the name"));
    }
    let locks = Locks::read(&path, free.segments.as_ref())?;
    log::info!("{}: confirmed and refused links are read", path.display());
    Ok(locks)
}

/// Warns of the rows of a file that were left out.
pub(crate) fn warn(faults: &[RowFault]) {
    for fault in faults.iter().take(MOST_FAULTS) {
        log::warn!("{fault}");
    }
    if let Some(more) = faults.len().checked_sub(MOST_FAULTS).filter(|&more| more > 0) {
        log::warn!("{}: {more} more rows are left out", faults[0].file);
    }
}

fn with_those_of(pair: Option<&Path>, name: &str, given: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = given.to_vec();
    if let Some(dir) = pair {
        let above = match dir.parent() {
            Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
            Some(parent) => parent.to_owned(),
            None => dir.join(".."),
        };
        let above = if dir.file_name().is_none() { dir.join("..") } else { above };
        let there = [dir.to_owned(), above].map(|folder| folder.join(name));
        files.extend(there.into_iter().filter(|path| path.is_file()));
    }
    files
}
