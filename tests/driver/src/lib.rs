//! Drives Countersign's real window on Linux as a person does: by the keyboard, seeing what the screen shows.
//! It starts a display, a session bus and a home folder of its own, so that tests neither see nor touch the
//! machine's. It knows the front end only by its element names, and nothing of the core.
#![cfg(target_os = "linux")]

pub mod admin;
pub mod axe;
mod close;
pub mod customer;
pub mod desk;
pub mod display;
pub mod error;
pub mod home;
pub mod keyring;
pub mod memory;
mod process;
pub mod prompter;
pub mod seat;
pub mod session_bus;
pub mod start_time;
pub mod webdriver;
pub mod window;

pub use admin::Admin;
pub use customer::Customer;
pub use desk::{Desk, Verdict, View};
pub use error::Error;
pub use home::Home;
pub use keyring::{Keyring, KeyringState};
pub use prompter::Prompter;
pub use seat::Seat;
pub use session_bus::SessionBus;
pub use window::{Key, Options, Window};
