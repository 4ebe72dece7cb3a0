//! Phone numbers: what people type becomes a number that can be written to, or a reason why not.
//! Whether a site *may* write to it is the policy's business.

use std::fmt;

/// A country or territory, by its ISO 3166-1 alpha-2 code in capitals.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Region([u8; 2]);

/// What kind of line a number is, by the numbering plan.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum NumberType {
    /// A mobile phone.
    Mobile,
    /// A landline.
    FixedLine,
    /// The plan does not tell landlines and mobiles apart (as in North America).
    FixedLineOrMobile,
    /// Calls and texts to it cost extra.
    Premium,
    /// The caller and the called share the cost.
    SharedCost,
    /// Free to call.
    TollFree,
    /// A pager.
    Pager,
    /// A mailbox.
    Voicemail,
    /// A phone on the internet.
    Voip,
    /// A number that follows a person.
    Personal,
    /// One number for a whole company.
    CompanyWide,
    /// Valid, and of no known kind.
    Unknown,
}

/// A valid phone number. Shows only its mask in logs.
#[derive(Clone, Eq, PartialEq)]
pub struct PhoneNumber {
    e164: String,
    region: Region,
    number_type: NumberType,
}

impl PhoneNumber {
    /// The number as machines write it: `+` and digits, ITU-T E.164.
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// Whose numbering plan it belongs to.
    pub fn region(&self) -> Region {
        self.region
    }

    /// What kind of line it is.
    pub fn number_type(&self) -> NumberType {
        self.number_type
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PhoneNumber(…)")
    }
}
