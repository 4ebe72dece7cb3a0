//! Which desk this is: an id that stays, and a name that people know.

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::challenge::DeskId;
use crate::policy::bounds::NAME_CHARACTERS;

/// The name of a desk that nobody has named.
pub(super) const FIRST_NAME: &str = "Reception 1";

/// Which desk this is.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeskSettings {
    /// Which installation: drawn once, and kept, so that what it left behind is known as its own.
    #[serde(with = "hexadecimal")]
    #[cfg_attr(feature = "wire", ts(type = "string"), schemars(with = "String"))]
    pub id: DeskId,
    /// The desk's name, as staff, other desks and customers know it; texts end with it. Risk: managed, it
    /// is the same at every desk, and nobody can tell them apart.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub name: DeskName,
    /// Whether customers may type the code themselves, on a second screen that faces them. Risk: off,
    /// every code is said aloud at the counter.
    #[serde(default)]
    pub customer_view: HandingOver,
}

/// Whether the screen that faces the customer is used.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum HandingOver {
    /// No: customers read their codes out.
    Off,
    /// Staff choose, customer by customer.
    #[default]
    Offered,
    /// Customers type their codes, unless staff take it back.
    Usual,
}

impl DeskSettings {
    pub(super) fn first<R: CryptoRng + ?Sized>(randomness: &mut R) -> Self {
        Self {
            id: DeskId::draw(randomness),
            name: DeskName(FIRST_NAME.to_owned()),
            customer_view: HandingOver::default(),
        }
    }
}

/// The name of a desk or an organisation: 1 to 40 characters, none of them a control character, and
/// not blank.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeskName(String);

/// What is not such a name.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a name has 1 to 40 characters and no control characters")]
pub struct NotADeskName;

impl DeskName {
    /// The name as it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for DeskName {
    type Error = NotADeskName;

    fn try_from(name: String) -> Result<Self, NotADeskName> {
        let fits = NAME_CHARACTERS.contains(&name.chars().count());
        if !fits || name.trim().is_empty() || name.chars().any(char::is_control) {
            return Err(NotADeskName);
        }
        Ok(Self(name))
    }
}

impl From<DeskName> for String {
    fn from(name: DeskName) -> Self {
        name.0
    }
}

/// An id as its hexadecimal digits.
mod hexadecimal {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::challenge::DeskId;

    pub(super) fn serialize<S: Serializer>(id: &DeskId, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(id)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<DeskId, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}
