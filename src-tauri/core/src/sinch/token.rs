//! A project's access token: fetched once for all who wait, kept, and renewed before it ends.
//! What is asked with it is in `sms`.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, WWW_AUTHENTICATE};
use secrecy::SecretString;
use serde::Deserialize;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep};
use zeroize::Zeroizing;

use super::answer::Answer;
use super::credentials::{KeyId, KeySecret, bearer, secret_header};
use super::error::{RefusedBecause, SinchError};
use super::place::Host;
use super::retry::Jitter;
use super::transport::{Request, Transport};

/// How long before its end a token is renewed, as Sinch's own client does (Sinch wire facts §4.1).
const EARLY: Duration = Duration::from_secs(60);
/// The pauses after a 429 are drawn up to 1, 4 and 16 seconds (Sinch wire facts §4.1).
const PAUSES: [Duration; 3] = [
    Duration::from_secs(1),
    Duration::from_secs(4),
    Duration::from_secs(16),
];
/// A longer wait than this is not waited for but told.
const LONGEST_PAUSE: Duration = Duration::from_secs(16);

/// Gives a project's access token to any number of callers; at most one of them asks Sinch.
pub struct TokenSource {
    transport: Transport,
    key: KeyId,
    secret: KeySecret,
    jitter: Arc<dyn Jitter>,
    /// How many fetches have ended. A caller that waited while one ended takes what it brought.
    fetches: AtomicU64,
    latest: Mutex<Option<Result<Token, SinchError>>>,
}

impl fmt::Debug for TokenSource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("TokenSource");
        shown.field("key", &self.key).finish_non_exhaustive()
    }
}

/// One token, as a header. Its end is counted on a clock that nobody sets; where that clock stood still
/// while the computer slept, Sinch says that the token has expired.
#[derive(Clone)]
pub(crate) struct Token {
    header: HeaderValue,
    renew_at: Instant,
}

impl Token {
    pub(crate) fn header(&self) -> HeaderValue {
        self.header.clone()
    }
}

#[derive(Deserialize)]
struct TokenAnswer {
    access_token: SecretString,
    expires_in: u64,
}

impl TokenSource {
    /// Will ask Sinch for tokens by OAuth2 client credentials.
    pub fn new(
        transport: Transport,
        key: KeyId,
        secret: KeySecret,
        jitter: Arc<dyn Jitter>,
    ) -> Self {
        Self {
            transport,
            key,
            secret,
            jitter,
            fetches: AtomicU64::new(0),
            latest: Mutex::new(None),
        }
    }

    /// A token that is good for now: the kept one, or a new one.
    ///
    /// # Errors
    /// [`SinchError::NoToken`] when Sinch gives none.
    pub(crate) async fn token(&self) -> Result<Token, SinchError> {
        self.token_unless(|_| false).await
    }

    /// A token other than the one that Sinch has just called expired.
    pub(crate) async fn instead_of(&self, expired: &Token) -> Result<Token, SinchError> {
        self.token_unless(|kept| kept.header == expired.header)
            .await
    }

    async fn token_unless(&self, unfit: impl Fn(&Token) -> bool) -> Result<Token, SinchError> {
        let before = self.fetches.load(Ordering::Acquire);
        let mut latest = self.latest.lock().await;
        let while_waiting = self.fetches.load(Ordering::Acquire) != before;
        match &*latest {
            Some(Ok(token)) if Instant::now() < token.renew_at && !unfit(token) => {
                return Ok(token.clone());
            }
            // The failure of a fetch that others waited for is theirs too: they don't line up to fail.
            Some(Err(error)) if while_waiting => return Err(error.clone()),
            Some(_) | None => {}
        }
        let fetched = self.fetch().await;
        let fetched = fetched.map_err(|error| SinchError::NoToken(Box::new(error)));
        *latest = Some(fetched.clone());
        self.fetches.fetch_add(1, Ordering::Release);
        fetched
    }

    async fn fetch(&self) -> Result<Token, SinchError> {
        for most in PAUSES {
            let error = match self.fetch_once().await {
                Ok(token) => return Ok(token),
                Err(error) => error,
            };
            let Some(pause) = self.pause_after(&error, most) else {
                return Err(error);
            };
            sleep(pause).await;
        }
        self.fetch_once().await
    }

    fn pause_after(&self, error: &SinchError, most: Duration) -> Option<Duration> {
        match error {
            SinchError::Refused {
                because: RefusedBecause::Capacity { retry_after },
                ..
            } => retry_after
                .map_or_else(|| Some(self.jitter.up_to(most)), Some)
                .filter(|pause| *pause <= LONGEST_PAUSE),
            SinchError::Refused { .. }
            | SinchError::ClockSkew { .. }
            | SinchError::Unfit(_)
            | SinchError::NoToken(_)
            | SinchError::Unreachable { .. }
            | SinchError::TimedOut
            | SinchError::Cut { .. }
            | SinchError::Unreadable
            | SinchError::TooLarge
            | SinchError::Redirected
            | SinchError::ServerError { .. }
            | SinchError::Unavailable { .. } => None,
        }
    }

