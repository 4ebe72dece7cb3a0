//! Sinch Number Lookup v2 (Sinch wire facts §8): what kind of line a number is, and whether its SIM was
//! changed lately. Nothing is sent to the number. What follows from an answer is the desk's business.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Method;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::json;

use super::answer::Answer;
use super::credentials::ProjectId;
use super::error::SinchError;
use super::place::Host;
use super::token::{Token, TokenSource, says_expired};
use super::transport::{Request, Transport};
use crate::phone::PhoneNumber;

/// A customer stands at the desk meanwhile.
const LONGEST: Duration = Duration::from_secs(6);

/// Looks numbers up for a project.
pub struct NumberLookup {
    transport: Transport,
    project: ProjectId,
    tokens: Arc<TokenSource>,
}

/// What to ask. Sinch charges for each.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Features {
    /// What kind of line it is.
    pub line_type: bool,
    /// Whether its SIM was changed.
    pub sim_swap: bool,
}

/// What Sinch found.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Found {
    /// The kind of line; nothing where it was not asked for, or Sinch can't tell.
    pub line: Option<LineType>,
    /// The SIM; nothing where it was not asked for, or Sinch can't tell.
    pub sim: Option<Sim>,
}

/// What kind of line a number is, by the records of carriers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LineType {
    /// A mobile phone.
    Mobile,
    /// A landline.
    Landline,
    /// A phone on the internet.
    Voip,
    /// Premium, shared cost, and the like.
    Special,
    /// Free to call.
    Freephone,
    /// Of another kind, also of one that Sinch adds later.
    Other,
}

/// Whether a number's SIM was changed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sim {
    /// Not as far as the carrier tells.
    Unchanged,
    /// It was.
    Changed {
        /// How long ago at the least. Sinch tells it in steps: within 4, 12, 24 or 48 hours, 5, 7, 14 or 30
        /// days, or longer ago. Zero where it does not say.
        at_least: Duration,
    },
}

#[derive(Deserialize)]
struct Wire {
    number: String,
    line: Option<Line>,
    #[serde(rename = "simSwap")]
    sim_swap: Option<SimSwap>,
}

#[derive(Deserialize)]
struct Line {
    #[serde(rename = "type")]
    kind: Option<String>,
    error: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SimSwap {
    swapped: Option<bool>,
    swap_period: Option<String>,
    error: Option<IgnoredAny>,
}

impl NumberLookup {
    /// Will ask for a project, with tokens that end.
    pub fn new(transport: Transport, project: ProjectId, tokens: Arc<TokenSource>) -> Self {
        Self {
            transport,
            project,
            tokens,
        }
    }

    /// Looks a number up: within 6 seconds or not at all.
    ///
    /// # Errors
    /// A [`SinchError`] when Sinch did not say. Nothing reaches the number in any case; a lookup whose
    /// answer was lost may be charged.
    pub async fn look_up(
        &self,
        number: &PhoneNumber,
        features: Features,
    ) -> Result<Found, SinchError> {
        let asked = tokio::time::timeout(LONGEST, self.ask(number, features)).await;
        let answer = asked.unwrap_or(Err(SinchError::TimedOut))?;
        if !answer.status.is_success() {
            return Err(answer.error_by_status(None));
        }
        read(&answer, number)
    }

    /// Asks with the project's token, and once more with a fresh one where Sinch says that it expired.
    async fn ask(&self, number: &PhoneNumber, features: Features) -> Result<Answer, SinchError> {
        let token = self.tokens.token().await?;
        let answer = self
            .transport
            .call(self.request(number, features, &token))
            .await?;
        if !says_expired(&answer) {
            return Ok(answer);
        }
        let fresh = self.tokens.instead_of(&token).await?;
        self.transport
            .call(self.request(number, features, &fresh))
            .await
    }

    fn request(&self, number: &PhoneNumber, features: Features, token: &Token) -> Request {
        let path = format!("/v2/projects/{}/lookups", self.project.as_str());
        let json = HeaderValue::from_static("application/json");
        let line_type = features.line_type.then_some("LineType");
        let sim_swap = features.sim_swap.then_some("SimSwap");
        let names: Vec<_> = line_type.into_iter().chain(sim_swap).collect();
        let body = json!({ "number": number.e164(), "features": names }).to_string();
        Request::new("lookup.ask", Host::Lookup, Method::POST, path)
            .header(AUTHORIZATION, token.header())
            .header(CONTENT_TYPE, json)
            .body(body.into_bytes())
    }
}

impl fmt::Debug for NumberLookup {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("NumberLookup");
        shown
            .field("project", &self.project)
            .finish_non_exhaustive()
    }
}

