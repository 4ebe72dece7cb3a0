//! Sinch, as its HTTP interfaces really behave: the only place of the product that speaks HTTP.
//! Which product carries a channel is the desk's business.

mod answer;
pub mod credentials;
mod encryption;
pub mod error;
pub mod language;
mod path;
pub mod place;
pub mod region;
pub mod retry;
pub mod signature;
pub mod transport;
pub mod verification;

#[cfg(test)]
mod test_server;
