//! `cargo xtask test`: every check there is, one after the other, and one honest count at the end.
//! A check that fails stops none of the others.

use std::io::{BufRead as _, BufReader};
use std::process::{ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::need::Purpose;
use crate::program;
use crate::run::cargo;
use crate::setup::setup;
use crate::tally::Tally;

/// What came of one step.
struct Step {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

/// Runs everything; the exit code says whether all passed.
pub(crate) fn test() -> ExitCode {
    let cargo = cargo();
    let mut steps = Vec::new();
    // Setting up is no test; that it failed must still show in the count.
    let set_up = step("set up", || passed(setup(Purpose::Test)));
    if set_up.tally.failed > 0 {
        steps.push(set_up);
    }
    steps.push(step("format", || {
        check(&cargo, &["fmt", "--all", "--check"])
    }));
    steps.push(step("lints", || {
        check(
            &cargo,
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--locked",
                "--",
                "-D",
                "warnings",
            ],
        )
    }));
    steps.push(step("types of the front end", || {
        check(
            "node",
            &[
                "node_modules/typescript/bin/tsc",
                "--project",
                "tsconfig.json",
            ],
        )
    }));
    steps.push(step("tests", || {
        tests(
            &cargo,
            &["test", "--workspace", "--locked", "--no-fail-fast"],
        )
    }));
    report(&steps)
}

fn step(name: &'static str, work: impl FnOnce() -> Tally) -> Step {
    println!("\n== {name}");
    let start = Instant::now();
    let tally = work();
    Step {
        name,
        tally,
        took: start.elapsed(),
    }
}

/// One command that counts as one test.
fn check(program: &str, arguments: &[&str]) -> Tally {
    passed(program::run(program, arguments))
}

fn passed(outcome: Result<(), Failure>) -> Tally {
    match outcome {
        Ok(()) => Tally::of_check(true),
        Err(failure) => {
            println!("{failure}");
            Tally::of_check(false)
        }
    }
}

/// A command that runs test programs: shows what they print and counts by it.
fn tests(program: &str, arguments: &[&str]) -> Tally {
    println!("$ {}", program::shown(program, arguments));
    let mut tally = Tally::default();
    match stream(program, arguments, |line| tally.read(line)) {
        Ok(succeeded) => tally.end(succeeded),
        Err(failure) => {
            println!("{failure}");
            tally.end(false)
        }
    }
}

/// Runs a command, prints each line that it writes and shows it to `reader`; true when it succeeded.
fn stream(
    program: &str,
    arguments: &[&str],
    mut reader: impl FnMut(&str),
) -> Result<bool, Failure> {
    let failure = |source| Failure::NotStarted {
        command: program::shown(program, arguments),
        source,
    };
    let mut child = program::command(program, arguments)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failure)?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.map_err(failure)?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            reader(line.trim_end());
        }
    }
    Ok(child.wait().map_err(failure)?.success())
}

fn report(steps: &[Step]) -> ExitCode {
    println!("\n== summary");
    for Step { name, tally, took } in steps {
        let Tally {
            passed,
            failed,
            ignored,
            ..
        } = tally;
        let seconds = took.as_secs_f32();
        println!(
            "{name:<24} {passed:>5} passed {failed:>5} failed {ignored:>5} ignored {seconds:>8.1} s"
        );
    }
    let total = steps
        .iter()
        .fold(Tally::default(), |total, step| total.and(step.tally));
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
