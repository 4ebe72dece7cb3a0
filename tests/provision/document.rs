//! `docs/provisioning.md` against the program: scripts are written by it.

use countersign_core::provision::Refused;

const DOCUMENT: &str = include_str!("../../docs/provisioning.md");
const EXITS: &str = include_str!("../../src-tauri/src/cli/provision/failure.rs");

#[test]
fn every_exit_code_is_explained_and_no_other() {
    let (_, list) = EXITS.split_once("enum Exit {").expect("the exit codes");
    let (list, _) = list.split_once("\n}").expect("their end");
    let codes: Vec<&str> = list
        .lines()
        .filter_map(|line| line.trim().strip_suffix(',')?.split_once(" = "))
        .map(|(_, code)| code)
        .collect();
    let (_, table) = DOCUMENT
        .split_once("| Code | Meaning |")
        .expect("the table");
    let (table, _) = table.split_once("\n\n").expect("its end");
    let explained: Vec<&str> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(' ').next())
        .collect();
    assert_eq!(explained[0], "0");
    assert_eq!(explained[1..], codes);
}

#[test]
fn every_refusal_is_explained() {
    for refused in Refused::ALL {
        let row = format!("| `{}` |", refused.code());
        assert!(DOCUMENT.contains(&row), "{row}");
    }
}
