//! The manifest of a pair folder, and what it may say.

use std::fmt;
use std::path::{Component, Path};

use serde::{Deserialize, Deserializer, Serialize, de};

use super::MANIFEST;
use crate::align::verdict::Relation;
use crate::document::{Meta, sha256_hex};
use crate::error::{Error, Result};
use crate::lang::Lang;
use crate::span::Side;

/// What `pair.toml` says. A key that is not listed here is an error, since it would be a typing
/// mistake in one that is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The name of the pair, for people.
    pub title: String,
    /// Where the pair comes from and what it shows, for people.
    pub note: Option<String>,
    /// How the texts are related, where someone has judged it.
    pub relation: Option<Relation>,
    /// The source.
    pub source: TextEntry,
    /// The translation.
    pub translation: TextEntry,
}

/// What the manifest says of one text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextEntry {
    /// The file, inside the pair folder.
    pub file: FileName,
    /// SHA-256 of the file's bytes.
    pub sha256: Checksum,
    /// The language, as BCP 47 tag; detected where it is not given.
    #[serde(default, deserialize_with = "language")]
    pub language: Option<Lang>,
    /// Headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published: an ISO 8601 date, with or without a time.
    #[serde(default, deserialize_with = "date")]
    pub date: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

/// A path that stays inside the pair folder, on every system: relative, with `/` between its parts,
/// and without `..`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(try_from = "String")]
pub struct FileName(String);

/// A SHA-256 checksum: 64 hexadecimal digits, kept in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(try_from = "String")]
pub struct Checksum(String);

impl Manifest {
    /// Reads a manifest; `path` is named in errors.
    pub(super) fn parse(path: &Path, bytes: &[u8]) -> Result<Self> {
        let broken = |problem: String| Error::Pair {
            path: path.to_path_buf(),
            problem,
            help: "the keys of a manifest are listed in pairs/README.md".into(),
        };
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line =
                1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
            broken(format!("line {line}: not UTF-8"))
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let manifest: Self = toml::from_str(text).map_err(|error| {
            let message = error.message().trim().replace('\n', ", ");
            let before = error.span().and_then(|span| text.get(..span.start));
            broken(match before {
                Some(before) => {
                    let line = 1 + before.matches('\n').count();
                    let column = 1 + before.rsplit('\n').next().unwrap_or("").chars().count();
                    format!("line {line}, column {column}: {message}")
                }
                None => message,
            })
        })?;
        let file = |side| Path::new(&manifest.entry(side).file.0);
        if file(Side::Source) == file(Side::Translation) {
            return Err(broken(format!(
                "source and translation are the same file, {}",
                manifest.source.file.as_str()
            )));
        }
        Ok(manifest)
    }

    /// What the manifest says of a side.
    pub fn entry(&self, side: Side) -> &TextEntry {
        match side {
            Side::Source => &self.source,
            Side::Translation => &self.translation,
        }
    }
}

impl TextEntry {
    /// The entry's part that travels with the document.
    pub fn meta(&self) -> Meta {
        Meta {
            title: self.title.clone(),
            outlet: self.outlet.clone(),
            author: self.author.clone(),
            date: self.date.clone(),
            url: self.url.clone(),
        }
    }
}

/// `source.ar.txt («title», outlet, 2024-05-01, SHA-256 …)`: how to recognise the text.
impl fmt::Display for TextEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (", self.file.as_str())?;
        if let Some(title) = &self.title {
            write!(f, "«{title}», ")?;
        }
        for known in [&self.outlet, &self.date].into_iter().flatten() {
            write!(f, "{known}, ")?;
        }
        write!(f, "SHA-256 {})", self.sha256)
    }
}

impl FileName {
    /// The path as the manifest has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for FileName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        // A backslash, colon or NUL would leave the folder, or name nothing, on some system.
        let portable =
            !name.is_empty() && !name.contains(['\\', ':', '\0']) && !name.ends_with('/');
        let inside = Path::new(&name).components().all(|part| matches!(part, Component::Normal(_)));
        if !portable || !inside {
            return Err(format!(
                "file {name:?} must lie in the pair folder: a relative path without `..`, `\\` and `:`"
            ));
        }
        if name.eq_ignore_ascii_case(MANIFEST) {
            return Err(format!("file {name:?} is the manifest itself"));
        }
        Ok(Self(name))
    }
}

