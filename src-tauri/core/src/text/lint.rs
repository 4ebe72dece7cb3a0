//! How a wording reads, what it costs and what is wrong with it, told while it is being written. What is
//! refused is refused by `template`; the rest is a caution, and the admin's to weigh.

use super::size::{gsm_units, room_left};
use super::template::{self, TemplateError};
use super::{Encoding, Frame, Language, Names, Shape, Size, Wording, measure};

/// What stands in for a code where none was drawn.
const SAMPLE_CODE: &str = "123456";
/// What stands in for the minutes that a code counts: the default.
const SAMPLE_MINUTES: &str = "5";

/// A wording that is being written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Draft<'a> {
    /// The wording as far as it is; nothing for the app's own.
    pub template: Option<&'a str>,
    /// The language it is for.
    pub language: Language,
    /// The organisation's name.
    pub site: &'a str,
    /// The desk's name.
    pub desk: &'a str,
}

/// What a draft comes to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Lint {
    /// The text as it would arrive, with a code that is none.
    pub text: String,
    /// Its size.
    pub size: Size,
    /// The units that are left before it takes one part more.
    pub one_more: usize,
    /// What there is to say about it, by where it is.
    pub problems: Vec<Problem>,
}

/// Something about a draft.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Problem {
    /// What it is.
    pub finding: Finding,
    /// Where in the draft, in bytes; nothing where it is about the whole.
    pub at: Option<usize>,
}

/// What there is to say about a draft.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Finding {
    /// With this, it can't be used.
    Refused(TemplateError),
    /// It can be used, but.
    Caution(Caution),
}

/// What an admin should know of a wording that can be used.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Caution {
    /// This letter is none of GSM-7, so the whole text is sent in UCS-2, with less than half of the room.
    NotGsm7,
    /// It takes, and costs, more than one part.
    SeveralParts,
    /// A name had to be cut to keep the text from taking one part more.
    NameCut,
}

impl Finding {
    /// The finding's stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Refused(error) => error.code(),
            Self::Caution(Caution::NotGsm7) => "text.not_gsm7",
            Self::Caution(Caution::SeveralParts) => "text.several_parts",
            Self::Caution(Caution::NameCut) => "text.name_cut",
        }
    }
}

/// Tells what a draft comes to.
pub fn lint(draft: &Draft<'_>) -> Lint {
    let shape = match draft.template {
        Some(text) => Shape::Own(text),
        None => Shape::Standard(Frame::of(draft.language)),
    };
    let names = Names::of(&draft.wording());
    let fitted = shape.fitted(&names, SAMPLE_CODE, SAMPLE_MINUTES);
    let size = measure(&fitted.text);
    let mut problems = draft.template.map(refusals).unwrap_or_default();
    problems.extend(cautions(draft.template, size, fitted.is_cut));
    Lint {
        one_more: room_left(&fitted.text),
        text: fitted.text.to_string(),
        size,
        problems,
    }
}

impl<'a> Draft<'a> {
    fn wording(&self) -> Wording<'a> {
        Wording {
            site: self.site,
            desk: self.desk,
            language: self.language,
            own: None,
        }
    }
}

fn refusals(template: &str) -> Vec<Problem> {
    let end = template.len();
    let problem = |(error, at): (TemplateError, usize)| Problem {
        finding: Finding::Refused(error),
        at: match error {
            TemplateError::NoCode | TemplateError::TooLong => None,
            TemplateError::Repeated
            | TemplateError::UnknownPlace
            | TemplateError::Parameter
            | TemplateError::Unseen
            | TemplateError::LongNumber
            | TemplateError::Crowded
            | TemplateError::DomainLine => Some(at.min(end)),
        },
    };
    template::errors(template)
        .into_iter()
        .map(problem)
        .collect()
}

fn cautions(template: Option<&str>, size: Size, is_cut: bool) -> Vec<Problem> {
    let foreign = match size.encoding {
        Encoding::Gsm7 => None,
        Encoding::Ucs2 => template.and_then(first_foreign),
    };
    let not_gsm7 = foreign.map(|at| (Caution::NotGsm7, Some(at)));
    let several = (size.parts > 1).then_some((Caution::SeveralParts, None));
    let cut = is_cut.then_some((Caution::NameCut, None));
    [not_gsm7, several, cut]
        .into_iter()
        .flatten()
        .map(|(caution, at)| Problem {
            finding: Finding::Caution(caution),
            at,
        })
        .collect()
}

