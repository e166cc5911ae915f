//! The sound of names across the Arabic and the Latin script.
//!
//! A name keeps its sound when it changes its script, more or less: ريان ديلون, رایان دیلون, Ryan
//! Dillon. Two views of that sound are given here. [`skeleton`] is coarse and can be looked up: the
//! consonants alone, in classes wide enough that the usual spellings of one name meet.
//! [`similarity`] is fine and must be computed: an edit distance over sounds in which vowels are
//! cheap and each confusion of consonants costs what transliteration makes of it.

mod cost;
mod meaning;
mod sound;

use cost::{is_pair, substitution, weight};
use meaning::{Meaning, meaning, roman, teen};
use sound::{Sounds, is_vowel};

/// From this similarity on two names are taken for one; where the mean of both error rates was least
/// on names known to be the same and look-alikes known to be different. It leans to the safe side:
/// of persons, 93 in 100 are recognised and 1 in 100 mistaken; of places, 91 and 3; in Latin letters
/// 94 and 2, 89 and 4.
pub const SAME_NAME: f64 = 0.75;

/// What a word that one side lacks costs, as a share of its weight: middle names come and go, last
/// names do not.
const MISSING_MIDDLE: f64 = 0.26;
const MISSING_END: f64 = 1.05;
/// The same for sorts of place (مدينة, province) …
const MISSING_SORT: f64 = 0.3;
/// … and for particles (بن, de, al), which come and go freely.
const MISSING_PARTICLE: f64 = 0.18;

/// How much more a difference counts between a name of one word and the same in two.
const JOINED: f64 = 1.3;

/// What words in another order cost, as a share: family names first, adjectives behind.
const TURNED: f64 = 0.04;

/// What the first sound of a word counts, in hundredths, if it is a consonant.
const FIRST_SOUND: u32 = 125;

/// How much the worst matched word counts against the mean: two people of one family share a name.
const WORST_WORD: f64 = 0.27;

/// How much more a difference counts where no second word confirms the first.
const LONE_WORD: f64 = 1.3;

/// Two sounds in one script for a letter of the other, in hundredths of a consonant: كس and x.
const PAIR: u32 = 10;

/// Words beyond this number, and sounds of a word beyond [`sound::MOST`], are not looked at.
const MOST_WORDS: usize = 8;

/// The consonants of a folded word ([`crate::fold::key`]) as ASCII letters, one for each class of
/// consonants that transliterations mix; empty where it has none.
///
/// Weak letters count at the beginning alone, where all of them are `A`; the Arabic article does
/// not count. Words with different skeletons can still be one name, see [`similarity`].
pub fn skeleton(key: &str) -> String {
    let mut out = String::with_capacity(8);
    for word in words(key) {
        let sounds = Sounds::of(word);
        let all = sounds.without_article().unwrap_or(sounds.as_slice());
        for (at, &sound) in all.iter().enumerate() {
            let class = sound::class(sound);
            if class == b'A' && (at > 0 || !out.is_empty()) {
                continue;
            }
            if out.as_bytes().last() != Some(&class) {
                out.push(char::from(class));
            }
            if let Some(second) = sound::second_class(sound) {
                out.push(char::from(second));
            }
        }
    }
    out
}

/// A set of the consonant classes of a name, cheap to compare: names that share fewer than half of
/// the bits are not worth a call of [`similarity`].
pub fn signature(name: &str) -> u32 {
    let mut bits = 0;
    for word in words(name) {
        let sounds = Sounds::of(word);
        for &sound in sounds.without_article().unwrap_or(sounds.as_slice()) {
            let class = sound::class(sound);
            for class in [Some(class), sound::second_class(sound)].into_iter().flatten() {
                if class != b'A' {
                    bits |= 1 << (class - b'A');
                }
            }
        }
    }
    bits
}

/// Whether two signatures leave it open that the names are one.
pub fn may_match(a: u32, b: u32) -> bool {
    2 * (a & b).count_ones() >= a.count_ones().max(b.count_ones())
}

