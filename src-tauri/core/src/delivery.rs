//! Where a send is on its way to the phone, in words that don't depend on which product carried it.
//! What Sinch literally says is in `sinch`; how often it is asked is in `desk`.

mod site;
mod usual;

pub use site::{Course, Fared, Line, SLOW_AFTER, SiteCourse, WINDOW};
pub use usual::{LATE_WITHOUT_RECORD, UsualTime};

/// Where a send is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Delivery {
    /// Nothing is known yet. Sinch Verification never says more than this of a text that goes well.
    Waiting,
    /// Sinch has queued it.
    Queued,
    /// The carrier has it.
    WithCarrier,
    /// The phone has it.
    Delivered,
    /// It will not arrive.
    Failed(DeliveryFailure),
}

impl Delivery {
    /// Whether nothing more will come of it.
    pub fn is_final(self) -> bool {
        match self {
            Self::Delivered | Self::Failed(_) => true,
            Self::Waiting | Self::Queued | Self::WithCarrier => false,
        }
    }
}

/// Why a send will not arrive.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum DeliveryFailure {
    /// No way leads a text to this number: often a landline.
    Unroutable,
    /// The phone is off or out of reach.
    OutOfReach,
    /// The number, the sender or the words are blocked.
    Blocked,
    /// Nobody has this number.
    NobodyThere,
    /// Sinch or the carrier refused the text.
    Rejected,
    /// It was not delivered while the code still counted.
    Expired,
    /// It was called back before it went out.
    Cancelled,
    /// The carrier failed, without a reason that helps.
    CarrierFailure,
    /// Sinch decided not to send it (fraud rules, credit, destination).
    Denied,
    /// A newer send to the same number took its place.
    Replaced,
}

impl DeliveryFailure {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Unroutable,
        Self::OutOfReach,
        Self::Blocked,
        Self::NobodyThere,
        Self::Rejected,
        Self::Expired,
        Self::Cancelled,
        Self::CarrierFailure,
        Self::Denied,
        Self::Replaced,
    ];

    /// A stable name for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unroutable => "delivery.unroutable",
            Self::OutOfReach => "delivery.out_of_reach",
            Self::Blocked => "delivery.blocked",
            Self::NobodyThere => "delivery.nobody_there",
            Self::Rejected => "delivery.rejected",
            Self::Expired => "delivery.expired",
            Self::Cancelled => "delivery.cancelled",
            Self::CarrierFailure => "delivery.carrier_failure",
            Self::Denied => "delivery.denied",
            Self::Replaced => "delivery.replaced",
        }
    }
}
