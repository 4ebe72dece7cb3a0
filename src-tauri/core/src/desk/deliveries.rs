//! What this desk tells the site's others about deliveries, and what all of them together say of the site.
//! Advice for people: it decides nothing, and where the store can't be asked, nothing is said.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::timeout;

use super::Desk;
use crate::challenge::{Challenge, ChallengeId, Channel, Route};
use crate::delivery::{Delivery, Fared, Line, SLOW_AFTER, SiteCourse, WINDOW};
use crate::site_key::SiteKey;
use crate::site_keys::Held;
use crate::store::{Note, NotePage, StoreFault};
use crate::time::{Timestamp, lock};

/// One line of the site's, and where and when it was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    channel: Channel,
    at: Timestamp,
    line: Line,
}

impl Told {
    /// Whether it is about a challenge's newest send: what was told before that is about another one.
    fn is_of(&self, challenge: &Challenge) -> bool {
        let send = &challenge.send;
        self.channel == send.channel && self.at >= send.at && self.line.is_about(challenge.id)
    }
}

/// How often the other desks' lines are looked at.
const LOOK: Duration = Duration::from_secs(20);

impl Desk {
    /// Watches how deliveries fare at the site, channel by channel of those that are set up, until `tell`
    /// answers false: at once, when this desk adds to it, and every 20 s.
    pub async fn watch_site_deliveries(
        &self,
        mut tell: impl FnMut(Vec<(Channel, SiteCourse)>) -> bool,
    ) {
        let mut noted = self.noted.subscribe();
        loop {
            match self.site_courses().await {
                Ok(courses) => {
                    if !tell(courses) {
                        return;
                    }
                }
                Err(fault) => {
                    let code = fault.code();
                    tracing::debug!(code, "nobody knows how deliveries fare at the site");
                }
            }
            // Either way it is time to look.
            let _ = timeout(LOOK, noted.changed()).await;
        }
    }

    async fn site_courses(&self) -> Result<Vec<(Channel, SiteCourse)>, StoreFault> {
        let mut courses = Vec::new();
        let mut told = Vec::new();
        for channel in self.channels() {
            let notes = self.store.notes(self.deliveries_page(channel)).await?;
            let read = |note: &Note| {
                let line = Line::read(&note.line)?;
                let at = note.at;
                Some(Told { channel, at, line })
            };
            let of_channel: Vec<_> = notes.iter().filter_map(read).collect();
            let lines: Vec<_> = of_channel.iter().map(|told| told.line).collect();
            courses.push((channel, SiteCourse::of(&lines)));
            told.extend(of_channel);
        }
        *lock(&self.told_of_deliveries) = told;
        Ok(courses)
    }

    /// How a send of another desk ended, as that desk told it; nothing where it has not, or where this desk
    /// has not looked since.
    pub(super) fn told_end(&self, challenge: &Challenge) -> Option<Fared> {
        let told = lock(&self.told_of_deliveries);
        let of_this_send = told
            .iter()
            .filter(|told| told.is_of(challenge))
            .max_by_key(|told| told.at)?;
        match of_this_send.line.fared() {
            Fared::UnderWay(_) => None,
            end @ (Fared::Delivered(_) | Fared::Arrived | Fared::Failed(_)) => Some(end),
        }
    }

    /// Tells the site's desks how a send fares, in the background.
    pub(super) fn note_fared(&self, id: ChallengeId, channel: Channel, fared: Fared) {
        let store = Arc::clone(&self.store);
        let noted = Arc::clone(&self.noted);
        let page = self.deliveries_page(channel);
        let line = Line::about(id, fared).to_string();
        self.background.spawn(async move {
            match store.note(page, line.as_bytes(), WINDOW).await {
                Ok(()) => noted.send_replace(()),
                Err(fault) => {
                    tracing::debug!(code = fault.code(), "a delivery could not be noted");
                }
            }
        });
    }

    fn deliveries_page(&self, channel: Channel) -> NotePage {
        let page = |key: &SiteKey| key.page(page_name(channel));
        match self.site_keys.held() {
            Held::One(key) => page(&key),
            // A desk that has not heard of the newer key yet has the older one.
            Held::Two(both) => page(&both.older),
        }
    }
}

fn page_name(channel: Channel) -> &'static str {
    match channel {
        Channel::Sms => "deliveries/sms",
        Channel::Call => "deliveries/call",
        Channel::WhatsApp => "deliveries/whatsapp",
        Channel::FlashCall => "deliveries/flashcall",
    }
}

/// What a look at a send tells the site, if anything.
///
/// Sinch Verification never says that a code arrived, so that nothing can be said of how long one takes.
pub(super) fn fared(
    challenge: &Challenge,
    delivery: Delivery,
    so_far: Duration,
    took: Option<Duration>,
) -> Option<Fared> {
    match delivery {
        Delivery::Delivered => Some(took.map_or(Fared::Arrived, Fared::Delivered)),
        Delivery::Failed(failure) => Some(Fared::Failed(failure)),
        Delivery::Waiting | Delivery::Queued | Delivery::WithCarrier => {
            let is_seen = match challenge.send.route {
                Route::SinchSms => true,
                Route::SinchVerification => false,
            };
            (is_seen && so_far > SLOW_AFTER).then_some(Fared::UnderWay(so_far))
        }
    }
}
