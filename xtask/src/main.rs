//! `cargo xtask setup | run | test | dist | …`: from a machine with Rust alone to the app on the screen, all tests run,
//! pictures of all that it shows, or packages of it.
//! It has no dependencies and knows nothing of the app's code: it installs, builds and starts, and says what it does.
#![expect(
    clippy::print_stdout,
    reason = "saying what it does is half of its work"
)]

mod check_windows;
mod deny;
mod dist;
mod failure;
mod install_test;
mod last_words;
mod licences;
mod measure;
mod need;
mod node_tools;
mod pictures;
mod program;
mod release_notes;
mod run;
mod setup;
mod steps;
mod system;
mod tally;
mod test;
mod workflows;

use std::env;
use std::process::ExitCode;

use crate::need::Purpose;

const HELP: &str = "\
Countersign's tasks

Usage: cargo xtask <TASK>

Tasks:
  setup  Install what building and testing need, and nothing that is there already
  run    Set up, build and open the app; without a display, play the main job in it and take pictures
  test   Set up, then check format, lints and types, and run every test
  dist [--twice] [--appimage-runtime FILE]
         Set up, then build the packages for Debian's and Fedora's families, check them, and list them; with --twice,
         compile the program a second time elsewhere and compare; with what AppImages begin with, build one, too
  test-install
         Build the packages, then install, start, try, upgrade and remove each in a clean Debian (as root)
  measure [--runs N]
         Build the packages, then set start and memory of the installed program beside those of an empty window
  pictures [--only STATE…] [--out FOLDER] [--narrow] [--language LANGUAGE | --all-languages] | [--documents]
         Set up, then take pictures of every state of the screen, or of those whose names begin so, into a folder for
         each language (English unless another is named) with a page that shows them; or make the documents' pictures
         anew
  check-windows
         On Debian: set up, cross-compile the app for Windows, look at its program, and try under Wine what needs no window
  licences
         Write the licences of everything that the program contains anew
  deny   Install cargo-deny if it is missing, and hold licences, sources, bans and advisories to deny.toml
  release-notes TAG
         Print what the changelog says of the version that a tag names";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["setup"] => setup::setup(Purpose::Test).map(|()| ExitCode::SUCCESS),
        ["run"] => run::run().map(|()| ExitCode::SUCCESS),
        ["test"] => Ok(test::test()),
        ["dist", ..] => dist::dist(&arguments[1..]).map(|()| ExitCode::SUCCESS),
        ["test-install"] => install_test::test_install().map(|()| ExitCode::SUCCESS),
        ["measure", ..] => measure::measure(&arguments[1..]).map(|()| ExitCode::SUCCESS),
        ["pictures", ..] => pictures::pictures(&arguments[1..]).map(|()| ExitCode::SUCCESS),
        ["check-windows"] => Ok(check_windows::check_windows()),
        ["licences"] => licences::write().map(|()| ExitCode::SUCCESS),
        ["deny"] => deny::deny().map(|()| ExitCode::SUCCESS),
        ["release-notes", tag] => release_notes::release_notes(tag).map(|()| ExitCode::SUCCESS),
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
