//! Memories as tables: a header of two language tags, an entry a line.

use super::Memory;
use crate::concept::RowFault;
use crate::error::{Error, Result};
use crate::lang::Lang;
use crate::span::Pair;

pub(super) fn read(name: &str, text: &str) -> Result<(Memory, Vec<RowFault>)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.lines().enumerate();
    let header: Vec<&str> =
        lines.next().map_or("", |(_, line)| line).split('\t').map(str::trim).collect();
    let langs: Vec<(usize, Lang)> = header
        .iter()
        .enumerate()
        .filter_map(|(index, tag)| Some((index, Lang::from_tag(tag)?)))
        .filter(|&(_, lang)| lang != Lang::Unknown)
        .collect();
    let [(left, a), (right, b)] = langs[..] else {
        return Err(no_header(name));
    };
    if a == b {
        return Err(no_header(name));
    }
    let mut memory = Memory::new(Pair::new(a, b));
    let mut faults = Vec::new();
    for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let mut fault = |problem: &str| {
            let (file, problem) = (name.to_owned(), problem.to_owned());
            faults.push(RowFault { file, line: index + 1, problem });
        };
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        match (cells.get(left), cells.get(right)) {
            _ if cells.len() > header.len() => fault("it has more columns than the first line"),
            (Some(a), Some(b)) if !a.is_empty() && !b.is_empty() => {
                memory.push(a, b);
            }
            _ => fault("it has no text in one of the languages"),
        }
    }
    Ok((memory, faults))
}

fn no_header(name: &str) -> Error {
    Error::input(
        name,
        "line 1: it does not name two languages",
        "begin a table with a line such as ar, a tab and fa; a TMX file begins with <?xml or <tmx",
    )
}
