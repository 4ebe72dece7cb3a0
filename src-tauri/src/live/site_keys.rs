//! The site's keys: from the vault, and drawn where there is none and none can be elsewhere. A second key
//! for a site would hide its desks' challenges and counts from each other.

use countersign_core::policy::Limits;
use countersign_core::settings::{Settings, StoreChoice};
use countersign_core::site_keys::{SiteKeys, WrittenSiteKey};
use countersign_core::store::Store;
use countersign_core::vault::{Kept, SecretName, SecretSet, Vault, VaultFault};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use secrecy::SecretString;

use super::{LiveError, is_shared};

const NAME: SecretName = SecretName::SiteKey;

/// The keys that go with the settings.
pub(super) async fn of(
    settings: &Settings,
    vault: &Vault,
    store: &dyn Store,
    limits: &Limits,
) -> Result<SiteKeys, LiveError> {
    let set = &settings.secrets;
    match vault.read(set, NAME).await {
        Ok(Some(kept)) => keys(&kept, successor(vault, set).await?.as_ref()),
        Ok(None) if is_new_site(settings, store, limits).await? => draw(settings, vault).await,
        Ok(None) => Err(LiveError::Missing(NAME)),
        Err(fault) => draw_for_session(settings, vault, fault),
    }
}

/// The key that is to follow, from where the key itself is: one that is kept for this session only has none
/// in the keyring, which need not even be there.
async fn successor(vault: &Vault, set: &SecretSet) -> Result<Option<SecretString>, VaultFault> {
    let other = SecretName::OtherSiteKey;
    let is_in_session = vault.kept(set, NAME).await? == Some(Kept::Session);
    if is_in_session && vault.kept(set, other).await != Ok(Some(Kept::Session)) {
        return Ok(None);
    }
    vault.read(set, other).await
}

async fn draw(settings: &Settings, vault: &Vault) -> Result<SiteKeys, LiveError> {
    let drawn = WrittenSiteKey::draw(&mut UnwrapErr(SysRng)).into_text();
    vault.keep(&settings.secrets, NAME, drawn.clone()).await?;
    tracing::info!("drew the site's key");
    keys(&drawn, None)
}

/// Where the accounts' secrets are kept for this session only, so is the key, unless other desks have it.
fn draw_for_session(
    settings: &Settings,
    vault: &Vault,
    fault: VaultFault,
) -> Result<SiteKeys, LiveError> {
    if is_shared(&settings.store) {
        return Err(fault.into());
    }
    let drawn = WrittenSiteKey::draw(&mut UnwrapErr(SysRng)).into_text();
    vault.keep_for_session(&settings.secrets, NAME, drawn.clone());
    tracing::warn!(code = fault.code(), "drew a site key for this session only");
    keys(&drawn, None)
}

/// Whether no other desk can have a key for this site yet, as far as its store tells: nobody else uses an
/// embedded one, and what stands in a shared one was sealed with somebody's key.
async fn is_new_site(
    settings: &Settings,
    store: &dyn Store,
    limits: &Limits,
) -> Result<bool, LiveError> {
    match &settings.store {
        StoreChoice::Embedded {} => Ok(true),
        StoreChoice::Redis(_) => Ok(store.open_challenges(limits).await?.is_empty()),
    }
}

fn keys(key: &SecretString, other: Option<&SecretString>) -> Result<SiteKeys, LiveError> {
    SiteKeys::read(key, other).map_err(|_| LiveError::Unfit(NAME))
}
