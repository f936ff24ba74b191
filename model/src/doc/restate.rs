//! Saying again in one document what stands in another, without how it came to be: maps, values, texts; where several
//! values stand at once, all of them.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, Automerge, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value};

use crate::command::CommandError;
use crate::doc::writer::Made;
use crate::ids::{CommitHash, MemberId};
use crate::limits::ACTOR_BYTES;
use crate::time::Timestamp;

/// Operations of one change.
const STEP_OPS: usize = 4_096;
/// Bytes of one change.
const STEP_BYTES: usize = 16 * 1024;

/// The keys from the root down.
pub(crate) type Path = Vec<String>;

/// One thing that stands in a document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stands {
    pub(crate) path: Path,
    pub(crate) what: What,
}

/// What it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum What {
    Map,
    Text(String),
    /// Values that stand at once, the one that is shown last.
    Values(Vec<ScalarValue>),
}

impl Stands {
    /// Whether it is a value, rather than a map or a text.
    pub(crate) fn is_value(&self) -> bool {
        matches!(self.what, What::Values(_))
    }
}

/// Everything that stands in a document, maps before what is in them.
///
/// # Errors
/// [`CommandError::Invalid`] at a path where more than values stands at once: nothing can say that again.
pub(crate) fn read(doc: &Automerge) -> Result<Vec<Stands>, CommandError> {
    let mut all = Vec::new();
    read_map(doc, &ROOT, &[], &mut all)?;
    Ok(all)
}

fn read_map(
    doc: &Automerge,
    map: &ObjId,
    above: &[String],
    all: &mut Vec<Stands>,
) -> Result<(), CommandError> {
    for key in doc.keys(map) {
        let mut path = above.to_vec();
        path.push(key.clone());
        let invalid = || CommandError::Invalid(path.join("/"));
        let standing = doc.get_all(map, &key).map_err(|_| invalid())?;
        let object = match standing.as_slice() {
            [(Value::Object(kind), object)] => Some((*kind, object.clone())),
            _ => None,
        };
        let what = match &object {
            Some((ObjType::Text, text)) => What::Text(doc.text(text).map_err(|_| invalid())?),
            Some((ObjType::Map, _)) => What::Map,
            Some(_) => return Err(invalid()),
            None => {
                let values = standing.iter().map(|(value, _)| value.as_scalar().cloned());
                What::Values(values.collect::<Option<_>>().ok_or_else(invalid)?)
            }
        };
        all.push(Stands {
            path: path.clone(),
            what,
        });
        if let Some((ObjType::Map, below)) = &object {
            read_map(doc, below, &path, all)?;
        }
    }
    Ok(())
}

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

/// Takes from the end of what is left as much as one change holds.
fn put_some(tx: &mut Open<'_>, left: &mut Vec<Stands>) -> Result<(), CommandError> {
    let mut bytes = 0;
    while tx.pending_ops() < STEP_OPS
        && bytes < STEP_BYTES
        && let Some(mut next) = left.pop()
    {
        let rest = match &mut next.what {
            What::Text(text) => cut(text),
            _ => None,
        };
        bytes += put(tx, &next)?;
        if let Some(rest) = rest {
            left.push(Stands {
                what: What::Text(rest),
                ..next
            });
            return Ok(());
        }
    }
    Ok(())
}

/// The end of a text that is too long for one change, taken from it.
fn cut(text: &mut String) -> Option<String> {
    let (at, _) = text
        .char_indices()
        .enumerate()
        .find(|(chars, (at, _))| *chars >= STEP_OPS || *at >= STEP_BYTES)
        .map(|(_, found)| found)?;
    Some(text.split_off(at))
}

