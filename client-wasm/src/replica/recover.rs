//! Something was refused, or the relay's truth changed under what was pending: fork what the relay accepted, and make
//! the remaining commands again one by one; under a new actor, unless a refusal says that the relay holds no more of
//! the one at hand than this phone knows. What no longer applies becomes a refused item; the rest goes on as if nothing
//! had happened. Bounded: a command of which the relay refuses the bytes is made again at most a
//! few times; one that only stood on what is gone is made again as often as that happens.

mod refuse;

use automerge::{Automerge, Change, ChangeHash};
use besace_model::command::{Command, CommandError};
use besace_model::error::ErrorCode;
use besace_model::ids::{CommitHash, DocId};
use besace_model::plain;
use besace_model::time::Timestamp;

use super::stand::Again;
use super::update::has;
use super::{REPLAYS_MAX, Replica, command_code};
use crate::api::Topic;
use crate::docs::apply;
use crate::outbox::Item;
use crate::store::{self, Batch, OUTBOX};

pub(super) use refuse::Why;

/// What becomes of a command that cannot be made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unmade {
    /// It is there to look at.
    IsRefused,
    /// It waits as it is: what it stood on is still to come.
    Waits,
}

impl Replica {
    /// Makes the pending commands of a document again on top of what the relay accepted.
    pub(super) fn recover(&mut self, doc: DocId, now: Timestamp, batch: &mut Batch) {
        self.reading(doc, None, |it| {
            it.make_again(doc, Unmade::IsRefused, now, batch);
        });
    }

    pub(super) fn make_again(
        &mut self,
        doc: DocId,
        unmade: Unmade,
        now: Timestamp,
        batch: &mut Batch,
    ) {
        self.docs.unload(doc);
        self.outbox.release(doc);
        let mut waits = false;
        let pending: Vec<u32> = self.outbox.of(doc).map(|item| item.number).collect();
        let Some(confirmed) = self.docs.get(doc).map(|doc| doc.confirmed()) else {
            return;
        };
        let Ok(mut shown) = confirmed else {
            return self.ask_again(doc, batch);
        };
        let mut branch = None;
        let is_built_on = self.outbox.of(doc).any(|item| item.row.from.is_some());
        for number in pending {
            let Some(item) = self.outbox.remove(number) else {
                continue;
            };
            let may_stay = is_built_on || unmade == Unmade::Waits;
            let stays = item.row.from.is_some() || may_stay && item.row.stands();
            if has(&shown, &item) {
                // The relay has it: its verdict is still to come.
                self.outbox.add(item);
            } else if stays && put_on(&mut shown, &item) {
                // Others build on these very bytes, or signed them; or they only waited.
                self.outbox.add(item);
            } else if item.row.from.is_some() {
                self.leave_out(item, unmade, now, batch);
            } else {
                self.replay(item, (&mut shown, &mut branch), unmade, now, batch);
            }
            waits |= self
                .outbox
                .get_mut(number)
                .is_some_and(|item| !has(&shown, item));
        }
        let nothing_left = self
            .docs
            .get(doc)
            .is_some_and(|doc| !doc.has_content() && !doc.row.confirmed)
            && self.outbox.of(doc).next().is_none();
        if nothing_left {
            self.docs.forget(doc, batch);
        } else {
            self.docs.keep(doc, shown);
            self.docs.write_record(doc, batch);
        }
        if waits {
            // Read anew, what waits is put on what it stands on as soon as that has come.
            self.docs.unload(doc);
        }
        self.topics.insert(Topic::Conflicts);
    }

    /// What another phone handed over cannot stand here any more: nobody but its author makes it again.
    fn leave_out(&mut self, item: Item, unmade: Unmade, now: Timestamp, batch: &mut Batch) {
        match unmade {
            Unmade::Waits => self.outbox.add(item),
            Unmade::IsRefused => self.refuse(item, Why::code(ErrorCode::BaseLost), now, batch),
        }
    }

    fn replay(
        &mut self,
        mut item: Item,
        (shown, branch): (&mut Automerge, &mut Option<Automerge>),
        unmade: Unmade,
        now: Timestamp,
        batch: &mut Batch,
    ) {
        self.touch(item.row.head.kind);
        if item.row.replays > REPLAYS_MAX {
            return self.refuse(item, Why::code(ErrorCode::TrialFailed), now, batch);
        }
        let Ok(command) = plain::from_json::<Command>(item.row.command.as_bytes()) else {
            return self.refuse(item, Why::code(ErrorCode::InvalidCommand), now, batch);
        };
        let (hash, base) = (item.row.hash, item.row.base.clone());
        match self.make_again_at(&item, &command, shown, branch) {
            Ok(Again {
                made,
                base,
                is_same,
            }) => {
                if item.in_flight {
                    self.outbox.replaced(item.row.clone());
                }
                if !is_same {
                    item.row.was.clear();
                } else if hash != made.hash {
                    item.row.was.push(hash);
                }
                item.row.base = Some(base);
                item.row.change = made.change;
                item.row.hash = made.hash;
                item.row.signature = Vec::new();
                item.in_flight = false;
                let key = store::number_key(item.number);
                batch.put(OUTBOX, key, store::to_cbor(&item.row));
                let (number, doc, hash) = (item.number, item.doc, item.row.hash);
                self.outbox.add(item);
                self.ask_signature(number, doc, hash);
            }
            // What it asks for stands already.
            Err(CommandError::NoChange) => {
                batch.delete(OUTBOX, store::number_key(item.number));
                self.note_gone(&item.row.was, hash, &base.unwrap_or_default());
            }
            Err(_) if unmade == Unmade::Waits => self.outbox.add(item),
            Err(error) => {
                let (code, path) = command_code(error);
                let barred = false;
                self.refuse(item, Why { code, path, barred }, now, batch);
            }
        }
    }
}

/// Puts a change as it is on what it builds on; whether that is there.
fn put_on(shown: &mut Automerge, item: &Item) -> bool {
    let is_there = |hash: &CommitHash| shown.get_change_meta_by_hash(&ChangeHash(hash.0)).is_some();
    let stands = deps_of(&item.row.change).is_some_and(|deps| deps.iter().all(is_there));
    stands && apply(shown, std::iter::once(item.row.change.as_slice())).is_ok()
}

/// What a change builds on.
fn deps_of(change: &[u8]) -> Option<Vec<CommitHash>> {
    let change = Change::from_bytes(change.to_vec()).ok()?;
    Some(change.deps().iter().map(|dep| CommitHash(dep.0)).collect())
}
