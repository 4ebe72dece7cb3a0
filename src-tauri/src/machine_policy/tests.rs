//! What the watcher makes of a file that comes, changes, breaks and goes.

use std::fs;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio::sync::watch::Receiver;

use super::*;

const ONE: &str = r#"{"rules":{"wrongTries":3}}"#;
const OTHER: &str = r#"{"rules":{"wrongTries":4}}"#;

struct Machine {
    folder: TempDir,
}

impl Machine {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        Self { folder }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("countersign").join("policy.json")
    }

    fn write(&self, policy: impl AsRef<[u8]>) {
        fs::create_dir_all(self.file().parent().unwrap()).unwrap();
        fs::write(self.file(), policy).unwrap();
    }

    fn managed(&self, policy: &str) -> Option<Managed> {
        Some(Managed::read(policy.as_bytes()).unwrap())
    }
}

/// Waits for the next state, which is to come within two seconds and what a look takes.
async fn next(states: &mut Receiver<PolicyState>) -> PolicyState {
    let begun = Instant::now();
    let changed = tokio::time::timeout(Duration::from_secs(10), states.changed()).await;
    changed.expect("a change").expect("it is still watched");
    assert!(
        begun.elapsed() < Duration::from_millis(2500),
        "{:?}",
        begun.elapsed()
    );
    states.borrow_and_update().clone()
}

fn problem(state: &PolicyState) -> Option<&'static str> {
    match state {
        PolicyState::None | PolicyState::InForce { .. } => None,
        PolicyState::Unusable { fault, .. } => Some(fault.problem()),
    }
}

#[tokio::test]
async fn a_policy_that_comes_changes_and_goes_is_followed() {
    let machine = Machine::new();
    let mut states = watch(Some(machine.file())).await;
    assert_eq!(
        *states.borrow(),
        PolicyState::None,
        "not even its folder is there"
    );
    machine.write(ONE);
    let state = next(&mut states).await;
    assert_eq!(state.managed().unwrap().cloned(), machine.managed(ONE));
    machine.write(OTHER);
    let state = next(&mut states).await;
    assert_eq!(state.managed().unwrap().cloned(), machine.managed(OTHER));
    fs::remove_file(machine.file()).unwrap();
    assert_eq!(next(&mut states).await, PolicyState::None);
}

#[tokio::test]
async fn a_policy_that_breaks_stays_in_force_and_is_told_of() {
    let machine = Machine::new();
    machine.write(ONE);
    let mut states = watch(Some(machine.file())).await;
    machine.write(r#"{"sinch":{"token":"s3cret"}}"#);
    let state = next(&mut states).await;
    assert_eq!(problem(&state), Some("secret"));
    assert!(!format!("{state:?}").contains("s3cret"));
    assert_eq!(state.managed().unwrap().cloned(), machine.managed(ONE));
    machine.write(r#"{"rules":{"wrongTries":99}}"#);
    let state = next(&mut states).await;
    assert_eq!(problem(&state), Some("rules.tries"));
    assert_eq!(state.managed().unwrap().cloned(), machine.managed(ONE));
    machine.write(OTHER);
    let state = next(&mut states).await;
    assert_eq!(state.managed().unwrap().cloned(), machine.managed(OTHER));
}

#[test]
fn a_policy_that_is_bad_from_the_start_opens_no_desk() {
    let machine = Machine::new();
    let path = machine.file();
    machine.write("{");
    assert_eq!(problem(&look(&path)), Some("syntax"));
    assert!(look(&path).managed().is_err());
    machine.write(" ".repeat(LONGEST_POLICY + 1) + ONE);
    assert_eq!(problem(&look(&path)), Some("tooLarge"));
    machine.write([b"\xff\xfe".as_slice(), b"{\0}\0"].concat());
    assert_eq!(problem(&look(&path)), Some("encoding"));
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(problem(&look(&path)), Some("unreadable"));
    assert!(look(&path).managed().is_err());
}

#[test]
fn a_policy_that_was_bad_from_the_start_frees_no_desk_by_breaking_otherwise() {
    let machine = Machine::new();
    machine.write("{");
    let bad = look(&machine.file());
    let worse = Content::Unreadable(io::ErrorKind::PermissionDenied);
    let worse = worse.state(&machine.file(), bad.still_in_force());
    assert_eq!(problem(&worse), Some("unreadable"));
    assert!(worse.managed().is_err());
}

#[test]
fn a_bad_file_where_there_was_none_leaves_the_desk_its_own_settings() {
    let machine = Machine::new();
    let none = look(&machine.file());
    machine.write("{");
    let bad = Content::of(&machine.file()).state(&machine.file(), none.still_in_force());
    assert_eq!(bad.managed(), Ok(None));
}

#[test]
fn a_windows_editors_file_is_read() {
    let machine = Machine::new();
    machine.write([b"\xef\xbb\xbf".as_slice(), ONE.as_bytes()].concat());
    let state = look(&machine.file());
    assert_eq!(state.managed().unwrap().cloned(), machine.managed(ONE));
}
