//! One verification from its start to its end, and the store of them all.
//! Rules only: it neither reads requests nor writes answers.

use std::time::Duration;

use jiff::Timestamp;

use crate::number::Number;
use crate::training::{Delivery, USUAL_DELIVERY};

/// Sinch publishes no limit of wrong codes. The sandbox's lies well above what the product allows,
/// so that the product's own limit is what a test meets.
const WRONG_REPORTS_ALLOWED: u32 = 20;

/// The methods that can be started. `seamless` never can be, here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Sms,
    FlashCall,
    Callout,
    Whatsapp,
}

impl Method {
    /// Reads the wire's name; `flashCall` is an older spelling of `flashcall`.
    pub(super) fn from_wire(name: &str) -> Option<Self> {
        match name {
            "sms" => Some(Self::Sms),
            "flashcall" | "flashCall" => Some(Self::FlashCall),
            "callout" => Some(Self::Callout),
            "whatsapp" => Some(Self::Whatsapp),
            _ => None,
        }
    }

    pub(super) fn wire(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::FlashCall => "flashcall",
            Self::Callout => "callout",
            Self::Whatsapp => "whatsapp",
        }
    }

    pub(super) fn is_call(self) -> bool {
        match self {
            Self::FlashCall | Self::Callout => true,
            Self::Sms | Self::Whatsapp => false,
        }
    }

    /// When something sent by this method arrives, or how it fails.
    pub(super) fn arrival(self, delivery: Delivery) -> Result<Option<Duration>, Reason> {
        match delivery {
            Delivery::After(wait) => Ok(Some(wait)),
            Delivery::Never => Ok(None),
            Delivery::CarrierFailure if self == Self::Sms => Err(Reason::SmsDeliveryFailure),
            Delivery::CallsOnly if self.is_call() => Ok(Some(USUAL_DELIVERY)),
            Delivery::CarrierFailure | Delivery::CallsOnly | Delivery::Unroutable => {
                Err(Reason::Unreachable)
            }
        }
    }
}

/// What the customer must show.
pub(super) enum Proof {
    Code(String),
    /// The whole calling number, with `+`.
    CallingNumber(String),
}

impl Proof {
    fn matches(&self, shown: &str) -> bool {
        match self {
            Self::Code(code) => code == shown,
            Self::CallingNumber(number) => {
                number.trim_start_matches('+') == shown.trim_start_matches('+')
            }
        }
    }

