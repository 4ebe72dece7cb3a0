//! A small HTTP server on the loopback that answers what a test tells it to, byte by byte.
//! It knows nothing of Sinch: the simulator of Sinch is another crate, and shares no code with this one.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::place::{LoopbackOrigin, Place};
use crate::time::lock;

/// How the server answers one request.
#[derive(Clone)]
pub(crate) enum Reply {
    /// A whole answer.
    Whole {
        status: u16,
        headers: Vec<(&'static str, String)>,
        body: String,
    },
    /// None at all; the connection stays open.
    Silence,
    /// A byte of the body now and then, for ever.
    Drip,
    /// The connection closes before a byte of the answer.
    CutBeforeAnswer,
    /// The connection closes within the body.
    CutMidway { status: u16 },
    /// A body of 10 MB, its length declared or in chunks.
    Huge { declared: bool },
}

impl Reply {
    pub(crate) fn json(status: u16, body: &str) -> Self {
        Self::Whole {
            status,
            headers: vec![("Content-Type", "application/json".into())],
            body: body.into(),
        }
    }

    pub(crate) fn redirect(status: u16, location: &str) -> Self {
        Self::json(status, "").with("Location", location)
    }

    /// Adds a header to a whole answer.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        if let Self::Whole { headers, .. } = &mut self {
            headers.push((name, value.into()));
        }
        self
    }
}

/// One request as it arrived.
#[derive(Clone)]
pub(crate) struct Arrived {
    pub(crate) verb: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Arrived {
    /// A header's value, by its name in small letters.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(header, _)| header == name)?;
        Some(&found.1)
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

#[derive(Default)]
struct Seen {
    requests: Vec<Arrived>,
    connections: usize,
}

/// The server; it stops when it is dropped.
pub(crate) struct TestServer {
    address: SocketAddr,
    seen: Arc<Mutex<Seen>>,
    task: JoinHandle<()>,
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl TestServer {
    /// Answers the requests with the replies in turn, and whatever comes after with the last one.
    pub(crate) async fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let replies = Arc::new(replies);
        let task = tokio::spawn({
            let seen = Arc::clone(&seen);
            async move {
                loop {
                    let (stream, _) = listener.accept().await.unwrap();
                    lock(&seen).connections += 1;
                    tokio::spawn(serve(stream, Arc::clone(&replies), Arc::clone(&seen)));
                }
            }
        });
        Self {
            address,
            seen,
            task,
        }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn place(&self) -> Place {
        Place::Loopback(LoopbackOrigin::new(self.address).unwrap())
    }

    pub(crate) fn requests(&self) -> Vec<Arrived> {
        lock(&self.seen).requests.clone()
    }

    pub(crate) fn connections(&self) -> usize {
        lock(&self.seen).connections
    }
}

/// A place at which nobody listens.
pub(crate) async fn closed_port() -> Place {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    Place::Loopback(LoopbackOrigin::new(address).unwrap())
}

async fn serve(mut stream: TcpStream, replies: Arc<Vec<Reply>>, seen: Arc<Mutex<Seen>>) {
    let mut received = Vec::new();
    while let Some(request) = read_request(&mut stream, &mut received).await {
        let reply = {
            let mut seen = lock(&seen);
            let reply = replies.get(seen.requests.len()).or(replies.last()).cloned();
            seen.requests.push(request);
            reply.unwrap()
        };
        if answer(&mut stream, reply).await.is_err() {
            return;
        }
    }
}

async fn read_request(stream: &mut TcpStream, received: &mut Vec<u8>) -> Option<Arrived> {
    let end = loop {
        if let Some(end) = received.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break end;
        }
        read_more(stream, received).await?;
    };
    let head = String::from_utf8(received.drain(..end + 4).collect()).unwrap();
    let mut lines = head.trim_end().lines();
    let mut first = lines.next()?.split(' ').map(str::to_owned);
    let (verb, path) = (first.next()?, first.next()?);
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length.map_or(0, |(_, value)| value.parse().unwrap());
    while received.len() < length {
        read_more(stream, received).await?;
    }
    let body = String::from_utf8(received.drain(..length).collect()).unwrap();
    Some(Arrived {
        verb,
        path,
        headers,
        body,
    })
}

async fn read_more(stream: &mut TcpStream, received: &mut Vec<u8>) -> Option<()> {
    let mut buffer = [0; 4096];
    let count = stream.read(&mut buffer).await.ok()?;
    received.extend_from_slice(&buffer[..count]);
    (count > 0).then_some(())
}

/// Writes the reply; an error where the connection is to end.
async fn answer(stream: &mut TcpStream, reply: Reply) -> std::io::Result<()> {
    let ends = || Err(std::io::ErrorKind::ConnectionAborted.into());
    match reply {
        Reply::Whole {
            status,
            headers,
            body,
        } => {
            let mut text = format!(
                "HTTP/1.1 {status} Test\r\nContent-Length: {}\r\n",
                body.len()
            );
            for (name, value) in headers {
                text += &format!("{name}: {value}\r\n");
            }
            stream
                .write_all(format!("{text}\r\n{body}").as_bytes())
                .await
        }
        Reply::Silence => std::future::pending().await,
        Reply::Drip => {
            let head = "HTTP/1.1 200 Test\r\nContent-Length: 1000\r\n\r\n";
            stream.write_all(head.as_bytes()).await?;
            loop {
                stream.write_all(b" ").await?;
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
        Reply::CutBeforeAnswer => ends(),
        Reply::CutMidway { status } => {
            let head = format!("HTTP/1.1 {status} Test\r\nContent-Length: 1000\r\n\r\n{{");
            stream.write_all(head.as_bytes()).await?;
            ends()
        }
        Reply::Huge { declared } => {
            let length = if declared {
                "Content-Length: 10000000"
            } else {
                "Connection: close"
            };
            let head = format!("HTTP/1.1 200 Test\r\n{length}\r\n\r\n");
            stream.write_all(head.as_bytes()).await?;
            for _ in 0..100 {
                stream.write_all(&[b' '; 100_000]).await?;
            }
            ends()
        }
    }
}
