//! How our words are written in columns. What the columns are is in `schema`.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use thiserror::Error;

use crate::challenge::{Channel, Gone, Route};
use crate::time::Timestamp;

/// A column holds a word that this version does not write.
#[derive(Debug, Error)]
#[error("an unknown word in the store")]
struct UnknownWord;

fn unknown() -> FromSqlError {
    FromSqlError::Other(UnknownWord.into())
}

/// A moment, written as milliseconds since 1970.
#[derive(Clone, Copy)]
pub(super) struct Moment(pub(super) Timestamp);

impl Moment {
    /// The moment as it will be read again: in whole milliseconds.
    pub(super) fn cut(moment: Timestamp) -> Timestamp {
        Timestamp::from_millisecond(moment.as_millisecond()).unwrap_or(moment)
    }
}

impl ToSql for Moment {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.as_millisecond().into())
    }
}

impl FromSql for Moment {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let milliseconds = value.as_i64()?;
        Timestamp::from_millisecond(milliseconds)
            .map(Self)
            .map_err(|_| FromSqlError::OutOfRange(milliseconds))
    }
}

impl ToSql for Channel {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let word = match self {
            Self::Sms => "sms",
            Self::Call => "call",
            Self::WhatsApp => "whatsapp",
            Self::FlashCall => "flashcall",
        };
        Ok(word.into())
    }
}

impl FromSql for Channel {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "sms" => Ok(Self::Sms),
            "call" => Ok(Self::Call),
            "whatsapp" => Ok(Self::WhatsApp),
            "flashcall" => Ok(Self::FlashCall),
            _ => Err(unknown()),
        }
    }
}

impl ToSql for Route {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let word = match self {
            Self::SinchSms => "sinch-sms",
            Self::SinchVerification => "sinch-verification",
        };
        Ok(word.into())
    }
}

impl FromSql for Route {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "sinch-sms" => Ok(Self::SinchSms),
            "sinch-verification" => Ok(Self::SinchVerification),
            _ => Err(unknown()),
        }
    }
}

/// How far a send has come; which id Sinch gave it has a column of its own.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Progress {
    Intent,
    Sent,
    Unknown,
}

impl ToSql for Progress {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let word = match self {
            Self::Intent => "intent",
            Self::Sent => "sent",
            Self::Unknown => "unknown",
        };
        Ok(word.into())
    }
}

impl FromSql for Progress {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "intent" => Ok(Self::Intent),
            "sent" => Ok(Self::Sent),
            "unknown" => Ok(Self::Unknown),
            _ => Err(unknown()),
        }
    }
}

/// How a challenge ended. Expiry is no ending: it is computed from the newest send.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Ending {
    Verified,
    Cancelled,
    Superseded,
    Locked,
}

impl Ending {
    /// What a caller is told when the number's lock is over, or was never closed.
    pub(super) fn told(self) -> Gone {
        match self {
            Self::Verified => Gone::AlreadyVerified,
            Self::Cancelled => Gone::Cancelled,
            Self::Superseded => Gone::Superseded,
            Self::Locked => Gone::NotFound,
        }
    }
}

impl ToSql for Ending {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let word = match self {
            Self::Verified => "verified",
            Self::Cancelled => "cancelled",
            Self::Superseded => "superseded",
            Self::Locked => "locked",
        };
        Ok(word.into())
    }
}

impl FromSql for Ending {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "verified" => Ok(Self::Verified),
            "cancelled" => Ok(Self::Cancelled),
            "superseded" => Ok(Self::Superseded),
            "locked" => Ok(Self::Locked),
            _ => Err(unknown()),
        }
    }
}
