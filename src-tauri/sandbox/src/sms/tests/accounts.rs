//! Service-plan tokens, OAuth2 access tokens, and the lookups that need one.

use std::time::Duration;

use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use super::PHONE;
use crate::SmsRegion;
use crate::testing::{Answer, Client, basic};

async fn list_with(client: &Client, account: &str, authorization: Option<&str>) -> Answer {
    let mut request = Request::get(format!("/xms/v1/{account}/batches"));
    if let Some(value) = authorization {
        request = request.header("authorization", value);
    }
    client.call(request, "").await
}

#[tokio::test]
async fn a_token_fits_its_own_service_plan_only() {
    let client = Client::new();
    let right = list_with(&client, "sandbox-plan", Some("Bearer sandbox-token")).await;
    assert_eq!(right.status, StatusCode::OK);
    let cases = [
        ("sandbox-plan", None),
        ("sandbox-plan", Some("Bearer wrong")),
        ("sandbox-plan", Some("Basic c2FuZGJveC10b2tlbg==")),
        ("other-plan", Some("Bearer sandbox-token")),
        ("sandbox-project", Some("Bearer sandbox-token")),
    ];
    for (account, authorization) in cases {
        let answer = list_with(&client, account, authorization).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{account}");
    }
}

#[tokio::test]
async fn an_account_is_known_in_its_own_region_only() {
    let client = Client::in_region(Some(SmsRegion::Eu));
    for (host, status) in [
        ("eu.sms.api.sinch.com", StatusCode::OK),
        ("us.sms.api.sinch.com", StatusCode::UNAUTHORIZED),
        ("127.0.0.1:4010", StatusCode::OK),
    ] {
        let request = Request::get("/xms/v1/sandbox-plan/batches")
            .header("host", host)
            .header("authorization", "Bearer sandbox-token");
        assert_eq!(client.call(request, "").await.status, status, "{host}");
    }
}

async fn fetch_token(client: &Client, secret: &str, body: &str) -> Answer {
    let request = Request::post("/oauth2/token")
        .header("authorization", basic("sandbox-key", secret))
        .header("content-type", "application/x-www-form-urlencoded");
    client.call(request, body).await
}

async fn bearer(client: &Client) -> String {
    let answer = fetch_token(
        client,
        "sandbox-key-secret",
        "grant_type=client_credentials",
    )
    .await;
    assert_eq!(answer.body["expires_in"], 3599);
    assert_eq!(answer.text("access_token").split('.').count(), 3);
    format!("Bearer {}", answer.text("access_token"))
}

#[tokio::test]
async fn a_project_uses_a_token_until_it_expires() {
    let client = Client::new();
    let token = bearer(&client).await;
    let right = list_with(&client, "sandbox-project", Some(&token)).await;
    assert_eq!(right.status, StatusCode::OK);
    let elsewhere = list_with(&client, "other-project", Some(&token)).await;
    assert_eq!(elsewhere.status, StatusCode::UNAUTHORIZED);
    client.advance(Duration::from_secs(3599));
    let expired = list_with(&client, "sandbox-project", Some(&token)).await;
    assert_eq!(expired.status, StatusCode::UNAUTHORIZED);
    let challenge = expired.header("www-authenticate");
    assert!(challenge.contains("invalid_token") && challenge.contains("expired"));
}

#[tokio::test]
async fn the_token_endpoint_wants_the_right_secret_and_grant() {
    let client = Client::new();
    let wrong = fetch_token(&client, "wrong", "grant_type=client_credentials").await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    let grant = fetch_token(&client, "sandbox-key-secret", "grant_type=password").await;
    assert_eq!(grant.status, StatusCode::BAD_REQUEST);
}

async fn lookup(client: &Client, token: &str, body: &Value) -> Answer {
    let request = Request::post("/v2/projects/sandbox-project/lookups")
        .header("authorization", token)
        .header("content-type", "application/json");
    client.call(request, &body.to_string()).await
}

#[tokio::test]
async fn a_lookup_tells_landlines_from_mobiles() {
    let client = Client::new();
    let token = bearer(&client).await;
    let landline = lookup(&client, &token, &json!({ "number": "+12025550113" })).await;
    assert_eq!(landline.body["line"]["type"], "Landline");
    assert!(landline.body.get("simSwap").is_none());
    let both = json!({ "number": PHONE, "features": ["LineType", "SimSwap"] });
    let mobile = lookup(&client, &token, &both).await;
    assert_eq!(mobile.body["line"]["type"], "Mobile");
    assert_eq!(mobile.body["simSwap"]["swapped"], false);
    assert_eq!(mobile.text("countryCode"), "US");
    let invalid = lookup(&client, &token, &json!({ "number": "+12025550120" })).await;
    assert_eq!(invalid.status, StatusCode::BAD_REQUEST);
    let unknown = lookup(&client, "Bearer x.y.z", &both).await;
    assert_eq!(unknown.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn training_numbers_have_lines_and_sims_of_their_own() {
    let client = Client::new();
    let token = bearer(&client).await;
    for (last_two, line, sim) in [
        ("14", json!("VoIP"), json!("Undefined")),
        ("15", json!("Mobile"), json!("SP24H")),
        ("16", json!("Mobile"), json!("SP14D")),
        ("17", Value::Null, Value::Null),
    ] {
        let number = format!("+120255501{last_two}");
        let both = json!({ "number": number, "features": ["LineType", "SimSwap"] });
        let found = lookup(&client, &token, &both).await;
        assert_eq!(found.body["line"]["type"], line, "{last_two}");
        assert_eq!(found.body["simSwap"]["swapPeriod"], sim, "{last_two}");
        let is_known = found.body["line"]["error"].is_null();
        assert_eq!(is_known, !line.is_null(), "{last_two}");
    }
    let refused = lookup(&client, &token, &json!({ "number": "+12025550118" })).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}
