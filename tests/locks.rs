//! Links that a person confirmed or refused: they hold, and the rest is aligned around them.

use muqabala::align::{By, LockKind, Locks};
use muqabala::segment::{Segments, TokenKind};
use muqabala::{Comparison, Document, Options, Pair, ReadOptions, Side, Span, compare};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// The delegation comes, talks and leaves twice; the translation tells it once.
const SOURCE: &str = "\
وصل الوفد إلى تونس يوم الخميس.
التقى الرئيس في القصر.
غادر الوفد تونس يوم الجمعة.
وصل الوفد إلى تونس يوم السبت.
التقى الرئيس في القصر.
غادر الوفد تونس يوم الأحد.";
const TRANSLATION: &str = "\
The delegation arrived in Tunisia.
It met the president in the palace.
The delegation left Tunisia.";

fn documents(source: &str, translation: &str) -> Pair<Document> {
    Pair::new(Document::from_text("a", source), Document::from_text("b", translation))
}

fn free(documents: &Pair<Document>) -> Comparison {
    compare(&documents.source, &documents.translation, &Options::default())
}

fn locked(documents: &Pair<Document>, locks: &Locks) -> Comparison {
    let options = Options::default().locks(locks.clone());
    compare(&documents.source, &documents.translation, &options)
}

/// The comparison under the locks of a table.
fn under(documents: &Pair<Document>, table: &str) -> Comparison {
    let free = free(documents);
    let locks = Locks::parse("locks.tsv", table, free.segments.as_ref()).expect("locks");
    locked(documents, &locks)
}

/// Sentence links as pairs of indices.
fn pairs(comparison: &Comparison) -> Vec<(usize, usize)> {
    let links = comparison.alignment.sentences.iter();
    let mut pairs: Vec<(usize, usize)> = links
        .flat_map(|link| {
            link.source.iter().flat_map(|&s| link.translation.iter().map(move |&t| (s, t)))
        })
        .collect();
    pairs.sort_unstable();
    pairs
}

#[test]
fn a_refused_link_goes_and_takes_its_neighbours_along() {
    let documents = documents(SOURCE, TRANSLATION);
    let before = pairs(&free(&documents));
    assert!(before.contains(&(0, 0)) && !before.contains(&(3, 0)), "{before:?}");
    let comparison = under(&documents, "# the other arrival\n\nrefused\ts1.1\tt1.1\n");
    let after = pairs(&comparison);
    assert!(!after.contains(&(0, 0)), "{after:?}");
    // The sentences around the other arrival are those that are rendered now.
    assert!([(3, 0), (4, 1), (5, 2)].iter().all(|pair| after.contains(pair)), "{after:?}");
}

#[test]
fn a_confirmed_link_appears_alone_and_for_certain() {
    let documents = documents(SOURCE, TRANSLATION);
    let before = pairs(&free(&documents));
    assert!(!before.contains(&(3, 1)) && before.contains(&(4, 1)));
    let comparison = under(&documents, "confirmed\ts4.1\tt2.1");
    let links: Vec<_> =
        comparison.alignment.sentences.iter().filter(|link| link.by == By::Person).collect();
    assert_eq!(links.len(), 1);
    assert_eq!((&*links[0].source, &*links[0].translation), (&[3][..], &[1][..]));
    assert_eq!(links[0].probability, 1.0);
    assert!(pairs(&comparison).iter().all(|&(s, t)| (s == 3) == (t == 1)));
    assert_eq!(comparison.alignment.nulls.source[3], 0.0);
    assert!(comparison.alignment.paragraphs.iter().any(|link| {
        (&*link.source, &*link.translation, link.by) == (&[3][..], &[1][..], By::Person)
    }));
}

#[test]
fn several_sentences_are_confirmed_as_one_link() {
    let documents = documents(SOURCE, TRANSLATION);
    let comparison = under(&documents, "confirmed\ts4.1, s5.1,s6.1\tt2.1");
    let link = comparison.alignment.sentences.iter().find(|link| link.by == By::Person);
    assert_eq!(link.map(|link| &*link.source), Some(&[3, 4, 5][..]));
}

