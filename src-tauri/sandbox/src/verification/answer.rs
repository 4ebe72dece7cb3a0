//! Writes a verification as the report and status answers do (Sinch wire facts, sections 1.4 to
//! 1.6).

use serde_json::{Value, json};

use super::record::{Status, Verification};
use crate::clock;

/// The price of Sinch's own fixture; the sandbox charges nobody.
const PRICE: f64 = 0.0453;
const CURRENCY: &str = "EUR";

/// The answer to a report.
pub(super) fn report(verification: &Verification) -> Value {
    let mut answer = json!({
        "id": verification.id,
        "method": verification.method.wire(),
        "status": verification.status.wire(),
        "identity": { "type": "number", "endpoint": verification.number.e164() },
    });
    if let Some(reason) = verification.status.reason() {
        answer["reason"] = json!(reason.wire());
    }
    if let Some(reference) = &verification.reference {
        answer["reference"] = json!(reference);
    }
    if verification.was_reported {
        answer["source"] = json!("manual");
    }
    if verification.method.is_call() {
        answer["callComplete"] = json!(!verification.is_pending());
    }
    answer
}

/// The answer to a status request: a report's and more. The price comes late, when the
/// verification is no longer pending.
pub(super) fn status(verification: &Verification) -> Value {
    let mut answer = report(verification);
    answer["verificationTimestamp"] = json!(clock::without_zone(verification.started_at));
    if let Some(country) = verification.number.country() {
        answer["countryId"] = json!(country);
    }
    if verification.is_pending() {
        return answer;
    }
    answer["price"] = price(verification);
    if verification.method.is_call() {
        answer["callResult"] = json!(call_result(verification.status));
    }
    answer
}

fn price(verification: &Verification) -> Value {
    let is_charged = match verification.status {
        Status::Successful | Status::Fail(_) | Status::Aborted => true,
        Status::Pending | Status::Error(_) => false,
    };
    let amount = if is_charged { PRICE } else { 0.0 };
    let mut price = json!({
        "verificationPrice": { "currencyId": CURRENCY, "amount": amount },
    });
    if verification.method.is_call() {
        price["terminationPrice"] = json!({ "currencyId": CURRENCY, "amount": 0.0 });
        price["billableDuration"] = json!(0);
    }
    price
}

fn call_result(status: Status) -> &'static str {
    match status {
        Status::Successful | Status::Fail(_) => "ANSWERED",
        Status::Aborted | Status::Pending => "CANCEL",
        Status::Error(_) => "FAILED",
    }
}
