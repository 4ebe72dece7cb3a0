//! How licences are written down: first every component with its licence, then every text once.
//! It knows no files.

use std::fmt::Write as _;

use super::component::Component;

const TOP: &str = "\
THIRD-PARTY LICENCES

Countersign itself is under MIT or Apache-2.0, as you like. Its program contains the components below, on one system or
another, each under a licence of its own. Where a component leaves the choice and MIT is in it, Countersign uses it under MIT.

Beside them:
- SQLite, in libsqlite3-sys: in the public domain.
- The numbering plan of libphonenumber, in rlibphonenumber: Copyright The Libphonenumber Authors, Apache-2.0.
- On Windows, Microsoft's WebView2 loader, in webview2-com-sys: Copyright Microsoft Corporation, under the licence of
  Microsoft's package Microsoft.Web.WebView2.
The system's own web view, WebKitGTK, WKWebView or WebView2, is not part of Countersign.

This file is made from Cargo.lock by `cargo xtask licences`.
";
const OWN_APACHE: &str = include_str!("../../../LICENSE-APACHE");
const OWN_MIT: &str = include_str!("../../../LICENSE-MIT");

/// The whole file.
pub(super) fn written(components: &[Component]) -> String {
    let mut file = String::from(TOP);
    file.push_str("\n\nCOMPONENTS\n\n");
    for component in components {
        file.push_str(&line(component));
    }
    file.push_str("\n\nTEXTS\n");
    for (text, holders) in texts(components) {
        section(&mut file, &holders.join(", "), text);
    }
    let without = components
        .iter()
        .filter(|component| component.texts.is_empty());
    let without: Vec<&str> = without.map(|component| component.name.as_str()).collect();
    if !without.is_empty() {
        file.push_str("\n\nTEXTS OF COMPONENTS WHOSE SOURCE CARRIES NONE\n");
        // Writing to a String can't fail.
        let _ = writeln!(file, "\nThat is {}.", without.join(", "));
        section(&mut file, "MIT, for those of them under it", &mit_terms());
        section(
            &mut file,
            "Apache-2.0, for those of them under it",
            OWN_APACHE.trim(),
        );
    }
    file
}

fn line(component: &Component) -> String {
    let Component {
        name,
        version,
        licence,
        repository,
        texts: _,
    } = component;
    if repository.is_empty() {
        return format!("{name} {version}: {licence}\n");
    }
    format!("{name} {version}: {licence} <{repository}>\n")
}

/// Every text once, with the names of those that it is for, in the order in which they come. Texts that differ in
/// nothing but their line breaks are one.
fn texts(components: &[Component]) -> Vec<(&str, Vec<&str>)> {
    let mut found: Vec<(Vec<&str>, &str, Vec<&str>)> = Vec::new();
    for component in components {
        for text in &component.texts {
            let words: Vec<&str> = text.split_whitespace().collect();
            match found.iter_mut().find(|(known, ..)| *known == words) {
                Some((_, _, holders)) if holders.last() == Some(&component.name.as_str()) => {}
                Some((_, _, holders)) => holders.push(&component.name),
                None => found.push((words, text, vec![&component.name])),
            }
        }
    }
    found
        .into_iter()
        .map(|(_, text, holders)| (text, holders))
        .collect()
}

/// MIT's terms without our own line of copyright.
fn mit_terms() -> String {
    let lines = OWN_MIT
        .lines()
        .filter(|line| !line.starts_with("Copyright"));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn section(file: &mut String, heading: &str, text: &str) {
    // Writing to a String can't fail.
    let _ = write!(file, "\n\n---- {heading}\n\n{text}\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn component(name: &str, texts: &[&str]) -> Component {
        let mut component = Component::read(&format!("{name} v1.0.0|MIT|")).unwrap();
        component.texts = texts.iter().map(|text| (*text).to_owned()).collect();
        component
    }

    #[test]
    fn one_text_stands_once_for_all_that_have_it() {
        let file = written(&[
            component("a", &["Keep this\nnotice here."]),
            component("b", &["Keep this notice\nhere."]),
            component("c", &["Do not."]),
        ]);
        assert!(
            file.contains("---- a, b\n\nKeep this\nnotice here.\n"),
            "{file}"
        );
        assert_eq!(file.matches("here.").count(), 1);
        assert!(file.contains("---- c\n\nDo not.\n"));
        assert!(!file.contains("CARRIES NONE"));
    }

    #[test]
    fn a_component_without_a_text_is_named_with_those_it_can_be_under() {
        let file = written(&[component("bare", &[])]);
        assert!(file.contains("bare 1.0.0: MIT\n"), "{file}");
        assert!(file.contains("That is bare.\n"), "{file}");
        assert!(
            file.contains("Permission is hereby granted") && file.contains("Apache License"),
            "{file}"
        );
        assert!(!mit_terms().contains("Copyright (c)"));
    }
}
