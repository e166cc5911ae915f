//! Writing of `data/parameters.toml`: values change, comments stay, figures come at the end.

use std::fs;
use std::path::PathBuf;

use muqabala::align::Parameters;
use toml::Value;
use toml_edit::{DocumentMut, Item};

use crate::fit::Result;

/// What the part of the file begins with that says what the values gave.
const FIGURES: &str = "\n# What these values give, by `cargo xtask fit`:\n";

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../data/parameters.toml")
}

/// Writes values, and what they give, one comment a line.
pub fn write(parameters: &Parameters, figures: &[String]) -> Result<()> {
    let text = fs::read_to_string(path())?;
    fs::write(path(), edited(&text, parameters, figures)?)?;
    Ok(())
}

fn edited(text: &str, parameters: &Parameters, figures: &[String]) -> Result<String> {
    let values = text.split(FIGURES).next().unwrap_or(text);
    let mut document: DocumentMut = values.parse()?;
    let Value::Table(table) = Value::try_from(parameters)? else {
        return Err("parameters are no table".into());
    };
    for (key, value) in table {
        put(&mut document[&key], &value);
    }
    let mut written = document.to_string();
    written.push_str(FIGURES);
    for line in figures {
        written.push_str(format!("# {line}").trim_end());
        written.push('\n');
    }
    Ok(written)
}

/// Puts a value in the place of another and keeps the comments around it.
fn put(item: &mut Item, value: &Value) {
    match (item, value) {
        (Item::Table(table), Value::Table(values)) => {
            for (key, value) in values {
                put(&mut table[key], value);
            }
        }
        (Item::Value(old), value) => put_value(old, value),
        _ => {}
    }
}

fn put_value(old: &mut toml_edit::Value, value: &Value) {
    let decor = old.decor().clone();
    match value {
        Value::Float(number) => *old = (*number).into(),
        Value::Integer(number) => *old = (*number).into(),
        Value::Array(values) => {
            if let toml_edit::Value::Array(old) = old {
                old.iter_mut().zip(values).for_each(|(old, value)| put_value(old, value));
            }
        }
        _ => {}
    }
    *old.decor_mut() = decor;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dial::DIALS;

    #[test]
    fn the_file_takes_values_and_keeps_its_comments() {
        let text = fs::read_to_string(path()).expect("the file");
        let mut parameters = Parameters::default();
        for dial in DIALS {
            parameters = dial.turned(&parameters, 0.1).expect("a figure").unwrap_or(parameters);
        }
        let figures = [String::from("a figure")];
        let written = edited(&text, &parameters, &figures).expect("a file");
        let read: Parameters = toml::from_str(&written).expect("parameters");
        assert_eq!(read, parameters);
        let comments = |text: &str| {
            let values = text.split(FIGURES).next().unwrap_or(text).to_owned();
            values.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect()
        };
        let (before, after): (Vec<String>, Vec<String>) = (comments(&text), comments(&written));
        assert!(before.len() > 10);
        assert_eq!(before, after);
        assert!(written.ends_with("# a figure\n"));
        assert_eq!(edited(&written, &parameters, &figures).expect("a file"), written);
    }
}
