//! The application signature of the Verification API: what is signed and whether it was signed with
//! a given secret (Sinch wire facts, section 2). It only checks; it never signs a request.

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use hmac::{Hmac, Mac};
use md5::{Digest, Md5};
use sha2::Sha256;

/// Sinch's Node SDK decodes a secret without regard to padding, the bits that are left over and the
/// URL-safe letters; a secret that works there must work here.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The parts of a request that its signature covers.
pub(crate) struct SignedRequest<'a> {
    /// Upper case.
    pub(crate) verb: &'a str,
    /// The bytes as they came.
    pub(crate) body: &'a [u8],
    /// The header's value as it came, empty without one.
    pub(crate) content_type: &'a str,
    /// The value of `x-timestamp` as it came.
    pub(crate) timestamp: &'a str,
    /// With its leading slash, without host and query.
    pub(crate) path: &'a str,
}

impl SignedRequest<'_> {
    /// Whether `signature` is that of this request. The path counts as it came or with its percent
    /// signs decoded, for Sinch's SDKs do one or the other.
    pub(crate) fn is_signed_by(&self, secret: &str, signature: &str) -> bool {
        let (Some(key), Ok(signature)) = (decode_secret(secret), STANDARD.decode(signature)) else {
            return false;
        };
        let decoded_path = percent_decoded(self.path);
        [Some(self.path), decoded_path.as_deref()]
            .into_iter()
            .flatten()
            .any(|path| self.matches(&key, &signature, path))
    }

    fn matches(&self, key: &[u8], signature: &[u8], path: &str) -> bool {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
            return false;
        };
        mac.update(self.string_to_sign(path).as_bytes());
        mac.verify_slice(signature).is_ok()
    }

    fn string_to_sign(&self, path: &str) -> String {
        format!(
            "{}\n{}\n{}\nx-timestamp:{}\n{path}",
            self.verb,
            content_md5(self.body),
            self.content_type,
            self.timestamp,
        )
    }
}

fn content_md5(body: &[u8]) -> String {
    if body.is_empty() {
        return String::new();
    }
    STANDARD.encode(Md5::digest(body))
}

fn decode_secret(secret: &str) -> Option<Vec<u8>> {
    LENIENT
        .decode(secret.replace('-', "+").replace('_', "/"))
        .ok()
}

/// `None` where there is nothing to decode or the result is no text.
fn percent_decoded(path: &str) -> Option<String> {
    if !path.contains('%') {
        return None;
    }
    let mut decoded = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escaped = (first == b'%').then(|| hexadecimal_pair(tail)).flatten();
        decoded.push(escaped.unwrap_or(first));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(decoded).ok()
}

