//! `muqabala completions`.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Cli;
use crate::destination;
use crate::exit::Exit;

/// Prints the completion script of a shell.
pub(crate) fn run(shell: Shell) -> muqabala::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "muqabala", &mut script);
    destination::to_standard(|out| out.write_all(&script))?;
    Ok(Exit::Done)
}
