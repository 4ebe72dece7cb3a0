//! A line between a desk and its Redis that can lose the answers to tries: Redis does what it is asked, and nobody
//! hears of it.

use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How often a line without traffic looks whether it is mended.
const LOOK: Duration = Duration::from_millis(50);

/// What only a question about a try holds.
const TRY: &[u8] = b"\"attempt\"";

/// The line. It ends with the process.
#[derive(Debug)]
pub struct LossyLine {
    here: SocketAddr,
    loses: Arc<AtomicBool>,
}

impl LossyLine {
    /// A line to this port of 127.0.0.1, which loses nothing yet.
    ///
    /// # Errors
    /// When no port is free to listen on.
    pub fn to(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let here = listener.local_addr()?;
        let loses = Arc::new(AtomicBool::new(false));
        let shared = Arc::clone(&loses);
        thread::spawn(move || {
            for desk in listener.incoming().flatten() {
                // A connection that can't be made is seen by the desk.
                let _ = connect(desk, port, &shared);
            }
        });
        Ok(Self { here, loses })
    }

    /// Where the desk finds it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://{}", self.here)
    }

    /// From the next try on, nothing comes back.
    pub fn lose_answers(&self) {
        self.loses.store(true, Ordering::SeqCst);
    }

    /// Cuts what is silent; connections made from now on lose nothing.
    pub fn mend(&self) {
        self.loses.store(false, Ordering::SeqCst);
    }
}

fn connect(desk: TcpStream, port: u16, loses: &Arc<AtomicBool>) -> io::Result<()> {
    let redis = TcpStream::connect(("127.0.0.1", port))?;
    let silent = Arc::new(AtomicBool::new(false));
    let there = (desk.try_clone()?, redis.try_clone()?);
    let (loses_there, silent_there) = (Arc::clone(loses), Arc::clone(&silent));
    thread::spawn(move || carry_there(there, &loses_there, &silent_there));
    let loses = Arc::clone(loses);
    redis.set_read_timeout(Some(LOOK))?;
    thread::spawn(move || carry_back((redis, desk), &loses, &silent));
    Ok(())
}

/// Carries questions, all of them.
fn carry_there(
    (mut desk, mut redis): (TcpStream, TcpStream),
    loses: &AtomicBool,
    silent: &AtomicBool,
) -> io::Result<()> {
    let mut buffer = [0; 64 * 1024];
    loop {
        let length = desk.read(&mut buffer)?;
        let said = &buffer[..length];
        if length == 0 {
            return redis.shutdown(Shutdown::Both);
        }
        if loses.load(Ordering::SeqCst) && said.windows(TRY.len()).any(|part| part == TRY) {
            silent.store(true, Ordering::SeqCst);
        }
        redis.write_all(said)?;
    }
}

/// Carries answers, unless the line has fallen silent.
fn carry_back(
    (mut redis, mut desk): (TcpStream, TcpStream),
    loses: &AtomicBool,
    silent: &AtomicBool,
) -> io::Result<()> {
    let mut buffer = [0; 64 * 1024];
    loop {
        let length = match redis.read(&mut buffer) {
            Ok(length) => length,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                if silent.load(Ordering::SeqCst) && !loses.load(Ordering::SeqCst) {
                    return desk.shutdown(Shutdown::Both);
                }
                continue;
            }
            Err(error) => return Err(error),
        };
        if length == 0 {
            return desk.shutdown(Shutdown::Both);
        }
        if !silent.load(Ordering::SeqCst) {
            desk.write_all(&buffer[..length])?;
        }
    }
}
