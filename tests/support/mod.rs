//! Comparisons made by hand, for tests of what is written from them.

// Each test program uses its own part of this module.
#![allow(dead_code)]

pub mod texts;

use muqabala::align::{Alignment, Evidence, Link, LinkKind};
use muqabala::comparison::{Comparison, Relation, Verdict};
use muqabala::concept::{ConceptKind, FoundBy, Mention, Value};
use muqabala::document::{Block, Document, Meta, Reading, sha256_hex};
use muqabala::finding::{Finding, FindingKind, Severity};
use muqabala::lang::Lang;
use muqabala::segment::{Aside, AsideKind, Paragraph, Role, Segments, Sentence, Token, TokenKind};
use muqabala::span::{Pair, Side, Span};

/// A concept: id, kind, English name, value.
pub type Concept = (&'static str, ConceptKind, &'static str, Option<Value>);

/// A text under construction. Sentences are given with two marks that do not enter the text:
/// `[form|concept]` for a mention, `{D:…}` and `{A:…}` for a dateline and an attribution, which
/// must stand before the sentence.
pub struct TextBuilder {
    document: Document,
    segments: Segments,
    mentions: Vec<Mention>,
    concepts: &'static [Concept],
}

impl TextBuilder {
    pub fn new(name: &str, lang: Lang, concepts: &'static [Concept]) -> Self {
        Self {
            document: Document {
                name: name.to_owned(),
                sha256: String::new(),
                lang,
                text: String::new(),
                blocks: Vec::new(),
                meta: Meta::default(),
                reading: Reading::default(),
            },
            segments: Segments::default(),
            mentions: Vec::new(),
            concepts,
        }
    }

    pub fn meta(mut self, meta: Meta) -> Self {
        self.document.meta = meta;
        self
    }

    pub fn paragraph(mut self, role: Role, sentences: &[&str]) -> Self {
        if !self.document.text.is_empty() {
            self.document.text.push_str("\n\n");
        }
        let start = self.document.text.len();
        let first = self.segments.sentences.len();
        for (n, sentence) in sentences.iter().enumerate() {
            if n > 0 {
                self.document.text.push(' ');
            }
            self.sentence(sentence);
        }
        let span = Span::new(start, self.document.text.len());
        let sentences = first..self.segments.sentences.len();
        self.segments.paragraphs.push(Paragraph { span, role, sentences });
        self.document.blocks.push(Block { span });
        self
    }

    fn sentence(&mut self, marked: &str) {
        let paragraph = self.segments.paragraphs.len();
        let mut rest = marked;
        if let Some((aside, after)) = marked.strip_prefix('{').and_then(|rest| rest.split_once('}'))
        {
            let (kind, aside) = aside.split_at(2);
            let kind = if kind == "D:" { AsideKind::Dateline } else { AsideKind::Attribution };
            let start = self.document.text.len();
            self.document.text.push_str(aside);
            let span = Span::new(start, self.document.text.len());
            self.segments.asides.push(Aside { span, kind, paragraph, outlets: Vec::new() });
            self.document.text.push(' ');
            rest = after.trim_start();
        }
        let start = self.document.text.len();
        while let Some((before, after)) = rest.split_once('[') {
            let (form, after) = after.split_once('|').expect("a form and a concept");
            let (id, after) = after.split_once(']').expect("a closing bracket");
            self.document.text.push_str(before);
            self.mention(form, id);
            rest = after;
        }
        self.document.text.push_str(rest);
        let span = Span::new(start, self.document.text.len());
        let first = self.segments.tokens.len();
        self.segments.tokens.extend(words(&self.document.text, span));
        let tokens = first..self.segments.tokens.len();
        self.segments.sentences.push(Sentence { span, paragraph, tokens });
    }

    fn mention(&mut self, form: &str, id: &str) {
        let &(concept, kind, name, value) =
            self.concepts.iter().find(|(known, ..)| *known == id).expect("a concept of the table");
        let start = self.document.text.len();
        self.document.text.push_str(form);
        self.mentions.push(Mention {
            span: Span::new(start, self.document.text.len()),
            concept: concept.to_owned(),
            kind,
            name: name.to_owned(),
            value,
            found_by: FoundBy::Gazetteer,
        });
    }
}

fn words(text: &str, span: Span) -> Vec<Token> {
    let mut at = span.start;
    let mut tokens = Vec::new();
    for word in span.of(text).split_inclusive(char::is_whitespace) {
        let span = Span::new(at, at + word.len()).trim(text);
        at += word.len();
        if !span.is_empty() {
            tokens.push(Token { span, kind: TokenKind::Word, key: span.of(text).to_owned() });
        }
    }
    tokens
}

/// A comparison under construction.
pub struct PairBuilder {
    comparison: Comparison,
}

