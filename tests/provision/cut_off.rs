//! `kill -9` after each step of an import: the desk is as it was, or as it was to be, and the next start
//! leaves nothing of the other behind.

use std::fs;

use countersign_core::settings::Settings;
use serde_json::Value;

use crate::computer::Computer;
use crate::person::Person;
use crate::site::{PASSPHRASE, Site};

const SHARED: [&str; 7] = [
    "sinch-application-secret",
    "sinch-sms-token",
    "sinch-key-secret",
    "redis-password",
    "sentinel-password",
    "site-key",
    "other-site-key",
];

/// A desk before its first import, with one secret that was typed in.
const BEFORE: &str = r#"{
    "version": 2,
    "desk": { "id": "ffeeddccbbaa99887766554433221100", "name": "Counter 9" },
    "store": { "kind": "embedded" }
}"#;

/// How many of a set's secrets the keyring has.
async fn kept(person: &mut Person, set: &str) -> usize {
    let mut kept = 0;
    for name in SHARED {
        let secret = person.ask(&format!("read\t{set}\t{name}")).await;
        kept += usize::from(secret != "nothing");
    }
    kept
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_desk_that_is_killed_in_mid_import_is_as_it_was_or_as_it_was_to_be() {
    let site = Site::found().await;
    let bundle = site.export().await;
    let bundle = bundle.to_string_lossy();
    let import = format!("import\t{bundle}\t{PASSPHRASE}");
    let mut was_new = false;
    for steps in 1.. {
        let computer = Computer::new().await;
        computer.write_settings(BEFORE);
        let mut admin = computer.person();
        let typed_in = "keep\tdesk\tsinch-sms-token\tthe-old-token";
        assert_eq!(admin.ask(typed_in).await, "kept");

        let mut step = admin.ask(&import).await;
        for _ in 1..steps {
            step = admin.ask("go on").await;
        }
        let note = fs::read(computer.desk_folder().join("import.json"));
        let set = note.ok().map(|note| set_in(&note));
        admin.kill().await;

        let mut next = computer.person();
        if let Some(set) = set {
            assert_eq!(next.ask("tidy").await, "tidied");
            let left = [kept(&mut next, "desk").await, kept(&mut next, &set).await];
            let is_new = computer.settings() != BEFORE.as_bytes();
            assert!(is_new || !was_new, "no way back after {step}");
            was_new = is_new;
            let expected = if is_new { [0, 4] } else { [1, 0] };
            assert_eq!(left, expected, "killed after {step}");
            if is_new {
                let settings = Settings::read(&computer.settings()).expect("settings");
                assert_eq!(settings.secrets.to_string(), set);
                assert_eq!(settings.desk.name.as_str(), "Counter 9");
            }
        }
        if step == "Tidied" {
            assert!(was_new, "it came to its end");
            return;
        }
        // Whatever was left over keeps nobody from importing.
        let passphrase = computer.write("passphrase", PASSPHRASE.as_bytes());
        let passphrase = passphrase.to_string_lossy();
        let again = ["import", &bundle, "--passphrase-file", &passphrase];
        let ended = computer.provision(&again, b"").await;
        assert_eq!(ended.code, Some(0), "after {step}: {}", ended.said);
    }
}

fn set_in(note: &[u8]) -> String {
    let note: Value = serde_json::from_slice(note).expect("a note");
    note["new"].as_str().expect("a set").to_owned()
}
