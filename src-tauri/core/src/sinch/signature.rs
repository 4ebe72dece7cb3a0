//! Application-signed requests: what Verification asks of a caller who holds the application secret.
//! It signs the exact bytes sent; who sends them is in `verification`.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use md5::Md5;
use secrecy::{ExposeSecret, SecretBox, SecretString};
use sha2::{Digest, Sha256};
use thiserror::Error;
use zeroize::Zeroizing;

/// The block of SHA-256, to which HMAC pads its key (RFC 2104).
const BLOCK_LENGTH: usize = 64;

/// Why a text is not an application secret. Says nothing of the text itself.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum UnfitSecret {
    /// There is nothing.
    #[error("the application secret is empty")]
    Empty,
    /// A character that base64 does not use: as when another credential or a space was pasted.
    #[error("the application secret holds a character that is not base64")]
    NotBase64,
    /// Base64 that stops midway.
    #[error("the application secret is cut short: its base64 is not whole")]
    CutShort,
}

/// The application secret, ready to sign with. Wiped from memory when it is dropped.
pub struct ApplicationSecret(SecretBox<[u8; BLOCK_LENGTH]>);

impl ApplicationSecret {
    /// Decodes the secret that the dashboard shows: base64 with its padding, nothing around it.
    ///
    /// # Errors
    /// [`UnfitSecret`] names what is wrong with it.
    pub fn from_base64(secret: &SecretString) -> Result<Self, UnfitSecret> {
        use base64::DecodeError;

        let key = STANDARD.decode(secret.expose_secret());
        let key = key.map_err(|error| match error {
            DecodeError::InvalidByte(..) => UnfitSecret::NotBase64,
            DecodeError::InvalidLength(_)
            | DecodeError::InvalidLastSymbol(..)
            | DecodeError::InvalidPadding => UnfitSecret::CutShort,
        })?;
        let key = Zeroizing::new(key);
        if key.is_empty() {
            return Err(UnfitSecret::Empty);
        }
        Ok(Self::from_key(&key))
    }

    /// Keeps the key as HMAC will use it: padded to a block, or digested first when longer (RFC 2104).
    fn from_key(key: &[u8]) -> Self {
        let mut block = Box::new([0; BLOCK_LENGTH]);
        match block.get_mut(..key.len()) {
            Some(start) => start.copy_from_slice(key),
            None => block[..32].copy_from_slice(&Sha256::digest(key)),
        }
        Self(SecretBox::new(block))
    }
}

impl fmt::Debug for ApplicationSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ApplicationSecret(…)")
    }
}

/// What a signature covers (Sinch wire facts §2).
pub(crate) struct Signed<'a> {
    /// The HTTP method in capitals.
    pub(crate) verb: &'a str,
    /// The path, without host and query, as it is sent.
    pub(crate) path: &'a str,
    /// The `Content-Type` header, to the letter.
    pub(crate) content_type: &'a str,
    /// The `x-timestamp` header, to the letter.
    pub(crate) timestamp: &'a str,
    /// The body's bytes; none for a request without one.
    pub(crate) body: &'a [u8],
}

/// The `x-timestamp` header for a moment: UTC with `Z`, to the millisecond.
pub(crate) fn timestamp(now: Timestamp) -> String {
    format!("{now:.3}")
}