impl PairBuilder {
    pub fn new(source: TextBuilder, translation: TextBuilder, relation: Relation) -> Self {
        let mut texts = Pair::new(source, translation);
        for side in Side::BOTH {
            texts[side].document.sha256 = sha256_hex(texts[side].document.text.as_bytes());
        }
        let mentions = Pair::new(texts.source.mentions, texts.translation.mentions);
        let segments = Pair::new(texts.source.segments, texts.translation.segments);
        let documents = Pair::new(texts.source.document, texts.translation.document);
        let verdict = Verdict {
            relation,
            confidence: 0.97,
            coverage: Pair::new(0.0, 0.0),
            shared_names: Pair::new(None, None),
            shared_figures: Pair::new(None, None),
            summary: String::new(),
        };
        let alignment = Alignment::default();
        let findings = Vec::new();
        Self {
            comparison: Comparison { documents, segments, mentions, alignment, verdict, findings },
        }
    }

    pub fn verdict(mut self, change: impl FnOnce(&mut Verdict)) -> Self {
        change(&mut self.comparison.verdict);
        self
    }

    /// Links sentences by their index, content and furniture counted alike.
    pub fn link(
        mut self,
        source: &[usize],
        translation: &[usize],
        probability: f64,
        moved: bool,
    ) -> Self {
        let spans = self.comparison.segments.as_ref().map(|segments| {
            segments.sentences.iter().map(|sentence| sentence.span).collect::<Vec<_>>()
        });
        let link =
            self.make(&spans, source, translation, LinkKind::Translation, probability, moved);
        self.comparison.alignment.sentences.push(link);
        self
    }

    /// Links paragraphs that share concepts, without rendering.
    pub fn related(mut self, source: &[usize], translation: &[usize], probability: f64) -> Self {
        let spans = self.comparison.segments.as_ref().map(|segments| {
            segments.paragraphs.iter().map(|paragraph| paragraph.span).collect::<Vec<_>>()
        });
        let link = self.make(&spans, source, translation, LinkKind::Related, probability, false);
        self.comparison.alignment.paragraphs.push(link);
        self
    }

    fn make(
        &self,
        spans: &Pair<Vec<Span>>,
        source: &[usize],
        translation: &[usize],
        kind: LinkKind,
        probability: f64,
        moved: bool,
    ) -> Link {
        let inside = |side: Side, units: &[usize]| {
            let spans: Vec<Span> = units.iter().map(|&unit| spans[side][unit]).collect();
            let mentions = self.comparison.mentions[side].iter();
            mentions
                .filter(|mention| spans.iter().any(|span| span.contains(mention.span)))
                .collect::<Vec<_>>()
        };
        let there = inside(Side::Translation, translation);
        let evidence = inside(Side::Source, source)
            .into_iter()
            .filter_map(|mention| {
                let partner = there.iter().find(|other| other.concept == mention.concept)?;
                Some(Evidence {
                    source: mention.span,
                    translation: partner.span,
                    concept: mention.concept.clone(),
                    weight: 2.5,
                })
            })
            .collect();
        Link {
            source: source.to_vec(),
            translation: translation.to_vec(),
            kind,
            probability,
            belief: probability,
            moved,
            evidence,
            by: muqabala::align::By::Machine,
        }
    }

    /// A finding about whole sentences.
    pub fn units(
        mut self,
        kind: FindingKind,
        severity: Severity,
        sentences: Pair<&[usize]>,
    ) -> Self {
        let spans = Pair::new(Side::Source, Side::Translation).map(|side| {
            let units = &self.comparison.segments[side].sentences;
            sentences[side].iter().map(|&unit| units[unit].span).reduce(Span::join)
        });
        self.push(kind, severity, spans, Pair::new(None, None));
        self
    }

    /// A finding about the first occurrence of some words on either side.
    pub fn forms(
        mut self,
        kind: FindingKind,
        severity: Severity,
        forms: Pair<Option<&str>>,
    ) -> Self {
        let spans = Pair::new(Side::Source, Side::Translation).map(|side| {
            forms[side].map(|form| {
                let start = self.comparison.documents[side].text.find(form).expect("the form");
                Span::new(start, start + form.len())
            })
        });
        self.push(kind, severity, spans, forms.map(|form| form.map(str::to_owned)));
        self
    }

    fn push(
        &mut self,
        kind: FindingKind,
        severity: Severity,
        spans: Pair<Option<Span>>,
        values: Pair<Option<String>>,
    ) {
        let id = format!("f{}", self.comparison.findings.len() + 1);
        let message = format!("{} here", kind.name());
        let finding = Finding {
            id,
            part_of: None,
            kind,
            severity,
            spans,
            message,
            values,
            probability: 0.9,
            elsewhere: Pair::default(),
        };
        self.comparison.findings.push(finding);
    }

    pub fn build(self) -> Comparison {
        self.comparison
    }
}
