//! Labels: `data/labels.tsv` to the source text of `data::LABELS`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use crate::blob;
use crate::key::key;
use crate::names::LANGUAGES;
use crate::tsv::{Result, Table};

/// The stance of phrases that hold a form and mean something else.
const OTHER: &str = "-";

/// Compiles the labels under `data` and writes the result.
pub fn compile(data: &Path, out: &Path) -> Result<()> {
    let table = Table::read(&data.join("labels.tsv"))?;
    let mut source = String::from("&[");
    let mut stances: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut forms: BTreeMap<(String, &str, String), String> = BTreeMap::new();
    for row in table.rows() {
        let row = row?;
        let (concept, stance) = (row.required("concept")?, row.required("stance")?);
        if !stances.entry(concept.to_owned()).or_default().insert(stance.to_owned()) {
            return Err(row.error(format!("{concept} has the stance {stance} in a row above")));
        }
        write!(source, "LabelRow {{ concept: {concept:?}, stance: {stance:?}, forms: [")
            .map_err(|e| e.to_string())?;
        let mut own = BTreeSet::new();
        for lang in LANGUAGES {
            let entries: Vec<&str> = row.entries(lang).collect();
            for form in &entries {
                let folded = (concept.to_owned(), lang, key(form));
                if !own.insert((lang, key(form))) {
                    return Err(row.error(format!("{form} stands there twice")));
                }
                if let Some(other) = forms.insert(folded, stance.to_owned())
                    && (other == OTHER) != (stance == OTHER)
                {
                    return Err(row.error(format!("{form} is a form of {concept} and is none")));
                }
            }
            write!(source, "&{entries:?}, ").map_err(|e| e.to_string())?;
        }
        source.push_str("] }, ");
    }
    if let Some((concept, _)) =
        stances.iter().find(|(_, stances)| stances.iter().filter(|s| *s != OTHER).count() < 2)
    {
        return Err(format!("labels.tsv: {concept} has one stance only"));
    }
    source.push(']');
    blob::write(out, "labels.rs", source.as_bytes())
}
