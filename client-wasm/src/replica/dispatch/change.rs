//! A command becomes one change, written down.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::moving;
use besace_model::time::Timestamp;

use super::rejected;
use crate::api::{DispatchResult, Topic};
use crate::base::Base;
use crate::digest;
use crate::entry::{command_json, entry_key};
use crate::kinds;
use crate::outbox::Item;
use crate::replica::Replica;
use crate::replica::long::{Change, is_part};
use crate::store::{self, Batch, ItemRow, OUTBOX, REFUSED};

/// Commands waiting for the relay or for a person's word, at most: months of work without signal.
pub(in crate::replica) const OUTBOX_MAX: usize = 10_000;

impl Replica {
    /// Where an entry stands: in its document, or in the one that the relay has not carried it from yet.
    pub(in crate::replica) fn standing(&self, head: &DocHead, entry: &str) -> DocHead {
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
    pub(in crate::replica) fn change(
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
            from: None,
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
}
