//! `docs/redis.md` against the code: an admin copies from it.

use countersign_core::store::redis::{RedisSettings, permissions, sentinel_permissions};
use serde_json::Value;

use super::servers::SITE;

const DOCUMENT: &str = include_str!("../../docs/redis.md");
const FAULTS: &str = include_str!("../../src-tauri/core/src/store/fault.rs");
const WARNINGS: &str = include_str!("../../src-tauri/core/src/store/inspection/warnings.rs");

/// The blocks of code that begin with this line.
fn blocks(opening: &str) -> Vec<&'static str> {
    let opening = format!("\n{opening}\n");
    let opened = DOCUMENT.split(&opening).skip(1);
    opened
        .filter_map(|rest| rest.split("\n```").next())
        .collect()
}

#[test]
fn the_rules_for_users_are_those_that_the_program_makes() {
    let lines: Vec<_> = blocks("```")
        .iter()
        .flat_map(|block| block.lines())
        .collect();
    for rule in [permissions(SITE), sentinel_permissions()] {
        let line = format!("user desk on >PASSWORD {rule}");
        assert!(
            lines.contains(&line.as_str()),
            "not in the document: {line}"
        );
    }
}

#[test]
fn every_example_of_settings_can_be_used() {
    let examples = blocks("```json");
    assert_eq!(examples.len(), 4);
    for example in examples {
        let mut settings: Value = serde_json::from_str(example).expect("JSON");
        let store = settings["store"].as_object_mut().expect("a store");
        assert_eq!(store.remove("kind"), Some("redis".into()));
        let store: RedisSettings =
            serde_json::from_value(settings["store"].take()).expect("settings");
        assert_eq!(store.validated(), Ok(()), "{example}");
        assert_eq!(store.site, SITE);
    }
}

#[test]
fn every_code_that_a_store_tells_is_explained() {
    let codes = [FAULTS, WARNINGS]
        .into_iter()
        .flat_map(|source| source.split("=> \"").skip(1));
    let codes: Vec<_> = codes
        .filter_map(|rest| rest.split('"').next())
        .filter(|code| code.starts_with("store."))
        .collect();
    assert!(codes.len() > 30, "{codes:?}");
    for code in codes {
        assert!(DOCUMENT.contains(&format!("`{code}`")), "{code}");
    }
}

/// Only letters, digits, spaces and hyphens of a heading stay in its anchor.
#[test]
fn every_link_within_the_document_leads_somewhere() {
    let anchors: Vec<String> = DOCUMENT
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .map(|heading| {
            let kept = heading.to_lowercase().replace(' ', "-");
            kept.chars()
                .filter(|letter| letter.is_alphanumeric() || *letter == '-')
                .collect()
        })
        .collect();
    let links = DOCUMENT
        .split("](#")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    for link in links {
        assert!(anchors.contains(&link.to_owned()), "{link}");
    }
}
