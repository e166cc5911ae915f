//! The words of the interface, once for each language it speaks.

mod ar;
mod around;
mod counts;
mod en;
mod fa;
mod several;
mod versions;

use maud::{Markup, PreEscaped, html};

use super::Ui;
use super::edit::Family;
use crate::align::Link;
use crate::calendar::Calendar;
use crate::comparison::Relation;
use crate::concept::{Approx, ConceptKind};
use crate::finding::{CERTAIN_FROM, FindingKind};
use crate::lang::Lang;
use crate::revision::Extent;

/// The words of one interface language.
///
/// In templates `{n}`, `{m}`, `{s}` and `{t}` stand for values. These sentences are built so that no
/// word has to agree with a number, as Arabic has six plural forms; those that count are apart
/// (`counts`).
#[derive(Debug)]
pub(super) struct Strings {
    pub tag: &'static str,
    pub dir: &'static str,
    /// The ten digits in which the interface counts; the texts keep their own.
    pub digits: [char; 10],
    /// Between the parts of a list: ", ".
    pub comma: &'static str,

    pub page_title: &'static str,
    pub skip: &'static str,
    pub source: &'static str,
    pub translation: &'static str,
    /// Names of languages by BCP 47 tag.
    pub languages: &'static [(&'static str, &'static str)],
    /// The verdict in one sentence; `{s}` and `{t}` are the covered shares of the two texts.
    pub verdict: fn(Relation) -> &'static str,
    pub relation: fn(Relation) -> &'static str,
    pub shared: &'static str,
    pub shared_figures: &'static str,
    pub confidence: &'static str,
    /// What the translation says of its origin, and what the manifest says of the source.
    pub claims: &'static str,
    pub same_outlet: &'static str,
    pub source_outlet: &'static str,
    pub claim_unmet: &'static str,
    /// Gregorian, from January.
    pub months: [&'static str; 12],
    pub simplified: &'static str,

    pub coverage: &'static str,
    pub coverage_paragraphs: &'static str,
    pub of_words: &'static str,
    pub linked: &'static str,
    pub unlinked_source: &'static str,
    pub unlinked_translation: &'static str,
    pub side_by_side: &'static str,
    pub alone: &'static str,

    pub changes: &'static str,
    /// Before the kinds of which there is none.
    pub absent: &'static str,
    pub show_all: &'static str,
    pub shown: &'static str,
    pub kind: fn(FindingKind) -> Words,
    pub uncertain: Words,
    /// How far two versions differ, with the shares that are kept as in `verdict`; in what they differ;
    /// and words that one of them has alone.
    pub extent: fn(Extent) -> Words,
    pub edits: fn(Family) -> Words,
    pub gone: &'static str,
    pub new_words: &'static str,
    pub must_see: &'static str,
    pub nothing_found: &'static str,
    pub nothing_claimed: &'static str,
    pub more_findings: &'static str,
    pub minor_findings: &'static str,
    pub uncertain_findings: &'static str,

    pub overview: &'static str,
    pub overview_note: &'static str,
    pub texts: &'static str,
    pub pair: &'static str,
    pub row: &'static str,
    pub source_paragraph: &'static str,
    pub translation_paragraph: &'static str,
    pub evidence: &'static str,
    pub probability: &'static str,
    pub strength: fn(Strength) -> &'static str,
    pub shape: &'static str,
    pub not_in_translation: &'static str,
    pub not_in_source: &'static str,
    /// In place of the value of a side that names nobody, or quotes nothing.
    pub no_speaker: &'static str,
    pub no_quotation: &'static str,
    pub no_counterpart: &'static str,
    pub outside: &'static str,
    pub moved_here: &'static str,
    pub moved_run: &'static str,
    pub moved_to: &'static str,
    pub folded: &'static str,
    pub only_source: &'static str,
    pub only_translation: &'static str,
    pub in_translation: &'static str,
    pub in_source: &'static str,
    pub why: &'static str,
    pub too_little: &'static str,
    pub by_place: &'static str,
    /// Of a link that somebody confirmed.
    pub by_person: &'static str,
    pub end_of: &'static str,
    pub goes_on: &'static str,
    pub is_rest: &'static str,
    pub attribution: &'static str,
    pub dateline: &'static str,
    pub byline: &'static str,
    pub furniture: &'static str,
    pub headline: &'static str,
    pub shown_as: &'static str,
    pub displayed_as: &'static str,
    /// The calendar of a date.
    pub calendar: fn(Calendar) -> &'static str,
    /// How sharply a figure is given, where that alone differs.
    pub approx: fn(Approx) -> &'static str,
    /// Before what a text calls a thing in other places.
    pub elsewhere: &'static str,

    pub entities: &'static str,
    pub entities_note: &'static str,
    pub name: &'static str,
    pub type_of: &'static str,
    pub times: &'static str,
    pub forms: &'static str,
    pub concept: fn(ConceptKind) -> &'static str,

    pub notes: &'static str,
    pub no_notes: &'static str,
    pub hidden_note: &'static str,
    pub hidden_replaced: &'static str,
    pub hidden_kept: &'static str,
    pub mixed_note: &'static str,
    pub digits_note: &'static str,
    pub digit_sets: [&'static str; 3],
    pub uncertain_note: &'static str,

    pub about: &'static str,
    pub program: &'static str,
    pub file: &'static str,
    pub words: &'static str,
    pub published: &'static str,
    pub rows_limit: &'static str,
    pub legend: &'static str,
    pub offline: &'static str,

    pub tools: &'static str,
    pub tool_evidence: &'static str,
    pub tool_fold: &'static str,
    pub tool_swap: &'static str,
    pub tool_order: &'static str,
    pub tool_copy: &'static str,
    /// Of a single change.
    pub copy_change: &'static str,
    pub copied: &'static str,
    pub tool_theme: &'static str,
    pub tool_keys: &'static str,
    /// Words for screen readers before and after marks.
    pub tool_spoken: &'static str,
    pub tool_help: &'static str,
    pub search: &'static str,
    /// How often the search finds its words on either side, and in how many rows.
    pub hits: &'static str,
    pub only_hits: &'static str,
    pub close: &'static str,
    pub keys: &'static [(&'static str, &'static str)],
}

pub(super) use several::SeveralStrings;

/// A short name and one sentence that explains it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    pub label: &'static str,
    pub explain: &'static str,
}

/// How sure a link is, in three words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    Strong,
    Fair,
    Weak,
}

