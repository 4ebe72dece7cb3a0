use std::sync::Arc;
use std::time::Duration;

use secrecy::ExposeSecret as _;

use super::{AdminLock, LockFault, LockStatus, NotOpen, Passcode, Salt, Unlocked, reset};
use crate::settings::AdminSettings;
use crate::time::{Clock as _, ManualClock, Timestamp};
use crate::vault::{Kept, SecretName, SecretSet, Vault, VaultFault};

const RIGHT: &str = "open sesame";
const WRONG: &str = "open barley";
const MINUTE: Duration = Duration::from_secs(60);
const HALF_A_MINUTE: Duration = Duration::from_secs(30);

/// A computer that is restarted by making a new lock on the same vault.
struct Computer {
    vault: Vault,
    clock: Arc<ManualClock>,
}

impl Computer {
    fn new(vault: Vault) -> Self {
        let start = Timestamp::from_second(1_790_000_000).unwrap();
        let clock = Arc::new(ManualClock::new(start));
        Self { vault, clock }
    }

    fn start(&self) -> AdminLock {
        let clock = Arc::clone(&self.clock);
        AdminLock::new(self.vault.clone(), Arc::new(clock))
    }

    /// With a passcode, and restarted since.
    async fn guarded() -> (Self, AdminLock) {
        let computer = Self::new(Vault::in_memory());
        set(&computer.start(), &none(), Kept::Keyring)
            .await
            .unwrap();
        let lock = computer.start();
        (computer, lock)
    }
}

fn none() -> AdminSettings {
    AdminSettings::default()
}

/// The settings of a desk whose passcode is in the keyring.
fn some() -> AdminSettings {
    AdminSettings {
        passcode_set: true,
        ..AdminSettings::default()
    }
}

async fn set(lock: &AdminLock, settings: &AdminSettings, keep: Kept) -> Result<(), LockFault> {
    let passcode = Passcode::new(RIGHT.into()).unwrap();
    let salt = Salt::draw(&mut rand::rng());
    lock.set_passcode(settings, passcode, keep, salt).await
}

async fn try_with(lock: &AdminLock, passcode: &str) -> Unlocked {
    lock.unlock(&some(), passcode.into()).await.unwrap()
}

async fn miss(lock: &AdminLock, times: usize) {
    for _ in 0..times {
        let outcome = try_with(lock, WRONG).await;
        assert!(matches!(outcome, Unlocked::Wrong { .. }), "{outcome:?}");
    }
}

fn waits(wait: Duration) -> LockStatus {
    LockStatus::Locked { wait: Some(wait) }
}

const LOCKED: LockStatus = LockStatus::Locked { wait: None };

#[tokio::test]
async fn the_first_to_come_sets_the_passcode_and_is_in() {
    let lock = Computer::new(Vault::in_memory()).start();
    assert_eq!(lock.status(&none()).await, LockStatus::NotSet);
    assert_eq!(lock.require(), Err(NotOpen));
    set(&lock, &none(), Kept::Keyring).await.unwrap();
    assert_eq!(lock.status(&some()).await, LockStatus::Open);
    assert_eq!(lock.require(), Ok(()));
}

#[tokio::test]
async fn after_a_restart_it_takes_the_passcode_and_no_other() {
    let (_, lock) = Computer::guarded().await;
    assert_eq!(lock.status(&some()).await, LOCKED);
    assert_eq!(try_with(&lock, WRONG).await, Unlocked::Wrong { wait: None });
    assert_eq!(lock.require(), Err(NotOpen));
    assert_eq!(try_with(&lock, RIGHT).await, Unlocked::Open);
    assert_eq!(lock.require(), Ok(()));
}

#[tokio::test]
async fn who_was_not_let_in_sets_no_other_passcode() {
    let (_, lock) = Computer::guarded().await;
    for settings in [none(), some()] {
        let outcome = set(&lock, &settings, Kept::Session).await;
        assert_eq!(outcome, Err(LockFault::NotOpen(NotOpen)));
    }
}

#[tokio::test]
async fn who_was_let_in_may_set_another() {
    let (computer, lock) = Computer::guarded().await;
    try_with(&lock, RIGHT).await;
    let other = Passcode::new(WRONG.into()).unwrap();
    let salt = Salt::draw(&mut rand::rng());
    lock.set_passcode(&some(), other, Kept::Keyring, salt)
        .await
        .unwrap();
    let lock = computer.start();
    assert!(matches!(
        try_with(&lock, RIGHT).await,
        Unlocked::Wrong { .. }
    ));
    assert_eq!(try_with(&lock, WRONG).await, Unlocked::Open);
}

