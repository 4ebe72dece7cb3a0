//! Countersign's own page, as staff work it: the names that its front end and these tests agreed on.
//! Every action goes by the keyboard; nothing is read but what the screen shows.

use std::time::Duration;

use serde_json::json;

use crate::error::Error;
use crate::window::{Key, Window};

/// A message on the phone that training mode draws.
const MESSAGE: &str = "[data-testid=training-phone] [data-message]";

/// What may stand between the digits of a code or a number: a space, a no-break space, a narrow one, the comma of
/// a voice that pauses, and the dash.
const SEPARATORS: [char; 5] = [' ', '\u{a0}', '\u{202f}', ',', '-'];

/// A view changes within this, whatever the machine does besides.
const CHANGE: Duration = Duration::from_secs(20);

/// The steps of the job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Step 1: the number is asked for.
    Request,
    /// Step 2: the code is asked for.
    Code,
    /// The end.
    Verdict,
}

impl View {
    fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Code => "code",
            Self::Verdict => "verdict",
        }
    }
}

/// What the desk says of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The customer holds the number.
    Verified,
    /// Not this code; tries are left.
    Wrong,
    /// The code is too old.
    Expired,
    /// Too many wrong codes for this number.
    Locked,
    /// Nothing is outstanding for this number.
    Gone,
}

impl Verdict {
    fn name(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Wrong => "wrong",
            Self::Expired => "expired",
            Self::Locked => "locked",
            Self::Gone => "gone",
        }
    }
}

/// The window, worked as a desk.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'window> {
    window: &'window Window,
}

impl<'window> Desk<'window> {
    /// Works `window`.
    #[must_use]
    pub fn new(window: &'window Window) -> Self {
        Self { window }
    }

    /// Waits for a view, and in a view with a field for the focus on it.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not come.
    pub async fn wait_for_view(&self, view: View) -> Result<(), Error> {
        self.window
            .wait_for(&format!("body[data-view={}]", view.name()), CHANGE)
            .await?;
        match view {
            View::Request => self.window.wait_for_focus("#phone", CHANGE).await,
            View::Code => self.window.wait_for_focus("#code", CHANGE).await,
            View::Verdict => Ok(()),
        }
    }

    /// Types a number into step 1.
    ///
    /// # Errors
    /// [`Error::NotShown`] when step 1 does not show; [`Error::Command`] or [`Error::TimedOut`].
    pub async fn type_number(&self, number: &str) -> Result<(), Error> {
        self.wait_for_view(View::Request).await?;
        self.window.type_text(number).await
    }

    /// In step 2: sends the code by another channel once the store allows it, by two keys.
    ///
    /// # Errors
    /// [`Error::NotShown`] when that channel is not offered within `limit`.
    pub async fn send_another_way(&self, channel: &str, limit: Duration) -> Result<(), Error> {
        self.window.press_with(&[Key::Alt], 'c').await?;
        let entry = format!("#other-ways [data-channel={channel}]:not([aria-disabled])");
        self.window.wait_for(&entry, limit).await?;
        let letter = self.window.attribute(&entry, "data-letter").await?;
        let letter = letter.unwrap_or_default().to_lowercase();
        self.window.type_text(&letter).await
    }

    /// Types a number over the one that is in the form.
    ///
    /// # Errors
    /// As [`Desk::type_number`].
    pub async fn retype_number(&self, number: &str) -> Result<(), Error> {
        self.wait_for_view(View::Request).await?;
        self.window.press_with(&[Key::Control], 'a').await?;
        self.window.type_text(number).await
    }

    /// Chooses how the code travels: `sms`, `call`, `whatsApp` or `flashCall`.
    ///
    /// # Errors
    /// [`Error::NotShown`] when the arrow keys don't lead to it.
    pub async fn choose_channel(&self, channel: &str) -> Result<(), Error> {
        self.window.tab_to("[name=channel]").await?;
        let chosen = format!("[name=channel][value={channel}]:checked");
        for _ in 0..self.window.count("[name=channel]").await? {
            if self.window.count(&chosen).await? == 1 {
                return Ok(());
            }
            self.window.press(Key::Right).await?;
        }
        self.window.wait_for(&chosen, Duration::ZERO).await
    }

    /// Lets time pass, on the training phone's button: for the desk, its store and its Sinch.
    ///
    /// # Errors
    /// [`Error::NotShown`] when the button can't be reached.
    pub async fn pass_minutes(&self, minutes: u32) -> Result<(), Error> {
        for _ in 0..minutes {
            self.window.activate("#skip-minute").await?;
            self.window
                .wait_for("#skip-minute:not([aria-disabled])", CHANGE)
                .await?;
        }
        Ok(())
    }

