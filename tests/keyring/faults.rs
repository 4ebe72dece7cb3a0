//! A keyring that is absent, locked, slow or silent: each is told by its own name and in its own time, and in
//! each a secret can be kept for the session.

use std::time::{Duration, Instant};

use countersign_driver::{Error, KeyringState};

use crate::asker::Asker;
use crate::desk::Desk;

/// How long the vault waits for an answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// What nobody has to wait for, on a busy machine.
const AT_ONCE: Duration = Duration::from_secs(3);

/// Every question, and what a keyring that can't be used is asked.
const QUESTIONS: [&str; 5] = ["look", "read", "kept", "keep token", "forget"];

/// Asks everything of a keyring that can't be used, then keeps a secret for the session.
async fn is_told_as(code: &str, asker: &mut Asker) {
    for question in QUESTIONS {
        let answer = asker.ask(question).await;
        assert_eq!(answer.says, code, "{question}");
        assert!(answer.took < AT_ONCE, "{question}: {:?}", answer.took);
    }
    keeps_for_the_session(asker).await;
}

async fn keeps_for_the_session(asker: &mut Asker) {
    for (question, says) in [
        ("keep-for-session passing", "done"),
        ("read", "“passing”"),
        ("kept", "for the session"),
    ] {
        let answer = asker.ask(question).await;
        assert_eq!(answer.says, says, "{question}");
        assert!(answer.took < AT_ONCE, "{question}: {:?}", answer.took);
    }
}

#[tokio::test]
async fn a_bus_without_a_keyring() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Absent).await?;
    is_told_as("keyring.absent", &mut Asker::at(&desk)).await;
    Ok(())
}

#[tokio::test]
async fn no_bus_at_all() -> Result<(), Error> {
    let mut desk = Desk::with(KeyringState::Absent).await?;
    desk.lose_bus();
    is_told_as("keyring.absent", &mut Asker::at(&desk)).await;
    Ok(())
}

#[tokio::test]
async fn a_service_without_a_keyring_in_it() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Empty).await?;
    is_told_as("keyring.absent", &mut Asker::at(&desk)).await;
    Ok(())
}

#[tokio::test]
async fn a_locked_keyring() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Locked).await?;
    is_told_as("keyring.locked", &mut Asker::at(&desk)).await;
    Ok(())
}

#[tokio::test]
async fn a_locked_keyring_that_has_the_secret() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Unlocked).await?;
    assert_eq!(Asker::at(&desk).ask("keep token").await.says, "done");
    let desk = Desk::again(desk.into_home(), KeyringState::Locked).await?;
    let mut asker = Asker::at(&desk);
    for question in QUESTIONS {
        assert_eq!(
            asker.ask(question).await.says,
            "keyring.locked",
            "{question}"
        );
    }
    desk.keyring().unlock().await?;
    assert_eq!(asker.ask("read").await.says, "“token”");
    Ok(())
}

#[tokio::test]
async fn a_keyring_that_answers_slowly_is_waited_for() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Slow(Duration::from_secs(2))).await?;
    let mut asker = Asker::at(&desk);
    let answer = asker.ask("keep token").await;
    assert_eq!(answer.says, "done");
    assert!(
        answer.took > Duration::from_millis(500),
        "{:?}",
        answer.took
    );
    assert!(answer.took < PATIENCE, "{:?}", answer.took);
    assert_eq!(asker.ask("read").await.says, "“token”");
    Ok(())
}

#[tokio::test]
async fn a_silent_keyring_is_waited_for_once_and_again_only_after_it_answered() -> Result<(), Error>
{
    let desk = Desk::with(KeyringState::Unlocked).await?;
    let mut asker = Asker::at(&desk);
    assert_eq!(asker.ask("keep token").await.says, "done");
    desk.keyring().stop();
    let answer = asker.ask("read").await;
    assert_eq!(answer.says, "keyring.silent");
    assert!(answer.took >= PATIENCE, "{:?}", answer.took);
    assert!(answer.took < PATIENCE + AT_ONCE, "{:?}", answer.took);
    is_told_as("keyring.silent", &mut asker).await;

    desk.keyring().go_on();
    let asked = Instant::now();
    while asker.ask("look").await.says == "keyring.silent" {
        assert!(asked.elapsed() < PATIENCE, "it answers again");
    }
    assert_eq!(asker.ask("forget").await.says, "done");
    assert_eq!(asker.ask("read").await.says, "nothing");
    Ok(())
}

#[tokio::test]
async fn a_keyring_that_is_silent_from_the_start() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Unanswering).await?;
    let mut asker = Asker::at(&desk);
    let (first, second) = (asker.put("read").await, asker.put("kept").await);
    for put in [first, second] {
        let answer = asker.answer(put).await;
        assert_eq!(answer.says, "keyring.silent");
        assert!(answer.took < PATIENCE + AT_ONCE, "{:?}", answer.took);
    }
    is_told_as("keyring.silent", &mut asker).await;
    Ok(())
}

#[tokio::test]
async fn a_keyring_that_hangs_does_not_hold_the_app() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Unanswering).await?;
    let mut asker = Asker::at(&desk);
    let hanging = asker.put("read").await;
    assert_eq!(asker.answer(hanging).await.says, "keyring.silent");
    let took = asker.leave().await;
    assert!(took < AT_ONCE, "{took:?}");
    Ok(())
}
