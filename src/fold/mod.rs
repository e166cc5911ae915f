//! Orthographic folding: one spelling for what readers take for the same word.

mod key;
mod letter;
mod map;

pub use key::key;
pub(crate) use letter::is_letter;
pub use map::{Folded, OffsetMap};
