//! A file may use only files of a lower layer or of its own folder, so that data flows one way.
//! `docs/architecture.md` explains the layers.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The top-level modules of the library, from the ground up. Those of one layer do not use each
/// other.
const LAYERS: &[&[&str]] = &[
    &["error", "span", "calendar"],
    &["progress"],
    &["fold"],
    &["lang"],
    &["data", "skeleton", "detect"],
    &["document"],
    &["import"],
    &["segment"],
    &["concept"],
    &["align", "learn"],
    &["finding"],
    &["comparison", "pair"],
    &["evaluation", "revision", "several"],
    &["output"],
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// All Rust files below `folder`.
fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The top-level modules that a file names by `crate::`, outside comments.
fn uses(text: &str) -> Vec<&str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(rest))
        .filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect()
}

/// The library's files by top-level module, `lib.rs` and the program left out.
fn modules() -> BTreeMap<String, Vec<PathBuf>> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut modules = BTreeMap::<String, Vec<PathBuf>>::new();
    for file in files {
        let inside = file.strip_prefix(&src).expect("below src").to_owned();
        let first = inside.iter().next().expect("a name").to_string_lossy().into_owned();
        let module = first.trim_end_matches(".rs");
        if module != "lib" && module != "bin" {
            modules.entry(module.to_owned()).or_default().push(file);
        }
    }
    modules
}

#[test]
fn every_module_has_a_layer() {
    for module in modules().keys() {
        assert!(layer(module).is_some(), "help: put src/{module} into LAYERS in tests/layers.rs");
    }
}

#[test]
fn no_file_uses_a_higher_layer() {
    let mut seen = 0;
    for (module, files) in modules() {
        for file in files {
            let text = fs::read_to_string(&file).expect("a source file");
            for used in uses(&text) {
                seen += 1;
                let lower = layer(used) < layer(&module);
                // Names that lib.rs re-exports, such as `crate::Result`, are no module.
                let known = layer(used).is_some();
                assert!(
                    used == module || lower || !known,
                    "{} uses crate::{used}, which is not below {module}",
                    file.display()
                );
            }
        }
    }
    assert!(seen > 0, "the scan finds no use at all");
}

#[test]
fn the_library_does_not_know_the_program() {
    for file in modules().into_values().flatten() {
        let text = fs::read_to_string(&file).expect("a source file");
        for name in ["clap::", "anstream::", "std::process::"] {
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            assert!(!code.clone().any(|line| line.contains(name)), "{}: {name}", file.display());
        }
    }
}

#[test]
fn the_scan_sees_what_it_should() {
    let text = "use crate::align::Link;\n// crate::output\nlet x = crate::fold::key(a);\n";
    assert_eq!(uses(text), ["align", "fold"]);
}
