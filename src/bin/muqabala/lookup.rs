//! `muqabala lookup`.

use muqabala::Result;
use muqabala::concept::lookup;
use muqabala::output::{write_lookup_json, write_lookup_text};

use crate::args::{ListFormat, Lookup};
use crate::exit::Exit;

/// Shows everything that a name or word can stand for.
pub(crate) fn run(args: &Lookup) -> Result<Exit> {
    let found = lookup(&args.term, args.language);
    args.listing.write(|format, color, out| match format {
        ListFormat::Text => write_lookup_text(&args.term, &found, color, out),
        ListFormat::Json => write_lookup_json(&args.term, &found, out),
    })
}
