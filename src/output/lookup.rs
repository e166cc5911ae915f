//! What is known of a name or word, for a terminal.

use std::io::{self, Write};

use super::recognition::{place, word};
use super::summary::{FAINT, Paint, STRONG};
use super::{isolate, isolate_runs};
use crate::concept::{DataRow, Lookup};
use crate::lang::Lang;

/// Writes everything that a name or word can stand for, with its forms in all languages and the
/// rows that they come from.
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
