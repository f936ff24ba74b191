//! The kinds of document, one module each: its rule table, its commands' effect on it, and its content as plain data.
//! The only place that knows Automerge keys.

use automerge::Automerge;

use crate::command::CommandError;
use crate::doc::genesis::Genesis;
use crate::doc::writer::Made;
use crate::ids::Ulid;
use crate::kind::{Kind, Record};
use crate::limits::ACTOR_BYTES;
use crate::time::Timestamp;

mod commit;

pub mod activity;
pub(crate) mod before;
pub mod coach_notes;
pub mod coaching_log;
pub mod directory;
pub mod event;
pub mod post;
pub mod profile;
pub mod roster;
pub mod rsvp;

#[cfg(test)]
pub(crate) mod tests;

pub use commit::{commit, commit_in, has_entry, is_touched};

/// What one of the relay's own documents says, in a new one without its history, with the changes that make it.
///
/// # Errors
/// [`CommandError::Forbidden`] for a kind that others write too; what writing says when an entry does not fit.
pub fn rebuild(
    kind: Kind,
    key: &str,
    old: &Automerge,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<(Automerge, Vec<Made>), CommandError> {
    let mut doc = Genesis::document(kind);
    let mut changes = Vec::new();
    match Record::read(kind, old) {
        Some(Record::Directory(said)) => {
            let mut members = said.members.iter().map(|(id, member)| (*id, member));
            all_of(&mut changes, || {
                directory::write(&mut doc, &said.coop_name, &mut members, now, actor)
            })?;
        }
        Some(Record::Roster(said)) => {
            let event: Ulid = key
                .parse()
                .map_err(|_| CommandError::Invalid(String::new()))?;
            let mut seats = said.seats.iter().map(|(id, seat)| (*id, Some(seat)));
            all_of(&mut changes, || {
                roster::write(&mut doc, event, &mut seats, (&said).into(), now, actor)
            })?;
        }
        _ => return Err(CommandError::Forbidden(String::new())),
    }
    Ok((doc, changes))
}

/// Makes changes until there is nothing more to say.
fn all_of(
    changes: &mut Vec<Made>,
    mut write: impl FnMut() -> Result<Made, CommandError>,
) -> Result<(), CommandError> {
    loop {
        match write() {
            Ok(made) => changes.push(made),
            Err(CommandError::NoChange) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}
