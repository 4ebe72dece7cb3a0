//! Brings the machine to where a task can run, and touches nothing that is there already.
//! It installs packages and development tools; it never installs or changes Rust.

use crate::failure::{Failure, names};
use crate::need::{Need, Purpose};
use crate::node_tools;
use crate::system::System;

/// Installs what `purpose` needs and the machine lacks.
pub(crate) fn setup(purpose: Purpose) -> Result<(), Failure> {
    let system = System::here();
    let needs = Need::of(purpose, system);
    println!("Looking for {}.", sentence(needs));
    let missing = unmet(needs);
    if !missing.is_empty() {
        println!("Installing what is missing: {}.", names(&missing));
        system.install(&missing)?;
        let still_missing = unmet(needs);
        if !still_missing.is_empty() {
            return Err(Failure::StillMissing(still_missing));
        }
    }
    match purpose {
        Purpose::Build
        | Purpose::Play
        | Purpose::Pictures
        | Purpose::Dist
        | Purpose::TestInstall
        | Purpose::CheckWindows => {}
        Purpose::Test => node_tools::install()?,
    }
    println!("Everything needed is there.");
    Ok(())
}

fn unmet(needs: &[Need]) -> Vec<Need> {
    needs
        .iter()
        .copied()
        .filter(|need| !need.is_met())
        .collect()
}

fn sentence(needs: &[Need]) -> String {
    if needs.is_empty() {
        return "nothing but Rust".to_owned();
    }
    names(needs)
}
