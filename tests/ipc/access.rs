//! Which window may give which command.

use serde_json::json;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::INVOKE_KEY;
use tauri::test::get_ipc_response;
use tauri::webview::InvokeRequest;

use super::customer::customers_own;
use super::*;

#[test]
fn every_command_is_registered_permitted_and_called_by_the_front_end() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/permissions");
    let permitted = fs::read_dir(folder)
        .expect("the permissions")
        .map(|entry| entry.expect("an entry").path())
        .filter_map(|path| fs::read_to_string(path).ok())
        .flat_map(|permission| quoted(&permission))
        .collect::<BTreeSet<_>>();
    assert!(!registered().is_empty());
    assert_eq!(registered(), permitted);
    assert_eq!(registered(), quoted(&source("ui/ipc.js")));
}

#[test]
fn only_ipc_js_knows_tauri() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let mut folders = vec![ui.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the front end") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path != ui.join("ipc.js") {
                let text = fs::read_to_string(&path).unwrap_or_default();
                assert!(!text.contains("__TAURI"), "{}", path.display());
            }
        }
    }
}

#[test]
fn the_staffs_window_may_give_every_command_but_the_customers() {
    let app = app();
    let main = window(&app, "main");
    for command in registered().difference(&customers_own()) {
        if let Err(refusal) = invoke(&main, command, json!({})) {
            assert!(!refusal.contains(REFUSED), "{command}: {refusal}");
        }
    }
}

#[test]
fn another_window_may_give_none() {
    let app = app();
    let other = window(&app, "other");
    for command in registered() {
        let refusal = invoke(&other, &command, json!({})).expect_err(&command);
        assert!(refusal.contains(REFUSED), "{command}: {refusal}");
    }
}

#[test]
fn no_window_may_give_commands_of_tauri_or_its_plugins() {
    let app = app();
    let main = window(&app, "main");
    for command in [
        "plugin:app|version",
        "plugin:deep-link|get_current",
        "plugin:deep-link|register",
        "plugin:deep-link|unregister",
        "plugin:event|listen",
        "plugin:log|log",
        "plugin:path|resolve_directory",
        "plugin:store|load",
        "plugin:webview|create_webview_window",
        "plugin:window|close",
        "plugin:window-state|filename",
        "plugin:window-state|restore_state",
        "plugin:window-state|save_window_state",
    ] {
        let refusal = invoke(&main, command, json!({})).expect_err(command);
        assert!(refusal.contains(REFUSED), "{command}: {refusal}");
    }
}

#[test]
fn a_page_from_elsewhere_may_give_none() {
    let app = app();
    let main = window(&app, "main");
    let request = InvokeRequest {
        cmd: "start_up".to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "https://example.com".parse().expect("an address"),
        body: InvokeBody::Json(json!({})),
        headers: tauri::http::HeaderMap::new(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    let refusal = get_ipc_response(&main, request)
        .expect_err("a refusal")
        .to_string();
    assert!(refusal.contains(REFUSED), "{refusal}");
}

#[test]
fn a_new_machine_starts_in_training() {
    let app = app();
    let main = window(&app, "main");
    let start = invoke(&main, "start_up", json!({})).expect("an answer");
    assert_eq!(start["training"], true);
    assert_eq!(start["channels"][0], "sms");
    assert_eq!(start["storeShared"], false);
    assert_eq!(start["timeCanPass"], true);
    let regions = start["regions"].as_array().expect("regions");
    assert!(regions.iter().any(|region| region["region"] == "US"));
}
