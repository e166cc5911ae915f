//! A revision on the terminal: the main points, and the rows that changed, with their words marked as
//! `wdiff` marks them: `[-old-]`, `{+new+}`. What is merely written otherwise has another sign, so that
//! it is told apart without colour: `[~old~]`, `{~new~}`.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::super::json::{lettered_paragraph, lettered_sentence};
use super::super::rows::{Row, rows};
use super::super::summary::{
    FAINT, Paint, STRONG, counted, counts, finding_line, labelled, must_see, percent, unit_at,
};
use super::super::terminal::findings_by_row;
use super::super::visible;
use crate::revision::{Edit, EditKind, Extent, Revision, Version};
use crate::segment::Segments;
use crate::span::{Side, Span};

const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Cyan.on_default();

/// What the brackets say.
const LEGEND: &str = "[-gone-] {+new+} words; [~before~] {~after~} spelling and marks";

/// The main points of a revision.
#[derive(Clone, Copy, Debug, Default)]
pub struct RevisionSummary {
    /// Whether to write ANSI colour.
    pub color: bool,
}

impl RevisionSummary {
    /// Writes how far the versions differ, in what, and the findings to see first.
    ///
    /// # Errors
    ///
    /// Only those of `out`.
    pub fn write(&self, revision: &Revision, out: &mut dyn Write) -> io::Result<()> {
        let paint = Paint(self.color);
        let verdict = &revision.comparison.verdict;
        writeln!(out, "{}", paint.with(STRONG, revision.extent.name()))?;
        writeln!(out, "{}", verdict.summary)?;
        if !matches!(revision.extent, Extent::Spelling | Extent::Revised) {
            return Ok(());
        }
        let (old, new) = (percent(verdict.coverage.source), percent(verdict.coverage.translation));
        writeln!(out, "kept      {old} of the old version's words, {new} of the new one's")?;
        let edits: Vec<String> = EditKind::ALL
            .into_iter()
            .map(|kind| (kind, revision.count(kind)))
            .filter(|&(_, count)| count > 0)
            .map(|(kind, count)| format!("{count} {}", kind.name()))
            .collect();
        let edits = if edits.is_empty() { "none".to_owned() } else { edits.join(", ") };
        writeln!(out, "edits     {edits}")?;
        counts(&revision.comparison, paint, out)?;
        must_see(&revision.comparison, place, paint, out)
    }
}

/// The unit of a version in which a span begins.
fn place(segments: &Segments, side: Side, span: Span) -> String {
    let letter = Version::of(side).letter();
    match unit_at(segments, span) {
        (_, Some(sentence)) => lettered_sentence(segments, letter, sentence),
        (Some(paragraph), None) => lettered_paragraph(letter, paragraph),
        (None, None) => String::new(),
    }
}

/// The readable report of a revision: the main points, then every row in which something changed.
#[derive(Clone, Copy, Debug, Default)]
pub struct RevisionText {
    /// Whether to write ANSI colour.
    pub color: bool,
    /// How many rows to show; all that changed where none is given. What is left out is said.
    pub max_rows: Option<usize>,
}

impl RevisionText {
    /// Writes the report.
    ///
    /// # Errors
    ///
    /// Only those of `out`.
    pub fn write(&self, revision: &Revision, out: &mut dyn Write) -> io::Result<()> {
        let paint = Paint(self.color);
        let comparison = &revision.comparison;
        for side in Side::BOTH {
            let heading = labelled(comparison, side, Version::of(side).name(), paint);
            writeln!(out, "{heading}")?;
        }
        writeln!(out)?;
        RevisionSummary { color: self.color }.write(revision, out)?;
        if revision.extent == Extent::Unrelated {
            return Ok(());
        }
        if revision.diffs.iter().any(|diff| !diff.edits.is_empty()) {
            writeln!(out, "\n{}", paint.with(FAINT, LEGEND))?;
        }
        let rows = rows(comparison);
        let findings = findings_by_row(&rows, comparison.whole_findings());
        let limit = self.max_rows.unwrap_or(rows.len());
        let (mut shown, mut hidden, mut same) = (0, 0, 0);
        for (row, findings) in rows.iter().zip(&findings) {
            let edits = row.link.map_or(&[][..], |link| revision.edits(link));
            let is_news =
                !edits.is_empty() || !findings.is_empty() || row.link.is_none_or(|link| link.moved);
            if !is_news {
                same += 1;
                continue;
            }
            if shown == limit {
                hidden += 1;
                continue;
            }
            shown += 1;
            writeln!(out)?;
            write_same(&mut same, paint, out)?;
            write_row(revision, row, edits, paint, out)?;
            for finding in findings {
                writeln!(out, "{}", finding_line(finding, paint))?;
            }
        }
        if hidden > 0 {
            let all = shown + hidden;
            return writeln!(
                out,
                "\n{hidden} of {all} changed rows are not shown (--max-rows {limit})"
            );
        }
        if same > 0 && shown > 0 {
            writeln!(out)?;
            write_same(&mut same, paint, out)?;
        }
        Ok(())
    }
}

/// Says how many rows without a change were passed over.
fn write_same(same: &mut usize, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    match std::mem::take(same) {
        0 => Ok(()),
        rows => {
            let line = format!("… {} without a change", counted(rows, "row"));
            writeln!(out, "{}\n", paint.with(FAINT, &line))
        }
    }
}

