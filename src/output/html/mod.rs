//! The report: one HTML file that needs no network, no script and no colour to be read.
//!
//! The source stands beside the translation, a row for each pair; counts of typed changes are the
//! filters. All text of both inputs is on the page, escaped by maud; marks stand at word edges.

mod about;
mod caption;
mod claim;
mod edit;
mod entities;
mod gutter;
mod hidden;
mod kind;
mod mark;
mod notes;
mod numbering;
mod page;
mod rows;
mod several;
mod strings;
mod strip;
mod summary;
mod text;
mod tools;
mod value;
mod view;

use serde::{Deserialize, Serialize};

use crate::comparison::Comparison;
use crate::lang::Lang;
use crate::revision::Revision;
use crate::several::Several;
use strings::Strings;
use view::View;

/// How the report is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlOptions {
    /// Rows with marks, evidence and captions; what follows is shown in full without them, and the
    /// page says so. 2,000 rows load in a second and weigh about 4 MB.
    pub max_rows: usize,
    /// Language of the interface; none takes that of the translation, or English where the
    /// interface does not speak it.
    pub ui: Option<Ui>,
}

impl Default for HtmlOptions {
    fn default() -> Self {
        Self { max_rows: 2000, ui: None }
    }
}

/// A language that the interface of the report speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ui {
    /// English, from left to right.
    En,
    /// Arabic.
    Ar,
    /// Persian.
    Fa,
}

impl Ui {
    /// Every language of the interface.
    pub const ALL: [Self; 3] = [Self::En, Self::Ar, Self::Fa];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        Strings::of(self).tag
    }
}

/// The report as one HTML document.
///
/// It holds both texts in full, and neither the time nor a path: the same comparison gives the same
/// bytes.
pub fn render(comparison: &Comparison, options: &HtmlOptions) -> String {
    let strings = match options.ui {
        Some(ui) => Strings::of(ui),
        None => Strings::for_reader_of(comparison.documents.translation.lang),
    };
    page::page(&View::new(comparison, strings), options).into_string()
}

/// The same for two versions of one text.
pub fn render_revision(revision: &Revision, options: &HtmlOptions) -> String {
    let ui = match options.ui {
        Some(ui) => ui,
        None => Strings::for_reader_of(revision.comparison.documents.translation.lang).ui(),
    };
    page::page(&View::of_versions(revision, Strings::of_versions(ui)), options).into_string()
}

/// Several translations beside their source, as one HTML document: a row for each group of sentences
/// of the source. It needs no script and has none.
pub fn render_several(several: &Several, options: &HtmlOptions) -> String {
    let first = several
        .comparisons
        .first()
        .map_or(Lang::Unknown, |comparison| comparison.documents.translation.lang);
    let ui = options.ui.unwrap_or_else(|| Strings::for_reader_of(first).ui());
    several::page(several, ui, options.max_rows).into_string()
}

/// The Content Security Policy (level 3) that every page carries, for a server to send as a header
/// too: it allows this version's script and style by their SHA-256, and nothing else.
pub fn content_security_policy() -> String {
    page::policy()
}
