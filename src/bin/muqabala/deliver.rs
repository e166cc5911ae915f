//! The end of a command that makes one result: on standard output, or in a file.

use std::io::{self, Write};
use std::path::Path;

use muqabala::Result;
use muqabala::output::isolate_runs;

use crate::compare::stopped;
use crate::destination;
use crate::interrupt::Interrupt;
use crate::open;

/// Where a result goes, and what is done after.
pub(crate) struct Delivery<'a> {
    /// The file; none for standard output.
    pub(crate) file: Option<&'a Path>,
    /// Says nothing of the file.
    pub(crate) quiet: bool,
    /// Opens the file.
    pub(crate) open: bool,
}

impl Delivery<'_> {
    /// Writes the result; of a file, `summarise` says the main points.
    pub(crate) fn write(
        &self,
        interrupt: &Interrupt,
        result: impl FnOnce(&mut dyn Write) -> io::Result<()>,
        summarise: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<()> {
        let write = |out: &mut dyn Write| {
            let mut out = interrupt.guard(out);
            result(&mut out)?;
            // Whoever asks now is heard before a file is put in its place.
            out.flush()
        };
        let Some(path) = self.file else {
            return stopped(interrupt, destination::to_standard(write));
        };
        stopped(interrupt, destination::to_file(path, write))?;
        if !self.quiet {
            destination::to_standard(|out| {
                summarise(out)?;
                writeln!(out, "\nwritten to {}", isolate_runs(&path.display().to_string()))
            })?;
        }
        if self.open {
            open::open(path);
        }
        Ok(())
    }
}
