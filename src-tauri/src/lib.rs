//! The shell.
pub mod view;
