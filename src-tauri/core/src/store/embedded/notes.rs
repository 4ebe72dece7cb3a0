//! The site's notebook in one file. Lines that are over go with the next step that writes.

use std::time::Duration;

use rusqlite::params;

use super::Step;
use super::values::Moment;
use crate::store::{LONGEST_KEEP, MOST_LINES, Note, NotePage};
use crate::time::after;

impl Step<'_> {
    pub(super) fn note(&self, page: NotePage, line: &[u8], keep: Duration) -> rusqlite::Result<()> {
        let until = after(self.now, keep.min(LONGEST_KEEP));
        self.connection
            .prepare_cached("INSERT INTO notes (page, at, until, line) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![
                page.as_bytes(),
                Moment(self.now),
                Moment(until),
                line
            ])?;
        self.connection
            .prepare_cached(
                "DELETE FROM notes WHERE page = ?1 AND key NOT IN (
                     SELECT key FROM notes WHERE page = ?1 ORDER BY key DESC LIMIT ?2
                 )",
            )?
            .execute(params![page.as_bytes(), MOST_LINES])
            .map(drop)
    }

    pub(super) fn notes(&self, page: NotePage) -> rusqlite::Result<Vec<Note>> {
        self.connection
            .prepare_cached(
                "SELECT at, line FROM notes WHERE page = ?1 AND until > ?2 ORDER BY key",
            )?
            .query_map(params![page.as_bytes(), Moment(self.now)], |row| {
                let Moment(at) = row.get(0)?;
                let line = row.get(1)?;
                Ok(Note { at, line })
            })?
            .collect()
    }

    /// Removes the lines that are kept no longer.
    pub(super) fn forget_notes(&self) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached("DELETE FROM notes WHERE until <= ?1")?
            .execute([Moment(self.now)])
            .map(drop)
    }
}
