//! `muqabala entities`.

use muqabala::concept::recognise;
use muqabala::import::ReadOptions;
use muqabala::output::{write_entities_json, write_entities_text};
use muqabala::segment::SegmentOptions;
use muqabala::{Error, Result};

use crate::args::{Entities, ListFormat};
use crate::destination;
use crate::exit::Exit;
use crate::input::{Purpose, read_text};

/// Lists what is recognised in a text.
pub(crate) fn run(args: &Entities) -> Result<Exit> {
    if args.listing.file().is_some_and(|file| destination::is_same_file(file, &args.file)) {
        let name = args.file.display().to_string();
        return Err(Error::input(name, "would be overwritten", "name another --output"));
    }
    let options = ReadOptions::default()
        .encoding(args.encoding)
        .max_size(args.max_size.0)
        .lang(args.language)
        .segmented(args.segmented);
    let document = read_text(&args.file, &options, Purpose::List, "--language")?;
    let found = recognise(&document, &SegmentOptions::new().segmented(args.segmented));
    args.listing.write(|format, color, out| match format {
        ListFormat::Text => write_entities_text(&document, &found, color, out),
        ListFormat::Json => write_entities_json(&document, &found, out),
    })
}
