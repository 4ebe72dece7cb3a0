//! What arrives on the drawn phone of training, as the webview is told. Plain data.

use serde::Serialize;

/// Something that arrived on the phone that training mode draws.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PhoneMessage {
    /// Its name, for telling one from another.
    pub id: String,
    /// What it is.
    pub kind: PhoneMessageKind,
    /// The number it came to, as people write it.
    pub to: String,
    /// Who sent it or called.
    pub from: String,
    /// The text, or the spoken words; empty for a missed call.
    pub body: String,
}

/// What arrived on the drawn phone.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PhoneMessageKind {
    /// A text message.
    Text,
    /// A call that was answered and spoke.
    Call,
    /// A call that rang and stopped.
    MissedCall,
    /// A WhatsApp message.
    WhatsApp,
}
