//! The ends that are no proof, at the border: what the rules leave to nobody is had by nobody, a wrong passcode
//! costs time, and no answer says "verified".

use serde_json::{Value, json};
use tauri::test::MockRuntime;

use super::*;

const SUPERVISOR: &str = "harbour 7741";

fn requested(window: &WebviewWindow<MockRuntime>) -> String {
    let request = json!({
        "typed": "+1 202 555 0100", "region": "US", "channel": "sms", "route": null, "language": "en",
        "reference": "ROOM 1",
    });
    let answer = invoke(window, "request_code", json!({ "request": request })).expect("an answer");
    let id = answer["challenge"]["id"].as_str();
    id.unwrap_or_else(|| panic!("not open: {answer}"))
        .to_owned()
}

fn accept(window: &WebviewWindow<MockRuntime>, id: &str, passcode: &str, reason: &str) -> Value {
    let word = json!({ "challenge": id, "passcode": passcode, "reason": reason });
    invoke(window, "override_challenge", word).expect("an answer")
}

/// A desk whose rules leave customers to a supervisor, whose passcode is set.
fn with_supervisor(window: &WebviewWindow<MockRuntime>) {
    set_passcode(window).expect("an answer");
    let read = invoke(window, "read_settings", json!({})).expect("settings");
    let mut settings = read["own"].clone();
    settings["rules"]["override"] = json!("supervisor");
    let saved = invoke(window, "save_settings", json!({ "settings": settings }));
    assert_eq!(saved, Ok(json!({ "outcome": "saved" })));
    let status = || invoke(window, "supervisor_status", json!({}));
    assert_eq!(status(), Ok(json!("notSet")));
    let short = json!({ "passcode": "12345", "keep": "session" });
    let unfit = invoke(window, "set_supervisor_passcode", short).expect("an answer");
    assert_eq!(unfit["outcome"], "unfit");
    let passcode = json!({ "passcode": SUPERVISOR, "keep": "session" });
    let set = invoke(window, "set_supervisor_passcode", passcode);
    assert_eq!(set, Ok(json!({ "outcome": "set" })));
    assert_eq!(status(), Ok(json!("set")));
    for _ in 0..200 {
        let start = invoke(window, "start_up", json!({}));
        if start.is_ok_and(|start| start["overrideAllowed"] == true) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("the desk is not opened anew");
}

#[test]
fn staff_end_what_cant_be_verified_with_a_reason_that_there_is() {
    let app = app();
    let main = window(&app, "main");
    let id = requested(&main);
    let end = |because: &str, remark: String| {
        let ending = json!({ "challenge": id, "because": because, "remark": remark });
        invoke(&main, "end_unverified", ending)
    };
    end("bored", String::new()).expect_err("no reason of that name");
    let refusal = end("noPhone", "x".repeat(201)).expect_err("too long");
    assert!(refusal.contains("command.argument"), "{refusal}");
    let ended = end("noPhone", " left at home ".to_owned()).expect("an answer");
    assert_eq!(ended["outcome"], "ended");
    assert_eq!(ended["ending"]["because"], "noPhone");
    assert_eq!(ended["ending"]["remark"], "left at home");
    let open = invoke(&main, "open_challenges", json!({}));
    assert_eq!(open, Ok(json!([])));
}

#[test]
fn nobody_accepts_where_the_rules_leave_it_to_nobody() {
    let app = app();
    let main = window(&app, "main");
    let id = requested(&main);
    let accepted = accept(&main, &id, SUPERVISOR, "known to us");
    assert_eq!(accepted, json!({ "outcome": "notAllowed" }));
}

#[test]
fn a_supervisor_gives_a_reason_and_the_right_passcode_and_wrong_ones_cost_time() {
    let app = app();
    let main = window(&app, "main");
    with_supervisor(&main);
    let id = requested(&main);
    let none = accept(&main, &id, SUPERVISOR, " ");
    assert_eq!(none, json!({ "outcome": "noReason" }));
    let accepted = accept(&main, &id, SUPERVISOR, "known to us");
    assert_eq!(accepted["ending"]["kind"], "acceptedBySupervisor");
    assert_eq!(accepted["ending"]["reason"], "known to us");
    let checked = invoke(&main, "check_again", json!({ "challenge": id })).expect("an answer");
    assert_eq!(
        checked,
        json!({ "outcome": "gone", "because": "cancelled" })
    );

    for _ in 0..3 {
        let wrong = accept(&main, &id, "not it", "known to us");
        assert_eq!(wrong, json!({ "outcome": "wrong", "waitMs": 0 }));
    }
    let fourth = accept(&main, &id, PASSCODE, "known to us");
    assert_eq!(fourth["outcome"], "wrong", "the admin's is another one");
    assert!(fourth["waitMs"].as_u64().is_some_and(|wait| wait > 20_000));
    let right = accept(&main, &id, SUPERVISOR, "known to us");
    assert_eq!(right["outcome"], "wait");
}

#[test]
fn without_a_passcode_nothing_is_a_supervisors_word() {
    let app = app();
    let main = window(&app, "main");
    with_supervisor(&main);
    invoke(&main, "forget_supervisor_passcode", json!({})).expect("an answer");
    let id = requested(&main);
    let word = json!({ "challenge": id, "passcode": SUPERVISOR, "reason": "known to us" });
    let refusal = invoke(&main, "override_challenge", word).expect_err("a fault");
    assert!(refusal.contains("supervisor.notSet"), "{refusal}");
}
