//! Every state of the screen, in one table: its name, and how to get there by the keyboard. Tests hold each state to
//! what must hold in it, and `cargo xtask pictures` takes pictures of them. Nothing here judges; tests do.
#![cfg(target_os = "linux")]

mod at_work;
mod error;
pub mod guide;
mod language;
pub mod look;
mod performer;
pub mod picture;
pub mod room;
mod screen;
mod stage;
pub mod state;
pub mod step;
mod tours;
mod walk;

pub use error::Error;
pub use language::Language;
pub use look::{Look, Size, Theme, Zoom};
pub use screen::Screen;
pub use stage::{Stage, settings_on};
pub use state::{Frame, Purpose, State, Tour};
pub use step::Step;
pub use tours::TOURS;
pub use walk::{Scene, walk};
