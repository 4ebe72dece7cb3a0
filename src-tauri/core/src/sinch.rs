//! Sinch, as its HTTP interfaces really behave.
//! Which product carries a channel is the desk's business.
//!
//! A [`transport::Transport`] is built once for a [`place::Place`]; [`verification::Verification`] and
//! [`sms::Sms`] speak over it. Everything that goes wrong is a [`error::SinchError`], which knows
//! whether a message may have gone out.

mod answer;
pub mod credentials;
pub mod error;
pub mod language;
pub mod lookup;
pub(crate) mod path;
pub mod place;
pub(crate) mod probe;
pub mod pulse;
pub mod region;
pub mod retry;
pub mod signature;
pub mod sms;
pub mod token;
pub mod transport;
pub mod verification;

#[cfg(test)]
pub(crate) mod test_server;
