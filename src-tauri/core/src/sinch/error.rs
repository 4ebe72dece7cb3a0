//! What goes wrong with Sinch, in our own words and with our own stable codes.
//! Which of Sinch's numbers means what is beside each product; how it is told to people is the screen's.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use thiserror::Error;

/// Whether a message may have reached the customer although the call failed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum WentOut {
    /// Known not to have gone out: nothing to count, and safe to send again.
    No,
    /// It may have: ask the customer, or look the reference up, before sending again.
    Perhaps,
}

/// What lies beneath a fault, for logs. It may name a host, and holds no path, number, code or secret.
pub type Cause = Arc<dyn std::error::Error + Send + Sync>;

/// Why a call to Sinch did not do what was asked. Its text is ours, never Sinch's.
#[derive(Clone, Debug, Error)]
pub enum SinchError {
    /// Sinch answered, and said no.
    #[error("{because}{}", in_brackets(.code.as_ref()))]
    Refused {
        /// Why, in our words.
        because: RefusedBecause,
        /// Sinch's own number or word for it, where it gave one.
        code: Option<SinchCode>,
    },
    /// Sinch does not believe the time of the request.
    #[error("this computer's clock is wrong by Sinch's reckoning")]
    ClockSkew {
        /// How far this computer's clock is ahead of Sinch's (negative: behind), to the second;
        /// nothing when Sinch did not say its time.
        off_by: Option<SignedDuration>,
    },
    /// The text or an id can't be sent to Sinch; it was not tried.
    #[error("not sent: {0}")]
    Unfit(#[from] Unfit),
    /// No token could be had for the project, so the call itself was never made.
    #[error("no access token: {0}")]
    NoToken(#[source] Box<SinchError>),
    /// No connection: nothing left this computer.
    #[error("no connection to Sinch: {stage}")]
    Unreachable {
        /// How far it came.
        stage: Stage,
        /// What the libraries beneath say.
        #[source]
        cause: Cause,
    },
    /// The request left, and no whole answer came in time.
    #[error("Sinch did not answer in time")]
    TimedOut,
    /// The connection broke after the request left.
    #[error("the connection to Sinch broke before its answer was whole")]
    Cut {
        /// What the libraries beneath say.
        #[source]
        cause: Cause,
    },
    /// An answer that is not what Sinch writes: not JSON, or without what is needed.
    #[error("Sinch's answer could not be read")]
    Unreadable,
    /// An answer larger than any that Sinch writes.
    #[error("Sinch's answer was too large to be one")]
    TooLarge,
    /// An answer that points elsewhere. It is not followed.
    #[error("the answer points to another address, which is not followed")]
    Redirected,
    /// Sinch, or something on the way to it, failed with the request in hand.
    #[error("Sinch failed (HTTP {status})")]
    ServerError {
        /// The HTTP status.
        status: u16,
    },
    /// Sinch takes no requests at present (HTTP 503).
    #[error("Sinch takes no requests at present")]
    Unavailable {
        /// How long Sinch asks to wait.
        retry_after: Option<Duration>,
    },
}

/// Why Sinch said no.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum RefusedBecause {
    /// The number is not one to Sinch.
    #[error("Sinch does not take this number")]
    InvalidNumber,
    /// Sinch does not send from or to this kind of number.
    #[error("Sinch does not send to or from this kind of number")]
    IllegalNumberType,
    /// Sinch did not understand the request.
    #[error("Sinch did not understand the request")]
    InvalidRequest,
    /// The code is not the one that was sent, or none is awaited.
    #[error("that code is not right")]
    WrongCode,
    /// Sinch knows nothing of that name.
    #[error("Sinch knows nothing of that name")]
    NotFound,
    /// The account's credit is used up.
    #[error("the Sinch account has not enough credit")]
    NoCredit,
    /// This number is on Sinch's list of numbers not to write to.
    #[error("Sinch does not write to this number")]
    Blacklisted,
    /// The account is barred, perhaps for want of credit.
    #[error("the Sinch account is blocked")]
    AccountBlocked,
    /// Denied by Sinch's rules or by the application's callback.
    #[error("Sinch or the application's callback denied it")]
    Denied,
    /// No carrier takes messages for this number.
    #[error("no carrier takes messages for this number")]
    NoRoute,
    /// A verification of this number was begun a moment ago.
    #[error("this number was written to a moment ago")]
    TooSoon,
    /// More requests than Sinch takes from this account.
    #[error("Sinch takes no more requests for the moment")]
    Capacity {
        /// How long Sinch asks to wait.
        retry_after: Option<Duration>,
    },
    /// The key, secret or token is wrong. For SMS, so is a right token at another plan or region.
    #[error("Sinch does not take these credentials")]
    BadCredentials,
    /// There is no such plan or project in this region.
    #[error("no such service plan or project in this region")]
    WrongRegionOrPlan,
    /// The application asks for a stronger authentication, or more rights than these credentials have.
    #[error("the application asks for more than these credentials may do")]
    InsufficientAuthLevel,
    /// A send of this reference was taken before: the first one got through.
    #[error("this reference was sent before")]
    DuplicateReference,
    /// Something is missing in Sinch's dashboard.
    #[error("the application is not fully set up at Sinch")]
    NotConfigured,
    /// A no that this version does not know.
    #[error("Sinch refused")]
    Other,
}

/// What is not sent to Sinch at all.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum Unfit {
    /// There is no text.
    #[error("the text is empty")]
    EmptyText,
    /// More characters than Sinch takes (2000; Sinch wire facts §4.2).
    #[error("the text is longer than Sinch takes")]
    LongText,
    /// The text holds `${`, which Sinch would take for a parameter (Sinch wire facts §4.2).
    #[error("the text holds ${{, which Sinch would replace")]
    Placeholder,
    /// The id could not stand in a path.
    #[error("the id is not one that Sinch gives")]
    Id,
}

