//! The shell: the window, its commands, and the opening of a desk behind them. All of Tauri lives
//! here and none of the rules: those are in `countersign-core`.

pub mod cli;
mod commands;
mod desk_state;
mod fault;
mod settings_file;
pub mod shell;
mod smoke_test;
mod training;
pub mod view;
