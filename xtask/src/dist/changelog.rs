//! `CHANGELOG.md` as packages want it: Debian's changelog, rpm's, and AppStream's releases.
//! One text for all of them, so that none is written twice.

use super::{Edition, date, source};
use crate::failure::Failure;

/// What comes before the items of what is not released yet.
const UNRELEASED: &str = "Unreleased";

/// As wide as a line may be in a changelog.
const WIDTH: usize = 76;

/// One version's section.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Release {
    pub(super) version: String,
    /// As `2026-11-23`.
    pub(super) day: String,
    /// The first sentence of each entry.
    pub(super) items: Vec<String>,
}

/// The releases that packages of `edition` tell of, newest first.
pub(super) fn releases(edition: &Edition) -> Result<Vec<Release>, Failure> {
    let today = date(&format!("@{}", edition.moment), "+%F")?;
    let releases = read(&source("CHANGELOG.md")?, &edition.version, &today);
    if releases
        .first()
        .is_none_or(|newest| newest.version != edition.version)
    {
        return Err(Failure::Refused(format!(
            "CHANGELOG.md begins with neither {UNRELEASED} nor {}",
            edition.version
        )));
    }
    Ok(releases)
}

/// What is not released yet is `version`, of `today`, unless that has a section of its own.
fn read(text: &str, version: &str, today: &str) -> Vec<Release> {
    let mut releases: Vec<Release> = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## [") {
            releases.extend(heading.split_once(']').map(|(name, rest)| Release {
                version: name.to_owned(),
                day: rest.trim_start_matches([' ', '-']).to_owned(),
                items: Vec::new(),
            }));
        } else if let Some(release) = releases.last_mut() {
            add(&mut release.items, line);
        }
    }
    let is_released = releases.iter().any(|release| release.version == version);
    for release in &mut releases {
        if release.version == UNRELEASED && !is_released {
            version.clone_into(&mut release.version);
            today.clone_into(&mut release.day);
        }
        for item in &mut release.items {
            *item = first_sentence(item);
        }
    }
    releases.retain(|release| release.version != UNRELEASED);
    releases
}

/// An entry begins with a dash; lines that are indented go on with it.
fn add(items: &mut Vec<String>, line: &str) {
    if let Some(item) = line.strip_prefix("- ") {
        items.push(item.to_owned());
    } else if let (Some(item), true) = (items.last_mut(), line.starts_with("  ")) {
        item.push(' ');
        item.push_str(line.trim());
    }
}

fn first_sentence(item: &str) -> String {
    let sentence = item.split_once(". ").map_or(item, |(first, _)| first);
    let plain = sentence.replace(['`', '*'], "");
    format!("{}.", plain.trim_end_matches(['.', ' ']))
}

/// Debian Policy, section 4.4.
pub(super) fn for_debian(releases: &[Release], maintainer: &str) -> Result<String, Failure> {
    let mut text = String::new();
    for Release {
        version,
        day,
        items,
    } in releases
    {
        let moment = date(day, "+%a, %d %b %Y %H:%M:%S %z")?;
        text += &format!("countersign ({version}-1) unstable; urgency=medium\n\n");
        text += &list(items, "  * ", "    ");
        text += &format!("\n -- {maintainer}  {moment}\n\n");
    }
    Ok(text)
}

/// As `%changelog` takes it.
pub(super) fn for_rpm(releases: &[Release], maintainer: &str) -> Result<String, Failure> {
    let mut text = String::new();
    for Release {
        version,
        day,
        items,
    } in releases
    {
        let day = date(day, "+%a %b %d %Y")?;
        text += &format!("* {day} {maintainer} - {version}-1\n");
        text += &list(items, "- ", "  ").replace('%', "%%");
        text += "\n";
    }
    Ok(text)
}

/// The content of AppStream's `<releases>`.
pub(super) fn for_appstream(releases: &[Release]) -> String {
    let mut text = Vec::new();
    for Release {
        version,
        day,
        items,
    } in releases
    {
        text.push(format!(r#"    <release version="{version}" date="{day}">"#));
        text.push("      <description>\n        <ul>".to_owned());
        text.extend(
            items
                .iter()
                .map(|item| format!("          <li>{}</li>", escaped(item))),
        );
        text.push("        </ul>\n      </description>\n    </release>".to_owned());
    }
    text.join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn list(items: &[String], first: &str, next: &str) -> String {
    let mut text = String::new();
    for item in items {
        let mut line = first.to_owned();
        for word in item.split_whitespace() {
            if line.chars().count() + word.chars().count() > WIDTH {
                text += &format!("{}\n", line.trim_end());
                next.clone_into(&mut line);
            }
            line.push_str(word);
            line.push(' ');
        }
        text += &format!("{}\n", line.trim_end());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# Changelog

## [Unreleased]

### Added
- A `new` thing
  on two lines. And more of it.

## [0.1.0] - 2026-01-02

- The first.
";

    fn release(version: &str, day: &str, item: &str) -> Release {
        Release {
            version: version.to_owned(),
            day: day.to_owned(),
            items: vec![item.to_owned()],
        }
    }

    #[test]
    fn what_is_not_released_is_the_version_that_is_packed() {
        assert_eq!(
            read(TEXT, "0.2.0", "2026-03-04"),
            [
                release("0.2.0", "2026-03-04", "A new thing on two lines."),
                release("0.1.0", "2026-01-02", "The first."),
            ]
        );
    }

    #[test]
    fn what_is_not_in_the_package_is_not_told_in_it() {
        assert_eq!(
            read(TEXT, "0.1.0", "2026-03-04"),
            [release("0.1.0", "2026-01-02", "The first.")]
        );
    }

    #[test]
    fn long_items_are_broken_and_indented() {
        let item = "word ".repeat(20);
        let text = list(&[item], "  * ", "    ");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("  * word") && lines[1].starts_with("    word"));
        assert!(lines.iter().all(|line| line.len() <= WIDTH));
    }

    #[test]
    fn marks_of_xml_are_escaped() {
        let text = for_appstream(&[release("1.0.0", "2026-01-02", "a < b & c")]);
        assert!(text.contains("<li>a &lt; b &amp; c</li>"), "{text}");
    }
}
