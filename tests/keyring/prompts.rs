//! The desktop's prompt for the keyring's password: it comes when somebody asked to unlock, and never else.

use std::time::{Duration, Instant};

use countersign_driver::{Error, KeyringState, Prompter};
use tokio::time::sleep;

use crate::asker::Asker;
use crate::desk::Desk;

const SOON: Duration = Duration::from_secs(10);
const AT_ONCE: Duration = Duration::from_secs(3);

/// A desk at which a secret was kept before its keyring was locked.
async fn locked_desk() -> Result<Desk, Error> {
    let desk = Desk::with(KeyringState::Unlocked).await?;
    assert_eq!(Asker::at(&desk).ask("keep token").await.says, "done");
    Desk::again(desk.into_home(), KeyringState::Locked).await
}

async fn is_asked(prompter: &Prompter) {
    let start = Instant::now();
    while prompter.asked() == 0 {
        assert!(start.elapsed() < SOON, "no prompt came");
        sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn no_question_shows_a_prompt() -> Result<(), Error> {
    for desk in [
        locked_desk().await?,
        Desk::with(KeyringState::Locked).await?,
        Desk::with(KeyringState::Empty).await?,
    ] {
        let prompter = desk.prompter().await?;
        let mut asker = Asker::at(&desk);
        for question in ["look", "read", "kept", "keep other", "forget"] {
            asker.ask(question).await;
        }
        assert_eq!(prompter.asked(), 0);
    }
    Ok(())
}

#[tokio::test]
async fn unlocking_an_open_keyring_shows_no_prompt() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Unlocked).await?;
    let prompter = desk.prompter().await?;
    assert_eq!(Asker::at(&desk).ask("unlock").await.says, "done");
    assert_eq!(prompter.asked(), 0);
    Ok(())
}

#[tokio::test]
async fn while_a_prompt_waits_nobody_else_does() -> Result<(), Error> {
    let desk = locked_desk().await?;
    let prompter = desk.prompter().await?;
    let mut asker = Asker::at(&desk);
    let unlocking = asker.put("unlock").await;
    is_asked(&prompter).await;
    for question in ["read", "keep other", "unlock"] {
        let answer = asker.ask(question).await;
        assert_eq!(answer.says, "keyring.locked", "{question}");
        assert!(answer.took < AT_ONCE, "{question}: {:?}", answer.took);
    }
    drop(prompter);
    assert_eq!(asker.answer(unlocking).await.says, "keyring.locked");
    desk.keyring().unlock().await?;
    assert_eq!(asker.ask("read").await.says, "“token”");
    Ok(())
}

#[tokio::test]
async fn a_desktop_without_a_prompt_leaves_it_locked() -> Result<(), Error> {
    let desk = locked_desk().await?;
    let mut asker = Asker::at(&desk);
    let answer = asker.ask("unlock").await;
    assert_eq!(answer.says, "keyring.locked");
    assert!(answer.took < SOON, "{:?}", answer.took);
    assert_eq!(asker.ask("read").await.says, "keyring.locked");
    Ok(())
}

#[tokio::test]
async fn a_prompt_that_nobody_answers_does_not_hold_the_app() -> Result<(), Error> {
    let desk = locked_desk().await?;
    let prompter = desk.prompter().await?;
    let mut asker = Asker::at(&desk);
    asker.put("unlock").await;
    is_asked(&prompter).await;
    let took = asker.leave().await;
    assert!(took < AT_ONCE, "{took:?}");
    Ok(())
}
