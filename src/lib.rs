//! Compares an article with the article it is said to be translated from, in Arabic, Persian and
//! English: whether the one renders the other, which units belong together, and what was dropped,
//! added, changed and moved.
//!
//! **Where to start:** [`Document`] reads a text, [`compare`] takes two and returns a
//! [`Comparison`], a [`Writer`] turns that into a page, JSON or text. A folder with two texts and
//! a manifest is a [`PairFolder`].
//!
//! ```
//! use muqabala::{Document, FindingKind, Options, Relation, compare};
//!
//! let source = Document::from_text("source.txt", "\
//! أعلنت وزارة الزراعة في تونس أن محصول الزيتون بلغ 450 ألف طن هذا العام.
//! وقال الوزير سمير عبد الحفيظ إن ألمانيا وإيطاليا اشترتا نصف الكمية.
//! وتنتهي عملية الجني في 20 آذار/مارس.");
//! let translation = Document::from_text("translation.txt", "\
//! The ministry of agriculture in Tunisia announced an olive harvest of 540 thousand tons this year.
//! The minister Samir Abdelhafidh said that Germany and Italy had bought half of it.
//! The harvest ends on 20 March.");
//!
//! let comparison = compare(&source, &translation, &Options::default());
//! assert_ne!(comparison.verdict.relation, Relation::Unrelated);
//!
//! let changed = comparison.findings.iter().find(|f| f.kind == FindingKind::NumberChanged);
//! let span = changed.and_then(|finding| finding.spans.translation).expect("a changed number");
//! assert!(span.of(&translation.text).starts_with("540"));
//! ```
//!
//! # The way of a text
//!
//! ```text
//! bytes ─import─▶ Document ─segment─▶ Segments ─concept─▶ Mentions ─align─▶ Alignment ─finding─▶ Comparison ─output─▶ html, json, text
//! ```
//!
//! - [`import`] and [`document`]: bytes to text, language, paragraphs. Nothing is ever altered.
//! - [`mod@segment`]: roles of paragraphs, sentences, tokens.
//! - [`concept`]: names, numbers and dates, the same on both sides.
//! - [`align`]: which units belong together, how surely, and why; the [`Verdict`] on the whole.
//! - [`finding`]: what a reviewer would write down.
//! - [`revision`]: two versions of one text in one language, word by word.
//! - [`several`]: several translations of one source beside each other.
//! - [`learn`]: a lexicon from a translation memory, for [`Options::words`].
//! - [`evaluation`]: how often all this is right, on pairs with known truth.
//! - [`output`]: the forms in which it leaves.
//!
//! Books take a while: [`compare_watched`] says how far the work is and can be stopped.
//!
//! Every position is a [`Span`], a range of bytes of the text as it was read. What exists for both
//! texts is a [`Pair`], indexed by [`Side`]. The same input gives the same output, byte for byte;
//! nothing here prints, uses a network, or panics on input. All results serialise with serde.
//!
//! # Features
//!
//! - `share-alike` (default): lexicon rows under CC BY-SA.
//! - `cli` (default): the program. Leave it out to use the library alone.

pub mod align;
pub mod calendar;
pub mod comparison;
pub mod concept;
mod data;
pub mod detect;
pub mod document;
pub mod error;
pub mod evaluation;
pub mod finding;
pub mod fold;
pub mod import;
pub mod lang;
pub mod learn;
pub mod output;
pub mod pair;
pub mod progress;
pub mod revision;
pub mod segment;
pub mod several;
pub mod skeleton;
pub mod span;

pub use align::{Alignment, Evidence, Link, LinkKind};
pub use comparison::{Comparison, Options, Relation, Verdict, compare, compare_watched};
pub use concept::{ConceptKind, Mention, UserWords, Value};
pub use document::{Document, Meta};
pub use error::{Error, Result};
pub use finding::{Finding, FindingKind, Severity};
pub use import::ReadOptions;
pub use lang::Lang;
pub use output::{Format, Html, Json, Text, Writer};
pub use pair::PairFolder;
pub use progress::{Progress, Stage};
pub use revision::{Revision, revise, revise_watched};
pub use segment::{Role, Segments};
pub use span::{Pair, Side, Span};
