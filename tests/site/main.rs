//! A whole site: several desks on one real Redis, and the Sinch that they share. What one desk begins another
//! ends, the Redis dies under them, and nothing in it tells whose number it was. Linux only, as its servers are.
#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

mod handing_over;
mod health;
mod outages;
mod site;
#[path = "../desk/staff.rs"]
mod staff;
mod traces;
mod training;
