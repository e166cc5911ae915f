//! Finding and reading the two texts.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use muqabala::document::Document;
use muqabala::import::{Encoding, ReadOptions};
use muqabala::lang::Lang;
use muqabala::pair::{MANIFEST, PairFolder};
use muqabala::span::{Pair, Side};
use muqabala::{Error, Result};

use crate::args::{Compare, Reading, is_standard};

/// What a text is read for: what a language that is not known costs there.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    /// A text and its translation.
    Comparison,
    /// Two versions of one text.
    Revision,
    /// The names and figures of one text.
    List,
}

impl Purpose {
    const fn without_language(self) -> &'static str {
        match self {
            Self::Comparison => "names and figures are compared, words are not",
            Self::Revision => {
                "words are compared by their letters alone, and of names and dates those are \
                 found that need no grammar"
            }
            Self::List => "names and figures are found that need no grammar",
        }
    }
}

/// The texts as the command line names them.
pub(crate) struct Input {
    /// The two files; "-" for standard input.
    pub(crate) paths: Pair<PathBuf>,
    /// The folder in which a report belongs.
    pub(crate) home: PathBuf,
    /// What a manifest says.
    folder: Option<PairFolder>,
}

/// What the command line asks to be compared.
pub(crate) enum Task {
    /// Two texts.
    One(Box<Input>),
    /// Several translations of one source.
    Translations {
        /// The source.
        source: PathBuf,
        /// The translations, two or more.
        translations: Vec<PathBuf>,
    },
    /// Folders of two texts each.
    Several {
        /// The folders, whether or not they can be read.
        folders: Vec<PathBuf>,
        /// What is wrong with others that were named.
        faults: Vec<Error>,
    },
}

impl Task {
    /// Files are texts and folders are pairs or hold some; both at once mean nothing.
    pub(crate) fn find(args: &Compare) -> Result<Self> {
        let named: Vec<&PathBuf> =
            [&args.source].into_iter().chain(&args.translation).chain(&args.more).collect();
        if !named.iter().any(|path| is_folder(path)) {
            if args.more.is_empty() {
                return Input::find(args).map(Box::new).map(Self::One);
            }
            if named.iter().filter(|path| is_standard(path)).count() > 1 {
                let help = "name files for the others";
                return Err(Error::input("-", "standard input cannot be two texts", help));
            }
            let translations = named[1..].iter().map(|path| path.to_path_buf()).collect();
            return Ok(Self::Translations { source: args.source.clone(), translations });
        }
        let (folders, faults) = Self::folders(&named)?;
        match (named.as_slice(), folders.as_slice()) {
            ([named], [only]) if named == &only => {
                Input::of_folder(only).map(Box::new).map(Self::One)
            }
            _ => Ok(Self::Several { folders, faults }),
        }
    }

    /// The pair folders that are named or lie in folders that are, and what is wrong with others.
    pub(crate) fn folders(named: &[&PathBuf]) -> Result<(Vec<PathBuf>, Vec<Error>)> {
        let (mut folders, mut faults) = (Vec::new(), Vec::new());
        for path in named {
            let name = path.display().to_string();
            if is_standard(path) || (path.is_file() && !is_folder(path)) {
                let help = "name a source and its translations, or folders alone";
                return Err(Error::input(name, "is a text beside a folder of pairs", help));
            }
            if !path.is_dir() || path.join(MANIFEST).exists() {
                folders.push(path.to_path_buf());
                continue;
            }
            match PairFolder::list(path) {
                Ok(found) if found.is_empty() => folders.push(path.to_path_buf()),
                Ok(found) => folders.extend(found),
                Err(fault) => faults.push(fault),
            }
        }
        Ok((folders, faults))
    }
}

/// Whether the path names a folder, or the manifest in one.
pub(crate) fn is_folder(path: &Path) -> bool {
    !is_standard(path) && (path.is_dir() || path.file_name() == Some(MANIFEST.as_ref()))
}

/// The folder in which the report of a text belongs: for standard input, the current one.
pub(crate) fn folder_of(text: &Path) -> PathBuf {
    text.parent().map(Path::to_owned).unwrap_or_default()
}

impl Input {
    fn find(args: &Compare) -> Result<Self> {
        let Some(translation) = &args.translation else {
            return Self::of_folder(&args.source);
        };
        let paths = Pair::new(args.source.clone(), translation.clone());
        if is_standard(&paths.source) && is_standard(&paths.translation) {
            let help = "name a file for one of the two";
            return Err(Error::input("-", "standard input cannot be both texts", help));
        }
        Ok(Self { paths, home: folder_of(translation), folder: None })
    }

