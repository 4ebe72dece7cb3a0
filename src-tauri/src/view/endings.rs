//! The ends that are no proof, as the webview is told of them and tells them. Plain data.

use std::time::Duration;

use countersign_core::desk::{Ended, Ending, EndingRecord, Remark, UnverifiedBecause};
use countersign_core::supervisor::SupervisorStatus;
use serde::{Deserialize, Serialize};

use super::{GoneView, milliseconds};

/// Why a customer could not be verified.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum UnverifiedReason {
    /// No phone.
    NoPhone,
    /// The phone is off.
    PhoneOff,
    /// No reception.
    NoReception,
    /// Not their number.
    WrongNumber,
    /// They left.
    CustomerLeft,
    /// Something else.
    Other,
}

/// An end that is no proof.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EndingView {
    /// The customer could not be verified.
    Unverified {
        /// Why.
        because: UnverifiedReason,
        /// What staff wrote beside.
        remark: Option<String>,
        /// At which desk.
        desk: String,
        /// When, as milliseconds since 1970 in UTC.
        #[cfg_attr(test, ts(type = "number"))]
        at_ms: i64,
    },
    /// A supervisor accepted the customer, who is not verified.
    AcceptedBySupervisor {
        /// Why.
        reason: String,
        /// At which desk.
        desk: String,
        /// When, as milliseconds since 1970 in UTC.
        #[cfg_attr(test, ts(type = "number"))]
        at_ms: i64,
    },
}

/// What came of ending a challenge without proof.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EndedView {
    /// It is over.
    Ended {
        /// How.
        ending: EndingView,
    },
    /// The site's rules leave nothing to supervisors.
    NotAllowed,
    /// The supervisor gave no reason.
    NoReason,
    /// It was not the supervisor's passcode.
    Wrong {
        /// Milliseconds until the next try.
        #[cfg_attr(test, ts(type = "number"))]
        wait_ms: u64,
    },
    /// The passcode was not tried: an earlier wrong one still holds it off.
    Wait {
        /// Milliseconds until the next try.
        #[cfg_attr(test, ts(type = "number"))]
        wait_ms: u64,
    },
    /// The challenge ended otherwise meanwhile.
    Gone {
        /// How.
        because: GoneView,
    },
}

/// Whether a supervisor can be asked at this desk.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SupervisorStatusView {
    /// No passcode is set.
    NotSet,
    /// There is one.
    Set,
}

impl EndedView {
    pub(crate) fn wrong(wait: Option<Duration>) -> Self {
        Self::Wrong {
            wait_ms: wait.map_or(0, milliseconds),
        }
    }

    pub(crate) fn wait(wait: Duration) -> Self {
        Self::Wait {
            wait_ms: milliseconds(wait),
        }
    }
}

impl From<Ended> for EndedView {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Recorded(record) => Self::Ended {
                ending: record.into(),
            },
            Ended::NotAllowed => Self::NotAllowed,
            Ended::Gone(gone) => Self::Gone {
                because: gone.into(),
            },
        }
    }
}

impl From<EndingRecord> for EndingView {
    fn from(record: EndingRecord) -> Self {
        let EndingRecord {
            challenge: _,
            desk,
            at,
            ending,
        } = record;
        let at_ms = at.as_millisecond();
        let written = |remark: Remark| remark.as_str().to_owned();
        match ending {
            Ending::Unverified { because, remark } => Self::Unverified {
                because: because.into(),
                remark: remark.map(written),
                desk,
                at_ms,
            },
            Ending::AcceptedBySupervisor { reason } => Self::AcceptedBySupervisor {
                reason: written(reason),
                desk,
                at_ms,
            },
        }
    }
}

impl From<SupervisorStatus> for SupervisorStatusView {
    fn from(status: SupervisorStatus) -> Self {
        match status {
            SupervisorStatus::NotSet => Self::NotSet,
            SupervisorStatus::Set { wait: _ } => Self::Set,
        }
    }
}

impl From<UnverifiedReason> for UnverifiedBecause {
    fn from(reason: UnverifiedReason) -> Self {
        match reason {
            UnverifiedReason::NoPhone => Self::NoPhone,
            UnverifiedReason::PhoneOff => Self::PhoneOff,
            UnverifiedReason::NoReception => Self::NoReception,
            UnverifiedReason::WrongNumber => Self::WrongNumber,
            UnverifiedReason::CustomerLeft => Self::CustomerLeft,
            UnverifiedReason::Other => Self::Other,
        }
    }
}

impl From<UnverifiedBecause> for UnverifiedReason {
    fn from(because: UnverifiedBecause) -> Self {
        match because {
            UnverifiedBecause::NoPhone => Self::NoPhone,
            UnverifiedBecause::PhoneOff => Self::PhoneOff,
            UnverifiedBecause::NoReception => Self::NoReception,
            UnverifiedBecause::WrongNumber => Self::WrongNumber,
            UnverifiedBecause::CustomerLeft => Self::CustomerLeft,
            UnverifiedBecause::Other => Self::Other,
        }
    }
}
