//! Tables as users write them: tabs, a header that names the columns, `|` between forms.

use std::fmt;

use crate::error::{Error, Result};
use crate::lang::Lang;

/// A row, or a column, that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The file as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; left out", self.file, self.line, self.problem)
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Forms(Lang),
    Kind,
    Id,
    Weight,
    Other,
}

/// A line with its cells sorted out.
#[derive(Debug)]
pub(super) struct Row<'t> {
    pub line: usize,
    /// Forms with their languages, in the order of the columns.
    pub forms: Vec<(Lang, &'t str)>,
    pub kind: Option<&'t str>,
    pub id: Option<&'t str>,
    pub weight: Option<&'t str>,
}

/// The rows of a table.
pub(super) struct Table<'t> {
    name: &'t str,
    lines: Box<dyn Iterator<Item = (usize, &'t str)> + 't>,
    columns: Vec<Column>,
    pub faults: Vec<RowFault>,
}

impl<'t> Table<'t> {
    pub fn new(name: &'t str, text: &'t str) -> Result<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
        let mut lines: Box<dyn Iterator<Item = (usize, &'t str)> + 't> =
            Box::new(lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')));
        let (line, header) = lines.next().unwrap_or((1, ""));
        let mut faults = Vec::new();
        let columns: Vec<Column> = header
            .split('\t')
            .map(|column| match column.trim().to_lowercase().as_str() {
                "kind" => Column::Kind,
                "id" => Column::Id,
                "weight" => Column::Weight,
                other => match Lang::from_tag(other).filter(|&lang| lang != Lang::Unknown) {
                    Some(lang) => Column::Forms(lang),
                    None => {
                        let known: Vec<&str> = Lang::known().map(|l| l.tags()[0]).collect();
                        let problem = format!(
                            "column “{}” is neither a language ({}) nor kind, id or weight",
                            column.trim(),
                            known.join(", ")
                        );
                        faults.push(RowFault { file: name.to_owned(), line, problem });
                        Column::Other
                    }
                },
            })
            .collect();
        if !columns.iter().any(|column| matches!(column, Column::Forms(_))) {
            return Err(Error::input(
                name,
                format!("line {line}: no column is named by a language"),
                "begin with a line of column names with tabs between them, such as ar, fa, en, kind",
            ));
        }
        Ok(Self { name, lines, columns, faults })
    }

    /// How many languages have a column.
    pub fn languages(&self) -> usize {
        self.columns.iter().filter(|column| matches!(column, Column::Forms(_))).count()
    }

    pub fn has_weight(&self) -> bool {
        self.columns.contains(&Column::Weight)
    }

    pub fn fault(&mut self, line: usize, problem: String) {
        self.faults.push(RowFault { file: self.name.to_owned(), line, problem });
    }

    /// The next row; one with more cells than the header is left out.
    pub fn next(&mut self) -> Option<Row<'t>> {
        loop {
            let (number, line) = self.lines.next()?;
            let mut row =
                Row { line: number, forms: Vec::new(), kind: None, id: None, weight: None };
            let mut surplus = false;
            for (index, cell) in line.split('\t').enumerate() {
                let cell = Some(cell.trim()).filter(|cell| !cell.is_empty());
                let Some(cell) = cell else { continue };
                match self.columns.get(index) {
                    Some(&Column::Forms(lang)) => {
                        let forms = cell.split('|').map(str::trim).filter(|form| !form.is_empty());
                        row.forms.extend(forms.map(|form| (lang, form)));
                    }
                    Some(Column::Kind) => row.kind = Some(cell),
                    Some(Column::Id) => row.id = Some(cell),
                    Some(Column::Weight) => row.weight = Some(cell),
                    Some(Column::Other) => {}
                    None => surplus = true,
                }
            }
            if !surplus {
                return Some(row);
            }
            self.fault(number, format!("it has more than {} columns", self.columns.len()));
        }
    }
}
