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
usage: cargo xtask fit GOLD_DIR... [--only=FIGURE,... | --calibrate-only]

Fits the figures of data/parameters.toml to pairs whose truth is known, one folder a set, and writes
them with what they give. With --only figures by their path in the file (word.weight,cut.shared) the
others stay. With --calibrate-only the model stays and its probabilities are corrected.";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next();
    let (options, folders): (Vec<String>, Vec<String>) =
        arguments.partition(|argument| argument.starts_with('-'));
    let dials = match options.as_slice() {
        [] => Some(dial::DIALS.to_vec()),
        [option] if option == "--calibrate-only" => Some(Vec::new()),
        [option] => option.strip_prefix("--only=").and_then(dial::named),
        _ => None,
    };
    let dials = dials.filter(|_| command.as_deref() == Some("fit") && !folders.is_empty());
    let Some(dials) = dials else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let folders: Vec<PathBuf> = folders.into_iter().map(PathBuf::from).collect();
    match fit::run(&folders, &dials) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
