//! The demonstration that the folder holds already.

use besace_model::time::Timestamp;

use super::dice::Dice;
use super::error::DemoError;
use super::guests::{GUESTS, invite};
use super::people::People;
use super::{Made, NAME};
use crate::clock::Clock;
use crate::config::Config;
use crate::home::{self, HomeError};

/// The demonstration that the folder holds already.
pub(super) fn again(config: &Config, clock: &Clock) -> Result<Option<Made>, DemoError> {
    let Some((mut coop, path)) = home::only(config, clock)? else {
        return Ok(None);
    };
    if coop.name() != NAME {
        return Err(HomeError::Taken(config.data.clone()).into());
    }
    // The phones of the making are revoked last of all.
    if !coop
        .people()
        .devices()
        .any(|device| device.revoked_at.is_some())
    {
        drop(coop);
        for suffix in ["", "-wal", "-shm"] {
            let file = format!("{}{suffix}", path.display());
            if let Err(source) = std::fs::remove_file(&file)
                && source.kind() != std::io::ErrorKind::NotFound
            {
                return Err(HomeError::Folder { path, source }.into());
            }
        }
        return Ok(None);
    }
    let people = People::new(&mut Dice::new(0), Timestamp(0));
    let guests = GUESTS.map(|(index, what)| (what, people.0[index].name));
    let invitations = invite(&mut coop, config, clock, guests)?;
    coop.close()?;
    Ok(Some(Made {
        people: people.0.len(),
        commits: None,
        invitations,
    }))
}
