//! Acts out the outcome that a request meets: refuses it, does its work, and lets the answer travel
//! well or badly. It knows no API; each hands in its work and is asked for its own refusals.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body::Frame;
use tokio::time::{Sleep, sleep};

use crate::faults::Operation;
use crate::number::Number;
use crate::oauth;
use crate::sms::SmsError;
use crate::training::{Manner, Outcome, Refusal};
use crate::verification::VerificationError;
use crate::world::{Shared, World};

/// How long a withheld answer keeps the connection open if the client does not leave.
const WITHHELD: Duration = Duration::from_secs(60);
const SLOW: Duration = Duration::from_secs(8);
const HUGE_BYTES: usize = 10 * 1024 * 1024;
/// Long enough for the first half to leave before the connection is cut.
const BEFORE_THE_CUT: Duration = Duration::from_millis(50);
/// Where a followed redirect ends up.
pub(crate) const ELSEWHERE: &str = "/_sandbox/elsewhere";

/// Meets the outcome of `operation` for `numbers`, doing `work` with one outcome for each number
/// unless it is refused.
pub(crate) async fn conduct(
    shared: &Shared,
    operation: Operation,
    numbers: &[Number],
    work: impl FnOnce(&mut World, &[Outcome]) -> Response,
) -> Response {
    let (manner, answer) = {
        let mut world = shared.world();
        let outcomes = world.faults.meet(operation, numbers);
        if let Some(refusal) = refusal(operation, &outcomes) {
            return refuse(operation, refusal);
        }
        let manner = manner(&outcomes);
        let answer = match manner {
            Manner::WithheldAndIdle | Manner::Redirect => None,
            Manner::Plain
            | Manner::Withheld
            | Manner::Cut
            | Manner::Malformed
            | Manner::Slow
            | Manner::Huge => Some(work(&mut world, &outcomes)),
        };
        (manner, answer)
    };
    shared.changed.notify_one();
    match answer {
        Some(answer) => carry(shared, manner, answer).await,
        None => leave_undone(shared, manner).await,
    }
}

fn refusal(operation: Operation, outcomes: &[Outcome]) -> Option<Refusal> {
    outcomes
        .iter()
        .filter_map(|outcome| outcome.refusal())
        // The SMS API looks for a route only after it has accepted a batch.
        .find(|refusal| !(operation == Operation::Send && *refusal == Refusal::NoRoute))
}

/// The first manner that is not plain decides for the whole request.
fn manner(outcomes: &[Outcome]) -> Manner {
    outcomes
        .iter()
        .map(|outcome| outcome.manner())
        .find(|manner| *manner != Manner::Plain)
        .unwrap_or(Manner::Plain)
}

fn refuse(operation: Operation, refusal: Refusal) -> Response {
    match operation {
        Operation::Start | Operation::Report | Operation::Status => {
            VerificationError::from(refusal).into_response()
        }
        Operation::Send | Operation::Batch | Operation::DeliveryReport | Operation::DryRun => {
            SmsError::from(refusal).into_response()
        }
        Operation::Token | Operation::Lookup => oauth::Problem::from(refusal).into_response(),
    }
}

async fn leave_undone(shared: &Shared, manner: Manner) -> Response {
    if manner == Manner::Redirect {
        return redirect(shared);
    }
    withhold(shared).await
}

async fn carry(shared: &Shared, manner: Manner, answer: Response) -> Response {
    match manner {
        Manner::Plain => answer,
        Manner::Withheld | Manner::WithheldAndIdle => withhold(shared).await,
        Manner::Redirect => redirect(shared),
        Manner::Slow => {
            pause(shared, SLOW).await;
            answer
        }
        Manner::Cut => rewrite(answer, cut).await,
        Manner::Malformed => rewrite(answer, malform).await,
        Manner::Huge => rewrite(answer, inflate).await,
    }
}

/// Waits until the client leaves (which drops this future), the sandbox stops or the time is up.
async fn withhold(shared: &Shared) -> Response {
    pause(shared, WITHHELD).await;
    StatusCode::GATEWAY_TIMEOUT.into_response()
}

async fn pause(shared: &Shared, wait: Duration) {
    tokio::select! {
        () = sleep(wait) => {}
        () = shared.stopped() => {}
    }
}

/// `localhost` and `127.0.0.1` are different origins, though the same machine answers.
fn redirect(shared: &Shared) -> Response {
    let port = shared.origin.rsplit(':').next().unwrap_or_default();
    let location = format!("http://localhost:{port}{ELSEWHERE}");
    (
        StatusCode::TEMPORARY_REDIRECT,
        [(header::LOCATION, location)],
    )
        .into_response()
}

async fn rewrite(answer: Response, change: fn(&Bytes) -> (Body, usize)) -> Response {
    let (mut parts, body) = answer.into_parts();
    let whole = to_bytes(body, HUGE_BYTES).await.unwrap_or_default();
    let (body, stated_length) = change(&whole);
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(stated_length));
    Response::from_parts(parts, body)
}

fn malform(whole: &Bytes) -> (Body, usize) {
    let torn = whole.slice(..whole.len() / 2);
    let length = torn.len();
    (Body::from(torn), length)
}

/// White space after the JSON: the body stays valid, so that only a limit on its size stops it.
fn inflate(whole: &Bytes) -> (Body, usize) {
    let mut padded = whole.to_vec();
    padded.resize(HUGE_BYTES, b' ');
    (Body::from(padded), HUGE_BYTES)
}

fn cut(whole: &Bytes) -> (Body, usize) {
    let length = whole.len();
    let body = CutBody {
        half: Some(whole.slice(..length / 2)),
        last_moment: Box::pin(sleep(BEFORE_THE_CUT)),
    };
    (Body::new(body), length)
}

/// A body that gives half of what was promised and then breaks.
struct CutBody {
    half: Option<Bytes>,
    last_moment: Pin<Box<Sleep>>,
}

#[derive(Debug, thiserror::Error)]
#[error("the connection is cut on purpose")]
struct Cut;

impl HttpBody for CutBody {
    type Data = Bytes;
    type Error = Cut;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Cut>>> {
        if let Some(half) = self.half.take() {
            return Poll::Ready(Some(Ok(Frame::data(half))));
        }
        self.last_moment
            .as_mut()
            .poll(context)
            .map(|()| Some(Err(Cut)))
    }
}
