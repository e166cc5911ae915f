//! From letters of either script to sounds, and what it costs to take one sound for another.

/// The most sounds that are kept of one word.
pub(super) const MOST: usize = 40;

/// The sounds of a word, one ASCII character each.
///
/// The Arabic script has `a`; `y` for i, e and y, `w` for u, o, v and w, `V` for it at the beginning, `E` for a final ه or ة,
/// `'` for ع, and for consonants their usual letter; capitals are what Latin has no letter for: `H` ح,
/// `S` ص, `D` ض, `T` ط, `Z` ظ, `C` چ and تش, `X` خ, `Q` ق, `G` غ, `J` ژ, `x` ش, `8` ث, `9` ذ, `c` ج.
///
/// The Latin script shares these where the letter says the sound, and has its own where it does
/// not: the vowels `A e I O U Y` and `W`, `0` h, `j`, `q`, `K` c, `1` and `4` c and g before e and i, `7` ch,
/// `2` x, `3` ll, `5` z, `6` sz.
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
                (b'h', None) if self.len > 0 => b'E',
                (b'w', Some(_)) if self.len == 0 => b'V',
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
            folded = spelled_out(word);
            &folded
        };
        let mut rest = word;
        while let Some(c) = rest.chars().next() {
            if let Some((letters, sounds)) = group(rest.as_bytes()) {
                sounds.bytes().for_each(|sound| self.push(sound));
                // Groups are ASCII.
                rest = &rest[letters..];
                continue;
            }
            let behind = &rest[c.len_utf8()..];
            let soft = matches!(behind.bytes().next(), Some(b'e' | b'i' | b'y'));
            match c {
                'c' if soft => self.push(b'1'),
                'g' if soft => self.push(b'4'),
                'e' if behind.is_empty() && self.len > 0 => {}
                // The ة of Arabic names.
                'h' if behind.is_empty() && matches!(self.as_slice().last(), Some(b'A' | b'e')) => {
                    self.push(b'E');
                }
                _ => {
                    let sound = latin(c);
                    if sound != 0 {
                        self.push(sound);
                    }
                }
            }
            rest = behind;
        }
    }
}

/// A Latin word folded, but for letters whose mark changes their sound: these are spelt as English
/// would.
fn spelled_out(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len() + 4);
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ç' | 'č' | 'ć' => out.push_str("tch"),
            'š' | 'ș' | 'ś' => out.push_str("sh"),
            'ž' | 'ż' | 'ź' => out.push_str("zh"),
            'ț' => out.push_str("ts"),
            'ñ' | 'ń' => out.push_str("ny"),
            'ğ' => out.push_str("gh"),
            'ı' => out.push('i'),
            'ö' | 'ø' | 'œ' => out.push('o'),
            'ł' => out.push_str("ll"),
            'đ' | 'ð' => out.push('d'),
            'ß' => out.push('s'),
            'æ' | 'ə' => out.push('a'),
            'ḩ' | 'ḥ' => out.push('ḥ'),
            'ẕ' | 'ḏ' => out.push_str("dh"),
            'a'..='z' => out.push(c),
            _ => out.push_str(&crate::fold::key(c.encode_utf8(&mut [0; 4]))),
        }
    }
    out
}

/// The letter group of the Latin script at the beginning, longer ones first: its length and sounds.
#[rustfmt::skip]
fn group(letters: &[u8]) -> Option<(usize, &'static str)> {
    Some(match letters {
        [b't', b's', b'c', b'h', ..] => (4, "C"),
        [b'e', b'a', b'u', b'x', ..] => (4, "O"),
        [b't', b'c', b'h', ..] => (3, "C"),
        [b's', b'c', b'h', ..] => (3, "x"),
        [b'e', b'a', b'u', ..] => (3, "O"),
        [b'u', b'g', b'h', ..] => (3, "U"),
        [b'i', b'g', b'h', ..] => (3, "I"),
        [b's', b'h', ..] => (2, "x"),
        [b'c', b'h', ..] => (2, "7"),
        [b'k', b'h', ..] => (2, "X"),
        [b'g', b'h', ..] => (2, "G"),
        [b'z', b'h', ..] => (2, "J"),
        [b't', b'h', ..] => (2, "8"),
        [b'd', b'h', ..] => (2, "9"),
        [b'p', b'h', ..] => (2, "f"),
        [b'c', b'k', ..] => (2, "k"),
        [b'q', b'u', ..] => (2, "kW"),
        [b't', b'z', ..] => (2, "t5"),
        [b'c', b'z', ..] => (2, "C"),
        [b'd', b'j', ..] => (2, "j"),
        [b's', b'z', ..] => (2, "6"),
        [b'l', b'l', ..] => (2, "3"),
        [b'o', b'o', ..] | [b'o', b'u', ..] => (2, "U"),
        [b'e', b'e', ..] | [b'e', b'a', ..] | [b'i', b'e', ..] | [b'e', b'i', ..] => (2, "I"),
        [b'a', b'y', ..] => (2, "AI"),
        [b'a', b'e', ..] => (2, "A"),
        [b'w', b'h', ..] => (2, "W"),
        [b'w', b'r', ..] => (2, "r"),
        [b'k', b'n', ..] => (2, "n"),
        _ => return None,
    })
}

/// The sound of a letter of the Latin script, 0 for none.
fn latin(c: char) -> u8 {
    match c {
        'a' => b'A',
        'c' => b'K',
        'e' => b'e',
        'h' => b'0',
        'ḥ' => b'H',
        'i' => b'I',
        'j' => b'j',
        'o' => b'O',
        'q' => b'q',
        'u' => b'U',
        'w' => b'W',
        'x' => b'2',
        'y' => b'Y',
        'z' => b'5',
        'b' | 'd' | 'f' | 'g' | 'k' | 'l' | 'm' | 'n' | 'p' | 'r' | 's' | 't' | 'v' => {
            u8::try_from(c).unwrap_or(0)
        }
        _ => 0,
    }
}

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
    matches!(
        sound,
        b'a' | b'y' | b'w' | b'E' | b'\'' | b'A' | b'e' | b'I' | b'O' | b'U' | b'Y' | b'W'
    )
}

/// The class of a sound in skeletons: `A` for what is weak, one capital for each group of consonants
/// that transliterations mix.
pub(super) fn class(sound: u8) -> u8 {
    match sound {
        b'b' | b'p' => b'B',
        b'f' | b'v' => b'F',
        b't' | b'T' => b'T',
        b'd' | b'D' => b'D',
        b's' | b'S' | b'8' | b'1' | b'6' => b'S',
        b'z' | b'Z' | b'9' | b'5' => b'Z',
        b'x' | b'C' | b'J' | b'7' => b'X',
        b'k' | b'Q' | b'g' | b'G' | b'c' | b'K' | b'q' | b'4' | b'j' | b'2' => b'K',
        b'X' => b'H',
        b'l' | b'3' => b'L',
        b'm' => b'M',
        b'n' => b'N',
        b'r' => b'R',
        _ => b'A',
    }
}

/// The class of what follows in a letter that stands for two sounds.
pub(super) fn second_class(sound: u8) -> Option<u8> {
    (sound == b'2').then_some(b'S')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_sounds() {
        for (word, sounds) in [
            ("Churchill", "7Ur7I3"),
            ("تشرشل", "Crxl"),
            ("Quebec", "kWebeK"),
            ("القاهرة", "alQahrE"),
            ("واشنطن", "VaxnTn"),
            ("Łódź", "3OdJ"),
            ("漢", ""),
        ] {
            assert_eq!(Sounds::of(word).as_slice(), sounds.as_bytes(), "{word}");
        }
    }
}
