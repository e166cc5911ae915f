//! `data/parameters.toml` to a constant of the program, so that nothing is parsed at start-up.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use crate::tsv::Result;

/// The types of the tables, by the end of their path; `Rates` where none is named.
const TYPES: [(&str, &str); 7] = [
    ("prior", "Counts"),
    ("cut", "Cuts"),
    ("beside", "Beside"),
    ("relations", "Relations"),
    ("calibration", "Calibrations"),
    ("calibration.", "Curve"),
    ("", "Parameters"),
];

/// Writes `parameters.rs`, an expression of the type `Parameters`. What is missing or unknown is
/// told by the compiler.
pub fn compile(file: &Path, out: &Path) -> Result<()> {
    println!("cargo::rerun-if-changed={}", file.display());
    let fault = |reason: &dyn std::fmt::Display| format!("{}: {reason}", file.display());
    let text = fs::read_to_string(file).map_err(|reason| fault(&reason))?;
    let table: Table = text.parse().map_err(|reason| fault(&reason))?;
    let code = structure("", &table).map_err(|reason| fault(&reason))?;
    fs::write(out.join("parameters.rs"), code).map_err(|reason| fault(&reason))
}

fn structure(path: &str, table: &Table) -> Result<String> {
    let is_type = |(known, _): &&(&str, &str)| {
        path == *known || known.ends_with('.') && path.starts_with(known)
    };
    let name = TYPES.iter().find(is_type).map_or("Rates", |&(_, name)| name);
    let mut fields = String::new();
    for (key, value) in table {
        if !key.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            return Err(format!("{key} is no name of a figure"));
        }
        let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        fields += &format!("{key}: {}, ", literal(&inner, value)?);
    }
    Ok(format!("{name} {{ {fields} }}"))
}

fn literal(path: &str, value: &Value) -> Result<String> {
    match value {
        Value::Float(number) if number.is_finite() => Ok(format!("{number:?}")),
        Value::Integer(number) => Ok(number.to_string()),
        Value::Array(values) => {
            let values: Result<Vec<String>> = values.iter().map(|v| literal(path, v)).collect();
            Ok(format!("[{}]", values?.join(", ")))
        }
        Value::Table(table) => structure(path, table),
        _ => Err(format!("{path} is no number")),
    }
}
