//! The text that carries a code of our own, in the customer's language, always in one part.
//! What a call or Sinch Verification says is Sinch's wording, not this.

mod name;
mod size;

use std::fmt::Write;

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::code::Code;
pub use size::{Encoding, Size, measure};

/// The languages that there is a text in, by their ISO 639-1 codes.
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// German.
    De,
    /// Portuguese.
    Pt,
    /// Swedish.
    Sv,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::En, Self::Es, Self::Fr, Self::De, Self::Pt, Self::Sv];
}

/// Who the text speaks for, and how.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Wording<'a> {
    /// The site's name, as the customer knows it.
    pub site: &'a str,
    /// The name of the desk at which the customer stands.
    pub desk: &'a str,
    /// The customer's language.
    pub language: Language,
}

/// What stands between the names, the code and the minutes. Only letters of GSM-7: no `ó`, `ú` or `ç`.
struct Frame {
    after_site: &'static str,
    after_code: &'static str,
    around_desk: [&'static str; 2],
    around_minutes: [&'static str; 2],
}

const ENGLISH: Frame = Frame {
    after_site: ": ",
    after_code: " is your code. Tell it only to the person in front of you",
    around_desk: [" at ", ""],
    around_minutes: [". Valid ", " min."],
};

const SPANISH: Frame = Frame {
    after_site: ": ",
    after_code: " es su clave. Diga esta clave solo a la persona que tiene delante",
    around_desk: [" (", ")"],
    around_minutes: [". Vale por ", " min."],
};

const FRENCH: Frame = Frame {
    after_site: " : ",
    after_code: " est votre code. Ne le dites qu'à la personne en face de vous",
    around_desk: [" (", ")"],
    around_minutes: [". Valable ", " min."],
};

const GERMAN: Frame = Frame {
    after_site: ": ",
    after_code: " ist Ihr Code. Nennen Sie ihn nur der Person vor Ihnen",
    around_desk: [" (", ")"],
    around_minutes: [". Gilt ", " Min."],
};

const PORTUGUESE: Frame = Frame {
    after_site: ": ",
    after_code: " serve para confirmar o seu telefone. Diga estes algarismos apenas à pessoa à sua frente",
    around_desk: [" (", ")"],
    around_minutes: [". Vale por ", " min."],
};

const SWEDISH: Frame = Frame {
    after_site: ": ",
    after_code: " är din kod. Säg den bara till personen framför dig",
    around_desk: [" (", ")"],
    around_minutes: [". Gäller ", " min."],
};

impl Frame {
    fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &ENGLISH,
            Language::Es => &SPANISH,
            Language::Fr => &FRENCH,
            Language::De => &GERMAN,
            Language::Pt => &PORTUGUESE,
            Language::Sv => &SWEDISH,
        }
    }

    /// Empty names leave out what would stand beside them.
    fn fill(&self, site: &str, code: &str, desk: &str, minutes: u8) -> Zeroizing<String> {
        let [before_desk, after_desk] = self.around_desk;
        let [before_minutes, after_minutes] = self.around_minutes;
        let mut text = Zeroizing::new(String::with_capacity(LONGEST_BYTES));
        if !site.is_empty() {
            text.push_str(site);
            text.push_str(self.after_site);
        }
        text.push_str(code);
        text.push_str(self.after_code);
        if !desk.is_empty() {
            text.push_str(before_desk);
            text.push_str(desk);
            text.push_str(after_desk);
        }
        // Writing to a string can't fail.
        let _ = write!(text, "{before_minutes}{minutes}{after_minutes}");
        text
    }
}

/// One part of GSM-7, each of its letters in at most three bytes of UTF-8, and room to spare: a string
/// that grows leaves its old copy unwiped.
const LONGEST_BYTES: usize = 512;

/// Writes the text for a code: one part of GSM-7, whatever the names are.
///
/// Names are written in letters that GSM-7 has, lose numbers of four digits or more (nothing but the
/// code may look like one), and are cut where they don't fit: the site's first, as the customer
/// knows where they are. No name can bring in `${` (a parameter to Sinch) or a line that begins with
/// `@` (which browsers fill in from). `minutes_left` is at least said to be 1.
pub fn compose(wording: &Wording<'_>, code: &Code, minutes_left: u8) -> SecretString {
    let frame = Frame::of(wording.language);
    let minutes = minutes_left.max(1);
    let [site, desk] = [wording.site, wording.desk].map(name::fit);
    // One letter each, so that what stands beside a name is measured with it.
    let bare = measure(&frame.fill("x", code.digits(), "x", minutes)).units - 2;
    let room = Encoding::Gsm7.units_alone().saturating_sub(bare);
    let desk_room = room.saturating_sub(measure(&site).units).max(room / 2);
    let desk = name::shorten(&desk, desk_room);
    let site = name::shorten(&site, room.saturating_sub(measure(desk).units));
    SecretString::from(frame.fill(site, code.digits(), desk, minutes).as_str())
}

#[cfg(test)]
mod tests;
