//! `cargo xtask licences`: writes the licences of everything that the shipped program contains into one text file, which
//! the packages carry and the app shows. It copies what the components say of themselves and judges nothing: which
//! licences may be in it is deny.toml's.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::program;
use crate::run::cargo;

mod component;
mod document;

use component::Component;

/// Where the file is, from the repository's root. The page reads it from there, too.
const FILE: &str = "ui/third-party-licences.txt";
/// The systems that packages are made for.
const TARGETS: [&str; 4] = [
    "x86_64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
];

/// Writes the file.
pub(crate) fn write() -> Result<(), Failure> {
    let text = text()?;
    let path = path();
    fs::write(&path, text).map_err(Failure::file(&path))?;
    println!("Wrote {}.", path.display());
    Ok(())
}

/// Holds the file to Cargo.lock and to the components' own texts.
pub(crate) fn check() -> Result<(), Failure> {
    let path = path();
    let written = fs::read_to_string(&path).unwrap_or_default();
    if written == text()? {
        return Ok(());
    }
    Err(Failure::Refused(format!(
        "{FILE} is out of date. Please run: cargo xtask licences"
    )))
}

fn path() -> PathBuf {
    program::root().join(FILE)
}

fn text() -> Result<String, Failure> {
    // Also what other systems need and a build here does not.
    program::run(&cargo(), &["fetch", "--locked"])?;
    let sources = sources()?;
    let mut components = Vec::new();
    for line in tree()?.lines() {
        let Some(component) = Component::read(line) else {
            continue;
        };
        components.push(component.with_texts(&sources)?);
    }
    components.sort();
    components.dedup();
    lend(&mut components);
    Ok(document::written(&components))
}

/// Gives those that carry no text the text of another from the same repository, under the same licence.
fn lend(components: &mut [Component]) {
    let lenders = components.to_vec();
    for bare in components.iter_mut().filter(|one| one.texts.is_empty()) {
        let mut others = lenders.iter().filter(|other| !other.texts.is_empty());
        let lender = others.find(|other| {
            !bare.repository.is_empty()
                && other.repository == bare.repository
                && other.licence == bare.licence
        });
        if let Some(lender) = lender {
            bare.texts.clone_from(&lender.texts);
        }
    }
}

/// What the program is linked from, a line each. What only helps to build it is not in it.
fn tree() -> Result<String, Failure> {
    let cargo = cargo();
    let mut arguments = vec![
        "tree",
        "--locked",
        "--package",
        "countersign",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--no-dedupe",
        "--format",
        component::FORMAT,
    ];
    arguments.extend(TARGETS.iter().flat_map(|target| ["--target", target]));
    program::read(&cargo, &arguments)
}

/// The folders into which cargo unpacks what it gets from registries (the Cargo Book, "Cargo Home").
fn sources() -> Result<Vec<PathBuf>, Failure> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    folders(&home.unwrap_or_default().join("registry/src"))
}

fn folders(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(path).map_err(Failure::file(path))? {
        found.push(entry.map_err(Failure::file(path))?.path());
    }
    found.sort();
    Ok(found)
}

/// A file's name in small letters.
fn name_of(path: &Path) -> String {
    path.file_name()
        .map(OsStr::to_string_lossy)
        .unwrap_or_default()
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn component(name: &str, repository: &str, texts: &[&str]) -> Component {
        let line = format!("{name} v1.0.0|BSD-3-Clause|{repository}");
        let mut component = Component::read(&line).unwrap();
        component.texts = texts.iter().map(|text| (*text).to_owned()).collect();
        component
    }

    #[test]
    fn what_carries_no_text_takes_that_of_its_own_repository_only() {
        let mut components = [
            component("bare", "https://example.org/a", &[]),
            component("bare-elsewhere", "", &[]),
            component("full", "https://example.org/a", &["Terms."]),
            component("full-elsewhere", "", &["Other terms."]),
        ];
        lend(&mut components);
        assert_eq!(components[0].texts, ["Terms."]);
        assert!(components[1].texts.is_empty());
    }
}
