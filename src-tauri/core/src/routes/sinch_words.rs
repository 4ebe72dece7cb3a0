//! Sinch's words for how a send fares, told in the product's own. Whole tables, nothing else.

use crate::delivery::{Delivery, DeliveryFailure};
use crate::sinch::language::LanguageTag;
use crate::sinch::sms::{DeliveryReport, DeliveryStatus, FailureCause};
use crate::sinch::verification::{Reason, Status};
use crate::text::Language;

/// The tag by which Sinch knows a language.
pub(super) fn language_tag(language: Language) -> Option<LanguageTag> {
    let tag = match language {
        Language::En => "en-US",
        Language::Es => "es-ES",
        Language::Fr => "fr-FR",
        Language::De => "de-DE",
        Language::Pt => "pt-PT",
        Language::Sv => "sv-SE",
    };
    tag.parse().ok()
}

/// What a verification's status says of its delivery: that it failed, or nothing.
pub(super) fn delivery_of(status: Status, reason: Option<Reason>) -> Delivery {
    match status {
        Status::Pending | Status::Successful | Status::Fail | Status::Other => Delivery::Waiting,
        Status::Denied => Delivery::Failed(DeliveryFailure::Denied),
        Status::Aborted => Delivery::Failed(DeliveryFailure::Replaced),
        Status::Error => Delivery::Failed(failure_of(reason)),
    }
}

fn failure_of(reason: Option<Reason>) -> DeliveryFailure {
    match reason {
        Some(Reason::Unreachable) => DeliveryFailure::OutOfReach,
        Some(
            Reason::Fraud
            | Reason::NotEnoughCredit
            | Reason::Blocked
            | Reason::DeniedByCallback
            | Reason::InvalidCallback
            | Reason::DestinationDenied,
        ) => DeliveryFailure::Denied,
        Some(
            Reason::InternalError
            | Reason::FailedPending
            | Reason::SmsDeliveryFailure
            | Reason::InvalidCli
            | Reason::InvalidCode
            | Reason::Expired
            | Reason::HungUp
            | Reason::Other,
        )
        | None => DeliveryFailure::CarrierFailure,
    }
}

impl From<DeliveryReport> for Delivery {
    fn from(report: DeliveryReport) -> Self {
        match report.status {
            DeliveryStatus::Queued => Self::Queued,
            DeliveryStatus::Dispatched => Self::WithCarrier,
            DeliveryStatus::Delivered => Self::Delivered,
            DeliveryStatus::Cancelled => Self::Failed(DeliveryFailure::Cancelled),
            DeliveryStatus::Aborted
            | DeliveryStatus::Rejected
            | DeliveryStatus::Deleted
            | DeliveryStatus::Failed
            | DeliveryStatus::Expired
            | DeliveryStatus::Unknown => Self::Failed(cause_of(report.failure())),
            DeliveryStatus::Other => Self::Waiting,
        }
    }
}

fn cause_of(cause: Option<FailureCause>) -> DeliveryFailure {
    match cause {
        Some(FailureCause::Unroutable) => DeliveryFailure::Unroutable,
        Some(FailureCause::Temporary) => DeliveryFailure::OutOfReach,
        Some(FailureCause::Blocked) => DeliveryFailure::Blocked,
        Some(FailureCause::NobodyThere) => DeliveryFailure::NobodyThere,
        Some(FailureCause::Account) => DeliveryFailure::Denied,
        Some(FailureCause::Text) => DeliveryFailure::Rejected,
        Some(FailureCause::TooLate) => DeliveryFailure::Expired,
        Some(FailureCause::Unknown) | None => DeliveryFailure::CarrierFailure,
    }
}
