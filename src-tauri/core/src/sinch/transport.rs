//! One HTTP call to Sinch: built from a closed list of hosts, bounded in time and size, redirects refused.
//! It knows no product: paths, bodies and meanings come from them.

use std::fmt;
use std::sync::Arc;

use reqwest::header::{HOST, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, RequestBuilder, StatusCode};
use tokio::time::Instant;

use super::answer::Answer;
use super::error::{Cause, SinchError, Stage};
use super::place::{Host, Place};
use crate::network::certificate::{Certificate, Shown};
use crate::network::http::{self, Reach, Unread, read_to_end};
pub use crate::network::http::{CannotSpeakHttp, Timeouts};
use crate::network::trust::is_about_encryption;

/// No answer of Sinch comes near this: the largest is a list of batches.
const LARGEST_ANSWER: usize = 256 * 1024;

/// Speaks HTTP to one place, over connections that are kept open between calls. Cheap to clone; clones
/// share the connections.
#[derive(Clone)]
pub struct Transport {
    client: reqwest::Client,
    place: Place,
    shown: Shown,
}

impl fmt::Debug for Transport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Transport");
        shown.field("place", &self.place).finish_non_exhaustive()
    }
}

/// One request, before it is sent.
pub(crate) struct Request {
    /// What it does, for logs, where paths don't belong: they may hold a number.
    pub(crate) operation: &'static str,
    pub(crate) host: Host,
    pub(crate) verb: Method,
    /// The path and the query. Made of fixed text and of segments that need no encoding.
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Request {
    pub(crate) fn new(operation: &'static str, host: Host, verb: Method, path: String) -> Self {
        Self {
            operation,
            host,
            verb,
            path,
            headers: HeaderMap::new(),
            body: Vec::new(),
        }
    }

    pub(crate) fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    pub(crate) fn body(mut self, body: Vec<u8>) -> Self {
        self.body = body;
        self
    }
}

impl Transport {
    /// Sets up the client for one place. For Sinch: https only, certificates checked against the
    /// system's trust store, the system's proxy respected. For a loopback: in clear, no proxy, and no
    /// certificate is trusted, since none is needed.
    ///
    /// The cryptography is ring's, passed here: no default need be installed for the process.
    ///
    /// # Errors
    /// [`CannotSpeakHttp`] when the trust store can't be read or the client can't be set up.
    pub fn new(place: Place, timeouts: Timeouts) -> Result<Self, CannotSpeakHttp> {
        let shown = Shown::default();
        let reach = match place {
            Place::Sinch => Reach::Internet,
            Place::Loopback(_) => Reach::Loopback,
        };
        let client = http::client(reach, timeouts, &shown)?;
        Ok(Self {
            client,
            place,
            shown,
        })
    }

    /// Opens a connection to a host, so that the next call finds it open: asks for `/` without any
    /// credential. That there is an answer matters, not which.
    pub(crate) async fn warm(&self, host: Host) -> Result<Answer, SinchError> {
        let url = format!("{}/", self.place.origin(host));
        let start = Instant::now();
        let outgoing = self.named(host, self.client.head(url));
        let mut response = outgoing.send().await.map_err(fault)?;
        Ok(Answer {
            status: response.status(),
            headers: std::mem::take(response.headers_mut()),
            body: Vec::new(),
            took: start.elapsed(),
        })
    }

    /// What the certificate says that a host showed last; nothing before the first connection, and where
    /// none is needed.
    pub(crate) fn certificate(&self) -> Option<Certificate> {
        self.shown.certificate()
    }

    /// Tells a sandbox which of Sinch's hosts it is to play: in the name lies the account's region.
    fn named(&self, host: Host, outgoing: RequestBuilder) -> RequestBuilder {
        match self.place {
            Place::Sinch => outgoing,
            Place::Loopback(_) => outgoing.header(HOST, host.name()),
        }
    }

