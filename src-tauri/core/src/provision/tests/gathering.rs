//! What a desk gives out, and what stays its own.

use super::*;
use crate::settings::StoreChoice;
use crate::vault::{Vault, VaultFault};

async fn vault_with(settings: &Settings, secrets: &Secrets) -> Vault {
    let vault = Vault::in_memory();
    for (name, secret) in secrets.iter() {
        let kept = vault.keep(&settings.secrets, name, secret.clone()).await;
        assert_eq!(kept, Ok(()));
    }
    vault
}

async fn gathered(settings: &Settings, vault: &Vault) -> Result<Bundle, CannotExport> {
    gather(settings, vault, moment(), true, &mut randomness()).await
}

#[tokio::test]
async fn a_desk_shares_all_but_what_is_its_own() {
    let vault = vault_with(&live(), &secrets()).await;
    let settings = live();
    let passcodes = [SecretName::AdminPasscode, SecretName::SupervisorPasscode];
    for passcode in passcodes {
        let kept = vault.keep(&settings.secrets, passcode, secret("s3cret"));
        kept.await.expect("kept");
    }
    let bundle = gathered(&live(), &vault).await.expect("a bundle");
    assert!(agree(&bundle.secrets, &secrets()));
    for passcode in passcodes {
        assert!(bundle.secrets.get(passcode).is_none());
    }
    let json = serde_json::to_string(&bundle.settings).expect("plain data");
    for own in ["Reception", "00112233", "passcodeSet", "typed-in"] {
        assert!(!json.contains(own), "{own}");
    }
    let without = gather(&live(), &vault, moment(), false, &mut randomness()).await;
    assert_eq!(without.expect("a bundle").settings.appearance, None);
}

#[tokio::test]
async fn desks_with_stores_of_their_own_share_no_site_key() {
    let mut settings = live();
    settings.store = StoreChoice::Embedded {};
    let vault = vault_with(&settings, &secrets()).await;
    let bundle = gathered(&settings, &vault).await.expect("a bundle");
    assert!(bundle.secrets.get(SecretName::SiteKey).is_none());
    assert!(bundle.secrets.get(SecretName::OtherSiteKey).is_none());
    assert!(bundle.secrets.get(SecretName::SinchSmsToken).is_some());
}

#[tokio::test]
async fn a_shared_stores_first_key_is_drawn_once_and_kept() {
    let mut before = secrets();
    before.remove(SecretName::SiteKey);
    before.remove(SecretName::OtherSiteKey);
    let vault = vault_with(&live(), &before).await;
    let first = gathered(&live(), &vault).await.expect("a bundle");
    let second = gathered(&live(), &vault).await.expect("a bundle");
    assert!(first.secrets.get(SecretName::SiteKey).is_some());
    assert!(first.secrets.agree(&second.secrets, SecretName::SiteKey));
}

#[tokio::test]
async fn nothing_is_gathered_where_a_secret_is_missing_or_can_t_be_read() {
    let mut before = secrets();
    before.remove(SecretName::SinchSmsToken);
    let vault = vault_with(&live(), &before).await;
    let refused = gathered(&live(), &vault)
        .await
        .expect_err("a secret is missing");
    assert_eq!(refused, CannotExport::Missing(SecretName::SinchSmsToken));
    let locked = Vault::failing(VaultFault::Locked);
    let refused = gathered(&live(), &locked).await.expect_err("locked");
    assert_eq!(refused, CannotExport::Vault(VaultFault::Locked));
}
