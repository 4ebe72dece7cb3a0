//! The vault against a real Secret Service, found in every state that a desk can find one in: open, locked,
//! absent, slow, silent. Each test has a session bus and a keyring of its own, and a program of its own that
//! asks, since a program has but one session bus. Linux only, as the Secret Service is.
#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

mod asker;
mod desk;
mod faults;
mod prompts;
mod unlocked;
