//! `muqabala lookup`.

use muqabala::concept::lookup;
use muqabala::output::{write_lookup_json, write_lookup_text};
use muqabala::{Error, Result};

use crate::args::{ListFormat, Lookup};
use crate::exit::Exit;

/// Shows everything that a name or word can stand for.
pub(crate) fn run(args: &Lookup) -> Result<Exit> {
    if args.term.trim().is_empty() {
        return Err(Error::input("TERM", "is empty", "give a name, a word, a number or a date"));
    }
    let found = lookup(&args.term, args.language);
    args.listing.write(|format, color, out| match format {
        ListFormat::Text => write_lookup_text(&args.term, &found, color, out),
        ListFormat::Json => write_lookup_json(&args.term, &found, out),
    })
}
