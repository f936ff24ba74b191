//! The data folder: `keys/` and `coops/<id>.db`. Opens what is there, founds what is new, closes in order.

pub mod keeper;
pub mod names;
pub mod tenants;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use besace_model::access::Role;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::time::Timestamp;

use crate::clock::Clock;
use crate::config::Config;
use crate::coop::{Coop, CoopError, Decision, Described, Founding};
use crate::decisions::{self, InvitationView};
use crate::journal::Journal;
use crate::keyring::{self, KeyringError};
use crate::private;
use crate::store::invitations::Inviter;
use crate::store::{StoreError, StorePlace};
use crate::writer::{self, Handle};
use tenants::Closed;

/// The data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    /// A cooperative's file failed.
    #[error("{}", path.display())]
    Coop {
        /// The file.
        path: PathBuf,
        /// Why.
        source: CoopError,
    },
    /// The folder failed.
    #[error("{}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Another cooperative of the folder reads the same.
    #[error("there is a cooperative of that name: {0}")]
    NameTaken(names::Named),
    /// The keys failed.
    #[error(transparent)]
    Keys(#[from] KeyringError),
    /// There is a cooperative already.
    #[error("{} already holds a cooperative: `besace serve` serves it; or choose another folder with --data", .0.display())]
    Taken(PathBuf),
}

impl HomeError {
    /// Whether another process has the file open.
    fn is_in_use(&self) -> bool {
        let Self::Coop { source, .. } = self else {
            return false;
        };
        matches!(source, CoopError::Store(StoreError::InUse))
    }
}

/// A cooperative in use.
#[derive(Debug, Clone)]
pub struct Tenant {
    /// The way to its writer and readers.
    pub handle: Handle,
    /// Its name.
    pub name: Arc<str>,
    /// Its file.
    pub path: PathBuf,
}

/// A writer's thread: ends with the cooperative, or with the error that its file met.
pub type WriterThread = JoinHandle<Result<(), CoopError>>;

/// What opening the folder came to.
#[derive(Debug, Default)]
pub struct Opened {
    /// The cooperatives in use.
    pub open: Vec<(Tenant, WriterThread)>,
    /// Those whose file cannot be used.
    pub closed: Vec<Closed>,
}

/// Opens every cooperative of the folder and starts its writer. One whose file is damaged stays closed, and keeps
/// nobody else from working.
///
/// # Errors
/// [`HomeError`] when the folder cannot be read, or when another process has a file of it open.
pub fn open(config: &Config, clock: &Clock) -> Result<Opened, HomeError> {
    let mut opened = Opened::default();
    for path in files(&config.data)? {
        match open_one(config, clock, path.clone()) {
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
/// writer.
///
/// # Errors
/// [`HomeError::Coop`] when it cannot be used.
pub fn open_one(
    config: &Config,
    clock: &Clock,
    path: PathBuf,
) -> Result<(Tenant, WriterThread), HomeError> {
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
    let (handle, writer) = writer::spawn(coop, move || clock.now()).map_err(failed)?;
    Ok((Tenant { handle, name, path }, writer))
}

/// Makes a cooperative's file in the folder.
///
/// # Errors
/// [`HomeError`] when it cannot be made.
pub fn create(
    config: &Config,
    clock: &Clock,
    name: &str,
    now: Timestamp,
) -> Result<(Coop, PathBuf), HomeError> {
    let folder = folder(&config.data)?;
    let founding = Founding {
        coop: CoopId(clock.ulid()),
        name: name.to_owned(),
        relay_device: DeviceId(clock.ulid()),
        relay_seed: clock.random(),
        epoch: u64::from_be_bytes(clock.random()),
    };
    let path = folder.join(format!("{}.db", founding.coop));
    let coop = Coop::create(StorePlace::File(path.clone()), &founding, now);
    let coop = coop.map_err(|source| HomeError::Coop {
        path: path.clone(),
        source,
    })?;
    Ok((coop, path))
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

/// Makes a cooperative with its first director, and invites them.
///
/// # Errors
/// [`HomeError::NameTaken`] when `--coop` could not tell it from another, or [`HomeError`] when it cannot be made.
pub fn found(
    config: &Config,
    clock: &Clock,
    name: &str,
    director: &str,
) -> Result<InvitationView, HomeError> {
    let reads_the_same = |there: &names::Named| {
        there
            .name
            .as_deref()
            .is_some_and(|it| names::same(it, name))
    };
    if let Some(there) = named(config)?.into_iter().find(reads_the_same) {
        return Err(HomeError::NameTaken(there));
    }
    let now = clock.now();
    let (mut coop, path) = create(config, clock, name, now)?;
    let failed = |source| HomeError::Coop {
        path: path.clone(),
        source,
    };
    let member = MemberId(clock.ulid());
    let described = Described {
        name: director.to_owned(),
        ..Described::default()
    };
    let (invitation, view) = decisions::new_invitation(config, clock, Inviter::OPERATOR, member);
    let decision = Decision::Add {
        member,
        described,
        roles: BTreeSet::from([Role::Director]),
        coaches: BTreeSet::new(),
        invitation: Some(invitation),
    };
    coop.decide(now, MemberId::RELAY, &decision)
        .map_err(failed)?;
    coop.close().map_err(failed)?;
    Ok(view)
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

fn folder(data: &Path) -> Result<PathBuf, HomeError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| HomeError::Folder { path, source }
    };
    private::folder(data).map_err(failed(data))?;
    let folder = data.join("coops");
    private::own_folder(&folder).map_err(failed(&folder))?;
    Ok(folder)
}

fn files(data: &Path) -> Result<Vec<PathBuf>, HomeError> {
    let folder = folder(data)?;
    let failed = |source| HomeError::Folder {
        path: folder.clone(),
        source,
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|ending| ending == "db") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Closes every cooperative in order: what was taken in is finished, links are sent away.
pub async fn close(app: &crate::app::App) {
    for tenant in app.coops() {
        tenant.handle.close().await;
    }
}
