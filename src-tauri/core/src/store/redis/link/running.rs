//! Runs one script at one node, or follows a cluster to the node that has its keys. A script that may
//! have been run is never sent again.

use std::time::Duration;

use redis::{ServerError, Value};
use tokio::time::sleep;

use super::cluster::Cluster;
use super::faults::{self, LinkError, is_about_being_primary};
use super::line::Line;
use super::script::{Call, Preface};
use super::slots::{Redirection, Slot};
use crate::store::redis::settings::Host;
use crate::store::{RefusedBecause, StoreFault};

/// The commands by which steps are run.
pub(super) const COMMANDS: &[&str] = &["evalsha", "script|load", "wait"];

/// How often a step is sent on to another node before the cluster is taken for unsettled.
const MOST_REDIRECTIONS: u8 = 5;

/// How long keys that are just being moved are waited for, each time.
const BETWEEN_MOVES: Duration = Duration::from_millis(50);

/// What one node made of a call.
enum Answered {
    /// What the script answered.
    Text(String),
    /// The script, or the server in its place, refused.
    Refusal(ServerError),
}

/// Runs a call at the only server there is.
pub(super) async fn run_at(line: &Line, call: &Call<'_>) -> Result<String, StoreFault> {
    match send(line, call, false).await? {
        Answered::Text(text) => Ok(text),
        Answered::Refusal(refusal) => Err(faults::refusal(refusal)),
    }
}

/// Runs a call at the node that has its keys.
pub(super) async fn run_in(cluster: &Cluster, call: &Call<'_>) -> Result<String, StoreFault> {
    let slot = call.keys.first().map_or(Slot::of(""), |key| Slot::of(key));
    let mut node = cluster.owner(slot).await?;
    let mut asking = false;
    for _ in 0..MOST_REDIRECTIONS {
        let line = cluster.line_to(&node).await;
        let refusal = match send(&line, call, asking).await {
            Ok(Answered::Text(text)) => return Ok(text),
            Ok(Answered::Refusal(refusal)) => refusal,
            Err(fault) => {
                node = another_owner(cluster, slot, &node, fault).await?;
                asking = false;
                continue;
            }
        };
        match Redirection::read(&refusal, &node) {
            Some(Redirection::Moved(to)) => {
                cluster.doubt().await;
                node = to;
                asking = false;
            }
            Some(Redirection::Ask(to)) => {
                node = to;
                asking = true;
            }
            None if refusal.code() == "TRYAGAIN" => sleep(BETWEEN_MOVES).await,
            None => {
                if is_about_being_primary(&refusal) {
                    cluster.doubt().await;
                }
                return Err(faults::refusal(refusal));
            }
        }
    }
    let unsettled = LinkError::TooManyRedirections;
    Err(StoreFault::refused(RefusedBecause::ClusterDown, unsettled))
}

/// Who has the slot since its owner failed; the fault, where that is nobody else or where the step may
/// have been done.
async fn another_owner(
    cluster: &Cluster,
    slot: Slot,
    failed: &Host,
    fault: StoreFault,
) -> Result<Host, StoreFault> {
    cluster.doubt().await;
    if !matches!(fault, StoreFault::Unreachable { .. }) {
        return Err(fault);
    }
    match cluster.owner(slot).await {
        Ok(owner) if owner != *failed => Ok(owner),
        Ok(_) | Err(_) => Err(fault),
    }
}

/// Sends a call, and once more with its script where the node doesn't know that.
async fn send(line: &Line, call: &Call<'_>, asking: bool) -> Result<Answered, StoreFault> {
    let known = Preface {
        asking,
        loading: false,
    };
    let answered = send_with(line, call, known).await?;
    let Answered::Refusal(refusal) = &answered else {
        return Ok(answered);
    };
    if refusal.code() != "NOSCRIPT" {
        return Ok(answered);
    }
    let name = call.script.name();
    tracing::debug!(name, "the server doesn't know the script yet");
    let loading = true;
    send_with(line, call, Preface { asking, loading }).await
}

async fn send_with(line: &Line, call: &Call<'_>, preface: Preface) -> Result<Answered, StoreFault> {
    let (commands, position) = call.commands(preface);
    let mut answers = line.exchange(&commands).await?.into_iter();
    for preparation in answers.by_ref().take(position) {
        if let Value::ServerError(refusal) = preparation {
            return Ok(Answered::Refusal(refusal));
        }
    }
    let text = match answers.next() {
        Some(Value::BulkString(text)) => String::from_utf8(text).map_err(|_| unexpected())?,
        Some(Value::ServerError(refusal)) => return Ok(Answered::Refusal(refusal)),
        Some(_) | None => return Err(unexpected()),
    };
    if call.replicas > 0 {
        enough_replicas(answers.next().as_ref(), call.replicas)?;
    }
    Ok(Answered::Text(text))
}

fn unexpected() -> StoreFault {
    StoreFault::Unreadable(Box::new(LinkError::UnexpectedAnswer))
}

/// The primary has done the step, but where too few replicas have it, nobody knows whether it survives.
fn enough_replicas(answer: Option<&Value>, asked: u8) -> Result<(), StoreFault> {
    let had = match answer {
        Some(Value::Int(had)) => *had,
        Some(_) | None => 0,
    };
    if had >= i64::from(asked) {
        return Ok(());
    }
    let too_few = LinkError::TooFewReplicas { had, asked };
    Err(StoreFault::Interrupted(Box::new(too_few)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_too_few_replicas_have_is_not_known_to_survive() {
        assert!(enough_replicas(Some(&Value::Int(1)), 1).is_ok());
        assert!(enough_replicas(Some(&Value::Int(2)), 1).is_ok());
        for answer in [Some(&Value::Int(0)), Some(&Value::Nil), None] {
            let fault = enough_replicas(answer, 1).unwrap_err();
            assert!(matches!(fault, StoreFault::Interrupted(_)), "{fault:?}");
        }
    }
}
