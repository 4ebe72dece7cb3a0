//! The desk, its store and its Sinch together, without a window: the client speaks real HTTP to the
//! sandbox, which was written from the same facts by other hands.

#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

mod checking;
mod health;
mod losing_store;
mod outages;
mod outages_of_checks;
mod outcomes;
mod rehearsal;
mod sending;
mod staff;
mod watching;
mod wording;
