//! Planning a change of the site key, in the vault: the next key is drawn and kept with its moments, and
//! takes the place of the older one once that is over. Other desks learn of it by a bundle.

use std::time::Duration;

use rand::CryptoRng;
use thiserror::Error;

use super::{Changeover, NotASiteKey, Phase, UnfitChangeover, WrittenSiteKey, WrittenSuccessor};
use crate::time::Timestamp;
use crate::vault::{SecretName, SecretSet, Vault, VaultFault};

/// Why a change of the site key can't be planned, or told.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum CannotPlan {
    /// The keyring can't be used.
    #[error(transparent)]
    Vault(#[from] VaultFault),
    /// It is out of its bounds.
    #[error(transparent)]
    Unfit(#[from] UnfitChangeover),
    /// There is no site key yet that could be changed.
    #[error("there is no site key yet: it is drawn when the desk goes live")]
    NoKey,
    /// One is planned already, and not over.
    #[error("a change of the site key is under way")]
    UnderWay,
    /// What the vault has is not a key.
    #[error(transparent)]
    NotASiteKey(#[from] NotASiteKey),
}

impl CannotPlan {
    /// The stable code of the reason.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vault(fault) => fault.code(),
            Self::Unfit(UnfitChangeover::Switch) => "siteKey.switch",
            Self::Unfit(UnfitChangeover::Overlap | UnfitChangeover::Order) => "siteKey.overlap",
            Self::NoKey => "siteKey.noKey",
            Self::UnderWay => "siteKey.underWay",
            Self::NotASiteKey(NotASiteKey) => "siteKey.unreadable",
        }
    }
}

/// Draws the next site key, to be used from `switch_in` after `now` on.
///
/// # Errors
/// [`CannotPlan`] says why not; then nothing was changed.
pub async fn plan<R: CryptoRng + Send>(
    vault: &Vault,
    set: &SecretSet,
    now: Timestamp,
    switch_in: Duration,
    overlap: Duration,
    randomness: &mut R,
) -> Result<Changeover, CannotPlan> {
    let changeover = Changeover::new(now, switch_in, overlap)?;
    retire(vault, set, now).await?;
    if planned(vault, set).await?.is_some() {
        return Err(CannotPlan::UnderWay);
    }
    if vault.read(set, SecretName::SiteKey).await?.is_none() {
        return Err(CannotPlan::NoKey);
    }
    let successor = WrittenSuccessor::new(WrittenSiteKey::draw(randomness), changeover);
    vault
        .keep(set, SecretName::OtherSiteKey, successor.text())
        .await?;
    Ok(changeover)
}

/// The change of the site key that is planned or under way, or that is over and not yet tidied up.
///
/// # Errors
/// [`CannotPlan::Vault`], [`CannotPlan::NotASiteKey`].
pub async fn planned(vault: &Vault, set: &SecretSet) -> Result<Option<Changeover>, CannotPlan> {
    let Some(text) = vault.read(set, SecretName::OtherSiteKey).await? else {
        return Ok(None);
    };
    Ok(Some(WrittenSuccessor::read(&text)?.changeover()))
}

/// Forgets the older key where its time is over at `now`, which should be the store's. Cut off in
/// between, the newer key is there twice, and the next call ends it. Answers whether it was over.
///
/// # Errors
/// As [`planned`].
pub async fn retire(vault: &Vault, set: &SecretSet, now: Timestamp) -> Result<bool, CannotPlan> {
    let Some(text) = vault.read(set, SecretName::OtherSiteKey).await? else {
        return Ok(false);
    };
    let successor = WrittenSuccessor::read(&text)?;
    match successor.changeover().phase(now) {
        Phase::Before | Phase::Overlap => return Ok(false),
        Phase::Over => {}
    }
    let key = successor.into_key().into_text();
    vault.keep(set, SecretName::SiteKey, key).await?;
    vault.forget(set, SecretName::OtherSiteKey).await?;
    Ok(true)
}
