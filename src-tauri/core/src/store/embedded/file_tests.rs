//! What the embedded store does with its file and its thread. The rules it keeps are in `tests`.

use std::fs;
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tempfile::TempDir;

use super::*;
use crate::challenge::{Channel, Gone, NumberKey, Route, Sealed};
use crate::site_key::SiteKey;
use crate::store::{Purpose, Reservation};
use crate::time::SystemClock;

const NUMBER: &str = "+12025550123";
const NUMBER_KEY: NumberKey = NumberKey(*b"key of a number ");
const CODE: CodeDigest = CodeDigest(*b"digest of a code that was drawn ");

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn open(path: &Path) -> Result<EmbeddedStore, StoreFault> {
    EmbeddedStore::open(path, SystemClock)
}

fn first(sealed: Sealed) -> Reservation {
    Reservation {
        challenge: ChallengeId::from_bytes(*b"key of a number random b"),
        send: SendId::from_bytes([2; 16]),
        purpose: Purpose::First { sealed },
        desk: DeskId::from_bytes([3; 16]),
        channel: Channel::Sms,
        route: Route::SinchSms,
        code: Some(CODE),
    }
}

/// Closing writes everything back into the one file, and removes its companions.
fn wait_until_closed(path: &Path) {
    let log = path.with_extension("db-wal");
    let deadline = Instant::now() + Duration::from_secs(10);
    while log.exists() {
        assert!(Instant::now() < deadline, "the store's thread did not end");
        thread::sleep(Duration::from_millis(5));
    }
}

fn path_in(folder: &TempDir) -> std::path::PathBuf {
    folder.path().join("store.db")
}

fn contents(folder: &TempDir) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder.path()).unwrap() {
        all.extend(fs::read(entry.unwrap().path()).unwrap());
    }
    all
}

fn holds(contents: &[u8], wanted: &[u8]) -> bool {
    contents
        .windows(wanted.len())
        .any(|window| window == wanted)
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;

    let folder = folder();
    let store = open(&path_in(&folder)).unwrap();
    store.recover(DeskId::from_bytes([1; 16])).await.unwrap();
    let mut files = 0;
    for entry in fs::read_dir(folder.path()).unwrap() {
        let mode = entry.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        files += 1;
    }
    assert_eq!(files, 3, "the file, its log and the log's index");
}

#[tokio::test]
async fn neither_number_nor_code_is_in_the_file_in_clear() {
    let folder = folder();
    let store = open(&path_in(&folder)).unwrap();
    let key = SiteKey::from_bytes(&[7; 32]);
    let challenge = ChallengeId::from_bytes(*b"key of a number random b");
    let sealed = key.seal(challenge, NUMBER.as_bytes(), &mut rand::rng());
    let request = first(sealed.clone());
    store.reserve(&request, &Limits::default()).await.unwrap();
    let written = contents(&folder);
    assert!(
        holds(&written, NUMBER_KEY.as_bytes()),
        "the scan finds keys"
    );
    assert!(holds(&written, CODE.as_bytes()), "the scan finds digests");
    assert!(holds(&written, &sealed.0), "the scan finds seals");
    assert!(!holds(&written, NUMBER.trim_start_matches('+').as_bytes()));
    assert!(!holds(&written, b"2025550123"));
}

#[tokio::test]
async fn success_erases_digest_and_seal_from_the_file() {
    let folder = folder();
    let path = path_in(&folder);
    let store = open(&path).unwrap();
    let limits = Limits::default();
    // Long enough to need pages of its own, which SQLite would only mark as free.
    let seal = b"what other desks may show ".repeat(1000);
    let request = first(Sealed(seal));
    store.reserve(&request, &limits).await.unwrap();
    let verdict = store
        .check(
            request.challenge,
            TryId::from_bytes([9; 16]),
            &CODE,
            &limits,
        )
        .await;
    assert_eq!(verdict.unwrap(), Verdict::Verified);
    drop(store);
    wait_until_closed(&path);
    let left = contents(&folder);
    assert!(holds(&left, NUMBER_KEY.as_bytes()), "how it ended is kept");
    assert!(!holds(&left, CODE.as_bytes()));
    assert!(!holds(&left, b"what other desks may show"));
}

#[test]
fn a_later_versions_file_is_left_as_it_is() {
    let folder = folder();
    let path = path_in(&folder);
    drop(open(&path).unwrap());
    wait_until_closed(&path);
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 3).unwrap();
    connection.close().unwrap();
    let before = contents(&folder);
    assert!(matches!(open(&path), Err(StoreFault::Unreadable(_))));
    assert_eq!(contents(&folder), before);
}

/// A file as the version before this one left it.
fn make_first_version(path: &Path) {
    drop(open(path).unwrap());
    wait_until_closed(path);
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch("DROP TABLE notes; PRAGMA user_version = 1")
        .unwrap();
    connection.close().unwrap();
}

