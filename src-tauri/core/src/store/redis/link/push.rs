//! What the server tells unasked: the ids of challenges that somebody changed. A hint, no more: whoever
//! may publish on the channel can make desks look again, and nothing else.

use std::convert::Infallible;

use redis::{PushInfo, PushKind, Value};
use tokio::sync::broadcast;

use crate::challenge::ChallengeId;
use crate::store::Change;

/// Where the steps of a site publish what they changed.
pub(super) fn channel(site: &str) -> String {
    format!("cs:{site}:changes")
}

/// Hands on what is published on `channel`. That nobody listens is no fault.
pub(super) fn listener(
    channel: String,
    changes: broadcast::Sender<Change>,
) -> impl Fn(PushInfo) -> Result<(), Infallible> + Send + Sync + 'static {
    move |push| {
        if let Some(change) = change(&channel, &push) {
            changes.send(change).ok();
        }
        Ok(())
    }
}

fn change(channel: &str, push: &PushInfo) -> Option<Change> {
    if push.kind != PushKind::Message {
        return None;
    }
    let [Value::BulkString(told_on), Value::BulkString(id)] = push.data.as_slice() else {
        return None;
    };
    if told_on != channel.as_bytes() {
        return None;
    }
    let id = std::str::from_utf8(id).ok();
    let id = id.and_then(|id| id.parse::<ChallengeId>().ok());
    Some(id.map_or(Change::Any, Change::One))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: PushKind, channel: &str, text: &str) -> Option<Change> {
        let value = |text: &str| Value::BulkString(text.as_bytes().to_vec());
        let data = vec![value(channel), value(text)];
        change("cs:a:changes", &PushInfo { kind, data })
    }

    #[test]
    fn the_id_of_a_challenge_is_handed_on() {
        let id = "ab".repeat(24);
        let expected = Some(Change::One(id.parse().unwrap()));
        assert_eq!(told(PushKind::Message, "cs:a:changes", &id), expected);
    }

    #[test]
    fn what_is_no_id_means_that_anything_may_have_changed() {
        let told = told(PushKind::Message, "cs:a:changes", "hello");
        assert_eq!(told, Some(Change::Any));
    }

    #[test]
    fn other_channels_and_other_news_are_not_handed_on() {
        let id = "ab".repeat(24);
        assert_eq!(told(PushKind::Message, "cs:b:changes", &id), None);
        assert_eq!(told(PushKind::Subscribe, "cs:a:changes", &id), None);
    }
}
