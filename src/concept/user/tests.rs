use super::*;
use crate::{Document, FindingKind, Options, compare};

const GLOSSARY: &str = "\
ar\tfa\ten\tkind\tid
قرية الصفصاف|الصفصاف\tروستای صفصاف|صفصاف\tSafsaf\tplace\t
هيئة المراعي\tسازمان مراتع\tRangeland Board|RB\torganisation\trangeland
غاز طبيعي\tگاز طبیعی\tnatural gas\tword\t
";

fn words(glossary: &str) -> UserWords {
    let mut words = UserWords::default();
    let faults = words.add_glossary("g.tsv", glossary).expect("a header");
    assert!(faults.is_empty(), "{faults:?}");
    words
}

fn found(words: &UserWords, text: &str) -> Vec<(String, String)> {
    let document = Document::from_text("t", text);
    let options = Options::default().words(words.clone());
    let comparison = compare(&document, &document, &options);
    let mentions = comparison.mentions.source.into_iter();
    mentions
        .filter(|mention| mention.found_by == crate::concept::FoundBy::Glossary)
        .map(|mention| (mention.span.of(text).to_owned(), mention.concept))
        .collect()
}

fn pair(a: &str, b: &str) -> (String, String) {
    (a.to_owned(), b.to_owned())
}

#[test]
fn names_are_found_with_what_is_attached_to_them() {
    let words = words(GLOSSARY);
    assert_eq!(
        found(&words, "وصل وفد من هيئة المراعي إلى المكان وللصفصاف سد قديم."),
        [pair("هيئة المراعي", "glossary:rangeland"), pair("وللصفصاف", "glossary:Safsaf")]
    );
    assert_eq!(
        found(&words, "این هیئت از سازمان «مراتع» به روستای صفصاف رفت."),
        [pair("سازمان «مراتع", "glossary:rangeland"), pair("روستای صفصاف", "glossary:Safsaf")]
    );
}

#[test]
fn capitals_are_as_the_glossary_writes_them() {
    let words = words(GLOSSARY);
    assert_eq!(
        found(&words, "The RB and the Rangeland Board said that rb and safsaf are no names."),
        [pair("RB", "glossary:rangeland"), pair("Rangeland Board", "glossary:rangeland")]
    );
    assert_eq!(found(&words, "به گفته RB باران آمد."), [pair("RB", "glossary:rangeland")]);
}

#[test]
fn a_glossary_wins_over_the_built_in_data_at_the_same_place() {
    let text = "زار الوزير دمشق يوم الأحد وعاد إلى بغداد.";
    assert_eq!(found(&UserWords::default(), text), []);
    let words = words("ar\tkind\tid\nدمشق\torganisation\tpaper\n");
    assert_eq!(found(&words, text), [pair("دمشق", "glossary:paper")]);
}

#[test]
fn an_id_of_the_built_in_data_adds_a_name_to_it() {
    let words = words("ar\tid\nبلاد الأرز\tQ822\n");
    assert_eq!(found(&words, "عاد الوزير إلى بلاد الأرز أمس."), [pair("بلاد الأرز", "Q822")]);
}

#[test]
fn the_first_glossary_wins() {
    let mut words = words("ar\tid\nالصفصاف\tone\n");
    let faults = words.add_glossary("h.tsv", "ar\tid\nالصفصاف\ttwo\n").expect("a header");
    assert_eq!(faults, []);
    assert_eq!(found(&words, "وصل إلى الصفصاف أمس."), [pair("الصفصاف", "glossary:one")]);
}

#[test]
fn bad_rows_are_named_and_do_not_stop_the_rest() {
    let mut words = UserWords::default();
    let text = "# ours\nar\tnote\tkind\n\nالصفصاف\t\tplace\n\t\tplace\nخ\t\tplace\nكلمة\t\tverb\n\
                واحد\tx\tplace\ty\nالسنديان\t\tplace\n";
    let faults = words.add_glossary("g.tsv", text).expect("a header");
    let lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [2, 5, 6, 7, 8], "{faults:?}");
    assert_eq!(faults[3].to_string().split(';').next(), Some("g.tsv:7: “verb” is no kind"));
    assert_eq!(found(&words, "بين الصفصاف والسنديان طريق.").len(), 2);
}

