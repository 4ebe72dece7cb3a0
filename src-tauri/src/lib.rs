//! The shell: the window, its commands, and the opening of a desk behind them. All of Tauri lives
//! here and none of the rules: those are in `countersign-core`.

mod bundle_file;
mod choices;
pub mod cli;
mod commands;
mod computer;
mod customer_seat;
mod customer_window;
mod deep_link;
pub mod desk_folder;
mod desk_state;
mod fault;
mod link_argument;
mod links;
mod live;
mod machine_policy;
mod open_desk;
mod roll_out;
mod settings_file;
mod settings_in_force;
pub mod shell;
mod smoke_test;
mod told_challenges;
mod training;
mod updates;
pub mod view;
mod web_engine;
mod window_place;
