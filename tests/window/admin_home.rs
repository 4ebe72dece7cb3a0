//! What tests of the admin's pages begin with and look at in the end: settings in a home, the way through the
//! door where there is no keyring, and what the file of settings has then.

use std::fs;

use countersign_driver::{Admin, Desk, Error, Home, View, Window};
use serde_json::{Value, json};

use crate::SOON;

const PASSCODE: &str = "orchard-5820";

/// Settings of a training desk named Reception 2 in Sweden, with `changes` beside them.
pub(crate) fn settings_with(changes: &Value) -> String {
    let mut settings = json!({
        "version": 2,
        "desk": { "id": "00112233445566778899aabbccddeeff", "name": "Reception 2" },
        "organisation": { "name": "Harbour Clinic", "home": "SE" },
        "store": { "kind": "embedded" },
    });
    if let (Some(all), Some(changes)) = (settings.as_object_mut(), changes.as_object()) {
        all.extend(changes.clone());
    }
    settings.to_string()
}

/// What the file of settings has.
pub(crate) fn saved(home: &Home) -> Value {
    let json = fs::read(home.settings_file()).expect("the settings are written");
    serde_json::from_slice(&json).expect("they are JSON")
}

/// Opens the admin's pages at a desk that has no passcode yet, with or without a keyring.
pub(crate) async fn enter(window: &Window) -> Result<Admin<'_>, Error> {
    Desk::new(window).wait_for_view(View::Request).await?;
    let admin = Admin::new(window);
    admin.enter().await?;
    admin.choose_passcode(PASSCODE).await?;
    let next = ".refusal button, .others a, body[data-page=desk] main h1";
    window.wait_for(next, SOON).await?;
    if window.find(".refusal button").await? {
        window.activate(".refusal button").await?;
        window
            .wait_for(".others a, body[data-page=desk] main h1", SOON)
            .await?;
    }
    if window.find(".others a").await? {
        window.activate(".others a").await?;
    }
    admin.wait_for_page("desk").await?;
    Ok(admin)
}
