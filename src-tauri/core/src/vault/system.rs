//! The one place that differs by system: which store of the keyring family is opened, how a secret is
//! named in it, and what its failures mean. The rules of the vault are not here.

#[cfg(target_os = "linux")]
#[path = "system/linux.rs"]
mod of_this;
#[cfg(target_os = "macos")]
#[path = "system/macos.rs"]
mod of_this;
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
#[path = "system/other.rs"]
mod of_this;
#[cfg(windows)]
#[path = "system/windows.rs"]
mod of_this;

pub(super) use of_this::{System, failure, no_access};

/// The service that every secret of the product is kept under.
const SERVICE: &str = "countersign";
