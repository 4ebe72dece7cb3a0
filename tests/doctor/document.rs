//! `docs/doctor.md` against the code: its tables are made from it. `UPDATE_DOCS=1 cargo test --test doctor
//! document` writes them anew.

use std::fs;
use std::path::PathBuf;

use countersign_core::doctor::{Remedy, Skipped, Stage, Subject};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/doctor.md")
}

fn table(heads: [&str; 2], rows: impl Iterator<Item = (&'static str, &'static str)>) -> String {
    let mut table = format!("| {} | {} |\n|---|---|\n", heads[0], heads[1]);
    for (name, words) in rows {
        table.push_str(&format!("| `{name}` | {words} |\n"));
    }
    table
}

fn tables() -> [(&'static str, String); 4] {
    let subjects = Subject::ALL
        .iter()
        .map(|subject| (subject.name(), subject.title()));
    let stages = Stage::ALL.iter().map(|stage| (stage.name(), stage.title()));
    let skipped = Skipped::ALL
        .iter()
        .map(|because| (because.name(), because.title()));
    let remedies = Remedy::ALL
        .iter()
        .map(|remedy| (remedy.code(), remedy.sentence()));
    [
        ("subjects", table(["subject", "what it is"], subjects)),
        ("stages", table(["stage", "what it finds out"], stages)),
        (
            "skipped",
            table(["reason", "why it was passed over"], skipped),
        ),
        ("remedies", table(["code", "what to do"], remedies)),
    ]
}

/// The document with the tables in their places.
fn filled(document: &str) -> String {
    let mut filled = document.to_owned();
    for (name, table) in tables() {
        let (begin, end) = (
            format!("<!-- {name} -->\n"),
            format!("<!-- end of {name} -->"),
        );
        let (before, rest) = filled.split_once(&begin).expect("the table's place");
        let (_, after) = rest.split_once(&end).expect("the table's end");
        filled = format!("{before}{begin}\n{table}\n{end}{after}");
    }
    filled
}

#[test]
fn the_tables_are_what_the_code_says() {
    let written = fs::read_to_string(path()).expect("docs/doctor.md");
    let filled = filled(&written);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path(), &filled).expect("docs can be written");
        return;
    }
    let advice = "run: UPDATE_DOCS=1 cargo test --test doctor document";
    assert_eq!(written, filled, "{advice}");
}

#[test]
fn every_fact_is_explained() {
    let document = fs::read_to_string(path()).expect("docs/doctor.md");
    let source = include_str!("../../src-tauri/core/src/doctor/fact.rs");
    let (_, names) = source
        .split_once("pub fn name(&self)")
        .expect("their names");
    let (names, _) = names.split_once("pub fn value").expect("their end");
    let names = names.split("=> \"").skip(1);
    let names: Vec<_> = names.filter_map(|rest| rest.split('"').next()).collect();
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        assert!(document.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn the_exit_codes_are_those_of_the_program() {
    let document = fs::read_to_string(path()).expect("docs/doctor.md");
    let source = include_str!("../../src-tauri/src/cli/doctor.rs");
    for (name, verdict) in [("WARNED", "warned"), ("FAILED", "failed")] {
        let (_, rest) = source
            .split_once(&format!("const {name}: u8 = "))
            .expect(name);
        let (code, _) = rest.split_once(';').expect("its end");
        assert!(
            document.contains(&format!("| {code} | `{verdict}` |")),
            "{name}"
        );
    }
}

/// The page has words of its own, by the codes.
#[test]
fn the_page_has_words_for_every_remedy() {
    let words = include_str!("../../ui/words/admin/remedies.js");
    for remedy in Remedy::ALL {
        let code = remedy.code();
        assert!(words.contains(&format!("\"{code}\": ")), "{code}");
    }
}
