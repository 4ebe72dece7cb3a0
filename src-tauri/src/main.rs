//! The program: reads the command line and starts the shell. Everything else is in the library.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    countersign::cli::main()
}
