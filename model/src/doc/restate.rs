//! Saying again in one document what stands in another, without how it came to be: maps, values, texts; where several
//! values stand at once, all of them.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, Automerge, ROOT, ReadDoc, ScalarValue};

use crate::command::CommandError;
use crate::doc::writer::Made;
use crate::ids::{CommitHash, MemberId};
use crate::limits::ACTOR_BYTES;
use crate::time::Timestamp;

mod standing;
mod step;

pub(crate) use standing::{Path, Stands, What, read};
use step::{place, put_some};

/// Says in a document what it does not say already, in as many changes as it takes. `actor` makes them; where several
/// values stand at once, actors beside it.
///
/// # Errors
/// [`CommandError::Invalid`] when what is there cannot hold it.
pub(crate) fn say(
    doc: &mut Automerge,
    all: &[Stands],
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Vec<Made>, CommandError> {
    let now = now.in_calendar();
    doc.set_author(Some(Author::from(MemberId::RELAY.as_bytes().to_vec())));
    let mut made = Vec::new();
    let mut left: Vec<Stands> = all.iter().rev().cloned().collect();
    while !left.is_empty() {
        doc.set_actor(ActorId::from(actor));
        made.extend(change(doc, now, |tx| put_some(tx, &mut left))?);
    }
    let several: Vec<(&Path, &[ScalarValue])> = all
        .iter()
        .filter_map(|it| match &it.what {
            What::Values(values) if values.len() > 1 => Some((&it.path, values.as_slice())),
            _ => None,
        })
        .collect();
    made.extend(beside(doc, &several, now, actor)?);
    Ok(made)
}

/// The key that is put and taken away where a document says nothing: a change without operations is none.
const NOTHING: &str = "_";

/// Changes that say nothing, for a document that would have none.
pub(crate) fn nothing(doc: &mut Automerge, now: Timestamp, actor: [u8; ACTOR_BYTES]) -> Vec<Made> {
    let map = doc.map_range(ROOT, ..).next().map(|item| item.id());
    let Some(map) = map else {
        return Vec::new();
    };
    doc.set_author(Some(Author::from(MemberId::RELAY.as_bytes().to_vec())));
    doc.set_actor(ActorId::from(actor));
    let invalid = |_| CommandError::Invalid(NOTHING.into());
    let put = change(doc, now.in_calendar(), |tx| {
        tx.put(&map, NOTHING, true).map_err(invalid)
    });
    let taken = change(doc, now.in_calendar(), |tx| {
        tx.delete(&map, NOTHING).map_err(invalid)
    });
    [put, taken].into_iter().flatten().flatten().collect()
}

/// Puts values beside each other, each by an actor of its own that knows nothing of the others.
fn beside(
    doc: &mut Automerge,
    several: &[(&Path, &[ScalarValue])],
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Vec<Made>, CommandError> {
    let most = several.iter().map(|(_, values)| values.len()).max();
    let before = doc.clone();
    let mut made = Vec::new();
    for number in 0..most.unwrap_or(0) {
        let mut branch = before.clone();
        // From the last value back: the one that is shown has the highest actor.
        let mut own = actor;
        own[ACTOR_BYTES - 1] = u8::MAX - number as u8;
        branch.set_actor(ActorId::from(own));
        let wrote = change(&mut branch, now, |tx| {
            for (path, values) in several {
                let value = values.len().checked_sub(number + 1);
                if let Some(value) = value.and_then(|at| values.get(at)) {
                    let (map, key) = place(tx, path)?;
                    tx.put(&map, key, value.clone())
                        .map_err(|_| CommandError::Invalid(path.join("/")))?;
                }
            }
            Ok(())
        })?;
        if wrote.is_some() {
            doc.merge(&mut branch)
                .map_err(|_| CommandError::Invalid(String::new()))?;
        }
        made.extend(wrote);
    }
    Ok(made)
}

type Open<'d> = automerge::transaction::Transaction<'d>;

/// Makes one change; `None` when it wrote nothing.
fn change(
    doc: &mut Automerge,
    now: Timestamp,
    write: impl FnOnce(&mut Open<'_>) -> Result<(), CommandError>,
) -> Result<Option<Made>, CommandError> {
    let mut tx = doc.transaction();
    if let Err(error) = write(&mut tx) {
        tx.rollback();
        return Err(error);
    }
    if tx.pending_ops() == 0 {
        tx.rollback();
        return Ok(None);
    }
    tx.commit_with(CommitOptions::default().with_time(now.0.div_euclid(1000)));
    Ok(last(doc))
}

fn last(doc: &Automerge) -> Option<Made> {
    doc.get_last_local_change().map(|change| Made {
        hash: CommitHash(change.hash().0),
        change: change.raw_bytes().to_vec(),
        text_bytes: 0,
        left_bytes: 0,
    })
}

#[cfg(test)]
mod tests;
