//! A batch, what becomes of each of its texts as time goes by, and the store of all batches.
//! The life of a text is computed from the clock whenever someone asks; nothing ticks.

use std::time::Duration;

use jiff::Timestamp;

use super::encoding::{self, Encoding};
use super::request::{BatchFields, Draft, Parameters};
use crate::clock;
use crate::number::Number;
use crate::phones::{Dispatch, MessageKind};
use crate::training::{Delivery, USUAL_DELIVERY};

/// How long a text is queued before it goes out to the carrier.
const QUEUED: Duration = Duration::from_millis(300);
/// The sender where a request names none: the account's automatic default originator.
pub(super) const DEFAULT_ORIGINATOR: &str = "12025550100";

/// The states that the sandbox brings a text into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DeliveryStatus {
    Queued,
    Dispatched,
    Aborted,
    Cancelled,
    Delivered,
    Failed,
    Expired,
}

impl DeliveryStatus {
    pub(super) fn wire(self) -> &'static str {
        match self {
            Self::Queued => "Queued",
            Self::Dispatched => "Dispatched",
            Self::Aborted => "Aborted",
            Self::Cancelled => "Cancelled",
            Self::Delivered => "Delivered",
            Self::Failed => "Failed",
            Self::Expired => "Expired",
        }
    }

    fn is_final(self) -> bool {
        match self {
            Self::Queued | Self::Dispatched => false,
            Self::Aborted | Self::Cancelled | Self::Delivered | Self::Failed | Self::Expired => {
                true
            }
        }
    }
}

/// One step in the life of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) at: Timestamp,
    pub(super) status: DeliveryStatus,
    /// Sinch wire facts, section 4.3.
    pub(super) code: u16,
}

/// A text as one recipient gets it.
pub(super) struct Text {
    pub(super) to: Number,
    pub(super) body: String,
    pub(super) parts: u32,
    pub(super) encoding: Encoding,
    has_unmatched_parameter: bool,
    delivery: Delivery,
}

impl Text {
    pub(super) fn render(draft: &Draft, to: &Number, delivery: Delivery) -> Self {
        let rendered = substitute(&draft.body, draft.parameters.as_ref(), to);
        let has_unmatched_parameter = rendered.is_none();
        let mut body = rendered.unwrap_or_else(|| draft.body.clone());
        if draft.truncate_concat == Some(true) {
            body = encoding::truncated(&body).to_owned();
        }
        Self {
            to: to.clone(),
            parts: encoding::parts(&body),
            encoding: Encoding::of(&body),
            body,
            has_unmatched_parameter,
            delivery,
        }
    }
}

/// Puts the recipient's values in the places of `${name}`; `None` where one has no value.
fn substitute(body: &str, parameters: Option<&Parameters>, to: &Number) -> Option<String> {
    let Some(parameters) = parameters else {
        return Some(body.to_owned());
    };
    let mut rendered = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("${") {
        let (name, tail) = after.split_once('}')?;
        rendered.push_str(before);
        rendered.push_str(parameter_value(parameters, name, to)?);
        rest = tail;
    }
    rendered.push_str(rest);
    Some(rendered)
}

fn parameter_value<'a>(parameters: &'a Parameters, name: &str, to: &Number) -> Option<&'a str> {
    let values = parameters.get(name)?;
    values
        .iter()
        .find(|(number, _)| Number::from_loose(number).as_ref() == Some(to))
        .map(|(_, value)| value)
        .or_else(|| values.get("default"))
        .map(String::as_str)
}

pub(super) struct Batch {
    pub(super) id: String,
    /// As it was asked for, so that an update can be laid over it.
    pub(super) fields: BatchFields,
    pub(super) draft: Draft,
    pub(super) texts: Vec<Text>,
    pub(super) created_at: Timestamp,
    pub(super) modified_at: Timestamp,
    pub(super) cancelled_at: Option<Timestamp>,
}

impl Batch {
    /// When the texts go out of the queue to the carrier.
    fn dispatched_at(&self) -> Timestamp {
        clock::after(self.released_at(), QUEUED)
    }

    fn released_at(&self) -> Timestamp {
        let send_at = self.draft.send_at.unwrap_or(self.created_at);
        send_at.max(self.created_at)
    }

