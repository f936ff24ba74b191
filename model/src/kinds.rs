//! The kinds of document, one module each: its rule table, its commands' effect on it, and its content as plain data.
//! The only place that knows Automerge keys.

use automerge::Automerge;

use crate::command::CommandError;
use crate::doc::genesis::Genesis;
use crate::doc::restate;
use crate::doc::writer::Made;
use crate::head::DocHead;
use crate::kind::Record;
use crate::limits::ACTOR_BYTES;
use crate::projection;
use crate::time::Timestamp;

mod commit;

pub mod activity;
pub mod asked;
pub mod assembly;
pub mod attendance;
pub mod attended;
pub(crate) mod before;
pub mod coach_notes;
pub mod coaching_log;
pub mod consent;
pub mod consultation;
pub mod contact;
pub mod contact_shown;
pub mod directory;
pub mod duties;
pub mod event;
pub mod figures;
pub mod group;
pub mod guests;
pub mod guide;
pub mod indicators;
pub mod journal;
pub mod ledger;
pub mod membership;
pub mod news;
pub mod opportunity;
pub mod partner;
pub mod partner_card;
pub mod places;
pub mod post;
pub mod profile;
pub mod progress;
pub mod pulse;
pub mod register;
pub mod rides;
pub mod roster;
pub mod rsvp;
pub mod services;
pub mod stance;
pub mod story;
pub mod tally;
pub mod team_board;
pub mod waitlist;

#[cfg(test)]
pub(crate) mod tests;

pub use commit::{commit, commit_in, has_entry, is_touched};

/// What one of the relay's own documents says, in a new one without its history, with the changes that make it.
///
/// # Errors
/// [`CommandError::Forbidden`] for a kind that others write too; what writing says when an entry does not fit.
pub fn rebuild(
    head: &DocHead,
    old: &Automerge,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<(Automerge, Vec<Made>), CommandError> {
    let mut doc = Genesis::document(head.kind);
    let said = Record::read(head.kind, old);
    let said = said.ok_or_else(|| CommandError::Forbidden(String::new()))?;
    let mut changes = Vec::new();
    loop {
        match bring(&mut doc, head, &said, now, actor) {
            Ok(made) => changes.push(made),
            Err(CommandError::NoChange) => break,
            Err(error) => return Err(error),
        }
    }
    if changes.is_empty() {
        changes.extend(restate::nothing(&mut doc, now, actor));
    }
    Ok((doc, changes))
}

/// Brings one of the relay's own documents to what it is to say, touching only what differs. Makes one change: call it
/// again until nothing changes.
///
/// # Errors
/// [`CommandError::NoChange`] when it says so already, [`CommandError::Forbidden`] for a kind that others write too; what
/// writing says when an entry does not fit.
pub fn bring(
    doc: &mut Automerge,
    head: &DocHead,
    said: &Record,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    let relayed = head.kind.spec().and_then(|spec| spec.relayed);
    let relayed = relayed.ok_or_else(|| CommandError::Forbidden(String::new()))?;
    projection::write(doc, head, now, actor, |writer| relayed.put(writer, said))
}
