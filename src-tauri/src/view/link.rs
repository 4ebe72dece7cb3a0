//! A link as it crosses to the webview: what it fills in, or why it is refused.

use serde::Serialize;

use crate::deep_link::{DeepLink, LinkProblem};
use crate::links::Received;

/// A link that came from outside. The number in it is whole: staff are to read it before anything is done.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "outcome"
)]
pub(crate) enum LinkNews {
    /// It wants to fill in step 1.
    Fill {
        /// Which link it is.
        id: u32,
        /// The number as the link has it.
        phone: String,
        /// The customer's reference.
        reference: Option<String>,
    },
    /// It is refused, and nothing of it is told.
    Refused {
        /// Which link it is.
        id: u32,
        /// Why.
        problem: LinkProblem,
    },
}

impl From<Received> for LinkNews {
    fn from(Received { id, read }: Received) -> Self {
        match read {
            Ok(DeepLink { phone, reference }) => Self::Fill {
                id,
                phone,
                reference,
            },
            Err(problem) => Self::Refused { id, problem },
        }
    }
}
