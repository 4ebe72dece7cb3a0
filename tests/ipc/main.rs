//! The border between the webview and the core, held against the real configuration and the real handlers: which
//! window may give which command, what the admin's commands answer, and that every answer has words. What the
//! commands do is tested in the window.

#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

mod access;
mod admin;
mod customer;
mod endings;
mod words;

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

const PASSCODE: &str = "open sesame";

fn set_passcode(window: &WebviewWindow<MockRuntime>) -> Result<Value, String> {
    let passcode = json!({ "passcode": PASSCODE, "keep": "keyring" });
    invoke(window, "set_passcode", passcode)
}
