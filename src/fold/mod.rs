//! Orthographic folding: one spelling for what readers take for the same word.

mod key;
mod map;

pub use key::key;
pub use map::{Folded, OffsetMap};
