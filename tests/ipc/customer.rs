//! The window that faces the customer: what it may ask for, and that nobody else may.

use serde_json::json;

use super::*;

/// The commands of the permission that the customer's window has.
pub(crate) fn customers_own() -> BTreeSet<String> {
    let permissions = source("src-tauri/permissions/customer.toml");
    let (_, own) = permissions
        .split_once("identifier = \"customer\"")
        .expect("the permission");
    quoted(own)
}

#[test]
fn the_customers_window_may_give_its_own_commands_and_no_other() {
    let app = app();
    let customer = window(&app, "customer");
    let own = customers_own();
    assert_eq!(own.len(), 5);
    for command in registered() {
        let refused = match invoke(&customer, &command, json!({})) {
            Ok(_) => false,
            Err(refusal) => refusal.contains(REFUSED),
        };
        assert_eq!(refused, !own.contains(&command), "{command}");
    }
}

#[test]
fn no_other_window_may_give_the_customers_commands() {
    let app = app();
    for label in ["main", "other", "customer-2"] {
        let window = window(&app, label);
        for command in customers_own() {
            let refusal = invoke(&window, &command, json!({})).expect_err(&command);
            assert!(refusal.contains(REFUSED), "{label}, {command}: {refusal}");
        }
    }
}

#[test]
fn no_command_of_the_customers_window_takes_a_challenge() {
    let source = source("src-tauri/src/commands/customer.rs");
    let commands = source.matches("#[tauri::command]").count();
    assert_eq!(commands, customers_own().len());
    assert!(!source.contains("challenge: String"), "{source}");
    assert!(!source.contains("parse_challenge"), "{source}");
}

#[test]
fn a_code_that_nobody_asked_for_is_tried_on_nothing() {
    let app = app();
    let main = window(&app, "main");
    let customer = window(&app, "customer");
    let request = json!({ "request": {
        "typed": "+1 202 555 0100", "region": "US", "channel": "sms", "route": null, "language": "en",
        "reference": null,
    }});
    let requested = invoke(&main, "request_code", request).expect("an answer");
    let before = requested["challenge"]["triesLeft"].clone();
    let typed = json!({ "typed": "000000" });
    assert!(before.is_number(), "{requested}");
    invoke(&customer, "customer_check", typed.clone()).expect("an answer");
    let open = invoke(&main, "open_challenges", json!({})).expect("an answer");
    assert_eq!(open[0]["triesLeft"], before);

    let handed = json!({ "challenge": requested["challenge"]["id"], "language": "sv" });
    assert_eq!(invoke(&main, "hand_over", handed.clone()), Ok(json!(true)));
    invoke(&customer, "customer_check", typed.clone()).expect("an answer");
    let left = before.as_u64().expect("a number") - 1;
    let open = invoke(&main, "open_challenges", json!({})).expect("an answer");
    assert_eq!(open[0]["triesLeft"], left);

    invoke(&main, "take_back", json!({})).expect("an answer");
    invoke(&customer, "customer_check", typed).expect("an answer");
    let open = invoke(&main, "open_challenges", json!({})).expect("an answer");
    assert_eq!(open[0]["triesLeft"], left);

    let ended = json!({ "challenge": requested["challenge"]["id"] });
    invoke(&main, "cancel_challenge", ended).expect("an answer");
    assert_eq!(invoke(&main, "hand_over", handed), Ok(json!(false)));
}
