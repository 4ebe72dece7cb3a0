//! Whether there is room for what shows: text that is cut or lies over other text, a page that is wider than its
//! window, and what moved between two states. It measures in the page and judges nothing.

use countersign_driver::{Error, Window};
use serde::Deserialize;
use serde_json::json;

use crate::state::Frame;

/// Where an element is in its document, in the page's own pixels.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Place {
    /// The element, as a CSS selector.
    pub element: String,
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
}

impl Place {
    /// How far the two are apart, down or across, whichever is further.
    #[must_use]
    pub fn moved_from(&self, before: &Self) -> f64 {
        let across = (self.left - before.left).abs();
        across.max((self.top - before.top).abs())
    }
}

/// A sentence for each text that has no room, and for a page that is wider than its window.
///
/// # Errors
/// [`Error::Command`] when the page can't be measured.
pub async fn without_room(window: &Window) -> Result<Vec<String>, Error> {
    let found = window.execute(include_str!("room.js"), vec![]).await?;
    Ok(serde_json::from_value(found)?)
}

/// Where the elements of a frame are, wherever the page is scrolled to.
///
/// # Errors
/// [`Error::Command`] when the page can't be measured, [`Error::Form`] when it lacks one of them.
pub async fn places(window: &Window, frame: Frame) -> Result<Vec<Place>, Error> {
    let script = "
        const main = document.querySelector('main');
        return arguments[0].map((element) => {
            const { left, top } = document.querySelector(element).getBoundingClientRect();
            return { element, left, top: top + scrollY + main.scrollTop };
        });";
    let found = window
        .execute(script, vec![json!(frame.elements())])
        .await?;
    Ok(serde_json::from_value(found)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_counts_the_way_that_it_moved_further() {
        let before = Place {
            element: "#code".to_owned(),
            left: 40.0,
            top: 200.0,
        };
        let after = Place {
            left: 41.0,
            top: 176.0,
            ..before.clone()
        };
        assert!((after.moved_from(&before) - 24.0).abs() < f64::EPSILON);
        assert!(before.moved_from(&before).abs() < f64::EPSILON);
    }
}
