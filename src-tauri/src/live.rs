//! A desk at work: its codes go out through the site's own accounts at Sinch, or to a sandbox on this
//! computer. Every secret comes from the vault; where one is missing there is no desk.

use std::io;
use std::path::Path;

use countersign_core::desk::{Desk, Setup};
use countersign_core::policy::PolicyError;
use countersign_core::settings::{DeskSettings, Settings, StoreChoice};
use countersign_core::sinch::place::Place;
use countersign_core::sinch::transport::CannotSpeakHttp;
use countersign_core::store::StoreFault;
use countersign_core::vault::{SecretName, Vault, VaultFault};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use thiserror::Error;

use crate::computer;

mod routes;
mod secrets;
mod site_keys;
mod store;

use secrets::Secrets;
pub(crate) use secrets::check as check_secret;
pub(crate) use store::file as store_file;

/// Why a desk can't work.
#[derive(Debug, Error)]
pub(crate) enum LiveError {
    /// The vault can't be asked.
    #[error("the keyring can't be asked: {}", .0.code())]
    Vault(#[from] VaultFault),
    /// The settings need a secret that the vault does not have.
    #[error("there is no secret {} in the keyring", .0.as_str())]
    Missing(SecretName),
    /// What the vault has can't be that secret.
    #[error("what the keyring has as {} can't be it", .0.as_str())]
    Unfit(SecretName),
    /// The client of Sinch can't be set up.
    #[error("the client of Sinch could not be set up")]
    Client(#[from] CannotSpeakHttp),
    /// A rule is out of its hard bounds.
    #[error(transparent)]
    Rules(#[from] PolicyError),
    /// The data folder can't be used.
    #[error("the data folder can't be written to")]
    Folder(#[source] io::Error),
    /// The store can't be opened.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

/// A desk at work.
pub(crate) struct Live {
    desk: Desk,
    store_is_shared: bool,
    place: Place,
}

impl Live {
    /// Opens a desk by its settings, with the secrets that the vault has for them. An embedded store is
    /// in `folder`, and kept from one start to the next; in memory where there is none. Sinch is asked
    /// nothing, and a shared store only where its site key is yet to be drawn.
    pub(crate) async fn open(
        settings: &Settings,
        vault: &Vault,
        place: Place,
        folder: Option<&Path>,
    ) -> Result<Self, LiveError> {
        let secrets = Secrets::of(settings, vault).await?;
        let lookup = routes::lookup(&settings.sinch, &secrets.sinch, place)?;
        let home = settings.organisation.home.unwrap_or_else(computer::home);
        let policy = settings.rules.policy(home)?;
        let store = store::open(&settings.store, secrets.redis, folder).await?;
        let site_keys = site_keys::of(settings, vault, &*store, &policy.limits).await?;
        let DeskSettings { id, name, .. } = &settings.desk;
        let site = settings.organisation.name.as_ref().unwrap_or(name);
        let desk = Desk::open(Setup {
            id: *id,
            name: name.as_str().to_owned(),
            site: site.as_str().to_owned(),
            policy,
            site_keys,
            store,
            routes: routes::open(&settings.sinch, settings.channels, secrets.sinch, place)?,
            texts: settings.texts.clone(),
            randomness: Box::new(UnwrapErr(SysRng)),
        });
        let desk = match lookup {
            Some(lookup) => desk.looking_numbers_up(lookup),
            None => desk,
        };
        Ok(Self {
            desk,
            store_is_shared: is_shared(&settings.store),
            place,
        })
    }

    /// The desk.
    pub(crate) fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Whether other desks use the same store.
    pub(crate) fn store_is_shared(&self) -> bool {
        self.store_is_shared
    }

    /// Whether a sandbox plays Sinch.
    pub(crate) fn is_at_sandbox(&self) -> bool {
        match self.place {
            Place::Sinch => false,
            Place::Loopback(_) => true,
        }
    }
}

fn is_shared(store: &StoreChoice) -> bool {
    match store {
        StoreChoice::Embedded {} => false,
        StoreChoice::Redis(_) => true,
    }
}
