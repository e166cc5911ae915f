//! What was recognised in one text, for readers and for programs.

use std::io::{self, Write};

use serde::Serialize;

use super::json::Recognised;
use super::summary::{FAINT, Paint, STRONG};
use super::{isolate, visible};
use crate::concept::{DataRow, Mention, Origin, Recognition, origin};
use crate::document::Document;
use crate::span::Span;

/// The name of the contract, in the field `schema`.
const SCHEMA: &str = "muqabala.entities/1";

#[derive(Serialize)]
struct Contract<'a> {
    schema: &'static str,
    path: &'a str,
    sha256: &'a str,
    language: &'static str,
    mentions: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    start: usize,
    end: usize,
    sentence: Option<String>,
    text: &'a str,
    #[serde(flatten)]
    recognised: Recognised<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<Source>,
}

/// The row of the tables, without its other names.
#[derive(Serialize)]
struct Source {
    file: &'static str,
    line: u32,
    source: Option<&'static str>,
    form: Option<&'static str>,
}

impl Source {
    fn of(Origin { row, form }: Origin) -> Self {
        let form = form.map(|form| form.text);
        Self { file: row.file, line: row.line, source: row.source, form }
    }
}

/// Writes what was recognised as JSON, as `schema/entities.schema.json` describes it.
///
/// # Errors
///
/// Only those of `out`.
pub fn write_entities_json(
    document: &Document,
    found: &Recognition,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mentions = found.mentions.iter().map(|mention| Found {
        start: mention.span.start,
        end: mention.span.end,
        sentence: found.sentence_of(mention).map(|at| found.sentence_id(at)),
        text: written(document, mention),
        recognised: Recognised::of(mention),
        row: origin(document, mention).map(Source::of),
    });
    let contract = Contract {
        schema: SCHEMA,
        path: &document.name,
        sha256: &document.sha256,
        language: document.lang.tag(),
        mentions: mentions.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &contract)?;
    out.write_all(b"\n")
}

/// Writes each sentence with what was recognised in it, for a terminal.
///
/// A line of the text holds nothing but the text, so that a terminal gives it the direction of its
/// first letter; sentences in which nothing was recognised are left out.
///
/// # Errors
///
/// Only those of `out`.
pub fn write_entities_text(
    document: &Document,
    found: &Recognition,
    color: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let paint = Paint(color);
    let language = document.lang.module().map_or("unknown language", |module| module.name());
    let heading = paint.with(STRONG, &isolate(&document.name));
    let count = match found.mentions.len() {
        0 => "nothing was recognised".to_owned(),
        1 => "1 mention".to_owned(),
        count => format!("{count} mentions"),
    };
    writeln!(out, "{heading}  {language}, {count}")?;
    let mut shown = None;
    for mention in &found.mentions {
        let sentence = found.sentence_of(mention);
        if let Some(at) = sentence.filter(|_| sentence != shown) {
            let span = found.segments.sentences[at].span;
            writeln!(out, "\n{}", paint.with(STRONG, &found.sentence_id(at)))?;
            writeln!(out, "  {}", visible(span.of(&document.text)))?;
        }
        shown = sentence;
        write_mention(document, mention, paint, out)?;
    }
    Ok(())
}

fn write_mention(
    document: &Document,
    mention: &Mention,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = paint.with(STRONG, &isolate(written(document, mention)));
    let (name, kind) = (isolate(&mention.name), word(&mention.kind));
    writeln!(out, "  {text}  {name}, {kind}, {}", isolate(&mention.concept))?;
    let why = match origin(document, mention) {
        Some(Origin { row, form }) => {
            let form = form.map_or_else(String::new, |form| format!(", {}", isolate(form.text)));
            format!("{}{form}", place(&row))
        }
        None => String::new(),
    };
    let separator = if why.is_empty() { "" } else { ": " };
    let by = word(&mention.found_by);
    let Span { start, end } = mention.span;
    let line = format!("bytes {start} to {end}, {by}{separator}{why}");
    writeln!(out, "      {}", paint.with(FAINT, &line))
}

/// The row as `file:line (source)`.
pub(super) fn place(row: &DataRow) -> String {
    let source = row.source.map_or_else(String::new, |source| format!(" ({source})"));
    format!("{}:{}{source}", row.file, row.line)
}

/// The word that JSON has for a kind, so that both forms say the same.
pub(super) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn written<'a>(document: &'a Document, mention: &Mention) -> &'a str {
    document.text.get(mention.span.start..mention.span.end).unwrap_or_default()
}
