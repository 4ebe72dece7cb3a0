//! Where a send is on its way to the phone, in words that don't depend on which product carried it.
//! What Sinch literally says is in `sinch`; how often it is asked is in `desk`.

use std::collections::VecDeque;
use std::time::Duration;

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

/// How many of the newest deliveries the usual time is taken from.
const REMEMBERED: usize = 50;
/// Fewer than this say nothing about what is usual.
const ENOUGH: usize = 3;

/// How long deliveries have taken at this desk lately.
#[derive(Debug, Default)]
pub struct UsualTime(VecDeque<Duration>);

impl UsualTime {
    /// Remembers one delivery.
    pub fn record(&mut self, took: Duration) {
        if self.0.len() == REMEMBERED {
            self.0.pop_front();
        }
        self.0.push_back(took);
    }

    /// The median, once enough deliveries were seen.
    pub fn median(&self) -> Option<Duration> {
        if self.0.len() < ENOUGH {
            return None;
        }
        let mut sorted: Vec<_> = self.0.iter().copied().collect();
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual(seconds: &[u64]) -> Option<u64> {
        let mut usual = UsualTime::default();
        for second in seconds {
            usual.record(Duration::from_secs(*second));
        }
        usual.median().map(|median| median.as_secs())
    }

    #[test]
    fn a_few_deliveries_say_nothing_about_what_is_usual() {
        assert_eq!(usual(&[]), None);
        assert_eq!(usual(&[4, 5]), None);
    }

    #[test]
    fn one_slow_delivery_does_not_change_what_is_usual() {
        assert_eq!(usual(&[4, 300, 5]), Some(5));
    }

    #[test]
    fn old_deliveries_are_forgotten() {
        let old = [100; REMEMBERED];
        let new = [2; REMEMBERED];
        assert_eq!(usual(&[old, new].concat()), Some(2));
    }
}
