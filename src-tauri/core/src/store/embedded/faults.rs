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

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    fn sqlite(code: i32) -> Error {
        Error::SqliteFailure(ffi::Error::new(code), None)
    }

    #[test]
    fn a_busy_file_was_not_written_to() {
        for code in [ffi::SQLITE_BUSY, ffi::SQLITE_LOCKED, ffi::SQLITE_CANTOPEN] {
            assert!(matches!(fault(sqlite(code)), StoreFault::Unreachable(_)));
            let at_commit = commit_fault(sqlite(code));
            assert!(matches!(at_commit, StoreFault::Unreachable(_)));
        }
    }

    #[test]
    fn a_full_or_damaged_file_refuses_to_work() {
        for code in [
            ffi::SQLITE_FULL,
            ffi::SQLITE_READONLY,
            ffi::SQLITE_CORRUPT,
            ffi::SQLITE_IOERR,
        ] {
            assert!(matches!(fault(sqlite(code)), StoreFault::Refused(_)));
        }
    }

    #[test]
    fn after_a_failed_write_at_commit_the_outcome_is_not_known() {
        let interrupted = commit_fault(sqlite(ffi::SQLITE_IOERR_FSYNC));
        assert!(matches!(interrupted, StoreFault::Interrupted(_)));
    }
}
