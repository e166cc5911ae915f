//! `muqabala compare`.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressStyle};
use muqabala::comparison::{Comparison, Options, compare_watched};
use muqabala::document::Document;
use muqabala::output::html::HtmlOptions;
use muqabala::output::{Format, Html, Json, Summary, Svg, Text, Writer, isolate_runs};
use muqabala::segment::TokenKind;
use muqabala::span::{Pair, Side};
use muqabala::{Error, Progress, Result};

use crate::args::{Compare, Writing, is_standard};
use crate::compare_all;
use crate::compare_several;
use crate::destination;
use crate::exit::Exit;
use crate::input::{Input, Task};
use crate::interrupt::Interrupt;
use crate::knowledge;
use crate::open;
use crate::pages;

/// The default name of the report.
const REPORT: &str = "report.html";
/// Texts from so many bytes on take long enough for a progress bar.
const LONG: usize = 1 << 20;

/// A text of fewer words says too little to be compared by what it says.
const FEW_WORDS: usize = 15;

/// Compares two texts and writes the result.
pub(crate) fn run(args: &Compare, quiet: bool) -> Result<Exit> {
    let input = match Task::find(args)? {
        Task::One(input) => input,
        Task::Several { folders, faults } => {
            return compare_all::run(args, &folders, &faults, quiet);
        }
        Task::Translations { source, translations } => {
            return compare_several::run(args, &source, &translations, quiet);
        }
    };
    let output = output(&args.writing, &input)?;
    let documents = input.read(&args.reading)?;
    let words = knowledge::read(&args.knowing, input.folder())?;
    let labels = knowledge::read_labels(&args.knowing, input.folder())?;
    let options = Options::default().segmented(args.reading.segmented).words(words).labels(labels);
    let interrupt = Interrupt::listen();
    let mut comparison = compare(&documents, &options, &interrupt, quiet)?;
    let locks = knowledge::read_locks(&args.knowing, input.folder(), &comparison)?;
    if !locks.is_empty() {
        let options = options.locks(locks);
        comparison = compare(&documents, &options, &interrupt, quiet)?;
    }
    warn_of_texts(&comparison);

    let color = colored() && output.is_none();
    let writer = writer(&args.writing, color);
    let write = |out: &mut dyn io::Write| {
        let mut out = interrupt.guard(out);
        writer.write(&comparison, &mut out)?;
        // Whoever asks now is heard before a file is put in its place.
        io::Write::flush(&mut out)
    };
    match &output {
        None => stopped(&interrupt, destination::to_standard(write))?,
        Some(path) => {
            let files = if args.writing.format == Format::Html {
                let (options, none) = (html_options(&args.writing), HashSet::new());
                pages::write(&comparison, &options, path, &input.paths, &none, &interrupt)
            } else {
                destination::to_file(path, write).map(|()| 1)
            };
            let files = stopped(&interrupt, files)?;
            if !quiet {
                summarise(&comparison, path, files)?;
            }
            if args.writing.open {
                open::open(path);
            }
        }
    }
    let failed = args.fail_on.iter().any(|condition| condition.is_met(&comparison));
    Ok(if failed { Exit::Condition } else { Exit::Done })
}

/// Compares, with a progress bar where somebody can see it.
fn compare(
    documents: &Pair<Document>,
    options: &Options,
    interrupt: &Interrupt,
    quiet: bool,
) -> Result<Comparison> {
    // Shown on a terminal only, and gone when the work is done; an article is done before.
    let bytes = documents.source.text.len().max(documents.translation.text.len());
    let shown = !quiet && bytes >= LONG;
    let bar = if shown { ProgressBar::new(0) } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("{msg:9} {wide_bar} {percent:>3}%") {
        bar.set_style(style);
    }
    let mut stage = None;
    let started = Instant::now();
    let mut watch = |progress: Progress| {
        if stage != Some(progress.stage) {
            stage = Some(progress.stage);
            bar.set_message(progress.stage.name());
            let seconds = started.elapsed().as_secs_f64();
            log::debug!("{} from {seconds:.1} s on", progress.stage.name());
        }
        bar.set_length(progress.total as u64);
        bar.set_position(progress.done as u64);
        interrupt.flow()
    };
    let comparison =
        compare_watched(&documents.source, &documents.translation, options, &mut watch);
    bar.finish_and_clear();
    log::debug!("compared after {:.1} s", started.elapsed().as_secs_f64());
    comparison
}

/// What could not be written because the user stopped it was stopped.
pub(crate) fn stopped<T>(interrupt: &Interrupt, written: Result<T>) -> Result<T> {
    match written {
        Err(_) if interrupt.is_asked() => Err(Error::Cancelled),
        written => written,
    }
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
    let texts = [input.paths.source.as_path(), &input.paths.translation];
    let wish =
        Wish { output: writing.output.as_deref(), format: writing.format, open: writing.open };
    destined(&wish, &input.home.join(REPORT), &texts)
}

/// What the command line says of the output.
pub(crate) struct Wish<'a> {
    pub(crate) output: Option<&'a Path>,
    pub(crate) format: Format,
    pub(crate) open: bool,
}

/// The file to write, by default that one for html; none for standard output. The inputs are never
/// replaced, nor, unasked, a file that is no report.
pub(crate) fn destined(
    wish: &Wish<'_>,
    default: &Path,
    texts: &[&Path],
) -> Result<Option<PathBuf>> {
    let path = match wish.output {
        Some(path) if is_standard(path) => None,
        Some(path) => {
            destination::check_folder(path)?;
            Some(path.to_owned())
        }
        None if wish.format == Format::Html => {
            destination::check_default(default)?;
            Some(default.to_owned())
        }
        None => None,
    };
    if wish.open && (path.is_none() || wish.format != Format::Html) {
        return Err(Error::input(
            "--open",
            "opens a report that was written to a file",
            "leave it out, or use --format html without --output -",
        ));
    }
    for text in texts {
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
        Format::Svg => Box::new(Svg { ui: writing.ui.map(Into::into) }),
        _ => Box::new(Html(html_options(writing))),
    }
}

/// How the report is made.
pub(crate) fn html_options(writing: &Writing) -> HtmlOptions {
    let default = HtmlOptions::default();
    let max_rows = writing.max_rows.unwrap_or(default.max_rows);
    HtmlOptions { max_rows, ui: writing.ui.map(Into::into), ..default }
}

/// The main points, and where the rest is.
fn summarise(comparison: &Comparison, path: &Path, files: usize) -> Result<()> {
    destination::to_standard(|out| {
        Summary { color: colored() }.write(comparison, out)?;
        write!(out, "\nwritten to {}", isolate_runs(&path.display().to_string()))?;
        if files > 1 {
            write!(out, " and {} further sections beside it (--max-rows)", files - 1)?;
        }
        writeln!(out)
    })
}

/// Whether standard output takes colour: a terminal, and neither `NO_COLOR` nor `TERM=dumb`.
pub(crate) fn colored() -> bool {
    AutoStream::choice(&io::stdout()) != ColorChoice::Never
}
