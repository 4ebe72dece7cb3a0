//! What a wording comes to and what a credential looks like, told while they are being typed. Holds nothing
//! of a credential, and no code: the one in a preview is none.

use countersign_core::sinch::credentials::looks::{Likeness, Look, LookProblem, Looks};
use countersign_core::text::{Encoding, Finding, Language, Lint, standard};
use serde::Serialize;

/// What a wording comes to.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TextPreview {
    /// The text as it would arrive, with a code that is none.
    pub text: String,
    /// What it is sent in.
    pub encoding: EncodingView,
    /// Septets of GSM-7, or 16-bit units of UCS-2.
    pub units: usize,
    /// The parts it is sent, and paid for, in.
    pub parts: usize,
    /// The units that are left before it takes one part more.
    pub one_more: usize,
    /// What there is to say about it, by where it is.
    pub problems: Vec<TextProblem>,
    /// The app's own wording in that language, to begin an own one with.
    pub standard: String,
}

/// What a text is sent in.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum EncodingView {
    /// 160 letters in one part.
    Gsm7,
    /// 70 letters in one part.
    Ucs2,
}

/// Something about a wording.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TextProblem {
    /// `text.no_code` and the like.
    pub code: String,
    /// Where in the wording, in units of UTF-16; nothing where it is about the whole.
    pub at: Option<usize>,
    /// Whether the wording can't be used with it.
    pub refused: bool,
}

/// What a credential looks like.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CredentialLook {
    /// Whether it looks like what it was pasted as.
    #[cfg_attr(test, ts(type = "\"right\" | \"unsure\" | \"unfit\""))]
    pub looks: Looks,
    /// What speaks against it: `stray` and the like.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub problem: Option<LookProblem>,
    /// What it looks like instead.
    #[cfg_attr(
        test,
        ts(type = "\"uuid\" | \"planOrToken\" | \"applicationSecret\" | null")
    )]
    pub otherwise: Option<Likeness>,
}

impl TextPreview {
    /// A preview of a wording, or of the app's own where there is none.
    pub(crate) fn of(lint: Lint, template: Option<&str>, language: Language) -> Self {
        let template = template.unwrap_or_default();
        let problem = |problem: countersign_core::text::Problem| TextProblem {
            code: problem.finding.code().to_owned(),
            at: problem.at.map(|at| utf_16_units_before(template, at)),
            refused: match problem.finding {
                Finding::Refused(_) => true,
                Finding::Caution(_) => false,
            },
        };
        Self {
            text: lint.text,
            encoding: match lint.size.encoding {
                Encoding::Gsm7 => EncodingView::Gsm7,
                Encoding::Ucs2 => EncodingView::Ucs2,
            },
            units: lint.size.units,
            parts: lint.size.parts,
            one_more: lint.one_more,
            problems: lint.problems.into_iter().map(problem).collect(),
            standard: standard(language),
        }
    }
}

/// Where a byte stands, as the front end counts.
fn utf_16_units_before(text: &str, byte: usize) -> usize {
    let before = text.char_indices().take_while(|(at, _)| *at < byte);
    before.map(|(_, character)| character.len_utf16()).sum()
}

impl From<Look> for CredentialLook {
    fn from(look: Look) -> Self {
        Self {
            looks: look.looks,
            problem: look.problem,
            otherwise: look.otherwise,
        }
    }
}

#[cfg(test)]
mod tests {
    use countersign_core::text::{Draft, lint};

    use super::*;

    fn preview(template: &str) -> TextPreview {
        let draft = Draft {
            template: Some(template),
            language: Language::En,
            site: "Harbour Clinic",
            desk: "Reception 2",
        };
        TextPreview::of(lint(&draft), Some(template), Language::En)
    }

    #[test]
    fn a_place_in_a_wording_is_counted_as_the_front_end_counts() {
        let problems = preview("é😀{code}{oops}").problems;
        let at = |code: &str| {
            let found = problems.iter().find(|problem| problem.code == code);
            found.and_then(|problem| problem.at)
        };
        assert_eq!(at("text.unknown_place"), Some(9));
        assert_eq!(at("text.not_gsm7"), Some(1));
    }

    #[test]
    fn what_refuses_a_wording_is_told_from_what_only_costs() {
        let problems = preview("Su código: {code} {oops}").problems;
        let refused: Vec<_> = problems
            .iter()
            .map(|problem| (problem.code.as_str(), problem.refused))
            .collect();
        assert_eq!(
            refused,
            [("text.unknown_place", true), ("text.not_gsm7", false)]
        );
    }
}