#[tokio::test]
async fn after_the_fourth_wrong_try_not_even_the_right_one_is_looked_at() {
    let (computer, lock) = Computer::guarded().await;
    miss(&lock, 3).await;
    let wait = HALF_A_MINUTE;
    let fourth = try_with(&lock, WRONG).await;
    assert_eq!(fourth, Unlocked::Wrong { wait: Some(wait) });
    assert_eq!(lock.status(&some()).await, waits(wait));
    assert_eq!(try_with(&lock, RIGHT).await, Unlocked::Wait { wait });
    computer.clock.advance(wait);
    assert_eq!(try_with(&lock, RIGHT).await, Unlocked::Open);
}

#[tokio::test]
async fn a_right_try_clears_the_count() {
    let (_, lock) = Computer::guarded().await;
    miss(&lock, 3).await;
    assert_eq!(try_with(&lock, RIGHT).await, Unlocked::Open);
    lock.lock();
    miss(&lock, 3).await;
    assert_eq!(try_with(&lock, RIGHT).await, Unlocked::Open);
}

#[tokio::test]
async fn a_restart_clears_no_count_and_ends_no_wait() {
    let (computer, lock) = Computer::guarded().await;
    miss(&lock, 4).await;
    computer.clock.advance(Duration::from_secs(10));
    let lock = computer.start();
    assert_eq!(lock.status(&some()).await, waits(Duration::from_secs(20)));
    computer.clock.advance(Duration::from_secs(20));
    let wait = Some(MINUTE);
    assert_eq!(try_with(&lock, WRONG).await, Unlocked::Wrong { wait });
}

#[tokio::test]
async fn a_clock_that_is_set_back_or_forward_changes_no_wait_of_this_run() {
    let (computer, lock) = Computer::guarded().await;
    miss(&lock, 4).await;
    let start = computer.clock.now();
    for hours in [-5, 5] {
        let shift = jiff::SignedDuration::from_hours(hours);
        computer.clock.set(start.saturating_add(shift).unwrap());
        assert_eq!(lock.status(&some()).await, waits(HALF_A_MINUTE));
    }
}

#[tokio::test]
async fn a_clock_that_is_set_back_over_a_restart_shortens_no_wait() {
    let (computer, lock) = Computer::guarded().await;
    miss(&lock, 4).await;
    let earlier = jiff::SignedDuration::from_hours(-5);
    let earlier = computer.clock.now().saturating_add(earlier).unwrap();
    computer.clock.set(earlier);
    let lock = computer.start();
    assert_eq!(lock.status(&some()).await, waits(HALF_A_MINUTE));
    computer.clock.advance(HALF_A_MINUTE);
    assert_eq!(lock.status(&some()).await, LOCKED);
}

#[tokio::test]
async fn tries_at_once_are_counted_one_by_one() {
    let (_, lock) = Computer::guarded().await;
    let settings = some();
    let tries = || lock.unlock(&settings, WRONG.into());
    let outcomes = tokio::join!(tries(), tries(), tries(), tries(), tries(), tries());
    let (a, b, c, d, e, f) = outcomes;
    let looked_at = [a, b, c, d, e, f]
        .into_iter()
        .filter(|outcome| matches!(outcome, Ok(Unlocked::Wrong { .. })))
        .count();
    assert_eq!(looked_at, 4);
}

#[tokio::test]
async fn a_try_that_nobody_waits_for_was_counted() {
    let (computer, lock) = Computer::guarded().await;
    let settings = some();
    for tries in 1..=4 {
        tokio::select! {
            _ = lock.unlock(&settings, WRONG.into()) => {}
            () = counted(&computer.vault, tries) => {}
        }
    }
    let status = lock.status(&some()).await;
    assert!(matches!(status, LockStatus::Locked { wait: Some(_) }));
}

