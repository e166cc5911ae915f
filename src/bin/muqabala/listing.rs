//! Writing of lists: `muqabala entities` and `muqabala lookup`.

use std::io::{self, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};
use muqabala::Result;

use crate::args::{ListFormat, Listing, is_standard};
use crate::destination;
use crate::exit::Exit;

/// Whether standard output takes colour: a terminal, and neither `NO_COLOR` nor `TERM=dumb`.
pub(crate) fn colored() -> bool {
    AutoStream::choice(&io::stdout()) != ColorChoice::Never
}

impl Listing {
    /// The file to write; none for standard output.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| !is_standard(path))
    }

    /// Writes a list in the form and to the place that the user chose; `write` is told the form and
    /// whether to use colour.
    pub(crate) fn write(
        &self,
        write: impl FnOnce(ListFormat, bool, &mut dyn Write) -> io::Result<()>,
    ) -> Result<Exit> {
        match self.file() {
            Some(path) => destination::to_file(path, |out| write(self.format, false, out))?,
            None => {
                destination::to_standard(|out| write(self.format, colored(), out))?;
            }
        }
        Ok(Exit::Done)
    }
}
