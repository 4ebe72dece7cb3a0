//! In which theme, how large and in how large a window a state is looked at. All of it can change while the state
//! shows, so that one window is enough for all looks.

use std::time::Duration;

use countersign_driver::{Error, Window};
use serde_json::json;

use crate::screen::Screen;

/// A look changes within this, whatever the machine does besides.
const CHANGE: Duration = Duration::from_secs(20);

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark words on a light ground.
    Light,
    /// Light words on a dark ground.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// As the page names it, and as pictures do.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How large everything is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// As large as it is made.
    Natural,
    /// Twice that: WCAG 2.2, success criterion 1.4.4.
    Double,
}

impl Zoom {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Natural, Self::Double];

    /// In percent of the natural size.
    #[must_use]
    pub fn percent(self) -> u32 {
        match self {
            Self::Natural => 100,
            Self::Double => 200,
        }
    }
}

/// How large a window is, in pixels of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

impl Size {
    /// The window as it opens.
    pub const USUAL: Self = Self {
        width: 1040,
        height: 680,
    };
    /// The least that it can be made.
    pub const LEAST: Self = Self {
        width: 420,
        height: 560,
    };
    /// The customer's window as it opens.
    pub const DISPLAY: Self = Self {
        width: 1024,
        height: 768,
    };
    /// A small display at a counter.
    pub const SMALL_DISPLAY: Self = Self {
        width: 800,
        height: 480,
    };
    /// A display that stands upright.
    pub const UPRIGHT_DISPLAY: Self = Self {
        width: 600,
        height: 880,
    };
}

/// One way of looking at a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Light or dark.
    pub theme: Theme,
    /// How large everything is.
    pub zoom: Zoom,
    /// How large the window is.
    pub size: Size,
}

impl Look {
    /// As the staff's window opens, in light.
    pub const USUAL: Self = Self {
        theme: Theme::Light,
        zoom: Zoom::Natural,
        size: Size::USUAL,
    };

    /// For the name of a picture, as in `dark-200`.
    #[must_use]
    pub fn name(self) -> String {
        format!("{}-{}", self.theme.name(), self.zoom.percent())
    }

    /// Has `window` look like this, and waits until nothing moves in it any more.
    pub(crate) async fn apply(self, window: &Window, screen: Screen) -> Result<(), Error> {
        let Self { theme, zoom, size } = self;
        window.set_size(size.width, size.height).await?;
        let wide = f64::from(size.width * 100) / f64::from(zoom.percent());
        // The customer's window has no door to its size, and needs none.
        let percent = (screen == Screen::Staff).then(|| zoom.percent());
        let look = vec![json!(theme.name()), json!(percent), json!(wide)];
        window
            .wait_until(
                &format!("a window that is {wide} wide"),
                CHANGE,
                async || Ok(window.execute(CHANGES, look.clone()).await? == true),
            )
            .await?;
        wait_for_rest(window).await
    }
}

/// Changes theme and size, and answers whether both are there. The page's own door is taken for the size and not its
/// keys, since no key of a view works over a dialog. A page that begins anew meanwhile is asked once more.
const CHANGES: &str = "
    const [theme, percent, wide] = arguments;
    document.documentElement.dataset.theme = theme;
    const isThere = Math.abs(innerWidth - wide) <= 1;
    if (!isThere && percent !== null) window.__TAURI_INTERNALS__.invoke('zoom_window', { percent }).catch(() => {});
    return isThere;";

/// Waits until nothing fades in or glides any more: what is half there has half its contrast.
///
/// # Errors
/// [`Error::NotShown`] when it never rests.
pub async fn wait_for_rest(window: &Window) -> Result<(), Error> {
    let at_rest = "return document.getAnimations().every((each) =>
        each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity)";
    window
        .wait_until("a page at rest", CHANGE, async || {
            Ok(window.execute(at_rest, vec![]).await? == true)
        })
        .await
}
