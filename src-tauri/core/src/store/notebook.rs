//! The words for the site's notebook: pages of short lines that desks write for each other. Advice only:
//! no rule of the store reads them. The homes keep them.

use std::fmt;
use std::time::Duration;

use thiserror::Error;

use super::{RefusedBecause, StoreFault};
use crate::time::Timestamp;

/// How many lines a page keeps; the oldest give way.
pub const MOST_LINES: u8 = 200;
/// How long a line may be, in bytes.
pub const LONGEST_LINE: usize = 256;
/// How long a line may be kept; longer is cut to this.
pub const LONGEST_KEEP: Duration = Duration::from_secs(24 * 60 * 60);

/// A line that no page takes.
#[derive(Debug, Error)]
#[error("a line of {0} bytes, of which {LONGEST_LINE} are allowed")]
struct LineTooLong(usize);

/// A page of the notebook: a keyed digest of its name, so that nobody reads from a store what it is
/// about. Made by [`SiteKey::page`](crate::site_key::SiteKey::page).
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct NotePage(pub(crate) [u8; 16]);

impl NotePage {
    /// The page's digest as it is stored.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Debug for NotePage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("NotePage(…)")
    }
}

/// One line of a page.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Note {
    /// When it was written, by the store's clock.
    pub at: Timestamp,
    /// What was written.
    pub line: Vec<u8>,
}

/// Turns away a line that is too long, before any home is asked.
///
/// # Errors
/// [`StoreFault::Refused`].
pub(super) fn fitting(line: &[u8]) -> Result<(), StoreFault> {
    if line.len() <= LONGEST_LINE {
        return Ok(());
    }
    let too_long = LineTooLong(line.len());
    Err(StoreFault::refused(RefusedBecause::Other, too_long))
}
