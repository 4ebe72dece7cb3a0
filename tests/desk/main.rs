//! The desk, its store and its Sinch together, without a window: the client speaks real HTTP to the
//! sandbox, which was written from the same facts by other hands.

#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

mod checking;
mod deliveries;
mod health;
mod language;
mod losing_store;
mod numbers;
mod outages;
mod outages_of_checks;
mod outcomes;
mod rehearsal;
mod sending;
mod staff;
mod taking_over;
mod watching;
mod wording;
