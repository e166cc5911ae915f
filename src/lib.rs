//! Compares an article with the article it is said to be translated from.

pub mod align;
pub mod calendar;
pub mod comparison;
pub mod concept;
mod data;
pub mod detect;
pub mod document;
pub mod error;
pub mod finding;
pub mod fold;
pub mod import;
pub mod lang;
pub mod output;
pub mod pair;
pub mod segment;
pub mod skeleton;
pub mod span;

pub use comparison::compare;
pub use error::{Error, Result};
