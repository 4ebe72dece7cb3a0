//! What the window's page holds now: elements, their texts and values, and whatever a script answers. It waits for
//! nothing.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Window;
use crate::error::Error;

impl Window {
    /// Whether an element matches the CSS selector and shows.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn find(&self, selector: &str) -> Result<bool, Error> {
        self.read(
            "const element = document.querySelector(arguments[0]);
             return element !== null && element.checkVisibility({ visibilityProperty: true });",
            vec![json!(selector)],
        )
        .await
    }

    /// How many elements match, shown or not.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn count(&self, selector: &str) -> Result<usize, Error> {
        self.read(
            "return document.querySelectorAll(arguments[0]).length",
            vec![json!(selector)],
        )
        .await
    }

    /// The text that the first match shows, as laid out.
    ///
    /// # Errors
    /// [`Error::NoElement`] without a match; [`Error::Command`] or [`Error::TimedOut`].
    pub async fn text(&self, selector: &str) -> Result<String, Error> {
        self.of_element(selector, "element.innerText.trim()", Value::Null)
            .await
    }

    /// What a field holds.
    ///
    /// # Errors
    /// As [`Window::text`].
    pub async fn value(&self, selector: &str) -> Result<String, Error> {
        self.of_element(selector, "element.value", Value::Null)
            .await
    }

    /// An attribute of the first match, if it has it.
    ///
    /// # Errors
    /// As [`Window::text`].
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>, Error> {
        self.of_element(selector, "element.getAttribute(arguments[1])", json!(name))
            .await
    }

    /// Whether the first match has the focus.
    ///
    /// # Errors
    /// As [`Window::text`].
    pub async fn has_focus(&self, selector: &str) -> Result<bool, Error> {
        self.of_element(selector, "element === document.activeElement", Value::Null)
            .await
    }

    /// Runs a script's body in the page, with `arguments`, and gives what it returns.
    ///
    /// # Errors
    /// [`Error::Command`] when the script throws, [`Error::TimedOut`] when it does not end.
    pub async fn execute(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Error> {
        self.webdriver.execute(script, arguments).await
    }

    /// Runs a script's body in the page and gives what it passes to its last argument, a function.
    ///
    /// # Errors
    /// As [`Window::execute`].
    pub async fn execute_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Error> {
        self.webdriver.execute_async(script, arguments).await
    }

    /// Runs a script and reads its answer as a `T`.
    pub(crate) async fn read<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<T, Error> {
        Ok(serde_json::from_value(
            self.execute(script, arguments).await?,
        )?)
    }

    /// An expression over `element`, the first match.
    pub(super) async fn of_element<T: DeserializeOwned>(
        &self,
        selector: &str,
        expression: &str,
        argument: Value,
    ) -> Result<T, Error> {
        let script = format!(
            "const element = document.querySelector(arguments[0]);
             return element === null ? [] : [{expression}];"
        );
        let mut found: Vec<T> = self.read(&script, vec![json!(selector), argument]).await?;
        found.pop().ok_or_else(|| Error::NoElement {
            selector: selector.to_owned(),
        })
    }

    /// Whether what has the focus matches; unlike [`Window::has_focus`], any match will do.
    pub(super) async fn is_focused(&self, selector: &str) -> Result<bool, Error> {
        self.read(
            "return document.activeElement?.matches(arguments[0]) ?? false",
            vec![json!(selector)],
        )
        .await
    }
}
