//! The store decides: limits, tries, expiry and single use, by its own clock, one atomic step a call.
//! This file is the contract; `store/embedded.rs` keeps it in SQLite. Neither sees a code or a number.
//! `store/contract.rs` holds a store to every sentence of it.
//!
//! The rules, in the order in which each call applies them:
//!
//! - **reserve**: the number's lock · (resend, retry) that the challenge is open, and its code alive ·
//!   sends per challenge · the pause since the number's last send · the number's hour and day · the
//!   desk's hour · the site's day. All windows slide. What is granted is written down as an intent
//!   before the call answers. A first send ends any other challenge of the number, open or expired: it
//!   is superseded. Where several rules are against a request, the first of them is told, with the
//!   moment from which none is.
//! - A **retry** is held to the lock, that the challenge is open, that its newest send is the one named
//!   and unknown, and to the pause: it was counted when it was reserved.
//! - **settle**: `NotSent` gives the reservation back: the counts, the pause and, where no other send is
//!   left, the challenge. `Sent` wins over `Unknown`, never the other way round. Settling twice changes
//!   nothing. `NotSent` of a retry says nothing about the try before, so the send is unknown again.
//! - **check**, **count_try**: the lock · that the challenge is open · its expiry · then the try is
//!   counted, *before* anything is compared. The count belongs to the number: no resend, restart, change
//!   of desk or new challenge clears it; success does.
//! - The try that reaches the limit locks the number at once and is still allowed to be right. So is
//!   every try that was counted before it, until the challenge is verified, cancelled or superseded.
//! - A try has a name. **check** and **finish** asked again under the same name, because an answer was
//!   lost, do nothing more: they say verified if it was that try that verified the challenge, and else
//!   how the challenge stands.
//! - Success ends the challenge, erases its digests, clears the count and the lock it brought.
//! - A lock ends the challenge: the code does not outlive it.
//! - **take_over**: the lock · that the challenge is open · its expiry · then another desk has it in hand,
//!   with a seal of its own. Everything else stays: code, expiry, sends, pauses, tries, its place in the
//!   list. Sends stay counted for the desk that asked for them, and are recovered by it. Asked twice, it
//!   is done once.
//! - How a challenge ended is kept for 24 hours, without its digests and its seal.
//! - **note**, **notes**: the site's notebook. A page has at most 200 lines of at most 256 bytes, in the
//!   order in which they were written; each is kept for as long as was asked, at most 24 hours, and the
//!   oldest give way. It is advice: no other step reads it. A line has no name, so one whose answer was
//!   lost may stand or not, and asked again it may stand twice.
//!
//! The clock ticks in milliseconds and never runs backwards. Whatever ends at a moment has ended at that
//! moment: a code is expired at `expires_at`, a request is granted at `retry_at`.

use std::time::Duration;

use async_trait::async_trait;

use crate::challenge::{
    Challenge, ChallengeId, Channel, CodeDigest, DeskId, Gone, NumberKey, ProviderId, Route,
    Sealed, SendId, TryId, Verdict,
};
use crate::policy::{Limits, Refusal};
use crate::time::Timestamp;

mod changes;
#[cfg(any(test, feature = "contract"))]
pub mod contract;
pub mod embedded;
mod fault;
mod inspection;
#[cfg(any(test, feature = "contract"))]
pub mod model;
mod notebook;
mod pulse;
pub mod redis;
pub(crate) mod trial;

pub use changes::{Change, Changes};
pub use fault::{RefusedBecause, StoreFault, UnreachableBecause};
pub(crate) use inspection::tell_warnings;
pub use inspection::{
    Flushing, Home, Inspection, Latency, Memory, Permissions, Persistence, Replica, Replication,
    Report, Shared, StoreWarning, Way,
};
pub use notebook::{LONGEST_KEEP, LONGEST_LINE, MOST_LINES, Note, NotePage};
pub(crate) use pulse::Pulse;
pub use pulse::{Failing, Seen};

/// What a send is for.
#[derive(Clone, Debug)]
pub enum Purpose {
    /// The first send of a new challenge.
    First {
        /// What any desk of the site may show of it.
        sealed: Sealed,
    },
    /// A further send of an open challenge, asked for by staff.
    Resend,
    /// The same send once more, at the staff's word, since nobody knows whether it went out.
    /// Keeps its [`SendId`] and counts nothing again; refused as [`Reserved::NotUnknown`] where the
    /// newest send isn't [`SendState::Unknown`](crate::challenge::SendState::Unknown) or has another
    /// name. The pause counts from the try before.
    Retry,
}

/// What to write down before Sinch is asked.
#[derive(Clone, Debug)]
pub struct Reservation {
    /// The challenge, new or open.
    pub challenge: ChallengeId,
    /// The send's name. For a retry: the name it already has.
    pub send: SendId,
    /// What it is for.
    pub purpose: Purpose,
    /// Who sends.
    pub desk: DeskId,
    /// How it travels.
    pub channel: Channel,
    /// Which product carries it.
    pub route: Route,
    /// The digest of the code that is sent; nothing where Sinch draws it. The same digest as a send
    /// before means the same code: it keeps its expiry. Any other code gets a whole lifetime.
    pub code: Option<CodeDigest>,
}

/// The answer to a reservation.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Reserved {
    /// Written down as an intent: ask Sinch now, then settle.
    Granted(Challenge),
    /// A rule is against it; nothing was written.
    Refused(Refusal),
    /// The challenge's code expired, or the one to be sent again did: begin anew.
    Expired,
    /// The challenge is no longer there.
    Gone(Gone),
    /// A retry of a send whose outcome is known or still being asked, or that isn't the newest.
    NotUnknown,
}

