//! What SQLite's errors mean to a caller of the store. No error text of SQLite's reaches a screen.

use rusqlite::{Error, ErrorCode, ffi};

use crate::store::{RefusedBecause, StoreFault, UnreachableBecause};

/// The fault of a step that failed before it was committed: it is known not to be done.
pub(super) fn fault(error: Error) -> StoreFault {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::CannotOpen) => {
            StoreFault::unreachable(UnreachableBecause::File, error)
        }
        Some(code) => StoreFault::refused(refused_because(code, error.sqlite_error()), error),
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

fn refused_because(code: ErrorCode, error: Option<&ffi::Error>) -> RefusedBecause {
    if code == ErrorCode::DiskFull {
        return RefusedBecause::Full;
    }
    if error.is_some_and(is_taken) {
        return RefusedBecause::NameTaken;
    }
    RefusedBecause::Damaged
}

/// Names are the only unique things that a caller gives.
fn is_taken(error: &ffi::Error) -> bool {
    let taken = [
        ffi::SQLITE_CONSTRAINT_UNIQUE,
        ffi::SQLITE_CONSTRAINT_PRIMARYKEY,
    ];
    taken.contains(&error.extended_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sqlite(code: i32) -> Error {
        Error::SqliteFailure(ffi::Error::new(code), None)
    }

    #[test]
    fn a_busy_file_was_not_written_to() {
        for code in [ffi::SQLITE_BUSY, ffi::SQLITE_LOCKED, ffi::SQLITE_CANTOPEN] {
            assert!(matches!(
                fault(sqlite(code)),
                StoreFault::Unreachable { .. }
            ));
            let at_commit = commit_fault(sqlite(code));
            assert!(matches!(at_commit, StoreFault::Unreachable { .. }));
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
            assert!(matches!(fault(sqlite(code)), StoreFault::Refused { .. }));
        }
    }

    #[test]
    fn after_a_failed_write_at_commit_the_outcome_is_not_known() {
        let interrupted = commit_fault(sqlite(ffi::SQLITE_IOERR_FSYNC));
        assert!(matches!(interrupted, StoreFault::Interrupted(_)));
    }
}
