//! `muqabala compare` for several pairs.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use muqabala::comparison::Comparison;
use muqabala::output::{Format, Summary, Writer, isolate_runs};
use muqabala::{Error, Result};

use crate::args::{Compare, is_standard};
use crate::compare::{colored, html_options, writer};
use crate::destination;
use crate::exit::Exit;
use crate::pages;
use crate::pairs::{Folder, Ready, Work, counted, is_whole, refuse_namesakes, sorted, stopped};

/// Compares the pairs of several folders; one that is at fault does not stop the others.
pub(crate) fn run(
    args: &Compare,
    paths: &[PathBuf],
    faults: &[Error],
    quiet: bool,
) -> Result<Exit> {
    stopped(all(args, paths, faults, quiet))
}

fn all(args: &Compare, paths: &[PathBuf], faults: &[Error], quiet: bool) -> Result<Exit> {
    let folders = sorted(paths);
    let target = target(args, &folders)?;
    faults.iter().for_each(|fault| log::error!("{fault}"));
    let names: Vec<OsString> = folders.iter().map(|folder| file(&folder.name, args)).collect();
    let work = Work::new(&args.reading, &args.knowing, folders.len(), quiet);
    let (ready, unread) = work.prepare(folders)?;
    let count = ready.len();
    let (mut is_first, mut is_met) = (true, false);
    let unwritten = work.each(ready, |pair, comparison| {
        is_met |= args.fail_on.iter().any(|condition| condition.is_met(comparison));
        match target {
            Some(dir) => write(args, comparison, pair, dir, &names, &work),
            None => {
                let further = !std::mem::replace(&mut is_first, false);
                work.aside(|| show(args, comparison, &pair.name, further))
            }
        }
    })?;
    let written = count - unwritten.len();
    if let Some(dir) = target.filter(|_| !quiet) {
        let dir = isolate_runs(&dir.display().to_string());
        destination::to_standard(|out| writeln!(out, "{} written to {dir}", counted(written)))?;
    }
    let faulty = unread.iter().chain(&unwritten);
    let is_whole = faults.is_empty() && is_whole(written, faulty);
    let failed = if is_met { Exit::Condition } else { Exit::Done };
    Ok(if is_whole { failed } else { Exit::Fault })
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
        if matches!(args.writing.format, Format::Json | Format::Svg) {
            let help = "name a folder for them with --output";
            let option = format!("--format {}", args.writing.format.name());
            return refuse(&option, "makes a file for each pair", help);
        }
        return Ok(None);
    };
    if is_standard(dir) {
        let help = "name a folder, or leave it out for a summary of each";
        return refuse("--output -", "takes one pair", help);
    }
    refuse_namesakes(folders)?;
    pages::folder(dir)?;
    Ok(Some(dir))
}

/// The name of the file of a pair.
fn file(name: &OsStr, args: &Compare) -> OsString {
    let extension = match args.writing.format {
        Format::Text => ".txt".to_owned(),
        format => format!(".{}", format.name()),
    };
    pages::named(name, &extension)
}

fn write(
    args: &Compare,
    comparison: &Comparison,
    pair: &Ready,
    dir: &Path,
    names: &[OsString],
    work: &Work,
) -> Result<()> {
    let path = dir.join(file(&pair.name, args));
    pages::refuse_texts(&path, &pair.input.paths)?;
    if args.writing.format == Format::Html {
        destination::check_default(&path)?;
        let taken = names.iter().cloned().collect();
        let options = html_options(&args.writing);
        pages::write(comparison, &options, &path, &pair.input.paths, &taken, &work.interrupt)?;
        return Ok(());
    }
    let writer = writer(&args.writing, false);
    destination::to_file(&path, |out| writer.write(comparison, &mut work.interrupt.guard(out)))
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
