//! Which of the app's windows a state shows in, and in which sizes that window is looked at.

use crate::look::{Look, Size, Theme, Zoom};

/// A window of the app, by who looks at it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The staff's, which can be made as small as a corner and its words twice as large.
    #[default]
    Staff,
    /// The one that faces the customer: large words on whatever display stands there, at their natural size.
    Customer,
}

impl Screen {
    /// As its window opens first, and then in the sizes that are hardest on it.
    #[must_use]
    pub fn sizes(self) -> &'static [Size] {
        match self {
            Self::Staff => &[Size::USUAL, Size::LEAST],
            // On a counter, and on a display that stands upright.
            Self::Customer => &[Size::DISPLAY, Size::SMALL_DISPLAY, Size::UPRIGHT_DISPLAY],
        }
    }

    /// How large its words can be made.
    #[must_use]
    pub fn zooms(self) -> &'static [Zoom] {
        match self {
            Self::Staff => &Zoom::ALL,
            Self::Customer => &[Zoom::Natural],
        }
    }

    /// As its window opens first, in light.
    #[must_use]
    pub fn usual(self) -> Look {
        let size = match self {
            Self::Staff => Size::USUAL,
            Self::Customer => Size::DISPLAY,
        };
        Look {
            size,
            ..Look::USUAL
        }
    }

    /// Every theme in every zoom, in the window as it opens or, where `narrow`, in the next smaller one.
    #[must_use]
    pub fn looks(self, narrow: bool) -> Vec<Look> {
        let size = match self {
            Self::Staff if narrow => Size::LEAST,
            Self::Customer if narrow => Size::SMALL_DISPLAY,
            Self::Staff | Self::Customer => self.usual().size,
        };
        let themes = Theme::ALL.into_iter();
        themes
            .flat_map(|theme| {
                let zooms = self.zooms().iter();
                zooms.map(move |zoom| Look {
                    theme,
                    zoom: *zoom,
                    size,
                })
            })
            .collect()
    }
}