/// An answer about another number says nothing of this one.
fn read(answer: &Answer, number: &PhoneNumber) -> Result<Found, SinchError> {
    let wire: Wire = answer.json()?;
    let digits = |text: &str| text.trim_start_matches('+').to_owned();
    if digits(&wire.number) != digits(number.e164()) {
        return Err(SinchError::Unreadable);
    }
    Ok(Found {
        line: wire.line.as_ref().and_then(line_of),
        sim: wire.sim_swap.as_ref().and_then(sim_of),
    })
}

fn line_of(line: &Line) -> Option<LineType> {
    if line.error.is_some() {
        return None;
    }
    Some(match line.kind.as_deref()? {
        "Mobile" => LineType::Mobile,
        "Landline" => LineType::Landline,
        "VoIP" => LineType::Voip,
        "Special" => LineType::Special,
        "Freephone" => LineType::Freephone,
        _ => LineType::Other,
    })
}

fn sim_of(sim: &SimSwap) -> Option<Sim> {
    if sim.error.is_some() {
        return None;
    }
    if !sim.swapped? {
        return Some(Sim::Unchanged);
    }
    Some(Sim::Changed {
        at_least: at_least(sim.swap_period.as_deref().unwrap_or_default()),
    })
}

/// A period says within which time the SIM was changed, the next shorter one that it was not within that. One
/// that is not known says nothing, so the change may be of this minute.
fn at_least(period: &str) -> Duration {
    const HOUR: u64 = 60 * 60;
    const DAY: u64 = 24 * HOUR;
    Duration::from_secs(match period {
        "SP12H" => 4 * HOUR,
        "SP24H" => 12 * HOUR,
        "SP48H" => DAY,
        "SP5D" => 2 * DAY,
        "SP7D" => 5 * DAY,
        "SP14D" => 7 * DAY,
        "SP30D" => 14 * DAY,
        "SPMAX" => 30 * DAY,
        _ => 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sinch::credentials::{KeyId, KeySecret};
    use crate::sinch::retry::LongestJitter;
    use crate::sinch::test_server::{Reply, TestServer};
    use crate::sinch::transport::Timeouts;

    const BOTH: Features = Features {
        line_type: true,
        sim_swap: true,
    };

    fn number() -> PhoneNumber {
        PhoneNumber::from_e164("+46701740605").unwrap()
    }

    fn token() -> Reply {
        Reply::json(200, r#"{"access_token":"a","expires_in":3600}"#)
    }

    async fn look_up(replies: Vec<Reply>) -> (Result<Found, SinchError>, TestServer) {
        let server = TestServer::start(replies).await;
        let timeouts = Timeouts {
            connect: Duration::from_millis(500),
            total: Duration::from_millis(800),
        };
        let transport = Transport::new(server.place(), timeouts).unwrap();
        let tokens = TokenSource::new(
            transport.clone(),
            KeyId::new("key").unwrap(),
            KeySecret::new("hush".into()).unwrap(),
            Arc::new(LongestJitter),
        );
        let project = ProjectId::new("harbour").unwrap();
        let lookup = NumberLookup::new(transport, project, Arc::new(tokens));
        (lookup.look_up(&number(), BOTH).await, server)
    }

    async fn found(body: &str) -> Result<Found, SinchError> {
        look_up(vec![token(), Reply::json(200, body)]).await.0
    }

    #[tokio::test]
    async fn a_number_is_asked_about_for_the_project_with_its_token() {
        let body = r#"{"number":"+46701740605","traceId":"t","line":{"type":"Mobile"},
            "simSwap":{"swapped":false,"swapPeriod":"Undefined"}}"#;
        let (found, server) = look_up(vec![token(), Reply::json(200, body)]).await;
        let expected = Found {
            line: Some(LineType::Mobile),
            sim: Some(Sim::Unchanged),
        };
        assert_eq!(found.unwrap(), expected);
        let request = &server.requests()[1];
        assert_eq!(request.verb, "POST");
        assert_eq!(request.path, "/v2/projects/harbour/lookups");
        assert_eq!(request.header("authorization"), Some("Bearer a"));
        assert_eq!(request.header("host"), Some("lookup.api.sinch.com"));
        let asked: serde_json::Value = serde_json::from_str(&request.body).unwrap();
        let expected = json!({ "number": "+46701740605", "features": ["LineType", "SimSwap"] });
        assert_eq!(asked, expected);
    }

    #[tokio::test]
    async fn what_sinch_cant_tell_is_nothing_and_what_it_adds_later_is_no_mobile() {
        for (line, expected) in [
            (r#"{"type":"VoIP"}"#, Some(LineType::Voip)),
            (
                r#"{"type":"Landline","ported":true}"#,
                Some(LineType::Landline),
            ),
            (r#"{"type":"Satellite"}"#, Some(LineType::Other)),
            (r#"{"type":"Mobile","error":{"title":"busy"}}"#, None),
            ("{}", None),
            ("null", None),
        ] {
            let body = format!(r#"{{"number":"46701740605","line":{line}}}"#);
            let found = found(&body).await.unwrap();
            assert_eq!(found.line, expected, "{line}");
            assert_eq!(found.sim, None);
        }
    }

    #[tokio::test]
    async fn a_change_of_sim_is_as_new_as_it_may_be() {
        const DAY: u64 = 24 * 60 * 60;
        for (period, days) in [
            ("SP4H", 0),
            ("SP48H", 1),
            ("SP5D", 2),
            ("SP30D", 14),
            ("SPMAX", 30),
            ("Undefined", 0),
            ("SP1Y", 0),
        ] {
            let sim = format!(r#"{{"swapped":true,"swapPeriod":"{period}"}}"#);
            let body = format!(r#"{{"number":"+46701740605","simSwap":{sim}}}"#);
            let at_least = Duration::from_secs(days * DAY);
            let expected = Some(Sim::Changed { at_least });
            assert_eq!(found(&body).await.unwrap().sim, expected, "{period}");
        }
        let error = r#"{"number":"+46701740605","simSwap":{"swapped":false,"error":{}}}"#;
        assert_eq!(found(error).await.unwrap().sim, None);
    }

    #[tokio::test]
    async fn an_answer_about_another_number_or_of_no_sense_is_none() {
        for body in [
            r#"{"number":"+46701740606","line":{"type":"Mobile"}}"#,
            r#"{"line":{"type":"Mobile"}}"#,
            "[]",
            "{",
        ] {
            let error = found(body).await.unwrap_err();
            assert!(matches!(error, SinchError::Unreadable), "{body}: {error:?}");
        }
    }

    #[tokio::test]
    async fn a_refusal_a_redirect_and_a_server_that_is_silent_tell_nothing() {
        for status in [400, 401, 402, 403, 429, 500] {
            let (found, _) = look_up(vec![token(), Reply::json(status, "{}")]).await;
            assert!(found.is_err(), "{status}");
        }
        let elsewhere = TestServer::start(vec![Reply::json(200, "{}")]).await;
        let location = format!("http://{}/", elsewhere.address());
        let (found, _) = look_up(vec![token(), Reply::redirect(307, &location)]).await;
        assert!(matches!(found, Err(SinchError::Redirected)), "{found:?}");
        assert!(elsewhere.requests().is_empty());
        let (found, _) = look_up(vec![token(), Reply::Silence]).await;
        assert!(matches!(found, Err(SinchError::TimedOut)), "{found:?}");
        let (found, _) = look_up(vec![token(), Reply::Huge { declared: false }]).await;
        assert!(matches!(found, Err(SinchError::TooLarge)), "{found:?}");
        let (found, _) = look_up(vec![Reply::json(401, "{}")]).await;
        assert!(matches!(found, Err(SinchError::NoToken(_))), "{found:?}");
    }

    #[tokio::test]
    async fn neither_number_nor_token_is_in_what_may_be_logged() {
        let (found, _) = look_up(vec![token(), Reply::json(403, "{}")]).await;
        let shown = format!("{found:?}");
        assert!(
            !shown.contains("4670") && !shown.contains("Bearer"),
            "{shown}"
        );
    }
}
