//! The window's keyboard: what has the focus gets the keys, as it does under a hand. Nothing here looks at what
//! comes of them.

use std::time::{Duration, Instant};

use serde_json::json;
use tokio::time::sleep;

use super::{Key, Window};
use crate::error::Error;

/// A hand takes this long from one key to the next, and never less; a barcode scanner does.
const HAND: Duration = Duration::from_millis(60);

/// More elements than a page of ours lets Tab stop at.
const MOST_STOPS: usize = 60;

impl Window {
    /// Presses one key on whatever has the focus. Enter comes no sooner after what was typed than a hand
    /// presses it: else it would end the scan of a barcode.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn press(&self, key: Key) -> Result<(), Error> {
        if matches!(key, Key::Enter) {
            sleep(HAND).await;
        }
        self.webdriver.keys(&[], [char::from(key)]).await
    }

    /// Presses `key` while `held` are down, as in Ctrl+R or Shift+Tab.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn press_with(&self, held: &[Key], key: impl Into<char>) -> Result<(), Error> {
        let held: Vec<char> = held.iter().copied().map(char::from).collect();
        self.webdriver.keys(&held, [key.into()]).await
    }

    /// Presses one key twice as fast as a keyboard can, as a hand that slips or a key that sticks.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn press_twice(&self, key: Key) -> Result<(), Error> {
        if matches!(key, Key::Enter) {
            sleep(HAND).await;
        }
        self.webdriver.keys(&[], [char::from(key); 2]).await
    }

    /// Goes to an element as somebody without a mouse does: by Tab, until it has the focus.
    ///
    /// # Errors
    /// [`Error::NotShown`] when Tab does not lead to it.
    pub async fn tab_to(&self, selector: &str) -> Result<(), Error> {
        let start = Instant::now();
        for _ in 0..MOST_STOPS {
            if self.is_focused(selector).await? {
                return Ok(());
            }
            self.press(Key::Tab).await?;
        }
        Err(Error::NotShown {
            awaited: format!("{selector} at the end of {MOST_STOPS} Tabs"),
            limit: start.elapsed(),
            shown: self.shown().await?,
        })
    }

    /// Goes to a button by Tab and presses Enter.
    ///
    /// # Errors
    /// As [`Window::tab_to`].
    pub async fn activate(&self, selector: &str) -> Result<(), Error> {
        self.tab_to(selector).await?;
        self.press(Key::Enter).await
    }

    /// Types on the keyboard, one key after the other, into whatever has the focus.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn type_text(&self, text: &str) -> Result<(), Error> {
        self.webdriver.keys(&[], text.chars()).await
    }

    /// Types as a barcode scanner does: as fast as keys can come, and Enter at the end.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn scan(&self, text: &str) -> Result<(), Error> {
        let keys = text.chars().chain([char::from(Key::Enter)]);
        self.webdriver.keys(&[], keys).await
    }

    /// Enters text at once into whatever has the focus, as a paste does: for what a keyboard has no keys for.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn insert_text(&self, text: &str) -> Result<(), Error> {
        self.execute(
            "document.execCommand('insertText', false, arguments[0])",
            vec![json!(text)],
        )
        .await?;
        Ok(())
    }
}
