//! A client for tests: calls the router without a socket, with a clock that stands still and
//! equal randomness every time.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::request::Builder;
use axum::http::{HeaderMap, Request, StatusCode};
use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use md5::{Digest, Md5};
use rand::{SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use sha2::Sha256;
use tower::ServiceExt;

use crate::clock::Clock;
use crate::credentials::Credentials;
use crate::faults::Fault;
use crate::number::Number;
use crate::phones::Message;
use crate::region::SmsRegion;
use crate::server::router;
use crate::world::Shared;

pub(crate) const STARTS: &str = "/verification/v1/verifications";

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    /// HTTP status and, where there is one, `errorCode` or else 0.
    pub(crate) fn error(&self) -> (u16, u64) {
        let code = self.body["errorCode"].as_u64().unwrap_or(0);
        (self.status.as_u16(), code)
    }

    /// HTTP status and, where there is one, `code` or else an empty text.
    pub(crate) fn sms_error(&self) -> (u16, &str) {
        let code = self.body["code"].as_str().unwrap_or_default();
        (self.status.as_u16(), code)
    }

    pub(crate) fn text(&self, key: &str) -> &str {
        self.body[key].as_str().unwrap_or_default()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

pub(crate) struct Client {
    pub(crate) shared: Arc<Shared>,
}

pub(crate) fn beginning() -> Timestamp {
    "2026-11-22T21:08:44.5Z".parse().unwrap()
}

/// `Authorization: Basic` with the training application's key and secret.
pub(crate) fn basic(user: &str, password: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
}

impl Client {
    pub(crate) fn new() -> Self {
        Self::in_region(None)
    }

    /// The same for accounts that live in one region.
    pub(crate) fn in_region(sms_region: Option<SmsRegion>) -> Self {
        let shared = Shared::new(
            Clock::new(Arc::new(beginning)),
            Credentials::default(),
            sms_region,
            Box::new(StdRng::seed_from_u64(1)),
            "http://127.0.0.1:9".to_owned(),
        );
        Self {
            shared: Arc::new(shared),
        }
    }

    pub(crate) async fn call(&self, request: Builder, body: &str) -> Answer {
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = router(Arc::clone(&self.shared))
            .oneshot(request)
            .await
            .unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: serde_json::from_slice(&bytes).unwrap_or(Value::Null),
        }
    }

    /// A Verification request by Basic authentication.
    pub(crate) async fn verification(&self, verb: &str, path: &str, body: &Value) -> Answer {
        let credentials = Credentials::default();
        let request = Request::builder().method(verb).uri(path).header(
            "authorization",
            basic(
                &credentials.application_key,
                &credentials.application_secret,
            ),
        );
        self.call(request, &written(body)).await
    }

    pub(crate) async fn start(&self, method: &str, number: &str) -> Answer {
        let body = json!({
            "identity": { "type": "number", "endpoint": number },
            "method": method,
        });
        self.verification("POST", STARTS, &body).await
    }

    pub(crate) async fn report_code(&self, id: &str, method: &str, code: &str) -> Answer {
        let body = json!({ "method": method, method: { "code": code } });
        self.verification("PUT", &format!("{STARTS}/id/{id}"), &body)
            .await
    }

    pub(crate) async fn status(&self, id: &str) -> Answer {
        let path = format!("{STARTS}/id/{id}");
        self.verification("GET", &path, &Value::Null).await
    }

    /// An SMS request by the service plan's token.
    pub(crate) async fn sms(&self, verb: &str, path: &str, body: &Value) -> Answer {
        let request = Request::builder()
            .method(verb)
            .uri(format!("/xms/v1/sandbox-plan/batches{path}"))
            .header("authorization", "Bearer sandbox-token")
            .header("content-type", "application/json");
        self.call(request, &written(body)).await
    }

    pub(crate) async fn send(&self, to: &str, body: &str) -> Answer {
        let batch = json!({ "to": [to], "from": "Desk", "body": body });
        self.sms("POST", "", &batch).await
    }

    pub(crate) async fn control(&self, verb: &str, path: &str, body: &Value) -> Answer {
        let request = Request::builder()
            .method(verb)
            .uri(format!("/_sandbox/{path}"));
        self.call(request, &written(body)).await
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.shared.clock.advance(by);
    }

    pub(crate) fn set_fault(&self, fault: Fault) {
        self.shared.world().faults.set(fault).unwrap();
    }

    pub(crate) fn messages(&self, to: &str) -> Vec<Message> {
        let number = Number::from_loose(to).unwrap();
        let now = self.shared.now();
        self.shared.world().phones.received(&number, now)
    }

    /// The code in the newest message of a phone, two seconds later.
    pub(crate) fn code_on(&self, to: &str) -> String {
        self.advance(Duration::from_secs(2));
        let newest = self.messages(to).pop().unwrap();
        let body = newest.body.unwrap();
        body.chars().filter(char::is_ascii_digit).collect()
    }
}

fn written(body: &Value) -> String {
    match body {
        Value::Null => String::new(),
        Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_) => body.to_string(),
    }
}

/// Signs a request as an application does, apart from the code that checks signatures.
pub(crate) fn signature(verb: &str, path: &str, timestamp: &str, kind: &str, body: &str) -> String {
    let digest = match body {
        "" => String::new(),
        body => STANDARD.encode(Md5::digest(body)),
    };
    let text = format!("{verb}\n{digest}\n{kind}\nx-timestamp:{timestamp}\n{path}");
    let mut mac = Hmac::<Sha256>::new_from_slice(b"sandbox-secret-0").unwrap();
    mac.update(text.as_bytes());
    let signature = STANDARD.encode(mac.finalize().into_bytes());
    format!("Application sandbox:{signature}")
}
