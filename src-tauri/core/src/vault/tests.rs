use secrecy::{ExposeSecret, SecretString};

use super::{Kept, LONGEST, SecretName, SecretSet, Vault, VaultFault, VaultState};

const NAME: SecretName = SecretName::SinchSmsToken;

fn set() -> SecretSet {
    SecretSet::default()
}

async fn reads(vault: &Vault) -> Option<String> {
    let secret = vault.read(&set(), NAME).await.unwrap();
    secret.map(|secret| secret.expose_secret().to_owned())
}

#[tokio::test]
async fn what_is_kept_is_read_until_it_is_forgotten() {
    let vault = Vault::in_memory();
    assert_eq!(reads(&vault).await, None);
    vault.keep(&set(), NAME, "first".into()).await.unwrap();
    vault.keep(&set(), NAME, "second".into()).await.unwrap();
    assert_eq!(reads(&vault).await.as_deref(), Some("second"));
    vault.forget(&set(), NAME).await.unwrap();
    vault.forget(&set(), NAME).await.unwrap();
    assert_eq!(reads(&vault).await, None);
}

#[tokio::test]
async fn a_set_does_not_see_the_secrets_of_another() {
    let vault = Vault::in_memory();
    let other: SecretSet = "imported".parse().unwrap();
    vault.keep(&other, NAME, "theirs".into()).await.unwrap();
    assert_eq!(reads(&vault).await, None);
}

#[tokio::test]
async fn a_passcode_belongs_to_no_set() {
    let vault = Vault::in_memory();
    let other: SecretSet = "imported".parse().unwrap();
    for name in [SecretName::AdminPasscode, SecretName::SupervisorPasscode] {
        vault.keep(&other, name, "record".into()).await.unwrap();
        assert!(vault.read(&set(), name).await.unwrap().is_some());
    }
}

#[tokio::test]
async fn the_session_goes_before_the_keyring_until_the_keyring_takes_a_new_one() {
    let vault = Vault::in_memory();
    vault.keep(&set(), NAME, "kept".into()).await.unwrap();
    assert_eq!(vault.kept(&set(), NAME).await.unwrap(), Some(Kept::Keyring));
    vault.keep_for_session(&set(), NAME, "session".into());
    assert_eq!(reads(&vault).await.as_deref(), Some("session"));
    assert_eq!(vault.kept(&set(), NAME).await.unwrap(), Some(Kept::Session));
    vault.keep(&set(), NAME, "newer".into()).await.unwrap();
    assert_eq!(reads(&vault).await.as_deref(), Some("newer"));
}

#[tokio::test]
async fn without_a_usable_keyring_the_session_still_keeps() {
    for fault in [VaultFault::Absent, VaultFault::Locked, VaultFault::Refused] {
        let vault = Vault::failing(fault);
        assert_eq!(vault.read(&set(), NAME).await.unwrap_err(), fault);
        assert_eq!(vault.kept(&set(), NAME).await.unwrap_err(), fault);
        let kept = vault.keep(&set(), NAME, "secret".into()).await;
        assert_eq!(kept.unwrap_err(), fault);
        vault.keep_for_session(&set(), NAME, "secret".into());
        assert_eq!(reads(&vault).await.as_deref(), Some("secret"));
    }
}

#[tokio::test]
async fn forgetting_tells_when_the_keyring_may_still_have_it() {
    let locked = Vault::failing(VaultFault::Locked);
    locked.keep_for_session(&set(), NAME, "secret".into());
    let forgotten = locked.forget(&set(), NAME).await;
    assert_eq!(forgotten, Err(VaultFault::Locked));
    assert!(locked.read(&set(), NAME).await.is_err());

    let absent = Vault::failing(VaultFault::Absent);
    absent.keep_for_session(&set(), NAME, "secret".into());
    assert_eq!(absent.forget(&set(), NAME).await, Ok(()));
    assert_eq!(absent.forget(&set(), NAME).await, Err(VaultFault::Absent));
}

#[tokio::test]
async fn a_secret_that_windows_would_not_keep_is_too_long_everywhere() {
    let vault = Vault::in_memory();
    // A letter takes twice its byte in UTF-16; a euro sign takes three in UTF-8 and two in UTF-16.
    for (character, most) in [("a", LONGEST / 2), ("\u{20ac}", LONGEST / 3)] {
        let fitting = SecretString::from(character.repeat(most));
        assert_eq!(vault.keep(&set(), NAME, fitting).await, Ok(()));
        let over = SecretString::from(character.repeat(most + 1));
        let kept = vault.keep(&set(), NAME, over).await;
        assert_eq!(kept, Err(VaultFault::TooLong));
    }
}

#[tokio::test]
async fn a_locked_keyring_opens_only_when_asked_to() {
    let vault = Vault::failing(VaultFault::Locked);
    assert_eq!(vault.look().await, Err(VaultFault::Locked));
    assert_eq!(vault.unlock().await, Ok(()));
    assert_eq!(reads(&vault).await, None);
}

#[tokio::test]
async fn the_state_follows_the_answers() {
    let vault = Vault::failing(VaultFault::Locked);
    let state = vault.state();
    assert_eq!(*state.borrow(), VaultState::NotAsked);
    vault.look().await.unwrap_err();
    assert_eq!(*state.borrow(), VaultState::Fails(VaultFault::Locked));
    vault.unlock().await.unwrap();
    assert_eq!(*state.borrow(), VaultState::Answers);
}

#[tokio::test]
async fn nothing_of_a_secret_shows_in_debug_output() {
    let vault = Vault::in_memory();
    vault.keep_for_session(&set(), NAME, "hunter2".into());
    vault.keep(&set(), NAME, "hunter2".into()).await.unwrap();
    let secret = vault.read(&set(), NAME).await.unwrap();
    let printed = format!("{vault:?} {secret:?} {:?}", vault.state());
    assert!(!printed.contains("hunter2"), "{printed}");
}
