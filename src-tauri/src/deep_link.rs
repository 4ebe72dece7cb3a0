//! Links that fill in step 1: `countersign://verify?phone=…&ref=…`. Whoever can show a person a web page can
//! make one, so all that is not exactly that is refused. What is read here is typed into the form for staff to
//! look at; it sends nothing, and whether the number can be written to is asked as if they had typed it.

use std::fmt;

use serde::Serialize;

/// What a link begins with, in any case.
const SCHEME: &str = "countersign:";

/// The one thing that a link can ask for.
const WHAT: &str = "//verify";

/// No honest link is longer, in bytes: a number, and a reference whose 64 characters are all escaped.
const LONGEST: usize = 1024;

/// Digits of a number, with or without a country code (ITU-T E.164 has at most 15).
const DIGITS: std::ops::RangeInclusive<usize> = 5..=15;

/// Characters of a number, with all that stands between its digits.
const LONGEST_PHONE: usize = 32;

/// Characters of a reference, as in the form.
const LONGEST_REFERENCE: usize = 64;

/// What a link fills in.
#[derive(Clone, Eq, PartialEq)]
pub(crate) struct DeepLink {
    /// The number as the link has it: digits, what may stand between them, perhaps a plus.
    pub(crate) phone: String,
    /// The customer's reference: printable, at most 64 characters.
    pub(crate) reference: Option<String>,
}

impl fmt::Debug for DeepLink {
    /// Tells neither number nor reference, wherever it is printed.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("DeepLink").finish_non_exhaustive()
    }
}

/// Why a link is refused. What it said is repeated nowhere.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) enum LinkProblem {
    /// Longer than any honest link.
    TooLong,
    /// Asks for something else than to fill in step 1, or has more to it than a question's parameters.
    OtherPurpose,
    /// Has a parameter that is not one of ours, or one without a value.
    UnknownParameter,
    /// Has a parameter twice: which of them counts is a matter of taste, and so a way to hide one.
    Repeated,
    /// Has characters that can't be seen, can't be typed, or are escaped wrongly or twice.
    Hidden,
    /// Names no number.
    NoNumber,
    /// What it names as number is none.
    NotANumber,
    /// Its reference is longer than a reference may be.
    ReferenceTooLong,
}

/// Whether an argument of the program is meant as a link, well or badly made.
pub(crate) fn is_link(argument: &str) -> bool {
    argument
        .get(..SCHEME.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(SCHEME))
}

/// Reads a link. Percent-encoding is undone once; a plus is a plus, as in any address that no form has made.
///
/// # Errors
/// The first reason against it.
pub(crate) fn parse(link: &str) -> Result<DeepLink, LinkProblem> {
    if link.len() > LONGEST {
        return Err(LinkProblem::TooLong);
    }
    if !link.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(LinkProblem::Hidden);
    }
    let query = query(link).ok_or(LinkProblem::OtherPurpose)?;
    let (mut phone, mut reference) = (None, None);
    for parameter in query.split('&') {
        let (name, value) = parameter
            .split_once('=')
            .ok_or(LinkProblem::UnknownParameter)?;
        let place = match name {
            "phone" => &mut phone,
            "ref" => &mut reference,
            _ => return Err(LinkProblem::UnknownParameter),
        };
        if place.replace(decoded(value)?).is_some() {
            return Err(LinkProblem::Repeated);
        }
    }
    Ok(DeepLink {
        phone: phone_number(&phone.ok_or(LinkProblem::NoNumber)?)?,
        reference: reference.map_or(Ok(None), |text| customer_reference(&text))?,
    })
}

/// What stands behind `countersign://verify?`. Windows puts a slash in front of the question mark.
fn query(link: &str) -> Option<&str> {
    if !is_link(link) || link.contains('#') {
        return None;
    }
    let (what, query) = link.get(SCHEME.len()..)?.split_once('?')?;
    let what = what.strip_suffix('/').unwrap_or(what);
    (what.eq_ignore_ascii_case(WHAT)).then_some(query)
}

/// Undoes percent-encoding, once.
fn decoded(value: &str) -> Result<String, LinkProblem> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            bytes.push(escaped(after).ok_or(LinkProblem::Hidden)?);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    let text = String::from_utf8(bytes).map_err(|_| LinkProblem::Hidden)?;
    let is_plain = !text.chars().any(is_hidden) && !holds_escape(text.as_bytes());
    is_plain.then_some(text).ok_or(LinkProblem::Hidden)
}

/// The byte that the two hexadecimal digits in front stand for.
fn escaped(digits: &[u8]) -> Option<u8> {
    let value = |digit: u8| char::from(digit).to_digit(16);
    let [high, low] = *digits.get(..2)? else {
        return None;
    };
    u8::try_from(value(high)? * 16 + value(low)?).ok()
}

/// Whether something is still escaped after it was undone: escaped twice, so that only a second look sees it.
fn holds_escape(text: &[u8]) -> bool {
    text.windows(3)
        .any(|three| three[0] == b'%' && escaped(&three[1..]).is_some())
}

/// Whether a character is not seen as itself: controls, direction marks, separators of lines, what takes no
/// room, what has no meaning yet or only a private one (Unicode's Cc, Cf, Zl, Zp, Co, and variation selectors).
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{00AD}'
                | '\u{034F}'
                | '\u{0600}'..='\u{0605}'
                | '\u{061C}'
                | '\u{115F}'..='\u{1160}'
                | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{3164}'
                | '\u{E000}'..='\u{F8FF}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFFF}'
                | '\u{E0000}'..='\u{10FFFF}'
        )
}

/// Digits of the one kind that everybody reads, and what may stand between them.
fn phone_number(text: &str) -> Result<String, LinkProblem> {
    let text = text.trim_matches(' ');
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let behind_plus = text.strip_prefix('+').unwrap_or(text);
    let is_number = text.len() <= LONGEST_PHONE
        && DIGITS.contains(&digits)
        && behind_plus
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b" -.()/".contains(&byte));
    is_number
        .then(|| text.to_owned())
        .ok_or(LinkProblem::NotANumber)
}

fn customer_reference(text: &str) -> Result<Option<String>, LinkProblem> {
    let text = text.trim();
    if text.chars().count() > LONGEST_REFERENCE {
        return Err(LinkProblem::ReferenceTooLong);
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

#[cfg(test)]
mod tests;
