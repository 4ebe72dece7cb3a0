//! Waiting for what the window shows: again and again until it does, and with what showed instead when it does not.

use std::time::{Duration, Instant};

use serde_json::json;
use tokio::time::sleep;

use super::Window;
use crate::error::Error;

/// How often the page is looked at while waiting.
pub(super) const LOOK: Duration = Duration::from_millis(40);

impl Window {
    /// Waits until an element matches and shows.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not within `limit`.
    pub async fn wait_for(&self, selector: &str, limit: Duration) -> Result<(), Error> {
        self.wait_until(selector, limit, || self.find(selector))
            .await
    }

    /// Waits until the first match shows `text` somewhere in its own.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not within `limit`.
    pub async fn wait_for_text(
        &self,
        selector: &str,
        text: &str,
        limit: Duration,
    ) -> Result<(), Error> {
        self.wait_until(&format!("“{text}” in {selector}"), limit, || {
            self.read(
                "return document.querySelector(arguments[0])?.innerText.includes(arguments[1]) ?? false",
                vec![json!(selector), json!(text)],
            )
        })
        .await
    }

    /// Waits until the first match has the focus.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it has not within `limit`.
    pub async fn wait_for_focus(&self, selector: &str, limit: Duration) -> Result<(), Error> {
        self.wait_until(&format!("the focus on {selector}"), limit, || {
            self.is_focused(selector)
        })
        .await
    }

    /// Looks again and again until `condition` holds; `awaited` says in an error what that would be.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not within `limit`, or what `condition` fails with.
    pub async fn wait_until<F>(
        &self,
        awaited: &str,
        limit: Duration,
        condition: impl Fn() -> F,
    ) -> Result<(), Error>
    where
        F: Future<Output = Result<bool, Error>>,
    {
        let start = Instant::now();
        while !condition().await.or_else(Error::unless_the_page_went)? {
            if start.elapsed() > limit {
                return Err(Error::NotShown {
                    awaited: awaited.to_owned(),
                    limit,
                    shown: self.shown().await?,
                });
            }
            sleep(LOOK).await;
        }
        Ok(())
    }

    /// Waits until the page's last change is on the display.
    pub(super) async fn settle(&self) -> Result<(), Error> {
        // The first frame after a change may still be on its way; at the second it has been drawn.
        self.execute_async(
            "const done = arguments[arguments.length - 1];
             requestAnimationFrame(() => requestAnimationFrame(() => done(null)));",
            vec![],
        )
        .await?;
        Ok(())
    }

    /// The view and the alerts that the page shows, for a message.
    pub(super) async fn shown(&self) -> Result<String, Error> {
        self.read(
            "const alerts = [...document.querySelectorAll('[role=alert]')].map((alert) => alert.innerText.trim());
             return [`view “${document.body.dataset.view}”`, ...alerts.filter(Boolean)].join(', ');",
            vec![],
        )
        .await
    }
}
