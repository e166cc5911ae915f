//! Work on the repository itself: `cargo xtask fit GOLD_DIR...`, `cargo xtask ablate GOLD_DIR...`.

mod ablate;
mod calibration;
mod descent;
mod dial;
mod file;
mod fit;
mod objective;
mod sets;

use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask fit GOLD_DIR... [--only=FIGURE,... | --calibrate-only]
       cargo xtask ablate GOLD_DIR...

fit: fits the figures of data/parameters.toml to pairs whose truth is known, one folder a set, and
writes them with what they give. With --only figures by their path in the file (word.weight,cut.shared)
the others stay. With --calibrate-only the model stays and its probabilities are corrected.

ablate: aligns the same pairs without one part of the evidence after the other, and prints what that
costs as a table for docs/evaluation.md.";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next();
    let (options, folders): (Vec<String>, Vec<String>) =
        arguments.partition(|argument| argument.starts_with('-'));
    let folders: Vec<PathBuf> = folders.into_iter().map(PathBuf::from).collect();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let done = match (command.as_deref(), &options[..]) {
        _ if folders.is_empty() => None,
        (Some("fit"), []) => Some(fit::run(&folders, &dial::DIALS)),
        (Some("fit"), ["--calibrate-only"]) => Some(fit::run(&folders, &[])),
        (Some("fit"), [option]) => option
            .strip_prefix("--only=")
            .and_then(dial::named)
            .map(|dials| fit::run(&folders, &dials)),
        (Some("ablate"), []) => Some(ablate::run(&folders)),
        _ => None,
    };
    match done {
        None => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
