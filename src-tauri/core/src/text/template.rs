//! A wording of the organisation's own: its places, and what may not stand in it. How it is filled in
//! and fitted is in `text`; how it reads and what it costs is told by `lint`.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use zeroize::Zeroizing;

use super::measure;
use crate::typed::is_invisible;

/// The most parts that a text may be sent, and paid for, in.
pub const MOST_PARTS: usize = 3;

/// Longer than any text of [`MOST_PARTS`] parts, whatever stands in its places.
const LONGEST: usize = 600;

/// So many digits in a row could be taken for the code.
const DIGITS_OF_A_CODE: usize = 4;

/// The longest code, and the longest minutes that a code counts.
const LONGEST_CODE: &str = "00000000";
const LONGEST_MINUTES: &str = "10";

/// A wording with places for the code, the names and the minutes: `{code}`, `{site}`, `{desk}`,
/// `{minutes}`. What is here was checked: it can be sent, and nothing in it can pass for the code.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Template(String);

/// Why a wording can't be used. Says nothing of what stands there.
#[derive(Clone, Copy, Debug, Eq, Error, Hash, PartialEq)]
pub enum TemplateError {
    /// Nowhere does it say the code.
    #[error("a text needs the place {{code}}")]
    NoCode,
    /// A place stands there twice. Only a last line `@host #{code}` repeats the code.
    #[error("each place stands in a text only once")]
    Repeated,
    /// A curly bracket that is part of no known place.
    #[error("curly brackets only mark the places {{code}}, {{site}}, {{desk}} and {{minutes}}")]
    UnknownPlace,
    /// `${` begins a parameter to Sinch (Sinch wire facts §4.2).
    #[error("a text must not hold ${{, which Sinch would replace")]
    Parameter,
    /// A control character other than a line break, or a mark that nobody sees and that could turn
    /// the order of what is read.
    #[error("a text must not hold characters that nobody sees")]
    Unseen,
    /// A number of four digits or more beside the code.
    #[error("a number of four digits or more could be taken for the code")]
    LongNumber,
    /// A digit or another place right beside a place: what fills them would run together.
    #[error("a place must not touch a digit or another place")]
    Crowded,
    /// A line that begins with `@` and is not exactly the last line `@host #{code}`: browsers read
    /// such lines by this form alone (WICG "Origin-bound one-time codes delivered via SMS").
    #[error("a line that begins with @ must be the last one, and read @host #{{code}}")]
    DomainLine,
    /// More than [`MOST_PARTS`] parts.
    #[error("the text takes too many parts")]
    TooLong,
}

impl TemplateError {
    /// The error's stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoCode => "text.no_code",
            Self::Repeated => "text.repeated",
            Self::UnknownPlace => "text.unknown_place",
            Self::Parameter => "text.parameter",
            Self::Unseen => "text.unseen",
            Self::LongNumber => "text.long_number",
            Self::Crowded => "text.crowded",
            Self::DomainLine => "text.domain_line",
            Self::TooLong => "text.too_long",
        }
    }
}

impl Template {
    /// Takes a wording as it was written.
    ///
    /// # Errors
    /// The first [`TemplateError`] in it.
    pub fn new(text: &str) -> Result<Self, TemplateError> {
        match errors(text).first() {
            Some((error, _)) => Err(*error),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// The wording as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Template {
    type Error = TemplateError;

    fn try_from(text: String) -> Result<Self, TemplateError> {
        Self::new(&text)
    }
}

impl From<Template> for String {
    fn from(template: Template) -> Self {
        template.0
    }
}

/// What is filled in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    Code,
    Site,
    Desk,
    Minutes,
}

impl Place {
    pub(super) const ALL: [Self; 4] = [Self::Code, Self::Site, Self::Desk, Self::Minutes];

    pub(super) fn written(self) -> &'static str {
        match self {
            Self::Code => "{code}",
            Self::Site => "{site}",
            Self::Desk => "{desk}",
            Self::Minutes => "{minutes}",
        }
    }
}

