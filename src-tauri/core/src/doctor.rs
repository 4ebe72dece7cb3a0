//! Staged tests of everything a desk depends on: settings, keyring, Sinch, the store. Each stage is told
//! as it goes, with the one thing to do where it fails. Nothing is sent but at the admin's word, and
//! nothing that is found out is a secret. How it is shown is the front end's and the command line's.
//!
//! To stop it, drop the future: whatever is under way is bounded in time and leaves nothing behind.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use rand::CryptoRng;

mod clocks;
mod embedded;
mod fact;
mod finding;
mod redis;
mod redis_faults;
mod remedy;
mod round;
mod secrets;
mod sinch;
mod sms;
mod texts;
mod verification;

pub use fact::{Fact, FactValue, Plain};
pub use finding::{Finding, Skipped, Stage, State, Subject};
pub use remedy::Remedy;

use crate::phone::PhoneNumber;
use crate::settings::{Mode, Settings, StoreChoice};
use crate::sinch::place::Place;
use crate::sinch::transport::Timeouts;
use crate::time::{Clock, lock};
use crate::vault::Vault;

use clocks::Witness;
use round::{Round, Seen, Tell};
use secrets::Secrets;

/// What is to be looked at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Of {
    /// Settings, keyring, and the products of Sinch that are set up.
    Sinch,
    /// The keyring, as far as the store needs it, and the store.
    Store,
    /// All of it.
    All,
}

/// One examination.
#[derive(Clone, Debug)]
pub struct Examination {
    /// What is to be looked at.
    pub of: Of,
    /// The settings in force.
    pub settings: Settings,
    /// The file of the embedded store, whether it is there yet or not; nothing where none is at rest.
    pub store_file: Option<PathBuf>,
    /// The admin's own phone: a text is sent to it. Nothing is sent without one.
    pub phone: Option<PhoneNumber>,
}

/// How it turned out.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum Verdict {
    /// All is well.
    #[default]
    Well,
    /// The desk can work, and something ought to be done.
    Warned,
    /// The desk can't work until something is done.
    Failed,
}

impl Verdict {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Warned => "warned",
            Self::Failed => "failed",
        }
    }
}

/// What it all comes to.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Diagnosis {
    /// The worst of what was found.
    pub verdict: Verdict,
    /// The one thing to do first: about the first of what is worst.
    pub remedy: Option<Remedy>,
}

impl Diagnosis {
    /// Takes a finding into account.
    pub fn note(&mut self, finding: &Finding) {
        let verdict = match finding.state {
            State::Running | State::Passed | State::Skipped(_) => Verdict::Well,
            State::Warned(_) => Verdict::Warned,
            State::Failed(_) => Verdict::Failed,
        };
        if verdict > self.verdict {
            self.verdict = verdict;
            self.remedy = finding.remedy();
        }
    }
}

/// Looks at what a desk depends on.
pub struct Doctor {
    place: Place,
    timeouts: Timeouts,
    vault: Vault,
    clock: Arc<dyn Clock>,
}

impl fmt::Debug for Doctor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Doctor");
        shown.field("place", &self.place).finish_non_exhaustive()
    }
}

impl Doctor {
    /// Will ask Sinch at `place`, the keyring through `vault`, and the time of `clock`.
    pub fn new(place: Place, timeouts: Timeouts, vault: Vault, clock: Arc<dyn Clock>) -> Self {
        Self {
            place,
            timeouts,
            vault,
            clock,
        }
    }

    /// Looks at everything that was asked for, one subject after the other, and tells each finding:
    /// a stage when it begins, when there is news of it, and when it has ended.
    pub async fn run(
        &self,
        examination: &Examination,
        randomness: &mut (dyn CryptoRng + Send),
        tell: impl Fn(&Finding) + Send + Sync,
    ) -> Diagnosis {
        let diagnosis = Mutex::new(Diagnosis::default());
        let noting = |finding: &Finding| {
            lock(&diagnosis).note(finding);
            tell(finding);
        };
        self.look(examination, randomness, &noting).await;
        let diagnosis = lock(&diagnosis);
        *diagnosis
    }

    async fn look(
        &self,
        examination: &Examination,
        randomness: &mut (dyn CryptoRng + Send),
        tell: Tell<'_>,
    ) {
        let (of_sinch, of_store) = match examination.of {
            Of::Sinch => (true, false),
            Of::Store => (false, true),
            Of::All => (true, true),
        };
        if of_sinch {
            self.settings(&examination.settings, tell).await;
        }
        let secrets = self.secrets(examination, tell).await;
        let mut witness = Witness::default();
        if of_sinch {
            self.verification(examination, &secrets, randomness, &mut witness, tell)
                .await;
            self.sms(examination, &secrets, randomness, &mut witness, tell)
                .await;
        }
        if of_store {
            self.store(examination, &secrets, randomness, witness, tell)
                .await;
        }
    }

    /// Settings that could be read are checked already; what is left is whether anything is sent at all.
    async fn settings(&self, settings: &Settings, tell: Tell<'_>) {
        let round = self.round(Subject::Settings, &[Stage::Settings], tell);
        let nothing_sends = settings.channels.carried(&settings.sinch).is_empty();
        let warning = match settings.mode {
            Mode::Training if nothing_sends => Some(Remedy::SetUpSinch),
            Mode::Training => Some(Remedy::GoLive),
            Mode::Live => None,
        };
        let seen = Seen::well(()).warned(warning);
        round.stage(Stage::Settings, async { Ok(seen) }).await;
    }

    async fn store(
        &self,
        examination: &Examination,
        secrets: &Secrets,
        randomness: &mut (dyn CryptoRng + Send),
        witness: Witness,
        tell: Tell<'_>,
    ) {
        match &examination.settings.store {
            StoreChoice::Embedded {} => {
                self.embedded(examination.store_file.as_deref(), randomness, tell)
                    .await
            }
            StoreChoice::Redis(settings) => {
                self.redis(settings, secrets, randomness, witness, tell)
                    .await;
            }
        }
    }

    fn round<'a>(
        &'a self,
        subject: Subject,
        stages: &'static [Stage],
        tell: Tell<'a>,
    ) -> Round<'a> {
        Round::new(subject, stages, &*self.clock, tell)
    }
}
