//! What several changes write, and one write keeps: a text too long for one change, each on the one before, or commands
//! that are to be done all or not at all.
//!
//! They are made a few a call, so that whoever runs the replica can do other things meanwhile and say how far it is. All
//! of them reach the disk in one write, after the last: an app that is closed in the middle has written nothing of them,
//! and the screen's draft, or the person's file, holds all of it. Should a later one not be taken, the earlier ones are
//! taken back.

use besace_model::command::Command;
use besace_model::doc::writer::Made;
use besace_model::error::ErrorCode;
use besace_model::ids::{CommitHash, Ulid};
use besace_model::time::Timestamp;

use super::Replica;
use crate::api::DispatchResult;
use crate::base::Base;

/// Commands made a call: so few that whoever waits for something else does not notice.
const COMMANDS_A_CALL: usize = 16;

/// A change that a command just made.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) token: u32,
    /// The entry concerned.
    pub(super) entry: Option<Ulid>,
    pub(super) made: Made,
}

/// What is being written.
#[derive(Debug)]
pub(super) struct Long {
    /// What is still to be done, the next last.
    steps: Vec<Step>,
    /// The changes so far.
    tokens: Vec<u32>,
    entry: Option<Ulid>,
    total: usize,
}

/// One command that is still to be done, or the rest of one.
#[derive(Debug)]
struct Step {
    command: Command,
    /// Where it writes on; as things stand when it begins.
    last: Option<CommitHash>,
    /// How much of all it is: a command, or the bytes of its text that are left.
    left: usize,
}

/// Whether a change holds a part of what its command says, and another one can hold the rest.
pub(super) fn is_part(command: &Command, made: &Made) -> bool {
    made.left_bytes > 0 && command.rest().is_some()
}

/// What is left of a command whose change holds a part of it.
fn rest(command: &Command, made: &Made) -> Option<Step> {
    let command = command.rest().filter(|_| is_part(command, made))?;
    Some(Step {
        command,
        last: Some(made.hash),
        left: made.left_bytes,
    })
}

impl Replica {
    /// What came of a command's first change.
    pub(super) fn begin(&mut self, command: &Command, change: Change) -> DispatchResult {
        let Change { token, entry, made } = change;
        let Some(rest) = rest(command, &made) else {
            return DispatchResult::Done { token, entry };
        };
        let long = Long {
            steps: vec![rest],
            tokens: vec![token],
            entry,
            total: made.text_bytes + made.left_bytes,
        };
        self.later(token, long)
    }

    /// Does several commands, one after the other: all of them, or none.
    pub(super) fn all(&mut self, commands: Vec<Command>, now: Timestamp) -> DispatchResult {
        let whole = |command| Step {
            command,
            last: None,
            left: 1,
        };
        let steps: Vec<Step> = commands.into_iter().rev().map(whole).collect();
        let long = Long {
            total: steps.len(),
            steps,
            tokens: Vec::new(),
            entry: None,
        };
        self.saver.hold();
        let part = self.saver.next_id();
        self.write_on(part, long, now)
    }

    fn later(&mut self, part: u32, long: Long) -> DispatchResult {
        let left: usize = long.steps.iter().map(|step| step.left).sum();
        let (done, total) = (long.total.saturating_sub(left), long.total);
        self.long.insert(part, long);
        DispatchResult::Part {
            part,
            done: done as u32,
            total: total as u32,
        }
    }

    /// Writes on; the last change's word is that of all.
    pub(super) fn go_on(&mut self, part: u32, now: Timestamp) -> DispatchResult {
        match self.long.remove(&part) {
            Some(long) => self.write_on(part, long, now),
            None => DispatchResult::rejected(ErrorCode::NotFound),
        }
    }

    fn write_on(&mut self, part: u32, mut long: Long, now: Timestamp) -> DispatchResult {
        for _ in 0..COMMANDS_A_CALL {
            let Some(step) = long.steps.pop() else { break };
            let base = step.last.map(|hash| Base::new(&[hash]));
            match self.change(&step.command, base.as_ref(), None, now) {
                Ok(change) => {
                    long.tokens.push(change.token);
                    if let Some(rest) = rest(&step.command, &change.made) {
                        // It was held for this part too.
                        self.let_go();
                        long.steps.push(rest);
                        break;
                    }
                }
                // It stands already, or somebody else wrote the same meanwhile.
                Err(DispatchResult::NoChange) => {}
                Err(refused) => {
                    self.take_back(&long.tokens, now);
                    self.let_go();
                    return refused;
                }
            }
        }
        if !long.steps.is_empty() {
            return self.later(part, long);
        }
        let entry = long.entry;
        let result = long.tokens.last();
        let result = result.map_or(DispatchResult::NoChange, |&token| DispatchResult::Done {
            token,
            entry,
        });
        self.let_go();
        result
    }
}
