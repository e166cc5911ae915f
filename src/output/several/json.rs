//! The JSON contract `muqabala.comparisons/1`: fields may be added, never renamed.

use std::io::{self, Write};

use serde::Serialize;

use super::super::json::{Contract, Text, letter};
use super::layout::layout;
use crate::several::{Scope, Several};
use crate::span::Side;

/// The name of the contract, in the field `schema`.
const SCHEMA: &str = "muqabala.comparisons/1";

/// Writes several translations as `schema/comparisons.schema.json` describes it: indented, with a line
/// break at the end. Each comparison is one by the contract `muqabala.comparison/1`.
///
/// # Errors
///
/// Only those of `out`.
pub fn write_several_json(several: &Several, out: &mut dyn Write) -> io::Result<()> {
    let Some(first) = several.comparisons.first() else { return Ok(()) };
    let ids = |units: &[super::super::rows::Unit]| {
        units.iter().map(|unit| unit.id.clone()).collect::<Vec<String>>()
    };
    let rows = layout(several).into_iter().map(|group| Row {
        source: ids(&group.source),
        translations: group.cells.iter().map(|units| ids(units)).collect(),
    });
    let shared = |at: usize| {
        let findings = several.comparisons[at].whole_findings().iter().enumerate();
        findings
            .map(|(index, finding)| Shared {
                id: finding.id.clone(),
                scope: several.scope(at, index),
                also_in: several.also_in[at][index].iter().map(|other| other + 1).collect(),
            })
            .collect()
    };
    let contract = SeveralContract {
        schema: SCHEMA,
        source: Text::new(
            &first.documents.source,
            &several.source,
            &first.mentions.source,
            letter(Side::Source),
        ),
        translations: several
            .comparisons
            .iter()
            .enumerate()
            .map(|(at, comparison)| Translation {
                number: at + 1,
                comparison: Contract::of(comparison),
                findings: shared(at),
            })
            .collect(),
        rows: rows.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &contract)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct SeveralContract<'a> {
    schema: &'static str,
    source: Text<'a>,
    translations: Vec<Translation<'a>>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Translation<'a> {
    number: usize,
    comparison: Contract<'a>,
    findings: Vec<Shared>,
}

#[derive(Serialize)]
struct Shared {
    id: String,
    scope: Scope,
    also_in: Vec<usize>,
}

#[derive(Serialize)]
struct Row {
    source: Vec<String>,
    translations: Vec<Vec<String>>,
}