/// How a challenge stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Standing {
    /// It is open.
    Open(Challenge),
    /// Its code's time is over.
    Expired,
    /// Its number is locked, which ends its challenges.
    Locked {
        /// When the lock opens, by the store's clock.
        until: Timestamp,
    },
    /// It is no longer there.
    Gone(Gone),
}

impl Standing {
    /// The challenge, if it is open.
    pub fn open(self) -> Option<Challenge> {
        match self {
            Self::Open(challenge) => Some(challenge),
            Self::Expired | Self::Locked { .. } | Self::Gone(_) => None,
        }
    }
}

/// What became of a send.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Settlement {
    /// Sinch took it.
    Sent(ProviderId),
    /// It is certain that it did not go out.
    NotSent,
    /// The answer was lost.
    Unknown,
}

/// The answer to a counted try.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Counted {
    /// Counted: ask Sinch now, then finish this try.
    Ask {
        /// The try's name: it finishes once.
        attempt: TryId,
        /// The challenge as it stands, this try already counted.
        challenge: Challenge,
    },
    /// Not counted, since there is nothing to try: the verdict stands already.
    Decided(Verdict),
}

/// What Sinch said of a try.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TryOutcome {
    /// Sinch confirmed the code.
    Right,
    /// Sinch did not confirm the code. So is an answer that never came: the try stays counted.
    NotConfirmed,
    /// Sinch says that the code's time is over. So it is, unless a newer one was sent meanwhile.
    Expired,
}

/// How the store is doing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StoreHealth {
    /// What kind of store it is, with its version, for people: "SQLite 3.50.4".
    pub kind: String,
    /// How long one harmless question took.
    pub latency: Duration,
    /// The store's own time.
    pub now: Timestamp,
}

/// Where challenges, tries and limits live. Every call is one atomic step by the store's own clock.
///
/// # Errors
/// Every call fails with a [`StoreFault`] when the store can't do its step; expected outcomes are data.
#[async_trait]
pub trait Store: Send + Sync {
    /// Asks leave to send, and writes the intent down. Names are drawn by the caller and never used
    /// twice: a first send or a resend under a name that is taken is a [`StoreFault::Refused`].
    async fn reserve(&self, request: &Reservation, limits: &Limits)
    -> Result<Reserved, StoreFault>;

    /// Tells what became of a send. Answers the challenge if it is still open. A send that the store
    /// doesn't know, of this challenge, changes nothing.
    async fn settle(
        &self,
        challenge: ChallengeId,
        send: SendId,
        settlement: &Settlement,
        limits: &Limits,
    ) -> Result<Option<Challenge>, StoreFault>;

    /// Tries a code of our own against the newest send's digest. A challenge whose newest send is by
    /// Sinch Verification has no digest here, and no code matches it. `attempt` is the name the caller
    /// gives the try: asked again under it, the try is answered again and counts once.
    async fn check(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        code: &CodeDigest,
        limits: &Limits,
    ) -> Result<Verdict, StoreFault>;

    /// Counts a try whose outcome Sinch will tell. `attempt` is the name the caller gives it; one that
    /// is taken is a [`StoreFault::Refused`], and counts nothing.
    async fn count_try(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        limits: &Limits,
    ) -> Result<Counted, StoreFault>;

    /// Tells what Sinch said of a counted try. The first outcome told is the try's; asked again, whatever
    /// outcome is told, it is answered again. One that was never counted is answered as the challenge
    /// stands, and never as verified.
    async fn finish(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        outcome: TryOutcome,
        limits: &Limits,
    ) -> Result<Verdict, StoreFault>;

    /// Ends a challenge at the staff's word. Answers whether it was open; one that wasn't stays as it
    /// is. Counts and pauses stay.
    async fn cancel(&self, challenge: ChallengeId) -> Result<bool, StoreFault>;

    /// Makes `desk` the one that has the challenge in hand, with what any desk may show of it from now
    /// on. Answers how the challenge stands afterwards; one that isn't open stays as it is.
    async fn take_over(
        &self,
        challenge: ChallengeId,
        desk: DeskId,
        sealed: &Sealed,
        limits: &Limits,
    ) -> Result<Standing, StoreFault>;

    /// How one challenge stands.
    async fn standing(
        &self,
        challenge: ChallengeId,
        limits: &Limits,
    ) -> Result<Standing, StoreFault>;

    /// All open challenges, oldest first.
    async fn open_challenges(&self, limits: &Limits) -> Result<Vec<Challenge>, StoreFault>;

    /// Whether anything is kept of a number: a challenge, open, or over for less than 24 hours; or wrong
    /// tries or a lock that still count. Then what is asked of the number belongs under the same key.
    async fn remembers(&self, number: NumberKey, limits: &Limits) -> Result<bool, StoreFault>;

    /// Writes one line on a page of the site's notebook, to be kept for `keep`, at most
    /// [`LONGEST_KEEP`]. Lines that name a customer are sealed by the caller. A line longer than
    /// [`LONGEST_LINE`] is a [`StoreFault::Refused`].
    async fn note(&self, page: NotePage, line: &[u8], keep: Duration) -> Result<(), StoreFault>;

    /// The lines of a page that are still kept, oldest first.
    async fn notes(&self, page: NotePage) -> Result<Vec<Note>, StoreFault>;

    /// Called once when a desk starts: what it left as intents is unknown from now on.
    /// Answers how many there were.
    async fn recover(&self, desk: DeskId) -> Result<u32, StoreFault>;

    /// How the store is doing.
    async fn health(&self) -> Result<StoreHealth, StoreFault>;

    /// Looks the store over, for the page on its health: some dozens of harmless questions. What the
    /// store won't tell is unknown, and no fault.
    async fn inspect(&self) -> Result<Inspection, StoreFault>;

    /// Tells of changes that others may have made, from now on.
    fn changes(&self) -> Changes;
}
