//! The steps of a task that checks: each announced, timed and counted, and one honest count of all at the end.
//! What the steps do is the tasks' own.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::last_words::LastWords;
use crate::program;
use crate::tally::Tally;

/// What came of one step.
pub(crate) struct Step {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

impl Step {
    /// Whether any of it failed.
    pub(crate) fn has_failed(&self) -> bool {
        self.tally.failed > 0
    }
}

/// Announces a step, does it, and takes its time.
pub(crate) fn step(name: &'static str, work: impl FnOnce() -> Tally) -> Step {
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
pub(crate) fn check(program: &str, arguments: &[&str]) -> Tally {
    passed(program::run(program, arguments))
}

/// What came of work that counts as one test; a failure is printed.
pub(crate) fn passed(outcome: Result<(), Failure>) -> Tally {
    match outcome {
        Ok(()) => Tally::of_check(true),
        Err(failure) => {
            println!("{failure}");
            Tally::of_check(false)
        }
    }
}

/// A check that not every computer can make: where it can't, it says so and counts as left out.
pub(crate) fn where_possible(
    is_possible: bool,
    why_not: &str,
    check: impl FnOnce() -> Result<(), Failure>,
) -> Tally {
    if is_possible {
        return passed(check());
    }
    println!("Skipped: {why_not}.");
    Tally::of_skipped()
}

/// A command that runs test programs: shows what they print, counts by it, and says again what failed tests said.
pub(crate) fn tests(mut command: Command) -> Tally {
    println!("$ {}", program::shown_command(&command));
    let mut tally = Tally::default();
    let mut last_words = LastWords::default();
    let succeeded = stream(&mut command, |line| {
        tally.read(line);
        last_words.read(line);
    });
    let succeeded = succeeded.unwrap_or_else(|failure| {
        println!("{failure}");
        false
    });
    repeat(&last_words);
    tally.end(succeeded)
}

/// Many programs have printed since, and who reads a log begins at its end.
fn repeat(last_words: &LastWords) {
    if last_words.lines().is_empty() {
        return;
    }
    println!("\n== what failed tests said");
    for line in last_words.lines() {
        println!("{line}");
    }
}

/// Runs a command, prints each line that it writes and shows it to `reader`; true when it succeeded.
fn stream(command: &mut Command, mut reader: impl FnMut(&str)) -> Result<bool, Failure> {
    let child = command.stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(Failure::not_started(command))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.map_err(Failure::not_started(command))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            reader(line.trim_end());
        }
    }
    Ok(child
        .wait()
        .map_err(Failure::not_started(command))?
        .success())
}

/// Prints what came of each step and the count of all; the exit code says whether all passed.
pub(crate) fn report(steps: &[Step]) -> ExitCode {
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
