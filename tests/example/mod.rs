//! A comparison made by hand, with one of everything that an output can have to show.

use muqabala::align::{Alignment, Evidence, Link, LinkKind};
use muqabala::calendar::Calendar;
use muqabala::comparison::{Comparison, Relation, Verdict};
use muqabala::concept::{ConceptKind, FoundBy, Mention, Value, Written};
use muqabala::document::{Block, Document, Meta, Reading, sha256_hex};
use muqabala::finding::{Finding, FindingKind, Severity};
use muqabala::lang::Lang;
use muqabala::segment::{Aside, AsideKind, Paragraph, Role, Segments, Sentence};
use muqabala::span::{Pair, Span};

const SOURCE: &[(Role, &[&str])] = &[
    (Role::Headline, &["إعادة فتح معبر القائم"]),
    (
        Role::Body,
        &[
            "أعيد فتح المعبر يوم 12 أيار.",
            "ومرت عبره 120 شاحنة.",
            "ولم تعلن دمشق موعد الافتتاح الكامل.",
        ],
    ),
    (Role::Body, &["وقال المحافظ إن الطريق آمن."]),
    (Role::Furniture, &["اقرأ أيضاً"]),
];

const TRANSLATION: &[(Role, &[&str])] = &[
    (Role::Headline, &["بازگشایی گذرگاه القائم"]),
    (Role::Body, &["استاندار گفت جاده امن است."]),
    (
        Role::Body,
        &[
            "گذرگاه روز ۱۲ مه باز شد و ۱۵۰ کامیون از آن گذشت.",
            "کارشناسان این گام را مهم \u{202e}می\u{200c}دانند.",
        ],
    ),
];

/// The attribution before the first sentence of the translation's second paragraph.
const ATTRIBUTION: &str = "به گزارش رسانه\u{200c}ها، ";

/// An adaptation: 2:1, dropped, added, moved, a changed number, a hidden character, furniture.
pub fn adaptation() -> Comparison {
    let (source, source_segments) = text("متن/source.txt", Lang::Arabic, SOURCE, None);
    let (translation, translation_segments) =
        text("translation.txt", Lang::Persian, TRANSLATION, Some(1));
    let at = |document: &Document, wanted: &str| {
        let start = document.text.find(wanted).expect(wanted);
        Span::new(start, start + wanted.len())
    };
    let place = |wanted: &str, concept: &str, document: &Document| Mention {
        span: at(document, wanted),
        concept: concept.to_owned(),
        kind: ConceptKind::Place,
        name: concept.to_owned(),
        value: None,
        found_by: FoundBy::Gazetteer,
    };
    let number = |wanted: &str, value: f64, document: &Document| Mention {
        value: Some(Value::Number {
            value,
            percent: false,
            written: Written::Digits,
            ordinal: false,
            approx: None,
            quantity: None,
        }),
        kind: ConceptKind::Number,
        found_by: FoundBy::Number,
        ..place(wanted, &format!("number:{value}"), document)
    };
    let date = |wanted: &str, document: &Document| Mention {
        value: Some(Value::Date {
            written: Calendar::Gregorian,
            year: None,
            month: Some(5),
            day: Some(12),
            weekday: None,
            relative: None,
        }),
        kind: ConceptKind::Date,
        found_by: FoundBy::Date,
        ..place(wanted, "date:--05-12", document)
    };
    let mentions = Pair::new(
        vec![
            place("القائم", "Qaim", &source),
            date("12 أيار", &source),
            number("120", 120.0, &source),
            place("دمشق", "Damascus", &source),
        ],
        vec![
            place("القائم", "Qaim", &translation),
            date("۱۲ مه", &translation),
            number("۱۵۰", 150.0, &translation),
        ],
    );
    let evidence = vec![Evidence {
        source: mentions.source[0].span,
        translation: mentions.translation[0].span,
        concept: "Qaim".to_owned(),
        weight: 2.345_678_9,
    }];
    let link = |source: &[usize], translation: &[usize], probability: f64, moved: bool| Link {
        source: source.to_vec(),
        translation: translation.to_vec(),
        kind: LinkKind::Translation,
        probability,
        belief: probability,
        moved,
        evidence: if probability > 0.98 { evidence.clone() } else { Vec::new() },
        by: muqabala::align::By::Machine,
    };
    let alignment = Alignment {
        nulls: Pair::default(),
        paragraphs: vec![
            link(&[0], &[0], 0.99, false),
            link(&[1], &[2], 0.97, false),
            link(&[2], &[1], 0.93, true),
        ],
        sentences: vec![
            link(&[0], &[0], 0.991_234_56, false),
            link(&[1, 2], &[2], 0.97, false),
            link(&[4], &[1], 0.93, true),
        ],
    };
    let finding = |id: &str, kind, severity, spans, message: &str| Finding {
        part_of: None,
        id: id.to_owned(),
        kind,
        severity,
        spans,
        message: message.to_owned(),
        values: Pair::new(None, None),
        probability: 0.9,
        elsewhere: Pair::default(),
    };
    let findings = vec![
        Finding {
            values: Pair::new(Some("120".to_owned()), Some("۱۵۰".to_owned())),
            ..finding(
                "f1",
                FindingKind::NumberChanged,
                Severity::High,
                Pair::new(Some(at(&source, "120")), Some(at(&translation, "۱۵۰"))),
                "The number 120 became ۱۵۰.",
            )
        },
        finding(
            "f2",
            FindingKind::Dropped,
            Severity::Medium,
            Pair::new(Some(source_segments.sentences[3].span), None),
            "A sentence that names «دمشق» has no counterpart.",
        ),
        finding(
            "f3",
            FindingKind::Added,
            Severity::Medium,
            Pair::new(None, Some(translation_segments.sentences[3].span)),
            "A sentence has no counterpart in the source.",
        ),
        finding(
            "f4",
            FindingKind::Moved,
            Severity::Low,
            Pair::new(
                Some(source_segments.sentences[4].span),
                Some(translation_segments.sentences[1].span),
            ),
            "A sentence stands before what it follows in the source.",
        ),
        finding(
            "f5",
            FindingKind::HiddenCharacter,
            Severity::Medium,
            Pair::new(None, Some(at(&translation, "\u{202e}"))),
            "U+202E reverses the text after it.",
        ),
    ];
    Comparison {
        documents: Pair::new(source, translation),
        segments: Pair::new(source_segments, translation_segments),
        mentions,
        alignment,
        verdict: Verdict {
            relation: Relation::Adaptation,
            confidence: 0.970_000_4,
            coverage: Pair::new(0.75, 2.0 / 3.0),
            shared_names: Pair::new(Some(0.5), Some(1.0)),
            shared_figures: Pair::new(Some(0.5), None),
            summary: "Three quarters of the source are rendered.".to_owned(),
        },
        findings,
    }
}