/// How far a connection came.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stage {
    /// The host's name was not found.
    Name,
    /// The host, or the proxy before it, did not answer.
    Connection,
    /// No trusted encryption: a wrong certificate, or something that listens in between.
    Encryption,
}

impl fmt::Display for Stage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Name => "its name was not found",
            Self::Connection => "it did not answer",
            Self::Encryption => "no trusted encryption",
        })
    }
}

/// Sinch's own number (five digits) or word (small letters) for an error. Anything else that stands in
/// its place is dropped, so no number of a customer and no free text can ride along.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SinchCode(String);

impl SinchCode {
    const LONGEST_NUMBER: usize = 5;
    const LONGEST_WORD: usize = 48;

    pub(crate) fn new(text: &str) -> Option<Self> {
        let number = text.len() <= Self::LONGEST_NUMBER && text.bytes().all(|b| b.is_ascii_digit());
        let word = text.len() <= Self::LONGEST_WORD
            && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        (!text.is_empty() && (number || word)).then(|| Self(text.to_owned()))
    }

    /// The number or word as Sinch wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SinchCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn in_brackets(code: Option<&SinchCode>) -> String {
    code.map_or_else(String::new, |code| format!(" ({code})"))
}

impl SinchError {
    /// Whether a message may have gone out although the call failed.
    pub fn went_out(&self) -> WentOut {
        match self {
            Self::Refused { .. }
            | Self::ClockSkew { .. }
            | Self::Unfit(_)
            | Self::NoToken(_)
            | Self::Unreachable { .. }
            | Self::Redirected
            | Self::Unavailable { .. } => WentOut::No,
            Self::TimedOut
            | Self::Cut { .. }
            | Self::Unreadable
            | Self::TooLarge
            | Self::ServerError { .. } => WentOut::Perhaps,
        }
    }

