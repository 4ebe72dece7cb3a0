//! Countersign without Tauri: challenges, limits, the store and Sinch.
//! No window, no commands, no files of settings: the shell has those, and nothing here knows it.

pub mod admin_lock;
pub mod challenge;
pub mod code;
pub mod delivery;
pub mod desk;
pub mod doctor;
pub mod health;
pub mod phone;
pub mod policy;
pub mod provision;
pub mod routes;
pub mod settings;
pub mod sinch;
pub mod site_key;
pub mod site_keys;
pub mod store;
pub mod supervisor;
pub mod text;
pub mod time;
pub mod updates;
pub mod vault;

mod network;
mod passcode;
mod typed;