#[test]
fn a_confirmed_link_stands_where_neither_text_renders_the_other() {
    let source = "وصل الوزير إلى تونس.\nغادر الوفد مساء أمس.\nتراجعت أسعار القمح.\n".repeat(3);
    let other =
        "The orchestra plays tonight.\nTickets are sold out.\nIt rained all day.\n".repeat(3);
    let documents = documents(&source, &other);
    let before = free(&documents);
    assert!(!before.verdict.relation.is_rendering() && pairs(&before).is_empty());
    let comparison = under(&documents, "confirmed\ts2.1\tt3.1");
    assert_eq!(comparison.verdict.relation, before.verdict.relation);
    assert_eq!(pairs(&comparison), [(1, 2)]);
    assert!(comparison.findings.is_empty(), "{:?}", comparison.findings);
}

#[test]
fn what_is_refused_is_not_related_either() {
    let pair = muqabala::PairFolder::open("pairs/earthquake").expect("a pair");
    let texts = pair.texts().expect("texts");
    let documents = texts.map(|path| Document::read(&path, &ReadOptions::new()).expect("a text"));
    let before = free(&documents);
    let related = &before.alignment.paragraphs[0];
    let spans = |side: Side| -> Vec<Span> {
        let units = related.units(side).iter();
        units.map(|&unit| before.segments[side].paragraphs[unit].span).collect()
    };
    let mut locks = Locks::default();
    locks.refuse(&spans(Side::Source), &spans(Side::Translation));
    let refused = |comparison: &Comparison| {
        comparison.alignment.paragraphs.iter().any(|link| {
            related.source.iter().any(|unit| link.source.contains(unit))
                && related.translation.iter().any(|unit| link.translation.contains(unit))
        })
    };
    assert!(refused(&before));
    assert!(!refused(&locked(&documents, &locks)));
}

#[test]
fn the_later_of_two_locks_counts() {
    let documents = documents(SOURCE, TRANSLATION);
    let units = free(&documents).segments.map(|segments| segments.sentences[1].span);
    let mut locks = Locks::default();
    locks.confirm(&[units.source], &[units.translation]);
    locks.refuse(&[units.source], &[units.translation]);
    assert!(!pairs(&locked(&documents, &locks)).contains(&(1, 1)));
    locks.confirm(&[units.source], &[units.translation]);
    assert!(pairs(&locked(&documents, &locks)).contains(&(1, 1)));
}

#[test]
fn locks_hold_across_the_windows_of_a_long_text() {
    let source: Vec<String> =
        (0..450).map(|at| format!("بلغ عدد الطلاب {} في المدرسة.", at * 7 + 11)).collect();
    let other: Vec<String> =
        (0..450).map(|at| format!("The school had {} pupils.", at * 7 + 11)).collect();
    let documents = documents(&source.join("\n"), &other.join("\n"));
    let comparison = under(&documents, "confirmed\ts3.1\tt430.1\nrefused\ts300.1\tt300.1");
    let pairs = pairs(&comparison);
    assert!(pairs.contains(&(2, 429)) && !pairs.contains(&(299, 299)));
    assert!(pairs.iter().all(|&(s, t)| (s == 2) == (t == 429)));
    assert!(pairs.len() > 430);
}

