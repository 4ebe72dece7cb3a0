//! `countersign doctor`: the staged tests on the command line, for IT. Needs no display. Prints each
//! stage as it goes, or one document of JSON at the end; `docs/doctor.md` describes both.

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use clap::{Args, ValueEnum};
use countersign_core::doctor::{Diagnosis, Doctor, Examination, Finding, Of, Verdict};
use countersign_core::sinch::place::Place;
use countersign_core::sinch::transport::Timeouts;
use countersign_core::time::SystemClock;
use countersign_core::vault::Vault;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use thiserror::Error;

mod printed;
mod read;
mod written;

use printed::Printer;
use read::NotRead;
use written::Document;

/// Exit codes: those of a verdict are apart from 1, for a program that failed, and from 2, for a command
/// line that was wrong.
const WARNED: u8 = 3;
const FAILED: u8 = 4;

/// Test what this desk depends on: settings, keyring, Sinch, store.
///
/// Nothing is sent, but for a text where a phone is given. Exits with 0 if all is well, 3 if something
/// ought to be done, 4 if the desk can't work, 1 if the tests could not be run, and 2 if the command
/// line was wrong.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Arguments {
    /// Print one document of JSON when all is done, and nothing else
    #[arg(long)]
    json: bool,
    /// Test only one of them, and what it takes
    #[arg(long, value_enum, default_value_t)]
    only: Only,
    /// Send a text that says that it is a test to the phone number on standard input
    #[arg(long, value_name = "-", value_parser = standard_input)]
    text_to: Option<StandardInput>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Only {
    /// Settings, keyring, and the products of Sinch that are set up
    Sinch,
    /// The store
    Store,
    /// Nothing is left out
    #[default]
    All,
}

/// Where the phone number is read: an argument could be read by every program of this computer.
#[derive(Clone, Copy, Debug)]
struct StandardInput;

fn standard_input(text: &str) -> Result<StandardInput, String> {
    match text {
        "-" => Ok(StandardInput),
        _ => Err("write -, and give the number on standard input".to_owned()),
    }
}

/// Why the tests could not be run.
#[derive(Debug, Error)]
pub(crate) enum NotRun {
    /// There is no number to send to.
    #[error("there is no phone number on standard input: write it with + and its country code")]
    Phone,
    /// The system has no threads to give.
    #[error("no thread could be started")]
    Threads(#[source] io::Error),
    /// Nobody can read what is printed.
    #[error("standard output can't be written to")]
    Output(#[from] io::Error),
}

/// Runs the tests. The exit code says what they came to.
pub(super) fn run(arguments: Arguments, place: Place) -> Result<ExitCode, NotRun> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(NotRun::Threads)?;
    let findings = Mutex::new(Vec::new());
    let printer = Printer::default();
    let tell = |finding: &Finding| {
        if !arguments.json {
            printer.print(finding);
        }
        let mut findings = findings.lock().unwrap_or_else(PoisonError::into_inner);
        findings.push(finding.clone());
    };
    let diagnosis = runtime.block_on(diagnose(arguments, place, &tell))?;
    // A keyring that hangs behind a prompt keeps its thread.
    runtime.shutdown_background();
    let findings = findings
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    let mut output = io::stdout().lock();
    match arguments.json {
        true => Document::of(diagnosis, &findings).write(&mut output)?,
        false => printed::conclude(diagnosis, &mut output)?,
    }
    output.flush()?;
    Ok(exit_code(diagnosis.verdict))
}

async fn diagnose(
    arguments: Arguments,
    place: Place,
    tell: &(dyn Fn(&Finding) + Send + Sync),
) -> Result<Diagnosis, NotRun> {
    let (settings, store_file) = match read::settings() {
        Ok(read) => read,
        Err(NotRead(finding)) => {
            tell(&finding);
            let mut diagnosis = Diagnosis::default();
            diagnosis.note(&finding);
            return Ok(diagnosis);
        }
    };
    let phone = match arguments.text_to {
        Some(StandardInput) => Some(read::phone(&settings).ok_or(NotRun::Phone)?),
        None => None,
    };
    let examination = Examination {
        of: arguments.only.into(),
        settings,
        store_file: Some(store_file),
        phone,
    };
    let vault = Vault::of_this_computer();
    let doctor = Doctor::new(place, Timeouts::default(), vault, Arc::new(SystemClock));
    let mut randomness = UnwrapErr(SysRng);
    Ok(doctor.run(&examination, &mut randomness, tell).await)
}

fn exit_code(verdict: Verdict) -> ExitCode {
    match verdict {
        Verdict::Well => ExitCode::SUCCESS,
        Verdict::Warned => WARNED.into(),
        Verdict::Failed => FAILED.into(),
    }
}

impl From<Only> for Of {
    fn from(only: Only) -> Self {
        match only {
            Only::Sinch => Self::Sinch,
            Only::Store => Self::Store,
            Only::All => Self::All,
        }
    }
}
