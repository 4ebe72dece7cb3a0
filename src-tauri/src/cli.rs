//! The command line: what may be said to the program when it starts. No secret, number or code can be.

use std::fmt::Display;
use std::net::SocketAddr;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use countersign_core::sinch::place::{LoopbackOrigin, Place};

use crate::link_argument::{self, StartLink};
use crate::{deep_link, shell, smoke_test, web_engine};

mod doctor;
mod policy;
mod provision;
#[cfg(test)]
mod reference;
mod reset_passcode;

/// Verify that a customer holds a phone number.
///
/// Without a command, opens the desk's window. Nothing is configured yet on a new machine: the desk
/// opens in training mode, where no text is sent.
#[derive(Debug, Parser)]
#[command(name = "countersign", version, about)]
struct Arguments {
    /// Speak to a sandbox on this computer in place of Sinch, as 127.0.0.1:4010. The window says so.
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "COUNTERSIGN_SANDBOX",
        value_parser = sandbox,
        global = true
    )]
    sandbox: Option<LoopbackOrigin>,
    /// A link as a browser hands it over: countersign://verify?phone=…&ref=… It fills in the form, and sends
    /// nothing. Not for scripts: other users of the computer can read it while the program starts.
    #[arg(value_name = "LINK", value_parser = link)]
    link: Option<String>,
    /// The link is on the standard input: how a start hands it to itself.
    #[arg(long, hide = true, conflicts_with = "link")]
    link_on_stdin: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Clone, Debug, Subcommand)]
enum Command {
    /// Open the real window, play one training verification in it, and exit: 0 if it was verified,
    /// 1 if not. Sends nothing and stores nothing.
    SmokeTest,
    /// Print the machine's policy and every setting in force, with where it comes from: exits with 0
    /// where all is well, 1 where the policy can't be used, 2 where this desk's own settings can't.
    Policy(policy::Arguments),
    /// Take this desk's set-up to others: one encrypted file, out of here and in there.
    #[command(subcommand)]
    Provision(provision::Provision),
    /// Forget the admin's passcode, and this desk's secrets with it: the way back where it is forgotten.
    ResetPasscode(reset_passcode::Arguments),
    Doctor(doctor::Arguments),
}

/// Runs the program as the command line says.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let place = arguments.sandbox.map_or(Place::Sinch, Place::Loopback);
    match arguments.command {
        None => {
            let link = start_link(arguments.link, arguments.link_on_stdin);
            in_window(|| shell::run(place, link.as_ref()))
        }
        Some(Command::SmokeTest) => in_window(smoke_test::run),
        Some(Command::Policy(arguments)) => policy::run(&arguments),
        Some(Command::Provision(provision)) => provision::run(&provision),
        Some(Command::ResetPasscode(arguments)) => reset_passcode::run(arguments),
        Some(Command::Doctor(arguments)) => or_failure(doctor::run(arguments, place)),
    }
}

fn start_link(argument: Option<String>, on_stdin: bool) -> Option<StartLink> {
    let on_stdin = || on_stdin.then(link_argument::from_stdin).flatten();
    argument
        .map(StartLink::Argument)
        .or_else(|| on_stdin().map(StartLink::OnStdin))
}

fn in_window(run: impl FnOnce() -> Result<(), shell::Failure>) -> ExitCode {
    web_engine::prepare();
    let ended = shell::require_display().and_then(|()| run());
    or_failure(ended.map(|()| ExitCode::SUCCESS))
}

fn or_failure(ended: Result<ExitCode, impl Display>) -> ExitCode {
    ended.unwrap_or_else(|failure| {
        report(&failure);
        ExitCode::FAILURE
    })
}

/// An address of this computer, with its port.
fn sandbox(text: &str) -> Result<LoopbackOrigin, String> {
    let address: SocketAddr = text
        .parse()
        .map_err(|_| "write an address and a port, such as 127.0.0.1:4010".to_owned())?;
    LoopbackOrigin::new(address).map_err(|error| error.to_string())
}

/// Any link of ours, well or badly made: the window says what is wrong with it.
fn link(text: &str) -> Result<String, &'static str> {
    deep_link::is_link(text)
        .then(|| text.to_owned())
        .ok_or("neither a command nor a link")
}

#[expect(clippy::print_stderr, reason = "the command line's own last word")]
fn report(failure: &impl Display) {
    eprintln!("countersign: {failure}");
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// The arguments that take a value, none of which is a secret.
    const MAY_BE_READ: [&str; 11] = [
        "sandbox",
        "link",
        "file",
        "out",
        "bundle",
        "passphrase_file",
        "identity_file",
        "recipient",
        "desk_name",
        "only",
        "text_to",
    ];

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_sandbox_is_on_this_computer_or_refused() {
        let parsed = |address: &str| {
            let arguments = ["countersign", "--sandbox", address];
            Arguments::try_parse_from(arguments).map(|arguments| arguments.sandbox)
        };
        assert!(matches!(parsed("127.0.0.1:4010"), Ok(Some(_))));
        for elsewhere in [
            "192.0.2.1:443",
            "0.0.0.0:80",
            "verification.api.sinch.com",
            "",
        ] {
            assert!(parsed(elsewhere).is_err(), "{elsewhere}");
        }
    }

    /// What is said on a command line can be read by every program of the computer.
    #[test]
    fn no_argument_takes_a_secret() {
        let mut commands = vec![Arguments::command()];
        while let Some(command) = commands.pop() {
            for argument in command.get_arguments() {
                let name = argument.get_id().as_str();
                let takes_value = argument.get_action().takes_values();
                assert!(!takes_value || MAY_BE_READ.contains(&name), "{name}");
            }
            commands.extend(command.get_subcommands().cloned());
        }
    }
}