#[test]
fn a_fault_is_named_by_file_and_line() {
    let documents = documents(&format!("{SOURCE}\n\nاقرأ أيضا"), TRANSLATION);
    let segments = free(&documents).segments;
    let fault = |table: &str| match Locks::parse("my.tsv", table, segments.as_ref()) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    };
    for (table, line, said) in [
        ("confirmed\ts1.1\tt1.1\n\nrefused\ts2.1,s1.1\tt1.1", 3, "the contrary of line 1"),
        ("confirmed\ts0-9\tt1.1\nrefused\ts1.1\tt0-5", 2, "the contrary of line 1"),
        ("# nine\nconfirmed\ts9.1\tt1.1", 2, "there is no sentence s9.1"),
        ("confirmed\ts1.2\tt1.1", 1, "there is no sentence s1.2"),
        ("confirmed\ts0.0\tt1.1", 1, "there is no sentence s0.0"),
        ("confirmed\tt1.1\ts1.1", 1, "“t1.1” is no sentence of the source"),
        ("confirmed\ts1\tt1.1", 1, "“s1” is no sentence of the source"),
        ("confirmed\ts1.1,\tt1.1", 1, "“” is no sentence of the source"),
        ("confirmed\ts+1.1\tt1.1", 1, "“s+1.1” is no sentence"),
        ("confirmed\ts99999999999999999999.1\tt1.1", 1, "is no sentence"),
        ("confirmed\ts5-5\tt1.1", 1, "does not end behind its beginning"),
        ("confirmed\ts90000-90001\tt1.1", 1, "there is no sentence at"),
        ("confirmed\ts7.1\tt1.1", 1, "is not part of the article"),
        ("sure\ts1.1\tt1.1", 1, "“sure” is no lock"),
        ("confirmed\ts1.1", 1, "has 2 columns"),
        ("confirmed s1.1 t1.1", 1, "has 1 columns"),
    ] {
        let fault = fault(table);
        assert!(fault.starts_with(&format!("my.tsv:{line}: ")), "{table:?}: {fault}");
        assert!(fault.contains(said), "{table:?}: {fault}");
    }
    assert_eq!(fault("confirmed\ts1.1\tt1.1\nconfirmed\ts1.1\tt1.1\nrefused\ts1.1\tt2.1"), "");
    assert_eq!(fault("\u{feff}# nothing\n\n"), "");
}

/// Whether a stretch holds some of a word of a sentence.
fn touches(segments: &Segments, sentence: usize, span: Span) -> bool {
    let tokens = &segments.tokens[segments.sentences[sentence].tokens.clone()];
    tokens.iter().any(|token| token.kind != TokenKind::Mark && token.span.overlaps(span))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn locks_always_hold(
        source in vec(select(SOURCE.lines().collect::<Vec<_>>()), 0..6),
        translation in vec(select(TRANSLATION.lines().collect::<Vec<_>>()), 0..6),
        breaks in select(vec!["\n", " "]),
        locks in vec(
            (any::<bool>(), vec((0usize..300, 0usize..90), 0..3), vec((0usize..200, 0usize..60), 0..3)),
            0..6,
        ),
    ) {
        let documents = documents(&source.join(breaks), &translation.join(breaks));
        let mut all = Locks::default();
        let spans = |spans: &[(usize, usize)]| -> Vec<Span> {
            spans.iter().map(|&(start, length)| Span::new(start, start + length)).collect()
        };
        for (confirmed, source, translation) in &locks {
            let (source, translation) = (spans(source), spans(translation));
            if *confirmed {
                all.confirm(&source, &translation);
            } else {
                all.refuse(&source, &translation);
            }
        }
        let comparison = locked(&documents, &all);
        let segments = &comparison.segments;
        let linked = pairs(&comparison);
        for s in 0..segments.source.sentences.len() {
            for t in 0..segments.translation.sentences.len() {
                let speaks = |side: Side, unit: usize, spans: &[Span]| {
                    spans.iter().any(|&span| touches(&segments[side], unit, span))
                };
                let last = all.iter().rfind(|lock| {
                    speaks(Side::Source, s, lock.spans(Side::Source))
                        && speaks(Side::Translation, t, lock.spans(Side::Translation))
                });
                match last.map(|lock| lock.kind) {
                    Some(LockKind::Confirmed) => {
                        let link = comparison.alignment.sentences.iter().find(|link| {
                            link.source.contains(&s) && link.translation.contains(&t)
                        });
                        prop_assert_eq!(
                            link.map(|link| (link.probability, link.by)),
                            Some((1.0, By::Person))
                        );
                    }
                    Some(LockKind::Refused) => prop_assert!(!linked.contains(&(s, t))),
                    None => {}
                }
            }
        }
        // A unit that a stretch touches has no word outside of it.
        for side in Side::BOTH {
            for &span in all.iter().flat_map(|lock| lock.spans(side)) {
                for at in (0..segments[side].sentences.len())
                    .filter(|&at| touches(&segments[side], at, span))
                {
                    let tokens = segments[side].sentences[at].tokens.clone();
                    for token in &segments[side].tokens[tokens] {
                        prop_assert!(
                            token.kind == TokenKind::Mark || token.span.overlaps(span),
                            "{:?} reaches out of {:?}", token, span
                        );
                    }
                }
            }
        }
    }
}
