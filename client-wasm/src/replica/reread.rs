//! Prose that people changed at once, in one paragraph: it is merged, and marked until somebody reads it.

use besace_model::command::{Command, EntryCommand, EntryRef};
use besace_model::error::ErrorCode;
use besace_model::ids::{DocId, Ulid};
use besace_model::time::Timestamp;

use super::Replica;
use crate::api::DispatchResult;

impl Replica {
    /// A person says that they read a text as it stands: an ordinary command, which takes the mark away for everybody.
    pub(super) fn reread(&mut self, mark: &str, now: Timestamp) -> DispatchResult {
        match self.reading_of(mark) {
            Some(command) => self.command(command, None, None, now),
            None => DispatchResult::rejected(ErrorCode::NotFound),
        }
    }

    fn reading_of(&self, mark: &str) -> Option<Command> {
        let (doc, path) = mark.split_once(':')?;
        let doc = self.docs.get(doc.parse::<DocId>().ok()?)?;
        doc.row.rereads.iter().find(|row| row.path == path)?;
        let head = doc.row.head.clone();
        let mut parts = path.split('/');
        let collection = parts.next()?;
        let id = if head.kind.is_one_entry() {
            head.key.parse::<Ulid>()
        } else {
            parts.next()?.parse()
        };
        Some(Command::Entry(EntryCommand::MarkRead {
            entry: EntryRef::new(head, collection, id.ok()?),
        }))
    }
}
