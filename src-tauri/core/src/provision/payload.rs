//! What is within a bundle's encryption: JSON of one version. Secrets stand in it as base64 of their
//! text, so that nothing is escaped on the way and no copy of one is left behind in memory.

use std::collections::BTreeMap;
use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::envelope::VERSION;
use super::{Bundle, LARGEST_PAYLOAD, Refused, Secrets, SharedSettings, TooLarge};
use crate::time::Timestamp;
use crate::vault::SecretName;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    version: u32,
    made_at: Timestamp,
    settings: &'a SharedSettings,
    secrets: BTreeMap<SecretName, &'a str>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Read<'a> {
    #[serde(rename = "version")]
    _version: u32,
    made_at: Timestamp,
    settings: SharedSettings,
    #[serde(borrow)]
    secrets: BTreeMap<SecretName, &'a str>,
}

/// What every version begins with: the rest of a later one is not to be guessed at.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// Memory that is wiped, and that never moves: what outgrows it is refused.
struct Fixed(Zeroizing<Vec<u8>>);

impl Write for Fixed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LARGEST_PAYLOAD {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub(super) fn write(bundle: &Bundle) -> Result<Zeroizing<Vec<u8>>, TooLarge> {
    let texts: Vec<(SecretName, Zeroizing<String>)> = bundle
        .secrets
        .iter()
        .map(|(name, secret)| {
            (
                name,
                Zeroizing::new(STANDARD.encode(secret.expose_secret())),
            )
        })
        .collect();
    let written = Written {
        version: VERSION,
        made_at: bundle.made_at,
        settings: &bundle.settings,
        secrets: texts
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect(),
    };
    let mut room = Fixed(Zeroizing::new(Vec::with_capacity(LARGEST_PAYLOAD)));
    serde_json::to_writer(&mut room, &written).map_err(|_| TooLarge)?;
    Ok(room.0)
}

pub(super) fn read(payload: &[u8]) -> Result<Bundle, Refused> {
    let Versioned { version } = serde_json::from_slice(payload).map_err(|_| Refused::Unusable)?;
    if version > VERSION {
        return Err(Refused::Newer);
    }
    let read: Read<'_> = serde_json::from_slice(payload).map_err(|_| Refused::Unusable)?;
    let mut secrets = Secrets::default();
    for (name, text) in read.secrets {
        secrets.put(name, decoded(text)?);
    }
    if !secrets.are_usable() {
        return Err(Refused::Unusable);
    }
    Ok(Bundle {
        made_at: read.made_at,
        settings: read.settings,
        secrets,
    })
}

fn decoded(text: &str) -> Result<SecretString, Refused> {
    // Room for the whole from the start, since what grows leaves copies behind.
    let mut bytes = Zeroizing::new(vec![0; base64::decoded_len_estimate(text.len())]);
    let length = STANDARD
        .decode_slice(text, &mut bytes)
        .map_err(|_| Refused::Unusable)?;
    let text = std::str::from_utf8(&bytes[..length]).map_err(|_| Refused::Unusable)?;
    Ok(text.into())
}
