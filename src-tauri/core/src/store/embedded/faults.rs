//! What SQLite's errors mean to a caller of the store. No error text of SQLite's reaches a screen.

use rusqlite::{Error, ErrorCode};

use crate::store::StoreFault;

/// The fault of a step that failed before it was committed: it is known not to be done.
pub(super) fn fault(error: Error) -> StoreFault {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::CannotOpen) => {
            StoreFault::Unreachable(error.into())
        }
        Some(_) => StoreFault::Refused(error.into()),
        // Not SQLite's error but ours: a row that could not be read.
        None => StoreFault::Unreadable(error.into()),
    }
}

/// The fault of a commit. After a failed write nobody knows how much of it reached the disk.
pub(super) fn commit_fault(error: Error) -> StoreFault {
    match error.sqlite_error_code() {
        Some(ErrorCode::SystemIoFailure) => StoreFault::Interrupted(error.into()),
        Some(_) | None => fault(error),
    }
}