    /// Where a text stands at `now`.
    pub(super) fn standing(&self, text: &Text, now: Timestamp) -> Step {
        let queued = self.step(self.created_at, DeliveryStatus::Queued, 400);
        self.steps_after_queue(text)
            .into_iter()
            .flatten()
            .take_while(|step| step.at <= now)
            .last()
            .unwrap_or(queued)
    }

    /// Whether nothing more can happen to any text.
    pub(super) fn is_finished(&self, now: Timestamp) -> bool {
        self.texts
            .iter()
            .all(|text| self.standing(text, now).status.is_final())
    }

    /// What is on its way to the phones.
    pub(super) fn dispatches(&self) -> impl Iterator<Item = Dispatch> {
        self.texts.iter().filter_map(|text| {
            let arrives_at = self
                .steps_after_queue(text)
                .into_iter()
                .flatten()
                .find(|step| step.status == DeliveryStatus::Delivered)?
                .at;
            Some(Dispatch {
                kind: MessageKind::Text,
                to: text.to.clone(),
                from: self
                    .draft
                    .from
                    .clone()
                    .unwrap_or_else(|| DEFAULT_ORIGINATOR.to_owned()),
                body: Some(text.body.clone()),
                arrives_at,
                batch: Some(self.id.clone()),
            })
        })
    }

    /// The steps after Queued, in order of time: at most one on the way and one at the end.
    fn steps_after_queue(&self, text: &Text) -> [Option<Step>; 2] {
        let dispatched_at = self.dispatched_at();
        if let Some(at) = self.cancelled_at.filter(|at| *at < dispatched_at) {
            return [Some(self.step(at, DeliveryStatus::Cancelled, 407)), None];
        }
        if self.draft.expire_at < dispatched_at {
            let step = self.step(self.draft.expire_at, DeliveryStatus::Aborted, 406);
            return [Some(step), None];
        }
        if let Some(code) = self.abort_code(text) {
            let step = self.step(dispatched_at, DeliveryStatus::Aborted, code);
            return [Some(step), None];
        }
        let dispatched = self.step(dispatched_at, DeliveryStatus::Dispatched, 401);
        [Some(dispatched), Some(self.last_step(text))]
    }

    /// Why a text never leaves the queue, if it does not.
    fn abort_code(&self, text: &Text) -> Option<u16> {
        if text.has_unmatched_parameter {
            return Some(405);
        }
        let limit = self.draft.max_number_of_message_parts;
        if limit.is_some_and(|limit| text.parts > limit) {
            return Some(411);
        }
        match text.delivery {
            Delivery::CallsOnly | Delivery::Unroutable => Some(402),
            Delivery::After(_) | Delivery::Never | Delivery::CarrierFailure => None,
        }
    }

    fn last_step(&self, text: &Text) -> Step {
        let after = |wait| clock::after(self.released_at(), wait);
        let expired = self.step(self.draft.expire_at, DeliveryStatus::Expired, 406);
        let step = match text.delivery {
            Delivery::After(wait) => self.step(after(wait), DeliveryStatus::Delivered, 0),
            // The carrier's message centre is congested: another channel may get through.
            Delivery::CarrierFailure => {
                self.step(after(USUAL_DELIVERY), DeliveryStatus::Failed, 107)
            }
            Delivery::Never | Delivery::CallsOnly | Delivery::Unroutable => return expired,
        };
        if step.at > self.draft.expire_at {
            return expired;
        }
        step
    }

    fn step(&self, at: Timestamp, status: DeliveryStatus, code: u16) -> Step {
        Step {
            at: at.max(self.created_at),
            status,
            code,
        }
    }
}

/// All batches, oldest first.
#[derive(Default)]
pub(crate) struct Batches(Vec<Batch>);

impl Batches {
    pub(super) fn add(&mut self, batch: Batch) {
        self.0.push(batch);
    }

    pub(super) fn get(&self, id: &str) -> Option<&Batch> {
        self.0.iter().find(|batch| batch.id == id)
    }

    pub(super) fn get_mut(&mut self, id: &str) -> Option<&mut Batch> {
        self.0.iter_mut().find(|batch| batch.id == id)
    }

