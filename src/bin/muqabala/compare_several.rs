//! `muqabala compare` for several translations of one source.

use std::io;
use std::path::{Path, PathBuf};

use muqabala::comparison::Options;
use muqabala::output::html::render_several;
use muqabala::output::{Format, SeveralSummary, SeveralText, write_several_json};
use muqabala::several::{Several, compare_several_watched};
use muqabala::{Error, Result};

use crate::args::Compare;
use crate::compare::{Wish, colored, destined, html_options, warn_of_texts};
use crate::deliver::Delivery;
use crate::destination;
use crate::exit::Exit;
use crate::input::{folder_of, read_several};
use crate::interrupt::Interrupt;
use crate::knowledge;

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
    let default = folder_of(first).join(REPORT);
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
    let mut watch = |_| interrupt.flow();
    let several = compare_several_watched(&source, &translations, &options, &mut watch)?;
    several.comparisons.iter().for_each(warn_of_texts);

    let color = colored() && output.is_none();
    Delivery { file: output.as_deref(), quiet, open: writing.open }.write(
        &interrupt,
        |out| write(args, &several, color, out),
        |out| SeveralSummary { color: colored() }.write(&several, out),
    )?;
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
        _ => out.write_all(render_several(several, &html_options(&args.writing)).as_bytes()),
    }
}
