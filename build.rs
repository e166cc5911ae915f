//! Compiles the tables in `data/` to what the program carries: finite-state maps and flat arrays
//! that need no parsing at start-up.

#[path = "build/blob.rs"]
mod blob;
#[path = "build/demonym.rs"]
mod demonym;
// The program's own folding, so that both sides of every look-up fold alike.
#[path = "src/fold/key.rs"]
mod key;
#[path = "build/labels.rs"]
mod labels;
#[path = "build/names.rs"]
mod names;
#[path = "build/parameters.rs"]
mod parameters;
#[path = "build/rows.rs"]
mod rows;
#[path = "build/tsv.rs"]
mod tsv;
#[path = "build/words.rs"]
mod words;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/fold/key.rs");
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            println!("cargo::error={problem}");
            ExitCode::FAILURE
        }
    }
}

fn compile() -> tsv::Result<()> {
    let dir = |name| env::var_os(name).map(PathBuf::from).ok_or(format!("{name} is not set"));
    // Relative, so that messages and the build do not depend on where the repository lies.
    let data = PathBuf::from("data");
    let out = dir("OUT_DIR")?;
    let share_alike = env::var_os("CARGO_FEATURE_SHARE_ALIKE").is_some();
    parameters::compile(&data.join("parameters.toml"), &out)?;
    names::compile(&data, &out)?;
    labels::compile(&data, &out)?;
    words::compile(&data, share_alike, &out)
}
