//! Sinch's Verification API v1 (Sinch wire facts, sections 1 and 5).
//! The handlers are beneath; the state they work on is in `record`.

mod answer;
mod error;
mod language;
mod record;
pub(crate) mod report;
pub(crate) mod start;
mod start_request;
pub(crate) mod status;

pub(crate) use error::VerificationError;
pub(crate) use record::Verifications;

#[cfg(test)]
mod tests;
