//! Stands in for the desktop's prompt for the keyring's password: it tells how often one was asked for, and
//! nobody ever answers it. Dropped, it is as if somebody had closed it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use zbus::Connection;
use zbus::zvariant::ObjectPath;

use crate::error::Error;
use crate::session_bus::SessionBus;

/// Where GNOME Keyring looks for a prompt.
const NAME: &str = "org.gnome.keyring.SystemPrompter";
const PATH: &str = "/org/gnome/keyring/Prompter";

/// A prompt that waits for somebody who does not come.
#[derive(Debug)]
pub struct Prompter {
    asked: Arc<AtomicUsize>,
    _connection: Connection,
}

impl Prompter {
    /// Takes the prompt's place on `bus`.
    ///
    /// # Errors
    /// [`Error::Bus`] when the bus gives it to nobody.
    pub async fn start(bus: &SessionBus) -> Result<Self, Error> {
        let asked = Arc::<AtomicUsize>::default();
        let connection = bus.connect().await?;
        let prompts = Prompts(Arc::clone(&asked));
        connection.object_server().at(PATH, prompts).await?;
        connection.request_name(NAME).await?;
        Ok(Self {
            asked,
            _connection: connection,
        })
    }

    /// How often a prompt was to be shown.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}

struct Prompts(Arc<AtomicUsize>);

#[zbus::interface(name = "org.gnome.keyring.internal.Prompter")]
impl Prompts {
    fn begin_prompting(&self, _callback: ObjectPath<'_>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn stop_prompting(&self, _callback: ObjectPath<'_>) {}
}
