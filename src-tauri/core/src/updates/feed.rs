//! The feed of versions: a file somewhere on the web that names the newest release, and its signature beside
//! it. Both are asked for, the signature is checked, and only then is the file read. Nothing else in it than
//! the version is, so nothing else of it can reach a screen or a log.

use std::net::IpAddr;

use minisign_verify::{PublicKey, Signature};
use reqwest::{StatusCode, Url};
use serde::Deserialize;
use thiserror::Error;

use super::release::Release;
use crate::network::certificate::Shown;
use crate::network::http::{self, CannotSpeakHttp, Reach, Timeouts, Unread, read_to_end};

/// A feed is a hundred bytes, and its signature three hundred.
const LARGEST_ANSWER: usize = 16 * 1024;

/// What the name of a signature ends with, as `minisign -S` has it.
const SIGNATURE_SUFFIX: &str = ".minisig";

/// A feed, and the key that it must be signed with.
///
/// An old feed with its true signature can be sent again by whoever stands in between. It can only name an
/// old version, which is no news; so nothing is kept from one question to the next. Who keeps the newest one
/// from a desk keeps it at its version for as long: no signature can help with that.
#[derive(Clone, Debug)]
pub struct Feed {
    address: Url,
    reach: Reach,
    key: PublicKey,
    timeouts: Timeouts,
}

/// Why no feed can be asked there.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum NotAFeed {
    /// The address is none, or has a user, a password, a query or a fragment.
    #[error("the feed's address is not a plain URL")]
    Address,
    /// Another computer is spoken to over https only.
    #[error("the feed's address is neither https nor of this computer")]
    NotEncrypted,
    /// The key is no public key of minisign's.
    #[error("the feed's key is not a public key of minisign")]
    Key,
}

/// Why it is not known whether there is a newer version.
#[derive(Debug, Error)]
pub enum FeedError {
    /// The client can't be set up.
    #[error(transparent)]
    Client(#[from] CannotSpeakHttp),
    /// There was no answer, or it broke off.
    #[error("the feed of versions did not answer")]
    NoAnswer(#[source] reqwest::Error),
    /// The answer has another status than 200. Redirects are not followed.
    #[error("the feed of versions answered with status {0}")]
    Status(u16),
    /// The answer is longer than any feed is.
    #[error("the answer of the feed of versions is too long")]
    TooLarge,
    /// It is not signed, or not with the key.
    #[error("the feed of versions is not signed with its key")]
    NotSigned,
    /// It is signed, and names no version all the same.
    #[error("the feed of versions names no version")]
    NoVersion,
}

/// The feed, as far as it is read. `released` and `page`, which stand in it too, are for people.
#[derive(Deserialize)]
struct Newest {
    version: String,
}

impl Feed {
    /// Takes a feed's address, and its key as the second line of `minisign.pub` has it. The address is https,
    /// or in clear on this computer's own loopback.
    ///
    /// # Errors
    /// [`NotAFeed`] where nothing can be asked there, or what is answered could not be checked.
    pub fn new(address: &str, key: &str) -> Result<Self, NotAFeed> {
        let address = Url::parse(address).map_err(|_| NotAFeed::Address)?;
        Ok(Self {
            reach: reach(&address)?,
            address,
            key: PublicKey::from_base64(key).map_err(|_| NotAFeed::Key)?,
            timeouts: Timeouts::default(),
        })
    }

    /// Asks for the newest release. Nothing where it is not later than the one that is `running`.
    ///
    /// # Errors
    /// [`FeedError`] where that is not known. A feed that is replaced between the two questions doesn't fit
    /// its signature: the next day's question finds both.
    pub async fn newer_than(&self, running: &Release) -> Result<Option<Release>, FeedError> {
        let client = http::client(self.reach, self.timeouts, &Shown::default())?;
        let feed = read(&client, self.address.clone()).await?;
        let signature = read(&client, self.signature()).await?;
        self.check(&feed, &signature)?;
        let newest = newest(&feed)?;
        Ok(newest.is_news_to(running).then_some(newest))
    }

    fn signature(&self) -> Url {
        let mut address = self.address.clone();
        address.set_path(&format!("{}{SIGNATURE_SUFFIX}", address.path()));
        address
    }

    /// Holds a feed to its signature, in the form that minisign writes since 0.8 (of the file's digest).
    fn check(&self, feed: &[u8], signature: &[u8]) -> Result<(), FeedError> {
        let signature = str::from_utf8(signature).map_err(|_| FeedError::NotSigned)?;
        let signature = Signature::decode(signature).map_err(|_| FeedError::NotSigned)?;
        let checked = self.key.verify(feed, &signature, false);
        checked.map_err(|_| FeedError::NotSigned)
    }
}

fn reach(address: &Url) -> Result<Reach, NotAFeed> {
    let is_plain = address.username().is_empty()
        && address.password().is_none()
        && address.query().is_none()
        && address.fragment().is_none();
    let host = address.host_str().filter(|_| is_plain);
    let host = host.ok_or(NotAFeed::Address)?;
    match address.scheme() {
        "https" => Ok(Reach::Internet),
        "http" if is_loopback(host) => Ok(Reach::Loopback),
        _ => Err(NotAFeed::NotEncrypted),
    }
}

/// By its number: what a name leads to, others may say.
fn is_loopback(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse();
    address.is_ok_and(|address: IpAddr| address.is_loopback())
}

async fn read(client: &reqwest::Client, address: Url) -> Result<Vec<u8>, FeedError> {
    let no_answer = |error: reqwest::Error| FeedError::NoAnswer(error.without_url());
    let response = client.get(address).send().await.map_err(no_answer)?;
    if response.status() != StatusCode::OK {
        return Err(FeedError::Status(response.status().as_u16()));
    }
    let body = read_to_end(response, LARGEST_ANSWER).await;
    body.map_err(|unread| match unread {
        Unread::TooLarge => FeedError::TooLarge,
        Unread::Cut(error) => no_answer(error),
    })
}

/// What could not be read is not repeated in the error: the library's own text quotes values.
fn newest(feed: &[u8]) -> Result<Release, FeedError> {
    let newest: Newest = serde_json::from_slice(feed).map_err(|_| FeedError::NoVersion)?;
    newest.version.parse().map_err(|_| FeedError::NoVersion)
}

#[cfg(test)]
mod tests;
