//! Turns what the core says of lock, settings and secrets into what the admin's pages are told.

use std::path::Path;

use countersign_core::admin_lock::{LockStatus, UnfitPasscode, Unlocked};
use countersign_core::phone::Region;
use countersign_core::settings::{Settings, SettingsError};
use countersign_core::vault::{Kept, VaultFault, VaultState};

use super::{
    AdminState, AdminStatus, AdminUnlocked, KeepIn, KeptView, PasscodeProblem, PasscodeSet,
    PolicyView, SecretView, SettingsSaved, SettingsView, milliseconds,
};
use crate::computer;
use crate::machine_policy::{PolicyFault, PolicyState};
use crate::settings_in_force::InForce;

impl AdminStatus {
    pub(crate) fn of(status: LockStatus, settings: &Settings, keyring: VaultState) -> Self {
        let (state, wait) = match status {
            LockStatus::NotSet => (AdminState::NotSet, None),
            LockStatus::Locked { wait } => (AdminState::Locked, wait),
            LockStatus::Open => (AdminState::Open, None),
            LockStatus::Shut(_) => (AdminState::Shut, None),
        };
        Self {
            state,
            wait_ms: wait.map(milliseconds),
            lock_after_minutes: settings.admin.lock_after_minutes.into(),
            keyring: match keyring {
                VaultState::NotAsked | VaultState::Answers => None,
                VaultState::Fails(fault) => Some(fault.code().to_owned()),
            },
            configured: !settings.channels.carried(&settings.sinch).is_empty(),
        }
    }
}

impl From<Unlocked> for AdminUnlocked {
    fn from(unlocked: Unlocked) -> Self {
        match unlocked {
            Unlocked::Open => Self::Open,
            Unlocked::Wrong { wait } => Self::Wrong {
                wait_ms: milliseconds(wait.unwrap_or_default()),
            },
            Unlocked::Wait { wait } => Self::Wait {
                wait_ms: milliseconds(wait),
            },
        }
    }
}

impl PasscodeSet {
    pub(crate) fn unfit(unfit: UnfitPasscode) -> Self {
        let problem = match unfit {
            UnfitPasscode::Short => PasscodeProblem::Short,
            UnfitPasscode::Long => PasscodeProblem::Long,
        };
        Self::Unfit { problem }
    }
}

impl SettingsView {
    pub(crate) fn of(settings: InForce, secrets: Vec<SecretView>) -> Self {
        let InForce {
            own,
            effective,
            managed,
            policy,
        } = settings;
        Self {
            own,
            effective,
            managed,
            policy,
            secrets,
            computer_home: computer::home().as_str().to_owned(),
            regions: Region::all().into_iter().map(Into::into).collect(),
        }
    }
}

impl From<&PolicyState> for PolicyView {
    fn from(policy: &PolicyState) -> Self {
        match policy {
            PolicyState::None => Self::None,
            PolicyState::InForce { path, .. } => Self::InForce {
                path: path.display().to_string(),
            },
            PolicyState::Unusable { path, fault, .. } => Self::unusable(path, fault),
        }
    }
}

impl PolicyView {
    fn unusable(path: &Path, fault: &PolicyFault) -> Self {
        let content = match fault {
            PolicyFault::Unreadable(_) => None,
            PolicyFault::Content(error) => Some(error),
        };
        let spot = content.and_then(|error| error.spot);
        Self::Unusable {
            path: path.display().to_string(),
            line: spot.map(|spot| spot.line),
            column: spot.map(|spot| spot.column),
            pointer: content
                .and_then(|error| error.pointer.as_ref())
                .map(ToString::to_string),
            problem: fault.problem().to_owned(),
        }
    }
}

impl From<Result<Option<Kept>, VaultFault>> for KeptView {
    fn from(kept: Result<Option<Kept>, VaultFault>) -> Self {
        match kept {
            Ok(Some(Kept::Keyring)) => Self::Keyring,
            Ok(Some(Kept::Session)) => Self::Session,
            Ok(None) => Self::Missing,
            Err(_) => Self::Unknown,
        }
    }
}

impl From<KeepIn> for Kept {
    fn from(keep: KeepIn) -> Self {
        match keep {
            KeepIn::Keyring => Self::Keyring,
            KeepIn::Session => Self::Session,
        }
    }
}

impl SettingsSaved {
    pub(crate) fn invalid(error: &SettingsError) -> Self {
        Self::Invalid {
            pointer: error.pointer.as_ref().map(ToString::to_string),
            problem: error.code().to_owned(),
        }
    }
}
