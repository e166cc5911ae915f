//! Names as one text introduces them and takes them up again.
//!
//! The gazetteer knows names; a text makes more of them: it presents people whom no list has, gives
//! short forms («قسد»), goes on with parts of names and with common nouns («این گروه»). Each step
//! below reads what those before it found.

mod context;
mod description;
mod introduced;
mod namesake;
mod reading;
mod short_name;

pub(super) use self::reading::{Class, Reading};
use super::Mention;
use crate::document::Document;
use crate::segment::Segments;

/// Adds to the mentions of a text, which are in order and without overlap, those that only the rest
/// of the text explains. Takes time linear in the text.
pub(super) fn complete(document: &Document, segments: &Segments, mentions: &mut Vec<Mention>) {
    let Some(mut reading) = Reading::new(document, segments) else { return };
    for step in
        [namesake::find, context::find, introduced::find, short_name::find, description::find]
    {
        reading.take(mentions);
        let found = step(&reading, mentions);
        if found.is_empty() {
            continue;
        }
        // What the step found replaces what it covers.
        let mut all = found;
        all.sort_by_key(|mention| mention.span.start);
        all.dedup_by(|next, before| before.span.overlaps(next.span));
        mentions.retain(|old| {
            let at = all.partition_point(|new| new.span.end <= old.span.start);
            all.get(at).is_none_or(|new| !new.span.overlaps(old.span))
        });
        mentions.append(&mut all);
        mentions.sort_by_key(|mention| mention.span.start);
    }
}

#[cfg(test)]
mod tests;
