//! Number Lookup v2 (Sinch wire facts, section 8): what kind of line a number is, and whether its SIM was
//! changed. Training number 13 is a landline and 20 is refused; 14 to 18 have answers of their own, and are
//! well otherwise; every other number is a mobile whose SIM was never changed.

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
use crate::training::{Outcome, Refusal};
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
        let record = match outcomes.contains(&Outcome::Landline) {
            true => Record::Landline,
            false => Record::of(&number),
        };
        if record == Record::Refused {
            return Problem::from(Refusal::NoRoute).into_response();
        }
        Json(found(&number, &features, record, &trace)).into_response()
    });
    Ok(answer.await)
}

/// What carriers know of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Record {
    /// A mobile phone whose SIM was never changed.
    Mobile,
    /// 13: a landline.
    Landline,
    /// 14: a phone on the internet.
    Voip,
    /// 15: a mobile phone whose SIM was changed within 24 hours.
    ChangedToday,
    /// 16: a mobile phone whose SIM was changed within 14 days.
    ChangedLately,
    /// 17: nothing; each part of the answer holds an error.
    Nothing,
    /// 18: 403, since the project may not look up numbers of that country.
    Refused,
}

impl Record {
    fn of(number: &Number) -> Self {
        match number.digits().strip_prefix("120255501") {
            Some("14") => Self::Voip,
            Some("15") => Self::ChangedToday,
            Some("16") => Self::ChangedLately,
            Some("17") => Self::Nothing,
            Some("18") => Self::Refused,
            _ => Self::Mobile,
        }
    }
}

fn found(number: &Number, features: &[String], record: Record, trace: &str) -> Value {
    let mut answer = json!({ "number": number.e164(), "traceId": trace });
    if let Some(country) = number.country() {
        answer["countryCode"] = json!(country);
    }
    for feature in features {
        match feature.as_str() {
            "LineType" => answer["line"] = line(record),
            "SimSwap" => answer["simSwap"] = sim_swap(record),
            "VoIPDetection" => answer["voIPDetection"] = json!({ "probability": "Low" }),
            "RND" => answer["rnd"] = json!({ "disconnected": false }),
            // A feature that Sinch adds later is left out of the answer.
            _ => {}
        }
    }
    answer
}

fn line(record: Record) -> Value {
    match record {
        Record::Landline => {
            json!({ "carrier": "Sandbox Telephone", "type": "Landline", "ported": false })
        }
        Record::Voip => json!({ "carrier": "Sandbox Internet", "type": "VoIP", "ported": false }),
        Record::Nothing => json!({ "error": not_known() }),
        Record::Mobile | Record::ChangedToday | Record::ChangedLately | Record::Refused => json!({
            "carrier": "Sandbox Mobile",
            "type": "Mobile",
            "mobileCountryCode": "001",
            "mobileNetworkCode": "01",
            "ported": false,
        }),
    }
}

fn sim_swap(record: Record) -> Value {
    match record {
        Record::ChangedToday => json!({ "swapped": true, "swapPeriod": "SP24H" }),
        Record::ChangedLately => json!({ "swapped": true, "swapPeriod": "SP14D" }),
        Record::Nothing => json!({ "error": not_known() }),
        Record::Mobile | Record::Landline | Record::Voip | Record::Refused => {
            json!({ "swapped": false, "swapPeriod": "Undefined" })
        }
    }
}

fn not_known() -> Value {
    json!({ "status": 100, "title": "Not known", "detail": "The carrier did not answer." })
}
