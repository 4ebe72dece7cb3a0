//! Errors at the border to the webview: a stable code and one sentence of our own. What a library said
//! goes to the log, never to the screen.

use std::time::Duration;

use countersign_core::admin_lock::{LockFault, NotOpen};
use countersign_core::desk::DeskFault;
use countersign_core::phone::PhoneError;
use countersign_core::provision::ImportFault;
use countersign_core::settings::SettingsProblem;
use countersign_core::site_keys::CannotPlan;
use countersign_core::store::StoreFault;
use countersign_core::supervisor::SupervisorFault;
use countersign_core::vault::VaultFault;

use crate::desk_folder::NoFolder;
use crate::desk_state::NoDesk;
use crate::live::LiveError;
use crate::settings_file::SettingsFault;
use crate::settings_in_force::NoSettings;
use crate::training::TrainingError;
pub(crate) use crate::view::Fault;
use crate::view::{SinchReason, milliseconds};

impl Fault {
    fn new(code: &str, message: &str) -> Self {
        Self {
            code: code.to_owned(),
            message: message.to_owned(),
            retry_in_ms: None,
            clock_ahead_ms: None,
            away_ms: None,
            place: None,
        }
    }

    /// An argument that our own front end would not send.
    pub(crate) fn argument(message: &str) -> Self {
        Self::new("command.argument", message)
    }

    /// What was typed is no phone number.
    pub(crate) fn phone(error: &PhoneError) -> Self {
        Self::new(error.code(), "That is not a phone number.")
    }

    /// A command of training, given to a desk at work.
    pub(crate) fn not_training() -> Self {
        Self::argument("This desk is not in training.")
    }

    /// A desk is being opened, and the keyring is still being asked.
    pub(crate) fn waiting() -> Self {
        Self::new("keyring.waiting", "The keyring has not answered yet.")
    }

    /// Time that only passes here can't be skipped where the store goes by its own.
    pub(crate) fn time_is_shared() -> Self {
        Self::new(
            "training.time",
            "Time can't be skipped: the store is shared and goes by its own.",
        )
    }

    /// The window is asked for something while it closes.
    pub(crate) fn window() -> Self {
        Self::new("window.gone", "The window is no longer there.")
    }
}

impl From<DeskFault> for Fault {
    fn from(fault: DeskFault) -> Self {
        match fault {
            DeskFault::Store(fault) => fault.into(),
            DeskFault::Sinch(error) => {
                tracing::warn!(code = error.code(), %error, "Sinch could not be asked");
                let SinchReason {
                    code,
                    retry_in_ms,
                    clock_ahead_ms,
                } = (&error).into();
                Self {
                    code,
                    message: "Sinch could not be asked.".to_owned(),
                    retry_in_ms,
                    clock_ahead_ms,
                    away_ms: None,
                    place: None,
                }
            }
            DeskFault::Sealed(error) => {
                tracing::warn!(%error, "a challenge can't be opened");
                Self::new(
                    "store.sealed",
                    "This desk can't open what another desk sealed.",
                )
            }
        }
    }
}

impl From<StoreFault> for Fault {
    fn from(fault: StoreFault) -> Self {
        tracing::error!(%fault, cause = cause(&fault), "the store failed");
        store_fault(&fault)
    }
}

impl From<&NoDesk> for Fault {
    /// Told and logged once, when the desk could not be opened; every command repeats only this.
    fn from(error: &NoDesk) -> Self {
        match error {
            NoDesk::Settings(reason) => no_settings(reason),
            NoDesk::Training(error) => training_fault(error),
            NoDesk::Live(error) => live_fault(error),
        }
    }
}

impl From<NoSettings> for Fault {
    fn from(reason: NoSettings) -> Self {
        tracing::error!(%reason, cause = cause(&reason), "the settings can't be had");
        no_settings(&reason)
    }
}

impl From<VaultFault> for Fault {
    fn from(fault: VaultFault) -> Self {
        tracing::warn!(code = fault.code(), "the keyring can't be used");
        vault_fault(fault)
    }
}

impl From<ImportFault> for Fault {
    fn from(fault: ImportFault) -> Self {
        tracing::warn!(%fault, cause = cause(&fault), "a bundle was not taken over");
        match fault {
            ImportFault::Vault(fault) => vault_fault(fault),
            ImportFault::Files(_) => Self::new(
                "settings.unwritten",
                "The app's data folder can't be written to.",
            ),
            ImportFault::Settings(_) => Self::new(
                "bundle.unusable",
                "The bundle's settings can't be used at this desk.",
            ),
        }
    }
}

impl From<NoFolder> for Fault {
    fn from(fault: NoFolder) -> Self {
        tracing::warn!(%fault, cause = cause(&fault), "a bundle was not taken over");
        match fault {
            NoFolder::Busy => Self::new(
                "bundle.busy",
                "Another import is under way on this computer.",
            ),
            NoFolder::Io(_) => Self::new(
                "settings.unwritten",
                "The app's data folder can't be written to.",
            ),
        }
    }
}

impl From<CannotPlan> for Fault {
    fn from(error: CannotPlan) -> Self {
        match error {
            CannotPlan::Vault(fault) => fault.into(),
            CannotPlan::Unfit(_)
            | CannotPlan::NoKey
            | CannotPlan::UnderWay
            | CannotPlan::NotASiteKey(_) => {
                tracing::warn!(code = error.code(), "the site key can't be told");
                Self::new(error.code(), "How the site key stands can't be told.")
            }
        }
    }
}

