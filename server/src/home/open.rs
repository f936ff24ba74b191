//! Opens the cooperatives of the data folder and starts their writers.

use std::error::Error;
use std::path::PathBuf;

use tokio::sync::mpsc::UnboundedSender;

use super::error::HomeError;
use super::files::files;
use super::tenants::Closed;
use super::{End, Tenant};
use crate::clock::Clock;
use crate::config::Config;
use crate::coop::Coop;
use crate::journal::Journal;
use crate::store::StorePlace;
use crate::{keyring, writer};

/// What opening the folder came to.
#[derive(Debug, Default)]
pub struct Opened {
    /// The cooperatives in use.
    pub open: Vec<Tenant>,
    /// Those whose file cannot be used.
    pub closed: Vec<Closed>,
}

/// Opens every cooperative of the folder and starts its writer. One whose file is damaged stays closed, and keeps
/// nobody else from working.
///
/// # Errors
/// [`HomeError`] when the folder cannot be read, or when another process has a file of it open.
pub fn open(
    config: &Config,
    clock: &Clock,
    ends: &UnboundedSender<End>,
) -> Result<Opened, HomeError> {
    let mut opened = Opened::default();
    for path in files(&config.data)? {
        match open_one(config, clock, path.clone(), ends) {
            Ok(open) => opened.open.push(open),
            Err(error) if error.is_in_use() => return Err(error),
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "the cooperative stays closed; restore its file from a backup"
                );
                let why = error.source().map_or(String::new(), ToString::to_string);
                opened.closed.push(Closed { path, why });
            }
        }
    }
    Ok(opened)
}

/// Opens a cooperative's file, takes again what its journal says was taken since the file was copied, and starts its
/// writer, which tells its end.
///
/// # Errors
/// [`HomeError::Coop`] when it cannot be used.
pub fn open_one(
    config: &Config,
    clock: &Clock,
    path: PathBuf,
    ends: &UnboundedSender<End>,
) -> Result<Tenant, HomeError> {
    let failed = |source| HomeError::Coop {
        path: path.clone(),
        source,
    };
    let epoch = || u64::from_be_bytes(clock.random());
    let mut coop = Coop::open(StorePlace::File(path.clone()), epoch()).map_err(failed)?;
    let journal = keyring::folder(&config.data)?.join(format!("{}.revocations", coop.id()));
    let journal = Journal::open(&journal).map_err(|error| failed(error.into()))?;
    let taken = coop
        .keep_journal(journal, clock.now(), epoch())
        .map_err(failed)?;
    if taken > 0 {
        tracing::warn!(
            coop = %coop.id(),
            records = taken,
            "an older file was opened: what was taken from people since is taken again, and phones push again what they \
             know was accepted"
        );
    }
    let name = coop.name().into();
    let clock = clock.clone();
    let ended = {
        let (path, ends) = (path.clone(), ends.clone());
        // Nobody listens any more once the process ends.
        move |end| drop(ends.send((path, end)))
    };
    let handle = writer::spawn(coop, move || clock.now(), ended).map_err(failed)?;
    Ok(Tenant { handle, name, path })
}

/// The one cooperative of the folder, open for writing, with its file; `None` when there is none.
///
/// # Errors
/// [`HomeError`] when it cannot be opened, or when there are several.
pub fn only(config: &Config, clock: &Clock) -> Result<Option<(Coop, PathBuf)>, HomeError> {
    match files(&config.data)?.as_slice() {
        [] => Ok(None),
        [path] => {
            let epoch = u64::from_be_bytes(clock.random());
            let coop = Coop::open(StorePlace::File(path.clone()), epoch);
            let coop = coop.map_err(|source| HomeError::Coop {
                path: path.clone(),
                source,
            })?;
            Ok(Some((coop, path.clone())))
        }
        _ => Err(HomeError::Taken(config.data.clone())),
    }
}
