//! Reading of the tables in `data/`: tab-separated, a header line that starts with `#`, `|` between
//! the entries of a cell.

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

/// Why the tables cannot be compiled, with file and line.
pub type Result<T> = std::result::Result<T, String>;

/// A table as it was read.
pub struct Table {
    path: PathBuf,
    columns: Vec<String>,
    text: String,
}

/// A line of a table.
pub struct Row<'a> {
    table: &'a Table,
    line: usize,
    cells: Vec<&'a str>,
}

impl Table {
    /// Reads `path` and tells cargo to watch it.
    pub fn read(path: &Path) -> Result<Self> {
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let header = text.lines().next().and_then(|line| line.strip_prefix('#'));
        let header = header.ok_or_else(|| format!("{}:1: no header line", path.display()))?;
        let columns = header.split('\t').map(str::to_owned).collect();
        Ok(Self { path: path.to_owned(), columns, text })
    }

    /// The rows, each with as many cells as the header.
    pub fn rows(&self) -> impl Iterator<Item = Result<Row<'_>>> {
        let lines = self.text.lines().enumerate().skip(1);
        lines.filter(|(_, line)| !line.starts_with('#')).map(|(index, line)| {
            let row = Row { table: self, line: index + 1, cells: line.split('\t').collect() };
            if row.cells.len() == self.columns.len() {
                Ok(row)
            } else {
                let (found, wanted) = (row.cells.len(), self.columns.len());
                Err(row.error(format!("{found} cells, but the header names {wanted}")))
            }
        })
    }
}

impl Row<'_> {
    /// The cell of a column; empty where the table has no such column.
    pub fn cell(&self, column: &str) -> &str {
        let at = self.table.columns.iter().position(|name| name == column);
        at.map_or("", |at| self.cells[at].trim())
    }

    /// The entries of a cell.
    pub fn entries(&self, column: &str) -> impl Iterator<Item = &str> {
        self.cell(column).split('|').filter(|entry| !entry.is_empty())
    }

    /// The cell of a column that must not be empty.
    pub fn required(&self, column: &str) -> Result<&str> {
        match self.cell(column) {
            "" => Err(self.error(format!("no {column}"))),
            cell => Ok(cell),
        }
    }

    /// The table's path in the repository, with `/` on every system.
    pub fn path(&self) -> String {
        self.table.path.display().to_string().replace('\\', "/")
    }

    /// The number of the line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// A message that names file and line.
    pub fn error(&self, problem: impl Display) -> String {
        format!("{}:{}: {problem}", self.table.path.display(), self.line)
    }
}
