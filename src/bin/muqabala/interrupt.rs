//! Ctrl-C: the work is stopped between two steps, so that no half of a file is left behind.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::exit::Exit;

/// Whether the user asked the program to stop.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on. A second request ends the program at once.
    pub(crate) fn listen() -> Self {
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            // Where signals cannot be caught, they end the program as they always did.
            let code = Exit::Interrupted as i32;
            let _ = flag::register_conditional_shutdown(signal, code, Arc::clone(&asked));
            let _ = flag::register(signal, Arc::clone(&asked));
        }
        Self(asked)
    }

    /// Whether the user asked.
    pub(crate) fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// For work that looks up between two steps: whether it goes on.
    pub(crate) fn flow(&self) -> ControlFlow<()> {
        if self.is_asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// A writer that fails once the user asks.
    pub(crate) fn guard<'a>(&'a self, out: &'a mut dyn Write) -> Guarded<'a> {
        Guarded { interrupt: self, out }
    }
}

/// See [`Interrupt::guard`].
pub(crate) struct Guarded<'a> {
    interrupt: &'a Interrupt,
    out: &'a mut dyn Write,
}

impl Guarded<'_> {
    fn check(&self) -> io::Result<()> {
        if self.interrupt.is_asked() {
            // Not `Interrupted`, after which writers try again.
            return Err(io::Error::other(muqabala::Error::Cancelled));
        }
        Ok(())
    }
}

impl Write for Guarded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.check()?;
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.check()?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_more_is_written_once_the_user_asks() {
        let interrupt = Interrupt::default();
        let mut out = Vec::new();
        assert!(interrupt.guard(&mut out).write_all(b"first").is_ok());
        interrupt.0.store(true, Ordering::Relaxed);
        assert!(interrupt.guard(&mut out).write_all(b"second").is_err());
        assert_eq!(out, b"first");
    }
}
