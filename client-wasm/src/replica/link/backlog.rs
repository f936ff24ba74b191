//! The session's view of the replica.

use besace_model::ids::DeviceId;
use besace_model::session::phone;
use besace_model::wire::{Cursor, DocPush, Witness};

use crate::docs::Docs;
use crate::outbox::Outbox;

/// The session's view of the replica.
pub(super) struct Side<'a> {
    pub(super) outbox: &'a mut Outbox,
    pub(super) docs: &'a Docs,
    pub(super) cursor: Option<&'a Cursor>,
    pub(super) device: DeviceId,
    pub(super) life: u32,
    pub(super) relay_reads_short: &'a mut bool,
}

impl phone::Backlog for Side<'_> {
    fn cursor(&self) -> Option<Cursor> {
        self.cursor.cloned()
    }

    fn witness(&self) -> Option<Witness> {
        self.outbox.witness()
    }

    fn take(&mut self, commits: usize, bytes: usize) -> Vec<DocPush> {
        let (docs, life) = (self.docs, self.life);
        self.outbox.take(self.device, commits, bytes, |id| {
            docs.get(id)
                .is_some_and(|doc| doc.row.confirmed && doc.row.life == life)
        })
    }

    fn rewind(&mut self) {
        self.outbox.rewind();
    }

    fn waits(&self) -> bool {
        self.outbox.waits()
    }

    fn relay_reads_short(&self) -> bool {
        *self.relay_reads_short
    }

    fn doubt_relay(&mut self) {
        *self.relay_reads_short = false;
    }
}
