//! The staged tests against what they test: the sandbox over real HTTP, real Redis servers with real
//! certificates, and the program as IT runs it. Each trouble is made for real, and each finding must name
//! the one thing to do.

#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

mod bench;
#[cfg(target_os = "linux")]
mod computer;
mod document;
#[cfg(target_os = "linux")]
mod program;
#[cfg(target_os = "linux")]
mod proxies;
#[cfg(target_os = "linux")]
mod redis;
mod sinch;
mod texts;
