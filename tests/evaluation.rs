//! Measuring of pairs whose truth is known: reading, counting, and the same figures as the scoring
//! script of the development sets. That script and those sets lie in `../shared/eval`: where they or
//! Python are absent its test is skipped, except under `CI=true`, where it fails.

mod beside;

use std::fs;
use std::path::Path;
use std::process::Command;

use muqabala::align::{Parameters, Part, Prepared};
use muqabala::comparison::{Options, Relation};
use muqabala::document::Document;
use muqabala::evaluation::{Counts, Evaluation, GoldFolder, Measure, evaluate};
use muqabala::output::{Json, Writer, write_evaluation_json, write_evaluation_text};
use muqabala::pair::PairFolder;
use muqabala::span::Pair;
use tempfile::TempDir;

const SOURCE: &str = "أعلنت وزارة الزراعة في تونس أن محصول الزيتون بلغ 450 ألف طن هذا العام.

وقال الوزير سمير عبد الحفيظ إن ألمانيا وإيطاليا اشترتا نصف الكمية.

وتنتهي عملية الجني في 20 آذار/مارس.";

const TRANSLATION: &str = "The ministry of agriculture in Tunisia announced an olive harvest of 540 thousand tons this year.

The minister Samir Abdelhafidh said that Germany and Italy had bought half of it.";

/// A folder with one pair of three source and two translation sentences.
fn folder(level: &str, change: impl Fn(String) -> String) -> TempDir {
    let dir = TempDir::new().expect("a folder");
    let units = |text: &str| {
        let mut at = 0;
        let spans: Vec<String> = text
            .split("\n\n")
            .map(|line| {
                let start = at;
                at += line.len() + 2;
                format!("{{\"start\": {start}, \"end\": {}}}", start + line.len())
            })
            .collect();
        let list = spans.join(", ");
        format!("{{\"paragraphs\": [{list}], \"sentences\": [{list}]}}")
    };
    let gold = format!(
        "{{\"name\": \"olives.{level}\", \"level\": \"{level}\", \"source\": {}, \"translation\": {}, \
         \"sentence_links\": [[0, 0], [1, 1]], \"paragraph_links\": [[0, 0], [1, 1]], \
         \"dropped\": [2], \"added\": [], \"numbers\": [{{\"sentence\": 0}}]}}",
        units(SOURCE),
        units(TRANSLATION),
    );
    let inner = dir.path().join("set");
    fs::create_dir(&inner).expect("a folder");
    fs::write(inner.join("olives.src.txt"), SOURCE).expect("a text");
    fs::write(inner.join("olives.tgt.txt"), TRANSLATION).expect("a text");
    fs::write(inner.join("olives.gold.json"), change(gold)).expect("the truth");
    dir
}

fn measured(dir: &Path) -> Evaluation {
    let folder = GoldFolder::read(dir).expect("a folder");
    assert!(folder.faults.is_empty(), "{:?}", folder.faults);
    evaluate(&folder.pairs, &Options::default(), &|_| ())
}

#[test]
fn what_is_right_counts_as_right() {
    let dir = folder("edited", |gold| gold);
    let evaluation = measured(dir.path());
    let score = &evaluation.scores[0];
    let counts = |measure| score.counts(measure);
    assert_eq!(counts(Measure::Sentence), Counts { right: 2, wrong: 0, missed: 0 });
    assert_eq!(counts(Measure::Dropped), Counts { right: 1, wrong: 0, missed: 0 });
    assert_eq!(counts(Measure::Added), Counts::default());
    assert_eq!(counts(Measure::Numbers), Counts { right: 1, wrong: 0, missed: 0 });
    assert_eq!(score.beads.strict(), (1.0, 1.0));
    assert_eq!(score.sentence_forecasts.len(), 2);
    assert_eq!(score.null_forecasts.len(), 5);
}

#[test]
fn what_is_wrong_counts_as_wrong() {
    let swapped = |gold: String| gold.replace("[[0, 0], [1, 1]]", "[[0, 1], [1, 0]]");
    let dir = folder("edited", swapped);
    let evaluation = measured(dir.path());
    let score = &evaluation.scores[0];
    assert_eq!(score.counts(Measure::Sentence), Counts { right: 0, wrong: 2, missed: 2 });
    assert_eq!(score.counts(Measure::Sentence).f1(), 0.0);
    assert!(score.sentence_forecasts.iter().all(|forecast| !forecast.holds));
}

