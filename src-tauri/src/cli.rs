//! The command line: what may be said to the program when it starts. No secret, number or code can be.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::{shell, smoke_test};

/// Verify that a customer holds a phone number.
///
/// Without a command, opens the desk's window. Nothing is configured yet on a new machine: the desk
/// opens in training mode, where no text is sent.
#[derive(Debug, Parser)]
#[command(name = "countersign", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Clone, Copy, Debug, Subcommand)]
enum Command {
    /// Open the real window, play one training verification in it, and exit: 0 if it was verified,
    /// 1 if not. Sends nothing and stores nothing.
    SmokeTest,
}

/// Runs the program as the command line says.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let ended = shell::require_display().and_then(|()| match arguments.command {
        None => shell::run(),
        Some(Command::SmokeTest) => smoke_test::run(),
    });
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report(&failure);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "the command line's own last word")]
fn report(failure: &shell::Failure) {
    eprintln!("countersign: {failure}");
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn no_argument_takes_a_value() {
        let command = Arguments::command();
        let takes_value = |argument: &clap::Arg| argument.get_action().takes_values();
        assert!(!command.get_arguments().any(takes_value));
    }
}
