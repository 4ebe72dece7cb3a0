//! Who is calling: the authentication of each of Sinch's APIs, really checked.
//! What a caller may then do is the handlers' business.

mod basic;
pub(crate) mod bearer;
mod signed;
pub(crate) mod verification;

pub(crate) use basic::BasicCredentials;
