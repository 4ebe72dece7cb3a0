//! Walks through the states of a tour in one window, and shows each to whoever came along.

use std::path::Path;

use countersign_driver::Window;

use crate::error::Error;
use crate::language::Language;
use crate::look::{Look, wait_for_rest};
use crate::performer::Performer;
use crate::state::{State, Tour};

/// A state that shows, ready to be looked at.
#[derive(Debug)]
pub struct Scene<'walk> {
    performer: &'walk mut Performer,
    /// Which one it is.
    pub state: &'static State,
}

impl Scene<'_> {
    /// The window in which it shows.
    #[must_use]
    pub fn window(&self) -> &Window {
        &self.performer.set.window
    }

    /// Has it look like this. A state that has passed meanwhile is entered once more.
    ///
    /// # Errors
    /// [`Error::At`] when it does not come to look so.
    pub async fn look(&mut self, look: Look) -> Result<(), Error> {
        self.enter_again_where_it_passed().await?;
        look.apply(self.window(), self.state.screen)
            .await
            .map_err(self.here())
    }

    /// Whether the state still shows, where it is one that passes by itself.
    ///
    /// # Errors
    /// [`Error::At`] when the page can't be asked.
    pub async fn still_shows(&self) -> Result<bool, Error> {
        match self.state.passing {
            None => Ok(true),
            Some(passing) => self.window().find(passing.shows).await.map_err(self.here()),
        }
    }

    async fn enter_again_where_it_passed(&mut self) -> Result<(), Error> {
        let Some(passing) = self.state.passing else {
            return Ok(());
        };
        if self.still_shows().await? {
            return Ok(());
        }
        self.performer
            .perform(passing.again)
            .await
            .map_err(at(self.state))?;
        wait_for_rest(self.window()).await.map_err(self.here())
    }

    /// For `map_err` on what the driver fails with here.
    pub fn here(&self) -> impl FnOnce(countersign_driver::Error) -> Error + use<> {
        let state = self.state.name;
        move |source| Error::At {
            state,
            source: Box::new(source),
        }
    }
}

/// Walks `tour` up to the last state that is wanted, in a window of the app at `binary` that speaks `language`, and
/// shows those to `see`.
///
/// # Errors
/// What a step fails with, or what `see` does.
pub async fn walk(
    tour: &Tour,
    binary: &Path,
    language: Language,
    wanted: impl Fn(&State) -> bool,
    mut see: impl AsyncFnMut(&mut Scene<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let Some(last) = tour.states.iter().rposition(&wanted) else {
        return Ok(());
    };
    let mut performer = Performer::on(tour.stage.set(binary, language).await?);
    for state in &tour.states[..=last] {
        performer.perform(state.steps).await.map_err(at(state))?;
        if wanted(state) {
            let mut scene = Scene {
                performer: &mut performer,
                state,
            };
            see(&mut scene).await?;
            // The next state is reached by somebody who sees the window as it opens.
            let screen = state.screen;
            screen
                .usual()
                .apply(scene.window(), screen)
                .await
                .map_err(scene.here())?;
        }
    }
    Ok(())
}

/// Says at which state a window failed.
fn at(state: &'static State) -> impl FnOnce(Error) -> Error {
    move |error| match error {
        Error::Window(source) => Error::At {
            state: state.name,
            source,
        },
        other @ (Error::At { .. }
        | Error::Servers(_)
        | Error::Sinch(_)
        | Error::NotHere(_)
        | Error::Form(_)
        | Error::Shrinking { .. }
        | Error::File { .. }) => other,
    }
}