/// How alike two names sound, from 0 to 1, in whatever script either is written.
///
/// Words are matched in their order; a middle name that one side lacks costs little. What is
/// translated and not transliterated (المغرب, مراکش) has no sound in common.
pub fn similarity(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    // A fixed order makes rounding the same both ways.
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    let (a, b) = (Name::of(a), Name::of(b));
    if a.count == 0 || b.count == 0 {
        return 0.0;
    }
    let mut by_word = aligned(a.as_slice(), b.as_slice());
    if a.count == 1 && b.count == 1 {
        return (1.0 - LONE_WORD * (1.0 - by_word)).max(0.0);
    }
    if by_word < SAME_NAME
        && let ([first_a, .., last_a], [first_b, .., last_b]) = (a.as_slice(), b.as_slice())
    {
        // The last word of one comes first in the other.
        for (forward, mine, theirs) in [(false, first_a, last_b), (true, last_a, first_b)] {
            if mine.similarity(theirs) < SAME_NAME {
                continue;
            }
            let mut turned = b.clone();
            let words = &mut turned.words[..b.count];
            if forward {
                words.rotate_left(1)
            } else {
                words.rotate_right(1)
            }
            by_word = by_word.max(aligned(a.as_slice(), turned.as_slice()) - TURNED);
        }
    }
    if a.count == b.count {
        return by_word.max(0.0);
    }
    // Compounds are written as one word here and as two there.
    by_word.max(1.0 - JOINED * (1.0 - a.joined().similarity(&b.joined()))).max(0.0)
}

/// Whether two names are taken for one: their similarity reaches [`SAME_NAME`].
pub fn same_name(a: &str, b: &str) -> bool {
    similarity(a, b) >= SAME_NAME
}

#[derive(Clone, Copy)]
struct Word {
    sounds: Sounds,
    meaning: Option<Meaning>,
}

#[derive(Clone)]
struct Name {
    words: [Word; MOST_WORDS],
    count: usize,
}

impl Name {
    fn of(name: &str) -> Self {
        let none = Word { sounds: Sounds::EMPTY, meaning: None };
        let mut all = Self { words: [none; MOST_WORDS], count: 0 };
        for word in words(name).take(MOST_WORDS) {
            let sounds = Sounds::of(word);
            if sounds.as_slice().is_empty() {
                continue;
            }
            let meaning = roman(word).or_else(|| meaning(&sounds));
            if let Some(last) = all.words[..all.count].last_mut()
                && let Some(ordinal) = teen(last.meaning, &sounds)
            {
                last.meaning = Some(ordinal);
                continue;
            }
            all.words[all.count] = Word { sounds, meaning };
            all.count += 1;
        }
        all
    }

    fn as_slice(&self) -> &[Word] {
        &self.words[..self.count]
    }

    fn joined(&self) -> Sounds {
        let mut all = Sounds::EMPTY;
        for word in self.as_slice() {
            for &sound in word.sounds.as_slice() {
                all.push(sound);
            }
        }
        all
    }
}

/// The words of a name; Arabic compounds with an article inside (عبدالعزیز, نورالدین) are cut, since
/// Arabic writes them as two words.
fn words(name: &str) -> impl Iterator<Item = &str> {
    spaced(name).flat_map(|word| {
        // Shorter ones than عبدالله have no border.
        let border = if word.is_ascii() || word.len() < "عبداله".len() {
            None
        } else if word.starts_with("عبدال") {
            Some("عبد".len())
        } else {
            ["الدین", "الدين", "الله"]
                .iter()
                .find_map(|second| word.find(second))
                .filter(|&at| word[..at].chars().nth(1).is_some())
        };
        let (first, second) = word.split_at(border.unwrap_or(0));
        [first, second].into_iter().filter(|part| !part.is_empty())
    })
}

fn spaced(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '\u{200c}' | '_' | '‐' | '–' | '·' | '.')
    })
    .filter(|word| !word.is_empty())
}

