//! The device signs what a person does.

use besace_model::commit::signing_bytes;
use besace_model::ids::{CommitHash, DocId};
use besace_model::session::phone;
use besace_model::time::Timestamp;

use super::Replica;
use crate::api::Effect;
use crate::store::{self, Batch, OUTBOX};

impl Replica {
    /// Asks for a signature of an item's change.
    pub(super) fn ask_signature(&mut self, number: u32, doc: DocId, hash: CommitHash) {
        self.last_sign = self.last_sign.wrapping_add(1);
        self.signing.insert(self.last_sign, (number, hash));
        self.effects.push(Effect::Sign {
            id: self.last_sign,
            bytes: signing_bytes(doc, hash),
        });
    }

    pub(super) fn signed(&mut self, id: u32, signature: Vec<u8>, now: Timestamp) {
        let Some((number, hash)) = self.signing.remove(&id) else {
            return;
        };
        let Some(item) = self
            .outbox
            .get_mut(number)
            .filter(|item| item.row.hash == hash)
        else {
            return;
        };
        item.row.signature = signature;
        if item.saved {
            let mut batch = Batch::default();
            batch.put(OUTBOX, store::number_key(number), store::to_cbor(&item.row));
            self.save(batch);
            self.link(now, phone::Event::Work);
        }
    }
}
