//! Nothing that stands in a file makes the program panic, hang, or grow without bounds.
//!
//! Every input is made from a seed, so that a failure can be repeated.

use std::time::{Duration, Instant};

use muqabala::comparison::{Comparison, Options};
use muqabala::document::Document;
use muqabala::import::ReadOptions;
use muqabala::output::{Html, Json, Text, Writer};
use muqabala::span::Side;

/// Random inputs; each is compared once as source and once as translation.
const RANDOM_INPUTS: u64 = 10_000;
/// No single hostile input may take longer, in a debug build on a slow machine.
const LONGEST: Duration = Duration::from_secs(60);

const ARABIC: &str = "وصل 120 جنديا إلى مدينة حلب في 12 أيار/مايو 2017، بحسب وكالة رويترز.\n\n\
    وقال المتحدث «إن القوات... سيطرت على 3,5 مليون برميل». وأضاف: لا نعرف!\n\nالمصدر: رويترز\n";
const PERSIAN: &str = "به گزارش رویترز، ۱۲۰ سرباز در ۱۲ مه ۲۰۱۷ به شهر حلب رسیدند.\n\n\
    سخنگو گفت: «نیروها بر ۳٫۵ میلیون بشکه نفت مسلط شده‌اند». وی افزود نمی‌دانیم؟\n\nانتهای پیام/\n";
const ENGLISH: &str = "ALEPPO (Reuters) - Some 120 soldiers reached Aleppo on 12 May 2017.\n\n\
    \"They hold 3.5 million barrels,\" Dr. J. Smith said... He did not know!\n\nRead more\n";

/// SplitMix64: small, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn character(&mut self, ranges: &[(u32, u32)]) -> char {
        let (first, last) = ranges[self.below(ranges.len())];
        char::from_u32(first + self.below((last - first + 1) as usize) as u32).unwrap_or('\u{fffd}')
    }
}

/// What Arabic script and its marks, digits, joiners and presentation forms are made of.
const SOUP: &[(u32, u32)] = &[
    (0x600, 0x6ff),
    (0x627, 0x64a),
    (0x64b, 0x65f),
    (0x660, 0x66c),
    (0x6f0, 0x6f9),
    (0xfb50, 0xfdff),
    (0xfe70, 0xfeff),
    (0x200b, 0x200f),
    (0x2066, 0x2069),
    (0x20, 0x40),
    (0x20, 0x20),
    (0xa, 0xa),
    (0xab, 0xbb),
];
const ANYTHING: &[(u32, u32)] =
    &[(0x9, 0xd), (0x20, 0x7e), (0x80, 0x24f), (0x300, 0x36f), (0x370, 0xd7ff), (0xe000, 0x1_ffff)];

/// The bytes of one input: noise, text of any script, Arabic soup, or a damaged article.
fn hostile(seed: u64) -> Vec<u8> {
    let mut random = Random(seed);
    let length = 1 + random.below(200);
    match seed % 4 {
        0 => (0..length).map(|_| random.next().to_le_bytes()[0]).collect(),
        1 => (0..length).map(|_| random.character(ANYTHING)).collect::<String>().into_bytes(),
        2 => (0..length).map(|_| random.character(SOUP)).collect::<String>().into_bytes(),
        _ => damaged(&mut random),
    }
}

/// An article with bytes replaced, pieces cut out and pieces repeated.
fn damaged(random: &mut Random) -> Vec<u8> {
    let articles = [ARABIC, PERSIAN, ENGLISH];
    let mut bytes = articles[random.below(articles.len())].as_bytes().to_vec();
    for _ in 0..random.below(12) {
        let at = random.below(bytes.len());
        let end = (at + random.below(40)).min(bytes.len());
        match random.below(4) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            2 => {
                let c = random.character(SOUP).to_string().into_bytes();
                bytes.splice(at..at, c);
            }
            _ if at < bytes.len() => bytes[at] = random.next().to_le_bytes()[0],
            _ => {}
        }
    }
    bytes
}

fn read(bytes: &[u8]) -> Option<Document> {
    Document::from_bytes("-", bytes, &ReadOptions::default()).ok()
}

fn compare(source: &Document, translation: &Document) -> Comparison {
    muqabala::compare(source, translation, &Options::default())
}

/// Writes it in every form.
fn write(comparison: &Comparison) {
    let (json, text, html) = (Json, Text::default(), Html::default());
    let writers: [&dyn Writer; 3] = [&json, &text, &html];
    for writer in writers {
        let mut out = Vec::new();
        writer.write(comparison, &mut out).expect("writing to memory");
        assert!(std::str::from_utf8(&out).is_ok_and(|out| !out.is_empty()));
    }
}

