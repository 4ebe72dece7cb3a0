//! `cargo xtask release-notes TAG`: what CHANGELOG.md says of a version, for its page. It refuses a tag that is not the
//! version of Cargo.toml, and a version that the changelog has no section for.

use std::fs;

use crate::failure::Failure;
use crate::program;

/// Prints the notes of the version that `tag` names.
pub(crate) fn release_notes(tag: &str) -> Result<(), Failure> {
    let version = tag.strip_prefix('v').unwrap_or_default();
    let ours = env!("CARGO_PKG_VERSION");
    if version != ours {
        return Err(Failure::Refused(format!(
            "The tag {tag} is not v{ours}, which Cargo.toml names."
        )));
    }
    let path = program::root().join("CHANGELOG.md");
    let changelog = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    let notes = section(&changelog, version)
        .ok_or_else(|| Failure::Refused(format!("CHANGELOG.md has no section for {version}.")))?;
    println!("{notes}");
    Ok(())
}

/// What stands under `## [version]` (Keep a Changelog 1.1.0), if anything does.
fn section<'a>(changelog: &'a str, version: &str) -> Option<&'a str> {
    let heading = format!("\n## [{version}]");
    let (_, rest) = changelog.split_once(&heading)?;
    let (_, rest) = rest.split_once('\n')?;
    let text = rest.split("\n## ").next()?.trim();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGELOG: &str = "\
# Changelog

## [Unreleased]

## [0.2.0] - 2027-01-11

### Added
- A thing.

## [0.1.0] - 2026-12-01
- The first.
";

    #[test]
    fn a_version_has_its_own_section_and_no_other() {
        assert_eq!(section(CHANGELOG, "0.2.0"), Some("### Added\n- A thing."));
        assert_eq!(section(CHANGELOG, "0.1.0"), Some("- The first."));
    }

    #[test]
    fn a_version_that_nobody_wrote_about_has_no_notes() {
        assert_eq!(section(CHANGELOG, "0.3.0"), None);
        assert_eq!(section(CHANGELOG, "0.1"), None);
        assert_eq!(section(CHANGELOG, "Unreleased"), None);
    }

    #[test]
    fn a_tag_that_is_not_this_version_is_refused() {
        for tag in ["v999.0.0", "0.1.0", "release", ""] {
            assert!(
                matches!(release_notes(tag), Err(Failure::Refused(_))),
                "{tag}"
            );
        }
    }
}
