//! STAND-IN for the report. To be replaced as a whole.

use crate::comparison::Comparison;

/// The language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ui {
    /// English.
    En,
    /// Arabic.
    Ar,
    /// Persian.
    Fa,
}

/// How to show the report.
#[derive(Clone, Debug)]
pub struct HtmlOptions {
    /// Rows to show.
    pub max_rows: usize,
    /// Language of the interface; that of the translation where none is given.
    pub ui: Option<Ui>,
}

impl Default for HtmlOptions {
    fn default() -> Self {
        Self { max_rows: 2000, ui: None }
    }
}

/// The report.
pub fn render(comparison: &Comparison, _options: &HtmlOptions) -> String {
    maud::html! {
        (maud::DOCTYPE)
        html {
            head { meta charset="utf-8"; meta name="generator" content="muqabala"; title { "report" } }
            body { p { (comparison.verdict.summary) } }
        }
    }
    .into_string()
}