    /// Types a number, presses Enter and waits for step 2.
    ///
    /// # Errors
    /// As [`Desk::type_number`].
    pub async fn send_to(&self, number: &str) -> Result<(), Error> {
        self.type_number(number).await?;
        self.window.press(Key::Enter).await?;
        self.wait_for_view(View::Code).await
    }

    /// How many messages the drawn phone shows.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn messages(&self) -> Result<usize, Error> {
        self.window.count(MESSAGE).await
    }

    /// Waits for a message with a code on the drawn phone and gives the newest one's code, digits only.
    ///
    /// # Errors
    /// [`Error::NotShown`] when none comes within `limit`.
    pub async fn code_on_phone(&self, limit: Duration) -> Result<String, Error> {
        self.code_in_message(1, limit).await
    }

    /// As [`Desk::code_on_phone`], once the drawn phone shows at least `messages` of them: after a resend, say.
    ///
    /// # Errors
    /// As [`Desk::code_on_phone`].
    pub async fn code_in_message(&self, messages: usize, limit: Duration) -> Result<String, Error> {
        self.window
            .wait_until("a message on the drawn phone", limit, async || {
                let texts = self.message_texts().await?;
                Ok(texts.len() >= messages && texts.iter().any(|text| code_in(text).is_some()))
            })
            .await?;
        let texts = self.message_texts().await?;
        texts
            .iter()
            .rev()
            .find_map(|text| code_in(text))
            .ok_or_else(|| Error::NoElement {
                selector: MESSAGE.to_owned(),
            })
    }

    /// Types a code into step 2.
    ///
    /// # Errors
    /// [`Error::NotShown`] when step 2 does not show; [`Error::Command`] or [`Error::TimedOut`].
    pub async fn type_code(&self, code: &str) -> Result<(), Error> {
        self.wait_for_view(View::Code).await?;
        self.window.type_text(code).await
    }

    /// Presses Enter and waits for the verdict expected.
    ///
    /// # Errors
    /// [`Error::NotShown`] when another one comes, or none.
    pub async fn check(&self, expected: Verdict) -> Result<(), Error> {
        self.window.press(Key::Enter).await?;
        self.window
            .wait_for(&format!("[data-verdict={}]", expected.name()), CHANGE)
            .await
    }

    async fn message_texts(&self) -> Result<Vec<String>, Error> {
        self.texts(MESSAGE).await
    }

    async fn texts(&self, selector: &str) -> Result<Vec<String>, Error> {
        self.window
            .read(
                "return [...document.querySelectorAll(arguments[0])]
                   .filter((element) => element.checkVisibility({ visibilityProperty: true }))
                   .map((element) => element.innerText.trim())
                   .filter((text) => text !== '')",
                vec![json!(selector)],
            )
            .await
    }
}

/// The code in a message: six to eight digits in one group or in two halves, four or five that stand alone, or
/// digits spoken one by one. A phone number's groups are none of these.
#[must_use]
pub fn code_in(message: &str) -> Option<String> {
    let is_part = |character: char| character.is_ascii_digit() || SEPARATORS.contains(&character);
    let runs: Vec<Vec<&str>> = message
        .split(|character| !is_part(character))
        .map(|run| {
            run.split(SEPARATORS)
                .filter(|group| !group.is_empty())
                .collect()
        })
        .collect();
    let whole = |group: &&&str| (6..=8).contains(&group.len());
    let halves =
        |run: &[&str]| run.len() == 2 && run.iter().all(|half| matches!(half.len(), 3 | 4));
    let short = |run: &[&str]| run.len() == 1 && matches!(run[0].len(), 4 | 5);
    let spoken = |run: &[&str]| run.len() >= 4 && run.iter().all(|digit| digit.len() == 1);
    let code = runs.iter().flatten().find(whole);
    code.map(|code| (*code).to_owned()).or_else(|| {
        runs.iter()
            .find(|run| halves(run) || short(run) || spoken(run))
            .map(|run| run.concat())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_a_person_reads_it() {
        let cases = [
            (
                "Harbour Clinic: 480215 is your code. Valid 5 min.",
                Some("480215"),
            ),
            ("Desk 2: 480 215 is your code. Valid 5 min.", Some("480215")),
            ("Reception 2 48021517", Some("48021517")),
            ("Your code is 0042\u{a0}0917.", Some("00420917")),
            ("007 123", Some("007123")),
            ("Your verification code is 0421.", Some("0421")),
            ("“Your code is 0, 4, 2, 1.”", Some("0421")),
            ("Valid 5 min.", None),
            ("Call 112, 90 000", None),
            ("Missed call from +1 202 555 0100", None),
            ("Call from +1 202-555-0100", None),
            ("", None),
        ];
        for (message, code) in cases {
            assert_eq!(code_in(message).as_deref(), code, "{message}");
        }
    }
}
