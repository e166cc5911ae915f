//! Work on the repository itself: `cargo xtask fit GOLD_DIR...`.

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
usage: cargo xtask fit GOLD_DIR... [--calibrate-only]

Fits the figures of data/parameters.toml to pairs whose truth is known, one folder a set, and writes
them with what they give. With --calibrate-only the model stays and its probabilities are corrected.";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next();
    let (options, folders): (Vec<String>, Vec<String>) =
        arguments.partition(|argument| argument.starts_with('-'));
    let known = options.iter().all(|option| option == "--calibrate-only");
    if command.as_deref() != Some("fit") || folders.is_empty() || !known {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    let folders: Vec<PathBuf> = folders.into_iter().map(PathBuf::from).collect();
    match fit::run(&folders, !options.is_empty()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
