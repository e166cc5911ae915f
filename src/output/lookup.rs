//! What is known of a name or word, for readers and for programs.

use std::io::{self, Write};

use serde::Serialize;

use super::recognition::{place, word};
use super::summary::{FAINT, Paint, STRONG};
use super::{isolate, isolate_runs};
use crate::concept::{ConceptKind, DataRow, Form, Lookup, Value};
use crate::lang::Lang;

/// The name of the contract, in the field `schema`.
const SCHEMA: &str = "muqabala.lookup/1";

#[derive(Serialize)]
struct Contract<'a> {
    schema: &'static str,
    term: &'a str,
    figures: Vec<Figure<'a>>,
    entities: Vec<Entity<'a>>,
    words: Vec<Entry<'a>>,
    tried: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Figure<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    concept: &'a str,
    kind: ConceptKind,
    value: Option<Value>,
}

#[derive(Serialize)]
struct Entity<'a> {
    concept: &'a str,
    kind: ConceptKind,
    name: &'a str,
    found: Vec<Found<'a>>,
    rows: Vec<Source>,
}

#[derive(Serialize)]
struct Entry<'a> {
    weight: f32,
    found: Vec<Found<'a>>,
    row: Source,
}

/// Folded forms of one language.
#[derive(Serialize)]
struct Found<'a> {
    language: &'static str,
    forms: Vec<&'a str>,
}

/// A row of the tables, with all its names.
#[derive(Serialize)]
struct Source {
    file: &'static str,
    line: u32,
    source: Option<&'static str>,
    forms: Vec<Spelling>,
}

#[derive(Serialize)]
struct Spelling {
    language: &'static str,
    text: &'static str,
    doubtful: bool,
}

impl Source {
    fn of(row: &DataRow) -> Self {
        let spelling = |form: &Form| Spelling {
            language: form.language.tag(),
            text: form.text,
            doubtful: form.doubtful,
        };
        let forms = row.forms.iter().map(spelling).collect();
        Self { file: row.file, line: row.line, source: row.source, forms }
    }
}

/// The forms by language, in the order in which the languages come.
fn by_language(found: &[(Lang, String)]) -> Vec<Found<'_>> {
    let mut all: Vec<Found<'_>> = Vec::new();
    for (lang, form) in found {
        let language = lang.tag();
        match all.iter_mut().find(|known| known.language == language) {
            Some(known) => known.forms.push(form),
            None => all.push(Found { language, forms: vec![form] }),
        }
    }
    all
}

/// Writes everything that a name or word can stand for as JSON, as `schema/lookup.schema.json`
/// describes it.
///
/// # Errors
///
/// Only those of `out`.
pub fn write_lookup_json(term: &str, found: &Lookup, out: &mut dyn Write) -> io::Result<()> {
    let figures = found.figures.iter().map(|figure| Figure {
        start: figure.span.start,
        end: figure.span.end,
        text: term.get(figure.span.start..figure.span.end).unwrap_or_default(),
        concept: &figure.concept,
        kind: figure.kind,
        value: figure.value,
    });
    let entities = found.entities.iter().map(|entity| Entity {
        concept: &entity.concept,
        kind: entity.kind,
        name: &entity.name,
        found: by_language(&entity.found),
        rows: entity.rows.iter().map(Source::of).collect(),
    });
    let words = found.words.iter().map(|word| Entry {
        weight: word.weight,
        found: by_language(&word.found),
        row: Source::of(&word.row),
    });
    let tried = found.tried.iter().map(|(lang, forms)| Found {
        language: lang.tag(),
        forms: forms.iter().map(String::as_str).collect(),
    });
    let contract = Contract {
        schema: SCHEMA,
        term,
        figures: figures.collect(),
        entities: entities.collect(),
        words: words.collect(),
        tried: tried.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &contract)?;
    out.write_all(b"\n")
}

/// Writes everything that a name or word can stand for, with its forms in all languages and the
/// rows that they come from, for a terminal.
///
/// # Errors
///
/// Only those of `out`.
pub fn write_lookup_text(
    term: &str,
    found: &Lookup,
    color: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let paint = Paint(color);
    writeln!(out, "{}", paint.with(STRONG, &isolate(term)))?;
    for figure in &found.figures {
        let (name, kind) = (paint.with(STRONG, &isolate(&figure.name)), word(&figure.kind));
        writeln!(out, "\n{name}  {kind}, {}", figure.concept)?;
    }
    for entity in &found.entities {
        let (name, kind) = (paint.with(STRONG, &isolate(&entity.name)), word(&entity.kind));
        writeln!(out, "\n{name}  {kind}, {}", entity.concept)?;
        write_rows(&entity.found, &entity.rows, paint, out)?;
    }
    for entry in &found.words {
        writeln!(out, "\n{}  trust {:.2}", paint.with(STRONG, "word"), entry.weight)?;
        write_rows(&entry.found, std::slice::from_ref(&entry.row), paint, out)?;
    }
    if found.figures.is_empty() && found.entities.is_empty() && found.words.is_empty() {
        writeln!(out, "\nnothing is known of it")?;
    }
    for (lang, forms) in &found.tried {
        let forms: Vec<String> = forms.iter().map(|form| isolate(form)).collect();
        let line = format!("tried as {}: {}", name(*lang), forms.join(", "));
        writeln!(out, "\n{}", paint.with(FAINT, &line))?;
    }
    Ok(())
}

fn write_rows(
    found: &[(Lang, String)],
    rows: &[DataRow],
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    for language in Lang::known() {
        let mut forms: Vec<String> = Vec::new();
        for form in rows.iter().flat_map(|row| &row.forms) {
            let doubt = if form.doubtful { " (beside a title or the like)" } else { "" };
            let shown = format!("{}{doubt}", isolate(form.text));
            if form.language == language.lang() && !forms.contains(&shown) {
                forms.push(shown);
            }
        }
        if !forms.is_empty() {
            writeln!(out, "  {}: {}", language.name(), forms.join(", "))?;
        }
    }
    let found: Vec<String> =
        found.iter().map(|(lang, form)| format!("{form} ({})", name(*lang))).collect();
    writeln!(out, "  {}", paint.with(FAINT, &isolate_runs(&format!("as {}", found.join(", ")))))?;
    for row in rows {
        writeln!(out, "  {}", paint.with(FAINT, &format!("from {}", place(row))))?;
    }
    Ok(())
}

fn name(lang: Lang) -> &'static str {
    lang.module().map_or("unknown language", |language| language.name())
}
