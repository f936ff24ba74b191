//! A person does something.

use besace_model::command::{Command, CommandError};
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::moving;
use besace_model::plain;
use besace_model::time::{Now, Timestamp};

use super::long::{Change, is_part};
use super::{Replica, command_code};
use crate::api::{DispatchResult, Dispatched, Intent, Topic};
use crate::base::Base;
use crate::digest;
use crate::entry::{command_json, entry_key};
use crate::kinds;
use crate::outbox::Item;
use crate::store::{self, AWAY, Batch, ItemRow, OUTBOX, REFUSED};

/// Commands waiting for the relay or for a person's word, at most: months of work without signal.
const OUTBOX_MAX: usize = 10_000;

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
                Intent::ReadAgain { doc } => self.read_again(&doc, now),
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

    /// Where an entry stands: in its document, or in the one that the relay has not carried it from yet.
    pub(super) fn standing(&self, head: &DocHead, entry: &str) -> DocHead {
        let holds = |doc: &DocHead, map: &str| {
            let record = self
                .docs
                .get(doc.id(self.coop))
                .and_then(|doc| doc.record());
            let content = record.map(digest::content).unwrap_or_default();
            content.get(map).is_some_and(|map| map.get(entry).is_some())
        };
        let own = self.docs.last(head).clone();
        let leaving = moving::before(head).find_map(|(before, moved)| {
            let before = self.docs.last(&before).clone();
            let is_here = holds(&before, moved.from) && !holds(&own, moved.into);
            is_here.then_some(before)
        });
        leaving.unwrap_or(own)
    }

    /// Makes one change of a command, and writes it down.
    pub(super) fn change(
        &mut self,
        command: &Command,
        base: Option<&Base>,
        instead_of: Option<u32>,
        now: Timestamp,
    ) -> Result<Change, DispatchResult> {
        let kept = self.outbox.items().count() + self.refused.len();
        if instead_of.is_none() && kept >= OUTBOX_MAX {
            return Err(DispatchResult::rejected(ErrorCode::Quota));
        }
        if let Some(code) = kinds::objection(command, self, now) {
            return Err(DispatchResult::rejected(code));
        }
        let json = command_json(command);
        let entry = entry_key(&json);
        let head = self.standing(&command.target(self.member), &entry);
        let id = head.id(self.coop);
        let kind = head.kind;
        if self.docs.aside().contains_key(&id) {
            return Err(DispatchResult::rejected(ErrorCode::SetAside));
        }
        let made_here = self.docs.get(id).is_none();
        self.docs.get_or_make(id, &head);
        let made = self.reading(id, None, |it| {
            let mut shown = it.docs.take_shown(id, it.outbox.of(id)).map_err(|_| None)?;
            let made = it.make((id, &entry), command, base, now, &mut shown);
            it.docs.keep(id, shown);
            made.map_err(Some)
        });
        let (made, base) = match made {
            Ok(made) => made,
            Err(None) => {
                let mut batch = Batch::default();
                self.ask_again(id, &mut batch);
                self.save(batch);
                self.start_over(now);
                return Err(DispatchResult::rejected(ErrorCode::NotOnThisPhone));
            }
            Err(Some(error)) => {
                if made_here {
                    self.docs.forget(id, &mut Batch::default());
                }
                return Err(rejected(error));
            }
        };
        let mut batch = Batch::default();
        let number = self.next_number();
        let instead_of = instead_of.and_then(|item| Some((item, self.refused.remove(&item)?)));
        let row = ItemRow {
            head,
            command: json,
            change: made.change.clone(),
            hash: made.hash,
            created_ms: now.0,
            signature: Vec::new(),
            replays: 0,
            accepted_ms: None,
            accepted_seq: None,
            base: Some(base),
            was: Vec::new(),
        };
        batch.put(OUTBOX, store::number_key(number), store::to_cbor(&row));
        self.outbox.add(Item {
            number,
            doc: id,
            row,
            entry: entry.clone(),
            saved: false,
            in_flight: false,
            needs: 0,
        });
        if let Some((refused, _)) = &instead_of {
            let refused = *refused;
            batch.delete(REFUSED, store::number_key(refused));
            self.topics.insert(Topic::Refused);
        }
        self.reading(id, None, |it| it.docs.write_record(id, &mut batch));
        self.touch(kind);
        self.topics.insert(Topic::Conflicts);
        if is_part(command, &made) {
            self.saver.hold();
        }
        let token = self.save_command(Some(number), instead_of, batch);
        self.ask_signature(number, id, made.hash);
        Ok(Change {
            token,
            entry: entry.parse::<Ulid>().ok(),
            made,
        })
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
