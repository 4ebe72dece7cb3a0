//! Basic and signed requests, good and bad (Sinch wire facts, section 2).

use axum::http::{Request, StatusCode};

use super::PHONE;
use crate::testing::{Answer, Client, STARTS, basic, signature};

#[tokio::test]
async fn wrong_basic_credentials_are_refused() {
    let client = Client::new();
    let cases = [
        (None, (401, 40104)),
        (Some("nonsense".to_owned()), (401, 40100)),
        (Some("Digest x".to_owned()), (401, 40100)),
        (Some(basic("sandbox", "wrong")), (401, 40108)),
        (
            Some(basic("unknown", "c2FuZGJveC1zZWNyZXQtMA==")),
            (401, 40108),
        ),
        (Some("Application sandbox".to_owned()), (403, 40303)),
        (Some("Application unknown:x".to_owned()), (401, 40107)),
        (Some("Application sandbox:x".to_owned()), (401, 40101)),
    ];
    for (authorization, expected) in cases {
        let mut request = Request::get(format!("{STARTS}/id/unknown"));
        if let Some(value) = &authorization {
            request = request.header("authorization", value);
        }
        let answer = client.call(request, "").await;
        assert_eq!(answer.error(), expected);
    }
}

struct Signed<'a> {
    verb: &'a str,
    path: &'a str,
    signed_path: &'a str,
    timestamp: &'a str,
    content_type: &'a str,
    body: &'a str,
}

impl Signed<'_> {
    async fn call(&self, client: &Client) -> Answer {
        let authorization = signature(
            self.verb,
            self.signed_path,
            self.timestamp,
            self.content_type,
            self.body,
        );
        let request = Request::builder()
            .method(self.verb)
            .uri(self.path)
            .header("content-type", self.content_type)
            .header("x-timestamp", self.timestamp)
            .header("authorization", authorization);
        client.call(request, self.body).await
    }
}

const NOW: &str = "2026-11-22T21:08:44.895Z";

#[tokio::test]
async fn a_signed_start_is_taken_with_any_content_type_it_was_signed_with() {
    for content_type in ["application/json", "application/json; charset=UTF-8"] {
        let start = Signed {
            verb: "POST",
            path: STARTS,
            signed_path: STARTS,
            timestamp: NOW,
            content_type,
            body: r#"{"identity":{"type":"number","endpoint":"+12025550101"},"method":"sms"}"#,
        };
        assert_eq!(start.call(&Client::new()).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_signed_path_counts_raw_or_decoded() {
    let client = Client::new();
    client.start("sms", PHONE).await;
    let plain = "/verification/v1/verifications/sms/number/+12025550101";
    let encoded = "/verification/v1/verifications/sms/number/%2B12025550101";
    for (path, signed_path) in [(plain, plain), (encoded, plain), (encoded, encoded)] {
        let status = Signed {
            verb: "GET",
            path,
            signed_path,
            timestamp: NOW,
            content_type: "application/json",
            body: "",
        };
        assert_eq!(status.call(&client).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_bad_signature_and_a_stale_timestamp_differ() {
    let client = Client::new();
    let path = "/verification/v1/verifications/id/unknown";
    let status = |signed_path, timestamp| Signed {
        verb: "GET",
        path,
        signed_path,
        timestamp,
        content_type: "application/json",
        body: "",
    };
    let elsewhere = status("/verification/v1/verifications/id/other", NOW);
    assert_eq!(elsewhere.call(&client).await.error(), (401, 40102));
    let stale = status(path, "2026-11-22T21:00:00Z").call(&client).await;
    assert_eq!(stale.error(), (401, 40101));
    assert_eq!(stale.header("date"), "Sun, 22 Nov 2026 21:08:44 GMT");
    let python = status(path, "2026-11-22T21:08:44.123456+00:00");
    assert_eq!(python.call(&client).await.error(), (404, 40400));
}

#[tokio::test]
async fn an_advanced_sandbox_takes_its_own_time_and_the_machines() {
    let client = Client::new();
    client.advance(std::time::Duration::from_secs(60 * 60));
    let path = "/verification/v1/verifications/id/unknown";
    let cases = [
        (NOW, (404, 40400)),
        ("2026-11-22T22:08:44Z", (404, 40400)),
        ("2026-11-22T21:40:00Z", (401, 40101)),
    ];
    for (timestamp, expected) in cases {
        let status = Signed {
            verb: "GET",
            path,
            signed_path: path,
            timestamp,
            content_type: "application/json",
            body: "",
        };
        assert_eq!(status.call(&client).await.error(), expected);
    }
}