    pub(super) fn newest_first(&self) -> impl Iterator<Item = &Batch> {
        self.0.iter().rev()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DeliveryStatus::{Aborted, Cancelled, Delivered, Dispatched, Expired, Failed, Queued};

    fn start() -> Timestamp {
        "2026-11-22T21:08:44Z".parse().unwrap()
    }

    fn at(milliseconds: u64) -> Timestamp {
        clock::after(start(), Duration::from_millis(milliseconds))
    }

    fn batch(body: &str, delivery: Delivery) -> Batch {
        let fields: BatchFields = serde_json::from_str(body).unwrap();
        let draft = fields.clone().check(start()).unwrap();
        let texts = draft
            .to
            .iter()
            .map(|to| Text::render(&draft, to, delivery))
            .collect();
        Batch {
            id: "batch".to_owned(),
            fields,
            draft,
            texts,
            created_at: start(),
            modified_at: start(),
            cancelled_at: None,
        }
    }

    fn plain(delivery: Delivery) -> Batch {
        batch(r#"{"to":["12025550101"],"body":"x"}"#, delivery)
    }

    fn standing(batch: &Batch, milliseconds: u64) -> (DeliveryStatus, u16) {
        let step = batch.standing(&batch.texts[0], at(milliseconds));
        (step.status, step.code)
    }

    #[test]
    fn a_text_is_queued_dispatched_and_delivered() {
        let batch = plain(Delivery::After(USUAL_DELIVERY));
        assert_eq!(standing(&batch, 0), (Queued, 400));
        assert_eq!(standing(&batch, 300), (Dispatched, 401));
        assert_eq!(standing(&batch, 999), (Dispatched, 401));
        assert_eq!(standing(&batch, 1000), (Delivered, 0));
        assert!(batch.is_finished(at(1000)) && !batch.is_finished(at(999)));
    }

    #[test]
    fn a_text_that_never_arrives_stays_dispatched_until_it_expires() {
        let batch = plain(Delivery::Never);
        let three_days = 3 * 24 * 60 * 60 * 1000;
        assert_eq!(standing(&batch, three_days - 1), (Dispatched, 401));
        assert_eq!(standing(&batch, three_days), (Expired, 406));
        assert_eq!(batch.dispatches().count(), 0);
    }

    #[test]
    fn failures_end_with_their_codes() {
        assert_eq!(
            standing(&plain(Delivery::CarrierFailure), 1000),
            (Failed, 107)
        );
        assert_eq!(standing(&plain(Delivery::CallsOnly), 1000), (Aborted, 402));
        assert_eq!(standing(&plain(Delivery::Unroutable), 1000), (Aborted, 402));
    }

    #[test]
    fn cancelling_stops_only_what_is_still_queued() {
        let mut batch = plain(Delivery::After(Duration::from_secs(40)));
        batch.cancelled_at = Some(at(100));
        assert_eq!(standing(&batch, 50_000), (Cancelled, 407));
        assert_eq!(batch.dispatches().count(), 0);
        batch.cancelled_at = Some(at(5000));
        assert_eq!(standing(&batch, 50_000), (Delivered, 0));
    }

    #[test]
    fn too_many_parts_abort() {
        let long = "a".repeat(161);
        let body =
            format!(r#"{{"to":["12025550101"],"body":"{long}","max_number_of_message_parts":1}}"#);
        let batch = batch(&body, Delivery::After(USUAL_DELIVERY));
        assert_eq!(standing(&batch, 1000), (Aborted, 411));
    }

    #[test]
    fn parameters_are_filled_in_for_each_recipient() {
        let body = r#"{"to":["12025550101","12025550102"],"body":"Hi ${name}!",
            "parameters":{"name":{"+12025550101":"Ann","default":"you"}}}"#;
        let batch = batch(body, Delivery::After(USUAL_DELIVERY));
        let bodies: Vec<_> = batch.texts.iter().map(|text| text.body.as_str()).collect();
        assert_eq!(bodies, ["Hi Ann!", "Hi you!"]);
    }

    #[test]
    fn a_parameter_without_a_value_aborts() {
        let body = r#"{"to":["12025550101"],"body":"Hi ${name}!",
            "parameters":{"name":{"12025550102":"Bo"}}}"#;
        let batch = batch(body, Delivery::After(USUAL_DELIVERY));
        assert_eq!(standing(&batch, 1000), (Aborted, 405));
    }

    #[test]
    fn a_batch_with_a_send_time_waits_for_it() {
        let body = r#"{"to":["12025550101"],"body":"x","send_at":"2026-11-22T21:09:44Z"}"#;
        let batch = batch(body, Delivery::After(USUAL_DELIVERY));
        assert_eq!(standing(&batch, 60_000), (Queued, 400));
        assert_eq!(standing(&batch, 61_000), (Delivered, 0));
    }
}
