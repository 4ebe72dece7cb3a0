//! The text that carries a code of our own, in the customer's language: in the app's own wording always
//! in one part, or in the organisation's.
//! What a call or Sinch Verification says is Sinch's wording, not this.

mod lint;
mod name;
mod size;
mod template;
mod usual;

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::code::Code;
pub use lint::{Caution, Draft, Finding, Lint, Problem, lint};
pub use size::{Encoding, Size, measure};
use template::Place;
pub use template::{MOST_PARTS, Template, TemplateError};

/// The languages that there is a text in, by their ISO 639-1 codes.
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
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

    /// Its ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Pt => "pt",
            Self::Sv => "sv",
        }
    }
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
    /// The organisation's own wording in that language, where it has one.
    pub own: Option<&'a Template>,
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
    fn fill(&self, site: &str, code: &str, desk: &str, minutes: &str) -> Zeroizing<String> {
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
        for piece in [before_minutes, minutes, after_minutes] {
            text.push_str(piece);
        }
        text
    }
}

/// One part of GSM-7, each of its letters in at most three bytes of UTF-8, and room to spare: a string
/// that grows leaves its old copy unwiped.
const LONGEST_BYTES: usize = 512;

/// What a text is made of: the app's own wording, or the organisation's.
#[derive(Clone, Copy)]
enum Shape<'a> {
    Standard(&'static Frame),
    Own(&'a str),
}

impl<'a> Shape<'a> {
    fn of(wording: &Wording<'a>) -> Self {
        match wording.own {
            Some(template) => Self::Own(template.as_str()),
            None => Self::Standard(Frame::of(wording.language)),
        }
    }

    /// The app's own wording leaves out what stands beside an empty name.
    fn fill(self, site: &str, code: &str, desk: &str, minutes: &str) -> Zeroizing<String> {
        match self {
            Self::Standard(frame) => frame.fill(site, code, desk, minutes),
            Self::Own(text) => template::fill(text, site, code, desk, minutes),
        }
    }

    /// The text, with as much of the names as fits into the parts that it takes with the shortest
    /// names: names never make a text cost more.
    fn fitted(self, names: &Names, code: &str, minutes: &str) -> Fitted {
        // One letter each, so that what stands beside a name is measured with it.
        let [site, desk] = names.standing(self);
        let one_letter = |name: &str| if name.is_empty() { "" } else { "x" };
        let bare = measure(&self.fill(one_letter(site), code, one_letter(desk), minutes));
        let letters = [site, desk].iter().filter(|name| !name.is_empty()).count();
        let room = (bare.capacity() + letters).saturating_sub(bare.units);
        let units = |name: &str| name.chars().map(|c| bare.encoding.units(c)).sum::<usize>();
        // The site gives way first, as the customer knows where they are.
        let desk_room = room.saturating_sub(units(site)).max(room / 2);
        let short_desk = name::shorten(desk, bare.encoding, desk_room);
        let site_room = room.saturating_sub(units(short_desk));
        let short_site = name::shorten(site, bare.encoding, site_room);
        Fitted {
            text: self.fill(short_site, code, short_desk, minutes),
            is_cut: short_site.len() < site.len() || short_desk.len() < desk.len(),
        }
    }
}

/// The names, in letters that every phone has.
struct Names {
    site: String,
    desk: String,
}

impl Names {
    fn of(wording: &Wording<'_>) -> Self {
        Self {
            site: name::fit(wording.site),
            desk: name::fit(wording.desk),
        }
    }

    /// The names that stand in a text of this shape; the others are empty.
    fn standing(&self, shape: Shape<'_>) -> [&str; 2] {
        let places = [(Place::Site, &self.site), (Place::Desk, &self.desk)];
        places.map(|(place, name)| match shape {
            Shape::Own(text) if !text.contains(place.written()) => "",
            Shape::Own(_) | Shape::Standard(_) => name,
        })
    }
}

/// A text whose names fit.
struct Fitted {
    text: Zeroizing<String>,
    /// Whether a name had to be cut.
    is_cut: bool,
}

/// Writes the text for a code. The app's own wording is one part of GSM-7, whatever the names are; the
/// organisation's own takes no more parts than it does with the shortest names.
///
/// Names are written in letters that GSM-7 has, lose numbers of four digits or more (nothing but the
/// code may look like one), and are cut where they don't fit: the site's first, as the customer
/// knows where they are. No name can bring in `${` (a parameter to Sinch) or a line that begins with
/// `@` (which browsers fill in from). `minutes_left` is at least said to be 1.
pub fn compose(wording: &Wording<'_>, code: &Code, minutes_left: u8) -> SecretString {
    let minutes = minutes_left.max(1).to_string();
    let fitted = Shape::of(wording).fitted(&Names::of(wording), code.digits(), &minutes);
    SecretString::from(fitted.text.as_str())
}

/// The app's own wording in a language, as a template to begin an own one with.
pub fn standard(language: Language) -> String {
    let [site, code, desk, minutes] =
        [Place::Site, Place::Code, Place::Desk, Place::Minutes].map(Place::written);
    let text = Frame::of(language).fill(site, code, desk, minutes);
    text.to_string()
}

#[cfg(test)]
mod tests;