/// A part of a wording.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Piece<'a> {
    Words(&'a str),
    Place(Place),
    /// A curly bracket of no known place.
    Bracket(&'a str),
}

/// A wording's parts, each with where it begins, in bytes. None of the words is empty.
pub(super) fn pieces(text: &str) -> Vec<(usize, Piece<'_>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let at = text.len() - rest.len();
        let (piece, length) = next_piece(rest);
        found.push((at, piece));
        rest = &rest[length..];
    }
    found
}

fn next_piece(rest: &str) -> (Piece<'_>, usize) {
    let bracket = rest.find(['{', '}']).unwrap_or(rest.len());
    if bracket > 0 {
        return (Piece::Words(&rest[..bracket]), bracket);
    }
    let place = Place::ALL
        .into_iter()
        .find(|place| rest.starts_with(place.written()));
    match place {
        Some(place) => (Piece::Place(place), place.written().len()),
        None => (Piece::Bracket(&rest[..1]), 1),
    }
}

/// All that is wrong with a wording, each kind once, by where it is in bytes; what is wrong with the
/// whole comes last, at its end.
pub(super) fn errors(text: &str) -> Vec<(TemplateError, usize)> {
    let pieces = pieces(text);
    let domain_line = domain_line(text);
    let words_end = match domain_line {
        DomainLine::Last(start) => start,
        DomainLine::None | DomainLine::Misplaced(_) => text.len(),
    };
    let parameter = text.find("${");
    let found = [
        (TemplateError::Unseen, unseen(text)),
        (TemplateError::Parameter, parameter),
        (
            TemplateError::UnknownPlace,
            unknown_place(&pieces).filter(|_| parameter.is_none()),
        ),
        (TemplateError::Repeated, repeated(&pieces, words_end)),
        (TemplateError::Crowded, crowded(text, &pieces)),
        (TemplateError::LongNumber, long_number(&pieces)),
        (TemplateError::DomainLine, domain_line.misplaced()),
        (TemplateError::NoCode, no_code(&pieces, words_end)),
        (TemplateError::TooLong, too_long(text)),
    ];
    let mut found: Vec<_> = found
        .into_iter()
        .filter_map(|(error, at)| Some((error, at?)))
        .collect();
    found.sort_by_key(|(_, at)| *at);
    found
}

fn unseen(text: &str) -> Option<usize> {
    let unbroken = text.replace("\r\n", " \n");
    let mut characters = unbroken.char_indices();
    let unseen = characters.find(|(_, character)| is_unseen(*character));
    unseen.map(|(at, _)| at)
}

fn is_unseen(character: char) -> bool {
    let breaks_otherwise = matches!(character, '\u{2028}' | '\u{2029}');
    let tag = matches!(character, '\u{E0000}'..='\u{E007F}');
    (character.is_control() && character != '\n')
        || is_invisible(character)
        || breaks_otherwise
        || tag
}

