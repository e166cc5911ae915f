//! `muqabala compare`.

use std::io;
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use muqabala::comparison::{Comparison, Options};
use muqabala::output::html::HtmlOptions;
use muqabala::output::{Format, Html, Json, Summary, Text, Writer, isolate_runs};
use muqabala::segment::TokenKind;
use muqabala::span::Side;
use muqabala::{Error, Result};

use crate::args::{Compare, Writing, is_standard};
use crate::compare_all;
use crate::destination;
use crate::exit::Exit;
use crate::input::{Input, Task};
use crate::knowledge;
use crate::open;

/// The default name of the report.
const REPORT: &str = "report.html";

/// A text of fewer words says too little to be compared by what it says.
const FEW_WORDS: usize = 15;

/// Compares two texts and writes the result.
pub(crate) fn run(args: &Compare, quiet: bool) -> Result<Exit> {
    let input = match Task::find(args)? {
        Task::One(input) => input,
        Task::Several { folders, faults } => {
            return compare_all::run(args, &folders, &faults, quiet);
        }
    };
    let output = output(&args.writing, &input)?;
    let documents = input.read(&args.reading)?;
    let words = knowledge::read(&args.knowing, input.folder())?;
    let options = Options::default().segmented(args.reading.segmented).words(words);
    let mut comparison = muqabala::compare(&documents.source, &documents.translation, &options);
    let locks = knowledge::read_locks(&args.knowing, input.folder(), &comparison)?;
    if !locks.is_empty() {
        let options = options.locks(locks);
        comparison = muqabala::compare(&documents.source, &documents.translation, &options);
    }
    warn_of_texts(&comparison);

    let color = colored() && output.is_none();
    let writer = writer(&args.writing, color);
    match &output {
        None => destination::to_standard(|out| writer.write(&comparison, out))?,
        Some(path) => {
            destination::to_file(path, |out| writer.write(&comparison, out))?;
            if !quiet {
                summarise(&comparison, path)?;
            }
            if args.writing.open {
                open::open(path);
            }
        }
    }
    let failed = args.fail_on.iter().any(|condition| condition.is_met(&comparison));
    Ok(if failed { Exit::Condition } else { Exit::Done })
}

/// Says where the texts are such that a comparison tells little.
pub(crate) fn warn_of_texts(comparison: &Comparison) {
    let documents = &comparison.documents;
    if documents.source.text == documents.translation.text {
        let (source, translation) = (&documents.source.name, &documents.translation.name);
        log::warn!(
            "{source} and {translation} hold the same text; name a text and its translation"
        );
        return;
    }
    for side in Side::BOTH {
        let (document, segments) = (&documents[side], &comparison.segments[side]);
        let words = segments.tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
        if words < FEW_WORDS {
            let name = &document.name;
            log::warn!("{name}: is too short for a verdict that can be trusted ({words} words)");
        }
    }
}

/// The file to write; none for standard output. Refuses before any work is done.
fn output(writing: &Writing, input: &Input) -> Result<Option<PathBuf>> {
    let path = match &writing.output {
        Some(path) if is_standard(path) => None,
        Some(path) => {
            destination::check_folder(path)?;
            Some(path.clone())
        }
        None if writing.format == Format::Html => {
            let path = input.home.join(REPORT);
            destination::check_default(&path)?;
            Some(path)
        }
        None => None,
    };
    if writing.open && (path.is_none() || writing.format != Format::Html) {
        return Err(Error::input(
            "--open",
            "opens a report that was written to a file",
            "leave it out, or use --format html without --output -",
        ));
    }
    for text in [&input.paths.source, &input.paths.translation] {
        if path.as_deref().is_some_and(|path| destination::is_same_file(path, text)) {
            let name = text.display().to_string();
            return Err(Error::input(name, "would be overwritten", "name another --output"));
        }
    }
    Ok(path)
}

/// What makes the output.
pub(crate) fn writer(writing: &Writing, color: bool) -> Box<dyn Writer> {
    let max_rows = writing.max_rows;
    match writing.format {
        Format::Json => Box::new(Json),
        Format::Text => Box::new(Text { color, max_rows }),
        _ => {
            let default = HtmlOptions::default();
            let max_rows = max_rows.unwrap_or(default.max_rows);
            Box::new(Html(HtmlOptions { max_rows, ui: writing.ui.map(Into::into) }))
        }
    }
}

/// The main points, and where the rest is.
fn summarise(comparison: &Comparison, path: &Path) -> Result<()> {
    destination::to_standard(|out| {
        Summary { color: colored() }.write(comparison, out)?;
        writeln!(out, "\nwritten to {}", isolate_runs(&path.display().to_string()))
    })
}

/// Whether standard output takes colour: a terminal, and neither `NO_COLOR` nor `TERM=dumb`.
pub(crate) fn colored() -> bool {
    AutoStream::choice(&io::stdout()) != ColorChoice::Never
}
