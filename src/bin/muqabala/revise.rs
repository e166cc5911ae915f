//! `muqabala revise`.

use std::io;
use std::path::{Path, PathBuf};

use muqabala::comparison::Options;
use muqabala::concept::{Labels, UserWords};
use muqabala::document::Document;
use muqabala::import::ReadOptions;
use muqabala::lang::Lang;
use muqabala::output::html::{HtmlOptions, render_revision};
use muqabala::output::{Format, RevisionSummary, RevisionText, write_revision_json};
use muqabala::revision::{Extent, Revision, revise_watched};
use muqabala::span::Pair;
use muqabala::{Error, Result};

use crate::args::{Revise, is_standard};
use crate::compare::{Wish, colored, destined};
use crate::deliver::Delivery;
use crate::exit::Exit;
use crate::input::{Purpose, folder_of, read_text};
use crate::interrupt::Interrupt;
use crate::knowledge;

/// The default name of the report: another than that of `compare`, which may lie beside it.
const REPORT: &str = "revision.html";

/// Compares two versions and writes the result.
pub(crate) fn run(args: &Revise, quiet: bool) -> Result<Exit> {
    let output = output(args)?;
    let documents = read(args)?;
    let mut words = UserWords::default();
    for path in &args.glossary {
        knowledge::warn(&words.read_glossary(path)?);
        log::info!("{}: names and words of your own are read", path.display());
    }
    let mut labels = Labels::default();
    for path in args.labels.iter().rev() {
        knowledge::warn(&labels.read(path)?);
        log::info!("{}: labels of your own are read", path.display());
    }
    let options = Options::default().segmented(args.segmented).words(words).labels(labels);
    let interrupt = Interrupt::listen();
    let mut watch = |_| interrupt.flow();
    let revision = revise_watched(&documents.source, &documents.translation, &options, &mut watch)?;
    if revision.extent == Extent::Unrelated {
        log::warn!(
            "{} and {} have hardly any words in common; for a text and its translation use \
             `muqabala compare`",
            documents.source.name,
            documents.translation.name
        );
    }

    let color = colored() && output.is_none();
    Delivery { file: output.as_deref(), quiet, open: args.open }.write(
        &interrupt,
        |out| write(args, &revision, color, out),
        |out| RevisionSummary { color: colored() }.write(&revision, out),
    )?;
    let failed = args.fail_on.iter().any(|difference| difference.is_met(&revision));
    Ok(if failed { Exit::Condition } else { Exit::Done })
}

/// Both versions, in one language.
fn read(args: &Revise) -> Result<Pair<Document>> {
    if is_standard(&args.old) && is_standard(&args.new) {
        let help = "name a file for one of the two";
        return Err(Error::input("-", "standard input cannot be both versions", help));
    }
    let one = |path: &Path, encoding| {
        let options = ReadOptions::default()
            .encoding(encoding)
            .max_size(args.max_size.0)
            .lang(args.language)
            .segmented(args.segmented);
        read_text(path, &options, Purpose::Revision, "--language")
    };
    let mut documents = Pair::new(
        one(&args.old, args.old_encoding.or(args.encoding))?,
        one(&args.new, args.new_encoding.or(args.encoding))?,
    );
    // A few words may not show their language; the other version does.
    let known = match (documents.source.lang, documents.translation.lang) {
        (one, other) if one == other => return Ok(documents),
        (Lang::Unknown, known) | (known, Lang::Unknown) => known,
        (old, new) => {
            let name = |lang: Lang| lang.module().map_or("another language", |l| l.name());
            let problem =
                format!("is in {}, and {} in {}", name(new), documents.source.name, name(old));
            let help = "use `muqabala compare` for a translation, or say --language";
            return Err(Error::input(&documents.translation.name, problem, help));
        }
    };
    (documents.source.lang, documents.translation.lang) = (known, known);
    Ok(documents)
}

/// The file to write; none for standard output. Refuses before any work is done.
fn output(args: &Revise) -> Result<Option<PathBuf>> {
    let default = folder_of(&args.new).join(REPORT);
    let wish = Wish { output: args.output.as_deref(), format: args.format, open: args.open };
    destined(&wish, &default, &[&args.old, &args.new])
}

fn write(
    args: &Revise,
    revision: &Revision,
    color: bool,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    match args.format {
        Format::Json => write_revision_json(revision, out),
        Format::Text => RevisionText { color, max_rows: args.max_rows }.write(revision, out),
        _ => {
            let max_rows = args.max_rows.unwrap_or(HtmlOptions::default().max_rows);
            let options =
                HtmlOptions { max_rows, ui: args.ui.map(Into::into), ..HtmlOptions::default() };
            out.write_all(render_revision(revision, &options).as_bytes())
        }
    }
}