impl Checksum {
    /// The checksum of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha256_hex(bytes))
    }

    /// The 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Checksum {
    type Error = String;

    fn try_from(digits: String) -> Result<Self, String> {
        if digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            Ok(Self(digits.to_ascii_lowercase()))
        } else {
            Err(format!(
                "sha256 {digits:?} must be 64 hexadecimal digits, as `sha256sum` prints them"
            ))
        }
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn language<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Lang>, D::Error> {
    let tag = String::deserialize(value)?;
    Lang::from_tag(&tag).map(Some).ok_or_else(|| {
        let known: Vec<_> = Lang::known().map(|language| language.tags()[0]).collect();
        de::Error::custom(format!("language {tag:?} is not known; known are {}", known.join(", ")))
    })
}

fn date<'de, D: Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    let date = String::deserialize(value)?;
    let day = date.split(['T', ' ']).next().unwrap_or("");
    let shaped = day.len() == 10
        && day.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if shaped {
        Ok(Some(date))
    } else {
        Err(de::Error::custom(format!("date {date:?} must be written as 2024-05-31")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
title = "t"
[source]
file = "a.txt"
sha256 = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"
language = "ar"
[translation]
file = "texts/b.txt"
sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
language = "prs"
outlet = "هشت صبح"
date = "2024-05-31T10:00:00Z"
"#;

    fn parse(text: &str) -> Result<Manifest> {
        Manifest::parse(Path::new("p/pair.toml"), text.as_bytes())
    }

    fn refusal(of: &str, with: &str) -> String {
        assert!(GOOD.contains(of), "{of}");
        parse(&GOOD.replacen(of, with, 1)).expect_err(with).to_string()
    }

    #[test]
    fn reads_both_sides() {
        let manifest = parse(GOOD).unwrap();
        assert_eq!(manifest.source.sha256, manifest.translation.sha256);
        assert_eq!(manifest.translation.language, Some(Lang::Persian));
        assert_eq!(manifest.entry(Side::Translation).meta().outlet.as_deref(), Some("هشت صبح"));
        assert_eq!(manifest.source.sha256, Checksum::of(b""));
    }

    #[test]
    fn paths_stay_inside() {
        for path in
            ["../a", "/etc/passwd", "a/../../b", ".", "", "a\\\\b", "C:a", "./a", "a/", "pair.toml"]
        {
            let message = refusal("a.txt", path);
            assert!(
                message.starts_with("p/pair.toml: line 4, column 8: file "),
                "{path}: {message}"
            );
        }
        let twice = GOOD.replace("a.txt", "texts//b.txt");
        assert!(parse(&twice).unwrap_err().to_string().contains("the same file"));
    }

    #[test]
    fn errors_name_line_and_column() {
        for (of, with, expected) in [
            ("title = \"t\"", "title = ", "line 2, column "),
            ("title = \"t\"", "", "missing field `title`"),
            ("file = \"a.txt\"", "", "line 3, column 1: missing field `file`"),
            ("outlet", "outlets", "line 11, column 1: unknown field `outlets`"),
            ("E3B0", "E3", "line 5, column 10: sha256 "),
            (
                "\"ar\"",
                "\"tlh\"",
                "line 6, column 12: language \"tlh\" is not known; known are ar, fa, en",
            ),
            ("2024-05-31T", "31.5.2024T", "line 12, column 8: date "),
            ("[translation]", "[translations]", "line 7"),
        ] {
            let message = refusal(of, with);
            assert!(message.contains(expected), "{message}");
        }
    }

    #[test]
    fn bytes_that_are_not_utf8_have_a_line() {
        let error = Manifest::parse(Path::new("pair.toml"), b"title = \"t\"\n\xff").unwrap_err();
        assert!(error.to_string().contains("line 2: not UTF-8"), "{error}");
    }
}
