//! Where the built-in knowledge of a concept comes from.

use serde::Serialize;

use super::Mention;
use crate::data::{self, NAME_ROWS, Row};
use crate::document::Document;
use crate::fold;
use crate::lang::Lang;

/// A row of the tables in `data/`, which the program carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DataRow {
    /// Its file, from the root of the repository.
    pub file: &'static str,
    /// Its line, from 1.
    pub line: u32,
    /// Tags of its sources, which `data/LICENCES.md` explains; none where the file as a whole has
    /// one source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'static str>,
    /// The names or words that it holds.
    pub forms: Vec<Form>,
}

/// A name or word as a row has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Form {
    /// Its language.
    pub language: Lang,
    /// Its spelling.
    pub text: &'static str,
    /// Whether it is an ordinary word as well, and counts only where something says that it is a
    /// name.
    pub doubtful: bool,
}

/// Why the gazetteer took a stretch of text for a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The row.
    pub row: DataRow,
    /// The name of the row that the text spells, alone or with something attached to it; none where
    /// the text has a form that the program makes of the row's names.
    pub form: Option<Form>,
}

impl DataRow {
    pub(super) fn of(row: Row) -> Self {
        let forms = row.names.iter().flat_map(|&(tag, names)| {
            let language = Lang::from_tag(tag).unwrap_or_default();
            names.split('|').filter(|name| !name.is_empty()).map(move |name| {
                let text = name.trim_start_matches('?');
                let doubtful = text.len() < name.len();
                Form { language, text: text.strip_prefix('=').unwrap_or(text), doubtful }
            })
        });
        let source = Some(row.source).filter(|source| !source.is_empty());
        Self { file: row.file, line: row.line, source, forms: forms.collect() }
    }
}

/// The rows that speak of an entity, given by its id; empty for any other concept.
///
/// ```
/// let rows = muqabala::concept::rows("Q858");
/// assert!(rows.iter().any(|row| row.file == "data/entities/demonyms.tsv"));
/// assert!(muqabala::concept::rows("num:3").is_empty());
/// ```
pub fn rows(concept: &str) -> Vec<DataRow> {
    let number = data::entity_number(concept);
    number.into_iter().flat_map(|number| NAME_ROWS.of(number)).map(DataRow::of).collect()
}

/// The row from which a mention is known; none where no row speaks of its concept.
///
/// Of several rows it is the one with the longest name that the mention contains, if possible in
/// the language of the document.
pub fn origin(document: &Document, mention: &Mention) -> Option<Origin> {
    let written = letters(document.text.get(mention.span.start..mention.span.end)?);
    let rows = rows(&mention.concept);
    let mut best: Option<((usize, bool), usize, Form)> = None;
    for (index, row) in rows.iter().enumerate() {
        for &form in &row.forms {
            let key = letters(form.text);
            let fit = (key.len(), form.language == document.lang);
            let better = best.is_none_or(|(known, _, _)| fit > known);
            if better && !key.is_empty() && written.contains(&key) {
                best = Some((fit, index, form));
            }
        }
    }
    let index = best.map_or(0, |(_, index, _)| index);
    let row = rows.into_iter().nth(index)?;
    Some(Origin { row, form: best.map(|(_, _, form)| form) })
}

/// The folded letters and digits, as the tables of names and words have them.
pub(super) fn letters(text: &str) -> String {
    fold::key(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concept::recognise;
    use crate::segment::SegmentOptions;

    fn origin_of(text: &str, concept: &str) -> Origin {
        let document = Document::from_text("a.txt", text);
        let found = recognise(&document, &SegmentOptions::default());
        let mention = found.mentions.iter().find(|mention| mention.concept == concept);
        origin(&document, mention.expect("a mention of it")).expect("a row")
    }

    #[test]
    fn a_name_comes_from_the_row_that_spells_it() {
        let adjective = origin_of("وقال المسؤول السوري إن الطريق آمن منذ الصباح.", "Q858");
        assert_eq!(adjective.row.file, "data/entities/demonyms.tsv");
        let name = origin_of("وصل الوزير إلى بريطانيا صباح اليوم، وعاد منها مساء.", "Q145");
        assert!(name.row.forms.iter().any(|form| Some(*form) == name.form));
        assert_eq!(name.form.map(|form| form.language), Some(Lang::Arabic));
    }

    #[test]
    fn every_row_names_its_line() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        for row in rows("Q858").iter().chain(&rows("Q145")) {
            let file = std::fs::read_to_string(root.join(row.file)).expect("a table");
            let line = file.lines().nth(row.line as usize - 1).expect("a line");
            for form in &row.forms {
                assert!(line.contains(form.text), "{}:{} {}", row.file, row.line, form.text);
            }
        }
    }
}
