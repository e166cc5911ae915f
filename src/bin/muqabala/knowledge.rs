//! The glossaries and lexicons of the user.

use std::path::{Path, PathBuf};

use muqabala::Result;
use muqabala::concept::{RowFault, UserWords};

use crate::args::Knowing;

/// The names that these files have in a pair folder.
const GLOSSARY: &str = "glossary.tsv";
const LEXICON: &str = "lexicon.tsv";

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
