//! How the rows of a report are spread over files.

use std::ffi::{OsStr, OsString};
use std::ops::Range;

use super::view::Row;

/// A section may end so much before its limit, to end with a paragraph.
const SLACK: usize = 4;

/// The files of a report and the rows in each.
#[derive(Debug)]
pub(super) struct Parts {
    /// The first row of each file; the first of all is 0.
    starts: Vec<usize>,
    rows: usize,
    files: Vec<OsString>,
    /// The file that is being written.
    pub current: usize,
}

impl Parts {
    /// All rows in one file, whatever its name.
    pub fn one(rows: usize) -> Self {
        Self { starts: vec![0], rows, files: Vec::new(), current: 0 }
    }

    /// At most `max_rows` rows in each, the first in `file`; of nothing to spread there is one.
    pub fn split(rows: &[Row], max_rows: usize, file: &OsStr) -> Self {
        let mut starts = vec![0];
        let mut start = 0;
        while max_rows > 0 && rows.len() - start > max_rows {
            let limit = start + max_rows;
            let earliest = limit - max_rows / SLACK;
            start = (earliest.max(start + 1)..=limit)
                .rfind(|&at| rows[at].begins.source.is_some())
                .unwrap_or(limit);
            starts.push(start);
        }
        let files = (0..starts.len()).map(|part| numbered(file, part + 1)).collect();
        Self { starts, rows: rows.len(), files, current: 0 }
    }

    pub fn count(&self) -> usize {
        self.starts.len()
    }

    pub fn is_split(&self) -> bool {
        self.count() > 1
    }

    pub fn rows(&self, part: usize) -> Range<usize> {
        let end = self.starts.get(part + 1).copied().unwrap_or(self.rows);
        self.starts.get(part).copied().unwrap_or(end)..end
    }

    /// The rows of the file that is being written.
    pub fn here(&self) -> Range<usize> {
        self.rows(self.current)
    }

    pub fn part_of(&self, row: usize) -> usize {
        self.starts.partition_point(|&start| start <= row).saturating_sub(1)
    }

    pub fn file(&self, part: usize) -> Option<&OsStr> {
        self.files.get(part).map(OsString::as_os_str)
    }

    /// The address of a section, as a file beside this one.
    pub fn href(&self, part: usize) -> String {
        self.file(part).map_or_else(String::new, address)
    }

    /// The address of an anchor in a row.
    pub fn anchor(&self, row: usize, anchor: &str) -> String {
        let part = self.part_of(row);
        let file = if part == self.current { String::new() } else { self.href(part) };
        format!("{file}#{anchor}")
    }
}

/// `report.html`, `report-2.html`, …
fn numbered(file: &OsStr, number: usize) -> OsString {
    if number == 1 {
        return file.to_owned();
    }
    let path = std::path::Path::new(file);
    let mut name = path.file_stem().unwrap_or(file).to_owned();
    name.push(format!("-{number}"));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    name
}

/// A file of the same folder as a relative address (RFC 3986): whatever stands in the name, it is no
/// scheme, no path and no query.
pub(super) fn address(file: &OsStr) -> String {
    let mut out = String::new();
    for &byte in file.as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::view::RowKind;
    use super::*;

    fn rows(begins: &[bool]) -> Vec<Row> {
        let row = |&begins: &bool| {
            let mut row = Row::empty(RowKind::Pair);
            row.begins.source = begins.then_some(1);
            row
        };
        begins.iter().map(row).collect()
    }

    #[test]
    fn a_section_ends_with_a_paragraph_where_one_ends_near() {
        let mut begins = [false; 20];
        begins[7] = true;
        let parts = Parts::split(&rows(&begins), 8, OsStr::new("a.b.html"));
        let all: Vec<_> = (0..parts.count()).map(|part| parts.rows(part)).collect();
        assert_eq!(all, [0..7, 7..15, 15..20]);
        assert_eq!(parts.part_of(7), 1);
        assert_eq!(parts.file(2), Some(OsStr::new("a.b-3.html")));
        assert_eq!(parts.anchor(3, "p4"), "#p4");
        assert_eq!(parts.anchor(19, "p4"), "a.b-3.html#p4");
    }

    #[test]
    fn no_section_is_empty_or_too_long() {
        for max in 1..7 {
            for len in 0..20 {
                let parts = Parts::split(&rows(&vec![true; len]), max, OsStr::new("a"));
                let lengths: Vec<_> =
                    (0..parts.count()).map(|part| parts.rows(part).len()).collect();
                assert_eq!(lengths.iter().sum::<usize>(), len);
                assert!(lengths.iter().all(|&n| n <= max && (n > 0 || len == 0)), "{lengths:?}");
            }
        }
        assert_eq!(Parts::split(&rows(&[true; 9]), 0, OsStr::new("a")).count(), 1);
    }

    #[test]
    fn a_name_is_never_more_than_a_name() {
        assert_eq!(
            address(OsStr::new("javascript:alert(1)#?/..")),
            "javascript%3Aalert%281%29%23%3F%2F.."
        );
        assert_eq!(address(OsStr::new("ا.html")), "%D8%A7.html");
    }
}
