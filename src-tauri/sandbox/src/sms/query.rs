//! Query strings of the SMS API: lists with commas, numbers, booleans that Python capitalises, and
//! the filters and pages of list requests. It knows no answers.

use std::collections::HashMap;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};

use super::batch::Batch;
use super::error::SmsError;
use super::request;

const DEFAULT_PAGE_SIZE: usize = 30;
const LARGEST_PAGE: usize = 100;
const LISTED_BY_DEFAULT: SignedDuration = SignedDuration::from_hours(24);

pub(super) type Query = HashMap<String, String>;

/// A number or other plain value, absent if the key is.
pub(super) fn value<T: FromStr>(query: &Query, key: &str) -> Result<Option<T>, SmsError> {
    query
        .get(key)
        .map(|text| text.parse())
        .transpose()
        .map_err(|_| SmsError::InvalidFormat("A query parameter cannot be read."))
}

/// Whether a boolean is there and true.
pub(super) fn is_true(query: &Query, key: &str) -> bool {
    query
        .get(key)
        .is_some_and(|text| text.eq_ignore_ascii_case("true"))
}

/// One page of what matched a list request.
pub(super) struct Page<T> {
    pub(super) number: usize,
    /// How many matched on all pages together.
    pub(super) count: usize,
    pub(super) items: Vec<T>,
}

/// Cuts out the page that is asked for by `page` and `page_size`.
pub(super) fn page<T>(query: &Query, matching: Vec<T>) -> Result<Page<T>, SmsError> {
    let number: usize = value(query, "page")?.unwrap_or(0);
    let size: usize = value(query, "page_size")?.unwrap_or(DEFAULT_PAGE_SIZE);
    if size == 0 || size > LARGEST_PAGE {
        return Err(SmsError::ConstraintViolation("page_size must be 1 to 100."));
    }
    let count = matching.len();
    let items = matching
        .into_iter()
        .skip(number.saturating_mul(size))
        .take(size)
        .collect();
    Ok(Page {
        number,
        count,
        items,
    })
}

/// Which batches a list request is about: by time, reference and sender.
pub(super) struct Filter<'a> {
    senders: Option<Vec<&'a str>>,
    client_reference: Option<&'a str>,
    start: Timestamp,
    end: Option<Timestamp>,
}

impl<'a> Filter<'a> {
    pub(super) fn read(query: &'a Query, now: Timestamp) -> Result<Self, SmsError> {
        let instant = |key: &str| request::read_instant(query.get(key).map(String::as_str));
        let a_day_ago = now.checked_sub(LISTED_BY_DEFAULT).unwrap_or(Timestamp::MIN);
        Ok(Self {
            senders: list(query, "from"),
            client_reference: query.get("client_reference").map(String::as_str),
            start: instant("start_date")?.unwrap_or(a_day_ago),
            end: instant("end_date")?,
        })
    }

    pub(super) fn lets_through(&self, batch: &Batch) -> bool {
        let is_in_time =
            batch.created_at >= self.start && self.end.is_none_or(|end| batch.created_at < end);
        let has_reference = self
            .client_reference
            .is_none_or(|reference| batch.draft.client_reference.as_deref() == Some(reference));
        is_in_time && has_reference && self.has_sender(batch)
    }

    fn has_sender(&self, batch: &Batch) -> bool {
        let Some(senders) = &self.senders else {
            return true;
        };
        senders
            .iter()
            .any(|sender| batch.draft.from.as_deref() == Some(sender.trim_start_matches('+')))
    }
}

/// The parts of a comma list; `None` lets everything through.
pub(super) fn list<'a>(query: &'a Query, key: &str) -> Option<Vec<&'a str>> {
    let text = query.get(key).filter(|text| !text.is_empty())?;
    Some(text.split(',').map(str::trim).collect())
}
