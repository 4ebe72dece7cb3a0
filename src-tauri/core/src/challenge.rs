//! The words for one outstanding proof of one number: ids, channels, sends, verdicts.
//! Plain data. The rules that move a challenge along are in `store`, the telling of them in `desk`.

use std::fmt;
use std::str::FromStr;

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use thiserror::Error;

use crate::time::Timestamp;

/// A string that should have been an id of ours and is not.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("not an id: hexadecimal digits of a fixed count are expected")]
pub struct NotAnId;

macro_rules! written_in_hexadecimal {
    ($name:ident, $length:expr) => {
        impl $name {
            /// Takes an id back from where it was stored.
            pub fn from_bytes(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            /// The id as it is stored and digested.
            pub fn as_bytes(&self) -> &[u8; $length] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0
                    .iter()
                    .try_for_each(|byte| write!(formatter, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse_hexadecimal(text).map(Self).ok_or(NotAnId)
            }
        }
    };
}

macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct $name([u8; 16]);

        impl $name {
            /// Draws a new id of 128 random bits.
            pub fn draw<R: CryptoRng + ?Sized>(randomness: &mut R) -> Self {
                let mut bytes = [0; 16];
                randomness.fill_bytes(&mut bytes);
                Self(bytes)
            }
        }

        written_in_hexadecimal!($name, 16);
    };
}

/// Names one challenge at every desk of a site: the key of its number, then 64 random bits.
///
/// So a store finds all that concerns a challenge by its name alone, in the one place where it keeps
/// what concerns the number; and no challenge can be taken for another number's.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ChallengeId([u8; 24]);

impl ChallengeId {
    /// Draws a new id for a challenge of this number.
    pub fn draw<R: CryptoRng + ?Sized>(number: NumberKey, randomness: &mut R) -> Self {
        let mut bytes = [0; 24];
        let (key, random) = bytes.split_at_mut(16);
        key.copy_from_slice(number.as_bytes());
        randomness.fill_bytes(random);
        Self(bytes)
    }

    /// Whose number the challenge is about.
    pub fn number(&self) -> NumberKey {
        let mut key = [0; 16];
        key.copy_from_slice(&self.0[..16]);
        NumberKey(key)
    }
}

written_in_hexadecimal!(ChallengeId, 24);

random_id! {
    /// Names one send of a challenge, before it goes out: Sinch knows it as `reference` (Verification)
    /// or `client_reference` (SMS), so a send whose answer was lost can be looked up. It says nothing
    /// about the customer, as Sinch asks of references.
    SendId
}

random_id! {
    /// Names one try of a code. Asking again under the same name repeats nothing.
    TryId
}

random_id! {
    /// Names one installation of the app.
    DeskId
}

fn parse_hexadecimal<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
    if text.len() != 2 * LENGTH || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; LENGTH];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(bytes)
}

/// How the code reaches the customer.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// A text message.
    Sms,
    /// A phone call that speaks the code.
    Call,
    /// A WhatsApp message.
    WhatsApp,
    /// A missed call: the calling number is the code.
    FlashCall,
}

impl Channel {
    /// All of them, the usual one first.
    pub const ALL: [Self; 4] = [Self::Sms, Self::Call, Self::WhatsApp, Self::FlashCall];
}

/// Which Sinch product carries a channel.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Route {
    /// Sinch SMS: our code in our text.
    SinchSms,
    /// Sinch Verification: Sinch draws and checks the code.
    SinchVerification,
}

impl Route {
    /// All of them, the usual one first: our own text has true delivery reports.
    pub const ALL: [Self; 2] = [Self::SinchSms, Self::SinchVerification];
}

/// What Sinch calls a send: a batch id (SMS) or a verification id. Opaque.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct ProviderId(String);

