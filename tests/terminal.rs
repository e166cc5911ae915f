//! What a reader of the terminal sees.

mod example;

use muqabala::comparison::Comparison;
use muqabala::output::{Summary, Text, Writer};

fn written(writer: &dyn Writer, comparison: &Comparison) -> String {
    let mut out = Vec::new();
    writer.write(comparison, &mut out).expect("writing to memory");
    // Isolates are invisible: named here, so that the snapshot shows where they stand.
    let text = String::from_utf8(out).expect("text");
    text.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩")
}

#[test]
fn shows_an_adaptation_sentence_by_sentence() {
    insta::assert_snapshot!(written(&Text::default(), &example::adaptation()));
}

#[test]
fn shows_reports_of_one_event_paragraph_by_paragraph() {
    insta::assert_snapshot!(written(&Text::default(), &example::comparable()));
}

#[test]
fn sums_up() {
    insta::assert_snapshot!(written(&Summary::default(), &example::adaptation()));
}

#[test]
fn nothing_of_either_text_is_left_out() {
    for comparison in [example::adaptation(), example::comparable()] {
        let shown = written(&Text::default(), &comparison);
        for side in muqabala::span::Side::BOTH {
            for word in comparison.documents[side].text.split_whitespace() {
                let word = word.replace('\u{202e}', "[U+202E]");
                assert!(shown.contains(&word), "{word}");
            }
        }
    }
}

#[test]
fn rows_beyond_the_limit_are_announced() {
    let text = Text { max_rows: Some(2), ..Text::default() };
    let shown = written(&text, &example::adaptation());
    assert!(shown.ends_with("rows are not shown (--max-rows 2)\n"), "{shown}");
    assert!(!shown.contains("اقرأ"));
}

#[test]
fn a_sentence_that_goes_on_says_where() {
    let mut comparison = example::adaptation();
    assert!(!written(&Text::default(), &comparison).contains("goes on"));
    comparison.segments.source.continued = vec![1, 2];
    comparison.segments.translation.continued = vec![2];
    let shown = written(&Text::default(), &comparison);
    assert!(shown.contains("\ns2.1 s2.2  goes on in s2.3\n"), "{shown}");
    assert!(shown.contains("\nt3.1  probability 0.97, goes on in t3.2\n"), "{shown}");
    assert_eq!(shown.matches("goes on").count(), 2, "what goes on beside it is seen");
    let heading = "Arabic, 4 paragraphs, 4 sentences";
    assert!(shown.contains(heading), "parts are no sentences: {shown}");
}

#[test]
fn only_the_program_may_command_the_terminal() {
    let mut comparison = example::adaptation();
    comparison.documents.source.name = "\u{1b}]0;title\u{7}.txt".to_owned();
    comparison.verdict.summary = "one\u{1b}[2J two".to_owned();
    comparison.findings[0].message = "line\nline\u{9b}31m".to_owned();
    comparison.mentions.source[0].name = "\u{202e}eman".to_owned();
    for relation in [comparison.verdict.relation, muqabala::comparison::Relation::Comparable] {
        comparison.verdict.relation = relation;
        let plain = written(&Text::default(), &comparison);
        assert!(!plain.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']), "{plain}");
        assert!(plain.contains("[U+001B]]0;title[U+0007].txt"), "{plain}");
    }
    let coloured = written(&Text { color: true, ..Text::default() }, &comparison);
    assert!(coloured.contains("\u{1b}[1m") && !coloured.contains("\u{1b}[2J"));
}
