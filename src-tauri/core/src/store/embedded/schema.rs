//! The file's tables, and how a file is made ready or turned away. What the rows mean is in `rows`.

use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use thiserror::Error;

use super::faults::fault;
use crate::store::StoreFault;

const VERSION: i64 = 2;

/// How long a step waits for another process that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// A file that is not ours to write to.
#[derive(Debug, Error)]
enum ForeignFile {
    #[error("the file was written by a later version ({0})")]
    Later(i64),
    #[error("the file belongs to another program")]
    Other,
}

enum Layout {
    Empty,
    /// Of the version before this one: it lacks the notebook.
    First,
    Ours,
}

const TABLES: &str = "
CREATE TABLE clock (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    mark INTEGER NOT NULL
) STRICT;

CREATE TABLE numbers (
    number BLOB PRIMARY KEY CHECK (length(number) = 16),
    failures INTEGER NOT NULL,
    last_failure INTEGER NOT NULL,
    locked_until INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE challenges (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 24),
    number BLOB NOT NULL CHECK (length(number) = 16),
    desk BLOB NOT NULL CHECK (length(desk) = 16),
    sealed BLOB,
    ended TEXT CHECK (ended IN ('verified', 'cancelled', 'superseded', 'locked')),
    ended_at INTEGER,
    verified_by BLOB CHECK (length(verified_by) = 16),
    CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CHECK ((ended IS NULL) = (sealed IS NOT NULL)),
    CHECK ((ended IS 'verified') = (verified_by IS NOT NULL))
) STRICT;
CREATE INDEX challenges_by_number ON challenges (number);
CREATE UNIQUE INDEX one_challenge_a_number ON challenges (number) WHERE ended IS NULL;
CREATE INDEX challenges_by_ending ON challenges (ended_at) WHERE ended IS NOT NULL;

-- A retry keeps `desk` and `at`, by which a send is counted, and moves `asked_by` and `asked_at`.
CREATE TABLE sends (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    challenge INTEGER NOT NULL REFERENCES challenges ON DELETE CASCADE,
    number BLOB NOT NULL CHECK (length(number) = 16),
    desk BLOB NOT NULL CHECK (length(desk) = 16),
    at INTEGER NOT NULL,
    channel TEXT NOT NULL,
    route TEXT NOT NULL,
    code BLOB CHECK (length(code) = 32),
    expires_at INTEGER NOT NULL,
    asked_by BLOB NOT NULL CHECK (length(asked_by) = 16),
    asked_at INTEGER NOT NULL,
    retried INTEGER NOT NULL DEFAULT 0 CHECK (retried IN (0, 1)),
    progress TEXT NOT NULL DEFAULT 'intent' CHECK (progress IN ('intent', 'sent', 'unknown')),
    provider TEXT,
    CHECK ((progress = 'sent') = (provider IS NOT NULL))
) STRICT;
CREATE INDEX sends_by_challenge ON sends (challenge);
CREATE INDEX sends_by_number ON sends (number, at);
CREATE INDEX sends_by_desk ON sends (desk, at);
CREATE INDEX sends_by_time ON sends (at);
CREATE INDEX intents ON sends (asked_by) WHERE progress = 'intent';

-- The tries that were counted and may still turn out right.
CREATE TABLE tries (
    attempt BLOB PRIMARY KEY CHECK (length(attempt) = 16),
    challenge INTEGER NOT NULL REFERENCES challenges ON DELETE CASCADE,
    send INTEGER REFERENCES sends ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tries_by_challenge ON tries (challenge);
CREATE INDEX tries_by_send ON tries (send);

-- The tries whose outcome is known, so that none counts twice.
CREATE TABLE judged (
    attempt BLOB PRIMARY KEY CHECK (length(attempt) = 16),
    challenge INTEGER NOT NULL REFERENCES challenges ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX judged_by_challenge ON judged (challenge);
";

/// What came with version 2.
const NOTEBOOK: &str = "
CREATE TABLE notes (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    page BLOB NOT NULL CHECK (length(page) = 16),
    at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    line BLOB NOT NULL CHECK (length(line) <= 256)
) STRICT;
CREATE INDEX notes_by_page ON notes (page);
CREATE INDEX notes_by_end ON notes (until);
";

/// Makes a connection ready, and the file if it is empty.
///
/// # Errors
/// [`StoreFault::Unreadable`] if the file isn't ours; then nothing was written to it.
pub(super) fn prepare(connection: &mut Connection) -> Result<(), StoreFault> {
    connection.busy_timeout(PATIENCE).map_err(fault)?;
    // Asked before the journal's mode is set, since that already writes to the file; and within one
    // transaction, since another process may be making the tables.
    let reading = connection.transaction().map_err(fault)?;
    layout(&reading)?;
    drop(reading);
    set_up(connection).map_err(fault)?;
    create_tables(connection)
}

fn layout(connection: &Connection) -> Result<Layout, StoreFault> {
    let version: i64 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(fault)?;
    match version {
        0 if is_empty(connection).map_err(fault)? => Ok(Layout::Empty),
        0 => Err(StoreFault::Unreadable(ForeignFile::Other.into())),
        1 => Ok(Layout::First),
        VERSION => Ok(Layout::Ours),
        later => Err(StoreFault::Unreadable(ForeignFile::Later(later).into())),
    }
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_one("SELECT count(*) = 0 FROM sqlite_schema", [], |row| {
        row.get(0)
    })
}

fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    keep_a_log(connection)?;
    // An answer must survive a power cut: what was granted or counted is on the disk before it is told.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.pragma_update(None, "trusted_schema", "OFF")
}

/// Sets the journal's mode. SQLite answers at once that the file is busy where two processes do this to
/// a new file, instead of waiting as it does elsewhere.
fn keep_a_log(connection: &Connection) -> rusqlite::Result<()> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if is_busy(&error) && Instant::now() < deadline => {
                thread::sleep(Duration::from_millis(5));
            }
            set => return set,
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

fn create_tables(connection: &mut Connection) -> Result<(), StoreFault> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(fault)?;
    match layout(&transaction)? {
        Layout::Ours => return Ok(()),
        Layout::Empty => create(&transaction, &[TABLES, NOTEBOOK])?,
        Layout::First => create(&transaction, &[NOTEBOOK])?,
    }
    transaction
        .pragma_update(None, "user_version", VERSION)
        .map_err(fault)?;
    transaction.commit().map_err(fault)
}

fn create(connection: &Connection, tables: &[&str]) -> Result<(), StoreFault> {
    tables
        .iter()
        .try_for_each(|tables| connection.execute_batch(tables))
        .map_err(fault)
}
