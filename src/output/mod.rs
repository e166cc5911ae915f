//! Forms in which a comparison leaves the program: one type each, all made from the same
//! [`Comparison`].

mod claim;
mod evaluation;
pub mod html;
mod json;
mod lookup;
mod recognition;
mod revision;
mod rows;
mod several;
mod summary;
mod terminal;
mod visible;

use std::io::{self, Write};

use crate::comparison::Comparison;

pub use evaluation::{write_evaluation_json, write_evaluation_text};
pub use json::Json;
pub use lookup::{write_lookup_json, write_lookup_text};
pub use recognition::{write_entities_json, write_entities_text};
pub use revision::{RevisionSummary, RevisionText, write_revision_json};
pub use several::{SeveralSummary, SeveralText, write_several_json};
pub use summary::Summary;
pub use terminal::Text;
pub use visible::{isolate, isolate_runs, visible};

/// A form of output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// The report for readers: one file that needs nothing else.
    #[default]
    Html,
    /// The contract for programs, `schema/comparison.schema.json`.
    Json,
    /// The report for terminals.
    Text,
    /// The overview as a picture.
    Svg,
}

impl Format {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Html, Self::Json, Self::Text, Self::Svg];

    /// The name on the command line: `html`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Json => "json",
            Self::Text => "text",
            Self::Svg => "svg",
        }
    }

    /// The form of that name; none where there is no such form.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Something that can put a comparison into words, marks or fields.
///
/// What is written depends on the comparison and the writer's options alone: no clock, no
/// environment, no file.
///
/// ```
/// use muqabala::{Document, Html, Json, Options, Writer, compare};
///
/// let text = Document::from_text("a.txt", "Talks resume in Muscat on 3 May.");
/// let comparison = compare(&text, &text, &Options::default());
/// let (mut page, mut json) = (Vec::new(), Vec::new());
/// Html::default().write(&comparison, &mut page)?;
/// Json.write(&comparison, &mut json)?;
/// assert!(page.starts_with(b"<!DOCTYPE html>"));
/// assert!(json.starts_with(b"{"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub trait Writer {
    /// Writes all of `comparison` to `out`, in UTF-8.
    ///
    /// # Errors
    ///
    /// Only those of `out`.
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()>;
}

/// The report for readers.
#[derive(Clone, Debug, Default)]
pub struct Html(pub html::HtmlOptions);

impl Writer for Html {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(html::render(comparison, &self.0).as_bytes())
    }
}

/// The overview as a picture, in SVG.
#[derive(Clone, Copy, Debug, Default)]
pub struct Svg {
    /// Language of its words; none takes that of the translation.
    pub ui: Option<html::Ui>,
}

impl Writer for Svg {
    fn write(&self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(html::picture(comparison, self.ui).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::from_name("HTML"), None);
    }
}
