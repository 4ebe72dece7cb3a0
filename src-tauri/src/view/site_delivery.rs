//! How deliveries fare at the site as a whole, as the webview is told. Plain data.

use countersign_core::challenge::Channel;
use countersign_core::delivery::{Course, SiteCourse};
use serde::Serialize;

use super::ChannelView;

/// How one channel fares at the site.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SiteDeliveryView {
    /// The channel.
    pub channel: ChannelView,
    /// The course it takes.
    pub course: CourseView,
    /// Whether something is known to have arrived by it lately.
    pub arrives: bool,
}

/// The course that deliveries take at the site.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "state",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum CourseView {
    /// As it should be, or too little is known to say otherwise.
    Usual,
    /// Half of the newest or more took over a minute, or failed.
    Slow {
        /// Phones that had to wait over a minute.
        slow: usize,
        /// Phones that nothing reached.
        failed: usize,
        /// Phones looked at.
        of: usize,
    },
    /// Half of the newest or more failed.
    Failing {
        /// Phones that nothing reached.
        failed: usize,
        /// Phones looked at.
        of: usize,
    },
}

impl From<(Channel, SiteCourse)> for SiteDeliveryView {
    fn from((channel, SiteCourse { course, arrives }): (Channel, SiteCourse)) -> Self {
        Self {
            channel: channel.into(),
            course: match course {
                Course::Usual => CourseView::Usual,
                Course::Slow { slow, failed, of } => CourseView::Slow { slow, failed, of },
                Course::Failing { failed, of } => CourseView::Failing { failed, of },
            },
            arrives,
        }
    }
}
