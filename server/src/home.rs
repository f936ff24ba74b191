//! The data folder: `keys/` and `coops/<id>.db`. Opens what is there, founds what is new, closes in order.

pub mod names;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::kind::Role;
use besace_model::limits::INVITATION_LIFE_MS;
use besace_model::time::Timestamp;

use crate::actions::InvitationView;
use crate::clock::Clock;
use crate::config::Config;
use crate::coop::{Command, Coop, CoopError, Described, Founding};
use crate::private;
use crate::secret::InviteSecret;
use crate::store::Place;
use crate::writer::{self, Handle};

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
    /// There is a cooperative already.
    #[error("{} already holds a cooperative: `besace serve` serves it; or choose another folder with --data", .0.display())]
    Taken(PathBuf),
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
pub type Writer = JoinHandle<Result<(), CoopError>>;

/// Opens every cooperative of the folder and starts its writer.
///
/// # Errors
/// [`HomeError`] when one cannot be opened: a relay that serves only some of them would look like a loss.
pub fn open(config: &Config, clock: &Clock) -> Result<Vec<(Tenant, Writer)>, HomeError> {
    let mut tenants = Vec::new();
    for path in files(&config.data)? {
        let epoch = u64::from_be_bytes(clock.random());
        let coop = Coop::open(Place::File(path.clone()), epoch);
        tenants.push(start(coop, path, clock)?);
    }
    Ok(tenants)
}

/// Starts the writer of an open cooperative.
fn start(
    coop: Result<Coop, CoopError>,
    path: PathBuf,
    clock: &Clock,
) -> Result<(Tenant, Writer), HomeError> {
    let failed = |source| HomeError::Coop {
        path: path.clone(),
        source,
    };
    let coop = coop.map_err(failed)?;
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
    let coop = Coop::create(Place::File(path.clone()), &founding, now);
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
    let command = Command::AddMember {
        member,
        described,
        roles: BTreeSet::from([Role::Director]),
    };
    coop.decide(now, MemberId::RELAY, &command)
        .map_err(failed)?;
    let view = invite(&mut coop, config, clock, now, member).map_err(failed)?;
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
    now: Timestamp,
    member: MemberId,
) -> Result<InvitationView, CoopError> {
    let secret = InviteSecret(clock.random());
    let expires_at = now.plus_ms(INVITATION_LIFE_MS);
    let command = Command::Invite {
        member,
        secret_hash: secret.digest(),
        expires_at,
    };
    coop.decide(now, MemberId::RELAY, &command)?;
    Ok(InvitationView {
        member,
        link: secret.link(config.public_url().as_str()),
        code: secret.code(),
        expires_at: expires_at.0,
    })
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
            let coop = Coop::open(Place::File(path.clone()), epoch);
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
