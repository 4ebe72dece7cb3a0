//! The admin's pages, as an admin works them: the names that their front end and these tests agreed on.
//! Every action goes by the keyboard; nothing is read but what the screen shows.

use std::time::Duration;

use crate::error::Error;
use crate::window::{Key, Window};

/// A page or a step shows within this, whatever the machine does besides.
const CHANGE: Duration = Duration::from_secs(60);

/// What leads on from a step of the set-up, and what saves a page.
const ON: &str = ".save button.main";

/// The window, worked by an admin.
#[derive(Debug, Clone, Copy)]
pub struct Admin<'window> {
    window: &'window Window,
}

impl<'window> Admin<'window> {
    /// Works `window`.
    #[must_use]
    pub fn new(window: &'window Window) -> Self {
        Self { window }
    }

    /// Leaves the staff's page for the admin's.
    ///
    /// # Errors
    /// [`Error::NotShown`] when nothing leads there.
    pub async fn enter(&self) -> Result<(), Error> {
        self.window.activate("#to-admin").await?;
        self.window.wait_for("body.admin[data-page]", CHANGE).await
    }

    /// Goes back to the staff's page.
    ///
    /// # Errors
    /// [`Error::NotShown`] when nothing leads there.
    pub async fn leave(&self) -> Result<(), Error> {
        self.window.activate("#to-desk").await?;
        self.window.wait_for("body[data-view]", CHANGE).await
    }

    /// Chooses the first passcode.
    ///
    /// # Errors
    /// [`Error::NotShown`] when none is asked for.
    pub async fn choose_passcode(&self, passcode: &str) -> Result<(), Error> {
        self.window.wait_for_focus("#new-passcode", CHANGE).await?;
        self.window.type_text(passcode).await?;
        self.fill("#new-passcode-again", passcode).await?;
        self.window.press(Key::Enter).await
    }

    /// Types a passcode at the door and presses Enter.
    ///
    /// # Errors
    /// [`Error::NotShown`] when none is asked for.
    pub async fn try_passcode(&self, passcode: &str) -> Result<(), Error> {
        self.try_passcode_in("#door-passcode", passcode).await
    }

    /// As [`Admin::try_passcode`], where the pages have locked themselves over what was typed.
    ///
    /// # Errors
    /// As [`Admin::try_passcode`].
    pub async fn unlock_again(&self, passcode: &str) -> Result<(), Error> {
        self.try_passcode_in("#locked-passcode", passcode).await
    }

    async fn try_passcode_in(&self, field: &str, passcode: &str) -> Result<(), Error> {
        self.window.wait_for(field, CHANGE).await?;
        self.fill(field, passcode).await?;
        self.window.press(Key::Enter).await
    }

    /// Goes to a page by its link.
    ///
    /// # Errors
    /// [`Error::NotShown`] when there is none, or it does not open.
    pub async fn open_page(&self, name: &str) -> Result<(), Error> {
        self.window
            .activate(&format!("#places a[href='#{name}']"))
            .await?;
        self.wait_for_page(name).await
    }

    /// Waits for a page.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not come.
    pub async fn wait_for_page(&self, name: &str) -> Result<(), Error> {
        self.window
            .wait_for(&format!("body[data-page={name}] main h1"), CHANGE)
            .await
    }

    /// Waits for a step of the set-up.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not come.
    pub async fn wait_for_step(&self, name: &str) -> Result<(), Error> {
        self.window
            .wait_for(&format!("[data-step={name}]"), CHANGE)
            .await
    }

    /// Types into a field, in place of what it holds.
    ///
    /// # Errors
    /// [`Error::NotShown`] when Tab does not lead to it.
    pub async fn fill(&self, field: &str, text: &str) -> Result<(), Error> {
        self.window.tab_to(field).await?;
        self.window.press_with(&[Key::Control], 'a').await?;
        self.window.type_text(text).await
    }

    /// Chooses one of a group's answers, by the arrow keys.
    ///
    /// # Errors
    /// [`Error::NotShown`] when they don't lead to it.
    pub async fn choose(&self, group: &str, answer: &str) -> Result<(), Error> {
        let all = format!("[name='{group}']");
        let chosen = format!("{all}[value={answer}]:checked");
        self.window.tab_to(&all).await?;
        let answers = self.window.count(&all).await?;
        for key in [Key::Down, Key::Up] {
            for _ in 0..answers {
                if self.window.count(&chosen).await? == 1 {
                    return Ok(());
                }
                self.window.press(key).await?;
            }
        }
        self.window.wait_for(&chosen, Duration::ZERO).await
    }

    /// Presses the button that leads on, or saves.
    ///
    /// # Errors
    /// [`Error::NotShown`] when Tab does not lead to it.
    pub async fn go_on(&self) -> Result<(), Error> {
        self.window.activate(ON).await
    }

    /// Saves a page and waits for its word on it.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it is not saved.
    pub async fn save(&self) -> Result<(), Error> {
        self.go_on().await?;
        self.window
            .wait_for_text(".save-state", "Saved", CHANGE)
            .await
    }
}
