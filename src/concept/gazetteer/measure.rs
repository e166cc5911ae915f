//! How well the names of the two sides of true translations agree. Reads sets of pairs that stand
//! beside the repository on the machines of its authors, not in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::tests::segments;
use super::*;

const SETS: [&str; 5] = ["ntrex.ar-fa", "ntrex.fa-ar", "ntrex.en-fa", "ntrex.en-ar", "tico.ar-fa"];
/// Share of the names in linked sentences whose concept the other side must name too.
const LEAST_AGREEMENT: f64 = 0.7;
/// Share of the countries put in place of others that must be found, and of those replaced.
const LEAST_RECALL: f64 = 0.9;

/// A pair with the names of each side, by sentence.
struct Measured {
    truth: Value,
    sides: [Vec<Vec<Mention>>; 2],
    texts: [String; 2],
}

/// The folder; none where it is absent, but never silently in continuous integration.
fn shared(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder);
    let there = path.is_dir();
    assert!(there || std::env::var("CI").as_deref() != Ok("true"), "no {}", path.display());
    there.then_some(path)
}

fn lang(truth: &Value, role: &str) -> Lang {
    let tag = truth[format!("{role}_lang")].as_str().unwrap_or("und");
    Lang::from_tag(tag).expect("a known language")
}

fn load(gold: &Path) -> Measured {
    let truth = std::fs::read_to_string(gold).expect("a gold file");
    let truth: Value = serde_json::from_str(&truth).expect("a gold file in JSON");
    let stem = gold.to_string_lossy().replace(".gold.json", "");
    let text = |end: &str| std::fs::read_to_string(format!("{stem}.{end}.txt")).expect("a text");
    let texts = [text("src"), text("tgt")];
    let side = |role: &str, text: &str| {
        let list = truth[role]["sentences"].as_array().expect("sentences");
        let at = |sentence: &Value, field: &str| sentence[field].as_u64().unwrap_or(0) as usize;
        let spans = list.iter().map(|s| Span::new(at(s, "start"), at(s, "end")));
        let segments = segments(text, spans);
        let mut sentences = vec![Vec::new(); segments.sentences.len()];
        for mention in names(text, &segments, lang(&truth, role)) {
            let start = mention.span.start;
            sentences[segments.sentences.partition_point(|s| s.span.end <= start)].push(mention);
        }
        sentences
    };
    let sides = [side("source", &texts[0]), side("translation", &texts[1])];
    Measured { truth, sides, texts }
}

impl Measured {
    fn links(&self) -> impl Iterator<Item = [usize; 2]> {
        let links = self.truth["sentence_links"].as_array().into_iter().flatten();
        links.filter_map(|link| Some([link[0].as_u64()? as usize, link[1].as_u64()? as usize]))
    }

    fn names(&self, side: usize, sentence: usize) -> &[Mention] {
        self.sides[side].get(sentence).map_or(&[], Vec::as_slice)
    }
}

/// Counts with what they were counted of.
#[derive(Default)]
struct Tally {
    hits: usize,
    all: usize,
}

impl Tally {
    fn count(&mut self, hit: bool) -> bool {
        self.hits += usize::from(hit);
        self.all += 1;
        hit
    }

    fn share(&self) -> f64 {
        self.hits as f64 / self.all.max(1) as f64
    }
}

/// Run with `--nocapture` for the figures and the most frequent disagreements.
#[test]
fn names_agree_across_measured_translations() {
    let Some(root) = shared("eval/pairs") else { return };
    for set in SETS {
        let entries = std::fs::read_dir(root.join(set)).expect("a set");
        let mut files: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
        files.retain(|path| path.to_string_lossy().ends_with(".gold.json"));
        files.sort();
        let mut agreement = [Tally::default(), Tally::default()];
        let mut planted = [Tally::default(), Tally::default()];
        let mut lonely: BTreeMap<String, usize> = BTreeMap::new();
        for file in files {
            let file_name = file.to_string_lossy();
            if file_name.contains(".faithful.") {
                agree(&load(&file), &mut agreement, &mut lonely);
            } else if file_name.contains(".edited.") {
                find_planted(&load(&file), &mut planted, &mut lonely);
            }
        }
        println!(
            "{set}: agreement {:.3} {:.3}, of {} and {}; replaced country found {}/{}, new one {}/{}",
            agreement[0].share(),
            agreement[1].share(),
            agreement[0].all,
            agreement[1].all,
            planted[0].hits,
            planted[0].all,
            planted[1].hits,
            planted[1].all,
        );
        let mut lonely: Vec<_> = lonely.into_iter().collect();
        lonely.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (what, count) in lonely.iter().take(40) {
            println!("  {count} {what}");
        }
        assert!(agreement.iter().all(|tally| tally.share() > LEAST_AGREEMENT), "{set}");
        assert!(planted[1].share() > LEAST_RECALL, "{set}");
    }
}

fn agree(pair: &Measured, tallies: &mut [Tally; 2], lonely: &mut BTreeMap<String, usize>) {
    for link in pair.links() {
        for side in 0..2 {
            let theirs = pair.names(1 - side, link[1 - side]);
            for mine in pair.names(side, link[side]) {
                if !tallies[side].count(theirs.iter().any(|other| other.concept == mine.concept)) {
                    let word = mine.span.of(&pair.texts[side]);
                    let what = format!("{side} {word} = {} {}", mine.concept, mine.name);
                    *lonely.entry(what).or_default() += 1;
                }
            }
        }
    }
}

/// Countries of the translation were replaced by others: the new one must stand in the translation,
/// the old one in the source.
fn find_planted(pair: &Measured, tallies: &mut [Tally; 2], lonely: &mut BTreeMap<String, usize>) {
    for change in pair.truth["names"].as_array().into_iter().flatten() {
        let text = |field: &str| change[field].as_str().unwrap_or("").to_owned();
        let sentence = change["sentence"].as_u64().unwrap_or(0) as usize;
        let (old, new) = (text("old"), text("new"));
        let found = pair.names(1, sentence).iter();
        if !tallies[1].count(found.clone().any(|m| m.span.of(&pair.texts[1]).contains(&new))) {
            *lonely.entry(format!("new {new}")).or_default() += 1000;
        }
        let whole = segments(&old, [Span::new(0, old.len())]);
        let old_names = names(&old, &whole, lang(&pair.truth, "translation"));
        let sources = pair.links().filter(|link| link[1] == sentence);
        let hit = sources
            .flat_map(|link| pair.names(0, link[0]))
            .any(|mention| old_names.iter().any(|old| old.concept == mention.concept));
        if !tallies[0].count(hit) {
            *lonely.entry(format!("old {old}")).or_default() += 1000;
        }
    }
}
