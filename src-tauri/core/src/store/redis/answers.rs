//! What a script answers, as JSON, and what that means in the words of `store`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::challenge::{
    Challenge, Channel, Gone, ProviderId, Route, Sealed, SendRecord, SendState, TryId, Verdict,
};
use crate::policy::{Refusal, Rule};
use crate::store::{Counted, Note, Reserved, Standing, StoreFault};
use crate::time::Timestamp;

/// A script answered something that this version's scripts do not answer.
#[derive(Debug, Error)]
#[error("an answer that is none")]
struct NoAnswer;

fn unreadable() -> StoreFault {
    StoreFault::Unreadable(NoAnswer.into())
}

/// Reads a script's answer.
pub(super) fn read<A: DeserializeOwned>(answer: &str) -> Result<A, StoreFault> {
    serde_json::from_str(answer).map_err(|error| StoreFault::Unreadable(error.into()))
}

/// A moment, in milliseconds since 1970. Lua has no whole numbers of its own and may write a fraction.
#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(transparent)]
pub(super) struct Moment(f64);

impl Moment {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "moments have at most 14 digits, which a double holds exactly"
    )]
    fn told(self) -> Result<Timestamp, StoreFault> {
        Timestamp::from_millisecond(self.0 as i64).map_err(|_| unreadable())
    }
}

#[derive(Deserialize)]
struct ToldSend {
    id: String,
    channel: Channel,
    route: Route,
    progress: String,
    provider: Option<String>,
    at: Moment,
}

impl ToldSend {
    fn told(self) -> Result<SendRecord, StoreFault> {
        let state = match (self.progress.as_str(), self.provider) {
            ("intent", _) => SendState::Intent,
            ("sent", Some(provider)) => SendState::Sent(ProviderId::new(provider)),
            ("unknown", _) => SendState::Unknown,
            _ => return Err(unreadable()),
        };
        Ok(SendRecord {
            id: self.id.parse().map_err(|_| unreadable())?,
            channel: self.channel,
            route: self.route,
            state,
            at: self.at.told()?,
        })
    }
}

/// An open challenge.
#[derive(Deserialize)]
pub(super) struct ToldChallenge {
    id: String,
    desk: String,
    sealed: String,
    expires_at: Moment,
    send: ToldSend,
    sends: u8,
    resend_at: Option<Moment>,
    tries_left: u8,
    as_of: Moment,
}

impl ToldChallenge {
    pub(super) fn told(self) -> Result<Challenge, StoreFault> {
        Ok(Challenge {
            id: self.id.parse().map_err(|_| unreadable())?,
            desk: self.desk.parse().map_err(|_| unreadable())?,
            sealed: Sealed(STANDARD.decode(self.sealed).map_err(|_| unreadable())?),
            expires_at: self.expires_at.told()?,
            send: self.send.told()?,
            sends: self.sends,
            resend_at: self.resend_at.map(Moment::told).transpose()?,
            tries_left: self.tries_left,
            as_of: self.as_of.told()?,
        })
    }
}

/// What any step may answer; which fields are there depends on `answer`.
#[derive(Deserialize)]
struct Answer {
    answer: String,
    challenge: Option<ToldChallenge>,
    until: Option<Moment>,
    why: Option<String>,
    left: Option<u8>,
    rule: Option<String>,
    retry_at: Option<Moment>,
}

impl Answer {
    fn challenge(self) -> Result<Challenge, StoreFault> {
        self.challenge.ok_or_else(unreadable)?.told()
    }

    fn until(&self) -> Result<Timestamp, StoreFault> {
        self.until.ok_or_else(unreadable)?.told()
    }

    fn gone(&self) -> Result<Gone, StoreFault> {
        Ok(match self.why.as_deref() {
            Some("verified") => Gone::AlreadyVerified,
            Some("cancelled") => Gone::Cancelled,
            Some("superseded") => Gone::Superseded,
            // A lock that is over says nothing any more.
            Some("locked" | "not-found") => Gone::NotFound,
            _ => return Err(unreadable()),
        })
    }

    fn refusal(&self) -> Result<Refusal, StoreFault> {
        let rule = match self.rule.as_deref() {
            Some("number-locked") => Rule::NumberLocked,
            Some("resend-pause") => Rule::ResendPause,
            Some("sends-per-challenge") => Rule::SendsPerChallenge,
            Some("number-hourly") => Rule::NumberHourly,
            Some("number-daily") => Rule::NumberDaily,
            Some("desk-hourly") => Rule::DeskHourly,
            Some("site-daily") => Rule::SiteDaily,
            _ => return Err(unreadable()),
        };
        Ok(Refusal {
            rule,
            retry_at: self.retry_at.map(Moment::told).transpose()?,
        })
    }
}

