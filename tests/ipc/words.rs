//! Every code that the core can answer with has words on the page.

use countersign_core::vault::{SecretName, VaultFault};
use serde_json::json;

use super::*;

#[test]
fn a_fault_has_a_code_and_words_of_our_own() {
    let app = app();
    let main = window(&app, "main");
    let fault = invoke(
        &main,
        "cancel_challenge",
        json!({ "challenge": "nonsense" }),
    )
    .expect_err("a fault");
    assert!(fault.contains("command.argument"), "{fault}");
}

/// The quoted codes in a text, such as `store.no-answer`.
fn codes(text: &str, family: &str) -> BTreeSet<String> {
    let is_code = |word: &&str| {
        word.strip_prefix(family)
            .and_then(|rest| rest.strip_prefix('.'))
            .is_some_and(|name| {
                let part = |letter: char| letter.is_ascii_alphabetic() || "-_".contains(letter);
                !name.is_empty() && name.chars().all(part)
            })
    };
    text.split('"').filter(is_code).map(str::to_owned).collect()
}

/// The languages that the screen speaks, as their folders are called.
const LANGUAGES: [&str; 6] = ["en", "es", "fr", "de", "pt", "sv"];

fn words_of(language: &str, area: &str) -> String {
    source(&format!("ui/words/{language}/{area}.js"))
}

#[test]
fn every_reason_that_the_core_can_give_has_words_in_every_language() {
    for (family, given, area) in [
        ("store", "src-tauri/core/src/store/fault.rs", "store"),
        ("store", "src-tauri/src/fault.rs", "reasons"),
        ("settings", "src-tauri/src/fault.rs", "reasons"),
        ("training", "src-tauri/src/fault.rs", "reasons"),
        ("live", "src-tauri/src/fault.rs", "opening"),
        ("sinch", "src-tauri/core/src/sinch/error.rs", "reasons"),
        ("delivery", "src-tauri/core/src/delivery.rs", "delivery"),
        ("supervisor", "src-tauri/core/src/supervisor.rs", "endings"),
        ("code", "src-tauri/core/src/code.rs", "reasons"),
        ("phone", "src-tauri/core/src/phone/error.rs", "reasons"),
    ] {
        let given = codes(&source(given), family);
        assert!(!given.is_empty(), "{family}");
        for language in LANGUAGES {
            let worded = codes(&words_of(language, area), family);
            assert_eq!(given, worded, "{family} in {language}");
        }
    }
}

#[test]
fn every_reason_why_there_is_no_desk_has_words_in_every_language() {
    let mut given = codes(&source("src-tauri/src/fault.rs"), "keyring");
    given.extend(VaultFault::ALL.map(|fault| fault.code().to_owned()));
    for language in LANGUAGES {
        let worded = words_of(language, "opening");
        assert_eq!(given, codes(&worded, "keyring"), "{language}");
        assert_every_needed_secret_has_a_name(&worded);
    }
}

fn assert_every_needed_secret_has_a_name(worded: &str) {
    for name in SecretName::ALL {
        let is_needed = match name {
            SecretName::SinchApplicationSecret
            | SecretName::SinchSmsToken
            | SecretName::SinchKeySecret
            | SecretName::RedisPassword
            | SecretName::SentinelPassword
            | SecretName::SiteKey => true,
            SecretName::OtherSiteKey
            | SecretName::AdminPasscode
            | SecretName::SupervisorPasscode => false,
        };
        let key = format!("\"{}\":", name.as_str());
        assert_eq!(worded.contains(&key), is_needed, "{key}");
    }
}
