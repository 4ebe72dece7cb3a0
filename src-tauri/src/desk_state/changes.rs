//! What has a desk opened anew although nobody at the window asked for it: settings that another program
//! wrote, and a keyring that answers at last.

use std::time::Duration;

use countersign_core::vault::{VaultFault, VaultState};

use super::{DeskState, NoDesk, Opening, Standing};
use crate::live::LiveError;

/// How often the settings are looked at.
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

impl DeskState {
    /// Follows changes for as long as the app runs.
    pub(crate) async fn follow_changes(self) {
        let mut keyring = self.vault().state();
        let mut policy = self.0.setup.settings.policy();
        loop {
            let is_to_be_opened = tokio::select! {
                () = tokio::time::sleep(BETWEEN_LOOKS) => self.settings_differ().await,
                // Nobody tells of a policy any more where there can be none.
                Ok(()) = policy.changed() => self.settings_differ().await,
                _ = keyring.changed() => {
                    let state = *keyring.borrow_and_update();
                    state == VaultState::Answers && self.0.standing.borrow().misses_keyring()
                }
            };
            if is_to_be_opened {
                self.open_anew();
            }
        }
    }

    /// Whether the settings are no longer those that the newest desk was opened by. What can't be read
    /// just now, perhaps since it is being written, changes nothing.
    async fn settings_differ(&self) -> bool {
        let state = self.clone();
        let looking = tokio::task::spawn_blocking(move || state.0.setup.settings.look());
        let Ok(Some(now)) = looking.await else {
            return false;
        };
        let standing = self.0.standing.borrow();
        standing.is_over() && !standing.goes_by(&now)
    }
}

impl Standing {
    /// Whether there is no desk for want of an answer from the keyring.
    fn misses_keyring(&self) -> bool {
        match &self.desk {
            Opening::None(NoDesk::Live(LiveError::Vault(fault))) => match fault {
                VaultFault::Absent
                | VaultFault::Locked
                | VaultFault::Refused
                | VaultFault::Silent => true,
                VaultFault::TooLong | VaultFault::Unreadable => false,
            },
            Opening::None(_) | Opening::UnderWay { .. } | Opening::Open(_) => false,
        }
    }
}