/// Compares every random input with an article, on one side or the other.
fn compares_random_inputs(side: Side) {
    let articles = [ARABIC, PERSIAN, ENGLISH].map(|text| Document::from_text("-", text));
    let mut compared = 0;
    for seed in 0..RANDOM_INPUTS {
        let bytes = hostile(seed);
        // What reading refuses may still come as a text from elsewhere.
        let document = read(&bytes)
            .unwrap_or_else(|| Document::from_text("-", String::from_utf8_lossy(&bytes)));
        let article = &articles[(seed / 4 % 3) as usize];
        let comparison = match side {
            Side::Source => compare(&document, article),
            Side::Translation => compare(article, &document),
        };
        let confidence = comparison.verdict.confidence;
        assert!((0.0..=1.0).contains(&confidence), "seed {seed}: {confidence}");
        compared += usize::from(!document.blocks.is_empty());
        if seed % 50 < 4 {
            write(&comparison);
        }
    }
    assert!(compared > RANDOM_INPUTS as usize / 2, "{compared} had anything to compare");
}

#[test]
fn random_bytes_are_compared_or_refused_as_source() {
    compares_random_inputs(Side::Source);
}

#[test]
fn random_bytes_are_compared_or_refused_as_translation() {
    compares_random_inputs(Side::Translation);
}

#[test]
fn two_random_texts_are_compared() {
    for seed in RANDOM_INPUTS..RANDOM_INPUTS + 400 {
        // 5 and 4 share no factor, so that every kind of input meets every other.
        let texts = [hostile(seed), hostile(seed * 5 / 4)];
        let [source, translation] = texts
            .map(|bytes| Document::from_text("-", String::from_utf8_lossy(&bytes).into_owned()));
        write(&compare(&source, &translation));
    }
}

/// Compares the text with an article, both ways, and with itself.
fn survives(name: &str, text: &str) {
    let begin = Instant::now();
    let document = Document::from_text(name, text);
    let article = Document::from_text("article", ARABIC);
    write(&compare(&document, &article));
    compare(&article, &document);
    compare(&document, &document);
    let _ = read(text.as_bytes());
    let took = begin.elapsed();
    assert!(took < LONGEST, "{name} takes {took:?}");
}

#[test]
fn one_line_of_a_megabyte() {
    let sentence = "وصلت القوات إلى المدينة صباح أمس، ";
    survives("one sentence", &sentence.repeat((1 << 20) / sentence.len()));
}

#[test]
fn one_word_of_a_megabyte() {
    survives("one Arabic word", &"و".repeat(1 << 19));
    survives("one Latin word", &"a".repeat(1 << 20));
}

#[test]
fn a_hundred_thousand_lines() {
    survives("newlines", &"\n".repeat(100_000));
    survives("dots on lines", &".\n".repeat(100_000));
}

#[test]
fn many_short_paragraphs() {
    survives("one word on a line", &"خبر\n\n".repeat(3_000));
}

#[test]
fn punctuation_and_figures_alone() {
    survives("marks", &"؟!…«»()[]\"'،؛.,:".repeat(2_000));
    survives("stops", &".".repeat(100_000));
    survives("figures", &"1234567890٠١٢٣۴۵۶۷".repeat(3_000));
    survives("spaced figures", &"12 ٣٤ ۵۶ 7.8 9,0 ".repeat(2_000));
    survives("number words", &"خمسة وعشرون ألفا و".repeat(2_000));
    survives("dates", &"12 أيار 2017 ".repeat(2_000));
    survives("dashes", &"- ".repeat(20_000));
}

#[test]
fn deep_nesting() {
    survives("opening quotes", &"«".repeat(50_000));
    survives("nested quotes", &["«".repeat(20_000), "خبر".into(), "»".repeat(20_000)].concat());
    survives("brackets", &"(".repeat(50_000));
    survives("attributions", &"به گزارش رویترز به نقل از ".repeat(2_000));
    survives("datelines", &"بيروت (رويترز) - ".repeat(2_000));
}

#[test]
fn characters_that_mislead() {
    survives("NUL", "خبر\0 من \0\0المدينة\n\n\0");
    survives("lone marks", "\u{64b}\u{64e}\u{301}\n\n\u{651}خبر\u{652} \u{670}");
    survives("stacked marks", &["ا".to_owned(), "\u{64e}".repeat(50_000)].concat());
    survives("overrides", &"\u{202e}خبر\u{202c} \u{2066}خبر\u{2069}\u{2069}\u{2069} ".repeat(500));
    survives("open isolates", &"\u{2067}".repeat(10_000));
    survives("joiners", &"\u{200c}\u{200d}".repeat(20_000));
    survives("tatweel", &"ـ".repeat(50_000));
    survives("no characters", "\u{fffe}\u{ffff}\u{fdd0}\u{10ffff}");
    survives("ligatures", &"ﷺﷲﷻ﷽".repeat(2_000));
    survives("byte-order marks", &"\u{feff}".repeat(10_000));
    survives("markup", &"</script><script>alert(1)</script><!--&lt;".repeat(500));
}
