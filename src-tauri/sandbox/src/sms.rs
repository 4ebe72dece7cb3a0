//! Sinch's SMS API (Sinch wire facts, section 4), for texts: `mt_binary` and `mt_media` batches and
//! groups of recipients are refused.

mod answer;
mod batch;
pub(crate) mod batches;
pub(crate) mod dry_run;
mod encoding;
mod error;
mod query;
pub(crate) mod reports;
mod request;

pub(crate) use batch::Batches;
pub(crate) use error::SmsError;

#[cfg(test)]
mod tests;
