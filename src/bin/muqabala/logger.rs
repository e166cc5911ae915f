//! What is said on standard error, by level; nothing fancy, so no logging framework.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use log::{Level, LevelFilter, Log, Metadata, Record};
use muqabala::output::isolate_runs;

/// Writes `error:`, `warning:` and `note:` lines to standard error.
struct Logger;

static LOGGER: Logger = Logger;

/// Says errors only when quiet, notes by default, more with each `-v`.
pub(crate) fn init(quiet: bool, verbose: u8) {
    let level = match (quiet, verbose) {
        (true, _) => LevelFilter::Error,
        (false, 0) => LevelFilter::Info,
        (false, 1) => LevelFilter::Debug,
        (false, _) => LevelFilter::Trace,
    };
    // Only a second logger in the same process could fail it.
    if log::set_logger(&LOGGER).is_ok() {
        log::set_max_level(level);
    }
}

impl Log for Logger {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let (label, color) = match record.level() {
            Level::Error => ("error", Some(AnsiColor::Red)),
            Level::Warn => ("warning", Some(AnsiColor::Yellow)),
            Level::Info => ("note", None),
            Level::Debug | Level::Trace => ("debug", None),
        };
        let style = color.map_or(Style::new(), AnsiColor::on_default).bold();
        let message = isolate_runs(&record.args().to_string());
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(anstream::stderr().lock(), "{style}{label}:{style:#} {message}");
    }

    fn flush(&self) {}
}
