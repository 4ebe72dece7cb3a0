//! Numbers and codes as a desk writes them down: digests under a site's key. The numbers are reserved ones
//! that belong to nobody.

use countersign_core::challenge::{ChallengeId, CodeDigest, NumberKey};
use countersign_core::code::{Code, CodeLength, Expected};
use countersign_core::phone::{PhoneNumber, Region};
use countersign_core::site_key::SiteKey;

/// The key of all sites here.
pub(crate) fn site_key() -> SiteKey {
    SiteKey::from_bytes(&[7; 32])
}

/// One of a hundred numbers that belong to nobody.
pub(crate) fn number(which: u32) -> NumberKey {
    let typed = format!("+1 202 555 {:04}", 100 + which % 100);
    let number = PhoneNumber::parse(&typed, Region::UNITED_STATES).expect("a number");
    site_key().number_key(&number)
}

/// A code of a challenge.
pub(crate) fn code(challenge: ChallengeId, digits: &str) -> CodeDigest {
    let expected = Expected::Exactly(CodeLength::default());
    let code = Code::typed(digits, expected).expect("a code");
    site_key().code_digest(challenge, &code)
}
