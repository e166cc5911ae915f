use super::*;
use crate::concept::UserWords;
use crate::fold;

const PAIR: Pair<Lang> = Pair { source: Lang::Arabic, translation: Lang::English };

/// Sentences of two words each, so that every word meets every other one of the other sort.
fn memory() -> Memory {
    let mut memory = Memory::new(PAIR);
    let things = [("قندس", "beaver"), ("زرزور", "starling"), ("فلاح", "farmer")];
    let deeds = [("نام", "slept"), ("غنى", "sang"), ("ركض", "ran"), ("قفز", "jumped")];
    for (arabic, english) in things {
        for (verb, deed) in deeds {
            assert!(memory.push(&format!("{verb} {arabic}"), &format!("the {english} {deed}")));
        }
    }
    memory
}

fn weight(lexicon: &Lexicon, source: &str, translation: &str) -> f64 {
    let mut rows = lexicon.rows.iter();
    let row = rows.find(|row| row.source == source && row.translation == translation);
    row.map_or(0.0, |row| row.weight)
}

#[test]
fn words_that_render_each_other_are_told_from_words_that_meet() {
    let lexicon = learn(&memory(), &mut |_, _| ());
    for (source, right, wrong) in
        [("قندس", "beaver", "sang"), ("زرزور", "starling", "ran"), ("غنى", "sang", "beaver")]
    {
        let (right, wrong) = (weight(&lexicon, source, right), weight(&lexicon, source, wrong));
        assert!(right > 0.6 && right > 3.0 * wrong, "{source}: {right} {wrong}");
    }
}

#[test]
fn one_meeting_teaches_nothing() {
    let mut memory = Memory::new(PAIR);
    memory.push("قندس نام", "beaver slept");
    assert!(!memory.push("قندس نام", "beaver slept"), "a repetition");
    assert!(!memory.push("", "beaver") && !memory.push("123 .", "the"), "no content word");
    assert_eq!(memory.len(), 1);
    assert_eq!(learn(&memory, &mut |_, _| ()).rows, []);
    assert_eq!(learn(&Memory::new(PAIR), &mut |_, _| ()).rows, []);
}

#[test]
fn the_same_memory_gives_the_same_bytes() {
    let written = || {
        let mut out = Vec::new();
        learn(&memory(), &mut |_, _| ()).write(&mut out).expect("memory");
        String::from_utf8(out).expect("UTF-8")
    };
    let first = written();
    assert!(first.starts_with("ar\ten\tweight\n") && first.contains("قندس\tbeaver\t0."), "{first}");
    assert_eq!(first, written());
}

#[test]
fn progress_rises_to_its_end() {
    let mut told = Vec::new();
    learn(&memory(), &mut |done, total| told.push((done, total)));
    assert!(told.len() > 10 && told.is_sorted() && told.iter().all(|(done, all)| done <= all));
}

#[test]
fn what_was_learned_links_sentences() {
    let mut out = Vec::new();
    learn(&memory(), &mut |_, _| ()).write(&mut out).expect("memory");
    let mut words = UserWords::default();
    let text = String::from_utf8(out).expect("UTF-8");
    assert_eq!(words.add_lexicon("lexicon.tsv", &text).expect("a lexicon"), []);
    assert!(!words.is_empty());
    let stem = Lang::Arabic.module().expect("a module").stem(&fold::key("القندس"));
    assert!(!words.learned(Lang::Arabic, &stem).is_empty(), "met with its article");
}

#[test]
fn tables_are_read_and_bad_lines_named() {
    let text = "\u{feff}en\tnote\tar\nbeaver\tx\tقندس\n\nstarling\t\t\na\tb\tc\td\n";
    let (memory, faults) = tsv::read("m.tsv", text).expect("a memory");
    assert_eq!((memory.len(), memory.langs().source), (1, Lang::English));
    assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [4, 5]);
    for text in ["", "beaver\tقندس\n", "ar\n", "ar\tar\n", "ar\tfa\ten\n"] {
        let error = tsv::read("m.tsv", text).expect_err("no header").to_string();
        assert!(error.starts_with("m.tsv: line 1: "), "{error}");
    }
}

#[test]
fn tmx_is_read_without_its_codes() {
    let text = r#"<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>
<tu><prop type="x">zebra</prop><tuv xml:lang="EN-us"><seg>The <bpt i="1">&lt;b&gt;</bpt>bea&#118;er<ept i="1"/> &amp; <hi>starling</hi></seg></tuv>
<tuv xml:lang="ar"><seg>القندس والزرزور</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Biber</seg></tuv><tuv xml:lang="ar"><seg>قندس</seg></tuv></tu>
<tu><tuv lang="ar"><seg>نام</seg></tuv><tuv lang="en"><seg>slept</seg></tuv></tu>
</body></tmx>"#;
    let (memory, faults) = tmx::read("m.tmx", text).expect("a memory");
    assert_eq!(memory.langs(), Pair::new(Lang::English, Lang::Arabic));
    assert_eq!(memory.len(), 2);
    let mut words: Vec<&str> = memory.words.source.forms();
    words.sort_unstable();
    assert_eq!(words, ["beaver", "slept", "starling"]);
    assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [5]);
}

#[test]
fn broken_tmx_is_refused_with_its_line() {
    for (text, place) in [
        ("<tmx>\n<body>\n<tu></seg>", "line 3"),
        ("<tmx>\n<body>", "line 2"),
        ("<html></html>", "is no TMX"),
        ("<tmx></tmx>", "has no entry"),
    ] {
        let error = tmx::read("m.tmx", text).expect_err("broken").to_string();
        assert!(error.starts_with(&format!("m.tmx: {place}")), "{error}");
    }
}
