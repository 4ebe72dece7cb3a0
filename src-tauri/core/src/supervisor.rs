//! The supervisor's word: a passcode of their own, for what staff may not decide alone. It opens no page and
//! proves nothing of a customer. What may be asked of a supervisor is the site's rules' business.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use thiserror::Error;

use crate::passcode::{Guard, GuardFault, Passcode, Salt, Standing, Tried};
use crate::time::Clock;
use crate::vault::{Kept, SecretName, Vault, VaultFault};

/// Asks the supervisor for the passcode. One for the whole app, so that wrong tries count together.
pub struct Supervisor(Guard);

/// The word of a supervisor who gave the right passcode: good for one thing, once. There is no other way to
/// one.
#[derive(Debug)]
pub struct Leave(());

/// Whether a supervisor can be asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SupervisorStatus {
    /// No passcode was set at this desk.
    NotSet,
    /// There is one.
    Set {
        /// How long no try is taken yet.
        wait: Option<Duration>,
    },
}

/// What the supervisor said.
#[derive(Debug)]
pub enum Asked {
    /// Yes.
    Granted(Leave),
    /// It was not their passcode.
    Wrong {
        /// How long no further try is taken.
        wait: Option<Duration>,
    },
    /// It was not looked at, since a wrong one came shortly before.
    Wait {
        /// How long no try is taken yet.
        wait: Duration,
    },
}

/// Why the supervisor can't be asked. Then nobody's word is taken for theirs.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum SupervisorFault {
    /// There is no passcode to compare with.
    #[error("no supervisor's passcode was set")]
    NotSet,
    /// The keyring does not play along.
    #[error(transparent)]
    Keyring(#[from] VaultFault),
    /// The computer has no memory left for the comparison, which takes 19 MiB.
    #[error("there is not enough memory to compare a passcode")]
    OutOfMemory,
}

impl SupervisorFault {
    /// The stable code of the fault.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotSet => "supervisor.notSet",
            Self::Keyring(fault) => fault.code(),
            Self::OutOfMemory => "supervisor.outOfMemory",
        }
    }
}

impl From<GuardFault> for SupervisorFault {
    fn from(fault: GuardFault) -> Self {
        match fault {
            GuardFault::NotSet => Self::NotSet,
            GuardFault::Keyring(fault) => Self::Keyring(fault),
            GuardFault::OutOfMemory => Self::OutOfMemory,
        }
    }
}

impl Supervisor {
    /// The supervisor whose passcode is in `vault`.
    pub fn new(vault: Vault, clock: Arc<dyn Clock>) -> Self {
        Self(Guard::new(vault, SecretName::SupervisorPasscode, clock))
    }

    /// Whether a supervisor can be asked.
    ///
    /// # Errors
    /// A [`VaultFault`] where the keyring can't tell.
    pub async fn status(&self) -> Result<SupervisorStatus, VaultFault> {
        Ok(match self.0.standing().await? {
            Standing::NotSet => SupervisorStatus::NotSet,
            Standing::Set { wait } => SupervisorStatus::Set { wait },
        })
    }

    /// Sets the passcode, the first or another. Only at an admin's word.
    ///
    /// # Errors
    /// [`SupervisorFault::Keyring`] where the keyring does not take it; [`SupervisorFault::OutOfMemory`].
    pub async fn set_passcode(
        &self,
        passcode: Passcode,
        keep: Kept,
        salt: Salt,
    ) -> Result<(), SupervisorFault> {
        Ok(self.0.set(passcode, keep, salt).await?)
    }

    /// Forgets the passcode: nothing is left to a supervisor at this desk. Only at an admin's word.
    ///
    /// # Errors
    /// A [`VaultFault`] where the keyring may still have it.
    pub async fn forget_passcode(&self) -> Result<(), VaultFault> {
        self.0.forget().await
    }