#[test]
fn one_form_cannot_name_two_things_of_a_glossary() {
    let mut words = UserWords::default();
    let text = "ar\tid\nالصفصاف\ta\nالصفصاف\tb\nالصفصاف\ta\n";
    let faults = words.add_glossary("g.tsv", text).expect("a header");
    assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_table_without_languages_is_refused() {
    let mut words = UserWords::default();
    for text in ["", "kind\tid\n", "الصفصاف\tصفصاف\n"] {
        let error = words.add_glossary("g.tsv", text).expect_err("no header").to_string();
        assert!(error.starts_with("g.tsv: line 1: no column"), "{error}");
    }
    for text in ["ar\tfa\n", "ar\tweight\n", "ar\tfa\ten\tweight\n"] {
        assert!(words.add_lexicon("l.tsv", text).is_err(), "{text}");
    }
    assert!(words.is_empty());
}

#[test]
fn terms_of_several_words_are_one() {
    let words = words(GLOSSARY);
    let text = "والغاز الطبيعي رخيص";
    let tokens = tokenize(text, Span::new(0, text.len()));
    let (senses, end) = words.term_at(Lang::Arabic, &tokens, 0).expect("a term");
    assert_eq!((senses.len(), end), (1, 2));
    let text = "گاز طبیعی";
    let tokens = tokenize(text, Span::new(0, text.len()));
    assert_eq!(words.term_at(Lang::Persian, &tokens, 0), Some((senses, 2)));
    assert_eq!(words.term_at(Lang::Persian, &tokens[..1], 0), None);
}

#[test]
fn words_of_a_glossary_link_what_nothing_else_does() {
    let source = Document::from_text("s", "القندس يأكل الخيزران.\nالزرزور يشرب العصير.");
    let mut other = Document::from_text("t", "Blorfs munch grunk.\nZwims slurp plib.");
    other.lang = Lang::English;
    let evidence = |words: UserWords| {
        let comparison = compare(&source, &other, &Options::default().words(words));
        let links = comparison.alignment.sentences.into_iter();
        links.flat_map(|link| link.evidence).filter(|e| e.concept.starts_with("word:")).count()
    };
    assert_eq!(evidence(UserWords::default()), 0);
    let glossary = "ar\ten\tkind\nقندس\tblorfs\tword\nخيزران\tgrunk\tword\nزرزور\tzwims\tword\n\
                    عصير\tplib\tword\nيأكل\tmunch\tword\nيشرب\tslurp\tword\n";
    assert!(evidence(words(glossary)) >= 4);
}

#[test]
fn a_glossary_makes_no_finding_by_itself() {
    let source = Document::from_text("s", "زارت لجنة المياه قرية الصفصاف يوم الأحد الماضي.");
    let other = Document::from_text("t", "هیئت آب یکشنبه گذشته از روستای صفصاف بازدید کرد.");
    let comparison = compare(&source, &other, &Options::default().words(words(GLOSSARY)));
    let kinds: Vec<FindingKind> = comparison.findings.iter().map(|f| f.kind).collect();
    assert!(!kinds.contains(&FindingKind::NameChanged), "{kinds:?}");
}

#[test]
fn a_lexicon_is_read_and_its_bad_rows_are_named() {
    let mut words = UserWords::default();
    let text = "ar\tfa\tweight\nكتاب\tکتاب\t0.5\nكتاب\tدفتر\t2\nكتاب\t\t1\nكتاب كبير\tکتاب\t1\n";
    let faults = words.add_lexicon("l.tsv", text).expect("a header");
    assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [3, 4, 5]);
    let stem =
        |lang: Lang, word: &str| lang.module().expect("a module").stem(&crate::fold::key(word));
    let senses = words.learned(Lang::Arabic, &stem(Lang::Arabic, "كتاب"));
    assert_eq!(senses, words.learned(Lang::Persian, &stem(Lang::Persian, "کتاب")));
    assert_eq!(senses.len(), 1);
}
