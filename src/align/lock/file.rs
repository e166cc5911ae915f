//! Locks as people and programs write them down: a table with tabs between its columns.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{LockKind, Locks, sentences_of};
use crate::error::{Error, Result};
use crate::segment::Segments;
use crate::span::{Pair, Side, Span};

/// The largest file of locks that is read, in bytes.
const LARGEST: u64 = 8 << 20;

const COLUMNS: &str = "write confirmed or refused, sentences of the source, and sentences of the \
                       translation, with tabs between: confirmed, s3.1, t2.1";

/// A pair of stretches that a line speaks of.
struct Said {
    kind: LockKind,
    line: usize,
    spans: Pair<Span>,
}

impl Locks {
    /// Reads locks from a file; see [`Locks::parse`].
    ///
    /// # Errors
    /// Where the file cannot be read, is not UTF-8, or as [`Locks::parse`].
    pub fn read(path: &Path, segments: Pair<&Segments>) -> Result<Self> {
        let failed = |reason| Error::Read { path: path.to_owned(), reason };
        let name = path.display().to_string();
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(failed)?;
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > LARGEST {
            let help = "give the locks of one pair";
            return Err(Error::input(name, format!("is larger than {LARGEST} bytes"), help));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..good].iter().filter(|&&byte| byte == b'\n').count() + 1;
            Error::input(format!("{name}:{line}"), "is not UTF-8", COLUMNS)
        })?;
        Self::parse(&name, &text, segments)
    }

    /// Locks from a table without a header: `confirmed` or `refused`, sentences of the source,
    /// sentences of the translation; tabs between the columns, commas between sentences. `name` is
    /// what messages call it. Empty lines and those that begin with `#` say nothing.
    ///
    /// A sentence is named by its id, as `s3.1`, or by its first byte and the one behind its last,
    /// as `s120-245`. Ids are those of `segments`, the units of the comparison without locks.
    ///
    /// # Errors
    /// [`Error::Input`] with the line, where it is none of that, names a sentence that there is not
    /// or that is not part of the article, or says the contrary of another line.
    pub fn parse(name: &str, text: &str, segments: Pair<&Segments>) -> Result<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut locks = Self::default();
        let mut said: Vec<Said> = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let fault = |problem: String, help: &str| {
                Error::input(format!("{name}:{number}"), problem, help)
            };
            let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
            let &[kind, source, translation] = columns.as_slice() else {
                let count = columns.len();
                return Err(fault(format!("has {count} columns where there are three"), COLUMNS));
            };
            let kind = match kind {
                "confirmed" => LockKind::Confirmed,
                "refused" => LockKind::Refused,
                other => return Err(fault(format!("“{other}” is no lock"), COLUMNS)),
            };
            let spans = |side: Side, list: &str| -> Result<Vec<Span>> {
                let ids = list.split(',').map(str::trim);
                ids.map(|id| {
                    span(segments[side], side, id).map_err(|(problem, help)| fault(problem, help))
                })
                .collect()
            };
            let spans =
                Pair::new(spans(Side::Source, source)?, spans(Side::Translation, translation)?);
            for &source in &spans.source {
                for &translation in &spans.translation {
                    let spans = Pair::new(source, translation);
                    let contrary = said.iter().find(|other| {
                        other.kind != kind
                            && Side::BOTH.iter().all(|&s| other.spans[s].overlaps(spans[s]))
                    });
                    if let Some(other) = contrary {
                        let problem = format!("says the contrary of line {}", other.line);
                        return Err(fault(problem, "leave one of the two out"));
                    }
                    said.push(Said { kind, line: number, spans });
                }
            }
            locks.push(kind, &spans.source, &spans.translation);
        }
        Ok(locks)
    }
}

const NAMES: &str = "name a sentence by its id in the report without locks, such as s3.1, or by \
                     its bytes, such as s120-245";

/// The stretch that is meant, or what is wrong and what to do.
fn span(segments: &Segments, side: Side, id: &str) -> Result<Span, (String, &'static str)> {
    let (letter, text) = match side {
        Side::Source => ('s', "source"),
        Side::Translation => ('t', "translation"),
    };
    let strange = || (format!("“{id}” is no sentence of the {text}"), NAMES);
    let rest = id.strip_prefix(letter).ok_or_else(strange)?;
    let numbers = |mark: char| -> Option<(usize, usize)> {
        let (one, other) = rest.split_once(mark)?;
        let number = |digits: &str| -> Option<usize> {
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        Some((number(one)?, number(other)?))
    };
    let (span, sentences): (Span, Vec<usize>) = if let Some((start, end)) = numbers('-') {
        if start >= end {
            return Err((format!("“{id}” does not end behind its beginning"), NAMES));
        }
        let span = Span::new(start, end);
        (span, sentences_of(segments, span).collect())
    } else if let Some((paragraph, sentence)) = numbers('.') {
        let found = paragraph
            .checked_sub(1)
            .and_then(|at| segments.paragraphs.get(at))
            .map(|paragraph| paragraph.sentences.clone())
            .and_then(|sentences| sentences.clone().nth(sentence.checked_sub(1)?));
        let index = found.ok_or_else(|| (format!("there is no sentence {id}"), NAMES))?;
        let found = segments.sentences.get(index).map(|sentence| sentence.span);
        (found.ok_or_else(strange)?, vec![index])
    } else {
        return Err(strange());
    };
    if !sentences.iter().any(|&sentence| is_content(segments, sentence)) {
        let problem = if sentences.is_empty() {
            format!("there is no sentence at {id}")
        } else {
            format!("{id} is not part of the article, and so never linked")
        };
        return Err((problem, NAMES));
    }
    Ok(span)
}

fn is_content(segments: &Segments, sentence: usize) -> bool {
    let paragraph = segments.sentences.get(sentence).map(|sentence| sentence.paragraph);
    let paragraph = paragraph.and_then(|at| segments.paragraphs.get(at));
    paragraph.is_some_and(|paragraph| paragraph.role.is_content())
}
