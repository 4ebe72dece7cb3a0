//! What a pasted text looks like, told before it is used: Sinch gives out three sets of credentials on
//! three pages, and they are easily mistaken for one another. Only looks: whether a credential is good,
//! Sinch alone knows.
//!
//! Application keys, project ids and key ids are UUIDs; an application secret is base64 with its padding
//! (all by published examples: Sinch wire facts §2). Service plan ids and their tokens are 32 hexadecimal
//! digits by all that was seen, and the shape of a key secret is published nowhere. So a text is called
//! unfit only where it can't be used at all, and is never held up for what is merely unusual.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::sinch::path::is_segment;
use crate::sinch::signature::{ApplicationSecret, UnfitSecret};
use crate::typed::is_invisible;
use crate::vault::SecretName;

/// The shortest application secret that was ever published: 16 bytes.
const SHORTEST_SECRET: usize = 16;

/// No credential of Sinch comes near this many bytes.
const LONGEST: usize = 512;

/// What a text was pasted as.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CredentialField {
    /// Of Sinch Verification.
    ApplicationKey,
    /// Of Sinch Verification; a secret.
    ApplicationSecret,
    /// Of Sinch SMS with a service plan.
    ServicePlanId,
    /// Of Sinch SMS with a service plan; a secret.
    SmsToken,
    /// Of Sinch SMS with a project.
    ProjectId,
    /// Of Sinch SMS with a project.
    KeyId,
    /// Of Sinch SMS with a project; a secret.
    KeySecret,
}

/// What a text looks like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Look {
    /// Whether it looks like what it was pasted as.
    pub looks: Looks,
    /// What speaks against it.
    pub problem: Option<LookProblem>,
    /// What it looks like instead.
    pub otherwise: Option<Likeness>,
}

/// Whether a text looks like what it was pasted as.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Looks {
    /// It has the shape of one.
    Right,
    /// It could be one.
    Unsure,
    /// It can't be one.
    Unfit,
}

/// What speaks against a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum LookProblem {
    /// There is nothing.
    Empty,
    /// A space or another character that Sinch never uses there.
    Stray,
    /// A mark that nobody sees.
    Unseen,
    /// Quotation marks around it.
    Quoted,
    /// A key and its secret in one, with a colon between.
    Pair,
    /// A piece of JSON.
    Json,
    /// An address.
    Url,
    /// A header: `Bearer …` or `Basic …`.
    Header,
    /// A line of a file of settings: `NAME=…`.
    Assignment,
    /// No base64, which an application secret is.
    NotBase64,
    /// Base64 that stops midway.
    CutShort,
    /// Longer than any credential of Sinch.
    TooLong,
}

/// What a text looks like instead.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Likeness {
    /// A UUID: an application key, a project id or a key id.
    Uuid,
    /// 32 hexadecimal digits: a service plan id or its token.
    PlanOrToken,
    /// Base64 with its padding: an application secret.
    ApplicationSecret,
}

/// The shapes that are known.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Shape {
    Uuid,
    Hexadecimal,
    Base64,
    Other,
}

impl CredentialField {
    /// The field of a secret; nothing for a secret that is none of Sinch's.
    pub fn of(name: SecretName) -> Option<Self> {
        match name {
            SecretName::SinchApplicationSecret => Some(Self::ApplicationSecret),
            SecretName::SinchSmsToken => Some(Self::SmsToken),
            SecretName::SinchKeySecret => Some(Self::KeySecret),
            SecretName::RedisPassword
            | SecretName::SentinelPassword
            | SecretName::SiteKey
            | SecretName::OtherSiteKey
            | SecretName::AdminPasscode
            | SecretName::SupervisorPasscode => None,
        }
    }

    /// The shape that one has; nothing where that is not known.
    fn shape(self) -> Option<Shape> {
        match self {
            Self::ApplicationKey | Self::ProjectId | Self::KeyId => Some(Shape::Uuid),
            Self::ServicePlanId | Self::SmsToken => Some(Shape::Hexadecimal),
            Self::ApplicationSecret => Some(Shape::Base64),
            Self::KeySecret => None,
        }
    }

    /// Whether one may, for all that is known, be written so: a key secret could hold any sign.
    fn may_hold(self, problem: LookProblem) -> bool {
        let signs = [LookProblem::Pair, LookProblem::Assignment];
        self.shape().is_none() && signs.contains(&problem)
    }

    /// What keeps a text from being used as one at all.
    fn refuses(self, text: &str) -> Option<LookProblem> {
        match self {
            Self::ApplicationKey | Self::ServicePlanId | Self::ProjectId | Self::KeyId => {
                (!is_segment(text)).then_some(LookProblem::Stray)
            }
            Self::ApplicationSecret => match ApplicationSecret::from_base64(&text.into()) {
                Ok(_) => None,
                Err(UnfitSecret::Empty) => Some(LookProblem::Empty),
                Err(UnfitSecret::NotBase64) => Some(LookProblem::NotBase64),
                Err(UnfitSecret::CutShort) => Some(LookProblem::CutShort),
            },
            Self::SmsToken | Self::KeySecret => {
                let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
                (!is_plain).then_some(LookProblem::Stray)
            }
        }
    }
}

impl Shape {
    fn of(text: &str) -> Self {
        if is_uuid(text) {
            Self::Uuid
        } else if text.len() == 32 && is_hexadecimal(text) {
            Self::Hexadecimal
        } else if is_padded_base64(text) {
            Self::Base64
        } else {
            Self::Other
        }
    }

