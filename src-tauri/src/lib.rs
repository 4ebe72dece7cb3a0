//! The shell: the window, its commands, and the opening of a desk behind them. All of Tauri lives
//! here and none of the rules: those are in `countersign-core`.

mod bundle_file;
pub mod cli;
mod commands;
mod computer;
pub mod desk_folder;
mod desk_state;
mod fault;
mod live;
mod machine_policy;
mod open_desk;
mod roll_out;
mod settings_file;
mod settings_in_force;
pub mod shell;
mod smoke_test;
mod training;
pub mod view;