/// Waits until so many wrong tries stand in the keyring.
async fn counted(vault: &Vault, tries: u32) {
    let (set, name) = (SecretSet::default(), SecretName::AdminPasscode);
    let count = format!("\"wrong\":{tries}");
    loop {
        let record = vault.read(&set, name).await.unwrap().unwrap();
        if record.expose_secret().contains(&count) {
            return;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn unused_it_falls_shut_after_five_minutes() {
    let (computer, lock) = Computer::guarded().await;
    try_with(&lock, RIGHT).await;
    computer.clock.advance(4 * MINUTE);
    assert_eq!(lock.require(), Ok(()));
    computer.clock.advance(4 * MINUTE);
    assert_eq!(lock.status(&some()).await, LockStatus::Open);
    computer.clock.advance(MINUTE);
    assert_eq!(lock.require(), Err(NotOpen));
    assert_eq!(lock.status(&some()).await, LOCKED);
}

#[tokio::test]
async fn it_falls_shut_while_the_computer_sleeps() {
    let (computer, lock) = Computer::guarded().await;
    try_with(&lock, RIGHT).await;
    let awake = computer.clock.now().saturating_add(5 * MINUTE).unwrap();
    computer.clock.set(awake);
    assert_eq!(lock.require(), Err(NotOpen));
}

#[tokio::test]
async fn a_clock_that_is_set_back_does_not_hold_it_open() {
    let (computer, lock) = Computer::guarded().await;
    try_with(&lock, RIGHT).await;
    computer.clock.set(Timestamp::UNIX_EPOCH);
    computer.clock.advance(5 * MINUTE);
    assert_eq!(lock.require(), Err(NotOpen));
}

#[tokio::test]
async fn shorter_settings_count_at_once() {
    let (computer, lock) = Computer::guarded().await;
    try_with(&lock, RIGHT).await;
    computer.clock.advance(2 * MINUTE);
    let short = AdminSettings {
        lock_after_minutes: 1.try_into().unwrap(),
        ..some()
    };
    assert_eq!(lock.status(&short).await, LOCKED);
    assert_eq!(lock.require(), Err(NotOpen));
}

#[tokio::test]
async fn locked_by_hand_it_is_locked() {
    let (_, lock) = Computer::guarded().await;
    try_with(&lock, RIGHT).await;
    lock.lock();
    assert_eq!(lock.require(), Err(NotOpen));
}

#[tokio::test]
async fn a_keyring_that_does_not_tell_a_passcode_that_was_set_keeps_it_shut() {
    for fault in [VaultFault::Absent, VaultFault::Locked, VaultFault::Refused] {
        let lock = Computer::new(Vault::failing(fault)).start();
        assert_eq!(lock.status(&some()).await, LockStatus::Shut(fault));
        let outcome = lock.unlock(&some(), RIGHT.into()).await;
        assert_eq!(outcome, Err(LockFault::Keyring(fault)));
        let outcome = set(&lock, &some(), Kept::Session).await;
        assert_eq!(outcome, Err(LockFault::NotOpen(NotOpen)));
    }
}

#[tokio::test]
async fn a_keyring_that_lost_the_passcode_keeps_it_shut() {
    let lock = Computer::new(Vault::in_memory()).start();
    let shut = LockStatus::Shut(VaultFault::Unreadable);
    assert_eq!(lock.status(&some()).await, shut);
}

#[tokio::test]
async fn what_is_no_passcode_keeps_it_shut() {
    let computer = Computer::new(Vault::in_memory());
    let (set_of_secrets, name) = (SecretSet::default(), SecretName::AdminPasscode);
    computer
        .vault
        .keep(&set_of_secrets, name, "{}".into())
        .await
        .unwrap();
    let shut = LockStatus::Shut(VaultFault::Unreadable);
    assert_eq!(computer.start().status(&none()).await, shut);
}

#[tokio::test]
async fn without_a_keyring_a_passcode_counts_for_the_session() {
    let computer = Computer::new(Vault::failing(VaultFault::Absent));
    let lock = computer.start();
    assert_eq!(lock.status(&none()).await, LockStatus::NotSet);
    let in_keyring = set(&lock, &none(), Kept::Keyring).await;
    assert_eq!(in_keyring, Err(LockFault::Keyring(VaultFault::Absent)));
    set(&lock, &none(), Kept::Session).await.unwrap();
    lock.lock();
    assert_eq!(lock.status(&none()).await, LOCKED);
    miss(&lock, 1).await;
    assert_eq!(try_with(&lock, RIGHT).await, Unlocked::Open);
}

#[tokio::test]
async fn a_reset_forgets_the_passcode_and_the_secrets_it_guarded() {
    let (computer, _) = Computer::guarded().await;
    let desk = SecretSet::default();
    for name in SecretName::ALL {
        if name != SecretName::AdminPasscode {
            computer
                .vault
                .keep(&desk, name, "made up".into())
                .await
                .unwrap();
        }
    }
    reset(&computer.vault, &desk).await.unwrap();
    for name in SecretName::ALL {
        let left = computer.vault.read(&desk, name).await.unwrap();
        assert!(left.is_none(), "{name:?}");
    }
    assert_eq!(computer.start().status(&none()).await, LockStatus::NotSet);
}
