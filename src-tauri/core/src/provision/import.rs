//! Taking a bundle over, whole or not at all. A new set of secrets is written, then the settings change
//! from the old set to it in one step, then the old set is forgotten. Cut off anywhere, the desk is as it
//! was or as it was to be; what is left over is tidied away by the note that was written first.

use std::error::Error as StdError;

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::secrets::{SHARED, SITE_KEYS};
use super::{Bundle, Changes, Secrets};
use crate::settings::{DeskName, Settings, SettingsError};
use crate::vault::{SecretName, SecretSet, Vault, VaultFault};

type AnyError = Box<dyn StdError + Send + Sync>;

/// The files of one desk. Whoever holds this is the only one who imports: what opens it takes a lock.
///
/// # Errors
/// Every call fails where the files can't be read or written. What replaces a file does so in one step.
pub trait DeskFiles: Sync {
    /// The desk's settings; nothing where there are none yet.
    fn settings(&self) -> Result<Option<Settings>, AnyError>;
    /// Replaces the settings.
    fn replace_settings(&self, settings: &Settings) -> Result<(), AnyError>;
    /// What was noted of an import that may not have come to its end.
    fn note(&self) -> Result<Option<ImportNote>, AnyError>;
    /// Notes an import, in place of the one before.
    fn write_note(&self, note: &ImportNote) -> Result<(), AnyError>;
    /// Removes the note. None there is fine.
    fn remove_note(&self) -> Result<(), AnyError>;
}

/// Which sets of secrets an import is about, so that what it leaves over can be found. No secret.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportNote {
    /// The set that the settings named before, if there were settings.
    pub old: Option<SecretSet>,
    /// The set that they are to name.
    pub new: SecretSet,
}

/// What an import has done so far. Told after each step.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// What would be left over is noted.
    Noted,
    /// A secret is in the keyring, in the new set.
    Kept(SecretName),
    /// The settings are the new ones, with the new set.
    Switched,
    /// A secret of the old set is forgotten.
    Forgot(SecretName),
    /// Nothing is left over.
    Tidied,
}

/// Why an import was not done. The desk is as it was before.
#[derive(Debug, Error)]
pub enum ImportFault {
    /// The keyring can't be used.
    #[error(transparent)]
    Vault(#[from] VaultFault),
    /// The desk's files can't be used.
    #[error("the desk's files can't be used")]
    Files(#[source] AnyError),
    /// The desk can't work by what the bundle says.
    #[error("the bundle's settings can't be used")]
    Settings(#[from] SettingsError),
}

/// An import that is ready: all of it was looked at, and nothing was done.
pub struct Plan {
    settings: Settings,
    secrets: Secrets,
    note: ImportNote,
    changes: Changes,
}

impl Plan {
    /// Plans the import of `bundle` at a desk with these settings, or at one that has none yet.
    ///
    /// # Errors
    /// [`ImportFault`] where the result could not be used, or the keyring can't be read.
    pub async fn new<R: CryptoRng + Send>(
        bundle: Bundle,
        current: Option<Settings>,
        desk_name: Option<DeskName>,
        vault: &Vault,
        randomness: &mut R,
    ) -> Result<Self, ImportFault> {
        let note = ImportNote {
            old: current.as_ref().map(|settings| settings.secrets.clone()),
            new: SecretSet::draw(randomness),
        };
        let before = match &note.old {
            Some(old) => Secrets::of_set(vault, old).await?,
            None => Secrets::default(),
        };
        let mut own = match &current {
            Some(settings) => settings.clone(),
            None => Settings::first(randomness),
        };
        own.desk.name = desk_name.unwrap_or(own.desk.name);
        let Bundle {
            settings: shared,
            mut secrets,
            made_at: _,
        } = bundle;
        if !shared.has_shared_store() {
            keep_own_keys(&mut secrets, &before);
        }
        let settings = shared.over(own, note.new.clone()).validated()?;
        let changes = Changes::between(current.as_ref(), &settings).with_secrets(&before, &secrets);
        Ok(Self {
            settings,
            secrets,
            note,
            changes,
        })
    }

    /// What it changes.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// The settings as they will be.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Does it, and tells each step. Answers the settings that are in the file now.
    ///
    /// # Errors
    /// [`ImportFault`] where it can't be done. The desk is as it was; what could not be forgotten of the
    /// new secrets is, by [`tidy`], as soon as the keyring answers.
    pub async fn carry_out(
        self,
        vault: &Vault,
        files: &impl DeskFiles,
        mut tell: impl FnMut(Step) + Send,
    ) -> Result<Settings, ImportFault> {
        tidy(vault, files).await?;
        files.write_note(&self.note).map_err(ImportFault::Files)?;
        tell(Step::Noted);
        let switched = match self.keep_secrets(vault, &mut tell).await {
            Ok(()) => self.switch(files),
            Err(fault) => Err(fault.into()),
        };
        if let Err(fault) = switched {
            // What can't be undone now stays noted.
            let _ = tidy(vault, files).await;
            return Err(fault);
        }
        tell(Step::Switched);
        if self.forget_old(vault, &mut tell).await.is_ok() && files.remove_note().is_ok() {
            tell(Step::Tidied);
        }
        Ok(self.settings)
    }

    async fn keep_secrets(
        &self,
        vault: &Vault,
        tell: &mut (impl FnMut(Step) + Send),
    ) -> Result<(), VaultFault> {
        for (name, secret) in self.secrets.iter() {
            vault.keep(&self.note.new, name, secret.clone()).await?;
            tell(Step::Kept(name));
        }
        Ok(())
    }

    fn switch(&self, files: &impl DeskFiles) -> Result<(), ImportFault> {
        let Err(error) = files.replace_settings(&self.settings) else {
            return Ok(());
        };
        // It may have failed after the step that counts.
        match files.settings() {
            Ok(Some(settings)) if settings.secrets == self.note.new => Ok(()),
            Ok(_) | Err(_) => Err(ImportFault::Files(error)),
        }
    }

    async fn forget_old(
        &self,
        vault: &Vault,
        tell: &mut (impl FnMut(Step) + Send),
    ) -> Result<(), VaultFault> {
        let Some(old) = &self.note.old else {
            return Ok(());
        };
        for name in SHARED {
            vault.forget(old, name).await?;
            tell(Step::Forgot(name));
        }
        Ok(())
    }
}

/// Removes what an import left over that was cut off: the new secrets where the settings don't name them,
/// the old ones where they do. To be called before a desk is opened, and harmless at any time.
///
/// # Errors
/// [`ImportFault`] where that can't be done now. The note stays, and it can be tried again.
pub async fn tidy(vault: &Vault, files: &impl DeskFiles) -> Result<(), ImportFault> {
    let Some(note) = files.note().map_err(ImportFault::Files)? else {
        return Ok(());
    };
    let settings = files.settings().map_err(ImportFault::Files)?;
    let is_done = settings.is_some_and(|settings| settings.secrets == note.new);
    let unused = if is_done { note.old } else { Some(note.new) };
    if let Some(unused) = unused {
        for name in SHARED {
            vault.forget(&unused, name).await?;
        }
    }
    files.remove_note().map_err(ImportFault::Files)
}

/// A desk with a store of its own keeps the keys by which that store is written.
fn keep_own_keys(secrets: &mut Secrets, before: &Secrets) {
    for name in SITE_KEYS {
        secrets.remove(name);
        if let Some(own) = before.get(name) {
            secrets.put(name, own.clone());
        }
    }
}
