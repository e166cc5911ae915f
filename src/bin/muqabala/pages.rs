//! A report as the files that it takes.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use muqabala::comparison::Comparison;
use muqabala::output::html::{HtmlOptions, Page, pages, render};
use muqabala::span::{Pair, Side};
use muqabala::{Error, Result};

use crate::destination;
use crate::interrupt::Interrupt;

/// Writes the report to `path` and, where it is long, its sections beside it; says how many files
/// that are. What has to be refused is refused before anything is written.
///
/// `taken` are names of files in the same folder that belong to others.
pub(crate) fn write(
    comparison: &Comparison,
    options: &HtmlOptions,
    path: &Path,
    texts: &Pair<PathBuf>,
    taken: &HashSet<OsString>,
    interrupt: &Interrupt,
) -> Result<usize> {
    let to_file = |path: &Path, html: &str| {
        destination::to_file(path, |out| {
            let mut out = interrupt.guard(out);
            out.write_all(html.as_bytes())?;
            // Whoever asks now is heard before a file is put in its place.
            out.flush()
        })
    };
    let is_special = fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir());
    let Some(name) = path.file_name().filter(|_| !is_special) else {
        // A pipe has no place beside it.
        return to_file(path, &render(comparison, options)).map(|()| 1);
    };
    let mut pages = pages(comparison, options, name);
    let files = pages.files();
    for file in files.iter().skip(1) {
        let section = path.with_file_name(file);
        if taken.contains(file) {
            let problem = "would be written as a section of another report";
            let help = "raise --max-rows, or rename the pair";
            return Err(Error::input(section.display().to_string(), problem, help));
        }
        refuse_texts(&section, texts)?;
        destination::check_default(&section)?;
    }
    let first = pages.next();
    for Page { file, html } in pages {
        to_file(&path.with_file_name(file), &html)?;
    }
    // Last, since it leads to the others.
    first.map_or(Ok(()), |page| to_file(path, &page.html))?;
    Ok(files.len())
}

/// Refuses to write over one of the texts.
pub(crate) fn refuse_texts(path: &Path, texts: &Pair<PathBuf>) -> Result<()> {
    for side in Side::BOTH {
        if destination::is_same_file(path, &texts[side]) {
            let name = texts[side].display().to_string();
            return Err(Error::input(name, "would be overwritten", "name another --output"));
        }
    }
    Ok(())
}

/// The name of the file of a pair: that of its folder.
pub(crate) fn named(folder: &OsStr, extension: &str) -> OsString {
    let mut file = folder.to_owned();
    file.push(extension);
    file
}

/// Creates the folder for several files.
pub(crate) fn folder(dir: &Path) -> Result<()> {
    let fault = |reason: io::Error| Error::Write { path: dir.to_owned(), reason };
    if dir.exists() && !dir.is_dir() {
        let help = "name a folder, or one that is to be made";
        return Err(Error::input(dir.display().to_string(), "is a file, not a folder", help));
    }
    fs::create_dir_all(dir).map_err(fault)
}
