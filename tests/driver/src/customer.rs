//! The screen that faces the customer, as a customer works it: by the keys that it draws, or by a keypad. All
//! that is done through it turns to its window first, and [`Customer::back_to_staff`] turns back.

use std::time::Duration;

use crate::error::Error;
use crate::window::{Key, Window};

const PAGE: &str = "/customer.html";
const TITLE: &str = "Countersign: customer";
const STAFFS_PAGE: &str = "/";

/// A window opens and a page changes within this, whatever the machine does besides.
const CHANGE: Duration = Duration::from_secs(20);

/// The customer's window.
#[derive(Debug, Clone, Copy)]
pub struct Customer<'window> {
    window: &'window Window,
}

impl<'window> Customer<'window> {
    /// Works the customer's window of the app whose staff work `window`.
    #[must_use]
    pub fn of(window: &'window Window) -> Self {
        Self { window }
    }

    /// Turns to the customer's window, once it is there.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not come.
    pub async fn step_up(&self) -> Result<&'window Window, Error> {
        self.window.turn_to(PAGE, CHANGE).await?;
        Ok(self.window)
    }

    /// Turns back to the staff's window.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it is gone.
    pub async fn back_to_staff(&self) -> Result<(), Error> {
        self.window.turn_to(STAFFS_PAGE, CHANGE).await
    }

    /// Waits until the screen is about this: `nobody`, `asked` or `told`.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it is not.
    pub async fn wait_for_state(&self, state: &str) -> Result<(), Error> {
        let selector = format!("body[data-state={state}]");
        self.step_up().await?.wait_for(&selector, CHANGE).await
    }

    /// Touches the digits of the screen's own keypad, one after the other.
    ///
    /// # Errors
    /// [`Error::NotShown`] when no code is asked for.
    pub async fn touch_code(&self, code: &str) -> Result<(), Error> {
        self.wait_for_state("asked").await?;
        for digit in code.chars() {
            self.window
                .click(&format!("#keypad [data-digit='{digit}']"))
                .await?;
        }
        Ok(())
    }

    /// Touches the code, and OK.
    ///
    /// # Errors
    /// As [`Customer::touch_code`].
    pub async fn give_by_touch(&self, code: &str) -> Result<(), Error> {
        self.touch_code(code).await?;
        self.window.click("#done").await
    }

    /// Types the code on a keypad, and Enter.
    ///
    /// # Errors
    /// [`Error::NotShown`] when no code is asked for.
    pub async fn give_by_keys(&self, code: &str) -> Result<(), Error> {
        self.wait_for_state("asked").await?;
        self.window.type_text(code).await?;
        self.window.press(Key::Enter).await
    }

    /// Closes the window as its title bar does, and turns back to the staff's.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it stays.
    pub async fn close(&self) -> Result<(), Error> {
        self.back_to_staff().await?;
        self.window.seat().display().close_window(TITLE)?;
        self.window
            .wait_until("one window", CHANGE, async || {
                Ok(self.window.pages().await?.len() == 1)
            })
            .await
    }

    /// Waits until the screen says `text` somewhere.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not.
    pub async fn wait_for_text(&self, text: &str) -> Result<(), Error> {
        self.step_up()
            .await?
            .wait_for_text("main", text, CHANGE)
            .await
    }
}
