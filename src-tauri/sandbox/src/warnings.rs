//! What a client did that Sinch would have let pass without a word and that is probably a mistake.
//! Never the values: a misplaced value can be a code.

use jiff::Timestamp;
use serde::Serialize;

use crate::clock;

/// Something probably wrong in a request that was answered all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// When, by the sandbox's clock, in UTC with milliseconds.
    pub at: String,
    /// What is probably wrong, in a sentence that names keys and paths but no values.
    pub note: String,
}

#[derive(Default)]
pub(crate) struct Warnings(Vec<Warning>);

impl Warnings {
    pub(crate) fn note(&mut self, at: Timestamp, note: String) {
        self.0.push(Warning {
            at: clock::in_milliseconds(at),
            note,
        });
    }

    pub(crate) fn all(&self) -> &[Warning] {
        &self.0
    }
}