    /// Our own name for the fault. It stays the same from version to version.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused { because, .. } => because.code(),
            Self::ClockSkew { .. } => "sinch.clock_skew",
            Self::Unfit(Unfit::EmptyText | Unfit::LongText | Unfit::Placeholder) => {
                "sinch.unfit_text"
            }
            Self::Unfit(Unfit::Id) => "sinch.unfit_id",
            Self::NoToken(beneath) => beneath.code(),
            Self::Unreachable { stage, .. } => match stage {
                Stage::Name => "sinch.name_not_found",
                Stage::Connection => "sinch.unreachable",
                Stage::Encryption => "sinch.no_trusted_encryption",
            },
            Self::TimedOut => "sinch.timed_out",
            Self::Cut { .. } => "sinch.cut",
            Self::Unreadable => "sinch.unreadable",
            Self::TooLarge => "sinch.too_large",
            Self::Redirected => "sinch.redirected",
            Self::ServerError { .. } => "sinch.server_error",
            Self::Unavailable { .. } => "sinch.unavailable",
        }
    }

    /// Why Sinch said no, where it did.
    pub fn because(&self) -> Option<RefusedBecause> {
        let Self::Refused { because, .. } = self.beneath() else {
            return None;
        };
        Some(*because)
    }

    /// How far this computer's clock is ahead of Sinch's (negative: behind), where that is why and
    /// Sinch told its time.
    pub fn clock_off_by(&self) -> Option<SignedDuration> {
        let Self::ClockSkew { off_by } = self.beneath() else {
            return None;
        };
        *off_by
    }

    /// How long Sinch asks to wait before the next request, where it says so.
    pub fn retry_after(&self) -> Option<Duration> {
        let (Self::Unavailable { retry_after }
        | Self::Refused {
            because: RefusedBecause::Capacity { retry_after },
            ..
        }) = self.beneath()
        else {
            return None;
        };
        *retry_after
    }

    /// What kept the call from being made, where that was another call.
    fn beneath(&self) -> &Self {
        let mut error = self;
        while let Self::NoToken(beneath) = error {
            error = beneath;
        }
        error
    }

    pub(crate) fn refused(because: RefusedBecause) -> Self {
        Self::Refused {
            because,
            code: None,
        }
    }
}

impl RefusedBecause {
    /// Our own name for the reason. It stays the same from version to version.
    pub fn code(self) -> &'static str {
        match self {
            Self::InvalidNumber => "sinch.invalid_number",
            Self::IllegalNumberType => "sinch.illegal_number_type",
            Self::InvalidRequest => "sinch.invalid_request",
            Self::WrongCode => "sinch.wrong_code",
            Self::NotFound => "sinch.not_found",
            Self::NoCredit => "sinch.no_credit",
            Self::Blacklisted => "sinch.blacklisted",
            Self::AccountBlocked => "sinch.account_blocked",
            Self::Denied => "sinch.denied",
            Self::NoRoute => "sinch.no_route",
            Self::TooSoon => "sinch.too_soon",
            Self::Capacity { .. } => "sinch.capacity",
            Self::BadCredentials => "sinch.bad_credentials",
            Self::WrongRegionOrPlan => "sinch.wrong_region_or_plan",
            Self::InsufficientAuthLevel => "sinch.insufficient_auth_level",
            Self::DuplicateReference => "sinch.duplicate_reference",
            Self::NotConfigured => "sinch.not_configured",
            Self::Other => "sinch.refused",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cause() -> Cause {
        Arc::new(std::io::Error::other("beneath"))
    }

    #[test]
    fn only_what_surely_never_left_counts_as_not_gone_out() {
        let stage = Stage::Connection;
        for error in [
            SinchError::refused(RefusedBecause::NoCredit),
            SinchError::ClockSkew { off_by: None },
            SinchError::Unfit(Unfit::Placeholder),
            SinchError::NoToken(Box::new(SinchError::TimedOut)),
            SinchError::Unreachable {
                stage,
                cause: cause(),
            },
            SinchError::Redirected,
            SinchError::Unavailable { retry_after: None },
        ] {
            assert_eq!(error.went_out(), WentOut::No, "{error:?}");
        }
        for error in [
            SinchError::TimedOut,
            SinchError::Cut { cause: cause() },
            SinchError::Unreadable,
            SinchError::TooLarge,
            SinchError::ServerError { status: 500 },
        ] {
            assert_eq!(error.went_out(), WentOut::Perhaps, "{error:?}");
        }
    }

    #[test]
    fn a_text_names_our_reason_and_sinchs_number() {
        let error = SinchError::Refused {
            because: RefusedBecause::NoCredit,
            code: SinchCode::new("40200"),
        };
        assert_eq!(
            error.to_string(),
            "the Sinch account has not enough credit (40200)"
        );
        assert_eq!(error.code(), "sinch.no_credit");
    }

    #[test]
    fn nothing_but_a_short_number_or_a_plain_word_is_kept_of_sinchs_answer() {
        assert!(SinchCode::new("42901").is_some());
        assert!(SinchCode::new("syntax_invalid_json").is_some());
        for text in ["", "12025550134", "+1202", "Not enough credit", "a1", "<b>"] {
            assert_eq!(SinchCode::new(text), None, "{text:?}");
        }
    }
}