/// The answer to a request for leave.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct ReservedAnswer(Answer);

impl ReservedAnswer {
    pub(super) fn is_granted(&self) -> bool {
        self.0.answer == "granted"
    }

    pub(super) fn told(self) -> Result<Reserved, StoreFault> {
        Ok(match self.0.answer.as_str() {
            "granted" => Reserved::Granted(self.0.challenge()?),
            "refused" => Reserved::Refused(self.0.refusal()?),
            "expired" => Reserved::Expired,
            "gone" => Reserved::Gone(self.0.gone()?),
            "not-unknown" => Reserved::NotUnknown,
            _ => return Err(unreadable()),
        })
    }
}

/// How a challenge stands.
#[derive(Deserialize)]
pub(super) struct StandingAnswer {
    answer: String,
    until: Option<Moment>,
    why: Option<String>,
    /// The challenge, if it is open.
    pub(super) challenge: Option<ToldChallenge>,
    /// Whether it can't be open again. Told to those who only look.
    #[serde(default)]
    pub(super) over: bool,
}

impl StandingAnswer {
    pub(super) fn told(self) -> Result<Standing, StoreFault> {
        let answer = Answer {
            answer: self.answer,
            challenge: self.challenge,
            until: self.until,
            why: self.why,
            left: None,
            rule: None,
            retry_at: None,
        };
        Ok(match answer.answer.as_str() {
            "open" => Standing::Open(answer.challenge()?),
            "expired" => Standing::Expired,
            "locked" => Standing::Locked {
                until: answer.until()?,
            },
            "gone" => Standing::Gone(answer.gone()?),
            _ => return Err(unreadable()),
        })
    }
}

/// The answer to a try.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct TriedAnswer(Answer);

impl TriedAnswer {
    pub(super) fn verdict(self) -> Result<Verdict, StoreFault> {
        Ok(match self.0.answer.as_str() {
            "verified" => Verdict::Verified,
            "wrong" => Verdict::Wrong {
                left: self.0.left.ok_or_else(unreadable)?,
            },
            "expired" => Verdict::Expired,
            "locked" => Verdict::Locked {
                until: self.0.until()?,
            },
            "gone" => Verdict::Gone(self.0.gone()?),
            _ => return Err(unreadable()),
        })
    }

    pub(super) fn counted(self, attempt: TryId) -> Result<Counted, StoreFault> {
        if self.0.answer == "ask" {
            let challenge = self.0.challenge()?;
            return Ok(Counted::Ask { attempt, challenge });
        }
        self.verdict().map(Counted::Decided)
    }
}

/// What came of a settlement, and what the book in a Cluster must hear of it.
#[derive(Deserialize)]
pub(super) struct Settled {
    pub(super) challenge: Option<ToldChallenge>,
    #[serde(default)]
    pub(super) given_back: bool,
    pub(super) desk: Option<String>,
    pub(super) asked_by: Option<String>,
}

/// Whether a cancelled challenge was open.
#[derive(Deserialize)]
pub(super) struct Ended {
    pub(super) ended: bool,
}

/// One line of a page.
#[derive(Deserialize)]
pub(super) struct ToldNote {
    at: Moment,
    line: String,
}

impl ToldNote {
    pub(super) fn told(self) -> Result<Note, StoreFault> {
        Ok(Note {
            at: self.at.told()?,
            line: STANDARD.decode(self.line).map_err(|_| unreadable())?,
        })
    }
}

/// That a line was written.
#[derive(Deserialize)]
pub(super) struct Written {}

/// Whether anything is kept of a number.
#[derive(Deserialize)]
pub(super) struct Remembered {
    pub(super) remembered: bool,
}

/// How many intents were left.
#[derive(Deserialize)]
pub(super) struct Left {
    pub(super) left: u32,
}

/// A cap of the book that is against a send.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Cap {
    rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_at: Option<Moment>,
}

/// What the book of a Cluster said to a send.
#[derive(Deserialize)]
pub(super) struct Taken {
    /// The caps that are against it. Lua writes an empty list as an empty object.
    #[serde(default, deserialize_with = "empty_object_or_list")]
    pub(super) caps: Vec<Cap>,
    /// Whether it was counted.
    #[serde(default)]
    pub(super) taken: bool,
    /// Whether its challenge was put on the list.
    #[serde(default)]
    pub(super) listed: bool,
}

fn empty_object_or_list<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<Cap>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        List(Vec<Cap>),
        Object {},
    }
    Ok(match Either::deserialize(deserializer)? {
        Either::List(caps) => caps,
        Either::Object {} => Vec::new(),
    })
}
