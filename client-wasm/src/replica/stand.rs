//! What a person saw when they began to type, and where their change is made.
//!
//! A form names the heads of the document that it was filled from. Where nothing of the entry changed since, the change
//! is made on top of what stands now: nobody can tell the difference, and the history stays a line. Otherwise it is made
//! at those heads, beside what came meanwhile, and Automerge's own rules say what becomes of both: prose merges, other
//! fields hold both values until a person chooses.
//!
//! Heads may name a pending change of one's own that was made again since, or is no more: the hashes it had are kept.

mod seen;

use automerge::{Automerge, ChangeHash};
use besace_model::command::{Command, CommandError};
use besace_model::doc::writer::{Context, Made};
use besace_model::ids::{CommitHash, DocId};
use besace_model::kind::Kind;
use besace_model::kinds;
use besace_model::time::Timestamp;

use super::Replica;
use crate::base::Base;
use crate::outbox::Item;

/// A change made again.
pub(super) struct Again {
    pub(super) made: Made,
    /// What it stands on.
    pub(super) base: Vec<CommitHash>,
    /// Whether it has seen what the one before it had: then the names of that one are its own.
    pub(super) is_same: bool,
}

impl Replica {
    /// Makes the change of a command that a person gives, in a document as shown: at what they saw, or as things stand.
    pub(super) fn make(
        &mut self,
        (id, entry): (DocId, &str),
        command: &Command,
        base: Option<&Base>,
        now: Timestamp,
        shown: &mut Automerge,
    ) -> Result<(Made, Vec<CommitHash>), CommandError> {
        let kind = command.target(self.member).kind;
        let entry = entry_in(kind, entry);
        let stands = shown.get_heads();
        // A signature binds what is read when it is given, and says so itself.
        let base = base.filter(|_| !command.is_of_what_stands());
        let seen = match base {
            None => stands.clone(),
            Some(base) => self
                .find(id, kind, base, shown)
                .ok_or_else(|| CommandError::MadeMeanwhile(String::new()))?,
        };
        let at = if kinds::is_touched(shown, &seen, entry) {
            seen
        } else {
            stands
        };
        self.make_on(id, command, &at, now, shown, &mut None)
    }

    /// Makes the change of a command again, on the state of the document that it stood on, so that whoever saw it then
    /// saw no more than they would now. Where that is not to be had any more, it is made on top of what stands if it
    /// makes an entry of its own: that overwrites nothing. Then nobody may take it for the change it was.
    ///
    /// `branch` is where the command before it was made, if that was beside what stands.
    pub(super) fn make_again_at(
        &mut self,
        item: &Item,
        command: &Command,
        shown: &mut Automerge,
        branch: &mut Option<Automerge>,
    ) -> Result<Again, CommandError> {
        let (id, kind) = (item.doc, item.row.head.kind);
        let now = Timestamp(item.row.created_ms);
        let base = item.row.base.as_deref().map(Base::new);
        let base = base.filter(|_| !command.is_of_what_stands());
        let entry = entry_in(kind, &item.entry);
        let is_bound = base.is_some() && (entry.is_empty() || kinds::has_entry(shown, entry));
        let found = base.and_then(|base| self.find(id, kind, &base, shown));
        if found.is_none() && is_bound {
            return Err(CommandError::MadeMeanwhile(String::new()));
        }
        if let Some(at) = found {
            match self.make_on(id, command, &at, now, shown, branch) {
                // Of two answers to one event, both one's own, the later stands.
                Err(CommandError::MadeMeanwhile(_)) if command.is_whole() => {}
                result => {
                    let is_same = true;
                    return result.map(|(made, base)| Again {
                        made,
                        base,
                        is_same,
                    });
                }
            }
        }
        let stands = shown.get_heads();
        let (made, base) = self.make_on(id, command, &stands, now, shown, branch)?;
        let is_same = false;
        Ok(Again {
            made,
            base,
            is_same,
        })
    }

    fn make_on(
        &mut self,
        id: DocId,
        command: &Command,
        at: &[ChangeHash],
        now: Timestamp,
        shown: &mut Automerge,
        branch: &mut Option<Automerge>,
    ) -> Result<(Made, Vec<CommitHash>), CommandError> {
        let base = at.iter().map(|hash| CommitHash(hash.0)).collect();
        let is_now = shown.get_heads() == at;
        let actor = if is_now {
            self.actor(id)
        } else {
            self.actor_at(id, shown, at)
        };
        let context = Context {
            author: &self.grants,
            now,
        };
        if is_now {
            return Ok((kinds::commit(shown, command, &context, actor)?, base));
        }
        let mut seen = match branch.take_if(|branch| branch.get_heads() == at) {
            Some(seen) => seen,
            None => shown.fork_at(at).map_err(|_| CommandError::NoSuchEntry)?,
        };
        let made = kinds::commit_in(&mut seen, shown, command, &context, actor)?;
        *branch = Some(seen);
        Ok((made, base))
    }
}

/// The key of an entry within its document; empty for a document that is one entry.
fn entry_in(kind: Kind, entry: &str) -> &str {
    if kind.is_one_entry() { "" } else { entry }
}
