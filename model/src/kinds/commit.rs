//! One command becomes one change: on what stands, or at an earlier state of the document, which is what a person saw
//! when they began to type.

use automerge::{Automerge, Change, ChangeHash, ObjId, ObjType, ROOT, ReadDoc};

use crate::command::{Command, CommandError};
use crate::doc::writer::{Context, Made, write, write_beside};
use crate::limits::ACTOR_BYTES;

/// Makes the one change of a command in a document that starts from its kind's genesis. The document is as before
/// when the command does not apply.
///
/// `actor` must be bound to one member and one document: Automerge names the author only in an actor's first change.
///
/// # Errors
/// [`CommandError`] says why the command does not apply.
pub fn commit(
    doc: &mut Automerge,
    command: &Command,
    context: &Context<'_>,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    let head = command.target(context.author.member);
    let writing = command.writing(doc, &head)?;
    write(doc, &head, context, actor, |writer| {
        writer.may_go_on = command.rest().is_some();
        writing(writer)
    })
}

/// Makes the one change of a command as [`commit`] does, but in `seen`, a copy of the document as it was earlier: it
/// builds on that alone and reads nothing newer, so that what others wrote meanwhile merges with it or stands beside it.
/// Both then hold it. `actor` must have made nothing that the copy does not know.
///
/// A copy, because a change made in the document itself would number its operations after all of it, and admission
/// wants exactly what its dependencies ask for.
///
/// # Errors
/// [`CommandError`] says why the command does not apply; [`CommandError::MadeMeanwhile`] where it would make an object
/// at a key at which one stands by now.
pub fn commit_in(
    seen: &mut Automerge,
    doc: &mut Automerge,
    command: &Command,
    context: &Context<'_>,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    let head = command.target(context.author.member);
    let writing = command.writing(doc, &head)?;
    let made = write_beside(seen, Some(&*doc), &head, context, actor, |writer| {
        writer.may_go_on = command.rest().is_some();
        writing(writer)
    })?;
    let change = Change::from_bytes(made.change.clone()).expect("the change was just made");
    doc.apply_changes([change])
        .map_err(|_| CommandError::NoSuchEntry)?;
    Ok(made)
}

/// Whether anything was written to an entry since an earlier state of its document, also where it does not show beside
/// another value; an empty key stands for the whole document.
#[must_use]
pub fn is_touched(doc: &Automerge, base: &[ChangeHash], entry: &str) -> bool {
    let mut tops = doc.map_range(ROOT, ..);
    tops.any(|top| {
        if entry.is_empty() {
            differs(doc, base, &ROOT, &top.key)
        } else {
            differs(doc, base, &top.id(), entry)
        }
    })
}

fn differs(doc: &Automerge, base: &[ChangeHash], object: &ObjId, key: &str) -> bool {
    let now = doc.get_all(object, key).unwrap_or_default();
    let then = doc.get_all_at(object, key, base).unwrap_or_default();
    let ids = |all: &[(automerge::Value<'_>, ObjId)]| -> Vec<ObjId> {
        all.iter().map(|(_, id)| id.clone()).collect()
    };
    if ids(&now) != ids(&then) {
        return true;
    }
    now.iter().any(|(value, id)| match value.to_objtype() {
        Some(ObjType::Text) => doc.text(id).ok() != doc.text_at(id, base).ok(),
        Some(_) => {
            let mut keys = doc.keys(id).chain(doc.keys_at(id, base));
            keys.any(|key| differs(doc, base, id, &key))
        }
        None => false,
    })
}

/// Whether an entry stands in a document, removed or not.
#[must_use]
pub fn has_entry(doc: &Automerge, entry: &str) -> bool {
    let mut collections = doc.map_range(ROOT, ..);
    collections.any(|item| matches!(doc.get(item.id(), entry), Ok(Some(_))))
}
