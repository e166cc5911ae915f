//! Pair folders: a manifest, `pair.toml`, and the two texts that it names.
//!
//! A pair whose texts may not be passed on is published as its manifest alone. The checksums tell
//! which texts are meant, and [`PairFolder::fill`] puts the reader's own copies in place.

mod manifest;

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::document::Meta;
use crate::error::{Error, Result};
use crate::lang::Lang;
use crate::span::{Pair, Side};

pub use manifest::{Checksum, FileName, Manifest, TextEntry};

/// The name of the manifest in a pair folder.
pub const MANIFEST: &str = "pair.toml";

/// The longest text that a pair may name, in bytes: some hundred times a long article.
pub const MAX_TEXT_BYTES: u64 = 8 * 1024 * 1024;

/// The longest manifest that is read, in bytes.
const MAX_MANIFEST_BYTES: u64 = 256 * 1024;

/// How many folders deep [`PairFolder::fill`] and [`PairFolder::list`] look; 1 is the folder itself.
const MAX_DEPTH: usize = 4;

/// How many folder entries are looked at, so that a search begun at the root of a disk ends.
const MAX_ENTRIES: usize = 50_000;

/// A folder with a readable manifest; the texts need not be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairFolder {
    dir: PathBuf,
    manifest: Manifest,
}

/// Whether a text stands where the manifest says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextState {
    /// It is there, and it is the text of the manifest.
    Present,
    /// There is no such file.
    Missing,
    /// A file of that name holds another text.
    Changed {
        /// What the file's checksum is.
        found: Checksum,
    },
}

/// What [`PairFolder::fill`] did for one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Which text.
    pub side: Side,
    /// Where it belongs.
    pub path: PathBuf,
    /// What happened.
    pub outcome: FillOutcome,
}

/// How the search for one text ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FillOutcome {
    /// It was in place before.
    Already,
    /// It was copied from this file.
    Copied(PathBuf),
    /// Another text stands in its place; it was left alone, and nothing was searched.
    Occupied,
    /// No file with its checksum was found.
    NotFound,
}