fn write_row(
    revision: &Revision,
    row: &Row<'_>,
    edits: &[Edit],
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let ids: Vec<String> = Side::BOTH
        .into_iter()
        .flat_map(|side| row.units[side].iter().map(move |unit| (side, unit)))
        .map(|(side, unit)| unit.id.replacen(|c: char| c.is_ascii_alphabetic(), &letter(side), 1))
        .collect();
    let label = match row.link {
        Some(link) if link.moved => "  ⇅ moved",
        Some(_) => "",
        None if row.units.translation.is_empty() => "  − only in the old version",
        None => "  + only in the new version",
    };
    writeln!(out, "{}{}", paint.with(STRONG, &ids.join(" ")), paint.with(FAINT, label))?;
    let text = |side: Side| revision.comparison.documents[side].text.as_str();
    if row.link.is_none() {
        for side in Side::BOTH {
            for unit in &row.units[side] {
                let words = visible(unit.span.of(text(side)));
                let kind = match side {
                    Side::Source => EditKind::Deleted,
                    Side::Translation => EditKind::Inserted,
                };
                writeln!(out, "  {}", marked(side, kind, &words, paint))?;
            }
        }
        return Ok(());
    }
    let span = |side: Side| row.units[side].iter().map(|unit| unit.span).reduce(Span::join);
    let (Some(_), Some(new)) = (span(Side::Source), span(Side::Translation)) else {
        return Ok(());
    };
    writeln!(out, "  {}", word_diff(text(Side::Source), text(Side::Translation), new, edits, paint))
}

fn letter(side: Side) -> String {
    Version::of(side).letter().to_string()
}

/// The new text with what it lacks, and what is new in it, in brackets; spelling and marks as they
/// are now.
fn word_diff(old: &str, new: &str, span: Span, edits: &[Edit], paint: Paint) -> String {
    let mut out = String::new();
    let mut at = span.start;
    for edit in edits {
        let place = edit.spans.translation;
        out.push_str(&visible(Span::new(at, place.start.max(at)).of(new)));
        at = place.end.max(at);
        let (before, after) = (edit.spans.source.of(old), place.of(new));
        if after.is_empty() && is_open(old, edit.spans.source) {
            let space = new.get(at..).map_or(0, |rest| rest.len() - rest.trim_start().len());
            let space = space.min(span.end.saturating_sub(at));
            out.push_str(&visible(Span::new(at, at + space).of(new)));
            at += space;
        }
        // What stands between two words belongs to no edit.
        let apart = |out: &String| {
            !out.is_empty() && !out.ends_with(char::is_whitespace) && !before.is_empty()
        };
        if after.is_empty() && apart(&out) && starts_word(before) {
            out.push(' ');
        }
        if !before.is_empty() {
            out.push_str(&marked(Side::Source, edit.kind, &visible(before), paint));
        }
        if !after.is_empty() {
            out.push_str(&marked(Side::Translation, edit.kind, &visible(after), paint));
        }
        let next = new.get(at..).and_then(|rest| rest.chars().next());
        if after.is_empty() && next.is_some_and(|c| !c.is_whitespace()) && place.end == span.start {
            out.push(' ');
        }
    }
    out.push_str(&visible(Span::new(at.min(span.end), span.end).of(new)));
    out
}

/// Whether the words behind a stretch are joined to it, and those before it are not: an opening mark,
/// a minus.
fn is_open(text: &str, span: Span) -> bool {
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let before = text.get(..span.start).and_then(|text| text.chars().next_back());
    let behind = text.get(span.end..).and_then(|text| text.chars().next());
    !span.is_empty() && is_space(before) && !is_space(behind)
}

fn starts_word(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphanumeric)
}

fn marked(side: Side, kind: EditKind, words: &str, paint: Paint) -> String {
    match (side, kind.is_of_words()) {
        (Side::Source, true) => paint.with(OLD, &format!("[-{words}-]")),
        (Side::Translation, true) => paint.with(NEW, &format!("{{+{words}+}}")),
        (Side::Source, false) => paint.with(FAINT, &format!("[~{words}~]")),
        (Side::Translation, false) => paint.with(FAINT, &format!("{{~{words}~}}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::Options;
    use crate::document::Document;
    use crate::revision::revise;

    fn shown(old: &str, new: &str) -> String {
        let (old, new) = (Document::from_text("old", old), Document::from_text("new", new));
        let revision = revise(&old, &new, &Options::default());
        let span = Span::new(0, new.text.len());
        word_diff(&old.text, &new.text, span, &revision.diffs[0].edits, Paint(false))
    }

    #[test]
    fn words_are_marked_in_their_place() {
        for (old, new, expected) in [
            (
                "The fire hurt 12 people.",
                "The fire hurt 21 people.",
                "The fire hurt [-12-]{+21+} people.",
            ),
            ("The big fire hurt people.", "The fire hurt people.", "The [-big-] fire hurt people."),
            ("The fire hurt people.", "The big fire hurt people.", "The {+big+} fire hurt people."),
            (
                "Yesterday the fire hurt people.",
                "The fire hurt people.",
                "[-Yesterday-] [~the~]{~The~} fire hurt people.",
            ),
            (
                "The fire hurt people badly.",
                "The fire hurt people.",
                "The fire hurt people [-badly-].",
            ),
            ("It fell to -5 degrees.", "It fell to 5 degrees.", "It fell to [---]5 degrees."),
            ("They say “so” again.", "They say so again.", "They say [~“~]so[~”~] again."),
            (
                "The Fire, they say, hurt people badly.",
                "The fire they say hurt people badly.",
                "The [~Fire~]{~fire~}[~,~] they say[~,~] hurt people badly.",
            ),
        ] {
            assert_eq!(shown(old, new), expected);
        }
    }
}
