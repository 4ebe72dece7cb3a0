//! The admin's pages as an admin works them, by the keyboard: through the door, to a page, to a field, and back
//! with what is in the file then. Which page says what is in the tests of the pages.

use std::fs;

use countersign_driver::{Desk, Error, Home, Key, View, Window};
use serde_json::{Value, json};

use crate::SOON;

const PASSCODE: &str = "482 915";

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

/// The admin's pages, open.
pub(crate) struct Admin<'window> {
    window: &'window Window,
}

impl<'window> Admin<'window> {
    /// Opens the pages at a desk that has no passcode yet.
    pub(crate) async fn enter(window: &'window Window) -> Result<Self, Error> {
        Desk::new(window).wait_for_view(View::Request).await?;
        window.activate("#to-admin").await?;
        window.wait_for_focus("#new-passcode", SOON).await?;
        window.type_text(PASSCODE).await?;
        window.tab_to("#new-passcode-again").await?;
        window.type_text(PASSCODE).await?;
        window.press(Key::Enter).await?;
        // A machine without a keyring: for this session it is.
        window.wait_for(".refusal button, #places a", SOON).await?;
        if window.find(".refusal button").await? {
            window.activate(".refusal button").await?;
        }
        window
            .wait_for("body:is([data-page=set-up], [data-page=desk])", SOON)
            .await?;
        if window.find(".others a").await? {
            window.activate(".others a").await?;
        }
        window.wait_for("body[data-page=desk]", SOON).await?;
        Ok(Self { window })
    }

    /// Goes to a page by the navigation.
    pub(crate) async fn go(&self, page: &str) -> Result<(), Error> {
        self.window
            .activate(&format!("#places a[href='#{page}']"))
            .await?;
        let shown = format!("body[data-page={page}]");
        self.window.wait_for(&shown, SOON).await
    }

    /// Types over what a field has.
    pub(crate) async fn retype(&self, field: &str, text: &str) -> Result<(), Error> {
        self.window.tab_to(field).await?;
        self.window.press_with(&[Key::Control], 'a').await?;
        self.window.type_text(text).await
    }

    /// Chooses one of several answers in sight.
    pub(crate) async fn choose(&self, name: &str, value: &str) -> Result<(), Error> {
        let group = format!("[name='{name}']");
        let chosen = format!("{group}[value={value}]:checked");
        self.window.tab_to(&group).await?;
        for _ in 0..self.window.count(&group).await? {
            if self.window.count(&chosen).await? == 1 {
                return Ok(());
            }
            self.window.press(Key::Down).await?;
        }
        self.window.wait_for(&chosen, SOON).await
    }

    /// Saves the page, and waits until it is.
    pub(crate) async fn save(&self) -> Result<(), Error> {
        self.window.activate("form.settings button.main").await?;
        self.window
            .wait_for_text(".save-state", "Saved at", SOON)
            .await
    }

    /// Goes back to the desk.
    pub(crate) async fn leave(&self) -> Result<(), Error> {
        self.window.activate("#to-desk").await?;
        Desk::new(self.window).wait_for_view(View::Request).await
    }
}