    fn likeness(self) -> Option<Likeness> {
        match self {
            Self::Uuid => Some(Likeness::Uuid),
            Self::Hexadecimal => Some(Likeness::PlanOrToken),
            Self::Base64 => Some(Likeness::ApplicationSecret),
            Self::Other => None,
        }
    }
}

/// The text without the blanks and the marks that nobody sees around it, as a paste brings them along.
pub fn trimmed(pasted: &SecretString) -> SecretString {
    pasted.expose_secret().trim_matches(is_blank).into()
}

/// Looks at what was pasted as a credential, blanks around it aside. Keeps nothing of it.
pub fn look(field: CredentialField, pasted: &SecretString) -> Look {
    let text = pasted.expose_secret().trim_matches(is_blank);
    if text.is_empty() {
        return Look::unfit(LookProblem::Empty);
    }
    if let Some(problem) = wrapping(text) {
        let looks = if field.may_hold(problem) {
            Looks::Unsure
        } else {
            Looks::Unfit
        };
        return Look {
            looks,
            otherwise: inner_likeness(text),
            ..Look::unfit(problem)
        };
    }
    let shape = Shape::of(text);
    let is_expected = field.shape() == Some(shape);
    let otherwise = shape.likeness().filter(|_| !is_expected);
    match field.refuses(text) {
        Some(problem) => Look {
            otherwise,
            ..Look::unfit(problem)
        },
        None => Look {
            looks: if is_expected {
                Looks::Right
            } else {
                Looks::Unsure
            },
            problem: None,
            otherwise,
        },
    }
}

impl Look {
    fn unfit(problem: LookProblem) -> Self {
        Self {
            looks: Looks::Unfit,
            problem: Some(problem),
            otherwise: None,
        }
    }
}

/// What was pasted along with a credential, or more than one of them.
fn wrapping(text: &str) -> Option<LookProblem> {
    let is_unseen = |character: char| is_invisible(character) || character.is_control();
    if text.len() > LONGEST {
        Some(LookProblem::TooLong)
    } else if quoted(text).is_some() {
        Some(LookProblem::Quoted)
    } else if text.contains("://") {
        Some(LookProblem::Url)
    } else if text.starts_with(['{', '[']) || text.contains("\":") {
        Some(LookProblem::Json)
    } else if header(text).is_some() {
        Some(LookProblem::Header)
    } else if assigned(text).is_some() {
        Some(LookProblem::Assignment)
    } else if pair(text).is_some() {
        Some(LookProblem::Pair)
    } else if text.contains(is_unseen) {
        Some(LookProblem::Unseen)
    } else {
        None
    }
}

/// What is within the wrapping, or first in it.
fn inner_likeness(text: &str) -> Option<Likeness> {
    let inner = quoted(text)
        .or_else(|| header(text))
        .or_else(|| assigned(text))
        .or_else(|| pair(text).map(|[key, _]| key))?;
    Shape::of(inner.trim_matches(is_blank)).likeness()
}

fn quoted(text: &str) -> Option<&str> {
    const MARKS: [[char; 2]; 6] = [
        ['"', '"'],
        ['\'', '\''],
        ['`', '`'],
        ['“', '”'],
        ['‘', '’'],
        ['«', '»'],
    ];
    MARKS.into_iter().find_map(|[before, after]| {
        let inner = text.strip_prefix(before)?.strip_suffix(after)?;
        (!inner.contains([before, after])).then_some(inner)
    })
}

fn header(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("Authorization:").unwrap_or(("", text));
    let (scheme, rest) = rest.trim_start().split_once(' ')?;
    let schemes = ["bearer", "basic", "application"];
    schemes
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
        .then_some(rest)
}

/// `NAME=value` or `name: value`; a secret itself may end with `=`.
fn assigned(text: &str) -> Option<&str> {
    let (name, value) = text.split_once('=').or_else(|| text.split_once(": "))?;
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    let is_name = |name: &str| {
        let plain = |byte: u8| is_letter(byte) || byte.is_ascii_digit() || b".- ".contains(&byte);
        name.bytes().next().is_some_and(is_letter) && name.bytes().all(plain)
    };
    let value = value.trim();
    let is_padding = value.bytes().all(|byte| byte == b'=');
    (is_name(name.trim_end()) && !is_padding).then_some(value)
}

fn pair(text: &str) -> Option<[&str; 2]> {
    let (key, secret) = text.split_once(':')?;
    let is_whole =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_graphic());
    (is_whole(key) && is_whole(secret)).then_some([key, secret])
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_invisible(character)
}

fn is_hexadecimal(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// RFC 9562 §4: groups of 8, 4, 4, 4 and 12 hexadecimal digits.
fn is_uuid(text: &str) -> bool {
    let groups: Vec<_> = text.split('-').collect();
    let lengths = groups.iter().map(|group| group.len());
    lengths.eq([8, 4, 4, 4, 12]) && groups.into_iter().all(is_hexadecimal)
}

/// Base64 of 16 bytes or more that shows itself to be: by its padding, or a sign that is in nothing else.
fn is_padded_base64(text: &str) -> bool {
    let decoded = STANDARD.decode(text).map(Zeroizing::new);
    let is_long_enough = decoded.is_ok_and(|bytes| bytes.len() >= SHORTEST_SECRET);
    is_long_enough && text.contains(['=', '+', '/'])
}

#[cfg(test)]
mod tests;