impl PairFolder {
    /// Reads the manifest of a pair folder; `dir` may also name the manifest itself.
    ///
    /// ```
    /// use muqabala::{Document, Options, PairFolder, ReadOptions, compare};
    ///
    /// let pair = PairFolder::open("pairs/vaccination")?;
    /// let texts = pair.texts()?;
    /// let source = Document::read(&texts.source, &ReadOptions::new())?;
    /// let translation = Document::read(&texts.translation, &ReadOptions::new())?;
    /// let comparison = compare(&source, &translation, &Options::default());
    /// assert_eq!(Some(comparison.verdict.relation), pair.manifest().relation);
    /// # Ok::<(), muqabala::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Pair`] where there is no manifest, or where it breaks a rule of [`Manifest`], with
    /// the line and column; [`Error::Read`] where it cannot be read.
    pub fn open(dir: impl AsRef<Path>) -> Result<Self> {
        let given = dir.as_ref();
        let is_manifest = given.file_name() == Some(MANIFEST.as_ref()) && given.is_file();
        let dir = match given.parent() {
            Some(parent) if is_manifest && parent.as_os_str().is_empty() => Path::new("."),
            Some(parent) if is_manifest => parent,
            _ => given,
        };
        let path = dir.join(MANIFEST);
        let bytes = match read_bounded(&path, MAX_MANIFEST_BYTES) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => {
                return Err(broken(
                    &path,
                    format!("it is longer than {MAX_MANIFEST_BYTES} bytes"),
                    "a manifest has some twenty short lines",
                ));
            }
            Err(reason) if is_absent(&reason) => {
                return Err(broken(
                    dir,
                    format!("there is no {MANIFEST} in it"),
                    "name a folder that holds one, as those below pairs/ do",
                ));
            }
            Err(reason) => return Err(Error::Read { path, reason }),
        };
        let manifest = Manifest::parse(&path, &bytes)?;
        Ok(Self { dir: dir.to_path_buf(), manifest })
    }

    /// The pair folders in `dir`, itself included, to a depth of four, in the order of their names.
    ///
    /// Their manifests are not read: one broken pair need not stop the others.
    ///
    /// # Errors
    /// [`Error::Read`] where `dir` is not a folder that can be read.
    pub fn list(dir: impl AsRef<Path>) -> Result<Vec<PathBuf>> {
        let mut folders = Vec::new();
        walk(dir.as_ref(), &mut |file| {
            if file.file_name() == Some(MANIFEST.as_ref()) {
                folders.extend(file.parent().map(Path::to_path_buf));
            }
            true
        })?;
        folders.sort();
        Ok(folders)
    }

    /// The folder, as the caller named it.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What the manifest says.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Where a side's text belongs, whether or not it is there.
    pub fn path(&self, side: Side) -> PathBuf {
        self.dir.join(self.manifest.entry(side).file.as_str())
    }

    /// The language that the manifest gives a side.
    pub fn lang(&self, side: Side) -> Option<Lang> {
        self.manifest.entry(side).language
    }

    /// Title, outlet, author, date and address of a side.
    pub fn meta(&self, side: Side) -> Meta {
        self.manifest.entry(side).meta()
    }

    /// Whether a side's text is in place.
    ///
    /// # Errors
    /// [`Error::Read`] where there is something that cannot be read; [`Error::Pair`] where it is
    /// longer than [`MAX_TEXT_BYTES`].
    pub fn state(&self, side: Side) -> Result<TextState> {
        let path = self.path(side);
        match read_bounded(&path, MAX_TEXT_BYTES) {
            Ok(Some(bytes)) => {
                let found = Checksum::of(&bytes);
                let expected = &self.manifest.entry(side).sha256;
                Ok(if found == *expected {
                    TextState::Present
                } else {
                    TextState::Changed { found }
                })
            }
            Ok(None) => Err(broken(
                &path,
                format!("it is longer than {MAX_TEXT_BYTES} bytes"),
                "a pair holds one article a side",
            )),
            Err(reason) if is_absent(&reason) => Ok(TextState::Missing),
            Err(reason) => Err(Error::Read { path, reason }),
        }
    }

    /// The two texts, there and unchanged.
    ///
    /// A changed text is an error, not a warning: checksum, review and findings of a pair speak of
    /// one wording, and a comparison of another would look like the published one.
    ///
    /// # Errors
    /// [`Error::Unfilled`] where a text is missing, with how to supply it, [`Error::Pair`] where it is
    /// not the one of the manifest; else as [`PairFolder::state`].
    pub fn texts(&self) -> Result<Pair<PathBuf>> {
        let states = Pair::new(self.state(Side::Source)?, self.state(Side::Translation)?);
        let missing: Vec<String> = Side::BOTH
            .into_iter()
            .filter(|&side| states[side] == TextState::Missing)
            .map(|side| format!("the {} is missing: {}", side.name(), self.manifest.entry(side)))
            .collect();
        if !missing.is_empty() {
            let (dir, them) = (self.dir.display(), if missing.len() == 1 { "it" } else { "them" });
            return Err(Error::Unfilled {
                path: self.dir.clone(),
                problem: missing.join(", and "),
                help: format!(
                    "this pair comes without its texts: `muqabala pair fill {dir} FOLDER` finds {them} \
                     in a folder of yours, whatever the files are called"
                ),
            });
        }
        for side in Side::BOTH {
            if let TextState::Changed { found } = &states[side] {
                let entry = self.manifest.entry(side);
                return Err(broken(
                    &self.path(side),
                    format!(
                        "it is not the {} of this pair: its SHA-256 is {found}, the manifest's {}",
                        side.name(),
                        entry.sha256
                    ),
                    format!(
                        "restore the text, compare the file by itself, or, if the pair is yours, \
                         write the new checksum into {MANIFEST}"
                    ),
                ));
            }
        }
        Ok(Pair::new(self.path(Side::Source), self.path(Side::Translation)))
    }

    /// Looks for the missing texts in `from`, a folder (searched four folders deep) or a file, by
    /// their checksums, and copies them into place; source first, then translation.
    ///
    /// Nothing is ever overwritten, and a text is there whole or not at all. Files that cannot be
    /// read, that are longer than [`MAX_TEXT_BYTES`], and folders behind symbolic links are passed
    /// over.
    ///
    /// # Errors
    /// [`Error::Read`] where `from` cannot be read, [`Error::Write`] where a text cannot be put in
    /// place.
    pub fn fill(&self, from: impl AsRef<Path>) -> Result<Vec<Filled>> {
        let mut filled = Vec::with_capacity(2);
        for side in Side::BOTH {
            let outcome = match self.state(side)? {
                TextState::Present => FillOutcome::Already,
                TextState::Changed { .. } => FillOutcome::Occupied,
                TextState::Missing => FillOutcome::NotFound,
            };
            filled.push(Filled { side, path: self.path(side), outcome });
        }
        let mut failed = None;
        let mut offer = |file: &Path| {
            let Ok(Some(bytes)) = read_bounded(file, MAX_TEXT_BYTES) else { return true };
            let found = Checksum::of(&bytes);
            for text in filled.iter_mut().filter(|text| text.outcome == FillOutcome::NotFound) {
                if self.manifest.entry(text.side).sha256 == found {
                    match write_new(&text.path, &bytes) {
                        Ok(()) => text.outcome = FillOutcome::Copied(file.to_path_buf()),
                        Err(reason) => {
                            failed = Some(Error::Write { path: text.path.clone(), reason });
                            return false;
                        }
                    }
                }
            }
            filled.iter().any(|text| text.outcome == FillOutcome::NotFound)
        };
        walk(from.as_ref(), &mut offer)?;
        failed.map_or(Ok(filled), Err)
    }
}

