//! The data folder: `keys/` and `coops/<id>.db`. Opens what is there, founds what is new, closes in order.

mod error;
mod files;
mod found;
pub mod keeper;
mod known;
mod lock;
pub mod names;
mod open;
pub mod tenants;

use std::path::PathBuf;
use std::sync::Arc;

use besace_model::ids::MemberId;

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::coop::{Coop, CoopError, Decision};
use crate::decisions::{self, InvitationView};
use crate::store::invitations::Inviter;
use crate::writer::Handle;
use files::files;

pub use error::HomeError;
pub use found::{create, found};
pub use open::{Opened, only, open, open_one};

/// A cooperative in use.
#[derive(Debug)]
pub struct Tenant {
    /// The way to its writer and readers.
    pub handle: Handle,
    /// Its name.
    pub name: Arc<str>,
    /// Its file.
    pub path: PathBuf,
}

/// What the keeper is told.
#[derive(Debug)]
pub enum News {
    /// How the writer of a file ended: with the cooperative, or with the error that its file met.
    Ended(PathBuf, Result<(), CoopError>),
    /// A file could not be opened when it was needed.
    Unopened(PathBuf),
}

/// The cooperatives of the folder by their names, also while a relay serves them.
///
/// # Errors
/// [`HomeError`] when the folder cannot be read.
pub fn named(config: &Config) -> Result<Vec<names::Named>, HomeError> {
    Ok(files(&config.data)?
        .iter()
        .map(|path| names::of(path))
        .collect())
}

/// Invites a member of a cooperative that nobody serves yet.
///
/// # Errors
/// What the cooperative says.
pub fn invite(
    coop: &mut Coop,
    config: &Config,
    clock: &Clock,
    member: MemberId,
) -> Result<InvitationView, CoopError> {
    let (invitation, view) = decisions::new_invitation(config, clock, Inviter::OPERATOR, member);
    let decision = Decision::Invite { member, invitation };
    coop.decide(clock.now(), MemberId::RELAY, &decision)?;
    Ok(view)
}

/// Closes every cooperative in order: what was taken in is finished, links are sent away, and none is opened any more.
///
/// # Errors
/// The first failure.
pub async fn close(app: &App) -> Result<(), CoopError> {
    let mut closed = Ok(());
    for tenant in app.last_open().await {
        closed = closed.and(tenant.handle.close().await);
    }
    closed
}
