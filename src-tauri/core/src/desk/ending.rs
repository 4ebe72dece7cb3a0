//! The ends that are no proof: staff could not verify the customer, or a supervisor accepted them all the
//! same. Neither is ever told, shown or counted as verified, and neither clears a wrong try or a lock.

use std::sync::Arc;

use thiserror::Error;
use zeroize::Zeroizing;

use crate::challenge::{ChallengeId, Gone};
use crate::policy::Overrides;
use crate::site_key::SiteKey;
use crate::store::{LONGEST_KEEP, NotePage, Standing, StoreFault};
use crate::supervisor::Leave;
use crate::time::{Timestamp, lock};

use super::Desk;
use super::history::cut;

const LONGEST_REMARK: usize = 200;

/// Why a customer could not be verified.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum UnverifiedBecause {
    /// They have no phone with them, or none at all.
    NoPhone,
    /// Their phone is off or its battery is empty.
    PhoneOff,
    /// There is no reception where they are.
    NoReception,
    /// The number is not theirs, or no longer.
    WrongNumber,
    /// They left.
    CustomerLeft,
    /// Something else.
    Other,
}

impl UnverifiedBecause {
    /// All reasons there are.
    pub const ALL: [Self; 6] = [
        Self::NoPhone,
        Self::PhoneOff,
        Self::NoReception,
        Self::WrongNumber,
        Self::CustomerLeft,
        Self::Other,
    ];

    /// The reason's stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoPhone => "no_phone",
            Self::PhoneOff => "phone_off",
            Self::NoReception => "no_reception",
            Self::WrongNumber => "wrong_number",
            Self::CustomerLeft => "customer_left",
            Self::Other => "other",
        }
    }
}

/// What somebody wrote about an end: 1 to 200 characters. It may name the customer, so no log has it.
#[derive(Clone, Eq, PartialEq)]
pub struct Remark(String);

/// More than 200 characters.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a remark has at most {LONGEST_REMARK} characters")]
pub struct RemarkTooLong;

impl Remark {
    /// Takes what was typed: trimmed, line ends and other control characters as spaces. Nothing where
    /// nothing is left of it.
    ///
    /// # Errors
    /// [`RemarkTooLong`].
    pub fn typed(text: &str) -> Result<Option<Self>, RemarkTooLong> {
        let plain = |typed: char| if typed.is_control() { ' ' } else { typed };
        let printable: String = text.chars().map(plain).collect();
        let trimmed = printable.trim();
        match trimmed.chars().count() {
            0 => Ok(None),
            1..=LONGEST_REMARK => Ok(Some(Self(trimmed.to_owned()))),
            _ => Err(RemarkTooLong),
        }
    }

    /// The remark as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Remark {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Remark(…)")
    }
}

/// An end that is no proof.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Ending {
    /// The customer could not be verified.
    Unverified {
        /// Why.
        because: UnverifiedBecause,
        /// What staff wrote beside.
        remark: Option<Remark>,
    },
    /// A supervisor accepted the customer, who is not verified.
    AcceptedBySupervisor {
        /// Why, in the supervisor's words.
        reason: Remark,
    },
}

impl Ending {
    /// The end's stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unverified { .. } => "unverified",
            Self::AcceptedBySupervisor { .. } => "accepted_by_supervisor",
        }
    }
}

/// What is to be remembered of an end that is no proof.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct EndingRecord {
    /// Which challenge it ended.
    pub challenge: ChallengeId,
    /// At which desk.
    pub desk: String,
    /// When, by the store's clock.
    pub at: Timestamp,
    /// How.
    pub ending: Ending,
}

impl EndingRecord {
    /// The log has names of reasons only: what somebody wrote may hold a name or a number.
    fn log(&self) {
        let because = match &self.ending {
            Ending::Unverified { because, .. } => because.code(),
            Ending::AcceptedBySupervisor { .. } => "supervisor",
        };
        let ending = self.ending.code();
        tracing::info!(ending, because, at = %self.at, "ended without proof");
    }
}

/// What came of ending a challenge without proof.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Ended {
    /// It is over.
    Recorded(EndingRecord),
    /// The site's rules leave nothing to supervisors; nothing was ended.
    NotAllowed,
    /// It needs no such end: it was verified meanwhile, gave way to a newer one, or is not known.
    Gone(Gone),
}

