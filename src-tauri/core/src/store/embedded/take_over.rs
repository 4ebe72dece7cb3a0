//! Another desk takes a challenge in hand. What it may show then, it has sealed itself.

use rusqlite::params;

use super::Step;
use super::rows::Standing;
use crate::challenge::{ChallengeId, DeskId, Sealed};
use crate::policy::Limits;
use crate::store;

impl Step<'_> {
    pub(super) fn take_over(
        &self,
        challenge: ChallengeId,
        desk: DeskId,
        sealed: &Sealed,
        limits: &Limits,
    ) -> rusqlite::Result<store::Standing> {
        if let Standing::Open(open) = self.standing(challenge)? {
            self.connection
                .prepare_cached("UPDATE challenges SET desk = ?2, sealed = ?3 WHERE key = ?1")?
                .execute(params![open.key, desk.as_bytes(), sealed.0])?;
        }
        Ok(self.standing(challenge)?.told(limits, self.now))
    }
}
