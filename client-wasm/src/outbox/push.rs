//! What is pushed next.

use besace_model::admission::declared_ops;
use besace_model::commit::{Commit, SIGNATURE_BYTES};
use besace_model::ids::{DeviceId, DocId};
use besace_model::limits::PUSH_OPS_MAX;
use besace_model::sorted::SortedMap;
use besace_model::wire::{DocName, DocPush};

use super::Outbox;

/// Bytes around a change in a frame, at most.
const COMMIT_OVERHEAD_BYTES: usize = 256;

impl Outbox {
    /// Whether something is ready to be pushed.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.items.values().any(|item| {
            let ready = item.saved && !item.in_flight && !item.row.signature.is_empty();
            ready && !self.is_blocked(item)
        })
    }

    /// Nothing is in flight any more.
    pub fn rewind(&mut self) {
        self.replaced.clear();
        for item in self.items.values_mut() {
            item.in_flight = false;
        }
    }

    /// Takes the next commits that are saved and signed, of documents that are not held back. Within a document order
    /// is kept: nothing overtakes an item that is not ready.
    pub fn take(
        &mut self,
        device: DeviceId,
        commits: usize,
        bytes: usize,
        known: impl Fn(DocId) -> bool,
    ) -> Vec<DocPush> {
        let mut pushes: Vec<DocPush> = Vec::new();
        let mut places: SortedMap<DocId, usize> = SortedMap::new();
        let mut blocked = self.kept_back.clone();
        blocked.extend(self.held.keys().copied());
        let (mut count, mut size, mut ops) = (0, 0, 0);
        for item in self.items.values_mut() {
            let is_known = self.relay_knows.contains(item.row.head.kind);
            if item.in_flight || blocked.contains(&item.doc) || !is_known {
                continue;
            }
            let signature = <[u8; SIGNATURE_BYTES]>::try_from(item.row.signature.as_slice());
            let (true, Ok(signature)) = (item.saved, signature) else {
                blocked.insert(item.doc);
                continue;
            };
            size += item.row.change.len() + COMMIT_OVERHEAD_BYTES;
            ops += declared_ops(&item.row.change);
            if count == commits || (count > 0 && (size > bytes || ops > PUSH_OPS_MAX)) {
                break;
            }
            count += 1;
            item.in_flight = true;
            let place = *places.get_or_insert_with(item.doc, || {
                let doc = if known(item.doc) {
                    DocName::Known(item.doc)
                } else {
                    DocName::Head(item.row.head.clone())
                };
                pushes.push(DocPush {
                    doc,
                    commits: Vec::new(),
                });
                pushes.len() - 1
            });
            pushes[place].commits.push(Commit {
                device: item.row.from.as_ref().map_or(device, |from| from.device),
                signature: Some(signature),
                change: item.row.change.clone(),
            });
        }
        pushes
    }
}
