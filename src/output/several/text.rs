//! Several translations on the terminal: a line for each, then what they differ in by sentence of the
//! source.

use std::io::{self, Write};

use super::super::rows::Unit;
use super::super::summary::{FAINT, Paint, STRONG, finding_line, heading, kind_style, percent};
use super::super::{isolate, isolate_runs, visible};
use super::layout::{Group, layout};
use crate::finding::FindingKind;
use crate::several::{Scope, Several};
use crate::span::Side;

/// A line for each translation: how it renders the source, and what was found in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct SeveralSummary {
    /// Whether to write ANSI colour.
    pub color: bool,
}

impl SeveralSummary {
    /// Writes the lines.
    ///
    /// # Errors
    ///
    /// Only those of `out`.
    pub fn write(&self, several: &Several, out: &mut dyn Write) -> io::Result<()> {
        let paint = Paint(self.color);
        for (at, comparison) in several.comparisons.iter().enumerate() {
            let document = &comparison.documents.translation;
            let verdict = &comparison.verdict;
            let language = document.lang.module().map_or("language unknown", |l| l.name());
            write!(
                out,
                "{}  {}, {language}: {}",
                paint.with(STRONG, &number(at)),
                isolate_runs(&document.name),
                verdict.relation.name(),
            )?;
            if verdict.relation.is_rendering() {
                write!(out, ", {} of the source's words", percent(verdict.coverage.source))?;
            }
            let found = comparison.whole_findings();
            let counts: Vec<String> = FindingKind::ALL
                .into_iter()
                .map(|kind| (kind, found.iter().filter(|finding| finding.kind == kind).count()))
                .filter(|&(_, count)| count > 0)
                .map(|(kind, n)| format!("{n} {}", paint.with(kind_style(kind), kind.name())))
                .collect();
            let counts =
                if counts.is_empty() { "no findings".to_owned() } else { counts.join(", ") };
            write!(out, "; {counts}")?;
            let of = |scope: Scope| {
                (0..found.len()).filter(|&finding| several.scope(at, finding) == scope).count()
            };
            let scopes = [Scope::Only, Scope::Some, Scope::All]
                .map(|scope| (of(scope), scope_words(several, scope)));
            let scopes: Vec<String> = scopes
                .into_iter()
                .filter(|&(count, _)| count > 0)
                .map(|(count, words)| format!("{count} {words}"))
                .collect();
            writeln!(out, "{}{}", if scopes.is_empty() { "" } else { " — " }, scopes.join(", "))?;
        }
        Ok(())
    }
}

/// The readable report of several translations.
#[derive(Clone, Copy, Debug, Default)]
pub struct SeveralText {
    /// Whether to write ANSI colour.
    pub color: bool,
    /// How many rows to show; all with a finding where none is given. What is left out is said.
    pub max_rows: Option<usize>,
}

impl SeveralText {
    /// Writes the report.
    ///
    /// # Errors
    ///
    /// Only those of `out`.
    pub fn write(&self, several: &Several, out: &mut dyn Write) -> io::Result<()> {
        let paint = Paint(self.color);
        let Some(first) = several.comparisons.first() else { return Ok(()) };
        writeln!(out, "{}", heading(first, Side::Source, paint))?;
        SeveralSummary { color: self.color }.write(several, out)?;
        let groups = layout(several);
        let found: Vec<&Group> = groups
            .iter()
            .filter(|group| group.findings.iter().any(|findings| !findings.is_empty()))
            .collect();
        let limit = self.max_rows.unwrap_or(found.len());
        for group in found.iter().take(limit) {
            writeln!(out)?;
            write_group(several, group, paint, out)?;
        }
        if found.len() > limit {
            let (hidden, all) = (found.len() - limit, found.len());
            writeln!(out, "\n{hidden} of {all} rows are not shown (--max-rows {limit})")?;
        }
        Ok(())
    }
}

fn write_group(
    several: &Several,
    group: &Group,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let source = &several.comparisons[0].documents.source.text;
    let ids =
        |units: &[Unit]| units.iter().map(|unit| unit.id.as_str()).collect::<Vec<&str>>().join(" ");
    if group.source.is_empty() {
        writeln!(out, "{}", paint.with(FAINT, "+ not in the source"))?;
    } else {
        writeln!(out, "{}", paint.with(STRONG, &ids(&group.source)))?;
    }
    for unit in &group.source {
        writeln!(out, "  {}", visible(unit.span.of(source)))?;
    }
    for (at, comparison) in several.comparisons.iter().enumerate() {
        let findings = &group.findings[at];
        if findings.is_empty() {
            continue;
        }
        let units = &group.cells[at];
        let ids = if units.is_empty() { String::new() } else { format!("  {}", ids(units)) };
        writeln!(out, "{}{}", paint.with(STRONG, &number(at)), paint.with(FAINT, &ids))?;
        for unit in units {
            writeln!(out, "  {}", visible(unit.span.of(&comparison.documents.translation.text)))?;
        }
        for &finding in findings {
            let words = match several.scope(at, finding) {
                Scope::Some => also(several, at, finding),
                scope => scope_words(several, scope).to_owned(),
            };
            let line = finding_line(&comparison.whole_findings()[finding], paint);
            writeln!(out, "{line}  {}", paint.with(FAINT, &words))?;
        }
    }
    Ok(())
}

/// `[1]`: the number by which the report calls a translation.
fn number(at: usize) -> String {
    format!("[{}]", at + 1)
}

fn scope_words(several: &Several, scope: Scope) -> &'static str {
    match scope {
        Scope::Only => "only here",
        Scope::Some => "in others too",
        Scope::All if several.comparisons.len() == 2 => "in both",
        Scope::All => "in all",
    }
}

fn also(several: &Several, at: usize, finding: usize) -> String {
    let others: Vec<String> =
        several.also_in[at][finding].iter().map(|&other| isolate(&number(other))).collect();
    format!("also in {}", others.join(", "))
}
