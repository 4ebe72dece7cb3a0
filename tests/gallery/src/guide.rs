//! The pictures that the documents show: which ones, from what the documents say themselves.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::look::{Look, Theme};
use crate::state::State;
use crate::tours::TOURS;

/// Where they are, from the repository's root.
pub const FOLDER: &str = "docs/screenshots";

/// The documents that show pictures.
const DOCUMENTS: [&str; 2] = ["README.md", "docs/desk.md"];

/// A picture that a document shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The state's name.
    pub state: String,
    /// Its file in the folder of pictures, as in `code-wrong.dark.png`.
    pub file: String,
}

impl Named {
    /// The state that it is a picture of, if there is such a state, and how it looks.
    #[must_use]
    pub fn scene(&self) -> Option<(&'static State, Look)> {
        let state = TOURS
            .iter()
            .flat_map(|tour| tour.states)
            .find(|state| state.name == self.state)?;
        let theme = match self.file.strip_prefix(&self.state)? {
            ".png" => Theme::Light,
            ".dark.png" => Theme::Dark,
            _ => return None,
        };
        let look = Look {
            theme,
            ..state.screen.usual()
        };
        Some((state, look))
    }
}

/// What the documents below `root` show.
///
/// # Errors
/// [`Error::File`] when one can't be read.
pub fn named(root: &Path) -> Result<BTreeSet<Named>, Error> {
    let mut all = BTreeSet::new();
    for document in DOCUMENTS {
        let path = root.join(document);
        let text = std::fs::read_to_string(&path).map_err(Error::file(&path))?;
        all.extend(in_text(&text));
    }
    Ok(all)
}

/// The repository's root.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn in_text(text: &str) -> impl Iterator<Item = Named> {
    text.split("screenshots/").skip(1).filter_map(|rest| {
        let (file, _) = rest.split_once(')')?;
        // What stands in a sentence, and not in a link to a picture, names the folder only.
        let is_picture = file.ends_with(".png") && !file.contains(char::is_whitespace);
        let (state, _) = file.split_once('.').filter(|_| is_picture)?;
        Some(Named {
            state: state.to_owned(),
            file: file.to_owned(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_found_in_a_document_by_their_folder() {
        let text = "![One](docs/screenshots/code-wrong.png) and ![two](screenshots/verdict-locked.dark.png). \
                    They are in docs/screenshots/ ([all of them](look.md), and more.png).";
        let found: Vec<_> = in_text(text).map(|named| named.file).collect();
        assert_eq!(found, ["code-wrong.png", "verdict-locked.dark.png"]);
    }

    /// In bytes.
    const MOST: u64 = 80 * 1024;

    #[test]
    fn every_picture_that_a_document_shows_is_of_a_state_and_there() {
        let named = named(&root()).unwrap();
        assert!(named.len() > 5, "{named:?}");
        for picture in named {
            let file = &picture.file;
            assert!(picture.scene().is_some(), "{file}: no such state");
            let path = root().join(FOLDER).join(file);
            let advice = "run: cargo xtask pictures --documents";
            let length = std::fs::metadata(path).map(|data| data.len());
            assert!(length.is_ok(), "{file} is not there; {advice}");
            assert!(length.unwrap() <= MOST, "{file} is too large");
        }
    }

    #[test]
    fn no_picture_is_kept_that_no_document_shows() {
        let named: BTreeSet<_> = named(&root())
            .unwrap()
            .into_iter()
            .map(|named| named.file)
            .collect();
        for entry in std::fs::read_dir(root().join(FOLDER)).unwrap() {
            let file = entry.unwrap().file_name().into_string().unwrap();
            assert!(named.contains(&file), "{file}");
        }
    }

    #[test]
    fn a_picture_of_no_state_is_none() {
        let named = Named {
            state: "code-forgotten".to_owned(),
            file: "code-forgotten.png".to_owned(),
        };
        assert!(named.scene().is_none());
    }
}
