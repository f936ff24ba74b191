//! Founds a cooperative in the data folder.

use std::collections::BTreeSet;
use std::path::PathBuf;

use besace_model::access::Role;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::time::Timestamp;

use super::error::HomeError;
use super::files::folder;
use super::{named, names};
use crate::clock::Clock;
use crate::config::Config;
use crate::coop::{Coop, Decision, Described, Founding};
use crate::decisions::{self, InvitationView};
use crate::store::StorePlace;
use crate::store::invitations::Inviter;

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