impl From<NotOpen> for Fault {
    fn from(fault: NotOpen) -> Self {
        Self::new(fault.code(), "The admin's pages are locked.")
    }
}

impl From<LockFault> for Fault {
    fn from(fault: LockFault) -> Self {
        match fault {
            LockFault::NotOpen(fault) => fault.into(),
            LockFault::Keyring(fault) => fault.into(),
            LockFault::NotSet => Self::new(fault.code(), "No passcode is set."),
            LockFault::OutOfMemory => Self::new(
                fault.code(),
                "There is not enough memory to compare a passcode.",
            ),
        }
    }
}

impl From<SupervisorFault> for Fault {
    fn from(fault: SupervisorFault) -> Self {
        match fault {
            SupervisorFault::Keyring(fault) => fault.into(),
            SupervisorFault::NotSet => Self::new(fault.code(), "No supervisor's passcode is set."),
            SupervisorFault::OutOfMemory => Self::new(
                fault.code(),
                "There is not enough memory to compare a passcode.",
            ),
        }
    }
}

fn no_settings(reason: &NoSettings) -> Fault {
    match reason {
        NoSettings::Own(fault) => settings_fault(fault),
        NoSettings::Policy { path, fault } => Fault {
            place: Some(format!("{}: {fault}", path.display())),
            ..Fault::new("policy.unusable", "The machine's policy can't be used.")
        },
    }
}

fn settings_fault(fault: &SettingsFault) -> Fault {
    match fault {
        SettingsFault::NoFolder => Fault::new(
            "settings.noFolder",
            "This computer has no folder for the app's data.",
        ),
        SettingsFault::Unusable(error) if error.problem == SettingsProblem::Newer => Fault::new(
            "settings.newer",
            "A later version wrote the settings, so no desk was opened.",
        ),
        SettingsFault::KeptAside { .. } => Fault::new(
            "settings.keptAside",
            "The settings were damaged and kept aside, so no desk was opened.",
        ),
        SettingsFault::Unreadable(_) => Fault::new(
            "settings.unreadable",
            "The settings can't be read, so no desk was opened.",
        ),
        SettingsFault::Unusable(error) => Fault {
            place: Some(error.to_string()),
            ..Fault::new(
                "settings.unusable",
                "The settings can't be used, so no desk was opened.",
            )
        },
        SettingsFault::Unwritten(_) => Fault::new(
            "settings.unwritten",
            "The app's data folder can't be written to.",
        ),
    }
}

fn training_fault(error: &TrainingError) -> Fault {
    match error {
        TrainingError::Sandbox(_) => Fault::new(
            "training.sandbox",
            "The training desk can't listen on this computer's own address.",
        ),
        TrainingError::Folder(_) => Fault::new(
            "training.folder",
            "The app's data folder can't be written to.",
        ),
        TrainingError::Rules(_) => Fault::new("settings.rules", "A rule is out of its bounds."),
        TrainingError::Client(_) => {
            Fault::new("training.client", "The client of Sinch can't be set up.")
        }
        TrainingError::Store(fault) => store_fault(fault),
    }
}

fn live_fault(error: &LiveError) -> Fault {
    match error {
        LiveError::Vault(fault) => vault_fault(*fault),
        LiveError::Missing(name) => Fault::new(
            &format!("missing.{}", name.as_str()),
            "A secret that the settings need is not in the keyring.",
        ),
        LiveError::Unfit(name) => Fault::new(
            &format!("unfit.{}", name.as_str()),
            "What the keyring has under a secret's name can't be that secret.",
        ),
        LiveError::Rules(_) => Fault::new("settings.rules", "A rule is out of its bounds."),
        LiveError::Client(_) => Fault::new("live.client", "The client of Sinch can't be set up."),
        LiveError::Folder(_) => {
            Fault::new("live.folder", "The app's data folder can't be written to.")
        }
        LiveError::Store(fault) => store_fault(fault),
    }
}

fn vault_fault(fault: VaultFault) -> Fault {
    let message = match fault {
        VaultFault::Absent => "This computer has no keyring.",
        VaultFault::Locked => "The keyring is locked.",
        VaultFault::Refused => "The keyring refuses.",
        VaultFault::Silent => "The keyring does not answer.",
        VaultFault::TooLong => "The keyring takes no secret of that length.",
        VaultFault::Unreadable => "What the keyring has can't be read.",
    };
    Fault::new(fault.code(), message)
}

fn store_fault(fault: &StoreFault) -> Fault {
    let message = match fault {
        StoreFault::Unreachable { .. } => "The store can't be reached.",
        StoreFault::Interrupted(_) => "The store did not answer in time.",
        StoreFault::Refused { .. } => "The store refuses to work.",
        StoreFault::Unreadable(_) => "The store holds something that this version can't read.",
    };
    Fault {
        away_ms: away(fault).map(milliseconds),
        ..Fault::new(fault.code(), message)
    }
}

/// For how long the store has been out of reach.
fn away(fault: &StoreFault) -> Option<Duration> {
    match fault {
        StoreFault::Unreachable { away, .. } => Some(*away),
        StoreFault::Interrupted(_) | StoreFault::Refused { .. } | StoreFault::Unreadable(_) => None,
    }
}

/// What lies behind an error, for the log.
pub(crate) fn cause(error: &dyn std::error::Error) -> String {
    error.source().map(ToString::to_string).unwrap_or_default()
}
