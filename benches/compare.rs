//! How long a comparison and its outputs take, by the length of the texts.
//!
//! `cargo bench --bench compare`; the texts are those of a shipped pair, repeated.

use std::path::Path;

use muqabala::comparison::{Comparison, Options};
use muqabala::document::Document;
use muqabala::import::ReadOptions;
use muqabala::output::{Html, Json, Text, Writer};
use muqabala::segment::SegmentOptions;
use muqabala::span::{Pair, Side};

/// How often the texts are repeated: a news article, a long read, a small book.
const LENGTHS: [usize; 3] = [1, 8, 64];

fn main() {
    divan::main();
}

/// The texts of the shipped pair, `times` after each other.
fn texts(times: usize) -> Pair<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pairs/crossing");
    let folder = muqabala::pair::PairFolder::open(folder).expect("a shipped pair");
    let read = |side: Side| std::fs::read(folder.path(side)).expect("its text").repeat(times);
    Pair::new(read(Side::Source), read(Side::Translation))
}

fn documents(texts: &Pair<Vec<u8>>) -> Pair<Document> {
    let read = |bytes: &Vec<u8>| Document::from_bytes("-", bytes, &ReadOptions::default());
    texts.as_ref().map(|bytes| read(bytes).expect("a shipped text"))
}

fn comparison(times: usize) -> Comparison {
    let documents = documents(&texts(times));
    muqabala::compare(&documents.source, &documents.translation, &Options::default())
}

#[divan::bench(args = LENGTHS)]
fn read(bencher: divan::Bencher<'_, '_>, times: usize) {
    let texts = texts(times);
    bencher.bench_local(|| documents(&texts));
}

#[divan::bench(args = LENGTHS)]
fn segment(bencher: divan::Bencher<'_, '_>, times: usize) {
    let documents = documents(&texts(times));
    let options = SegmentOptions::new();
    let cut = |document| muqabala::segment::segment(document, &options);
    bencher.bench_local(|| documents.as_ref().map(cut));
}

#[divan::bench(args = LENGTHS)]
fn compare(bencher: divan::Bencher<'_, '_>, times: usize) {
    let documents = documents(&texts(times));
    let options = Options::default();
    bencher.bench_local(|| muqabala::compare(&documents.source, &documents.translation, &options));
}

#[divan::bench(args = LENGTHS)]
fn write_html(bencher: divan::Bencher<'_, '_>, times: usize) {
    bench_writer(bencher, times, &Html::default());
}

#[divan::bench(args = LENGTHS)]
fn write_json(bencher: divan::Bencher<'_, '_>, times: usize) {
    bench_writer(bencher, times, &Json);
}

#[divan::bench(args = LENGTHS)]
fn write_text(bencher: divan::Bencher<'_, '_>, times: usize) {
    bench_writer(bencher, times, &Text::default());
}

fn bench_writer(bencher: divan::Bencher<'_, '_>, times: usize, writer: &dyn Writer) {
    let comparison = comparison(times);
    bencher.bench_local(|| {
        let mut out = Vec::new();
        writer.write(&comparison, &mut out).expect("writing to memory");
        out
    });
}
