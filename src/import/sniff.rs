//! What an input is that is no plain text, so that a message can name it.

/// A problem and what to do about it.
pub(super) type Refusal = (String, String);

const SAVE_AS_TEXT: &str = "save the article as plain text (UTF-8)";

/// Formats by the bytes with which they start.
const MAGIC: [(&[u8], &str); 17] = [
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\0\0\xfe\xff", "text in UTF-32"),
];

/// Why the bytes cannot be read as plain text, if a known format shows it.
pub(super) fn refuse(bytes: &[u8]) -> Option<Refusal> {
    let name = if bytes.starts_with(b"PK\x03\x04") {
        let head = &bytes[..bytes.len().min(4096)];
        let holds = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
        if holds(b"word/") || holds(b"[Content_Types].xml") {
            "a Word document (.docx) or another Office file"
        } else if holds(b"opendocument") {
            "an OpenDocument file (.odt)"
        } else {
            "a ZIP archive"
        }
    } else if bytes.starts_with(b"\xff\xfe\0\0") {
        "text in UTF-32"
    } else {
        MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic))?.1
    };
    Some((format!("is {name}, not plain text"), SAVE_AS_TEXT.to_owned()))
}

/// Names the first control character that no text has; white space, form feed and escape pass.
pub(super) fn control_character(text: &str) -> Option<String> {
    let (at, c) = text.char_indices().find(|&(_, c)| {
        matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}' | '\u{7f}')
            // Old editors end a file with it.
            && c != '\u{1a}'
    })?;
    Some(format!("holds the control character U+{:04X} at byte {at} of its text", u32::from(c)))
}

/// Whether the text is plainly a web page.
pub(super) fn is_html(text: &str) -> bool {
    let start = text.trim_start();
    let head: String = start.chars().take(2048).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| head.starts_with(tag))
        || (head.starts_with('<')
            && ["<html", "<body", "<div", "<p>", "<article"].iter().any(|tag| head.contains(tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_it_refuses() {
        let name = |bytes: &[u8]| refuse(bytes).map(|(problem, _)| problem);
        assert!(name(b"%PDF-1.7 ...").is_some_and(|p| p.contains("PDF")));
        assert!(name(b"PK\x03\x04....word/document.xml").is_some_and(|p| p.contains("Word")));
        assert!(name(b"PK\x03\x04....photo.jpg").is_some_and(|p| p.contains("ZIP")));
        assert_eq!(name("خبر".as_bytes()), None);
        assert_eq!(name(b""), None);
    }

    #[test]
    fn knows_a_web_page() {
        assert!(is_html("\n<!DOCTYPE html><html lang=\"fa\">"));
        assert!(is_html("<?xml version=\"1.0\"?><html xmlns=\"x\">"));
        assert!(!is_html("قال إن 3 < 5 و <html> لغة"));
    }
}
