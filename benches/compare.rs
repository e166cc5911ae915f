//! divan
fn main() {}
