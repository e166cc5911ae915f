//! How fast a text is annotated: cut into units, and its names, numbers and dates found, in bytes of
//! text per second on one core.
//!
//! `cargo bench --bench annotate`; the texts are those of the shipped pairs, some hundred kilobytes
//! of each language.

use std::path::Path;

use divan::counter::BytesCount;
use muqabala::concept::recognise;
use muqabala::document::Document;
use muqabala::import::ReadOptions;
use muqabala::lang::Lang;
use muqabala::segment::{SegmentOptions, segment};

/// Bytes of text at the least.
const SIZE: usize = 300_000;

const LANGUAGES: [&str; 3] = ["ar", "fa", "en"];

fn main() {
    divan::main();
}

/// The texts of one language in the shipped pairs, after each other until there are enough.
fn document(tag: &str) -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pairs");
    let mut texts = Vec::new();
    for pair in ["crossing", "earthquake", "truce", "vaccination"] {
        for role in ["source", "translation"] {
            if let Ok(text) = std::fs::read(folder.join(format!("{pair}/{role}.{tag}.txt"))) {
                texts.extend(text);
                texts.extend(b"\n\n");
            }
        }
    }
    assert!(!texts.is_empty(), "no shipped text in {tag}");
    let bytes = texts.repeat(SIZE.div_ceil(texts.len()));
    let options = ReadOptions::default().lang(Lang::from_tag(tag));
    Document::from_bytes("-", &bytes, &options).expect("shipped texts")
}

/// Units, names, numbers and dates.
#[divan::bench(args = LANGUAGES)]
fn annotate(bencher: divan::Bencher<'_, '_>, tag: &str) {
    let document = document(tag);
    let options = SegmentOptions::new();
    bencher
        .counter(BytesCount::of_str(&document.text))
        .bench_local(|| recognise(&document, &options));
}

/// The share of it that goes into units.
#[divan::bench(args = LANGUAGES)]
fn cut(bencher: divan::Bencher<'_, '_>, tag: &str) {
    let document = document(tag);
    let options = SegmentOptions::new();
    bencher
        .counter(BytesCount::of_str(&document.text))
        .bench_local(|| segment(&document, &options));
}
