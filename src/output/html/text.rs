//! A stretch of an article as markup: every byte shown, marks at word edges only.

use std::cmp::Reverse;
use std::fmt::Write as _;

use maud::{Escaper, Markup, PreEscaped, html};
use rustc_hash::FxHashSet;

use super::hidden;
use crate::lang::{Direction, Lang};
use crate::span::Span;

/// A mark in running text.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub span: Span,
    /// `mark`, `ins`, `del` or `span`.
    pub element: &'static str,
    pub class: String,
    /// What a screen reader says before it, and after it with "end of" put in by [`Mark::end`].
    pub label: Option<(&'static str, String)>,
    /// Partner number within the row, for `data-c`.
    pub partner: Option<usize>,
    /// What marks of one change have in common, for `data-f`.
    pub change: Option<String>,
    /// Which mark wins where two overlap: the lowest.
    pub rank: u8,
}

/// One line of text with its asides and marks.
///
/// Marks are plain elements without direction or isolation, so that the order of the characters on
/// the screen is the same with and without them; they are widened to word edges, since an element
/// boundary inside a word breaks the joining of Arabic letters in some browsers.
pub(super) fn line(
    text: &str,
    span: Span,
    asides: &[(Span, &'static str)],
    marks: Vec<Mark>,
    ui: (&str, &str),
) -> Markup {
    let boxed = hidden::boxed(text, span);
    let mut writer = Writer { text, boxed, out: String::with_capacity(span.len() * 2), ui };
    let marks = choose(text, span, marks);
    let mut at = span.start;
    for &(aside, label) in asides {
        let aside = word_edges(text, clip(aside, span), span);
        if aside.start < at || aside.is_empty() {
            continue;
        }
        writer.marked(Span::new(at, aside.start), &marks);
        writer.out.push_str("<span class=\"aside\">");
        writer.hidden_label(label);
        writer.marked(aside, &marks);
        writer.out.push_str("</span>");
        at = aside.end;
    }
    writer.marked(Span::new(at, span.end), &marks);
    PreEscaped(writer.out)
}

/// A value outside running text: isolated, in its own direction.
pub(super) fn value(text: &str, lang: Lang) -> Markup {
    let mut writer = Writer { text, boxed: hidden::all(text), out: String::new(), ui: ("", "") };
    writer.plain(Span::new(0, text.len()));
    let body = PreEscaped(writer.out);
    if text.chars().any(is_right_to_left) {
        html! { bdi lang=(lang.tag()) dir=(direction(lang).unwrap_or("rtl")) { (body) } }
    } else {
        // Figures, Latin names, identifiers: in logical order, whatever stands around them.
        html! { bdi dir="ltr" { (body) } }
    }
}

/// The beginning of a stretch, cut between words.
pub(super) fn excerpt(text: &str, limit: usize) -> String {
    let text = text.trim();
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
            format!(
                "{}…",
                text[..cut].trim_end_matches(|c: char| c.is_whitespace() || "،,؛;:.".contains(c))
            )
        }
    }
}

/// The `dir` of a text: of its language, never of its first letter.
pub(super) fn direction(lang: Lang) -> Option<&'static str> {
    lang.module().map(|language| match language.direction() {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    })
}

/// Whether the letter belongs to a script written from right to left.
pub(super) fn is_right_to_left(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

struct Writer<'a> {
    text: &'a str,
    boxed: FxHashSet<usize>,
    out: String,
    ui: (&'a str, &'a str),
}

impl Writer<'_> {
    fn marked(&mut self, span: Span, marks: &[Mark]) {
        let mut at = span.start;
        for mark in marks {
            let here = clip(mark.span, span);
            if here.is_empty() || here.start < at || mark.span.start < span.start {
                continue;
            }
            self.plain(Span::new(at, here.start));
            let _ = write!(self.out, "<{} class=\"{}\"", mark.element, mark.class);
            if let Some(partner) = mark.partner {
                let _ = write!(self.out, " data-c=\"{partner}\"");
            }
            if let Some(change) = &mark.change {
                let _ = write!(self.out, " data-f=\"{change}\"");
            }
            self.out.push('>');
            if let Some((label, _)) = &mark.label {
                self.hidden_label(label);
            }
            self.plain(here);
            if let Some((_, end)) = &mark.label {
                let end = html! { span.vh lang=(self.ui.0) dir=(self.ui.1) { " (" (end) ")" } };
                self.out.push_str(&end.0);
            }
            let _ = write!(self.out, "</{}>", mark.element);
            at = here.end;
        }
        self.plain(Span::new(at, span.end));
    }

    /// Words for those who do not see colours; taken out of the line, so that nothing moves.
    fn hidden_label(&mut self, label: &str) {
        let label = html! { span.vh lang=(self.ui.0) dir=(self.ui.1) { "(" (label) ") " } };
        self.out.push_str(&label.0);
    }

    fn plain(&mut self, span: Span) {
        let mut from = span.start;
        for (at, c) in span.of(self.text).char_indices() {
            let at = at + span.start;
            if !self.boxed.contains(&at) {
                continue;
            }
            self.escaped(Span::new(from, at));
            let short = hidden::name(c).map_or("?", |(short, _)| short);
            let code = format!("{:04X}", u32::from(c));
            self.out.push_str(&html! { span.tok data-u=(code) { "[" (short) "]" } }.0);
            from = at + c.len_utf8();
        }
        self.escaped(Span::new(from, span.end));
    }

    fn escaped(&mut self, span: Span) {
        // Writing to a string cannot fail.
        let _ = Escaper::new(&mut self.out).write_str(span.of(self.text));
    }
}

