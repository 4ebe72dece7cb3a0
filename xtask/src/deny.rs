//! `cargo xtask deny`: holds everything in Cargo.lock to deny.toml, by cargo-deny. It takes minutes to build, so it is
//! installed only where somebody asks for it by this task; the tests use it where it is there already.

use crate::failure::Failure;
use crate::program;
use crate::run::cargo;

/// The version that deny.toml is written for.
const VERSION: &str = "0.20.2";
/// What can be checked without asking anybody. Advisories need their database, which is fetched.
const OFFLINE: [&str; 3] = ["licenses", "bans", "sources"];

/// Installs cargo-deny unless it is there, and checks all of it: advisories too, where their database can be
/// reached.
pub(crate) fn deny() -> Result<(), Failure> {
    if !is_installed() {
        println!("Installing cargo-deny {VERSION}. It takes some minutes.");
        let package = format!("cargo-deny@{VERSION}");
        program::run(&cargo(), &["install", "--locked", &package])?;
    }
    if program::run("cargo-deny", &["--locked", "fetch", "db"]).is_err() {
        println!("The database of advisories can't be reached from here: they are not checked.");
        return check_offline();
    }
    check(&[])
}

/// Whether it can be run without installing anything.
pub(crate) fn is_installed() -> bool {
    program::exists("cargo-deny")
}

/// Licences, bans and sources.
pub(crate) fn check_offline() -> Result<(), Failure> {
    check(&OFFLINE)
}

fn check(which: &[&str]) -> Result<(), Failure> {
    let all = ["--locked", "--workspace", "check", "--show-stats"];
    program::run("cargo-deny", &[&all, which].concat())
}
