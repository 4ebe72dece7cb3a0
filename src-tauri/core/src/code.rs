//! One-time codes: drawn, typed, and never shown by accident.
//! How they are digested is in `site_key`; whether they match is the store's business.

use zeroize::Zeroizing;

/// How many digits a code of our own has: 6 to 8 (NIST SP 800-63B-4 asks for at least 6).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CodeLength(u8);

impl Default for CodeLength {
    fn default() -> Self {
        Self(6)
    }
}

/// A code. Wiped from memory when it is dropped; shows nothing of itself.
pub struct Code(Zeroizing<String>);

impl Code {
    pub(crate) fn digits(&self) -> &str {
        &self.0
    }
}
