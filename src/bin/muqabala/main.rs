//! The `muqabala` program: the only part that prints.

mod args;
mod compare;
mod compare_all;
mod compare_several;
mod completions;
mod deliver;
mod destination;
mod entities;
mod eval;
mod exit;
mod fail_on;
mod input;
mod interrupt;
mod knowledge;
mod learn;
mod listing;
mod logger;
mod lookup;
mod man;
mod open;
mod pages;
mod pair;
mod pairs;
mod report;
mod revise;

use std::panic::{self, PanicHookInfo, UnwindSafe};
use std::process::ExitCode;

// A comparison makes millions of short strings and lists.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use clap::Parser;
use muqabala::Error;

use args::{Cli, Command};
use exit::Exit;

fn main() -> ExitCode {
    let cli = Cli::parse();
    logger::init(cli.quiet, cli.verbose);
    panic::set_hook(Box::new(report_panic));
    guarded(|| run(cli)).into()
}

/// Runs the work, says what went wrong, and turns it into an exit code.
fn guarded(work: impl FnOnce() -> muqabala::Result<Exit> + UnwindSafe) -> Exit {
    match panic::catch_unwind(work) {
        Ok(Ok(exit)) => exit,
        Ok(Err(error)) => {
            log::error!("{error}");
            if matches!(error, Error::Cancelled) { Exit::Interrupted } else { Exit::Fault }
        }
        Err(_) => Exit::Internal,
    }
}

fn run(cli: Cli) -> muqabala::Result<Exit> {
    match cli.command {
        Command::Compare(args) => compare::run(&args, cli.quiet),
        Command::Report(args) => report::run(&args, cli.quiet),
        Command::Revise(args) => revise::run(&args, cli.quiet),
        Command::Entities(args) => entities::run(&args),
        Command::Lookup(args) => lookup::run(&args),
        Command::Pair(args) => pair::run(&args, cli.quiet),
        Command::Learn(args) => learn::run(&args, cli.quiet),
        Command::Eval(args) => eval::run(&args, cli.quiet),
        Command::Completions { shell } => completions::run(shell),
        Command::Man { command } => man::run(&command),
    }
}

/// A panic is our mistake: say so in one line, with what a maintainer needs.
fn report_panic(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map_or_else(String::new, |place| format!(" at {place}"));
    let payload = panic.payload();
    let cause = payload.downcast_ref::<&str>().copied();
    let cause = cause.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let cause = cause.unwrap_or("no message");
    let version = env!("CARGO_PKG_VERSION");
    log::error!(
        "internal fault in muqabala {version}{place}: {cause}; this is not your mistake, please \
         report it with this line"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_has_its_exit_code() {
        let fault = || Err(Error::input("a.txt", "is empty", "give a file with text"));
        let index = std::hint::black_box(3);
        assert_eq!(guarded(|| Ok(Exit::Condition)), Exit::Condition);
        assert_eq!(guarded(fault), Exit::Fault);
        assert_eq!(guarded(|| Err(Error::Cancelled)), Exit::Interrupted);
        assert_eq!(
            guarded(move || [Ok(Exit::Done)].into_iter().nth(index).unwrap()),
            Exit::Internal
        );
    }
}
