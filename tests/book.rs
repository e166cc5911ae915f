//! Long texts: what moved from one end to the other is found, and the work can be stopped.

use std::ops::ControlFlow;

use muqabala::comparison::Options;
use muqabala::document::Document;
use muqabala::{Comparison, Error, FindingKind, Progress, Stage, compare, compare_watched};

/// Sentences of the book, and a chapter of it: more than are aligned in one go.
const SENTENCES: usize = 900;
const CHAPTER: std::ops::Range<usize> = 200..224;
/// Where the chapter stands in the translation, counted without it.
const MOVED_TO: usize = 700;

/// A sentence and its translation; no two are alike.
fn sentence(at: usize) -> (String, String) {
    let places = [
        ("دمشق", "دمشق"),
        ("بغداد", "بغداد"),
        ("بيروت", "بیروت"),
        ("القاهرة", "قاهره"),
        ("باريس", "پاریس"),
        ("لندن", "لندن"),
        ("موسكو", "مسکو"),
    ];
    let (here, there) = (places[at % places.len()], places[(at / 3 + 2) % places.len()]);
    let number = 1000 + at * 7;
    match at % 4 {
        0 => (
            format!("وصل {number} مسافرا من {} إلى {} أمس.", here.0, there.0),
            format!("دیروز {number} مسافر از {} به {} رسیدند.", here.1, there.1),
        ),
        1 => (
            format!("باع التجار في {} نحو {number} طن من القمح.", here.0),
            format!("بازرگانان در {} حدود {number} تن گندم فروختند.", here.1),
        ),
        2 => (
            format!("أعلنت الشرطة في {} اعتقال {number} شخصا.", there.0),
            format!("پلیس در {} از بازداشت {number} نفر خبر داد.", there.1),
        ),
        _ => (
            format!("زرع السكان {number} شجرة قرب مدينة {}.", here.0),
            format!("ساکنان {number} درخت نزدیک شهر {} کاشتند.", here.1),
        ),
    }
}

/// A book and its translation, in which the chapter moved.
fn book() -> (Document, Document) {
    let all: Vec<(String, String)> = (0..SENTENCES).map(sentence).collect();
    let mut order: Vec<usize> = (0..SENTENCES).filter(|at| !CHAPTER.contains(at)).collect();
    order.splice(MOVED_TO..MOVED_TO, CHAPTER);
    let text = |sentences: Vec<&str>| {
        let paragraphs: Vec<String> = sentences.chunks(2).map(|pair| pair.join(" ")).collect();
        paragraphs.join("\n\n")
    };
    (
        Document::from_text("source", text(all.iter().map(|(s, _)| s.as_str()).collect())),
        Document::from_text(
            "translation",
            text(order.iter().map(|&at| all[at].1.as_str()).collect()),
        ),
    )
}

/// The sentence of the book that a text stands in, known by its number.
fn origin(text: &str) -> usize {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (digits.parse::<usize>().expect("a number") - 1000) / 7
}

fn linked(comparison: &Comparison) -> Vec<(usize, usize, bool)> {
    let origin_of = |side: muqabala::Side, unit: usize| {
        let span = comparison.segments[side].sentences[unit].span;
        origin(span.of(&comparison.documents[side].text))
    };
    let links = comparison.alignment.sentences.iter();
    links
        .flat_map(|link| {
            let translations = link.translation.iter();
            let source = link.source[0];
            translations.map(move |&translation| (source, translation, link.moved))
        })
        .map(|(source, translation, moved)| {
            let source = origin_of(muqabala::Side::Source, source);
            (source, origin_of(muqabala::Side::Translation, translation), moved)
        })
        .collect()
}

#[test]
fn a_chapter_that_moved_far_is_found_and_nothing_else_is_moved() {
    let (source, translation) = book();
    let comparison = compare(&source, &translation, &Options::default());
    let linked = linked(&comparison);
    let wrong: Vec<_> = linked.iter().filter(|(source, other, _)| source != other).collect();
    assert!(wrong.len() <= SENTENCES / 100, "{wrong:?}");
    assert!(linked.len() - wrong.len() >= SENTENCES * 98 / 100, "{} links", linked.len());
    let moved: Vec<usize> =
        linked.iter().filter(|(_, _, moved)| *moved).map(|&(source, ..)| source).collect();
    assert_eq!(moved, CHAPTER.collect::<Vec<usize>>());
    let findings = &comparison.findings;
    let moves = findings.iter().filter(|finding| finding.kind == FindingKind::Moved);
    assert_eq!(moves.count(), 1, "one passage moved");
    let order: Vec<usize> = comparison.alignment.sentences.iter().map(|l| l.source[0]).collect();
    assert!(order.is_sorted(), "links are in the order of the source");
}

#[test]
fn long_work_can_be_watched_and_stopped() {
    let (source, translation) = book();
    let mut steps: Vec<Progress> = Vec::new();
    let watched = compare_watched(&source, &translation, &Options::default(), &mut |progress| {
        steps.push(progress);
        ControlFlow::Continue(())
    });
    assert_eq!(
        watched.expect("nobody stopped it"),
        compare(&source, &translation, &Options::default())
    );
    assert!(steps.iter().all(|step| step.done <= step.total));
    assert!(steps.iter().filter(|step| step.stage == Stage::Aligning).count() > 8);
    for last in [0, 3, steps.len() - 1] {
        let mut told = 0;
        let stopped = compare_watched(&source, &translation, &Options::default(), &mut |_| {
            told += 1;
            if told > last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(stopped, Err(Error::Cancelled)));
        assert_eq!(told, last + 1, "nothing is done after the stop");
    }
}
