//! Reads the digits out of what was typed or pasted, and refuses what is more than one number or none.
//! Whether the digits are a number that exists is for the numbering plan to say.

use zeroize::Zeroizing;

use super::PhoneError;
use crate::typed::{digit, is_dash, is_invisible};

/// More than any number with its separators, its label and the parameters of a "tel:" link.
pub(super) const LONGEST_TYPED: usize = 64;

/// So many digits on both sides of a word are two numbers.
const DIGITS_OF_A_NUMBER: usize = 7;

/// Digits as they were written, in ASCII.
pub(super) struct Written {
    /// Whether a `+` stood in front: the country code comes first.
    pub(super) plus: bool,
    pub(super) digits: Zeroizing<String>,
}

impl Written {
    /// Digits that begin with a country code.
    pub(super) fn abroad(digits: &str) -> Self {
        Self::of(true, digits)
    }

    /// Digits as they are dialled at home.
    pub(super) fn at_home(digits: &str) -> Self {
        Self::of(false, digits)
    }

    fn of(plus: bool, digits: &str) -> Self {
        let mut copied = room_for_digits();
        copied.push_str(digits);
        Self {
            plus,
            digits: copied,
        }
    }

    /// Pieces of one number, put together.
    pub(super) fn joined(pieces: &[Self]) -> Self {
        let mut digits = room_for_digits();
        pieces
            .iter()
            .for_each(|piece| digits.push_str(&piece.digits));
        let plus = pieces.first().is_some_and(|piece| piece.plus);
        Self { plus, digits }
    }

    fn prepend(&mut self, country_code: &str) {
        if self.plus {
            return;
        }
        let mut digits = room_for_digits();
        digits.extend(country_code.chars().filter_map(digit));
        digits.push_str(&self.digits);
        *self = Self { plus: true, digits };
    }
}

/// Reads a text that should be a phone number. More than one piece, and never none, comes back where
/// something stands between digits that can divide two numbers as well as one (`030/12…`).
pub(super) fn read(typed: &str) -> Result<Vec<Written>, PhoneError> {
    let text = trim(typed);
    if text.is_empty() {
        return Err(emptiness_of(typed));
    }
    if text.chars().nth(LONGEST_TYPED).is_some() {
        return Err(PhoneError::TooLongToBeANumber);
    }
    let (body, context) = split_parameters(skip_label(text)?)?;
    let mut pieces = collect(body)?;
    let first = pieces.first_mut().ok_or(PhoneError::NotANumber)?;
    if let Some(context) = context {
        first.prepend(context);
    }
    Ok(pieces)
}

/// Cuts off the quotes, angle brackets and full stops of the sentence or the address book that a
/// number was copied from.
fn trim(typed: &str) -> &str {
    typed
        .trim_matches(|c: char| {
            c.is_whitespace() || is_invisible(c) || matches!(c, '"' | '\'' | '<' | '>')
        })
        .trim_end_matches(['.', ',', ';', ':', '!', '?'])
}

fn emptiness_of(typed: &str) -> PhoneError {
    if typed.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        PhoneError::Empty
    } else {
        PhoneError::NotANumber
    }
}

/// Cuts off "tel:", "Mobile: " or "Call " in front. Letters that touch the digits are no label: they
/// may be a mistyped digit (`O70…`).
fn skip_label(text: &str) -> Result<&str, PhoneError> {
    let Some(start) = text.find(starts_number) else {
        return Err(no_digits(text));
    };
    let (head, body) = text.split_at(start);
    let label = head.trim_end_matches(['(', '[', '\u{FF08}', '/']);
    if label.chars().all(is_separator) || label.ends_with(ends_label) {
        return Ok(body);
    }
    Err(no_digits(label))
}

fn no_digits(text: &str) -> PhoneError {
    if text.chars().any(char::is_alphabetic) {
        PhoneError::Letters
    } else {
        PhoneError::NotANumber
    }
}

fn starts_number(character: char) -> bool {
    is_plus(character) || digit(character).is_some()
}

fn ends_label(character: char) -> bool {
    character.is_whitespace() || matches!(character, ':' | '\u{FF1A}')
}

fn is_plus(character: char) -> bool {
    matches!(character, '+' | '\u{FF0B}')
}

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || is_dash(character)
        || is_invisible(character)
        || matches!(
            character,
            '.' | '\u{FF0E}' | '\u{00B7}' | '(' | ')' | '[' | ']' | '\u{FF08}' | '\u{FF09}'
        )
}

fn divides(character: char) -> bool {
    matches!(
        character,
        '/' | '\u{FF0F}' | ',' | '\u{FF0C}' | ';' | '|' | '&' | '\n' | '\r'
    )
}

/// Takes the parameters off a "tel:" link (RFC 3966 §3): an extension is refused, a `phone-context`
/// that begins with `+` says which country a local number belongs to, the others say nothing here.
fn split_parameters(text: &str) -> Result<(&str, Option<&str>), PhoneError> {
    let Some(first) = text.find('=') else {
        return Ok((text, None));
    };
    let Some(end) = text[..first].rfind(';') else {
        return Err(no_digits(&text[first..]));
    };
    let mut context = None;
    for parameter in text[end..].split(';') {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        if name.eq_ignore_ascii_case("ext") {
            return Err(PhoneError::Extension);
        }
        if name.eq_ignore_ascii_case("phone-context") && value.starts_with('+') {
            context = Some(value);
        }
    }
    Ok((&text[..end], context))
}

/// Long enough that it never grows: a string that grows leaves its old copy unwiped.
fn room_for_digits() -> Zeroizing<String> {
    Zeroizing::new(String::with_capacity(2 * LONGEST_TYPED))
}

/// The digits of `body`, in as many pieces as something divides them into.
fn collect(body: &str) -> Result<Vec<Written>, PhoneError> {
    let mut pieces = Vec::new();
    let mut plus = false;
    let mut digits = room_for_digits();
    for (place, character) in body.char_indices() {
        if let Some(digit) = digit(character) {
            digits.push(digit);
        } else if divides(character) || is_plus(character) {
            if !digits.is_empty() {
                let digits = std::mem::replace(&mut digits, room_for_digits());
                pieces.push(Written { plus, digits });
                plus = false;
            }
            plus |= is_plus(character);
        } else if !is_separator(character) {
            return Err(stranger(&body[..place], &body[place..]));
        }
    }
    if !digits.is_empty() {
        pieces.push(Written { plus, digits });
    }
    Ok(pieces)
}

/// Why the text from the first character on that belongs into no number is refused.
fn stranger(head: &str, tail: &str) -> PhoneError {
    let [before, after] = [head, tail].map(|text| text.chars().filter_map(digit).count());
    if before >= DIGITS_OF_A_NUMBER && after >= DIGITS_OF_A_NUMBER {
        return PhoneError::Several;
    }
    if before > 0 && after > 0 && begins_extension(tail) {
        return PhoneError::Extension;
    }
    if tail.starts_with(char::is_alphabetic) {
        return PhoneError::Letters;
    }
    PhoneError::NotANumber
}

fn begins_extension(tail: &str) -> bool {
    const MARKS: [&str; 9] = [
        "ext", "x", "#", "ankn", "int", "durchw", "dw", "poste", "anexo",
    ];
    let tail = tail.to_lowercase();
    MARKS.iter().any(|mark| tail.starts_with(mark))
}
