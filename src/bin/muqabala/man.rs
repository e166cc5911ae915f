//! `muqabala man`.

use std::io::Write;

use clap::CommandFactory;
use muqabala::{Error, Result};

use crate::args::Cli;
use crate::destination;
use crate::exit::Exit;

/// Prints the manual page of the program or of one of its commands.
pub(crate) fn run(names: &[String]) -> Result<Exit> {
    let mut command = Cli::command();
    // Gives subcommands their full name and the global options.
    command.build();
    for name in names {
        let Some(found) = command.find_subcommand(name) else {
            let known: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
            let help = if known.is_empty() {
                "leave it out".to_owned()
            } else {
                format!("choose from {}", known.join(", "))
            };
            return Err(Error::input(name, "is not a command", help));
        };
        command = found.clone();
    }
    let page = |out: &mut dyn Write| clap_mangen::Man::new(command.clone()).render(out);
    destination::to_standard(page)?;
    Ok(Exit::Done)
}