fn hexadecimal_pair(bytes: &[u8]) -> Option<u8> {
    let pair = std::str::from_utf8(bytes.get(..2)?).ok()?;
    u8::from_str_radix(pair, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Vector {
        secret: &'static str,
        request: SignedRequest<'static>,
        content_md5: Option<&'static str>,
        signature: &'static str,
    }

    const SECRET_OF_SIX: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    /// The seven vectors of the Sinch wire facts, section 2.
    fn vectors() -> [Vector; 7] {
        [
            Vector {
                secret: "BeIukql3pTKJ8RGL5zo0DA==",
                request: SignedRequest {
                    verb: "POST",
                    body: br#"{"identity": {"type": "number", "endpoint": "+46700000000"}, "method": "sms"}"#,
                    content_type: "application/json",
                    timestamp: "2014-06-04T13:41:58Z",
                    path: "/verification/v1/verifications",
                },
                content_md5: Some("c5jl2EZiU6BpQ2QiBOJ/gQ=="),
                signature: "h6rXrFayOoggyHW4ymnLlfSDkZZPg6j98lHzvOXVjvw=",
            },
            Vector {
                secret: "BeIukql3pTKJ8RGL5zo0DA==",
                request: SignedRequest {
                    verb: "POST",
                    body: b"",
                    content_type: "application/json",
                    timestamp: "2014-06-04T13:41:58Z",
                    path: "/verification/v1/verifications",
                },
                content_md5: Some(""),
                signature: "srx3SkKXw/ryFJLfwFFzZTigPxR/1+9Ae+eB3olDIjM=",
            },
            Vector {
                secret: "bXkta2V5LXNlY3JldA==",
                request: SignedRequest {
                    verb: "POST",
                    body: br#"{"identity":{"type":"number","endpoint":"+33444555666"},"method":"sms"}"#,
                    content_type: "application/json; charset=UTF-8",
                    timestamp: "2023-11-22T09:10:11.999Z",
                    path: "/path/pathParamValue",
                },
                content_md5: Some("RkD29EocJh6t7zr5QfKM4g=="),
                signature: "QP3OzQZVzRZAEev6DBLvJkgpiqyZPuXYsc7oyjUV0K8=",
            },
            Vector {
                secret: "app-secret",
                request: SignedRequest {
                    verb: "POST",
                    body: br#"{"id":"018d2104-aaa-bbbb-1234","price":{"amount":0.0308},"rate":{"amount":0.0}}"#,
                    content_type: "application/json; charset=utf-8",
                    timestamp: "2024-01-19T09:19:28.9372196Z",
                    path: "/webhook",
                },
                content_md5: None,
                signature: "p7hUz20oz16Fhfogs4Z0X+VA/Nhuu505I1alXYqwlKw=",
            },
            Vector {
                secret: "JViE5vDor0Sw3WllZka15Q==",
                request: SignedRequest {
                    verb: "POST",
                    body: br#"{"message":"Hello world"}"#,
                    content_type: "application/json",
                    timestamp: "2014-06-04T13:41:58Z",
                    path: "/v1/sms/+46700000000",
                },
                content_md5: Some("jANzQ+rgAHyf1MWQFSwvYw=="),
                signature: "qDXMwzfaxCRS849c/2R0hg0nphgdHciTo7OdM6MsdnM=",
            },
            Vector {
                secret: SECRET_OF_SIX,
                request: SignedRequest {
                    verb: "POST",
                    body: br#"{"identity":{"type":"number","endpoint":"+12025550134"},"method":"sms"}"#,
                    content_type: "application/json",
                    timestamp: "2026-11-22T21:08:44.895Z",
                    path: "/verification/v1/verifications",
                },
                content_md5: Some("inj9K64mbn+k7p5zSYQ/dw=="),
                signature: "C9pNmL95KVwiCcNvd/FS79UoPkem8Edqp5VekH+8Ifc=",
            },
            Vector {
                secret: SECRET_OF_SIX,
                request: SignedRequest {
                    verb: "GET",
                    body: b"",
                    content_type: "application/json",
                    timestamp: "2026-11-22T21:08:44.895Z",
                    path: "/verification/v1/verifications/sms/number/+12025550134",
                },
                content_md5: Some(""),
                signature: "kuIUn/w8GONwWYvj0Ypoahyaic+DzCCiUf/3XEWJPRo=",
            },
        ]
    }

    #[test]
    fn all_seven_vectors_are_accepted() {
        for (place, vector) in vectors().iter().enumerate() {
            assert!(
                vector.request.is_signed_by(vector.secret, vector.signature),
                "vector {}",
                place + 1
            );
            if let Some(expected) = vector.content_md5 {
                assert_eq!(content_md5(vector.request.body), expected);
            }
        }
    }

    #[test]
    fn every_part_of_the_request_is_covered() {
        let [vector, ..] = vectors();
        let changed = |change: fn(&mut SignedRequest<'static>)| {
            let [mut other, ..] = vectors();
            change(&mut other.request);
            !other.request.is_signed_by(vector.secret, vector.signature)
        };
        assert!(changed(|request| request.verb = "PUT"));
        assert!(changed(|request| request.body = b"{}"));
        assert!(changed(
            |request| request.content_type = "application/json; charset=utf-8"
        ));
        assert!(changed(|request| request.timestamp = "2014-06-04T13:41:59Z"));
        assert!(changed(
            |request| request.path = "/verification/v1/verifications/"
        ));
    }

    #[test]
    fn a_path_counts_raw_and_decoded() {
        let [.., mut vector] = vectors();
        vector.request.path = "/verification/v1/verifications/sms/number/%2B12025550134";
        assert!(vector.request.is_signed_by(vector.secret, vector.signature));
    }

    #[test]
    fn a_secret_that_is_not_base64_signs_nothing() {
        let [vector, ..] = vectors();
        assert!(!vector.request.is_signed_by("§", vector.signature));
        assert!(!vector.request.is_signed_by(vector.secret, "§"));
    }
}
