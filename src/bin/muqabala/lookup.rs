//! `muqabala lookup`.

use muqabala::Result;
use muqabala::concept::lookup;
use muqabala::output::write_lookup_text;

use crate::args::Lookup;
use crate::destination;
use crate::exit::Exit;
use crate::listing::colored;

/// Shows everything that a name or word can stand for.
pub(crate) fn run(args: &Lookup) -> Result<Exit> {
    let found = lookup(&args.term, args.language);
    destination::to_standard(|out| write_lookup_text(&args.term, &found, colored(), out))?;
    Ok(Exit::Done)
}
