//! Bytes to text: byte-order marks, UTF-16 without one, detection, a given encoding.

use std::fmt;
use std::str::FromStr;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, UTF_8, UTF_16BE, UTF_16LE};

use super::sniff::Refusal;
use crate::document::Reading;

/// Bytes that are enough to guess an encoding from.
const SAMPLE: usize = 256 << 10;
/// So many well-formed letters for each broken byte show that the text is damaged UTF-8 and not
/// another encoding, in which one in two would be broken.
const DAMAGE_RATIO: usize = 8;

/// A character encoding of the WHATWG Encoding Standard.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(UTF_8);

    /// The encoding of a label (`windows-1256`, `utf-8`, `latin1`), in any case; none for a label
    /// that the standard does not have.
    pub fn for_label(label: &str) -> Option<Self> {
        encoding_rs::Encoding::for_label_no_replacement(label.as_bytes()).map(Self)
    }

    /// The name in the standard: `windows-1256`.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Encoding({})", self.name())
    }
}

/// A label that names no encoding.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no encoding; use a label such as utf-8, windows-1256 or utf-16le")]
pub struct UnknownEncoding(String);

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    fn from_str(label: &str) -> Result<Self, UnknownEncoding> {
        Self::for_label(label).ok_or_else(|| UnknownEncoding(label.to_owned()))
    }
}

/// The text, and how it was decoded.
pub(super) fn decode(bytes: &[u8], given: Option<Encoding>) -> Result<(String, Reading), Refusal> {
    let mark = encoding_rs::Encoding::for_bom(bytes);
    if let (Some(Encoding(given)), Some((found, _))) = (given, mark)
        && given != found
    {
        return Err((
            format!("starts with the byte-order mark of {}, not {}", found.name(), given.name()),
            "leave the encoding to be detected".to_owned(),
        ));
    }
    let (encoding, skip, guessed) = match (given, mark) {
        (_, Some((encoding, skip))) => (encoding, skip, false),
        (Some(Encoding(encoding)), None) => (encoding, 0, false),
        (None, None) => {
            let encoding = guess(bytes);
            // Bytes that make UTF-8 by chance are as good as none.
            (encoding, 0, encoding != UTF_8 || std::str::from_utf8(bytes).is_err())
        }
    };
    let (text, damage) = decode_all(&bytes[skip..], encoding);
    let mut reading = Reading { encoding: encoding.name().to_owned(), guessed, notes: Vec::new() };
    if let Some((count, first)) = damage {
        let place = format!("byte {} does not fit {}", first + skip, encoding.name());
        if given.is_some() {
            return Err((place, "name another encoding, or leave it to be detected".to_owned()));
        }
        let sequences = if count == 1 { "sequence" } else { "sequences" };
        reading.notes.push(format!(
            "{place}; {count} malformed {sequences} replaced by U+FFFD, which a damaged or cut file has"
        ));
    }
    Ok((text, reading))
}

/// The encoding of bytes without a byte-order mark.
fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    if let Some(encoding) = guess_utf16(bytes) {
        return encoding;
    }
    let mut broken = 0;
    let mut sound = 0;
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if broken == 0 || sound / broken >= DAMAGE_RATIO {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 without a mark: every other byte is the upper half of a letter, and all upper halves of a
/// text in Latin or Arabic script, with its spaces and digits, are among a handful.
fn guess_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let pairs = sample.len() / 2;
    if pairs < 2 || !sample.contains(&0) {
        return None;
    }
    let is_upper_half = |byte: u8| matches!(byte, 0 | 1 | 6 | 7 | 0x20 | 0xfb..=0xfe);
    [(UTF_16LE, 1), (UTF_16BE, 0)].into_iter().find_map(|(encoding, upper)| {
        let count = |offset: usize, test: &dyn Fn(u8) -> bool| {
            sample.chunks_exact(2).filter(|pair| test(pair[offset])).count()
        };
        let likely = count(upper, &is_upper_half);
        let blank = count(upper, &|byte| byte == 0);
        let stray = count(1 - upper, &|byte| byte == 0);
        (likely * 20 >= pairs * 19 && blank > 0 && stray * 20 <= blank).then_some(encoding)
    })
}

/// Decodes with U+FFFD for malformed sequences; how many there are and where the first begins.
fn decode_all(
    bytes: &[u8],
    encoding: &'static encoding_rs::Encoding,
) -> (String, Option<(usize, usize)>) {
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        return (text.into_owned(), None);
    }
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = vec![0_u8; 8192];
    let (mut at, mut count, mut first) = (0, 0, bytes.len());
    loop {
        let (result, read, _) =
            decoder.decode_to_utf8_without_replacement(&bytes[at..], &mut buffer, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, consumed) => {
                if count == 0 {
                    first = at.saturating_sub(usize::from(length) + usize::from(consumed));
                }
                count += 1;
            }
        }
    }
    (text.into_owned(), Some((count, first)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARABIC: &str = "وصلت القوات إلى المدينة أمس، وقال المتحدث إن العملية مستمرة حتى المساء.";

    fn text(bytes: &[u8]) -> (String, String) {
        let (text, reading) = decode(bytes, None).expect("decodes");
        (text, reading.encoding)
    }

    #[test]
    fn reads_utf8_with_and_without_mark() {
        assert_eq!(text(ARABIC.as_bytes()), (ARABIC.to_owned(), "UTF-8".to_owned()));
        let marked = ["\u{feff}", ARABIC].concat();
        assert_eq!(text(marked.as_bytes()), (ARABIC.to_owned(), "UTF-8".to_owned()));
    }

    #[test]
    fn reads_utf16_with_and_without_mark() {
        for sample in [ARABIC, "Plain words of English, and 25 figures."] {
            for marked in [true, false] {
                let mark = marked.then_some(0xfeff);
                let units: Vec<u16> = mark.into_iter().chain(sample.encode_utf16()).collect();
                let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
                let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
                assert_eq!(text(&little), (sample.to_owned(), "UTF-16LE".to_owned()));
                assert_eq!(text(&big), (sample.to_owned(), "UTF-16BE".to_owned()));
            }
        }
    }

    #[test]
    fn reads_windows_1256() {
        let (bytes, _, lossy) = encoding_rs::WINDOWS_1256.encode(ARABIC);
        assert!(!lossy);
        assert_eq!(text(&bytes), (ARABIC.to_owned(), "windows-1256".to_owned()));
        let given = Encoding::for_label("CP1256").expect("label");
        assert_eq!(decode(&bytes, Some(given)).expect("decodes").0, ARABIC);
    }

    #[test]
    fn a_given_encoding_is_taken_at_its_word() {
        let mut bytes = ARABIC.as_bytes().to_vec();
        bytes[10] = 0xff;
        let (problem, _) = decode(&bytes, Some(Encoding::UTF_8)).expect_err("malformed");
        // The byte before is the first half of a letter and so breaks first.
        assert!(problem.contains("byte 10 ") || problem.contains("byte 9 "), "{problem}");
        assert!(decode("\u{feff}a".as_bytes(), Encoding::for_label("utf-16le")).is_err());
        assert!("klingon".parse::<Encoding>().is_err());
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let cut = &ARABIC.as_bytes()[..ARABIC.len() - 2];
        let cut = &cut[..cut.len() - 1];
        let (text, reading) = decode(cut, None).expect("decodes");
        assert_eq!(reading.encoding, "UTF-8");
        assert!(text.ends_with('\u{fffd}') || ARABIC.starts_with(&text));
    }
}