fn unknown_place(pieces: &[(usize, Piece<'_>)]) -> Option<usize> {
    let is_bracket = |piece: &Piece<'_>| matches!(piece, Piece::Bracket(_));
    let bracket = pieces.iter().find(|(_, piece)| is_bracket(piece));
    bracket.map(|(at, _)| *at)
}

fn places(pieces: &[(usize, Piece<'_>)]) -> impl Iterator<Item = (usize, Place)> {
    pieces.iter().filter_map(|(at, piece)| match piece {
        Piece::Place(place) => Some((*at, *place)),
        Piece::Words(_) | Piece::Bracket(_) => None,
    })
}

/// The first place that stood before. What stands in a domain line counts apart.
fn repeated(pieces: &[(usize, Piece<'_>)], words_end: usize) -> Option<usize> {
    let mut seen = Vec::new();
    places(pieces)
        .filter(|(at, _)| *at < words_end)
        .find(|(_, place)| {
            let again = seen.contains(place);
            seen.push(*place);
            again
        })
        .map(|(at, _)| at)
}

fn no_code(pieces: &[(usize, Piece<'_>)], words_end: usize) -> Option<usize> {
    let is_code = |(at, place): (usize, Place)| place == Place::Code && at < words_end;
    (!places(pieces).any(is_code)).then_some(words_end)
}

/// The first place that touches a digit or another place.
fn crowded(text: &str, pieces: &[(usize, Piece<'_>)]) -> Option<usize> {
    let is_place = |at: usize| places(pieces).any(|(other, _)| other == at);
    let is_crowded = |(at, place): &(usize, Place)| {
        let end = at + place.written().len();
        let before = text[..*at].chars().next_back();
        let after = text[end..].chars().next();
        let beside_digit = before.into_iter().chain(after).any(char::is_numeric);
        beside_digit || is_place(end)
    };
    let mut places = places(pieces);
    places.find(is_crowded).map(|(at, _)| at)
}

fn long_number(pieces: &[(usize, Piece<'_>)]) -> Option<usize> {
    pieces.iter().find_map(|(start, piece)| match piece {
        Piece::Words(words) => Some(start + long_number_in(words)?),
        Piece::Place(_) | Piece::Bracket(_) => None,
    })
}

fn long_number_in(words: &str) -> Option<usize> {
    let mut run: Option<(usize, usize)> = None;
    for (at, character) in words.char_indices() {
        run = match run {
            _ if !character.is_numeric() => None,
            None => Some((at, 1)),
            Some((start, digits)) => Some((start, digits + 1)),
        };
        if let Some((start, DIGITS_OF_A_CODE)) = run {
            return Some(start);
        }
    }
    None
}

/// The line by which browsers fill a code in on one site alone.
#[derive(Clone, Copy)]
enum DomainLine {
    None,
    /// The last line, as it must be, from this byte.
    Last(usize),
    /// Another line that a phone might take for one, from this byte.
    Misplaced(usize),
}

impl DomainLine {
    fn misplaced(self) -> Option<usize> {
        match self {
            Self::Misplaced(at) => Some(at),
            Self::None | Self::Last(_) => None,
        }
    }
}

fn domain_line(text: &str) -> DomainLine {
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        if begins_with_at(line) {
            let is_last = end == text.len() && start > 0;
            return if is_last && is_domain_line(line) {
                DomainLine::Last(start)
            } else {
                DomainLine::Misplaced(start)
            };
        }
        start = end + 1;
    }
    DomainLine::None
}

/// Whether a line could begin with `@` once it is filled in: a name may be empty.
fn begins_with_at(line: &str) -> bool {
    let [site, desk] = [Place::Site, Place::Desk].map(Place::written);
    let without_names = line.replace(site, "").replace(desk, "");
    without_names.trim_start().starts_with('@')
}

fn is_domain_line(line: &str) -> bool {
    let parts = line
        .strip_prefix('@')
        .and_then(|line| line.split_once(" #"));
    parts.is_some_and(|(host, code)| is_host(host) && code == Place::Code.written())
}

/// A name of at least two labels (RFC 1123 §2.1).
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        matches!(label.len(), 1..=63)
            && label.bytes().all(plain)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.len() <= 253 && host.contains('.') && host.split('.').all(is_label)
}

/// Where a text that takes too much room ends.
fn too_long(text: &str) -> Option<usize> {
    let is_endless = text.chars().nth(LONGEST).is_some();
    let parts = || measure(&fill(text, "x", LONGEST_CODE, "x", LONGEST_MINUTES)).parts;
    (is_endless || parts() > MOST_PARTS).then_some(text.len())
}

/// Fills a wording in, whether it was checked or not. Windows' line breaks become plain ones.
pub(super) fn fill(
    text: &str,
    site: &str,
    code: &str,
    desk: &str,
    minutes: &str,
) -> Zeroizing<String> {
    // Room for all of it, so that no copy without room is left behind unwiped.
    let most = text.len() + site.len() + 2 * code.len() + desk.len() + minutes.len();
    let mut filled = Zeroizing::new(String::with_capacity(most));
    for (_, piece) in pieces(text) {
        match piece {
            Piece::Words(words) => filled.push_str(&words.replace("\r\n", "\n")),
            Piece::Bracket(bracket) => filled.push_str(bracket),
            Piece::Place(Place::Code) => filled.push_str(code),
            Piece::Place(Place::Site) => filled.push_str(site),
            Piece::Place(Place::Desk) => filled.push_str(desk),
            Piece::Place(Place::Minutes) => filled.push_str(minutes),
        }
    }
    filled
}

#[cfg(test)]
mod tests;
