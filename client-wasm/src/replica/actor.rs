//! The actor that writes to a document.

use besace_model::admission::session_of;
use besace_model::ids::DocId;
use besace_model::limits::ACTOR_BYTES;

use super::Replica;

impl Replica {
    /// The actor that writes to a document: the one that this device wrote with before, whatever was closed since. Few
    /// actors keep a document light for everybody.
    pub(super) fn actor(&mut self, doc: DocId) -> [u8; ACTOR_BYTES] {
        if let Some(actor) = self.actors.get(&doc) {
            return *actor;
        }
        let row = self.docs.get(doc).map(|doc| &doc.row);
        let spare = row.and_then(|row| row.spare).map(Into::into);
        let pending = self.outbox.of(doc).filter(|it| it.row.from.is_none());
        let pending = pending.filter_map(|item| session_of(&item.row.change));
        let before = pending
            .filter(|session| Some(*session) != spare)
            .last()
            .or_else(|| row?.session.map(Into::into));
        let actor = before.unwrap_or_else(|| self.chance.bytes());
        self.actors.insert(doc, actor);
        actor
    }

    /// Another actor for a document: the relay may hold more of the one at hand than this phone knows, so nothing may
    /// be written with it any more.
    pub(super) fn renew_actor(&mut self, doc: DocId) {
        let actor = self.chance.bytes();
        self.actors.insert(doc, actor);
        if let Some(doc) = self.docs.get_mut(doc) {
            doc.row.session = None;
            doc.row.spare = None;
        }
    }
}
