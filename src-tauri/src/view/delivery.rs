//! Where one send is, as the webview is told. Plain data. How the site's sends fare is beside it.

use std::time::Duration;

use countersign_core::delivery::{Delivery, DeliveryFailure, Fared};
use countersign_core::desk::News;
use serde::Serialize;

use super::ChallengeView;
use super::from_core::milliseconds;

/// News of a challenge that is being followed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DeliveryNews {
    /// The challenge as it stands.
    pub challenge: ChallengeView,
    /// Where its newest send is.
    pub delivery: DeliveryView,
    /// How long deliveries usually take at this desk, where enough were seen.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub usual_ms: Option<u64>,
    /// From when on this one is clearly later than usual, counted from when it was sent.
    #[cfg_attr(test, ts(type = "number"))]
    pub late_after_ms: u64,
}

/// Where a send is on its way to the phone.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "state",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum DeliveryView {
    /// Nothing is known yet.
    Waiting,
    /// Sinch has queued it.
    Queued,
    /// The carrier has it.
    WithCarrier,
    /// The phone has it.
    Delivered {
        /// How long it took; nothing where nobody looked meanwhile.
        #[cfg_attr(test, ts(type = "number | null"))]
        took_ms: Option<u64>,
    },
    /// It will not arrive.
    Failed {
        /// Why: `delivery.unroutable` and the like.
        reason: String,
    },
}

impl From<News> for DeliveryNews {
    fn from(news: News) -> Self {
        Self {
            delivery: match news.delivery {
                Delivery::Waiting => DeliveryView::Waiting,
                Delivery::Queued => DeliveryView::Queued,
                Delivery::WithCarrier => DeliveryView::WithCarrier,
                Delivery::Delivered => delivered(news.took),
                Delivery::Failed(failure) => failed(failure),
            },
            usual_ms: news.usual.map(milliseconds),
            late_after_ms: milliseconds(news.late_after),
            challenge: news.open.into(),
        }
    }
}

impl DeliveryView {
    /// What another desk told of a send, where that is its end.
    pub(super) fn told(fared: Fared) -> Option<Self> {
        match fared {
            Fared::Delivered(took) => Some(delivered(Some(took))),
            Fared::Arrived => Some(delivered(None)),
            Fared::Failed(failure) => Some(failed(failure)),
            Fared::UnderWay(_) => None,
        }
    }
}

fn delivered(took: Option<Duration>) -> DeliveryView {
    DeliveryView::Delivered {
        took_ms: took.map(milliseconds),
    }
}

fn failed(failure: DeliveryFailure) -> DeliveryView {
    DeliveryView::Failed {
        reason: failure.code().to_owned(),
    }
}
