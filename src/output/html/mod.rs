//! The report: one HTML file that needs no network, no script and no colour to be read.
//!
//! The source stands beside the translation, a row for each pair; counts of typed changes are the
//! filters. All text of both inputs is on the page, escaped by maud; marks stand at word edges.

mod about;
mod caption;
mod card;
mod claim;
mod coverage;
mod edit;
mod entities;
mod evidence;
mod gutter;
mod hidden;
mod kind;
mod list;
mod mark;
mod notes;
mod numbering;
mod page;
mod parts;
mod picture;
mod rows;
mod sections;
mod several;
mod strings;
mod strip;
mod summary;
mod text;
mod tools;
mod value;
mod view;

use std::ffi::{OsStr, OsString};

use serde::{Deserialize, Serialize};

use crate::comparison::Comparison;
use crate::lang::Lang;
use crate::revision::Revision;
use crate::several::Several;
pub use list::{Listed, list};
use parts::Parts;
use strings::Strings;
use view::View;

/// How the report is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlOptions {
    /// Rows of one page: [`pages`] puts what follows on further pages, [`render`] shows it in full
    /// without marks, evidence and captions. Either says so. 2,000 rows load in a second and weigh
    /// about 4 MB.
    pub max_rows: usize,
    /// Language of the interface; none takes that of the translation, or English where the
    /// interface does not speak it.
    pub ui: Option<Ui>,
    /// The address of the list that the report is in, for a link to it.
    pub list: Option<String>,
}

impl Default for HtmlOptions {
    fn default() -> Self {
        Self { max_rows: 2000, ui: None, list: None }
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

    /// That of most readers, by the languages that they read; of two as frequent the first of
    /// [`Ui::ALL`].
    ///
    /// ```
    /// use muqabala::Lang;
    /// use muqabala::output::html::Ui;
    ///
    /// assert_eq!(Ui::for_most([Lang::Arabic, Lang::Persian, Lang::Persian]), Ui::Fa);
    /// assert_eq!(Ui::for_most([]), Ui::En);
    /// ```
    pub fn for_most(langs: impl IntoIterator<Item = Lang>) -> Self {
        let mut counts = [0_usize; Self::ALL.len()];
        for lang in langs {
            let tag = Strings::for_reader_of(lang).tag;
            let ui = Self::ALL.iter().position(|ui| ui.tag() == tag);
            counts[ui.unwrap_or_default()] += 1;
        }
        let most = counts.into_iter().max().unwrap_or_default();
        let first = counts.iter().position(|&count| count == most).unwrap_or_default();
        Self::ALL[first]
    }
}

/// The report as one HTML document.
///
/// It holds both texts in full, and neither the time nor a path: the same comparison gives the same
/// bytes.
pub fn render(comparison: &Comparison, options: &HtmlOptions) -> String {
    page::page(&view(comparison, options), options).into_string()
}

/// The overview alone as a picture, in SVG: both texts as columns of cells, what belongs together
/// joined by bands in the colour of the change, with titles, verdict and counts in words.
///
/// A long text makes no larger picture: a cell then stands for several paragraphs, and the picture
/// says so.
pub fn picture(comparison: &Comparison, ui: Option<Ui>) -> String {
    picture::picture(&view(comparison, &HtmlOptions { ui, ..HtmlOptions::default() }))
}

/// The report as the files that it takes: `file`, and for a long text sections of at most
/// [`HtmlOptions::max_rows`] rows in files beside it, which link to each other.
///
/// They are made one at a time, as they are asked for.
///
/// ```
/// use muqabala::output::html::{HtmlOptions, pages};
/// use muqabala::{Document, Options, compare};
///
/// let text = Document::from_text("a", "First sentence.\n\nSecond sentence.\n\nThird sentence.");
/// let comparison = compare(&text, &text, &Options::default());
/// let options = HtmlOptions { max_rows: 2, ..HtmlOptions::default() };
/// let names: Vec<_> = pages(&comparison, &options, "a.html").map(|page| page.file).collect();
/// assert_eq!(names, ["a.html", "a-2.html"]);
/// ```
pub fn pages<'a>(
    comparison: &'a Comparison,
    options: &'a HtmlOptions,
    file: impl AsRef<OsStr>,
) -> Pages<'a> {
    let mut view = view(comparison, options);
    view.parts = Parts::split(&view.rows, options.max_rows, file.as_ref());
    Pages { view, options, next: 0 }
}

/// The files of a report: see [`pages`].
pub struct Pages<'a> {
    view: View<'a>,
    options: &'a HtmlOptions,
    next: usize,
}

/// One file of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name.
    pub file: OsString,
    /// What it holds.
    pub html: String,
}

impl Pages<'_> {
    /// The names of all files, the first one first.
    pub fn files(&self) -> Vec<OsString> {
        let parts = &self.view.parts;
        (0..parts.count()).filter_map(|part| parts.file(part)).map(OsStr::to_owned).collect()
    }
}

impl Iterator for Pages<'_> {
    type Item = Page;

    fn next(&mut self) -> Option<Page> {
        let file = self.view.parts.file(self.next)?.to_owned();
        self.view.parts.current = self.next;
        self.next += 1;
        Some(Page { file, html: page::page(&self.view, self.options).into_string() })
    }
}

fn view<'a>(comparison: &'a Comparison, options: &HtmlOptions) -> View<'a> {
    let strings = match options.ui {
        Some(ui) => Strings::of(ui),
        None => Strings::for_reader_of(comparison.documents.translation.lang),
    };
    View::new(comparison, strings)
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