    /// Asks for leave. The try is counted, where the next start finds it, before it is compared: after three
    /// wrong ones the next has to wait, longer each time.
    ///
    /// # Errors
    /// A [`SupervisorFault`] where nothing could be compared.
    pub async fn ask(&self, passcode: SecretString) -> Result<Asked, SupervisorFault> {
        Ok(match self.0.try_passcode(passcode).await? {
            Tried::Right => Asked::Granted(Leave(())),
            Tried::Wrong { wait } => Asked::Wrong { wait },
            Tried::Wait { wait } => Asked::Wait { wait },
        })
    }
}

impl fmt::Debug for Supervisor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Supervisor").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::time::{ManualClock, Timestamp};

    const RIGHT: &str = "harbour 7741";
    const NOT_IT: &str = "harbour 7742";

    async fn supervisor(vault: &Vault, clock: &Arc<ManualClock>) -> Supervisor {
        let supervisor = Supervisor::new(vault.clone(), clock.clone());
        let passcode = Passcode::new(RIGHT.into()).unwrap();
        let salt = Salt::draw(&mut StdRng::seed_from_u64(1));
        let set = supervisor.set_passcode(passcode, Kept::Keyring, salt).await;
        assert_eq!(set, Ok(()));
        supervisor
    }

    fn clock() -> Arc<ManualClock> {
        Arc::new(ManualClock::new(Timestamp::UNIX_EPOCH))
    }

    #[tokio::test]
    async fn without_a_passcode_nobodys_word_is_a_supervisors() {
        let supervisor = Supervisor::new(Vault::in_memory(), clock());
        assert_eq!(supervisor.status().await, Ok(SupervisorStatus::NotSet));
        let asked = supervisor.ask("".into()).await;
        assert_eq!(asked.unwrap_err(), SupervisorFault::NotSet);
    }

    #[tokio::test]
    async fn only_the_right_passcode_is_leave() {
        let supervisor = supervisor(&Vault::in_memory(), &clock()).await;
        for (passcode, is_granted) in [(NOT_IT, false), ("", false), (RIGHT, true)] {
            let asked = supervisor.ask(passcode.into()).await.unwrap();
            assert_eq!(matches!(asked, Asked::Granted(_)), is_granted, "{asked:?}");
        }
    }

    #[tokio::test]
    async fn the_fourth_wrong_passcode_makes_even_the_right_one_wait_and_a_restart_does_not_help() {
        let (vault, clock) = (Vault::in_memory(), clock());
        let first = supervisor(&vault, &clock).await;
        for _ in 0..3 {
            let asked = first.ask(NOT_IT.into()).await.unwrap();
            assert!(matches!(asked, Asked::Wrong { wait: None }), "{asked:?}");
        }
        let half_a_minute = Duration::from_secs(30);
        let asked = first.ask(NOT_IT.into()).await.unwrap();
        assert!(
            matches!(asked, Asked::Wrong { wait: Some(wait) } if wait == half_a_minute),
            "{asked:?}"
        );
        let restarted = Supervisor::new(vault.clone(), clock.clone());
        let asked = restarted.ask(RIGHT.into()).await.unwrap();
        assert!(matches!(asked, Asked::Wait { .. }), "{asked:?}");
        clock.advance(half_a_minute);
        let restarted = Supervisor::new(vault, clock.clone());
        let asked = restarted.ask(RIGHT.into()).await.unwrap();
        assert!(matches!(asked, Asked::Granted(_)), "{asked:?}");
    }

    #[tokio::test]
    async fn a_keyring_that_fails_grants_nothing() {
        let supervisor = Supervisor::new(Vault::failing(VaultFault::Locked), clock());
        let asked = supervisor.ask(RIGHT.into()).await;
        let expected = SupervisorFault::Keyring(VaultFault::Locked);
        assert_eq!(asked.unwrap_err(), expected);
    }

    #[tokio::test]
    async fn a_passcode_that_is_forgotten_counts_no_more() {
        let supervisor = supervisor(&Vault::in_memory(), &clock()).await;
        supervisor.forget_passcode().await.unwrap();
        let asked = supervisor.ask(RIGHT.into()).await;
        assert_eq!(asked.unwrap_err(), SupervisorFault::NotSet);
    }
}
