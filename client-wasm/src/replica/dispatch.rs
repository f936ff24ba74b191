//! A person does something.

pub(super) mod change;

use besace_model::command::{Command, CommandError};
use besace_model::error::ErrorCode;
use besace_model::plain;
use besace_model::time::{Now, Timestamp};

use super::{Replica, command_code};
use crate::api::{DispatchResult, Dispatched, Intent, Topic};
use crate::base::Base;
use crate::store::{self, AWAY, Batch, REFUSED};

impl Replica {
    /// Does what a person asks. What it changes is shown at once; it is *saved* when the effect says so.
    pub fn dispatch(&mut self, intent: Intent, now: Now) -> Dispatched {
        let now = self.told(now);
        let result = if self.wiped {
            DispatchResult::rejected(ErrorCode::DeviceRevoked)
        } else {
            match intent {
                Intent::Do { command, base } => self.at(base, |it, base| {
                    it.command(command, base.as_ref(), None, now)
                }),
                Intent::DoAll { commands } => self.all(commands, now),
                Intent::Settle { conflict, choice } => self.settle(&conflict, choice, now),
                Intent::Retry {
                    item,
                    command,
                    base,
                } => self.at(base, |it, base| it.retry(item, command, base.as_ref(), now)),
                Intent::Reread { reread } => self.reread(&reread, now),
                Intent::Discard { item } => self.discard(item),
                Intent::GoOn { part } => self.go_on(part, now),
                Intent::AwaySeen => self.away_seen(now),
                Intent::TakeUp { items } => self.take_up(items, now),
                Intent::ReadAgain { doc } => self.read_again(&doc, now),
                Intent::Receive { parcel } => self.receive(&parcel, now),
            }
        };
        Dispatched {
            result,
            effects: self.finish(),
        }
    }

    /// Does something at a state that a screen names.
    fn at(
        &mut self,
        base: Option<String>,
        then: impl FnOnce(&mut Self, Option<Base>) -> DispatchResult,
    ) -> DispatchResult {
        match base.map(|base| Base::parse(&base)) {
            None => then(self, None),
            Some(Some(base)) => then(self, Some(base)),
            Some(None) => DispatchResult::rejected(ErrorCode::BaseLost),
        }
    }

    /// Does a command on what the person saw, or else on what is shown.
    pub(super) fn command(
        &mut self,
        command: Command,
        base: Option<&Base>,
        instead_of: Option<u32>,
        now: Timestamp,
    ) -> DispatchResult {
        match self.change(&command, base, instead_of, now) {
            Ok(change) => self.begin(&command, change),
            Err(result) => result,
        }
    }

    fn retry(
        &mut self,
        item: u32,
        command: Option<Command>,
        base: Option<&Base>,
        now: Timestamp,
    ) -> DispatchResult {
        let Some(row) = self.refused.get(&item) else {
            return DispatchResult::rejected(ErrorCode::NotFound);
        };
        // The same again means what was meant then, at what was seen then.
        let seen = Some(Base::new(&row.base));
        let seen = seen.filter(|_| command.is_none() && !row.was.is_empty());
        let base = base.or(seen.as_ref());
        let command = command.or_else(|| plain::from_json(row.command.as_bytes()).ok());
        let Some(command) = command else {
            return DispatchResult::rejected(ErrorCode::InvalidCommand);
        };
        match self.command(command, base, Some(item), now) {
            // It stands already: nothing is left to do about the item.
            DispatchResult::NoChange => self.discard(item),
            result => result,
        }
    }

    fn discard(&mut self, item: u32) -> DispatchResult {
        let Some(row) = self.refused.remove(&item) else {
            return DispatchResult::NoChange;
        };
        let mut batch = Batch::default();
        batch.delete(REFUSED, store::number_key(item));
        self.topics.insert(Topic::Refused);
        self.touch(row.head.kind);
        let token = self.save_strictly(batch);
        DispatchResult::Done { token, entry: None }
    }

    fn away_seen(&mut self, now: Timestamp) -> DispatchResult {
        let mut batch = Batch::default();
        for number in std::mem::take(&mut self.away).into_keys() {
            batch.delete(AWAY, store::number_key(number));
        }
        self.topics.insert(Topic::Away);
        let token = self.save_strictly(batch);
        self.meta.away_seen_ms = Some(now.0);
        let mut batch = Batch::default();
        self.write_meta(&mut batch);
        self.save(batch);
        DispatchResult::Done { token, entry: None }
    }
}

fn rejected(error: CommandError) -> DispatchResult {
    if error == CommandError::NoChange {
        return DispatchResult::NoChange;
    }
    let (code, field) = command_code(error);
    DispatchResult::Rejected { code, field }
}
