//! `muqabala pair`.

use std::path::Path;

use muqabala::Result;
use muqabala::output::isolate;
use muqabala::pair::PairFolder;

use crate::args::Pair;
use crate::destination;
use crate::exit::Exit;

/// Fills or lists pair folders.
pub(crate) fn run(args: &Pair, quiet: bool) -> Result<Exit> {
    match args {
        Pair::Fill { dir, folder } => fill(dir, folder, quiet),
        Pair::List { dir } => list(dir),
    }
}

fn fill(dir: &Path, from: &Path, quiet: bool) -> Result<Exit> {
    let folder = PairFolder::open(dir)?;
    let filled = folder.fill(from)?;
    if !quiet {
        destination::to_standard(|out| {
            filled.iter().try_for_each(|text| {
                writeln!(out, "filled {}", isolate(&text.path.display().to_string()))
            })
        })?;
    }
    // Says what is still missing, and how to supply it.
    folder.texts()?;
    Ok(Exit::Done)
}

fn list(dir: &Path) -> Result<Exit> {
    let folders = PairFolder::list(dir)?;
    destination::to_standard(|out| {
        folders.iter().try_for_each(|folder| {
            let state = if folder.texts().is_ok() { "ready" } else { "texts missing" };
            writeln!(out, "{}  {state}", isolate(&folder.dir.display().to_string()))
        })
    })?;
    Ok(Exit::Done)
}
