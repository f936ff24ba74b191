//! One command, one change: begun at a state, measured, and kept or taken back whole.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, Automerge};

use super::{ChangeWriter, TEXT_IN_CHANGE_MAX};
use crate::access::Grants;
use crate::command::CommandError;
use crate::doc::rules::Rules;
use crate::head::DocHead;
use crate::ids::CommitHash;
use crate::limits::{ACTOR_BYTES, CHANGE_OPS_MAX};
use crate::time::Timestamp;

/// Who makes a change, what they may do, and what time their device says it is.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The author and what the directory grants them.
    pub author: &'a Grants,
    /// The device's clock: shown to people, never evidence.
    pub now: Timestamp,
}

/// A change just made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The raw, uncompressed change chunk.
    pub change: Vec<u8>,
    /// Its hash.
    pub hash: CommitHash,
    /// Bytes of text it writes.
    pub text_bytes: usize,
    /// Bytes of text that one change does not hold: [`Command::rest`](crate::command::Command::rest) writes on.
    pub left_bytes: usize,
}

/// Makes one change with what `edit` writes.
///
/// # Errors
/// [`CommandError`]: the one of `edit`, or [`CommandError::NoChange`] when it wrote nothing.
pub(crate) fn write(
    doc: &mut Automerge,
    head: &DocHead,
    context: &Context<'_>,
    actor: [u8; ACTOR_BYTES],
    edit: impl FnOnce(&mut ChangeWriter<'_>) -> Result<(), CommandError>,
) -> Result<Made, CommandError> {
    write_beside(doc, None, head, context, actor, edit)
}

/// Makes one change, in an earlier state of a document that stands as `meanwhile` says.
pub(crate) fn write_beside<'d>(
    doc: &'d mut Automerge,
    meanwhile: Option<&'d Automerge>,
    head: &'d DocHead,
    context: &Context<'d>,
    actor: [u8; ACTOR_BYTES],
    edit: impl FnOnce(&mut ChangeWriter<'_>) -> Result<(), CommandError>,
) -> Result<Made, CommandError> {
    let now = context.now.in_calendar();
    doc.set_author(Some(Author::from(
        context.author.member.as_bytes().to_vec(),
    )));
    doc.set_actor(ActorId::from(actor));
    let mut writer = ChangeWriter {
        tx: doc.transaction(),
        head,
        author: context.author,
        rules: Rules::of(head.kind),
        creator: None,
        now: now.rfc3339(),
        writes: 0,
        meanwhile,
        text_bytes: 0,
        may_go_on: false,
        left_bytes: 0,
    };
    writer.creator = writer.find_creator();
    let outcome = edit(&mut writer).and_then(|()| writer.check_size());
    let (text_bytes, left_bytes) = (writer.text_bytes, writer.left_bytes);
    writer.close(outcome, now)?;
    let change = doc
        .get_last_local_change()
        .expect("the transaction held operations");
    Ok(Made {
        hash: CommitHash(change.hash().0),
        change: change.raw_bytes().to_vec(),
        text_bytes,
        left_bytes,
    })
}

impl ChangeWriter<'_> {
    /// Ends the change: kept when all went well, otherwise as if never begun.
    fn close(self, outcome: Result<(), CommandError>, now: Timestamp) -> Result<(), CommandError> {
        if outcome.is_ok() {
            let seconds = now.0.div_euclid(1000);
            self.tx
                .commit_with(CommitOptions::default().with_time(seconds));
        } else {
            self.tx.rollback();
        }
        outcome
    }

    /// Nothing written is no change; and a change stays within what the relay takes.
    fn check_size(&self) -> Result<(), CommandError> {
        if self.writes == 0 || self.tx.pending_ops() == 0 {
            return Err(CommandError::NoChange);
        }
        if self.tx.pending_ops() > CHANGE_OPS_MAX || self.text_bytes > TEXT_IN_CHANGE_MAX {
            return Err(CommandError::TooBig);
        }
        Ok(())
    }
}
