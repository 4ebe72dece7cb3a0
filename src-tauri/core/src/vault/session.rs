//! Secrets that are kept for this session only, where there is no keyring or the admin wants none used.
//! They live in memory, are wiped when they are replaced or forgotten, and end with the app.

use std::collections::HashMap;
use std::sync::Mutex;

use secrecy::SecretString;

use crate::time::lock;

/// Secrets by account.
#[derive(Default)]
pub(super) struct Session(Mutex<HashMap<String, SecretString>>);

impl Session {
    pub(super) fn read(&self, account: &str) -> Option<SecretString> {
        lock(&self.0).get(account).cloned()
    }

    pub(super) fn keep(&self, account: String, secret: SecretString) {
        lock(&self.0).insert(account, secret);
    }

    /// Whether there was something to forget.
    pub(super) fn forget(&self, account: &str) -> bool {
        lock(&self.0).remove(account).is_some()
    }
}
