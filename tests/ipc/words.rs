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

#[test]
fn every_reason_that_the_core_can_give_has_words() {
    for (family, given, worded) in [
        (
            "store",
            "src-tauri/core/src/store/fault.rs",
            "ui/words/store-en.js",
        ),
        ("store", "src-tauri/src/fault.rs", "ui/words/reasons-en.js"),
        (
            "settings",
            "src-tauri/src/fault.rs",
            "ui/words/reasons-en.js",
        ),
        (
            "training",
            "src-tauri/src/fault.rs",
            "ui/words/reasons-en.js",
        ),
        ("live", "src-tauri/src/fault.rs", "ui/words/opening-en.js"),
        (
            "sinch",
            "src-tauri/core/src/sinch/error.rs",
            "ui/words/reasons-en.js",
        ),
    ] {
        let given = codes(&source(given), family);
        assert!(!given.is_empty(), "{family}");
        assert_eq!(given, codes(&source(worded), family), "{family}");
    }
}

#[test]
fn every_reason_why_there_is_no_desk_has_words() {
    let worded = source("ui/words/opening-en.js");
    let mut given = codes(&source("src-tauri/src/fault.rs"), "keyring");
    given.extend(VaultFault::ALL.map(|fault| fault.code().to_owned()));
    assert_eq!(given, codes(&worded, "keyring"));

    for name in SecretName::ALL {
        let is_needed = match name {
            SecretName::SinchApplicationSecret
            | SecretName::SinchSmsToken
            | SecretName::SinchKeySecret
            | SecretName::RedisPassword
            | SecretName::SentinelPassword
            | SecretName::SiteKey => true,
            SecretName::OtherSiteKey | SecretName::AdminPasscode => false,
        };
        let key = format!("\"{}\":", name.as_str());
        assert_eq!(worded.contains(&key), is_needed, "{key}");
    }
}