impl Desk {
    /// Ends a challenge whose customer could not be verified, also one that has expired or is locked.
    ///
    /// # Errors
    /// A [`StoreFault`] when the store can't be asked: then nothing was ended.
    pub async fn end_unverified(
        &self,
        id: ChallengeId,
        because: UnverifiedBecause,
        remark: Option<Remark>,
    ) -> Result<Ended, StoreFault> {
        self.end(id, Ending::Unverified { because, remark }).await
    }

    /// Ends a challenge at a supervisor's word, without proof, where the site's rules leave that to them.
    ///
    /// # Errors
    /// As [`Desk::end_unverified`].
    pub async fn accept_unproven(
        &self,
        id: ChallengeId,
        _: Leave,
        reason: Remark,
    ) -> Result<Ended, StoreFault> {
        match self.policy.overrides {
            Overrides::Never => Ok(Ended::NotAllowed),
            Overrides::Supervisor => self.end(id, Ending::AcceptedBySupervisor { reason }).await,
        }
    }

    async fn end(&self, id: ChallengeId, ending: Ending) -> Result<Ended, StoreFault> {
        let limits = &self.policy.limits;
        let mut standing = self.store.standing(id, limits).await?;
        // One that ends on the way to being cancelled ended otherwise, and that decides.
        if matches!(standing, Standing::Open(_)) && !self.cancel(id).await? {
            standing = self.store.standing(id, limits).await?;
        }
        if let Some(gone) = not_to_be_ended(&standing) {
            return Ok(Ended::Gone(gone));
        }
        let record = EndingRecord {
            challenge: id,
            desk: self.name.clone(),
            at: self.store_time().await?,
            ending,
        };
        record.log();
        self.note_ending(&record);
        Ok(Ended::Recorded(record))
    }

    /// How a challenge was ended without proof, at whatever desk of the site, within the last 24 hours. Its
    /// last word counts: a supervisor may come after staff. Nothing where nobody said so, or the store can't
    /// tell. A remark that is longer than a line has room for is cut.
    pub async fn ending_of(&self, id: ChallengeId) -> Option<EndingRecord> {
        let key = self.notebook_key();
        let page = page_of(&key, id);
        let notes = self.store.notes(page).await.ok()?;
        let note = notes.last()?;
        let clear = key.open_note(page, &note.line).ok()?;
        let (desk, ending) = read(&clear)?;
        Some(EndingRecord {
            challenge: id,
            desk,
            at: note.at,
            ending,
        })
    }

    /// For the site's other desks. Nobody waits for it.
    fn note_ending(&self, record: &EndingRecord) {
        let key = self.notebook_key();
        let page = page_of(&key, record.challenge);
        let sealed = key.seal_note(page, &write(record), &mut **lock(&self.randomness));
        let store = Arc::clone(&self.store);
        self.background.spawn(async move {
            if let Err(fault) = store.note(page, &sealed, LONGEST_KEEP).await {
                tracing::warn!(code = fault.code(), "an end without proof was not noted");
            }
        });
    }
}

/// Bytes of a desk's name and of a remark that a line has room for beside its seal.
const ROOM_FOR_DESK: usize = 80;
const ROOM_FOR_REMARK: usize = 132;

/// In a line's first place, where otherwise a reason's place among all reasons stands.
const ACCEPTED: u8 = u8::MAX;

/// Why, the length of the desk's name, the name, the remark.
fn write(record: &EndingRecord) -> Zeroizing<Vec<u8>> {
    let (why, remark) = match &record.ending {
        Ending::Unverified { because, remark } => {
            let mut all = UnverifiedBecause::ALL.iter();
            let place = all.position(|each| each == because);
            let place = place.and_then(|place| u8::try_from(place).ok());
            (place.unwrap_or(ACCEPTED - 1), remark.as_ref())
        }
        Ending::AcceptedBySupervisor { reason } => (ACCEPTED, Some(reason)),
    };
    let desk = cut(&record.desk, ROOM_FOR_DESK);
    let remark = remark.map(|remark| cut(remark.as_str(), ROOM_FOR_REMARK));
    let mut line = Zeroizing::new(vec![why, u8::try_from(desk.len()).unwrap_or_default()]);
    line.extend(desk.as_bytes());
    line.extend(remark.unwrap_or_default().as_bytes());
    line
}

