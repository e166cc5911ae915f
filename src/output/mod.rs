//! What is made of a comparison.

pub mod html;
