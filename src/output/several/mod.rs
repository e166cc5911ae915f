//! Forms in which several translations of one source leave. The page is in `html/several`.

mod json;
pub(super) mod layout;
mod text;

pub use json::write_several_json;
pub use text::{SeveralSummary, SeveralText};
