//! What can go wrong, in words that name the file and the way out.

use std::io;
use std::path::PathBuf;

/// The result of everything in this crate that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An input that cannot be used, or an output that cannot be written.
///
/// Messages are lower-case sentences without a full stop, and name the file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The operating system refused to read.
    #[error("{}: cannot be read: {reason}{}", path.display(), way_out(reason))]
    Read {
        /// The file as the caller named it.
        path: PathBuf,
        /// What the operating system said.
        reason: io::Error,
    },
    /// The operating system refused to write; nothing was left half-written.
    #[error("{}: cannot be written: {reason}", path.display())]
    Write {
        /// The file as the caller named it.
        path: PathBuf,
        /// What the operating system said.
        reason: io::Error,
    },
    /// The input is not text that can be compared.
    #[error("{name}: {problem}; {help}")]
    Input {
        /// The input as the caller named it ("-" for standard input).
        name: String,
        /// What is wrong with it, and where.
        problem: String,
        /// What to do about it.
        help: String,
    },
    /// A pair folder or its manifest is not usable.
    #[error("{}: {problem}; {help}", path.display())]
    Pair {
        /// The folder or manifest.
        path: PathBuf,
        /// What is wrong with it, and where.
        problem: String,
        /// What to do about it.
        help: String,
    },
    /// A pair folder is published without its texts, which have to be supplied.
    #[error("{}: {problem}; {help}", path.display())]
    Unfilled {
        /// The folder.
        path: PathBuf,
        /// Which texts are missing.
        problem: String,
        /// How to supply them.
        help: String,
    },
    /// The caller stopped the work; nothing was written.
    #[error("stopped before the end; nothing was written")]
    Cancelled,
}

impl Error {
    /// An [`Error::Input`] from its three parts.
    pub fn input(
        name: impl Into<String>,
        problem: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::Input { name: name.into(), problem: problem.into(), help: help.into() }
    }
}

/// What to do about a file that cannot be read or written.
fn way_out(reason: &io::Error) -> &'static str {
    match reason.kind() {
        io::ErrorKind::NotFound => "; check its name and folder",
        io::ErrorKind::PermissionDenied => "; check its permissions",
        _ => "",
    }
}
