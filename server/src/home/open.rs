//! Opens the cooperatives of the data folder and starts their writers.

use std::error::Error;
use std::path::{Path, PathBuf};

use tokio::sync::mpsc::UnboundedSender;

use super::error::HomeError;
use super::files::files;
use super::lock::FolderLock;
use super::tenants::Closed;
use super::{News, Tenant, known};
use crate::clock::Clock;
use crate::config::Config;
use crate::coop::{Coop, CoopError, Known, Left};
use crate::journal::Journal;
use crate::store::StorePlace;
use crate::{keyring, writer};

/// What opening the folder came to.
#[derive(Debug, Default)]
pub struct Opened {
    /// The cooperatives in use.
    pub open: Vec<Tenant>,
    /// Those that nobody needs yet, with their files.
    pub resting: Vec<(PathBuf, Known)>,
    /// Those whose file cannot be used.
    pub closed: Vec<Closed>,
    /// Keeps other relays from the folder.
    pub(super) lock: Option<FolderLock>,
}

impl Opened {
    /// Cooperatives without a folder.
    #[must_use]
    pub fn of(open: Vec<Tenant>) -> Self {
        Self {
            open,
            ..Self::default()
        }
    }
}

/// Takes the folder, and opens the cooperatives that have something to do: all where it is due, and as many as there is
/// room for where nobody waits for it. The others rest until somebody comes. One whose file is damaged stays closed, and
/// keeps nobody else from working.
///
/// # Errors
/// [`HomeError`] when the folder cannot be read, or when another process has it or a file of it open.
pub fn open(
    config: &Config,
    clock: &Clock,
    tell: &UnboundedSender<News>,
    room: usize,
) -> Result<Opened, HomeError> {
    let files = files(&config.data)?;
    let mut opened = Opened {
        lock: Some(FolderLock::take(&config.data)?),
        ..Opened::default()
    };
    for path in files {
        let has_room = opened.open.len() < room;
        let rests = |left| left == Left::Nothing || left == Left::Work && !has_room;
        match look(config, clock, &path, tell, &rests) {
            Ok(Found::Busy(tenant)) => opened.open.push(tenant),
            Ok(Found::Resting(known)) => opened.resting.push((path, known)),
            Err(error) if error.is_in_use() => return Err(error),
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn Error,
                    "the cooperative stays closed; restore its file from a backup"
                );
                let why = error.source().map_or(String::new(), ToString::to_string);
                opened.closed.push(Closed { path, why });
            }
        }
    }
    Ok(opened)
}

/// A cooperative as a relay that starts finds it.
enum Found {
    Busy(Tenant),
    Resting(Known),
}

/// Reads what it takes to find a cooperative whose file was closed in order; any other is opened, which checks it.
fn look(
    config: &Config,
    clock: &Clock,
    path: &Path,
    tell: &UnboundedSender<News>,
    rests: &dyn Fn(Left) -> bool,
) -> Result<Found, HomeError> {
    if let Some((known, left)) = known::of(path)
        && rests(left)
    {
        return Ok(Found::Resting(known));
    }
    let failed = |source| failure(path, source);
    let coop = open_file(config, clock, path)?;
    if !rests(coop.left(true)) {
        return start(clock, coop, path, tell).map(Found::Busy);
    }
    let known = coop.known().map_err(failed)?;
    coop.close().map_err(failed)?;
    Ok(Found::Resting(known))
}

/// Opens a cooperative's file and starts its writer, which tells its end.
///
/// # Errors
/// [`HomeError::Coop`] when it cannot be used.
pub fn open_one(
    config: &Config,
    clock: &Clock,
    path: &Path,
    tell: &UnboundedSender<News>,
) -> Result<Tenant, HomeError> {
    start(clock, open_file(config, clock, path)?, path, tell)
}

/// Opens a file, and takes again what its journal says was taken since the file was copied.
fn open_file(config: &Config, clock: &Clock, path: &Path) -> Result<Coop, HomeError> {
    let failed = |source| failure(path, source);
    let epoch = || u64::from_be_bytes(clock.random());
    let mut coop = Coop::open(StorePlace::File(path.to_owned()), epoch()).map_err(failed)?;
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
    // What ended while it rested is nobody's to read.
    coop.turn_covers(clock.now()).map_err(failed)?;
    Ok(coop)
}

fn start(
    clock: &Clock,
    coop: Coop,
    path: &Path,
    tell: &UnboundedSender<News>,
) -> Result<Tenant, HomeError> {
    let name = coop.name().into();
    let (clock, path, tell) = (clock.clone(), path.to_owned(), tell.clone());
    let ended = {
        let path = path.clone();
        // Nobody listens any more once the process ends.
        move |end| drop(tell.send(News::Ended(path, end)))
    };
    let handle = writer::spawn(coop, move || clock.both(), ended);
    let handle = handle.map_err(|source| failure(&path, source))?;
    Ok(Tenant { handle, name, path })
}

fn failure(path: &Path, source: CoopError) -> HomeError {
    let path = path.to_owned();
    HomeError::Coop { path, source }
}

/// The one cooperative of the folder, open for writing, with its file; `None` when there is none.
///
/// # Errors
/// [`HomeError`] when it cannot be opened, or when there are several.
pub fn only(config: &Config, clock: &Clock) -> Result<Option<(Coop, PathBuf)>, HomeError> {
    let files = files(&config.data)?;
    // A relay whose cooperatives all rest has the folder still.
    drop(FolderLock::take(&config.data)?);
    match files.as_slice() {
        [] => Ok(None),
        [path] => {
            let epoch = u64::from_be_bytes(clock.random());
            let coop = Coop::open(StorePlace::File(path.clone()), epoch);
            let coop = coop.map_err(|source| failure(path, source))?;
            Ok(Some((coop, path.clone())))
        }
        _ => Err(HomeError::Taken(config.data.clone())),
    }
}
