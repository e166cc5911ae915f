//! From letters of either script to sounds, and what it costs to take one sound for another.

/// The most sounds that are kept of one word.
pub(super) const MOST: usize = 40;

/// The sounds of a word, one ASCII letter each.
///
/// Vowels: `a`; `y` for i and e, `w` for u, o and also v; `e` for a vowel that only the Latin
/// script or a final ه writes, `'` for ع. Consonants have their usual letter; capitals are what Latin
/// has no letter for: `H` ح, `S` ص, `D` ض, `T` ط, `Z` ظ, `C` ch, `X` kh, `Q` ق, `G` gh, `J` zh, `x` sh,
/// `8` ث, `9` ذ, `c` Arabic ج and Latin j.
#[derive(Clone, Copy)]
pub(super) struct Sounds {
    sounds: [u8; MOST],
    len: usize,
    /// How many of the first sounds may be the Arabic article.
    article: usize,
}

impl Sounds {
    pub(super) const EMPTY: Self = Self { sounds: [0; MOST], len: 0, article: 0 };

    /// The sounds of `word`; letters of other scripts have none.
    pub(super) fn of(word: &str) -> Self {
        let mut all = Self::EMPTY;
        let arabic = word.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
        if arabic {
            all.read_arabic(word);
        } else {
            all.read_latin(word);
        }
        all
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        &self.sounds[..self.len]
    }

    /// The sounds without what may be the article, where there is any.
    pub(super) fn without_article(&self) -> Option<&[u8]> {
        self.as_slice().get(self.article..).filter(|_| self.article > 0)
    }

    /// Adds a sound; of a doubled consonant one is kept.
    pub(super) fn push(&mut self, sound: u8) {
        if self.len < MOST && self.as_slice().last() != Some(&sound) {
            self.sounds[self.len] = sound;
            self.len += 1;
        }
    }

    fn read_arabic(&mut self, word: &str) {
        self.article = match word.strip_prefix("ال") {
            // Of the two ل of اللاذقية one sound is kept, and it is the name's.
            Some(rest) if rest.starts_with('ل') => 1,
            Some(rest) if rest.chars().nth(2).is_some() => 2,
            _ => 0,
        };
        let mut chars = word.chars().filter(|&c| arabic(c) != 0).peekable();
        while let Some(c) = chars.next() {
            let sound = match (arabic(c), chars.peek()) {
                (b't', Some('ش')) => {
                    chars.next();
                    b'C'
                }
                (b'd', Some('ج')) => {
                    chars.next();
                    b'c'
                }
                (b'h', None) if self.len > 0 => b'e',
                (sound, _) => sound,
            };
            self.push(sound);
        }
    }

    fn read_latin(&mut self, word: &str) {
        let folded;
        let word = if word.bytes().all(|b| b.is_ascii_lowercase()) {
            word
        } else {
            folded = crate::fold::key(word);
            &folded
        };
        let mut rest = word;
        while let Some(c) = rest.chars().next() {
            let known = DIGRAPHS.iter().find_map(|(letters, sounds)| {
                rest.strip_prefix(letters).map(|rest| (*sounds, rest))
            });
            if let Some((sounds, behind)) = known {
                sounds.bytes().for_each(|sound| self.push(sound));
                rest = behind;
                continue;
            }
            let behind = &rest[c.len_utf8()..];
            let next = behind.bytes().next();
            match c {
                'c' if matches!(next, Some(b'e' | b'i' | b'y')) => self.push(b's'),
                'c' | 'k' => self.push(b'k'),
                'q' => self.push(b'Q'),
                'x' => {
                    self.push(b'k');
                    self.push(b's');
                }
                'j' => self.push(b'c'),
                'i' | 'y' => self.push(b'y'),
                'e' if behind.is_empty() && self.len > 0 => {}
                'e' => self.push(b'e'),
                'o' | 'u' | 'w' => self.push(b'w'),
                'a' | 'b' | 'd' | 'f' | 'g' | 'h' | 'l' | 'm' | 'n' | 'p' | 'r' | 's' | 't'
                | 'v' | 'z' => {
                    self.push(u8::try_from(c).unwrap_or(b'a'));
                }
                'ı' => self.push(b'y'),
                'ø' | 'œ' => self.push(b'w'),
                'ł' => self.push(b'l'),
                'đ' | 'ð' => self.push(b'd'),
                'ß' => self.push(b's'),
                'æ' | 'ə' => self.push(b'a'),
                _ => {}
            }
            rest = behind;
        }
    }
}

/// Letter groups of the Latin script, longer ones first, with their sounds.
#[rustfmt::skip]
const DIGRAPHS: &[(&str, &str)] = &[
    ("tsch", "C"), ("tch", "C"), ("sch", "x"), ("sh", "x"), ("ch", "C"), ("kh", "X"), ("gh", "G"),
    ("zh", "J"), ("th", "8"), ("dh", "9"), ("ph", "f"), ("ck", "k"), ("qu", "kw"), ("tz", "ts"),
    ("cz", "C"), ("dj", "c"), ("oo", "w"), ("ou", "w"), ("ee", "y"), ("ea", "y"), ("ie", "y"),
    ("ei", "y"), ("ay", "ay"), ("ae", "a"), ("wh", "w"), ("wr", "r"), ("kn", "n"),
];

