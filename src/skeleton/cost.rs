//! What it costs to leave a sound out, or to take it for another.

use super::sound::is_vowel;

// Costs, in hundredths of a plain consonant. Written by hand from what transliterations do, then
// moved where that told names known to be the same from look-alikes known to be different, by a
// descent over one cost at a time that kept a step only where it put more than one name right. Fitted
// on one half of the names, the costs are as good on the other within a hundredth.

/// Leaving out a consonant.
const CONSONANT: u32 = 100;
/// Leaving out a consonant that stands for nothing else, or is never silent.
const FIRM: u32 = 124;
/// Leaving out t, s and gh, which end many French and English names unheard, or ح.
const UNHEARD: u32 = 76;
/// Leaving out a weak consonant, or a letter that doubles another: ع, ه, c, ll.
const HALF: u32 = 52;
/// Leaving out a vowel letter: the Arabic script may write it or not.
const LETTER_VOWEL: u32 = 26;
/// Leaving out و inside a word, which is a consonant as often as a vowel, or y.
const HALF_VOWEL: u32 = 50;
/// Leaving out a vowel that only the Latin script writes.
const LATIN_VOWEL: u32 = 6;
/// Leaving out e, or the ه at the end, which stands for it.
const SHORT_VOWEL: u32 = 2;
/// Leaving out h in Latin letters, silent in many languages.
const BREATH: u32 = 28;
/// One vowel for another.
const VOWELS: u32 = 15;
/// The same where both are all but one: ی and e.
const SAME_VOWEL: u32 = 6;
/// Vowels of different places in the mouth …
const OTHER_VOWEL: u32 = 39;
/// … and of opposite ones, as ی and و.
const FAR_VOWEL: u32 = 63;
/// Two letters for one sound, as ط and ت.
const SPELLING: u32 = 4;
/// Two ways to write a sound that a script lacks, as ج, غ and گ.
const ADAPTED: u32 = 8;
/// Sounds that are mixed where a name went through a third language, often …
const MIXED: u32 = 20;
/// … and seldom, as ch and kh.
const THIRD: u32 = 45;
/// Letters that are mixed in the names of one language or another: ll as ی, ف as پ.
const SELDOM: u32 = 68;
/// Sounds that are near each other and hardly ever mixed.
const NEAR: u32 = 90;

/// Sounds are characters from `'` on, fewer than this many.
const SOUNDS: usize = 88;

static TABLES: Tables = Tables::new();

/// The costs of all sounds, so that comparing is looking up.
struct Tables {
    weights: [u8; SOUNDS],
    substitutions: [[u8; SOUNDS]; SOUNDS],
}

impl Tables {
    const fn new() -> Self {
        let mut all = Self { weights: [0; SOUNDS], substitutions: [[0; SOUNDS]; SOUNDS] };
        let mut a = 0;
        while a < SOUNDS {
            all.weights[a] = weight_of(FIRST + a as u8) as u8;
            let mut b = 0;
            while b < SOUNDS {
                all.substitutions[a][b] = substitution_of(FIRST + a as u8, FIRST + b as u8) as u8;
                b += 1;
            }
            a += 1;
        }
        all
    }
}

const FIRST: u8 = b'\'';

fn index(sound: u8) -> usize {
    usize::from(sound.wrapping_sub(FIRST)).min(SOUNDS - 1)
}

/// What leaving a sound out costs.
pub(super) fn weight(sound: u8) -> u32 {
    u32::from(TABLES.weights[index(sound)])
}

/// What taking one sound for the other costs; the same both ways.
pub(super) fn substitution(a: u8, b: u8) -> u32 {
    u32::from(TABLES.substitutions[index(a)][index(b)])
}

const fn weight_of(sound: u8) -> u32 {
    match sound {
        b'e' | b'E' => SHORT_VOWEL,
        b'A' => LATIN_VOWEL,
        b'a' | b'y' | b'I' | b'O' | b'U' | b'W' => LETTER_VOWEL,
        b'0' => BREATH,
        b'w' | b'Y' => HALF_VOWEL,
        b'h' | b'\'' | b'K' | b'3' | b'V' => HALF,
        b't' | b's' | b'G' | b'H' => UNHEARD,
        b'v' | b'z' | b'j' | b'4' | b'2' => FIRM,
        _ => CONSONANT,
    }
}

/// The sound of the Arabic script that is nearest to one of the Latin script.
const fn nearest(sound: u8) -> u8 {
    match sound {
        b'A' => b'a',
        b'I' | b'Y' => b'y',
        b'O' | b'U' | b'W' | b'V' => b'w',
        b'0' => b'h',
        b'j' | b'4' => b'c',
        b'K' | b'2' => b'k',
        b'q' => b'Q',
        b'1' | b'6' => b's',
        b'7' => b'C',
        b'3' => b'l',
        b'5' => b'z',
        _ => sound,
    }
}

