//! The secrets that the settings ask for, read from the keyring once for all that is looked at.

use secrecy::SecretString;

use super::fact::{Fact, Plain};
use super::finding::{Stage, Subject};
use super::remedy::Remedy;
use super::round::{Problem, Seen, Tell};
use super::{Doctor, Examination, Of};
use crate::settings::{Settings, SmsAccount, StoreChoice};
use crate::vault::{SecretName, VaultFault};

/// What was found of one secret.
#[derive(Debug)]
pub(super) enum Held {
    /// It is there.
    Secret(SecretString),
    /// There is none of that name.
    Missing,
    /// The keyring did not say.
    Unknown,
}

/// The secrets that were looked for.
#[derive(Debug, Default)]
pub(super) struct Secrets(Vec<(SecretName, Held)>);

impl Secrets {
    /// What was found; [`Held::Unknown`] of what was not looked for.
    pub(super) fn of(&self, name: SecretName) -> &Held {
        let found = self.0.iter().find(|(other, _)| *other == name);
        found.map_or(&Held::Unknown, |(_, held)| held)
    }
}

/// A secret that the settings may ask for.
struct Wanted {
    name: SecretName,
    /// Whether nothing works without it: a Redis may ask for no password.
    is_needed: bool,
}

impl Doctor {
    /// Reads all that is wanted. That one of them is missing, or the keyring away, is told here; the
    /// subjects that need it go as far as they can without.
    pub(super) async fn secrets(&self, examination: &Examination, tell: Tell<'_>) -> Secrets {
        let round = self.round(Subject::Keyring, &[Stage::Secrets], tell);
        let wanted = wanted(examination);
        let mut secrets = Secrets::default();
        if wanted.is_empty() {
            return secrets;
        }
        let reading = async {
            let mut problem = None;
            for secret in &wanted {
                let read = self.vault.read(&examination.settings.secrets, secret.name);
                let held = match read.await {
                    Ok(Some(secret)) => Held::Secret(secret),
                    Ok(None) => Held::Missing,
                    Err(fault) => {
                        problem.get_or_insert_with(|| problem_of(fault));
                        Held::Unknown
                    }
                };
                secrets.0.push((secret.name, held));
            }
            if let Some(problem) = problem {
                return Err(problem);
            }
            match missing(&wanted, &secrets) {
                names if names.is_empty() => Ok(Seen::well(())),
                names => Err(Problem::new(Remedy::TypeSecret).with([Fact::Missing(names)])),
            }
        };
        round.stage(Stage::Secrets, reading).await;
        secrets
    }
}

fn wanted(examination: &Examination) -> Vec<Wanted> {
    let Examination { of, settings, .. } = examination;
    match of {
        Of::Sinch => of_sinch(settings),
        Of::Store => of_store(settings),
        Of::All => of_sinch(settings)
            .into_iter()
            .chain(of_store(settings))
            .collect(),
    }
}

fn of_sinch(settings: &Settings) -> Vec<Wanted> {
    let verification = settings.sinch.verification.as_ref();
    let verification = verification.map(|_| SecretName::SinchApplicationSecret);
    let sms = settings.sinch.sms.as_ref().map(secret_of);
    let names = verification.into_iter().chain(sms);
    names
        .map(|name| Wanted {
            name,
            is_needed: true,
        })
        .collect()
}

/// Which secret an account for texts is used with.
pub(super) fn secret_of(account: &SmsAccount) -> SecretName {
    match account {
        SmsAccount::ServicePlan { .. } => SecretName::SinchSmsToken,
        SmsAccount::Project { .. } => SecretName::SinchKeySecret,
    }
}

fn of_store(settings: &Settings) -> Vec<Wanted> {
    let names: &[SecretName] = match &settings.store {
        StoreChoice::Embedded {} => &[],
        StoreChoice::Redis(_) => &[SecretName::RedisPassword, SecretName::SentinelPassword],
    };
    let optional = |name: &SecretName| Wanted {
        name: *name,
        is_needed: false,
    };
    names.iter().map(optional).collect()
}

fn missing(wanted: &[Wanted], secrets: &Secrets) -> Vec<Plain> {
    let needed = wanted.iter().filter(|secret| secret.is_needed);
    needed
        .filter(|secret| matches!(secrets.of(secret.name), Held::Missing))
        .map(|secret| Plain::new(secret.name.as_str()))
        .collect()
}

fn problem_of(fault: VaultFault) -> Problem {
    let remedy = match fault {
        VaultFault::Absent => Remedy::InstallKeyring,
        VaultFault::Locked => Remedy::UnlockKeyring,
        VaultFault::Refused => Remedy::AllowKeyring,
        VaultFault::Silent => Remedy::AnswerKeyring,
        VaultFault::TooLong | VaultFault::Unreadable => Remedy::RetypeSecret,
    };
    Problem::new(remedy).with([Fact::Code(fault.code())])
}
