//! `muqabala eval`.

use std::collections::BTreeSet;

use indicatif::{ProgressBar, ProgressStyle};
use muqabala::comparison::Options;
use muqabala::evaluation::{GoldFolder, evaluate};
use muqabala::output::{visible, write_evaluation_json, write_evaluation_text};
use muqabala::{Error, Result};

use crate::args::{Eval, ListFormat};
use crate::exit::Exit;

/// Compares all pairs of a folder whose truth is known and says how often that was right.
pub(crate) fn run(args: &Eval, quiet: bool) -> Result<Exit> {
    let name = args.gold.display().to_string();
    let mut folder = GoldFolder::read(&args.gold)?;
    for fault in &folder.faults {
        log::error!("{fault}");
    }
    if folder.pairs.is_empty() {
        return Err(Error::input(name, "holds no pair to measure with", "mend what is said above"));
    }
    let known: BTreeSet<String> = folder.pairs.iter().map(|p| p.truth.level.clone()).collect();
    if let Some(unknown) = args.level.iter().find(|level| !known.contains(*level)) {
        let known: Vec<String> = known.iter().map(|level| visible(level).into_owned()).collect();
        return Err(Error::input(
            name,
            format!("holds no pair of the level {unknown}"),
            format!("there are {}", known.join(", ")),
        ));
    }
    if !args.level.is_empty() {
        folder.pairs.retain(|pair| args.level.contains(&pair.truth.level));
    }
    // Shown on a terminal only, and gone when the work is done.
    let bar = if quiet { ProgressBar::hidden() } else { ProgressBar::new(0) };
    if let Ok(style) = ProgressStyle::with_template("comparing {wide_bar} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.set_length(folder.pairs.len() as u64);
    let evaluation =
        evaluate(&folder.pairs, &Options::default(), &|done| bar.set_position(done as u64));
    bar.finish_and_clear();
    args.listing.write(|format, _, out| match format {
        ListFormat::Text => write_evaluation_text(&evaluation, out),
        ListFormat::Json => write_evaluation_json(&evaluation, out),
    })?;
    // One bad pair does not stop the others, but figures over part of a set must not pass for all.
    Ok(if folder.faults.is_empty() { Exit::Done } else { Exit::Fault })
}
