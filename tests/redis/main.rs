//! The store of many desks against real servers: the contract that every store must keep, and what only
//! Redis can do wrong. Each test starts its own servers and stops them. Linux only, as the servers are.
#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

mod contract;
mod customers;
mod document;
mod failover;
mod health;
mod races;
mod servers;
mod site;
mod sizing;
mod words;
