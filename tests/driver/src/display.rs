//! A virtual display (Xvfb) of its own number, and pictures of it.
//! It has no window manager: a window shows undecorated, where and as large as it asks.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;
use tokio::time::timeout;

use crate::close::ask_to_close;
use crate::error::Error;
use crate::process::{COME_UP, Process, Program};

const XVFB: Program = Program {
    name: "Xvfb",
    package: "xvfb",
};

const IMPORT: Program = Program {
    name: "import",
    package: "imagemagick",
};

/// Width and height in pixels, where a test asks for no other.
pub const SCREEN: (u32, u32) = (1280, 900);

const PICTURE_LIMIT: Duration = Duration::from_secs(20);

/// A part of the display, in pixels from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub struct Area {
    /// Pixels from the left.
    pub left: u32,
    /// Pixels from the top.
    pub top: u32,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// A running display. It ends on drop.
#[derive(Debug)]
pub struct Display {
    name: String,
    _server: Process,
}

impl Display {
    /// Starts Xvfb on the first free number, with the usual screen.
    ///
    /// # Errors
    /// [`Error::Missing`] without Xvfb; [`Error::Ended`], [`Error::TimedOut`] or [`Error::Answer`] when it
    /// does not come up.
    pub async fn start() -> Result<Self, Error> {
        Self::with_screen(SCREEN).await
    }

    /// As [`Display::start`], with a screen so wide and so high, in pixels.
    ///
    /// # Errors
    /// As [`Display::start`].
    pub async fn with_screen((width, height): (u32, u32)) -> Result<Self, Error> {
        let screen = format!("{width}x{height}x24");
        let mut server = Process::start(
            XVFB,
            Command::new(XVFB.name)
                .args([
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    &screen,
                    "-nolisten",
                    "tcp",
                    "-noreset",
                ])
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let answer = server.first_line(COME_UP).await?;
        let number: u32 = answer.parse().map_err(|_| Error::Answer {
            program: XVFB.name,
            answer,
        })?;
        Ok(Self {
            name: format!(":{number}"),
            _server: server,
        })
    }

    /// The name for the `DISPLAY` variable.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Asks the window of that title to close, as its title bar does; answers whether there is one.
    ///
    /// # Errors
    /// [`Error::Answer`] with what Xvfb says against it.
    pub fn close_window(&self, title: &str) -> Result<bool, Error> {
        ask_to_close(&self.name, title).map_err(|error| Error::Answer {
            program: XVFB.name,
            answer: error.to_string(),
        })
    }

    /// Writes what `area` of the display shows into a PNG file.
    ///
    /// # Errors
    /// [`Error::Missing`] without ImageMagick; [`Error::Ended`] when it fails; [`Error::TimedOut`].
    pub async fn picture(&self, area: Area, path: &Path) -> Result<(), Error> {
        let Area {
            left,
            top,
            width,
            height,
        } = area;
        let taking = Command::new(IMPORT.name)
            .args(["-display", &self.name, "-window", "root"])
            .args([
                "-crop",
                &format!("{width}x{height}+{left}+{top}"),
                "+repage",
            ])
            .arg(path)
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .status();
        let status = timeout(PICTURE_LIMIT, taking)
            .await
            .map_err(|_| Error::TimedOut {
                awaited: "the picture of the display".into(),
                limit: PICTURE_LIMIT,
            })?
            .map_err(|source| IMPORT.not_started(source))?;
        if !status.success() {
            return Err(Error::Ended {
                program: IMPORT.name,
                status,
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn two_displays_have_two_names_and_give_pictures() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("empty.png");
        let (first, second) = (
            Display::start().await.unwrap(),
            Display::start().await.unwrap(),
        );
        assert_ne!(first.name(), second.name());
        let area = Area {
            left: 10,
            top: 20,
            width: 300,
            height: 200,
        };
        second.picture(area, &path).await.unwrap();
        // The PNG specification: width and height are the first fields of the header chunk, at byte 16.
        let png = std::fs::read(path).unwrap();
        assert_eq!(png[16..24], [0, 0, 1, 44, 0, 0, 0, 200]);
    }
}
