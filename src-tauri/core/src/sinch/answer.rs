//! One whole answer of a server: status, headers and a body of bounded size.
//! What a product's answer means is read beside the product.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use reqwest::StatusCode;
use reqwest::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};
use serde::de::DeserializeOwned;

use super::error::{RefusedBecause, SinchCode, SinchError};

/// One answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    /// From the first step of the call to the answer's end.
    pub(crate) took: Duration,
}

impl Answer {
    /// A header's value, where it is plain text.
    pub(crate) fn header(&self, name: HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as JSON of a known shape. What could not be read is not repeated in the error: the
    /// library's own text quotes values.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, SinchError> {
        serde_json::from_slice(&self.body).map_err(|_| SinchError::Unreadable)
    }

    /// How long the server asks to wait, in either form of RFC 9110 §10.2.3. A date counts from the
    /// server's own `Date`, so this computer's clock has no say.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        let text = self.header(RETRY_AFTER)?.trim();
        if let Ok(seconds) = text.parse() {
            return Some(Duration::from_secs(seconds));
        }
        let wait = http_date(text)?.duration_since(self.date()?);
        Some(Duration::try_from(wait).unwrap_or_default())
    }

    /// How far `now`, by this computer, is ahead of the server's `Date`; negative when behind.
    pub(crate) fn clock_ahead_by(&self, now: Timestamp) -> Option<SignedDuration> {
        Some(now.duration_since(self.date()?))
    }

    /// What the status alone says of an answer that is not a success. `code` is what Sinch calls it.
    pub(crate) fn error_by_status(&self, code: Option<SinchCode>) -> SinchError {
        let because = match self.status.as_u16() {
            503 => {
                return SinchError::Unavailable {
                    retry_after: self.retry_after(),
                };
            }
            // A gateway says 408 too when the server behind it was slow.
            status @ (408 | 500..) => return SinchError::ServerError { status },
            429 => RefusedBecause::Capacity {
                retry_after: self.retry_after(),
            },
            401 => RefusedBecause::BadCredentials,
            402 => RefusedBecause::NoCredit,
            403 => RefusedBecause::InsufficientAuthLevel,
            404 => RefusedBecause::NotFound,
            409 => RefusedBecause::DuplicateReference,
            400 | 405 | 406 | 411 | 413 | 414 | 415 => RefusedBecause::InvalidRequest,
            _ => RefusedBecause::Other,
        };
        SinchError::Refused { because, code }
    }

    fn date(&self) -> Option<Timestamp> {
        http_date(self.header(DATE)?)
    }
}

fn http_date(text: &str) -> Option<Timestamp> {
    let parser = jiff::fmt::rfc2822::DateTimeParser::new();
    parser.parse_timestamp(text).ok()
}

#[cfg(test)]
impl Answer {
    /// An answer that never was on a wire, for tests of what is read in it.
    pub(crate) fn for_tests(status: u16, headers: &[(HeaderName, &str)], body: &str) -> Self {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.clone(), value.parse().unwrap()))
            .collect();
        Self {
            status: StatusCode::from_u16(status).unwrap(),
            headers,
            body: body.as_bytes().to_vec(),
            took: Duration::from_millis(20),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sinch::error::WentOut;

    const NOON: &str = "Sun, 22 Nov 2026 12:00:00 GMT";

    #[test]
    fn a_wait_is_read_in_seconds_or_as_a_date() {
        let wait = |value: &str| {
            Answer::for_tests(429, &[(RETRY_AFTER, value), (DATE, NOON)], "").retry_after()
        };
        assert_eq!(wait("7"), Some(Duration::from_secs(7)));
        assert_eq!(
            wait("Sun, 22 Nov 2026 12:00:30 GMT"),
            Some(Duration::from_secs(30))
        );
        assert_eq!(wait("Sun, 22 Nov 2026 11:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(wait("soon"), None);
        assert_eq!(wait("-1"), None);
    }

    #[test]
    fn a_fast_clock_is_ahead_of_the_servers_and_a_slow_one_behind() {
        let answer = Answer::for_tests(401, &[(DATE, NOON)], "");
        let ahead = answer.clock_ahead_by("2026-11-22T12:10:00Z".parse().unwrap());
        let behind = answer.clock_ahead_by("2026-11-22T11:59:30Z".parse().unwrap());
        assert_eq!(ahead, Some(SignedDuration::from_mins(10)));
        assert_eq!(behind, Some(SignedDuration::from_secs(-30)));
        let mute = Answer::for_tests(401, &[], "");
        assert_eq!(mute.clock_ahead_by(Timestamp::UNIX_EPOCH), None);
    }

    #[test]
    fn a_status_alone_says_whether_it_may_have_gone_out() {
        for status in [400, 401, 402, 403, 404, 409, 418, 422, 429, 503] {
            let error = Answer::for_tests(status, &[], "").error_by_status(None);
            assert_eq!(error.went_out(), WentOut::No, "{status}");
        }
        for status in [408, 500, 501, 502, 504, 599] {
            let error = Answer::for_tests(status, &[], "").error_by_status(None);
            assert_eq!(error.went_out(), WentOut::Perhaps, "{status}");
        }
    }
}
