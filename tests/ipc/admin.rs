//! What the admin's commands answer: nothing before the passcode, never a secret, and clear refusals.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::*;

/// Every command of the admin's pages with arguments that would do something.
fn admin_commands() -> [(&'static str, Value); 17] {
    let bundle = || json!({ "bundle": "", "passphrase": PASSCODE });
    let lock = json!({ "passphrase": PASSCODE, "recipients": [], "path": "/nowhere/at.all" });
    let secret = json!({ "name": "sinchSmsToken", "value": PLANTED, "keep": "session" });
    [
        ("read_settings", json!({})),
        ("save_settings", json!({ "settings": {} })),
        ("replace_secret", secret),
        ("forget_secret", json!({ "name": "sinchSmsToken" })),
        ("bundle_place", json!({})),
        ("export_bundle", lock),
        ("look_into_bundle", bundle()),
        ("import_bundle", bundle()),
        ("site_key_plan", json!({})),
        (
            "plan_site_key",
            json!({ "switchInMinutes": 60, "overlapHours": 48 }),
        ),
        ("preview_text", draft("{code}")),
        (
            "look_at_credential",
            json!({ "field": "smsToken", "value": "x" }),
        ),
        ("supervisor_status", json!({})),
        (
            "set_supervisor_passcode",
            json!({ "passcode": PASSCODE, "keep": "session" }),
        ),
        ("forget_supervisor_passcode", json!({})),
        ("run_checks", checks("store", None)),
        ("stop_checks", json!({})),
    ]
}

fn checks(of: &str, phone: Option<&str>) -> Value {
    json!({ "of": of, "phone": phone, "region": "US", "checks": "__CHANNEL__:7" })
}

#[test]
fn the_tests_come_to_a_verdict_and_no_phone_is_taken_on_trust() {
    let app = app();
    let main = window(&app, "main");
    set_passcode(&main).expect("an answer");
    let verdict = invoke(&main, "run_checks", checks("store", None));
    assert_eq!(verdict, Ok(json!({ "verdict": "well" })));
    let refusal = invoke(&main, "run_checks", checks("sinch", Some("12")));
    assert!(refusal.expect_err("no number").contains("phone."));
    assert_eq!(invoke(&main, "stop_checks", json!({})), Ok(Value::Null));
}

/// A token that nothing may ever tell again.
const PLANTED: &str = "planted-token-7d1f";

#[test]
fn every_admin_command_is_refused_until_the_passcode_is_given() {
    let app = app();
    let main = window(&app, "main");
    let refused = || {
        for (command, arguments) in admin_commands() {
            let refusal = invoke(&main, command, arguments).expect_err(command);
            assert!(refusal.contains("admin.locked"), "{command}: {refusal}");
        }
    };
    refused();
    set_passcode(&main).expect("an answer");
    invoke(&main, "lock_admin", json!({})).expect("an answer");
    refused();

    let wrong = invoke(&main, "unlock_admin", json!({ "passcode": "open barley" }));
    assert_eq!(wrong.expect("an answer")["outcome"], "wrong");
    refused();
    let other = invoke(
        &main,
        "set_passcode",
        json!({ "passcode": "another one", "keep": "session" }),
    );
    assert!(other.expect_err("a refusal").contains("admin.locked"));
}

#[test]
fn the_passcode_opens_the_pages() {
    let app = app();
    let main = window(&app, "main");
    let state = || invoke(&main, "admin_status", json!({})).expect("an answer")["state"].clone();
    assert_eq!(state(), "notSet");
    let short = invoke(
        &main,
        "set_passcode",
        json!({ "passcode": "12345", "keep": "keyring" }),
    );
    assert_eq!(
        short.expect("an answer"),
        json!({ "outcome": "unfit", "problem": "short" })
    );
    assert_eq!(set_passcode(&main), Ok(json!({ "outcome": "set" })));
    assert_eq!(state(), "open");
    invoke(&main, "lock_admin", json!({})).expect("an answer");
    assert_eq!(state(), "locked");
    let unlocked = invoke(&main, "unlock_admin", json!({ "passcode": PASSCODE }));
    assert_eq!(unlocked, Ok(json!({ "outcome": "open" })));
    let settings = invoke(&main, "read_settings", json!({})).expect("settings");
    assert_eq!(settings["own"]["admin"]["passcodeSet"], true);
}

#[test]
fn no_answer_holds_a_secret() {
    let app = app();
    let main = window(&app, "main");
    set_passcode(&main).expect("an answer");
    let mut answers = Vec::new();
    for keep in ["keyring", "session"] {
        let typed = format!("  {PLANTED}\n");
        let secret = json!({ "name": "sinchSmsToken", "value": typed, "keep": keep });
        let kept = invoke(&main, "replace_secret", secret).expect("an answer");
        assert_eq!(kept, json!({ "outcome": "kept", "kept": keep }));
        let settings = invoke(&main, "read_settings", json!({})).expect("settings");
        let shown = json!({ "name": "sinchSmsToken", "kept": keep });
        let secrets = settings["secrets"].as_array().expect("secrets");
        assert!(secrets.contains(&shown), "{secrets:?}");
        answers.push(settings.to_string());
    }
    for command in registered() {
        for arguments in [json!({}), json!({ "name": "sinchSmsToken" })] {
            answers.push(format!("{:?}", invoke(&main, &command, arguments)));
        }
    }
    for answer in answers {
        assert!(!answer.contains(PLANTED), "{answer}");
        assert!(!answer.contains(PASSCODE), "{answer}");
    }
}

fn draft(template: &str) -> Value {
    json!({
        "language": "en",
        "template": template,
        "organisation": "Harbour Clinic",
        "desk": "Reception 2",
    })
}

#[test]
fn a_wording_is_shown_with_what_is_wrong_with_it() {
    let app = app();
    let main = window(&app, "main");
    set_passcode(&main).expect("an answer");
    let preview = invoke(&main, "preview_text", draft("{site}: {code} ж {x}"));
    let preview = preview.expect("a preview");
    assert_eq!(preview["text"], "Harbour Clinic: 123456 ж {x}");
    assert_eq!(preview["encoding"], "ucs2");
    let problems = json!([
        { "code": "text.unknown_place", "at": 17, "refused": true },
        { "code": "text.not_gsm7", "at": 15, "refused": false },
    ]);
    assert_eq!(preview["problems"], problems);
    let own = invoke(&main, "preview_text", draft(""));
    let standard = own.expect("a preview")["standard"].clone();
    let standard = standard.as_str().expect("the app's own wording");
    assert!(standard.starts_with("{site}: {code} is your code."));
}

#[test]
fn what_a_credential_looks_like_is_told_and_it_is_not_repeated() {
    let app = app();
    let main = window(&app, "main");
    set_passcode(&main).expect("an answer");
    let pasted = json!({ "field": "keySecret", "value": "BeIukql3pTKJ8RGL5zo0DA==" });
    let look = invoke(&main, "look_at_credential", pasted).expect("a look");
    let expected = json!({ "looks": "unsure", "problem": null, "otherwise": "applicationSecret" });
    assert_eq!(look, expected);
}

/// What opens the bundles here.
const PASSPHRASE: &str = "eleven otters in a boat";

#[test]
fn a_bundle_is_made_and_looked_into_and_a_refusal_says_why() {
    let app = app();
    let main = window(&app, "main");
    set_passcode(&main).expect("an answer");
    let folder = tempfile::TempDir::new().expect("a folder");
    let path = folder.path().join("desks.countersign");
    let make = |passphrase: &str, recipients: &[&str], path: &Path| {
        let lock = json!({ "passphrase": passphrase, "recipients": recipients, "path": path });
        invoke(&main, "export_bundle", lock).expect("an answer")
    };
    let unfit = |problem: &str| json!({ "outcome": "unfit", "problem": problem });
    assert_eq!(make("", &[], &path), unfit("lock.nothing"));
    assert_eq!(make("too short", &[], &path), unfit("lock.shortPassphrase"));
    assert_eq!(make("", &["age1"], &path), unfit("lock.recipient"));
    let relative = Path::new("desks.countersign");
    assert_eq!(make(PASSPHRASE, &[], relative), unfit("bundle.path"));
    let written = json!({ "outcome": "written", "path": path });
    assert_eq!(make(PASSPHRASE, &[], &path), written);
    assert_eq!(make(PASSPHRASE, &[], &path), unfit("bundle.exists"));

    let file = fs::read(&path).expect("a bundle");
    let look = |file: &[u8], passphrase: &str| {
        let bundle = json!({ "bundle": STANDARD.encode(file), "passphrase": passphrase });
        invoke(&main, "look_into_bundle", bundle).expect("an answer")
    };
    let opened = look(&file, PASSPHRASE);
    assert_eq!(opened["outcome"], "opened");
    assert_eq!(opened["changes"], json!({ "settings": [], "secrets": [] }));
    let refused = |problem: &str| json!({ "outcome": "refused", "problem": problem });
    assert_eq!(
        look(&file, "another one"),
        refused("bundle.wrongPassphrase")
    );
    assert_eq!(look(&file[..200], PASSPHRASE), refused("bundle.cutShort"));
    assert_eq!(look(b"{}", PASSPHRASE), refused("bundle.notABundle"));
}

#[test]
fn a_change_of_the_site_key_needs_a_key_and_keeps_to_its_bounds() {
    let app = app();
    let main = window(&app, "main");
    set_passcode(&main).expect("an answer");
    let state = invoke(&main, "site_key_plan", json!({})).expect("an answer");
    assert_eq!(state, json!({ "state": "none" }));
    for (switch_in, overlap, problem) in [
        (60, 48, "siteKey.noKey"),
        (60, 24, "siteKey.overlap"),
        (60 * 24 * 31, 48, "siteKey.switch"),
    ] {
        let plan = json!({ "switchInMinutes": switch_in, "overlapHours": overlap });
        let unfit = invoke(&main, "plan_site_key", plan).expect("an answer");
        assert_eq!(unfit, json!({ "outcome": "unfit", "problem": problem }));
    }
}

#[test]
fn what_can_not_be_a_secret_is_not_kept() {
    let app = app();
    let main = window(&app, "main");
    set_passcode(&main).expect("an answer");
    for (name, value, problem) in [
        ("sinchSmsToken", "two words", "stray"),
        ("sinchSmsToken", " ", "empty"),
        ("sinchApplicationSecret", "not-base64", "notBase64"),
    ] {
        let secret = json!({ "name": name, "value": value, "keep": "keyring" });
        let unfit = invoke(&main, "replace_secret", secret).expect("an answer");
        assert_eq!(unfit, json!({ "outcome": "unfit", "problem": problem }));
    }
    for name in [
        "adminPasscode",
        "supervisorPasscode",
        "siteKey",
        "otherSiteKey",
    ] {
        let secret = json!({ "name": name, "value": PLANTED, "keep": "keyring" });
        let refusal = invoke(&main, "replace_secret", secret).expect_err(name);
        assert!(refusal.contains("command.argument"), "{refusal}");
    }
}

#[test]
fn settings_are_saved_whole_or_not_at_all() {
    let app = app();
    let main = window(&app, "main");
    set_passcode(&main).expect("an answer");
    let read = || invoke(&main, "read_settings", json!({})).expect("settings");
    let mut settings = read()["own"].clone();
    settings["desk"]["name"] = json!("Reception 7");
    let saved = invoke(&main, "save_settings", json!({ "settings": settings }));
    assert_eq!(saved, Ok(json!({ "outcome": "saved" })));
    assert_eq!(read()["effective"]["desk"]["name"], "Reception 7");

    settings["desk"]["name"] = json!("Reception 8");
    settings["mode"] = json!("live");
    let saved = invoke(&main, "save_settings", json!({ "settings": settings }));
    assert_eq!(saved.expect("an answer")["outcome"], "invalid");
    assert_eq!(read()["own"]["desk"]["name"], "Reception 7");
}

#[test]
fn a_desk_at_work_without_its_secret_is_none_and_says_which() {
    let app = app();
    let main = window(&app, "main");
    set_passcode(&main).expect("an answer");
    let mut settings = invoke(&main, "read_settings", json!({})).expect("settings")["own"].clone();
    settings["mode"] = json!("live");
    let plan = json!({ "kind": "servicePlan", "region": "eu", "plan": "plan" });
    settings["sinch"]["sms"] = plan;
    let saved = invoke(&main, "save_settings", json!({ "settings": settings }));
    assert_eq!(saved, Ok(json!({ "outcome": "saved" })));
    let none = || invoke(&main, "start_up", json!({})).expect_err("no desk");
    assert!(none().contains("missing.sinch-sms-token"), "{}", none());

    let secret = json!({ "name": "sinchSmsToken", "value": PLANTED, "keep": "session" });
    invoke(&main, "replace_secret", secret).expect("an answer");
    let start = invoke(&main, "start_up", json!({})).expect("a desk");
    assert_eq!(start["training"], false);
    assert_eq!(start["channels"], json!(["sms"]));
    assert!(!start.to_string().contains(PLANTED));
}