/// Marks widened to word edges, in order, without overlap.
fn choose(text: &str, span: Span, mut marks: Vec<Mark>) -> Vec<Mark> {
    for mark in &mut marks {
        mark.span = word_edges(text, clip(mark.span, span), span);
    }
    marks.retain(|mark| !mark.span.is_empty());
    // Of two from one place the longer: a date holds its day.
    marks.sort_by_key(|mark| (mark.rank, mark.span.start, Reverse(mark.span.end)));
    let mut chosen: Vec<Mark> = Vec::new();
    for mark in marks {
        if chosen.iter().all(|other| !other.span.overlaps(mark.span)) {
            chosen.push(mark);
        }
    }
    chosen.sort_by_key(|mark| mark.span.start);
    chosen
}

fn clip(span: Span, to: Span) -> Span {
    let start = span.start.clamp(to.start, to.end);
    Span::new(start, span.end.clamp(start, to.end))
}

/// The smallest span around `span` whose ends no letters join across.
fn word_edges(text: &str, span: Span, within: Span) -> Span {
    if span.is_empty() {
        return span;
    }
    let (mut start, mut end) = (span.start, span.end);
    while start > within.start && !is_edge(text, start) {
        start -= 1;
    }
    while end < within.end && !is_edge(text, end) {
        end += 1;
    }
    Span::new(start, end)
}

/// Whether an element may begin or end at this byte.
fn is_edge(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let (Some(before), Some(after)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    let mark = |c| unicode_normalization::char::is_combining_mark(c);
    let joins = |c: char| c.is_alphabetic() || mark(c) || matches!(c, 'ـ' | '\u{200d}');
    !(mark(after) || joins(before) && joins(after) || before.is_numeric() && after.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize) -> Mark {
        Mark {
            span: Span::new(start, end),
            element: "mark",
            class: "m".to_owned(),
            label: None,
            partner: None,
            change: None,
            rank: 0,
        }
    }

    fn whole(text: &str, asides: &[(Span, &'static str)], marks: Vec<Mark>) -> String {
        line(text, Span::new(0, text.len()), asides, marks, ("en", "ltr")).0
    }

    #[test]
    fn marks_never_cut_a_word() {
        let text = "قال الوزير";
        // Two letters in the middle of the second word.
        let at = text.find("وز").expect("there");
        assert_eq!(whole(text, &[], vec![mark(at, at + 2)]), "قال <mark class=\"m\">الوزير</mark>");
    }

    #[test]
    fn zwnj_is_an_edge_and_a_vowel_sign_is_none() {
        let text = "کتاب\u{200c}ها";
        let end = text.find('\u{200c}').expect("there");
        assert_eq!(whole(text, &[], vec![mark(0, end)]), "<mark class=\"m\">کتاب</mark>\u{200c}ها");
        let text = "دُوَل";
        assert_eq!(whole(text, &[], vec![mark(0, 2)]), "<mark class=\"m\">دُوَل</mark>");
    }

    #[test]
    fn figures_after_a_letter_may_be_marked_alone() {
        assert_eq!(whole("و2500", &[], vec![mark(2, 4)]), "و<mark class=\"m\">2500</mark>");
    }

    #[test]
    fn a_mark_that_reaches_out_of_an_aside_is_cut_to_it() {
        let text = "بغداد (وكالة) قال";
        let aside = Span::new(0, text.find(" قال").expect("there"));
        let html = whole(text, &[(aside, "dateline")], vec![mark(0, text.len())]);
        assert!(html.starts_with("<span class=\"aside\"><span class=\"vh\""), "{html}");
        assert!(html.ends_with("<mark class=\"m\">بغداد (وكالة)</mark></span> قال"), "{html}");
    }

    #[test]
    fn nothing_of_the_text_becomes_markup() {
        assert_eq!(whole("<b a='\"'>&", &[], Vec::new()), "&lt;b a='&quot;'&gt;&amp;");
        assert_eq!(value("12:30 <", Lang::Arabic).0, "<bdi dir=\"ltr\">12:30 &lt;</bdi>");
    }

    #[test]
    fn excerpts_end_between_words() {
        assert_eq!(excerpt("one two three", 9), "one two…");
        assert_eq!(excerpt(" one ", 9), "one");
    }
}
