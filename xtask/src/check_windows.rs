//! `cargo xtask check-windows`: the whole app cross-compiled for Windows on Debian, its program looked at, and under Wine
//! what needs no window. It is no test of Windows: Wine has no WebView2, and what it passes can still fail there.

use std::process::{Command, ExitCode};

use crate::failure::Failure;
use crate::need::Purpose;
use crate::program;
use crate::run::target_folder;
use crate::setup::setup;
use crate::steps::{passed, report, step, tests};
use crate::system::System;

mod cross;
mod executable;
mod wine;

use cross::Cross;
use executable::Executable;
use wine::Wine;

/// Checks everything; the exit code says whether all passed. Without the program nothing more can be checked.
pub(crate) fn check_windows() -> ExitCode {
    let mut steps = Vec::new();
    let mut built = None;
    steps.push(step("set up", || passed(set_up())));
    if !steps.iter().any(|step| step.has_failed()) {
        steps.push(step("cross-compile", || {
            passed(cross_compile().map(|cross| built = Some(cross)))
        }));
    }
    let Some(cross) = built else {
        return report(&steps);
    };
    let program = cross.program();
    steps.push(step("imports", || {
        passed(Executable::read(&program).and_then(|executable| executable.check_imports()))
    }));
    steps.push(step("exports", || {
        passed(Executable::read(&program).and_then(|executable| executable.check_exports()))
    }));
    steps.push(step("WebView2Loader.dll", || passed(cross.check_loader())));
    let mut started = None;
    steps.push(step("a fresh Wine", || {
        passed(Wine::start(cross.folder()).map(|wine| started = Some(wine)))
    }));
    let Some(wine) = started else {
        return report(&steps);
    };
    steps.push(step("--version", || {
        passed(check_version(&mut wine.command(&program, &["--version"])))
    }));
    steps.push(step("vault, doctor and policy", || {
        tests(wine.within(cross.tests()))
    }));
    report(&steps)
}

fn set_up() -> Result<(), Failure> {
    match System::here() {
        System::Debian => setup(Purpose::CheckWindows),
        System::Fedora | System::OtherLinux | System::MacOs | System::Windows => {
            Err(Failure::Refused(
                "Only on Debian: no other system has packages of a Rust with its standard library's sources, MinGW and \
                 Wine that go together. On Windows itself, run cargo test."
                    .to_owned(),
            ))
        }
    }
}

fn cross_compile() -> Result<Cross, Failure> {
    let cross = Cross::into(target_folder()?.join("windows"));
    println!("The first time, it compiles Rust's standard library and every crate anew.");
    program::finish(&mut cross.build())?;
    Ok(cross)
}

fn check_version(command: &mut Command) -> Result<(), Failure> {
    let expected = concat!("countersign ", env!("CARGO_PKG_VERSION"));
    let said = program::read_from(command)?;
    println!("{said}");
    if said == expected {
        return Ok(());
    }
    Err(Failure::Refused(format!(
        "It ought to have said {expected}"
    )))
}