fn broken(path: &Path, problem: impl Into<String>, help: impl Into<String>) -> Error {
    Error::Pair { path: path.to_path_buf(), problem: problem.into(), help: help.into() }
}

fn is_absent(reason: &io::Error) -> bool {
    matches!(reason.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// The bytes of a regular file; none where it is longer than `limit`.
fn read_bounded(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    // Asked of the path, before opening: opening a pipe would wait for its writer.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// Writes a file that was not there, whole or not at all.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".muqabala-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file, where a temporary one would be its owner's alone; the umask applies.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(parent)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map(drop).map_err(|refused| refused.error)
}

/// Calls `visit` with the files in `from`, or with `from` itself if it is one, in the order of their
/// names, files before folders, until it returns false.
fn walk(from: &Path, visit: &mut dyn FnMut(&Path) -> bool) -> Result<()> {
    let failed = |reason| Error::Read { path: from.to_path_buf(), reason };
    if fs::metadata(from).map_err(failed)?.is_file() {
        visit(from);
        return Ok(());
    }
    let mut left = MAX_ENTRIES;
    let mut layer = vec![from.to_path_buf()];
    for depth in 0..MAX_DEPTH {
        let mut below = Vec::new();
        for folder in &layer {
            let entries = match fs::read_dir(folder) {
                Ok(entries) => entries,
                Err(reason) if depth == 0 => return Err(failed(reason)),
                Err(_) => continue,
            };
            let mut entries: Vec<_> = entries.flatten().take(left).collect();
            left -= entries.len();
            entries.sort_by_key(fs::DirEntry::file_name);
            for entry in entries {
                let path = entry.path();
                // The entry's own type: a symbolic link to a folder could lead in a circle.
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    below.push(path);
                } else if path.is_file() && !visit(&path) {
                    return Ok(());
                }
            }
        }
        layer = below;
    }
    Ok(())
}
