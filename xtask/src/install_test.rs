//! `cargo xtask test-install`: the packages as a person meets them, in a clean Debian of its own: installed, started,
//! tried, upgraded, removed. It prints each step and what came of it, and stops at the first that fails.
//! Fedora itself is out of reach from Debian: its package is tried by rpm's own tools, on Debian's libraries.

use std::collections::BTreeSet;

use crate::dist::{self, Packages};
use crate::failure::Failure;
use crate::need::Purpose;
use crate::program;
use crate::run::{target_folder, text};
use crate::setup::setup;

mod clean_root;
mod deb;
mod rpm;

use clean_root::CleanRoot;

/// How one kind of package is handled.
trait Installer {
    /// Brings the root to where its system would have it before any package of ours.
    fn prepare(&self, root: &CleanRoot) -> Result<(), Failure>;
    /// Installs it, or upgrades what is there.
    fn install(&self, root: &CleanRoot, which: Which) -> Result<(), Failure>;
    /// Fails where a file is missing or differs from the one that was packed.
    fn verify(&self, root: &CleanRoot) -> Result<(), Failure>;
    /// The version that is installed.
    fn version(&self, root: &CleanRoot) -> Result<String, Failure>;
    /// Removes it, and answers what that said.
    fn remove(&self, root: &CleanRoot) -> Result<String, Failure>;
}

/// The versions that are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    /// The same program under a lower version.
    Before,
    /// The one that was built.
    Now,
}

/// Whatever a package leaves to people stands in here, by its maintainer scripts.
const WORD_AT_THE_END: &str = "Countersign leaves what people and administrators made";

/// Builds the packages and tries both.
pub(crate) fn test_install() -> Result<(), Failure> {
    if program::answer("id", &["-u"]).as_deref() != Some("0") {
        return Err(Failure::Refused(
            "A clean system can be made by root only: run cargo xtask test-install as root."
                .to_owned(),
        ));
    }
    let now = dist::build()?;
    setup(Purpose::TestInstall)?;
    let work = target_folder()?.join("install-test");
    step("pack the same program under a lower version");
    let version = env!("CARGO_PKG_VERSION");
    let before_version = format!("{version}~before");
    let before = dist::pack(&dist::edition(&before_version)?, &work.join("before"))?;

    step("a clean Debian");
    let root = CleanRoot::fresh(&work)?;
    root.bring(&before, &now)?;
    let app_dir = dist::lay_app_dir(&dist::edition(version)?, work.join("AppDir"))?;
    root.bring_app_dir(&app_dir)?;
    step("AppImage: what it says where WebKitGTK is missing");
    root.start_app_dir_without_webkit()?;

    step("what the package depends on, by apt");
    root.run(&format!(
        "apt-get satisfy --yes --quiet=2 --no-install-recommends '{}' >/dev/null",
        dist_depends(&now)?
    ))?;
    root.keep_downloads(&work)?;

    step("AppImage: its content, not installed");
    root.run_app_dir()?;

    let versions = [before_version.as_str(), version];
    play("deb", &deb::Deb, &root, versions)?;
    play("rpm", &rpm::Rpm, &root, versions)?;
    root.remove()?;
    println!(
        "\nBoth packages: installed, started, tried, upgraded, removed. Nothing was left but the user's data.\n\
         The AppImage's content: started and tried."
    );
    Ok(())
}

fn dist_depends(packages: &Packages) -> Result<String, Failure> {
    program::read("dpkg-deb", &["--field", &text(&packages.deb), "Depends"])
}

fn play(
    kind: &str,
    installer: &impl Installer,
    root: &CleanRoot,
    [before, now]: [&str; 2],
) -> Result<(), Failure> {
    installer.prepare(root)?;
    let clean = root.files()?;

    step(&format!("{kind}: install {before}"));
    installer.install(root, Which::Before)?;
    expect("version", &installer.version(root)?, &format!("{before}-1"))?;
    installer.verify(root)?;
    println!(
        "all {} files are as they were packed",
        root.files()?.difference(&clean).count()
    );
    root.run_as_user("countersign --version")?;

    step(&format!("{kind}: start it from its desktop entry"));
    root.launch_from_desktop_entry()?;
    step(&format!(
        "{kind}: who opens countersign: links, and what the shell completes"
    ));
    root.run_as_user(
        "gio mime x-scheme-handler/countersign | grep --fixed-strings io.countersign.desk.desktop",
    )?;
    root.run_as_user("bash -c 'source /usr/share/bash-completion/completions/countersign && complete -p countersign'")?;
    step(&format!("{kind}: countersign smoke-test"));
    root.smoke_test()?;

    step(&format!("{kind}: upgrade to {now}"));
    let kept = root.user_files()?;
    installer.install(root, Which::Now)?;
    expect("version", &installer.version(root)?, &format!("{now}-1"))?;
    installer.verify(root)?;
    expect("the user's data", &root.user_files()?, &kept)?;
    println!("the user's data is what it was:\n{kept}");
    step(&format!("{kind}: countersign smoke-test after the upgrade"));
    root.smoke_test()?;

    step(&format!("{kind}: remove"));
    let said = installer.remove(root)?;
    println!("{said}");
    if !said.contains(WORD_AT_THE_END) {
        return Err(Failure::Refused(
            "removing it did not say where data is left".to_owned(),
        ));
    }
    nothing_left(&clean, &root.files()?)?;
    expect("the user's data", &root.user_files()?, &kept)?;
    println!("no file of it is left; the user's data is");
    Ok(())
}

fn nothing_left(before: &BTreeSet<String>, after: &BTreeSet<String>) -> Result<(), Failure> {
    let changed: Vec<&String> = before.symmetric_difference(after).collect();
    if changed.is_empty() {
        return Ok(());
    }
    Err(Failure::Refused(format!("left or lost: {changed:?}")))
}

fn expect(what: &str, is: &str, should_be: &str) -> Result<(), Failure> {
    if is == should_be {
        return Ok(());
    }
    Err(Failure::Refused(format!(
        "{what} is {is:?} and not {should_be:?}"
    )))
}

fn step(name: &str) {
    println!("\n== {name}");
}
