//! Number Lookup v2 (Sinch wire facts, section 8): what kind of line a number is. Training number
//! 13 is a landline and 20 is refused; every other number is a mobile that was never swapped.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::auth::bearer::ProjectAccount;
use crate::conduct::conduct;
use crate::draw;
use crate::faults::Operation;
use crate::number::Number;
use crate::oauth::Problem;
use crate::training::Outcome;
use crate::world::Shared;

#[derive(Deserialize)]
struct Wire {
    number: String,
    features: Option<Vec<String>>,
}

pub(crate) async fn lookup(
    _: ProjectAccount,
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Result<Response, Problem> {
    let wire: Wire = serde_json::from_slice(&body)
        .map_err(|_| Problem::bad_request("The body is not a lookup."))?;
    let number = Number::from_loose(&wire.number)
        .ok_or_else(|| Problem::bad_request("The number is not valid."))?;
    let features = wire.features.unwrap_or_else(|| vec!["LineType".to_owned()]);
    let numbers = [number.clone()];
    let answer = conduct(&shared, Operation::Lookup, &numbers, |world, outcomes| {
        let trace = draw::verification_id(&mut world.randomness);
        let is_landline = outcomes.contains(&Outcome::Landline);
        Json(found(&number, &features, is_landline, &trace)).into_response()
    });
    Ok(answer.await)
}

fn found(number: &Number, features: &[String], is_landline: bool, trace: &str) -> Value {
    let mut answer = json!({ "number": number.e164(), "traceId": trace });
    if let Some(country) = number.country() {
        answer["countryCode"] = json!(country);
    }
    for feature in features {
        match feature.as_str() {
            "LineType" => answer["line"] = line(is_landline),
            "SimSwap" => {
                answer["simSwap"] = json!({ "swapped": false, "swapPeriod": "Undefined" });
            }
            "VoIPDetection" => answer["voIPDetection"] = json!({ "probability": "Low" }),
            "RND" => answer["rnd"] = json!({ "disconnected": false }),
            // A feature that Sinch adds later is left out of the answer.
            _ => {}
        }
    }
    answer
}

fn line(is_landline: bool) -> Value {
    if is_landline {
        return json!({ "carrier": "Sandbox Telephone", "type": "Landline", "ported": false });
    }
    json!({
        "carrier": "Sandbox Mobile",
        "type": "Mobile",
        "mobileCountryCode": "001",
        "mobileNetworkCode": "01",
        "ported": false,
    })
}