fn read(line: &[u8]) -> Option<(String, Ending)> {
    let (why, rest) = line.split_first()?;
    let (length, rest) = rest.split_first()?;
    let (desk, remark) = rest.split_at_checked(usize::from(*length))?;
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    let remark = Some(text(remark)?).filter(|remark| !remark.is_empty());
    let remark = remark.map(Remark);
    let ending = match *why {
        ACCEPTED => Ending::AcceptedBySupervisor { reason: remark? },
        place => Ending::Unverified {
            because: *UnverifiedBecause::ALL.get(usize::from(place))?,
            remark,
        },
    };
    Some((text(desk)?, ending))
}

fn page_of(key: &SiteKey, id: ChallengeId) -> NotePage {
    key.page(&format!("ending/{id}"))
}

/// How a challenge is gone that no end without proof can be given. One that was ended by staff can be: the
/// supervisor may come later.
fn not_to_be_ended(standing: &Standing) -> Option<Gone> {
    match standing {
        Standing::Open(_)
        | Standing::Expired
        | Standing::Locked { .. }
        | Standing::Gone(Gone::Cancelled) => None,
        Standing::Gone(gone @ (Gone::AlreadyVerified | Gone::Superseded | Gone::NotFound)) => {
            Some(*gone)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_is_one_line_of_at_most_200_characters() {
        assert_eq!(Remark::typed(" \t\r\n"), Ok(None));
        let remark = Remark::typed("  known to us\r\nfor years ")
            .unwrap()
            .unwrap();
        assert_eq!(remark.as_str(), "known to us  for years");
        assert!(Remark::typed(&"é".repeat(200)).is_ok_and(|remark| remark.is_some()));
        assert_eq!(Remark::typed(&"é".repeat(201)), Err(RemarkTooLong));
    }

    #[test]
    fn a_remark_is_in_no_log() {
        let reason = Remark::typed("Ms Okafor, +46 70 174 06 05")
            .unwrap()
            .unwrap();
        let ending = Ending::AcceptedBySupervisor { reason };
        let shown = format!("{ending:?}");
        assert!(
            !shown.contains("Okafor") && !shown.contains("05"),
            "{shown}"
        );
    }

    fn record(desk: &str, ending: Ending) -> EndingRecord {
        EndingRecord {
            challenge: ChallengeId::draw(crate::challenge::NumberKey([7; 16]), &mut rand::rng()),
            desk: desk.to_owned(),
            at: Timestamp::UNIX_EPOCH,
            ending,
        }
    }

    #[test]
    fn every_ending_is_read_again_from_its_line() {
        let remark = Remark::typed("since 1998").unwrap();
        let reason = remark.clone().unwrap();
        let mut endings = vec![Ending::AcceptedBySupervisor { reason }];
        for because in UnverifiedBecause::ALL {
            for remark in [None, remark.clone()] {
                endings.push(Ending::Unverified { because, remark });
            }
        }
        for ending in endings {
            let record = record("Reception 2", ending.clone());
            let expected = ("Reception 2".to_owned(), ending);
            assert_eq!(read(&write(&record)), Some(expected));
        }
        for no_line in [&[][..], &[0], &[9, 0], &[ACCEPTED, 0], &[0, 9, 65]] {
            assert_eq!(read(no_line), None);
        }
    }

    #[test]
    fn the_longest_line_fits_into_the_notebook_and_shows_nothing_there() {
        let reason = Remark::typed(&"Okafor👋".repeat(28)).unwrap().unwrap();
        let record = record(&"字".repeat(40), Ending::AcceptedBySupervisor { reason });
        let key = SiteKey::from_bytes(&[7; 32]);
        let page = page_of(&key, record.challenge);
        let sealed = key.seal_note(page, &write(&record), &mut rand::rng());
        assert!(
            sealed.len() <= crate::store::LONGEST_LINE,
            "{}",
            sealed.len()
        );
        assert!(!String::from_utf8_lossy(&sealed).contains("Okafor"));
    }

    #[test]
    fn what_was_verified_can_be_given_no_other_end() {
        for (standing, gone) in [
            (Standing::Expired, None),
            (Standing::Gone(Gone::Cancelled), None),
            (
                Standing::Gone(Gone::AlreadyVerified),
                Some(Gone::AlreadyVerified),
            ),
            (Standing::Gone(Gone::Superseded), Some(Gone::Superseded)),
            (Standing::Gone(Gone::NotFound), Some(Gone::NotFound)),
        ] {
            assert_eq!(not_to_be_ended(&standing), gone);
        }
    }
}
