//! The border between the webview and the core: which window may give which command, held against the
//! real configuration and the real handlers. What the commands do is tested in the window.

#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use countersign::shell::{self, Purpose};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};

/// What Tauri's access control says when it refuses.
const REFUSED: &str = "not allowed";

fn app() -> App<MockRuntime> {
    shell::build(mock_builder(), shell::context(), Purpose::Rehearsal).expect("the app is built")
}

fn window(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, tauri::WebviewUrl::default())
        .build()
        .expect("the window is made")
}

fn invoke(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    arguments: Value,
) -> Result<Value, String> {
    let address = if cfg!(windows) {
        "http://tauri.localhost"
    } else {
        "tauri://localhost"
    };
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: address.parse().expect("an address"),
        body: InvokeBody::Json(arguments),
        headers: tauri::http::HeaderMap::new(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request)
        .map(|body| body.deserialize().expect("an answer in JSON"))
        .map_err(|error| error.to_string())
}

fn source(path: &str) -> String {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(whole).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The commands in `generate_handler![…]`.
fn registered() -> BTreeSet<String> {
    let source = source("src-tauri/src/commands.rs");
    let (_, rest) = source
        .split_once("generate_handler![")
        .expect("the handler");
    let (list, _) = rest.split_once(']').expect("its end");
    list.split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The quoted words of a text that look like commands.
fn quoted(text: &str) -> BTreeSet<String> {
    let is_command = |word: &&str| {
        word.contains('_')
            && word
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '_')
    };
    text.split('"')
        .filter(is_command)
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_command_is_registered_permitted_and_called_by_the_front_end() {
    let permitted = ["admin", "desk", "training", "window"]
        .map(|name| source(&format!("src-tauri/permissions/{name}.toml")))
        .iter()
        .flat_map(|permission| quoted(permission))
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
fn the_staffs_window_may_give_every_command() {
    let app = app();
    let main = window(&app, "main");
    for command in registered() {
        if let Err(refusal) = invoke(&main, &command, json!({})) {
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
        "plugin:event|listen",
        "plugin:log|log",
        "plugin:path|resolve_directory",
        "plugin:store|load",
        "plugin:webview|create_webview_window",
        "plugin:window|close",
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
                let part = |letter: char| letter.is_ascii_lowercase() || "-_".contains(letter);
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
