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
    Named(&'static str),
    Other,
}

/// A line with its cells sorted out.
#[derive(Debug)]
pub(in crate::concept) struct Row<'t> {
    pub line: usize,
    /// Forms with their languages, in the order of the columns.
    pub forms: Vec<(Lang, &'t str)>,
    cells: Vec<(&'static str, &'t str)>,
}

impl<'t> Row<'t> {
    /// What stands in a column that is no language's.
    pub fn cell(&self, column: &str) -> Option<&'t str> {
        self.cells.iter().find(|(name, _)| *name == column).map(|&(_, cell)| cell)
    }
}

/// The rows of a table.
pub(in crate::concept) struct Table<'t> {
    name: &'t str,
    lines: Box<dyn Iterator<Item = (usize, &'t str)> + 't>,
    columns: Vec<Column>,
    pub faults: Vec<RowFault>,
}

impl<'t> Table<'t> {
    /// A table with columns of forms and those that `named` names.
    pub fn new(name: &'t str, text: &'t str, named: &'static [&'static str]) -> Result<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
        let mut lines: Box<dyn Iterator<Item = (usize, &'t str)> + 't> =
            Box::new(lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')));
        let (line, header) = lines.next().unwrap_or((1, ""));
        let mut faults = Vec::new();
        let columns: Vec<Column> = header
            .split('\t')
            .map(|column| {
                let column = column.trim();
                let lower = column.to_lowercase();
                if let Some(known) = named.iter().find(|known| **known == lower) {
                    return Column::Named(known);
                }
                match Lang::from_tag(&lower).filter(|&lang| lang != Lang::Unknown) {
                    Some(lang) => Column::Forms(lang),
                    None => {
                        let known: Vec<&str> = Lang::known().map(|l| l.tags()[0]).collect();
                        let (last, first) = named.split_last().unwrap_or((&"", &[]));
                        let problem = format!(
                            "column “{column}” is neither a language ({}) nor {} or {last}",
                            known.join(", "),
                            first.join(", "),
                        );
                        faults.push(RowFault { file: name.to_owned(), line, problem });
                        Column::Other
                    }
                }
            })
            .collect();
        if !columns.iter().any(|column| matches!(column, Column::Forms(_))) {
            return Err(Error::input(
                name,
                format!("line {line}: no column is named by a language"),
                format!(
                    "begin with a line of column names with tabs between them, such as ar, fa, en, {}",
                    named.first().copied().unwrap_or_default()
                ),
            ));
        }
        Ok(Self { name, lines, columns, faults })
    }

    /// How many languages have a column.
    pub fn languages(&self) -> usize {
        self.columns.iter().filter(|column| matches!(column, Column::Forms(_))).count()
    }

    /// Whether there is a column of this name.
    pub fn has(&self, column: &'static str) -> bool {
        self.columns.contains(&Column::Named(column))
    }

    pub fn fault(&mut self, line: usize, problem: String) {
        self.faults.push(RowFault { file: self.name.to_owned(), line, problem });
    }

    /// The next row; one with more cells than the header is left out.
    pub fn next(&mut self) -> Option<Row<'t>> {
        loop {
            let (number, line) = self.lines.next()?;
            let mut row = Row { line: number, forms: Vec::new(), cells: Vec::new() };
            let mut surplus = false;
            for (index, cell) in line.split('\t').enumerate() {
                let cell = Some(cell.trim()).filter(|cell| !cell.is_empty());
                let Some(cell) = cell else { continue };
                match self.columns.get(index) {
                    Some(&Column::Forms(lang)) => {
                        let forms = cell.split('|').map(str::trim).filter(|form| !form.is_empty());
                        row.forms.extend(forms.map(|form| (lang, form)));
                    }
                    Some(&Column::Named(name)) => row.cells.push((name, cell)),
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