/// The same two texts as reports of their own: related paragraphs and no claim beyond that.
pub fn comparable() -> Comparison {
    let mut comparison = adaptation();
    comparison.verdict.relation = Relation::Comparable;
    comparison.verdict.summary = "Two reports of one event.".to_owned();
    comparison.alignment.sentences.clear();
    comparison.alignment.paragraphs.truncate(2);
    for link in &mut comparison.alignment.paragraphs {
        link.kind = LinkKind::Related;
    }
    comparison.findings.retain(|finding| finding.kind == FindingKind::HiddenCharacter);
    comparison
}

/// A document with its units; `aside` is the paragraph that begins with the attribution.
fn text(
    name: &str,
    lang: Lang,
    paragraphs: &[(Role, &[&str])],
    aside: Option<usize>,
) -> (Document, Segments) {
    let mut text = String::new();
    let mut segments = Segments::default();
    for (at, &(role, sentences)) in paragraphs.iter().enumerate() {
        let start = text.len();
        if aside == Some(at) {
            text.push_str(ATTRIBUTION);
            segments.asides.push(Aside {
                span: Span::new(start, start + ATTRIBUTION.trim_end().len()),
                kind: AsideKind::Attribution,
                paragraph: at,
                outlets: Vec::new(),
            });
        }
        let first = segments.sentences.len();
        for sentence in sentences {
            let span = Span::new(text.len(), text.len() + sentence.len());
            text.push_str(sentence);
            text.push(' ');
            segments.sentences.push(Sentence { span, paragraph: at, tokens: 0..0 });
        }
        segments.paragraphs.push(Paragraph {
            span: Span::new(start, text.len() - 1),
            role,
            sentences: first..segments.sentences.len(),
        });
        text.push('\n');
    }
    let blocks = segments.paragraphs.iter().map(|paragraph| Block { span: paragraph.span });
    let document = Document {
        name: name.to_owned(),
        sha256: sha256_hex(text.as_bytes()),
        lang,
        blocks: blocks.collect(),
        text,
        meta: Meta { outlet: Some("وكالة".to_owned()), ..Meta::default() },
        reading: Reading::default(),
    };
    (document, segments)
}
