//! Every position that comes out of a comparison lies in its text on character boundaries, and
//! units with the gaps between them give the text back.

mod gold;

use muqabala::align::Link;
use muqabala::comparison::{Comparison, Options};
use muqabala::document::Document;
use muqabala::span::{Side, Span};
use proptest::prelude::*;

/// Spans that rise without overlap, with nothing between them that `may_stand` refuses.
fn assert_cover(text: &str, spans: impl Iterator<Item = Span>, may_stand: impl Fn(&str) -> bool) {
    let mut at = 0;
    let mut rebuilt = String::new();
    for span in spans {
        assert!(at <= span.start && span.start <= span.end, "{span:?} after {at}");
        let gap = text.get(at..span.start).expect("a boundary");
        assert!(may_stand(gap), "{gap:?} before {span:?}");
        rebuilt.push_str(gap);
        rebuilt.push_str(text.get(span.start..span.end).expect("a boundary"));
        at = span.end;
    }
    let gap = &text[at..];
    assert!(may_stand(gap), "{gap:?} at the end");
    rebuilt.push_str(gap);
    assert_eq!(rebuilt, text);
}

/// White space, or characters that only direct how others are set.
fn is_blank(gap: &str) -> bool {
    let directs = |c| {
        matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    gap.chars().all(|c| c.is_whitespace() || directs(c))
}

fn assert_units(comparison: &Comparison, side: Side) {
    let text = &comparison.documents[side].text;
    let segments = &comparison.segments[side];
    assert_cover(text, comparison.documents[side].blocks.iter().map(|block| block.span), is_blank);
    assert_cover(text, segments.paragraphs.iter().map(|p| p.span), is_blank);
    let sentences = segments.sentences.iter().map(|sentence| sentence.span);
    let mut units: Vec<Span> = sentences.chain(segments.asides.iter().map(|a| a.span)).collect();
    // A paragraph of marks alone has no sentence.
    let marks = segments.paragraphs.iter().filter(|paragraph| {
        !paragraph.span.of(text).contains(char::is_alphanumeric) && paragraph.sentences.is_empty()
    });
    units.extend(marks.map(|paragraph| paragraph.span));
    units.sort();
    assert_cover(text, units.into_iter(), is_blank);
    assert_cover(text, segments.tokens.iter().map(|token| token.span), |_| true);
    for (at, paragraph) in segments.paragraphs.iter().enumerate() {
        for sentence in &segments.sentences[paragraph.sentences.clone()] {
            assert!(sentence.paragraph == at && paragraph.span.contains(sentence.span));
            let tokens = &segments.tokens[sentence.tokens.clone()];
            assert!(tokens.iter().all(|token| sentence.span.contains(token.span)));
        }
    }
    for aside in &segments.asides {
        assert!(segments.paragraphs[aside.paragraph].span.contains(aside.span));
        assert!(aside.outlets.iter().all(|&outlet| aside.span.contains(outlet)));
    }
}

fn assert_link(comparison: &Comparison, link: &Link, spans: impl Fn(Side, usize) -> Span) {
    assert!((0.0..=1.0).contains(&link.probability), "{link:?}");
    for side in Side::BOTH {
        assert!(!link.units(side).is_empty() && link.units(side).is_sorted(), "{link:?}");
        let text = &comparison.documents[side].text;
        for evidence in &link.evidence {
            let span = match side {
                Side::Source => evidence.source,
                Side::Translation => evidence.translation,
            };
            assert!(text.get(span.start..span.end).is_some_and(|covered| !covered.is_empty()));
            let mut units = link.units(side).iter();
            assert!(units.any(|&unit| spans(side, unit).contains(span)), "{evidence:?}");
        }
    }
}

fn assert_positions(comparison: &Comparison) {
    for side in Side::BOTH {
        assert_units(comparison, side);
        let text = &comparison.documents[side].text;
        assert_cover(text, comparison.mentions[side].iter().map(|m| m.span), |_| true);
        let nulls = &comparison.alignment.nulls[side];
        assert_eq!(nulls.len(), comparison.segments[side].sentences.len());
        assert!(nulls.iter().all(|null| (0.0..=1.0).contains(null)));
    }
    for link in &comparison.alignment.sentences {
        assert_link(comparison, link, |side, unit| comparison.segments[side].sentences[unit].span);
    }
    for link in &comparison.alignment.paragraphs {
        assert_link(comparison, link, |side, unit| comparison.segments[side].paragraphs[unit].span);
    }
    for finding in &comparison.findings {
        assert!(Side::BOTH.iter().any(|&side| finding.spans[side].is_some()), "{finding:?}");
        assert!((0.0..=1.0).contains(&finding.probability), "{finding:?}");
        for side in Side::BOTH {
            let text = &comparison.documents[side].text;
            if let Some(span) = finding.spans[side] {
                assert!(text.get(span.start..span.end).is_some_and(|c| !c.is_empty()), "{span:?}");
            }
        }
    }
}

fn compared(source: &str, translation: &str) -> Comparison {
    let document = |text: &str| Document::from_text("-", text);
    muqabala::compare(&document(source), &document(translation), &Options::default())
}

#[test]
fn positions_of_the_shipped_pairs_lie_in_their_texts() {
    for (_, _, texts) in gold::measured() {
        assert_positions(&compared(&texts.source, &texts.translation));
        assert_positions(&compared(&texts.translation, &texts.source));
        assert_positions(&compared(&texts.source, &texts.source));
    }
}

#[test]
fn directions_and_controls_at_the_edges_lose_no_sentence() {
    for text in
        ["ا \u{202e}", "\0(رويترز) –ا", "\u{200c}(رويترز) –ا\u{2069}", "خبر.\u{2067} \u{2067}"]
    {
        let comparison = compared(text, text);
        assert_eq!(comparison.segments.source.sentences.len(), 1, "{text:?}");
        assert_positions(&comparison);
    }
}

/// Words and marks that mean something to one of the stages, and characters that mean trouble.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ا-ی]{1,8}",
        2 => "[a-zA-Z]{1,8}",
        2 => proptest::sample::select(&[
            "قال", "سوريا", "ایران", "به گزارش رویترز", "المصدر: رويترز", "Next Post", "(رويترز) –",
            "٢٠١٧", "۱٫۵ میلیون", "12 أيار", "خمسة وعشرون", "مئات", "Dr. Smith", "U.S.", "«", "»",
            ". ", "؟ ", "، ", "...", ":", "\n", "\n\n", "\r\n", "\u{2028}", "\u{200c}", "\u{202e}",
            "\u{2069}", "\u{feff}", "\u{64b}", "ـ", "ﷺ", "½", "😀", "é", "e\u{301}", "\u{0}",
        ][..]).prop_map(str::to_owned),
        1 => "\\PC{1,4}",
    ];
    (proptest::collection::vec(piece, 0..60), any::<bool>())
        .prop_map(|(pieces, spaced)| pieces.join(if spaced { " " } else { "" }))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn positions_of_any_text_lie_in_it(source in text(), translation in text()) {
        assert_positions(&compared(&source, &translation));
    }

    #[test]
    fn so_do_those_of_a_text_beside_itself(text in text()) {
        assert_positions(&compared(&text, &text));
    }
}