/// From here on a link is called strong: nine in ten such links hold.
const STRONG_FROM: f64 = 0.9;
/// No inference is called surer than this.
const MOST_CERTAIN: f64 = 0.99;

impl Strength {
    pub fn of(link: &Link) -> Self {
        if link.probability >= STRONG_FROM {
            Self::Strong
        } else if link.probability >= CERTAIN_FROM {
            Self::Fair
        } else {
            Self::Weak
        }
    }

    /// Full dots of three.
    pub fn dots(self) -> usize {
        match self {
            Self::Strong => 3,
            Self::Fair => 2,
            Self::Weak => 1,
        }
    }
}

static ALL: [(Ui, &Strings); 3] = [(Ui::En, &en::EN), (Ui::Ar, &ar::AR), (Ui::Fa, &fa::FA)];

impl Strings {
    pub fn of(ui: Ui) -> &'static Self {
        ALL.iter().find(|(key, _)| *key == ui).map_or(&en::EN, |(_, strings)| strings)
    }

    /// The same words for the report of two versions of one text.
    pub fn of_versions(ui: Ui) -> &'static Self {
        match ui {
            Ui::En => &versions::EN,
            Ui::Ar => &versions::AR,
            Ui::Fa => &versions::FA,
        }
    }

    /// The interface language.
    pub fn ui(&self) -> Ui {
        ALL.iter().find(|(_, strings)| strings.tag == self.tag).map_or(Ui::En, |(ui, _)| *ui)
    }

    /// The interface that a reader of `lang` would want; English where there is none.
    pub fn for_reader_of(lang: Lang) -> &'static Self {
        ALL.iter()
            .find(|(_, strings)| strings.tag == lang.tag())
            .map_or(&en::EN, |(_, strings)| strings)
    }

    pub fn language(&self, lang: Lang) -> &'static str {
        self.languages
            .iter()
            .find(|(tag, _)| *tag == lang.tag())
            .map_or_else(|| lang.tag(), |(_, name)| name)
    }

    /// A count in the digits of the interface.
    pub fn number(&self, value: usize) -> String {
        value
            .to_string()
            .chars()
            .map(|c| c.to_digit(10).map_or(c, |digit| self.digits[digit as usize]))
            .collect()
    }

    /// A value in the digits of the interface, its thousands set apart.
    pub fn figure(&self, value: f64) -> String {
        let plain = value.to_string();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let (thousands, point) = if self.digits[0] == '0' { (',', '.') } else { ('٬', '٫') };
        let mut out = String::with_capacity(plain.len() * 2);
        let count = whole.chars().filter(char::is_ascii_digit).count();
        let mut left = count;
        for c in whole.chars() {
            let digit = c.to_digit(10);
            // Four digits may be a year, and are read at a glance.
            if digit.is_some() && count > 4 && left < count && left.is_multiple_of(3) {
                out.push(thousands);
            }
            left -= usize::from(digit.is_some());
            out.push(digit.map_or(c, |digit| self.digits[digit as usize]));
        }
        if !fraction.is_empty() {
            out.push(point);
            out.extend(
                fraction.chars().filter_map(|c| Some(self.digits[c.to_digit(10)? as usize])),
            );
        }
        out
    }

    /// How sure the program is; nothing that it infers is certain.
    pub fn certainty(&self, probability: f64) -> String {
        self.percent(probability.clamp(0.0, MOST_CERTAIN))
    }

    /// A share from 0 to 1 as whole per cent; only what is everything is called 100 %.
    pub fn percent(&self, share: f64) -> String {
        let percent = if share >= 1.0 { 100.0 } else { (share * 100.0).round().clamp(0.0, 99.0) };
        // Between 0 and 100, or 0 where the share was not a number.
        let sign = if self.digits[0] == '0' { '%' } else { '٪' };
        format!("{}{sign}", self.number(percent as usize))
    }
}