    /// The two texts of a pair folder.
    pub(crate) fn of_folder(dir: &Path) -> Result<Self> {
        let name = dir.display().to_string();
        let is_manifest = dir.file_name() == Some(MANIFEST.as_ref());
        if is_standard(dir) || (dir.is_file() && !is_manifest) {
            let help = "name the translation after it, or a pair folder instead";
            return Err(Error::input(name, "is one text, and a comparison needs two", help));
        }
        if !dir.exists() {
            let help =
                "name two texts, or a pair folder; `muqabala pair list` shows those there are";
            return Err(Error::input(name, "there is no such folder", help));
        }
        let folder = PairFolder::open(dir)?;
        Ok(Self { paths: folder.texts()?, home: folder.dir().to_owned(), folder: Some(folder) })
    }

    /// The pair folder, where one was named.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(PairFolder::dir)
    }

    /// Reads both texts.
    pub(crate) fn read(&self, reading: &Reading) -> Result<Pair<Document>> {
        let source = self.read_side(Side::Source, reading)?;
        Ok(Pair::new(source, self.read_side(Side::Translation, reading)?))
    }

    fn read_side(&self, side: Side, reading: &Reading) -> Result<Document> {
        let path = &self.paths[side];
        let manifest = self.folder.as_ref().and_then(|folder| folder.lang(side));
        let options = ReadOptions::default()
            .encoding(encodings(reading)[side])
            .max_size(reading.max_size.0)
            .lang(languages(reading)[side].or(manifest))
            .segmented(reading.segmented);
        let mut document = read_text(path, &options, Purpose::Comparison, option(side))?;
        if let Some(folder) = &self.folder {
            document.meta = folder.meta(side);
        }
        Ok(document)
    }
}

/// Reads a source and its translations.
pub(crate) fn read_several(
    source: &Path,
    translations: &[PathBuf],
    reading: &Reading,
) -> Result<(Document, Vec<Document>)> {
    let read = |path: &Path, side: Side| {
        let options = ReadOptions::default()
            .encoding(encodings(reading)[side])
            .max_size(reading.max_size.0)
            .lang(languages(reading)[side])
            .segmented(reading.segmented);
        read_text(path, &options, Purpose::Comparison, option(side))
    };
    let source = read(source, Side::Source)?;
    let translations: Result<Vec<Document>> =
        translations.iter().map(|path| read(path, Side::Translation)).collect();
    Ok((source, translations?))
}

/// How the user can name the language of a side.
const fn option(side: Side) -> &'static str {
    match side {
        Side::Source => "--source-language",
        Side::Translation => "--translation-language",
    }
}

/// Reads one text, and says what was guessed; `option` is how the user can name the language.
pub(crate) fn read_text(
    path: &Path,
    options: &ReadOptions,
    purpose: Purpose,
    option: &str,
) -> Result<Document> {
    let document = if is_standard(path) {
        Document::from_bytes("-", &standard_input(options.max_size)?, options)?
    } else if matches!(path.try_exists(), Ok(false)) {
        let help = "check the name, or give - for standard input";
        return Err(Error::input(path.display().to_string(), "there is no such file", help));
    } else {
        Document::read(path, options)?
    };
    say(&document, options.lang, purpose, option);
    Ok(document)
}

fn languages(reading: &Reading) -> Pair<Option<Lang>> {
    Pair::new(reading.source_language, reading.translation_language)
}

fn encodings(reading: &Reading) -> Pair<Option<Encoding>> {
    let own = Pair::new(reading.source_encoding, reading.translation_encoding);
    own.map(|encoding| encoding.or(reading.encoding))
}

/// Reads one byte more than is allowed, so that too much is told from just enough.
fn standard_input(max_size: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(max_size.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|reason| Error::Read { path: PathBuf::from("standard input"), reason })?;
    Ok(bytes)
}

/// Says what was guessed: that is where a wrong report begins.
fn say(document: &Document, given: Option<Lang>, purpose: Purpose, option: &str) {
    let (name, reading) = (&document.name, &document.reading);
    if reading.guessed && reading.encoding != "UTF-8" {
        let encoding = &reading.encoding;
        log::info!("{name}: read as {encoding}; if letters look wrong, name it with --encoding");
    }
    for note in &reading.notes {
        log::warn!("{name}: {note}");
    }
    if given.is_some() {
        return;
    }
    match document.lang.module() {
        Some(language) => log::debug!("{name}: language detected: {}", language.name()),
        None => log::warn!(
            "{name}: not in a language that is known; {}; name it with {option}",
            purpose.without_language()
        ),
    }
}