    async fn fetch_once(&self) -> Result<Token, SinchError> {
        let asked_at = Instant::now();
        let answer = self.transport.call(self.request()?).await?;
        if !answer.status.is_success() {
            return Err(refusal(&answer));
        }
        let TokenAnswer {
            access_token,
            expires_in,
        } = answer.json()?;
        let lifetime = Duration::from_secs(expires_in).saturating_sub(EARLY);
        Ok(Token {
            header: bearer(&access_token).ok_or(SinchError::Unreadable)?,
            // A lifetime beyond all clocks is as good as none: the token is fetched each time.
            renew_at: asked_at.checked_add(lifetime).unwrap_or(asked_at),
        })
    }

    fn request(&self) -> Result<Request, SinchError> {
        let pair = Zeroizing::new(format!("{}:{}", self.key.as_str(), self.secret.expose()));
        let pair = Zeroizing::new(STANDARD.encode(pair.as_bytes()));
        let basic = secret_header(&format!("Basic {}", *pair)).ok_or(SinchError::Unreadable)?;
        let path = String::from("/oauth2/token");
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        let request = Request::new("tokens.fetch", Host::Tokens, Method::POST, path)
            .header(AUTHORIZATION, basic)
            .header(CONTENT_TYPE, form)
            .body(b"grant_type=client_credentials".to_vec());
        Ok(request)
    }
}

/// RFC 6749 §5.2 lets a server answer wrong credentials with 400 as well as with 401.
fn refusal(answer: &Answer) -> SinchError {
    match answer.status.as_u16() {
        400 | 401 | 403 => SinchError::refused(RefusedBecause::BadCredentials),
        _ => answer.error_by_status(None),
    }
}

