//! A keyring as most desks have it: open since its owner logged on.

use std::fs;
use std::path::Path;
use std::time::Duration;

use countersign_core::vault::LONGEST;
use countersign_driver::{Error, KeyringState};

use crate::asker::Asker;
use crate::desk::Desk;

/// What an open keyring answers in, on a busy machine.
const AT_ONCE: Duration = Duration::from_secs(3);

const SECRET: &str = "made-up-token-4711";

#[tokio::test]
async fn what_is_kept_is_read_until_it_is_forgotten() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Unlocked).await?;
    let mut asker = Asker::at(&desk);
    for (question, says) in [
        ("look", "done"),
        ("read", "nothing"),
        ("kept", "nothing"),
        ("keep first", "done"),
        ("kept", "in the keyring"),
        ("keep second", "done"),
        ("read", "“second”"),
        ("read-of imported", "nothing"),
        ("forget", "done"),
        ("forget", "done"),
        ("read", "nothing"),
    ] {
        let answer = asker.ask(question).await;
        assert_eq!(answer.says, says, "{question}");
        assert!(answer.took < AT_ONCE, "{question}: {:?}", answer.took);
    }
    Ok(())
}

#[tokio::test]
async fn what_is_kept_outlives_the_app_and_the_logon() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Unlocked).await?;
    let mut asker = Asker::at(&desk);
    assert_eq!(asker.ask(&format!("keep {SECRET}")).await.says, "done");
    asker.leave().await;
    let says = format!("“{SECRET}”");
    assert_eq!(Asker::at(&desk).ask("read").await.says, says);
    let desk = Desk::again(desk.into_home(), KeyringState::Unlocked).await?;
    assert_eq!(Asker::at(&desk).ask("read").await.says, says);
    Ok(())
}

#[tokio::test]
async fn the_longest_secret_that_windows_keeps_is_kept_here_and_no_longer_one() -> Result<(), Error>
{
    let desk = Desk::with(KeyringState::Unlocked).await?;
    let mut asker = Asker::at(&desk);
    let longest = "a".repeat(LONGEST / 2);
    assert_eq!(asker.ask(&format!("keep {longest}")).await.says, "done");
    let longer = format!("keep {longest}a");
    assert_eq!(asker.ask(&longer).await.says, "keyring.tooLong");
    assert_eq!(asker.ask("read").await.says, format!("“{longest}”"));
    Ok(())
}

#[tokio::test]
async fn a_secret_of_the_session_hides_the_kept_one_and_ends_with_the_app() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Unlocked).await?;
    let mut asker = Asker::at(&desk);
    for (question, says) in [
        ("keep kept", "done"),
        ("keep-for-session passing", "done"),
        ("read", "“passing”"),
        ("kept", "for the session"),
    ] {
        assert_eq!(asker.ask(question).await.says, says, "{question}");
    }
    asker.leave().await;
    assert_eq!(Asker::at(&desk).ask("read").await.says, "“kept”");
    Ok(())
}

#[tokio::test]
async fn no_secret_is_in_any_file_nor_in_what_any_library_logs() -> Result<(), Error> {
    let desk = Desk::with(KeyringState::Unlocked).await?;
    let mut asker = Asker::at(&desk);
    for question in [format!("keep {SECRET}"), "read".into(), "forget".into()] {
        asker.ask(&question).await;
    }
    assert_eq!(asker.ask(&format!("keep {SECRET}")).await.says, "done");
    asker.leave().await;
    let logged = desk.logged();
    assert!(logged.contains("keyring_core"), "the log has its say");
    assert!(!logged.contains(SECRET));
    let home = desk.into_home();
    let files = files_below(&home.path());
    assert!(files.iter().any(|file| file.ends_with("login.keyring")));
    for file in files {
        let bytes = fs::read(&file).expect("a file of the home");
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(SECRET), "{file}");
    }
    Ok(())
}

fn files_below(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder of the home");
    entries
        .flatten()
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() {
                return files_below(&path);
            }
            vec![path.display().to_string()]
        })
        .collect()
}

#[tokio::test]
async fn a_keyring_that_was_started_again_is_found_again() -> Result<(), Error> {
    let mut desk = Desk::with(KeyringState::Unlocked).await?;
    let mut asker = Asker::at(&desk);
    assert_eq!(asker.ask("keep token").await.says, "done");
    desk.lose_keyring();
    assert_eq!(asker.ask("read").await.says, "keyring.absent");
    desk.find_keyring(KeyringState::Unlocked).await?;
    assert_eq!(asker.ask("read").await.says, "“token”");
    desk.lose_keyring();
    desk.find_keyring(KeyringState::Unlocked).await?;
    assert_eq!(asker.ask("read").await.says, "“token”");
    Ok(())
}