fn put(tx: &mut Open<'_>, stands: &Stands) -> Result<usize, CommandError> {
    let invalid = |_| CommandError::Invalid(stands.path.join("/"));
    let (map, key) = place(tx, &stands.path)?;
    let there = tx.get(&map, key).map_err(invalid)?;
    match (&stands.what, there) {
        (What::Map, None) => {
            tx.put_object(&map, key, ObjType::Map).map_err(invalid)?;
            Ok(key.len())
        }
        (What::Map, Some(_)) => Ok(0),
        (What::Text(text), there) => {
            let object = match there {
                Some((Value::Object(ObjType::Text), object)) => object,
                _ => tx.put_object(&map, key, ObjType::Text).map_err(invalid)?,
            };
            let end = tx.length(&object);
            tx.splice_text(&object, end, 0, text).map_err(invalid)?;
            Ok(text.len())
        }
        (What::Values(values), there) => {
            let value = values.last();
            let is_same = there.is_some_and(|(there, _)| there.as_scalar() == value);
            // Several are put beside each other once everything else stands.
            if let Some(value) = value.filter(|_| values.len() == 1 && !is_same) {
                tx.put(&map, key, value.clone()).map_err(invalid)?;
            }
            Ok(key.len())
        }
    }
}

/// The map that a path ends in, and its key there.
fn place<'p>(tx: &Open<'_>, path: &'p Path) -> Result<(ObjId, &'p str), CommandError> {
    let invalid = || CommandError::Invalid(path.join("/"));
    let (key, above) = path.split_last().ok_or_else(invalid)?;
    let mut map = ROOT;
    for step in above {
        map = match tx.get(&map, step) {
            Ok(Some((Value::Object(ObjType::Map), object))) => object,
            _ => return Err(invalid()),
        };
    }
    Ok((map, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_772_700_000_000);

    fn said(doc: &Automerge) -> Vec<Stands> {
        read(doc).unwrap()
    }

    #[test]
    fn everything_is_said_again_long_texts_and_values_that_stand_at_once_included() {
        let mut doc = Automerge::new().with_actor(ActorId::from([1; 16]));
        let mut tx = doc.transaction();
        let map = tx.put_object(ROOT, "journal", ObjType::Map).unwrap();
        let entry = tx.put_object(&map, "a", ObjType::Map).unwrap();
        let text = tx.put_object(&entry, "text", ObjType::Text).unwrap();
        tx.splice_text(&text, 0, 0, &"Été à Sète. ".repeat(5_000))
            .unwrap();
        tx.put(&entry, "minutes", 90).unwrap();
        for n in 0..500 {
            tx.put(&map, format!("n{n}"), n).unwrap();
        }
        tx.commit();
        let mut apart: Vec<Automerge> = (2..5)
            .map(|n| doc.clone().with_actor(ActorId::from([n; 16])))
            .collect();
        for (n, branch) in apart.iter_mut().enumerate() {
            let mut tx = branch.transaction();
            tx.put(&entry, "date", format!("2026-03-0{n}")).unwrap();
            if n > 0 {
                tx.put(&entry, "minutes", n as i64).unwrap();
            }
            tx.commit();
        }
        for mut branch in apart {
            doc.merge(&mut branch).unwrap();
        }
        let mut again = Automerge::new();
        let made = say(&mut again, &said(&doc), NOW, [9; 16]).unwrap();
        assert_eq!(said(&again), said(&doc));
        assert!(made.iter().all(|made| made.change.len() < 64 * 1024));
        assert!(made.len() > 10, "the text takes several");
        let mut loaded = Automerge::new();
        for made in &made {
            loaded.load_incremental(&made.change).unwrap();
        }
        assert_eq!(said(&loaded), said(&doc));
    }

    #[test]
    fn two_maps_that_stand_at_once_are_not_said_again() {
        let mut doc = Automerge::new().with_actor(ActorId::from([1; 16]));
        let mut other = doc.clone().with_actor(ActorId::from([2; 16]));
        for doc in [&mut doc, &mut other] {
            let mut tx = doc.transaction();
            tx.put_object(ROOT, "a", ObjType::Map).unwrap();
            tx.commit();
        }
        doc.merge(&mut other).unwrap();
        assert!(matches!(read(&doc), Err(CommandError::Invalid(path)) if path == "a"));
    }
}
