//! `POST /verification/v1/verifications`: starts a verification and sends its message on its way.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::error::VerificationError;
use super::language::Language;
use super::record::{Method, Proof, Reason, Status, Verification};
use super::start_request::StartRequest;
use crate::auth::verification::Authenticated;
use crate::clock;
use crate::conduct::conduct;
use crate::draw::{self, Alphabet, Randomness};
use crate::faults::Operation;
use crate::phones::{Dispatch, MessageKind};
use crate::training::{Outcome, USUAL_DELIVERY};
use crate::world::{Shared, World};

const SENDER: &str = "Sinch";
const CALLER: &str = "+12025550100";
/// The fixtures give a phone two seconds less than the code lives.
const INTERCEPTION_MARGIN: Duration = Duration::from_secs(2);

pub(crate) async fn start(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    Authenticated(body): Authenticated,
) -> Result<Response, VerificationError> {
    let request = StartRequest::read(&body)?;
    let language = language_of(&headers);
    let now = shared.now();
    let numbers = [request.number.clone()];
    let answer = conduct(&shared, Operation::Start, &numbers, |world, outcomes| {
        let outcome = outcomes.first().copied().unwrap_or(Outcome::Delivered);
        let start = Start {
            request,
            language,
            outcome,
            now,
            origin: &shared.origin,
        };
        start.begin(world).into_response()
    });
    Ok(answer.await)
}

fn language_of(headers: &HeaderMap) -> Language {
    headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .map_or(Language::English, Language::from_accept_language)
}

struct Start<'a> {
    request: StartRequest,
    language: Language,
    outcome: Outcome,
    now: Timestamp,
    origin: &'a str,
}

impl Start<'_> {
    fn begin(self, world: &mut World) -> Result<Response, VerificationError> {
        if let Some(reference) = &self.request.reference
            && world.verifications.has_reference(reference)
        {
            return Err(VerificationError::ReferenceTaken);
        }
        for key in &self.request.unknown_keys {
            let note = format!("verification start: the key `{key}` is not known and is ignored");
            world.warnings.note(self.now, note);
        }
        let id = draw::verification_id(&mut world.randomness);
        let proof = self.draw_proof(&mut world.randomness);
        let answer = self.answer(&id, &proof);
        let failure = self.dispatch(world, &proof);
        world.verifications.add(Verification {
            id,
            method: self.request.method,
            number: self.request.number,
            reference: self.request.reference,
            started_at: self.now,
            expires_at: clock::after(self.now, self.request.lifetime),
            proof,
            failure,
            wrong_reports: 0,
            status: Status::Pending,
            was_reported: false,
        });
        let content_language = HeaderValue::from_static(self.language.tag());
        Ok(([(header::CONTENT_LANGUAGE, content_language)], Json(answer)).into_response())
    }

    fn draw_proof(&self, randomness: &mut Randomness) -> Proof {
        match self.request.method {
            Method::FlashCall => {
                Proof::CallingNumber(draw::calling_number(randomness, &self.request.number))
            }
            Method::Sms | Method::Callout | Method::Whatsapp => {
                let alphabet = self.request.alphabet.unwrap_or(Alphabet::Numeric);
                Proof::Code(draw::code(randomness, alphabet))
            }
        }
    }

    /// Sends the message on its way, or tells when and why the network will give up.
    fn dispatch(&self, world: &mut World, proof: &Proof) -> Option<(Timestamp, Reason)> {
        let method = self.request.method;
        match method.arrival(self.outcome.delivery()) {
            Ok(Some(wait)) => {
                let dispatch = self.message(proof, clock::after(self.now, wait));
                world.phones.expect(dispatch);
                None
            }
            Ok(None) => None,
            Err(reason) => Some((clock::after(self.now, USUAL_DELIVERY), reason)),
        }
    }

    fn message(&self, proof: &Proof, arrives_at: Timestamp) -> Dispatch {
        let (kind, from, body) = match proof {
            Proof::CallingNumber(number) => (MessageKind::MissedCall, number.as_str(), None),
            Proof::Code(code) => self.spoken_or_written(code),
        };
        Dispatch {
            kind,
            to: self.request.number.clone(),
            from: from.to_owned(),
            body,
            arrives_at,
            batch: None,
        }
    }

    fn spoken_or_written(&self, code: &str) -> (MessageKind, &'static str, Option<String>) {
        let text = self.language.text(code);
        match self.request.method {
            Method::Callout => {
                let language = self.request.speech.unwrap_or(self.language);
                (MessageKind::Call, CALLER, Some(language.speech(code)))
            }
            Method::Whatsapp => (MessageKind::Whatsapp, SENDER, Some(text)),
            Method::Sms | Method::FlashCall => {
                let text = match &self.request.application_hash {
                    Some(hash) => format!("{text}\n{hash}"),
                    None => text,
                };
                (MessageKind::Text, SENDER, Some(text))
            }
        }
    }

    fn answer(&self, id: &str, proof: &Proof) -> Value {
        let method = self.request.method;
        let href = format!("{}/verification/v1/verifications/id/{id}", self.origin);
        let mut answer = json!({
            "id": id,
            "method": method.wire(),
            "_links": [
                { "rel": "status", "href": href, "method": "GET" },
                { "rel": "report", "href": href, "method": "PUT" },
            ],
        });
        match method {
            Method::Sms => answer["sms"] = self.sms_details(),
            Method::Whatsapp => answer["whatsapp"] = self.code_type(),
            Method::FlashCall => answer["flashCall"] = flash_call_details(proof),
            Method::Callout => {}
        }
        answer
    }

    fn sms_details(&self) -> Value {
        let mut details = self.code_type();
        details["template"] = json!(self.language.template());
        let interception = self.request.lifetime.saturating_sub(INTERCEPTION_MARGIN);
        details["interceptionTimeout"] = json!(interception.as_secs());
        details
    }

    fn code_type(&self) -> Value {
        match self.request.alphabet {
            Some(alphabet) => json!({ "codeType": alphabet.wire() }),
            None => json!({}),
        }
    }
}

/// The filter holds the last four digits of the calling number, as Sinch's fixtures do.
fn flash_call_details(proof: &Proof) -> Value {
    let digits = match proof {
        Proof::CallingNumber(number) => number,
        Proof::Code(code) => code,
    };
    let last_four = digits
        .len()
        .checked_sub(4)
        .and_then(|start| digits.get(start..))
        .unwrap_or(digits);
    json!({
        "cliFilter": format!("(.*){last_four}(.*)"),
        "interceptionTimeout": 45,
        "reportTimeout": 75,
        "denyCallAfter": 0,
    })
}