    /// Sends a request and reads its answer to the end, whatever its status, redirects excepted.
    pub(crate) async fn call(&self, request: Request) -> Result<Answer, SinchError> {
        let operation = request.operation;
        let host = request.host;
        let start = Instant::now();
        let outcome = self.exchange(request).await;
        let elapsed = start.elapsed();
        match &outcome {
            Ok(answer) => {
                let status = answer.status.as_u16();
                tracing::debug!(operation, ?host, status, ?elapsed, "Sinch answered");
            }
            Err(error) => {
                let code = error.code();
                tracing::debug!(operation, ?host, code, ?elapsed, "no answer from Sinch");
            }
        }
        outcome
    }

    async fn exchange(&self, request: Request) -> Result<Answer, SinchError> {
        let url = format!("{}{}", self.place.origin(request.host), request.path);
        let start = Instant::now();
        let outgoing = self.client.request(request.verb, url);
        let mut outgoing = self.named(request.host, outgoing.headers(request.headers));
        if !request.body.is_empty() {
            outgoing = outgoing.body(request.body);
        }
        let mut response = outgoing.send().await.map_err(fault)?;
        let status = response.status();
        if status.is_redirection() {
            return Err(SinchError::Redirected);
        }
        let headers = std::mem::take(response.headers_mut());
        let body = match read_to_end(response, LARGEST_ANSWER).await.map_err(unread) {
            Ok(body) => body,
            // The status has said already that nothing was done; the reason is lost, no more.
            Err(_) if is_refusal(status) => Vec::new(),
            Err(error) => return Err(error),
        };
        Ok(Answer {
            status,
            headers,
            body,
            took: start.elapsed(),
        })
    }
}

fn is_refusal(status: StatusCode) -> bool {
    status.is_client_error() || status == StatusCode::SERVICE_UNAVAILABLE
}

fn unread(unread: Unread) -> SinchError {
    match unread {
        Unread::TooLarge => SinchError::TooLarge,
        Unread::Cut(error) => fault(error),
    }
}

/// What a failed exchange means. A failure to connect comes first: it is known that nothing left, even
/// where connecting took too long.
fn fault(error: reqwest::Error) -> SinchError {
    let error = error.without_url();
    if error.is_timeout() && !error.is_connect() {
        return SinchError::TimedOut;
    }
    let stage = if error.is_dns() {
        Stage::Name
    } else if is_about_encryption(&error) {
        Stage::Encryption
    } else {
        Stage::Connection
    };
    let never_left = error.is_connect() || error.is_builder();
    let cause: Cause = Arc::new(error);
    if never_left {
        SinchError::Unreachable { stage, cause }
    } else {
        SinchError::Cut { cause }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::io::AsyncWriteExt;
    use tokio::net::TcpListener;

    use super::*;
    use crate::network::trust::trusting_nobody;
    use crate::sinch::error::WentOut;
    use crate::sinch::test_server::{Reply, TestServer, closed_port};

    const SHORT: Timeouts = Timeouts {
        connect: Duration::from_millis(500),
        total: Duration::from_secs(1),
    };

    async fn call_at(place: Place, timeouts: Timeouts) -> Result<Answer, SinchError> {
        let transport = Transport::new(place, timeouts).unwrap();
        let path = String::from("/some/path");
        let request = Request::new("test", Host::Verification, Method::POST, path);
        transport.call(request.body(b"{}".to_vec())).await
    }

    async fn call(reply: Reply) -> Result<Answer, SinchError> {
        let server = TestServer::start(vec![reply]).await;
        call_at(server.place(), SHORT).await
    }

    #[tokio::test]
    async fn a_whole_answer_is_read_whatever_its_status() {
        for status in [200, 201, 400, 404, 500, 503] {
            let answer = call(Reply::json(status, "{}")).await.unwrap();
            assert_eq!(answer.status.as_u16(), status);
            assert_eq!(answer.body, b"{}");
        }
    }

    #[tokio::test]
    async fn a_server_that_never_answers_is_timed_out_and_may_have_acted() {
        let error = call(Reply::Silence).await.err().unwrap();
        assert!(matches!(error, SinchError::TimedOut), "{error:?}");
        assert_eq!(error.went_out(), WentOut::Perhaps);
    }

    #[tokio::test]
    async fn an_answer_that_drips_is_timed_out_as_a_whole() {
        let error = call(Reply::Drip).await.err().unwrap();
        assert!(matches!(error, SinchError::TimedOut), "{error:?}");
    }

    #[tokio::test]
    async fn an_answer_cut_midway_may_have_acted() {
        for reply in [Reply::CutBeforeAnswer, Reply::CutMidway { status: 200 }] {
            let error = call(reply).await.err().unwrap();
            assert!(matches!(error, SinchError::Cut { .. }), "{error:?}");
            assert_eq!(error.went_out(), WentOut::Perhaps);
        }
    }

    #[tokio::test]
    async fn a_refusal_stays_a_refusal_when_its_reason_is_cut() {
        for status in [400, 402, 503] {
            let answer = call(Reply::CutMidway { status }).await.unwrap();
            assert_eq!(answer.status.as_u16(), status);
            assert!(answer.body.is_empty());
        }
    }

    #[tokio::test]
    async fn an_answer_beyond_256_kib_is_not_read_on() {
        let error = call(Reply::Huge { declared: true }).await.err().unwrap();
        assert!(matches!(error, SinchError::TooLarge), "{error:?}");
        let error = call(Reply::Huge { declared: false }).await.err().unwrap();
        assert!(matches!(error, SinchError::TooLarge), "{error:?}");
        assert_eq!(error.went_out(), WentOut::Perhaps);
    }

    #[tokio::test]
    async fn a_redirect_is_an_error_and_is_not_followed() {
        let elsewhere = TestServer::start(vec![Reply::json(200, "{}")]).await;
        for status in [301, 302, 303, 307, 308] {
            let location = format!("http://{}/", elsewhere.address());
            let error = call(Reply::redirect(status, &location))
                .await
                .err()
                .unwrap();
            assert!(matches!(error, SinchError::Redirected), "{error:?}");
            assert_eq!(error.went_out(), WentOut::No);
        }
        assert!(elsewhere.requests().is_empty());
    }

    #[tokio::test]
    async fn a_closed_port_is_unreachable_and_nothing_left() {
        let error = call_at(closed_port().await, SHORT).await.err().unwrap();
        let stage = Stage::Connection;
        assert!(
            matches!(&error, SinchError::Unreachable { stage: at, .. } if *at == stage),
            "{error:?}"
        );
        assert_eq!(error.went_out(), WentOut::No);
    }

    #[tokio::test]
    async fn a_host_that_speaks_no_tls_is_a_fault_of_encryption() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("https://{}/", listener.local_addr().unwrap());
        let captive_portal = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.write_all(b"HTTP/1.1 400 Bad\r\n\r\n").await.unwrap();
            stream
        });
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(trusting_nobody().unwrap())
            .timeout(SHORT.total)
            .no_proxy()
            .build()
            .unwrap();
        let error = fault(client.get(url).send().await.unwrap_err());
        drop(captive_portal.await);
        let stage = Stage::Encryption;
        assert!(
            matches!(&error, SinchError::Unreachable { stage: at, .. } if *at == stage),
            "{error:?}"
        );
        assert_eq!(error.went_out(), WentOut::No);
    }

    #[tokio::test]
    async fn an_error_shows_no_path() {
        let place = closed_port().await;
        let error = call_at(place, SHORT).await.err().unwrap();
        assert!(!format!("{error} {error:?}").contains("/some/path"));
    }

    #[tokio::test]
    async fn a_warm_connection_is_used_again_and_asked_for_nothing() {
        let server = TestServer::start(vec![Reply::json(404, ""), Reply::json(200, "{}")]).await;
        let transport = Transport::new(server.place(), SHORT).unwrap();
        transport.warm(Host::Verification).await.unwrap();
        let path = String::from("/some/path");
        let request = Request::new("test", Host::Verification, Method::GET, path);
        transport.call(request).await.unwrap();
        let requests = server.requests();
        assert_eq!(requests[0].verb, "HEAD");
        assert_eq!(requests[0].path, "/");
        assert_eq!(requests[0].header("authorization"), None);
        assert_eq!(server.connections(), 1);
    }
}
