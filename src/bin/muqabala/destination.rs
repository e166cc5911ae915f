//! Where output goes: standard output, or a file that is there as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use muqabala::{Error, Result};

/// How the reports of this program begin: what marks a file as one that may be replaced unasked.
const GENERATOR: &[u8] = b"name=\"generator\" content=\"muqabala";

/// How much of a file is searched for the mark.
const HEAD_BYTES: u64 = 16 * 1024;

/// Writes to standard output. A reader that has seen enough (`| head`) is no error.
pub(crate) fn to_standard(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(reason) if reason.kind() == ErrorKind::BrokenPipe => {
            // What is still in the buffer has no reader; dropping it would try to write it again.
            let _ = out.into_parts();
            Ok(())
        }
        Err(reason) => Err(Error::Write { path: PathBuf::from("standard output"), reason }),
        Ok(()) => Ok(()),
    }
}

/// Writes to a file: first to a temporary one beside it, which then takes its place.
///
/// A link keeps pointing where it points; pipes and devices are written to as they are.
pub(crate) fn to_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    let fault = |reason| Error::Write { path: path.to_owned(), reason };
    let special = match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            let help = "name a file inside it with --output";
            return Err(Error::input(path.display().to_string(), "is a directory", help));
        }
        Ok(found) => !found.is_file(),
        Err(_) => false,
    };
    if special {
        let mut out = BufWriter::new(File::options().write(true).open(path).map_err(fault)?);
        return write(&mut out).and_then(|()| out.flush()).map_err(fault);
    }
    check_folder(path)?;
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let parent = match target.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".muqabala-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As for any new file: the user's umask decides. A temporary file is private otherwise.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut out = BufWriter::new(builder.tempfile_in(parent).map_err(|error| {
        // The reason names the temporary file, of which the user knows nothing.
        fault(io::Error::from(error.kind()))
    })?);
    write(&mut out).map_err(fault)?;
    let file = out.into_inner().map_err(|error| fault(error.into_error()))?;
    file.persist(&target).map_err(|error| fault(error.error))?;
    Ok(())
}

/// Refuses to write into a folder that is not there.
pub(crate) fn check_folder(path: &Path) -> Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => Err(Error::input(
            path.display().to_string(),
            format!("cannot be written, for there is no folder {}", folder.display()),
            "make it first, or name another file",
        )),
        _ => Ok(()),
    }
}

/// Refuses to replace, by default and unasked, a file that is not a report of this program.
pub(crate) fn check_default(path: &Path) -> Result<()> {
    let Ok(file) = File::open(path) else { return Ok(()) };
    let mut head = Vec::new();
    let read = file.take(HEAD_BYTES).read_to_end(&mut head);
    read.map_err(|reason| Error::Read { path: path.to_owned(), reason })?;
    if head.is_empty() || head.windows(GENERATOR.len()).any(|window| window == GENERATOR) {
        return Ok(());
    }
    Err(Error::input(
        path.display().to_string(),
        "is already there and is not a report of muqabala",
        "move it away, or name a file with --output",
    ))
}

/// Whether both name the same existing file.
pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