/// The signature of a request, in base64.
pub(crate) fn sign(secret: &ApplicationSecret, request: &Signed<'_>) -> String {
    let mut mac = Hmac::<Sha256>::new(secret.0.expose_secret().into());
    mac.update(text_to_sign(request).as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

fn text_to_sign(request: &Signed<'_>) -> String {
    let Signed {
        verb,
        path,
        content_type,
        timestamp,
        body,
    } = request;
    let digest = content_md5(body);
    format!("{verb}\n{digest}\n{content_type}\nx-timestamp:{timestamp}\n{path}")
}

fn content_md5(body: &[u8]) -> String {
    if body.is_empty() {
        return String::new();
    }
    STANDARD.encode(Md5::digest(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(base64: &str) -> ApplicationSecret {
        ApplicationSecret::from_base64(&base64.into()).unwrap()
    }

    struct Vector {
        secret: ApplicationSecret,
        request: Signed<'static>,
        content_md5: Option<&'static str>,
        signature: &'static str,
    }

    /// The published and computed vectors of the Sinch wire facts §2, in their order.
    fn vectors() -> [Vector; 7] {
        let dotnet = "BeIukql3pTKJ8RGL5zo0DA==";
        let captured = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        let verifications = "/verification/v1/verifications";
        let with_body = Vector {
            secret: decoded(dotnet),
            request: Signed {
                verb: "POST",
                path: verifications,
                content_type: "application/json",
                timestamp: "2014-06-04T13:41:58Z",
                body: br#"{"identity": {"type": "number", "endpoint": "+46700000000"}, "method": "sms"}"#,
            },
            content_md5: Some("c5jl2EZiU6BpQ2QiBOJ/gQ=="),
            signature: "h6rXrFayOoggyHW4ymnLlfSDkZZPg6j98lHzvOXVjvw=",
        };
        let without_body = Vector {
            secret: decoded(dotnet),
            request: Signed {
                body: b"",
                ..with_body.request
            },
            content_md5: Some(""),
            signature: "srx3SkKXw/ryFJLfwFFzZTigPxR/1+9Ae+eB3olDIjM=",
        };
        let charset = Vector {
            secret: decoded("bXkta2V5LXNlY3JldA=="),
            request: Signed {
                verb: "POST",
                path: "/path/pathParamValue",
                content_type: "application/json; charset=UTF-8",
                timestamp: "2023-11-22T09:10:11.999Z",
                body: br#"{"identity":{"type":"number","endpoint":"+33444555666"},"method":"sms"}"#,
            },
            content_md5: Some("RkD29EocJh6t7zr5QfKM4g=="),
            signature: "QP3OzQZVzRZAEev6DBLvJkgpiqyZPuXYsc7oyjUV0K8=",
        };
        let lenient_key = Vector {
            secret: ApplicationSecret::from_key(&[0x6a, 0x9a, 0x7e, 0xb1, 0xe7, 0x2b, 0x7a]),
            request: Signed {
                verb: "POST",
                path: "/webhook",
                content_type: "application/json; charset=utf-8",
                timestamp: "2024-01-19T09:19:28.9372196Z",
                body: br#"{"id":"018d2104-aaa-bbbb-1234","price":{"amount":0.0308},"rate":{"amount":0.0}}"#,
            },
            content_md5: None,
            signature: "p7hUz20oz16Fhfogs4Z0X+VA/Nhuu505I1alXYqwlKw=",
        };
        let old_documentation = Vector {
            secret: decoded("JViE5vDor0Sw3WllZka15Q=="),
            request: Signed {
                verb: "POST",
                path: "/v1/sms/+46700000000",
                content_type: "application/json",
                timestamp: "2014-06-04T13:41:58Z",
                body: br#"{"message":"Hello world"}"#,
            },
            content_md5: Some("jANzQ+rgAHyf1MWQFSwvYw=="),
            signature: "qDXMwzfaxCRS849c/2R0hg0nphgdHciTo7OdM6MsdnM=",
        };
        let captured_post = Vector {
            secret: decoded(captured),
            request: Signed {
                verb: "POST",
                path: verifications,
                content_type: "application/json",
                timestamp: "2026-11-22T21:08:44.895Z",
                body: br#"{"identity":{"type":"number","endpoint":"+12025550134"},"method":"sms"}"#,
            },
            content_md5: Some("inj9K64mbn+k7p5zSYQ/dw=="),
            signature: "C9pNmL95KVwiCcNvd/FS79UoPkem8Edqp5VekH+8Ifc=",
        };
        let get = Vector {
            secret: decoded(captured),
            request: Signed {
                verb: "GET",
                path: "/verification/v1/verifications/sms/number/+12025550134",
                body: b"",
                ..captured_post.request
            },
            content_md5: Some(""),
            signature: "kuIUn/w8GONwWYvj0Ypoahyaic+DzCCiUf/3XEWJPRo=",
        };
        [
            with_body,
            without_body,
            charset,
            lenient_key,
            old_documentation,
            captured_post,
            get,
        ]
    }

    #[test]
    fn every_known_signature_is_reproduced() {
        for (index, vector) in vectors().iter().enumerate() {
            let number = index + 1;
            if let Some(expected) = vector.content_md5 {
                assert_eq!(content_md5(vector.request.body), expected, "{number}");
            }
            let signature = sign(&vector.secret, &vector.request);
            assert_eq!(signature, vector.signature, "{number}");
        }
    }

    #[test]
    fn a_key_longer_than_a_block_signs_like_its_digest() {
        let long = [7; BLOCK_LENGTH + 1];
        let digested = ApplicationSecret::from_key(&Sha256::digest(long));
        let request = &vectors()[0].request;
        assert_eq!(
            sign(&ApplicationSecret::from_key(&long), request),
            sign(&digested, request)
        );
    }

    #[test]
    fn a_secret_that_is_not_whole_base64_is_refused_by_name() {
        for (text, problem) in [
            ("", UnfitSecret::Empty),
            ("app-secret", UnfitSecret::NotBase64),
            (" BeIukql3pTKJ8RGL5zo0DA==", UnfitSecret::NotBase64),
            ("BeIukql3pTKJ8RGL5zo0DA==\n", UnfitSecret::NotBase64),
            ("BeIukql3pTKJ8RGL5zo0DA", UnfitSecret::CutShort),
            ("BeIukql3pTKJ8RGL5zo0D", UnfitSecret::CutShort),
        ] {
            let refused = ApplicationSecret::from_base64(&text.into());
            assert_eq!(refused.err(), Some(problem), "{text:?}");
        }
    }

    #[test]
    fn a_timestamp_is_utc_to_the_millisecond() {
        let moment = "2026-11-22T21:08:44.8951239Z".parse().unwrap();
        assert_eq!(timestamp(moment), "2026-11-22T21:08:44.895Z");
        let whole: Timestamp = "2026-11-22T21:08:44Z".parse().unwrap();
        assert_eq!(timestamp(whole), "2026-11-22T21:08:44.000Z");
    }

    #[test]
    fn a_secret_shows_nothing_of_itself() {
        assert_eq!(format!("{:?}", decoded("c2VjcmV0")), "ApplicationSecret(…)");
    }
}
