//! How the program ends.

use std::process::ExitCode;

/// The exit codes that the README promises, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Exit {
    /// Done.
    Done = 0,
    /// Done, and a condition of `--fail-on` was met.
    Condition = 1,
    /// The command line or an input is at fault.
    Fault = 2,
    /// The program itself is at fault.
    Internal = 3,
    /// The user stopped it, as shells say so: 128 and the number of the signal.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
