//! `muqabala compare` for several translations of one source.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use muqabala::comparison::Options;
use muqabala::output::html::{HtmlOptions, render_several};
use muqabala::output::{Format, SeveralSummary, SeveralText, isolate_runs, write_several_json};
use muqabala::several::{Several, compare_several_watched};
use muqabala::{Error, Result};

use crate::args::{Compare, is_standard};
use crate::compare::{Wish, colored, destined, stopped, warn_of_texts};
use crate::destination;
use crate::exit::Exit;
use crate::input::read_several;
use crate::interrupt::Interrupt;
use crate::knowledge;
use crate::open;

/// The default name of the report: another than that of one pair, which may lie beside it.
const REPORT: &str = "comparisons.html";

/// Compares the translations with their source and writes one result.
pub(crate) fn run(
    args: &Compare,
    source: &Path,
    translations: &[PathBuf],
    quiet: bool,
) -> Result<Exit> {
    if args.knowing.locks.is_some() {
        let help = "leave it out, or name one translation";
        return Err(Error::input("--locks", "is for one pair", help));
    }
    if !matches!(args.writing.format, Format::Html | Format::Json | Format::Text) {
        let name = format!("--format {}", args.writing.format.name());
        let help = "choose html, json or text, or name one translation";
        return Err(Error::input(name, "is made of one pair", help));
    }
    for (at, path) in translations.iter().enumerate() {
        if translations[..at].iter().any(|other| destination::is_same_file(path, other)) {
            let name = path.display().to_string();
            return Err(Error::input(name, "is named twice", "name each translation once"));
        }
    }
    let first = &translations[0];
    let home = if is_standard(first) { None } else { first.parent() };
    let default = home.map(Path::to_owned).unwrap_or_default().join(REPORT);
    let texts: Vec<&Path> =
        [source].into_iter().chain(translations.iter().map(PathBuf::as_path)).collect();
    let writing = &args.writing;
    let wish =
        Wish { output: writing.output.as_deref(), format: writing.format, open: writing.open };
    let output = destined(&wish, &default, &texts)?;
    let (source, translations) = read_several(source, translations, &args.reading)?;
    let words = knowledge::read(&args.knowing, None)?;
    let labels = knowledge::read_labels(&args.knowing, None)?;
    let options = Options::default().segmented(args.reading.segmented).words(words).labels(labels);
    let interrupt = Interrupt::listen();
    let mut watch = |_| {
        if interrupt.is_asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let several = compare_several_watched(&source, &translations, &options, &mut watch)?;
    several.comparisons.iter().for_each(warn_of_texts);

    let color = colored() && output.is_none();
    let write = |out: &mut dyn io::Write| {
        let mut out = interrupt.guard(out);
        write(args, &several, color, &mut out)?;
        io::Write::flush(&mut out)
    };
    match &output {
        None => stopped(&interrupt, destination::to_standard(write))?,
        Some(path) => {
            stopped(&interrupt, destination::to_file(path, write))?;
            if !quiet {
                destination::to_standard(|out| {
                    SeveralSummary { color: colored() }.write(&several, out)?;
                    writeln!(out, "\nwritten to {}", isolate_runs(&path.display().to_string()))
                })?;
            }
            if args.writing.open {
                open::open(path);
            }
        }
    }
    let met = |comparison| args.fail_on.iter().any(|condition| condition.is_met(comparison));
    Ok(if several.comparisons.iter().any(met) { Exit::Condition } else { Exit::Done })
}

fn write(
    args: &Compare,
    several: &Several,
    color: bool,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let max_rows = args.writing.max_rows;
    match args.writing.format {
        Format::Json => write_several_json(several, out),
        Format::Text => SeveralText { color, max_rows }.write(several, out),
        _ => {
            let max_rows = max_rows.unwrap_or(HtmlOptions::default().max_rows);
            let options = HtmlOptions {
                max_rows,
                ui: args.writing.ui.map(Into::into),
                ..HtmlOptions::default()
            };
            out.write_all(render_several(several, &options).as_bytes())
        }
    }
}
