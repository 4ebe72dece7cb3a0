//! Gathering what a desk shares. Nothing is written but a site key where there was none.

use rand::CryptoRng;
use thiserror::Error;

use super::secrets::SITE_KEYS;
use super::{Bundle, Secrets, SharedSettings};
use crate::settings::{Settings, SmsAccount};
use crate::site_keys::WrittenSiteKey;
use crate::time::Timestamp;
use crate::vault::{SecretName, Vault, VaultFault};

/// Why there is nothing to put into a bundle.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum CannotExport {
    /// The keyring does not give the secrets out.
    #[error(transparent)]
    Vault(#[from] VaultFault),
    /// A secret is missing that the settings need: no desk could send by this bundle.
    #[error("a secret is missing that the settings need")]
    Missing(SecretName),
}

/// What the desk with these settings shares. Desks of a store of their own have a site key of their own,
/// so none is in it then. Where a shared store's desks have no site key yet, one is drawn and kept.
///
/// # Errors
/// [`CannotExport`] where a secret can't be read, or there is none.
pub async fn gather<R: CryptoRng + Send>(
    settings: &Settings,
    vault: &Vault,
    made_at: Timestamp,
    with_appearance: bool,
    randomness: &mut R,
) -> Result<Bundle, CannotExport> {
    let shared = SharedSettings::of(settings, with_appearance);
    let mut secrets = Secrets::of_set(vault, &settings.secrets).await?;
    if !shared.has_shared_store() {
        for name in SITE_KEYS {
            secrets.remove(name);
        }
    } else if secrets.get(SecretName::SiteKey).is_none() {
        let key = WrittenSiteKey::draw(randomness).into_text();
        vault
            .keep(&settings.secrets, SecretName::SiteKey, key.clone())
            .await?;
        secrets.put(SecretName::SiteKey, key);
    }
    if let Some(missing) = needed(&shared).find(|name| secrets.get(*name).is_none()) {
        return Err(CannotExport::Missing(missing));
    }
    Ok(Bundle {
        made_at,
        settings: shared,
        secrets,
    })
}

/// The secrets without which the accounts are of no use. A Redis may ask for no password.
fn needed(shared: &SharedSettings) -> impl Iterator<Item = SecretName> {
    let verification = shared.sinch.verification.as_ref();
    let of_verification = verification.map(|_| SecretName::SinchApplicationSecret);
    let of_sms = shared.sinch.sms.as_ref().map(|account| match account {
        SmsAccount::ServicePlan { .. } => SecretName::SinchSmsToken,
        SmsAccount::Project { .. } => SecretName::SinchKeySecret,
    });
    of_verification.into_iter().chain(of_sms)
}