/// Whether an answer says that the token was good once (Sinch wire facts §4.1).
pub(crate) fn says_expired(answer: &Answer) -> bool {
    let told = answer.header(WWW_AUTHENTICATE);
    answer.status == reqwest::StatusCode::UNAUTHORIZED
        && told.is_some_and(|told| told.contains("expired"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sinch::error::WentOut;
    use crate::sinch::retry::LongestJitter;
    use crate::sinch::test_server::{Reply, TestServer};
    use crate::sinch::transport::Timeouts;

    fn granted(token: &str, seconds: u64) -> Reply {
        let body = format!(
            r#"{{"access_token":"{token}","token_type":"bearer","expires_in":{seconds},"scope":""}}"#
        );
        Reply::json(200, &body)
    }

    struct NoPause;

    impl Jitter for NoPause {
        fn up_to(&self, _most: Duration) -> Duration {
            Duration::ZERO
        }
    }

    fn source(server: &TestServer) -> Arc<TokenSource> {
        let timeouts = Timeouts {
            connect: Duration::from_millis(500),
            total: Duration::from_millis(600),
        };
        Arc::new(TokenSource::new(
            Transport::new(server.place(), timeouts).unwrap(),
            KeyId::new("key").unwrap(),
            KeySecret::new("hush".into()).unwrap(),
            Arc::new(NoPause),
        ))
    }

    async fn all_at_once(tokens: &Arc<TokenSource>) -> Vec<Result<Token, SinchError>> {
        let callers: Vec<_> = (0..50)
            .map(|_| {
                let tokens = Arc::clone(tokens);
                tokio::spawn(async move { tokens.token().await })
            })
            .collect();
        let mut answers = Vec::new();
        for caller in callers {
            answers.push(caller.await.unwrap());
        }
        answers
    }

    #[tokio::test]
    async fn a_token_is_asked_for_with_the_projects_key() {
        let server = TestServer::start(vec![granted("a", 3600)]).await;
        let token = source(&server).token().await.unwrap();
        assert_eq!(token.header, "Bearer a");
        let request = &server.requests()[0];
        assert_eq!(request.verb, "POST");
        assert_eq!(request.path, "/oauth2/token");
        assert_eq!(request.header("authorization"), Some("Basic a2V5Omh1c2g="));
        assert_eq!(
            request.header("content-type"),
            Some("application/x-www-form-urlencoded")
        );
        assert_eq!(request.body, "grant_type=client_credentials");
    }

    #[tokio::test]
    async fn fifty_who_ask_at_once_share_one_fetch() {
        let server = TestServer::start(vec![granted("a", 3600), granted("b", 3600)]).await;
        for answer in all_at_once(&source(&server)).await {
            assert_eq!(answer.unwrap().header, "Bearer a");
        }
        assert_eq!(server.requests().len(), 1);
    }

    #[tokio::test]
    async fn fifty_who_wait_for_a_fetch_that_fails_share_its_failure() {
        let server = TestServer::start(vec![Reply::Silence]).await;
        let tokens = source(&server);
        let answers = tokio::time::timeout(Duration::from_secs(5), all_at_once(&tokens));
        for answer in answers.await.unwrap() {
            assert!(matches!(answer, Err(SinchError::NoToken(_))));
        }
        assert_eq!(server.requests().len(), 1);
    }

    #[tokio::test]
    async fn a_failure_is_not_kept_for_the_next_to_ask() {
        let server = TestServer::start(vec![Reply::json(500, ""), granted("a", 3600)]).await;
        let tokens = source(&server);
        assert!(tokens.token().await.is_err());
        assert!(tokens.token().await.is_ok());
    }

    #[tokio::test]
    async fn a_token_is_renewed_a_minute_before_its_end() {
        let server = TestServer::start(vec![granted("a", 61), granted("b", 3600)]).await;
        let tokens = source(&server);
        assert_eq!(tokens.token().await.unwrap().header, "Bearer a");
        assert_eq!(tokens.token().await.unwrap().header, "Bearer a");
        tokio::time::sleep(Duration::from_millis(1100)).await;
        assert_eq!(tokens.token().await.unwrap().header, "Bearer b");
        assert_eq!(server.requests().len(), 2);
    }

    #[tokio::test]
    async fn of_many_who_hold_the_same_expired_token_one_fetches() {
        let server = TestServer::start(vec![granted("a", 3600), granted("b", 3600)]).await;
        let tokens = source(&server);
        let expired = tokens.token().await.unwrap();
        for _ in 0..3 {
            let fresh = tokens.instead_of(&expired).await.unwrap();
            assert_eq!(fresh.header, "Bearer b");
        }
        assert_eq!(server.requests().len(), 2);
    }

    #[tokio::test]
    async fn a_busy_token_server_is_asked_three_times_more() {
        let server = TestServer::start(vec![Reply::json(429, "")]).await;
        let error = source(&server).token().await.err().unwrap();
        assert_eq!(error.code(), "sinch.capacity");
        assert_eq!(error.went_out(), WentOut::No);
        assert_eq!(server.requests().len(), 4);
    }

    #[tokio::test]
    async fn wrong_credentials_are_told_at_once() {
        for status in [400, 401, 403] {
            let server = TestServer::start(vec![Reply::json(status, "")]).await;
            let error = source(&server).token().await.err().unwrap();
            assert_eq!(error.code(), "sinch.bad_credentials");
            assert_eq!(server.requests().len(), 1);
        }
    }

    #[tokio::test]
    async fn a_grant_without_a_token_is_unreadable() {
        let server = TestServer::start(vec![Reply::json(200, r#"{"expires_in":1}"#)]).await;
        let error = source(&server).token().await.err().unwrap();
        assert_eq!(error.code(), "sinch.unreadable");
        assert_eq!(error.went_out(), WentOut::No);
    }

    #[tokio::test]
    async fn pauses_grow_fourfold_unless_the_server_names_one() {
        let server = TestServer::start(vec![granted("a", 3600)]).await;
        let mut tokens = Arc::into_inner(source(&server)).unwrap();
        tokens.jitter = Arc::new(LongestJitter);
        let capacity = |retry_after| SinchError::refused(RefusedBecause::Capacity { retry_after });
        let seconds = Duration::from_secs;
        for (most, pause) in PAUSES.into_iter().zip([1, 4, 16].map(seconds)) {
            assert_eq!(tokens.pause_after(&capacity(None), most), Some(pause));
            let named = capacity(Some(seconds(2)));
            assert_eq!(tokens.pause_after(&named, most), Some(seconds(2)));
            let too_long = capacity(Some(seconds(17)));
            assert_eq!(tokens.pause_after(&too_long, most), None);
            assert_eq!(tokens.pause_after(&SinchError::TimedOut, most), None);
        }
    }

    #[test]
    fn only_a_401_that_says_so_is_about_an_expired_token() {
        let answer = |status, told| Answer::for_tests(status, &[(WWW_AUTHENTICATE, told)], "");
        assert!(says_expired(&answer(401, "Bearer error=\"expired\"")));
        assert!(!says_expired(&answer(401, "Bearer error=\"invalid\"")));
        assert!(!says_expired(&answer(403, "expired")));
    }

    #[tokio::test]
    async fn a_source_shows_no_secret() {
        let server = TestServer::start(vec![granted("a", 3600)]).await;
        assert!(!format!("{:?}", source(&server)).contains("hush"));
    }
}
