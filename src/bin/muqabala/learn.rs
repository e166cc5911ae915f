//! `muqabala learn`.

use std::io::Write;

use indicatif::{ProgressBar, ProgressStyle};
use muqabala::learn::{Memory, learn};
use muqabala::output::isolate_runs;
use muqabala::{Error, Result};

use crate::args::{Learn, is_standard};
use crate::destination;
use crate::exit::Exit;
use crate::knowledge;

/// Learns a lexicon from a translation memory and writes it.
pub(crate) fn run(args: &Learn, quiet: bool) -> Result<Exit> {
    let name = args.memory.display().to_string();
    if destination::is_same_file(&args.memory, &args.output) {
        return Err(Error::input(name, "would be overwritten", "name another --output"));
    }
    let (memory, faults) = Memory::read(&args.memory)?;
    knowledge::warn(&faults);
    // Shown on a terminal only, and gone when the work is done.
    let bar = if quiet { ProgressBar::hidden() } else { ProgressBar::new(0) };
    if let Ok(style) = ProgressStyle::with_template("learning {wide_bar} {percent}%") {
        bar.set_style(style);
    }
    let lexicon = learn(&memory, &mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    if lexicon.rows.is_empty() {
        return Err(Error::input(
            name,
            format!("teaches nothing: no two words meet often in its {}", entries(memory.len())),
            "give a larger memory; some thousand entries are a beginning",
        ));
    }
    if is_standard(&args.output) {
        destination::to_standard(|out| lexicon.write(out))?;
        return Ok(Exit::Done);
    }
    destination::to_file(&args.output, |out| lexicon.write(out))?;
    if !quiet {
        let path = isolate_runs(&args.output.display().to_string());
        destination::to_standard(|out: &mut dyn Write| {
            let (rows, entries) = (lexicon.rows.len(), entries(memory.len()));
            writeln!(out, "{rows} pairs of words from {entries}, written to {path}")
        })?;
    }
    Ok(Exit::Done)
}

fn entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}
