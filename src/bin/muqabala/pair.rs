//! `muqabala pair`.

use std::io::{self, IsTerminal};
use std::path::Path;

use muqabala::output::{isolate_runs, visible};
use muqabala::pair::{FillOutcome, PairFolder, TextState};
use muqabala::span::Side;
use muqabala::{Error, Result};

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
    let copied = filled.iter().filter_map(|text| match &text.outcome {
        FillOutcome::Copied(from) => Some((from, &text.path)),
        _ => None,
    });
    if !quiet {
        destination::to_standard(|out| {
            for (from, to) in copied {
                writeln!(out, "{} copied from {}", shown(to), shown(from))?;
            }
            Ok(())
        })?;
    }
    // Says what is still missing or in the way, and what to do about it.
    folder.texts()?;
    if !quiet {
        let dir = shown(folder.dir());
        destination::to_standard(|out| writeln!(out, "ready: muqabala compare {dir}"))?;
    }
    Ok(Exit::Done)
}

fn list(dir: &Path) -> Result<Exit> {
    if !dir.is_dir() {
        let help = "name the folder in which the pair folders are";
        return Err(Error::input(dir.display().to_string(), "there is no such folder", help));
    }
    let mut exit = Exit::Done;
    let mut lines = Vec::new();
    for dir in PairFolder::list(dir)? {
        // One broken pair must not hide the others.
        match PairFolder::open(&dir) {
            Ok(folder) => {
                let (path, title) = (shown(&dir), value(&folder.manifest().title));
                lines.push(format!("{path}\t{}\t{title}", state(&folder)));
            }
            Err(error) => {
                log::error!("{error}");
                exit = Exit::Fault;
            }
        }
    }
    if lines.is_empty() && exit == Exit::Done {
        log::info!("{}: there is no pair folder in it", dir.display());
    }
    destination::to_standard(|out| lines.iter().try_for_each(|line| writeln!(out, "{line}")))?;
    Ok(exit)
}

/// In one word or two, whether the pair can be compared.
fn state(folder: &PairFolder) -> &'static str {
    let states = Side::BOTH.map(|side| folder.state(side));
    if states.iter().any(|state| matches!(state, Ok(TextState::Changed { .. }) | Err(_))) {
        "text changed"
    } else if states.iter().any(|state| matches!(state, Ok(TextState::Missing))) {
        "text missing"
    } else {
        "ready"
    }
}

fn shown(path: &Path) -> String {
    value(&path.display().to_string())
}

/// A value for a reader, or as it is for a program behind a pipe.
fn value(text: &str) -> String {
    if io::stdout().is_terminal() { isolate_runs(text) } else { visible(text).into_owned() }
}
