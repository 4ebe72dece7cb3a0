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

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;
    use secrecy::{ExposeSecret, SecretString};

    use super::*;
    use crate::time::after;

    const HOUR: Duration = Duration::from_secs(60 * 60);
    const OVERLAP: Duration = Duration::from_secs(25 * 60 * 60);
    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    async fn vault() -> (Vault, SecretSet, String) {
        let (vault, set) = (Vault::in_memory(), SecretSet::default());
        let key = WrittenSiteKey::draw(&mut StdRng::seed_from_u64(1)).into_text();
        let text = key.expose_secret().to_owned();
        vault.keep(&set, SecretName::SiteKey, key).await.unwrap();
        (vault, set, text)
    }

    async fn read(vault: &Vault, set: &SecretSet, name: SecretName) -> SecretString {
        vault.read(set, name).await.unwrap().unwrap()
    }

    async fn plan_now(
        vault: &Vault,
        set: &SecretSet,
        now: Timestamp,
    ) -> Result<Changeover, CannotPlan> {
        let mut randomness = StdRng::seed_from_u64(2);
        plan(vault, set, now, HOUR, OVERLAP, &mut randomness).await
    }

    #[tokio::test]
    async fn a_plan_leaves_the_key_of_now_and_keeps_the_next_beside_it() {
        let (vault, set, key) = vault().await;
        let changeover = plan_now(&vault, &set, NOW).await.unwrap();
        assert_eq!(changeover.switch_at(), after(NOW, HOUR));
        assert_eq!(planned(&vault, &set).await, Ok(Some(changeover)));
        let kept = read(&vault, &set, SecretName::SiteKey).await;
        assert_eq!(kept.expose_secret(), key);
    }

    #[tokio::test]
    async fn nothing_is_planned_without_a_key_or_over_another_plan_or_out_of_bounds() {
        let (vault, set, _) = vault().await;
        plan_now(&vault, &set, NOW).await.unwrap();
        let again = plan_now(&vault, &set, after(NOW, HOUR)).await;
        assert_eq!(again, Err(CannotPlan::UnderWay));
        let no_key = plan_now(&Vault::in_memory(), &set, NOW).await;
        assert_eq!(no_key, Err(CannotPlan::NoKey));
        let mut randomness = StdRng::seed_from_u64(3);
        let short = plan(&vault, &set, NOW, HOUR, HOUR, &mut randomness).await;
        assert_eq!(short, Err(UnfitChangeover::Overlap.into()));
        let failed = plan_now(&Vault::failing(VaultFault::Locked), &set, NOW).await;
        assert_eq!(failed, Err(VaultFault::Locked.into()));
    }

    #[tokio::test]
    async fn the_next_key_takes_the_place_of_the_older_at_the_end_and_not_before() {
        let (vault, set, old) = vault().await;
        let changeover = plan_now(&vault, &set, NOW).await.unwrap();
        let successor = read(&vault, &set, SecretName::OtherSiteKey).await;
        let successor = WrittenSuccessor::read(&successor).unwrap();
        let next = successor.into_key().into_text();
        for early in [NOW, changeover.switch_at()] {
            assert_eq!(retire(&vault, &set, early).await, Ok(false));
            let kept = read(&vault, &set, SecretName::SiteKey).await;
            assert_eq!(kept.expose_secret(), old);
        }
        // Cut off after the first of its two steps, it is ended by the next call.
        let cut_off = vault.keep(&set, SecretName::SiteKey, next.clone()).await;
        assert_eq!(cut_off, Ok(()));
        let end = changeover.ends_at();
        assert_eq!(retire(&vault, &set, end).await, Ok(true));
        let kept = read(&vault, &set, SecretName::SiteKey).await;
        assert_eq!(kept.expose_secret(), next.expose_secret());
        assert_eq!(planned(&vault, &set).await, Ok(None));
        assert_eq!(retire(&vault, &set, end).await, Ok(false));
        assert!(plan_now(&vault, &set, end).await.is_ok());
    }
}