/// The sound of a letter of the Arabic script, 0 for none.
fn arabic(c: char) -> u8 {
    match c {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' => b'a',
        'ب' => b'b',
        'پ' => b'p',
        'ت' => b't',
        'ث' => b'8',
        'ج' => b'c',
        'چ' => b'C',
        'ح' => b'H',
        'خ' => b'X',
        'د' => b'd',
        'ذ' => b'9',
        'ر' => b'r',
        'ز' => b'z',
        'ژ' => b'J',
        'س' => b's',
        'ش' => b'x',
        'ص' => b'S',
        'ض' => b'D',
        'ط' => b'T',
        'ظ' => b'Z',
        'ع' => b'\'',
        'غ' => b'G',
        'ف' => b'f',
        'ڤ' => b'v',
        'ق' => b'Q',
        'ک' | 'ك' | 'ڪ' => b'k',
        'گ' => b'g',
        'ل' => b'l',
        'م' => b'm',
        'ن' => b'n',
        'و' | 'ؤ' => b'w',
        'ه' | 'ة' | 'ۀ' | 'ە' | 'ہ' | 'ھ' => b'h',
        'ی' | 'ي' | 'ى' | 'ئ' => b'y',
        _ => 0,
    }
}

/// Whether the sound is a vowel or may stand for one.
pub(super) const fn is_vowel(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'y' | b'w' | b'\'')
}

/// The class of a sound in skeletons: `A` for what is weak, one capital for each group of consonants
/// that transliterations mix.
pub(super) fn class(sound: u8) -> u8 {
    match sound {
        b'b' | b'p' => b'B',
        b'f' | b'v' => b'F',
        b't' | b'T' => b'T',
        b'd' | b'D' => b'D',
        b's' | b'S' | b'8' => b'S',
        b'z' | b'Z' | b'9' => b'Z',
        b'x' | b'C' | b'J' => b'X',
        b'k' | b'Q' | b'g' | b'G' | b'c' => b'K',
        b'X' => b'H',
        b'l' => b'L',
        b'm' => b'M',
        b'n' => b'N',
        b'r' => b'R',
        _ => b'A',
    }
}

// Costs, in hundredths of a plain consonant; fitted on one half of a list of names in both languages
// and look-alikes, with the same result on the other half within a hundredth.

/// Leaving out a consonant.
const CONSONANT: u32 = 100;
/// Leaving out a vowel letter: the Arabic script may write it or not.
const LETTER_VOWEL: u32 = 26;
/// Leaving out a vowel that only the Latin script writes.
const LATIN_VOWEL: u32 = 6;
/// Leaving out h, silent at the end of words and lost in many languages.
const BREATH: u32 = 28;
/// One vowel for another.
const VOWELS: u32 = 15;
/// Two letters for one sound, as ط and ت.
const SPELLING: u32 = 4;
/// Two ways to write a sound that a script lacks, as ج, غ and گ.
const ADAPTED: u32 = 8;
/// Sounds that are mixed where a name went through a third language, as ch and kh.
const THIRD: u32 = 45;
/// Sounds that are near each other and seldom mixed.
const NEAR: u32 = 90;

/// Sounds are characters from `'` on, fewer than this many.
const SOUNDS: usize = 88;

static WEIGHTS: [u8; SOUNDS] = {
    let mut table = [0; SOUNDS];
    let mut at = 0;
    while at < SOUNDS {
        table[at] = weight_of(FIRST + at as u8) as u8;
        at += 1;
    }
    table
};

static SUBSTITUTIONS: [[u8; SOUNDS]; SOUNDS] = {
    let mut table = [[0; SOUNDS]; SOUNDS];
    let mut a = 0;
    while a < SOUNDS {
        let mut b = 0;
        while b < SOUNDS {
            table[a][b] = substitution_of(FIRST + a as u8, FIRST + b as u8) as u8;
            b += 1;
        }
        a += 1;
    }
    table
};

const FIRST: u8 = b'\'';

fn index(sound: u8) -> usize {
    usize::from(sound.wrapping_sub(FIRST)).min(SOUNDS - 1)
}

/// What leaving a sound out costs.
pub(super) fn weight(sound: u8) -> u32 {
    u32::from(WEIGHTS[index(sound)])
}

/// What taking one sound for the other costs; the same both ways.
pub(super) fn substitution(a: u8, b: u8) -> u32 {
    u32::from(SUBSTITUTIONS[index(a)][index(b)])
}

const fn weight_of(sound: u8) -> u32 {
    match sound {
        b'e' | b'\'' => LATIN_VOWEL,
        b'a' | b'y' | b'w' => LETTER_VOWEL,
        b'h' => BREATH,
        b'H' => 80,
        _ => CONSONANT,
    }
}

const fn substitution_of(a: u8, b: u8) -> u32 {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_sounds() {
        for (word, sounds) in [
            ("Churchill", "CwrCyl"),
            ("تشرشل", "Crxl"),
            ("Quebec", "kwebek"),
            ("القاهرة", "alQahre"),
            ("漢", ""),
        ] {
            assert_eq!(Sounds::of(word).as_slice(), sounds.as_bytes(), "{word}");
        }
    }

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