/// Puts markup in the place of the `{name}`s of a template.
pub(super) fn fill(template: &str, values: &[(&str, Markup)]) -> Markup {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        out.push_str(&html! { (before) }.0);
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            out.push_str(&value.0);
        }
        rest = tail;
    }
    out.push_str(&html! { (rest) }.0);
    PreEscaped(out)
}

/// Puts plain values in the place of the `{name}`s of a template, for attributes; each is isolated
/// with U+2068 and U+2069, since attributes take no markup.
pub(super) fn fill_plain(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = template.to_owned();
    for (name, value) in values {
        out = out.replace(&format!("{{{name}}}"), &format!("\u{2068}{value}\u{2069}"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_the_digits_of_the_interface() {
        assert_eq!(Strings::of(Ui::Fa).number(1024), "۱۰۲۴");
        assert_eq!(Strings::of(Ui::Ar).percent(0.995), "٩٩٪");
        assert_eq!(Strings::of(Ui::En).percent(1.0), "100%");
        assert_eq!(Strings::of(Ui::En).percent(f64::NAN), "0%");
        assert_eq!(Strings::of(Ui::En).certainty(1.0), "99%");
        assert_eq!(Strings::of(Ui::En).figure(38_000_000.0), "38,000,000");
        assert_eq!(Strings::of(Ui::Fa).figure(-1234.5), "-۱۲۳۴٫۵");
        assert_eq!(Strings::of(Ui::Ar).figure(12500.25), "١٢٬٥٠٠٫٢٥");
        assert_eq!(Strings::of(Ui::En).figure(f64::NAN), "NaN");
    }

    #[test]
    fn values_are_escaped_by_who_makes_them_and_templates_always() {
        let filled = fill("<{n}> of {m}", &[("n", html! { b { "<" } }), ("m", html! { "7" })]);
        assert_eq!(filled.0, "&lt;<b>&lt;</b>&gt; of 7");
        assert_eq!(fill("a { b", &[]).0, "a { b");
    }

    /// A template that loses a value in translation loses a fact.
    #[test]
    fn every_language_uses_the_same_values() {
        let places = |text: &str| {
            let mut names: Vec<_> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split_once('}'))
                .map(|(name, _)| name.to_owned())
                .collect();
            names.sort();
            names
        };
        let templates = |s: &Strings| {
            let mut all: Vec<_> = [
                s.shared,
                s.shared_figures,
                s.simplified,
                s.shown,
                s.pair,
                s.row,
                s.source_paragraph,
                s.translation_paragraph,
                s.shape,
                s.moved_here,
                s.moved_to,
                s.moved_run,
                s.displayed_as,
                s.claims,
                s.same_outlet,
                s.source_outlet,
                s.folded,
                s.end_of,
                s.rows_limit,
                s.hits,
                s.more_findings,
                s.minor_findings,
                s.uncertain_findings,
                s.uncertain_note,
                s.digits_note,
                s.entities_note,
                s.confidence,
                s.of_words,
            ]
            .map(places)
            .to_vec();
            all.extend(
                [
                    Relation::Translation,
                    Relation::Adaptation,
                    Relation::Comparable,
                    Relation::Unrelated,
                ]
                .map(|relation| places((s.verdict)(relation))),
            );
            all
        };
        for (ui, strings) in ALL {
            assert_eq!(templates(strings), templates(&en::EN), "{}", strings.tag);
            assert_eq!(strings.keys.len(), en::EN.keys.len(), "{}", strings.tag);
            let versions = Strings::of_versions(ui);
            assert_eq!(versions.tag, strings.tag);
            assert_eq!(templates(versions), templates(&en::EN), "{}", strings.tag);
            assert_eq!(versions.keys.len(), versions::EN.keys.len(), "{}", strings.tag);
            for extent in [
                Extent::Identical,
                Extent::Spacing,
                Extent::Spelling,
                Extent::Revised,
                Extent::Unrelated,
            ] {
                let explain = |of: &Strings| places((of.extent)(extent).explain);
                assert_eq!(explain(strings), explain(&en::EN), "{}", strings.tag);
            }
        }
    }
}
