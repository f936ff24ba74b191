//! A text too long for one change is written by several, each on the one before.
//!
//! They are made one a call, so that whoever runs the replica can do other things meanwhile and say how far it is. All
//! of them reach the disk in one write, after the last: an app that is closed in the middle has written nothing of the
//! text, and the screen's draft holds all of it. Should a later part not be taken, the earlier ones are taken back.

use besace_model::command::Command;
use besace_model::doc::writer::Made;
use besace_model::error::ErrorCode;
use besace_model::ids::{CommitHash, Ulid};
use besace_model::time::Timestamp;

use super::Replica;
use crate::api::DispatchResult;
use crate::base::Base;

/// A change that a command just made.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) token: u32,
    /// The entry concerned.
    pub(super) entry: Option<Ulid>,
    pub(super) made: Made,
}

/// A text that is being written.
#[derive(Debug)]
pub(super) struct Long {
    /// What writes on.
    rest: Command,
    /// Where it writes on.
    last: CommitHash,
    /// The changes so far.
    tokens: Vec<u32>,
    entry: Option<Ulid>,
    total: usize,
    left: usize,
}

/// Whether a change holds a part of what its command says, and another one can hold the rest.
pub(super) fn is_part(command: &Command, made: &Made) -> bool {
    made.left_bytes > 0 && command.rest().is_some()
}

impl Replica {
    /// What came of a command's first change.
    pub(super) fn begin(&mut self, command: &Command, change: Change) -> DispatchResult {
        let Change { token, entry, made } = change;
        let Some(rest) = command.rest().filter(|_| is_part(command, &made)) else {
            return DispatchResult::Done { token, entry };
        };
        let long = Long {
            rest,
            last: made.hash,
            tokens: vec![token],
            entry,
            total: made.text_bytes + made.left_bytes,
            left: made.left_bytes,
        };
        self.later(token, long)
    }

    fn later(&mut self, part: u32, long: Long) -> DispatchResult {
        let (done, total) = (long.total.saturating_sub(long.left), long.total);
        self.long.insert(part, long);
        DispatchResult::Part {
            part,
            done: done as u32,
            total: total as u32,
        }
    }

    /// Writes on; the last change's word is that of all.
    pub(super) fn go_on(&mut self, part: u32, now: Timestamp) -> DispatchResult {
        let Some(mut long) = self.long.remove(&part) else {
            return DispatchResult::rejected(ErrorCode::NotFound);
        };
        let base = Base::new(&[long.last]);
        let result = match self.change(&long.rest, Some(&base), None, now) {
            Ok(change) => {
                long.tokens.push(change.token);
                long.last = change.made.hash;
                long.left = change.made.left_bytes;
                if is_part(&long.rest, &change.made) {
                    // It was held for this part too.
                    self.let_go();
                    return self.later(part, long);
                }
                let (token, entry) = (change.token, long.entry);
                DispatchResult::Done { token, entry }
            }
            // Somebody else wrote the same meanwhile.
            Err(DispatchResult::NoChange) => {
                let token = long.tokens.last().copied().unwrap_or(part);
                let entry = long.entry;
                DispatchResult::Done { token, entry }
            }
            Err(refused) => {
                self.take_back(&long.tokens, now);
                refused
            }
        };
        self.let_go();
        result
    }
}