#[test]
fn links_where_nothing_renders_anything_are_counted() {
    let dir = folder("unrelated", |gold| gold.replace("[[0, 0], [1, 1]]", "[]"));
    let evaluation = measured(dir.path());
    let refusal = evaluation.scores[0].refusal.expect("an unrelated pair");
    assert!(!refusal.refused);
    assert_eq!((refusal.claimed, refusal.paragraphs), (2, 2));
    assert_ne!(evaluation.scores[0].relation, Relation::Unrelated);
    let levels = evaluation.levels();
    assert_eq!(levels[0].claimed_per_100, Some(100.0));
    assert_eq!(evaluation.total().pairs, 0);
    let mut text = Vec::new();
    write_evaluation_text(&evaluation, &mut text).expect("memory");
    assert!(String::from_utf8_lossy(&text).contains("100.00 links claimed per 100 paragraphs"));
}

/// Truth that cannot be used is told with its file and the reason.
#[track_caller]
fn assert_fault(change: impl Fn(String) -> String, reason: &str) {
    let dir = folder("edited", change);
    let folder = GoldFolder::read(dir.path()).expect("a folder");
    assert!(folder.pairs.is_empty());
    let fault = folder.faults[0].to_string();
    assert!(fault.contains("olives.gold.json: ") && fault.contains(reason), "{fault}");
}

#[test]
fn unusable_truth_is_named_by_file_and_reason() {
    assert_fault(|gold| gold.replace("\"dropped\": [2]", "\"dropped\": [3]"), "no sentence 3");
    assert_fault(|gold| gold.replace("[1, 1]]", "[1, 7]]"), "a link names sentence 1 or 7");
    assert_fault(|gold| gold.replace("\"end\": ", "\"end\": 9"), "does not lie in the source");
    assert_fault(|gold| gold[..60].to_owned(), "is not the truth about a pair");
    let dir = folder("edited", |gold| gold);
    fs::remove_file(dir.path().join("set/olives.tgt.txt")).expect("the text");
    let fault = GoldFolder::read(dir.path()).expect("a folder").faults[0].to_string();
    assert!(fault.contains("olives.tgt.txt"), "{fault}");
    let empty = TempDir::new().expect("a folder");
    let fault = GoldFolder::read(empty.path()).unwrap_err().to_string();
    assert!(fault.contains("holds no *.gold.json"), "{fault}");
    assert!(GoldFolder::read(&empty.path().join("none")).is_err());
}

#[test]
fn a_pair_aligned_again_is_aligned_as_before() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("pairs");
    let folder = GoldFolder::read(&shipped).expect("the shipped pairs");
    assert!(folder.faults.is_empty(), "{:?}", folder.faults);
    let whole = PairFolder::list(&shipped).expect("a folder").len();
    assert!(folder.pairs.len() > 2 && folder.pairs.len() <= whole);
    for pair in &folder.pairs {
        let (source, translation) = (&pair.documents.source, &pair.documents.translation);
        let comparison = muqabala::compare(source, translation, &Options::default());
        let mut prepared = Prepared::new(pair.documents.as_ref());
        let mut other = Parameters::default();
        other.temperature *= 0.5;
        // What other parameters left behind must not show.
        prepared.align(&other);
        let (segments, alignment, verdict) = prepared.align(&Parameters::default());
        assert_eq!(segments, comparison.segments);
        assert_eq!(alignment, comparison.alignment);
        assert_eq!(verdict, comparison.verdict);
        let options = Options::default().parameters(other);
        let changed = muqabala::compare(source, translation, &options);
        assert_eq!(prepared.align(&other).1, changed.alignment);
    }
}

/// Two texts with a name that no list holds, and words of the dictionary.
fn with_a_name() -> (Document, Document) {
    let source = "زار القاضي ظافر المرزنجي السوق. وقال ظافر المرزنجي إن الأسعار مرتفعة. وبكى الطفل.";
    let translation =
        "قاضی ظافر مرزنجی از بازار دیدن کرد. ظافر مرزنجی گفت قیمت‌ها بالاست. کودک گریست.";
    (Document::from_text("source", source), Document::from_text("translation", translation))
}

