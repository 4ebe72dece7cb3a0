//! One component: what cargo says of it, and the texts of its licence as they lie in its source.
//! Nothing here decides how they are written down.

use std::fs;
use std::path::{Path, PathBuf};

use super::{folders, name_of};
use crate::failure::Failure;

/// What `cargo tree` is asked to say of each: name and version, licence, repository.
pub(super) const FORMAT: &str = "{p}|{l}|{r}";

/// How a file of licences begins, in small letters.
const BEGINNINGS: [&str; 6] = [
    "license",
    "licence",
    "unlicense",
    "copying",
    "copyright",
    "notice",
];
/// The names of licences that need not be taken where MIT may be.
const OTHERS: [&str; 7] = ["apache", "unlicense", "zlib", "boost", "bsd", "gpl", "isc"];

/// One component of the shipped program.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Component {
    pub(super) name: String,
    pub(super) version: String,
    /// What it may be used under, in SPDX's words or nearly so.
    pub(super) licence: String,
    /// Where it is made; may be empty.
    pub(super) repository: String,
    /// The texts of its licence, as they lie in its source.
    pub(super) texts: Vec<String>,
}

impl Component {
    /// Reads a line of `cargo tree`, as [`FORMAT`] asks for it. Our own crates are nobody else's.
    pub(super) fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('|');
        let (package, licence, repository) = (parts.next()?, parts.next()?, parts.next()?);
        let mut words = package.split(' ');
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        // A folder follows where a crate comes from this repository.
        if words.next().is_some() {
            return None;
        }
        Some(Self {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: licence.to_owned(),
            repository: repository.to_owned(),
            texts: Vec::new(),
        })
    }

    /// The component with the texts that lie in its source, which is in one of `sources`.
    pub(super) fn with_texts(mut self, sources: &[PathBuf]) -> Result<Self, Failure> {
        let folder = format!("{}-{}", self.name, self.version);
        let mut places = sources.iter().map(|source| source.join(&folder));
        let Some(place) = places.find(|place| place.is_dir()) else {
            return Err(Failure::Refused(format!(
                "The source of {folder} is not there. Please run: cargo fetch --locked"
            )));
        };
        for file in self.chosen(folders(&place)?) {
            let text = fs::read(&file).map_err(Failure::file(&file))?;
            self.texts.push(tidy(&String::from_utf8_lossy(&text)));
        }
        Ok(self)
    }

    /// The files of its licence. Where MIT is among those to choose from, we choose it.
    fn chosen(&self, files: Vec<PathBuf>) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = files.into_iter().filter(|file| is_licence(file)).collect();
        let may_choose = !self.licence.contains(" AND ")
            && (self.licence.contains(" OR ") || self.licence.contains('/'));
        if may_choose && files.iter().any(|file| name_of(file).contains("mit")) {
            files.retain(|file| !OTHERS.iter().any(|other| name_of(file).contains(other)));
        }
        files
    }
}

fn is_licence(file: &Path) -> bool {
    let name = name_of(file);
    let begins = BEGINNINGS
        .iter()
        .any(|beginning| name.starts_with(beginning));
    // The machine-readable form says nothing that cargo did not.
    begins && !name.ends_with(".spdx") && file.is_file()
}

/// A text without what is invisible in it: ends of lines, spaces before them, empty lines around it.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_cargo_is_read() {
        let line = "aead v0.5.2|MIT OR Apache-2.0|https://example.org/traits";
        let component = Component::read(line).unwrap();
        assert_eq!(component.name, "aead");
        assert_eq!(component.version, "0.5.2");
        assert_eq!(component.licence, "MIT OR Apache-2.0");
        assert_eq!(component.repository, "https://example.org/traits");
    }

    #[test]
    fn our_own_crates_and_empty_lines_are_no_components() {
        assert_eq!(
            Component::read("countersign v0.1.0 (/home/me/countersign)|MIT|"),
            None
        );
        assert_eq!(Component::read(""), None);
    }

    #[test]
    fn mit_is_taken_where_it_may_be_and_nothing_is_dropped_where_it_may_not() {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
        let files = || vec![folder.join("LICENSE-APACHE"), folder.join("LICENSE-MIT")];
        let under = |licence: &str| {
            Component::read(&format!("a v1.0.0|{licence}|"))
                .unwrap()
                .chosen(files())
        };
        assert_eq!(under("MIT OR Apache-2.0"), [folder.join("LICENSE-MIT")]);
        assert_eq!(under("MIT/Apache-2.0"), [folder.join("LICENSE-MIT")]);
        assert_eq!(under("MIT AND Apache-2.0"), files());
        assert_eq!(under("Apache-2.0"), files());
    }

    #[test]
    fn a_component_whose_source_is_not_there_is_said_and_not_left_out() {
        let component = Component::read("no-such-crate v9.9.9|MIT|").unwrap();
        assert!(matches!(
            component.with_texts(&[PathBuf::from("/nowhere")]),
            Err(Failure::Refused(_))
        ));
    }
}
