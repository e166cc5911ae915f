//! `muqabala compare` for several pairs, which teach each other what words mean.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressStyle};
use muqabala::align::{Locks, Meetings, Others};
use muqabala::comparison::{Comparison, Options, compare, meetings};
use muqabala::concept::{Labels, UserWords};
use muqabala::document::Document;
use muqabala::output::{Format, Summary, Writer, isolate_runs};
use muqabala::span::{Pair, Side};
use muqabala::{Error, Result};

use crate::args::{Compare, is_standard};
use crate::compare::{colored, warn_of_texts, writer};
use crate::destination;
use crate::exit::Exit;
use crate::input::Input;
use crate::knowledge;

/// A pair folder.
struct Folder {
    name: OsString,
    path: PathBuf,
}

/// A pair that was read, and what it teaches.
struct Ready {
    name: OsString,
    input: Input,
    documents: Pair<Document>,
    words: UserWords,
    labels: Labels,
    locks: Locks,
    meetings: Arc<Meetings>,
}

/// Compares the pairs of several folders; one that is at fault does not stop the others.
pub(crate) fn run(
    args: &Compare,
    paths: &[PathBuf],
    faults: &[Error],
    quiet: bool,
) -> Result<Exit> {
    let folders = sorted(paths);
    let target = target(args, &folders)?;
    let mut exit = Exit::Done;
    for fault in faults {
        log::error!("{fault}");
        exit = Exit::Fault;
    }
    // Shown on a terminal only, and gone when the work is done.
    let bar = if quiet { ProgressBar::hidden() } else { ProgressBar::new(0) };
    if let Ok(style) = ProgressStyle::with_template("comparing {wide_bar} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.set_length(2 * folders.len() as u64);
    let mut ready = Vec::new();
    for folder in folders {
        match prepare(args, folder) {
            Ok(pair) => ready.push(pair),
            Err(fault) => {
                bar.suspend(|| log::error!("{fault}"));
                exit = Exit::Fault;
            }
        }
        bar.inc(1);
    }
    let mut all = Meetings::default();
    ready.iter().for_each(|pair| all.add(&pair.meetings));
    let all = Arc::new(all);
    let count = ready.len();
    for (at, pair) in ready.into_iter().enumerate() {
        let others = Others::new(Arc::clone(&all), pair.meetings);
        let options = options(args, pair.words, pair.labels).locks(pair.locks).others(others);
        let comparison = compare(&pair.documents.source, &pair.documents.translation, &options);
        let written = match target {
            Some(dir) => write(args, &comparison, &pair.input, &dir.join(file(&pair.name, args))),
            None => bar.suspend(|| show(args, &comparison, &pair.name, at > 0)),
        };
        if let Err(fault) = written {
            bar.suspend(|| log::error!("{fault}"));
            exit = exit.max(Exit::Fault);
        }
        if args.fail_on.iter().any(|condition| condition.is_met(&comparison)) {
            exit = exit.max(Exit::Condition);
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if let Some(dir) = target.filter(|_| !quiet) {
        let dir = isolate_runs(&dir.display().to_string());
        destination::to_standard(|out| writeln!(out, "{count} pairs written to {dir}"))?;
    }
    Ok(exit)
}

/// The folders by name, each once, so that the order in which they were named changes nothing.
fn sorted(paths: &[PathBuf]) -> Vec<Folder> {
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

/// The folder to write to; none for a summary on standard output. Refuses before any work is done.
fn target<'a>(args: &'a Compare, folders: &[Folder]) -> Result<Option<&'a Path>> {
    let refuse = |option: &str, problem: &str, help: &str| {
        Err(Error::input(option.to_owned(), problem, help))
    };
    if args.writing.open {
        return refuse("--open", "opens one report", "leave it out, or name one pair");
    }
    if args.knowing.locks.is_some() {
        let help = "put it as locks.tsv into the pair folder, or name one pair";
        return refuse("--locks", "is for one pair", help);
    }
    let Some(dir) = args.writing.output.as_deref() else {
        if args.writing.format == Format::Json {
            let help = "name a folder for them with --output";
            return refuse("--format json", "makes a file for each pair", help);
        }
        return Ok(None);
    };
    if is_standard(dir) {
        let help = "name a folder, or leave it out for a summary of each";
        return refuse("--output -", "takes one pair", help);
    }
    if let Some(pair) = folders.windows(2).find(|pair| pair[0].name == pair[1].name) {
        let (one, other) = (pair[0].path.display(), pair[1].path.display());
        let problem = format!("would be written to one file with {one}, which has the same name");
        return Err(Error::input(other.to_string(), problem, "compare them one after the other"));
    }
    fs::create_dir_all(dir).map_err(|reason| Error::Write { path: dir.to_owned(), reason })?;
    Ok(Some(dir))
}

/// Reads a pair and compares it alone: its locks name the sentences of that, and its secure links
/// teach the others.
fn prepare(args: &Compare, folder: Folder) -> Result<Ready> {
    let input = Input::of_folder(&folder.path)?;
    let documents = input.read(&args.reading)?;
    let words = knowledge::read(&args.knowing, input.folder())?;
    let labels = knowledge::read_labels(&args.knowing, input.folder())?;
    let mut options = options(args, words, labels);
    let mut comparison = compare(&documents.source, &documents.translation, &options);
    let locks = knowledge::read_locks(&args.knowing, input.folder(), &comparison)?;
    if !locks.is_empty() {
        options = options.locks(locks);
        comparison = compare(&documents.source, &documents.translation, &options);
    }
    warn_of_texts(&comparison);
    let meetings = Arc::new(meetings(&comparison, &options));
    let Options { words, labels, locks, .. } = options;
    Ok(Ready { name: folder.name, input, documents, words, labels, locks, meetings })
}

fn options(args: &Compare, words: UserWords, labels: Labels) -> Options {
    Options::default().segmented(args.reading.segmented).words(words).labels(labels)
}

/// The name of the file of a pair.
fn file(name: &OsStr, args: &Compare) -> OsString {
    let mut file = name.to_owned();
    file.push(match args.writing.format {
        Format::Json => ".json",
        Format::Text => ".txt",
        _ => ".html",
    });
    file
}

fn write(args: &Compare, comparison: &Comparison, input: &Input, path: &Path) -> Result<()> {
    for side in Side::BOTH {
        if destination::is_same_file(path, &input.paths[side]) {
            let name = input.paths[side].display().to_string();
            return Err(Error::input(name, "would be overwritten", "name another --output"));
        }
    }
    if args.writing.format == Format::Html {
        destination::check_default(path)?;
    }
    let writer = writer(&args.writing, false);
    destination::to_file(path, |out| writer.write(comparison, out))
}

/// The main points of a pair, or all of it in the form that was asked for.
fn show(args: &Compare, comparison: &Comparison, name: &OsStr, further: bool) -> Result<()> {
    let writer: Box<dyn Writer> = match args.writing.format {
        Format::Text => writer(&args.writing, colored()),
        _ => Box::new(Summary { color: colored() }),
    };
    destination::to_standard(|out| {
        if further {
            writeln!(out)?;
        }
        writeln!(out, "== {}", isolate_runs(&name.to_string_lossy()))?;
        writer.write(comparison, out)
    })
}
