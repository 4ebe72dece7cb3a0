//! The phones at the far end: what each would have received and when it arrives there.
//! Not a record of requests; a message that fails on its way is never put here.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Serialize, Serializer};

use crate::clock;
use crate::number::Number;

/// How a message reaches a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// A text message.
    Text,
    /// A call that speaks the code.
    Call,
    /// A flash call: it rings and is gone, and the calling number is the proof.
    MissedCall,
    /// A WhatsApp message.
    Whatsapp,
}

/// Something that a phone received.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Unique within one sandbox.
    pub id: String,
    /// How it came.
    pub kind: MessageKind,
    /// The phone's number, with `+`.
    pub to: String,
    /// The sender: a name or a number as the phone would show it. For a missed call the full
    /// calling number with `+`, which is what the customer reads out.
    pub from: String,
    /// The text exactly as it was sent, or the words that a call speaks. Absent for a missed call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// When it arrived, by the sandbox's clock; serialised in UTC with milliseconds.
    #[serde(serialize_with = "in_milliseconds")]
    pub arrived_at: Timestamp,
}

fn in_milliseconds<S: Serializer>(moment: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&clock::in_milliseconds(*moment))
}

impl fmt::Debug for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Message")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("arrived_at", &self.arrived_at)
            .finish_non_exhaustive()
    }
}

/// A message on its way, before it has an id.
pub(crate) struct Dispatch {
    pub(crate) kind: MessageKind,
    pub(crate) to: Number,
    pub(crate) from: String,
    pub(crate) body: Option<String>,
    pub(crate) arrives_at: Timestamp,
    /// The batch that it belongs to, so that cancelling the batch can take it back.
    pub(crate) batch: Option<String>,
}

struct Expected {
    message: Message,
    to: Number,
    batch: Option<String>,
    announced: bool,
}

#[derive(Default)]
pub(crate) struct Phones {
    expected: Vec<Expected>,
    drawn_ids: u64,
}

impl Phones {
    pub(crate) fn expect(&mut self, dispatch: Dispatch) {
        self.drawn_ids += 1;
        let message = Message {
            id: format!("message-{}", self.drawn_ids),
            kind: dispatch.kind,
            to: dispatch.to.e164(),
            from: dispatch.from,
            body: dispatch.body,
            arrived_at: dispatch.arrives_at,
        };
        self.expected.push(Expected {
            message,
            to: dispatch.to,
            batch: dispatch.batch,
            announced: false,
        });
    }

    /// Takes back what a batch has not delivered yet.
    pub(crate) fn withdraw_batch(&mut self, batch: &str, now: Timestamp) {
        self.expected.retain(|expected| {
            expected.batch.as_deref() != Some(batch) || expected.message.arrived_at <= now
        });
    }

    /// What a phone has received by `now`, oldest first.
    pub(crate) fn received(&self, to: &Number, now: Timestamp) -> Vec<Message> {
        let mut received: Vec<_> = self
            .expected
            .iter()
            .filter(|expected| expected.to == *to && expected.message.arrived_at <= now)
            .map(|expected| expected.message.clone())
            .collect();
        received.sort_by_key(|message| message.arrived_at);
        received
    }

    /// What has arrived anywhere since this was last asked, oldest first.
    pub(crate) fn arrivals(&mut self, now: Timestamp) -> Vec<Message> {
        let mut arrivals: Vec<_> = self
            .expected
            .iter_mut()
            .filter(|expected| !expected.announced && expected.message.arrived_at <= now)
            .map(|expected| {
                expected.announced = true;
                expected.message.clone()
            })
            .collect();
        arrivals.sort_by_key(|message| message.arrived_at);
        arrivals
    }

    /// How long until the next message arrives, if one is on its way.
    pub(crate) fn next_arrival(&self, now: Timestamp) -> Option<Duration> {
        self.expected
            .iter()
            .filter(|expected| !expected.announced)
            .map(|expected| clock::between(now, expected.message.arrived_at))
            .min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn text_at(second: i64, batch: Option<&str>) -> Dispatch {
        Dispatch {
            kind: MessageKind::Text,
            to: Number::from_e164("+12025550101").unwrap(),
            from: "Sinch".to_owned(),
            body: Some("hello".to_owned()),
            arrives_at: moment(second),
            batch: batch.map(str::to_owned),
        }
    }

    #[test]
    fn a_message_is_not_there_before_it_arrives() {
        let mut phones = Phones::default();
        phones.expect(text_at(10, None));
        let number = Number::from_e164("+12025550101").unwrap();
        assert!(phones.received(&number, moment(9)).is_empty());
        assert_eq!(phones.received(&number, moment(10)).len(), 1);
    }

    #[test]
    fn each_message_is_announced_once() {
        let mut phones = Phones::default();
        phones.expect(text_at(10, None));
        assert_eq!(phones.next_arrival(moment(4)), Some(Duration::from_secs(6)));
        assert_eq!(phones.arrivals(moment(10)).len(), 1);
        assert!(phones.arrivals(moment(11)).is_empty());
        assert_eq!(phones.next_arrival(moment(11)), None);
    }

    #[test]
    fn withdrawing_a_batch_leaves_what_has_already_arrived() {
        let mut phones = Phones::default();
        phones.expect(text_at(10, Some("batch")));
        phones.expect(text_at(20, Some("batch")));
        phones.withdraw_batch("batch", moment(15));
        let number = Number::from_e164("+12025550101").unwrap();
        assert_eq!(phones.received(&number, moment(30)).len(), 1);
    }

    #[test]
    fn debug_output_holds_neither_number_nor_text() {
        let mut phones = Phones::default();
        phones.expect(text_at(10, None));
        let shown = format!("{:?}", phones.arrivals(moment(10)));
        assert!(!shown.contains("hello") && !shown.contains("2025550101"));
    }
}