#[test]
fn names_of_no_list_are_aligned_again_as_before() {
    let (source, translation) = with_a_name();
    let comparison = muqabala::compare(&source, &translation, &Options::default());
    assert!(
        comparison.mentions.source.iter().any(|mention| mention.concept.starts_with("name:")),
        "{:?}",
        comparison.mentions.source
    );
    let mut prepared = Prepared::new(Pair::new(&source, &translation));
    assert_eq!(prepared.align(&Parameters::default()).1, comparison.alignment);
}

#[test]
fn what_is_left_out_does_not_speak_for_a_link() {
    let (source, translation) = with_a_name();
    let evidence = |mut prepared: Prepared<'_>| -> Vec<String> {
        let alignment = prepared.align(&Parameters::default()).1;
        let links = alignment.sentences.into_iter().chain(alignment.paragraphs);
        links.flat_map(|link| link.evidence).map(|evidence| evidence.concept).collect()
    };
    let texts = Pair::new(&source, &translation);
    let is_name = |concept: &String| concept.starts_with("name:");
    let is_market = |concept: &String| concept.contains("سوق");
    let all = evidence(Prepared::new(texts));
    assert!(all.iter().any(is_name) && all.iter().any(is_market), "{all:?}");
    let unheard = evidence(Prepared::without(texts, Part::Sound));
    assert!(!unheard.iter().any(is_name), "{unheard:?}");
    let wordless = evidence(Prepared::without(texts, Part::Lexicon));
    assert!(!wordless.iter().any(is_market), "{wordless:?}");
}

#[test]
fn figures_are_those_of_the_scoring_script() {
    let Some(shared) = beside::folder("eval") else { return };
    if Command::new("python3").arg("--version").output().is_err() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "python3 is absent");
        return;
    }
    let work = TempDir::new().expect("a folder");
    let (gold, predicted) = (work.path().join("gold"), work.path().join("predicted"));
    fs::create_dir(&gold).expect("a folder");
    fs::create_dir(&predicted).expect("a folder");
    for level in ["faithful", "edited", "transedited", "unrelated"] {
        for number in ["000", "001", "002"] {
            let name = format!("ntrex.ar-fa.{level}.{number}");
            for ending in ["src.txt", "tgt.txt", "gold.json"] {
                let file = format!("{name}.{ending}");
                let from = shared.join("pairs/ntrex.ar-fa").join(&file);
                fs::copy(from, gold.join(file)).expect("a file of the set");
            }
        }
    }
    let folder = GoldFolder::read(&gold).expect("the set");
    assert_eq!(folder.pairs.len(), 12);
    for pair in &folder.pairs {
        let (source, translation) = (&pair.documents.source, &pair.documents.translation);
        let comparison = muqabala::compare(source, translation, &Options::default());
        let mut file =
            fs::File::create(predicted.join(format!("{}.json", pair.truth.name))).expect("a file");
        Json.write(&comparison, &mut file).expect("a disk");
    }
    let output = Command::new("python3")
        .arg(shared.join("score.py"))
        .args([&gold, &predicted])
        .arg("--json")
        .output()
        .expect("the script runs");
    let theirs: serde_json::Value = serde_json::from_slice(&output.stdout).expect("its JSON");
    let mut ours = Vec::new();
    let evaluation = evaluate(&folder.pairs, &Options::default(), &|_| ());
    write_evaluation_json(&evaluation, &mut ours).expect("memory");
    let ours: serde_json::Value = serde_json::from_slice(&ours).expect("JSON");
    let mut seen = 0;
    for (level, measures) in theirs.as_object().expect("levels") {
        for measure in Measure::ALL {
            for figure in ["p", "r", "f1"] {
                let Some(expected) = measures[measure.name()].get(figure) else { continue };
                let found = &ours["levels"][level][measure.name()][figure];
                assert_eq!(found, expected, "{level} {} {figure}", measure.name());
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 3 * 7 * 3);
    let unrelated = &ours["levels"]["unrelated"];
    for figure in ["refused", "claimed_per_100"] {
        assert_eq!(unrelated[figure], theirs["unrelated"][figure]);
    }
}