#[tokio::test]
async fn a_file_of_the_first_version_keeps_its_challenges_and_gets_a_notebook() {
    let folder = folder();
    let path = path_in(&folder);
    let (request, limits) = (first(Sealed(Vec::new())), Limits::default());
    let store = open(&path).unwrap();
    store.reserve(&request, &limits).await.unwrap();
    drop(store);
    wait_until_closed(&path);
    make_first_version(&path);
    for _ in 0..2 {
        let store = open(&path).unwrap();
        let standing = store.standing(request.challenge, &limits).await.unwrap();
        assert!(standing.open().is_some());
        store
            .note(NotePage([1; 16]), b"a line", Duration::from_secs(60))
            .await
            .unwrap();
    }
}

#[test]
fn another_programs_file_is_left_as_it_is() {
    let folder = folder();
    let path = path_in(&folder);
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch("CREATE TABLE bookmarks (url)")
        .unwrap();
    connection.close().unwrap();
    let before = contents(&folder);
    assert!(matches!(open(&path), Err(StoreFault::Unreadable(_))));
    assert_eq!(contents(&folder), before);
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let folder = folder();
    let path = path_in(&folder);
    fs::write(&path, "not a database ".repeat(100)).unwrap();
    assert!(matches!(open(&path), Err(StoreFault::Refused { .. })));
}

#[test]
fn a_file_in_no_folder_is_unreachable() {
    let nowhere = folder().path().join("nowhere").join("store.db");
    assert!(matches!(
        open(&nowhere),
        Err(StoreFault::Unreachable { .. })
    ));
}

#[tokio::test]
async fn a_word_that_this_version_does_not_write_is_unreadable() {
    let folder = folder();
    let path = path_in(&folder);
    let store = open(&path).unwrap();
    let limits = Limits::default();
    let request = first(Sealed(Vec::new()));
    store.reserve(&request, &limits).await.unwrap();
    let connection = Connection::open(&path).unwrap();
    let damage = "UPDATE sends SET channel = 'pigeon'";
    assert_eq!(connection.execute(damage, []).unwrap(), 1);
    let answer = store.standing(request.challenge, &limits).await;
    assert!(matches!(answer, Err(StoreFault::Unreadable(_))));
}

#[test]
fn an_empty_file_may_be_opened_by_many_at_once() {
    let folder = folder();
    let path = path_in(&folder);
    thread::scope(|scope| {
        let opening: Vec<_> = (0..8).map(|_| scope.spawn(|| open(&path))).collect();
        for opened in opening {
            opened.join().unwrap().unwrap();
        }
    });
}

#[tokio::test]
async fn a_panicking_thread_is_unreachable_from_then_on() {
    let store = EmbeddedStore::in_memory(SystemClock).unwrap();
    for _ in 0..2 {
        let answer: Result<(), _> = store.step(|_| panic!("on purpose")).await;
        assert!(matches!(answer, Err(StoreFault::Unreachable { .. })));
    }
    let answer = store.health().await;
    assert!(matches!(answer, Err(StoreFault::Unreachable { .. })));
}

#[tokio::test]
async fn a_step_that_panics_is_undone() {
    let folder = folder();
    let path = path_in(&folder);
    let store = open(&path).unwrap();
    let (request, limits) = (first(Sealed(Vec::new())), Limits::default());
    let id = request.challenge;
    let answer: Result<(), _> = store
        .step(move |step| {
            step.reserve(&request, &Limits::default())?;
            panic!("on purpose")
        })
        .await;
    assert!(answer.is_err());
    let store = open(&path).unwrap();
    let gone = Standing::Gone(Gone::NotFound);
    assert_eq!(store.standing(id, &limits).await.unwrap(), gone);
}

#[tokio::test]
async fn a_step_that_nobody_waits_for_is_not_begun() {
    let store = Arc::new(EmbeddedStore::in_memory(SystemClock).unwrap());
    let (release, held) = mpsc::channel::<()>();
    let holding = Arc::clone(&store);
    let held = tokio::spawn(async move { holding.look(move |_| Ok(held.recv().is_ok())).await });
    tokio::task::yield_now().await;
    let (request, limits) = (first(Sealed(Vec::new())), Limits::default());
    let given_up = tokio::time::timeout(Duration::ZERO, store.reserve(&request, &limits)).await;
    assert!(given_up.is_err(), "the thread was not held");
    release.send(()).unwrap();
    assert!(held.await.unwrap().unwrap());
    assert!(store.open_challenges(&limits).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_store_tells_sqlites_version() {
    let store = EmbeddedStore::in_memory(SystemClock).unwrap();
    let kind = store.health().await.unwrap().kind;
    assert!(kind.starts_with("SQLite 3."), "{kind}");
}
