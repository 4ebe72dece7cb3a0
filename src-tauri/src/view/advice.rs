//! What is known of a number before anything is sent to it, as the webview is told. Plain data.

use countersign_core::desk::{Advice, Concern, Objection, VerifiedBefore};
use countersign_core::policy::Measure;
use countersign_core::sinch::lookup::LineType;
use serde::Serialize;

/// What is known of a number.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NumberAdvice {
    /// That it was verified a short time ago.
    pub verified: Option<VerifiedBeforeView>,
    /// For how many references it was used today, where that is many.
    pub references: Option<usize>,
    /// What Sinch's lookup has against it.
    pub concerns: Vec<ConcernView>,
}

/// A verification of the same number a short time ago.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VerifiedBeforeView {
    /// When, as milliseconds since 1970 in UTC.
    #[cfg_attr(test, ts(type = "number"))]
    pub at_ms: i64,
    /// The name of the desk.
    pub desk: String,
    /// For which other reference, if there was one.
    pub reference: Option<String>,
}

/// What speaks against a number, and what the site does about it.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ConcernView {
    /// What.
    pub objection: ObjectionView,
    /// What is done about it.
    #[cfg_attr(test, ts(type = "'warn' | 'supervisor' | 'refuse'"))]
    pub measure: Measure,
}

/// What speaks against a number.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ObjectionView {
    /// A landline.
    Landline,
    /// A phone on the internet.
    Voip,
    /// Premium, shared cost, free to call, or of no known kind.
    OtherLine,
    /// Its SIM was changed a short time ago.
    SimSwapped,
    /// It could not be looked up.
    NotLookedUp,
}

impl From<Advice> for NumberAdvice {
    fn from(advice: Advice) -> Self {
        Self {
            verified: advice.history.verified.map(Into::into),
            references: advice.history.references,
            concerns: advice.concerns.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<VerifiedBefore> for VerifiedBeforeView {
    fn from(before: VerifiedBefore) -> Self {
        Self {
            at_ms: before.at.as_millisecond(),
            desk: before.desk,
            reference: before.reference,
        }
    }
}

impl From<Concern> for ConcernView {
    fn from(concern: Concern) -> Self {
        Self {
            objection: match concern.objection {
                Objection::LineType(LineType::Landline) => ObjectionView::Landline,
                Objection::LineType(LineType::Voip) => ObjectionView::Voip,
                Objection::LineType(
                    LineType::Mobile | LineType::Special | LineType::Freephone | LineType::Other,
                ) => ObjectionView::OtherLine,
                Objection::SimSwapped => ObjectionView::SimSwapped,
                Objection::NotLookedUp => ObjectionView::NotLookedUp,
            },
            measure: concern.measure,
        }
    }
}
