//! The folded key of a word. `build.rs` compiles this file too, so that the tables and the program
//! fold alike.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The key under which all spellings of a word meet, whatever the language: compatibility forms
/// and letter variants of the Arabic script made one (ي ى ئ as ی, ك as ک, أ إ آ as ا, ة ۀ as ه, ؤ as و),
/// digits as ASCII, Latin letters as lower case without accents; harakat, tatweel, hamza on the
/// line, joiners and other invisible characters left out.
///
/// The result is for looking up and comparing, never for showing.
///
/// ```
/// use muqabala::fold::key;
///
/// assert_eq!(key("حكومةٌ"), key("حکومه"));
/// assert_eq!(key("T۲"), key("t٢"));
/// ```
pub fn key(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    push_folded(word, &mut folded);
    folded
}

/// Appends the folded form of `piece` to `folded`.
pub(crate) fn push_folded(piece: &str, folded: &mut String) {
    for c in piece.chars() {
        if is_settled(c) {
            folded.extend(fold_char(c));
            continue;
        }
        // NFKD without its reordering, which moves combining marks alone, and they go.
        decompose_compatible(c, |c| {
            if is_combining_mark(c) {
                return;
            }
            if let Some(c) = fold_char(c) {
                if c.is_uppercase() { folded.extend(c.to_lowercase()) } else { folded.push(c) }
            }
        });
    }
}

/// Whether NFKD leaves the character alone or does to it what [`fold_char`] does.
const fn is_settled(c: char) -> bool {
    matches!(c, '\0'..='\u{7f}' | '\u{60c}'..='\u{66c}' | '\u{6f0}'..='\u{6f9}'
        | 'پ' | 'چ' | 'ژ' | 'ک' | 'گ' | 'ی' | '«' | '»'
        | '\u{200b}'..='\u{200f}' | '\u{2012}'..='\u{2015}' | '\u{2018}'..='\u{201f}')
}

fn fold_char(c: char) -> Option<char> {
    Some(match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'ي' | 'ى' | 'ئ' | 'ے' | 'ې' | 'ۍ' | 'ێ' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ة' | 'ۀ' | 'ە' | 'ہ' | 'ھ' | 'ۃ' => 'ه',
        'ؤ' => 'و',
        '\u{660}'..='\u{669}' => digit(c, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(c, '\u{6f0}'),
        // Hamza on the line, tatweel, harakat, superscript alef, bidi controls, joiners, soft hyphen.
        'ء'
        | 'ـ'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{610}'..='\u{61a}'
        | '\u{6d6}'..='\u{6ed}' => {
            return None;
        }
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => return None,
        '\u{61c}' | '\u{feff}' | '\u{ad}' | '\u{34f}' | '\u{180e}' => return None,
        '’' | '‘' | 'ʼ' | 'ʿ' | 'ʾ' | '`' => '\'',
        other => other,
    })
}

fn digit(c: char, zero: char) -> char {
    // Both arguments come from one block of ten digits.
    char::from(b'0' + u8::try_from(u32::from(c) - u32::from(zero)).unwrap_or(0))
}