impl ProviderId {
    /// Takes an id as Sinch wrote it.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The id as Sinch wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A number as the store knows it: a keyed digest cut to 128 bits. Nothing can be read back from it
/// without the site key.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct NumberKey(pub(crate) [u8; 16]);

impl NumberKey {
    /// The key as it is stored.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// A code as the store knows it: a keyed digest over the challenge's id and the digits.
#[derive(Clone, Copy)]
pub struct CodeDigest(pub(crate) [u8; 32]);

impl CodeDigest {
    /// The digest as it is stored.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Whether a stored digest is this one; takes the same time wherever they differ.
    pub fn matches(&self, stored: &[u8]) -> bool {
        self.0.ct_eq(stored).into()
    }
}

impl fmt::Debug for CodeDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CodeDigest(…)")
    }
}

/// What a desk must be able to show of a challenge begun at another, encrypted with the site key.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sealed(pub Vec<u8>);

/// How far a send has come, as far as this site knows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SendState {
    /// Written down before Sinch is asked. A crash leaves it like this.
    Intent,
    /// Sinch took it and gave it this id.
    Sent(ProviderId),
    /// It may have gone out: the answer was lost.
    Unknown,
}

/// One send of a challenge.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SendRecord {
    /// Its name, known to Sinch too.
    pub id: SendId,
    /// How it travels.
    pub channel: Channel,
    /// Which product carries it.
    pub route: Route,
    /// How far it has come.
    pub state: SendState,
    /// When it was reserved, by the store's clock.
    pub at: Timestamp,
}

/// An open challenge, as the store tells it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Challenge {
    /// Its name.
    pub id: ChallengeId,
    /// The desk that has it in hand: the one that began it, or took it over last.
    pub desk: DeskId,
    /// What any desk of the site may show of it.
    pub sealed: Sealed,
    /// When its code stops counting, by the store's clock.
    pub expires_at: Timestamp,
    /// The newest send: the one whose code counts.
    pub send: SendRecord,
    /// How many sends were made, the first included.
    pub sends: u8,
    /// When its pause is over and it may be sent again; nothing when no send is left. The caps of the
    /// number, the desk and the site are asked when it is sent.
    pub resend_at: Option<Timestamp>,
    /// How many wrong tries the number has left before it is locked; none while its last one is pending.
    pub tries_left: u8,
    /// The store's time at which all this was true: countdowns are taken from here.
    pub as_of: Timestamp,
}

/// Why a challenge is no longer there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Gone {
    /// Its code was accepted; a code is accepted once.
    AlreadyVerified,
    /// Staff ended it.
    Cancelled,
    /// A newer challenge for the same number took its place.
    Superseded,
    /// There is none of that name, or it ended long ago, or with a lock that is over.
    NotFound,
}

/// What became of a try.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    /// The customer holds the phone.
    Verified,
    /// Not the code; this many tries are left before the number is locked.
    Wrong {
        /// Tries left.
        left: u8,
    },
    /// The code's time is over.
    Expired,
    /// Too many wrong tries: the number is locked.
    Locked {
        /// When the lock opens, by the store's clock.
        until: Timestamp,
    },
    /// The challenge is no longer there.
    Gone(Gone),
}

/// Who typed a code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum By {
    /// Staff, as the customer read it out.
    Staff,
    /// The customer, on the screen that faces them: staff have not seen it.
    Customer,
}

impl By {
    /// As the log names them.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Customer => "customer",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_being_written_and_read() {
        let id = ChallengeId::draw(NumberKey([7; 16]), &mut rand::rng());
        assert_eq!(id.number(), NumberKey([7; 16]));
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn only_hexadecimal_digits_of_the_right_count_are_an_id() {
        for text in [
            "",
            "00",
            &format!("+{}", "0".repeat(47)),
            &"0".repeat(47),
            &"0".repeat(49),
            &"g".repeat(48),
        ] {
            assert_eq!(text.parse::<ChallengeId>(), Err(NotAnId), "{text:?}");
        }
    }

    #[test]
    fn a_digest_matches_itself_and_nothing_else() {
        let digest = CodeDigest([7; 32]);
        assert!(digest.matches(&[7; 32]));
        assert!(!digest.matches(&[8; 32]));
        assert!(!digest.matches(&[7; 31]));
        assert!(!digest.matches(&[]));
    }
}
