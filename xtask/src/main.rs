//! `cargo xtask setup | run | test`: from a machine with Rust alone to the app on the screen or all tests run.
//! It has no dependencies and knows nothing of the app's code: it installs, builds and starts, and says what it does.
#![expect(
    clippy::print_stdout,
    reason = "saying what it does is half of its work"
)]

mod failure;
mod need;
mod node_tools;
mod program;
mod run;
mod setup;
mod system;
mod tally;
mod test;

use std::env;
use std::process::ExitCode;

use crate::need::Purpose;

const HELP: &str = "\
Countersign's tasks

Usage: cargo xtask <TASK>

Tasks:
  setup  Install what building and testing need, and nothing that is there already
  run    Set up, build and open the app; without a display, play the main job in it and take pictures
  test   Set up, then check format, lints and types, and run every test";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["setup"] => setup::setup(Purpose::Test).map(|()| ExitCode::SUCCESS),
        ["run"] => run::run().map(|()| ExitCode::SUCCESS),
        ["test"] => Ok(test::test()),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        _ => {
            println!("No such task: {}\n\n{HELP}", arguments.join(" "));
            Ok(ExitCode::from(2))
        }
    };
    outcome.unwrap_or_else(|failure| {
        println!("{failure}");
        ExitCode::FAILURE
    })
}
