//! `cargo xtask test`: every check there is, one after the other, and one honest count at the end.
//! A check that fails stops none of the others.

use std::process::ExitCode;

use crate::deny;
use crate::licences;
use crate::need::Purpose;
use crate::program;
use crate::run::cargo;
use crate::setup::setup;
use crate::steps::{check, passed, report, step, tests, where_possible};
use crate::workflows;

/// Runs everything; the exit code says whether all passed.
pub(crate) fn test() -> ExitCode {
    let cargo = cargo();
    let mut steps = Vec::new();
    // Setting up is no test; that it failed must still show in the count.
    let set_up = step("set up", || passed(setup(Purpose::Test)));
    if set_up.has_failed() {
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
    steps.push(step("third-party licences", || passed(licences::check())));
    steps.push(step("workflows", || {
        where_possible(
            workflows::can_be_checked(),
            "actionlint and zizmor can't be had: they come by Python's pip",
            workflows::check,
        )
    }));
    steps.push(step("supply chain", || {
        where_possible(
            deny::is_installed(),
            "cargo-deny is not installed (`cargo xtask deny` does it)",
            deny::check_offline,
        )
    }));
    steps.push(step("tests", || {
        tests(program::command(
            &cargo,
            &["test", "--workspace", "--locked", "--no-fail-fast"],
        ))
    }));
    report(&steps)
}
