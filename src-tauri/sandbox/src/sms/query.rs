//! Query strings of the SMS API: lists with commas, numbers, and booleans that Python capitalises.

use std::collections::HashMap;
use std::str::FromStr;

use super::error::SmsError;

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

/// The parts of a comma list; `None` lets everything through.
pub(super) fn list<'a>(query: &'a Query, key: &str) -> Option<Vec<&'a str>> {
    let text = query.get(key).filter(|text| !text.is_empty())?;
    Some(text.split(',').map(str::trim).collect())
}