/// The first letter that GSM-7 lacks.
fn first_foreign(text: &str) -> Option<usize> {
    let mut characters = text.char_indices();
    let foreign = characters.find(|(_, character)| gsm_units(*character).is_none());
    foreign.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::standard;

    fn linted(template: &str) -> Lint {
        lint(&Draft {
            template: Some(template),
            language: Language::En,
            site: "Harbour Clinic",
            desk: "Reception 2",
        })
    }

    fn found(template: &str) -> Vec<(&'static str, Option<usize>)> {
        let problems = linted(template).problems.into_iter();
        problems
            .map(|problem| (problem.finding.code(), problem.at))
            .collect()
    }

    #[test]
    fn a_draft_is_shown_as_it_would_arrive() {
        let lint = linted("{site}: {code}, at {desk}, {minutes} min.");
        assert_eq!(lint.text, "Harbour Clinic: 123456, at Reception 2, 5 min.");
        assert_eq!(lint.size.parts, 1);
        assert_eq!(lint.one_more, 160 - lint.size.units);
        assert_eq!(lint.problems, []);
    }

    #[test]
    fn a_draft_that_is_not_done_is_shown_as_far_as_it_is() {
        assert_eq!(linted("{site}: {cod").text, "Harbour Clinic: {cod");
        assert_eq!(
            found("{site}: {cod"),
            [("text.unknown_place", Some(8)), ("text.no_code", None)]
        );
        assert_eq!(linted("").text, "");
        assert_eq!(linted("").one_more, 160);
        assert_eq!(found(""), [("text.no_code", None)]);
    }

    #[test]
    fn the_letter_that_halves_the_room_is_named() {
        let lint = linted("Su código: {code}");
        assert_eq!(lint.size.encoding, Encoding::Ucs2);
        assert_eq!(lint.one_more, 70 - lint.text.chars().count());
        assert_eq!(found("Su código: {code}"), [("text.not_gsm7", Some(4))]);
    }

    #[test]
    fn what_costs_more_than_one_part_is_told() {
        let long = format!("{} {{code}}", "word ".repeat(40).trim_end());
        assert_eq!(found(&long), [("text.several_parts", None)]);
        let lint = linted(&long);
        assert_eq!(lint.size.parts, 2);
        assert_eq!(lint.one_more, 2 * 153 - lint.size.units);
    }

    #[test]
    fn a_name_that_had_to_be_cut_is_told() {
        let full = format!("{} {{code}} {{site}}", "w".repeat(148));
        assert_eq!(found(&full), [("text.name_cut", None)]);
        assert_eq!(linted(&full).size.parts, 1);
    }

    #[test]
    fn the_apps_own_wordings_have_nothing_against_them() {
        for language in Language::ALL {
            let standard = standard(language);
            for template in [None, Some(standard.as_str())] {
                let lint = lint(&Draft {
                    template,
                    language,
                    site: "Harbour Clinic",
                    desk: "Reception 2",
                });
                assert_eq!(lint.problems, [], "{language:?}");
                assert_eq!(lint.size.parts, 1, "{language:?}");
            }
        }
    }

    #[test]
    fn each_finding_is_in_the_document() {
        const DOCUMENT: &str = include_str!("../../../../docs/texts.md");
        let refused = [
            TemplateError::NoCode,
            TemplateError::Repeated,
            TemplateError::UnknownPlace,
            TemplateError::Parameter,
            TemplateError::Unseen,
            TemplateError::LongNumber,
            TemplateError::Crowded,
            TemplateError::DomainLine,
            TemplateError::TooLong,
        ]
        .map(Finding::Refused);
        let cautions =
            [Caution::NotGsm7, Caution::SeveralParts, Caution::NameCut].map(Finding::Caution);
        let documented: Vec<_> = DOCUMENT
            .lines()
            .filter_map(|line| line.strip_prefix("| `text.")?.split('`').next())
            .map(|name| format!("text.{name}"))
            .collect();
        let found: Vec<_> = refused
            .into_iter()
            .chain(cautions)
            .map(Finding::code)
            .collect();
        assert_eq!(documented, found);
    }

    #[test]
    fn whatever_the_draft_its_places_are_within_it_and_on_its_letters() {
        for template in ["é${code}", "{code}é{", "日本1234{x}", "{code}\u{200b}"] {
            for (_, at) in found(template) {
                let at = at.unwrap_or_default();
                assert!(template.is_char_boundary(at), "{template} {at}");
            }
        }
    }
}
