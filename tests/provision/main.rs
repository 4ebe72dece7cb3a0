//! From one desk to the next: bundles by the real command line, between computers that have homes and real
//! keyrings of their own, and a site that changes its key over a real Redis. Linux only, as the Secret Service
//! and the servers are.
#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

mod computer;
mod cut_off;
mod document;
mod person;
mod refusals;
mod rotation;
mod round_trip;
mod site;
#[path = "../desk/staff.rs"]
mod staff;