    fn wrong(&self) -> Reason {
        match self {
            Self::Code(_) => Reason::InvalidCode,
            Self::CallingNumber(_) => Reason::InvalidCli,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Pending,
    Successful,
    Fail(Reason),
    Aborted,
    Error(Reason),
}

impl Status {
    pub(super) fn wire(self) -> &'static str {
        match self {
            Self::Pending => "PENDING",
            Self::Successful => "SUCCESSFUL",
            Self::Fail(_) => "FAIL",
            Self::Aborted => "ABORTED",
            Self::Error(_) => "ERROR",
        }
    }

    pub(super) fn reason(self) -> Option<Reason> {
        match self {
            Self::Fail(reason) | Self::Error(reason) => Some(reason),
            Self::Pending | Self::Successful | Self::Aborted => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    Unreachable,
    SmsDeliveryFailure,
    InvalidCli,
    InvalidCode,
    Expired,
}

impl Reason {
    pub(super) fn wire(self) -> &'static str {
        match self {
            Self::Unreachable => "Network error or number unreachable",
            Self::SmsDeliveryFailure => "SMS delivery failure",
            Self::InvalidCli => "Invalid CLI",
            Self::InvalidCode => "Invalid code",
            Self::Expired => "Expired",
        }
    }
}

/// A report that proved nothing: the proof was wrong, which is counted, or the verification had
/// already ended in another way than by expiring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotVerified;

pub(super) struct Verification {
    pub(super) id: String,
    pub(super) method: Method,
    pub(super) number: Number,
    pub(super) reference: Option<String>,
    pub(super) started_at: Timestamp,
    pub(super) expires_at: Timestamp,
    pub(super) proof: Proof,
    /// When and why the network gives up, if it does.
    pub(super) failure: Option<(Timestamp, Reason)>,
    pub(super) wrong_reports: u32,
    pub(super) status: Status,
    /// Whether somebody reported a proof: `source` is only known then.
    pub(super) was_reported: bool,
}

impl Verification {
    pub(super) fn is_pending(&self) -> bool {
        self.status == Status::Pending
    }

    /// Lets come about what time has brought: the network's failure or the end of its life.
    fn settle(&mut self, now: Timestamp) {
        if !self.is_pending() {
            return;
        }
        if let Some((at, reason)) = self.failure
            && at <= now
        {
            self.status = Status::Error(reason);
            return;
        }
        if self.expires_at <= now {
            self.status = Status::Fail(Reason::Expired);
        }
    }

    /// Compares what the customer showed. An expired verification keeps its status and is
    /// answered with it, as Sinch's own fixture of a late report is.
    pub(super) fn report(&mut self, shown: &str) -> Result<(), NotVerified> {
        if self.status == Status::Fail(Reason::Expired) {
            return Ok(());
        }
        if !self.is_pending() {
            return Err(NotVerified);
        }
        self.was_reported = true;
        if self.proof.matches(shown) {
            self.status = Status::Successful;
            return Ok(());
        }
        self.wrong_reports += 1;
        if self.wrong_reports < WRONG_REPORTS_ALLOWED {
            return Err(NotVerified);
        }
        self.status = Status::Fail(self.proof.wrong());
        Ok(())
    }

    /// Ends as not verified whatever was shown: the training number for a report that says FAIL.
    pub(super) fn fail_report(&mut self) {
        if self.is_pending() {
            self.was_reported = true;
            self.status = Status::Fail(self.proof.wrong());
        }
    }
}

/// All verifications, oldest first.
#[derive(Default)]
pub(crate) struct Verifications(Vec<Verification>);

impl Verifications {
    pub(super) fn has_reference(&self, reference: &str) -> bool {
        self.0
            .iter()
            .any(|verification| verification.reference.as_deref() == Some(reference))
    }

    /// Adds one; an earlier one for the same number that is still pending becomes ABORTED.
    pub(super) fn add(&mut self, verification: Verification) {
        for earlier in &mut self.0 {
            earlier.settle(verification.started_at);
            if earlier.number == verification.number && earlier.is_pending() {
                earlier.status = Status::Aborted;
            }
        }
        self.0.push(verification);
    }

    pub(super) fn by_id(&mut self, id: &str, now: Timestamp) -> Option<&mut Verification> {
        self.last_where(now, |verification| verification.id == id)
    }

    pub(super) fn by_reference(
        &mut self,
        reference: &str,
        now: Timestamp,
    ) -> Option<&mut Verification> {
        self.last_where(now, |verification| {
            verification.reference.as_deref() == Some(reference)
        })
    }

    /// The newest for a number, by any method: the one that a report by number hits.
    pub(super) fn by_number(
        &mut self,
        number: &Number,
        now: Timestamp,
    ) -> Option<&mut Verification> {
        self.last_where(now, |verification| verification.number == *number)
    }

    pub(super) fn by_method_and_number(
        &mut self,
        method: Method,
        number: &Number,
        now: Timestamp,
    ) -> Option<&mut Verification> {
        self.last_where(now, |verification| {
            verification.method == method && verification.number == *number
        })
    }

    fn last_where(
        &mut self,
        now: Timestamp,
        wanted: impl Fn(&Verification) -> bool,
    ) -> Option<&mut Verification> {
        let found = self
            .0
            .iter_mut()
            .rev()
            .find(|verification| wanted(verification))?;
        found.settle(now);
        Some(found)
    }
}