/// The best matching of the words in their order: mean similarity by weight, drawn down by the
/// worst matched word and by what is left over.
fn aligned(a: &[Word], b: &[Word]) -> f64 {
    let missing = |words: &[Word], at: usize| {
        let share = match words[at].meaning {
            Some(Meaning::Particle) => MISSING_PARTICLE,
            Some(Meaning::Sort(_)) => MISSING_SORT,
            _ if at > 0 && at + 1 < words.len() => MISSING_MIDDLE,
            _ => MISSING_END,
        };
        share * words[at].weight()
    };
    // Cost, weight of what is matched, and the worst word so far, of the cheapest way here.
    let mut row = [(0.0f64, 1.0f64); MOST_WORDS + 1];
    for j in 0..b.len() {
        row[j + 1] = (row[j].0 + missing(b, j), 1.0);
    }
    for i in 0..a.len() {
        let mut diagonal = row[0];
        row[0] = (row[0].0 + missing(a, i), 1.0);
        for j in 0..b.len() {
            let alike = a[i].similarity(&b[j]);
            let cost = (1.0 - alike) * (a[i].weight() + b[j].weight());
            let matched = (diagonal.0 + cost, diagonal.1.min(alike));
            let without_a = (row[j + 1].0 + missing(a, i), row[j + 1].1);
            let without_b = (row[j].0 + missing(b, j), row[j].1);
            diagonal = row[j + 1];
            row[j + 1] = [matched, without_a, without_b]
                .into_iter()
                .min_by(|x, y| x.0.total_cmp(&y.0).then(y.1.total_cmp(&x.1)))
                .unwrap_or(matched);
        }
    }
    let total: f64 = a.iter().chain(b).map(Word::weight).sum();
    let (cost, worst) = row[b.len()];
    let mean = (1.0 - cost / total.max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
    mean - WORST_WORD * (mean - worst).max(0.0)
}

impl Word {
    /// The weight of the word: what its sounds would cost to leave out.
    fn weight(&self) -> f64 {
        let total: u32 = self.sounds.as_slice().iter().map(|&sound| weight(sound)).sum();
        f64::from(total.max(1))
    }

    /// One word against another, from 0 to 1: by what both mean where that is known, else by sound.
    fn similarity(&self, other: &Self) -> f64 {
        match (self.meaning, other.meaning) {
            (Some(Meaning::Mark(mine)), Some(Meaning::Mark(theirs))) => {
                if mine == theirs {
                    1.0
                } else {
                    0.0
                }
            }
            (Some(Meaning::Sort(mine)), Some(Meaning::Sort(theirs))) if mine == theirs => 1.0,
            _ => self.sounds.similarity(&other.sounds),
        }
    }
}

impl Sounds {
    /// One word against another, from 0 to 1; where one alone seems to have an article, with it and
    /// without it.
    fn similarity(&self, other: &Self) -> f64 {
        let whole = alike(self.as_slice(), other.as_slice());
        match (self.without_article(), other.without_article()) {
            (Some(bare), None) => whole.max(alike(bare, other.as_slice())),
            (None, Some(bare)) => whole.max(alike(self.as_slice(), bare)),
            _ => whole,
        }
    }
}

/// The weighted edit distance of two sequences of sounds, as a share of the heavier one.
fn alike(a: &[u8], b: &[u8]) -> f64 {
    let left_out = |sound: u8, at: usize| {
        let weight = weight(sound);
        if at == 0 && !is_vowel(sound) { weight * FIRST_SOUND / 100 } else { weight }
    };
    let pairs = a.iter().chain(b).any(|&sound| cost::has_pairs(sound));
    // The row at hand and the two before it, in turns.
    let mut rows = [[0u32; sound::MOST + 1]; 3];
    for (j, &sound) in b.iter().enumerate() {
        rows[0][j + 1] = rows[0][j] + left_out(sound, j);
    }
    let all_b = rows[0][b.len()];
    let mut all_a = 0;
    for (i, &left) in a.iter().enumerate() {
        let [here, before, two_before] = [(i + 1) % 3, i % 3, (i + 2) % 3];
        let weight_left = left_out(left, i);
        all_a += weight_left;
        rows[here][0] = all_a;
        for (j, &right) in b.iter().enumerate() {
            let more = if i == 0 && j == 0 { FIRST_SOUND } else { 100 };
            let matched = rows[before][j] + substitution(left, right) * more / 100;
            let mut least = matched
                .min(rows[before][j + 1] + weight_left)
                .min(rows[here][j] + left_out(right, j));
            if pairs && i > 0 && is_pair(a[i - 1], left, right) {
                least = least.min(rows[two_before][j] + PAIR);
            }
            if pairs && j > 0 && is_pair(b[j - 1], right, left) {
                least = least.min(rows[before][j - 1] + PAIR);
            }
            rows[here][j + 1] = least;
        }
    }
    let distance = f64::from(rows[a.len() % 3][b.len()]);
    (1.0 - distance / f64::from(all_a.max(all_b).max(1))).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests;
