//! The vault against the keyring of Windows or macOS itself: Credential Manager, or the login keychain. It is the
//! keyring of whoever runs the tests, so each test keeps a set of its own there and leaves nothing behind.
//! Linux has more states to be found in, and tests of its own: `tests/keyring/`.
#![cfg(any(windows, target_os = "macos"))]
#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

use countersign_core::vault::{LONGEST, SecretName, SecretSet, Vault, VaultFault, VaultState};
use secrecy::{ExposeSecret, SecretString};

/// A set of secrets that nobody else has, in this computer's keyring.
struct Kept {
    vault: Vault,
    set: SecretSet,
}

impl Kept {
    fn new() -> Self {
        Self {
            vault: Vault::of_this_computer(),
            set: SecretSet::draw(&mut rand::rng()),
        }
    }

    async fn read(&self, name: SecretName) -> Option<String> {
        let secret = self.vault.read(&self.set, name).await;
        let secret = secret.expect("the keyring answers");
        secret.map(|secret| secret.expose_secret().to_owned())
    }

    async fn keep(&self, name: SecretName, secret: &str) {
        let secret = SecretString::from(secret.to_owned());
        let kept = self.vault.keep(&self.set, name, secret).await;
        kept.expect("the keyring takes it");
    }

    async fn forget(&self, name: SecretName) {
        let forgotten = self.vault.forget(&self.set, name).await;
        forgotten.expect("the keyring forgets it");
    }
}

#[tokio::test]
async fn the_keyring_is_there_and_open() {
    let vault = Vault::of_this_computer();
    assert_eq!(vault.look().await, Ok(()));
    assert_eq!(*vault.state().borrow(), VaultState::Answers);
}

#[tokio::test]
async fn what_is_kept_is_read_until_it_is_forgotten() {
    let kept = Kept::new();
    let name = SecretName::SinchSmsToken;
    assert_eq!(kept.read(name).await, None);
    kept.keep(name, "first").await;
    assert_eq!(kept.read(name).await.as_deref(), Some("first"));
    kept.keep(name, "second").await;
    assert_eq!(kept.read(name).await.as_deref(), Some("second"));
    kept.forget(name).await;
    assert_eq!(kept.read(name).await, None);
    kept.forget(name).await;
}

#[tokio::test]
async fn another_vault_reads_what_one_kept() {
    let kept = Kept::new();
    let name = SecretName::SiteKey;
    kept.keep(name, "made-up-key").await;
    let other = Kept {
        vault: Vault::of_this_computer(),
        set: kept.set.clone(),
    };
    assert_eq!(other.read(name).await.as_deref(), Some("made-up-key"));
    other.forget(name).await;
    assert_eq!(kept.read(name).await, None);
}

#[tokio::test]
async fn names_and_sets_stand_apart() {
    let (kept, other) = (Kept::new(), Kept::new());
    let name = SecretName::RedisPassword;
    kept.keep(name, "ours").await;
    assert_eq!(kept.read(SecretName::SentinelPassword).await, None);
    assert_eq!(other.read(name).await, None);
    kept.forget(name).await;
}

#[tokio::test]
async fn every_letter_comes_back_as_it_was() {
    let kept = Kept::new();
    let name = SecretName::RedisPassword;
    let secret = "å ß “quoted” \u{1f511} \"\\ \u{a0}end";
    kept.keep(name, secret).await;
    assert_eq!(kept.read(name).await.as_deref(), Some(secret));
    kept.forget(name).await;
}

/// Windows sets the measure: a secret that it keeps whole has at most this many bytes of UTF-16.
#[tokio::test]
async fn the_longest_secret_is_kept_whole_and_no_longer_one() {
    let kept = Kept::new();
    let name = SecretName::SinchKeySecret;
    let longest = "a".repeat(LONGEST / 2);
    kept.keep(name, &longest).await;
    assert_eq!(kept.read(name).await, Some(longest));
    let longer = SecretString::from("a".repeat(LONGEST / 2 + 1));
    let refused = kept.vault.keep(&kept.set, name, longer).await;
    assert_eq!(refused, Err(VaultFault::TooLong));
    kept.forget(name).await;
}