const fn substitution_of(a: u8, b: u8) -> u32 {
    if a == b {
        return 0;
    }
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    match (a, b) {
        (b'e', b'y') | (b'A', b'E') | (b'\'', b'A') => return SAME_VOWEL,
        (b'a', b'y') | (b'a', b'w') | (b'A', b'y') | (b'U', b'y') | (b'e', b'w') | (b'Y', b'w') => {
            return OTHER_VOWEL;
        }
        (b'w', b'y') | (b'O', b'y') | (b'A', b'w') | (b'I', b'w') => return FAR_VOWEL,
        (b'G', b'k') | (b'f', b'p') | (b'l', b'y') => return SELDOM,
        (b's', b'z') | (b's', b'x') | (b'J', b'z') => return MIXED,
        (b'X', b'c') | (b'X', b'j') | (b'4', b'X') | (b'7', b'X') => return MIXED,
        (b'j', b'y') | (b'1', b'C') | (b'4', b'G') => return MIXED,
        (b'2', b'x') | (b'C', b'q') | (b'C', b'J') | (b'1', b'c') => return MIXED,
        (b'3', b'w') | (b'3', b'y') | (b'3', b'V') => return MIXED,
        (b'2', b'X') | (b'4', b'k') | (b'K', b'c') | (b'1', b'x') => return THIRD,
        (b'G', b'g') => return SPELLING,
        _ => {}
    }
    let (a, b) = (nearest(a), nearest(b));
    if a == b {
        return 0;
    }
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    if is_vowel(a) && is_vowel(b) {
        return VOWELS;
    }
    match (a, b) {
        (b'T', b't')
        | (b'S', b's')
        | (b'Z', b'z')
        | (b'H', b'h')
        | (b'8', b's')
        | (b'9', b'z')
        | (b'9', b'Z')
        | (b'8', b'S') => SPELLING,
        (b'b', b'p')
        | (b'f', b'v')
        | (b'C', b'x')
        | (b'D', b'z')
        | (b'D', b'd')
        | (b'D', b'Z')
        | (b'9', b'D')
        | (b'Q', b'k')
        | (b'G', b'g')
        | (b'c', b'g')
        | (b'J', b'c')
        | (b'G', b'Q')
        | (b'8', b't')
        | (b'9', b'd')
        | (b'Q', b'g')
        | (b'v', b'w')
        | (b'f', b'w') => ADAPTED,
        (b'C', b'c')
        | (b'G', b'c')
        | (b'C', b'X')
        | (b'C', b'H')
        | (b'G', b'J')
        | (b'J', b'g')
        | (b'C', b'k')
        | (b'X', b'k')
        | (b'J', b'z')
        | (b'J', b'x')
        | (b'g', b'k')
        | (b'b', b'v')
        | (b'b', b'w')
        | (b'X', b'h')
        | (b'H', b'X')
        | (b'c', b'y')
        | (b'S', b'z')
        | (b's', b'z')
        | (b's', b'x')
        | (b'C', b's')
        | (b'G', b'k')
        | (b'X', b'c')
        | (b'h', b'w')
        | (b'c', b'z')
        | (b'J', b'y') => THIRD,
        (b'd', b't')
        | (b'f', b'p')
        | (b'm', b'n')
        | (b'l', b'r')
        | (b'G', b'X')
        | (b'T', b'd')
        | (b'D', b't')
        | (b'b', b'f') => NEAR,
        _ => {
            let (a, b) = (weight_of(a), weight_of(b));
            CONSONANT + if a < b { a } else { b } / 2
        }
    }
}

/// Whether the letter is one that two sounds can stand for.
pub(super) fn has_pairs(letter: u8) -> bool {
    matches!(letter, b'2' | b'5' | b'1')
}

/// Whether two sounds in one script can stand for a letter of the other.
pub(super) fn is_pair(first: u8, second: u8, letter: u8) -> bool {
    matches!(
        (first, second, letter),
        (b'k' | b'Q', b's' | b'z', b'2') | (b't' | b'd', b's' | b'z', b'5' | b'1')
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_are_the_same_both_ways_and_never_exceed_leaving_out() {
        for a in b'\''..=b'z' {
            for b in b'\''..=b'z' {
                assert_eq!(substitution(a, b), substitution(b, a));
                assert!(substitution(a, b) <= 2 * CONSONANT);
            }
        }
    }
}
